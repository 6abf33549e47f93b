/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-label-cut.h"
#include "annals-letters.h"

/* Cuts labels to what fits, between letters as readers see them. Shaping what may be left of a text
 * is what takes time. So it is guessed how much fits: from how wide its letters are by themselves,
 * if they are of ASCII, else from how wide another part of it is. */

#define MOST_CHARS 120
#define MOST_CUT_BYTES (MOST_CHARS * 6)
#define ELLIPSIS "\xe2\x80\xa6"
#define NOT_LAST " \t\n([{,;:/" /* what no text is cut behind */
#define LEAST_OF_WORD 3         /* letters; a word of which fewer would be left goes whole */
#define LEAST_BEFORE 3          /* if so many are left then */

/* By how much a text may be narrower than the sum of its letters is taken to be, when another part
 * of it is known. */
#define SLACK_PX 1.5
#define FAR_TOO_WIDE_PX 64.0

typedef struct
{
  const AnnalsLayout *layout;
  AnnalsFont font;
  const gchar *text;
  gint least;
  gint step;
  gint n;                     /* letters that may be left */
  guint ends[MOST_CHARS + 1]; /* where so many letters end */
  gboolean has_widths;
  gfloat widths[MOST_CHARS + 1]; /* of so many letters */
} Cutting;

static gboolean
is_plain (gchar c)
{
  return c >= ' ' && c <= '~';
}

/* Notes where the letters end that may be left, and how wide they are. What is far too wide need
 * not be looked at. */
static void
find_ends (Cutting *cutting, gdouble width_px)
{
  const gchar *p = cutting->text;
  gfloat width = 0.0f;

  cutting->n = 0;
  cutting->ends[0] = 0;
  cutting->widths[0] = 0.0f;
  cutting->has_widths = TRUE;
  while (*p != '\0' && cutting->n < MOST_CHARS)
    {
      /* Nothing joins two letters of ASCII. */
      gboolean plain = is_plain (p[0]) && (is_plain (p[1]) || p[1] == '\0');

      cutting->has_widths = cutting->has_widths && plain;
      if (plain)
        width += (gfloat) annals_layout_get_letter_width (cutting->layout, cutting->font, *p);
      p = plain ? p + 1 : annals_letters_next (p);
      if (p - cutting->text > MOST_CUT_BYTES)
        return;
      cutting->n++;
      cutting->ends[cutting->n] = (guint) (p - cutting->text);
      cutting->widths[cutting->n] = width;
      if (cutting->has_widths && width > width_px + FAR_TOO_WIDE_PX)
        return;
    }
}

/* How many letters are left of so many: none that nothing should end with, and no stump of a word.
 */
static gint
trim (const Cutting *cutting, gint n)
{
  const gchar *text = cutting->text;
  gint word;

  while (n > 1 && strchr (NOT_LAST, text[cutting->ends[n] - 1]) != NULL)
    n--;
  for (word = n; word > 0 && text[cutting->ends[word] - 1] != ' ';)
    word--;
  if (n - word >= LEAST_OF_WORD || text[cutting->ends[n]] == ' ')
    return n;
  while (word > 1 && strchr (NOT_LAST, text[cutting->ends[word] - 1]) != NULL)
    word--;
  return word >= MAX (cutting->least - 1, LEAST_BEFORE) ? word : n;
}

static gint
get_n_letters (const Cutting *cutting, gint steps)
{
  return trim (cutting, cutting->least + steps * cutting->step);
}

/* The most steps up to @high of which the letters fit. */
static gint
guess (const Cutting *cutting, gdouble width_px, gint high)
{
  gdouble room_px = width_px
                    - annals_layout_get_letter_width (cutting->layout, cutting->font, '\0');
  gint steps = 0;

  while (steps < high && cutting->widths[cutting->least + (steps + 1) * cutting->step] <= room_px)
    steps++;
  return steps;
}

/* Whether it is known, when so many steps take @wide_px, that one more would be too wide. */
static gboolean
is_next_too_wide (const Cutting *cutting, gint steps, gdouble wide_px, gdouble width_px)
{
  gint now = get_n_letters (cutting, steps);
  gint then = get_n_letters (cutting, steps + 1);

  return cutting->has_widths
         && wide_px + cutting->widths[then] - cutting->widths[now] - SLACK_PX > width_px;
}

/* Whether it is known that not even the least fits. */
static gboolean
is_hopeless (const Cutting *cutting, gdouble width_px)
{
  gdouble ellipsis_px = annals_layout_get_letter_width (cutting->layout, cutting->font, '\0');

  return cutting->has_widths
         && cutting->widths[get_n_letters (cutting, 0)] + ellipsis_px - SLACK_PX > width_px;
}

/**
 * annals_label_cut:
 * @layout: a layout
 * @font: how it is set
 * @text: one line
 * @width_px: how wide it may be
 * @least: how many letters have to be left of it, such as %ANNALS_LABELS_LEAST
 * @step: in steps of how many letters it is cut, so that it does not change with every pixel
 * @out: (out) (array length=size): what fits, with an ellipsis where it was cut
 * @size: size of @out in bytes
 * @out_px: (out) (optional): how wide that is
 *
 * Cuts a text that is too wide, between letters as readers see them; behind a word rather than
 * within the next one's first letters.
 *
 * Returns: whether so much fits; @out is untouched otherwise
 */
gboolean
annals_label_cut (const AnnalsLayout *layout,
                  AnnalsFont font,
                  const gchar *text,
                  gdouble width_px,
                  gint least,
                  gint step,
                  gchar *out,
                  gsize size,
                  gdouble *out_px)
{
  Cutting cutting = { .layout = layout, .font = font, .text = text, .least = least, .step = step };
  gint low = 0; /* in steps beyond the least */
  gint high;
  gint middle;
  gboolean found = FALSE;

  find_ends (&cutting, width_px);
  while (cutting.n > 0 && cutting.ends[cutting.n - 1] + sizeof ELLIPSIS > size)
    cutting.n--;
  high = cutting.n > least ? (cutting.n - 1 - least) / step : -1;
  if (high >= 0 && is_hopeless (&cutting, width_px))
    return FALSE;
  middle = cutting.has_widths ? guess (&cutting, width_px, high) : (low + high) / 2;
  while (low <= high)
    {
      gchar cut[MOST_CUT_BYTES + sizeof ELLIPSIS];
      guint length;
      gdouble wide;

      middle = CLAMP (middle, low, high);
      length = cutting.ends[get_n_letters (&cutting, middle)];
      memcpy (cut, text, length);
      memcpy (cut + length, ELLIPSIS, sizeof ELLIPSIS);
      wide = annals_layout_measure (layout, font, cut);
      if (wide <= width_px)
        {
          g_strlcpy (out, cut, size);
          if (out_px != NULL)
            *out_px = wide;
          found = TRUE;
          low = middle + 1;
          if (low <= high && is_next_too_wide (&cutting, middle, wide, width_px))
            break;
        }
      else
        high = middle - 1;
      if (cutting.has_widths)
        middle = found ? low : high;
      else
        middle = wide > 0.0 && width_px > 0.0
                     ? (gint) (MIN ((least + middle * step + 1) * width_px / wide, 1000.0) - least)
                           / step
                     : (low + high) / 2;
    }
  return found;
}
