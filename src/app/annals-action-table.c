/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annals-action-table.h"

/*
 * Everything the program does on request, in one table: accelerators, main menu, shortcuts window,
 * command search and manual are made from it. It needs GLib only, so that a tool can print it while
 * the program is built.
 */

#define FILES NC_ ("shortcuts", "Documents")
#define FIND NC_ ("shortcuts", "Finding and Copying")
#define SELECT NC_ ("shortcuts", "Events and Passages")
#define TIMELINE NC_ ("shortcuts", "Timeline")
#define WINDOW NC_ ("shortcuts", "Window")
#define GENERAL NC_ ("shortcuts", "General")

/* clang-format off */
static const AnnalsActionInfo table[] = {
  { FILES, NC_ ("shortcuts", "New window"),
    NC_ ("menu", "_New Window"), ANNALS_MENU_OPEN, "app.new-window", { "<Control>n" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Opens another window.") },
  { FILES, NC_ ("shortcuts", "Open"),
    NC_ ("menu", "_Open…"), ANNALS_MENU_OPEN, "win.open", { "<Control>o" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Opens a document or a text.") },
  { FILES, NC_ ("shortcuts", "Open a recent document"),
    NC_ ("menu", "_Recent Documents…"), ANNALS_MENU_OTHER, "win.show-recent", { "<Control>k" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Lists the documents that were open lately.") },
  { FILES, NC_ ("shortcuts", "Open the commentary"),
    NC_ ("menu", "Open _Commentary…"), ANNALS_MENU_OTHER, "win.open-source",
    { "<Control><Shift>o" }, ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Opens your copy of the text that the document is about, and links the events "
                   "to its words.") },
  { FILES, NC_ ("shortcuts", "Open the example"),
    NC_ ("menu", "Open E_xample"), ANNALS_MENU_OTHER, "win.open-bundled", { NULL },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Opens the document that comes with the program.") },
  { FILES, NC_ ("shortcuts", "Read again from disk"),
    NC_ ("menu", "Read A_gain"), ANNALS_MENU_OTHER, "win.reload", { "F5" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Reads the document anew from the file it came from.") },
  { FILES, NC_ ("shortcuts", "Save"),
    NC_ ("menu", "_Save"), ANNALS_MENU_SAVE, "win.save", { "<Control>s" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Saves the document in its file.") },
  { FILES, NC_ ("shortcuts", "Save as"),
    NC_ ("menu", "Save _As…"), ANNALS_MENU_SAVE, "win.save-as", { "<Control><Shift>s" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Saves the document in a file of another name.") },
  { FILES, NC_ ("shortcuts", "Export the timeline"),
    NC_ ("menu", "_Export…"), ANNALS_MENU_SHARE, "win.export", { "<Control>e" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Saves the timeline as a picture.") },
  { FILES, NC_ ("shortcuts", "Print"),
    NC_ ("menu", "_Print…"), ANNALS_MENU_SHARE, "win.print", { "<Control>p" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Prints the timeline.") },

  { FILES, NC_ ("shortcuts", "Undo"),
    NC_ ("menu", "_Undo"), ANNALS_MENU_EDIT, "win.undo", { "<Control>z" },
    ANNALS_REACH_UNLESS_EDITING,
    NC_ ("manual", "Takes back the last change of the document.") },
  { FILES, NC_ ("shortcuts", "Redo"),
    NC_ ("menu", "_Redo"), ANNALS_MENU_EDIT, "win.redo", { "<Control><Shift>z", "<Control>y" },
    ANNALS_REACH_UNLESS_EDITING,
    NC_ ("manual", "Does again what was undone last.") },

  { FIND, NC_ ("shortcuts", "Find in text and events"),
    NC_ ("menu", "F_ind…"), ANNALS_MENU_FIND, "win.search", { "<Control>f" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Looks for words in the text and among the events.") },
  { FIND, NC_ ("shortcuts", "Next match"),
    NC_ ("menu", "Next _Match"), ANNALS_MENU_GO_MATCH, "win.search-next",
    { "<Control>g", "F3" }, ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Goes to the next place found.") },
  { FIND, NC_ ("shortcuts", "Previous match"),
    NC_ ("menu", "Previous Ma_tch"), ANNALS_MENU_GO_MATCH, "win.search-previous",
    { "<Control><Shift>g", "<Shift>F3" }, ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Goes to the previous place found.") },
  { FIND, NC_ ("shortcuts", "Find a command"),
    NC_ ("menu", "Find a Comman_d…"), ANNALS_MENU_FIND, "win.find-command",
    { "<Control><Shift>p" }, ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Lists all that the program can do just now; type a few letters to find a "
                   "command, and Enter runs it.") },
  { FIND, NC_ ("shortcuts", "Copy the event"),
    NC_ ("menu", "Copy _Event"), ANNALS_MENU_COPY, "win.copy-event", { "<Control><Shift>c" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Copies the selected event as text, with its quotation and reference.") },
  { FIND, NC_ ("shortcuts", "Copy the passage"),
    NC_ ("menu", "Copy _Passage"), ANNALS_MENU_COPY, "win.copy-passage", { "<Control><Alt>c" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Copies the selected passage with a reference.") },
  { FIND, NC_ ("shortcuts", "Copy the timeline as a picture"),
    NC_ ("menu", "Copy Pict_ure"), ANNALS_MENU_COPY, "win.copy-picture", { "<Control><Alt>p" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Copies the timeline as a picture.") },
  { FIND, NC_ ("shortcuts", "Paste a text"),
    NC_ ("menu", "Paste _Text"), ANNALS_MENU_PASTE, "win.paste", { "<Control>v" },
    ANNALS_REACH_UNLESS_EDITING,
    NC_ ("manual", "Opens the text on the clipboard as a document.") },

  { SELECT, NC_ ("shortcuts", "Next passage"),
    NC_ ("menu", "Next _Passage"), ANNALS_MENU_GO_PASSAGE, "win.next-passage", { "n" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Goes to the next passage of the selected event.") },
  { SELECT, NC_ ("shortcuts", "Previous passage"),
    NC_ ("menu", "Previous Pass_age"), ANNALS_MENU_GO_PASSAGE, "win.previous-passage", { "p" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Goes to the previous passage of the selected event.") },
  { SELECT, NC_ ("shortcuts", "Next event in the text"),
    NC_ ("menu", "_Next Event in the Text"), ANNALS_MENU_GO_EVENT, "win.next-in-text",
    { "<Control>Right" }, ANNALS_REACH_UNLESS_EDITING,
    NC_ ("manual", "Selects the event that the text mentions next.") },
  { SELECT, NC_ ("shortcuts", "Previous event in the text"),
    NC_ ("menu", "Previous Event _in the Text"), ANNALS_MENU_GO_EVENT, "win.previous-in-text",
    { "<Control>Left" }, ANNALS_REACH_UNLESS_EDITING,
    NC_ ("manual", "Selects the event that the text mentions before.") },
  { SELECT, NC_ ("shortcuts", "Select nothing"),
    NULL, ANNALS_MENU_NONE, "win.clear", { "Escape" }, ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Closes the search; when it is closed, selects nothing; when nothing is "
                   "selected, clears the range of time; when there is none, gives every pane its "
                   "place again.") },

  { TIMELINE, NC_ ("shortcuts", "Next or previous event in time"),
    NULL, ANNALS_MENU_NONE, NULL, { "Right", "Left" }, ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "On the timeline: selects the next or the previous event in time.") },
  { TIMELINE, NC_ ("shortcuts", "Zoom in"),
    NC_ ("menu", "Zoom _In"), ANNALS_MENU_ZOOM, "win.zoom-in", { "plus", "equal", "KP_Add" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Shows less time in more detail.") },
  { TIMELINE, NC_ ("shortcuts", "Zoom out"),
    NC_ ("menu", "Zoom _Out"), ANNALS_MENU_ZOOM, "win.zoom-out", { "minus", "KP_Subtract" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Shows more time in less detail.") },
  { TIMELINE, NC_ ("shortcuts", "Show all events"),
    NC_ ("menu", "Show A_ll"), ANNALS_MENU_ZOOM, "win.fit", { "0", "KP_0" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Shows all the time that the events take.") },
  { TIMELINE, NC_ ("shortcuts", "Zoom to the selected event"),
    NC_ ("menu", "_Zoom to Event"), ANNALS_MENU_ZOOM, "win.fit-event", { "z" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Shows the time that the selected event takes.") },
  { TIMELINE, NC_ ("shortcuts", "Zoom to the range of time"),
    NC_ ("menu", "_Zoom to Range"), ANNALS_MENU_RANGE, "win.fit-range", { "<Shift>z" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Shows the range of time that is selected. A drag across the timeline with "
                   "Shift held draws a stretch of time to zoom to; Esc gives it up.") },
  { TIMELINE, NC_ ("shortcuts", "Back to the view before"),
    NC_ ("menu", "View _Before"), ANNALS_MENU_GO_VIEW, "win.view-back", { "<Alt>Left" },
    ANNALS_REACH_UNLESS_EDITING,
    NC_ ("manual", "Shows the part of time that the timeline showed before, like the pages of a "
                   "browser; the buttons at the side of a mouse do so too.") },
  { TIMELINE, NC_ ("shortcuts", "Forward to the view after"),
    NC_ ("menu", "View Afte_r"), ANNALS_MENU_GO_VIEW, "win.view-forward", { "<Alt>Right" },
    ANNALS_REACH_UNLESS_EDITING,
    NC_ ("manual", "Shows again what one has gone back from.") },
  { TIMELINE, NC_ ("shortcuts", "Explain the marks"),
    NC_ ("menu", "Explain _Marks…"), ANNALS_MENU_ZOOM, "win.explain-marks", { "m" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Shows what the marks on the timeline mean.") },
  { TIMELINE, NC_ ("shortcuts", "Go to a date"),
    NC_ ("menu", "_Date…"), ANNALS_MENU_GO_DATE, "win.go-to-date", { "<Control>d" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Asks for a date, in words such as “early 1970s” or in EDTF, and shows it on "
                   "the timeline.") },
  { TIMELINE, NC_ ("shortcuts", "Select a range of time"),
    NC_ ("menu", "Select Range of _Time…"), ANNALS_MENU_RANGE, "win.choose-range",
    { "<Control>r" }, ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Asks for a range of time, in words or as EDTF, and leaves only the events in "
                   "it: others step back in the text and on the timeline and are not listed. A "
                   "drag along the axis of the timeline selects one too, and a double click on "
                   "the axis what lies between two ticks.") },
  { TIMELINE, NC_ ("shortcuts", "Select the time that is shown"),
    NC_ ("menu", "Select Visi_ble Time"), ANNALS_MENU_RANGE, "win.select-visible", { "r" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Makes the time that the timeline shows the range.") },
  { TIMELINE, NC_ ("shortcuts", "Clear the range of time"),
    NC_ ("menu", "_Clear Range"), ANNALS_MENU_RANGE, "win.clear-range",
    { "<Control><Shift>r" }, ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Shows the events of all time as before.") },
  { TIMELINE, NC_ ("shortcuts", "Compress what is empty"),
    NC_ ("menu", "Com_press Empty Stretches"), ANNALS_MENU_RANGE, "win.compress-empty", { "e" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Makes a narrow strip, with its length, of each long stretch of time in which "
                   "nothing begins or ends. A click on a strip in the axis shows it in full.") },
  { TIMELINE, NC_ ("shortcuts", "Compress the range of time"),
    NC_ ("menu", "Compress R_ange"), ANNALS_MENU_RANGE, "win.compress-range", { "c" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Makes such a strip of the range of time.") },
  { TIMELINE, NC_ ("shortcuts", "Expand all stretches"),
    NC_ ("menu", "E_xpand All Stretches"), ANNALS_MENU_RANGE, "win.expand-all", { "<Shift>e" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Shows all time in full again.") },
  { TIMELINE, NC_ ("shortcuts", "Move through time"),
    NULL, ANNALS_MENU_NONE, NULL, { "<Shift>Left", "<Shift>Right" }, ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "On the timeline: moves a little back or forward in time.") },
  { TIMELINE, NC_ ("shortcuts", "Page back or forward"),
    NULL, ANNALS_MENU_NONE, NULL, { "Page_Up", "Page_Down" }, ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "On the timeline: moves back or forward by what can be seen.") },
  { TIMELINE, NC_ ("shortcuts", "Go to the beginning or the end"),
    NULL, ANNALS_MENU_NONE, NULL, { "Home", "End" }, ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "On the timeline: goes to the first or the last event.") },
  { TIMELINE, NC_ ("shortcuts", "Scroll the lanes up or down"),
    NULL, ANNALS_MENU_NONE, NULL, { "Up", "Down" }, ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "On the timeline: shows lanes further up or down; so does the wheel with "
                   "Shift, or over the names of the lanes.") },
  { TIMELINE, NC_ ("shortcuts", "Scroll the lanes by what can be seen"),
    NULL, ANNALS_MENU_NONE, NULL, { "<Control>Page_Up", "<Control>Page_Down" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "On the timeline: shows the lanes above or below those that can be seen.") },
  { TIMELINE, NC_ ("shortcuts", "Go to the lanes"),
    NC_ ("menu", "_Go to Lanes"), ANNALS_MENU_LANES, "win.focus-lanes", { "<Alt>3" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Takes the keys to the names of the lanes: Up and Down go from one to the "
                   "next, Left and Right or Space close and open a lane, H hides it, the menu key "
                   "lists what can be done.") },
  { TIMELINE, NC_ ("shortcuts", "Go to the capsules that count events"),
    NC_ ("menu", "Go to Ca_psules"), ANNALS_MENU_LANES, "win.focus-clusters", { "<Alt>4" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Takes the keys to the capsules on the timeline, each of which counts events "
                   "that are too close together to be shown apart: the arrow keys go from one to "
                   "the next, Enter lists its events, Space zooms to them.") },
  { TIMELINE, NC_ ("shortcuts", "Name and colour of the lane"),
    NC_ ("menu", "_Name and Colour of Lane…"), ANNALS_MENU_LANES, "win.edit-lane", { NULL },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Changes what the lane is called and its colour; so do F2 on the name of a lane "
                   "and a double click on it.") },
  { TIMELINE, NC_ ("shortcuts", "Move the lane up or down"),
    NULL, ANNALS_MENU_NONE, NULL, { "<Control><Shift>Up", "<Control><Shift>Down" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "On the name of a lane: moves it past the one above or below; so does dragging "
                   "the name.") },
  { TIMELINE, NC_ ("shortcuts", "Close all lanes"),
    NC_ ("menu", "_Close All Lanes"), ANNALS_MENU_LANES, "win.close-lanes", { NULL },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Makes every lane one thin row; a click on the triangle at its name does so "
                   "with one.") },
  { TIMELINE, NC_ ("shortcuts", "Open all lanes"),
    NC_ ("menu", "_Open All Lanes"), ANNALS_MENU_LANES, "win.open-lanes", { NULL },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Shows the rows of every lane again.") },
  { TIMELINE, NC_ ("shortcuts", "Show hidden lanes"),
    NC_ ("menu", "Show _Hidden Lanes"), ANNALS_MENU_LANES, "win.show-lanes", { NULL },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Shows again the lanes that were hidden.") },
  { TIMELINE, NC_ ("shortcuts", "No second calendar"),
    NC_ ("menu", "_None"), ANNALS_MENU_CALENDAR, "win.second-calendar::none", { NULL },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Shows the Gregorian calendar alone on the axis.") },
  { TIMELINE, NC_ ("shortcuts", "Second calendar: Julian"),
    NC_ ("menu", "_Julian"), ANNALS_MENU_CALENDAR, "win.second-calendar::julian", { NULL },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Shows years and months of the Julian calendar on the axis too.") },
  { TIMELINE, NC_ ("shortcuts", "Second calendar: Julian, Old Style"),
    NC_ ("menu", "Julian, _Old Style"), ANNALS_MENU_CALENDAR, "win.second-calendar::old-style", { NULL },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Shows the Julian calendar with years from 25 March on the axis too.") },
  { TIMELINE, NC_ ("shortcuts", "Second calendar: Japanese eras"),
    NC_ ("menu", "Ja_panese Eras"), ANNALS_MENU_CALENDAR, "win.second-calendar::japanese", { NULL },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Shows the years of Japanese eras on the axis too.") },
  { TIMELINE, NC_ ("shortcuts", "Second calendar: French Republican"),
    NC_ ("menu", "_French Republican"), ANNALS_MENU_CALENDAR, "win.second-calendar::french-republican", { NULL },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Shows the calendar of the French Revolution on the axis too.") },
  { TIMELINE, NC_ ("shortcuts", "Second calendar: Hebrew"),
    NC_ ("menu", "_Hebrew"), ANNALS_MENU_CALENDAR, "win.second-calendar::hebrew", { NULL },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Shows the Hebrew calendar on the axis too.") },
  { TIMELINE, NC_ ("shortcuts", "Second calendar: Islamic, tabular"),
    NC_ ("menu", "_Islamic, Tabular"), ANNALS_MENU_CALENDAR, "win.second-calendar::islamic", { NULL },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Shows the Islamic calendar on the axis too, as it is calculated.") },
  { TIMELINE, NC_ ("shortcuts", "Show threads from the event to its passages"),
    NC_ ("menu", "T_hreads"), ANNALS_MENU_LINKS, "win.threads", { "t" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Joins the selected event’s mark to those of its passages that can be seen in "
                   "the text, or does not.") },
  { TIMELINE, NC_ ("shortcuts", "Pin the event’s mark"),
    NC_ ("menu", "Pin Mar_k"), ANNALS_MENU_LINKS, "win.pin", { "<Shift>p" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Has the selected event shown on its own, with its label first and strong, "
                   "however many events there are beside it. Chosen again, no longer.") },
  { TIMELINE, NC_ ("shortcuts", "Show the event as an era"),
    NC_ ("menu", "Sho_w as Era"), ANNALS_MENU_LINKS, "win.show-as-era", { NULL },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Makes the selected event the background of the others, such as the Cold War: "
                   "a pale band behind all lanes. Chosen again, makes it an event as before.") },
  { TIMELINE, NC_ ("shortcuts", "Show the reading order"),
    NC_ ("menu", "Re_ading Order"), ANNALS_MENU_LINKS, "win.reading-order", { "o" },
    ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Shows or hides a strip above the timeline with all passages, placed by the "
                   "time of their events and by where they are in the text: how the text moves "
                   "through history.") },

  { WINDOW, NC_ ("shortcuts", "Go to the next pane"),
    NULL, ANNALS_MENU_NONE, "win.next-pane", { "F6" }, ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Takes the keys to the next part of the window.") },
  { WINDOW, NC_ ("shortcuts", "Go to the previous pane"),
    NULL, ANNALS_MENU_NONE, "win.previous-pane", { "<Shift>F6" }, ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Takes the keys to the previous part of the window.") },
  { WINDOW, NC_ ("shortcuts", "Move the border between panes"),
    NULL, ANNALS_MENU_NONE, NULL, { "F8" }, ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Takes the keys to the border of a pane, which the arrow keys then move.") },
  { WINDOW, NC_ ("shortcuts", "Show the evidence"),
    NC_ ("menu", "_Evidence"), ANNALS_MENU_ASIDE, "win.show-evidence", { "<Alt>1" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Goes to the evidence for the selected event.") },
  { WINDOW, NC_ ("shortcuts", "Show the list of events"),
    NC_ ("menu", "Eve_nts"), ANNALS_MENU_ASIDE, "win.show-events", { "<Alt>2" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Goes to the list of all events.") },
  { WINDOW, NC_ ("shortcuts", "Show the side pane in a small window"),
    NC_ ("menu", "Side _Pane"), ANNALS_MENU_ASIDE, "win.show-aside", { "F9" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Shows or hides evidence and events in a window too small for them.") },
  { WINDOW, NC_ ("shortcuts", "Reader only"),
    NC_ ("menu", "_Reader Only"), ANNALS_MENU_SCREEN, "win.focus-reader", { "<Shift>F11" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Gives the text the whole window, or every pane its place again.") },
  { WINDOW, NC_ ("shortcuts", "Timeline only"),
    NC_ ("menu", "_Timeline Only"), ANNALS_MENU_SCREEN, "win.focus-timeline", { "<Control>F11" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Gives the timeline the whole window, or every pane its place again.") },
  { WINDOW, NC_ ("shortcuts", "Fullscreen"),
    NC_ ("menu", "_Fullscreen"), ANNALS_MENU_SCREEN, "win.fullscreen", { "F11" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Gives the window the whole screen, or leaves it again.") },
  { WINDOW, NC_ ("shortcuts", "Close the window"),
    NULL, ANNALS_MENU_NONE, "window.close", { "<Control>w" }, ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Closes the window.") },

  { GENERAL, NC_ ("shortcuts", "Main menu"),
    NULL, ANNALS_MENU_NONE, NULL, { "F10" }, ANNALS_REACH_UNCLAIMED,
    NC_ ("manual", "Opens the main menu.") },
  { GENERAL, NC_ ("shortcuts", "Preferences"),
    NC_ ("menu", "Pre_ferences"), ANNALS_MENU_HELP, "app.preferences", { "<Control>comma" },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Shows what can be set to one’s liking.") },
  { GENERAL, NC_ ("shortcuts", "Keyboard shortcuts"),
    NC_ ("menu", "_Keyboard Shortcuts"), ANNALS_MENU_HELP, "win.show-help-overlay",
    { "<Control>question", "<Control><Shift>slash" }, ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Lists the keys.") },
  { GENERAL, NC_ ("shortcuts", "Help"),
    NC_ ("menu", "_Help"), ANNALS_MENU_HELP, "app.help", { "F1" }, ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Shows how the program is used.") },
  { GENERAL, NC_ ("shortcuts", "About Annals"),
    NC_ ("menu", "A_bout Annals"), ANNALS_MENU_HELP, "app.about", { NULL },
    ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Shows the version, the licence and where to find more.") },
  { GENERAL, NC_ ("shortcuts", "Quit"),
    NULL, ANNALS_MENU_NONE, "app.quit", { "<Control>q" }, ANNALS_REACH_EVERYWHERE,
    NC_ ("manual", "Closes all windows.") },
};
/* clang-format on */

/* What modifiers and keys are called, where it is not what they are called in the table. */
static const struct
{
  const gchar *key;
  const gchar *label;
} key_labels[] = {
  { "plus", "+" },     { "minus", "−" },  { "equal", "=" },         { "comma", "," },
  { "question", "?" }, { "slash", "/" },  { "Page_Up", "Page Up" }, { "Page_Down", "Page Down" },
  { "Escape", "Esc" }, { "KP_Add", "+" }, { "KP_Subtract", "−" },   { "KP_0", "0" },
};

static const struct
{
  const gchar *modifier;
  const gchar *label;
} modifier_labels[] = {
  { "<Control>", "Ctrl+" },
  { "<Shift>", "Shift+" },
  { "<Alt>", "Alt+" },
};

/* The modifier that @key begins with, or NULL. */
static const gchar *
find_modifier (const gchar *key, gsize *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (modifier_labels); i++)
    if (g_str_has_prefix (key, modifier_labels[i].modifier))
      {
        *length = strlen (modifier_labels[i].modifier);
        return modifier_labels[i].label;
      }

  return NULL;
}

static const gchar *
append_modifiers (GString *label, const gchar *key)
{
  const gchar *modifier = NULL;
  gsize length = 0;

  while ((modifier = find_modifier (key, &length)) != NULL)
    {
      g_string_append (label, modifier);
      key += length;
    }

  return key;
}

/**
 * annals_action_table_get:
 * @n_actions: (out): how many rows
 *
 * Returns: (transfer none) (array length=n_actions): the table, group by group
 */
const AnnalsActionInfo *
annals_action_table_get (guint *n_actions)
{
  *n_actions = G_N_ELEMENTS (table);

  return table;
}

/**
 * annals_action_table_dup_key_label:
 * @key: a key of the table, such as "<Control><Shift>o"
 *
 * Returns: (transfer full): what stands on the keys in English, such as "Ctrl+Shift+O"
 */
gchar *
annals_action_table_dup_key_label (const gchar *key)
{
  g_autoptr (GString) label = g_string_new (NULL);

  g_return_val_if_fail (key != NULL, NULL);

  key = append_modifiers (label, key);
  for (guint i = 0; i < G_N_ELEMENTS (key_labels); i++)
    if (g_str_equal (key, key_labels[i].key))
      return g_strconcat (label->str, key_labels[i].label, NULL);
  if (key[0] != '\0' && key[1] == '\0' && label->len > 0)
    g_string_append_c (label, g_ascii_toupper (key[0]));
  else
    g_string_append (label, key);

  return g_string_free (g_steal_pointer (&label), FALSE);
}
