/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-document-private.h"

/*
 * A document: what is known about one text, the text itself and the source it was made from, its
 * lanes and its events. Events are plain records in an array, found by id through a hash table. The
 * document keeps the place of every passage up to date with the texts it has.
 */

enum
{
  SIGNAL_CHANGED,
  SIGNAL_EVENT_CHANGED,
  SIGNAL_LANES_CHANGED,
  SIGNAL_SOURCE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnnalsDocument, annals_document, G_TYPE_OBJECT)

static void
clear_event (gpointer data)
{
  annals_event_clear (data);
}

gboolean
annals_document_look_up (GHashTable *indices, const gchar *id, guint *index)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (indices, id, NULL, &value))
    return FALSE;
  if (index != NULL)
    *index = GPOINTER_TO_UINT (value);
  return TRUE;
}

/* By number, since a million events come in one by one. */
void
annals_document_emit_event_changed (AnnalsDocument *self, guint index, const AnnalsEvent *before)
{
  g_signal_emit (self, signals[SIGNAL_EVENT_CHANGED], 0, index, before);
}

void
annals_document_place_passage (AnnalsDocument *self, AnnalsPassage *passage)
{
  AnnalsText *text = self->texts[passage->where];
  AnnalsAnchorer **anchorer = &self->anchorers[passage->where];

  passage->place = (AnnalsPlace) ANNALS_PLACE_INIT;
  if (text == NULL)
    return;
  if (*anchorer == NULL)
    *anchorer = annals_anchorer_new (text);
  annals_anchorer_place (*anchorer, &passage->anchor, &passage->place);
}

static void
replace_text (AnnalsDocument *self, AnnalsWhere where, AnnalsText *text)
{
  g_clear_pointer (&self->anchorers[where], annals_anchorer_free);
  if (text != NULL)
    annals_text_ref (text);
  g_clear_pointer (&self->texts[where], annals_text_unref);
  self->texts[where] = text;

  for (guint i = 0; i < self->events->len; i++)
    {
      AnnalsEvent *event = &g_array_index (self->events, AnnalsEvent, i);

      for (guint j = 0; j < event->n_passages; j++)
        if (event->passages[j].where == where)
          annals_document_place_passage (self, &event->passages[j]);
    }
}

static void
annals_document_dispose (GObject *object)
{
  AnnalsDocument *self = ANNALS_DOCUMENT (object);

  g_clear_object (&self->file);
  g_clear_object (&self->source_file);
  g_clear_object (&self->history);
  annals_document_set_residue (self, NULL, NULL);

  G_OBJECT_CLASS (annals_document_parent_class)->dispose (object);
}

static void
annals_document_finalize (GObject *object)
{
  AnnalsDocument *self = ANNALS_DOCUMENT (object);

  annals_document_info_clear (&self->info);
  for (guint i = 0; i < ANNALS_N_WHERES; i++)
    {
      g_clear_pointer (&self->anchorers[i], annals_anchorer_free);
      g_clear_pointer (&self->texts[i], annals_text_unref);
    }
  g_array_unref (self->roles);
  g_hash_table_unref (self->event_indices);
  g_array_unref (self->events);
  g_array_unref (self->pinned);
  annals_document_clear_lanes (self);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  G_OBJECT_CLASS (annals_document_parent_class)->finalize (object);
}

static void
annals_document_class_init (AnnalsDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = annals_document_dispose;
  object_class->finalize = annals_document_finalize;

  /**
   * AnnalsDocument::changed:
   *
   * The lanes, the text or what is known about it changed, or anything else but a single event.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * AnnalsDocument::event-changed:
   * @event: index of an event
   * @before: (nullable): the event as it was, an #AnnalsEvent; valid during the emission. %NULL
   *   when the event was added
   *
   * One event is another: its dates, its lane, or whether it is an era. All others are the same, so
   * who keeps something of every event can go by what is different; see
   * annals_event_is_elsewhere().
   */
  signals[SIGNAL_EVENT_CHANGED] = g_signal_new ("event-changed", G_TYPE_FROM_CLASS (klass),
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                2, G_TYPE_UINT, G_TYPE_POINTER);
  /**
   * AnnalsDocument::lanes-changed:
   *
   * A lane has another name, colour or place. The lanes are the same, and so is all else.
   */
  signals[SIGNAL_LANES_CHANGED] = g_signal_new ("lanes-changed", G_TYPE_FROM_CLASS (klass),
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                0);
  /**
   * AnnalsDocument::source-changed:
   *
   * The source text was opened, replaced or closed; the places of its passages are up to date.
   */
  signals[SIGNAL_SOURCE_CHANGED] = g_signal_new ("source-changed", G_TYPE_FROM_CLASS (klass),
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 0);
}

