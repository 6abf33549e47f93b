/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "annals-selection.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_EVENT_ITEM (annals_event_item_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsEventItem, annals_event_item, ANNALS, EVENT_ITEM, GObject)

guint annals_event_item_get_event (AnnalsEventItem *self);

#define ANNALS_TYPE_EVENT_MODEL (annals_event_model_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsEventModel, annals_event_model, ANNALS, EVENT_MODEL, GObject)

/**
 * AnnalsEventModel:
 *
 * The events of a document by date, as a list model of #AnnalsEventItem that are made when they are
 * asked for and forgotten when nobody holds them.
 */
AnnalsEventModel *annals_event_model_new (AnnalsSelection *selection);

gboolean annals_event_model_find (AnnalsEventModel *self, gint event, guint *position);

G_END_DECLS
