/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-typed-numbers.h"

/* Numbers: in digits, with what may stand between and after them, as Roman numerals and in those of
 * East Asia. */

#define MAX_DIGITS 18

gboolean
annals_typed_is_digit (gunichar character)
{
  return character >= '0' && character <= '9';
}

static gboolean
is_separator (const AnnalsTypedText *text, gunichar character)
{
  return character == ',' || character == annals_lexicon_get_separator (text->lexicon);
}

/* How many digits there are from @at on. */
guint
annals_typed_count_digits (const AnnalsTypedText *text, guint at)
{
  guint n = 0;

  while (at + n < text->n_characters && annals_typed_is_digit (text->plain[at + n]))
    n++;

  return n;
}

static void
add_digits (const AnnalsTypedText *text, AnnalsToken *token, guint at, guint n)
{
  for (guint i = 0; i < n && token->n_digits < MAX_DIGITS; i++)
    {
      token->number = token->number * 10 + (text->plain[at + i] - '0');
      token->n_digits++;
    }
}

/* Decimals are taken for such only before “million”, “ka” and the like. */
static guint
read_decimals (const AnnalsTypedText *text, guint at, AnnalsToken *token)
{
  guint n_decimals;
  guint word;
  guint end;
  guint sense;

  if (at >= text->n_characters || (text->plain[at] != '.' && text->plain[at] != ','))
    return at;

  n_decimals = annals_typed_count_digits (text, at + 1);
  word = at + 1 + n_decimals;
  if (n_decimals == 0 || n_decimals > 6)
    return at;
  while (word < text->n_characters && text->plain[word] == ' ')
    word++;
  sense = annals_typed_text_match (text, word, &end);
  if (!annals_typed_text_has_term (text, sense, ANNALS_TERM_MAGNITUDE, NULL)
      && !annals_typed_text_has_term (text, sense, ANNALS_TERM_AGE_UNIT, NULL))
    return at;

  add_digits (text, token, at + 1, n_decimals);
  token->n_decimals = (gint) n_decimals;

  return at + 1 + n_decimals;
}

static const struct
{
  AnnalsTerm term;
  guint flag;
  gboolean may_be_spaced;
} number_marks[] = {
  { ANNALS_TERM_DECADE_SUFFIX, ANNALS_TOKEN_DECADE, FALSE },
  { ANNALS_TERM_ORDINAL_SUFFIX, ANNALS_TOKEN_ORDINAL, FALSE },
  { ANNALS_TERM_YEAR_MARK, ANNALS_TOKEN_YEAR, TRUE },
  { ANNALS_TERM_MONTH_MARK, ANNALS_TOKEN_MONTH, TRUE },
  { ANNALS_TERM_DAY_MARK, ANNALS_TOKEN_DAY, TRUE },
};

/* In German “1970er” is a decade and “3er” is none. */
static gboolean
may_be_decade (const AnnalsToken *token)
{
  return token->n_digits >= 2 && token->number % 10 == 0;
}

static guint
read_mark (const AnnalsTypedText *text, guint at, AnnalsToken *token)
{
  guint start = at < text->n_characters && text->plain[at] == ' ' ? at + 1 : at;
  guint end = at;
  guint sense = annals_typed_text_match (text, start, &end);

  for (guint i = 0; sense != 0 && i < G_N_ELEMENTS (number_marks); i++)
    if (annals_typed_text_has_term (text, sense, number_marks[i].term, NULL)
        && (start == at || number_marks[i].may_be_spaced)
        && (number_marks[i].flag != ANNALS_TOKEN_DECADE || may_be_decade (token)))
      {
        token->flags |= number_marks[i].flag;
        return end;
      }

  return at;
}

/* “1973”, “66,000,000”, “1970s”, “2.6” before “million”: reads the number and what is written at
 * its end. */
guint
annals_typed_read_number (const AnnalsTypedText *text, guint at, AnnalsToken *token)
{
  guint n = annals_typed_count_digits (text, at);

  token->kind = ANNALS_TOKEN_NUMBER;
  add_digits (text, token, at, n);
  at += n;
  while (token->n_digits <= MAX_DIGITS - 3 && n <= 3 && at < text->n_characters
         && is_separator (text, text->plain[at]) && annals_typed_count_digits (text, at + 1) == 3
         && !(text->plain[at] == '.' && at + 4 < text->n_characters && text->plain[at + 4] == '.'))
    {
      token->flags |= ANNALS_TOKEN_GROUPED;
      add_digits (text, token, at + 1, 3);
      at += 4;
    }
  if (at < text->n_characters)
    at = read_decimals (text, at, token);

  return at < text->n_characters ? read_mark (text, at, token) : at;
}

/* Roman numerals */

static gint
get_roman_value (gunichar character)
{
  switch (character)
    {
    case 'I':
      return 1;
    case 'V':
      return 5;
    case 'X':
      return 10;
    case 'L':
      return 50;
    case 'C':
      return 100;
    case 'D':
      return 500;
    case 'M':
      return 1000;
    default:
      return 0;
    }
}

/* Reads capitals, or small letters of which there are several. */
guint
annals_typed_read_roman (const AnnalsTypedText *text, guint at, gint *roman)
{
  gboolean is_small = text->plain[at] >= 'a';
  gint sum = 0;
  gint last = 0;
  guint start = at;

  for (; at < text->n_characters; at++)
    {
      gunichar character = text->plain[at];
      gint value = get_roman_value (is_small && character >= 'a' ? character - 32 : character);

      if (value == 0)
        break;
      sum += value > last ? value - 2 * last : value;
      last = value;
    }
  *roman = is_small && at - start < 2 ? 0 : sum;

  return at;
}

/* East Asian numerals */

static gint
get_kanji_value (gunichar character)
{
  static const gunichar digits[] = { 0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db,
                                     0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (character == digits[i])
      return (gint) i;
  switch (character)
    {
    case 0x5341:
      return 10;
    case 0x767e:
      return 100;
    case 0x5343:
      return 1000;
    default:
      return -1;
    }
}

/* Whether a character is a numeral of East Asia. */
gboolean
annals_typed_is_kanji (gunichar character)
{
  return get_kanji_value (character) >= 0;
}

/* “昭和四十八年”, “元年”. Where there is no numeral @at is returned. */
guint
annals_typed_read_kanji (const AnnalsTypedText *text, guint at, AnnalsToken *token)
{
  gint64 sum = 0;
  gint64 digit = -1;
  guint start = at;

  /* The first year of an era. */
  if (text->plain[at] == 0x5143 && text->plain[at + 1] == 0x5e74)
    {
      sum = 1;
      at++;
    }
  for (; at < text->n_characters && at - start < 9 && get_kanji_value (text->plain[at]) >= 0; at++)
    {
      gint value = get_kanji_value (text->plain[at]);

      if (value < 10)
        digit = digit < 0 ? value : digit * 10 + value;
      else
        {
          sum += value * (digit < 0 ? 1 : digit);
          digit = -1;
        }
    }
  if (at == start)
    return start;

  token->kind = ANNALS_TOKEN_NUMBER;
  token->number = sum + MAX (digit, 0);
  token->n_digits = token->number > 999 ? 4 : token->number > 99 ? 3 : token->number > 9 ? 2 : 1;

  return at < text->n_characters ? read_mark (text, at, token) : at;
}
