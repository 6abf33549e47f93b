/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-focus-return.h"
#include "annals-names.h"
#include "annals-recent-popover.h"
#include "annals-shim.h"
#include "annals-window-private.h"

/* The window's actions on documents as files: what may be done when, and who does it. */

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_window_save (user_data);
}

static void
reload (AnnalsWindow *self, GObject *data)
{
  annals_window_reload (self);
}

static void
reload_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_window_when_settled (user_data, reload, NULL);
}

static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  annals_window_paste (user_data);
}

static void
open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  annals_window_open_files (user_data, &file, 1);
}

static void
show_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_split_button_popup (ANNALS_WINDOW (user_data)->open_button);
}

static void
show_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  annals_shim_show_folder_of (GTK_WINDOW (user_data), file);
}

static const GActionEntry entries[] = {
  { "save", save_cb },
  { "reload", reload_cb },
  { "paste", paste_cb },
  { "open-recent", open_recent_cb, "s" },
  { "show-recent", show_recent_cb },
  { "show-folder", show_folder_cb, "s" },
};

/* Whether the document has passages in a text that it does not hold. */
static gboolean
wants_source (AnnalsDocument *document)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (document);
  AnnalsStandingCounts counts = { 0 };

  if (info->is_digest || info->source_name != NULL)
    return TRUE;
  annals_document_count_standings (document, ANNALS_WHERE_SOURCE, &counts);
  return counts.n_passages > 0;
}

/* What the window's other files call; see annals-window-private.h. */

void
annals_window_init_files (AnnalsWindow *self)
{
  GtkPopover *recent = GTK_POPOVER (annals_recent_popover_new ());

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  adw_split_button_set_popover (self->open_button, recent);
  annals_focus_return_after (recent);
  annals_focus_return_after_menu (self->menu_button);
  annals_names_set_inner (GTK_WIDGET (self->open_button), GTK_TYPE_BUTTON, NULL);
  annals_names_set_inner (GTK_WIDGET (self->open_button), GTK_TYPE_MENU_BUTTON,
                          _ ("Recent Documents"));
}

void
annals_window_update_file_actions (AnnalsWindow *self)
{
  AnnalsDocument *document = annals_window_get_document (self);
  gboolean is_on_disk = document != NULL
                        && (self->file != NULL
                            || annals_document_get_source_file (document) != NULL);

  annals_window_set_action_enabled (self, "save", annals_window_can_save (self));
  annals_window_set_action_enabled (self, "reload", is_on_disk);
  annals_window_set_action_enabled (self, "open-source",
                                    document != NULL && wants_source (document));
}
