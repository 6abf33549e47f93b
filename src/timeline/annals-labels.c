/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-label-cut.h"
#include "annals-labels.h"

/* Where labels go: greedily by rank, inside the mark, to its right or to its left; in full, then
 * shortened, and not at all rather than over something else. Where the layout has found no room for
 * any of that, between strips of compressed time, they stand above. */

#define USUAL_TAKEN 1024 /* stretches in a picture */
#define RING_PX 4.0
#define LEAST_SEEN_PX 6.0
#define MOST_SEEN_PX 24.0

/* Rows that are so far apart, or as far from the edge of their lane, have room for a label between
 * them. */
#define ABOVE_PITCH_PX 40.0
#define ABOVE_EDGE_PX 27.0

/* A stretch of a row that is taken, and the one before it in the list of the row. */
typedef struct
{
  gdouble x0_px;
  gdouble x1_px;
  gint previous;
} Taken;

/* Labels are placed in the order of these. */
typedef struct
{
  guint64 key;
  AnnalsPlacedMark *placed;
} Ranked;

struct _AnnalsLabelRoom
{
  GArray *marks;      /* AnnalsPlacedMark */
  GArray *taken;      /* Taken, of all rows */
  GArray *last;       /* gint: of every row, the last stretch taken, or -1 */
  GArray *first_rows; /* guint: the first row of every lane */
  GArray *order;      /* Ranked */
};

typedef struct
{
  const AnnalsLayout *layout;
  const AnnalsScale *scale;
  AnnalsLabelRoom *room;
  gdouble gap_px;
  gdouble left_px;
  gdouble right_px;
  gdouble strips[ANNALS_BREAKS_MOST][2];
  guint n_strips; /* of compressed time, which no label crosses */
} Placer;

/**
 * annals_label_room_new:
 *
 * Returns: (transfer full): what is needed to place labels, to be used again and again; free it
 * with annals_label_room_free()
 */
AnnalsLabelRoom *
annals_label_room_new (void)
{
  AnnalsLabelRoom *room = g_new0 (AnnalsLabelRoom, 1);

  room->marks = g_array_new (FALSE, TRUE, sizeof (AnnalsPlacedMark));
  room->taken = g_array_sized_new (FALSE, FALSE, sizeof (Taken), USUAL_TAKEN);
  room->last = g_array_new (FALSE, FALSE, sizeof (gint));
  room->first_rows = g_array_new (FALSE, TRUE, sizeof (guint));
  room->order = g_array_new (FALSE, FALSE, sizeof (Ranked));
  return room;
}

/**
 * annals_label_room_free:
 * @room: (transfer full): what was needed
 */
void
annals_label_room_free (AnnalsLabelRoom *room)
{
  g_array_unref (room->marks);
  g_array_unref (room->taken);
  g_array_unref (room->last);
  g_array_unref (room->first_rows);
  g_array_unref (room->order);
  g_free (room);
}

/**
 * annals_label_room_get_marks:
 * @room: what is needed to place labels
 *
 * Returns: (transfer none) (element-type AnnalsPlacedMark): an array for the marks of one picture
 */
GArray *
annals_label_room_get_marks (AnnalsLabelRoom *room)
{
  return room->marks;
}

/* Numbers the rows of all lanes through, and empties them. */
static void
start_rows (AnnalsLabelRoom *room, guint n_lanes, const GArray *marks)
{
  guint n_rows = 0;

  g_array_set_size (room->taken, 0);
  g_array_set_size (room->first_rows, 0);
  g_array_set_size (room->first_rows, n_lanes);
  for (guint i = 0; i < marks->len; i++)
    {
      const AnnalsLayoutEvent *event = g_array_index (marks, AnnalsPlacedMark, i).event;
      guint *rows = &g_array_index (room->first_rows, guint, event->lane);

      *rows = MAX (*rows, event->row + 1);
    }
  for (guint i = 0; i < n_lanes; i++)
    {
      guint rows = g_array_index (room->first_rows, guint, i);

      g_array_index (room->first_rows, guint, i) = n_rows;
      n_rows += rows;
    }
  g_array_set_size (room->last, n_rows);
  for (guint i = 0; i < n_rows; i++)
    g_array_index (room->last, gint, i) = -1;
}

static gint *
get_row_above (Placer *placer, const AnnalsLayoutEvent *event, guint above)
{
  guint row = g_array_index (placer->room->first_rows, guint, event->lane) + event->row - above;

  return &g_array_index (placer->room->last, gint, row);
}

