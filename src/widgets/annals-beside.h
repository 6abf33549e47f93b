/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANNALS_TYPE_BESIDE (annals_beside_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsBeside, annals_beside, ANNALS, BESIDE, GtkWidget)

/**
 * AnnalsBeside:
 *
 * Two children of a template: the second at the end of the first where there is room for both, as
 * wide as it likes, else below it. The first gets what is left.
 */

G_END_DECLS
