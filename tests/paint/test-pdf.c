/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "annals-export.h"
#include "sample-document.h"

/* Timelines as PDF: the same bytes every time, pages of the right size, an outline, links that lead
 * somewhere, text that is text, and the evidence. Where Poppler's tools are installed they read it.
 */

static GBytes *export(AnnalsDocument *document, const AnnalsExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = annals_export_to_bytes (document, options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static GBytes *
export_commentary (guint pages, gboolean evidence)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;

  options.format = ANNALS_EXPORT_PDF;
  options.width_px = 1123;
  options.height_px = 794;
  options.pages = pages;
  options.evidence = evidence;
  options.title = "Alliance – 日米同盟";
  return export(document, &options);
}

static guint
count (GBytes *bytes, const gchar *text)
{
  gsize size;
  const gchar *data = g_bytes_get_data (bytes, &size);
  const gchar *end = data + size;
  guint n = 0;

  for (const gchar *p = data; (p = memmem (p, end - p, text, strlen (text))) != NULL;
       p += strlen (text))
    n++;
  return n;
}

static guint
count_pages (GBytes *bytes)
{
  return count (bytes, "/Type /Page") - count (bytes, "/Type /Pages");
}

static gchar *
run_tool (GBytes *bytes, const gchar *tool, const gchar *const *options)
{
  g_autofree gchar *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  gint file = g_file_open_tmp ("annals-XXXXXX.pdf", &path, NULL);
  gchar *out = NULL;
  gint status;

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  g_strv_builder_add (builder, tool);
  g_strv_builder_addv (builder, (const char **) options);
  g_strv_builder_add (builder, path);
  if (strcmp (tool, "pdftotext") == 0)
    g_strv_builder_add (builder, "-");
  arguments = g_strv_builder_end (builder);
  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  return out;
}

static gboolean
has_tool (const gchar *tool)
{
  g_autofree gchar *path = g_find_program_in_path (tool);

  if (path == NULL)
    g_test_skip ("Poppler's tools are not installed");
  return path != NULL;
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = export_commentary (2, TRUE);
  g_autoptr (GBytes) second = export_commentary (2, TRUE);

  g_assert_cmpuint (count (first, "%PDF-1."), ==, 1);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpuint (count (first, "/CreationDate"), ==, 0);
}

/* Events without quotations fill a page, one below the other, and long names leave none empty. */
static void
test_bare_events (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new ("2004");
  g_autofree gchar *word = g_strnfill (9, 'w');
  g_autoptr (GString) name = g_string_new (NULL);
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) longer = NULL;

  options.format = ANNALS_EXPORT_PDF;
  for (guint i = 0; i < 32; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("event-%u", i);

      sample_document_add (document, id, "Bare", "1970/1980", NULL, 0, ANNALS_STATUS_HAPPENED);
    }
  bytes = export(document, &options);
  g_assert_cmpuint (count_pages (bytes), >=, 3);
  g_assert_cmpuint (count_pages (bytes), <=, 4);

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (name, "%s ", word);
  sample_document_add (document, "long", name->str, "1990", NULL, 0, ANNALS_STATUS_HAPPENED);
  longer = export(document, &options);
  g_assert_cmpuint (count_pages (longer), <=, count_pages (bytes) + 4);
}

/* A build that has to be told the time is told it by the environment. */
static void
test_date (void)
{
  g_autoptr (GBytes) dated = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1074816000", TRUE);
  dated = export_commentary (1, FALSE);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_cmpuint (count (dated, "20040123000000Z)"), ==, 1);
}

static void
test_pages (void)
{
  g_autoptr (GBytes) one = export_commentary (1, FALSE);
  g_autoptr (GBytes) three = export_commentary (3, FALSE);
  g_autoptr (GBytes) listed = export_commentary (3, TRUE);

  g_assert_cmpuint (count (one, "/MediaBox [ 0 0 841.88"), ==, 1);
  g_assert_cmpuint (count_pages (one), ==, 1);
  g_assert_cmpuint (count_pages (three), ==, 3);
  g_assert_cmpuint (count (three, "/MediaBox [ 0 0 841.88"), ==, 3);
  g_assert_cmpuint (count (listed, "/MediaBox [ 0 0 841.88"), ==, 3);
  g_assert_cmpuint (count (listed, "/MediaBox [ 0 0 595.2"), >=, 1);
}

