/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-selection.h"

/* What the two files of the selection share: what is selected (annals-selection.c) and the walk
 * from event to event (annals-selection-walk.c). */

G_BEGIN_DECLS

struct _AnnalsSelection
{
  GObject parent_instance;

  AnnalsDocument *document;
  AnnalsWhere where;
  gint event;
  gint passage;
  gint hovered;
  AnnalsSearch *search; /* made when first asked for */
  AnnalsTimeFilter *time_filter;

  GArray *in_time; /* (nullable) of guint */
  GArray *in_text; /* (nullable) of guint, only events with a passage found in the text shown */
};

void annals_selection_follow_event (AnnalsSelection *self, guint event, const AnnalsEvent *before);

G_END_DECLS
