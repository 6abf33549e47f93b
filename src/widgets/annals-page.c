/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-page.h"
#include "annals-paragraphs.h"
#include "annals-style.h"

/*
 * Sets a text like a page of a book in a text buffer. What is shown has as many code points as the
 * text, each at its old offset, so that passages need no second set of positions: the line breaks
 * of a hard-wrapped paragraph become spaces, and blank lines become small ones by a tag. A long
 * text can be set part by part, so that the window does not stand still.
 */

typedef struct
{
  const gchar *name;
  gdouble scale;
  gint weight;
  gint below_px;
} TagLook;

enum
{
  TAG_HEAD,
  TAG_NOTE,
  TAG_BODY,
  TAG_GAP,
  N_TAGS
};

static const TagLook tag_looks[N_TAGS] = {
  [TAG_HEAD] = { "head", 1.22, PANGO_WEIGHT_BOLD, 14 },
  [TAG_NOTE] = { "note", 0.86, PANGO_WEIGHT_NORMAL, 18 },
  [TAG_BODY] = { "body", 1.0, PANGO_WEIGHT_NORMAL, 18 },
  [TAG_GAP] = { "gap", 0.34, PANGO_WEIGHT_NORMAL, 0 },
};

static const guint role_tags[] = {
  [ANNALS_PARAGRAPH_BODY] = TAG_BODY,
  [ANNALS_PARAGRAPH_HEAD] = TAG_HEAD,
  [ANNALS_PARAGRAPH_NOTE] = TAG_NOTE,
};

static GtkTextTag *
ensure_tag (GtkTextBuffer *buffer, guint index)
{
  const TagLook *look = &tag_looks[index];
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), look->name);

  if (tag != NULL)
    return tag;

  tag = gtk_text_buffer_create_tag (buffer, look->name, "scale", look->scale, "weight",
                                    look->weight, "pixels-below-lines", look->below_px, NULL);
  if (index == TAG_GAP)
    g_object_set (tag, "pixels-inside-wrap", 0, NULL);

  return tag;
}

static void
join_lines (gchar *start, gchar *end)
{
  if (!annals_paragraph_is_hard_wrapped (start, end))
    return;

  for (gchar *at = start; at < end; at++)
    if (*at == '\n')
      *at = ' ';
}

static gboolean
is_title (const AnnalsDocumentInfo *info, AnnalsText *text, gint64 start, gint64 end)
{
  g_autofree gchar *words = NULL;

  if (info->title == NULL || end - start > 200)
    return FALSE;

  words = annals_text_dup_slice (text, start, end);
  return g_strcmp0 (g_strstrip (words), info->title) == 0;
}

static guint
choose_tag (AnnalsDocument *document, AnnalsWhere where, guint paragraph, gint64 start, gint64 end)
{
  if (where == ANNALS_WHERE_TEXT)
    return role_tags[annals_document_get_paragraph_role (document, paragraph)];

  return is_title (annals_document_get_info (document), annals_document_get_text (document, where),
                   start, end)
             ? TAG_HEAD
             : TAG_BODY;
}

static void
apply (GtkTextBuffer *buffer, guint index, gint64 start, gint64 end)
{
  GtkTextIter first;
  GtkTextIter last;

  if (start >= end)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &first, (gint) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &last, (gint) end);
  gtk_text_buffer_apply_tag (buffer, ensure_tag (buffer, index), &first, &last);
}

/* The characters of a part of a text, from one of its paragraphs up to another. */
static gchar *
dup_part (AnnalsText *text, guint first, guint last, gint64 start, gint64 end)
{
  gsize from = annals_text_get_byte_at (text, start);
  gsize n_bytes = annals_text_get_byte_at (text, end) - from;
  gchar *set = g_strndup (annals_text_get_utf8 (text) + from, n_bytes);

  for (gchar *at = set; at < set + n_bytes; at++)
    if (*at == '\r')
      *at = at[1] == '\n' ? ' ' : '\n';

  for (guint i = first; i < last; i++)
    {
      gint64 its_start = 0;
      gint64 its_end = 0;

      annals_text_get_paragraph (text, i, &its_start, &its_end);
      join_lines (set + annals_text_get_byte_at (text, its_start) - from,
                  set + annals_text_get_byte_at (text, its_end) - from);
    }

  return set;
}

/**
 * annals_page_dup_set:
 * @text: a text
 *
 * Makes the characters that are shown for a text: as many code points, each at its old offset.
 *
 * Returns: (transfer full): UTF-8 of the text's size in bytes
 */
gchar *
annals_page_dup_set (AnnalsText *text)
{
  return dup_part (text, 0, annals_text_get_n_paragraphs (text), 0, annals_text_get_n_chars (text));
}

/* Where a paragraph begins; the first one with what stands before it, and behind the last one is
 * the end. */
static gint64
get_start (AnnalsText *text, guint paragraph)
{
  gint64 start = 0;
  gint64 end = 0;

  if (paragraph == 0)
    return 0;
  if (paragraph >= annals_text_get_n_paragraphs (text))
    return annals_text_get_n_chars (text);
  annals_text_get_paragraph (text, paragraph, &start, &end);
  return start;
}

