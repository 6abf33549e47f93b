/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-typed.h"

/* What is no date as it was typed, but nearly: other notations, and words with a letter wrong. */

/* Other notations */

/* What an earlier draft of EDTF, and others, wrote differently. The longest come first. */
static const struct
{
  const gchar *foreign;
  const gchar *edtf;
} notations[] = {
  { "unknown", "" }, { "open", ".." }, { "?~", "%" }, { "~?", "%" }, { "u", "X" },
  { "U", "X" },      { "x", "X" },     { "y", "Y" },  { "e", "E" },
};

/* What catalogues of libraries write: [19--] is some year of a century, [196-?] perhaps of a
 * decade; 19?? is the same as 19--. */
static gchar *
dup_catalogue (const gchar *text)
{
  gboolean is_bracketed = *text == '[';
  const gchar *digits = text + is_bracketed;
  gsize n_digits = strspn (digits, "0123456789");
  gsize n_gaps = strspn (digits + n_digits, digits[n_digits] == '-' ? "-" : "?");
  const gchar *rest = digits + n_digits + n_gaps;
  gboolean is_uncertain = digits[n_digits] == '-' && *rest == '?';

  if (is_uncertain)
    rest++;
  if (is_bracketed && *rest++ != ']')
    return NULL;
  if (n_digits + n_gaps != 4 || n_gaps < 1 || n_gaps > 2 || *rest != '\0'
      || (n_gaps == 1 && digits[n_digits] == '?' && (atoi (digits) < 100 || atoi (digits) > 202)))
    return NULL;

  return g_strdup_printf ("%.*s%s%s", (gint) n_digits, digits, n_gaps == 2 ? "XX" : "X",
                          is_uncertain ? "?" : "");
}

/* ISO 8601 leaves out the seconds, or adds fractions of them; EDTF does neither. */
static gchar *
dup_time (const gchar *text)
{
  static const gchar *const shape = "0000-00-00T00:00";
  const gchar *rest = text + strlen (shape);
  const gchar *seconds = ":00";

  for (guint i = 0; shape[i] != '\0'; i++)
    if (shape[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return NULL;
  if (*rest == ':' && g_ascii_isdigit (rest[1]) && g_ascii_isdigit (rest[2])
      && (rest[3] == '.' || rest[3] == ',') && g_ascii_isdigit (rest[4]))
    {
      seconds = rest;
      rest += 4;
      rest += strspn (rest, "0123456789");
    }
  if (*rest == ':' || strlen (rest) > strlen ("+00:00"))
    return NULL;

  return g_strdup_printf ("%.16s%.3s%s", text, seconds, rest);
}

/* ISO 8601 leaves out of the end of an interval what it shares with the begin. */
static gchar *
dup_interval (const gchar *text)
{
  static const gchar *const shape = "0000-00-00/00";
  gsize length = strlen (text);
  gsize n_shared = length == strlen (shape) ? strlen ("0000-00-") : strlen ("0000-");

  if (length != strlen (shape) && length != strlen ("0000-00-00/00-00"))
    return NULL;
  for (guint i = 0; i < length; i++)
    {
      gchar expected = i < strlen (shape) ? shape[i] : i == strlen (shape) ? '-' : '0';

      if (expected == '0' ? !g_ascii_isdigit (text[i]) : text[i] != expected)
        return NULL;
    }

  return g_strdup_printf ("%.11s%.*s%s", text, (gint) n_shared, text, text + 11);
}

/**
 * annals_typed_dup_foreign:
 * @text: what was typed
 *
 * Writes in EDTF what was written in the draft of 2012, or with small letters.
 *
 * Returns: (transfer full) (nullable): EDTF; %NULL if it is nothing of that kind
 */
gchar *
annals_typed_dup_foreign (const gchar *text)
{
  gchar *catalogue = dup_catalogue (text);
  g_autoptr (GString) edtf = NULL;
  g_autoptr (AnnalsDate) date = NULL;

  if (catalogue == NULL)
    catalogue = dup_time (text);
  if (catalogue == NULL)
    catalogue = dup_interval (text);
  if (catalogue != NULL)
    return catalogue;

  if (strpbrk (text, "0123456789uUxX") == NULL || strlen (text) > ANNALS_TYPED_EDTF_BYTES)
    return NULL;

  edtf = g_string_new (NULL);
  while (*text != '\0')
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (notations) && !g_str_has_prefix (text, notations[i].foreign))
        i++;
      if (i < G_N_ELEMENTS (notations))
        {
          g_string_append (edtf, notations[i].edtf);
          text += strlen (notations[i].foreign);
        }
      else if (strchr ("0123456789-/?~%.,[]{}XYES:TZ+", *text) != NULL)
        g_string_append_c (edtf, *text++);
      else
        return NULL;
    }
  date = annals_date_new_from_edtf (edtf->str, NULL);

  return date != NULL ? g_strdup (edtf->str) : NULL;
}

