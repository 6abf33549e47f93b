/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnnalsWatchState:
 * @ANNALS_WATCH_SAME: the file holds what it held
 * @ANNALS_WATCH_CHANGED: it holds something else
 * @ANNALS_WATCH_GONE: there is no such file any more
 *
 * How a file on disk compares with what was read from it.
 */
typedef enum
{
  ANNALS_WATCH_SAME,
  ANNALS_WATCH_CHANGED,
  ANNALS_WATCH_GONE,
} AnnalsWatchState;

#define ANNALS_TYPE_WATCH (annals_watch_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsWatch, annals_watch, ANNALS, WATCH, GObject)

/**
 * AnnalsWatch:
 *
 * An eye on a file: notices when it is written, replaced, renamed or removed, and tells from its
 * content whether it changed at all.
 *
 * Signal `changed`: the state is another.
 */
AnnalsWatch *annals_watch_new (GFile *file, const gchar *etag);

GFile *annals_watch_get_file (AnnalsWatch *self);
AnnalsWatchState annals_watch_get_state (AnnalsWatch *self);
void annals_watch_check (AnnalsWatch *self);
void annals_watch_set_paused (AnnalsWatch *self, gboolean paused);

G_END_DECLS
