/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-search-private.h"
#include "annals-task.h"

/*
 * The search of a window. It gathers what is to be searched (the text shown and, once, the words of
 * all events), hands it to a job (annals-search-job.c), and keeps what comes back. While a job runs
 * in its thread no other is begun: what was typed meanwhile is looked for when it is back. What was
 * found is told by annals-search-found.c.
 */

#define SMALL_BYTES 200000 /* this much is searched at once, in about a millisecond */
#define SLICE_EVENTS 2000  /* the words of so many are gathered at a time */

G_DEFINE_FINAL_TYPE (AnnalsSearch, annals_search, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CURRENT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void search_anew (AnnalsSearch *self);

static gint
find_current (AnnalsSearch *self)
{
  guint first = 0;
  guint last = 0;

  if (self->matches->len == 0)
    return -1;

  annals_search_get_range (self, self->origin, G_MAXINT64, &first, &last);
  return first < self->matches->len ? (gint) first : 0;
}

static void
forget (AnnalsSearch *self)
{
  g_clear_pointer (&self->query, annals_query_unref);
  g_array_set_size (self->matches, 0);
  g_array_set_size (self->found, 0);
  self->n_events = 0;
  self->current = -1;
  self->wrapped = 0;
}

static void
emit_found (AnnalsSearch *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  annals_search_emit_current_changed (self);
}

static void
take_found (AnnalsSearch *self, AnnalsSearchJob *job)
{
  forget (self);
  self->query = annals_query_ref (job->query);
  g_array_unref (self->matches);
  self->matches = g_steal_pointer (&job->matches);
  g_array_unref (self->found);
  self->found = g_steal_pointer (&job->found);
  self->n_events = job->n_found;
  self->current = find_current (self);
  emit_found (self);
}

static void
job_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AnnalsSearch *self = ANNALS_SEARCH (object);
  AnnalsSearchJob *job = g_task_get_task_data (G_TASK (result));
  gboolean cancelled = g_cancellable_is_cancelled (self->running);

  g_clear_object (&self->running);
  for (guint i = 0; i < ANNALS_N_SEARCH_PARTS; i++)
    if (self->parts[i].text == job->parts[i].text && self->parts[i].fold == NULL)
      {
        self->parts[i].fold = g_steal_pointer (&job->parts[i].fold);
        self->parts[i].flags = job->parts[i].flags;
      }

  if (!cancelled && !self->outdated)
    take_found (self, job);
  else
    search_anew (self);
}

static void
run_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  annals_search_job_run (data, cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
run_in_thread (AnnalsSearch *self, AnnalsSearchJob *job)
{
  g_autoptr (GTask) task = NULL;

  self->running = g_cancellable_new ();
  task = annals_task_new (self, self->running, job_done_cb);
  g_task_set_source_tag (task, run_in_thread);
  g_task_set_task_data (task, job, (GDestroyNotify) annals_search_job_free);
  g_task_run_in_thread (task, run_cb);
}

static AnnalsSearchJob *
new_job (AnnalsSearch *self, AnnalsQuery *query)
{
  AnnalsSearchJob *job = annals_search_job_new (query);

  for (guint i = 0; i < ANNALS_N_SEARCH_PARTS; i++)
    {
      AnnalsSearchPart *part = &self->parts[i];

      if (part->text == NULL)
        continue;
      job->parts[i].text = annals_text_ref (part->text);
      job->parts[i].fold = g_steal_pointer (&part->fold);
      job->parts[i].flags = part->flags;
    }
  return job;
}

static gsize
get_n_bytes (AnnalsSearch *self)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < ANNALS_N_SEARCH_PARTS; i++)
    if (self->parts[i].text != NULL)
      n_bytes += annals_text_get_n_bytes (self->parts[i].text);
  return n_bytes;
}

static void
run_now (AnnalsSearch *self, AnnalsSearchJob *job)
{
  annals_search_job_run (job, NULL);
  for (guint i = 0; i < ANNALS_N_SEARCH_PARTS; i++)
    {
      self->parts[i].fold = g_steal_pointer (&job->parts[i].fold);
      self->parts[i].flags = job->parts[i].flags;
    }
  take_found (self, job);
  annals_search_job_free (job);
}

static void
take_event_words (AnnalsSearch *self)
{
  g_clear_pointer (&self->parts[ANNALS_SEARCH_EVENTS].fold, annals_fold_free);
  self->parts[ANNALS_SEARCH_EVENTS].text = annals_event_words_end (
      g_steal_pointer (&self->gathering));
}

