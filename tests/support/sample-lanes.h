/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-layout.h"

G_BEGIN_DECLS

AnnalsLayout *
sample_lanes_new_layout (guint n_lanes, guint n_in_lane, const AnnalsMetrics *metrics);

G_END_DECLS
