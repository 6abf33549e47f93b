/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <string.h>

#include "annals-encoding.h"
#include "annals-xml.h"

/*
 * XML read safely: no network, no DTD, no entities but the five of XML itself, bounded depth; the
 * size is bounded by that of the file, so that libxml2's own limits are not needed. The text is
 * decoded before libxml2 sees it, so that every element can remember the byte it starts at (in
 * `_private`, counted from 1) and messages can tell line and column of it.
 */

#define MAX_DEPTH 200
#define HEAD_BYTES 1024

/* Where a file is wrong throughout, so many sentences are enough. */
#define N_REMARKS_MAX 100

typedef struct
{
  const AnnalsXmlSource *source;
  GError *error; /* the first thing wrong; nothing after it counts */
  guint n_elements;
} ParseState;

typedef struct
{
  gint code;
  const gchar *message;
} SyntaxMessage;

static const SyntaxMessage SYNTAX_MESSAGES[] = {
  { XML_ERR_DOCUMENT_EMPTY, N_ ("this is not XML.") },
  { XML_ERR_DOCUMENT_END, N_ ("something follows the end of the XML, or the file is cut off.") },
  { XML_ERR_TAG_NAME_MISMATCH, N_ ("this end tag does not match the element that is open.") },
  { XML_ERR_TAG_NOT_FINISHED, N_ ("an element is not closed; the file may be cut off.") },
  { XML_ERR_GT_REQUIRED, N_ ("a tag is not closed; the file may be cut off.") },
  { XML_ERR_ATTRIBUTE_NOT_FINISHED, N_ ("an attribute is not closed; the file may be cut off.") },
  { XML_ERR_ATTRIBUTE_REDEFINED, N_ ("an attribute is given twice.") },
  { XML_ERR_COMMENT_NOT_FINISHED, N_ ("a comment is not closed; the file may be cut off.") },
  { XML_ERR_CDATA_NOT_FINISHED, N_ ("a CDATA section is not closed; the file may be cut off.") },
  { XML_ERR_INVALID_CHAR, N_ ("there is a character that XML does not allow.") },
  { XML_NS_ERR_UNDEFINED_NAMESPACE, N_ ("a name uses a namespace prefix that is not declared.") },
};

static void
locate (const gchar *utf8, gsize byte, guint *line, guint *column)
{
  const gchar *line_start = utf8;

  *line = 1;
  for (const gchar *p = utf8; p < utf8 + byte && *p != '\0'; p++)
    if (*p == '\n')
      {
        (*line)++;
        line_start = p + 1;
      }
  *column = g_utf8_strlen (line_start, utf8 + byte - line_start) + 1;
}

