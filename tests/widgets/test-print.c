/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "annals-export-clipboard.h"
#include "annals-export-preview.h"
#include "annals-print.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* What goes onto paper and onto the clipboard. */

typedef struct
{
  AnnalsDocument *document;
  AnnalsExportChoices choices;
  gchar *folder;
  gchar *path;
  gchar *message;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const AnnalsExportDefaults defaults = ANNALS_EXPORT_DEFAULTS_INIT;

  fixture->document = sample_document_new_commentary ();
  annals_export_choices_init (&fixture->choices, fixture->document, &defaults);
  fixture->choices.defaults.theme = ANNALS_THEME_PRINT;
  fixture->choices.defaults.evidence = FALSE;
  fixture->folder = g_dir_make_tmp ("annals-print-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "out.pdf", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  annals_export_choices_clear (&fixture->choices);
  g_object_unref (fixture->document);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->message);
}

static void
failed_cb (AnnalsPrint *print, const gchar *message, gpointer user_data)
{
  ((Fixture *) user_data)->message = g_strdup (message);
}

/* Prints into a file. */
static GtkPrintOperationResult
print (Fixture *fixture, GtkPageOrientation orientation)
{
  g_autoptr (AnnalsPrint) operation = annals_print_new (fixture->document, &fixture->choices);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, orientation);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (operation), setup);
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (operation), fixture->path);
  gtk_print_operation_set_show_progress (GTK_PRINT_OPERATION (operation), FALSE);
  g_signal_connect (operation, "failed", G_CALLBACK (failed_cb), fixture);
  result = gtk_print_operation_run (GTK_PRINT_OPERATION (operation),
                                    GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  return result;
}

/* How many pages a PDF says that it has; -1 when it is none. */
static gint
count_pages (const gchar *path)
{
  g_autofree gchar *content = NULL;
  gsize length = 0;
  const gchar *count = NULL;

  if (!g_file_get_contents (path, &content, &length, NULL) || !g_str_has_prefix (content, "%PDF-"))
    return -1;
  count = memmem (content, length, "/Count ", strlen ("/Count "));
  return count != NULL ? atoi (count + strlen ("/Count ")) : -1;
}

typedef struct
{
  guint pages;
  GtkPageOrientation orientation;
} PagesCase;

static const PagesCase pages_cases[] = {
  { 1, GTK_PAGE_ORIENTATION_LANDSCAPE },
  { 2, GTK_PAGE_ORIENTATION_PORTRAIT },
  { 5, GTK_PAGE_ORIENTATION_LANDSCAPE },
};

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages_cases); i++)
    {
      const AnnalsExportDefaults defaults = ANNALS_EXPORT_DEFAULTS_INIT;

      annals_export_choices_clear (&fixture->choices);
      annals_export_choices_init (&fixture->choices, fixture->document, &defaults);
      fixture->choices.defaults.evidence = FALSE;
      fixture->choices.defaults.pages = pages_cases[i].pages;
      g_assert_cmpint (print (fixture, pages_cases[i].orientation), ==,
                       GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_cmpint (count_pages (fixture->path), ==, (gint) pages_cases[i].pages);
      g_assert_null (fixture->message);
    }
}

static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  fixture->choices.defaults.evidence = TRUE;
  fixture->choices.defaults.pages = 2;
  g_assert_cmpint (print (fixture, GTK_PAGE_ORIENTATION_PORTRAIT), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_cmpint (count_pages (fixture->path), >, 2);
}

/* What makes no picture is said, and nothing is printed. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < fixture->choices.n_lanes; i++)
    fixture->choices.hidden_lanes[i] = TRUE;
  g_assert_cmpint (print (fixture, GTK_PAGE_ORIENTATION_LANDSCAPE), ==,
                   GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_nonnull (fixture->message);
}

static GtkWindow *
find_window (const gchar *title)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return window;
    }
  return NULL;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* The preview of the whole needs no other program; when it is closed, printing is over. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsPrint) operation = annals_print_new (fixture->document, &fixture->choices);
  GtkWindow *window = NULL;
  gboolean done = FALSE;

  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (operation), TRUE);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &done);
  gtk_print_operation_run (GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_PREVIEW,
                           NULL, NULL);
  while ((window = find_window ("Print Preview")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  widgets_testing_settle (GTK_WIDGET (window));
  g_assert_false (done);
  gtk_window_close (window);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Our page of the print dialog shows what the paper will: as many pages, of the shape of the paper.
 */
static void
test_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnnalsPrint) operation = NULL;
  AnnalsExportCanvas *canvas = NULL;
  GtkWidget *window = NULL;
  gdouble width_px = 0.0;
  gdouble height_px = 0.0;

  fixture->choices.defaults.pages = 3;
  operation = annals_print_new (fixture->document, &fixture->choices);
  window = widgets_testing_show (annals_print_create_page (operation), 800, 460);
  canvas = ANNALS_EXPORT_CANVAS (find (window, ANNALS_TYPE_EXPORT_CANVAS));
  while (annals_export_canvas_is_busy (canvas))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (annals_export_canvas_get_error (canvas));
  g_assert_cmpuint (annals_export_canvas_get_n_pages (canvas), ==, 3);
  annals_export_canvas_get_size (canvas, &width_px, &height_px);
  g_assert_cmpfloat (width_px, >, height_px);
  widgets_testing_close (window);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GdkContentProvider **provider = user_data;

  *provider = annals_export_clipboard_create_finish (result, NULL);
  g_assert_nonnull (*provider);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (
      gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

/* The clipboard has the picture as pixels and as a drawing. */
static void
test_clipboard (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const gchar *type;
    const gchar *begin;
  } cases[] = { { "image/png", "\x89PNG" }, { "image/svg+xml", "<?xml" } };
  g_autoptr (AnnalsExportOrder) order = annals_export_order_new_from_choices (
      fixture->document, &fixture->choices, NULL);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GdkContentFormats) formats = NULL;

  annals_export_clipboard_create_async (order, NULL, created_cb, &provider);
  while (provider == NULL)
    g_main_context_iteration (NULL, TRUE);
  formats = gdk_content_provider_ref_formats (provider);
  g_assert_true (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      gboolean done = FALSE;

      g_assert_true (gdk_content_formats_contain_mime_type (formats, cases[i].type));
      gdk_content_provider_write_mime_type_async (provider, cases[i].type, stream,
                                                  G_PRIORITY_DEFAULT, NULL, written_cb, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (memcmp (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                               cases[i].begin, strlen (cases[i].begin)),
                       ==, 0);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  ADD ("/widgets/print/pages", test_pages);
  ADD ("/widgets/print/evidence", test_evidence);
  ADD ("/widgets/print/failed", test_failed);
  ADD ("/widgets/print/preview", test_preview);
  ADD ("/widgets/print/page", test_page);
  ADD ("/widgets/export-clipboard/formats", test_clipboard);

  return g_test_run ();
}
