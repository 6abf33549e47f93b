/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-reading-view-private.h"
#include "annals-style.h"

/*
 * What the page draws below its text, only what is in view: a soft tint behind the selected passage
 * and the hovered one, the words that are looked for, and an underline for each passage, stacked
 * where passages overlap.
 */

#define UNDERLINE_PX 2
#define STACK_PX 4
#define TINT_RADIUS_PX 4
#define MATCH_RADIUS_PX 3
#define HOVER_OPACITY 0.45
#define REST_OPACITY 0.9
#define RING_OPACITY 0.55

typedef void (*LineFunc) (const GdkRectangle *line, gpointer user_data);

typedef struct
{
  GtkSnapshot *snapshot;
  GdkRGBA color;
  GdkRGBA ring;
  gboolean ringed;
  guint level;
} LineDrawing;

void
annals_reading_view_get_iters (AnnalsReadingView *self,
                               gint64 start,
                               gint64 end,
                               GtkTextIter *from,
                               GtkTextIter *to)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (buffer, from, (gint) start);
  gtk_text_buffer_get_iter_at_offset (buffer, to, (gint) end);
}

/* The box of the words from one iter to another that stand in the same display line. */
static void
get_line_box (GtkTextView *view, const GtkTextIter *from, const GtkTextIter *to, GdkRectangle *box)
{
  GtkTextIter last = *to;
  GdkRectangle first_box;
  GdkRectangle last_box;
  gint left = 0;
  gint right = 0;

  while (gtk_text_iter_compare (&last, from) > 0)
    {
      gtk_text_iter_backward_char (&last);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
        break;
    }

  gtk_text_view_get_iter_location (view, from, &first_box);
  gtk_text_view_get_iter_location (view, &last, &last_box);
  left = MIN (first_box.x, last_box.x);
  right = MAX (first_box.x + first_box.width, last_box.x + last_box.width);
  *box = (GdkRectangle){ left, first_box.y, right - left, first_box.height };
}

/* The end of a display line stands before its last character, which is a space where words are
 * written with spaces; elsewhere it belongs to the line. */
void
annals_reading_view_forward_to_line_end (GtkTextView *view, GtkTextIter *iter)
{
  GtkTextIter after;

  gtk_text_view_forward_display_line_end (view, iter);
  after = *iter;
  if (!gtk_text_iter_ends_line (iter) && !g_unichar_isspace (gtk_text_iter_get_char (iter))
      && gtk_text_iter_forward_char (&after) && gtk_text_view_starts_display_line (view, &after))
    *iter = after;
}

/* Faces differ much in the room they claim above and below their letters; underlines keep to the
 * letters. */
static void
trim_to_type (AnnalsReadingView *self, GdkRectangle *box)
{
  gint bottom = box->y + (gint) round (box->height * self->type_bottom);

  box->y += (gint) round (box->height * self->type_top);
  box->height = bottom - box->y;
}

static void
foreach_line (AnnalsReadingView *self,
              gint64 start,
              gint64 stop,
              const GdkRectangle *visible,
              LineFunc func,
              gpointer user_data)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter at;
  GtkTextIter end;

  annals_reading_view_get_iters (self, start, stop, &at, &end);
  while (gtk_text_iter_compare (&at, &end) < 0)
    {
      GtkTextIter line_end = at;
      GdkRectangle box;

      annals_reading_view_forward_to_line_end (view, &line_end);
      if (gtk_text_iter_compare (&line_end, &end) > 0)
        line_end = end;
      get_line_box (view, &at, &line_end, &box);
      if (box.y > visible->y + visible->height)
        return;
      trim_to_type (self, &box);
      if (box.width > 0)
        func (&box, user_data);
      at = line_end;
      while (gtk_text_iter_compare (&at, &end) < 0
             && g_unichar_isspace (gtk_text_iter_get_char (&at)))
        gtk_text_iter_forward_char (&at);
      if (gtk_text_iter_equal (&at, &line_end) && !gtk_text_view_starts_display_line (view, &at)
          && !gtk_text_iter_forward_char (&at))
        return;
    }
}

