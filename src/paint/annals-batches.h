/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "annals-run.h"
#include "annals-scene.h"
#include "annals-signs.h"
#include "annals-theme.h"
#include "annals-typesetter.h"

G_BEGIN_DECLS

/**
 * AnnalsBatches:
 *
 * What is to be drawn, gathered so that much of one colour is drawn at once. Nothing is drawn
 * before what it covers: a thing joins the last batch of its colour only if nothing under it came
 * later. All memory is kept from one picture to the next.
 */

AnnalsBatches *annals_batches_new (void);
void annals_batches_free (AnnalsBatches *batches);

gboolean annals_batches_can_draw (const AnnalsBatches *batches, const AnnalsRect *visible);
void annals_batches_begin (AnnalsBatches *batches, const AnnalsRect *visible);
gboolean annals_batches_is_full (const AnnalsBatches *batches);
void annals_batches_add_box (AnnalsBatches *batches,
                             AnnalsClip clip,
                             const AnnalsColor *color,
                             const AnnalsRect *rect,
                             gdouble radius_px);
void annals_batches_add_sign (AnnalsBatches *batches,
                              AnnalsClip clip,
                              const AnnalsColor *color,
                              const cairo_glyph_t *sign,
                              const AnnalsRect *bounds);
void annals_batches_add_text (AnnalsBatches *batches,
                              AnnalsClip clip,
                              const AnnalsColor *color,
                              const AnnalsRun *run,
                              gdouble x_px,
                              gdouble baseline_px);
void annals_batches_add_frame (AnnalsBatches *batches,
                               const AnnalsColor *color,
                               const AnnalsItem *item,
                               const AnnalsRect *bounds);
void annals_batches_add_fade (AnnalsBatches *batches,
                              const AnnalsColor *color,
                              const AnnalsItem *item,
                              const AnnalsRect *bounds);
void
annals_batches_add_item (AnnalsBatches *batches, const AnnalsItem *item, const AnnalsRect *bounds);

/**
 * AnnalsBatchesFunc:
 * @item: an item that is drawn alone
 * @user_data: what was handed in with the function
 */
typedef void (*AnnalsBatchesFunc) (const AnnalsItem *item, gpointer user_data);

void annals_batches_draw (AnnalsBatches *batches,
                          cairo_t *cr,
                          const AnnalsScene *scene,
                          AnnalsBatchesFunc draw_item,
                          gpointer user_data);

guint annals_batches_get_n_batches (const AnnalsBatches *batches);

G_END_DECLS
