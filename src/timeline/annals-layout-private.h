/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-layout.h"

G_BEGIN_DECLS

/* Within src/timeline/annals-layout*.c only. */

struct _AnnalsLayout
{
  AnnalsDocument *document;
  AnnalsMetrics metrics;
  AnnalsMeasureFunc measure;
  gpointer measure_data;

  GArray *events;     /* AnnalsLayoutEvent, by time */
  GArray *lanes;      /* AnnalsLayoutLane */
  GArray *lane_order; /* guint: the lanes from the top down */
  gdouble lanes_px;   /* how high they are together */
  GArray *rows;       /* guint per lane: rows packed now */
  GArray *rows_before;
  AnnalsHorizon horizon;
  AnnalsBreaks *breaks; /* nullable */
  gboolean opens_left;  /* some mark fades out to the left of the horizon */
  gboolean packed;
  gdouble progress;
  gdouble fitted_px;
};

/* annals-layout-shown.c */
gdouble annals_layout_close (const AnnalsLayout *layout, guint lane, gdouble open, gdouble closed);

G_END_DECLS
