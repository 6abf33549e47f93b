/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-layout.h"

G_BEGIN_DECLS

/**
 * AnnalsPlacedMark:
 * @event: what the layout knows of the event
 * @mark: its mark
 * @record: the record's mark; its shape is %ANNALS_SHAPE_NONE when there is none to show
 * @middle_y_px: the middle of its row in the picture
 * @selected: whether the event is selected
 * @reach: from where to where the mark reaches, its signs included; set with the label
 * @label: what fits of its label; empty when nothing does
 * @label_x_px: where it begins
 * @label_px: how wide it is
 * @inside: whether it is set on the mark
 * @on_plate: whether the mark is broken for it
 * @above: whether it stands above the mark, %ANNALS_LABELS_RISE_PX higher than beside it
 * @note_x_px: where the note begins, when @with_note
 * @with_note: whether the note is shown
 *
 * A visible event with its mark, and where its label went.
 */
typedef struct
{
  const AnnalsLayoutEvent *event;
  AnnalsMark mark;
  AnnalsMark record;
  gdouble middle_y_px;
  gboolean selected;
  gdouble reach[2];
  gchar label[256];
  gdouble label_x_px;
  gdouble label_px;
  gboolean inside;
  gboolean on_plate;
  gboolean above;
  gdouble note_x_px;
  gboolean with_note;
} AnnalsPlacedMark;

/**
 * AnnalsLabelRoom:
 *
 * What the placing of labels needs of memory, kept from one picture to the next.
 */
typedef struct _AnnalsLabelRoom AnnalsLabelRoom;

AnnalsLabelRoom *annals_label_room_new (void);
void annals_label_room_free (AnnalsLabelRoom *room);
AnnalsLabelRoom *annals_layout_get_label_room (AnnalsLayout *layout);
GArray *annals_label_room_get_marks (AnnalsLabelRoom *room);

/* How much higher a label above its mark stands than one beside it, at the size designed for: clear
 * of the ring round what is selected, and nearer to its mark than to those of the row above. */
#define ANNALS_LABELS_RISE_PX 20.0

AnnalsFont annals_placed_mark_get_font (const AnnalsPlacedMark *placed);
void annals_labels_place (AnnalsLayout *layout, GArray *marks, const AnnalsScale *scale);

G_END_DECLS
