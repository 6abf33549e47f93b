/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-reader.h"
#include "annals-reading-view.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* A passage that is selected ends in sight, however little of the page is laid out by then. */

#define N_PARAGRAPHS 2000
#define PATIENCE_MS 60000

typedef struct
{
  AnnalsDocument *document;
  AnnalsSelection *selection;
  AnnalsReader *reader;
  GtkTextView *page;
  GtkAdjustment *adjustment;
  GtkWidget *window;
} Fixture;

/* Event i rests on the first words of paragraph i * 100. */
static AnnalsDocument *
create_document (guint n_phrases)
{
  AnnalsDocument *document = sample_document_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (AnnalsText) text = NULL;
  AnnalsText *texts[2] = { NULL, NULL };
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      gint64 start = (gint64) words->len;

      g_array_append_val (starts, start);
      g_string_append_printf (words, "Paragraph number %u begins with words of its own and", i);
      for (guint k = 0; k < n_phrases + i * 7 % 20; k++)
        g_string_append (words, " goes on for a while");
      g_string_append (words, ".\n\n");
    }
  text = annals_text_new (words->str, -1);
  texts[ANNALS_WHERE_TEXT] = text;
  for (guint i = 0; i < N_PARAGRAPHS / 100; i++)
    {
      gint64 start = g_array_index (starts, gint64, i * 100);
      TestingPassage passage = { ANNALS_WHERE_TEXT, start, start + 40 };
      g_autofree gchar *id = g_strdup_printf ("e%u", i);

      widgets_testing_add_event (document, id, "1950", texts, &passage, 1);
    }
  g_array_unref (starts);
  annals_document_set_text (document, text, NULL, 0);
  return document;
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->document = create_document (10);
  fixture->selection = annals_selection_new (fixture->document);
  fixture->reader = ANNALS_READER (annals_reader_new ());
  fixture->page = GTK_TEXT_VIEW (annals_reader_get_page (fixture->reader));
  fixture->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (
      gtk_widget_get_ancestor (GTK_WIDGET (fixture->page), GTK_TYPE_SCROLLED_WINDOW)));
  /* It comes to rest before there is a page to lay out. */
  fixture->window = widgets_testing_show (GTK_WIDGET (fixture->reader), 700, 500);
  annals_reader_set_selection (fixture->reader, fixture->selection);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  annals_reader_set_selection (fixture->reader, NULL);
  widgets_testing_close (fixture->window);
  g_object_unref (fixture->selection);
  g_object_unref (fixture->document);
}

static gint64
get_start (Fixture *fixture, guint event)
{
  return annals_document_get_event (fixture->document, event)->passages[0].place.start;
}

static gboolean
is_in_sight (Fixture *fixture, guint event)
{
  GtkTextIter iter;
  GdkRectangle box;
  GdkRectangle visible;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (fixture->page), &iter,
                                      (gint) get_start (fixture, event));
  gtk_text_view_get_iter_location (fixture->page, &iter, &box);
  gtk_text_view_get_visible_rect (fixture->page, &visible);
  return box.y >= visible.y && box.y + box.height <= visible.y + visible.height;
}

/* Until the page has been laid out to its end. */
static void
settle (Fixture *fixture)
{
  gdouble upper;
  guint time_ms = 0;

  do
    {
      upper = gtk_adjustment_get_upper (fixture->adjustment);
      widgets_testing_run (2000);
      time_ms += 2000;
    }
  while (upper != gtk_adjustment_get_upper (fixture->adjustment) && time_ms < PATIENCE_MS);
}

static void
count_jumps_cb (GtkAdjustment *adjustment, guint *n_jumps)
{
  (*n_jumps)++;
}

/* At once, after a moment, and while the one before is still being gone to. */
static void
test_selected (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    guint events[3];
    guint waits_ms[3];
  } cases[] = {
    { { 15, 15, 15 }, { 0, 0, 0 } },
    { { 2, 2, 19 }, { 30, 0, 0 } },
    { { 10, 3, 17 }, { 5, 60, 0 } },
    { { 19, 1, 9 }, { 200, 200, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsSelection *selection = annals_selection_new (fixture->document);

      /* The page is set anew. */
      annals_reader_set_selection (fixture->reader, selection);
      widgets_testing_run (i * 40);
      for (guint k = 0; k < 3; k++)
        {
          annals_selection_select (selection, (gint) cases[i].events[k], -1);
          widgets_testing_run (cases[i].waits_ms[k]);
        }
      settle (fixture);
      g_assert_true (is_in_sight (fixture, cases[i].events[2]));
      g_object_unref (selection);
    }
}

/* Once it is in sight and the page is laid out, nothing moves any more. */
static void
test_rests (Fixture *fixture, gconstpointer user_data)
{
  guint n_jumps = 0;

  annals_selection_select (fixture->selection, 12, -1);
  settle (fixture);
  g_assert_true (is_in_sight (fixture, 12));
  g_signal_connect (fixture->adjustment, "value-changed", G_CALLBACK (count_jumps_cb), &n_jumps);
  widgets_testing_run (2000);
  g_assert_cmpuint (n_jumps, ==, 0);
  /* Somebody scrolls away and is not taken back. */
  gtk_adjustment_set_value (fixture->adjustment, 0.0);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 500);
  settle (fixture);
  g_assert_false (is_in_sight (fixture, 12));
  g_signal_handlers_disconnect_by_data (fixture->adjustment, &n_jumps);
}

/* Of a text of some megabytes, not all is on the page at once. */
static void
test_long (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (AnnalsDocument) document = create_document (150);
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  AnnalsReadingView *page = annals_reader_get_page (fixture->reader);
  gint n_chars = (gint) annals_text_get_n_chars (
      annals_document_get_text (document, ANNALS_WHERE_TEXT));
  guint time_ms = 0;

  annals_reader_set_selection (fixture->reader, selection);
  g_assert_false (annals_reading_view_is_filled (page));
  annals_selection_select (selection, 19, -1);
  while (!annals_reading_view_is_filled (page) && time_ms < PATIENCE_MS)
    {
      widgets_testing_run (50);
      time_ms += 50;
    }
  g_assert_cmpint (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (fixture->page)), ==,
                   n_chars);
  /* Where it is found, it is looked after as any other. */
  widgets_testing_run (3000);
  g_set_object (&fixture->document, document);
  g_assert_true (is_in_sight (fixture, 19));
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  g_test_add ("/widgets/reader-aim/selected", Fixture, NULL, set_up, test_selected, tear_down);
  g_test_add ("/widgets/reader-aim/rests", Fixture, NULL, set_up, test_rests, tear_down);

  g_test_add ("/widgets/reader-aim/long", Fixture, NULL, set_up, test_long, tear_down);

  return g_test_run ();
}
