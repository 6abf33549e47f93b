/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-instant.h"

G_BEGIN_DECLS

#define ANNALS_VIEW_HISTORY_MOST 100

/**
 * AnnalsView:
 * @first: instant at the left edge
 * @last: instant at the right edge, after @first
 * @all: whether all events are shown, whatever the size of the window
 *
 * A part of time that is shown. A plain struct.
 */
typedef struct
{
  AnnalsInstant first;
  AnnalsInstant last;
  gboolean all;
} AnnalsView;

/**
 * AnnalsViewHistory:
 *
 * The views that were shown before the present one, and those that were gone back from, like the
 * pages of a browser. Small movements change the present view; a long way from where that was come
 * to begins another.
 */
typedef struct _AnnalsViewHistory AnnalsViewHistory;

AnnalsViewHistory *annals_view_history_new (void);
void annals_view_history_free (AnnalsViewHistory *history);

void annals_view_history_clear (AnnalsViewHistory *history);
void annals_view_history_rest (AnnalsViewHistory *history, const AnnalsView *view);
gboolean annals_view_history_can_go (const AnnalsViewHistory *history, gint step);
gboolean annals_view_history_go (AnnalsViewHistory *history, gint step, AnnalsView *view);

gboolean annals_view_is_far (const AnnalsView *from, const AnnalsView *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsViewHistory, annals_view_history_free)

G_END_DECLS
