/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-document-private.h"

/*
 * The lanes of a document. A lane keeps its index, by which events name it; how the lanes stand one
 * below the other is said apart from that, so that moving a lane touches no event.
 */

static void
clear_lane (gpointer data)
{
  AnnalsLane *lane = data;

  g_free (lane->id);
  g_free (lane->label);
}

static AnnalsLane *
get_lane (AnnalsDocument *self, guint index)
{
  return &g_array_index (self->lanes, AnnalsLane, index);
}

/* What the document's other files call; see annals-document-private.h. */

void
annals_document_init_lanes (AnnalsDocument *self)
{
  self->lanes = g_array_new (FALSE, FALSE, sizeof (AnnalsLane));
  g_array_set_clear_func (self->lanes, clear_lane);
  self->lane_order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lane_indices = g_hash_table_new (g_str_hash, g_str_equal);
}

void
annals_document_clear_lanes (AnnalsDocument *self)
{
  g_hash_table_unref (self->lane_indices);
  g_array_unref (self->lane_order);
  g_array_unref (self->lanes);
}

/**
 * annals_document_get_n_lanes:
 * @self: a document
 *
 * Returns: how many lanes it has
 */
guint
annals_document_get_n_lanes (AnnalsDocument *self)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), 0);

  return self->lanes->len;
}

/**
 * annals_document_get_lane:
 * @self: a document
 * @index: index of a lane
 *
 * Lends a lane. Its index stays the same for as long as the document lives, wherever the lane
 * is moved to.
 *
 * Returns: (transfer none): the lane, valid until a lane is added
 */
const AnnalsLane *
annals_document_get_lane (AnnalsDocument *self, guint index)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (index < self->lanes->len, NULL);

  return &g_array_index (self->lanes, AnnalsLane, index);
}

/**
 * annals_document_add_lane:
 * @self: a document
 * @id: its id, which no other lane of the document has
 * @label: its name
 * @color: index into the theme's lane colours
 *
 * Adds a lane below the others. Emits #AnnalsDocument::changed.
 *
 * Returns: the index of the lane
 */
guint
annals_document_add_lane (AnnalsDocument *self, const gchar *id, const gchar *label, guint color)
{
  AnnalsLane lane;
  guint index;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), G_MAXUINT);
  g_return_val_if_fail (id != NULL && label != NULL, G_MAXUINT);
  g_return_val_if_fail (!g_hash_table_contains (self->lane_indices, id), G_MAXUINT);

  lane = (AnnalsLane){ g_strdup (id), g_strdup (label), color };
  index = self->lanes->len;
  g_array_append_val (self->lanes, lane);
  g_array_append_val (self->lane_order, index);
  g_hash_table_insert (self->lane_indices, lane.id, GUINT_TO_POINTER (index));
  g_signal_emit_by_name (self, "changed");
  return index;
}

/**
 * annals_document_find_lane:
 * @self: a document
 * @id: the id of a lane
 * @index: (out) (optional): its index
 *
 * Finds a lane by its id.
 *
 * Returns: whether there is such a lane
 */
gboolean
annals_document_find_lane (AnnalsDocument *self, const gchar *id, guint *index)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return annals_document_look_up (self->lane_indices, id, index);
}

/**
 * annals_document_get_lane_at:
 * @self: a document
 * @position: less than annals_document_get_n_lanes(), from the top down
 *
 * Returns: the index of the lane that stands there
 */
guint
annals_document_get_lane_at (AnnalsDocument *self, guint position)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (position < self->lane_order->len, 0);

  return g_array_index (self->lane_order, guint, position);
}

/**
 * annals_document_get_lane_position:
 * @self: a document
 * @index: index of a lane
 *
 * Returns: how many lanes stand above it
 */
guint
annals_document_get_lane_position (AnnalsDocument *self, guint index)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (index < self->lanes->len, 0);

  for (guint i = 0; i < self->lane_order->len; i++)
    if (g_array_index (self->lane_order, guint, i) == index)
      return i;
  g_return_val_if_reached (0);
}

/**
 * annals_document_set_lane_label:
 * @self: a document
 * @index: index of a lane
 * @label: its name
 *
 * Gives a lane another name. Emits #AnnalsDocument::lanes-changed. What a person does goes through
 * the history; see annals_lane_rename().
 */
void
annals_document_set_lane_label (AnnalsDocument *self, guint index, const gchar *label)
{
  g_return_if_fail (ANNALS_IS_DOCUMENT (self));
  g_return_if_fail (index < self->lanes->len && label != NULL);

  if (g_str_equal (get_lane (self, index)->label, label))
    return;
  g_free (get_lane (self, index)->label);
  get_lane (self, index)->label = g_strdup (label);
  g_signal_emit_by_name (self, "lanes-changed");
}

/**
 * annals_document_set_lane_color:
 * @self: a document
 * @index: index of a lane
 * @color: index into the theme's lane colours
 *
 * Gives a lane another colour. Emits #AnnalsDocument::lanes-changed. What a person does goes
 * through the history; see annals_lane_recolor().
 */
void
annals_document_set_lane_color (AnnalsDocument *self, guint index, guint color)
{
  g_return_if_fail (ANNALS_IS_DOCUMENT (self));
  g_return_if_fail (index < self->lanes->len);

  if (get_lane (self, index)->color == color)
    return;
  get_lane (self, index)->color = color;
  g_signal_emit_by_name (self, "lanes-changed");
}

/**
 * annals_document_move_lane:
 * @self: a document
 * @index: index of a lane
 * @position: less than annals_document_get_n_lanes(): how many lanes are to stand above it
 *
 * Gives a lane another place among the others, which keep their order. Emits
 * #AnnalsDocument::lanes-changed. What a person does goes through the history; see
 * annals_lane_move().
 */
void
annals_document_move_lane (AnnalsDocument *self, guint index, guint position)
{
  guint old_position;

  g_return_if_fail (ANNALS_IS_DOCUMENT (self));
  g_return_if_fail (index < self->lanes->len && position < self->lanes->len);

  old_position = annals_document_get_lane_position (self, index);
  if (old_position == position)
    return;
  g_array_remove_index (self->lane_order, old_position);
  g_array_insert_val (self->lane_order, position, index);
  g_signal_emit_by_name (self, "lanes-changed");
}
