/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-evidence-pages.h"

/* The evidence of a timeline as pages of text. Everything is first made a list of blocks (a
 * heading, a date, a quotation), each a Pango layout; then their lines are dealt out to pages.
 * Lengths are points. A heading stays with what follows it. */

#define MARGIN_PT 56.0
#define NUMBER_PT 24.0
#define LANE_BAR_PT 4.0
#define BODY_PT 10.0
#define MOST_KEPT_LINES 6

typedef enum
{
  BLOCK_TITLE,
  BLOCK_REFERENCE,
  BLOCK_LANE,
  BLOCK_EVENT,
  BLOCK_DATE,
  BLOCK_QUOTE,
  BLOCK_STANDING,
  N_BLOCKS
} BlockKind;

typedef struct
{
  gdouble size_pt;
  gboolean bold;
  gboolean dim;
  gdouble indent_pt;
  gdouble above_pt;
  gboolean keeps_next; /* does not stand alone at the foot of a page */
} BlockStyle;

static const BlockStyle block_styles[N_BLOCKS] = {
  [BLOCK_TITLE] = { 18.0, TRUE, FALSE, 0.0, 0.0, TRUE },
  [BLOCK_REFERENCE] = { BODY_PT, FALSE, TRUE, 0.0, 6.0, FALSE },
  [BLOCK_LANE] = { 13.0, TRUE, FALSE, 12.0, 26.0, TRUE },
  [BLOCK_EVENT] = { 11.0, TRUE, FALSE, 0.0, 15.0, TRUE },
  [BLOCK_DATE] = { BODY_PT, FALSE, TRUE, 0.0, 2.0, TRUE },
  [BLOCK_QUOTE] = { BODY_PT, FALSE, FALSE, NUMBER_PT, 6.0, FALSE },
  [BLOCK_STANDING] = { 8.5, FALSE, TRUE, NUMBER_PT, 1.0, FALSE },
};

typedef struct
{
  BlockKind kind;
  PangoLayout *layout;
  guint event;  /* of BLOCK_EVENT */
  guint color;  /* of BLOCK_LANE */
  guint number; /* of BLOCK_QUOTE */
} Block;

/* A line of a block with its place. */
typedef struct
{
  guint block;
  gint line;
  guint page;
  gdouble baseline_pt;
} PlacedLine;

struct _AnnalsEvidencePages
{
  AnnalsDocument *document;
  AnnalsTypesetter *typesetter;
  gdouble width_pt;
  gdouble height_pt;
  GArray *blocks;
  GArray *lines;       /* of PlacedLine, page by page */
  GArray *first_lines; /* of guint: for each page, and the one after the last */
  GArray *places;      /* of AnnalsEvidencePlace, page by page */
  guint n_pages;
  guint n_quotes;
};

static void
clear_block (gpointer data)
{
  g_object_unref (((Block *) data)->layout);
}

static Block *
add_block (AnnalsEvidencePages *pages, BlockKind kind, const gchar *text)
{
  const BlockStyle *style = &block_styles[kind];
  Block block = { .kind = kind };
  g_autofree gchar *valid = g_utf8_make_valid (text, -1);

  block.layout = annals_typesetter_create_layout (pages->typesetter, style->size_pt, style->bold);
  pango_layout_set_width (
      block.layout, (gint) ((pages->width_pt - 2.0 * MARGIN_PT - style->indent_pt) * PANGO_SCALE));
  pango_layout_set_wrap (block.layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (block.layout, 1.15f);
  pango_layout_set_text (block.layout, g_strdelimit (valid, "\n\r\t", ' '), -1);
  g_array_append_val (pages->blocks, block);
  return &g_array_index (pages->blocks, Block, pages->blocks->len - 1);
}

static void
add_head (AnnalsEvidencePages *pages)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (pages->document);

  /* Translators: heading of the pages that list the events of a timeline with their quotations. */
  add_block (pages, BLOCK_TITLE, C_ ("evidence pages", "Evidence"));
  if (info->reference != NULL || info->title != NULL)
    add_block (pages, BLOCK_REFERENCE, info->reference != NULL ? info->reference : info->title);
  if (info->is_digest)
    add_block (pages, BLOCK_REFERENCE,
               _ ("Passages of the text are from a digest of it in other words; those of the "
                  "source are from the original."));
}

