/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-formats.h"

G_BEGIN_DECLS

AnnalsText *
annals_html_read (GBytes *bytes, const gchar *name, GArray **roles, gchar **title, GError **error);

G_END_DECLS
