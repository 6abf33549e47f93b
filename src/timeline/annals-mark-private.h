/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-mark.h"

G_BEGIN_DECLS

/* Within src/timeline/annals-mark*.c only. */

/* A fade that is shorter needs no edge. */
#define ANNALS_MARK_LEAST_FADE_PX 3.0

static inline gboolean
annals_mark_is_hollow (AnnalsStatus status)
{
  return status == ANNALS_STATUS_PLANNED || status == ANNALS_STATUS_HYPOTHETICAL;
}

gdouble annals_mark_get_x_after (const AnnalsScale *scale, AnnalsInstant last);
void annals_mark_init_member (AnnalsMark *mark,
                              const AnnalsSpan *member,
                              const AnnalsScale *scale,
                              const AnnalsMetrics *metrics);
void annals_mark_get_doubtful (const AnnalsMark *mark, gdouble *begin_px, gdouble *end_px);

G_END_DECLS
