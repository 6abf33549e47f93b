/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-evidence-pane.h"
#include "annals-long-words.h"
#include "annals-passage-card.h"
#include "annals-standings.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* What the evidence pane says of an event: what, when as cited and on record, why, and in which
 * words; and how it says how the passages of a text stand. */

#define KEPT "The oil crises of the early seventies shook the world."
#define OTHER "A government that hesitates will be asked for its reasons."

typedef struct
{
  AnnalsDocument *document;
  AnnalsSelection *selection;
  GtkWidget *pane;
  GtkWidget *window;
} Fixture;

static AnnalsDate *
parse (const gchar *edtf)
{
  AnnalsDate *date = annals_date_new_from_edtf (edtf, NULL);

  g_assert_nonnull (date);
  return date;
}

static void
take_passage (AnnalsEvent *event, AnnalsText *text, AnnalsWhere where, gint64 start, gint64 end)
{
  AnnalsPassage passage
      = { .where = where, .anchor = ANNALS_ANCHOR_INIT, .place = ANNALS_PLACE_INIT };

  annals_anchor_init_from_text (&passage.anchor, text, start, end);
  annals_event_take_passage (event, &passage);
}

static gchar *
dup_letters (guint n_letters)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < n_letters; i++)
    g_string_append_c (letters, (gchar) ('a' + i % 26));
  return g_string_free (letters, FALSE);
}

/* 10,000 characters: words, and one word that no line holds. */
static gchar *
dup_long_words (void)
{
  GString *label = g_string_new (NULL);

  while (label->len < 9800)
    g_string_append (label, "and so on ");
  while (label->len < 10000)
    g_string_append_c (label, 'W');
  return g_string_free (label, FALSE);
}

/* Event 0 says everything, event 1 as little as can be, event 2 has a label of 10,000 letters,
 * event 3 a word of as many; event 4 has some lines to say. */
static AnnalsDocument *
create_document (gboolean open_source)
{
  AnnalsDocument *document = sample_document_new ("2004-01-23");
  g_autoptr (AnnalsText) text = annals_text_new (KEPT "\n\n" OTHER "\n", -1);
  g_autoptr (AnnalsText) source = annals_text_new ("A heading\n\n" KEPT " " OTHER, -1);
  gint64 n_kept = g_utf8_strlen (KEPT, -1);
  AnnalsEvent full = { .id = g_strdup ("full"),
                       .label = g_strdup ("Oil crises"),
                       .description = g_strdup ("Twice the price of oil leapt."),
                       .cited = parse ("1970~/1973~"),
                       .cited_wording = g_strdup ("the early seventies"),
                       .cited_reason = g_strdup ("The first years of the decade."),
                       .record = parse ("1973-10-17/1974-03-18"),
                       .record_source = g_strdup ("From the embargo to its end."),
                       .note = g_strdup ("The second crisis came later."),
                       .lane = 1 };
  AnnalsEvent bare
      = { .id = g_strdup ("bare"), .label = g_strdup ("Bare"), .status = ANNALS_STATUS_PLANNED };
  AnnalsEvent long_one = { .id = g_strdup ("long"),
                           .label = g_strnfill (10000, 'W'),
                           .description = dup_long_words (),
                           .cited = parse ("2002") };
  AnnalsEvent long_word = { .id = g_strdup ("long-word"),
                            .label = g_strdup ("Long word"),
                            .description = dup_letters (10000) };
  AnnalsEvent lines = { .id = g_strdup ("lines"),
                        .label = g_strdup ("Some lines"),
                        .description = g_strdup (
                            "Those who sold oil sold less of it, and for more, "
                            "until those who bought it had found out what else "
                            "there is; then they came together again and agreed "
                            "on what it was to cost from now on.") };

  take_passage (&full, text, ANNALS_WHERE_TEXT, 0, n_kept);
  take_passage (&full, text, ANNALS_WHERE_TEXT, n_kept + 2, n_kept + 2 + (gint64) strlen (OTHER));
  take_passage (&full, source, ANNALS_WHERE_SOURCE, 11, 11 + n_kept);
  annals_document_take_event (document, &full);
  annals_document_take_event (document, &bare);
  annals_document_take_event (document, &long_one);
  annals_document_take_event (document, &long_word);
  annals_document_take_event (document, &lines);
  annals_document_set_text (document, text, NULL, 0);
  if (open_source)
    annals_document_set_source (document, source, NULL);
  return document;
}

