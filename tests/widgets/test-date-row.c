/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "annals-date-row.h"
#include "annals-date-sketch.h"
#include "widgets-testing.h"

/* The row in which a date is typed: it says how it understood what is typed, lets one choose where
 * that is not clear, and is calm about what it does not understand. */

#define PATIENCE_S 20

typedef struct
{
  GtkWidget *window;
  GtkWidget *list;
  AnnalsDateRow *row;
  guint n_changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  fixture->list = gtk_list_box_new ();
  gtk_widget_add_css_class (fixture->list, "boxed-list");
  fixture->row = ANNALS_DATE_ROW (annals_date_row_new ());
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (fixture->row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fixture->row), "_Date");
  g_signal_connect_swapped (fixture->row, "notify::date", G_CALLBACK (changed_cb), fixture);
  gtk_list_box_append (GTK_LIST_BOX (fixture->list), GTK_WIDGET (fixture->row));
  gtk_box_append (GTK_BOX (box), fixture->list);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Next"));
  fixture->window = widgets_testing_show (box, 480, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  widgets_testing_close (fixture->window);
}

static GtkWidget *
get_part (Fixture *fixture, const gchar *name)
{
  GtkWidget *part = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->row), ANNALS_TYPE_DATE_ROW, name));

  g_assert_nonnull (part);
  return part;
}

static gboolean
is_shown (Fixture *fixture, const gchar *name)
{
  return gtk_widget_get_mapped (get_part (fixture, name));
}

static const gchar *
get_words (Fixture *fixture, const gchar *name)
{
  return gtk_label_get_label (GTK_LABEL (get_part (fixture, name)));
}

static GtkAccessible *
get_entry (Fixture *fixture)
{
  return GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (fixture->row)));
}

static void
type (Fixture *fixture, const gchar *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->row), text);
}

/* As keys do, which add to what is there. */
static void
type_more (Fixture *fixture, const gchar *text)
{
  gint at = -1;

  gtk_editable_insert_text (GTK_EDITABLE (fixture->row), text, -1, &at);
}

static void
wait_refused (Fixture *fixture)
{
  gint64 until_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (!is_shown (fixture, "reason_label"))
    {
      if (g_get_monotonic_time () > until_us)
        g_error ("The row has not said within %d s what is wrong.", PATIENCE_S);
      widgets_testing_run (10);
    }
}

static const struct
{
  const gchar *text;
  const gchar *words;
  const gchar *edtf;
} understood[] = {
  { "1973", "1973", "1973" },
  { "1973-10-17", "17 October 1973", "1973-10-17" },
  { "1970/1973~", "1970 – about 1973", "1970/1973~" },
  { "2001/..", "since 2001", "2001/.." },
  { "-0043", "44 BCE", "-0043" },
  { "early 1970s", "early 1970s", "1970~/1973~" },
  { "17 Oct 1973 – 18 Mar 1974", "17 October 1973 – 18 March 1974", "1973-10-17/1974-03-18" },
};

static void
test_understood (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (understood); i++)
    {
      type (fixture, understood[i].text);
      widgets_testing_settle (fixture->window);
      g_assert_true (is_shown (fixture, "words_label"));
      g_assert_cmpstr (get_words (fixture, "words_label"), ==, understood[i].words);
      g_assert_cmpstr (get_words (fixture, "edtf_label"), ==, understood[i].edtf);
      g_assert_true (is_shown (fixture, "sketch"));
      g_assert_false (is_shown (fixture, "hint_label"));
      g_assert_false (is_shown (fixture, "reason_label"));
      g_assert_false (is_shown (fixture, "choices"));
      g_assert_nonnull (annals_date_row_get_date (fixture->row));
      g_assert_true (annals_date_row_get_acceptable (fixture->row));
      g_assert_cmpuint (fixture->n_changes, ==, i + 1);
    }
}

