/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * AnnalsRunPiece:
 * @font: a font
 * @first: its first glyph
 * @n_glyphs: how many there are
 *
 * What of a run is set in one font.
 */
typedef struct
{
  cairo_scaled_font_t *font;
  guint first;
  guint n_glyphs;
} AnnalsRunPiece;

/**
 * AnnalsRun:
 * @width_px: how far the next text would be
 * @left_px: what it covers, from where it begins
 * @top_px: the same, from its baseline
 * @right_px: the same
 * @bottom_px: the same
 * @overlaps: whether letters reach over parts of their neighbours, on whole pixels
 * @glyphs: its glyphs without those that leave no trace, from where it begins on its baseline
 * @pieces: its fonts
 * @n_pieces: how many there are; 0 when it has a layout instead
 * @layout: (nullable): for what has to be drawn by Pango
 *
 * A line of text that has been shaped.
 */
typedef struct
{
  gdouble width_px;
  gdouble left_px;
  gdouble top_px;
  gdouble right_px;
  gdouble bottom_px;
  gboolean overlaps;
  cairo_glyph_t *glyphs;
  AnnalsRunPiece *pieces;
  guint n_pieces;
  PangoLayout *layout;
} AnnalsRun;

AnnalsRun *annals_run_new (PangoLayout *layout);
AnnalsRun *annals_run_new_empty (guint n_pieces, guint n_glyphs);
AnnalsRun *annals_run_new_for_layout (PangoLayout *layout);
void annals_run_free (AnnalsRun *run);
gsize annals_run_get_size (const AnnalsRun *run);
AnnalsRun *annals_run_copy_to (const AnnalsRun *run, gpointer memory);
void annals_run_find_parts (AnnalsRun *run);
void annals_run_clear (AnnalsRun *run);
void annals_run_place (const AnnalsRun *run,
                       guint first,
                       guint n_glyphs,
                       gdouble x_px,
                       gdouble baseline_px,
                       cairo_glyph_t *glyphs);
gboolean
annals_run_overlaps (cairo_scaled_font_t *font, const cairo_glyph_t *glyphs, guint n_glyphs);
guint64 annals_run_hash (guint font, const gchar *text, gsize n_bytes);

G_END_DECLS
