/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-draft-reader.h"

/* What may stand anywhere in a date is taken out of its words: words without meaning, qualifiers,
 * the era, “early” and “late”, a half or a quarter, a time of day. */

/**
 * annals_draft_reader_means:
 * @reader: a reader
 * @token: a token
 * @term: a meaning
 * @value: (out) (optional): where to put its value
 *
 * Returns: whether @token is a word that can mean @term
 */
gboolean
annals_draft_reader_means (const AnnalsDraftReader *reader,
                           const AnnalsToken *token,
                           AnnalsTerm term,
                           gint *value)
{
  return token->sense != 0 && annals_typed_text_means (reader->typed->text, token, term, value);
}

gboolean
annals_token_is_sign (const AnnalsToken *token, gunichar sign)
{
  return token->kind == ANNALS_TOKEN_SIGN && token->sign == sign;
}

/* What may stand anywhere */

typedef struct
{
  AnnalsTerm term;
  gboolean (*apply) (AnnalsDraftReader *reader, gint value);
} Loose;

static gboolean
apply_noise (AnnalsDraftReader *reader, gint value)
{
  return TRUE;
}

/* Remembers where a qualifier stands. */
static void
note_qualifier (AnnalsDraftReader *reader, const AnnalsToken *token)
{
  gboolean is_bracketed = token > reader->typed->text->tokens
                          && (annals_token_is_sign (token - 1, '(')
                              || annals_token_is_sign (token - 1, '['));

  if (reader->qualified_at == 0)
    reader->qualified_at = reader->n_slots;
  if (reader->n_slots == 0)
    reader->n_leading_qualifiers++;
  else if (is_bracketed)
    reader->bracketed_at = reader->n_slots;
  else
    reader->n_loose_qualifiers++;
}

static gboolean
apply_about (AnnalsDraftReader *reader, gint value)
{
  reader->draft->qualifiers |= ANNALS_QUALIFIER_APPROXIMATE;

  return TRUE;
}

static gboolean
apply_perhaps (AnnalsDraftReader *reader, gint value)
{
  reader->draft->qualifiers |= ANNALS_QUALIFIER_UNCERTAIN;

  return TRUE;
}

static gboolean
apply_era (AnnalsDraftReader *reader, gint value)
{
  gboolean is_first = reader->draft->era == ANNALS_TYPED_ERA_NONE;

  reader->draft->era = (AnnalsTypedEra) value;
  reader->draft->is_era_first = reader->n_slots == 0;

  return is_first;
}

static gboolean
apply_part (AnnalsDraftReader *reader, gint value)
{
  gboolean is_first = reader->draft->part == ANNALS_TYPED_PART_NONE;

  reader->draft->part = value;

  return is_first;
}

static gboolean
apply_calendar (AnnalsDraftReader *reader, gint value)
{
  reader->draft->calendar = (AnnalsCalendar) value;

  return TRUE;
}

static gboolean
apply_hemisphere (AnnalsDraftReader *reader, gint value)
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
  { ANNALS_TERM_CALENDAR, apply_calendar },
};

/* “C19”, which is capital and joined; “c19” is about the year 19. */
static gboolean
is_capital_century (const AnnalsDraftReader *reader, const AnnalsToken *token)
{
  const AnnalsToken *after = token + 2;

  return token->end - token->start == 1 && reader->typed->text->plain[token->start] == 'C'
         && token[1].kind == ANNALS_TOKEN_NUMBER && token[1].flags == 0 && token[1].number > 0
         && token[1].number <= 21
         && (after->kind == ANNALS_TOKEN_END
             || (after->kind == ANNALS_TOKEN_SIGN && after->sign != '.')
             || annals_draft_reader_means (reader, after, ANNALS_TERM_ERA, NULL));
}

/* “19c” and “5th c.”, but not “17 October c. 1973”. */
static gboolean
is_century (const AnnalsDraftReader *reader, const AnnalsToken *token)
{
  const AnnalsToken *last = reader->n_slots > 0 ? reader->slots[reader->n_slots - 1] : NULL;

  if (last == NULL && is_capital_century (reader, token))
    return TRUE;
  /* “C19th” */
  if (annals_draft_reader_means (reader, token, ANNALS_TERM_CENTURY, NULL)
      && annals_draft_reader_means (reader, token, ANNALS_TERM_ABOUT, NULL) && last == NULL
      && annals_token_is_short_number (token + 1) == FALSE && token[1].kind == ANNALS_TOKEN_NUMBER
      && (token[1].flags & ~ANNALS_TOKEN_SPACED) == ANNALS_TOKEN_ORDINAL
      && !(token[1].flags & ANNALS_TOKEN_SPACED) && token[2].kind == ANNALS_TOKEN_END)
    return TRUE;
  if (!annals_draft_reader_means (reader, token, ANNALS_TERM_CENTURY, NULL) || last == NULL
      || last + 1 != token)
    return FALSE;

  if (last->kind == ANNALS_TOKEN_WORD)
    return last->roman > 0 || annals_draft_reader_means (reader, last, ANNALS_TERM_ORDINAL, NULL);

  return last->kind == ANNALS_TOKEN_NUMBER && last->n_digits <= 2
         && ((last->flags & ANNALS_TOKEN_ORDINAL) || !(token->flags & ANNALS_TOKEN_SPACED)
             || !annals_draft_reader_means (reader, token, ANNALS_TERM_ABOUT, NULL));
}

