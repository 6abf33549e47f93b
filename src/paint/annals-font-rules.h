/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

gboolean annals_font_keeps_words_apart (PangoFont *font);

G_END_DECLS