static gint *
get_row (Placer *placer, const AnnalsLayoutEvent *event)
{
  return get_row_above (placer, event, 0);
}

static void
take_in_row (Placer *placer, gint *last, gdouble x0_px, gdouble x1_px)
{
  Taken taken = { x0_px, x1_px, *last };

  *last = (gint) placer->room->taken->len;
  g_array_append_val (placer->room->taken, taken);
}

static void
take (Placer *placer, const AnnalsLayoutEvent *event, gdouble x0_px, gdouble x1_px)
{
  take_in_row (placer, get_row (placer, event), x0_px, x1_px);
}

/* How far a label that begins at @from_px may reach, and how far left one that ends there. */
static gdouble
get_right_limit (Placer *placer, const AnnalsLayoutEvent *event, gdouble from_px)
{
  gdouble limit = placer->right_px;

  for (gint i = *get_row (placer, event); i >= 0;)
    {
      const Taken *taken = &g_array_index (placer->room->taken, Taken, i);

      i = taken->previous;
      if (taken->x1_px > from_px)
        limit = MIN (limit, MAX (taken->x0_px - placer->gap_px, from_px));
    }
  for (guint i = 0; i < placer->n_strips; i++)
    if (placer->strips[i][1] > from_px)
      limit = MIN (limit, MAX (placer->strips[i][0] - placer->gap_px, from_px));
  return limit;
}

static gdouble
get_left_limit (Placer *placer, const AnnalsLayoutEvent *event, gdouble from_px)
{
  gdouble limit = placer->left_px;

  for (gint i = *get_row (placer, event); i >= 0;)
    {
      const Taken *taken = &g_array_index (placer->room->taken, Taken, i);

      i = taken->previous;
      if (taken->x0_px < from_px)
        limit = MAX (limit, MIN (taken->x1_px + placer->gap_px, from_px));
    }
  for (guint i = 0; i < placer->n_strips; i++)
    if (placer->strips[i][0] < from_px)
      limit = MAX (limit, MIN (placer->strips[i][1] + placer->gap_px, from_px));
  return limit;
}

/* A label is cut in steps, so that it does not change with every pixel while one zooms. */
static gboolean
cut_label (const AnnalsLayout *layout, AnnalsPlacedMark *placed, AnnalsFont font, gdouble width_px)
{
  return annals_label_cut (layout, font, placed->event->label, width_px, ANNALS_LABELS_LEAST,
                           ANNALS_LABELS_CUT_STEP, placed->label, sizeof placed->label,
                           &placed->label_px);
}

static gboolean
set_whole (AnnalsPlacedMark *placed, gdouble x_px, gdouble width_px)
{
  if (strlen (placed->event->label) >= sizeof placed->label)
    return FALSE;
  g_strlcpy (placed->label, placed->event->label, sizeof placed->label);
  placed->label_x_px = round (x_px);
  placed->label_px = width_px;
  return TRUE;
}

/* Where between two places a label may stand: the first stretch between breaks that is so wide,
 * else the widest there is. */
static void
find_stretch (const Placer *placer,
              gdouble left,
              gdouble right,
              gdouble wanted_px,
              gdouble *x0_px,
              gdouble *x1_px)
{
  left = MAX (left, placer->left_px) + placer->gap_px;
  right = MIN (right, placer->right_px) - placer->gap_px;
  *x0_px = left;
  *x1_px = right;
  if (placer->n_strips > 0)
    annals_scale_find_clear (placer->scale, placer->gap_px, wanted_px, x0_px, x1_px);
}

/* The same on a bar, where nothing of it fades. */
static void
find_inside (const Placer *placer,
             const AnnalsPlacedMark *placed,
             gdouble wanted_px,
             gdouble *x0_px,
             gdouble *x1_px)
{
  gdouble left;
  gdouble right;

  annals_mark_get_clear (&placed->mark, &left, &right);
  find_stretch (placer, left, right, wanted_px, x0_px, x1_px);
}

static gboolean
place_inside (Placer *placer, AnnalsPlacedMark *placed, gdouble wanted_px)
{
  gdouble x0;
  gdouble x1;

  find_inside (placer, placed, wanted_px, &x0, &x1);
  if (placed->mark.shape != ANNALS_SHAPE_BAR || x1 - x0 < wanted_px)
    return FALSE;
  placed->inside = set_whole (placed, x0, wanted_px);
  return placed->inside;
}