/* Tells by the word before it whether a dash joins or divides. */
static gboolean
is_hyphen (const AnnalsDraftReader *reader, const AnnalsToken *token, const AnnalsToken *first)
{
  static const AnnalsTerm terms[] = { ANNALS_TERM_PART, ANNALS_TERM_ABOUT, ANNALS_TERM_PERHAPS,
                                      ANNALS_TERM_NOISE, ANNALS_TERM_WEEKDAY };

  if (token == first)
    return token > reader->typed->text->tokens
           && annals_draft_reader_means (reader, token - 1, ANNALS_TERM_TO, NULL);
  if (token->flags & ANNALS_TOKEN_SPACED)
    return FALSE;
  if (annals_draft_reader_means (reader, token + 1, ANNALS_TERM_CENTURY, NULL)
      || annals_draft_reader_means (reader, token + 1, ANNALS_TERM_MILLENNIUM, NULL)
      || annals_draft_reader_means (reader, token + 1, ANNALS_TERM_DECADE_NAME, NULL))
    return TRUE;
  /* “1970er-Jahre” */
  if ((token[-1].flags & ANNALS_TOKEN_DECADE)
      && annals_draft_reader_means (reader, token + 1, ANNALS_TERM_NOISE, NULL))
    return TRUE;
  if (token[-1].kind != ANNALS_TOKEN_WORD)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    if (annals_draft_reader_means (reader, token - 1, terms[i], NULL))
      return TRUE;

  return FALSE;
}

/* Whether a sign means something to the patterns; FALSE after dealing with it. */
static gboolean
is_slot_sign (AnnalsDraftReader *reader, const AnnalsToken *token, const AnnalsToken *first)
{
  if (token->sign == '?' || token->sign == '~' || token->sign == '%')
    note_qualifier (reader, token);
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
    case ':':
      return token > first && token[-1].kind == ANNALS_TOKEN_NUMBER;
    case ',':
    case 0xa9:   /* © */
    case 0x2117: /* ℗ */
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
take_word (AnnalsDraftReader *reader, const AnnalsToken *token, gboolean *is_taken)
{
  *is_taken = FALSE;
  if (token->sense == 0 || is_century (reader, token)
      || annals_draft_reader_means (reader, token, ANNALS_TERM_MONTH, NULL))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (loose); i++)
    {
      gint value;

      if (!annals_draft_reader_means (reader, token, loose[i].term, &value))
        continue;
      *is_taken = TRUE;
      if (loose[i].term == ANNALS_TERM_ABOUT || loose[i].term == ANNALS_TERM_PERHAPS)
        note_qualifier (reader, token);
      return loose[i].apply (reader, value);
    }

  return TRUE;
}

static gboolean
gather (AnnalsDraftReader *reader, const AnnalsToken *first, guint n_tokens)
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
      if (reader->n_slots == ANNALS_DRAFT_MAX_SLOTS)
        return FALSE;
      reader->slots[reader->n_slots++] = token;
    }

  return TRUE;
}

static void
remove_slots (AnnalsDraftReader *reader, guint at, guint n)
{
  for (guint i = at; i + n < reader->n_slots; i++)
    reader->slots[i] = reader->slots[i + n];
  reader->n_slots -= n;
}

static const AnnalsToken *
get_slot (const AnnalsDraftReader *reader, guint at)
{
  static const AnnalsToken none = { .kind = ANNALS_TOKEN_END };

  return at < reader->n_slots ? reader->slots[at] : &none;
}

/* Times of day */

gboolean
annals_token_is_short_number (const AnnalsToken *token)
{
  return token->kind == ANNALS_TOKEN_NUMBER && token->n_digits <= 2
         && !(token->flags & (ANNALS_TOKEN_DECADE | ANNALS_TOKEN_ORDINAL));
}