/* Reasons */

static const AnnalsToken *
find_unknown (const AnnalsTypedText *text)
{
  for (guint i = 0; i < text->n_tokens; i++)
    {
      const AnnalsToken *token = &text->tokens[i];

      if (token->kind == ANNALS_TOKEN_WORD && token->sense == 0 && token->roman == 0)
        return token;
    }

  return NULL;
}

static gboolean
refuse_undated (const AnnalsTypedText *text, GError **error)
{
  if (text->n_tokens != 1
      || !annals_typed_text_means (text, &text->tokens[0], ANNALS_TERM_UNDATED, NULL))
    return FALSE;

  g_set_error (
      error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_SYNTAX,
      _ ("That says that there is no date; leave it empty, or write between which years it "
         "must have been."));

  return TRUE;
}

/* With the first letter large, where the word is English and a name. */
static gchar *
dup_as_written (const gchar *nearest, const gchar *typed)
{
  GString *word = g_string_new (nearest);

  if (g_ascii_isupper (*typed))
    word->str[0] = g_ascii_toupper (word->str[0]);

  return g_string_free (word, FALSE);
}

static gboolean
refuse_word (const AnnalsTypedText *text, GError **error)
{
  const AnnalsToken *unknown = find_unknown (text);
  g_autofree gchar *typed = NULL;
  g_autofree gchar *folded = NULL;
  g_autofree gchar *nearest = NULL;
  g_autofree gchar *word = NULL;
  g_autofree gchar *before = NULL;
  g_autofree gchar *after = NULL;

  if (unknown == NULL)
    return FALSE;

  typed = annals_typed_text_dup (text, unknown->start, unknown->end);
  folded = g_ucs4_to_utf8 (text->folded + unknown->start, (glong) (unknown->end - unknown->start),
                           NULL, NULL, NULL);
  nearest = annals_lexicon_dup_nearest (text->lexicon, folded);
  if (nearest == NULL)
    {
      g_set_error (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_SYNTAX,
                   /* Translators: %s is a word that was typed in a date. */
                   _ ("“%s” is not understood in a date."), typed);
      return TRUE;
    }

  word = dup_as_written (nearest, typed);
  before = annals_typed_text_dup (text, 0, unknown->start);
  after = annals_typed_text_dup (text, unknown->end, text->n_characters);
  g_set_error (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_SYNTAX,
               /* Translators: %1$s is a word that was typed in a date; the rest is the whole date
                  with %3$s in its place. */
               _ ("“%1$s” is not understood; write “%2$s%3$s%4$s”."), typed, before, word, after);

  return TRUE;
}

static gint
get_single_number (const AnnalsTypedText *text)
{
  if (text->n_tokens != 1 || text->tokens[0].kind != ANNALS_TOKEN_NUMBER
      || text->tokens[0].number > 99)
    return -1;

  return (gint) text->tokens[0].number;
}

/**
 * annals_typed_refuse:
 * @text: what was typed, taken apart
 * @typed: what was typed
 * @error: (nullable): where to put an error of %ANNALS_TIME_ERROR
 *
 * Says why something is no date and what comes nearest to it.
 */
void
annals_typed_refuse (const AnnalsTypedText *text, const gchar *typed, GError **error)
{
  gint number = get_single_number (text);

  if (refuse_undated (text, error) || refuse_word (text, error))
    return;

  if (number > 0 && number < 100)
    g_set_error (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_SYNTAX,
                 /* Translators: a number that was typed alone; %1$02dXX is what EDTF has for the
                    years that begin so. */
                 _ ("A number alone is no year; write %1$d CE, %1$d BCE, or %1$02dXX for the years "
                    "that begin so."),
                 number);
  else if (text->n_tokens == 0)
    g_set_error (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_SYNTAX,
                 _ ("A date was expected, like 1973, 17 October 1973 or early 1970s."));
  else
    g_set_error (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_SYNTAX,
                 _ ("That is not understood as a date; write it like 17 October 1973, early 1970s, "
                    "1947–1991 or before 1900."));
}