static void
set_up (Fixture *fixture, gconstpointer open_source)
{
  fixture->document = create_document (open_source != NULL);
  fixture->selection = annals_selection_new (fixture->document);
  fixture->pane = annals_evidence_pane_new ();
  annals_evidence_pane_set_selection (ANNALS_EVIDENCE_PANE (fixture->pane), fixture->selection);
  fixture->window = widgets_testing_show (fixture->pane, 340, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  widgets_testing_close (fixture->window);
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->document);
}

static GtkWidget *
get_part (GtkWidget *pane, const gchar *name)
{
  GObject *part = gtk_widget_get_template_child (pane, G_OBJECT_TYPE (pane), name);

  g_assert_true (GTK_IS_WIDGET (part));
  return GTK_WIDGET (part);
}

/* Asserts what a label says; NULL when it is not to be seen. */
static void
assert_says (GtkWidget *pane, const gchar *name, const gchar *words)
{
  GtkWidget *label = get_part (pane, name);

  g_assert_cmpint (gtk_widget_get_mapped (label), ==, words != NULL);
  if (words != NULL)
    g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, words);
}

static guint
count_cards (GtkWidget *pane, const gchar *box)
{
  return widgets_testing_count_widgets (get_part (pane, box), ANNALS_TYPE_PASSAGE_CARD);
}

static GtkWidget *
get_card (Fixture *fixture, const gchar *box, guint index)
{
  GtkWidget *card = gtk_widget_get_first_child (get_part (fixture->pane, box));

  for (guint i = 0; card != NULL && i < index; i++)
    card = gtk_widget_get_next_sibling (card);
  g_assert_nonnull (card);
  return card;
}

static void
test_nothing_selected (Fixture *fixture, gconstpointer user_data)
{
  g_assert_true (gtk_widget_get_mapped (get_part (fixture->pane, "empty")));
  g_assert_false (gtk_widget_get_mapped (get_part (fixture->pane, "label")));
  annals_selection_select (fixture->selection, 0, -1);
  widgets_testing_settle (fixture->window);
  g_assert_false (gtk_widget_get_mapped (get_part (fixture->pane, "empty")));
  annals_selection_clear (fixture->selection);
  widgets_testing_settle (fixture->window);
  g_assert_true (gtk_widget_get_mapped (get_part (fixture->pane, "empty")));
}

static void
test_full (Fixture *fixture, gconstpointer user_data)
{
  const AnnalsEvent *event = annals_document_get_event (fixture->document, 0);
  g_autofree gchar *cited = annals_date_dup_words (event->cited, ANNALS_WORDS_LONG);

  annals_selection_select (fixture->selection, 0, -1);
  widgets_testing_settle (fixture->window);
  assert_says (fixture->pane, "label", "Oil crises");
  assert_says (fixture->pane, "lane_label", "Japan");
  assert_says (fixture->pane, "status", "happened");
  assert_says (fixture->pane, "description", "Twice the price of oil leapt.");
  assert_says (fixture->pane, "cited", "“the early seventies”");
  assert_says (fixture->pane, "cited_words", cited);
  assert_says (fixture->pane, "record", "17 October 1973 – 18 March 1974");
  assert_says (fixture->pane, "record_source", "From the embargo to its end.");
  assert_says (fixture->pane, "why", "The first years of the decade.");
  assert_says (fixture->pane, "note", "The second crisis came later.");
  assert_says (fixture->pane, "count_label", "Passage 1 of 2");
  g_assert_cmpuint (count_cards (fixture->pane, "shown_cards"), ==, 2);
  g_assert_cmpuint (count_cards (fixture->pane, "other_cards"), ==, 1);
  assert_says (fixture->pane, "other_label", "In the source");
  g_assert_true (gtk_widget_get_mapped (get_part (fixture->pane, "steps")));
  annals_selection_step_passage (fixture->selection, 1);
  assert_says (fixture->pane, "count_label", "Passage 2 of 2");
}

