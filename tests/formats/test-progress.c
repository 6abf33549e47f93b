/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

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
  g_test_add_func ("/formats/progress/nobody", test_nobody);

  return g_test_run ();
}
