/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-progress.h"

/* How far something is that takes long. */

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
