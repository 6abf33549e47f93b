/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-draft-reader.h"

/* One date, read from a stretch of words. First, what may stand anywhere in a date is taken out:
 * words without meaning, qualifiers, the era, “early” and “late”, a time of day. What is left is
 * looked up in a table of patterns. */

/* Patterns */

/* What each letter of a pattern stands for is told by annals-draft-fits.c. */
typedef enum
{
  ACTION_DATE,
  ACTION_NUMBERS,
  ACTION_MONTH_AND_YEAR,
  ACTION_DUAL,
  ACTION_SPAN,
  ACTION_SHORT_YEAR,
  ACTION_BARE,
  ACTION_BASIC,
  ACTION_BCE,
  ACTION_FAIL_CENTURY,
  ACTION_ONE,
} Action;

static const struct
{
  const gchar *pattern;
  Action action;
  AnnalsDraftUnit unit;
} patterns[] = {
  { "", ACTION_ONE, ANNALS_DRAFT_NOTHING },
  { "t", ACTION_ONE, ANNALS_DRAFT_ATOM },
  { "y", ACTION_DATE, ANNALS_DRAFT_YEAR },
  { "K", ACTION_ONE, ANNALS_DRAFT_DECADE },
  { "w", ACTION_DATE, ANNALS_DRAFT_YEAR },
  { "D", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "n", ACTION_BARE, ANNALS_DRAFT_BARE },
  { "o", ACTION_BARE, ANNALS_DRAFT_BARE },
  { "m", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "S", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "N", ACTION_ONE, ANNALS_DRAFT_NOW },
  { "u", ACTION_ONE, ANNALS_DRAFT_UNKNOWN },
  { "my", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "ym", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "Sy", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "yS", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "fy", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "yf", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "dm", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "md", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "dy", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "xy", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "Xy", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "oC", ACTION_ONE, ANNALS_DRAFT_CENTURY },
  { "Co", ACTION_ONE, ANNALS_DRAFT_CENTURY },
  { "oL", ACTION_ONE, ANNALS_DRAFT_MILLENNIUM },
  { "Lo", ACTION_ONE, ANNALS_DRAFT_MILLENNIUM },
  { "k", ACTION_ONE, ANNALS_DRAFT_DECADE },
  { "hk", ACTION_ONE, ANNALS_DRAFT_DECADE },
  { "B", ACTION_BASIC, ANNALS_DRAFT_DAY },
  { "KE", ACTION_ONE, ANNALS_DRAFT_DECADE },
  { "EK", ACTION_ONE, ANNALS_DRAFT_DECADE },
  { "yE", ACTION_ONE, ANNALS_DRAFT_DECADE },
  { "Ey", ACTION_ONE, ANNALS_DRAFT_DECADE },
  { "Ey-y", ACTION_SPAN, ANNALS_DRAFT_YEAR },
  { "Ey-n", ACTION_DUAL, ANNALS_DRAFT_YEAR },
  { "Fy", ACTION_DATE, ANNALS_DRAFT_FISCAL },
  { "yF", ACTION_DATE, ANNALS_DRAFT_FISCAL },
  { "Fz", ACTION_DATE, ANNALS_DRAFT_FISCAL },
  { "aA", ACTION_ONE, ANNALS_DRAFT_AGE },
  { "aU", ACTION_ONE, ANNALS_DRAFT_AGE },
  { "aUA", ACTION_ONE, ANNALS_DRAFT_AGE },
  { "AaG", ACTION_ONE, ANNALS_DRAFT_AGE },
  { "aGA", ACTION_ONE, ANNALS_DRAFT_AGE },
  { "aG", ACTION_BCE, ANNALS_DRAFT_AGE },
  { "dmy", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "mdy", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "ymd", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "ydm", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "dry", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "xmy", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "gdmy", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "gmdy", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "dmyg", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "xSy", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "M", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "Mz", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "dM", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "Md", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "Jz", ACTION_DATE, ANNALS_DRAFT_YEAR },
  { "zJ", ACTION_DATE, ANNALS_DRAFT_YEAR },
  { "dMz", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "Mdz", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "dMzH", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "mJz", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "Jzm", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "dmJz", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "mdJz", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "Jzmd", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "Jz.i", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "Jz/i", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "Jz.i.d", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "Jz/i/d", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "Jz-i-d", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "dmn", ACTION_SHORT_YEAR, ANNALS_DRAFT_DAY },
  { "mdn", ACTION_SHORT_YEAR, ANNALS_DRAFT_DAY },
  { "y-y", ACTION_SPAN, ANNALS_DRAFT_YEAR },
  { "y-n", ACTION_DUAL, ANNALS_DRAFT_YEAR },
  { "y/n", ACTION_DUAL, ANNALS_DRAFT_YEAR },
  { "y/y", ACTION_SPAN, ANNALS_DRAFT_YEAR },
  { "y.n", ACTION_MONTH_AND_YEAR, ANNALS_DRAFT_MONTH },
  { "n.y", ACTION_MONTH_AND_YEAR, ANNALS_DRAFT_MONTH },
  { "n/y", ACTION_MONTH_AND_YEAR, ANNALS_DRAFT_MONTH },
  { "n-y", ACTION_MONTH_AND_YEAR, ANNALS_DRAFT_MONTH },
  { "m-y", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "m/y", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "r/y", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "r-y", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "ry", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "C", ACTION_FAIL_CENTURY, ANNALS_DRAFT_CENTURY },
  { "y-m", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "y/m", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "nnn", ACTION_NUMBERS, ANNALS_DRAFT_DAY },
  { "Fy-n", ACTION_DUAL, ANNALS_DRAFT_FISCAL },
  { "Fy/n", ACTION_DUAL, ANNALS_DRAFT_FISCAL },
  { "Fy-y", ACTION_SPAN, ANNALS_DRAFT_FISCAL },
  { "Fy/y", ACTION_SPAN, ANNALS_DRAFT_FISCAL },
  { "my/n", ACTION_DUAL, ANNALS_DRAFT_MONTH },
  { "Sy-n", ACTION_DUAL, ANNALS_DRAFT_MONTH },
  { "Sy/n", ACTION_DUAL, ANNALS_DRAFT_MONTH },
  { "Sy-y", ACTION_SPAN, ANNALS_DRAFT_MONTH },
  { "Sy/y", ACTION_SPAN, ANNALS_DRAFT_MONTH },
  { "n.n.n", ACTION_NUMBERS, ANNALS_DRAFT_DAY },
  { "n/n/n", ACTION_NUMBERS, ANNALS_DRAFT_DAY },
  { "n-n-n", ACTION_NUMBERS, ANNALS_DRAFT_DAY },
  { "d-m-y", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "d/m/y", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "m-d-y", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "m/d/y", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "y-m-d", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "y/m/d", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "d-r-y", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "d/r/y", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "dmy/n", ACTION_DUAL, ANNALS_DRAFT_DAY },
  { "mdy/n", ACTION_DUAL, ANNALS_DRAFT_DAY },
  { "dmy-n", ACTION_DUAL, ANNALS_DRAFT_DAY },
  { "mdy-n", ACTION_DUAL, ANNALS_DRAFT_DAY },
};