static void
test_outline (void)
{
  static const gchar *const entries[] = { "/Title (Timeline)", "/Title (World)",
                                          "/Title (Cold War)", "/Title (Oil crises)" };
  g_autoptr (GBytes) bytes = export_commentary (1, TRUE);
  g_autoptr (GBytes) bare = export_commentary (1, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_assert_cmpuint (count (bytes, entries[i]), ==, 1);
      g_assert_cmpuint (count (bare, entries[i]), ==, 1);
    }
}

/* Every event is linked with its entry and back; without entries there are no links. */
static void
test_links (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (GBytes) bytes = export_commentary (1, TRUE);
  g_autoptr (GBytes) bare = export_commentary (1, FALSE);
  guint n_events = annals_document_get_n_events (document);

  g_assert_cmpuint (count (bytes, "/Subtype /Link"), ==, 2 * n_events);
  g_assert_cmpuint (count (bare, "/Subtype /Link"), ==, 0);
  for (guint i = 0; i < n_events; i++)
    {
      g_autofree gchar *to_entry = g_strdup_printf ("/Dest (event-%u)", i);
      g_autofree gchar *to_mark = g_strdup_printf ("/Dest (mark-%u)", i);
      g_autofree gchar *entry = g_strdup_printf ("   (event-%u) [", i);
      g_autofree gchar *mark = g_strdup_printf ("   (mark-%u) [", i);

      g_assert_cmpuint (count (bytes, to_entry), >=, 1);
      g_assert_cmpuint (count (bytes, to_mark), >=, 1);
      g_assert_cmpuint (count (bytes, entry), ==, 1);
      g_assert_cmpuint (count (bytes, mark), ==, 1);
    }
}

static void
test_text (void)
{
  static const gchar *const options[] = { "-layout", NULL };
  static const gchar *const said[] = { "Alliance –", "Cold War", "Oil crises", "Evidence",
                                       "planned" };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree gchar *text = NULL;

  if (!has_tool ("pdftotext"))
    return;
  bytes = export_commentary (1, TRUE);
  text = run_tool (bytes, "pdftotext", options);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (strstr (text, said[i]) == NULL)
      g_error ("“%s” is not in the text of the PDF", said[i]);
}

static void
test_metadata (void)
{
  static const gchar *const none[] = { NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree gchar *info = NULL;

  if (!has_tool ("pdfinfo"))
    return;
  bytes = export_commentary (2, FALSE);
  info = run_tool (bytes, "pdfinfo", none);
  g_assert_nonnull (strstr (info, "Alliance – 日米同盟"));
  g_assert_nonnull (strstr (info, "Annals " ANNALS_VERSION));
  g_assert_nonnull (strstr (info, "841.89 x 595.276 pts (A4)"));
  g_assert_null (strstr (info, "CreationDate"));
}

/* Labels, titles and quotations of any kind do no harm. */
static void
test_odd_labels (void)
{
  static const gchar *const labels[] = {
    "",           "(unbalanced", "\\) >> endobj", "a\nb\tc",          "\xff\xfe not UTF-8",
    "'] dest='x", "\x01\x02",    "الأزمة",        "日本国憲法の施行",
  };
  g_autoptr (AnnalsDocument) document = sample_document_new ("2004");
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree gchar *id = g_strdup_printf ("odd-%u", i);

      sample_document_add (document, id, labels[i], "1970/1980", NULL, i % 3,
                           ANNALS_STATUS_HAPPENED);
    }
  options.format = ANNALS_EXPORT_PDF;
  options.title = "\xff (\\";
  options.source_line = ")\n";
  bytes = export(document, &options);
  g_assert_cmpuint (count (bytes, "%%EOF"), ==, 1);
  g_assert_cmpuint (count (bytes, "/Subtype /Link"), ==, 2 * G_N_ELEMENTS (labels));
}

/* A document without events has a timeline, and nothing to list. */
static void
test_empty (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new ("2004");
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) bytes = NULL;

  options.format = ANNALS_EXPORT_PDF;
  options.pages = 2;
  bytes = export(document, &options);
  g_assert_cmpuint (count_pages (bytes), ==, 2);
}

/* Many events fill many pages, none of which begins with a heading's end. */
static void
test_many (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_random (3, 300);
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) bytes = NULL;

  options.format = ANNALS_EXPORT_PDF;
  options.pages = 4;
  bytes = export(document, &options);
  g_assert_cmpuint (count_pages (bytes), >, 10);
}