static void
draw_tint_cb (const GdkRectangle *line, gpointer user_data)
{
  LineDrawing *drawing = user_data;
  GskRoundedRect outline;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (line->x - 3, line->y - 1, line->width + 6,
                                               line->height + 3);

  gsk_rounded_rect_init_from_rect (&outline, &bounds, TINT_RADIUS_PX);
  gtk_snapshot_push_rounded_clip (drawing->snapshot, &outline);
  gtk_snapshot_append_color (drawing->snapshot, &drawing->color, &bounds);
  gtk_snapshot_pop (drawing->snapshot);
}

static void
draw_underline_cb (const GdkRectangle *line, gpointer user_data)
{
  LineDrawing *drawing = user_data;
  int top = line->y + line->height + (int) drawing->level * STACK_PX;

  gtk_snapshot_append_color (drawing->snapshot, &drawing->color,
                             &GRAPHENE_RECT_INIT (line->x, top, line->width, UNDERLINE_PX));
}

gboolean
annals_reading_view_is_selected (AnnalsReadingView *self, const AnnalsPassageMark *mark)
{
  return annals_selection_get_event (self->selection) == (gint) mark->event
         && annals_selection_get_passage (self->selection) == (gint) mark->passage;
}

/* The passages of what is selected or pointed at are read, whatever range is selected. */
static gboolean
is_let_through (AnnalsReadingView *self, const AnnalsPassageMark *mark)
{
  return annals_time_filter_has_event (annals_selection_get_time_filter (self->selection),
                                       (gint) mark->event)
         || annals_selection_get_event (self->selection) == (gint) mark->event
         || annals_selection_get_hovered (self->selection) == (gint) mark->event;
}

static void
draw_tint (AnnalsReadingView *self,
           GtkSnapshot *snapshot,
           const AnnalsPassageMark *mark,
           const GdkRectangle *visible)
{
  LineDrawing drawing = { .snapshot = snapshot };
  gboolean selected = annals_reading_view_is_selected (self, mark);

  if (!selected && annals_selection_get_hovered (self->selection) != (gint) mark->event)
    return;

  annals_style_get_rgba (&annals_style_get_theme ()->highlight, selected ? 1.0 : HOVER_OPACITY,
                         &drawing.color);
  foreach_line (self, mark->start, mark->end, visible, draw_tint_cb, &drawing);
}

static void
draw_underline (AnnalsReadingView *self,
                GtkSnapshot *snapshot,
                const AnnalsPassageMark *mark,
                const GdkRectangle *visible)
{
  LineDrawing drawing = { .snapshot = snapshot, .level = mark->level };

  annals_style_get_lane_rgba (mark->color, &drawing.color);
  if (!is_let_through (self, mark))
    drawing.color.alpha *= (gfloat) annals_style_get_theme ()->back_mark;
  else if (!annals_reading_view_is_selected (self, mark))
    drawing.color.alpha *= REST_OPACITY;
  foreach_line (self, mark->start, mark->end, visible, draw_underline_cb, &drawing);
}

static void
draw_match_cb (const GdkRectangle *line, gpointer user_data)
{
  LineDrawing *drawing = user_data;
  GskRoundedRect outline;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (line->x - 1, line->y - 1, line->width + 2,
                                               line->height + 1);
  gfloat edge = drawing->ringed ? 1 : 0;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, MATCH_RADIUS_PX);
  gtk_snapshot_push_rounded_clip (drawing->snapshot, &outline);
  gtk_snapshot_append_color (drawing->snapshot, &drawing->color, &bounds);
  gtk_snapshot_pop (drawing->snapshot);
  if (drawing->ringed)
    gtk_snapshot_append_border (
        drawing->snapshot, &outline, (float[4]){ edge, edge, edge, edge },
        (GdkRGBA[4]){ drawing->ring, drawing->ring, drawing->ring, drawing->ring });
}

