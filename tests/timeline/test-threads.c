/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-threads.h"

/* The threads from passages to their mark. */

#define MAX_LINES 4

/* Along the border of the page to the mark. */
#define CROSSING(kind)                                                                \
  kind " 20,474 20,495 46,500 84,500\n" kind " 84,500 145,500 205,500 266,500\n" kind \
       " 330,575 330,515 304,500 266,500\n"
#define THREAD_CROSSING CROSSING ("thread")
#define STRONG_CROSSING CROSSING ("strong")

/* A page of 600 × 400 px above a timeline; its left margin has the gutter. */
static const AnnalsThreadFrame frame = {
  .page = { 0.0, 100.0, 600.0, 400.0 },
  .gutter_px = 20.0,
  .edge_px = 30.0,
  .mark = { 300.0, 580.0, 100.0, 15.0 },
};

typedef struct
{
  const gchar *name;
  AnnalsThreadLine lines[MAX_LINES];
  guint n_lines;
  const gchar *dump;
} Case;

static const Case cases[] = {
  { "none", { { 0 } }, 0, "" },
  { "one",
    { { 200.0, FALSE } },
    1,
    "thread 30,200 24,200 20,204 20,212\n"
    "thread 20,212 20,299 20,387 20,474\n" THREAD_CROSSING "to 330,575\n" },
  { "current alone",
    { { 200.0, TRUE } },
    1,
    "strong 30,200 24,200 20,204 20,212\n"
    "strong 20,212 20,299 20,387 20,474\n" STRONG_CROSSING "to 330,575\n" },
  { "current below another",
    { { 200.0, FALSE }, { 300.0, TRUE } },
    2,
    "thread 30,200 24,200 20,204 20,212\n"
    "thread 20,212 20,299 20,387 20,474\n" THREAD_CROSSING "strong 30,300 24,300 20,304 20,312\n"
    "strong 20,312 20,366 20,420 20,474\n" STRONG_CROSSING "to 330,575\n" },
  { "current above another",
    { { 200.0, TRUE }, { 300.0, FALSE } },
    2,
    "thread 30,300 24,300 20,304 20,312\n"
    "strong 30,200 24,200 20,204 20,212\n"
    "strong 20,212 20,299 20,387 20,474\n" STRONG_CROSSING "to 330,575\n" },
  { "last line of the page",
    { { 495.0, FALSE } },
    1,
    "thread 30,495 24,495 20,499 20,507\n"
    "thread 20,507 20,507 46,507 84,507\n"
    "thread 84,507 145,507 205,507 266,507\n"
    "thread 330,575 330,521 304,507 266,507\n"
    "to 330,575\n" },
  { "above and below",
    { { -1e6, TRUE }, { 1e6, FALSE } },
    2,
    "thread 20,100 20,105 20,111 20,116 1.0–0.0\n"
    "thread 20,484 20,489 20,495 20,500 0.0–1.0\n" },
  { "above, and one in sight",
    { { -1e6, FALSE }, { 400.0, TRUE } },
    2,
    "thread 20,100 20,105 20,111 20,116 1.0–0.0\n"
    "strong 30,400 24,400 20,404 20,412\n"
    "strong 20,412 20,433 20,453 20,474\n" STRONG_CROSSING "to 330,575\n" },
  { "below, and one in sight",
    { { 400.0, TRUE }, { 1e6, FALSE } },
    2,
    "strong 30,400 24,400 20,404 20,412\n"
    "strong 20,412 20,433 20,453 20,474\n" STRONG_CROSSING "to 330,575\n" },
};

static void
test_dump (gconstpointer data)
{
  const Case *entry = data;
  g_auto (AnnalsThreads) threads = { 0 };
  g_autofree gchar *dump = NULL;

  annals_threads_build (&threads, &frame, entry->lines, entry->n_lines);
  dump = annals_threads_dump (&threads);
  g_assert_cmpstr (dump, ==, entry->dump);
}

static void
test_target (void)
{
  AnnalsRect mark = { 300.0, 0.0, 100.0, 15.0 };

  g_assert_cmpfloat (annals_threads_get_target_x (&mark, 0.0), ==, 330.0);
  g_assert_cmpfloat (annals_threads_get_target_x (&mark, 345.0), ==, 345.0);
  g_assert_cmpfloat (annals_threads_get_target_x (&mark, 900.0), ==, 370.0);
}

static gdouble
get_distance (const AnnalsThreads *a, const AnnalsThreads *b)
{
  gdouble most = 0.0;

  g_assert_cmpuint (a->curves->len, ==, b->curves->len);
  for (guint i = 0; i < a->curves->len; i++)
    for (guint k = 0; k < 4; k++)
      {
        const AnnalsThreadCurve *first = &g_array_index (a->curves, AnnalsThreadCurve, i);
        const AnnalsThreadCurve *second = &g_array_index (b->curves, AnnalsThreadCurve, i);

        most = MAX (most, fabs (first->x[k] - second->x[k]));
        most = MAX (most, fabs (first->y[k] - second->y[k]));
      }

  return most;
}

/* While the text scrolls, the timeline pans and the border moves, no point ever jumps. */
static void
test_moves_evenly (void)
{
  AnnalsThreadLine lines[] = { { 480.0, FALSE }, { 490.0, TRUE } };
  AnnalsThreadFrame moving = frame;
  g_auto (AnnalsThreads) last = { 0 };

  annals_threads_build (&last, &moving, lines, G_N_ELEMENTS (lines));
  for (guint step = 0; step < 1000; step++)
    {
      AnnalsThreads next = { 0 };

      lines[0].y_px -= 0.25;
      lines[1].y_px -= 0.25;
      moving.mark.x += 0.5 - 1.0 * (step % 200 < 100);
      moving.page.height += 0.25 - 0.5 * (step % 100 < 50);
      annals_threads_build (&next, &moving, lines, G_N_ELEMENTS (lines));
      if (next.curves->len == last.curves->len)
        g_assert_cmpfloat (get_distance (&last, &next), <=, 0.75);
      annals_threads_clear (&last);
      last = next;
    }
}

/* Sixty passages make one figure: a turn each, and one way to the mark. */
static void
test_many (void)
{
  AnnalsThreadLine lines[60];
  g_auto (AnnalsThreads) threads = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    lines[i] = (AnnalsThreadLine){ 100.0 + 6.0 * i, i == 30 };
  annals_threads_build (&threads, &frame, lines, G_N_ELEMENTS (lines));
  g_assert_cmpuint (threads.curves->len, ==, 60 + 4 + 4);
  for (guint i = 0; i < threads.curves->len; i++)
    g_assert_true (g_array_index (threads.curves, AnnalsThreadCurve, i).strong
                   == (i >= threads.curves->len - 5));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/timeline/threads/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_dump);
    }
  g_test_add_func ("/timeline/threads/target", test_target);
  g_test_add_func ("/timeline/threads/moves-evenly", test_moves_evenly);
  g_test_add_func ("/timeline/threads/many", test_many);

  return g_test_run ();
}
