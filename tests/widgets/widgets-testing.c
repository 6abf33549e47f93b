/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "annals-ui.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* What the tests of widgets share: documents with passages wherever a test wants them, and a window
 * that is waited for until it rests. */

#define QUIET_MS 250
#define PATIENCE_S 20

/**
 * widgets_testing_new_text:
 * @word: how each word begins, two letters
 * @n_words: how many, at most 1000
 *
 * Returns: (transfer full): a text of numbered words; word i stands at offsets 6i to 6i + 5
 */
AnnalsText *
widgets_testing_new_text (const gchar *word, guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%03u ", word, i);
  return annals_text_new_take (g_string_free (text, FALSE));
}

/**
 * widgets_testing_add_event:
 * @document: a document whose texts are not set yet
 * @id: the event's id and label
 * @cited: (nullable): EDTF
 * @texts: the document's texts to be, by #AnnalsWhere
 * @passages: the event's passages
 * @n_passages: how many
 *
 * Returns: the event's index
 */
guint
widgets_testing_add_event (AnnalsDocument *document,
                           const gchar *id,
                           const gchar *cited,
                           AnnalsText *const texts[2],
                           const TestingPassage *passages,
                           guint n_passages)
{
  AnnalsEvent event = { .id = g_strdup (id), .label = g_strdup (id) };

  if (cited != NULL)
    {
      event.cited = annals_date_new_from_edtf (cited, NULL);
      g_assert_nonnull (event.cited);
    }
  for (guint i = 0; i < n_passages; i++)
    {
      AnnalsPassage passage = { .where = passages[i].where,
                                .anchor = ANNALS_ANCHOR_INIT,
                                .place = ANNALS_PLACE_INIT };

      annals_anchor_init_from_text (&passage.anchor, texts[passages[i].where], passages[i].start,
                                    passages[i].end);
      annals_event_take_passage (&event, &passage);
    }
  return annals_document_take_event (document, &event);
}

/**
 * widgets_testing_init:
 * @argc: (inout): arguments of main()
 * @argv: (inout): arguments of main()
 *
 * Makes widgets possible. To be called first.
 */
void
widgets_testing_init (gint *argc, gchar ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  annals_ui_init ();
}

static gboolean
stop_cb (gpointer user_data)
{
  gboolean *stopped = user_data;

  *stopped = TRUE;
  return G_SOURCE_REMOVE;
}

/**
 * widgets_testing_run:
 * @time_ms: for how long
 *
 * Lets the program run.
 */
void
widgets_testing_run (guint time_ms)
{
  gboolean stopped = FALSE;

  /* After whatever is due: on a busy machine the time is over before the first frame. */
  g_timeout_add_full (G_PRIORITY_LOW, time_ms, stop_cb, &stopped, NULL);
  while (!stopped)
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (guint *n_frames)
{
  *n_frames += 1;
}

/**
 * widgets_testing_count_frames:
 * @window: a window that is mapped
 * @time_ms: for how long
 *
 * Lets the program run and counts what it paints.
 *
 * Returns: how many frames the window went through
 */
guint
widgets_testing_count_frames (GtkWidget *window, guint time_ms)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_frames = 0;
  gulong handler;

  g_assert_nonnull (clock);
  handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (count_cb), &n_frames);
  widgets_testing_run (time_ms);
  g_signal_handler_disconnect (clock, handler);
  return n_frames;
}

/**
 * widgets_testing_settle:
 * @window: a window that is mapped
 *
 * Waits until nothing is painted any more, which has to come.
 */
void
widgets_testing_settle (GtkWidget *window)
{
  gint64 until_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (widgets_testing_count_frames (window, QUIET_MS) > 0)
    if (g_get_monotonic_time () > until_us)
      g_error ("The window does not come to rest within %d s.", PATIENCE_S);
}

/**
 * widgets_testing_show:
 * @child: (transfer floating): a widget
 * @width_px: the window's width
 * @height_px: its height
 *
 * Returns: (transfer none): a window that shows @child and has come to rest
 */
GtkWidget *
widgets_testing_show (GtkWidget *child, gint width_px, gint height_px)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width_px, height_px);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  widgets_testing_settle (window);
  g_assert_true (gtk_widget_get_mapped (child));
  return window;
}

/**
 * widgets_testing_resize:
 * @window: a window that is mapped
 * @width_px: its new width
 * @height_px: its new height
 *
 * Gives a window another size and waits until it rests.
 */
void
widgets_testing_resize (GtkWidget *window, gint width_px, gint height_px)
{
  gint64 until_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  gtk_window_set_default_size (GTK_WINDOW (window), width_px, height_px);
  while (gtk_widget_get_width (window) != width_px && g_get_monotonic_time () < until_us)
    widgets_testing_run (10);
  widgets_testing_settle (window);
  g_assert_cmpint (gtk_widget_get_width (window), ==, width_px);
}

/**
 * widgets_testing_close:
 * @window: a window
 *
 * Destroys a window and what it shows.
 */
void
widgets_testing_close (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * widgets_testing_count_widgets:
 * @widget: a widget
 * @type: a type of widgets
 *
 * Returns: how many widgets of that type there are in @widget, itself included
 */
guint
widgets_testing_count_widgets (GtkWidget *widget, GType type)
{
  guint n_widgets = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_widgets += widgets_testing_count_widgets (child, type);
  return n_widgets;
}
