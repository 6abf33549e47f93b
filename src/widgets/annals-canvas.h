/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-scene.h"
#include "annals-theme.h"
#include "annals-typesetter.h"

G_BEGIN_DECLS

/**
 * AnnalsCanvas:
 *
 * What a widget shows of a picture. It keeps what has been drawn, and where a new picture differs
 * from it, draws only that: GTK compares what a widget shows with what it has shown, and sends only
 * what is new to the screen.
 */
typedef struct _AnnalsCanvas AnnalsCanvas;

AnnalsCanvas *annals_canvas_new (void);
void annals_canvas_free (AnnalsCanvas *canvas);

AnnalsScene *annals_canvas_get_scene (AnnalsCanvas *canvas);
AnnalsScene *annals_canvas_begin_scene (AnnalsCanvas *canvas);
void annals_canvas_invalidate (AnnalsCanvas *canvas);
void annals_canvas_forget (AnnalsCanvas *canvas);
void annals_canvas_snapshot (AnnalsCanvas *canvas,
                             GtkSnapshot *snapshot,
                             const AnnalsTheme *theme,
                             gint scale,
                             AnnalsTypesetter *typesetter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsCanvas, annals_canvas_free)

G_END_DECLS