/* While somebody types nothing turns red; the date is gone at once all the same. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  type (fixture, "1973");
  widgets_testing_settle (fixture->window);
  type_more (fixture, "-1 nonsense");
  g_assert_null (annals_date_row_get_date (fixture->row));
  g_assert_false (annals_date_row_get_acceptable (fixture->row));
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_assert_nonnull (annals_date_row_get_problem (fixture->row));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->row), "error"));
  g_assert_true (gtk_widget_has_css_class (get_part (fixture, "understanding"), "stale"));
  g_assert_true (is_shown (fixture, "words_label"));

  wait_refused (fixture);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->row), "error"));
  g_assert_cmpstr (get_words (fixture, "reason_label"), ==,
                   annals_date_row_get_problem (fixture->row));
  g_assert_false (is_shown (fixture, "words_label"));

  type (fixture, "1974");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->row), "error"));
  g_assert_false (gtk_widget_has_css_class (get_part (fixture, "understanding"), "stale"));
  g_assert_null (annals_date_row_get_problem (fixture->row));
  g_assert_cmpuint (fixture->n_changes, ==, 3);
}

/* Who leaves the row, or presses Enter, wants to know at once. */
static void
test_refused_at_once (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->row));
  type (fixture, "nonsense");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->row), "error"));
  g_signal_emit_by_name (fixture->row, "entry-activated");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->row), "error"));

  type (fixture, "nonsense again");
  type (fixture, "");
  type (fixture, "again nonsense");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->row), "error"));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  widgets_testing_settle (fixture->window);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->row), "error"));
}

static GtkWidget *
get_choice (Fixture *fixture, guint index)
{
  GtkWidget *choice = gtk_widget_get_first_child (get_part (fixture, "choices"));

  while (index-- > 0 && choice != NULL)
    choice = gtk_widget_get_next_sibling (choice);
  g_assert_true (GTK_IS_CHECK_BUTTON (choice));
  return choice;
}

static const gchar *
get_edtf (Fixture *fixture)
{
  AnnalsDate *date = annals_date_row_get_date (fixture->row);

  return date != NULL ? annals_date_get_edtf (date) : NULL;
}

/* A date of which nobody can know whether its day or its month comes first. */
static void
test_choices (Fixture *fixture, gconstpointer data)
{
  type (fixture, "03/09/2007");
  widgets_testing_settle (fixture->window);
  g_assert_cmpuint (annals_date_row_get_n_readings (fixture->row), ==, 2);
  g_assert_true (is_shown (fixture, "choices"));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_choice (fixture, 0))));
  g_assert_cmpstr (get_edtf (fixture), ==, "2007-03-09");
  gtk_test_accessible_assert_role (get_choice (fixture, 0), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_choice (fixture, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "9 March 2007, month before day");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_choice (fixture, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "3 September 2007, day before month");
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_choice (fixture, 1)), TRUE);
  g_assert_cmpstr (get_edtf (fixture), ==, "2007-09-03");
  g_assert_cmpstr (get_words (fixture, "words_label"), ==, "3 September 2007");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->row)), ==, "03/09/2007");
  gtk_test_accessible_assert_property (
      get_entry (fixture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "3 September 2007, day before month; in EDTF 2007-09-03; 1 other reading below");
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  annals_date_row_choose (fixture->row, 0);
  g_assert_cmpstr (get_edtf (fixture), ==, "2007-03-09");

  type (fixture, "04/09/2007");
  g_assert_cmpstr (get_edtf (fixture), ==, "2007-04-09");
  type (fixture, "23/09/2007");
  g_assert_cmpstr (get_edtf (fixture), ==, "2007-09-23");
  g_assert_false (is_shown (fixture, "choices"));
}

/* A date of another calendar is shown as it was written there and as it is in ours. */
static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  type (fixture, "昭和48年10月17日");
  widgets_testing_settle (fixture->window);
  g_assert_cmpstr (get_edtf (fixture), ==, "1973-10-17");
  g_assert_cmpstr (get_words (fixture, "words_label"), ==, "17 October 1973");
  g_assert_true (is_shown (fixture, "calendar_label"));
  g_assert_nonnull (strstr (get_words (fixture, "calendar_label"), "昭和48年10月17日"));
  type (fixture, "1973");
  g_assert_false (is_shown (fixture, "calendar_label"));
}

