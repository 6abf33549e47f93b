/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ANNALS_TYPE_COMMAND_SEARCH (annals_command_search_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsCommandSearch, annals_command_search, ANNALS, COMMAND_SEARCH, AdwWindow)

/**
 * AnnalsCommandSearch:
 *
 * A small window with all that can be done just now, and an entry to find it by a few letters.
 */
GtkWindow *annals_command_search_new (GtkApplicationWindow *window);

G_END_DECLS
