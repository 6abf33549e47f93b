/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "annals-documents.h"
#include "annals-file-read.h"
#include "annals-file.h"
#include "annals-formats.h"
#include "annals-html.h"
#include "annals-plain-text.h"
#include "annals-sniff.h"
#include "annals-tei-reader.h"

/*
 * Opening whatever a person opens: a document of Annals or other TEI, a text or a web page to start
 * a document from, or the source of the bundled document, which is recognised by its words.
 */

#define BUNDLED_FOLDER "/io/github/annals_app/Annals/documents/"

typedef struct
{
  const gchar *language;
  const gchar *name;
} Bundled;

/* The document that comes with the program, in each language it is in; the first is for all others.
 * They are one document, with one id: what is remembered of it holds in every language. */
static const Bundled bundled[] = {
  { "en", "konishi-2004.annals.xml" },
  { "de", "konishi-2004.de.annals.xml" },
  { "ja", "konishi-2004.ja.annals.xml" },
};

/* The bundled document's source is some thousand characters long, and a page around it not much
 * longer. What is larger is no copy of it, and is not searched for its passages.
 */
#define MAX_RECOGNISED_CHARS 1000000

/* A passage this long says something of its own, and so many of them name their text. */
#define TELLING_CHARS 40
#define ENOUGH_INTACT 3

/* How much is done of opening a file once it is read from the disk; and of linking a source to a
 * document, once it is read, once that is a text, and once its passages have been looked for. */
#define FILE_READ 0.15
#define SOURCE_READ 0.1
#define SOURCE_MADE 0.3
#define SOURCE_RECOGNISED 0.65

typedef struct
{
  AnnalsText *text;
  GArray *roles;
  gchar *title;
} Source;

