/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-hints.h"
#include "widgets-testing.h"

/* The hints of the first start: which are seen, that each goes when it is done with, and that there
 * is always one where there is no room for all. */

typedef struct
{
  AnnalsHints *hints;
  GtkWidget *window;
  gint dismissed;
} Fixture;

static void
dismissed_cb (AnnalsHints *hints, gint hint, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->dismissed = hint;
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->hints = ANNALS_HINTS (annals_hints_new ());
  fixture->dismissed = -1;
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->hints));
  g_signal_connect (fixture->hints, "dismissed", G_CALLBACK (dismissed_cb), fixture);
  fixture->window = widgets_testing_show (box, 1280, 120);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  widgets_testing_close (fixture->window);
}

static GtkWidget *
get_chip (Fixture *fixture, AnnalsHint hint)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (fixture->hints));

  for (guint i = 0; i < (guint) hint; i++)
    chip = gtk_widget_get_next_sibling (chip);
  return chip;
}

/* Which are seen, one bit each. */
static guint
get_seen (Fixture *fixture)
{
  guint seen = 0;

  widgets_testing_settle (fixture->window);
  for (guint i = 0; i < ANNALS_N_HINTS; i++)
    if (gtk_widget_get_mapped (get_chip (fixture, i)))
      seen |= 1u << i;
  return seen;
}

static void
set_pending (Fixture *fixture, guint pending)
{
  for (guint i = 0; i < ANNALS_N_HINTS; i++)
    annals_hints_set_pending (fixture->hints, i, pending & (1u << i));
}

static void
test_seen (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    guint pending;
    gboolean active;
    gint width_px;
    guint seen;
  } cases[] = {
    { 7, FALSE, 1280, 0 }, { 7, TRUE, 1280, 7 }, { 6, TRUE, 1280, 6 }, { 5, TRUE, 1280, 5 },
    { 1, TRUE, 1280, 1 },  { 0, TRUE, 1280, 0 }, { 7, TRUE, 420, 1 },  { 6, TRUE, 420, 2 },
    { 4, TRUE, 420, 4 },   { 0, TRUE, 420, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      annals_hints_set_active (fixture->hints, cases[i].active);
      set_pending (fixture, cases[i].pending);
      if (gtk_widget_get_width (fixture->window) != cases[i].width_px)
        widgets_testing_resize (fixture->window, cases[i].width_px, 120);
      g_assert_cmpuint (get_seen (fixture), ==, cases[i].seen);
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (fixture->hints)), ==,
                       cases[i].seen != 0);
    }
}

static void
test_dismissed (Fixture *fixture, gconstpointer user_data)
{
  annals_hints_set_active (fixture->hints, TRUE);
  set_pending (fixture, 7);
  for (guint i = 0; i < ANNALS_N_HINTS; i++)
    {
      GtkWidget *button = gtk_widget_get_last_child (get_chip (fixture, i));

      g_assert_true (GTK_IS_BUTTON (button));
      g_signal_emit_by_name (button, "clicked");
      g_assert_cmpint (fixture->dismissed, ==, i);
    }
  gtk_test_accessible_assert_property (
      gtk_widget_get_last_child (get_chip (fixture, ANNALS_HINT_OPEN)),
      GTK_ACCESSIBLE_PROPERTY_LABEL, "Dismiss the hint “Open a Text of Your Own…”");
}

/* The words keep to what the wheel does. */
static void
test_wheel (Fixture *fixture, gconstpointer user_data)
{
  GtkWidget *label = gtk_widget_get_first_child (get_chip (fixture, ANNALS_HINT_ZOOM));

  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), "Ctrl"));
  annals_hints_set_wheel_zooms (fixture->hints, TRUE);
  g_assert_null (strstr (gtk_label_get_label (GTK_LABEL (label)), "Ctrl"));
  annals_hints_set_wheel_zooms (fixture->hints, FALSE);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), "Ctrl"));
}

static void
test_names (void)
{
  static const gchar *const names[ANNALS_N_HINTS] = { "mark", "zoom", "open" };

  for (guint i = 0; i < ANNALS_N_HINTS; i++)
    g_assert_cmpstr (annals_hint_get_name (i), ==, names[i]);
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  g_test_add ("/widgets/hints/seen", Fixture, NULL, set_up, test_seen, tear_down);
  g_test_add ("/widgets/hints/dismissed", Fixture, NULL, set_up, test_dismissed, tear_down);
  g_test_add ("/widgets/hints/wheel", Fixture, NULL, set_up, test_wheel, tear_down);
  g_test_add_func ("/widgets/hints/names", test_names);

  return g_test_run ();
}
