/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-rendering.h"

G_BEGIN_DECLS

GBytes *annals_png_write (AnnalsRendering *rendering,
                          AnnalsProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