/* A sentence stays one line, whatever it quotes from a file. */
static gchar *
dup_one_line (const gchar *sentence)
{
  gchar *line = g_strdup (sentence);

  for (gchar *p = line; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  return line;
}

static void
set_error_at (GError **error,
              const AnnalsXmlSource *source,
              gsize byte,
              AnnalsFormatsError code,
              const gchar *sentence)
{
  g_autofree gchar *one_line = dup_one_line (sentence);
  guint line, column;

  locate (source->utf8, byte, &line, &column);
  g_set_error (error, ANNALS_FORMATS_ERROR, code,
               /* Translators: where in which file, then a sentence that says what is wrong there.
                */
               _ ("%s, line %u, column %u: %s"), source->name, line, column, one_line);
}

static gsize
get_byte (xmlParserCtxt *context)
{
  if (context == NULL || context->input == NULL)
    return 0;
  return context->input->consumed + (context->input->cur - context->input->base);
}

static void
refuse (xmlParserCtxt *context, gsize byte, AnnalsFormatsError code, const gchar *sentence)
{
  ParseState *state = context->_private;

  if (state->error == NULL)
    set_error_at (&state->error, state->source, byte, code, sentence);
  xmlStopParser (context);
}

static void
refuse_entity (xmlParserCtxt *context, const xmlChar *name)
{
  g_autofree gchar *sentence = g_strdup_printf (
      /* Translators: %s is the name of an entity, such as nbsp. */
      _ ("the entity “%s” is declared here; Annals reads no entities, because "
         "they can hide other files or grow without end."),
      (const gchar *) name);

  refuse (context, get_byte (context), ANNALS_FORMATS_ERROR_SYNTAX, sentence);
}

static void
entity_decl_cb (void *data,
                const xmlChar *name,
                int type,
                const xmlChar *public_id,
                const xmlChar *system_id,
                xmlChar *content)
{
  refuse_entity (data, name);
}

static void
unparsed_entity_decl_cb (void *data,
                         const xmlChar *name,
                         const xmlChar *public_id,
                         const xmlChar *system_id,
                         const xmlChar *notation)
{
  refuse_entity (data, name);
}

static xmlEntity *
get_entity_cb (void *data, const xmlChar *name)
{
  g_autofree gchar *sentence = g_strdup_printf (
      /* Translators: %s is the name of an entity, such as nbsp. */
      _ ("the entity “%s” is not one of the five that XML has; write the character itself."),
      (const gchar *) name);

  refuse (data, get_byte (data), ANNALS_FORMATS_ERROR_SYNTAX, sentence);
  return NULL;
}

static xmlEntity *
get_parameter_entity_cb (void *data, const xmlChar *name)
{
  return get_entity_cb (data, name);
}

static void
external_subset_cb (void *data,
                    const xmlChar *name,
                    const xmlChar *external_id,
                    const xmlChar *system_id)
{
  /* Never fetched: a document type declaration is kept as it is and not looked into. */
}

static gsize
get_tag_start (xmlParserCtxt *context)
{
  const xmlChar *p = context->input->cur;

  /* A literal `<` cannot stand inside a tag. */
  while (p > context->input->base && *p != '<')
    p--;
  return context->input->consumed + (p - context->input->base);
}

static gboolean
tell_progress (const AnnalsXmlSource *source, gsize byte, gdouble from, gdouble to, GError **error)
{
  gdouble done = (gdouble) byte / (gdouble) MAX (source->n_bytes, 1);

  return annals_progress_tell (source->progress, from + (to - from) * done, error);
}

static void
start_element_cb (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *context = data;
  gsize byte = get_tag_start (context);
  ParseState *state = context->_private;

  if (++state->n_elements % ANNALS_PROGRESS_EVERY == 0 && state->error == NULL
      && !tell_progress (state->source, byte, 0.0, ANNALS_XML_PARSED, &state->error))
    {
      xmlStopParser (context);
      return;
    }
  if (context->nodeNr >= MAX_DEPTH)
    {
      g_autofree gchar *sentence = g_strdup_printf (
          /* Translators: %d is a number of some hundreds. */
          _ ("elements are nested more than %d deep, which is more than Annals reads."), MAX_DEPTH);

      refuse (context, byte, ANNALS_FORMATS_ERROR_TOO_LARGE, sentence);
      return;
    }
  xmlSAX2StartElementNs (context, name, prefix, uri, n_namespaces, namespaces, n_attributes,
                         n_defaulted, attributes);
  if (context->node != NULL)
    context->node->_private = GSIZE_TO_POINTER (byte + 1);
}

static gchar *
dup_syntax_sentence (const xmlError *fault)
{
  g_autofree gchar *detail = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (SYNTAX_MESSAGES); i++)
    if (SYNTAX_MESSAGES[i].code == fault->code)
      return g_strdup (_ (SYNTAX_MESSAGES[i].message));
  detail = g_strchomp (g_strdup (fault->message != NULL ? fault->message : ""));
  /* Translators: %s is what the XML parser says, in English. */
  return g_strdup_printf (_ ("this is not well-formed XML (%s)."), detail);
}

/* Ids are checked by the reader, which can say where the first of two is. */
static gboolean
is_id_fault (const xmlError *fault)
{
  return fault->code == XML_DTD_ID_REDEFINED || fault->code == XML_DTD_XMLID_VALUE;
}

static void
structured_error_cb (void *data, xmlError *fault)
{
  xmlParserCtxt *context = data;
  ParseState *state = context->_private;
  g_autofree gchar *sentence = NULL;

  if (state->error != NULL || fault->level < XML_ERR_ERROR || is_id_fault (fault))
    return;
  sentence = dup_syntax_sentence (fault);
  set_error_at (&state->error, state->source, get_byte (context), ANNALS_FORMATS_ERROR_SYNTAX,
                sentence);
}

/**
 * annals_xml_parse:
 * @source: an XML file
 * @error: where and why it is refused
 *
 * Parses XML without network, without any other file, without entities, and not too deep. Elements
 * remember where they stand for annals_xml_set_error().
 *
 * Returns: (transfer full): the tree, or %NULL with @error set
 */
xmlDoc *
annals_xml_parse (const AnnalsXmlSource *source, GError **error)
{
  ParseState state = { .source = source };
  xmlParserCtxt *context = xmlNewParserCtxt ();
  xmlDoc *document;

  context->_private = &state;
  context->sax->initialized = XML_SAX2_MAGIC;
  context->sax->startElementNs = start_element_cb;
  context->sax->entityDecl = entity_decl_cb;
  context->sax->unparsedEntityDecl = unparsed_entity_decl_cb;
  context->sax->getEntity = get_entity_cb;
  context->sax->getParameterEntity = get_parameter_entity_cb;
  context->sax->externalSubset = external_subset_cb;
  xmlSetStructuredErrorFunc (context, structured_error_cb);
  document = xmlCtxtReadMemory (context, source->utf8, strlen (source->utf8), NULL, "UTF-8",
                                XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NODICT
                                    | XML_PARSE_HUGE | XML_PARSE_BIG_LINES);
  xmlSetStructuredErrorFunc (NULL, NULL);
  if (state.error == NULL && (document == NULL || !context->wellFormed))
    set_error_at (&state.error, source, get_byte (context), ANNALS_FORMATS_ERROR_SYNTAX,
                  _ ("this is not well-formed XML."));
  xmlFreeParserCtxt (context);
  if (state.error == NULL)
    return document;
  g_clear_pointer (&document, xmlFreeDoc);
  g_propagate_error (error, state.error);
  return NULL;
}

