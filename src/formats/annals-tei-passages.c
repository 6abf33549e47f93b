/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annals-tei.h"

/*
 * The passages of a TEI file: spans between anchors in its own text, whose words the file repeats
 * as a check, and annotations of a text that lies elsewhere.
 */

#define SHA256_DIGITS 64

static const gchar *
skip_hash (const gchar *reference)
{
  return *reference == '#' ? reference + 1 : reference;
}

static gboolean
set_reference_error (const AnnalsTeiReading *reading,
                     const xmlNode *node,
                     const gchar *attribute,
                     const gchar *reference,
                     GError **error)
{
  annals_xml_set_error (error, &reading->source, node, ANNALS_FORMATS_ERROR_CONTENT,
                        /* Translators: name and value of an attribute of an XML element. */
                        _ ("%s=\"%s\" points to nothing in this file."), attribute, reference);
  return FALSE;
}

static gboolean
set_content_error (const AnnalsTeiReading *reading,
                   const xmlNode *node,
                   const gchar *sentence,
                   GError **error)
{
  annals_xml_set_error (error, &reading->source, node, ANNALS_FORMATS_ERROR_CONTENT, "%s",
                        sentence);
  return FALSE;
}

static void
copy_passage (AnnalsPassage *copy, const AnnalsPassage *passage)
{
  *copy = *passage;
  copy->id = g_strdup (passage->id);
  annals_anchor_copy (&copy->anchor, &passage->anchor);
}

/* Gives the passage to every event that `ana` names. */
static gboolean
hand_out (AnnalsTeiReading *reading, xmlNode *node, AnnalsPassage *passage, GError **error)
{
  g_autofree gchar *references = annals_xml_dup_attribute (node, "ana");
  g_autofree gchar *type = annals_xml_dup_attribute (node, "type");
  g_autofree gchar *relation = annals_xml_dup_words (
      annals_xml_get_child (node, "note", "relation"));
  g_auto (GStrv) tokens = NULL;

  if (references == NULL)
    return set_content_error (
        reading, node, _ ("this passage belongs to no event; its attribute “ana” is missing."),
        error);
  annals_relation_from_id (relation != NULL ? relation : type, &passage->relation);
  tokens = g_strsplit_set (references, " \t\r\n", -1);
  for (gchar **token = tokens; *token != NULL; token++)
    {
      AnnalsPassage copy;
      guint index = GPOINTER_TO_UINT (
          g_hash_table_lookup (reading->event_indices, skip_hash (*token)));

      if (**token == '\0')
        continue;
      if (index == 0)
        return set_reference_error (reading, node, "ana", *token, error);
      copy_passage (&copy, passage);
      annals_event_take_passage (&g_array_index (reading->events, AnnalsEvent, index - 1), &copy);
    }
  return TRUE;
}

static gboolean
find_place (const AnnalsTeiReading *reading,
            const xmlNode *span,
            const gchar *attribute,
            AnnalsTextMark *start,
            AnnalsTextMark *end,
            gboolean *given,
            GError **error)
{
  g_autofree gchar *reference = annals_xml_dup_attribute (span, attribute);

  *given = reference != NULL;
  if (reference == NULL || annals_tei_text_find (&reading->text, skip_hash (reference), start, end))
    return TRUE;
  return set_reference_error (reading, span, attribute, reference, error);
}

/* The anchors say where; where the words there are others than the span repeats, somebody has
 * edited the text, and the words count.
 */
static void
init_span_anchor (AnnalsAnchor *anchor,
                  const AnnalsTeiReading *reading,
                  gint64 start,
                  gint64 end,
                  const gchar *quote)
{
  if (start >= 0)
    annals_anchor_init_from_text (anchor, reading->text.text, start, end);
  if (quote == NULL || (anchor->exact != NULL && annals_tei_are_same_words (anchor->exact, quote)))
    return;
  annals_anchor_clear (anchor);
  *anchor = (AnnalsAnchor) ANNALS_ANCHOR_INIT;
  anchor->exact = g_strdup (quote);
  anchor->start = start;
  anchor->end = end;
}

static gboolean
read_span (AnnalsTeiReading *reading, xmlNode *span, GError **error)
{
  g_auto (AnnalsPassage) passage = { .anchor = ANNALS_ANCHOR_INIT, .place = ANNALS_PLACE_INIT };
  g_autofree gchar *quote = annals_xml_dup_words (span);
  AnnalsTextMark start = { -1, -1 }, start_end = { -1, -1 }, end_start, end = { -1, -1 };
  gboolean has_from, has_to;

  if (!find_place (reading, span, "from", &start, &start_end, &has_from, error)
      || !find_place (reading, span, "to", &end_start, &end, &has_to, error))
    return FALSE;
  if (!has_to)
    end = start_end;
  if (has_from && start.after >= end.before && (has_to || quote == NULL))
    return set_content_error (reading, span,
                              _ ("this passage has no words between its two anchors."), error);
  if (!has_from && quote == NULL)
    return set_content_error (
        reading, span, _ ("this passage has neither anchors nor words to find it by."), error);
  if (!has_from || start.after >= end.before)
    start.after = end.before = -1;
  init_span_anchor (&passage.anchor, reading, start.after, end.before, quote);
  passage.id = annals_tei_reading_dup_id (reading, span, "passage");
  passage.where = ANNALS_WHERE_TEXT;
  return hand_out (reading, span, &passage, error);
}

