/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-theme.h"

G_BEGIN_DECLS

void color_get_linear (const AnnalsColor *color, gdouble out[3]);
gdouble color_get_contrast (const AnnalsColor *a, const AnnalsColor *b);
AnnalsColor color_lay_over (const AnnalsColor *color, gdouble opacity, const AnnalsColor *below);

G_END_DECLS
