/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-adaptive.h"
#include "widgets-testing.h"

/* Which panes are seen at which width, and what folding, pages and focus make of them. */

#define HEIGHT_PX 600

typedef struct
{
  AnnalsAdaptive *adaptive;
  GtkWidget *window;
  GtkWidget *reader;
  GtkWidget *aside;
  GtkWidget *timeline;
} Fixture;

static void
set_up (Fixture *fixture, gint width_px)
{
  fixture->adaptive = ANNALS_ADAPTIVE (annals_adaptive_new ());
  fixture->reader = gtk_label_new ("reader");
  fixture->aside = gtk_label_new ("aside");
  fixture->timeline = gtk_label_new ("timeline");
  annals_adaptive_set_children (fixture->adaptive, fixture->reader, fixture->aside,
                                fixture->timeline);
  fixture->window = widgets_testing_show (GTK_WIDGET (fixture->adaptive), width_px, HEIGHT_PX);
}

static void
assert_seen (Fixture *fixture, gboolean reader, gboolean aside, gboolean timeline)
{
  widgets_testing_settle (fixture->window);
  g_assert_cmpint (gtk_widget_get_mapped (fixture->reader), ==, reader);
  g_assert_cmpint (gtk_widget_get_mapped (fixture->aside), ==, aside);
  g_assert_cmpint (gtk_widget_get_mapped (fixture->timeline), ==, timeline);
}

typedef struct
{
  gint width_px;
  gboolean folded;
  gboolean seen[3];       /* reader, aside, timeline */
  gboolean with_aside[3]; /* the same when the pane beside is asked for */
} WidthCase;

static const WidthCase width_cases[] = {
  { 1200, FALSE, { TRUE, TRUE, TRUE }, { TRUE, TRUE, TRUE } },
  { 900, FALSE, { TRUE, TRUE, TRUE }, { TRUE, TRUE, TRUE } },
  { 899, TRUE, { TRUE, FALSE, TRUE }, { TRUE, TRUE, TRUE } },
  { 800, TRUE, { TRUE, FALSE, TRUE }, { TRUE, TRUE, TRUE } },
  { 650, TRUE, { TRUE, FALSE, TRUE }, { TRUE, TRUE, TRUE } },
  { 649, TRUE, { TRUE, FALSE, FALSE }, { FALSE, TRUE, FALSE } },
  { 600, TRUE, { TRUE, FALSE, FALSE }, { FALSE, TRUE, FALSE } },
  { 360, TRUE, { TRUE, FALSE, FALSE }, { FALSE, TRUE, FALSE } },
};

static void
assert_width_case (Fixture *fixture, const WidthCase *width)
{
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->adaptive)), ==, width->width_px);
  g_assert_cmpint (annals_adaptive_get_folded (fixture->adaptive), ==, width->folded);
  assert_seen (fixture, width->seen[0], width->seen[1], width->seen[2]);
  annals_adaptive_set_aside_shown (fixture->adaptive, TRUE);
  assert_seen (fixture, width->with_aside[0], width->with_aside[1], width->with_aside[2]);
  annals_adaptive_set_aside_shown (fixture->adaptive, FALSE);
}

static void
test_widths (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (width_cases); i++)
    {
      Fixture fixture;

      set_up (&fixture, width_cases[i].width_px);
      assert_width_case (&fixture, &width_cases[i]);
      widgets_testing_close (fixture.window);
    }
}

static void
count_cb (guint *count)
{
  *count += 1;
}

/* A window that is made narrower and wider goes through all of them, and says so. */
static void
test_resize (void)
{
  static const guint order[] = { 0, 3, 6, 3, 0, 6, 0 };
  static const guint n_told[] = { 0, 1, 1, 0, 1, 1, 1 };
  Fixture fixture;
  guint n_notifies = 0;
  gdouble reader = 0.0;
  gdouble timeline = 0.0;

  set_up (&fixture, 1200);
  annals_adaptive_set_positions (fixture.adaptive, 0.6, 0.4);
  g_signal_connect_swapped (fixture.adaptive, "notify::folded", G_CALLBACK (count_cb), &n_notifies);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const WidthCase *width = &width_cases[order[i]];

      n_notifies = 0;
      widgets_testing_resize (fixture.window, width->width_px, HEIGHT_PX);
      g_assert_cmpuint (n_notifies, >=, n_told[i]);
      assert_width_case (&fixture, width);
    }

  /* The wide window has its borders back. */
  annals_adaptive_get_positions (fixture.adaptive, &reader, &timeline);
  g_assert_cmpfloat_with_epsilon (reader, 0.6, 0.01);
  g_assert_cmpfloat_with_epsilon (timeline, 0.4, 0.01);
  widgets_testing_close (fixture.window);
}

static void
test_focus (void)
{
  static const gint widths[] = { 1200, 800, 600 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Fixture fixture;

      set_up (&fixture, widths[i]);
      annals_adaptive_set_focus (fixture.adaptive, ANNALS_FOCUS_TIMELINE);
      g_assert_cmpint (annals_adaptive_get_focus (fixture.adaptive), ==, ANNALS_FOCUS_TIMELINE);
      assert_seen (&fixture, FALSE, FALSE, TRUE);
      g_assert_cmpint (gtk_widget_get_height (fixture.timeline), ==, HEIGHT_PX);
      annals_adaptive_set_focus (fixture.adaptive, ANNALS_FOCUS_READER);
      assert_seen (&fixture, TRUE, FALSE, FALSE);
      g_assert_cmpint (gtk_widget_get_height (fixture.reader), ==, HEIGHT_PX);
      g_assert_cmpint (gtk_widget_get_width (fixture.reader), ==, widths[i]);
      annals_adaptive_set_focus (fixture.adaptive, ANNALS_FOCUS_NONE);
      assert_seen (&fixture, TRUE, widths[i] == 1200, widths[i] != 600);
      widgets_testing_close (fixture.window);
    }
}

