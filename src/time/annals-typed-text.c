/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-edtf-cursor.h"
#include "annals-typed-numbers.h"

/* What was typed, taken apart into numbers, words and signs. Digits, dashes, spaces and letters
 * come in many kinds; all of a kind are alike from here on. */

#define LONG_DASH 0x2013

/* Characters */

static gunichar
make_plain (gunichar character)
{
  static const struct
  {
    gunichar first;
    gunichar last;
    gunichar plain;
  } table[] = {
    { 0x2018, 0x2019, '\'' },      { 0x02bc, 0x02bc, '\'' },      { 0x2032, 0x2032, '\'' },
    { 0x00b4, 0x00b4, '\'' },      { 0x2010, 0x2011, '-' },       { 0x2212, 0x2212, '-' },
    { 0x2012, 0x2015, LONG_DASH }, { 0x2e3a, 0x2e3b, LONG_DASH }, { 0x301c, 0x301c, LONG_DASH },
    { 0x3001, 0x3001, ',' },       { 0x3002, 0x3002, '.' },       { 0x2044, 0x2044, '/' },
    { 0x2215, 0x2215, '/' },       { 0x223c, 0x223c, '~' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (character >= table[i].first && character <= table[i].last)
      return table[i].plain;
  if (g_unichar_isspace (character) || g_unichar_iscntrl (character))
    return ' ';
  if (g_unichar_isdigit (character))
    return '0' + (gunichar) g_unichar_digit_value (character);

  return character;
}

static gboolean
is_ascii (const gchar *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;

  return TRUE;
}

/* The wide tilde that stands between Japanese dates is no tilde to EDTF, but is normalised to it.
 */
static gchar *
dup_normal (const gchar *typed)
{
  g_autofree gchar *valid = g_utf8_make_valid (typed, -1);
  g_auto (GStrv) parts = g_strsplit (valid, "\xef\xbd\x9e", -1);
  g_autofree gchar *joined = g_strjoinv ("\xe2\x80\x93", parts);

  return g_utf8_normalize (joined, -1, G_NORMALIZE_ALL_COMPOSE);
}

static void
decode (AnnalsTypedText *text, const gchar *typed)
{
  g_autofree gchar *normal = is_ascii (typed) ? NULL : dup_normal (typed);
  const gchar *p = normal != NULL ? normal : typed;
  gsize n_bytes = MIN (strlen (p), 4 * ANNALS_TYPED_MAX_CHARACTERS);
  const gchar *end = p + n_bytes;

  text->plain = g_new (gunichar, 2 * (n_bytes + 1));
  text->folded = text->plain + n_bytes + 1;
  for (; p < end; p = normal != NULL ? g_utf8_next_char (p) : p + 1)
    {
      gunichar character = normal != NULL ? g_utf8_get_char (p) : (guchar) *p;
      guint n = text->n_characters;

      if (character < 0x80)
        character = g_ascii_isspace (character) || character < ' ' ? ' ' : character;
      else if (g_unichar_type (character) == G_UNICODE_FORMAT)
        continue;
      else
        character = make_plain (character);
      if (character == ' ' && (n == 0 || text->plain[n - 1] == ' '))
        continue;
      text->plain[n] = character;
      text->folded[n] = annals_lexicon_fold (character);
      text->n_characters++;
    }
  while (text->n_characters > 0 && text->plain[text->n_characters - 1] == ' ')
    text->n_characters--;
  text->plain[text->n_characters] = 0;
  text->folded[text->n_characters] = 0;
}

static gboolean
is_wide (gunichar character)
{
  return character >= 0x2e80 && g_unichar_isalpha (character);
}

static gboolean
is_letter (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalpha ((gchar) character);

  return g_unichar_isalpha (character) || g_unichar_ismark (character);
}

/* Tokens */

/* The first sense of the longest word at @start, which ends at @end. */
guint
annals_typed_text_match (const AnnalsTypedText *text, guint start, guint *end)
{
  return annals_lexicon_match (text->lexicon, text->folded, text->n_characters, start, end);
}

/* Whether one of the senses from @sense on is this one, and with which value. */
gboolean
annals_typed_text_has_term (const AnnalsTypedText *text, guint sense, AnnalsTerm term, gint *value)
{
  for (; sense != 0; sense = annals_lexicon_get_sense (text->lexicon, sense)->next)
    {
      const AnnalsTermSense *known = annals_lexicon_get_sense (text->lexicon, sense);

      if (known->term != term)
        continue;
      if (value != NULL)
        *value = known->value;
      return TRUE;
    }

  return FALSE;
}

static AnnalsToken *
get_last (const AnnalsTypedText *text)
{
  return text->n_tokens > 0 ? &text->tokens[text->n_tokens - 1] : NULL;
}

/* A date in EDTF stands out by its parts of fixed width, or by the letters X and Y. */
static gboolean
looks_like_edtf (const gchar *run)
{
  gsize n_digits = strspn (run, "0123456789");

  if (*run == 'Y')
    return g_ascii_isdigit (run[1]) || (run[1] == '-' && g_ascii_isdigit (run[2]));
  if (*run == '-')
    return strspn (run + 1, "0123456789X") >= 4;
  if (strchr (run, 'X') != NULL)
    return TRUE;

  return n_digits == 4 && run[4] == '-' && strspn (run + 5, "0123456789") == 2;
}

/* In “c. 1910-12” the second number is no month. */
static gboolean
is_short_span (const AnnalsTypedText *text, const gchar *run)
{
  const AnnalsToken *last = get_last (text);
  gint month = atoi (run + 5);

  if (strlen (run) != 7 || run[4] != '-')
    return FALSE;
  if (month > 12)
    return TRUE;

  if (last == NULL || last->sense == 0)
    return FALSE;

  return annals_typed_text_has_term (text, last->sense, ANNALS_TERM_FISCAL, NULL)
         || annals_typed_text_has_term (text, last->sense, ANNALS_TERM_SEASON, NULL)
         || (annals_typed_text_has_term (text, last->sense, ANNALS_TERM_ABOUT, NULL)
             && month > atoi (run + 2) % 100);
}

static guint
read_atom (const AnnalsTypedText *text, guint at, AnnalsToken *token)
{
  gchar run[ANNALS_TYPED_EDTF_BYTES];
  AnnalsEdtfCursor cursor = { .text = run, .at = run };
  AnnalsEdtfDate date = { 0 };
  const AnnalsToken *last = get_last (text);
  guint n = 0;

  while (n < sizeof run - 1 && at + n < text->n_characters && text->plain[at + n] < 0x80
         && strchr ("0123456789XYES-?~%", (gchar) text->plain[at + n]) != NULL)
    {
      run[n] = (gchar) text->plain[at + n];
      n++;
    }
  run[n] = '\0';
  if (n < 4 || !looks_like_edtf (run) || is_short_span (text, run)
      || (*run == '-' && last != NULL
          && (last->kind != ANNALS_TOKEN_WORD || !(token->flags & ANNALS_TOKEN_SPACED))))
    return 0;
  if (!annals_edtf_read_date (&cursor, &date) || *cursor.at != '\0'
      || (at + n < text->n_characters && is_letter (text->plain[at + n])))
    return 0;

  token->kind = ANNALS_TOKEN_ATOM;

  return at + n;
}

/* Words */

static guint
read_unknown (const AnnalsTypedText *text, guint at, AnnalsToken *token)
{
  gboolean wide = is_wide (text->plain[at]);
  guint start = at;
  guint end;

  at = annals_typed_read_roman (text, at, &token->roman);
  if (at > start && at < text->n_characters && is_letter (text->plain[at]))
    {
      guint sense = annals_typed_text_match (text, at, &end);

      if (annals_typed_text_has_term (text, sense, ANNALS_TERM_ORDINAL_SUFFIX, NULL))
        {
          token->flags |= ANNALS_TOKEN_ORDINAL;
          return end;
        }
    }
  for (at = MAX (at, start + 1); at < text->n_characters && is_letter (text->plain[at]); at++)
    {
      if (is_wide (text->plain[at]) != wide
          || (wide && annals_typed_text_match (text, at, &end) != 0)
          || (wide && (text->plain[at] == 0x5143 || annals_typed_is_kanji (text->plain[at]))))
        break;
      if (!wide)
        token->roman = 0;
    }
  if (!wide && at < text->n_characters && text->plain[at] == '.'
      && !(token->roman > 0 && at + 1 < text->n_characters && text->plain[at + 1] == ' '))
    at++;

  return at;
}

/* “b. c. 1850” is about a birth; before Christ it is after the year, or large, or without space. */
static gboolean
is_born_about (const AnnalsTypedText *text, guint at)
{
  static const gchar *const start = "b. c";

  for (guint i = 0; start[i] != '\0'; i++)
    if (at + i >= text->n_characters || text->plain[at + i] != (guchar) start[i])
      return FALSE;

  return text->n_tokens == 0;
}

/* The names of some eras begin with a numeral: 万延, 万治. */
static gboolean
is_era (const AnnalsTypedText *text, guint at)
{
  g_autofree gchar *name = NULL;
  gint era;

  if (!is_wide (text->plain[at]) || at + 1 >= text->n_characters)
    return FALSE;
  name = g_ucs4_to_utf8 (&text->plain[at], 2, NULL, NULL, NULL);

  return name != NULL && annals_calendar_find_era (name, &era);
}

static guint
read_word (const AnnalsTypedText *text, guint at, AnnalsToken *token)
{
  guint end = at;
  gint roman = 0;

  token->kind = ANNALS_TOKEN_WORD;
  token->sense = annals_typed_text_match (text, at, &end);
  if (token->sense != 0 && is_era (text, at))
    token->sense = 0;
  if (is_born_about (text, at))
    {
      token->sense = annals_lexicon_match (text->lexicon, text->folded, at + 1, at, &end);
      return at + 2;
    }
  if (token->sense == 0)
    {
      if (is_wide (text->plain[at]) && (end = annals_typed_read_kanji (text, at, token)) > at)
        return end;
      return is_letter (text->plain[at]) ? read_unknown (text, at, token) : at;
    }
  if (annals_typed_read_roman (text, at, &roman) + (text->plain[end - 1] == '.') == end
      && g_unichar_isupper (text->plain[at]))
    token->roman = roman;

  return end;
}

static guint
read_sign (const AnnalsTypedText *text, guint at, AnnalsToken *token)
{
  gunichar character = text->plain[at];

  token->kind = ANNALS_TOKEN_SIGN;
  token->sign = character;
  if (character == LONG_DASH)
    {
      token->sign = '-';
      token->flags |= ANNALS_TOKEN_LONG_DASH;
    }
  if (character == '.' && text->plain[at + 1] == '.')
    {
      token->sign = '-';
      token->flags |= ANNALS_TOKEN_LONG_DASH;
      while (text->plain[at + 1] == '.')
        at++;
    }
  if (character == '-' && text->plain[at + 1] == '-')
    while (text->plain[at + 1] == '-')
      at++;

  return at + 1;
}

static guint
read_token (const AnnalsTypedText *text, guint at, AnnalsToken *token)
{
  gunichar character = text->plain[at];
  guint end;

  if (annals_typed_is_digit (character) || character == 'Y' || character == '-')
    {
      end = read_atom (text, at, token);
      if (end > 0)
        return end;
    }
  if (annals_typed_is_digit (character))
    return annals_typed_read_number (text, at, token);
  if (character == '\'' && annals_typed_count_digits (text, at + 1) == 2)
    {
      token->flags |= ANNALS_TOKEN_APOSTROPHE;
      return annals_typed_read_number (text, at + 1, token);
    }

  end = read_word (text, at, token);

  return end > at ? end : read_sign (text, at, token);
}

/* Months and eras of other calendars */

#define MAX_JOINED 4

static const AnnalsCalendar calendars_with_months[] = {
  ANNALS_CALENDAR_FRENCH_REPUBLICAN,
  ANNALS_CALENDAR_HEBREW,
  ANNALS_CALENDAR_ISLAMIC,
};

static gboolean
find_in_calendars (const gchar *name, AnnalsToken *token)
{
  gint number;

  for (guint i = 0; i < G_N_ELEMENTS (calendars_with_months); i++)
    if (annals_calendar_find_month (calendars_with_months[i], name, &number))
      {
        token->kind = ANNALS_TOKEN_CALENDAR_MONTH;
        token->calendar = calendars_with_months[i];
        token->number = number;
        return TRUE;
      }
  if (!annals_calendar_find_era (name, &number))
    return FALSE;

  token->kind = ANNALS_TOKEN_CALENDAR_ERA;
  token->calendar = ANNALS_CALENDAR_JAPANESE;
  token->number = number;

  return TRUE;
}

/* “S48” is a year of Shōwa, but “H1” is half a year. */
static gboolean
is_era_letter (const AnnalsTypedText *text, const AnnalsToken *token)
{
  const AnnalsToken *next = token + 1;

  return token->end - token->start == 1 && next->kind == ANNALS_TOKEN_NUMBER && next->n_digits <= 2
         && !(next->flags & (ANNALS_TOKEN_SPACED | ANNALS_TOKEN_DECADE | ANNALS_TOKEN_ORDINAL))
         && text->plain[token->start] < 0x80
         && strchr ("MTSHR", (gchar) text->plain[token->start]) != NULL
         && (next[1].kind == ANNALS_TOKEN_END || next[1].sign == '.')
         && (text->plain[token->start] != 'H' || next->number > 2);
}

static gboolean
may_name_calendar (const AnnalsTypedText *text, const AnnalsToken *token)
{
  if (token->kind != ANNALS_TOKEN_WORD)
    return FALSE;

  return (token->sense == 0 && (token->roman == 0 || token->end - token->start > 2))
         || is_era_letter (text, token);
}

/* Names of several words, such as “Rabi al-awwal”, become one token. */
static void
find_calendars (AnnalsTypedText *text)
{
  guint kept = 0;

  for (guint i = 0; i < text->n_tokens; i++)
    {
      guint n = may_name_calendar (text, &text->tokens[i]) ? MAX_JOINED : 0;
      AnnalsToken token = text->tokens[i];

      for (n = MIN (n, text->n_tokens - i); n > 0; n--)
        {
          guint end = text->tokens[i + n - 1].end;
          g_autofree gchar *name = annals_typed_text_dup (text, token.start, end);

          if (!find_in_calendars (name, &token))
            continue;
          token.end = end;
          i += n - 1;
          break;
        }
      text->tokens[kept++] = token;
    }
  text->n_tokens = kept;
}

/**
 * annals_typed_text_init:
 * @text: (out caller-allocates): to be cleared with annals_typed_text_clear()
 * @lexicon: the words of a locale, which must outlive @text
 * @typed: what was typed; what comes after %ANNALS_TYPED_MAX_CHARACTERS does not count
 *
 * Takes a text apart.
 */
void
annals_typed_text_init (AnnalsTypedText *text, const AnnalsLexicon *lexicon, const gchar *typed)
{
  guint at = 0;

  *text = (AnnalsTypedText){ .lexicon = lexicon };
  decode (text, typed);
  text->tokens = g_new (AnnalsToken, text->n_characters + 1);
  while (at < text->n_characters)
    {
      AnnalsToken token = { 0 };

      if (text->plain[at] == ' ')
        {
          token.flags |= ANNALS_TOKEN_SPACED;
          at++;
        }
      token.start = at;
      at = read_token (text, at, &token);
      token.end = at;
      text->tokens[text->n_tokens++] = token;
    }
  text->tokens[text->n_tokens] = (AnnalsToken){ .kind = ANNALS_TOKEN_END };
  find_calendars (text);
  text->tokens[text->n_tokens] = (AnnalsToken){ .kind = ANNALS_TOKEN_END };
}

/**
 * annals_typed_text_clear:
 * @text: a text
 *
 * Frees what is in @text, but not @text itself.
 */
void
annals_typed_text_clear (AnnalsTypedText *text)
{
  g_clear_pointer (&text->plain, g_free);
  g_clear_pointer (&text->tokens, g_free);
}

/**
 * annals_typed_text_dup:
 * @text: a text
 * @start: a character
 * @end: the character after the last
 *
 * Returns: (transfer full): that stretch
 */
gchar *
annals_typed_text_dup (const AnnalsTypedText *text, guint start, guint end)
{
  return g_ucs4_to_utf8 (text->plain + start, (glong) (end - start), NULL, NULL, NULL);
}

/**
 * annals_typed_text_means:
 * @text: a text
 * @token: one of its tokens
 * @term: a meaning
 * @value: (out) (optional): where to put its value
 *
 * Returns: whether @token is a word that can mean @term
 */
gboolean
annals_typed_text_means (const AnnalsTypedText *text,
                         const AnnalsToken *token,
                         AnnalsTerm term,
                         gint *value)
{
  return annals_typed_text_has_term (text, token->sense, term, value);
}
