/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-selection.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_EVENT_LIST (annals_event_list_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsEventList, annals_event_list, ANNALS, EVENT_LIST, GtkWidget)

/**
 * AnnalsEventList:
 *
 * All events of the document as rows, by date: the timeline's content for those who read rather
 * than look.
 */
GtkWidget *annals_event_list_new (void);

void annals_event_list_set_selection (AnnalsEventList *self, AnnalsSelection *selection);

G_END_DECLS
