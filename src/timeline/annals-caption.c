/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "annals-caption.h"

/* The title above a picture and the source line below it, as part of the scene. Both are broken
 * into lines where they are too long, and end in an ellipsis where even those do not hold them. */

#define SIDE_PX 16.0
#define COLUMN_GAP_PX 24.0
#define ELLIPSIS "\xe2\x80\xa6"

typedef struct
{
  AnnalsFont font;
  AnnalsRole role;
  guint max_lines;
  gdouble above_px;
  gdouble line_px;
  gdouble ascent_px; /* from the top of a line to its baseline */
  gdouble below_px;
} Style;

static const Style head_style = { ANNALS_FONT_TITLE, ANNALS_ROLE_TEXT, 2, 18.0, 28.0, 21.0, 14.0 };
static const Style foot_style
    = { ANNALS_FONT_NOTE, ANNALS_ROLE_DIM_TEXT, 3, 14.0, 18.0, 13.0, 14.0 };

static gboolean
is_wide (gunichar c)
{
  return g_unichar_iswide (c);
}

static gboolean
may_not_begin_line (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION
         || type == G_UNICODE_OTHER_PUNCTUATION || type == G_UNICODE_MODIFIER_LETTER;
}

static gboolean
may_not_end_line (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* Whether a line may end before @p: at a space, and between two characters of which one is East
 * Asian, unless a bracket or a comma would be parted from what it belongs to. */
static gboolean
may_break (const gchar *text, const gchar *p)
{
  gunichar next = g_utf8_get_char (p);
  gunichar previous;

  if (p == text)
    return FALSE;
  if (*p == '\0' || g_unichar_isspace (next))
    return TRUE;
  previous = g_utf8_get_char (g_utf8_prev_char (p));
  return (is_wide (previous) || is_wide (next)) && !may_not_begin_line (next)
         && !may_not_end_line (previous);
}

static gboolean
fits (const AnnalsLayout *layout, AnnalsFont font, const gchar *line, gdouble width_px)
{
  return annals_layout_measure (layout, font, line) <= width_px;
}

/* The longest beginning of @text that fits with @tail behind it, and where the rest begins. When
 * @anywhere, lines may end after any character; at least one is taken then. */
static gchar *
take_line (const AnnalsLayout *layout,
           AnnalsFont font,
           const gchar *text,
           const gchar *tail,
           gdouble width_px,
           gboolean anywhere,
           const gchar **rest)
{
  g_autofree gchar *best = NULL;
  const gchar *p = text;

  while (*p != '\0')
    {
      g_autofree gchar *head = NULL;
      g_autofree gchar *line = NULL;

      p = g_utf8_next_char (p);
      if (!anywhere && !may_break (text, p))
        continue;
      head = g_strndup (text, p - text);
      g_strchomp (head);
      line = g_strconcat (head, *p != '\0' ? tail : "", NULL);
      if (!fits (layout, font, line, width_px) && !(anywhere && best == NULL))
        break;
      g_free (best);
      best = g_steal_pointer (&line);
      *rest = p;
    }
  return g_steal_pointer (&best);
}

static GPtrArray *
break_lines (const AnnalsLayout *layout, const Style *style, const gchar *text, gdouble width_px)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree gchar *clean = g_utf8_make_valid (text != NULL ? text : "", -1);
  const gchar *rest = g_strstrip (g_strdelimit (clean, "\n\r\t", ' '));

  while (*rest != '\0' && lines->len < style->max_lines)
    {
      const gchar *tail = lines->len + 1 == style->max_lines ? ELLIPSIS : "";
      gchar *line = take_line (layout, style->font, rest, tail, width_px, FALSE, &rest);

      if (line == NULL)
        line = take_line (layout, style->font, rest, tail, width_px, TRUE, &rest);
      g_ptr_array_add (lines, line);
      while (*rest == ' ')
        rest++;
    }
  return lines;
}

static gdouble
get_side_px (const AnnalsLayout *layout)
{
  return SIDE_PX * annals_layout_get_metrics (layout)->text_scale;
}

static void
add_lines (AnnalsScene *scene,
           const AnnalsLayout *layout,
           const Style *style,
           GPtrArray *lines,
           gdouble top_px)
{
  gdouble k = annals_layout_get_metrics (layout)->text_scale;

  for (guint i = 0; i < lines->len; i++)
    annals_scene_add_text (scene, style->role, style->font, round (get_side_px (layout)),
                           round (top_px + (i * style->line_px + style->ascent_px) * k),
                           lines->pdata[i]);
}

static GPtrArray *
break_head (const AnnalsCaption *caption, const AnnalsLayout *layout, gdouble width_px)
{
  return break_lines (layout, &head_style, caption->title, width_px - 2.0 * get_side_px (layout));
}

static gchar *
dup_page_number (const AnnalsCaption *caption)
{
  if (caption->n_pages < 2)
    return NULL;
  /* Translators: the number of a page and of all pages, at the foot of an exported picture. */
  return g_strdup_printf (C_ ("page of a picture", "%u of %u"), caption->page + 1,
                          caption->n_pages);
}

