/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANNALS_TYPE_SWATCH (annals_swatch_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsSwatch, annals_swatch, ANNALS, SWATCH, GtkWidget)

/**
 * AnnalsSwatch:
 *
 * A small rounded patch in a lane's colour. Its size is what its place gives it.
 */
GtkWidget *annals_swatch_new (void);

void annals_swatch_set_color (AnnalsSwatch *self, guint color);

G_END_DECLS
