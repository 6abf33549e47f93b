/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnnalsRecentItem:
 * @uri: the file
 * @name: what it is called
 * @folder: (nullable): where it is, as people write it
 * @is_missing: whether it is known to be no longer there; asking the disk is left to who lists them
 *
 * A document that was open lately.
 */
typedef struct
{
  gchar *uri;
  gchar *name;
  gchar *folder;
  gboolean is_missing;
} AnnalsRecentItem;

void annals_recent_item_free (AnnalsRecentItem *item);

void annals_recent_add (GFile *file);
void annals_recent_remove (const gchar *uri);
void annals_recent_clear (void);
GPtrArray *annals_recent_list (void);

G_END_DECLS
