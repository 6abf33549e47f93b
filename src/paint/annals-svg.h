/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"
#include "annals-scene.h"
#include "annals-theme.h"

G_BEGIN_DECLS

GBytes *annals_svg_write (const AnnalsScene *scene,
                          const AnnalsTheme *theme,
                          gdouble text_scale,
                          gdouble zoom,
                          AnnalsDocument *document);

G_END_DECLS
