/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-date-choices.h"
#include "annals-names.h"

/* The ways to understand a date that was typed, as radio buttons. */

#define MAX_CHOICES 6

struct _AnnalsDateChoices
{
  GtkBox parent_instance;

  guint chosen;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AnnalsDateChoices, annals_date_choices, GTK_TYPE_BOX)

static guint chosen_signal;

static void
toggled_cb (AnnalsDateChoices *self, GtkCheckButton *choice)
{
  guint index = 0;

  if (self->filling || !gtk_check_button_get_active (choice))
    return;
  for (GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (choice)); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    index++;
  if (index == self->chosen)
    return;
  self->chosen = index;
  g_signal_emit (self, chosen_signal, 0);
}

static GtkWidget *
create_choice_label (const AnnalsDateReading *reading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree gchar *words = annals_date_dup_words (reading->date, ANNALS_WORDS_LONG);
  const gchar *lines[] = { words, reading->reason };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkWidget *label = NULL;

      if (lines[i] == NULL)
        continue;
      label = gtk_label_new (lines[i]);
      gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      if (i > 0)
        gtk_widget_add_css_class (label, "caption");
      if (i > 0)
        gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static void
add_choice (AnnalsDateChoices *self, const AnnalsDateReading *reading)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkWidget *choice = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  g_autofree gchar *name = annals_date_choices_dup_name (reading);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (choice), create_choice_label (reading));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), GTK_CHECK_BUTTON (first));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), first == NULL);
  annals_names_set (choice, name);
  g_signal_connect_swapped (choice, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self), choice);
}

/* The arrows walk the choices; without this they would walk the rows of the list. */
static gboolean
arrow_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AnnalsDateChoices *self = user_data;
  gboolean forward = g_variant_get_boolean (arguments);
  GtkWidget *choice = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GtkWidget *next = NULL;

  if (choice == NULL)
    return FALSE;
  next = forward ? gtk_widget_get_next_sibling (choice) : gtk_widget_get_prev_sibling (choice);
  if (next == NULL)
    return FALSE;
  gtk_widget_grab_focus (next);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (next), TRUE);
  return TRUE;
}

static void
add_arrows (AnnalsDateChoices *self)
{
  static const struct
  {
    guint keyval;
    gboolean forward;
  } arrows[] = { { GDK_KEY_Down, TRUE }, { GDK_KEY_Up, FALSE } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (arrows[i].keyval, 0),
                                                gtk_callback_action_new (arrow_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (arrows[i].forward));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
annals_date_choices_class_init (AnnalsDateChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/annals_app/Annals/ui/annals-date-choices.ui");
}

static void
annals_date_choices_init (AnnalsDateChoices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_arrows (self);
}

/**
 * annals_date_choices_set_readings:
 * @self: the choices
 * @readings: (element-type AnnalsDateReading): the ways to understand what was typed, the likeliest
 *   first; one alone leaves nothing to choose
 *
 * Shows these, of which the first is chosen.
 */
void
annals_date_choices_set_readings (AnnalsDateChoices *self, GPtrArray *readings)
{
  GtkWidget *choice = NULL;

  g_return_if_fail (ANNALS_IS_DATE_CHOICES (self));

  self->filling = TRUE;
  while ((choice = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), choice);
  for (guint i = 0; i < MIN (readings->len, MAX_CHOICES) && readings->len > 1; i++)
    add_choice (self, g_ptr_array_index (readings, i));
  self->chosen = 0;
  self->filling = FALSE;
}

/**
 * annals_date_choices_get_chosen:
 * @self: the choices
 *
 * Returns: which reading is chosen
 */
guint
annals_date_choices_get_chosen (AnnalsDateChoices *self)
{
  g_return_val_if_fail (ANNALS_IS_DATE_CHOICES (self), 0);

  return self->chosen;
}

/**
 * annals_date_choices_choose:
 * @self: the choices
 * @reading: which reading, the likeliest being 0
 *
 * Takes a reading, as a click on it does. One that is not shown cannot be taken.
 */
void
annals_date_choices_choose (AnnalsDateChoices *self, guint reading)
{
  GtkWidget *choice = NULL;

  g_return_if_fail (ANNALS_IS_DATE_CHOICES (self));

  choice = gtk_widget_get_first_child (GTK_WIDGET (self));
  while (reading-- > 0 && choice != NULL)
    choice = gtk_widget_get_next_sibling (choice);
  if (choice != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
}

/**
 * annals_date_choices_dup_name:
 * @reading: a way to understand a date that was typed
 *
 * Returns: (transfer full): the date in words, and why it is this one
 */
gchar *
annals_date_choices_dup_name (const AnnalsDateReading *reading)
{
  g_autofree gchar *words = annals_date_dup_words (reading->date, ANNALS_WORDS_LONG);

  if (reading->reason == NULL && reading->calendar == ANNALS_CALENDAR_GREGORIAN)
    return g_steal_pointer (&words);
  /* Translators: one way to understand a date that was typed: %1$s is the date ("3 September
   * 2007"), %2$s why ("day before month", or the calendar). */
  return g_strdup_printf (C_ ("date entry", "%1$s, %2$s"), words,
                          reading->reason != NULL ? reading->reason
                                                  : annals_calendar_get_name (reading->calendar));
}
