/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-run.h"

/* Texts as arrays of glyphs, which Cairo can be handed as they are, and a cache of them. The cache
 * has two generations: a run that is asked for moves into the young one; when that is full, what is
 * left in the old one goes, and the young one becomes the old one. */

typedef struct
{
  guint64 hash;
  guint font;
  gchar *text;
  AnnalsRun *run;
} Entry;

typedef struct
{
  Entry *slots; /* open addressing, at most half full */
  guint n_used;
  gsize n_bytes;
} Generation;

/* How far the first and last letters of a simple text may reach beyond it. */
#define OVERHANG_PX 2.0

/* Some texts are as long as a book. */
#define MOST_BYTES (8 * 1024 * 1024)

struct _AnnalsRunCache
{
  Generation young;
  Generation old;
  guint n_runs;
  guint mask;
  guint n_turns;
};

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
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  guint n_glyphs = 0;
  guint n = 0;
  gint x = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    n_glyphs += ((PangoGlyphItem *) l->data)->glyphs->num_glyphs;
  run->pieces = g_new0 (AnnalsRunPiece, g_slist_length (line->runs) + 1);
  run->glyphs = g_new (cairo_glyph_t, MAX (n_glyphs, 1));
  for (GSList *l = line->runs; l != NULL; l = l->next)
    if (!add_item (run, pango_layout_get_text (layout), l->data, &n, &x))
      return FALSE;
  return TRUE;
}