static void
test_bare (Fixture *fixture, gconstpointer user_data)
{
  /* Something of another event would stay if anything did. */
  annals_selection_select (fixture->selection, 0, -1);
  widgets_testing_settle (fixture->window);
  annals_selection_select (fixture->selection, 1, -1);
  widgets_testing_settle (fixture->window);
  assert_says (fixture->pane, "label", "Bare");
  assert_says (fixture->pane, "lane_label", "World");
  assert_says (fixture->pane, "status", "planned");
  assert_says (fixture->pane, "description", NULL);
  assert_says (fixture->pane, "cited", "The text gives no date.");
  assert_says (fixture->pane, "cited_words", NULL);
  assert_says (fixture->pane, "record", "Nothing else is on record.");
  assert_says (fixture->pane, "record_source", NULL);
  assert_says (fixture->pane, "why", NULL);
  assert_says (fixture->pane, "why_key", NULL);
  assert_says (fixture->pane, "note", NULL);
  assert_says (fixture->pane, "note_key", NULL);
  assert_says (fixture->pane, "count_label", "No words support this event");
  g_assert_cmpuint (count_cards (fixture->pane, "shown_cards"), ==, 0);
  g_assert_cmpuint (count_cards (fixture->pane, "other_cards"), ==, 0);
  assert_says (fixture->pane, "other_label", NULL);
  g_assert_false (gtk_widget_get_mapped (get_part (fixture->pane, "steps")));
}

static gboolean
is_in_sight (Fixture *fixture, GtkWidget *card)
{
  GtkWidget *scroller = get_part (fixture->pane, "scroller");
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (card, scroller, &box));
  return box.origin.y >= 0.0
         && box.origin.y + box.size.height <= (float) gtk_widget_get_height (scroller);
}

/* Whoever walks the passages sees the card of the one that is reached. */
static void
test_card_in_sight (Fixture *fixture, gconstpointer user_data)
{
  static const gint steps[] = { 1, -1, 1 };

  widgets_testing_resize (fixture->window, 340, 180);
  annals_selection_select (fixture->selection, 0, -1);
  widgets_testing_settle (fixture->window);
  g_assert_false (is_in_sight (fixture, get_card (fixture, "shown_cards", 1)));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      annals_selection_step_passage (fixture->selection, steps[i]);
      widgets_testing_settle (fixture->window);
      g_assert_true (is_in_sight (fixture, get_card (fixture, "shown_cards", steps[i] > 0)));
    }
}

/* What is long is cut at two lines until more is asked for; another event begins anew. */
static void
test_more (Fixture *fixture, gconstpointer user_data)
{
  GtkWidget *more = get_part (fixture->pane, "more_button");
  GtkWidget *description = get_part (fixture->pane, "description");
  gint cut_px;

  annals_selection_select (fixture->selection, 0, -1);
  widgets_testing_settle (fixture->window);
  g_assert_false (gtk_widget_get_mapped (more));
  annals_selection_select (fixture->selection, 2, -1);
  widgets_testing_settle (fixture->window);
  g_assert_true (gtk_widget_get_mapped (more));
  g_assert_true (gtk_widget_get_focusable (more));
  cut_px = gtk_widget_get_height (description);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (more), TRUE);
  widgets_testing_settle (fixture->window);
  g_assert_true (gtk_widget_get_mapped (more));
  g_assert_cmpint (gtk_widget_get_height (description), >, 3 * cut_px);
  annals_selection_select (fixture->selection, 1, -1);
  widgets_testing_settle (fixture->window);
  g_assert_false (gtk_widget_get_mapped (more));
  annals_selection_select (fixture->selection, 2, -1);
  widgets_testing_settle (fixture->window);
  g_assert_true (gtk_widget_get_mapped (more));
  g_assert_cmpint (gtk_widget_get_height (description), ==, cut_px);
}

/* Where there is room for everything, nothing is cut; and there may be less again. */
static void
test_room (Fixture *fixture, gconstpointer user_data)
{
  GtkWidget *more = get_part (fixture->pane, "more_button");
  GtkLabel *description = GTK_LABEL (get_part (fixture->pane, "description"));

  annals_selection_select (fixture->selection, 4, -1);
  for (guint i = 0; i < 4; i++)
    {
      gboolean has_room = i % 2 == 1;

      widgets_testing_resize (fixture->window, has_room ? 350 : 340, has_room ? 700 : 120);
      widgets_testing_settle (fixture->window);
      widgets_testing_settle (fixture->window);
      g_assert_cmpint (gtk_widget_get_mapped (more), ==, !has_room);
      g_assert_cmpint (pango_layout_is_ellipsized (gtk_label_get_layout (description)), ==,
                       !has_room);
    }
  annals_selection_select (fixture->selection, 1, -1);
  annals_selection_select (fixture->selection, 4, -1);
  widgets_testing_settle (fixture->window);
  widgets_testing_settle (fixture->window);
  g_assert_false (gtk_widget_get_mapped (more));
}

