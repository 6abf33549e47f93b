/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-timeline-view-private.h"

/* Which stretches of time the timeline compresses: the long empty ones when these are wanted, those
 * chosen by hand, and none that has been opened by hand. */

static gboolean
overlaps (const AnnalsBreak *a, const AnnalsBreak *b)
{
  return a->first <= b->last && b->first <= a->last;
}

static gboolean
is_opened (AnnalsTimelineView *self, const AnnalsBreak *one)
{
  for (guint i = 0; i < self->breaks_opened->len; i++)
    if (overlaps (one, &g_array_index (self->breaks_opened, AnnalsBreak, i)))
      return TRUE;
  return FALSE;
}

static AnnalsBreaks *
create_breaks (AnnalsTimelineView *self)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  g_autoptr (AnnalsBreaks) found = annals_breaks_new_for_document (
      document, self->compressed, (const AnnalsBreak *) (gpointer) self->breaks_by_hand->data,
      self->breaks_by_hand->len, self->metrics.break_px);
  AnnalsBreak kept[ANNALS_BREAKS_MOST];
  guint n_kept = 0;

  for (guint i = 0; i < annals_breaks_get_n (found); i++)
    if (!is_opened (self, annals_breaks_get (found, i)))
      kept[n_kept++] = *annals_breaks_get (found, i);
  return annals_breaks_new (kept, n_kept, self->metrics.break_px);
}

/* The same part of time stays in view; it takes another width. To be called when the layout is
 * another. */
void
annals_timeline_view_update_breaks (AnnalsTimelineView *self)
{
  g_autoptr (AnnalsBreaks) before = g_steal_pointer (&self->breaks);
  AnnalsInstant first = annals_scale_get_instant (&self->scale, self->scale.x_px);
  AnnalsInstant last = annals_scale_get_instant (&self->scale,
                                                 self->scale.x_px + self->scale.width_px);

  annals_timeline_view_stop_motion (self);
  if (self->layout != NULL)
    {
      self->breaks = create_breaks (self);
      annals_layout_set_breaks (self->layout, self->breaks);
    }
  if (self->breaks == NULL && before == NULL)
    return;

  if (self->layout != NULL && self->scale.width_px > 0.0 && self->scale.s_per_px > 0.0)
    annals_scale_init_broken (&self->scale, self->breaks, first, last, self->scale.x_px,
                              self->scale.width_px);
  else
    self->scale.breaks = self->breaks;
  self->move_from.breaks = self->move_to.breaks = self->breaks;
  self->size_changed = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  annals_timeline_view_invalidate (self);
  g_signal_emit_by_name (self, "range-changed");
}

/* With another document, what was chosen by hand has no meaning. */
void
annals_timeline_view_forget_breaks (AnnalsTimelineView *self)
{
  g_array_set_size (self->breaks_by_hand, 0);
  g_array_set_size (self->breaks_opened, 0);
}

static gint
find_strip (AnnalsTimelineView *self, gdouble x)
{
  for (guint i = 0; i < annals_breaks_get_n (self->breaks); i++)
    {
      const AnnalsBreak *one = annals_breaks_get (self->breaks, i);

      if (annals_scale_is_broken (&self->scale, i)
          && x >= annals_scale_get_x (&self->scale, one->first)
          && x < annals_scale_get_x (&self->scale, one->last + 1))
        return (gint) i;
    }
  return -1;
}

/* The compressed stretch at a place on the axis, or -1. */
gint
annals_timeline_view_pick_break (AnnalsTimelineView *self, gdouble x, gdouble y)
{
  if (self->layout == NULL || y < 0.0 || y > self->metrics.axis_height_px || x < self->scale.x_px)
    return -1;
  return find_strip (self, x);
}

/* Shows a compressed stretch in full. */
void
annals_timeline_view_open_break (AnnalsTimelineView *self, guint index)
{
  AnnalsBreak one;

  g_return_if_fail (index < annals_breaks_get_n (self->breaks));

  one = *annals_breaks_get (self->breaks, index);
  for (guint i = self->breaks_by_hand->len; i > 0; i--)
    if (overlaps (&g_array_index (self->breaks_by_hand, AnnalsBreak, i - 1), &one))
      g_array_remove_index (self->breaks_by_hand, i - 1);
  if (self->compressed)
    g_array_append_val (self->breaks_opened, one);
  annals_timeline_view_update_breaks (self);
}

