/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-date-parser.h"

/* Dates as people type them, from the table of phrases: the phrase, its EDTF, and with | between
 * them the other readings there have to be. “!” and words that the reason has to contain stand
 * where it has to be refused. */

static AnnalsDateParser *parser;

static void
check_refused (const gchar *phrase, const gchar *reason, GPtrArray *readings, const GError *error)
{
  if (readings != NULL)
    g_error ("“%s” should be refused", phrase);
  if (strstr (error->message, reason) == NULL)
    g_error ("“%s” is refused with “%s”, which lacks “%s”", phrase, error->message, reason);
}

static gboolean
has_reading (GPtrArray *readings, const gchar *edtf)
{
  for (guint i = 0; i < readings->len; i++)
    {
      const AnnalsDateReading *reading = g_ptr_array_index (readings, i);

      if (strcmp (annals_date_get_edtf (reading->date), edtf) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
check_phrase (const gchar *phrase, const gchar *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = annals_date_parser_parse (parser, phrase, &error);
  g_auto (GStrv) edtfs = g_strsplit (expected, " | ", -1);
  const AnnalsDateReading *first;

  g_assert_true ((readings == NULL) == (error != NULL));
  if (*expected == '!')
    {
      check_refused (phrase, expected + 1, readings, error);
      return;
    }
  if (readings == NULL)
    g_error ("“%s” is refused: %s", phrase, error->message);

  first = g_ptr_array_index (readings, 0);
  if (strcmp (annals_date_get_edtf (first->date), edtfs[0]) != 0)
    g_error ("“%s” is read as %s rather than %s", phrase, annals_date_get_edtf (first->date),
             edtfs[0]);
  for (guint i = 1; edtfs[i] != NULL; i++)
    if (!has_reading (readings, edtfs[i]))
      g_error ("“%s” is not read as %s, too", phrase, edtfs[i]);
  for (guint i = 0; readings->len > 1 && i < readings->len; i++)
    g_assert_true (i == 0
                   || ((AnnalsDateReading *) g_ptr_array_index (readings, i))->reason != NULL);
}

static void
test_phrases (void)
{
  g_autofree gchar *path = g_test_build_filename (G_TEST_DIST, "data", "date-phrases.tsv", NULL);
  g_autofree gchar *table = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_phrases = 0;

  g_file_get_contents (path, &table, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = NULL;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      columns = g_strsplit (lines[i], "\t", -1);
      g_assert_cmpuint (g_strv_length (columns), ==, 2);
      check_phrase (columns[0], columns[1]);
      n_phrases++;
    }
  g_assert_cmpuint (n_phrases, >=, 400);
}

int
main (int argc, char **argv)
{
  gint result;

  g_test_init (&argc, &argv, NULL);
  parser = annals_date_parser_new ("en_US");

  g_test_add_func ("/time/date-parser/phrases", test_phrases);

  result = g_test_run ();
  annals_date_parser_unref (parser);

  return result;
}