/* What the patterns do */

static void
set_year (AnnalsDraft *draft, const AnnalsToken *token)
{
  draft->year = token->kind == ANNALS_TOKEN_NUMBER ? token->number : token->roman;
  draft->n_year_digits = token->kind != ANNALS_TOKEN_NUMBER ? 4
                         : token->flags & ANNALS_TOKEN_YEAR ? MAX (3, token->n_digits)
                                                            : token->n_digits;
  draft->has_apostrophe = (token->flags & ANNALS_TOKEN_APOSTROPHE) != 0;
}

static void
set_by_symbol (AnnalsDraftReader *reader, const AnnalsToken *token, gchar symbol)
{
  AnnalsDraft *draft = reader->draft;
  gint value = 0;

  switch (symbol)
    {
    case 'y':
      set_year (draft, token);
      break;
    case 'D':
    case 'd':
      draft->day = annals_draft_reader_means (reader, token, ANNALS_TERM_ORDINAL, &value)
                       ? value
                       : (gint) token->number;
      break;
    case 'm':
      draft->month = annals_draft_reader_means (reader, token, ANNALS_TERM_MONTH, &value)
                         ? value
                         : (gint) token->number;
      break;
    case 'r':
      draft->month = token->roman;
      break;
    case 'i':
      draft->month = (gint) token->number;
      break;
    case 'w':
    case 'z':
      set_year (draft, token);
      if (token->kind != ANNALS_TOKEN_NUMBER)
        draft->year = token->roman;
      draft->n_year_digits = 4;
      break;
    case 'M':
      draft->calendar = token->calendar;
      draft->month = (gint) token->number;
      break;
    case 'J':
      draft->calendar = token->calendar;
      draft->calendar_era = (gint) token->number;
      break;
    case 'S':
      annals_draft_reader_means (reader, token, ANNALS_TERM_SEASON, &value);
      draft->month = (draft->hemisphere != 0 ? draft->hemisphere : ANNALS_EDTF_SEASON_FIRST)
                     + value;
      break;
    case 'f':
      annals_draft_reader_means (reader, token, ANNALS_TERM_FEAST, &draft->feast);
      break;
    case 'x':
      draft->day = ANNALS_EDTF_UNSPECIFIED;
      break;
    case 'X':
      draft->month = ANNALS_EDTF_UNSPECIFIED;
      break;
    case 'A':
      annals_draft_reader_means (reader, token, ANNALS_TERM_AGO, &draft->anchor);
      break;
    case 'U':
      annals_draft_reader_means (reader, token, ANNALS_TERM_AGE_UNIT, &draft->power);
      draft->anchor = MAX (draft->anchor, 1950);
      break;
    case 'G':
      annals_draft_reader_means (reader, token, ANNALS_TERM_MAGNITUDE, &draft->power);
      break;
    case 'a':
      draft->bare = token->number;
      draft->n_bare_digits = token->n_digits;
      draft->n_decimals = token->n_decimals;
      break;
    case 'h':
      annals_draft_reader_means (reader, token, ANNALS_TERM_HUNDREDS, &value);
      draft->year = 100 * value;
      draft->n_year_digits = 4;
      break;
    case 'k':
      annals_draft_reader_means (reader, token, ANNALS_TERM_DECADE_NAME, &value);
      draft->year += value;
      draft->n_year_digits = MAX (draft->n_year_digits, 2);
      break;
    case 'K':
      set_year (draft, token);
      break;
    case 'E':
      draft->is_ten_years = TRUE;
      break;
    case 't':
      draft->atom = token;
      break;
    case 'o':
      if (annals_draft_reader_get_ordinal (reader, token, &value) || (value = token->roman) > 0)
        draft->year = value;
      break;
    default:
      break;
    }
}