static GtkToggleButton *
find_page_button (GtkWidget *widget, const gchar *label)
{
  GtkToggleButton *found = NULL;

  if (GTK_IS_TOGGLE_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return GTK_TOGGLE_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_page_button (child, label);
  return found;
}

static void
test_pages (void)
{
  static const struct
  {
    const gchar *label;
    gboolean seen[3];
  } pages[] = {
    { "Timeline", { FALSE, FALSE, TRUE } }, { "Evidence", { FALSE, TRUE, FALSE } },
    { "Text", { TRUE, FALSE, FALSE } },     { "Evidence", { FALSE, TRUE, FALSE } },
    { "Timeline", { FALSE, FALSE, TRUE } },
  };
  Fixture fixture;
  GtkToggleButton *text;

  set_up (&fixture, 600);
  text = find_page_button (GTK_WIDGET (fixture.adaptive), "Text");
  g_assert_true (gtk_toggle_button_get_active (text));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkToggleButton *button = find_page_button (GTK_WIDGET (fixture.adaptive), pages[i].label);

      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (button)));
      gtk_toggle_button_set_active (button, TRUE);
      assert_seen (&fixture, pages[i].seen[0], pages[i].seen[1], pages[i].seen[2]);
      g_assert_cmpint (annals_adaptive_get_aside_shown (fixture.adaptive), ==, pages[i].seen[1]);
    }

  /* The switcher is for pages only. */
  widgets_testing_resize (fixture.window, 800, HEIGHT_PX);
  assert_seen (&fixture, TRUE, FALSE, TRUE);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (text)));
  widgets_testing_close (fixture.window);
}

static void
test_positions (void)
{
  static const struct
  {
    gdouble asked[2];
    gdouble got[2];
  } cases[] = {
    { { 0.5, 0.5 }, { 0.5, 0.5 } },
    { { 0.6, 0.3 }, { 0.6, 0.3 } },
    { { 0.0, 0.0 }, { 0.2, 0.15 } },
    { { -9.0, 1.0 }, { 0.2, 0.85 } },
  };
  Fixture fixture;

  set_up (&fixture, 1200);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gdouble reader = 0.0;
      gdouble timeline = 0.0;

      annals_adaptive_set_positions (fixture.adaptive, cases[i].asked[0], cases[i].asked[1]);
      widgets_testing_settle (fixture.window);
      annals_adaptive_get_positions (fixture.adaptive, &reader, &timeline);
      g_assert_cmpfloat_with_epsilon (reader, cases[i].got[0], 0.01);
      g_assert_cmpfloat_with_epsilon (timeline, cases[i].got[1], 0.01);
    }

  /* The pane beside keeps what it needs. */
  annals_adaptive_set_positions (fixture.adaptive, 1.0, 0.5);
  widgets_testing_settle (fixture.window);
  g_assert_cmpint (gtk_widget_get_width (fixture.aside), >=, 280);
  widgets_testing_close (fixture.window);
}

/* However far the border between them is dragged, the panes above and below it keep what they need.
 */
static void
test_least_heights (void)
{
  static const gint least_px = 140;
  static const gint positions[] = { 0, 10000, -1, 1 };
  Fixture fixture;
  GtkWidget *outer;

  set_up (&fixture, 1200);
  gtk_widget_set_size_request (fixture.reader, -1, least_px);
  gtk_widget_set_size_request (fixture.timeline, -1, least_px);
  outer = gtk_widget_get_parent (fixture.timeline);
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      gtk_paned_set_position (GTK_PANED (outer), positions[i]);
      widgets_testing_settle (fixture.window);
      g_assert_cmpint (gtk_widget_get_height (fixture.reader), >=, least_px);
      g_assert_cmpint (gtk_widget_get_height (fixture.timeline), >=, least_px);
      g_assert_cmpint (gtk_widget_get_height (outer), ==, HEIGHT_PX);
    }
  widgets_testing_close (fixture.window);
}

/* Text half as large again makes pages of what has room at the usual size. */
static void
test_large_text (void)
{
  Fixture fixture;
  GtkSettings *settings = NULL;
  gint dpi = 0;

  set_up (&fixture, 760);
  assert_seen (&fixture, TRUE, FALSE, TRUE);
  settings = gtk_widget_get_settings (fixture.window);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  widgets_testing_resize (fixture.window, 761, HEIGHT_PX);
  assert_seen (&fixture, TRUE, FALSE, FALSE);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  widgets_testing_resize (fixture.window, 760, HEIGHT_PX);
  assert_seen (&fixture, TRUE, FALSE, TRUE);
  widgets_testing_close (fixture.window);
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  g_test_add_func ("/widgets/adaptive/widths", test_widths);
  g_test_add_func ("/widgets/adaptive/resize", test_resize);
  g_test_add_func ("/widgets/adaptive/focus", test_focus);
  g_test_add_func ("/widgets/adaptive/pages", test_pages);
  g_test_add_func ("/widgets/adaptive/large-text", test_large_text);
  g_test_add_func ("/widgets/adaptive/positions", test_positions);
  g_test_add_func ("/widgets/adaptive/least-heights", test_least_heights);

  return g_test_run ();
}
