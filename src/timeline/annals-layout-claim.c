/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-label-cut.h"
#include "annals-layout-private.h"

/* How much room every event claims in its row: that of its mark, of the line of its record, and of
 * its label, which stands on one page and crosses no strip of compressed time. What has no room for
 * even the beginning of its label claims the row above as well. */

/* Where the page ends that holds a position: the time area is cut into pages of equal width. */
static gdouble
get_page_edge (const AnnalsScale *scale, guint n_pages, gdouble x_px, guint edge)
{
  gdouble page_px = scale->width_px / n_pages;
  gdouble page = floor ((x_px - scale->x_px) / page_px);

  return scale->x_px + (CLAMP (page, 0.0, n_pages - 1.0) + edge) * page_px;
}

/* On what room is claimed. Strips of compressed time lie in it, in view or not. */
typedef struct
{
  const AnnalsScale *scale;
  guint n_pages;
  gdouble strips[ANNALS_BREAKS_MOST][2];
  guint n_strips;
} Ground;

static void
init_ground (Ground *ground, const AnnalsScale *scale, guint n_pages)
{
  *ground = (Ground){ .scale = scale, .n_pages = n_pages };
  for (guint i = 0; i < annals_breaks_get_n (scale->breaks); i++)
    ground->n_strips += annals_scale_get_strip (scale, i, ground->strips[ground->n_strips]);
}

/* The widest stretch within another that no strip lies in. */
static gdouble
get_widest (const Ground *ground, gdouble left, gdouble right)
{
  gdouble widest = 0.0;

  for (guint i = 0; i < ground->n_strips; i++)
    {
      widest = MAX (widest, MIN (ground->strips[i][0], right) - left);
      left = MAX (left, ground->strips[i][1]);
    }
  return MAX (widest, right - left);
}

/* The widest stretch of a mark's solid part on one page. */
static gdouble
get_inside (const AnnalsMark *mark, const Ground *ground, gdouble gutter_px)
{
  gdouble page_px = ground->scale->width_px / ground->n_pages;
  gdouble widest = 0.0;
  gdouble x0;
  gdouble x1;

  annals_mark_get_clear (mark, &x0, &x1);
  for (guint i = 0; i < ground->n_pages; i++)
    {
      gdouble left = ground->scale->x_px + i * page_px;

      widest = MAX (widest,
                    get_widest (ground, MAX (x0, left), MIN (x1, left + page_px - gutter_px)));
    }
  return widest;
}

/* The room beside a mark ends at the strips on both sides of it; a mark that ends within a strip
 * has none. Tells whether a strip is nearer than what the room ended at before. */
static gboolean
stop_at_strips (const Ground *ground, const gdouble *reach, gdouble gap_px, gdouble edges[2])
{
  gboolean stops = FALSE;

  for (guint i = 0; i < ground->n_strips; i++)
    {
      const gdouble *strip = ground->strips[i];

      if (strip[1] > reach[1] && strip[0] - gap_px < edges[1])
        {
          edges[1] = MAX (strip[0] - gap_px, reach[1]);
          stops = TRUE;
        }
      if (strip[0] < reach[0] && strip[1] + gap_px > edges[0])
        {
          edges[0] = MIN (strip[1] + gap_px, reach[0]);
          stops = TRUE;
        }
    }
  return stops;
}

/* Claims the room for a label beside its mark, right or left. */
static gboolean
claim_beside (AnnalsLayoutEvent *event, const gdouble edges[2], gdouble wanted_px)
{
  if (event->reach[1] + wanted_px <= edges[1])
    event->claim[1] = MAX (event->claim[1], event->reach[1] + wanted_px);
  else if (event->reach[0] - wanted_px >= edges[0])
    event->claim[0] = MIN (event->claim[0], event->reach[0] - wanted_px);
  else
    return FALSE;
  return TRUE;
}

/* How far a label beside the mark may reach: on the page of the mark's end it stands at. Of lanes
 * that fold, what is out of view may come into view, and claims its room as if it were there. */
static void
get_edges (const AnnalsLayout *layout,
           const Ground *ground,
           const AnnalsLayoutEvent *event,
           gboolean out,
           gdouble edges[2])
{
  gdouble gap = layout->metrics.label_gap_px;

  edges[0] = -INFINITY;
  edges[1] = INFINITY;
  if (out)
    return;
  edges[0] = get_page_edge (ground->scale, ground->n_pages, event->reach[0], 0) + gap;
  edges[1] = get_page_edge (ground->scale, ground->n_pages, event->reach[1], 1)
             - MAX (layout->metrics.gutter_px, gap);
}