/* The same for a word of 10,000 letters, and soon. */
static void
test_long_word (Fixture *fixture, gconstpointer user_data)
{
  GtkWidget *more = get_part (fixture->pane, "more_button");
  gint64 start_us = 0;
  gdouble time_s = 0.0;

  annals_selection_select (fixture->selection, 3, -1);
  widgets_testing_settle (fixture->window);
  start_us = g_get_monotonic_time ();
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (more), TRUE);
  /* Where the minimum is asked for as well, as in a window that is resized. */
  gtk_widget_measure (fixture->pane, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (fixture->pane, GTK_ORIENTATION_VERTICAL, 340, NULL, NULL, NULL, NULL);
  time_s = (gdouble) (g_get_monotonic_time () - start_us) / G_USEC_PER_SEC;
  g_test_minimized_result (time_s, "a word of 10,000 letters: %.3f s", time_s);
  g_assert_cmpfloat (time_s, <, 1.0);
}

static gint
get_minimum_width (GtkWidget *widget)
{
  gint minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* A label without an end wraps and is cut; it pushes neither the pane nor the window apart, and is
 * there at once. */
static void
test_long_label (Fixture *fixture, gconstpointer user_data)
{
  gint before;
  gint64 start_us;

  annals_selection_select (fixture->selection, 1, -1);
  widgets_testing_settle (fixture->window);
  before = get_minimum_width (fixture->pane);
  start_us = g_get_monotonic_time ();
  annals_selection_select (fixture->selection, 2, -1);
  get_minimum_width (fixture->pane);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, G_USEC_PER_SEC / 2);
  widgets_testing_settle (fixture->window);
  assert_says (fixture->pane, "label", annals_document_get_event (fixture->document, 2)->label);
  assert_says (fixture->pane, "cited", "2002");
  g_assert_cmpint (get_minimum_width (fixture->pane), <=, before + 20);
  g_assert_cmpint (gtk_widget_get_width (fixture->window), ==, 340);
  g_assert_cmpint (gtk_widget_get_height (fixture->window), ==, 600);
  g_assert_cmpint (gtk_widget_get_width (get_part (fixture->pane, "label")), <=, 340);
  g_assert_cmpint (gtk_widget_get_height (get_part (fixture->pane, "label")), <, 250);
  g_assert_true (gtk_widget_get_mapped (get_part (fixture->pane, "more_button")));
}

/* --- Cards ---------------------------------------------------------------------------------------
 */

static void
assert_card (GtkWidget *card, const gchar *quote, const gchar *place, const gchar *standing)
{
  g_autofree gchar *spoken = g_strdup_printf ("%s, %s, %s", quote, place, standing);
  g_autofree gchar *label = NULL;
  const gchar *shown;

  assert_says (card, "quote_label", quote);
  assert_says (card, "place_label", place);
  shown = gtk_label_get_label (GTK_LABEL (get_part (card, "standing_label")));
  label = g_strconcat (" ", standing, NULL);
  g_assert_true (g_str_has_suffix (shown, label));
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
}

