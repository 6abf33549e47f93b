/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-letters.h"

/* Texts as readers see them: letters with the marks that belong to them, and pictures that are put
 * together of several. The rules are those of Unicode (UAX 29, extended grapheme clusters; UAX 14
 * for lines), as far as names of events and lanes need them. */

#define JOINER 0x200d
#define NON_JOINER 0x200c
#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029
#define FIRST_FLAG_LETTER 0x1f1e6
#define LAST_FLAG_LETTER 0x1f1ff
#define FIRST_SKIN 0x1f3fb
#define LAST_SKIN 0x1f3ff
#define FIRST_TAG 0xe0020
#define LAST_TAG 0xe007f
#define FIRST_PICTURE 0x203c /* before which nothing is joined to what precedes a joiner */

/* More marks than that at one place of a letter are an ornament, and reach into other rows. */
#define MOST_MARKS 2

static gboolean
is_between (gunichar c, gunichar first, gunichar last)
{
  return c >= first && c <= last;
}

static gboolean
is_joined (gunichar before, gunichar c)
{
  GUnicodeBreakType kind;

  if (c < 0x300)
    return FALSE;
  kind = g_unichar_break_type (c);
  return g_unichar_ismark (c) || c == JOINER || c == NON_JOINER
         || is_between (c, FIRST_SKIN, LAST_SKIN) || is_between (c, FIRST_TAG, LAST_TAG)
         || kind == G_UNICODE_BREAK_HANGUL_V_JAMO || kind == G_UNICODE_BREAK_HANGUL_T_JAMO
         || (before == JOINER && c >= FIRST_PICTURE);
}

/**
 * annals_letters_next:
 * @text: UTF-8, not empty
 *
 * Finds the end of the letter with which a text begins: one character with all that is put upon or
 * joined to it, where nothing may be cut.
 *
 * Returns: (transfer none): what comes after it
 */
const gchar *
annals_letters_next (const gchar *text)
{
  gunichar before;
  const gchar *p = g_utf8_next_char (text);

  /* Nothing is put upon a plain letter by another. */
  if ((guchar) text[0] < 0x80 && (guchar) *p < 0x80)
    return p;
  before = g_utf8_get_char (text);
  if (is_between (before, FIRST_FLAG_LETTER, LAST_FLAG_LETTER)
      && is_between (g_utf8_get_char (p), FIRST_FLAG_LETTER, LAST_FLAG_LETTER))
    p = g_utf8_next_char (p);
  while (*p != '\0' && is_joined (before, g_utf8_get_char (p)))
    {
      before = g_utf8_get_char (p);
      p = g_utf8_next_char (p);
    }
  return p;
}

static gboolean
is_plain (const gchar *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text < ' ' || (guchar) *text >= 0x7f)
      return FALSE;
  return TRUE;
}

/**
 * annals_letters_dup_clean:
 * @text: (nullable): anything, perhaps not even UTF-8
 *
 * Makes one line of a text that can be drawn in a row: what ends lines and what has no shape become
 * spaces, and of marks that are heaped upon one another at the same place of a letter the first two
 * stay, which is all that any orthography needs.
 *
 * Returns: (transfer full) (nullable): the line; %NULL when @text is one already
 */
gchar *
annals_letters_dup_clean (const gchar *text)
{
  g_autofree gchar *valid = NULL;
  GString *line;
  guint8 n_marks[256] = { 0 }; /* of the letter, by their place */

  if (text != NULL && is_plain (text))
    return NULL;
  valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  line = g_string_sized_new (strlen (valid));
  for (const gchar *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint8 class = (guint8) g_unichar_combining_class (c);

      if (!g_unichar_ismark (c))
        memset (n_marks, 0, sizeof n_marks);
      else if (class != 0 && ++n_marks[class] > MOST_MARKS)
        {
          n_marks[class] = MOST_MARKS;
          continue;
        }
      if (g_unichar_iscntrl (c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR)
        g_string_append_c (line, ' ');
      else
        g_string_append_unichar (line, c);
    }
  if (g_strcmp0 (line->str, text) == 0)
    return g_string_free (line, TRUE);
  return g_string_free (line, FALSE);
}

/**
 * annals_letters_dup_line:
 * @text: (nullable): anything
 *
 * Returns: (transfer full): what annals_letters_dup_clean() makes of it, or a copy of what needs no
 *   cleaning
 */
gchar *
annals_letters_dup_line (const gchar *text)
{
  gchar *line = annals_letters_dup_clean (text);

  return line != NULL ? line : g_strdup (text);
}

/**
 * annals_letters_dup_brief:
 * @text: (nullable): anything
 * @n_letters: how many letters may be left of it; wide ones, of Chinese or emoji, count twice
 *
 * For where there is little room, and no telling how long a text is.
 *
 * Returns: (transfer full): its beginning as one line, with an ellipsis where it was cut
 */
gchar *
annals_letters_dup_brief (const gchar *text, guint n_letters)
{
  g_autofree gchar *line = annals_letters_dup_line (text);
  const gchar *p = line;

  for (guint i = 0; i < n_letters && *p != '\0'; i++)
    {
      i += g_unichar_iswide (g_utf8_get_char (p));
      p = annals_letters_next (p);
    }
  if (*p == '\0')
    return g_steal_pointer (&line);
  line[p - line] = '\0';
  return g_strconcat (g_strchomp (line), "\xe2\x80\xa6", NULL);
}

/**
 * annals_letters_may_break:
 * @text: UTF-8
 * @at: the begin of a letter in it, not the first
 *
 * Returns: whether a line may end before @at: after a space, and between the signs of scripts that
 *   have none
 */
gboolean
annals_letters_may_break (const gchar *text, const gchar *at)
{
  gunichar before = g_utf8_get_char (g_utf8_prev_char (at));
  gunichar c = g_utf8_get_char (at);

  if (at <= text || g_unichar_isspace (c))
    return FALSE;
  return before == ' '
         || (g_unichar_iswide (before) && g_unichar_break_type (c) == G_UNICODE_BREAK_IDEOGRAPHIC
             && g_unichar_break_type (before) != G_UNICODE_BREAK_OPEN_PUNCTUATION);
}