static void
source_clear (Source *source)
{
  g_clear_pointer (&source->text, annals_text_unref);
  g_clear_pointer (&source->roles, g_array_unref);
  g_clear_pointer (&source->title, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

/* A file that calls itself XML and is not is a broken document, not a text to read. */
static AnnalsContentKind
judge (GBytes *bytes, const gchar *name)
{
  AnnalsContentKind kind = annals_sniff (bytes);

  if (kind == ANNALS_CONTENT_TEXT && g_str_has_suffix (name, ".xml"))
    return ANNALS_CONTENT_XML;
  return kind;
}

static gboolean
read_tei_text (GBytes *bytes, const gchar *name, Source *source, GError **error)
{
  g_autoptr (AnnalsDocument) document = annals_tei_read (bytes, name, NULL, error);
  AnnalsText *text;

  if (document == NULL)
    return FALSE;
  text = annals_document_get_text (document, ANNALS_WHERE_TEXT);
  if (text == NULL)
    {
      g_set_error (error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_EMPTY,
                   /* Translators: %s is the name of a file. */
                   _ ("There is no text in %s; choose another file."), name);
      return FALSE;
    }
  source->text = annals_text_ref (text);
  return TRUE;
}

static gboolean
read_source (GBytes *bytes,
             const gchar *name,
             const AnnalsProgress *progress,
             Source *source,
             GError **error)
{
  switch (judge (bytes, name))
    {
    case ANNALS_CONTENT_XML:
      return read_tei_text (bytes, name, source, error);
    case ANNALS_CONTENT_HTML:
      source->text = annals_html_read (bytes, name, &source->roles, &source->title, error);
      return source->text != NULL;
    case ANNALS_CONTENT_TEXT:
    default:
      source->text = annals_plain_text_read (bytes, name, progress, error);
      return source->text != NULL;
    }
}

static gchar *
dup_title_from_name (const gchar *name)
{
  g_autofree gchar *base = g_path_get_basename (name);
  const gchar *dot = strrchr (base, '.');

  return dot != NULL && dot > base ? g_strndup (base, dot - base) : g_strdup (base);
}

static AnnalsDocument *
new_from_source (const gchar *name, Source *source)
{
  AnnalsDocument *document = annals_document_new ();
  AnnalsDocumentInfo info = { .source_n_chars = -1 };
  const AnnalsParagraphRole *roles = NULL;

  info.title = source->title != NULL ? g_steal_pointer (&source->title)
                                     : dup_title_from_name (name);
  annals_document_take_info (document, &info);
  if (source->roles != NULL)
    roles = (const AnnalsParagraphRole *) (gpointer) source->roles->data;
  annals_document_set_text (document, source->text, roles, roles != NULL ? source->roles->len : 0);
  return document;
}

/* @file is where the bytes are from, if they are from a file. */
static AnnalsDocument *
open_bytes (GBytes *bytes,
            const gchar *name,
            GFile *file,
            const gchar *etag,
            const AnnalsProgress *progress,
            GError **error)
{
  g_autoptr (AnnalsDocument) document = NULL;
  g_auto (Source) source = { NULL };

  if (judge (bytes, name) == ANNALS_CONTENT_XML)
    {
      document = annals_tei_read_watched (bytes, name, etag, progress, error);
      if (document != NULL)
        annals_document_set_file (document, file);
      return g_steal_pointer (&document);
    }
  if (!read_source (bytes, name, progress, &source, error))
    return NULL;
  if (annals_text_get_n_chars (source.text) > MAX_RECOGNISED_CHARS)
    return new_from_source (name, &source);
  document = annals_formats_open_bundled (error);
  if (document == NULL)
    return NULL;
  if (!annals_formats_recognise (document, source.text))
    return new_from_source (name, &source);
  annals_document_set_source (document, source.text, file);
  return g_steal_pointer (&document);
}

/**
 * annals_formats_open:
 * @file: a document, a text or a web page
 * @cancellable: (nullable): to stop
 * @error: where, what is wrong and what to do
 *
 * Opens a file by what is in it. TEI is a document. A text or a web page that is recognised as the
 * source of the bundled document opens that document with the source linked to it; any other starts
 * a new document that holds the text and has no events.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
AnnalsDocument *
annals_formats_open (GFile *file, GCancellable *cancellable, GError **error)
{
  AnnalsProgress progress = { .cancellable = cancellable };

  return annals_formats_open_watched (file, &progress, error);
}

/**
 * annals_formats_open_watched:
 * @file: a document, a text or a web page
 * @progress: who wants to know how far it is, and can stop it
 * @error: where, what is wrong and what to do
 *
 * As annals_formats_open(), for a file that may be long.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
AnnalsDocument *
annals_formats_open_watched (GFile *file, const AnnalsProgress *progress, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree gchar *name = NULL;
  g_autofree gchar *etag = NULL;
  AnnalsProgressPart reading;
  AnnalsProgressPart opening;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (progress != NULL, NULL);

  name = annals_file_dup_name (file);
  annals_progress_part_init (&reading, progress, 0.0, FILE_READ);
  annals_progress_part_init (&opening, progress, FILE_READ, 1.0);
  bytes = annals_file_read_bytes (file, &etag, &reading.progress, error);
  return bytes != NULL ? open_bytes (bytes, name, file, etag, &opening.progress, error) : NULL;
}

/**
 * annals_formats_open_bytes:
 * @bytes: a document, a text or a web page that is in no file, such as one on the clipboard
 * @name: what to call it, in messages and as the title of a text that has none
 * @error: where, what is wrong and what to do
 *
 * Opens what is handed in as annals_formats_open() opens a file.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
AnnalsDocument *
annals_formats_open_bytes (GBytes *bytes, const gchar *name, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (g_bytes_get_size (bytes) <= ANNALS_FORMATS_MAX_FILE_BYTES)
    return open_bytes (bytes, name, NULL, NULL, NULL, error);
  annals_file_set_size_error (name, error);
  return NULL;
}

/* Whether a locale, such as ja_JP.UTF-8, is of a language. */
static gboolean
is_in_language (const gchar *locale, const gchar *language)
{
  gsize length = strlen (language);

  return g_str_has_prefix (locale, language) && strchr ("_.@", locale[length]) != NULL;
}

static const Bundled *
find_bundled (const gchar *const *locales)
{
  for (guint i = 0; locales[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (bundled); j++)
      if (is_in_language (locales[i], bundled[j].language))
        return &bundled[j];

  return &bundled[0];
}

/**
 * annals_formats_open_bundled:
 * @error: should the document that comes with the program be broken
 *
 * Opens the document that comes with the program, in the language of the user as far as it is in
 * that. It is in no file.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
AnnalsDocument *
annals_formats_open_bundled (GError **error)
{
  static const gchar *const none[] = { NULL };
  const gchar *locale = setlocale (LC_MESSAGES, NULL);

  /* Where messages are not translated, whatever LANGUAGE says, this is not either. */
  if (g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0)
    return annals_formats_open_bundled_in (none, error);
  return annals_formats_open_bundled_in (g_get_language_names (), error);
}

/**
 * annals_formats_open_bundled_in:
 * @locales: (array zero-terminated=1): locales such as `ja_JP.UTF-8`, the best first
 * @error: should the document that comes with the program be broken
 *
 * Opens the document that comes with the program in the first of some languages that it is in, or
 * in English. It is in no file.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
AnnalsDocument *
annals_formats_open_bundled_in (const gchar *const *locales, GError **error)
{
  /* Asked for by name, so that the linker keeps the resource of a static library. */
  GResource *resource = annals_documents_get_resource ();
  const Bundled *found;
  g_autofree gchar *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (locales != NULL, NULL);

  found = find_bundled (locales);
  path = g_strconcat (BUNDLED_FOLDER, found->name, NULL);
  bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  return annals_tei_read (bytes, found->name, NULL, error);
}

static AnnalsText *
read_text (GFile *file, const AnnalsProgress *progress, GError **error)
{
  g_autofree gchar *name = annals_file_dup_name (file);
  g_autoptr (GBytes) bytes = NULL;
  g_auto (Source) source = { NULL };
  AnnalsProgressPart reading;
  AnnalsProgressPart making;

  annals_progress_part_init (&reading, progress, 0.0, SOURCE_READ / SOURCE_MADE);
  annals_progress_part_init (&making, progress, SOURCE_READ / SOURCE_MADE, 1.0);
  bytes = annals_file_read_bytes (file, NULL, &reading.progress, error);
  if (bytes == NULL || !read_source (bytes, name, &making.progress, &source, error))
    return NULL;
  return g_steal_pointer (&source.text);
}

/**
 * annals_formats_read_text:
 * @file: a text, a web page, or a TEI file with a text
 * @cancellable: (nullable): to stop
 * @error: where, what is wrong and what to do
 *
 * Reads the text of a file, and nothing else.
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 */
AnnalsText *
annals_formats_read_text (GFile *file, GCancellable *cancellable, GError **error)
{
  AnnalsProgress progress = { .cancellable = cancellable };

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return read_text (file, &progress, error);
}

/**
 * annals_formats_link_source:
 * @document: a document
 * @file: what may be its source: a text or a web page
 * @cancellable: (nullable): to stop
 * @error: where, what is wrong and what to do
 *
 * Opens the source of a document beside it, when it is recognised as such.
 *
 * Returns: whether it was linked; otherwise @error is set and @document is as before
 */
gboolean
annals_formats_link_source (AnnalsDocument *document,
                            GFile *file,
                            GCancellable *cancellable,
                            GError **error)
{
  AnnalsProgress progress = { .cancellable = cancellable };

  return annals_formats_link_source_watched (document, file, &progress, error);
}

typedef struct
{
  guint n_passages;
  guint n_placed;
  guint n_intact;
} Finds;

static void
look_for_event (AnnalsAnchorer *anchorer, const AnnalsEvent *event, Finds *finds)
{
  for (guint i = 0; i < event->n_passages; i++)
    {
      AnnalsPlace place = ANNALS_PLACE_INIT;

      if (event->passages[i].where != ANNALS_WHERE_SOURCE)
        continue;
      annals_anchorer_place (anchorer, &event->passages[i].anchor, &place);
      finds->n_passages++;
      finds->n_placed += annals_standing_is_placed (place.standing);
      finds->n_intact += (place.standing == ANNALS_STANDING_EXACT
                          || place.standing == ANNALS_STANDING_MOVED)
                         && place.end - place.start >= TELLING_CHARS;
    }
}

/* Looks for all passages; returns whether it was not stopped. */
static gboolean
look_for_passages (AnnalsDocument *document,
                   AnnalsText *text,
                   const AnnalsProgress *progress,
                   Finds *finds,
                   GError **error)
{
  g_autoptr (AnnalsAnchorer) anchorer = annals_anchorer_new (text);
  guint n_events = annals_document_get_n_events (document);

  for (guint i = 0; i < n_events; i++)
    {
      if (!annals_progress_tell (progress, (gdouble) i / n_events, error))
        return FALSE;
      look_for_event (anchorer, annals_document_get_event (document, i), finds);
    }
  return TRUE;
}

static gboolean
is_recognised (const Finds *finds)
{
  return finds->n_passages > 0
         && (2 * finds->n_placed >= finds->n_passages || finds->n_intact >= ENOUGH_INTACT);
}

/**
 * annals_formats_link_source_watched:
 * @document: a document
 * @file: what may be its source: a text or a web page
 * @progress: (nullable): who wants to know how far it is, and can stop it
 * @error: where, what is wrong and what to do
 *
 * As annals_formats_link_source(), for a file that may be long.
 *
 * Returns: whether it was linked; otherwise @error is set and @document is as before
 */
gboolean
annals_formats_link_source_watched (AnnalsDocument *document,
                                    GFile *file,
                                    const AnnalsProgress *progress,
                                    GError **error)
{
  g_autoptr (AnnalsText) text = NULL;
  g_autofree gchar *name = NULL;
  Finds finds = { 0 };
  AnnalsProgressPart reading;
  AnnalsProgressPart looking;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  annals_progress_part_init (&reading, progress, 0.0, SOURCE_MADE);
  annals_progress_part_init (&looking, progress, SOURCE_MADE, SOURCE_RECOGNISED);
  text = read_text (file, &reading.progress, error);
  if (text == NULL || !look_for_passages (document, text, &looking.progress, &finds, error)
      || !annals_progress_tell (progress, SOURCE_RECOGNISED, error))
    return FALSE;
  if (is_recognised (&finds))
    {
      annals_document_set_source (document, text, file);
      return TRUE;
    }
  name = annals_file_dup_name (file);
  g_set_error (
      error, ANNALS_FORMATS_ERROR, ANNALS_FORMATS_ERROR_CONTENT,
      /* Translators: %s is the name of a file. */
      _ ("%s does not look like the source of this document, because too few of its passages "
         "are in it; choose another file."),
      name);
  return FALSE;
}

/**
 * annals_formats_recognise:
 * @document: a document
 * @text: what may be its source
 *
 * Judges whether a text is the source of a document, whole or cut: whether at least half of the
 * passages that the document has in its source are found there, or three of some length word for
 * word, which no other text has by chance. A document without such passages recognises nothing.
 *
 * Returns: whether it is
 */
gboolean
annals_formats_recognise (AnnalsDocument *document, AnnalsText *text)
{
  Finds finds = { 0 };

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  return look_for_passages (document, text, NULL, &finds, NULL) && is_recognised (&finds);
}
