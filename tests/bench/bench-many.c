/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <time.h>

#include "annals-application.h"
#include "annals-window-private.h"
#include "bench-support.h"

/* Whether a window stays usable while a document of many events is opened, shown, and closed. For
 * each, how long it takes, and how long the program does nothing else at the longest: the time of
 * one turn of the main loop, by the clock and of the processor. */

#define N_EVENTS 200000
#define N_LANES 8
#define PATIENCE_S 120
#define QUIET_MS 1500
#define LONG_MS 100.0

typedef struct
{
  gdouble woken_ms; /* when a turn of the main loop began, or 0 */
  gdouble woken_cpu_ms;
  gdouble longest_ms;
  gdouble longest_cpu_ms;
  guint n_long;
} Turns;

static Turns turns;

static gdouble
get_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (gdouble) now.tv_sec * 1e3 + (gdouble) now.tv_nsec / 1e6;
}

/* A turn of the main loop is what is between two polls. */
static gint
poll_cb (GPollFD *fds, guint n_fds, gint timeout)
{
  gint n_ready;

  if (turns.woken_ms > 0.0)
    {
      gdouble turn_ms = get_ms (CLOCK_MONOTONIC) - turns.woken_ms;
      gdouble cpu_ms = get_ms (CLOCK_THREAD_CPUTIME_ID) - turns.woken_cpu_ms;

      turns.longest_ms = MAX (turns.longest_ms, turn_ms);
      turns.longest_cpu_ms = MAX (turns.longest_cpu_ms, cpu_ms);
      turns.n_long += cpu_ms > LONG_MS;
      if (cpu_ms > LONG_MS)
        g_message ("a turn of %.0f ms, %.0f of the processor", turn_ms, cpu_ms);
    }
  n_ready = g_poll (fds, n_fds, timeout);
  turns.woken_ms = get_ms (CLOCK_MONOTONIC);
  turns.woken_cpu_ms = get_ms (CLOCK_THREAD_CPUTIME_ID);
  return n_ready;
}

static GFile *
write_document (void)
{
  g_autofree gchar *path = g_build_filename (g_get_home_dir (), "many.annals.xml", NULL);
  GString *tei = g_string_new ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc>"
                               "<titleStmt><title>Many</title></titleStmt><publicationStmt><p/>"
                               "</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>"
                               "<encodingDesc><classDecl><taxonomy xml:id=\"lanes\">");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_LANES; i++)
    g_string_append_printf (
        tei, "<category xml:id=\"g%u\" n=\"%u\"><catDesc>Group %u</catDesc></category>", i, i, i);
  g_string_append (tei, "</taxonomy></classDecl></encodingDesc></teiHeader><standOff><listEvent>");
  for (guint i = 0; i < N_EVENTS; i++)
    {
      gint year = g_rand_int_range (random, 1700, 2000);
      gint day = g_rand_int_range (random, 10, 29);

      g_string_append_printf (
          tei,
          "<event xml:id=\"e%u\" ana=\"#g%u\" when-custom=\"%d-01-%d/%d-03\""
          " datingMethod=\"#edtf\"><label>Event %u of many, of %d</label></event>\n",
          i, i % N_LANES, year, day, year + g_rand_int_range (random, 0, 5), i, year);
    }
  g_string_append (tei, "</listEvent></standOff><text><body><p>Words.</p></body></text></TEI>");
  if (!g_file_set_contents (path, tei->str, (gssize) tei->len, NULL))
    g_error ("%s cannot be written.", path);
  g_string_free (tei, TRUE);
  return g_file_new_for_path (path);
}

static gboolean
shows_many (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  AnnalsDocument *document = ANNALS_IS_WINDOW (window)
                                 ? annals_window_get_document (ANNALS_WINDOW (window))
                                 : NULL;

  return document != NULL && annals_document_get_n_events (document) == N_EVENTS;
}

static gboolean
stop_cb (gpointer user_data)
{
  gboolean *is_over = user_data;

  *is_over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run (guint time_ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (time_ms, stop_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
tell (const gchar *name, gdouble start_ms)
{
  bench_print (name, NULL, 0.0, "events", (gdouble) N_EVENTS, "ms",
               get_ms (CLOCK_MONOTONIC) - start_ms, "longest_turn_ms", turns.longest_ms,
               "longest_turn_cpu_ms", turns.longest_cpu_ms, "turns_over_100_ms",
               (gdouble) turns.n_long, NULL);
  turns = (Turns){ 0 };
}

int
main (int argc, char **argv)
{
  GApplication *application = G_APPLICATION (annals_application_new ());
  g_autoptr (GFile) file = write_document ();
  gdouble start_ms;

  g_application_set_flags (application, G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_main_context_set_poll_func (NULL, poll_cb);
  if (!g_application_register (application, NULL, NULL))
    return 1;
  g_application_activate (application);
  run (QUIET_MS);
  turns = (Turns){ 0 };
  start_ms = get_ms (CLOCK_MONOTONIC);
  g_application_open (application, &file, 1, "");
  while (!shows_many (application) && get_ms (CLOCK_MONOTONIC) < start_ms + PATIENCE_S * 1e3)
    g_main_context_iteration (NULL, TRUE);
  tell ("many-opened", start_ms);
  start_ms = get_ms (CLOCK_MONOTONIC);
  run (QUIET_MS);
  tell ("many-shown", start_ms);
  start_ms = get_ms (CLOCK_MONOTONIC);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  run (QUIET_MS);
  tell ("many-closed", start_ms);
  g_signal_emit_by_name (application, "shutdown");
  return 0;
}
