/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-scene.h"
#include "annals-typesetter.h"

G_BEGIN_DECLS

/* Into how many places changes are put together. */
#define ANNALS_MOST_CHANGES 6

gboolean annals_changes_find (const AnnalsScene *before,
                              const AnnalsScene *after,
                              AnnalsTypesetter *typesetter,
                              AnnalsRect *rects,
                              guint *n_rects);

G_END_DECLS