static gboolean
gather_cb (gpointer user_data)
{
  AnnalsSearch *self = user_data;

  if (annals_event_words_gather (self->gathering, SLICE_EVENTS))
    return G_SOURCE_CONTINUE;

  self->gather_id = 0;
  take_event_words (self);
  search_anew (self);
  return G_SOURCE_REMOVE;
}

/* Returns whether all that is to be searched is there; else it will be, and is then searched. */
static gboolean
gather (AnnalsSearch *self)
{
  AnnalsText *shown = annals_document_get_text (self->document, self->where);

  if (self->parts[ANNALS_SEARCH_TEXT].text == NULL && shown != NULL)
    self->parts[ANNALS_SEARCH_TEXT].text = annals_text_ref (shown);
  if (self->parts[ANNALS_SEARCH_EVENTS].text != NULL)
    return TRUE;
  if (self->gathering != NULL)
    return FALSE;

  self->gathering = annals_event_words_new (self->document);
  if (annals_event_words_gather (self->gathering, SLICE_EVENTS))
    {
      self->gather_id = g_idle_add (gather_cb, self);
      return FALSE;
    }
  take_event_words (self);
  return TRUE;
}

/* Looks for the words as they are now, or says that nothing is looked for. */
static void
search_anew (AnnalsSearch *self)
{
  g_autofree gchar *words = annals_event_words_dup_clean (self->words);
  g_autoptr (AnnalsQuery) query = annals_query_new (words, self->flags);
  gboolean on = self->active && !annals_query_is_empty (query);

  if (self->running != NULL)
    {
      self->outdated = TRUE;
      g_cancellable_cancel (self->running);
    }
  if (!on)
    {
      forget (self);
      emit_found (self);
      return;
    }
  if (self->running != NULL || !gather (self))
    {
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      return;
    }

  self->outdated = FALSE;
  if (get_n_bytes (self) <= SMALL_BYTES)
    {
      run_now (self, new_job (self, query));
      return;
    }
  run_in_thread (self, new_job (self, query));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
drop_part (AnnalsSearch *self, guint part)
{
  g_clear_pointer (&self->parts[part].text, annals_text_unref);
  g_clear_pointer (&self->parts[part].fold, annals_fold_free);
}

static void
drop_gathering (AnnalsSearch *self)
{
  g_clear_handle_id (&self->gather_id, g_source_remove);
  g_clear_pointer (&self->gathering, annals_event_words_free);
}

static void
document_changed_cb (AnnalsSearch *self)
{
  drop_gathering (self);
  for (guint i = 0; i < ANNALS_N_SEARCH_PARTS; i++)
    drop_part (self, i);
  search_anew (self);
}

/* Of all the words of an event, only its dates can be others. */
static void
event_changed_cb (AnnalsSearch *self, guint event, const AnnalsEvent *before)
{
  const AnnalsEvent *now = annals_document_get_event (self->document, event);

  if (before == NULL || now->cited != before->cited || now->record != before->record)
    document_changed_cb (self);
}

static void
annals_search_dispose (GObject *object)
{
  AnnalsSearch *self = ANNALS_SEARCH (object);

  drop_gathering (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (annals_search_parent_class)->dispose (object);
}

static void
annals_search_finalize (GObject *object)
{
  AnnalsSearch *self = ANNALS_SEARCH (object);

  for (guint i = 0; i < ANNALS_N_SEARCH_PARTS; i++)
    drop_part (self, i);
  g_clear_pointer (&self->query, annals_query_unref);
  g_array_unref (self->matches);
  g_array_unref (self->found);
  g_free (self->words);
  G_OBJECT_CLASS (annals_search_parent_class)->finalize (object);
}

static void
annals_search_class_init (AnnalsSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = annals_search_dispose;
  object_class->finalize = annals_search_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CURRENT_CHANGED] = g_signal_new ("current-changed", G_TYPE_FROM_CLASS (klass),
                                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 0);
}

static void
annals_search_init (AnnalsSearch *self)
{
  self->words = g_strdup ("");
  self->matches = g_array_new (FALSE, FALSE, sizeof (AnnalsMatch));
  self->found = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->current = -1;
}

/* What the search's other file calls; see annals-search-private.h. */

void
annals_search_emit_current_changed (AnnalsSearch *self)
{
  g_signal_emit (self, signals[SIGNAL_CURRENT_CHANGED], 0);
}

/**
 * annals_search_new:
 * @document: a document
 * @where: which of its texts is shown
 *
 * Returns: (transfer full): a search that is not active and looks for nothing
 */
AnnalsSearch *
annals_search_new (AnnalsDocument *document, AnnalsWhere where)
{
  AnnalsSearch *self = NULL;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);

  self = g_object_new (ANNALS_TYPE_SEARCH, NULL);
  self->document = g_object_ref (document);
  self->where = where;
  g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_connect_swapped (document, "event-changed", G_CALLBACK (event_changed_cb), self);

  return self;
}

