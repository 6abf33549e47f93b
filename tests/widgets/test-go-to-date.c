/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-date-row.h"
#include "annals-go-to-date.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* Going to a date: the timeline shows it with what is around it, and never leaves all events. */

#define WIDTH_PX 1100
#define HEIGHT_PX 420

typedef struct
{
  AnnalsTimelineView *view;
  AnnalsSelection *selection;
  GtkWidget *window;
  GtkWindow *dialog;
  guint n_gone;
} Fixture;

static void
gone_cb (Fixture *fixture)
{
  fixture->n_gone++;
}

static void
closed_cb (gpointer user_data, GObject *dialog)
{
  ((Fixture *) user_data)->dialog = NULL;
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();

  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  fixture->selection = annals_selection_new (document);
  fixture->view = annals_timeline_view_new ();
  annals_timeline_view_set_selection (fixture->view, fixture->selection);
  fixture->window = widgets_testing_show (GTK_WIDGET (fixture->view), WIDTH_PX, HEIGHT_PX);
  fixture->dialog = annals_go_to_date_new (GTK_WINDOW (fixture->window), fixture->view);
  g_signal_connect_swapped (fixture->dialog, "gone", G_CALLBACK (gone_cb), fixture);
  g_object_weak_ref (G_OBJECT (fixture->dialog), closed_cb, fixture);
  gtk_window_present (fixture->dialog);
  widgets_testing_settle (GTK_WIDGET (fixture->dialog));
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (fixture->dialog);
  widgets_testing_close (fixture->window);
  g_assert_finalize_object (fixture->selection);
}

static GtkWidget *
get_part (Fixture *fixture, const gchar *name)
{
  return GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->dialog), ANNALS_TYPE_GO_TO_DATE, name));
}

/* Types a date and presses Enter. */
static void
go (Fixture *fixture, const gchar *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_part (fixture, "row")), text);
  g_assert_true (gtk_window_get_default_widget (fixture->dialog)
                 == get_part (fixture, "go_button"));
  if (gtk_widget_is_sensitive (get_part (fixture, "go_button")))
    g_signal_emit_by_name (get_part (fixture, "go_button"), "clicked");
  widgets_testing_run (100);
}

static const struct
{
  const gchar *edtf;
  const gchar *shown; /* a date of which all has to be seen */
} places[] = {
  { "1973-10-17", "1973-10-17" },
  { "1970/1973~", "1970/1973" },
  { "2001/..", "2001" },
  { "{1951,1960,1997}", "1951/1997" },
  { "1815", "1815" },
  { "2100", "2100" },
};

static void
test_places (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (places[i].edtf, NULL);
      g_autoptr (AnnalsDate) shown = annals_date_new_from_edtf (places[i].shown, NULL);
      AnnalsInstant first;
      AnnalsInstant last;

      g_assert_true (annals_timeline_view_show_date (fixture->view, date));
      widgets_testing_settle (fixture->window);
      annals_timeline_view_get_visible_range (fixture->view, &first, &last);
      g_assert_cmpint (first, <=, annals_span_get_earliest (annals_date_get_span (shown)));
      g_assert_cmpint (last, >=, annals_span_get_latest (annals_date_get_span (shown)));
      g_assert_false (annals_timeline_view_get_shows_all (fixture->view));
    }
}

/* What is near is shown with some room about it and no more. */
static void
test_margin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf ("1970/1973", NULL);
  AnnalsInstant first;
  AnnalsInstant last;

  g_assert_true (annals_timeline_view_show_date (fixture->view, date));
  widgets_testing_settle (fixture->window);
  annals_timeline_view_get_visible_range (fixture->view, &first, &last);
  g_assert_cmpint (first, <, annals_instant_from_date (1969, 1, 1));
  g_assert_cmpint (first, >, annals_instant_from_date (1965, 1, 1));
  g_assert_cmpint (last, >, annals_instant_from_date (1975, 1, 1));
  g_assert_cmpint (last, <, annals_instant_from_date (1979, 1, 1));
}

static void
test_goes (Fixture *fixture, gconstpointer data)
{
  AnnalsInstant first;
  AnnalsInstant last;

  g_assert_false (gtk_widget_is_sensitive (get_part (fixture, "go_button")));
  go (fixture, "1973-10");
  g_assert_cmpuint (fixture->n_gone, ==, 1);
  g_assert_null (fixture->dialog);
  widgets_testing_settle (fixture->window);
  annals_timeline_view_get_visible_range (fixture->view, &first, &last);
  g_assert_cmpint (first, <, annals_instant_from_date (1973, 10, 1));
  g_assert_cmpint (last, >, annals_instant_from_date (1973, 11, 1));
}

static void
test_stays (Fixture *fixture, gconstpointer data)
{
  AnnalsInstant first;
  AnnalsInstant last;
  AnnalsInstant first_after;
  AnnalsInstant last_after;
  GtkRevealer *far = GTK_REVEALER (get_part (fixture, "far_revealer"));

  annals_timeline_view_get_visible_range (fixture->view, &first, &last);
  go (fixture, "nonsense");
  g_assert_nonnull (fixture->dialog);
  g_assert_false (gtk_revealer_get_reveal_child (far));
  go (fixture, "Y-66000000");
  g_assert_nonnull (fixture->dialog);
  g_assert_true (gtk_revealer_get_reveal_child (far));
  g_assert_cmpuint (fixture->n_gone, ==, 0);
  annals_timeline_view_get_visible_range (fixture->view, &first_after, &last_after);
  g_assert_cmpint (first, ==, first_after);
  g_assert_cmpint (last, ==, last_after);

  gtk_editable_set_text (GTK_EDITABLE (get_part (fixture, "row")), "1973");
  g_assert_false (gtk_revealer_get_reveal_child (far));
}

#define ADD(path, function) \
  g_test_add ("/widgets/go-to-date/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);
  ADD ("places", test_places);
  ADD ("margin", test_margin);
  ADD ("goes", test_goes);
  ADD ("stays", test_stays);
  return g_test_run ();
}
