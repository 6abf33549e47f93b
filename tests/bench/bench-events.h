/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-index.h"

G_BEGIN_DECLS

AnnalsIndex *bench_events_read (const gchar *path, gsize *n_bytes, GError **error);

G_END_DECLS
