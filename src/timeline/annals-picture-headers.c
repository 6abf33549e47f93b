/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "annals-cluster.h"
#include "annals-label-cut.h"
#include "annals-letters.h"
#include "annals-picture-private.h"

/* The headers of the lanes, in the column left of them: a bar in the lane's colour, its name, and
 * how many events it has. Names come from documents, and may be of any length. */

#define BAR_X_PX 16.0 /* under the title that an export has */
#define MOST_NAME_BYTES 255
#define MOST_LINE_BYTES 96

/* How wide a name is, unless it is far too long. */
static gdouble
get_width (const AnnalsPicture *picture, AnnalsFont font, const gchar *text)
{
  return strlen (text) <= MOST_NAME_BYTES ? annals_layout_measure (picture->layout, font, text)
                                          : G_MAXDOUBLE;
}

/* What is too wide is cut, to one letter if need be. */
static void
add_fitting_text (const AnnalsPicture *picture,
                  AnnalsRole role,
                  AnnalsFont font,
                  gdouble x,
                  gdouble baseline,
                  gdouble width,
                  const gchar *text)
{
  gchar cut[MOST_NAME_BYTES + 1];

  if (get_width (picture, font, text) > width)
    {
      if (!annals_label_cut (picture->layout, font, text, width, 1, 1, cut, sizeof cut, NULL))
        return;
      text = cut;
    }
  annals_scene_add_text (picture->scene, role, font, x, baseline, text);
}

/* The first bytes of a name, but for a space that they end in. */
static void
write_line (const gchar *name, const gchar *end, gchar line[MOST_LINE_BYTES])
{
  gsize length = (gsize) (end - name);

  while (length > 0 && g_ascii_isspace (name[length - 1]))
    length--;
  memcpy (line, name, length);
  line[length] = '\0';
}

/* Where the first line of a name ends that is broken once, at the last place that fits. */
static const gchar *
find_break (const AnnalsPicture *picture, const gchar *name, gdouble width)
{
  const gchar *found = NULL;

  if (name[0] == '\0' || get_width (picture, ANNALS_FONT_LANE, name) <= width)
    return NULL;
  for (const gchar *p = annals_letters_next (name); *p != '\0' && p - name < MOST_LINE_BYTES;
       p = annals_letters_next (p))
    if (annals_letters_may_break (name, p))
      {
        gchar head[MOST_LINE_BYTES];

        write_line (name, p, head);
        if (annals_layout_measure (picture->layout, ANNALS_FONT_LANE, head) <= width)
          found = p;
      }
  return found;
}

/* A lane's name that is too wide for its column is set in two lines. */
static gdouble
add_lane_name (const AnnalsPicture *picture,
               const gchar *name,
               gdouble x,
               gdouble baseline,
               gdouble width,
               gboolean may_break)
{
  gdouble line_px = 18.0 * picture->metrics->text_scale;
  const gchar *rest = may_break ? find_break (picture, name, width) : NULL;
  gchar first[MOST_LINE_BYTES];

  if (rest == NULL)
    {
      add_fitting_text (picture, ANNALS_ROLE_TEXT, ANNALS_FONT_LANE, x, round (baseline), width,
                        name);
      return baseline;
    }
  write_line (name, rest, first);
  annals_scene_add_text (picture->scene, ANNALS_ROLE_TEXT, ANNALS_FONT_LANE, x, round (baseline),
                         first);
  add_fitting_text (picture, ANNALS_ROLE_TEXT, ANNALS_FONT_LANE, x, round (baseline + line_px),
                    width, rest);
  return baseline + line_px;
}

/* The header of a closed lane is one line: the name, and how many events there are. */
static void
draw_closed_header (const AnnalsPicture *picture, const AnnalsLayoutLane *place)
{
  gdouble k = picture->metrics->text_scale;
  gdouble top = picture->lanes.y + place->top_px - picture->options->scroll_y_px;
  AnnalsRect bar = { BAR_X_PX * k, top + 8.0, 4.0 * k, place->height_px - 16.0 };
  gdouble baseline = round (top + place->height_px / 2.0 + 5.0 * k);
  gdouble right = picture->metrics->header_width_px - 10.0 * k;
  gchar count[32];
  gdouble count_px;
  AnnalsItem *item;

  annals_cluster_format_count (place->n_events, FALSE, count, sizeof count);
  count_px = annals_layout_measure (picture->layout, ANNALS_FONT_NOTE, count);
  annals_scene_begin_group (picture->scene, ANNALS_CLIP_HEADERS, -1, place->color);
  item = annals_scene_add (picture->scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &bar);
  item->radius_px = 2.0 * k;
  add_fitting_text (picture, ANNALS_ROLE_TEXT, ANNALS_FONT_LANE, 28.0 * k, baseline,
                    right - count_px - 36.0 * k, place->label);
  annals_scene_add_text (picture->scene, ANNALS_ROLE_DIM_TEXT, ANNALS_FONT_NOTE,
                         round (right - count_px), baseline, count);
}

static void
draw_lane_header (const AnnalsPicture *picture, guint index)
{
  const AnnalsLayoutLane *place = annals_layout_get_lane (picture->layout, index);
  gdouble k = picture->metrics->text_scale;
  gdouble top = picture->lanes.y + place->top_px - picture->options->scroll_y_px;
  gdouble visible_top = MAX (top, picture->lanes.y);
  AnnalsRect bar = { BAR_X_PX * k, top + 8.0, 4.0 * k, place->height_px - 16.0 };
  gdouble x = 28.0 * k;
  gdouble baseline = MIN (visible_top + 23.0 * k, top + place->height_px - 26.0 * k);
  gdouble width = picture->metrics->header_width_px - x - 8.0 * k;
  AnnalsItem *item;
  gchar number[32];
  gchar count[128];

  if (place->hidden || top + place->height_px < picture->lanes.y
      || top > picture->options->height_px)
    return;
  if (place->closed >= 0.5)
    {
      draw_closed_header (picture, place);
      return;
    }
  annals_scene_begin_group (picture->scene, ANNALS_CLIP_HEADERS, -1, place->color);
  item = annals_scene_add (picture->scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &bar);
  item->radius_px = 2.0 * k;
  baseline = add_lane_name (picture, place->label, x, baseline, width,
                            place->height_px >= 68.0 * k && visible_top < top + 1.0);
  annals_cluster_format_count (place->n_events, FALSE, number, sizeof number);
  g_snprintf (count, sizeof count,
              g_dngettext (GETTEXT_PACKAGE, "%s event", "%s events", place->n_events), number);
  /* In a slim column the figure alone says more than the beginning of the words. */
  if (annals_layout_measure (picture->layout, ANNALS_FONT_NOTE, count) > width)
    g_strlcpy (count, number, sizeof count);
  add_fitting_text (picture, ANNALS_ROLE_DIM_TEXT, ANNALS_FONT_NOTE, x, round (baseline + 18.0 * k),
                    width, count);
}

/* Draws the names of the lanes into their column. */
void
annals_picture_draw_headers (const AnnalsPicture *picture)
{
  guint n_lanes = annals_layout_get_n_lanes (picture->layout);

  if (picture->lanes.x <= 0.0)
    return;
  for (guint i = 0; i < n_lanes; i++)
    draw_lane_header (picture, i);
}