static gchar *
dup_declared_encoding (const gchar *head)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']", G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (regex, head, 0, &match))
    return NULL;
  return g_match_info_fetch (match, 1);
}

/**
 * annals_xml_tell_progress:
 * @source: an XML file
 * @node: how far one is in its tree
 * @from: how much was done when this going through the tree began
 * @to: how much will be done when it has ended; parsing it takes up to %ANNALS_XML_PARSED
 * @error: set when it is to stop
 *
 * Tells how far the reading is, for one who asked.
 *
 * Returns: whether to go on
 */
gboolean
annals_xml_tell_progress (const AnnalsXmlSource *source,
                          const xmlNode *node,
                          gdouble from,
                          gdouble to,
                          GError **error)
{
  return tell_progress (source, GPOINTER_TO_SIZE (node->_private), from, to, error);
}

/**
 * annals_xml_decode:
 * @bytes: an XML file
 * @name: what messages call it
 * @error: not in the encoding that it declares
 *
 * Decodes XML: a byte order mark decides, then the XML declaration; otherwise it is UTF-8.
 *
 * Returns: (transfer full): the XML in UTF-8, or %NULL with @error set
 */
gchar *
annals_xml_decode (GBytes *bytes, const gchar *name, GError **error)
{
  g_autofree gchar *head = annals_encoding_dup_head (bytes, HEAD_BYTES);
  g_autofree gchar *charset = dup_declared_encoding (head);
  gsize size, n_mark;
  const gchar *data = g_bytes_get_data (bytes, &size);
  const gchar *first_bad = NULL;
  const gchar *marked = annals_encoding_get_bom (bytes, &n_mark);

  if (marked == NULL && charset != NULL && g_ascii_strcasecmp (charset, "UTF-8") != 0)
    return annals_encoding_decode_as (bytes, charset, name, error);
  if (marked != NULL && !g_str_equal (marked, "UTF-8"))
    return annals_encoding_decode (bytes, name, error);
  if (!g_utf8_validate_len (data + n_mark, size - n_mark, &first_bad))
    {
      g_autofree gchar *valid = g_strndup (data + n_mark, first_bad - (data + n_mark));
      AnnalsXmlSource source = { name, valid };

      set_error_at (error, &source, strlen (valid), ANNALS_FORMATS_ERROR_ENCODING,
                    _ ("this is not valid UTF-8; save the file as UTF-8 or declare its encoding."));
      return NULL;
    }
  return g_strndup (data + n_mark, size - n_mark);
}

/**
 * annals_xml_set_error:
 * @error: (nullable): where to put it
 * @source: the file
 * @node: (nullable): the element that is wrong
 * @code: an #AnnalsFormatsError
 * @format: a translated sentence, as for printf
 * @...: its arguments
 *
 * Sets an error that says file, line and column of @node.
 */
void
annals_xml_set_error (GError **error,
                      const AnnalsXmlSource *source,
                      const xmlNode *node,
                      AnnalsFormatsError code,
                      const gchar *format,
                      ...)
{
  g_autofree gchar *sentence = NULL;
  gsize byte = node != NULL ? GPOINTER_TO_SIZE (node->_private) : 0;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  set_error_at (error, source, byte > 0 ? byte - 1 : 0, code, sentence);
}

/**
 * annals_xml_add_remark:
 * @source: the file
 * @node: the element that the remark is about
 * @format: a translated sentence, as for printf
 * @...: its arguments
 *
 * Notes what the file says against itself, with file, line and column of @node, if anybody asks for
 * that.
 */
void
annals_xml_add_remark (const AnnalsXmlSource *source, const xmlNode *node, const gchar *format, ...)
{
  g_autofree gchar *sentence = NULL;
  g_autoptr (GError) remark = NULL;
  va_list arguments;

  if (source->remarks == NULL || source->remarks->len >= N_REMARKS_MAX)
    return;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  annals_xml_set_error (&remark, source, node, ANNALS_FORMATS_ERROR_CONTENT, "%s", sentence);
  g_ptr_array_add (source->remarks, g_strdup (remark->message));
}