static gdouble
get_number_px (const AnnalsCaption *caption, const AnnalsLayout *layout)
{
  g_autofree gchar *number = dup_page_number (caption);

  return number != NULL ? annals_layout_measure (layout, foot_style.font, number) : 0.0;
}

/* The lines are broken for the widest page number, so that they are alike on every page. */
static GPtrArray *
break_foot (const AnnalsCaption *caption, const AnnalsLayout *layout, gdouble width_px)
{
  AnnalsCaption last = *caption;
  gdouble number_px;

  last.page = MAX (caption->n_pages, 1) - 1;
  number_px = get_number_px (&last, layout);
  if (number_px > 0.0)
    number_px += COLUMN_GAP_PX;
  return break_lines (layout, &foot_style, caption->source_line,
                      width_px - number_px - 2.0 * get_side_px (layout));
}

/**
 * annals_caption_get_head_height:
 * @caption: what is written
 * @layout: the picture's layout
 * @width_px: how wide the picture is
 *
 * Returns: how high the title's band is, in pixels; 0 without a title
 */
gdouble
annals_caption_get_head_height (const AnnalsCaption *caption,
                                const AnnalsLayout *layout,
                                gdouble width_px)
{
  g_autoptr (GPtrArray) lines = break_head (caption, layout, width_px);
  const Style *style = &head_style;

  if (lines->len == 0)
    return 0.0;
  return ceil ((style->above_px + lines->len * style->line_px + style->below_px)
               * annals_layout_get_metrics (layout)->text_scale);
}

/**
 * annals_caption_get_foot_height:
 * @caption: what is written
 * @layout: the picture's layout
 * @width_px: how wide the picture is
 * @below_legend: whether a legend stands above it, which has brought its own space
 *
 * Returns: how high the band of the source line and the page number is, in pixels; 0 without both
 */
gdouble
annals_caption_get_foot_height (const AnnalsCaption *caption,
                                const AnnalsLayout *layout,
                                gdouble width_px,
                                gboolean below_legend)
{
  g_autoptr (GPtrArray) lines = break_foot (caption, layout, width_px);
  const Style *style = &foot_style;
  guint n_lines = MAX (lines->len, caption->n_pages > 1 ? 1 : 0);

  if (n_lines == 0)
    return 0.0;
  return ceil (((below_legend ? 0.0 : style->above_px) + n_lines * style->line_px + style->below_px)
               * annals_layout_get_metrics (layout)->text_scale);
}

/**
 * annals_caption_add_head:
 * @caption: what is written
 * @layout: the picture's layout
 * @scene: the picture; all of it moves down
 *
 * Adds the title.
 */
void
annals_caption_add_head (const AnnalsCaption *caption,
                         const AnnalsLayout *layout,
                         AnnalsScene *scene)
{
  AnnalsRect band = { 0.0, 0.0, 0.0, 0.0 };
  g_autoptr (GPtrArray) lines = NULL;

  annals_scene_get_size (scene, &band.width, NULL);
  band.height = annals_caption_get_head_height (caption, layout, band.width);
  if (band.height <= 0.0)
    return;
  lines = break_head (caption, layout, band.width);
  annals_scene_move_down (scene, band.height);
  annals_scene_end_group (scene);
  add_lines (scene, layout, &head_style, lines,
             head_style.above_px * annals_layout_get_metrics (layout)->text_scale);
}

/**
 * annals_caption_add_foot:
 * @caption: what is written
 * @layout: the picture's layout
 * @scene: the picture; it becomes higher
 * @below_legend: whether a legend stands above it
 *
 * Adds the source line and the page number below what is there.
 */
void
annals_caption_add_foot (const AnnalsCaption *caption,
                         const AnnalsLayout *layout,
                         AnnalsScene *scene,
                         gboolean below_legend)
{
  gdouble k = annals_layout_get_metrics (layout)->text_scale;
  AnnalsRect band = { 0.0, 0.0, 0.0, 0.0 };
  g_autofree gchar *number = dup_page_number (caption);
  g_autoptr (GPtrArray) lines = NULL;
  gdouble top;

  annals_scene_get_size (scene, &band.width, &band.y);
  band.height = annals_caption_get_foot_height (caption, layout, band.width, below_legend);
  if (band.height <= 0.0)
    return;
  lines = break_foot (caption, layout, band.width);
  top = band.y + (below_legend ? 0.0 : foot_style.above_px * k);
  annals_scene_set_height (scene, band.y + band.height);
  annals_scene_end_group (scene);
  if (!below_legend)
    {
      AnnalsRect rule = { 0.0, band.y + 0.5, band.width, 0.0 };

      annals_scene_add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_RULE, &rule);
    }
  add_lines (scene, layout, &foot_style, lines, top);
  if (number != NULL)
    annals_scene_add_text (
        scene, foot_style.role, foot_style.font,
        round (band.width - get_side_px (layout) - get_number_px (caption, layout)),
        round (top + foot_style.ascent_px * k), number);
}