gboolean
annals_timeline_view_explain_break (AnnalsTimelineView *self,
                                    gdouble x,
                                    gdouble y,
                                    GtkTooltip *tooltip)
{
  gint index = annals_timeline_view_pick_break (self, x, y);
  g_autofree gchar *length = NULL;
  g_autofree gchar *text = NULL;

  if (index < 0)
    return FALSE;
  length = annals_break_dup_words (annals_breaks_get (self->breaks, (guint) index));
  /* Translators: the tooltip of a stretch of time that the axis compresses; %s is how long it is,
   * such as 26 years. */
  text = g_strdup_printf (_ ("%s, compressed. Click to show them in full."), length);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/**
 * annals_timeline_view_set_compressed:
 * @self: a timeline
 * @compressed: whether long stretches of time in which nothing begins or ends are compressed
 *
 * Compresses them, or shows all time in full again, except for what was compressed by hand.
 */
void
annals_timeline_view_set_compressed (AnnalsTimelineView *self, gboolean compressed)
{
  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  if (self->compressed == !!compressed)
    return;
  self->compressed = !!compressed;
  g_array_set_size (self->breaks_opened, 0);
  annals_timeline_view_update_breaks (self);
}

/**
 * annals_timeline_view_expand_all:
 * @self: a timeline
 *
 * Shows in full what was compressed by hand, and what is compressed because it is empty.
 */
void
annals_timeline_view_expand_all (AnnalsTimelineView *self)
{
  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  annals_timeline_view_forget_breaks (self);
  self->compressed = FALSE;
  annals_timeline_view_update_breaks (self);
}

/**
 * annals_timeline_view_get_breaks:
 * @self: a timeline
 *
 * Returns: (transfer none) (nullable): the stretches of time that are compressed now
 */
const AnnalsBreaks *
annals_timeline_view_get_breaks (AnnalsTimelineView *self)
{
  g_return_val_if_fail (ANNALS_IS_TIMELINE_VIEW (self), NULL);

  return self->breaks;
}

/**
 * annals_timeline_view_compress:
 * @self: a timeline with a document
 * @first: first second of a stretch of time
 * @last: its last second; neither is open
 *
 * Compresses a stretch of time, whether it is empty or not.
 *
 * Returns: whether it could be done; %FALSE when there are as many as there may be
 */
gboolean
annals_timeline_view_compress (AnnalsTimelineView *self, AnnalsInstant first, AnnalsInstant last)
{
  AnnalsBreak one = { first, last };

  g_return_val_if_fail (ANNALS_IS_TIMELINE_VIEW (self), FALSE);
  g_return_val_if_fail (first <= last, FALSE);
  g_return_val_if_fail (!annals_instant_is_open (first) && !annals_instant_is_open (last), FALSE);

  if (self->layout == NULL || annals_breaks_get_n (self->breaks) >= ANNALS_BREAKS_MOST)
    return FALSE;
  for (guint i = self->breaks_opened->len; i > 0; i--)
    if (overlaps (&g_array_index (self->breaks_opened, AnnalsBreak, i - 1), &one))
      g_array_remove_index (self->breaks_opened, i - 1);
  g_array_append_val (self->breaks_by_hand, one);
  annals_timeline_view_update_breaks (self);
  return TRUE;
}

static guint
copy_breaks (const GArray *from, AnnalsBreak to[ANNALS_BREAKS_MOST])
{
  guint n = MIN (from->len, ANNALS_BREAKS_MOST);

  for (guint i = 0; i < n; i++)
    to[i] = g_array_index (from, AnnalsBreak, from->len - n + i);
  return n;
}

/**
 * annals_timeline_view_get_breaks_by_hand:
 * @self: a timeline
 * @by_hand: (out caller-allocates): what was compressed and opened by hand
 *
 * Tells it, so that it can be found again.
 */
void
annals_timeline_view_get_breaks_by_hand (AnnalsTimelineView *self, AnnalsBreaksByHand *by_hand)
{
  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  by_hand->n_compressed = copy_breaks (self->breaks_by_hand, by_hand->compressed);
  by_hand->n_opened = copy_breaks (self->breaks_opened, by_hand->opened);
}

/**
 * annals_timeline_view_set_breaks_by_hand:
 * @self: a timeline with a document
 * @by_hand: what annals_timeline_view_get_breaks_by_hand() told
 *
 * Has it so again, in place of what was chosen since.
 */
void
annals_timeline_view_set_breaks_by_hand (AnnalsTimelineView *self,
                                         const AnnalsBreaksByHand *by_hand)
{
  g_return_if_fail (ANNALS_IS_TIMELINE_VIEW (self));

  annals_timeline_view_forget_breaks (self);
  g_array_append_vals (self->breaks_by_hand, by_hand->compressed, by_hand->n_compressed);
  g_array_append_vals (self->breaks_opened, by_hand->opened, by_hand->n_opened);
  annals_timeline_view_update_breaks (self);
}
