/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-document.h"

/*
 * Questions about the passages of a document: what their words are, and how they stand.
 */

/**
 * annals_document_count_standings:
 * @self: a document
 * @where: which text
 * @counts: (out caller-allocates): the numbers
 *
 * Counts how the passages of one text stand.
 */
void
annals_document_count_standings (AnnalsDocument *self,
                                 AnnalsWhere where,
                                 AnnalsStandingCounts *counts)
{
  guint n_events;

  g_return_if_fail (ANNALS_IS_DOCUMENT (self));
  g_return_if_fail (counts != NULL);

  n_events = annals_document_get_n_events (self);
  *counts = (AnnalsStandingCounts){ 0 };
  for (guint i = 0; i < n_events; i++)
    {
      const AnnalsEvent *event = annals_document_get_event (self, i);

      for (guint j = 0; j < event->n_passages; j++)
        {
          if (event->passages[j].where != where)
            continue;
          counts->counts[event->passages[j].place.standing]++;
          counts->n_passages++;
        }
    }
}

/**
 * annals_document_dup_quote:
 * @self: a document
 * @passage: a passage of one of its events
 *
 * The words of a passage: as they stand in its text where it is placed; otherwise the quote kept;
 * for a passage known by its first and last words only, these with an ellipsis between them.
 *
 * Returns: (transfer full): the words; empty when nothing is known of them
 */
gchar *
annals_document_dup_quote (AnnalsDocument *self, const AnnalsPassage *passage)
{
  const AnnalsAnchor *anchor;
  AnnalsText *text;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (passage != NULL, NULL);

  anchor = &passage->anchor;
  text = annals_document_get_text (self, passage->where);
  if (text != NULL && annals_standing_is_placed (passage->place.standing))
    return annals_text_dup_slice (text, passage->place.start, passage->place.end);
  if (anchor->exact != NULL)
    return g_strdup (anchor->exact);
  if (anchor->begins != NULL && anchor->ends != NULL)
    /* Translators: the first and the last words of a quotation that may not be shown whole. */
    return g_strdup_printf (C_ ("quotation", "%s … %s"), anchor->begins, anchor->ends);
  return g_strdup (anchor->begins != NULL ? anchor->begins : "");
}

/* "text ¶ 3", counting the paragraphs a reader counts: the title is none, and neither is a note. */
static gchar *
dup_text_place (AnnalsDocument *self, guint paragraph)
{
  guint number = 0;

  switch (annals_document_get_paragraph_role (self, paragraph))
    {
    case ANNALS_PARAGRAPH_HEAD:
      return g_strdup (C_ ("place of a passage", "title"));
    case ANNALS_PARAGRAPH_NOTE:
      return g_strdup (C_ ("place of a passage", "note"));
    case ANNALS_PARAGRAPH_BODY:
    default:
      for (guint i = 0; i <= paragraph; i++)
        if (annals_document_get_paragraph_role (self, i) == ANNALS_PARAGRAPH_BODY)
          number++;
      /* Translators: the paragraph of the document's own text in which a passage stands. */
      return g_strdup_printf (C_ ("place of a passage", "text ¶ %u"), number);
    }
}

/**
 * annals_document_dup_place:
 * @self: a document
 * @passage: a passage of one of its events
 *
 * Where a passage stands, in few words: which text, and which of its paragraphs when it is placed
 * there.
 *
 * Returns: (transfer full): "text ¶ 3", "source ¶ 5", "source", in the language of the interface
 */
gchar *
annals_document_dup_place (AnnalsDocument *self, const AnnalsPassage *passage)
{
  AnnalsText *text;
  gboolean in_text;
  guint paragraph;

  g_return_val_if_fail (ANNALS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (passage != NULL, NULL);

  text = annals_document_get_text (self, passage->where);
  in_text = passage->where == ANNALS_WHERE_TEXT;
  if (text == NULL || !annals_standing_is_placed (passage->place.standing))
    return g_strdup (in_text ? C_ ("place of a passage", "text")
                             : C_ ("place of a passage", "source"));
  paragraph = annals_text_get_paragraph_at (text, passage->place.start);
  if (in_text)
    return dup_text_place (self, paragraph);
  /* Translators: the paragraph of the original, kept in another file, in which a passage stands. */
  return g_strdup_printf (C_ ("place of a passage", "source ¶ %u"), paragraph + 1);
}