/* What comes near to a date is offered, and taken with a click. */
static void
test_offer (Fixture *fixture, gconstpointer data)
{
  type (fixture, "17 Febuary 1973");
  annals_date_row_show_problem (fixture->row);
  widgets_testing_settle (fixture->window);
  g_assert_true (is_shown (fixture, "offer_button"));
  g_signal_emit_by_name (get_part (fixture, "offer_button"), "clicked");
  g_assert_cmpstr (get_edtf (fixture), ==, "1973-02-17");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->row)), ==, "17 February 1973");
  g_assert_false (is_shown (fixture, "offer_button"));

  type (fixture, "nothing like a date");
  annals_date_row_show_problem (fixture->row);
  g_assert_false (is_shown (fixture, "offer_button"));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  widgets_testing_settle (fixture->window);
  g_assert_true (is_shown (fixture, "hint_label"));
  g_assert_false (annals_date_row_get_acceptable (fixture->row));
  annals_date_row_set_allow_empty (fixture->row, TRUE);
  g_assert_true (annals_date_row_get_acceptable (fixture->row));
  type (fixture, "  ");
  g_assert_true (annals_date_row_get_acceptable (fixture->row));
  g_assert_null (annals_date_row_get_problem (fixture->row));
  g_assert_true (is_shown (fixture, "hint_label"));
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_set_date (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf ("1970/1973~", NULL);
  g_autoptr (AnnalsDate) read = NULL;

  g_object_set (fixture->row, "date", date, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->row)), ==, "1970/1973~");
  g_assert_cmpstr (get_words (fixture, "words_label"), ==, "1970 – about 1973");
  g_object_get (fixture->row, "date", &read, NULL);
  g_assert_true (read == date);
  annals_date_row_set_date (fixture->row, date);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  annals_date_row_set_date (fixture->row, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->row)), ==, "");
  g_assert_null (annals_date_row_dup_date (fixture->row));
  g_assert_cmpuint (fixture->n_changes, ==, 2);
}

/* Those who do not see the row hear the same. */
static void
test_heard (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *entry = get_entry (fixture);

  gtk_test_accessible_assert_role (entry, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Date");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       get_words (fixture, "hint_label"));
  type (fixture, "1970/1973~");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "1970 – about 1973; in EDTF 1970/1973~");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  type (fixture, "nonsense");
  annals_date_row_show_problem (fixture->row);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       annals_date_row_get_problem (fixture->row));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
}

/* Whatever is typed, the row stays as wide as it was, and no higher than a few lines. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  static const gchar *const parts[] = { "a",       "1973 ", "昭和48年", "عام ١٩٧٣ ",
                                        "🗓️", "1973,", "[" };
  gint width;
  gint least = 0;

  widgets_testing_settle (fixture->window);
  width = gtk_widget_get_width (GTK_WIDGET (fixture->row));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 10000)
        g_string_append (text, parts[i]);
      type (fixture, text->str);
      annals_date_row_show_problem (fixture->row);
      widgets_testing_settle (fixture->window);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->row)), ==, width);
      gtk_widget_measure (GTK_WIDGET (fixture->row), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                          NULL, NULL);
      g_assert_cmpint (least, <, 260);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->row)), <, 260);
    }
}

/* Among letters from right to left, EDTF stays what it is. */
static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->row), GTK_TEXT_DIR_RTL);
  type (fixture, "1970~/1973~");
  g_assert_cmpstr (get_words (fixture, "edtf_label"), ==, "\u20661970~/1973~\u2069");
}

/* The sketch stands beside the words, or below them where there is no room. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t words;
  graphene_rect_t sketch;

  type (fixture, "1973-10-17/1974-03-18");
  widgets_testing_settle (fixture->window);
  g_assert_true (gtk_widget_compute_bounds (get_part (fixture, "words_label"),
                                            GTK_WIDGET (fixture->row), &words));
  g_assert_true (
      gtk_widget_compute_bounds (get_part (fixture, "sketch"), GTK_WIDGET (fixture->row), &sketch));
  g_assert_cmpfloat (sketch.origin.x, >=, words.origin.x + words.size.width);

  widgets_testing_resize (fixture->window, 300, 400);
  g_assert_true (gtk_widget_compute_bounds (get_part (fixture, "words_label"),
                                            GTK_WIDGET (fixture->row), &words));
  g_assert_true (
      gtk_widget_compute_bounds (get_part (fixture, "sketch"), GTK_WIDGET (fixture->row), &sketch));
  g_assert_cmpfloat (sketch.origin.y, >=, words.origin.y + words.size.height);
}

#define ADD(path, function) \
  g_test_add ("/widgets/date-row/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);
  ADD ("understood", test_understood);
  ADD ("refused", test_refused);
  ADD ("refused-at-once", test_refused_at_once);
  ADD ("choices", test_choices);
  ADD ("calendar", test_calendar);
  ADD ("offer", test_offer);
  ADD ("empty", test_empty);
  ADD ("set-date", test_set_date);
  ADD ("heard", test_heard);
  ADD ("long", test_long);
  ADD ("narrow", test_narrow);
  ADD ("right-to-left", test_right_to_left);
  return g_test_run ();
}
