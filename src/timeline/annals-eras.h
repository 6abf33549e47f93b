/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"
#include "annals-metrics.h"

G_BEGIN_DECLS

/**
 * AnnalsEra:
 * @event: the event's index in the document
 * @lane: its lane's index
 * @color: the lane's colour
 * @status: what the text says of it
 * @date: (transfer none): what is drawn
 * @label: its label
 * @label_px: how wide that is
 * @words: its date
 * @words_px: how wide that is
 * @row: which row its label stands in
 *
 * An event that is the background of others. A plain struct.
 */
typedef struct
{
  guint event;
  guint lane;
  guint color;
  AnnalsStatus status;
  const AnnalsDate *date;
  gchar *label;
  gdouble label_px;
  gchar *words;
  gdouble words_px;
  guint row;
} AnnalsEra;

/**
 * AnnalsEras:
 *
 * The eras of a document, by time, with their labels in as few rows as overlap allows, at most
 * two.
 */
typedef struct _AnnalsEras AnnalsEras;

gboolean annals_eras_are_shown (AnnalsDocument *document);

AnnalsEras *annals_eras_new (AnnalsDocument *document,
                             const gchar *const *lanes,
                             const AnnalsRange *range,
                             AnnalsMeasureFunc measure,
                             gpointer user_data);
void annals_eras_free (AnnalsEras *eras);

guint annals_eras_get_n (const AnnalsEras *eras);
const AnnalsEra *annals_eras_get (const AnnalsEras *eras, guint i);
const AnnalsEra *annals_eras_find (const AnnalsEras *eras, gint event);
guint annals_eras_get_n_rows (const AnnalsEras *eras);
guint annals_eras_get_depth (const AnnalsEras *eras);
void annals_eras_get_extent (const AnnalsEras *eras, AnnalsInstant *first, AnnalsInstant *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsEras, annals_eras_free)

G_END_DECLS
