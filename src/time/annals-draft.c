/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-typed.h"

/* One date, read from a stretch of words. First, what may stand anywhere in a date is taken out:
 * words without meaning, qualifiers, the era, “early” and “late”, a time of day. What is left is
 * looked up in a table of patterns. */

#define MAX_SLOTS 16

typedef struct
{
  AnnalsTyped *typed;
  AnnalsDraft *draft;
  const AnnalsToken *slots[MAX_SLOTS];
  guint n_slots;
} Reader;

static gboolean
means (const Reader *reader, const AnnalsToken *token, AnnalsTerm term, gint *value)
{
  return token->sense != 0 && annals_typed_text_means (reader->typed->text, token, term, value);
}

static gboolean
is_sign (const AnnalsToken *token, gunichar sign)
{
  return token->kind == ANNALS_TOKEN_SIGN && token->sign == sign;
}

/* What may stand anywhere */

typedef struct
{
  AnnalsTerm term;
  gboolean (*apply) (Reader *reader, gint value);
} Loose;

static gboolean
apply_noise (Reader *reader, gint value)
{
  return TRUE;
}

static gboolean
apply_about (Reader *reader, gint value)
{
  reader->draft->qualifiers |= ANNALS_QUALIFIER_APPROXIMATE;

  return TRUE;
}

static gboolean
apply_perhaps (Reader *reader, gint value)
{
  reader->draft->qualifiers |= ANNALS_QUALIFIER_UNCERTAIN;

  return TRUE;
}

static gboolean
apply_era (Reader *reader, gint value)
{
  gboolean is_first = reader->draft->era == ANNALS_TYPED_ERA_NONE;

  reader->draft->era = (AnnalsTypedEra) value;

  return is_first;
}

static gboolean
apply_part (Reader *reader, gint value)
{
  gboolean is_first = reader->draft->part == ANNALS_TYPED_PART_NONE;

  reader->draft->part = value;

  return is_first;
}

static gboolean
apply_hemisphere (Reader *reader, gint value)
{
  reader->draft->hemisphere = value;

  return TRUE;
}

/* In this order: “mar” is March rather than the French Tuesday. */
static const Loose loose[] = {
  { ANNALS_TERM_NOISE, apply_noise },
  { ANNALS_TERM_WEEKDAY, apply_noise },
  { ANNALS_TERM_ABOUT, apply_about },
  { ANNALS_TERM_PERHAPS, apply_perhaps },
  { ANNALS_TERM_ERA, apply_era },
  { ANNALS_TERM_PART, apply_part },
  { ANNALS_TERM_HEMISPHERE, apply_hemisphere },
};

/* “19c” and “5th c.”, but not “17 October c. 1973”. */
static gboolean
is_century (const Reader *reader, const AnnalsToken *token)
{
  const AnnalsToken *last = reader->n_slots > 0 ? reader->slots[reader->n_slots - 1] : NULL;

  if (!means (reader, token, ANNALS_TERM_CENTURY, NULL) || last == NULL || last + 1 != token)
    return FALSE;

  return last->kind == ANNALS_TOKEN_NUMBER && last->n_digits <= 2
         && ((last->flags & ANNALS_TOKEN_ORDINAL) || !(token->flags & ANNALS_TOKEN_SPACED)
             || !means (reader, token, ANNALS_TERM_ABOUT, NULL));
}

/* Tells by the word before it whether a dash joins or divides. */
static gboolean
is_hyphen (const Reader *reader, const AnnalsToken *token, const AnnalsToken *first)
{
  static const AnnalsTerm terms[] = { ANNALS_TERM_PART, ANNALS_TERM_ABOUT, ANNALS_TERM_PERHAPS,
                                      ANNALS_TERM_NOISE, ANNALS_TERM_WEEKDAY };

  if (token == first || (token->flags & ANNALS_TOKEN_SPACED) || token[-1].kind != ANNALS_TOKEN_WORD)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    if (means (reader, token - 1, terms[i], NULL))
      return TRUE;

  return FALSE;
}