static void
annals_document_init (AnnalsDocument *self)
{
  self->info.source_n_chars = -1;
  self->roles = g_array_new (FALSE, FALSE, sizeof (AnnalsParagraphRole));
  self->events = g_array_new (FALSE, FALSE, sizeof (AnnalsEvent));
  g_array_set_clear_func (self->events, clear_event);
  self->pinned = g_array_new (FALSE, FALSE, sizeof (guint));
  annals_document_init_lanes (self);
  self->event_indices = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * annals_document_info_clear:
 * @info: what is known about a text
 *
 * Frees what @info owns and leaves it empty: nothing known, the length of the source -1.
 */
void
annals_document_info_clear (AnnalsDocumentInfo *info)
{
  g_return_if_fail (info != NULL);

  g_free (info->id);
  g_free (info->title);
  g_free (info->author);
  g_clear_pointer (&info->published, annals_date_unref);
  g_free (info->publisher);
  g_free (info->rights);
  g_free (info->reference);
  g_free (info->language);
  g_free (info->source_name);
  g_free (info->source_sha256);
  *info = (AnnalsDocumentInfo){ .source_n_chars = -1 };
}

/**
 * annals_document_new:
 *
 * Makes a document that knows nothing: no text, no lanes, no events.
 *
 * Returns: (transfer full): the document
 */
AnnalsDocument *
annals_document_new (void)
{
  return g_object_new (ANNALS_TYPE_DOCUMENT, NULL);
}

/**
 * annals_document_get_history:
 * @self: a document
 *
 * What a person has done to the document; all they do to it goes through there.
 *
 * Returns: (transfer none): its history
 */
AnnalsHistory *
annals_document_get_history (AnnalsDocument *self)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), NULL);

  if (self->history == NULL)
    self->history = annals_history_new (self);
  return self->history;
}

/**
 * annals_document_get_info:
 * @self: a document
 *
 * What is known about the text.
 *
 * Returns: (transfer none): the record, valid until annals_document_take_info()
 */
const AnnalsDocumentInfo *
annals_document_get_info (AnnalsDocument *self)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), NULL);

  return &self->info;
}

/**
 * annals_document_take_info:
 * @self: a document
 * @info: (transfer full): what is known about the text; left empty
 *
 * Replaces what is known about the text. Emits #AnnalsDocument::changed.
 */
void
annals_document_take_info (AnnalsDocument *self, AnnalsDocumentInfo *info)
{
  g_return_if_fail (ANNALS_IS_DOCUMENT (self));
  g_return_if_fail (info != NULL && info != &self->info);

  annals_document_info_clear (&self->info);
  self->info = *info;
  *info = (AnnalsDocumentInfo){ .source_n_chars = -1 };
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * annals_document_get_file:
 * @self: a document
 *
 * The file that the document was read from or last saved to.
 *
 * Returns: (transfer none) (nullable): the file, or %NULL for a document that is in no file
 */
GFile *
annals_document_get_file (AnnalsDocument *self)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * annals_document_set_file:
 * @self: a document
 * @file: (nullable): its file
 *
 * Says which file the document is in.
 */
void
annals_document_set_file (AnnalsDocument *self, GFile *file)
{
  g_return_if_fail (ANNALS_IS_DOCUMENT (self));

  g_set_object (&self->file, file);
}

/**
 * annals_document_get_text:
 * @self: a document
 * @where: which text
 *
 * The text that the document holds, or the source opened beside it.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL when there is none
 */
AnnalsText *
annals_document_get_text (AnnalsDocument *self, AnnalsWhere where)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (where < ANNALS_N_WHERES, NULL);

  return self->texts[where];
}

/**
 * annals_document_set_text:
 * @self: a document
 * @text: (nullable): the document's own text
 * @roles: (nullable) (array length=n_roles): what each paragraph of @text is
 * @n_roles: how many roles are given; further paragraphs are body
 *
 * Replaces the document's own text and anchors its passages anew. Emits #AnnalsDocument::changed.
 */
