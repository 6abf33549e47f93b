/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-citation.h"
#include "annals-paragraphs.h"

/*
 * Events and passages as they are copied: with the words that support them, and with where these
 * words are from. A digest is called one, and words that were not found in the text are not passed
 * off as found.
 */

typedef enum
{
  LINE_TITLE,
  LINE_FACT,
  LINE_QUOTE,
} LineKind;

/* How lines of each kind begin and end. */
static const struct
{
  const gchar *before;
  const gchar *after;
} tags[] = {
  [LINE_TITLE] = { "<p><strong>", "</strong></p>" },
  [LINE_FACT] = { "<p>", "</p>" },
  [LINE_QUOTE] = { "<blockquote><p>", "</p></blockquote>" },
};

/* White space of any kind and amount becomes one space; control characters are dropped. */
static gchar *
dup_flat (const gchar *words)
{
  GString *flat = g_string_new (NULL);
  gboolean space = FALSE;

  for (const gchar *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          space = flat->len > 0;
          continue;
        }
      if (g_unichar_iscntrl (c))
        continue;
      if (space)
        g_string_append_c (flat, ' ');
      space = FALSE;
      g_string_append_unichar (flat, c);
    }
  return g_string_free (flat, FALSE);
}

static gboolean
has_words (const gchar *words)
{
  return words != NULL && *words != '\0';
}

static void
append_line (GString *out, AnnalsCitationForm form, LineKind kind, const gchar *line)
{
  g_autofree gchar *flat = dup_flat (line);
  g_autofree gchar *escaped = NULL;

  if (form == ANNALS_CITATION_PLAIN)
    {
      if (kind == LINE_QUOTE && out->len > 0)
        g_string_append_c (out, '\n');
      g_string_append (out, flat);
      g_string_append_c (out, '\n');
      return;
    }

  escaped = g_markup_escape_text (flat, -1);
  g_string_append (out, tags[kind].before);
  g_string_append (out, escaped);
  g_string_append (out, tags[kind].after);
  g_string_append_c (out, '\n');
}

static void
append_part (GString *reference, const gchar *part)
{
  if (!has_words (part))
    return;
  if (reference->len > 0)
    /* Translators: between the parts of a reference: author, title, publisher, date. */
    g_string_append (reference, C_ ("reference", ", "));
  g_string_append (reference, part);
}

/* Author, title, publisher and date, as far as they are known; else the name of the file. */
static gchar *
dup_reference (AnnalsDocument *document)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (document);
  GFile *file = annals_document_get_file (document);
  g_autofree gchar *published = NULL;
  g_autoptr (GString) reference = g_string_new (NULL);

  if (info->published != NULL)
    published = annals_date_dup_words (info->published, ANNALS_WORDS_LONG);
  append_part (reference, info->author);
  append_part (reference, info->title);
  append_part (reference, info->publisher);
  append_part (reference, published);
  if (!has_words (info->title) && has_words (info->reference))
    g_string_assign (reference, info->reference);
  if (reference->len == 0 && file != NULL)
    {
      g_autofree gchar *name = g_file_get_basename (file);
      g_autofree gchar *shown = g_filename_display_name (name);

      g_string_assign (reference, shown);
    }
  if (reference->len == 0)
    g_string_assign (reference, C_ ("reference", "untitled text"));

  return g_string_free (g_steal_pointer (&reference), FALSE);
}

/* A passage that was found, in a digest or in the text itself. */
static gchar *
dup_found (const gchar *quote, const gchar *reference, gboolean digest, guint paragraph)
{
  if (digest && paragraph > 0)
    /* Translators: the words of a passage, the reference of the text that they sum up, and a
     * number. */
    return g_strdup_printf (_ ("“%s” (digest of %s, paragraph %u of the digest)"), quote, reference,
                            paragraph);
  if (digest)
    /* Translators: a quotation and the reference of the text that the digest is of. */
    return g_strdup_printf (_ ("“%s” (digest of %s)"), quote, reference);
  if (paragraph > 0)
    /* Translators: the words of a passage, the reference of their text, and a number. */
    return g_strdup_printf (_ ("“%s” (%s, paragraph %u)"), quote, reference, paragraph);

  /* Translators: a quotation and the reference of its text. */
  return g_strdup_printf (_ ("“%s” (%s)"), quote, reference);
}