/* Whether a sign means something to the patterns; FALSE after dealing with it. */
static gboolean
is_slot_sign (Reader *reader, const AnnalsToken *token, const AnnalsToken *first)
{
  switch (token->sign)
    {
    case '?':
      apply_perhaps (reader, 0);
      return FALSE;
    case '~':
      apply_about (reader, 0);
      return FALSE;
    case '%':
      apply_perhaps (reader, 0);
      apply_about (reader, 0);
      return FALSE;
    case '-':
      return !is_hyphen (reader, token, first);
    case '.':
      return token > first && token[-1].kind == ANNALS_TOKEN_NUMBER
             && token[1].kind == ANNALS_TOKEN_NUMBER
             && !(token[-1].flags & (ANNALS_TOKEN_ORDINAL | ANNALS_TOKEN_DECADE));
    case ',':
    case '(':
    case ')':
    case '[':
    case ']':
    case '"':
    case '\'':
      return FALSE;
    default:
      return TRUE;
    }
}

static gboolean
take_word (Reader *reader, const AnnalsToken *token, gboolean *is_taken)
{
  *is_taken = FALSE;
  if (token->sense == 0 || is_century (reader, token)
      || means (reader, token, ANNALS_TERM_MONTH, NULL))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (loose); i++)
    {
      gint value;

      if (!means (reader, token, loose[i].term, &value))
        continue;
      *is_taken = TRUE;
      return loose[i].apply (reader, value);
    }

  return TRUE;
}

static gboolean
gather (Reader *reader, const AnnalsToken *first, guint n_tokens)
{
  for (const AnnalsToken *token = first; token < first + n_tokens; token++)
    {
      gboolean is_taken = FALSE;

      if (token->kind == ANNALS_TOKEN_SIGN && !is_slot_sign (reader, token, first))
        continue;
      if (token->kind == ANNALS_TOKEN_WORD && !take_word (reader, token, &is_taken))
        return FALSE;
      if (is_taken)
        continue;
      if (reader->n_slots == MAX_SLOTS)
        return FALSE;
      reader->slots[reader->n_slots++] = token;
    }

  return TRUE;
}

static void
remove_slots (Reader *reader, guint at, guint n)
{
  for (guint i = at; i + n < reader->n_slots; i++)
    reader->slots[i] = reader->slots[i + n];
  reader->n_slots -= n;
}

static const AnnalsToken *
get_slot (const Reader *reader, guint at)
{
  static const AnnalsToken none = { .kind = ANNALS_TOKEN_END };

  return at < reader->n_slots ? reader->slots[at] : &none;
}

/* Times of day */

static gboolean
is_short_number (const AnnalsToken *token)
{
  return token->kind == ANNALS_TOKEN_NUMBER && token->n_digits <= 2
         && !(token->flags & (ANNALS_TOKEN_DECADE | ANNALS_TOKEN_ORDINAL));
}

static void
take_zone (Reader *reader)
{
  AnnalsDraft *draft = reader->draft;

  for (guint i = 0; i < reader->n_slots; i++)
    {
      gboolean is_offset = is_sign (get_slot (reader, i + 1), '-')
                           || is_sign (get_slot (reader, i + 1), '+');
      gboolean has_minutes = is_sign (get_slot (reader, i + 3), ':')
                             && is_short_number (get_slot (reader, i + 4));

      if (!means (reader, reader->slots[i], ANNALS_TERM_UTC, NULL))
        continue;
      if (!is_offset || !is_short_number (get_slot (reader, i + 2)))
        {
          g_strlcpy (draft->zone, "Z", sizeof draft->zone);
          remove_slots (reader, i, 1);
          return;
        }
      g_snprintf (draft->zone, sizeof draft->zone, "%c%02d:%02d",
                  (gchar) reader->slots[i + 1]->sign, (gint) reader->slots[i + 2]->number % 100,
                  has_minutes ? (gint) reader->slots[i + 4]->number % 100 : 0);
      remove_slots (reader, i, has_minutes ? 5 : 3);
      return;
    }
}

static gboolean
set_time (Reader *reader, gint64 hour, gint64 minute, gint64 second)
{
  AnnalsDraft *draft = reader->draft;

  draft->has_time = TRUE;
  draft->hour = (gint) hour;
  draft->minute = (gint) minute;
  draft->second = (gint) second;

  return hour < 24 && minute < 60 && second < 60;
}

/* “3 pm” is hour 15 and “12 am” hour 0. */
static void
take_half_day (Reader *reader, guint at)
{
  gint half;

  if (means (reader, get_slot (reader, at), ANNALS_TERM_HALF_DAY, &half))
    {
      reader->draft->hour = reader->draft->hour % 12 + half;
      remove_slots (reader, at, 1);
    }
  else if (means (reader, get_slot (reader, at), ANNALS_TERM_CLOCK, NULL))
    remove_slots (reader, at, 1);
}