static void
clear_glyphs (AnnalsRun *run)
{
  for (guint i = 0; i < run->n_pieces; i++)
    cairo_scaled_font_destroy (run->pieces[i].font);
  run->n_pieces = 0;
  g_clear_pointer (&run->pieces, g_free);
  g_clear_pointer (&run->glyphs, g_free);
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
 * annals_run_new:
 * @layout: a layout of one line; is not kept
 *
 * Returns: (transfer full): its glyphs or, when there are some that no font has, a copy of the
 * layout
 */
AnnalsRun *
annals_run_new (PangoLayout *layout)
{
  AnnalsRun *run = g_new0 (AnnalsRun, 1);

  measure (run, layout);
  if (!take_glyphs (run, layout))
    {
      clear_glyphs (run);
      run->layout = pango_layout_copy (layout);
    }
  return run;
}

/* Whether a text is all of one script, in letters that stand one after another. */
static gboolean
is_simple (const gchar *text, gboolean *has_letters)
{
  *has_letters = FALSE;
  for (; *text != '\0'; text++)
    {
      if ((guchar) *text < ' ' || (guchar) *text >= 0x7f)
        {
          if (!g_str_has_prefix (text, "\342\200\246") && !g_str_has_prefix (text, "\342\200\223"))
            return FALSE;
          text += 2;
          continue;
        }
      *has_letters |= g_ascii_isalpha (*text);
    }
  return TRUE;
}

/**
 * annals_run_shaper_init:
 * @shaper: (out): what shapes simple texts as @layout does
 * @layout: a layout that says how text is set; is left with another text
 * @round: whether glyphs stand on whole pixels
 */
void
annals_run_shaper_init (AnnalsRunShaper *shaper, PangoLayout *layout, gboolean round)
{
  static const gchar *const samples[] = { "0", "a" };
  PangoFontMetrics *metrics;

  *shaper = (AnnalsRunShaper){ .flags = round ? PANGO_SHAPE_ROUND_POSITIONS : PANGO_SHAPE_NONE };
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      GSList *runs;

      pango_layout_set_text (layout, samples[i], -1);
      runs = pango_layout_get_line_readonly (layout, 0)->runs;
      if (runs == NULL)
        return;
      shaper->items[i] = pango_item_copy (((PangoGlyphItem *) runs->data)->item);
    }
  shaper->glyphs = pango_glyph_string_new ();
  metrics = pango_font_get_metrics (shaper->items[1]->analysis.font, NULL);
  shaper->ascent_px = (gdouble) pango_font_metrics_get_ascent (metrics) / PANGO_SCALE;
  shaper->descent_px = (gdouble) pango_font_metrics_get_descent (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
}

/**
 * annals_run_shaper_clear:
 * @shaper: a shaper, perhaps of zeros only
 */
void
annals_run_shaper_clear (AnnalsRunShaper *shaper)
{
  for (guint i = 0; i < G_N_ELEMENTS (shaper->items); i++)
    g_clear_pointer (&shaper->items[i], pango_item_free);
  g_clear_pointer (&shaper->glyphs, pango_glyph_string_free);
}

/**
 * annals_run_new_simple:
 * @shaper: how it is set
 * @text: one line
 *
 * Most labels are in plain letters of one font. Shaping these without finding out what a layout has
 * to find out takes a fraction of the time and comes to the same.
 *
 * Returns: (transfer full) (nullable): the run, or %NULL for a text that is not that simple
 */
AnnalsRun *
annals_run_new_simple (AnnalsRunShaper *shaper, const gchar *text)
{
  gboolean has_letters;
  AnnalsRun *run;
  PangoItem *item;
  guint n = 0;
  gint x = 0;

  if (shaper->glyphs == NULL || text[0] == '\0' || !is_simple (text, &has_letters))
    return NULL;
  item = shaper->items[has_letters];
  pango_shape_with_flags (text, -1, NULL, 0, &item->analysis, shaper->glyphs, shaper->flags);
  run = g_new0 (AnnalsRun, 1);
  run->pieces = g_new0 (AnnalsRunPiece, 1);
  run->glyphs = g_new (cairo_glyph_t, MAX (shaper->glyphs->num_glyphs, 1));
  if (!add_glyphs (run, item->analysis.font, shaper->glyphs, text, 0, &n, &x))
    {
      annals_run_free (run);
      return NULL;
    }
  run->width_px = (gdouble) x / PANGO_SCALE;
  run->left_px = -OVERHANG_PX;
  run->right_px = run->width_px + OVERHANG_PX;
  run->top_px = -shaper->ascent_px - 1.0;
  run->bottom_px = shaper->descent_px + 1.0;
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
  AnnalsRun *run = g_new0 (AnnalsRun, 1);

  measure (run, layout);
  run->layout = pango_layout_copy (layout);
  return run;
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
  clear_glyphs (run);
  g_clear_object (&run->layout);
  g_free (run);
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
 * annals_run_cache_new:
 * @n_runs: how many different texts may come before one has to be asked for again
 *
 * Returns: (transfer full): an empty cache
 */
AnnalsRunCache *
annals_run_cache_new (guint n_runs)
{
  AnnalsRunCache *cache = g_new0 (AnnalsRunCache, 1);
  guint n_slots = 64;

  while (n_slots < 2 * n_runs)
    n_slots *= 2;
  cache->n_runs = n_runs;
  cache->mask = n_slots - 1;
  cache->young.slots = g_new0 (Entry, n_slots);
  cache->old.slots = g_new0 (Entry, n_slots);
  return cache;
}

static void
empty (AnnalsRunCache *cache, Generation *generation)
{
  for (guint i = 0; i <= cache->mask && generation->n_used > 0; i++)
    if (generation->slots[i].text != NULL)
      {
        annals_run_free (generation->slots[i].run);
        g_free (generation->slots[i].text);
        generation->slots[i] = (Entry){ 0 };
      }
  generation->n_used = 0;
  generation->n_bytes = 0;
}

/**
 * annals_run_cache_clear:
 * @cache: a cache
 *
 * Frees all runs.
 */
void
annals_run_cache_clear (AnnalsRunCache *cache)
{
  empty (cache, &cache->young);
  empty (cache, &cache->old);
}

/**
 * annals_run_cache_free:
 * @cache: (nullable) (transfer full): a cache
 */
void
annals_run_cache_free (AnnalsRunCache *cache)
{
  if (cache == NULL)
    return;
  annals_run_cache_clear (cache);
  g_free (cache->young.slots);
  g_free (cache->old.slots);
  g_free (cache);
}

/**
 * annals_run_cache_get_n_runs:
 * @cache: a cache
 *
 * Returns: how many runs it holds
 */
guint
annals_run_cache_get_n_runs (const AnnalsRunCache *cache)
{
  return cache->young.n_used + cache->old.n_used;
}

/**
 * annals_run_cache_get_n_turns:
 * @cache: a cache
 *
 * Returns: how often a generation has grown old. A run that was asked for stays until that has
 *   happened twice; no call lets it happen more than once.
 */
guint
annals_run_cache_get_n_turns (const AnnalsRunCache *cache)
{
  return cache->n_turns;
}

/* Eight bytes at a time. */
static guint64
hash_text (guint font, const gchar *text)
{
  gsize n = strlen (text);
  guint64 hash = n * 0x9e3779b97f4a7c15u + font;
  guint64 part;

  for (; n >= 8; n -= 8, text += 8)
    {
      memcpy (&part, text, 8);
      hash = (hash ^ part) * 0xff51afd7ed558ccdu;
      hash ^= hash >> 32;
    }
  part = 0;
  memcpy (&part, text, n);
  hash = (hash ^ part) * 0xff51afd7ed558ccdu;
  return hash ^ hash >> 32;
}

/* The entry of a text, or the free one where it would stand. */
static Entry *
find (const AnnalsRunCache *cache,
      const Generation *generation,
      guint64 hash,
      guint font,
      const gchar *text)
{
  for (guint i = (guint) hash & cache->mask;; i = (i + 1) & cache->mask)
    {
      Entry *entry = &generation->slots[i];

      if (entry->text == NULL
          || (entry->hash == hash && entry->font == font && strcmp (entry->text, text) == 0))
        return entry;
    }
}

/* Frees a place. Entries after it that would no longer be found move up. */
static void
leave (const AnnalsRunCache *cache, Generation *generation, Entry *entry)
{
  guint hole = (guint) (entry - generation->slots);

  for (guint i = (hole + 1) & cache->mask; generation->slots[i].text != NULL;
       i = (i + 1) & cache->mask)
    {
      guint home = (guint) generation->slots[i].hash & cache->mask;

      if (((i - home) & cache->mask) < ((i - hole) & cache->mask))
        continue;
      generation->slots[hole] = generation->slots[i];
      hole = i;
    }
  generation->slots[hole] = (Entry){ 0 };
  generation->n_used--;
}

static void
add_young (AnnalsRunCache *cache, Entry *entry)
{
  Generation old;

  if (cache->young.n_used >= cache->n_runs || cache->young.n_bytes > MOST_BYTES)
    {
      cache->n_turns++;
      empty (cache, &cache->old);
      old = cache->old;
      cache->old = cache->young;
      cache->young = old;
    }
  *find (cache, &cache->young, entry->hash, entry->font, entry->text) = *entry;
  cache->young.n_used++;
  cache->young.n_bytes += strlen (entry->text) * sizeof (cairo_glyph_t);
}

/**
 * annals_run_cache_find:
 * @cache: a cache
 * @font: how the text is set
 * @text: what it says
 *
 * Returns: (transfer none) (nullable): the run, see annals_run_cache_get_n_turns()
 */
AnnalsRun *
annals_run_cache_find (AnnalsRunCache *cache, guint font, const gchar *text)
{
  guint64 hash = hash_text (font, text);
  Entry *entry = find (cache, &cache->young, hash, font, text);
  Entry moved;

  if (entry->text != NULL)
    return entry->run;
  if (cache->old.n_used == 0)
    return NULL;
  entry = find (cache, &cache->old, hash, font, text);
  if (entry->text == NULL)
    return NULL;
  moved = *entry;
  leave (cache, &cache->old, entry);
  add_young (cache, &moved);
  return moved.run;
}

/**
 * annals_run_cache_take:
 * @cache: a cache
 * @font: how the text is set
 * @text: what it says; it may not be in the cache
 * @run: (transfer full): the run
 *
 * Adds a run.
 */
void
annals_run_cache_take (AnnalsRunCache *cache, guint font, const gchar *text, AnnalsRun *run)
{
  Entry entry = { hash_text (font, text), font, g_strdup (text), run };

  add_young (cache, &entry);
}