/* A passage whose words may differ from those of its text. */
static gchar *
dup_unsure (const gchar *quote, const gchar *reference, gboolean digest, AnnalsStanding standing)
{
  switch (standing)
    {
    case ANNALS_STANDING_DOUBTFUL:
      if (digest)
        /* Translators: a quotation and the reference of the text that the digest is of. */
        return g_strdup_printf (_ ("“%s” (digest of %s; a doubtful match)"), quote, reference);
      /* Translators: a quotation and the reference of its text. */
      return g_strdup_printf (_ ("“%s” (%s; a doubtful match)"), quote, reference);
    case ANNALS_STANDING_LOST:
      if (digest)
        /* Translators: a quotation and the reference of the text that the digest is of. */
        return g_strdup_printf (_ ("“%s” (digest of %s; no longer found there)"), quote, reference);
      /* Translators: a quotation and the reference of its text. */
      return g_strdup_printf (_ ("“%s” (%s; no longer found there)"), quote, reference);
    case ANNALS_STANDING_UNCHECKED:
    case ANNALS_STANDING_EXACT:
    case ANNALS_STANDING_MOVED:
    default:
      if (digest)
        /* Translators: a quotation and the reference of the text that the digest is of. */
        return g_strdup_printf (_ ("“%s” (digest of %s; not checked)"), quote, reference);
      /* Translators: a quotation and the reference of its text. */
      return g_strdup_printf (_ ("“%s” (%s; not checked)"), quote, reference);
    }
}

/* The words of a passage and where they are from; NULL when the words are not known. */
static gchar *
dup_passage_line (AnnalsDocument *document, const AnnalsPassage *passage)
{
  AnnalsStanding standing = passage->place.standing;
  gboolean digest = annals_document_get_info (document)->is_digest
                    && passage->where == ANNALS_WHERE_TEXT;
  g_autofree gchar *reference = dup_reference (document);
  g_autofree gchar *quote = annals_document_dup_quote (document, passage);
  guint paragraph = 0;

  if (!has_words (quote))
    return NULL;
  if (standing != ANNALS_STANDING_EXACT && standing != ANNALS_STANDING_MOVED)
    return dup_unsure (quote, reference, digest, standing);

  if (annals_document_get_text (document, passage->where) != NULL)
    paragraph = annals_document_count_paragraph (document, passage->where, passage->place.start);
  return dup_found (quote, reference, digest, paragraph);
}

static gchar *
dup_related_line (AnnalsDocument *document, const AnnalsPassage *passage)
{
  g_autofree gchar *line = dup_passage_line (document, passage);

  if (line == NULL || passage->relation == ANNALS_RELATION_SUPPORTS)
    return g_steal_pointer (&line);
  if (passage->relation == ANNALS_RELATION_CONTRADICTS)
    /* Translators: a quotation with its reference that speaks against the event. */
    return g_strdup_printf (_ ("Against it: %s"), line);

  /* Translators: a quotation with its reference that only mentions the event. */
  return g_strdup_printf (_ ("Mentioned: %s"), line);
}

static void
append_cited (GString *out, AnnalsCitationForm form, const AnnalsEvent *event)
{
  g_autofree gchar *words = NULL;
  g_autofree gchar *line = NULL;

  if (event->cited == NULL)
    return;

  words = annals_calendar_dup_both_words (event->cited_calendar, event->cited, ANNALS_WORDS_LONG);
  if (has_words (event->cited_wording))
    /* Translators: a date, and the words that the text uses for it. */
    line = g_strdup_printf (_ ("Date as cited: %s (“%s”)"), words, event->cited_wording);
  else
    /* Translators: %s is a date in words. */
    line = g_strdup_printf (_ ("Date as cited: %s"), words);
  append_line (out, form, LINE_FACT, line);
}

static void
append_record (GString *out, AnnalsCitationForm form, const AnnalsEvent *event)
{
  g_autofree gchar *words = NULL;
  g_autofree gchar *line = NULL;

  if (event->record == NULL)
    return;

  words = annals_calendar_dup_both_words (event->record_calendar, event->record, ANNALS_WORDS_LONG);
  if (has_words (event->record_source))
    /* Translators: a date, and what it is known from. */
    line = g_strdup_printf (_ ("Date on record: %s (%s)"), words, event->record_source);
  else
    /* Translators: %s is a date in words. */
    line = g_strdup_printf (_ ("Date on record: %s"), words);
  append_line (out, form, LINE_FACT, line);
}

