/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "annals-letters.h"
#include "annals-names.h"
#include "annals-words.h"

/* What screen readers call things that do not show their names. */

#define BRIEF_LETTERS 100

/**
 * annals_names_dup_brief:
 * @label: the name of an event or a lane
 *
 * Names come from documents, and a tooltip that is higher than the screen shows nothing at all.
 *
 * Returns: (transfer full): so much of the name as a tooltip can hold
 */
gchar *
annals_names_dup_brief (const gchar *label)
{
  return annals_letters_dup_brief (label, BRIEF_LETTERS);
}

/**
 * annals_names_dup_passages:
 * @event: an event
 * @where: which text is shown
 *
 * Returns: (transfer full): how many passages of that text the event has, in words
 */
gchar *
annals_names_dup_passages (const AnnalsEvent *event, AnnalsWhere where)
{
  guint n_passages = annals_event_count_passages (event, where);

  /* Translators: how many passages of the text support an event. */
  return annals_words_dup_counts (ngettext ("%s passage", "%s passages", n_passages), &n_passages,
                                  1);
}

/**
 * annals_names_dup_event:
 * @event: an event
 * @where: which text is shown
 *
 * Returns: (transfer full): how an event is read out: its name, date, status and number of passages
 *   in that text
 */
gchar *
annals_names_dup_event (const AnnalsEvent *event, AnnalsWhere where)
{
  g_autofree gchar *words = NULL;
  g_autofree gchar *passages = NULL;

  g_return_val_if_fail (event != NULL, NULL);

  words = annals_event_dup_words (event, ANNALS_WORDS_LONG);
  passages = annals_names_dup_passages (event, where);

  /* Translators: how an event on the timeline is read out: %1$s is its name, %2$s its date, %3$s
   * its status ("planned"), %4$s how many passages it has ("2 passages"). */
  return g_strdup_printf (C_ ("accessible", "%1$s, %2$s, %3$s, %4$s"), event->label, words,
                          annals_status_get_name (event->status), passages);
}

/**
 * annals_names_dup_record:
 * @event: an event
 *
 * Returns: (transfer full) (nullable): the date on record, when the text gives another one; the
 *   timeline draws both
 */
gchar *
annals_names_dup_record (const AnnalsEvent *event)
{
  g_autofree gchar *words = NULL;

  g_return_val_if_fail (event != NULL, NULL);

  if (event->cited == NULL || event->record == NULL
      || g_str_equal (annals_date_get_edtf (event->cited), annals_date_get_edtf (event->record)))
    return NULL;
  words = annals_date_dup_words (event->record, ANNALS_WORDS_LONG);
  /* Translators: the date that history books give, where the text gives another; in a tooltip, and
   * read out. */
  return g_strdup_printf (C_ ("timeline", "On record: %s"), words);
}

/**
 * annals_names_set:
 * @widget: a widget
 * @name: (nullable): its name in the language of the user; %NULL to take back what it was given
 *
 * Says what screen readers call a widget.
 */
void
annals_names_set (GtkWidget *widget, const gchar *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/**
 * annals_names_set_inner:
 * @widget: a widget of a library, made of others
 * @type: what the inner ones are
 * @name: (nullable): their name
 *
 * Names the widgets of a type within another one, which its library has left nameless.
 */
void
annals_names_set_inner (GtkWidget *widget, GType type, const gchar *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_type_is_a (G_OBJECT_TYPE (child), type))
      annals_names_set (child, name);
    else
      annals_names_set_inner (child, type, name);
}

/* The words of a label without the mark of its mnemonic. */
static gchar *
dup_plain (const gchar *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("", parts);
}

/**
 * annals_names_set_plain:
 * @widget: a widget
 * @label: its label, with the mark of a mnemonic
 *
 * Names a widget whose library would have the mark read out as well.
 */
void
annals_names_set_plain (GtkWidget *widget, const gchar *label)
{
  g_autofree gchar *name = NULL;

  g_return_if_fail (label != NULL);

  name = dup_plain (label);
  annals_names_set (widget, name);
}

/**
 * annals_names_set_row:
 * @row: an #AdwPreferencesRow
 *
 * Names a row, and the list and the switch within it, after its title. Rows that are not made by
 * their library for one control have no name.
 */
void
annals_names_set_row (GtkWidget *row)
{
  g_autofree gchar *name = NULL;

  g_return_if_fail (ADW_IS_PREFERENCES_ROW (row));

  name = dup_plain (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  annals_names_set (row, name);
  annals_names_set_inner (row, GTK_TYPE_LIST_BOX, name);
  annals_names_set_inner (row, GTK_TYPE_SWITCH, name);
}
