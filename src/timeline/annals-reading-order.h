/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"
#include "annals-scene.h"

G_BEGIN_DECLS

/**
 * AnnalsReadingOrder:
 *
 * The order in which a text speaks of its events: its passages that were found, from the beginning
 * of the text to its end, with the dates of their events.
 */
typedef struct _AnnalsReadingOrder AnnalsReadingOrder;

/**
 * AnnalsReadingOrderOptions:
 * @width_px: width of the strip
 * @height_px: its height
 * @scale: what time is shown; its left edge and width are those of the time area
 * @selected: the event selected, or -1
 * @passage: which of its passages is, or -1
 * @hovered: the event under the pointer, or -1
 * @let_through: (nullable): by event, whether it lies in the range of time that is selected
 * @n_let_through: how many events @let_through tells of
 *
 * How the strip is shown. A plain struct.
 */
typedef struct
{
  gdouble width_px;
  gdouble height_px;
  AnnalsScale scale;
  gint selected;
  gint passage;
  gint hovered;
  const guint8 *let_through;
  guint n_let_through;
} AnnalsReadingOrderOptions;

/**
 * AnnalsReadingHit:
 * @event: an event
 * @passage: which of its passages
 * @rect: what stands for it on the strip
 *
 * Where a passage can be hit. A plain struct.
 */
typedef struct
{
  guint event;
  guint passage;
  AnnalsRect rect;
} AnnalsReadingHit;

AnnalsReadingOrder *annals_reading_order_new (AnnalsDocument *document, AnnalsWhere where);
AnnalsReadingOrder *annals_reading_order_new_filtered (AnnalsDocument *document,
                                                       AnnalsWhere where,
                                                       const gchar *const *lanes,
                                                       const AnnalsRange *range);
void annals_reading_order_free (AnnalsReadingOrder *order);

guint annals_reading_order_get_n_passages (const AnnalsReadingOrder *order);
gchar *annals_reading_order_dup_words (const AnnalsReadingOrder *order);

AnnalsScene *annals_reading_order_build (const AnnalsReadingOrder *order,
                                         const AnnalsMetrics *metrics,
                                         AnnalsMeasureFunc measure,
                                         gpointer user_data,
                                         const AnnalsReadingOrderOptions *options,
                                         GArray *hits);
void annals_reading_order_add_above (const AnnalsReadingOrder *order,
                                     const AnnalsMetrics *metrics,
                                     AnnalsMeasureFunc measure,
                                     gpointer user_data,
                                     const AnnalsReadingOrderOptions *options,
                                     AnnalsScene *scene);
gdouble annals_reading_order_get_y (const AnnalsReadingOrder *order,
                                    const AnnalsMetrics *metrics,
                                    gdouble height_px,
                                    gint64 offset);
const AnnalsReadingHit *
annals_reading_hits_pick (const GArray *hits, gdouble x_px, gdouble y_px, gdouble slop_px);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsReadingOrder, annals_reading_order_free)

G_END_DECLS