static gboolean
read_range (const AnnalsTeiReading *reading,
            const xmlNode *annotation,
            AnnalsAnchor *anchor,
            GError **error)
{
  g_autofree gchar *target = annals_xml_dup_attribute (annotation, "target");
  const gchar *fragment = target != NULL ? strchr (target, '#') : NULL;
  gint64 start, end;
  gint n_read = 0;

  if (fragment == NULL)
    return TRUE;
  if (sscanf (fragment, "#char=%18" G_GINT64_FORMAT ",%18" G_GINT64_FORMAT "%n", &start, &end,
              &n_read)
          < 2
      || fragment[n_read] != '\0' || start < 0 || end <= start)
    {
      annals_xml_set_error (error, &reading->source, annotation, ANNALS_FORMATS_ERROR_CONTENT,
                            /* Translators: %s is the value of an attribute. */
                            _ ("“%s” is no range of characters; it is written like "
                               "file:text.txt#char=10,20."),
                            target);
      return FALSE;
    }
  anchor->start = start;
  anchor->end = end;
  return TRUE;
}

static gboolean
is_sha256 (const gchar *digits)
{
  return strlen (digits) == SHA256_DIGITS && strspn (digits, "0123456789abcdef") == SHA256_DIGITS;
}

/* The characters themselves, not collapsed: context may begin and end with a space. */
static gchar *
dup_note (const xmlNode *annotation, const gchar *type)
{
  const xmlNode *note = annals_xml_get_child (annotation, "note", type);
  xmlChar *content = note != NULL ? xmlNodeGetContent (note) : NULL;
  gchar *copy = content != NULL && *content != '\0' ? g_strdup ((const gchar *) content) : NULL;

  xmlFree (content);
  return copy;
}

static gboolean
read_annotation (AnnalsTeiReading *reading, xmlNode *annotation, GError **error)
{
  g_auto (AnnalsPassage) passage = { .anchor = ANNALS_ANCHOR_INIT, .place = ANNALS_PLACE_INIT };
  AnnalsAnchor *anchor = &passage.anchor;

  if (!read_range (reading, annotation, anchor, error))
    return FALSE;
  anchor->exact = dup_note (annotation, "exact");
  anchor->prefix = dup_note (annotation, "prefix");
  anchor->suffix = dup_note (annotation, "suffix");
  anchor->begins = annals_xml_dup_words (annals_xml_get_child (annotation, "note", "begins"));
  anchor->ends = annals_xml_dup_words (annals_xml_get_child (annotation, "note", "ends"));
  anchor->sha256 = annals_xml_dup_words (annals_xml_get_child (annotation, "note", "sha256"));
  if (anchor->exact == NULL && (anchor->begins == NULL || anchor->ends == NULL))
    return set_content_error (
        reading, annotation, _ ("this passage has neither its words nor its first and last words."),
        error);
  if (anchor->sha256 != NULL && !is_sha256 (anchor->sha256))
    return set_content_error (
        reading, annotation,
        _ ("the SHA-256 of this passage is not 64 hexadecimal digits in lower "
           "case."),
        error);
  passage.id = annals_tei_reading_dup_id (reading, annotation, "passage");
  passage.where = ANNALS_WHERE_SOURCE;
  return hand_out (reading, annotation, &passage, error);
}

/**
 * annals_tei_passages_read:
 * @reading: a TEI file while it is read
 * @error: where and what is wrong
 *
 * Reads the passages into their events, which have been read before.
 *
 * Returns: whether there was nothing wrong
 */
gboolean
annals_tei_passages_read (AnnalsTeiReading *reading, GError **error)
{
  for (xmlNode *node = reading->root; node != NULL;
       node = annals_xml_next_element (node, reading->root, NULL))
    {
      if (annals_xml_is (node, "span") && annals_tei_is_evidence (node, "spanGrp")
          && !read_span (reading, node, error))
        return FALSE;
      if (annals_xml_is (node, "annotation") && annals_tei_is_evidence (node, "listAnnotation")
          && !read_annotation (reading, node, error))
        return FALSE;
    }
  return TRUE;
}