static void
set_all (AnnalsDraftReader *reader, const gchar *pattern)
{
  for (guint i = 0; i < reader->n_slots; i++)
    set_by_symbol (reader, reader->slots[i], pattern[i]);
}

static gboolean
read_numbers (AnnalsDraftReader *reader)
{
  static const gchar *const reasons[] = {
    /* Translators: why 3/9/2007 was read as 3 September. */
    N_ ("day before month"),
    /* Translators: why 3/9/2007 was read as 9 March. */
    N_ ("month before day"),
  };
  guint step = reader->n_slots == 5 ? 2 : 1;
  const AnnalsToken *a = reader->slots[0];
  const AnnalsToken *b = reader->slots[step];
  const AnnalsToken *c = reader->slots[2 * step];
  AnnalsDraft *draft = reader->draft;
  /* Full stops stand between them only where the day comes first. */
  gboolean is_month_first = annals_lexicon_get_order (reader->typed->text->lexicon)
                                == ANNALS_TYPED_ORDER_MDY
                            && !annals_token_is_sign (reader->slots[1], '.');

  if (a->n_digits >= 3 && b->n_digits <= 2 && c->n_digits <= 2)
    {
      set_year (draft, a);
      draft->month = (gint) b->number;
      draft->day = (gint) c->number;
      return TRUE;
    }
  if (a->n_digits > 2 || b->n_digits > 2)
    return FALSE;
  if (!annals_draft_reader_fits_year (reader, c))
    /* Translators: %d is 1973, an example of a year. */
    return annals_typed_fail (reader->typed, _ ("Write the year with four digits, like %d."), 1973);

  set_year (draft, c);
  if (a->number <= 12 && b->number <= 12 && a->number != b->number && a->number > 0
      && b->number > 0)
    {
      const gchar *ordered[] = { _ (reasons[is_month_first]), _ (reasons[!is_month_first]) };

      is_month_first = annals_typed_choose (reader->typed, 2, ordered) == 0 ? is_month_first
                                                                            : !is_month_first;
    }
  else
    is_month_first = b->number > 12 && a->number <= 12;
  draft->month = (gint) (is_month_first ? a->number : b->number);
  draft->day = (gint) (is_month_first ? b->number : a->number);

  return TRUE;
}