/**
 * annals_search_set_where:
 * @self: a search
 * @where: which of the document's texts is shown
 *
 * Searches the other text.
 */
void
annals_search_set_where (AnnalsSearch *self, AnnalsWhere where)
{
  g_return_if_fail (ANNALS_IS_SEARCH (self));

  if (self->where == where)
    return;

  self->where = where;
  self->origin = 0;
  drop_part (self, ANNALS_SEARCH_TEXT);
  g_array_set_size (self->matches, 0);
  self->current = -1;
  search_anew (self);
}

/**
 * annals_search_get_active:
 * @self: a search
 *
 * Returns: whether the search is on
 */
gboolean
annals_search_get_active (AnnalsSearch *self)
{
  g_return_val_if_fail (ANNALS_IS_SEARCH (self), FALSE);

  return self->active;
}

/**
 * annals_search_set_active:
 * @self: a search
 * @active: whether the search is on
 *
 * Begins to search, or ends it; the words stay for the next time.
 */
void
annals_search_set_active (AnnalsSearch *self, gboolean active)
{
  g_return_if_fail (ANNALS_IS_SEARCH (self));

  if (self->active == !!active)
    return;

  self->active = !!active;
  search_anew (self);
}

/**
 * annals_search_get_words:
 * @self: a search
 *
 * Returns: (transfer none): what is looked for
 */
const gchar *
annals_search_get_words (AnnalsSearch *self)
{
  g_return_val_if_fail (ANNALS_IS_SEARCH (self), NULL);

  return self->words;
}

/**
 * annals_search_set_words:
 * @self: a search
 * @words: what to look for
 *
 * Looks for something else.
 */
void
annals_search_set_words (AnnalsSearch *self, const gchar *words)
{
  g_return_if_fail (ANNALS_IS_SEARCH (self));
  g_return_if_fail (words != NULL);

  if (g_strcmp0 (self->words, words) == 0)
    return;

  g_free (self->words);
  self->words = g_strdup (words);
  search_anew (self);
}

/**
 * annals_search_get_flags:
 * @self: a search
 *
 * Returns: how it looks for words
 */
AnnalsQueryFlags
annals_search_get_flags (AnnalsSearch *self)
{
  g_return_val_if_fail (ANNALS_IS_SEARCH (self), ANNALS_QUERY_NONE);

  return self->flags;
}

/**
 * annals_search_set_flags:
 * @self: a search
 * @flags: how to look for words
 *
 * Looks for the words in another way.
 */
void
annals_search_set_flags (AnnalsSearch *self, AnnalsQueryFlags flags)
{
  g_return_if_fail (ANNALS_IS_SEARCH (self));

  if (self->flags == flags)
    return;

  self->flags = flags;
  search_anew (self);
}

/**
 * annals_search_set_origin:
 * @self: a search
 * @offset: where in the text shown the reader is
 *
 * Says from where on to look; the next search begins there.
 */
void
annals_search_set_origin (AnnalsSearch *self, gint64 offset)
{
  g_return_if_fail (ANNALS_IS_SEARCH (self));

  self->origin = offset;
}

/**
 * annals_search_get_query:
 * @self: a search
 *
 * Returns: (transfer none) (nullable): what the matches are matches of; %NULL when nothing is
 *   looked for
 */
AnnalsQuery *
annals_search_get_query (AnnalsSearch *self)
{
  g_return_val_if_fail (ANNALS_IS_SEARCH (self), NULL);

  return self->query;
}

/**
 * annals_search_is_busy:
 * @self: a search
 *
 * Returns: whether it is still looking; what it says was found is then old
 */
gboolean
annals_search_is_busy (AnnalsSearch *self)
{
  g_return_val_if_fail (ANNALS_IS_SEARCH (self), FALSE);

  return self->active && (self->running != NULL || self->gathering != NULL);
}
