/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-file-views.h"
#include "annals-session-entry.h"

/* What is remembered of windows and views comes back as it was, and what was not written so is read
 * as if it were not there. */

#define HEAD "[Session]\nversion=1\nattempts=2\n"
#define WINDOW "[Window 1]\nkind=file\nname=file:///a.xml\n"

static AnnalsSessionEntry *
new_entry (void)
{
  AnnalsSessionEntry *entry = annals_session_entry_new ();

  entry->kind = ANNALS_SESSION_FILE;
  entry->name = g_strdup ("file:///home/ann/B%C3%BCcher/a%20b;=%5B1%5D.annals.xml");
  entry->state = (AnnalsWindowState){ 1234, 567, TRUE, 0.61803398874989484, 0.25 };
  entry->focus = ANNALS_FOCUS_TIMELINE;
  entry->is_fullscreen = TRUE;
  entry->shows_events = TRUE;
  entry->is_active = TRUE;
  entry->view.has_range = TRUE;
  entry->view.filters = TRUE;
  entry->view.filter = (AnnalsRange){ ANNALS_INSTANT_MIN, 4711, ANNALS_WITHIN_POSSIBLE };
  entry->view.first = ANNALS_INSTANT_EARLIEST;
  entry->view.last = ANNALS_INSTANT_LATEST;
  entry->view.event = g_strdup (" öl;krise=\n[2]\t");
  entry->view.closed_lanes = g_strsplit ("lane-world|öl;krise", "|", -1);
  entry->view.hidden_lanes = g_strsplit ("lane-text", "|", -1);
  entry->view.breaks = (AnnalsBreaksByHand){
    .compressed = { { ANNALS_INSTANT_EARLIEST, -5 }, { 0, 0 }, { 7, ANNALS_INSTANT_LATEST } },
    .n_compressed = 3,
    .opened = { { -5, 5 } },
    .n_opened = 1,
  };
  entry->view.passage = 3;
  entry->view.where = ANNALS_WHERE_SOURCE;
  entry->view.place = G_GINT64_CONSTANT (5000000000);
  return entry;
}

/* None is the same as an empty one. */
static void
assert_same_list (gchar **list, gchar **other)
{
  static const gchar *const none[] = { NULL };

  g_assert_true (g_strv_equal (list != NULL ? (const gchar *const *) list : none,
                               other != NULL ? (const gchar *const *) other : none));
}

static void
assert_same_breaks (const AnnalsBreak *breaks,
                    guint n_breaks,
                    const AnnalsBreak *others,
                    guint n_others)
{
  g_assert_cmpuint (n_breaks, ==, n_others);
  for (guint i = 0; i < n_breaks; i++)
    {
      g_assert_cmpint (breaks[i].first, ==, others[i].first);
      g_assert_cmpint (breaks[i].last, ==, others[i].last);
    }
}

