/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-progress.h"

/* How far something is that takes long. */

static void
tell_whole_cb (gdouble fraction, gpointer user_data)
{
  const AnnalsProgressPart *part = user_data;

  part->whole->func (part->from + fraction * (part->to - part->from), part->whole->user_data);
}

/**
 * annals_progress_part_init:
 * @part: (out caller-allocates): the part
 * @whole: (nullable): who wants to know of the whole
 * @from: how much of the whole is done before the part, from 0 to 1
 * @to: how much is done after it
 *
 * Makes what tells of a part tell how far the whole is.
 */
void
annals_progress_part_init (AnnalsProgressPart *part,
                           const AnnalsProgress *whole,
                           gdouble from,
                           gdouble to)
{
  *part = (AnnalsProgressPart){ .whole = whole, .from = from, .to = to };
  if (whole == NULL)
    return;
  part->progress.cancellable = whole->cancellable;
  part->progress.func = whole->func != NULL ? tell_whole_cb : NULL;
  part->progress.user_data = part;
}

/**
 * annals_progress_tell:
 * @progress: (nullable): who wants to know
 * @fraction: how much is done, from 0 to 1
 * @error: set when it is to stop
 *
 * Tells how far something is, and asks whether it is to go on.
 *
 * Returns: whether to go on
 */
gboolean
annals_progress_tell (const AnnalsProgress *progress, gdouble fraction, GError **error)
{
  if (progress == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (progress->cancellable, error))
    return FALSE;
  if (progress->func != NULL)
    progress->func (CLAMP (fraction, 0.0, 1.0), progress->user_data);
  return TRUE;
}