static gboolean
take_time (Reader *reader)
{
  gint hour;

  take_zone (reader);
  for (guint i = 0; i < reader->n_slots; i++)
    {
      const AnnalsToken *token = reader->slots[i];
      const AnnalsToken *next = get_slot (reader, i + 1);
      const AnnalsToken *minute = get_slot (reader, i + 2);
      gboolean has_seconds = is_sign (get_slot (reader, i + 3), ':')
                             && is_short_number (get_slot (reader, i + 4));

      if (means (reader, token, ANNALS_TERM_HOUR, &hour) && reader->n_slots > 1)
        {
          remove_slots (reader, i, 1);
          return set_time (reader, hour, 0, 0);
        }
      if (!is_short_number (token))
        continue;
      if (is_sign (next, ':') && is_short_number (minute))
        {
          gboolean is_time = set_time (reader, token->number, minute->number,
                                       has_seconds ? reader->slots[i + 4]->number : 0);

          remove_slots (reader, i, has_seconds ? 5 : 3);
          take_half_day (reader, i);
          return is_time;
        }
      if (reader->n_slots > 2
          && (means (reader, next, ANNALS_TERM_HALF_DAY, NULL)
              || (means (reader, next, ANNALS_TERM_CLOCK, NULL) && i > 0)))
        {
          gboolean is_time = set_time (reader, token->number, 0, 0);

          remove_slots (reader, i, 1);
          take_half_day (reader, i);
          return is_time;
        }
    }

  return TRUE;
}

/* Halves, quarters, thirds and decades of something longer */

static gboolean
get_ordinal (const Reader *reader, const AnnalsToken *token, gint *number)
{
  if (token->kind == ANNALS_TOKEN_WORD && token->roman > 0 && token->sense == 0)
    *number = token->roman;
  else if (token->kind == ANNALS_TOKEN_NUMBER && token->n_digits <= 3
           && !(token->flags & (ANNALS_TOKEN_DECADE | ANNALS_TOKEN_YEAR)))
    *number = (gint) token->number;
  else
    return means (reader, token, ANNALS_TERM_ORDINAL, number);

  return TRUE;
}

static const struct
{
  AnnalsTerm term;
  gint part;
  gint n_parts;
} divisions[] = {
  { ANNALS_TERM_HALF, ANNALS_TYPED_PART_HALF, 2 },
  { ANNALS_TERM_THIRD, ANNALS_TYPED_PART_THIRD, 3 },
  { ANNALS_TERM_QUARTER, ANNALS_TYPED_PART_QUARTER, 4 },
  { ANNALS_TERM_DECADE, ANNALS_TYPED_PART_DECADE, 10 },
};

static gboolean
take_division_at (Reader *reader, guint at, guint division)
{
  gint n_parts = divisions[division].n_parts;
  guint from = at;
  gint number;

  if (at > 0 && get_ordinal (reader, reader->slots[at - 1], &number)
      && (number <= n_parts || number == 99))
    from = at - 1;
  else if (!get_ordinal (reader, get_slot (reader, at + 1), &number) || number > n_parts
           || divisions[division].term == ANNALS_TERM_THIRD
           || (get_slot (reader, at + 1)->flags & ANNALS_TOKEN_ORDINAL))
    return FALSE;

  if (number == 99)
    number = n_parts;
  if (number < 1 || !apply_part (reader, divisions[division].part + number - 1))
    return FALSE;
  remove_slots (reader, from, 2);
  if (from < reader->n_slots
      && (is_sign (reader->slots[from], '/') || is_sign (reader->slots[from], '-')))
    remove_slots (reader, from, 1);
  else if (from > 0 && from == reader->n_slots
           && (is_sign (reader->slots[from - 1], '/') || is_sign (reader->slots[from - 1], '-')))
    remove_slots (reader, from - 1, 1);

  return TRUE;
}

static void
take_division (Reader *reader)
{
  for (guint at = 0; at < reader->n_slots; at++)
    for (guint i = 0; i < G_N_ELEMENTS (divisions); i++)
      if (means (reader, reader->slots[at], divisions[i].term, NULL)
          && take_division_at (reader, at, i))
        return;
}

/* Patterns */