static void
take_zone (AnnalsDraftReader *reader)
{
  AnnalsDraft *draft = reader->draft;

  for (guint i = 0; i < reader->n_slots; i++)
    {
      gboolean is_offset = annals_token_is_sign (get_slot (reader, i + 1), '-')
                           || annals_token_is_sign (get_slot (reader, i + 1), '+');
      gboolean has_minutes = annals_token_is_sign (get_slot (reader, i + 3), ':')
                             && annals_token_is_short_number (get_slot (reader, i + 4));

      if (!annals_draft_reader_means (reader, reader->slots[i], ANNALS_TERM_UTC, NULL))
        continue;
      if (!is_offset || !annals_token_is_short_number (get_slot (reader, i + 2)))
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
set_time (AnnalsDraftReader *reader, gint64 hour, gint64 minute, gint64 second)
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
take_half_day (AnnalsDraftReader *reader, guint at)
{
  gint half;

  if (annals_draft_reader_means (reader, get_slot (reader, at), ANNALS_TERM_HALF_DAY, &half))
    {
      reader->draft->hour = reader->draft->hour % 12 + half;
      remove_slots (reader, at, 1);
    }
  else if (annals_draft_reader_means (reader, get_slot (reader, at), ANNALS_TERM_CLOCK, NULL))
    remove_slots (reader, at, 1);
}

static gboolean
take_time (AnnalsDraftReader *reader)
{
  gint hour;

  take_zone (reader);
  for (guint i = 0; i < reader->n_slots; i++)
    {
      const AnnalsToken *token = reader->slots[i];
      const AnnalsToken *next = get_slot (reader, i + 1);
      const AnnalsToken *minute = get_slot (reader, i + 2);
      gboolean has_seconds = annals_token_is_sign (get_slot (reader, i + 3), ':')
                             && annals_token_is_short_number (get_slot (reader, i + 4));

      if (annals_draft_reader_means (reader, token, ANNALS_TERM_HOUR, &hour) && reader->n_slots > 1)
        {
          remove_slots (reader, i, 1);
          return set_time (reader, hour, 0, 0);
        }
      if (!annals_token_is_short_number (token))
        continue;
      /* “8:15”, and “8.15 am” */
      if ((annals_token_is_sign (next, ':')
           || (annals_token_is_sign (next, '.')
               && annals_draft_reader_means (reader, get_slot (reader, i + 3), ANNALS_TERM_HALF_DAY,
                                             NULL)))
          && annals_token_is_short_number (minute))
        {
          gboolean is_time = set_time (reader, token->number, minute->number,
                                       has_seconds ? reader->slots[i + 4]->number : 0);

          remove_slots (reader, i, has_seconds ? 5 : 3);
          take_half_day (reader, i);
          return is_time;
        }
      if (reader->n_slots > 2
          && (annals_draft_reader_means (reader, next, ANNALS_TERM_HALF_DAY, NULL)
              || (annals_draft_reader_means (reader, next, ANNALS_TERM_CLOCK, NULL) && i > 0)))
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

/**
 * annals_draft_reader_get_ordinal:
 * @reader: a reader
 * @token: a token
 * @number: (out): where to put the number; 99 for the last
 *
 * Returns: whether @token is an ordinal number, or a number that can stand for one
 */
gboolean
annals_draft_reader_get_ordinal (const AnnalsDraftReader *reader,
                                 const AnnalsToken *token,
                                 gint *number)
{
  if (token->kind == ANNALS_TOKEN_WORD && token->roman > 0 && token->sense == 0)
    *number = token->roman;
  else if (token->kind == ANNALS_TOKEN_NUMBER && token->n_digits <= 3
           && !(token->flags & (ANNALS_TOKEN_DECADE | ANNALS_TOKEN_YEAR)))
    *number = (gint) token->number;
  else
    return annals_draft_reader_means (reader, token, ANNALS_TERM_ORDINAL, number);

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
take_division_at (AnnalsDraftReader *reader, guint at, guint division)
{
  gint n_parts = divisions[division].n_parts;
  guint from = at;
  gint number;

  if (at > 0 && annals_draft_reader_get_ordinal (reader, reader->slots[at - 1], &number)
      && (number <= n_parts || number == 99))
    from = at - 1;
  else if (!annals_draft_reader_get_ordinal (reader, get_slot (reader, at + 1), &number)
           || number > n_parts || divisions[division].term == ANNALS_TERM_THIRD
           || (get_slot (reader, at + 1)->flags & ANNALS_TOKEN_ORDINAL))
    return FALSE;

  if (number == 99)
    number = n_parts;
  if (number < 1 || !apply_part (reader, divisions[division].part + number - 1))
    return FALSE;
  remove_slots (reader, from, 2);
  if (from < reader->n_slots
      && (annals_token_is_sign (reader->slots[from], '/')
          || annals_token_is_sign (reader->slots[from], '-')))
    remove_slots (reader, from, 1);
  else if (from > 0 && from == reader->n_slots
           && (annals_token_is_sign (reader->slots[from - 1], '/')
               || annals_token_is_sign (reader->slots[from - 1], '-')))
    remove_slots (reader, from - 1, 1);

  return TRUE;
}

static void
take_division (AnnalsDraftReader *reader)
{
  for (guint at = 0; at < reader->n_slots; at++)
    for (guint i = 0; i < G_N_ELEMENTS (divisions); i++)
      if (annals_draft_reader_means (reader, reader->slots[at], divisions[i].term, NULL)
          && take_division_at (reader, at, i))
        return;
}

/**
 * annals_draft_reader_gather:
 * @reader: a reader
 * @first: the first token
 * @n_tokens: how many tokens
 *
 * Takes out what may stand anywhere, and puts the rest into the slots.
 *
 * Returns: whether that makes sense
 */
gboolean
annals_draft_reader_gather (AnnalsDraftReader *reader, guint first, guint n_tokens)
{
  if (!gather (reader, reader->typed->text->tokens + first, n_tokens) || !take_time (reader))
    return FALSE;

  take_division (reader);

  return TRUE;
}
