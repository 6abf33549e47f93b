/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-date.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_DATE_SKETCH (annals_date_sketch_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsDateSketch, annals_date_sketch, ANNALS, DATE_SKETCH, GtkWidget)

/**
 * AnnalsDateSketch:
 *
 * A little drawing of one date, as the timeline draws it. It follows the desktop's look and size of
 * text.
 */
GtkWidget *annals_date_sketch_new (void);

void annals_date_sketch_set_date (AnnalsDateSketch *self, const AnnalsDate *date);

G_END_DECLS
