/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-reading-view-private.h"

/* What of the text is in sight, and where its passages stand on the page: for what is drawn
 * elsewhere about them. It asks only for lines that are laid out already. */

#define MOST_LINES 200

/**
 * annals_reading_view_get_sight:
 * @self: a page
 * @start: (out): offset of the first code point in sight
 * @end: (out): offset after the last one
 *
 * Tells which part of the text can be seen.
 */
void
annals_reading_view_get_sight (AnnalsReadingView *self, gint64 *start, gint64 *end)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GtkTextIter iter;

  g_return_if_fail (ANNALS_IS_READING_VIEW (self));

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, &iter, visible.x, visible.y);
  *start = gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_iter_at_location (view, &iter, visible.x, visible.y + visible.height);
  annals_reading_view_forward_to_line_end (view, &iter);
  *end = (gint64) gtk_text_iter_get_offset (&iter) + 1;
}

/**
 * annals_reading_view_get_line_y:
 * @self: a page
 * @mark: a passage in sight
 *
 * Returns: the middle of the first line of it that can be seen, in pixels from the top of the
 *   widget
 */
gdouble
annals_reading_view_get_line_y (AnnalsReadingView *self, const AnnalsPassageMark *mark)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GdkRectangle box;
  GtkTextIter at;
  GtkTextIter end;
  gint y = 0;

  g_return_val_if_fail (ANNALS_IS_READING_VIEW (self), 0.0);

  gtk_text_view_get_visible_rect (view, &visible);
  annals_reading_view_get_iters (self, mark->start, mark->end, &at, &end);
  gtk_text_view_get_iter_location (view, &at, &box);
  for (guint i = 0; i < MOST_LINES && box.y + box.height / 2 < visible.y; i++)
    {
      if (!gtk_text_view_forward_display_line (view, &at) || gtk_text_iter_compare (&at, &end) >= 0)
        break;
      gtk_text_view_get_iter_location (view, &at, &box);
    }
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, box.y, NULL, &y);

  return y + box.height / 2.0;
}

/* Where the passage is when it is out of sight: a line at the very edge, or beyond it. */
static void
add_line (AnnalsReadingView *self,
          const AnnalsPassageMark *mark,
          gint64 start,
          gint64 end,
          GArray *lines)
{
  AnnalsThreadLine line = { .current = annals_reading_view_is_selected (self, mark) };

  if (mark->end <= start)
    line.y_px = -ANNALS_OUT_OF_SIGHT_PX;
  else if (mark->start >= end)
    line.y_px = ANNALS_OUT_OF_SIGHT_PX;
  else
    line.y_px = annals_reading_view_get_line_y (self, mark);
  g_array_append_val (lines, line);
}

/**
 * annals_reading_view_get_lines:
 * @self: a page
 * @event: index of an event
 *
 * Tells where the passages of an event stand on the page. Those out of sight are at
 * %ANNALS_OUT_OF_SIGHT_PX above or below.
 *
 * Returns: (transfer full): of AnnalsThreadLine, in pixels from the top of the widget
 */
GArray *
annals_reading_view_get_lines (AnnalsReadingView *self, guint event)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (AnnalsThreadLine));
  gint64 start = 0;
  gint64 end = 0;

  g_return_val_if_fail (ANNALS_IS_READING_VIEW (self), lines);

  if (self->index == NULL)
    return lines;
  annals_reading_view_get_sight (self, &start, &end);
  for (guint i = 0; i < annals_passage_index_get_n_marks (self->index); i++)
    {
      const AnnalsPassageMark *mark = annals_passage_index_get_mark (self->index, i);

      if (mark->event == event)
        add_line (self, mark, start, end, lines);
    }

  return lines;
}
