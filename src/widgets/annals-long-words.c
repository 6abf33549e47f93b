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

/* Which way the first letter runs. */
static GtkTextDirection
find_direction (const gchar *words)
{
  static const GUnicodeScript from_right[] = {
    G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_HEBREW,  G_UNICODE_SCRIPT_SYRIAC,
    G_UNICODE_SCRIPT_THAANA, G_UNICODE_SCRIPT_NKO,     G_UNICODE_SCRIPT_SAMARITAN,
    G_UNICODE_SCRIPT_ADLAM,  G_UNICODE_SCRIPT_MANDAIC, G_UNICODE_SCRIPT_HANIFI_ROHINGYA,
  };

  while (*words != '\0' && !g_unichar_isalpha (g_utf8_get_char (words)))
    words = g_utf8_next_char (words);
  if (*words == '\0')
    return GTK_TEXT_DIR_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (from_right); i++)
    if (g_unichar_get_script (g_utf8_get_char (words)) == from_right[i])
      return GTK_TEXT_DIR_RTL;
  return GTK_TEXT_DIR_LTR;
}

/**
 * annals_long_words_set_paragraph:
 * @label: a label that wraps, as wide as there is room
 * @words: what it says, of any length
 *
 * As annals_long_words_set_label(). Where the letters run the other way than those of the
 * interface, lines begin at the side on which their readers look for them.
 */
void
annals_long_words_set_paragraph (GtkLabel *label, const gchar *words)
{
  GtkTextDirection direction;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (words != NULL);

  direction = find_direction (words);
  annals_long_words_set_label (label, words);
  gtk_label_set_xalign (label, direction != GTK_TEXT_DIR_NONE
                                       && direction != gtk_widget_get_direction (GTK_WIDGET (label))
                                   ? 1.0f
                                   : 0.0f);
}
