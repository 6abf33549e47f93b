/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-run.h"

/* Texts as arrays of glyphs, which Cairo can be handed as they are. */

/* Where the glyphs of some text stand; FALSE when there is one that no font has, for which Pango
 * draws a box. A space leaves no trace. */
static gboolean
add_glyphs (AnnalsRun *run,
            PangoFont *font,
            const PangoGlyphString *string,
            const gchar *text,
            gint y_offset,
            guint *n,
            gint *x)
{
  AnnalsRunPiece *piece = &run->pieces[run->n_pieces];

  if (!PANGO_IS_CAIRO_FONT (font))
    return FALSE;
  piece->font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  piece->first = *n;
  for (gint i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];

      if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        return FALSE;
      if (info->glyph != PANGO_GLYPH_EMPTY && text[string->log_clusters[i]] != ' ')
        run->glyphs[(*n)++] = (cairo_glyph_t){
          .index = info->glyph,
          .x = (gdouble) (*x + info->geometry.x_offset) / PANGO_SCALE,
          .y = (gdouble) (info->geometry.y_offset - y_offset) / PANGO_SCALE,
        };
      *x += info->geometry.width;
    }
  piece->n_glyphs = *n - piece->first;
  if (piece->n_glyphs > 0)
    {
      cairo_scaled_font_reference (piece->font);
      run->n_pieces++;
    }
  return TRUE;
}

static gboolean
add_item (AnnalsRun *run, const gchar *text, PangoGlyphItem *item, guint *n, gint *x)
{
  *x += item->start_x_offset;
  if (!add_glyphs (run, item->item->analysis.font, item->glyphs, text + item->item->offset,
                   item->y_offset, n, x))
    return FALSE;
  *x += item->end_x_offset;
  return TRUE;
}

static gboolean
take_glyphs (AnnalsRun *run, PangoLayout *layout)
{
  guint n = 0;
  gint x = 0;

  for (GSList *l = pango_layout_get_line_readonly (layout, 0)->runs; l != NULL; l = l->next)
    if (!add_item (run, pango_layout_get_text (layout), l->data, &n, &x))
      return FALSE;
  return TRUE;
}

static guint
count_glyphs (PangoLayout *layout)
{
  guint n_glyphs = 0;

  for (GSList *l = pango_layout_get_line_readonly (layout, 0)->runs; l != NULL; l = l->next)
    n_glyphs += (guint) ((PangoGlyphItem *) l->data)->glyphs->num_glyphs;
  return n_glyphs;
}

static void
clear_pieces (AnnalsRun *run)
{
  for (guint i = 0; i < run->n_pieces; i++)
    cairo_scaled_font_destroy (run->pieces[i].font);
  run->n_pieces = 0;
}

/* What it covers, and a pixel around it for what is smoothed. */
static void
measure (AnnalsRun *run, PangoLayout *layout)
{
  gdouble baseline = (gdouble) pango_layout_get_baseline (layout) / PANGO_SCALE;
  PangoRectangle ink;
  PangoRectangle logical;

  pango_layout_get_extents (layout, &ink, &logical);
  run->width_px = (gdouble) logical.width / PANGO_SCALE;
  run->left_px = (gdouble) ink.x / PANGO_SCALE - 1.0;
  run->right_px = (gdouble) (ink.x + ink.width) / PANGO_SCALE + 1.0;
  run->top_px = (gdouble) ink.y / PANGO_SCALE - baseline - 1.0;
  run->bottom_px = (gdouble) (ink.y + ink.height) / PANGO_SCALE - baseline + 1.0;
}

/**
 * annals_run_new_empty:
 * @n_pieces: for how many pieces there is to be room
 * @n_glyphs: for how many glyphs
 *
 * Returns: (transfer full): a run of nothing, in one piece of memory
 */
AnnalsRun *
annals_run_new_empty (guint n_pieces, guint n_glyphs)
{
  AnnalsRun *run = g_malloc (sizeof (AnnalsRun) + n_glyphs * sizeof (cairo_glyph_t)
                             + n_pieces * sizeof (AnnalsRunPiece));

  *run = (AnnalsRun){ .pieces = (AnnalsRunPiece *) (run + 1) };
  run->glyphs = (cairo_glyph_t *) (run->pieces + n_pieces);
  return run;
}

/**
 * annals_run_new:
 * @layout: a layout of one line; is not kept
 *
 * Returns: (transfer full): its glyphs or, when there are some that no font has, a copy of the
 * layout
 */
AnnalsRun *
annals_run_new (PangoLayout *layout)
{
  GSList *runs = pango_layout_get_line_readonly (layout, 0)->runs;
  AnnalsRun *run = annals_run_new_empty (g_slist_length (runs) + 1, count_glyphs (layout));

  measure (run, layout);
  if (!take_glyphs (run, layout))
    {
      clear_pieces (run);
      run->layout = pango_layout_copy (layout);
    }
  for (guint i = 0; i < run->n_pieces; i++)
    run->overlaps |= annals_run_overlaps (run->pieces[i].font, run->glyphs + run->pieces[i].first,
                                          run->pieces[i].n_glyphs);
  return run;
}

