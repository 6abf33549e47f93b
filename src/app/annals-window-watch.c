/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-file.h"
#include "annals-window-private.h"

/*
 * The strip below the header bar: what is being opened for longer than a moment, and what became of
 * the files on disk that the window shows.
 */

typedef struct
{
  const gchar *message; /* with a place for the name of the file */
  const gchar *button;
  const gchar *action;
} Offer;

/* Translators: %s is the name of a file. */
static const Offer opening_offer = { N_ ("“%s” is being opened."), N_ ("_Cancel"), "win.clear" };

/* By #AnnalsWatchState. */
static const Offer file_offers[] = {
  /* Translators: %s is the name of a file. */
  [ANNALS_WATCH_CHANGED] = { N_ ("“%s” has changed on disk."), N_ ("_Read Again"), "win.reload" },
  /* Translators: %s is the name of a file. */
  [ANNALS_WATCH_GONE] = { N_ ("“%s” is no longer in its folder. It is still open here."),
                          N_ ("Save _As…"), "win.save-as" },
};

static const Offer source_offers[] = {
  /* Translators: %s is the name of a file. */
  [ANNALS_WATCH_CHANGED] = { N_ ("“%s”, the source of this document, has changed on disk."),
                             N_ ("_Read Again"), "win.reload" },
  /* Translators: %s is the name of a file. */
  [ANNALS_WATCH_GONE] = { N_ ("“%s”, the source of this document, is no longer in its folder. It "
                              "is still open here."),
                          N_ ("_Open Another…"), "win.open-source" },
};

static AnnalsWatchState
get_state (AnnalsWatch *watch)
{
  return watch != NULL ? annals_watch_get_state (watch) : ANNALS_WATCH_SAME;
}

static gchar *
dup_base_name (GFile *file)
{
  g_autofree gchar *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

static const Offer *
choose_offer (AnnalsWindow *self, gchar **name)
{
  AnnalsWatchState file_state = get_state (self->file_watch);
  AnnalsWatchState source_state = get_state (self->source_watch);

  if (self->is_slow)
    {
      *name = annals_window_dup_opening_name (self);
      if (*name == NULL)
        *name = g_strdup (_ ("Pasted text"));
      return &opening_offer;
    }
  if (file_state != ANNALS_WATCH_SAME)
    {
      *name = dup_base_name (annals_watch_get_file (self->file_watch));
      return &file_offers[file_state];
    }
  if (source_state != ANNALS_WATCH_SAME)
    {
      *name = dup_base_name (annals_watch_get_file (self->source_watch));
      return &source_offers[source_state];
    }
  return NULL;
}

static void
watch_changed_cb (AnnalsWindow *self)
{
  annals_window_update_notice (self);
  annals_window_update_actions (self);
}

static void
set_watch (AnnalsWindow *self, AnnalsWatch **watch, GFile *file, const gchar *etag)
{
  if (*watch != NULL)
    g_signal_handlers_disconnect_by_data (*watch, self);
  g_clear_object (watch);
  if (file == NULL)
    return;
  *watch = annals_watch_new (file, etag);
  g_signal_connect_swapped (*watch, "changed", G_CALLBACK (watch_changed_cb), self);
}

static void
foreach_watch (AnnalsWindow *self, void (*func) (AnnalsWatch *))
{
  if (self->file_watch != NULL)
    func (self->file_watch);
  if (self->source_watch != NULL)
    func (self->source_watch);
}

static void
pause_watch (AnnalsWatch *watch)
{
  annals_watch_set_paused (watch, TRUE);
}

static void
resume_watch (AnnalsWatch *watch)
{
  annals_watch_set_paused (watch, FALSE);
}

static void
is_active_cb (AnnalsWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    foreach_watch (self, annals_watch_check);
}

static gchar *
dup_message (const Offer *offer, const gchar *name)
{
  GString *message = g_string_new (_ (offer->message));

  g_string_replace (message, "%s", name, 1);
  return g_string_free (message, FALSE);
}

/* What the window's other files call; see annals-window-private.h. */

/* Says above the panes what there is to say. */
void
annals_window_update_notice (AnnalsWindow *self)
{
  g_autofree gchar *name = NULL;
  g_autofree gchar *message = NULL;
  const Offer *offer = choose_offer (self, &name);

  if (offer != NULL)
    {
      message = dup_message (offer, name);
      annals_notice_set_message (self->notice, message, _ (offer->button), offer->action);
    }
  annals_notice_set_revealed (self->notice, offer != NULL);
}

/* Watches what the window shows now, of which these versions were read. */
void
annals_window_watch_files (AnnalsWindow *self, const gchar *etag, const gchar *source_etag)
{
  AnnalsDocument *document = annals_window_get_document (self);
  GFile *source = annals_document_get_source_file (document);
  gboolean is_one = source != NULL && self->file != NULL && g_file_equal (source, self->file);

  set_watch (self, &self->file_watch, self->file, etag);
  set_watch (self, &self->source_watch, is_one ? NULL : source, source_etag);
  watch_changed_cb (self);
}

/* Watches the file in which the document was saved as this version. What is known of its source
 * stays known. */
void
annals_window_watch_saved_file (AnnalsWindow *self, const gchar *etag)
{
  GFile *source = annals_document_get_source_file (annals_window_get_document (self));

  if (self->source_watch == NULL || source == NULL || g_file_equal (source, self->file))
    {
      annals_window_watch_files (self, etag, NULL);
      return;
    }
  set_watch (self, &self->file_watch, self->file, etag);
  annals_window_resume_watches (self);
  watch_changed_cb (self);
}

void
annals_window_unwatch_files (AnnalsWindow *self)
{
  set_watch (self, &self->file_watch, NULL, NULL);
  set_watch (self, &self->source_watch, NULL, NULL);
}

/* While the program itself saves there is nothing to notice. */
void
annals_window_pause_watches (AnnalsWindow *self)
{
  foreach_watch (self, pause_watch);
}

void
annals_window_resume_watches (AnnalsWindow *self)
{
  foreach_watch (self, resume_watch);
}

gboolean
annals_window_is_file_gone (AnnalsWindow *self)
{
  return get_state (self->file_watch) == ANNALS_WATCH_GONE;
}

/* Not every disk tells of changes; whoever comes back to the window is to know. */
void
annals_window_init_watch (AnnalsWindow *self)
{
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
}