static gboolean
place_inside_cut (Placer *placer, AnnalsPlacedMark *placed, AnnalsFont font)
{
  gdouble x0;
  gdouble x1;

  find_inside (placer, placed, G_MAXDOUBLE, &x0, &x1);
  if (placed->mark.shape != ANNALS_SHAPE_BAR || x1 <= x0)
    return FALSE;
  placed->inside = cut_label (placer->layout, placed, font, x1 - x0);
  placed->label_x_px = round (x0);
  return placed->inside;
}

/* Whether a label fits above the row of an event: there is much room between rows, or it is the
 * room of a row where nothing else is. */
static gboolean
is_free_above (Placer *placer, const AnnalsLayoutEvent *event, gdouble x0_px, gdouble x1_px)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (placer->layout);
  gdouble pitch_px = annals_layout_get_lane (placer->layout, event->lane)->pitch_px;

  if (event->row == 0)
    return pitch_px / 2.0 + metrics->lane_padding_px >= ABOVE_EDGE_PX * metrics->text_scale;
  if (pitch_px >= ABOVE_PITCH_PX * metrics->text_scale)
    return TRUE;
  for (gint i = *get_row_above (placer, event, 1); i >= 0;)
    {
      const Taken *taken = &g_array_index (placer->room->taken, Taken, i);

      i = taken->previous;
      if (taken->x0_px - placer->gap_px < x1_px && taken->x1_px + placer->gap_px > x0_px)
        return FALSE;
    }
  return TRUE;
}

/* Above what can be seen of the mark, in full or shortened. To the right it goes on over what is
 * free of its own row, so that it is nobody else's. */
static gboolean
place_above (Placer *placer, AnnalsPlacedMark *placed, gdouble wanted_px, AnnalsFont font)
{
  const AnnalsLayoutEvent *event = placed->event;
  gdouble limit = get_right_limit (placer, event, placed->reach[1] + 0.5);
  gdouble x0;
  gdouble x1;

  find_stretch (placer, placed->reach[0], limit + placer->gap_px, wanted_px, &x0, &x1);
  if (!event->above || x1 <= x0 || !is_free_above (placer, event, x0, MIN (x0 + wanted_px, x1))
      || (!(x1 - x0 >= wanted_px && set_whole (placed, x0, wanted_px))
          && !cut_label (placer->layout, placed, font, x1 - x0)))
    return FALSE;
  placed->label_x_px = round (x0);
  placed->above = TRUE;
  if (event->row > 0)
    take_in_row (placer, get_row_above (placer, event, 1), x0, x0 + placed->label_px);
  return TRUE;
}

/* What is selected has a label wherever there is any room for it, if need be where its bar fades,
 * which is broken for it. */
static gboolean
place_on_plate (Placer *placer, AnnalsPlacedMark *placed, gdouble wanted_px, AnnalsFont font)
{
  gdouble x0;
  gdouble x1;

  if (!placed->selected || placed->mark.shape != ANNALS_SHAPE_BAR)
    return FALSE;
  find_stretch (placer, placed->mark.x0_px, placed->mark.x1_px, wanted_px, &x0, &x1);
  if (x1 - x0 >= wanted_px)
    placed->inside = set_whole (placed, (x0 + x1 - wanted_px) / 2.0, wanted_px);
  else if (x1 > x0 && cut_label (placer->layout, placed, font, x1 - x0))
    {
      placed->label_x_px = round ((x0 + x1 - placed->label_px) / 2.0);
      placed->inside = TRUE;
    }
  placed->on_plate = placed->inside;
  return placed->inside;
}

/* A label stands beside a mark that can be seen: not beside one of which a pixel or the very
 * beginning of a fade is in view. */
static gdouble
get_least_seen (gdouble fade_px)
{
  return CLAMP (fade_px / 3.0, LEAST_SEEN_PX, MOST_SEEN_PX);
}

static gboolean
shows_begin (const Placer *placer, const AnnalsMark *mark)
{
  gdouble seen_px = MIN (get_least_seen (mark->solid0_px - mark->x0_px), mark->x1_px - mark->x0_px);

  return mark->x0_px + seen_px <= placer->right_px + placer->gap_px;
}

