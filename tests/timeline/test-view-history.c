/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-view-history.h"

#define WIDTH 1000

static AnnalsView
view_at (AnnalsInstant first, gint64 width_s)
{
  return (AnnalsView){ .first = first, .last = first + width_s };
}

static void
rest (AnnalsViewHistory *history, AnnalsInstant first, gint64 width_s)
{
  AnnalsView view = view_at (first, width_s);

  annals_view_history_rest (history, &view);
}

static void
assert_go (AnnalsViewHistory *history, gint step, AnnalsInstant first, gint64 width_s)
{
  AnnalsView view = { 0 };

  g_assert_true (annals_view_history_can_go (history, step));
  g_assert_true (annals_view_history_go (history, step, &view));
  g_assert_cmpint (view.first, ==, first);
  g_assert_cmpint (view.last - view.first, ==, width_s);
}

static void
assert_end (AnnalsViewHistory *history, gint step)
{
  AnnalsView view = { 0 };

  g_assert_false (annals_view_history_can_go (history, step));
  g_assert_false (annals_view_history_go (history, step, &view));
}

static void
test_empty (void)
{
  g_autoptr (AnnalsViewHistory) history = annals_view_history_new ();

  assert_end (history, -1);
  assert_end (history, 1);
  rest (history, 0, WIDTH);
  assert_end (history, -1);
  assert_end (history, 1);
}

static void
test_there_and_back (void)
{
  g_autoptr (AnnalsViewHistory) history = annals_view_history_new ();

  rest (history, 0, WIDTH);
  rest (history, 5000, WIDTH);
  rest (history, 5000, 100);
  assert_go (history, -1, 5000, WIDTH);
  assert_go (history, -1, 0, WIDTH);
  assert_end (history, -1);
  assert_go (history, 1, 5000, WIDTH);
  assert_go (history, 1, 5000, 100);
  assert_end (history, 1);

  /* The view that was gone back to comes to rest: nothing new. */
  assert_go (history, -1, 5000, WIDTH);
  rest (history, 5003, WIDTH);
  assert_go (history, 1, 5000, 100);

  /* Somewhere else: what was gone back from is forgotten. */
  assert_go (history, -1, 5003, WIDTH);
  rest (history, 90000, WIDTH);
  assert_end (history, 1);
  assert_go (history, -1, 5003, WIDTH);
}

static void
test_far (void)
{
  static const struct
  {
    AnnalsView from;
    AnnalsView to;
    gboolean far;
  } cases[] = {
    { { 0, 1000, FALSE }, { 0, 1000, FALSE }, FALSE },
    { { 0, 1000, FALSE }, { 300, 1300, FALSE }, FALSE },
    { { 0, 1000, FALSE }, { 500, 1500, FALSE }, TRUE },
    { { 0, 1000, FALSE }, { -500, 500, FALSE }, TRUE },
    { { 0, 1000, FALSE }, { 90, 910, FALSE }, FALSE },
    { { 0, 1000, FALSE }, { 200, 800, FALSE }, TRUE },
    { { 200, 800, FALSE }, { 0, 1000, FALSE }, TRUE },
    { { 0, 0, FALSE }, { 0, 1000, FALSE }, TRUE },
    { { ANNALS_INSTANT_EARLIEST, ANNALS_INSTANT_LATEST, FALSE }, { 0, 1, FALSE }, TRUE },
    { { ANNALS_INSTANT_EARLIEST, ANNALS_INSTANT_LATEST, FALSE },
      { ANNALS_INSTANT_EARLIEST, ANNALS_INSTANT_LATEST, FALSE },
      FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (annals_view_is_far (&cases[i].from, &cases[i].to), ==, cases[i].far);
    }
}

/* Small steps change the view; many of them are a long way all the same. */
static void
test_small_steps (void)
{
  g_autoptr (AnnalsViewHistory) history = annals_view_history_new ();

  rest (history, 0, WIDTH);
  for (gint i = 1; i <= 3; i++)
    rest (history, 100 * i, WIDTH);
  assert_end (history, -1);
  for (gint i = 4; i <= 6; i++)
    rest (history, 100 * i, WIDTH);
  assert_go (history, -1, 400, WIDTH);
  assert_end (history, -1);
  assert_go (history, 1, 600, WIDTH);
}

static void
test_most (void)
{
  g_autoptr (AnnalsViewHistory) history = annals_view_history_new ();
  AnnalsView view;
  guint n_back = 0;

  for (gint i = 0; i < 500; i++)
    rest (history, 10000 * i, WIDTH);
  while (annals_view_history_go (history, -1, &view))
    n_back++;
  g_assert_cmpuint (n_back, ==, ANNALS_VIEW_HISTORY_MOST - 1);
  g_assert_cmpint (view.first, ==, 10000 * (500 - ANNALS_VIEW_HISTORY_MOST));
  annals_view_history_clear (history);
  assert_end (history, -1);
  assert_end (history, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/view-history/empty", test_empty);
  g_test_add_func ("/timeline/view-history/there-and-back", test_there_and_back);
  g_test_add_func ("/timeline/view-history/far", test_far);
  g_test_add_func ("/timeline/view-history/small-steps", test_small_steps);
  g_test_add_func ("/timeline/view-history/most", test_most);
  return g_test_run ();
}
