/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-file-read.h"
#include "annals-file.h"
#include "annals-formats.h"
#include "annals-index.h"
#include "annals-loader.h"
#include "annals-settings.h"
#include "annals-sniff.h"

/*
 * Opening a document in a thread, and what the timeline knows of it with it. A document is never
 * changed once a window shows it: opening its source makes a new one, which then takes the old
 * one's place.
 *
 * The source of a document can be pasted as well as opened. It is then kept as a file of the
 * program's own, so that it is found again as one that was opened is.
 */

/* How much is done once the document is opened, and once its source is linked to it; what is left
 * is the index. */
#define OPENED 0.75
#define LINKED 0.97

typedef struct
{
  AnnalsLoad load;
  AnnalsLoaded loaded;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  annals_load_clear (&job->load);
  annals_loaded_clear (&job->loaded);
  g_free (job);
}

/* Links the copy remembered for the document, if there is one. Without it the document opens all
 * the same, and the warning says so. */
static void
link_remembered (Job *job,
                 AnnalsDocument *document,
                 const AnnalsProgress *progress,
                 GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) source = NULL;

  if (job->load.sources == NULL || annals_document_get_text (document, ANNALS_WHERE_SOURCE) != NULL)
    return;

  source = annals_settings_find_source (job->load.sources, annals_document_get_info (document)->id);
  if (source == NULL)
    return;
  annals_file_set_brief (source, TRUE);
  job->loaded.source_etag = annals_file_dup_etag (source, cancellable);
  if (!annals_formats_link_source_watched (document, source, progress, &error))
    job->loaded.warning = g_strdup (error->message);
}

static GFile *
create_copy_file (Job *job, AnnalsDocument *document)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (document);
  gboolean is_page = annals_sniff (job->load.bytes) == ANNALS_CONTENT_HTML;
  g_autofree gchar *id = g_strdup (info->id != NULL ? info->id : "source");
  g_autofree gchar *name = g_strconcat (
      g_strcanon (id, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '-'), is_page ? ".html" : ".txt",
      NULL);

  return g_file_get_child (job->load.copies, name);
}

/* The source of a document, when that is what was pasted, becomes a file. */
static gboolean
keep_pasted_source (Job *job, AnnalsDocument *document, GCancellable *cancellable, GError **error)
{
  AnnalsText *text = annals_document_get_text (document, ANNALS_WHERE_SOURCE);
  g_autoptr (GFile) copy = NULL;
  g_autoptr (AnnalsText) held = NULL;
  const gchar *data = NULL;
  gsize n_bytes = 0;

  if (job->load.bytes == NULL || job->load.copies == NULL || text == NULL
      || annals_document_get_source_file (document) != NULL)
    return TRUE;

  copy = create_copy_file (job, document);
  g_mkdir_with_parents (g_file_peek_path (job->load.copies), 0700);
  data = g_bytes_get_data (job->load.bytes, &n_bytes);
  if (!annals_file_write_private (copy, data, n_bytes, cancellable, error))
    return FALSE;
  held = annals_text_ref (text);
  annals_document_set_source (document, held, copy);
  job->loaded.source_etag = annals_file_dup_etag (copy, NULL);
  job->loaded.copied = TRUE;
  return TRUE;
}

/* What tells a file from others whatever it is called; NULL where there is no such thing. */
static gchar *
dup_file_id (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ID_FILE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return info != NULL ? g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE))
                      : NULL;
}

/* A file is one that is known when it is the same by whatever path it is reached. */
static GFile *
find_same (const AnnalsLoad *load, GCancellable *cancellable)
{
  g_autofree gchar *id = NULL;

  if (load->file == NULL || load->known == NULL || load->known->len == 0)
    return NULL;

  id = dup_file_id (load->file, cancellable);
  for (guint i = 0; id != NULL && i < load->known->len; i++)
    {
      GFile *file = g_ptr_array_index (load->known, i);
      g_autofree gchar *other = dup_file_id (file, cancellable);

      if (g_strcmp0 (id, other) == 0)
        return g_object_ref (file);
    }
  return NULL;
}

static void
note_progress_cb (gdouble fraction, gpointer user_data)
{
  gint *done = user_data;

  if (done != NULL)
    g_atomic_int_set (done, (gint) (fraction * 1000.0));
}

