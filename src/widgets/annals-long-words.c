/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-long-words.h"

/* Labels whose words may be of any length. Pango looks for a place to break a word anew on each
 * line: for one of 10,000 letters that takes seconds. Where such a word is, lines are broken
 * between any two letters, which takes a fiftieth of that. */

#define MOST_LETTERS 400

static gboolean
is_within_word (gunichar letter)
{
  switch (g_unichar_break_type (letter))
    {
    case G_UNICODE_BREAK_ALPHABETIC:
    case G_UNICODE_BREAK_HEBREW_LETTER:
    case G_UNICODE_BREAK_NUMERIC:
    case G_UNICODE_BREAK_COMBINING_MARK:
    case G_UNICODE_BREAK_NON_BREAKING_GLUE:
    case G_UNICODE_BREAK_WORD_JOINER:
    case G_UNICODE_BREAK_INFIX_SEPARATOR:
    case G_UNICODE_BREAK_QUOTATION:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
has_long_word (const gchar *words)
{
  guint n_letters = 0;

  for (const gchar *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      n_letters = is_within_word (g_utf8_get_char (at)) ? n_letters + 1 : 0;
      if (n_letters > MOST_LETTERS)
        return TRUE;
    }
  return FALSE;
}

/**
 * annals_long_words_set_label:
 * @label: a label that wraps
 * @words: what it says, of any length
 *
 * Sets what a label says, so that it is laid out in time.
 */
void
annals_long_words_set_label (GtkLabel *label, const gchar *words)
{
  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (words != NULL);

  gtk_label_set_wrap_mode (label, has_long_word (words) ? PANGO_WRAP_CHAR : PANGO_WRAP_WORD_CHAR);
  gtk_label_set_label (label, words);
}
