/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-session-entry.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_SESSION (annals_session_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsSession, annals_session, ANNALS, SESSION, GObject)

/**
 * AnnalsSessionCollect:
 * @user_data: what was passed along
 *
 * Says which windows there are.
 *
 * Returns: (transfer full) (nullable) (element-type AnnalsSessionEntry): the windows, or %NULL
 * while one of them is still being filled
 */
typedef GPtrArray *(*AnnalsSessionCollect) (gpointer user_data);

/**
 * AnnalsSession:
 *
 * What is remembered of windows and documents from one start to the next: which windows were open,
 * how files were looked at, and what was pasted and not saved.
 */
AnnalsSession *
annals_session_new (const gchar *folder, AnnalsSessionCollect collect, gpointer user_data);

GPtrArray *annals_session_restore (AnnalsSession *self, gchar **message);
void annals_session_touch (AnnalsSession *self);
void annals_session_flush (AnnalsSession *self);
void annals_session_freeze (AnnalsSession *self);
void annals_session_thaw (AnnalsSession *self);
gboolean annals_session_is_frozen (AnnalsSession *self);

const AnnalsViewState *annals_session_find_view (AnnalsSession *self, GFile *file);
void annals_session_remember_view (AnnalsSession *self, GFile *file, const AnnalsViewState *view);

gchar *annals_session_dup_journal_folder (AnnalsSession *self);

gchar *annals_session_new_draft (AnnalsSession *self);
gboolean
annals_session_write_draft (AnnalsSession *self, const gchar *draft, GBytes *bytes, GError **error);
GBytes *annals_session_read_draft (AnnalsSession *self, const gchar *draft);
void annals_session_drop_draft (AnnalsSession *self, const gchar *draft);

G_END_DECLS
