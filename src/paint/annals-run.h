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
  cairo_glyph_t *glyphs;
  AnnalsRunPiece *pieces;
  guint n_pieces;
  PangoLayout *layout;
} AnnalsRun;

/**
 * AnnalsRunShaper:
 * @items: what a layout makes of figures, and of letters
 * @glyphs: where glyphs are put first
 * @flags: how they are placed
 * @ascent_px: how far letters reach above the baseline
 * @descent_px: how far they reach below it
 *
 * Shapes plain texts in one font.
 */
typedef struct
{
  PangoItem *items[2];
  PangoGlyphString *glyphs;
  PangoShapeFlags flags;
  gdouble ascent_px;
  gdouble descent_px;
} AnnalsRunShaper;

void annals_run_shaper_init (AnnalsRunShaper *shaper, PangoLayout *layout, gboolean round);
void annals_run_shaper_clear (AnnalsRunShaper *shaper);

AnnalsRun *annals_run_new (PangoLayout *layout);
AnnalsRun *annals_run_new_simple (AnnalsRunShaper *shaper, const gchar *text);
AnnalsRun *annals_run_new_for_layout (PangoLayout *layout);
void annals_run_free (AnnalsRun *run);
void annals_run_place (const AnnalsRun *run,
                       guint first,
                       guint n_glyphs,
                       gdouble x_px,
                       gdouble baseline_px,
                       cairo_glyph_t *glyphs);

/**
 * AnnalsRunCache:
 *
 * Runs by what they say and how it is set. Those that are asked for again stay; of the others,
 * there are never more than twice as many as the cache is made for.
 */
typedef struct _AnnalsRunCache AnnalsRunCache;

AnnalsRunCache *annals_run_cache_new (guint n_runs);
void annals_run_cache_free (AnnalsRunCache *cache);
AnnalsRun *annals_run_cache_find (AnnalsRunCache *cache, guint font, const gchar *text);
void annals_run_cache_take (AnnalsRunCache *cache, guint font, const gchar *text, AnnalsRun *run);
void annals_run_cache_clear (AnnalsRunCache *cache);
guint annals_run_cache_get_n_runs (const AnnalsRunCache *cache);
guint annals_run_cache_get_n_turns (const AnnalsRunCache *cache);

G_END_DECLS
