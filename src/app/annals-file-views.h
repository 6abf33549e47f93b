/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-session-entry.h"

G_BEGIN_DECLS

/** ANNALS_FILE_VIEWS_MAX: of how many files it is remembered how they were looked at. */
#define ANNALS_FILE_VIEWS_MAX 200

/**
 * AnnalsFileViews:
 *
 * How files were looked at when they were open last, the latest of them.
 */
typedef struct _AnnalsFileViews AnnalsFileViews;

AnnalsFileViews *annals_file_views_new (const gchar *text);
void annals_file_views_free (AnnalsFileViews *self);

const AnnalsViewState *annals_file_views_find (AnnalsFileViews *self, const gchar *uri);
void
annals_file_views_remember (AnnalsFileViews *self, const gchar *uri, const AnnalsViewState *view);
gchar *annals_file_views_dup_text (AnnalsFileViews *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsFileViews, annals_file_views_free)

G_END_DECLS
