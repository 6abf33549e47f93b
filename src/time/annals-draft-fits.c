/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-draft-reader.h"

/* What the letters of the patterns of a date stand for. */

#define MARKS (ANNALS_TOKEN_YEAR | ANNALS_TOKEN_MONTH | ANNALS_TOKEN_DAY)

static gboolean
is_plain_number (const AnnalsToken *token, guint unwanted)
{
  return token->kind == ANNALS_TOKEN_NUMBER && token->n_decimals == 0
         && !(token->flags & (unwanted | ANNALS_TOKEN_DECADE));
}

/* Whether the letters are those with which the number is written. */
static gboolean
is_written_in_roman (const gunichar *letters, guint n_letters, gint number)
{
  static const struct
  {
    gint value;
    const gchar *letters;
  } numerals[] = {
    { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
    { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
    { 5, "V" },    { 4, "IV" },   { 1, "I" },
  };
  guint at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    for (; number >= numerals[i].value; number -= numerals[i].value)
      for (const gchar *p = numerals[i].letters; *p != '\0'; p++, at++)
        if (at >= n_letters || g_unichar_toupper (letters[at]) != (gunichar) *p)
          return FALSE;

  return TRUE;
}

/* Words such as “mild” and “mix” are made of the letters of numerals too. */
static gboolean
is_roman_year (const AnnalsDraftReader *reader, const AnnalsToken *token)
{
  const gunichar *letters = reader->typed->text->plain + token->start;
  guint n_letters = token->end - token->start;

  return token->roman < 4000 && (n_letters >= 4 || g_unichar_isupper (letters[0]))
         && is_written_in_roman (letters, n_letters, token->roman);
}

gboolean
annals_draft_reader_fits_year (const AnnalsDraftReader *reader, const AnnalsToken *token)
{
  if (token->kind == ANNALS_TOKEN_WORD && token->roman >= 1000)
    return is_roman_year (reader, token);
  if (!is_plain_number (token, ANNALS_TOKEN_MONTH | ANNALS_TOKEN_DAY | ANNALS_TOKEN_ORDINAL))
    return FALSE;
  if ((token->flags & ANNALS_TOKEN_GROUPED) && reader->draft->era == ANNALS_TYPED_ERA_NONE)
    return FALSE;

  return (token->n_digits >= 3 && token->n_digits <= 4)
         || (token->flags & (ANNALS_TOKEN_YEAR | ANNALS_TOKEN_APOSTROPHE))
         || reader->draft->era != ANNALS_TYPED_ERA_NONE
         || reader->draft->calendar >= ANNALS_CALENDAR_FRENCH_REPUBLICAN;
}

static gboolean
fits_ordinal (const AnnalsDraftReader *reader, const AnnalsToken *token)
{
  if (token->kind == ANNALS_TOKEN_NUMBER)
    return token->n_digits <= (token->flags & ANNALS_TOKEN_ORDINAL ? 3 : 2)
           && !(token->flags & (MARKS | ANNALS_TOKEN_DECADE));

  return token->roman > 0 || annals_draft_reader_means (reader, token, ANNALS_TERM_ORDINAL, NULL);
}

static gboolean
fits (const AnnalsDraftReader *reader, const AnnalsToken *token, gchar symbol)
{
  gint value;

  switch (symbol)
    {
    case 't':
      return token->kind == ANNALS_TOKEN_ATOM;
    case 'y':
      return annals_draft_reader_fits_year (reader, token);
    case 'n':
      return is_plain_number (token, MARKS | ANNALS_TOKEN_ORDINAL | ANNALS_TOKEN_GROUPED);
    case 'a':
      return is_plain_number (token, MARKS | ANNALS_TOKEN_ORDINAL)
             || (token->kind == ANNALS_TOKEN_NUMBER && token->n_decimals > 0);
    case 'd':
      return (is_plain_number (token,
                               ANNALS_TOKEN_YEAR | ANNALS_TOKEN_MONTH | ANNALS_TOKEN_APOSTROPHE)
              && token->n_digits <= 2)
             || (annals_draft_reader_means (reader, token, ANNALS_TERM_ORDINAL, &value)
                 && value < 32);
    case 'm':
      return annals_draft_reader_means (reader, token, ANNALS_TERM_MONTH, NULL)
             || (token->kind == ANNALS_TOKEN_NUMBER && (token->flags & ANNALS_TOKEN_MONTH));
    case 'r':
      return token->roman > 0 && token->roman <= 12;
    case 'o':
      return fits_ordinal (reader, token);
    case 'M':
      return token->kind == ANNALS_TOKEN_CALENDAR_MONTH;
    case 'J':
      return token->kind == ANNALS_TOKEN_CALENDAR_ERA;
    case 'z':
      return is_plain_number (token, ANNALS_TOKEN_MONTH | ANNALS_TOKEN_DAY) || token->roman > 0;
    case 'w':
      return token->roman > 0 && reader->draft->calendar == ANNALS_CALENDAR_FRENCH_REPUBLICAN;
    case 'D':
      return token->kind == ANNALS_TOKEN_NUMBER && (token->flags & ANNALS_TOKEN_DAY);
    case 'B':
      return is_plain_number (token, MARKS | ANNALS_TOKEN_ORDINAL | ANNALS_TOKEN_GROUPED)
             && token->n_digits == 8 && reader->draft->era == ANNALS_TYPED_ERA_NONE;
    case 'i':
      return annals_token_is_short_number (token);
    case 'H':
      return annals_draft_reader_means (reader, token, ANNALS_TERM_HALF_DAY, NULL);
    case 'K':
      return token->kind == ANNALS_TOKEN_NUMBER && (token->flags & ANNALS_TOKEN_DECADE);
    case '-':
    case '/':
    case '.':
      return annals_token_is_sign (token, (gunichar) symbol);
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
  { 'S', ANNALS_TERM_SEASON },    { 'f', ANNALS_TERM_FEAST },
  { 'x', ANNALS_TERM_SOME_DAY },  { 'X', ANNALS_TERM_SOME_MONTH },
  { 'C', ANNALS_TERM_CENTURY },   { 'L', ANNALS_TERM_MILLENNIUM },
  { 'E', ANNALS_TERM_DECADE },    { 'F', ANNALS_TERM_FISCAL },
  { 'A', ANNALS_TERM_AGO },       { 'U', ANNALS_TERM_AGE_UNIT },
  { 'G', ANNALS_TERM_MAGNITUDE }, { 'N', ANNALS_TERM_NOW },
  { 'u', ANNALS_TERM_UNKNOWN },   { 'k', ANNALS_TERM_DECADE_NAME },
  { 'h', ANNALS_TERM_HUNDREDS },  { 'g', ANNALS_TERM_FEAST },
};

static gboolean
fits_symbol (const AnnalsDraftReader *reader, const AnnalsToken *token, gchar symbol)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbol_terms); i++)
    if (symbol_terms[i].symbol == symbol)
      return annals_draft_reader_means (reader, token, symbol_terms[i].term, NULL);

  return fits (reader, token, symbol);
}

/* Whether what is left of the words is what @pattern says, letter by letter. */
gboolean
annals_draft_reader_fits (const AnnalsDraftReader *reader, const gchar *pattern)
{
  if (strlen (pattern) != reader->n_slots)
    return FALSE;

  for (guint i = 0; i < reader->n_slots; i++)
    if (!fits_symbol (reader, reader->slots[i], pattern[i]))
      return FALSE;

  return TRUE;
}
