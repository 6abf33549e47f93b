/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-typed.h"

G_BEGIN_DECLS

/* Within the finishing of one date only: “the early 1970s”, “the 19th century”. */

gboolean
annals_draft_finish_century (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item);
gboolean
annals_draft_finish_decade (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item);

G_END_DECLS