/* What each letter of a pattern stands for is told by fits(). */
typedef enum
{
  ACTION_DATE,
  ACTION_NUMBERS,
  ACTION_MONTH_AND_YEAR,
  ACTION_DUAL,
  ACTION_SPAN,
  ACTION_SHORT_YEAR,
  ACTION_BARE,
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
  { "KE", ACTION_ONE, ANNALS_DRAFT_DECADE },
  { "yE", ACTION_ONE, ANNALS_DRAFT_DECADE },
  { "Ey", ACTION_ONE, ANNALS_DRAFT_DECADE },
  { "Fy", ACTION_DATE, ANNALS_DRAFT_FISCAL },
  { "yF", ACTION_DATE, ANNALS_DRAFT_FISCAL },
  { "Fn", ACTION_DATE, ANNALS_DRAFT_FISCAL },
  { "aA", ACTION_ONE, ANNALS_DRAFT_AGE },
  { "aU", ACTION_ONE, ANNALS_DRAFT_AGE },
  { "aUA", ACTION_ONE, ANNALS_DRAFT_AGE },
  { "aGA", ACTION_ONE, ANNALS_DRAFT_AGE },
  { "dmy", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "mdy", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "ymd", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "ydm", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "dry", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "xmy", ACTION_DATE, ANNALS_DRAFT_DAY },
  { "xSy", ACTION_DATE, ANNALS_DRAFT_MONTH },
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
  { "y-m", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "y/m", ACTION_DATE, ANNALS_DRAFT_MONTH },
  { "nnn", ACTION_NUMBERS, ANNALS_DRAFT_DAY },
  { "Fy-n", ACTION_DUAL, ANNALS_DRAFT_FISCAL },
  { "Fy/n", ACTION_DUAL, ANNALS_DRAFT_FISCAL },
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

#define MARKS (ANNALS_TOKEN_YEAR | ANNALS_TOKEN_MONTH | ANNALS_TOKEN_DAY)

static gboolean
is_plain_number (const AnnalsToken *token, guint unwanted)
{
  return token->kind == ANNALS_TOKEN_NUMBER && token->n_decimals == 0
         && !(token->flags & (unwanted | ANNALS_TOKEN_DECADE));
}

static gboolean
fits_year (const Reader *reader, const AnnalsToken *token)
{
  if (!is_plain_number (token, ANNALS_TOKEN_MONTH | ANNALS_TOKEN_DAY | ANNALS_TOKEN_ORDINAL))
    return FALSE;
  if ((token->flags & ANNALS_TOKEN_GROUPED) && reader->draft->era == ANNALS_TYPED_ERA_NONE)
    return FALSE;

  return token->n_digits >= 3 || (token->flags & (ANNALS_TOKEN_YEAR | ANNALS_TOKEN_APOSTROPHE))
         || reader->draft->era != ANNALS_TYPED_ERA_NONE;
}

static gboolean
fits_ordinal (const Reader *reader, const AnnalsToken *token)
{
  if (token->kind == ANNALS_TOKEN_NUMBER)
    return token->n_digits <= 2 && !(token->flags & (MARKS | ANNALS_TOKEN_DECADE));

  return token->roman > 0 || means (reader, token, ANNALS_TERM_ORDINAL, NULL);
}

static gboolean
fits (const Reader *reader, const AnnalsToken *token, gchar symbol)
{
  gint value;

  switch (symbol)
    {
    case 't':
      return token->kind == ANNALS_TOKEN_ATOM;
    case 'y':
      return fits_year (reader, token);
    case 'n':
      return is_plain_number (token, MARKS | ANNALS_TOKEN_ORDINAL | ANNALS_TOKEN_GROUPED);
    case 'a':
      return is_plain_number (token, MARKS | ANNALS_TOKEN_ORDINAL)
             || (token->kind == ANNALS_TOKEN_NUMBER && token->n_decimals > 0);
    case 'd':
      return (is_plain_number (token,
                               ANNALS_TOKEN_YEAR | ANNALS_TOKEN_MONTH | ANNALS_TOKEN_APOSTROPHE)
              && token->n_digits <= 2)
             || (means (reader, token, ANNALS_TERM_ORDINAL, &value) && value < 32);
    case 'm':
      return means (reader, token, ANNALS_TERM_MONTH, NULL)
             || (token->kind == ANNALS_TOKEN_NUMBER && (token->flags & ANNALS_TOKEN_MONTH));
    case 'r':
      return token->roman > 0 && token->roman <= 12;
    case 'o':
      return fits_ordinal (reader, token);
    case 'K':
      return token->kind == ANNALS_TOKEN_NUMBER && (token->flags & ANNALS_TOKEN_DECADE);
    case '-':
    case '/':
    case '.':
      return is_sign (token, (gunichar) symbol);
    default:
      break;
    }
  return FALSE;
}

static const struct
{
  gchar symbol;
  AnnalsTerm term;
} symbol_terms[] = {
  { 'S', ANNALS_TERM_SEASON },     { 'f', ANNALS_TERM_FEAST },     { 'x', ANNALS_TERM_SOME_DAY },
  { 'X', ANNALS_TERM_SOME_MONTH }, { 'C', ANNALS_TERM_CENTURY },   { 'L', ANNALS_TERM_MILLENNIUM },
  { 'E', ANNALS_TERM_DECADE },     { 'F', ANNALS_TERM_FISCAL },    { 'A', ANNALS_TERM_AGO },
  { 'U', ANNALS_TERM_AGE_UNIT },   { 'G', ANNALS_TERM_MAGNITUDE }, { 'N', ANNALS_TERM_NOW },
  { 'u', ANNALS_TERM_UNKNOWN },
};

static gboolean
fits_symbol (const Reader *reader, const AnnalsToken *token, gchar symbol)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbol_terms); i++)
    if (symbol_terms[i].symbol == symbol)
      return means (reader, token, symbol_terms[i].term, NULL);

  return fits (reader, token, symbol);
}