static AnnalsDocument *
open_what_is_asked (Job *job,
                    const AnnalsProgress *progress,
                    GCancellable *cancellable,
                    GError **error)
{
  if (job->load.file != NULL)
    {
      job->loaded.etag = annals_file_dup_etag (job->load.file, cancellable);
      job->loaded.is_kept = g_file_query_file_type (job->load.file, G_FILE_QUERY_INFO_NONE,
                                                    cancellable)
                            != G_FILE_TYPE_SPECIAL;
      return annals_formats_open_watched (job->load.file, progress, error);
    }
  if (job->load.bytes != NULL)
    return annals_formats_open_bytes (job->load.bytes, _ ("Pasted text"), error);
  return annals_formats_open_bundled (error);
}

static gboolean
load_document (Job *job, GCancellable *cancellable, GError **error)
{
  const AnnalsProgress progress = { note_progress_cb, job->load.done, cancellable };
  g_autoptr (AnnalsDocument) document = NULL;
  AnnalsProgressPart opening;
  AnnalsProgressPart linking;

  annals_progress_part_init (&opening, &progress, 0.0, OPENED);
  annals_progress_part_init (&linking, &progress, OPENED, LINKED);
  job->loaded.same = find_same (&job->load, cancellable);
  if (job->loaded.same != NULL)
    return TRUE;

  document = open_what_is_asked (job, &opening.progress, cancellable, error);
  if (document == NULL || !keep_pasted_source (job, document, cancellable, error))
    return FALSE;

  if (job->load.source == NULL)
    link_remembered (job, document, &linking.progress, cancellable);
  else
    {
      g_free (job->loaded.source_etag);
      job->loaded.source_etag = annals_file_dup_etag (job->load.source, cancellable);
      if (!annals_formats_link_source_watched (document, job->load.source, &linking.progress,
                                               error))
        return FALSE;
    }

  if (!annals_progress_tell (&progress, LINKED, error))
    return FALSE;
  annals_index_attach (document);
  job->loaded.document = g_steal_pointer (&document);
  return TRUE;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (load_document (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * annals_load_clear:
 * @load: what was to be opened
 *
 * Lets go of what it holds.
 */
void
annals_load_clear (AnnalsLoad *load)
{
  g_clear_object (&load->file);
  g_clear_pointer (&load->bytes, g_bytes_unref);
  g_clear_object (&load->source);
  g_clear_pointer (&load->sources, g_variant_unref);
  g_clear_object (&load->copies);
  g_clear_pointer (&load->known, g_ptr_array_unref);
}

/**
 * annals_loaded_clear:
 * @loaded: what came of it
 *
 * Lets go of what it holds.
 */
void
annals_loaded_clear (AnnalsLoaded *loaded)
{
  g_clear_object (&loaded->document);
  g_clear_object (&loaded->same);
  g_clear_pointer (&loaded->etag, g_free);
  g_clear_pointer (&loaded->source_etag, g_free);
  g_clear_pointer (&loaded->warning, g_free);
}

/**
 * annals_loader_load_async:
 * @load: what to open; what it holds is not changed meanwhile, and @done is there until @callback
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: passed to @callback
 *
 * Opens a document in a thread.
 */
void
annals_loader_load_async (const AnnalsLoad *load,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_set_object (&job->load.file, load->file);
  g_set_object (&job->load.source, load->source);
  g_set_object (&job->load.copies, load->copies);
  job->load.done = load->done;
  job->load.known = load->known != NULL ? g_ptr_array_ref (load->known) : NULL;
  job->load.bytes = load->bytes != NULL ? g_bytes_ref (load->bytes) : NULL;
  job->load.sources = load->sources != NULL ? g_variant_ref (load->sources) : NULL;
  g_task_set_source_tag (task, annals_loader_load_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * annals_loader_load_finish:
 * @result: what the callback was given
 * @loaded: (out caller-allocates): what came of it
 * @error: return location for an error
 *
 * Ends annals_loader_load_async().
 *
 * Returns: whether it was opened
 */
gboolean
annals_loader_load_finish (GAsyncResult *result, AnnalsLoaded *loaded, GError **error)
{
  Job *job = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, annals_loader_load_async), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  *loaded = job->loaded;
  job->loaded = (AnnalsLoaded){ NULL };
  return TRUE;
}
