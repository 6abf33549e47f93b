/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "annals-event-changes.h"
#include "annals-event-model.h"
#include "annals-history.h"
#include "annals-index.h"
#include "annals-timeline-view-private.h"
#include "bench-support.h"
#include "sample-document.h"

/* What an edit of one event costs: the index alone; with it the timeline and the model of the
 * list, which follow the document; and the frame that shows it; of processor time, since others may
 * use the machine.
 *
 * bench-edit [EVENTS] */

#define N_EDITS 40

typedef struct
{
  AnnalsTimelineView *view;
  gboolean painted;
} Bench;

static gdouble
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gdouble) now.tv_sec * 1e3 + (gdouble) now.tv_nsec / 1e6;
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->painted = TRUE;
}

/* An edit, its undo and its redo. */
static void
edit (AnnalsDocument *document, guint i)
{
  AnnalsHistory *history = annals_document_get_history (document);
  guint n_events = annals_document_get_n_events (document);
  guint event = (guint) ((guint64) i * 7919 % n_events);
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf ("1500-05", NULL);

  if (i % 4 == 2)
    annals_history_undo (history);
  else if (i % 4 == 3)
    annals_history_redo (history);
  else if (i % 8 < 4)
    annals_event_show_as_era (document, event, TRUE);
  else if (i % 8 == 4)
    annals_event_move (document, event,
                       (annals_document_get_event (document, event)->lane + 1)
                           % annals_document_get_n_lanes (document));
  else
    annals_event_redate (document, event, date, NULL);
}

static void
print (const gchar *name, GArray *ms, guint n_events)
{
  BenchTimes times;

  bench_summarise (&times, ms);
  bench_print (name, &times, 0.0, "events", (gdouble) n_events, NULL);
  g_array_set_size (ms, 0);
}

static void
bench_index (guint n_events)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_random (42, n_events);
  g_autoptr (GArray) ms = g_array_new (FALSE, FALSE, sizeof (gdouble));

  annals_index_attach (document);
  for (guint i = 0; i < N_EDITS; i++)
    {
      gdouble start_ms = get_cpu_ms ();
      gdouble used_ms;

      edit (document, i);
      used_ms = get_cpu_ms () - start_ms;
      g_array_append_val (ms, used_ms);
    }
  print ("edit-index", ms, n_events);
}

static void
settle (guint ms)
{
  gint64 end = g_get_monotonic_time () + (gint64) ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
bench_edits (Bench *bench, AnnalsDocument *document, const gchar *name, gboolean eras)
{
  g_autoptr (GArray) edits_ms = g_array_new (FALSE, FALSE, sizeof (gdouble));
  g_autoptr (GArray) frames_ms = g_array_new (FALSE, FALSE, sizeof (gdouble));
  g_autofree gchar *frame = g_strconcat (name, "-and-frame", NULL);

  for (guint i = 0; i < N_EDITS * 2; i++)
    {
      gdouble start_ms;
      gdouble edit_ms;
      gdouble frame_ms;

      if (eras != (i % 8 < 4))
        continue;
      settle (150);
      bench->painted = FALSE;
      start_ms = get_cpu_ms ();
      edit (document, i);
      edit_ms = get_cpu_ms () - start_ms;
      while (!bench->painted)
        g_main_context_iteration (NULL, TRUE);
      frame_ms = get_cpu_ms () - start_ms;
      g_array_append_val (edits_ms, edit_ms);
      g_array_append_val (frames_ms, frame_ms);
    }
  print (name, edits_ms, annals_document_get_n_events (document));
  print (frame, frames_ms, annals_document_get_n_events (document));
}

static void
bench_window (guint n_events)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_random (42, n_events);
  g_autoptr (AnnalsSelection) selection = NULL;
  Bench bench = { annals_timeline_view_new (), FALSE };
  g_autoptr (AnnalsEventModel) model = NULL;
  GtkWidget *window = gtk_window_new ();

  annals_index_attach (document);
  selection = annals_selection_new (document);
  annals_timeline_view_set_selection (bench.view, selection);
  model = annals_event_model_new (selection);
  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 900);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bench.view));
  gtk_window_present (GTK_WINDOW (window));
  settle (1500);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (bench.view)), "after-paint",
                    G_CALLBACK (after_paint_cb), &bench);
  bench_edits (&bench, document, "edit-era", TRUE);
  bench_edits (&bench, document, "edit-move", FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 10000, 100000, 1000000 };
  guint n_events = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0;

  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (n_events == 0 || n_events == sizes[i])
      {
        bench_index (sizes[i]);
        bench_window (sizes[i]);
      }
  return 0;
}
