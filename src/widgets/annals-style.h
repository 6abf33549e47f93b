/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-theme.h"
#include "annals-typesetter.h"

G_BEGIN_DECLS

const AnnalsTheme *annals_style_get_theme (void);
void annals_style_get_rgba (const AnnalsColor *color, gdouble opacity, GdkRGBA *rgba);
void annals_style_get_lane_rgba (guint color, GdkRGBA *rgba);
void annals_style_watch (GtkWidget *widget, GCallback changed);
void annals_style_watch_focus (GtkWidget *widget);
AnnalsTypesetter *annals_style_create_typesetter (GtkWidget *widget, gdouble *text_scale);
void annals_style_watch_type (GtkWidget *widget, GCallback changed);

G_END_DECLS