static gboolean
shows_end (const Placer *placer, const AnnalsMark *mark)
{
  gdouble seen_px = MIN (get_least_seen (mark->x1_px - mark->solid1_px), mark->x1_px - mark->x0_px);

  return mark->x1_px - seen_px >= placer->left_px - placer->gap_px;
}

static gboolean
place_right (Placer *placer,
             AnnalsPlacedMark *placed,
             gdouble wanted_px,
             gdouble note_px,
             AnnalsFont font,
             gboolean cut)
{
  gdouble mark_px = placed->reach[1];
  gdouble x0 = mark_px + placer->gap_px + (placed->selected ? RING_PX : 0.0);
  gdouble limit;

  if (x0 < placer->left_px || x0 > placer->right_px || !shows_end (placer, &placed->mark))
    return FALSE;
  limit = get_right_limit (placer, placed->event, mark_px + 0.5);
  if (cut)
    {
      if (!cut_label (placer->layout, placed, font, limit - x0))
        return FALSE;
      placed->label_x_px = round (x0);
    }
  else if (x0 + wanted_px > limit || !set_whole (placed, x0, wanted_px))
    return FALSE;
  if (note_px > 0.0 && x0 + placed->label_px + placer->gap_px + note_px <= limit)
    {
      placed->with_note = TRUE;
      placed->note_x_px = round (x0 + placed->label_px + placer->gap_px);
    }
  return TRUE;
}

static gboolean
place_left (Placer *placer,
            AnnalsPlacedMark *placed,
            gdouble wanted_px,
            gdouble note_px,
            AnnalsFont font,
            gboolean cut)
{
  gdouble mark_px = placed->reach[0];
  gdouble x1 = mark_px - placer->gap_px - (placed->selected ? RING_PX : 0.0);
  gdouble limit;

  if (x1 > placer->right_px || x1 < placer->left_px || !shows_begin (placer, &placed->mark))
    return FALSE;
  limit = get_left_limit (placer, placed->event, mark_px - 0.5);
  if (cut)
    {
      if (!cut_label (placer->layout, placed, font, x1 - limit))
        return FALSE;
      placed->label_x_px = round (x1 - placed->label_px);
      return TRUE;
    }
  if (note_px > 0.0 && x1 - wanted_px - placer->gap_px - note_px >= limit)
    {
      placed->with_note = TRUE;
      placed->note_x_px = round (x1 - note_px);
      return set_whole (placed, x1 - note_px - placer->gap_px - wanted_px, wanted_px);
    }
  return x1 - wanted_px >= limit && set_whole (placed, x1 - wanted_px, wanted_px);
}

/* Whether there is room on a side of the mark for the label together with its note. */
static gboolean
holds_note (Placer *placer, const AnnalsPlacedMark *placed, gdouble wanted_px, gboolean right)
{
  gdouble ring = placed->selected ? RING_PX : 0.0;
  gdouble all_px = wanted_px + 2.0 * placer->gap_px + ring + placed->event->note_px;

  if (right)
    return placed->reach[1] + all_px
           <= get_right_limit (placer, placed->event, placed->reach[1] + 0.5);
  return placed->reach[0] - all_px
         >= get_left_limit (placer, placed->event, placed->reach[0] - 0.5);
}

/* Whether a label beside the mark may be given up for one upon it, left of its diamond; the picture
 * sets it there. */
static gboolean
holds_label (const Placer *placer, const AnnalsPlacedMark *placed, gdouble wanted_px)
{
  const AnnalsMark *mark = &placed->mark;
  gdouble x0 = MAX (mark->x0_px, placer->left_px);
  gdouble x1 = MIN ((mark->x0_px + mark->x1_px) / 2.0, placer->right_px);

  return mark->shape == ANNALS_SHAPE_COVER && !placed->selected
         && x1 - x0 >= wanted_px + 6.0 * placer->gap_px;
}

