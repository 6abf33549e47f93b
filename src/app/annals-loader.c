/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-file.h"
#include "annals-formats.h"
#include "annals-loader.h"
#include "annals-settings.h"

/*
 * Opening a document in a thread. A document is never changed once a window shows it: opening its
 * source makes a new one, which then takes the old one's place.
 */

typedef struct
{
  GFile *file;       /* (nullable) the bundled document */
  GFile *source;     /* (nullable) */
  GVariant *sources; /* (nullable) */
  gchar *warning;    /* (nullable) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_clear_object (&job->source);
  g_clear_pointer (&job->sources, g_variant_unref);
  g_free (job->warning);
  g_free (job);
}

/* Links the copy remembered for the document, if there is one. Without it the document opens all
 * the same, and the warning says so. */
static void
link_remembered (Job *job, AnnalsDocument *document, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) source = NULL;

  if (job->sources == NULL || annals_document_get_text (document, ANNALS_WHERE_SOURCE) != NULL)
    return;

  source = annals_settings_find_source (job->sources, annals_document_get_info (document)->id);
  if (source == NULL)
    return;
  annals_file_set_brief (source, TRUE);
  if (!annals_formats_link_source (document, source, cancellable, &error))
    job->warning = g_strdup (error->message);
}

static AnnalsDocument *
load (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (AnnalsDocument) document = NULL;

  if (job->file != NULL)
    document = annals_formats_open (job->file, cancellable, error);
  else
    document = annals_formats_open_bundled (error);
  if (document == NULL)
    return NULL;

  if (job->source == NULL)
    link_remembered (job, document, cancellable);
  else if (!annals_formats_link_source (document, job->source, cancellable, error))
    return NULL;

  return g_steal_pointer (&document);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  AnnalsDocument *document = load (task_data, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * annals_loader_load_async:
 * @file: (nullable): what to open, or %NULL for the bundled document
 * @source: (nullable): the source text to link; failing to is an error
 * @sources: (nullable): the copies remembered, as annals_settings_dup_sources() returns them; one
 *   of them is linked when there is no @source, and failing to is a warning
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: passed to @callback
 *
 * Opens a document in a thread.
 */
void
annals_loader_load_async (GFile *file,
                          GFile *source,
                          GVariant *sources,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_set_object (&job->file, file);
  g_set_object (&job->source, source);
  job->sources = sources != NULL ? g_variant_ref (sources) : NULL;
  g_task_set_source_tag (task, annals_loader_load_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * annals_loader_load_finish:
 * @result: what the callback was given
 * @warning: (out) (nullable) (transfer full): why the copy remembered could not be linked, or %NULL
 * @error: return location for an error
 *
 * Ends annals_loader_load_async().
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error set
 */
AnnalsDocument *
annals_loader_load_finish (GAsyncResult *result, gchar **warning, GError **error)
{
  Job *job = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, annals_loader_load_async), NULL);

  job = g_task_get_task_data (G_TASK (result));
  *warning = g_steal_pointer (&job->warning);

  return g_task_propagate_pointer (G_TASK (result), error);
}