static void
test_cards_closed (Fixture *fixture, gconstpointer user_data)
{
  annals_selection_select (fixture->selection, 0, -1);
  widgets_testing_settle (fixture->window);
  assert_card (get_card (fixture, "shown_cards", 0), "“" KEPT "”", "paragraph 1", "exact");
  assert_card (get_card (fixture, "shown_cards", 1), "“" OTHER "”", "paragraph 2", "exact");
  assert_card (get_card (fixture, "other_cards", 0), "“" KEPT "”", "source", "open to check");
  gtk_test_accessible_assert_state (get_card (fixture, "shown_cards", 0),
                                    GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_state (get_card (fixture, "shown_cards", 1),
                                    GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_signal_emit_by_name (get_card (fixture, "shown_cards", 1), "clicked");
  g_assert_cmpint (annals_selection_get_passage (fixture->selection), ==, 1);
  gtk_test_accessible_assert_state (get_card (fixture, "shown_cards", 1),
                                    GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
}

/* With the source open its passages come first; a click on one of the other text shows that. */
static void
test_cards_open (Fixture *fixture, gconstpointer user_data)
{
  annals_selection_select (fixture->selection, 0, -1);
  widgets_testing_settle (fixture->window);
  assert_says (fixture->pane, "count_label", "Passage 1 of 1");
  g_assert_cmpuint (count_cards (fixture->pane, "shown_cards"), ==, 1);
  g_assert_cmpuint (count_cards (fixture->pane, "other_cards"), ==, 2);
  assert_card (get_card (fixture, "shown_cards", 0), "“" KEPT "”", "source", "exact");
  assert_says (fixture->pane, "other_label", "In the text");

  g_signal_emit_by_name (get_card (fixture, "other_cards", 1), "clicked");
  widgets_testing_settle (fixture->window);
  g_assert_cmpint (annals_selection_get_where (fixture->selection), ==, ANNALS_WHERE_TEXT);
  g_assert_cmpint (annals_selection_get_passage (fixture->selection), ==, 1);
  assert_says (fixture->pane, "count_label", "Passage 2 of 2");
  g_assert_cmpuint (count_cards (fixture->pane, "shown_cards"), ==, 2);
  assert_says (fixture->pane, "other_label", "In the source");
}

/* --- Standings -----------------------------------------------------------------------------------
 */

static void
test_standings (void)
{
  static const struct
  {
    const gchar *text;
    const gchar *words;
  } cases[] = {
    { KEPT "\n\n" OTHER "\n", "All 2 passages were found, word for word." },
    { KEPT, "2 passages: 1 exact, 1 lost." },
    { OTHER "\n\n" KEPT "\n", "2 passages: 2 moved." },
    { "Nothing of it.", "2 passages: 2 lost." },
  };
  g_autoptr (AnnalsDocument) document = create_document (TRUE);
  g_autoptr (AnnalsDocument) empty = sample_document_new (NULL);
  g_autofree gchar *one = annals_standings_dup_words (document, ANNALS_WHERE_SOURCE);

  g_assert_cmpstr (one, ==, "The passage was found, word for word.");
  g_assert_null (annals_standings_dup_words (empty, ANNALS_WHERE_TEXT));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsText) text = annals_text_new (cases[i].text, -1);
      g_autofree gchar *words = NULL;

      annals_document_set_text (document, text, NULL, 0);
      words = annals_standings_dup_words (document, ANNALS_WHERE_TEXT);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Where the interface runs the other way than a text, its lines begin on the text's own side. */
static void
test_paragraphs (void)
{
  static const struct
  {
    GtkTextDirection interface;
    const gchar *words;
    gfloat xalign;
  } paragraphs[] = {
    { GTK_TEXT_DIR_LTR, "From the embargo to its end.", 0.0f },
    { GTK_TEXT_DIR_LTR, "שלום לכולם", 1.0f },
    { GTK_TEXT_DIR_RTL, "From the embargo to its end.", 1.0f },
    { GTK_TEXT_DIR_RTL, "שלום לכולם", 0.0f },
    { GTK_TEXT_DIR_RTL, "1973", 0.0f },
    { GTK_TEXT_DIR_LTR, "", 0.0f },
  };
  GtkLabel *label = g_object_ref_sink (GTK_LABEL (gtk_label_new (NULL)));

  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      gtk_widget_set_direction (GTK_WIDGET (label), paragraphs[i].interface);
      annals_long_words_set_paragraph (label, paragraphs[i].words);
      g_assert_cmpstr (gtk_label_get_label (label), ==, paragraphs[i].words);
      g_assert_cmpfloat (gtk_label_get_xalign (label), ==, paragraphs[i].xalign);
    }
  g_object_unref (label);
}

static const struct
{
  const gchar *path;
  gboolean open_source;
  void (*test) (Fixture *fixture, gconstpointer user_data);
} cases[] = {
  { "/widgets/evidence-pane/nothing-selected", FALSE, test_nothing_selected },
  { "/widgets/evidence-pane/full", FALSE, test_full },
  { "/widgets/evidence-pane/bare", FALSE, test_bare },
  { "/widgets/evidence-pane/card-in-sight", FALSE, test_card_in_sight },
  { "/widgets/evidence-pane/more", FALSE, test_more },
  { "/widgets/evidence-pane/room", FALSE, test_room },
  { "/widgets/evidence-pane/long-word", FALSE, test_long_word },
  { "/widgets/evidence-pane/long-label", FALSE, test_long_label },
  { "/widgets/evidence-pane/cards/source-closed", FALSE, test_cards_closed },
  { "/widgets/evidence-pane/cards/source-open", TRUE, test_cards_open },
};

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, GINT_TO_POINTER (cases[i].open_source), set_up,
                cases[i].test, tear_down);
  g_test_add_func ("/widgets/standings", test_standings);
  g_test_add_func ("/widgets/evidence-pane/paragraphs", test_paragraphs);

  return g_test_run ();
}