static gboolean
fits_pattern (const Reader *reader, const gchar *pattern)
{
  for (guint i = 0; i < reader->n_slots; i++)
    if (pattern[i] == '\0' || !fits_symbol (reader, reader->slots[i], pattern[i]))
      return FALSE;

  return pattern[reader->n_slots] == '\0';
}

/* What the patterns do */

static void
set_year (AnnalsDraft *draft, const AnnalsToken *token)
{
  draft->year = token->number;
  draft->n_year_digits = token->flags & ANNALS_TOKEN_YEAR ? MAX (3, token->n_digits)
                                                          : token->n_digits;
  draft->has_apostrophe = (token->flags & ANNALS_TOKEN_APOSTROPHE) != 0;
}

static void
set_by_symbol (Reader *reader, const AnnalsToken *token, gchar symbol)
{
  AnnalsDraft *draft = reader->draft;
  gint value = 0;

  switch (symbol)
    {
    case 'y':
      set_year (draft, token);
      break;
    case 'd':
      draft->day = means (reader, token, ANNALS_TERM_ORDINAL, &value) ? value
                                                                      : (gint) token->number;
      break;
    case 'm':
      draft->month = means (reader, token, ANNALS_TERM_MONTH, &value) ? value
                                                                      : (gint) token->number;
      break;
    case 'r':
      draft->month = token->roman;
      break;
    case 'S':
      means (reader, token, ANNALS_TERM_SEASON, &value);
      draft->month = (draft->hemisphere != 0 ? draft->hemisphere : ANNALS_EDTF_SEASON_FIRST)
                     + value;
      break;
    case 'f':
      means (reader, token, ANNALS_TERM_FEAST, &draft->feast);
      break;
    case 'x':
      draft->day = ANNALS_EDTF_UNSPECIFIED;
      break;
    case 'X':
      draft->month = ANNALS_EDTF_UNSPECIFIED;
      break;
    case 'A':
      means (reader, token, ANNALS_TERM_AGO, &draft->anchor);
      break;
    case 'U':
      means (reader, token, ANNALS_TERM_AGE_UNIT, &draft->power);
      draft->anchor = MAX (draft->anchor, 1950);
      break;
    case 'G':
      means (reader, token, ANNALS_TERM_MAGNITUDE, &draft->power);
      break;
    case 'a':
      draft->bare = token->number;
      draft->n_bare_digits = token->n_digits;
      draft->n_decimals = token->n_decimals;
      break;
    case 'K':
      set_year (draft, token);
      break;
    case 't':
      draft->atom = token;
      break;
    case 'o':
      if (get_ordinal (reader, token, &value) || (value = token->roman) > 0)
        draft->year = value;
      break;
    default:
      break;
    }
}

static void
set_all (Reader *reader, const gchar *pattern)
{
  for (guint i = 0; i < reader->n_slots; i++)
    set_by_symbol (reader, reader->slots[i], pattern[i]);
}

static gint64
get_power (gint n_digits)
{
  gint64 power = 1;

  while (n_digits-- > 0)
    power *= 10;

  return power;
}

