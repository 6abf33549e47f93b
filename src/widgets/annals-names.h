/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-document.h"

G_BEGIN_DECLS

gchar *annals_names_dup_brief (const gchar *label);
gchar *annals_names_dup_passages (const AnnalsEvent *event, AnnalsWhere where);
gchar *annals_names_dup_event (const AnnalsEvent *event, AnnalsWhere where);
gchar *annals_names_dup_record (const AnnalsEvent *event);
void annals_names_set (GtkWidget *widget, const gchar *name);
void annals_names_set_inner (GtkWidget *widget, GType type, const gchar *name);
void annals_names_set_plain (GtkWidget *widget, const gchar *label);
void annals_names_set_row (GtkWidget *row);

G_END_DECLS
