/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANNALS_TYPE_RECENT_POPOVER (annals_recent_popover_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsRecentPopover,
                      annals_recent_popover,
                      ANNALS,
                      RECENT_POPOVER,
                      GtkPopover)

/**
 * AnnalsRecentPopover:
 *
 * The documents that were open lately, to be opened again by `win.open-recent`. A long list can be
 * searched; a file that is no longer there is shown as such and can be taken off.
 */
GtkWidget *annals_recent_popover_new (void);

G_END_DECLS