/* Matches fill the height of the letters; the underlines of passages keep their place below. */
static void
draw_matches (AnnalsReadingView *self,
              GtkSnapshot *snapshot,
              gint64 start,
              gint64 end,
              const GdkRectangle *visible)
{
  AnnalsSearch *search = annals_selection_get_search (self->selection);
  const AnnalsTheme *theme = annals_style_get_theme ();
  guint first = 0;
  guint last = 0;

  annals_search_get_range (search, start, end, &first, &last);
  for (guint i = first; i < last; i++)
    {
      const AnnalsMatch *match = annals_search_get_match (search, i);
      gboolean current = annals_search_get_current (search) == (gint) i;
      LineDrawing drawing = { .snapshot = snapshot, .ringed = current };

      annals_style_get_rgba (current ? &theme->current_match : &theme->match, 1.0, &drawing.color);
      annals_style_get_rgba (&theme->text, RING_OPACITY, &drawing.ring);
      foreach_line (self, match->start, match->end, visible, draw_match_cb, &drawing);
    }
}

static void
get_visible_offsets (AnnalsReadingView *self, GdkRectangle *visible, gint64 *start, gint64 *end)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, visible);
  gtk_text_view_get_line_at_y (view, &iter, visible->y, NULL);
  *start = gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_line_at_y (view, &iter, visible->y + visible->height, NULL);
  if (!gtk_text_iter_ends_line (&iter))
    gtk_text_iter_forward_to_line_end (&iter);
  *end = (gint64) gtk_text_iter_get_offset (&iter) + 1;
}

static void
draw_veil_cb (const GdkRectangle *line, gpointer user_data)
{
  LineDrawing *drawing = user_data;

  gtk_snapshot_append_color (
      drawing->snapshot, &drawing->color,
      &GRAPHENE_RECT_INIT (line->x - 1, line->y - 2, line->width + 2, line->height + 2));
}

/* The first offset from @from on that no passage of the range covers; @end when there is none
 * before it. @until is where such a passage begins again. */
static gint64
find_outside (AnnalsReadingView *self,
              guint first,
              guint last,
              gint64 from,
              gint64 end,
              gint64 *until)
{
  *until = end;
  for (guint i = first; i < last && from < end; i++)
    {
      const AnnalsPassageMark *mark = annals_passage_index_get_mark (self->index, i);

      if (mark->end <= from || mark->start >= *until || !is_let_through (self, mark))
        continue;
      if (mark->start > from)
        {
          *until = mark->start;
          break;
        }
      from = mark->end;
    }

  return MIN (from, end);
}

/* The words of passages outside the range of time step back, but for what they share with passages
 * within it. Marks come by their start, so nothing is veiled twice. */
static void
draw_veils (AnnalsReadingView *self,
            GtkSnapshot *snapshot,
            guint first,
            guint last,
            const GdkRectangle *visible)
{
  const AnnalsTheme *theme = annals_style_get_theme ();
  LineDrawing drawing = { .snapshot = snapshot };
  gint64 done = 0;

  annals_style_get_rgba (&theme->background, 1.0 - theme->back_text, &drawing.color);
  for (guint i = first; i < last; i++)
    {
      const AnnalsPassageMark *mark = annals_passage_index_get_mark (self->index, i);
      gint64 from = MAX (mark->start, done);
      gint64 until = 0;

      if (is_let_through (self, mark))
        continue;
      while ((from = find_outside (self, first, last, from, mark->end, &until)) < mark->end)
        {
          foreach_line (self, from, until, visible, draw_veil_cb, &drawing);
          from = until;
        }
      done = MAX (done, mark->end);
    }
}

void
annals_reading_view_snapshot_layer (GtkTextView *view,
                                    GtkTextViewLayer layer,
                                    GtkSnapshot *snapshot)
{
  AnnalsReadingView *self = ANNALS_READING_VIEW (view);
  GdkRectangle visible;
  gint64 start = 0;
  gint64 end = 0;
  guint first = 0;
  guint last = 0;

  if (self->index == NULL)
    return;

  get_visible_offsets (self, &visible, &start, &end);
  annals_passage_index_get_range (self->index, start, end, &first, &last);
  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    {
      draw_veils (self, snapshot, first, last, &visible);
      return;
    }
  for (guint i = first; i < last; i++)
    draw_tint (self, snapshot, annals_passage_index_get_mark (self->index, i), &visible);
  draw_matches (self, snapshot, start, end, &visible);
  for (guint i = first; i < last; i++)
    draw_underline (self, snapshot, annals_passage_index_get_mark (self->index, i), &visible);
}