static gchar *
dup_date_words (const AnnalsEvent *event)
{
  g_autofree gchar *words = annals_event_dup_words (event, ANNALS_WORDS_LONG);
  g_autofree gchar *dated = NULL;

  if (event->cited != NULL && event->cited_wording != NULL)
    /* Translators: the words in which a text dates an event, and the date they stand for. */
    dated = g_strdup_printf (C_ ("date of an event", "“%s”: %s"), event->cited_wording, words);
  else
    dated = g_steal_pointer (&words);
  if (event->status < ANNALS_STATUS_PLANNED)
    return g_steal_pointer (&dated);
  /* Translators: %1$s is the status of an event ("planned"), %2$s its date. */
  return g_strdup_printf (C_ ("evidence pages", "%1$s, %2$s"),
                          annals_status_get_name (event->status), dated);
}

static void
append_remark (GString *remarks, const gchar *remark)
{
  /* Translators: stands between the parts of a list. */
  g_string_append (remarks, C_ ("list", ", "));
  g_string_append (remarks, remark);
}

/* The words, and below them where they stand, and what they do and how they stand when they are not
 * simply there and in support. */
static void
add_passage (AnnalsEvidencePages *pages, const AnnalsPassage *passage)
{
  g_autofree gchar *words = annals_document_dup_quote (pages->document, passage);
  /* Translators: quotation marks around the words of a passage. */
  g_autofree gchar *quote = g_strdup_printf (C_ ("quotation", "“%s”"), words);
  g_autofree gchar *place = annals_document_dup_place (pages->document, passage);
  g_autoptr (GString) remarks = g_string_new (place);

  add_block (pages, BLOCK_QUOTE, quote)->number = ++pages->n_quotes;
  if (passage->relation != ANNALS_RELATION_SUPPORTS)
    append_remark (remarks, annals_relation_get_name (passage->relation));
  if (passage->place.standing > ANNALS_STANDING_EXACT)
    append_remark (remarks, annals_standing_get_name (passage->place.standing));
  add_block (pages, BLOCK_STANDING, remarks->str);
}

static void
add_event (AnnalsEvidencePages *pages, guint index)
{
  const AnnalsEvent *event = annals_document_get_event (pages->document, index);
  g_autofree gchar *date = dup_date_words (event);

  add_block (pages, BLOCK_EVENT, event->label)->event = index;
  add_block (pages, BLOCK_DATE, date);
  if (event->record != NULL && event->record != annals_event_get_drawn_date (event))
    {
      g_autofree gchar *words = annals_calendar_dup_both_words (event->record_calendar,
                                                                event->record, ANNALS_WORDS_LONG);
      /* Translators: the date that history books give for an event. */
      g_autofree gchar *record = g_strdup_printf (C_ ("evidence pages", "On record: %s"), words);

      add_block (pages, BLOCK_DATE, record);
    }
  for (guint i = 0; i < event->n_passages; i++)
    add_passage (pages, &event->passages[i]);
}

static void
add_lanes (AnnalsEvidencePages *pages, const guint *events, guint n_events)
{
  for (guint i = 0; i < annals_document_get_n_lanes (pages->document); i++)
    {
      guint index = annals_document_get_lane_at (pages->document, i);
      const AnnalsLane *lane = annals_document_get_lane (pages->document, index);
      gboolean headed = FALSE;

      for (guint j = 0; j < n_events; j++)
        {
          if (annals_document_get_event (pages->document, events[j])->lane != index)
            continue;
          if (!headed)
            add_block (pages, BLOCK_LANE, lane->label)->color = lane->color;
          headed = TRUE;
          add_event (pages, events[j]);
        }
    }
}

/* --- Dealing lines out to pages --- */

typedef struct
{
  AnnalsEvidencePages *pages;
  guint page;
  gdouble y_pt;
} Cursor;

static void
note_event (Cursor *cursor, const Block *block, gdouble x_pt)
{
  PangoRectangle logical;
  AnnalsEvidencePlace place = { .event = block->event, .page = cursor->page, .x_pt = x_pt };

  pango_layout_get_extents (block->layout, NULL, &logical);
  place.y_pt = cursor->y_pt;
  place.width_pt = (gdouble) logical.width / PANGO_SCALE;
  place.height_pt = (gdouble) logical.height / PANGO_SCALE;
  g_array_append_val (cursor->pages->places, place);
}

static void
turn_page (Cursor *cursor)
{
  cursor->page++;
  cursor->y_pt = MARGIN_PT;
}

/* Headings stay with what follows, and a quotation, unless it is long, with what is said of it. An
 * event without quotations ends with its dates: what follows is another one. */