static void
apply_paragraph (GtkTextBuffer *buffer,
                 AnnalsDocument *document,
                 AnnalsWhere where,
                 guint paragraph)
{
  AnnalsText *text = annals_document_get_text (document, where);
  gint64 start = 0;
  gint64 end = 0;

  annals_text_get_paragraph (text, paragraph, &start, &end);
  apply (buffer, choose_tag (document, where, paragraph, start, end), start, end);
  apply (buffer, TAG_GAP, end + 1, get_start (text, paragraph + 1));
}

struct _AnnalsPageFilling
{
  GtkTextBuffer *buffer;
  AnnalsDocument *document;
  AnnalsWhere where;
  guint first; /* paragraph of the part that is being added */
  guint next;  /* paragraph behind it */
  gchar *set;  /* (nullable) the part */
  gsize n_bytes;
  gsize n_added; /* bytes of it */
};

/**
 * annals_page_filling_new:
 * @buffer: a text buffer, which is emptied
 * @document: a document
 * @where: which of its texts
 *
 * Begins to set one of a document's texts as a page; see annals_page_filling_step().
 *
 * Returns: (transfer full): what is to be done
 */
AnnalsPageFilling *
annals_page_filling_new (GtkTextBuffer *buffer, AnnalsDocument *document, AnnalsWhere where)
{
  AnnalsPageFilling *filling = g_new0 (AnnalsPageFilling, 1);

  gtk_text_buffer_set_text (buffer, "", 0);
  filling->buffer = g_object_ref (buffer);
  filling->document = g_object_ref (document);
  filling->where = where;
  return filling;
}

/**
 * annals_page_filling_free:
 * @filling: (transfer full): what was begun
 *
 * Leaves the page as it is.
 */
void
annals_page_filling_free (AnnalsPageFilling *filling)
{
  g_object_unref (filling->buffer);
  g_object_unref (filling->document);
  g_free (filling->set);
  g_free (filling);
}

/* Whole paragraphs, as many as there is room for, or one. */
static void
begin_part (AnnalsPageFilling *filling, AnnalsText *text, gsize most_bytes)
{
  guint n_paragraphs = annals_text_get_n_paragraphs (text);
  gint64 start = get_start (text, filling->first);
  gsize from = annals_text_get_byte_at (text, start);

  filling->next = MIN (filling->first + 1, n_paragraphs);
  while (filling->next < n_paragraphs
         && annals_text_get_byte_at (text, get_start (text, filling->next + 1)) - from
                <= most_bytes)
    filling->next++;
  filling->set = dup_part (text, filling->first, filling->next, start,
                           get_start (text, MAX (filling->next, 1)));
  filling->n_bytes = strlen (filling->set);
  filling->n_added = 0;
}

/* A piece of the part: a paragraph may be longer than there is time for. */
static void
add_piece (AnnalsPageFilling *filling, gsize most_bytes)
{
  const gchar *piece = filling->set + filling->n_added;
  gsize n_bytes = filling->n_bytes - filling->n_added;
  GtkTextIter at;

  if (n_bytes > most_bytes)
    {
      n_bytes = MIN (n_bytes, MAX (most_bytes, 4));
      while (n_bytes > 0 && ((guchar) piece[n_bytes] & 0xc0) == 0x80)
        n_bytes--;
    }
  gtk_text_buffer_get_end_iter (filling->buffer, &at);
  gtk_text_buffer_insert (filling->buffer, &at, piece, (gint) n_bytes);
  filling->n_added += n_bytes;
}

/**
 * annals_page_filling_step:
 * @filling: what was begun
 * @most_bytes: how much text to add, about
 *
 * Adds some of the text to the page.
 *
 * Returns: whether there is more
 */
gboolean
annals_page_filling_step (AnnalsPageFilling *filling, gsize most_bytes)
{
  AnnalsText *text = annals_document_get_text (filling->document, filling->where);

  if (text == NULL)
    return FALSE;

  if (filling->set == NULL)
    begin_part (filling, text, most_bytes);
  gtk_text_buffer_begin_irreversible_action (filling->buffer);
  add_piece (filling, most_bytes);
  if (filling->n_added == filling->n_bytes)
    {
      for (guint i = filling->first; i < filling->next; i++)
        apply_paragraph (filling->buffer, filling->document, filling->where, i);
      filling->first = filling->next;
      g_clear_pointer (&filling->set, g_free);
    }
  gtk_text_buffer_end_irreversible_action (filling->buffer);
  return filling->set != NULL || filling->first < annals_text_get_n_paragraphs (text);
}

/**
 * annals_page_fill:
 * @buffer: a text buffer
 * @document: a document
 * @where: which of its texts
 *
 * Fills @buffer with one of a document's texts, set as a page.
 */
void
annals_page_fill (GtkTextBuffer *buffer, AnnalsDocument *document, AnnalsWhere where)
{
  g_autoptr (AnnalsPageFilling) filling = annals_page_filling_new (buffer, document, where);

  while (annals_page_filling_step (filling, G_MAXSIZE))
    continue;
}

/**
 * annals_page_set_theme:
 * @buffer: a buffer filled by annals_page_fill()
 * @theme: the present theme
 *
 * Gives what stands back on the page (notes) the theme's colour for it.
 */
void
annals_page_set_theme (GtkTextBuffer *buffer, const AnnalsTheme *theme)
{
  GdkRGBA dim;

  annals_style_get_rgba (&theme->dim_text, 1.0, &dim);
  g_object_set (ensure_tag (buffer, TAG_NOTE), "foreground-rgba", &dim, NULL);
}