static gboolean
read_month_and_year (AnnalsDraftReader *reader, const gchar *pattern)
{
  const AnnalsToken *month = reader->slots[*pattern == 'y' ? 2 : 0];

  set_year (reader->draft, reader->slots[*pattern == 'y' ? 0 : 2]);
  reader->draft->month = (gint) month->number;

  if (month->n_digits > 2 || reader->draft->era != ANNALS_TYPED_ERA_NONE)
    return FALSE;
  if (month->number < 1 || month->number > 12)
    /* Translators: %d is a number that was typed for a month. */
    return annals_typed_fail (reader->typed, _ ("There is no month %d."), (gint) month->number);

  return TRUE;
}

/* “1850?–1860” */
static gboolean
is_qualified_within (const AnnalsDraftReader *reader)
{
  return reader->qualified_at > 0 && reader->qualified_at < reader->n_slots;
}

/* “1697/8”, “1914–18”: a second year with fewer digits, or a month. */
static gboolean
read_dual (AnnalsDraftReader *reader, const gchar *pattern)
{
  AnnalsDraft *draft = reader->draft;
  const AnnalsToken *number = reader->slots[reader->n_slots - 1];
  gboolean is_slash = annals_token_is_sign (reader->slots[reader->n_slots - 2], '/');
  gint64 power = annals_draft_get_power (number->n_digits);
  gboolean is_hyphen = reader->slots[reader->n_slots - 2]->flags == 0;
  gboolean is_month = (is_slash ? number->n_digits == 2 : is_hyphen && number->n_digits == 1)
                      && number->number >= 1 && number->number <= 12 && *pattern == 'y';

  if (draft->era == ANNALS_TYPED_ERA_BCE || is_qualified_within (reader))
    return FALSE;

  set_all (reader, pattern);
  draft->dual = draft->year / power * power + number->number;
  if (number->n_digits >= draft->n_year_digits && !draft->has_apostrophe)
    return FALSE;
  if (draft->dual <= draft->year && !is_month && !is_slash && number->n_digits == 2
      && number->number > 12 && annals_token_is_sign (reader->slots[1], '-')
      && !(reader->slots[1]->flags & (ANNALS_TOKEN_LONG_DASH | ANNALS_TOKEN_SPACED)))
    /* Translators: %d is a number that was typed for a month. */
    return annals_typed_fail (reader->typed, _ ("There is no month %d."), (gint) number->number);
  if (draft->dual <= draft->year && !is_month)
    return draft->dual < draft->year
           && annals_typed_fail (reader->typed, _ ("The end lies before the begin."));
  if (is_month)
    {
      const gchar *reasons[] = { _ ("two years"), _ ("a year and a month") };

      if (draft->dual > draft->year && annals_typed_choose (reader->typed, 2, reasons) == 0)
        return TRUE;
      draft->dual = 0;
      draft->month = (gint) number->number;
      draft->unit = ANNALS_DRAFT_MONTH;
    }

  return TRUE;
}

/* What stands before a range, or in brackets after it, is said of the whole: “c. 1850 – 1860” and
 * “1850 – 1860 (approx.)”, but “1850 – 1860?” is sure of its begin. */
static gboolean
is_said_of_whole (const AnnalsDraftReader *reader)
{
  const AnnalsToken *dash = reader->slots[reader->n_slots - 2];

  /* “c. 1412 BCE – 1300” has an era between, which is that of the begin. */
  return reader->n_loose_qualifiers == 0 && dash - 1 == reader->slots[reader->n_slots - 3]
         && (reader->bracketed_at == 0 || reader->bracketed_at == reader->n_slots);
}

/* “c. 1850–1860”: what is said of the whole is said of both ends; after a “c.” it may be meant of
 * the begin alone. */
static gboolean
read_span (AnnalsDraftReader *reader, const gchar *pattern)
{
  const AnnalsToken *dash = reader->slots[reader->n_slots - 2];
  const AnnalsToken *number = reader->slots[reader->n_slots - 1];
  AnnalsDraft *draft = reader->draft;
  gboolean is_ascending;

  if (((dash->flags | number->flags) & ANNALS_TOKEN_SPACED) && draft->qualifiers != 0
      && !is_said_of_whole (reader))
    return FALSE;
  if (draft->part != ANNALS_TYPED_PART_NONE || is_qualified_within (reader))
    return FALSE;

  for (guint i = 0; i + 1 < reader->n_slots; i++)
    set_by_symbol (reader, reader->slots[i], pattern[i]);
  draft->dual = number->number;
  draft->may_qualify_begin = reader->n_leading_qualifiers > 0 && reader->n_loose_qualifiers == 0
                             && reader->bracketed_at == 0;
  is_ascending = draft->era == ANNALS_TYPED_ERA_BCE ? draft->dual < draft->year
                                                    : draft->dual > draft->year;
  /* “AD 98–17” and “100–50 BC” carry their era; “1850–60” is another pattern. */
  if (number->n_digits < 3 && draft->n_year_digits >= 3 && draft->era != ANNALS_TYPED_ERA_BCE)
    return FALSE;

  return is_ascending || draft->dual == draft->year
         || annals_typed_fail (reader->typed, _ ("The end lies before the begin."));
}