static gboolean
keeps_next (const AnnalsEvidencePages *pages, guint index)
{
  const Block *block = &g_array_index (pages->blocks, Block, index);

  if (index + 1 >= pages->blocks->len)
    return FALSE;
  if (block->kind == BLOCK_DATE)
    return block[1].kind == BLOCK_DATE || block[1].kind == BLOCK_QUOTE;
  return block_styles[block->kind].keeps_next
         || (block->kind == BLOCK_QUOTE
             && pango_layout_get_line_count (block->layout) <= MOST_KEPT_LINES);
}

static gdouble
get_first_line_height (const Block *block)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (block->layout, 0), NULL, &logical);
  return (gdouble) logical.height / PANGO_SCALE;
}

/* How much room a block wants at least: headings with what follows them, text with one line. What
 * is kept together and yet fills more than a page begins where it comes. */
static gdouble
get_least_room (const AnnalsEvidencePages *pages, guint index)
{
  gdouble page = pages->height_pt - 2.0 * MARGIN_PT;
  gdouble room = 0.0;

  for (guint i = index; room <= page; i++)
    {
      const Block *block = &g_array_index (pages->blocks, Block, i);
      PangoRectangle logical;

      room += i > index ? block_styles[block->kind].above_pt : 0.0;
      if (!keeps_next (pages, i))
        {
          room += get_first_line_height (block);
          break;
        }
      pango_layout_get_extents (block->layout, NULL, &logical);
      room += (gdouble) logical.height / PANGO_SCALE;
    }
  return room <= page ? room : get_first_line_height (&g_array_index (pages->blocks, Block, index));
}

static void
index_pages (AnnalsEvidencePages *pages)
{
  guint line = 0;

  for (guint page = 0; page <= pages->n_pages; page++)
    {
      while (line < pages->lines->len && g_array_index (pages->lines, PlacedLine, line).page < page)
        line++;
      g_array_append_val (pages->first_lines, line);
    }
}

