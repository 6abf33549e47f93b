/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-event-model.h"

/* The menus above the list of events, as models, and the actions they carry out on a list's model.
 */

G_BEGIN_DECLS

GMenuModel *annals_event_menus_create_sort (void);
GMenuModel *annals_event_menus_create_filter (AnnalsDocument *document);
void annals_event_menus_clear (GMenuModel *menu);
GSimpleActionGroup *annals_event_menus_create_actions (AnnalsEventModel *model);

G_END_DECLS