/* A page with very many links would not be shown at all; the outline still leads to every mark. In
 * so many lanes, most of them are shown on their own. */
static void
test_most_links (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new ("2004");
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  static const gchar *const last_page[] = { "-f", "1", "-l", "1", NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree gchar *info = NULL;

  for (guint i = 0; i < 12000; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("e%u", i);
      g_autofree gchar *year = g_strdup_printf ("%u", 1000 + i / 12);

      if (i < 100)
        annals_document_add_lane (document, id, id, i % 8);
      sample_document_add (document, id, id, year, NULL, i % 100, ANNALS_STATUS_HAPPENED);
    }
  options.format = ANNALS_EXPORT_PDF;
  options.width_px = 19200;
  bytes = export(document, &options);
  g_assert_cmpuint (count (bytes, "/Subtype /Link"), ==, 10000 + 12000);
  g_assert_cmpuint (count (bytes, "/Title"), >, 12000);
  if (!has_tool ("pdfinfo"))
    return;
  info = run_tool (bytes, "pdfinfo", last_page);
  g_assert_nonnull (strstr (info, "14400 x "));
}

/* A page may be no longer than readers have to show; a picture in SVG may. */
static void
test_longest_page (void)
{
  static const struct
  {
    gint width_px;
    gint height_px;
    AnnalsExportFormat format;
    gboolean serves;
  } cases[] = {
    { 19200, 794, ANNALS_EXPORT_PDF, TRUE },   { 19201, 794, ANNALS_EXPORT_PDF, FALSE },
    { 1123, 19201, ANNALS_EXPORT_PDF, FALSE }, { 19201, 0, ANNALS_EXPORT_PDF, FALSE },
    { 19201, 794, ANNALS_EXPORT_SVG, TRUE },
  };
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsDocument) many = sample_document_new_commentary ();
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) high = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (GBytes) bytes = NULL;

      options.format = cases[i].format;
      options.width_px = cases[i].width_px;
      options.height_px = cases[i].height_px;
      bytes = annals_export_to_bytes (document, &options, NULL, NULL, NULL, &local);
      g_assert_true ((bytes != NULL) == cases[i].serves);
      if (!cases[i].serves)
        g_assert_error (local, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_LARGE);
    }

  for (guint i = 0; i < 500; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("lane-%u", i);

      annals_document_add_lane (many, id, id, i % 8);
    }
  options.format = ANNALS_EXPORT_PDF;
  options.width_px = 800;
  options.height_px = 0; /* which then has to be chosen higher than a page can be */
  high = annals_export_to_bytes (many, &options, NULL, NULL, NULL, &error);
  g_assert_null (high);
  g_assert_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_LARGE);
}

static void
progress_cb (gdouble fraction, gpointer user_data)
{
  gdouble *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static void
cancel_cb (gdouble fraction, gpointer user_data)
{
  GCancellable *cancellable = user_data;

  g_assert_false (g_cancellable_is_cancelled (cancellable));
  g_cancellable_cancel (cancellable);
}

static void
test_progress (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) stopped = NULL;
  g_autoptr (GError) error = NULL;
  gdouble last = 0.0;

  options.format = ANNALS_EXPORT_PDF;
  options.pages = 5;
  bytes = annals_export_to_bytes (document, &options, progress_cb, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1.0);
  stopped = annals_export_to_bytes (document, &options, cancel_cb, cancellable, cancellable,
                                    &error);
  g_assert_null (stopped);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/paint/pdf/bare-events", test_bare_events);
  g_test_add_func ("/paint/pdf/date", test_date);
  g_test_add_func ("/paint/pdf/pages", test_pages);
  g_test_add_func ("/paint/pdf/outline", test_outline);
  g_test_add_func ("/paint/pdf/links", test_links);
  g_test_add_func ("/paint/pdf/text", test_text);
  g_test_add_func ("/paint/pdf/metadata", test_metadata);
  g_test_add_func ("/paint/pdf/odd-labels", test_odd_labels);
  g_test_add_func ("/paint/pdf/empty", test_empty);
  g_test_add_func ("/paint/pdf/many", test_many);
  g_test_add_func ("/paint/pdf/most-links", test_most_links);
  g_test_add_func ("/paint/pdf/longest-page", test_longest_page);
  g_test_add_func ("/paint/pdf/progress", test_progress);

  return g_test_run ();
}
