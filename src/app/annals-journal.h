/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnnalsJournal:
 *
 * What was done to a document since it was read or saved, one record after the other, in a file of
 * the program's own. So it is not lost when the program dies.
 */
typedef struct _AnnalsJournal AnnalsJournal;

AnnalsJournal *annals_journal_new (const gchar *folder, const gchar *name);
void annals_journal_free (AnnalsJournal *journal);

const gchar *annals_journal_get_name (const AnnalsJournal *journal);
GPtrArray *annals_journal_read (AnnalsJournal *journal);
void annals_journal_append (AnnalsJournal *journal, GVariant *record);
void annals_journal_drop (AnnalsJournal *journal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsJournal, annals_journal_free)

G_END_DECLS