/* On the others, a label may stand on the mark itself, which is broken for it. */
static gboolean
has_no_line (const AnnalsMark *mark)
{
  return mark->shape == ANNALS_SHAPE_BAR || mark->shape == ANNALS_SHAPE_DISC;
}

static gboolean
holds_beginning (const AnnalsLayout *layout, const AnnalsLayoutEvent *event, gdouble room_px)
{
  gchar cut[256];

  return annals_label_cut (layout, ANNALS_FONT_LABEL, event->label, room_px, ANNALS_LABELS_LEAST, 1,
                           cut, sizeof cut, NULL);
}

/* Whether more of the label can be set above the mark than on it; hardly a letter is not worth a
 * row. */
static gboolean
needs_row_above (const AnnalsLayout *layout,
                 const AnnalsLayoutEvent *event,
                 gdouble inside_px,
                 gdouble above_px)
{
  return event->label_px <= above_px
         || (!holds_beginning (layout, event, inside_px)
             && holds_beginning (layout, event, above_px));
}

/* The room an event wants beyond its mark: that of its label inside, to the right, or to the left.
 */
static void
claim_label (const AnnalsLayout *layout,
             const Ground *ground,
             const AnnalsMark *mark,
             gboolean out,
             AnnalsLayoutEvent *event)
{
  gdouble gap = layout->metrics.label_gap_px;
  gdouble inside = out ? mark->solid1_px - mark->solid0_px
                       : get_inside (mark, ground, layout->metrics.gutter_px);
  gdouble wanted = event->label_px + gap;
  gdouble short_px = MIN (wanted, ANNALS_LAYOUT_SHORT_LABEL_PX * layout->metrics.text_scale);
  gdouble edges[2];
  gboolean stopped;

  if (mark->shape == ANNALS_SHAPE_BAR && inside >= event->label_px + 2.0 * gap
      && event->note == NULL)
    return;
  get_edges (layout, ground, event, out, edges);
  stopped = stop_at_strips (ground, event->reach, gap, edges);
  /* Where there is no room for the note as well, there may be for the label alone; and between two
   * strips for its beginning. */
  if ((event->note != NULL && claim_beside (event, edges, wanted + event->note_px + gap))
      || claim_beside (event, edges, wanted) || (stopped && claim_beside (event, edges, short_px)))
    return;
  event->above = stopped && inside < short_px && has_no_line (mark)
                 && needs_row_above (layout, event, inside - 2.0 * gap,
                                     get_widest (ground, event->reach[0], edges[1]) - gap);
  if (event->above)
    event->claim[1] = MAX (event->claim[1], event->reach[0] + gap + event->label_px);
}

/* The room an event wants: mark, record, and label. */
static void
claim_room (const AnnalsLayout *layout, const Ground *ground, AnnalsLayoutEvent *event)
{
  const AnnalsMetrics *metrics = &layout->metrics;
  const AnnalsScale *scale = ground->scale;
  AnnalsMark mark;
  gboolean out;

  annals_layout_init_mark (layout, event, scale, &mark);
  annals_mark_get_reach (&mark, metrics, &event->reach[0], &event->reach[1]);
  event->mark_px = mark.x0_px;
  event->claim[0] = event->reach[0];
  event->claim[1] = event->reach[1];
  event->above = FALSE;
  out = mark.x1_px < scale->x_px || mark.x0_px > scale->x_px + scale->width_px - metrics->gutter_px;
  if (event->record != NULL)
    {
      AnnalsMark record;

      annals_layout_init_record_mark (layout, event, scale, &record);
      event->claim[0] = MIN (event->claim[0], record.x0_px);
      event->claim[1] = MAX (event->claim[1], record.x1_px);
    }
  if (!out || ANNALS_LAYOUT_LANE (layout, event->lane)->folds)
    claim_label (layout, ground, &mark, out, event);
}

/* Says how much room everything claims on a scale. */
void
annals_layout_claim_room (AnnalsLayout *layout, const AnnalsScale *scale, guint n_pages)
{
  Ground ground;

  layout->claimed = *scale;
  init_ground (&ground, scale, n_pages);
  for (guint i = 0; i < layout->events->len; i++)
    claim_room (layout, &ground, ANNALS_LAYOUT_EVENT (layout, i));
}
