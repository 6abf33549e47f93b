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

#define RECORD_LABEL "lane-label"
#define RECORD_COLOR "lane-color"
#define RECORD_POSITION "lane-position"

static GVariant *
create_record (const gchar *what,
               const AnnalsChange *change,
               AnnalsDocument *document,
               guint number)
{
  const AnnalsLane *lane = annals_document_get_lane (document, ((const LaneChange *) change)->lane);
  g_autofree gchar *value = number == G_MAXUINT ? g_strdup (lane->label)
                                                : g_strdup_printf ("%u", number);

  return g_variant_new (ANNALS_CHANGE_RECORD_TYPE, what, lane->id, value);
}

static GVariant *
record_label (const AnnalsChange *change, AnnalsDocument *document)
{
  return create_record (RECORD_LABEL, change, document, G_MAXUINT);
}

static GVariant *
record_color (const AnnalsChange *change, AnnalsDocument *document)
{
  return create_record (
      RECORD_COLOR, change, document,
      annals_document_get_lane (document, ((const LaneChange *) change)->lane)->color);
}

static GVariant *
record_position (const AnnalsChange *change, AnnalsDocument *document)
{
  return create_record (
      RECORD_POSITION, change, document,
      annals_document_get_lane_position (document, ((const LaneChange *) change)->lane));
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
      GVariant *(*record) (const AnnalsChange *, AnnalsDocument *),
      guint lane,
      gchar *label,
      guint number)
{
  LaneChange *change = g_new0 (LaneChange, 1);

  change->change = (AnnalsChange){ name, swap, free_lane_change, record };
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
  return take (document, C_ ("change", "Rename Lane"), swap_label, record_label, lane,
               g_steal_pointer (&tidy), 0);
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
  return take (document, C_ ("change", "Change Lane Colour"), swap_color, record_color, lane, NULL,
               color);
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
  return take (document, C_ ("change", "Move Lane"), swap_position, record_position, lane, NULL,
               position);
}

/*
 * annals_lane_apply_record:
 * @document: a document
 * @what: what is changed
 * @id: the id of a lane
 * @value: what it becomes
 *
 * Does what was recorded; see annals_history_apply_record().
 *
 * Returns: whether it changes anything
 */
gboolean
annals_lane_apply_record (AnnalsDocument *document,
                          const gchar *what,
                          const gchar *id,
                          const gchar *value)
{
  guint64 number = 0;
  guint lane = 0;

  if (!annals_document_find_lane (document, id, &lane))
    return FALSE;
  if (g_str_equal (what, RECORD_LABEL))
    return annals_lane_rename (document, lane, value);
  if (!g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT, &number, NULL))
    return FALSE;
  if (g_str_equal (what, RECORD_COLOR))
    return annals_lane_recolor (document, lane, (guint) number);
  if (g_str_equal (what, RECORD_POSITION) && number < annals_document_get_n_lanes (document))
    return annals_lane_move (document, lane, (guint) number);
  return FALSE;
}
