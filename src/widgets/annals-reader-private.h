/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "annals-notice.h"
#include "annals-passage-map.h"
#include "annals-reader.h"

G_BEGIN_DECLS

/* Within src/widgets/annals-reader*.c only. */

#define UPPER_THIRD 0.3

struct _AnnalsReader
{
  GtkWidget parent_instance;

  GtkWidget *box;
  AnnalsNotice *notice;
  GtkWidget *texts;
  GtkLabel *standings;
  GtkToggleButton *text_button;
  GtkToggleButton *source_button;
  GtkWidget *text_box;
  AdwStatusPage *no_text;
  GtkWidget *no_text_button;
  GtkScrolledWindow *scroller;
  AdwClampScrollable *clamp;
  AnnalsReadingView *page;
  AnnalsPassageMap *map;

  AnnalsSelection *selection;
  AdwAnimation *animation;
  guint reveal_id;
  guint match_id;
  guint aim_id;     /* it is looked whether the passage is in sight */
  guint settled_id; /* or 0 when the page is laid out, as far as one can tell */
  gboolean aiming;
  gboolean fresh;      /* the text was just set, and is not laid out yet */
  gboolean waits;      /* for the page to be filled, to go somewhere */
  gint64 wanted_place; /* where to go once it is, or -1 */
};

/* annals-reader-aim.c */
void annals_reader_jump_to_cursor (AnnalsReader *self);
void annals_reader_stop_aiming (AnnalsReader *self);
gboolean annals_reader_is_in_sight (AnnalsReader *self, const GdkRectangle *box);
gboolean annals_reader_get_selected_box (AnnalsReader *self, GdkRectangle *box);
void annals_reader_check_aim (AnnalsReader *self);
void annals_reader_unsettle (AnnalsReader *self);
void annals_reader_watch_layout (AnnalsReader *self);

G_END_DECLS
