/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-actions.h"

/* Every key of the program, in one table. */

#define FILES NC_ ("shortcuts", "Documents")
#define SELECT NC_ ("shortcuts", "Events and Passages")
#define TIMELINE NC_ ("shortcuts", "Timeline")
#define WINDOW NC_ ("shortcuts", "Window")

static const AnnalsActionInfo table[] = {
  { FILES, NC_ ("shortcuts", "Open"), "win.open", { "<Control>o" } },
  { FILES, NC_ ("shortcuts", "Open the commentary"), "win.open-source", { "<Control><Shift>o" } },
  { FILES, NC_ ("shortcuts", "Save as"), "win.save-as", { "<Control><Shift>s" } },
  { FILES, NC_ ("shortcuts", "Export the timeline"), "win.export", { "<Control>e" } },

  { SELECT, NC_ ("shortcuts", "Next passage"), "win.next-passage", { "n" }, TRUE },
  { SELECT, NC_ ("shortcuts", "Previous passage"), "win.previous-passage", { "p" }, TRUE },
  { SELECT, NC_ ("shortcuts", "Next event in the text"), "win.next-in-text", { "<Control>Right" } },
  { SELECT,
    NC_ ("shortcuts", "Previous event in the text"),
    "win.previous-in-text",
    { "<Control>Left" } },
  { SELECT, NC_ ("shortcuts", "Next event in time, on the timeline"), NULL, { "Right" } },
  { SELECT, NC_ ("shortcuts", "Previous event in time, on the timeline"), NULL, { "Left" } },
  { SELECT, NC_ ("shortcuts", "Select nothing"), "win.clear", { "Escape" }, TRUE },

  { TIMELINE, NC_ ("shortcuts", "Zoom in"), "win.zoom-in", { "plus", "equal", "KP_Add" }, TRUE },
  { TIMELINE, NC_ ("shortcuts", "Zoom out"), "win.zoom-out", { "minus", "KP_Subtract" }, TRUE },
  { TIMELINE, NC_ ("shortcuts", "Show all events"), "win.fit", { "0", "KP_0" }, TRUE },
  { TIMELINE, NC_ ("shortcuts", "Go to the beginning or the end"), NULL, { "Home", "End" } },
  { TIMELINE, NC_ ("shortcuts", "Page back or forward"), NULL, { "Page_Up", "Page_Down" } },

  { WINDOW, NC_ ("shortcuts", "Go to the next pane"), "win.next-pane", { "F6" } },
  { WINDOW, NC_ ("shortcuts", "Go to the previous pane"), "win.previous-pane", { "<Shift>F6" } },
  { WINDOW,
    NC_ ("shortcuts", "Show evidence and events in a small window"),
    "win.show-aside",
    { "F7" } },
  { WINDOW, NC_ ("shortcuts", "Reader only"), "win.focus-reader", { "F8" } },
  { WINDOW, NC_ ("shortcuts", "Timeline only"), "win.focus-timeline", { "F9" } },
  { WINDOW, NC_ ("shortcuts", "Main menu"), NULL, { "F10" } },
  { WINDOW, NC_ ("shortcuts", "Fullscreen"), "win.fullscreen", { "F11" } },
  { WINDOW,
    NC_ ("shortcuts", "Keyboard shortcuts"),
    "win.show-help-overlay",
    { "<Control>question", "<Control><Shift>slash" } },
  { WINDOW, NC_ ("shortcuts", "Close the window"), "window.close", { "<Control>w" } },
  { WINDOW, NC_ ("shortcuts", "Quit"), "app.quit", { "<Control>q" } },
};

/**
 * annals_actions_get_table:
 * @n_actions: (out): how many rows
 *
 * Returns: (transfer none) (array length=n_actions): the table, group by group
 */
const AnnalsActionInfo *
annals_actions_get_table (guint *n_actions)
{
  *n_actions = G_N_ELEMENTS (table);

  return table;
}

/**
 * annals_actions_set_accels:
 * @application: the application
 *
 * Sets the keys that work wherever the focus is.
 */
void
annals_actions_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const gchar *keys[ANNALS_MAX_KEYS + 1] = { NULL };

      if (table[i].name == NULL || table[i].plain)
        continue;
      for (guint k = 0; k < ANNALS_MAX_KEYS; k++)
        keys[k] = table[i].keys[k];
      gtk_application_set_accels_for_action (application, table[i].name, keys);
    }
}

/**
 * annals_actions_new_plain_keys:
 *
 * Makes a controller for the keys without a modifier. It listens after the focused widget, so that
 * a letter typed into an entry stays a letter.
 *
 * Returns: (transfer full): a controller to add to the window
 */
GtkEventController *
annals_actions_new_plain_keys (void)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (guint k = 0; table[i].plain && k < ANNALS_MAX_KEYS && table[i].keys[k] != NULL; k++)
      gtk_shortcut_controller_add_shortcut (
          GTK_SHORTCUT_CONTROLLER (controller),
          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (table[i].keys[k]),
                            gtk_named_action_new (table[i].name)));

  return controller;
}