static gboolean
read_bare (AnnalsDraftReader *reader)
{
  const AnnalsToken *token = reader->slots[0];
  AnnalsDraft *draft = reader->draft;
  gint ordinal = token->roman;

  if (token->kind == ANNALS_TOKEN_NUMBER)
    {
      draft->bare = token->number;
      draft->n_bare_digits = token->n_digits;
      draft->is_bare_ordinal = (token->flags & ANNALS_TOKEN_ORDINAL) != 0;
      return token->n_digits <= 4 && !(token->flags & ANNALS_TOKEN_GROUPED);
    }

  annals_draft_reader_get_ordinal (reader, token, &ordinal);
  draft->bare = ordinal;
  draft->n_bare_digits = 2;
  draft->is_bare_ordinal = TRUE;

  return ordinal < 99;
}

static gboolean
fail_short_year (AnnalsDraftReader *reader)
{
  gint64 year = reader->slots[2]->number;

  if (year == 0)
    return annals_typed_fail (reader->typed,
                              _ ("There is no year 0; the year before 1 CE is 1 BCE."));
  return annals_typed_fail (reader->typed,
                            /* Translators: a year was typed with two digits; %1$02d are these. */
                            _ ("Write the year with four digits, like 19%1$02d or 18%1$02d."),
                            (gint) (year % 100));
}

/* 19731017, the basic form of ISO 8601. */
static gboolean
read_basic (AnnalsDraftReader *reader)
{
  gint64 number = reader->slots[0]->number;

  reader->draft->year = number / 10000;
  reader->draft->n_year_digits = 4;
  reader->draft->month = (gint) (number / 100 % 100);
  reader->draft->day = (gint) (number % 100);

  return reader->draft->month != 0;
}

static gboolean
act (AnnalsDraftReader *reader, guint index)
{
  const gchar *pattern = patterns[index].pattern;

  reader->draft->unit = patterns[index].unit;
  switch (patterns[index].action)
    {
    case ACTION_NUMBERS:
      return read_numbers (reader);
    case ACTION_MONTH_AND_YEAR:
      return read_month_and_year (reader, pattern);
    case ACTION_DUAL:
      return read_dual (reader, pattern);
    case ACTION_SPAN:
      return read_span (reader, pattern);
    case ACTION_BASIC:
      return read_basic (reader);
    case ACTION_BCE:
      set_all (reader, pattern);
      return reader->draft->era == ANNALS_TYPED_ERA_BCE;
    case ACTION_SHORT_YEAR:
      return fail_short_year (reader);
    case ACTION_FAIL_CENTURY:
      return annals_typed_fail (
          reader->typed,
          _ ("It is not said which century; write it like “turn of the 20th century”."));
    case ACTION_BARE:
      return read_bare (reader);
    case ACTION_DATE:
    case ACTION_ONE:
    default:
      set_all (reader, pattern);
      return TRUE;
    }
}

static gboolean
read_patterns (AnnalsDraftReader *reader)
{
  const AnnalsDraft gathered = *reader->draft;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      if (!annals_draft_reader_fits (reader, patterns[i].pattern))
        continue;
      if (act (reader, i))
        return TRUE;
      *reader->draft = gathered;
    }

  return FALSE;
}

/**
 * annals_draft_read:
 * @typed: a way through a text
 * @first: the first token
 * @n_tokens: how many tokens
 * @draft: (out caller-allocates): what they say
 *
 * Reads one date. It need not be complete: “9” and “May” are drafts, too.
 *
 * Returns: whether the tokens are a date and nothing else
 */
gboolean
annals_draft_read (AnnalsTyped *typed, guint first, guint n_tokens, AnnalsDraft *draft)
{
  AnnalsDraftReader reader = { .typed = typed, .draft = draft };

  *draft = (AnnalsDraft){ 0 };

  return annals_draft_reader_gather (&reader, first, n_tokens) && read_patterns (&reader);
}
