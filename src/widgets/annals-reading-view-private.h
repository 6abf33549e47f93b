/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-page.h"
#include "annals-reading-view.h"

/* What the two files of the page share: the widget (annals-reading-view.c) and what it draws below
 * the text (annals-reading-view-paint.c). */

G_BEGIN_DECLS

struct _AnnalsReadingView
{
  GtkTextView parent_instance;

  AnnalsSelection *selection;
  AnnalsPassageIndex *index;
  gdouble type_top;    /* of a line's height, from its top: where the type begins */
  gdouble type_bottom; /* and where it ends */
  guint measure_chars;
  AnnalsPageFilling *filling; /* (nullable) while not all of the text is on the page */
  guint fill_id;
  gboolean clicking;
  gboolean over_passage;
};

void annals_reading_view_snapshot_layer (GtkTextView *view,
                                         GtkTextViewLayer layer,
                                         GtkSnapshot *snapshot);
void annals_reading_view_forward_to_line_end (GtkTextView *view, GtkTextIter *iter);
gboolean annals_reading_view_is_selected (AnnalsReadingView *self, const AnnalsPassageMark *mark);
void annals_reading_view_get_iters (AnnalsReadingView *self,
                                    gint64 start,
                                    gint64 end,
                                    GtkTextIter *from,
                                    GtkTextIter *to);

G_END_DECLS
