/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "annals-export.h"
#include "annals-scene.h"
#include "annals-typesetter.h"

G_BEGIN_DECLS

/**
 * AnnalsRendering:
 *
 * An export laid out and ready to be drawn, page by page: what the preview shows reduced, what is
 * printed, copied and written. It belongs to one thread at a time.
 */
typedef struct _AnnalsRendering AnnalsRendering;

/**
 * AnnalsRenderedEvent:
 * @event: an event that is shown, on its own or in a cluster
 * @page: the first page on which it is
 * @rect: where it is there, or its cluster
 * @leads: whether it is the first of a cluster
 *
 * Where an event is in a rendering. A plain struct.
 */
typedef struct
{
  guint event;
  guint page;
  AnnalsRect rect;
  gboolean leads;
} AnnalsRenderedEvent;

AnnalsRendering *
annals_rendering_new (AnnalsDocument *document, const AnnalsExportOptions *options, GError **error);
void annals_rendering_free (AnnalsRendering *rendering);

guint annals_rendering_get_n_pages (const AnnalsRendering *rendering);
void
annals_rendering_get_size (const AnnalsRendering *rendering, gdouble *width_px, gdouble *height_px);
gdouble annals_rendering_get_text_scale (const AnnalsRendering *rendering);
gdouble annals_rendering_get_zoom (const AnnalsRendering *rendering);
AnnalsTypesetter *annals_rendering_get_typesetter (AnnalsRendering *rendering);
AnnalsDocument *annals_rendering_get_document (const AnnalsRendering *rendering);
const AnnalsExportOptions *annals_rendering_get_options (const AnnalsRendering *rendering);
const AnnalsScene *annals_rendering_get_scene (const AnnalsRendering *rendering, guint page);

guint annals_rendering_get_n_events (const AnnalsRendering *rendering);
const AnnalsRenderedEvent *annals_rendering_get_event (const AnnalsRendering *rendering,
                                                       guint index);
GBytes *annals_rendering_to_bytes (AnnalsRendering *rendering,
                                   AnnalsProgressFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);

void annals_rendering_draw (AnnalsRendering *rendering, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsRendering, annals_rendering_free)

G_END_DECLS
