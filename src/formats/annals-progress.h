/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnnalsProgressFunc:
 * @fraction: how much is done, from 0 to 1
 * @user_data: what was handed in with the function
 *
 * Is told how far something is; in the thread that does it.
 */
typedef void (*AnnalsProgressFunc) (gdouble fraction, gpointer user_data);

/**
 * AnnalsProgress:
 * @func: (nullable): what is told how far it is
 * @user_data: handed to @func
 * @cancellable: (nullable): to stop
 *
 * What something that takes long tells, and what stops it. A plain struct.
 */
typedef struct
{
  AnnalsProgressFunc func;
  gpointer user_data;
  GCancellable *cancellable;
} AnnalsProgress;

/**
 * ANNALS_PROGRESS_EVERY:
 *
 * Of things that are gone through one by one, how many there are from one word on the progress to
 * the next.
 */
#define ANNALS_PROGRESS_EVERY 1024u

/**
 * AnnalsProgressPart:
 * @progress: to hand to who does the part
 * @whole: (nullable): who wants to know of the whole
 * @from: how much of the whole is done before
 * @to: how much is done after it
 *
 * A part of something that takes long. A plain struct, which has to stay where it is.
 */
typedef struct
{
  AnnalsProgress progress;
  const AnnalsProgress *whole;
  gdouble from;
  gdouble to;
} AnnalsProgressPart;

void annals_progress_part_init (AnnalsProgressPart *part,
                                const AnnalsProgress *whole,
                                gdouble from,
                                gdouble to);
gboolean annals_progress_tell (const AnnalsProgress *progress, gdouble fraction, GError **error);

G_END_DECLS
