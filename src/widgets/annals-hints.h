/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnnalsHint:
 * @ANNALS_HINT_MARK: click a mark
 * @ANNALS_HINT_ZOOM: zoom
 * @ANNALS_HINT_OPEN: open a text of your own
 *
 * What a new reader is told, in this order.
 */
typedef enum
{
  ANNALS_HINT_MARK,
  ANNALS_HINT_ZOOM,
  ANNALS_HINT_OPEN,
} AnnalsHint;

#define ANNALS_N_HINTS (ANNALS_HINT_OPEN + 1)

#define ANNALS_TYPE_HINTS (annals_hints_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsHints, annals_hints, ANNALS, HINTS, GtkWidget)

/**
 * AnnalsHints:
 *
 * A calm row of hints for the first start. It takes no focus and stops nothing; a hint goes when it
 * is done with, and the row with the last one. Where there is no room for all, the first is shown.
 *
 * Signal `dismissed` (#AnnalsHint as an integer): a person wants to see that hint no more.
 */
GtkWidget *annals_hints_new (void);

void annals_hints_set_pending (AnnalsHints *self, AnnalsHint hint, gboolean pending);
gboolean annals_hints_get_pending (AnnalsHints *self, AnnalsHint hint);
void annals_hints_set_active (AnnalsHints *self, gboolean active);
void annals_hints_set_wheel_zooms (AnnalsHints *self, gboolean zooms);

const gchar *annals_hint_get_name (AnnalsHint hint);

G_END_DECLS
