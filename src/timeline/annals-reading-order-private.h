/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-reading-order.h"

G_BEGIN_DECLS

/* What annals-reading-order.c knows and annals-reading-order-draw.c draws. */

/* A passage that was found. */
typedef struct
{
  gint64 start;
  guint event;
  guint passage;
  guint color;
  const AnnalsSpan *span;
} AnnalsMention;

struct _AnnalsReadingOrder
{
  GArray *mentions; /* AnnalsMention, by position in the text */
  gint64 n_chars;
  guint n_events;
  guint n_back; /* how often the text goes back in time */
};

G_END_DECLS
