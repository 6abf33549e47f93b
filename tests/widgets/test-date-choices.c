/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-date-choices.h"
#include "widgets-testing.h"

/* The ways to understand a date: one is chosen, and others hear when it becomes another. */

typedef struct
{
  GtkWidget *window;
  AnnalsDateChoices *choices;
  guint n_chosen;
} Fixture;

static void
chosen_cb (Fixture *fixture)
{
  fixture->n_chosen++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->choices = g_object_new (ANNALS_TYPE_DATE_CHOICES, NULL);
  g_signal_connect_swapped (fixture->choices, "chosen", G_CALLBACK (chosen_cb), fixture);
  fixture->window = widgets_testing_show (GTK_WIDGET (fixture->choices), 400, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  widgets_testing_close (fixture->window);
}

static void
set_typed (Fixture *fixture, const gchar *text)
{
  g_autoptr (AnnalsDateParser) parser = annals_date_parser_new (NULL);
  g_autoptr (GPtrArray) readings = annals_date_parser_parse (parser, text, NULL);

  g_assert_nonnull (readings);
  annals_date_choices_set_readings (fixture->choices, readings);
}

static GtkWidget *
get_choice (Fixture *fixture, guint index)
{
  GtkWidget *choice = gtk_widget_get_first_child (GTK_WIDGET (fixture->choices));

  while (index-- > 0 && choice != NULL)
    choice = gtk_widget_get_next_sibling (choice);
  return choice;
}

static gboolean
is_active (Fixture *fixture, guint index)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (get_choice (fixture, index)));
}

static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  set_typed (fixture, "03/09/2007");
  g_assert_cmpuint (annals_date_choices_get_chosen (fixture->choices), ==, 0);
  g_assert_true (is_active (fixture, 0));
  g_assert_false (is_active (fixture, 1));
  g_assert_null (get_choice (fixture, 2));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_choice (fixture, 1)), TRUE);
  g_assert_cmpuint (annals_date_choices_get_chosen (fixture->choices), ==, 1);
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
  annals_date_choices_choose (fixture->choices, 1);
  annals_date_choices_choose (fixture->choices, 7);
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
  annals_date_choices_choose (fixture->choices, 0);
  g_assert_true (is_active (fixture, 0));
  g_assert_cmpuint (annals_date_choices_get_chosen (fixture->choices), ==, 0);
  g_assert_cmpuint (fixture->n_chosen, ==, 2);
}

/* Others begin with the first, and with one alone there is nothing to choose. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  set_typed (fixture, "03/09/2007");
  annals_date_choices_choose (fixture->choices, 1);
  fixture->n_chosen = 0;
  set_typed (fixture, "04/09/2007");
  g_assert_cmpuint (annals_date_choices_get_chosen (fixture->choices), ==, 0);
  g_assert_true (is_active (fixture, 0));
  annals_date_choices_choose (fixture->choices, 1);
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
  set_typed (fixture, "2007");
  g_assert_cmpuint (annals_date_choices_get_chosen (fixture->choices), ==, 0);
  g_assert_null (get_choice (fixture, 0));
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
}

static void
test_voice (Fixture *fixture, gconstpointer data)
{
  set_typed (fixture, "03/09/2007");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->choices), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->choices),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Which date is meant");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_choice (fixture, 1)),
                                   GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_choice (fixture, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "3 September 2007, day before month");
}

#define ADD(name, test) \
  g_test_add ("/widgets/date-choices/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  widgets_testing_init (&argc, &argv);

  ADD ("chosen", test_chosen);
  ADD ("others", test_others);
  ADD ("voice", test_voice);

  return g_test_run ();
}