static gboolean
read_numbers (Reader *reader)
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
  gboolean is_month_first = annals_lexicon_get_order (reader->typed->text->lexicon)
                            == ANNALS_TYPED_ORDER_MDY;

  if (a->n_digits >= 3 && b->n_digits <= 2 && c->n_digits <= 2)
    {
      set_year (draft, a);
      draft->month = (gint) b->number;
      draft->day = (gint) c->number;
      return TRUE;
    }
  if (a->n_digits > 2 || b->n_digits > 2)
    return FALSE;
  if (!fits_year (reader, c))
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
read_month_and_year (Reader *reader, const gchar *pattern)
{
  const AnnalsToken *month = reader->slots[*pattern == 'y' ? 2 : 0];

  set_year (reader->draft, reader->slots[*pattern == 'y' ? 0 : 2]);
  reader->draft->month = (gint) month->number;

  return month->n_digits <= 2;
}

/* “1697/8”, “1914–18”: a second year with fewer digits, or a month. */
static gboolean
read_dual (Reader *reader, const gchar *pattern)
{
  AnnalsDraft *draft = reader->draft;
  const AnnalsToken *number = reader->slots[reader->n_slots - 1];
  gboolean is_slash = is_sign (reader->slots[reader->n_slots - 2], '/');
  gint64 power = get_power (number->n_digits);
  gboolean is_month = is_slash && number->n_digits == 2 && number->number >= 1
                      && number->number <= 12 && *pattern == 'y';

  if (draft->era == ANNALS_TYPED_ERA_BCE)
    return FALSE;

  set_all (reader, pattern);
  draft->dual = draft->year / power * power + number->number;
  if (number->n_digits >= draft->n_year_digits && !draft->has_apostrophe)
    return FALSE;
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

/* “c. 1850–1860”: what is said of the whole is said of both ends. */
static gboolean
read_span (Reader *reader, const gchar *pattern)
{
  const AnnalsToken *dash = reader->slots[reader->n_slots - 2];
  const AnnalsToken *number = reader->slots[reader->n_slots - 1];
  AnnalsDraft *draft = reader->draft;
  gboolean is_ascending;

  if (((dash->flags | number->flags) & ANNALS_TOKEN_SPACED) && draft->qualifiers != 0)
    return FALSE;
  if (draft->part != ANNALS_TYPED_PART_NONE)
    return FALSE;

  for (guint i = 0; i + 1 < reader->n_slots; i++)
    set_by_symbol (reader, reader->slots[i], pattern[i]);
  draft->dual = number->number;
  is_ascending = draft->era == ANNALS_TYPED_ERA_BCE ? draft->dual < draft->year
                                                    : draft->dual > draft->year;
  /* “AD 98–17” and “100–50 BC” carry their era; “1850–60” is another pattern. */
  if (number->n_digits < 3 && draft->n_year_digits >= 3 && draft->era != ANNALS_TYPED_ERA_BCE)
    return FALSE;

  return is_ascending || draft->dual == draft->year
         || annals_typed_fail (reader->typed, _ ("The end lies before the begin."));
}

static gboolean
read_bare (Reader *reader)
{
  const AnnalsToken *token = reader->slots[0];
  AnnalsDraft *draft = reader->draft;
  gint ordinal = token->roman;

  if (token->kind == ANNALS_TOKEN_NUMBER)
    {
      draft->bare = token->number;
      draft->n_bare_digits = token->n_digits;
      draft->is_bare_ordinal = (token->flags & ANNALS_TOKEN_ORDINAL) != 0;
      return token->n_digits <= 2 || !(token->flags & ANNALS_TOKEN_GROUPED);
    }

  get_ordinal (reader, token, &ordinal);
  draft->bare = ordinal;
  draft->n_bare_digits = 2;
  draft->is_bare_ordinal = TRUE;

  return ordinal < 99;
}

static gboolean
fail_short_year (Reader *reader)
{
  gint64 year = reader->slots[2]->number;

  /* Translators: a year was typed with two digits; %1$02d are these. */
  return annals_typed_fail (reader->typed,
                            _ ("Write the year with four digits, like 19%1$02d or 18%1$02d."),
                            (gint) (year % 100));
}

static gboolean
act (Reader *reader, guint index)
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
    case ACTION_SHORT_YEAR:
      return fail_short_year (reader);
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
read_patterns (Reader *reader)
{
  const AnnalsDraft gathered = *reader->draft;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      if (!fits_pattern (reader, patterns[i].pattern))
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
  Reader reader = { .typed = typed, .draft = draft };

  *draft = (AnnalsDraft){ 0 };
  if (!gather (&reader, typed->text->tokens + first, n_tokens) || !take_time (&reader))
    return FALSE;

  take_division (&reader);

  return read_patterns (&reader);
}
