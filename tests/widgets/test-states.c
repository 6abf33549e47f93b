/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-reader.h"
#include "annals-states.h"
#include "annals-timeline-view.h"
#include "annals-welcome.h"
#include "widgets-testing.h"

/* What is said where there is nothing to show, and how the page is set: every lack by table. */

typedef struct
{
  const gchar *text; /* (nullable) */
  const gchar *source;
  const gchar *source_name;
  const gchar *dates[2]; /* of events; "" for one without */
  AnnalsReaderState state;
  const gchar *reader;   /* (nullable): words that are said */
  const gchar *timeline; /* (nullable) */
} Case;

static const Case cases[] = {
  { "A text.", NULL, NULL, { "1901" }, ANNALS_READER_TEXT, NULL, NULL },
  { "A text.", NULL, NULL, { NULL }, ANNALS_READER_TEXT, NULL, "comes without events" },
  { "A text.", NULL, NULL, { "" }, ANNALS_READER_TEXT, NULL, "The only event has no date" },
  { "A text.", NULL, NULL, { "", "" }, ANNALS_READER_TEXT, NULL, "None of the 2 events" },
  { "A text.", NULL, NULL, { "", "1901" }, ANNALS_READER_TEXT, NULL, NULL },
  { NULL, "A text.", "a.txt", { "1901" }, ANNALS_READER_TEXT, NULL, NULL },
  { NULL, NULL, "a & b.txt", { "1901" }, ANNALS_READER_SOURCE_ELSEWHERE, "“a & b.txt”", NULL },
  { NULL, NULL, NULL, { "1901" }, ANNALS_READER_NO_TEXT, "has no text", NULL },
  { NULL, NULL, NULL, { NULL }, ANNALS_READER_EMPTY, "nothing to read", "without events" },
  { NULL, "", NULL, { NULL }, ANNALS_READER_EMPTY, "nothing to read", "without events" },
};

static AnnalsDocument *
create_document (const Case *one)
{
  AnnalsDocument *document = annals_document_new ();
  AnnalsDocumentInfo info = { .source_name = g_strdup (one->source_name), .source_n_chars = -1 };
  AnnalsText *const no_texts[2] = { NULL, NULL };

  annals_document_take_info (document, &info);
  annals_document_add_lane (document, "all", "All", 0);
  for (guint i = 0; i < G_N_ELEMENTS (one->dates) && one->dates[i] != NULL; i++)
    widgets_testing_add_event (document, i == 0 ? "one" : "two",
                               *one->dates[i] != '\0' ? one->dates[i] : NULL, no_texts, NULL, 0);
  if (one->text != NULL)
    {
      g_autoptr (AnnalsText) text = annals_text_new (one->text, -1);

      annals_document_set_text (document, text, NULL, 0);
    }
  if (one->source != NULL)
    {
      g_autoptr (AnnalsText) source = annals_text_new (one->source, -1);

      annals_document_set_source (document, source, NULL);
    }
  return document;
}

static void
assert_words (const gchar *words, const gchar *expected)
{
  if (expected == NULL)
    g_assert_null (words);
  else
    {
      g_assert_nonnull (words);
      g_assert_nonnull (strstr (words, expected));
    }
}

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDocument) document = create_document (&cases[i]);
      AnnalsReaderState state = annals_states_get_reader (document);
      g_autofree gchar *reader = annals_states_dup_reader_words (document, state);
      g_autofree gchar *timeline = annals_states_dup_timeline_words (document);

      g_test_message ("case %u", i);
      g_assert_cmpint (state, ==, cases[i].state);
      assert_words (reader, cases[i].reader);
      assert_words (annals_states_get_reader_title (state), cases[i].reader != NULL ? "" : NULL);
      assert_words (timeline, cases[i].timeline);
    }
}

static GtkWidget *
find_label (GtkWidget *widget, const gchar *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, words);
  return found;
}

static void
assert_shown (GtkWidget *widget, const gchar *words)
{
  if (words != NULL)
    g_assert_nonnull (find_label (widget, words));
}

/* Documents of all kinds go through the same panes, so that nothing of one is left in the next. */
static void
test_panes (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  AnnalsReader *reader = ANNALS_READER (annals_reader_new ());
  AnnalsTimelineView *timeline = annals_timeline_view_new ();
  GtkWidget *page = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (reader), ANNALS_TYPE_READER, "page"));
  GtkWidget *button = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (reader), ANNALS_TYPE_READER, "no_text_button"));
  GtkWidget *window;

  gtk_widget_set_vexpand (GTK_WIDGET (reader), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (reader));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (timeline));
  window = widgets_testing_show (box, 900, 700);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDocument) document = create_document (&cases[i]);
      g_autoptr (AnnalsSelection) selection = annals_selection_new (document);

      g_test_message ("case %u", i);
      annals_reader_set_selection (reader, selection);
      annals_timeline_view_set_selection (timeline, selection);
      widgets_testing_settle (window);
      assert_shown (GTK_WIDGET (reader), cases[i].reader);
      assert_shown (GTK_WIDGET (timeline), cases[i].timeline);
      g_assert_cmpint (gtk_widget_get_mapped (page), ==, cases[i].state == ANNALS_READER_TEXT);
      g_assert_cmpint (gtk_widget_get_mapped (button), ==,
                       cases[i].state == ANNALS_READER_SOURCE_ELSEWHERE);
      if (cases[i].timeline == NULL)
        g_assert_null (find_label (GTK_WIDGET (timeline), "event"));
    }
  widgets_testing_close (window);
}

static guint
count_buttons (GtkWidget *widget, const gchar *const *actions)
{
  guint n_buttons = 0;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget))
    n_buttons += g_strv_contains (actions,
                                  gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_buttons += count_buttons (child, actions);
  return n_buttons;
}

/* The page of an empty window offers three ways to begin, in a small window too. */
static void
test_welcome (void)
{
  static const gchar *const actions[] = { "win.open", "win.paste", "win.open-bundled", NULL };
  GtkWidget *welcome = annals_welcome_new ();
  GtkWidget *window = widgets_testing_show (welcome, 900, 700);

  g_assert_cmpuint (count_buttons (welcome, actions), ==, 3);
  widgets_testing_resize (window, 380, 400);
  g_assert_cmpuint (count_buttons (welcome, actions), ==, 3);
  widgets_testing_close (window);
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  g_test_add_func ("/widgets/states/words", test_words);
  g_test_add_func ("/widgets/states/panes", test_panes);
  g_test_add_func ("/widgets/states/welcome", test_welcome);

  return g_test_run ();
}
