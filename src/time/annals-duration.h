/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-instant.h"

G_BEGIN_DECLS

gchar *annals_duration_dup_words (AnnalsInstant from, AnnalsInstant to);

G_END_DECLS
