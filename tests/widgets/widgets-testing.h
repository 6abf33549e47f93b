/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-document.h"

G_BEGIN_DECLS

/**
 * TestingPassage:
 *
 * A passage to be made: which text it lies in, and from where to where.
 */
typedef struct
{
  AnnalsWhere where;
  gint64 start;
  gint64 end;
} TestingPassage;

AnnalsText *widgets_testing_new_text (const gchar *word, guint n_words);
guint widgets_testing_add_event (AnnalsDocument *document,
                                 const gchar *id,
                                 const gchar *cited,
                                 AnnalsText *const texts[2],
                                 const TestingPassage *passages,
                                 guint n_passages);

void widgets_testing_init (gint *argc, gchar ***argv);
GtkWidget *widgets_testing_show (GtkWidget *child, gint width_px, gint height_px);
void widgets_testing_resize (GtkWidget *window, gint width_px, gint height_px);
void widgets_testing_close (GtkWidget *window);
void widgets_testing_run (guint time_ms);
guint widgets_testing_count_frames (GtkWidget *window, guint time_ms);
void widgets_testing_settle (GtkWidget *window);
guint widgets_testing_count_widgets (GtkWidget *widget, GType type);

G_END_DECLS