static void
assert_same_view (const AnnalsViewState *view, const AnnalsViewState *other)
{
  g_assert_cmpint (view->has_range, ==, other->has_range);
  g_assert_cmpint (view->filters, ==, other->filters);
  if (view->filters)
    {
      g_assert_cmpint (view->filter.first, ==, other->filter.first);
      g_assert_cmpint (view->filter.last, ==, other->filter.last);
      g_assert_cmpint (view->filter.within, ==, other->filter.within);
    }
  if (view->has_range)
    {
      g_assert_cmpint (view->first, ==, other->first);
      g_assert_cmpint (view->last, ==, other->last);
    }
  g_assert_cmpstr (view->event, ==, other->event);
  assert_same_list (view->closed_lanes, other->closed_lanes);
  assert_same_list (view->hidden_lanes, other->hidden_lanes);
  assert_same_breaks (view->breaks.compressed, view->breaks.n_compressed, other->breaks.compressed,
                      other->breaks.n_compressed);
  assert_same_breaks (view->breaks.opened, view->breaks.n_opened, other->breaks.opened,
                      other->breaks.n_opened);
  g_assert_cmpint (view->passage, ==, other->passage);
  g_assert_cmpint (view->where, ==, other->where);
  g_assert_cmpint (view->place, ==, other->place);
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (
      (GDestroyNotify) annals_session_entry_free);
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree gchar *text = NULL;
  AnnalsSessionEntry *entry = new_entry ();
  AnnalsSessionEntry *other = annals_session_entry_new ();
  guint n_attempts = 0;

  g_ptr_array_add (entries, entry);
  other->kind = ANNALS_SESSION_EXAMPLE;
  g_ptr_array_add (entries, other);
  text = annals_session_entries_dup_text (entries, 2);
  read = annals_session_entries_parse (text, &n_attempts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_attempts, ==, 2);
  g_assert_cmpuint (read->len, ==, 2);

  other = g_ptr_array_index (read, 0);
  g_assert_cmpint (other->kind, ==, ANNALS_SESSION_FILE);
  g_assert_cmpstr (other->name, ==, entry->name);
  g_assert_cmpint (other->state.width, ==, 1234);
  g_assert_cmpint (other->state.height, ==, 567);
  g_assert_true (other->state.maximized);
  g_assert_cmpfloat (other->state.reader_position, ==, entry->state.reader_position);
  g_assert_cmpfloat (other->state.timeline_position, ==, 0.25);
  g_assert_cmpint (other->focus, ==, ANNALS_FOCUS_TIMELINE);
  g_assert_true (other->is_fullscreen);
  g_assert_true (other->shows_events);
  g_assert_true (other->is_active);
  assert_same_view (&other->view, &entry->view);

  other = g_ptr_array_index (read, 1);
  g_assert_cmpint (other->kind, ==, ANNALS_SESSION_EXAMPLE);
  assert_same_view (&other->view, &(AnnalsViewState) ANNALS_VIEW_STATE_INIT);
}