static void
deal_block (Cursor *cursor, guint index)
{
  const Block *block = &g_array_index (cursor->pages->blocks, Block, index);
  const BlockStyle *style = &block_styles[block->kind];
  gdouble bottom = cursor->pages->height_pt - MARGIN_PT;
  PangoLayoutIter *iter = pango_layout_get_iter (block->layout);
  gdouble above = cursor->y_pt > MARGIN_PT ? style->above_pt : 0.0;
  gint line = 0;

  if (cursor->y_pt + above + get_least_room (cursor->pages, index) > bottom)
    turn_page (cursor);
  else
    cursor->y_pt += above;
  do
    {
      PangoRectangle logical;
      PlacedLine placed = { index, line++, 0, 0.0 };
      gdouble height;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      height = (gdouble) logical.height / PANGO_SCALE;
      if (cursor->y_pt + height > bottom)
        turn_page (cursor);
      if (block->kind == BLOCK_EVENT && placed.line == 0)
        note_event (cursor, block, MARGIN_PT + style->indent_pt);
      placed.page = cursor->page;
      placed.baseline_pt = cursor->y_pt
                           + (gdouble) (pango_layout_iter_get_baseline (iter) - logical.y)
                                 / PANGO_SCALE;
      cursor->y_pt += height;
      g_array_append_val (cursor->pages->lines, placed);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* --- Drawing --- */

static void
set_color (cairo_t *cr, const AnnalsColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
draw_bar (const Block *block, const PlacedLine *line, const AnnalsTheme *theme, cairo_t *cr)
{
  gdouble size = block_styles[BLOCK_LANE].size_pt;

  set_color (cr, annals_theme_get_lane_color (theme, block->color));
  cairo_rectangle (cr, MARGIN_PT, line->baseline_pt - size, LANE_BAR_PT, size * 1.25);
  cairo_fill (cr);
}

/* A small text that ends at @right_pt. */
static void
draw_number (const AnnalsEvidencePages *pages,
             guint number,
             gdouble right_pt,
             gdouble baseline_pt,
             cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = annals_typesetter_create_layout (pages->typesetter, BODY_PT,
                                                                    FALSE);
  g_autofree gchar *digits = g_strdup_printf ("%u", number);
  PangoRectangle logical;

  pango_layout_set_text (layout, digits, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  cairo_move_to (cr, right_pt - (gdouble) logical.width / PANGO_SCALE, baseline_pt);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
}

static void
draw_line (const AnnalsEvidencePages *pages,
           const PlacedLine *line,
           const AnnalsTheme *theme,
           cairo_t *cr)
{
  const Block *block = &g_array_index (pages->blocks, Block, line->block);
  const BlockStyle *style = &block_styles[block->kind];

  if (block->kind == BLOCK_LANE && line->line == 0)
    draw_bar (block, line, theme, cr);
  if (block->kind == BLOCK_QUOTE && line->line == 0)
    {
      set_color (cr, &theme->dim_text);
      draw_number (pages, block->number, MARGIN_PT + NUMBER_PT - 8.0, line->baseline_pt, cr);
    }
  set_color (cr, style->dim ? &theme->dim_text : &theme->text);
  cairo_move_to (cr, MARGIN_PT + style->indent_pt, line->baseline_pt);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (block->layout, line->line));
}

/**
 * annals_evidence_pages_new:
 * @document: a document
 * @events: (array length=n_events): indices of the events to list, in the order of time
 * @n_events: how many
 * @typesetter: what sets the texts; has to outlive the pages
 * @width_pt: width of a page, in points
 * @height_pt: height of a page
 *
 * Sets the evidence of some events.
 *
 * Returns: (transfer full): the pages; free them with annals_evidence_pages_free()
 */
AnnalsEvidencePages *
annals_evidence_pages_new (AnnalsDocument *document,
                           const guint *events,
                           guint n_events,
                           AnnalsTypesetter *typesetter,
                           gdouble width_pt,
                           gdouble height_pt)
{
  AnnalsEvidencePages *pages = g_new0 (AnnalsEvidencePages, 1);
  Cursor cursor = { pages, 0, MARGIN_PT };

  pages->document = g_object_ref (document);
  pages->typesetter = typesetter;
  pages->width_pt = width_pt;
  pages->height_pt = height_pt;
  pages->blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  g_array_set_clear_func (pages->blocks, clear_block);
  pages->lines = g_array_new (FALSE, TRUE, sizeof (PlacedLine));
  pages->first_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  pages->places = g_array_new (FALSE, TRUE, sizeof (AnnalsEvidencePlace));
  add_head (pages);
  add_lanes (pages, events, n_events);
  for (guint i = 0; i < pages->blocks->len; i++)
    deal_block (&cursor, i);
  pages->n_pages = cursor.page + 1;
  index_pages (pages);
  return pages;
}

/**
 * annals_evidence_pages_free:
 * @pages: (nullable) (transfer full): pages
 *
 * Frees them.
 */
void
annals_evidence_pages_free (AnnalsEvidencePages *pages)
{
  if (pages == NULL)
    return;
  g_array_unref (pages->blocks);
  g_array_unref (pages->lines);
  g_array_unref (pages->first_lines);
  g_array_unref (pages->places);
  g_object_unref (pages->document);
  g_free (pages);
}

/**
 * annals_evidence_pages_get_n_pages:
 * @pages: pages
 *
 * Returns: how many there are, at least 1
 */
guint
annals_evidence_pages_get_n_pages (const AnnalsEvidencePages *pages)
{
  return pages->n_pages;
}

/**
 * annals_evidence_pages_get_n_places:
 * @pages: pages
 *
 * Returns: how many events are listed
 */
guint
annals_evidence_pages_get_n_places (const AnnalsEvidencePages *pages)
{
  return pages->places->len;
}

/**
 * annals_evidence_pages_get_place:
 * @pages: pages
 * @index: which event, in the order of the pages
 *
 * Returns: (transfer none): where it is
 */
const AnnalsEvidencePlace *
annals_evidence_pages_get_place (const AnnalsEvidencePages *pages, guint index)
{
  return &g_array_index (pages->places, AnnalsEvidencePlace, index);
}

/**
 * annals_evidence_pages_draw:
 * @pages: pages
 * @page: which one, from 0
 * @theme: the look
 * @number: the number written at its foot
 * @cr: where to draw, one unit a point
 *
 * Draws a page.
 */
void
annals_evidence_pages_draw (const AnnalsEvidencePages *pages,
                            guint page,
                            const AnnalsTheme *theme,
                            guint number,
                            cairo_t *cr)
{
  const guint *first = NULL;

  g_return_if_fail (page < pages->n_pages);

  first = &g_array_index (pages->first_lines, guint, page);
  set_color (cr, &theme->background);
  cairo_paint (cr);
  for (guint i = first[0]; i < first[1]; i++)
    draw_line (pages, &g_array_index (pages->lines, PlacedLine, i), theme, cr);
  set_color (cr, &theme->dim_text);
  draw_number (pages, number, pages->width_pt - MARGIN_PT, pages->height_pt - MARGIN_PT / 2.0, cr);
}
