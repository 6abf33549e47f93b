/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-page.h"
#include "annals-paragraphs.h"
#include "annals-style.h"

/*
 * Sets a text like a page of a book in a text buffer. What is shown has as many code points as the
 * text, each at its old offset, so that passages need no second set of positions: the line breaks
 * of a hard-wrapped paragraph become spaces, and blank lines become small ones by a tag.
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
  gsize n_bytes = annals_text_get_n_bytes (text);
  gchar *set = g_strndup (annals_text_get_utf8 (text), n_bytes);
  guint n_paragraphs = annals_text_get_n_paragraphs (text);

  for (gchar *at = set; at < set + n_bytes; at++)
    if (*at == '\r')
      *at = at[1] == '\n' ? ' ' : '\n';

  for (guint i = 0; i < n_paragraphs; i++)
    {
      gint64 start = 0;
      gint64 end = 0;

      annals_text_get_paragraph (text, i, &start, &end);
      join_lines (set + annals_text_get_byte_at (text, start),
                  set + annals_text_get_byte_at (text, end));
    }

  return set;
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
  AnnalsText *text = annals_document_get_text (document, where);
  g_autofree gchar *set = NULL;
  guint n_paragraphs = 0;

  if (text == NULL)
    {
      gtk_text_buffer_set_text (buffer, "", 0);
      return;
    }

  set = annals_page_dup_set (text);
  gtk_text_buffer_set_text (buffer, set, (gint) annals_text_get_n_bytes (text));

  n_paragraphs = annals_text_get_n_paragraphs (text);
  for (guint i = 0; i < n_paragraphs; i++)
    {
      gint64 start = 0;
      gint64 end = 0;
      gint64 next = annals_text_get_n_chars (text);
      gint64 next_end = 0;

      annals_text_get_paragraph (text, i, &start, &end);
      if (i + 1 < n_paragraphs)
        annals_text_get_paragraph (text, i + 1, &next, &next_end);
      apply (buffer, choose_tag (document, where, i, start, end), start, end);
      apply (buffer, TAG_GAP, end + 1, next);
    }
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
