/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-layout.h"
#include "annals-rendering.h"

G_BEGIN_DECLS

/* Within src/paint/annals-render*.c only. */

void annals_rendered_events_gather (const GPtrArray *scenes,
                                    AnnalsLayout *layout,
                                    AnnalsDocument *document,
                                    GArray *events);

G_END_DECLS