/**
 * annals_run_new_for_layout:
 * @layout: a layout of one line
 *
 * Returns: (transfer full): a run that keeps a copy of the layout, and has no glyphs
 */
AnnalsRun *
annals_run_new_for_layout (PangoLayout *layout)
{
  AnnalsRun *run = annals_run_new_empty (0, 0);

  measure (run, layout);
  run->layout = pango_layout_copy (layout);
  return run;
}

/**
 * annals_run_clear:
 * @run: a run in memory of somebody's own
 *
 * Gives back what it refers to.
 */
void
annals_run_clear (AnnalsRun *run)
{
  clear_pieces (run);
  g_clear_object (&run->layout);
}

/**
 * annals_run_free:
 * @run: (nullable) (transfer full): a run
 */
void
annals_run_free (AnnalsRun *run)
{
  if (run == NULL)
    return;
  annals_run_clear (run);
  g_free (run);
}

static guint
get_n_glyphs (const AnnalsRun *run)
{
  const AnnalsRunPiece *last;

  if (run->n_pieces == 0)
    return 0;
  last = &run->pieces[run->n_pieces - 1];
  return last->first + last->n_glyphs;
}

/**
 * annals_run_get_size:
 * @run: a run
 *
 * Returns: how many bytes a copy of it takes
 */
gsize
annals_run_get_size (const AnnalsRun *run)
{
  return sizeof *run + run->n_pieces * sizeof *run->pieces
         + get_n_glyphs (run) * sizeof *run->glyphs;
}

/**
 * annals_run_find_parts:
 * @run: a copy of a run
 *
 * Finds its pieces and glyphs, which lie behind it, after it has been moved with them.
 */
void
annals_run_find_parts (AnnalsRun *run)
{
  run->pieces = (AnnalsRunPiece *) (run + 1);
  run->glyphs = (cairo_glyph_t *) (run->pieces + run->n_pieces);
}

/**
 * annals_run_copy_to:
 * @run: a run
 * @memory: as much as annals_run_get_size() says
 *
 * Returns: (transfer none): a copy of @run, at @memory; its parts lie behind it, one after another.
 *   Clear it with annals_run_clear()
 */
AnnalsRun *
annals_run_copy_to (const AnnalsRun *run, gpointer memory)
{
  AnnalsRun *copy = memory;

  *copy = *run;
  annals_run_find_parts (copy);
  /* What has a layout has neither, and there is nothing to copy them from. */
  if (run->n_pieces > 0)
    memcpy (copy->pieces, run->pieces, run->n_pieces * sizeof *run->pieces);
  if (get_n_glyphs (run) > 0)
    memcpy (copy->glyphs, run->glyphs, get_n_glyphs (run) * sizeof *run->glyphs);
  for (guint i = 0; i < copy->n_pieces; i++)
    cairo_scaled_font_reference (copy->pieces[i].font);
  if (copy->layout != NULL)
    g_object_ref (copy->layout);
  return copy;
}

/**
 * annals_run_place:
 * @run: a run
 * @first: one of its glyphs
 * @n_glyphs: how many
 * @x_px: where the run begins
 * @baseline_px: where its baseline is
 * @glyphs: (out): the glyphs where they belong
 */
void
annals_run_place (const AnnalsRun *run,
                  guint first,
                  guint n_glyphs,
                  gdouble x_px,
                  gdouble baseline_px,
                  cairo_glyph_t *glyphs)
{
  for (guint i = 0; i < n_glyphs; i++)
    {
      const cairo_glyph_t *glyph = &run->glyphs[first + i];

      glyphs[i] = (cairo_glyph_t){ glyph->index, x_px + glyph->x, baseline_px + glyph->y };
    }
}

/**
 * annals_run_overlaps:
 * @font: how they are set
 * @glyphs: glyphs, from left to right
 * @n_glyphs: how many
 *
 * Returns: whether the image of one reaches over that of another
 */
gboolean
annals_run_overlaps (cairo_scaled_font_t *font, const cairo_glyph_t *glyphs, guint n_glyphs)
{
  gdouble reached = -G_MAXDOUBLE;

  for (guint i = 0; i < n_glyphs; i++)
    {
      gdouble x = round (glyphs[i].x);
      cairo_text_extents_t extents;

      cairo_scaled_font_glyph_extents (font, &glyphs[i], 1, &extents);
      if (x + floor (extents.x_bearing) < reached)
        return TRUE;
      reached = MAX (reached, x + ceil (extents.x_bearing + extents.width));
    }
  return FALSE;
}

/**
 * annals_run_hash:
 * @font: how a text is set
 * @text: what it says
 * @n_bytes: of @text
 *
 * Returns: a number that hardly any other text shares
 */
guint64
annals_run_hash (guint font, const gchar *text, gsize n_bytes)
{
  guint64 hash = n_bytes * 0x9e3779b97f4a7c15u + font;
  guint64 part;

  for (; n_bytes >= 8; n_bytes -= 8, text += 8)
    {
      memcpy (&part, text, 8);
      hash = (hash ^ part) * 0xff51afd7ed558ccdu;
      hash ^= hash >> 32;
    }
  part = 0;
  memcpy (&part, text, n_bytes);
  hash = (hash ^ part) * 0xff51afd7ed558ccdu;
  return hash ^ hash >> 32;
}