static void
place_label (Placer *placer, AnnalsPlacedMark *placed)
{
  const AnnalsLayoutEvent *event = placed->event;
  AnnalsFont font = annals_placed_mark_get_font (placed);
  gdouble wanted = placed->selected && strlen (event->label) < sizeof placed->label
                       ? annals_layout_measure (placer->layout, font, event->label)
                       : event->label_px;
  gdouble note = event->note != NULL ? event->note_px : 0.0;

  if (event->label[0] == '\0')
    return;
  if (!(note <= 0.0 && place_inside (placer, placed, wanted))
      && !(note > 0.0 && !holds_note (placer, placed, wanted, TRUE)
           && holds_note (placer, placed, wanted, FALSE)
           && place_left (placer, placed, wanted, note, font, FALSE))
      && !place_right (placer, placed, wanted, note, font, FALSE)
      && !place_left (placer, placed, wanted, note, font, FALSE)
      && !place_inside (placer, placed, wanted) && !place_above (placer, placed, wanted, font)
      && !place_inside_cut (placer, placed, font) && !place_on_plate (placer, placed, wanted, font)
      && (holds_label (placer, placed, wanted)
          || (!place_right (placer, placed, wanted, 0.0, font, TRUE)
              && !place_left (placer, placed, wanted, 0.0, font, TRUE))))
    {
      placed->label[0] = '\0';
      placed->label_px = 0.0;
      return;
    }
  if (!placed->inside && !placed->above)
    {
      gdouble x0 = placed->label_x_px;
      gdouble x1 = x0 + placed->label_px;

      if (placed->with_note)
        x1 = placed->note_x_px + note;
      take (placer, event, x0, x1);
    }
}

/* What has the higher rank comes first, and of the same rank what comes first in the document. */
static guint64
get_key (const AnnalsPlacedMark *placed)
{
  return (guint64) (G_MAXUINT32 - placed->event->rank) << 32 | placed->event->index;
}

/* Shell's way, which needs no memory. */
static void
sort (Ranked *ranked, guint n)
{
  static const guint gaps[] = { 1750, 701, 301, 132, 57, 23, 10, 4, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    for (guint j = gaps[i]; j < n; j++)
      {
        Ranked moved = ranked[j];
        guint k = j;

        for (; k >= gaps[i] && ranked[k - gaps[i]].key > moved.key; k -= gaps[i])
          ranked[k] = ranked[k - gaps[i]];
        ranked[k] = moved;
      }
}

/**
 * annals_placed_mark_get_font:
 * @placed: a visible event
 *
 * Returns: the font of its label, which is strong for what is selected or pinned
 */
AnnalsFont
annals_placed_mark_get_font (const AnnalsPlacedMark *placed)
{
  return placed->selected || placed->event->pinned ? ANNALS_FONT_LABEL_STRONG : ANNALS_FONT_LABEL;
}

/**
 * annals_labels_place:
 * @layout: a packed layout
 * @room: what is needed for it
 * @marks: (element-type AnnalsPlacedMark): the visible events; their label fields are set
 * @scale: what time is shown
 *
 * Gives every visible event the best place for its label that is free: of those that compete, the
 * selected one comes first, then what is pinned, then the one with more passages, then the one that
 * stands first in the document. No label is cut off at an edge or at a compressed stretch of time,
 * and none lies over a mark or another label of its row.
 */
void
annals_labels_place (AnnalsLayout *layout, GArray *marks, const AnnalsScale *scale)
{
  gdouble gap = annals_layout_get_metrics (layout)->label_gap_px;
  gdouble gutter = annals_layout_get_metrics (layout)->gutter_px;
  AnnalsLabelRoom *room = annals_layout_get_label_room (layout);
  Placer placer = { .layout = layout,
                    .scale = scale,
                    .room = room,
                    .gap_px = gap,
                    .left_px = scale->x_px + gap,
                    .right_px = scale->x_px + scale->width_px - MAX (gap, gutter) };

  placer.n_strips = annals_scale_get_strips (scale, placer.strips);
  start_rows (room, annals_layout_get_n_lanes (layout), marks);
  g_array_set_size (room->order, 0);
  for (guint i = 0; i < marks->len; i++)
    {
      AnnalsPlacedMark *placed = &g_array_index (marks, AnnalsPlacedMark, i);

      annals_mark_get_reach (&placed->mark, annals_layout_get_metrics (layout), &placed->reach[0],
                             &placed->reach[1]);
      take (&placer, placed->event, placed->reach[0], placed->reach[1]);
      if (!placed->selected)
        g_array_append_vals (room->order, &(Ranked){ get_key (placed), placed }, 1);
    }
  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, AnnalsPlacedMark, i).selected)
      place_label (&placer, &g_array_index (marks, AnnalsPlacedMark, i));
  sort ((Ranked *) (gpointer) room->order->data, room->order->len);
  for (guint i = 0; i < room->order->len; i++)
    place_label (&placer, g_array_index (room->order, Ranked, i).placed);
}
