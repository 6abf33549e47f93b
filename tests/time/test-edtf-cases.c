/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-date.h"

/* Scores the reader against a file of cases gathered elsewhere, which the environment variable
 * ANNALS_EDTF_CASES names: tab separated, with a line of headings; the columns used are the string,
 * its level, whether it is valid, and its earliest and latest day. Only what most of the world
 * agrees on is scored. */

enum
{
  COLUMN_EDTF,
  COLUMN_LEVEL,
  COLUMN_EXPECT,
  COLUMN_EARLIEST,
  COLUMN_LATEST,
  COLUMN_TAG = 10,
  N_COLUMNS,
};

typedef enum
{
  GROUP_LEVEL_0,
  GROUP_LEVEL_1,
  GROUP_LEVEL_2,
  GROUP_LEVEL,
  GROUP_INVALID,
  GROUP_BOUNDS,
  N_GROUPS,
} Group;

static const gchar *const group_names[] = {
  "valid, level 0", "valid, level 1", "valid, level 2", "level", "invalid", "bounds",
};

typedef struct
{
  guint n_right[N_GROUPS];
  guint n_all[N_GROUPS];
} Score;

static gchar *
dup_unescaped (const gchar *field)
{
  static const struct
  {
    const gchar *escape;
    const gchar *meaning;
  } escapes[]
      = { { "\\e", "" }, { "\\s", " " }, { "\\t", "\t" }, { "\\u2212", "−" }, { "\\\\", "\\" } };
  GString *text = g_string_new (NULL);

  while (*field != '\0')
    {
      gsize i;

      for (i = 0; i < G_N_ELEMENTS (escapes); i++)
        if (g_str_has_prefix (field, escapes[i].escape))
          break;
      if (i == G_N_ELEMENTS (escapes))
        {
          g_string_append_c (text, *field++);
          continue;
        }
      g_string_append (text, escapes[i].meaning);
      field += strlen (escapes[i].escape);
    }

  return g_string_free (text, FALSE);
}

static Group
get_group (gchar **row)
{
  if (g_str_equal (row[COLUMN_EXPECT], "invalid"))
    return GROUP_INVALID;
  if (!g_str_equal (row[COLUMN_EXPECT], "valid"))
    return N_GROUPS;
  if (g_str_equal (row[COLUMN_LEVEL], "0"))
    return GROUP_LEVEL_0;
  if (g_str_equal (row[COLUMN_LEVEL], "1"))
    return GROUP_LEVEL_1;

  return GROUP_LEVEL_2;
}

static void
add (Score *score, Group group, gboolean is_right, const gchar *edtf, const gchar *what)
{
  score->n_all[group]++;
  if (is_right)
    score->n_right[group]++;
  else
    g_test_message ("wrong: “%s”: %s", edtf, what);
}

static void
score_bound (Score *score, const gchar *edtf, const gchar *expected, AnnalsInstant bound)
{
  g_autofree gchar *iso = annals_instant_dup_iso_date (bound);
  gboolean is_right;

  if (*expected == '\0')
    return;

  is_right = iso != NULL ? g_str_equal (iso, expected)
                         : g_str_equal (expected, "open") || g_str_equal (expected, "unknown");
  add (score, GROUP_BOUNDS, is_right, edtf, iso != NULL ? iso : "open");
}

static void
score_row (Score *score, gchar **row)
{
  g_autofree gchar *edtf = dup_unescaped (row[COLUMN_EDTF]);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDate) date = NULL;
  Group group = get_group (row);

  if (group == N_GROUPS)
    return;

  date = annals_date_new_from_edtf (edtf, &error);
  add (score, group, (date != NULL) == (group != GROUP_INVALID), edtf,
       error != NULL ? error->message : "read");
  if (date == NULL || group == GROUP_INVALID)
    return;

  /* There is one way to write these. */
  g_assert_cmpstr (annals_date_get_edtf (date), ==, edtf);
  add (score, GROUP_LEVEL, annals_date_get_level (date) == *row[COLUMN_LEVEL] - '0', edtf,
       row[COLUMN_LEVEL]);

  if (g_str_equal (row[COLUMN_TAG], "season-policy"))
    return;
  score_bound (score, edtf, row[COLUMN_EARLIEST],
               annals_span_get_earliest (annals_date_get_span (date)));
  score_bound (score, edtf, row[COLUMN_LATEST],
               annals_span_get_latest (annals_date_get_span (date)));
}

static void
test_cases (void)
{
  const gchar *path = g_getenv ("ANNALS_EDTF_CASES");
  g_autofree gchar *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  Score score = { 0 };

  if (path == NULL)
    {
      g_test_skip ("ANNALS_EDTF_CASES does not name a file of cases");
      return;
    }

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (gsize i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], "\t", -1);

      if (g_strv_length (row) >= N_COLUMNS)
        score_row (&score, row);
    }

  for (gint group = 0; group < N_GROUPS; group++)
    {
      g_test_message ("%s: %u of %u", group_names[group], score.n_right[group], score.n_all[group]);
      g_assert_cmpuint (score.n_all[group], >, 0);
    }
  for (gint group = 0; group < N_GROUPS; group++)
    g_assert_cmpuint (score.n_right[group], ==, score.n_all[group]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/edtf/cases", test_cases);

  return g_test_run ();
}
