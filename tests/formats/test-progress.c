/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "annals-formats.h"
#include "annals-tei-reader.h"

/* How far the reading of a long file is, and that it stops when it is told to. */

#define N_EVENTS 20000

typedef struct
{
  gdouble last;
  guint n_told;
  gdouble cancel_at;
  GCancellable *cancellable;
} Watching;

static GBytes *
create_file (void)
{
  GString *tei = g_string_new ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc>"
                               "<titleStmt><title>Many</title></titleStmt><publicationStmt><p/>"
                               "</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>"
                               "</teiHeader><standOff><listEvent>");

  for (guint i = 0; i < N_EVENTS; i++)
    g_string_append_printf (tei,
                            "<event xml:id=\"e%u\" when-custom=\"%u\" datingMethod=\"#edtf\">"
                            "<label>Event %u</label></event>",
                            i, 1000 + i % 1000, i);
  g_string_append (tei, "</listEvent></standOff></TEI>");
  return g_string_free_to_bytes (tei);
}

static void
watch_cb (gdouble fraction, gpointer user_data)
{
  Watching *watching = user_data;

  g_assert_cmpfloat (fraction, >=, watching->last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  watching->last = fraction;
  watching->n_told++;
  if (fraction >= watching->cancel_at)
    g_cancellable_cancel (watching->cancellable);
}

static void
test_grows (void)
{
  g_autoptr (GBytes) bytes = create_file ();
  g_autoptr (GError) error = NULL;
  Watching watching = { .cancel_at = 2.0 };
  AnnalsProgress progress = { watch_cb, &watching, NULL };
  g_autoptr (AnnalsDocument) document = annals_tei_read_watched (bytes, "many.xml", NULL, &progress,
                                                                 &error);

  g_assert_no_error (error);
  g_assert_cmpuint (annals_document_get_n_events (document), ==, N_EVENTS);
  g_assert_cmpuint (watching.n_told, >=, 2 * N_EVENTS / ANNALS_PROGRESS_EVERY);
  g_assert_cmpfloat (watching.last, >, 0.7);
}

static void
test_stops (void)
{
  static const gdouble cases[] = { 0.0, 0.2, 0.45, 0.6, 0.8 };
  g_autoptr (GBytes) bytes = create_file ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Watching watching = { .cancel_at = cases[i], .cancellable = cancellable };
      AnnalsProgress progress = { watch_cb, &watching, cancellable };

      g_assert_null (annals_tei_read_watched (bytes, "many.xml", NULL, &progress, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpfloat (watching.last, <, cases[i] + 0.1);
    }
}

#define N_LINES 200000

/* A plain text of some megabytes, in a file. */
static GFile *
write_text (gchar **path)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree gchar *folder = g_dir_make_tmp ("annals-XXXXXX", NULL);

  for (guint i = 0; i < N_LINES; i++)
    g_string_append_printf (words, "Line %u of a text that is long enough to take a while.\r\n", i);
  *path = g_build_filename (folder, "long.txt", NULL);
  g_assert_true (g_file_set_contents (*path, words->str, (gssize) words->len, NULL));
  return g_file_new_for_path (*path);
}

static void
remove_text (const gchar *path)
{
  g_autofree gchar *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

/* Reading, decoding, and making a text of it: none of it goes on for long without a word. */
static void
test_plain_text (void)
{
  static const gdouble cases[] = { 2.0, 0.0, 0.05, 0.1, 0.2, 0.3, 0.6, 0.7, 0.8 };
  g_autofree gchar *path = NULL;
  g_autoptr (GFile) file = write_text (&path);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Watching watching = { .cancel_at = cases[i], .cancellable = cancellable };
      AnnalsProgress progress = { watch_cb, &watching, cancellable };
      g_autoptr (AnnalsDocument) document = annals_formats_open_watched (file, &progress, &error);

      if (cases[i] < 1.0)
        {
          g_assert_null (document);
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          g_assert_cmpfloat (watching.last, <, cases[i] + 0.35);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (
          annals_text_get_n_bytes (annals_document_get_text (document, ANNALS_WHERE_TEXT)), >,
          N_LINES * 50);
      g_assert_cmpuint (watching.n_told, >=, 20);
      g_assert_cmpfloat (watching.last, >=, 0.8);
    }
  remove_text (path);
}

/* What looks for the source of a document says so too, and leaves the document alone when it is
 * stopped. */
static void
test_source (void)
{
  static const gdouble cases[] = { 2.0, 0.0, 0.05, 0.2, 0.35, 0.5 };
  g_autofree gchar *path = NULL;
  g_autoptr (GFile) file = write_text (&path);
  g_autoptr (AnnalsDocument) document = annals_formats_open_bundled (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Watching watching = { .cancel_at = cases[i], .cancellable = cancellable };
      AnnalsProgress progress = { watch_cb, &watching, cancellable };

      g_assert_false (annals_formats_link_source_watched (document, file, &progress, &error));
      g_assert_null (annals_document_get_text (document, ANNALS_WHERE_SOURCE));
      if (cases[i] > 1.0)
        {
          g_assert_error (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_CONTENT);
          g_assert_cmpuint (watching.n_told, >=, 20);
          continue;
        }
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  remove_text (path);
}

/* A part within a part; and nobody who wants to know of the whole. */
static void
test_parts (void)
{
  Watching watching = { .cancel_at = 2.0 };
  AnnalsProgress progress = { watch_cb, &watching, NULL };
  AnnalsProgressPart half;
  AnnalsProgressPart quarter;

  annals_progress_part_init (&half, &progress, 0.5, 1.0);
  annals_progress_part_init (&quarter, &half.progress, 0.5, 1.0);
  g_assert_true (annals_progress_tell (&half.progress, 0.25, NULL));
  g_assert_cmpfloat_with_epsilon (watching.last, 0.625, 1e-9);
  g_assert_true (annals_progress_tell (&quarter.progress, 0.5, NULL));
  g_assert_cmpfloat_with_epsilon (watching.last, 0.875, 1e-9);
  annals_progress_part_init (&half, NULL, 0.5, 1.0);
  annals_progress_part_init (&quarter, &half.progress, 0.5, 1.0);
  g_assert_true (annals_progress_tell (&quarter.progress, 0.5, NULL));
  g_assert_cmpuint (watching.n_told, ==, 2);
}

/* Nobody has to want to know. */
static void
test_nobody (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  AnnalsProgress progress = { NULL, NULL, cancellable };

  g_assert_true (annals_progress_tell (NULL, 0.5, &error));
  g_assert_true (annals_progress_tell (&progress, 0.5, &error));
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (annals_progress_tell (&progress, 0.5, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/progress/grows", test_grows);
  g_test_add_func ("/formats/progress/stops", test_stops);
  g_test_add_func ("/formats/progress/plain-text", test_plain_text);
  g_test_add_func ("/formats/progress/source", test_source);
  g_test_add_func ("/formats/progress/parts", test_parts);
  g_test_add_func ("/formats/progress/nobody", test_nobody);

  return g_test_run ();
}
