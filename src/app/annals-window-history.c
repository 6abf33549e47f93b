/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-history.h"
#include "annals-menu.h"
#include "annals-window-private.h"

/* Taking back what was done to the document, and doing it again. */

static AnnalsHistory *
get_history (AnnalsWindow *self)
{
  AnnalsDocument *document = annals_window_get_document (self);

  return document != NULL ? annals_document_get_history (document) : NULL;
}

/* Says what it was, since it may be out of sight. */
static void
note (AnnalsWindow *self, const gchar *format, const gchar *change)
{
  g_autoptr (GString) message = g_string_new (format);

  g_string_replace (message, "%s", change, 1);
  annals_window_note (self, message->str);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsHistory *history = get_history (user_data);
  const gchar *label = history != NULL ? annals_history_get_undo_label (history) : NULL;

  if (label == NULL)
    return;
  annals_history_undo (history);
  /* Translators: %s is what was undone, such as "Rename Lane". */
  note (user_data, _ ("Undone: %s"), label);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnnalsHistory *history = get_history (user_data);
  const gchar *label = history != NULL ? annals_history_get_redo_label (history) : NULL;

  if (label == NULL)
    return;
  annals_history_redo (history);
  /* Translators: %s is what was done again, such as "Rename Lane". */
  note (user_data, _ ("Redone: %s"), label);
}

static const GActionEntry entries[] = {
  { "undo", undo_cb },
  { "redo", redo_cb },
};

static void
update (AnnalsWindow *self)
{
  AnnalsHistory *history = get_history (self);

  annals_window_set_action_enabled (
      self, "undo", history != NULL && annals_history_get_undo_label (history) != NULL);
  annals_window_set_action_enabled (
      self, "redo", history != NULL && annals_history_get_redo_label (history) != NULL);
}

static void
changed_cb (AnnalsWindow *self)
{
  if (self->adaptive == NULL)
    return;
  if (!annals_window_is_edited (self))
    annals_window_drop_journal (self);
  update (self);
  annals_window_update_title (self);
  annals_window_update_actions (self);
}

static void
relabel (GMenuModel *menu,
         const gchar *action,
         const gchar *plain,
         const gchar *format,
         const gchar *change)
{
  g_autoptr (GString) label = g_string_new (change != NULL ? format : plain);

  if (change != NULL)
    g_string_replace (label, "%s", change, 1);
  annals_menu_relabel (menu, action, label->str);
}

/* What the window's other files call; see annals-window-private.h. */

void
annals_window_init_history (AnnalsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  update (self);
}

/* To be called when the window's selection is another. */
void
annals_window_follow_history (AnnalsWindow *self)
{
  AnnalsHistory *history = get_history (self);

  self->discards = FALSE;
  if (history != NULL)
    g_signal_connect_object (history, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

/* Whether the document is another than it was when it was read or saved last. */
gboolean
annals_window_is_edited (AnnalsWindow *self)
{
  AnnalsHistory *history = get_history (self);

  return history != NULL && !annals_history_is_saved (history);
}

/* Says in the main menu what would be undone and done again. */
void
annals_window_label_history (AnnalsWindow *self, GMenuModel *menu)
{
  AnnalsHistory *history = get_history (self);

  if (history == NULL)
    return;
  relabel (menu, "win.undo", C_ ("menu", "_Undo"),
           /* Translators: %s is what would be undone, such as "Rename Lane". */
           C_ ("menu", "_Undo %s"), annals_history_get_undo_label (history));
  relabel (menu, "win.redo", C_ ("menu", "_Redo"),
           /* Translators: %s is what would be done again, such as "Rename Lane". */
           C_ ("menu", "_Redo %s"), annals_history_get_redo_label (history));
}
