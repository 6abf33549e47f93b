/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-labels.h"
#include "annals-picture.h"

G_BEGIN_DECLS

/* Within src/timeline/annals-picture*.c only. */

typedef struct
{
  AnnalsLayout *layout;
  const AnnalsPictureOptions *options;
  const AnnalsMetrics *metrics;
  AnnalsScene *scene;
  AnnalsRect lanes;
  GArray *ticks;
} AnnalsPicture;

/* annals-picture-clusters.c */
void annals_picture_draw_clusters (const AnnalsPicture *picture);
void annals_picture_draw_matches (const AnnalsPicture *picture);

/* annals-picture-headers.c */
void annals_picture_draw_headers (const AnnalsPicture *picture);

/* annals-picture.c */
gboolean annals_picture_stands_out (const AnnalsPicture *picture, guint event);

G_END_DECLS
