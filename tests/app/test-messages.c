/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-help.h"
#include "annals-messages.h"
#include "windows-testing.h"

/* What is said in passing: a note takes the place of the one before, a failure stays until it is
 * put away or withdrawn. */

#define PATIENCE_S 12

typedef struct
{
  GtkWidget *window;
  GtkWidget *overlay;
  AnnalsMessages *messages;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer is_shown)
{
  fixture->window = gtk_window_new ();
  fixture->overlay = gtk_overlay_new ();
  fixture->messages = ANNALS_MESSAGES (annals_messages_new ());
  gtk_overlay_set_child (GTK_OVERLAY (fixture->overlay), gtk_entry_new ());
  gtk_overlay_add_overlay (GTK_OVERLAY (fixture->overlay), GTK_WIDGET (fixture->messages));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->overlay);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  if (is_shown != NULL)
    gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer is_shown)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Waits until it is said, or no longer; returns how long that took, in seconds. */
static gdouble
wait_for (Fixture *fixture, const gchar *words, gboolean is_said)
{
  gint64 start_us = g_get_monotonic_time ();
  guint id = g_timeout_add (20, tick_cb, NULL);

  while (windows_says (fixture->overlay, words) != is_said)
    {
      if (g_get_monotonic_time () - start_us > PATIENCE_S * G_USEC_PER_SEC)
        g_error ("“%s” is %s.", words, is_said ? "not said" : "still said");
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (id);
  return (gdouble) (g_get_monotonic_time () - start_us) / G_USEC_PER_SEC;
}

/* Three notes in a row are over as soon as one is. */
static void
test_notes (Fixture *fixture, gconstpointer is_shown)
{
  annals_messages_note (fixture->messages, "One & two");
  if (is_shown != NULL)
    wait_for (fixture, "One & two", TRUE);
  annals_messages_note (fixture->messages, "Three");
  annals_messages_offer (fixture->messages, "Four", "Undo", "win.none", NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_cmpfloat (wait_for (fixture, "Four", TRUE), <, 3.0);
  wait_for (fixture, "One & two", FALSE);
  g_assert_true (windows_says (fixture->overlay, "Undo"));
  g_assert_cmpfloat (wait_for (fixture, "Four", FALSE), >, 3.0);
  g_assert_false (windows_says (fixture->overlay, "One & two"));
  g_assert_false (windows_says (fixture->overlay, "Three"));
}

/* A note comes before a failure and goes; the failure, said twice, is there once until it is taken
 * back. */
static void
test_failures (Fixture *fixture, gconstpointer is_shown)
{
  annals_messages_fail (fixture->messages, "Not Saved", "The disk is full.");
  wait_for (fixture, "The disk is full.", TRUE);
  annals_messages_fail (fixture->messages, "Not Saved", "The disk is full.");
  annals_messages_fail (fixture->messages, "Not Printed", "There is no paper.");
  annals_messages_note (fixture->messages, "Copied");
  g_assert_cmpfloat (wait_for (fixture, "Copied", TRUE), <, 3.0);
  wait_for (fixture, "Copied", FALSE);
  wait_for (fixture, "There is no paper.", TRUE);
  annals_messages_withdraw (fixture->messages, "Not Printed");
  wait_for (fixture, "There is no paper.", FALSE);
  wait_for (fixture, "The disk is full.", TRUE);
  annals_messages_withdraw (fixture->messages, "Not Saved");
  wait_for (fixture, "The disk is full.", FALSE);
}

static gboolean
find_button (GtkWidget *widget, const gchar *icon, GtkWidget **found)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0)
    *found = widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && *found == NULL;
       child = gtk_widget_get_next_sibling (child))
    find_button (child, icon, found);
  return *found != NULL;
}

/* What is put away by the keys leaves them with what is there. */
static void
test_put_away (Fixture *fixture, gconstpointer is_shown)
{
  GtkWidget *close = NULL;
  GtkWidget *focus = NULL;

  annals_messages_fail (fixture->messages, "Not Saved", "The disk is full.");
  wait_for (fixture, "The disk is full.", TRUE);
  g_assert_true (find_button (fixture->overlay, "window-close-symbolic", &close));
  g_assert_true (gtk_widget_grab_focus (close));
  g_signal_emit_by_name (close, "clicked");
  wait_for (fixture, "The disk is full.", FALSE);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (
      gtk_widget_is_ancestor (focus, gtk_overlay_get_child (GTK_OVERLAY (fixture->overlay))));
}

/* Where the manual cannot be shown, it is said where it is. */
static void
test_manual (void)
{
  g_autoptr (GFile) manual = g_file_new_for_path ("/usr/share/doc/annals/manual.html");
  g_autofree gchar *way = annals_help_dup_way (manual);

  g_assert_nonnull (strstr (way, "/usr/share/doc/annals/manual.html"));
  g_assert_nonnull (strstr (way, "man annals"));
}

int
main (int argc, char *argv[])
{
  gboolean shown = TRUE;

  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/app/messages/notes", Fixture, &shown, set_up, test_notes, tear_down);
  g_test_add ("/app/messages/notes/early", Fixture, NULL, set_up, test_notes, tear_down);
  g_test_add ("/app/messages/failures", Fixture, &shown, set_up, test_failures, tear_down);
  g_test_add ("/app/messages/put-away", Fixture, &shown, set_up, test_put_away, tear_down);
  g_test_add_func ("/app/messages/manual", test_manual);

  return g_test_run ();
}
