/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-adaptive.h"
#include "annals-aside.h"
#include "annals-hints.h"
#include "annals-reader.h"
#include "annals-timeline-view.h"
#include "annals-window.h"

G_BEGIN_DECLS

struct _AnnalsWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkSpinner *spinner;
  GtkToggleButton *aside_button;
  GtkMenuButton *menu_button;
  GtkWidget *drop_hint;
  AnnalsAdaptive *adaptive;
  AnnalsHints *hints;
  AnnalsReader *reader;
  AnnalsAside *aside;
  AnnalsTimelineView *timeline;

  AnnalsSettings *settings;
  AnnalsSelection *selection; /* (nullable) until a document is open */
  GFile *file;                /* (nullable) what was opened; none for the bundled document */
  GCancellable *loading;      /* (nullable) while a document is being opened */
};

/* annals-window.c */
void annals_window_set_document (AnnalsWindow *self, AnnalsDocument *document);
AnnalsDocument *annals_window_get_document (AnnalsWindow *self);
void annals_window_toast (AnnalsWindow *self, const gchar *message);
void annals_window_say (AnnalsWindow *self, const gchar *heading, const gchar *message);

/* annals-window-actions.c */
void annals_window_init_actions (AnnalsWindow *self);
void annals_window_update_actions (AnnalsWindow *self);

/* annals-window-files.c */
void annals_window_load (AnnalsWindow *self, GFile *file, GFile *source);
void annals_window_choose_document (AnnalsWindow *self);
void annals_window_choose_source (AnnalsWindow *self);
void annals_window_choose_target (AnnalsWindow *self);
void annals_window_say_saved (AnnalsWindow *self, GFile *file);
void annals_window_init_drop (AnnalsWindow *self);

/* annals-window-hints.c */
void annals_window_init_hints (AnnalsWindow *self);
void annals_window_follow_hints (AnnalsWindow *self);

/* annals-window-preferences.c */
void annals_window_follow_preferences (AnnalsWindow *self);

/* annals-window-export.c */
void annals_window_export (AnnalsWindow *self);
void annals_window_copy_picture (AnnalsWindow *self);
void annals_window_print (AnnalsWindow *self);

G_END_DECLS
