/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-history.h"
#include "annals-lane-changes.h"

/*
 * What a person does to lanes, by way of the history.
 */

typedef struct
{
  AnnalsChange change;
  guint lane;
  gchar *label;
  guint number; /* a colour or a position */
} LaneChange;

static void
swap_label (AnnalsChange *change, AnnalsDocument *document)
{
  LaneChange *self = (LaneChange *) change;
  g_autofree gchar *label = g_steal_pointer (&self->label);

  self->label = g_strdup (annals_document_get_lane (document, self->lane)->label);
  annals_document_set_lane_label (document, self->lane, label);
}

static void
swap_color (AnnalsChange *change, AnnalsDocument *document)
{
  LaneChange *self = (LaneChange *) change;
  guint color = self->number;

  self->number = annals_document_get_lane (document, self->lane)->color;
  annals_document_set_lane_color (document, self->lane, color);
}

static void
swap_position (AnnalsChange *change, AnnalsDocument *document)
{
  LaneChange *self = (LaneChange *) change;
  guint position = self->number;

  self->number = annals_document_get_lane_position (document, self->lane);
  annals_document_move_lane (document, self->lane, position);
}

static void
free_lane_change (AnnalsChange *change)
{
  LaneChange *self = (LaneChange *) change;

  g_free (self->label);
  g_free (self);
}

static gboolean
take (AnnalsDocument *document,
      const gchar *name,
      void (*swap) (AnnalsChange *, AnnalsDocument *),
      guint lane,
      gchar *label,
      guint number)
{
  LaneChange *change = g_new0 (LaneChange, 1);

  change->change = (AnnalsChange){ name, swap, free_lane_change };
  change->lane = lane;
  change->label = label;
  change->number = number;
  annals_history_take (annals_document_get_history (document), &change->change);
  return TRUE;
}

/* White space in a row is one space, and none stands at the ends. */
static gchar *
dup_tidy (const gchar *label)
{
  g_autofree gchar *valid = g_utf8_make_valid (label, -1);
  GString *tidy = g_string_new (NULL);
  guint n_chars = 0;

  for (const gchar *p = valid; *p != '\0' && n_chars < ANNALS_MAX_LANE_LABEL_CHARS;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c))
        g_string_append_unichar (tidy, c);
      else if (tidy->len > 0 && tidy->str[tidy->len - 1] != ' ')
        g_string_append_c (tidy, ' ');
      else
        continue;
      n_chars++;
    }
  if (tidy->len > 0 && tidy->str[tidy->len - 1] == ' ')
    g_string_truncate (tidy, tidy->len - 1);
  return g_string_free (tidy, FALSE);
}

/**
 * annals_lane_rename:
 * @document: a document
 * @lane: index of a lane
 * @label: what it is to be called; white space at its ends and in rows is left out, and what
 *   follows after %ANNALS_MAX_LANE_LABEL_CHARS
 *
 * Gives a lane another name, which can be undone.
 *
 * Returns: whether it has another name now; not when @label says nothing
 */
gboolean
annals_lane_rename (AnnalsDocument *document, guint lane, const gchar *label)
{
  g_autofree gchar *tidy = NULL;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (lane < annals_document_get_n_lanes (document) && label != NULL, FALSE);

  tidy = dup_tidy (label);
  if (*tidy == '\0' || g_str_equal (tidy, annals_document_get_lane (document, lane)->label))
    return FALSE;
  /* Translators: stands behind "Undo" or "Redo". */
  return take (document, C_ ("change", "Rename Lane"), swap_label, lane, g_steal_pointer (&tidy),
               0);
}

/**
 * annals_lane_recolor:
 * @document: a document
 * @lane: index of a lane
 * @color: index into the theme's lane colours
 *
 * Gives a lane another colour, which can be undone.
 *
 * Returns: whether it is another colour
 */
gboolean
annals_lane_recolor (AnnalsDocument *document, guint lane, guint color)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (lane < annals_document_get_n_lanes (document), FALSE);

  if (color == annals_document_get_lane (document, lane)->color)
    return FALSE;
  /* Translators: stands behind "Undo" or "Redo". */
  return take (document, C_ ("change", "Change Lane Colour"), swap_color, lane, NULL, color);
}

/**
 * annals_lane_move:
 * @document: a document
 * @lane: index of a lane
 * @position: less than annals_document_get_n_lanes(): how many lanes are to stand above it
 *
 * Gives a lane another place, which can be undone.
 *
 * Returns: whether it is another place
 */
gboolean
annals_lane_move (AnnalsDocument *document, guint lane, guint position)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (lane < annals_document_get_n_lanes (document), FALSE);
  g_return_val_if_fail (position < annals_document_get_n_lanes (document), FALSE);

  if (position == annals_document_get_lane_position (document, lane))
    return FALSE;
  /* Translators: stands behind "Undo" or "Redo". */
  return take (document, C_ ("change", "Move Lane"), swap_position, lane, NULL, position);
}