/* A list that cannot be read says so in a sentence; one that can leaves out what makes no sense. */
static void
test_broken (void)
{
  static const struct
  {
    const gchar *text;
    gint code;       /* of the error, or -1 */
    guint n_windows; /* otherwise */
  } cases[] = {
    { "", G_IO_ERROR_INVALID_DATA },
    { "no key file at all", G_IO_ERROR_INVALID_DATA },
    { "\xff\xfe\x01\x02", G_IO_ERROR_INVALID_DATA },
    { "[Session]\n", G_IO_ERROR_INVALID_DATA },
    { "[Session]\nversion=0\n", G_IO_ERROR_INVALID_DATA },
    { "[Session]\nversion=soon\n" WINDOW, G_IO_ERROR_INVALID_DATA },
    { "[Session]\nversion=2\n" WINDOW, G_IO_ERROR_NOT_SUPPORTED },
    { HEAD, -1, 0 },
    { HEAD "[Window 1]\n", -1, 0 },
    { HEAD "[Window 1]\nkind=aquarium\n", -1, 0 },
    { HEAD "[Window 1]\nkind=file\n", -1, 0 },
    { HEAD "[Window 1]\nkind=file\nname=no uri\n", -1, 0 },
    { HEAD "[Window 1]\nkind=draft\nname=../../.ssh/id\n", -1, 0 },
    { HEAD "[Window 1]\nkind=draft\nname=c25b0123-46b4-4be5-9b31-f5ad3a9fca6f\n", -1, 1 },
    { HEAD "[Window 1]\nkind=example\n[Window 2]\nkind=\n[Window 3]\nkind=empty\n", -1, 2 },
    { HEAD WINDOW "[Something]\nelse=1\n", -1, 1 },
    { HEAD WINDOW "width=wide\nheight=-5\nmaximized=perhaps\n", -1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint n_attempts = 0;
      g_autoptr (GPtrArray) read = annals_session_entries_parse (cases[i].text, &n_attempts,
                                                                 &error);

      g_test_message ("case %u", i);
      if (cases[i].code >= 0)
        {
          g_assert_error (error, G_IO_ERROR, cases[i].code);
          g_assert_true (g_str_has_suffix (error->message, "."));
          g_assert_null (read);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (n_attempts, ==, 2);
      g_assert_cmpuint (read->len, ==, cases[i].n_windows);
    }
}

/* Values that cannot be are read as if nothing were said. */
static void
test_odd_values (void)
{
  static const struct
  {
    const gchar *line;
    AnnalsViewState view;
  } cases[] = {
    { "range-first=9\nrange-last=5\nrange-within=certain",
      { FALSE, 0, 0, NULL, -1, ANNALS_WHERE_ANY, ANNALS_PLACE_ANY } },
    { "range-first=5\nrange-last=9\nrange-within=surely",
      { FALSE, 0, 0, NULL, -1, ANNALS_WHERE_ANY, ANNALS_PLACE_ANY } },
    { "range-first=5\nrange-last=9\nrange-within=certain",
      { FALSE,
        0,
        0,
        NULL,
        -1,
        ANNALS_WHERE_ANY,
        ANNALS_PLACE_ANY,
        TRUE,
        { 5, 9, ANNALS_WITHIN_CERTAIN } } },
    { "first=5\nlast=9", { TRUE, 5, 9, NULL, -1, ANNALS_WHERE_ANY, ANNALS_PLACE_ANY } },
    { "first=9\nlast=5", { FALSE, 9, 5, NULL, -1, ANNALS_WHERE_ANY, ANNALS_PLACE_ANY } },
    { "first=5\nlast=5", { FALSE, 5, 5, NULL, -1, ANNALS_WHERE_ANY, ANNALS_PLACE_ANY } },
    { "first=-9223372036854775808\nlast=5",
      { FALSE, G_MININT64, 5, NULL, -1, ANNALS_WHERE_ANY, ANNALS_PLACE_ANY } },
    { "first=99999999999999999999\nlast=x",
      { FALSE, 0, 0, NULL, -1, ANNALS_WHERE_ANY, ANNALS_PLACE_ANY } },
    { "passage=-7", { FALSE, 0, 0, NULL, -1, ANNALS_WHERE_ANY, ANNALS_PLACE_ANY } },
    { "passage=5000000000", { FALSE, 0, 0, NULL, G_MAXINT, ANNALS_WHERE_ANY, ANNALS_PLACE_ANY } },
    { "where=source", { FALSE, 0, 0, NULL, -1, ANNALS_WHERE_SOURCE, ANNALS_PLACE_ANY } },
    { "where=nowhere", { FALSE, 0, 0, NULL, -1, ANNALS_WHERE_ANY, ANNALS_PLACE_ANY } },
    { "place=-3", { FALSE, 0, 0, NULL, -1, ANNALS_WHERE_ANY, ANNALS_PLACE_ANY } },
    { "place=0", { FALSE, 0, 0, NULL, -1, ANNALS_WHERE_ANY, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GKeyFile) keys = g_key_file_new ();
      g_autofree gchar *text = g_strconcat ("[A]\n", cases[i].line, "\n", NULL);
      g_auto (AnnalsViewState) view = ANNALS_VIEW_STATE_INIT;

      g_test_message ("%s", cases[i].line);
      g_assert_true (g_key_file_load_from_data (keys, text, -1, G_KEY_FILE_NONE, NULL));
      annals_view_state_read (&view, keys, "A");
      assert_same_view (&view, &cases[i].view);
    }
}

/* Of the stretches that are compressed, those that are none are left out, and so is what goes
 * beyond the most that there can be. */
static void
test_odd_breaks (void)
{
  static const struct
  {
    const gchar *list;
    guint n_breaks;
  } cases[] = {
    { "1/2;", 1 },
    { "1/2;3/4;", 2 },
    { "2/1;3/4;", 1 },
    { "1;/;1/;/2;1/2/3;a/b;1 / 2;5/6;", 1 },
    { "-9223372036854775808/5;-9223372036854775807/5;", 1 },
    { "5/9223372036854775807;5/9223372036854775806;5/99999999999999999999;", 1 },
    { "1/1;2/2;3/3;4/4;5/5;6/6;7/7;8/8;9/9;10/10;11/11;12/12;13/13;14/14;15/15;16/16;17/17;", 16 },
    { "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GKeyFile) keys = g_key_file_new ();
      g_autofree gchar *text = g_strdup_printf ("[A]\ncompressed=%s\nopened=%s\n", cases[i].list,
                                                cases[i].list);
      g_auto (AnnalsViewState) view = ANNALS_VIEW_STATE_INIT;

      g_test_message ("%s", cases[i].list);
      g_assert_true (g_key_file_load_from_data (keys, text, -1, G_KEY_FILE_NONE, NULL));
      annals_view_state_read (&view, keys, "A");
      g_assert_cmpuint (view.breaks.n_compressed, ==, cases[i].n_breaks);
      assert_same_breaks (view.breaks.compressed, view.breaks.n_compressed, view.breaks.opened,
                          view.breaks.n_opened);
    }
}

static void
test_odd_sizes (void)
{
  static const gchar *text = HEAD WINDOW "width=99999999999\nheight=-5\nreader-position=nan\n"
                                         "timeline-position=7.5\nfocus=ceiling\n";
  guint n_attempts = 0;
  g_autoptr (GPtrArray) read = annals_session_entries_parse (text, &n_attempts, NULL);
  const AnnalsSessionEntry *entry = g_ptr_array_index (read, 0);

  g_assert_cmpint (entry->state.width, ==, 32767);
  g_assert_cmpint (entry->state.height, ==, 0);
  g_assert_cmpfloat (entry->state.reader_position, ==, 0.7);
  g_assert_cmpfloat (entry->state.timeline_position, ==, 1.0);
  g_assert_cmpint (entry->focus, ==, ANNALS_FOCUS_NONE);
}

/* How files are looked at. */

static void
remember (AnnalsFileViews *views, guint i)
{
  g_autofree gchar *uri = g_strdup_printf ("file:///%u", i);
  g_auto (AnnalsViewState) view = ANNALS_VIEW_STATE_INIT;

  view.place = i;
  annals_file_views_remember (views, uri, &view);
}

static void
assert_place (AnnalsFileViews *views, guint i, gboolean is_known)
{
  g_autofree gchar *uri = g_strdup_printf ("file:///%u", i);
  const AnnalsViewState *view = annals_file_views_find (views, uri);

  g_assert_cmpint (view != NULL, ==, is_known);
  if (is_known)
    g_assert_cmpint (view->place, ==, i);
}

/* The latest files are remembered, the oldest forgotten; and so they are after being written. */
static void
test_views (void)
{
  g_autoptr (AnnalsFileViews) views = annals_file_views_new (NULL);
  g_autoptr (AnnalsFileViews) read = NULL;
  g_autofree gchar *text = NULL;
  AnnalsFileViews *both[2] = { views, NULL };

  for (guint i = 0; i < ANNALS_FILE_VIEWS_MAX; i++)
    remember (views, i);
  remember (views, 0);
  remember (views, ANNALS_FILE_VIEWS_MAX);
  text = annals_file_views_dup_text (views);
  both[1] = read = annals_file_views_new (text);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      assert_place (both[i], 0, TRUE);
      assert_place (both[i], 1, FALSE);
      assert_place (both[i], 2, TRUE);
      assert_place (both[i], ANNALS_FILE_VIEWS_MAX, TRUE);
    }

  /* The order is written, too: the next one drives out the oldest. */
  remember (read, ANNALS_FILE_VIEWS_MAX + 1);
  assert_place (read, 2, FALSE);
  assert_place (read, 0, TRUE);
}

/* What is found in the list can be remembered anew. */
static void
test_views_itself (void)
{
  g_autoptr (AnnalsFileViews) views = annals_file_views_new (NULL);
  g_auto (AnnalsViewState) view = ANNALS_VIEW_STATE_INIT;

  view.event = g_strdup ("cold-war");
  annals_file_views_remember (views, "file:///a", &view);
  annals_file_views_remember (views, "file:///a", annals_file_views_find (views, "file:///a"));
  g_assert_cmpstr (annals_file_views_find (views, "file:///a")->event, ==, "cold-war");
}

static void
test_views_broken (void)
{
  static const gchar *const texts[]
      = { "", "?", "[File 1]\n", "[File 1]\nplace=3\n", "\xff\xff", "[File 1\nuri=file:///a\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (AnnalsFileViews) views = annals_file_views_new (texts[i]);
      g_autofree gchar *text = annals_file_views_dup_text (views);

      g_assert_cmpstr (text, ==, "");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/session-entry/round-trip", test_round_trip);
  g_test_add_func ("/app/session-entry/broken", test_broken);
  g_test_add_func ("/app/session-entry/odd-values", test_odd_values);
  g_test_add_func ("/app/session-entry/odd-sizes", test_odd_sizes);
  g_test_add_func ("/app/session-entry/odd-breaks", test_odd_breaks);
  g_test_add_func ("/app/file-views/latest", test_views);
  g_test_add_func ("/app/file-views/itself", test_views_itself);
  g_test_add_func ("/app/file-views/broken", test_views_broken);

  return g_test_run ();
}