static void
append_facts (GString *out, AnnalsCitationForm form, const AnnalsEvent *event)
{
  /* Translators: %s is a status such as planned. */
  g_autofree gchar *status = g_strdup_printf (_ ("Status: %s"),
                                              annals_status_get_name (event->status));

  if (has_words (event->description))
    append_line (out, form, LINE_FACT, event->description);
  append_cited (out, form, event);
  append_record (out, form, event);
  if (event->cited == NULL && event->record == NULL)
    append_line (out, form, LINE_FACT, _ ("No date"));
  append_line (out, form, LINE_FACT, status);
  if (has_words (event->note))
    {
      /* Translators: %s is a note on an event. */
      g_autofree gchar *note = g_strdup_printf (_ ("Note: %s"), event->note);

      append_line (out, form, LINE_FACT, note);
    }
}

static guint
append_passages (GString *out,
                 AnnalsCitationForm form,
                 AnnalsDocument *document,
                 const AnnalsEvent *event,
                 AnnalsWhere where)
{
  guint n_lines = 0;

  for (guint i = 0; i < event->n_passages; i++)
    {
      g_autofree gchar *line = NULL;

      if (event->passages[i].where != where)
        continue;
      line = dup_related_line (document, &event->passages[i]);
      if (line == NULL)
        continue;
      append_line (out, form, LINE_QUOTE, line);
      n_lines++;
    }
  return n_lines;
}

/* Plain text may be pasted into the middle of a line. */
static gchar *
end (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static GString *
begin (AnnalsCitationForm form)
{
  /* Whoever pastes it has no other way to know. */
  return g_string_new (form == ANNALS_CITATION_HTML ? "<meta charset=\"utf-8\">\n" : NULL);
}

/**
 * annals_citation_dup_event:
 * @document: a document
 * @event: index of one of its events
 * @where: the text whose passages to quote; when the event has none there, the other one's are
 *   quoted
 * @form: in what form
 *
 * Makes an event ready to be pasted elsewhere: its label, its description, its dates in words as
 * cited and on record, its status, and its passages with their references.
 *
 * Returns: (transfer full): UTF-8, without a line end behind it
 */
gchar *
annals_citation_dup_event (AnnalsDocument *document,
                           guint event,
                           AnnalsWhere where,
                           AnnalsCitationForm form)
{
  const AnnalsEvent *record;
  GString *out;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (event < annals_document_get_n_events (document), NULL);

  record = annals_document_get_event (document, event);
  out = begin (form);
  append_line (out, form, LINE_TITLE, record->label);
  append_facts (out, form, record);
  if (append_passages (out, form, document, record, where) == 0)
    append_passages (out, form, document, record,
                     where == ANNALS_WHERE_TEXT ? ANNALS_WHERE_SOURCE : ANNALS_WHERE_TEXT);

  return end (out);
}

/**
 * annals_citation_dup_passage:
 * @document: a document
 * @event: index of one of its events
 * @passage: index of one of the event's passages
 * @form: in what form
 *
 * Makes a passage ready to be pasted elsewhere: its words in quotation marks, and the reference of
 * its text with the number of the paragraph. Words of a digest, and words that are not sure to
 * stand in the text, are called that.
 *
 * Returns: (transfer full): UTF-8, without a line end behind it
 */
gchar *
annals_citation_dup_passage (AnnalsDocument *document,
                             guint event,
                             guint passage,
                             AnnalsCitationForm form)
{
  const AnnalsEvent *record;
  g_autofree gchar *line = NULL;
  GString *out;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (event < annals_document_get_n_events (document), NULL);

  record = annals_document_get_event (document, event);
  g_return_val_if_fail (passage < record->n_passages, NULL);

  out = begin (form);
  line = dup_passage_line (document, &record->passages[passage]);
  if (line == NULL)
    line = dup_reference (document);
  append_line (out, form, form == ANNALS_CITATION_PLAIN ? LINE_FACT : LINE_QUOTE, line);

  return end (out);
}