void
annals_document_set_text (AnnalsDocument *self,
                          AnnalsText *text,
                          const AnnalsParagraphRole *roles,
                          guint n_roles)
{
  g_return_if_fail (ANNALS_IS_DOCUMENT (self));
  g_return_if_fail (roles != NULL || n_roles == 0);

  g_array_set_size (self->roles, 0);
  if (n_roles > 0)
    g_array_append_vals (self->roles, roles, n_roles);
  replace_text (self, ANNALS_WHERE_TEXT, text);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * annals_document_get_paragraph_role:
 * @self: a document
 * @paragraph: index of a paragraph of its own text
 *
 * What a paragraph is.
 *
 * Returns: its role; body where the text does not say
 */
AnnalsParagraphRole
annals_document_get_paragraph_role (AnnalsDocument *self, guint paragraph)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), ANNALS_PARAGRAPH_BODY);

  if (paragraph >= self->roles->len)
    return ANNALS_PARAGRAPH_BODY;
  return g_array_index (self->roles, AnnalsParagraphRole, paragraph);
}

/**
 * annals_document_set_source:
 * @self: a document
 * @source: (nullable): the source text, or %NULL to close it
 * @file: (nullable): where it was read from
 *
 * Opens a source text beside the document and anchors its passages in it; without a source they are
 * unchecked. Emits #AnnalsDocument::source-changed.
 */
void
annals_document_set_source (AnnalsDocument *self, AnnalsText *source, GFile *file)
{
  g_return_if_fail (ANNALS_IS_DOCUMENT (self));

  if (source == NULL)
    file = NULL;
  g_set_object (&self->source_file, file);
  replace_text (self, ANNALS_WHERE_SOURCE, source);
  g_signal_emit (self, signals[SIGNAL_SOURCE_CHANGED], 0);
}

/**
 * annals_document_get_source_file:
 * @self: a document
 *
 * Where the source text open beside the document was read from.
 *
 * Returns: (transfer none) (nullable): the file, or %NULL
 */
GFile *
annals_document_get_source_file (AnnalsDocument *self)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), NULL);

  return self->source_file;
}

/**
 * annals_document_get_residue:
 * @self: a document
 *
 * What the format it was read from keeps, so that what Annals does not know is written back.
 *
 * Returns: (transfer none) (nullable): the residue, known to the format alone
 */
gpointer
annals_document_get_residue (AnnalsDocument *self)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), NULL);

  return self->residue;
}

/**
 * annals_document_set_residue:
 * @self: a document
 * @residue: (nullable) (transfer full): what a format keeps
 * @destroy: (nullable): frees @residue
 *
 * Replaces what the format keeps; the old residue is freed.
 */
void
annals_document_set_residue (AnnalsDocument *self, gpointer residue, GDestroyNotify destroy)
{
  gpointer old_residue;
  GDestroyNotify destroy_old;

  g_return_if_fail (ANNALS_IS_DOCUMENT (self));

  old_residue = self->residue;
  destroy_old = self->destroy_residue;
  self->residue = residue;
  self->destroy_residue = destroy;
  if (old_residue != NULL && destroy_old != NULL)
    destroy_old (old_residue);
}

/**
 * annals_document_add_remark:
 * @self: a document
 * @remark: a whole translated sentence, with the place in the file
 *
 * Notes what the file says against itself, and what was made of it.
 */
void
annals_document_add_remark (AnnalsDocument *self, const gchar *remark)
{
  g_return_if_fail (ANNALS_IS_DOCUMENT (self) && remark != NULL);

  if (self->remarks == NULL)
    self->remarks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->remarks, g_strdup (remark));
}

/**
 * annals_document_get_n_remarks:
 * @self: a document
 *
 * Returns: how many remarks were made while its file was read
 */
guint
annals_document_get_n_remarks (AnnalsDocument *self)
{
  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), 0);

  return self->remarks != NULL ? self->remarks->len : 0;
}

/**
 * annals_document_get_remark:
 * @self: a document
 * @index: less than annals_document_get_n_remarks()
 *
 * Returns: (transfer none): the sentence
 */
const gchar *
annals_document_get_remark (AnnalsDocument *self, guint index)
{
  g_return_val_if_fail (index < annals_document_get_n_remarks (self), NULL);

  return g_ptr_array_index (self->remarks, index);
}
