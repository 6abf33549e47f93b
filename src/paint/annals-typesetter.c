/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-batches.h"
#include "annals-shaper.h"
#include "annals-typesetter.h"

/* Text through Pango, one context for measuring and drawing. What has been shaped is kept as
 * glyphs. */

#define N_REMEMBERED 4096
#define GLYPHS_AT_ONCE 64

struct _AnnalsTypesetter
{
  PangoContext *context;
  PangoFontDescription *fonts[ANNALS_N_FONTS];
  PangoAttrList *tabular;
  gboolean outlines;
  PangoLayout *layouts[ANNALS_N_FONTS];  /* to shape texts with */
  AnnalsShaper *shapers[ANNALS_N_FONTS]; /* the plain ones; made when they are needed */
  AnnalsRunCache *runs;
  AnnalsBatches *batches; /* NULL until something is painted */
};

static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 96.0);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, TRUE);
  cairo_font_options_destroy (options);
  return context;
}

/**
 * annals_typesetter_new:
 * @families: (nullable): font families, best first, separated by commas;
 *   %ANNALS_TYPESETTER_FAMILIES when %NULL
 * @text_scale: how much larger than designed text is
 *
 * Returns: (transfer full): a typesetter; free it with annals_typesetter_free()
 */
AnnalsTypesetter *
annals_typesetter_new (const gchar *families, gdouble text_scale)
{
  AnnalsTypesetter *typesetter = g_new0 (AnnalsTypesetter, 1);

  typesetter->context = create_context ();
  typesetter->tabular = pango_attr_list_new ();
  pango_attr_list_insert (typesetter->tabular, pango_attr_font_features_new ("tnum=1"));
  for (guint i = 0; i < ANNALS_N_FONTS; i++)
    {
      const AnnalsFontStyle *style = annals_font_get_style (i);
      PangoFontDescription *font = pango_font_description_new ();

      pango_font_description_set_family (font,
                                         families != NULL ? families : ANNALS_TYPESETTER_FAMILIES);
      pango_font_description_set_absolute_size (font, style->size_px * text_scale * PANGO_SCALE);
      if (style->bold)
        pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
      typesetter->fonts[i] = font;
      typesetter->layouts[i] = pango_layout_new (typesetter->context);
      pango_layout_set_font_description (typesetter->layouts[i], font);
      pango_layout_set_single_paragraph_mode (typesetter->layouts[i], TRUE);
      if (style->tabular)
        pango_layout_set_attributes (typesetter->layouts[i], typesetter->tabular);
    }
  typesetter->runs = annals_run_cache_new (N_REMEMBERED);
  return typesetter;
}

/**
 * annals_typesetter_free:
 * @typesetter: (nullable) (transfer full): a typesetter
 */
void
annals_typesetter_free (AnnalsTypesetter *typesetter)
{
  if (typesetter == NULL)
    return;
  for (guint i = 0; i < ANNALS_N_FONTS; i++)
    {
      annals_shaper_free (typesetter->shapers[i]);
      g_object_unref (typesetter->layouts[i]);
      pango_font_description_free (typesetter->fonts[i]);
    }
  annals_batches_free (typesetter->batches);
  annals_run_cache_free (typesetter->runs);
  pango_attr_list_unref (typesetter->tabular);
  g_object_unref (typesetter->context);
  g_free (typesetter);
}

/**
 * annals_typesetter_set_outlines:
 * @typesetter: a typesetter
 * @outlines: whether glyphs are filled as outlines
 *
 * Cairo keeps images of glyphs and places them on whole pixels, which is fast; their advances are
 * rounded to match, or small type would be spaced unevenly. Outlines stand exactly where they
 * belong; exported pictures use them. To be set before anything is measured.
 */
void
annals_typesetter_set_outlines (AnnalsTypesetter *typesetter, gboolean outlines)
{
  typesetter->outlines = outlines;
  annals_run_cache_clear (typesetter->runs);
  pango_context_set_round_glyph_positions (typesetter->context, !outlines);
}

/**
 * annals_typesetter_get_outlines:
 * @typesetter: a typesetter
 *
 * Returns: whether glyphs are filled as outlines
 */
gboolean
annals_typesetter_get_outlines (AnnalsTypesetter *typesetter)
{
  return typesetter->outlines;
}

/**
 * annals_typesetter_get_n_turns:
 * @typesetter: a typesetter
 *
 * Returns: a number that grows; until it has grown twice, a run stays
 */
guint
annals_typesetter_get_n_turns (AnnalsTypesetter *typesetter)
{
  return annals_run_cache_get_n_turns (typesetter->runs);
}

static AnnalsShaper *
get_shaper (AnnalsTypesetter *typesetter, AnnalsFont font)
{
  if (typesetter->shapers[font] == NULL)
    typesetter->shapers[font] = annals_shaper_new (typesetter->layouts[font], TRUE);
  return typesetter->shapers[font];
}

/* Shapes a text that is not plain. */
static const AnnalsRun *
add_run_of_layout (AnnalsTypesetter *typesetter, AnnalsFont font, const gchar *text)
{
  PangoLayout *layout = typesetter->layouts[font];
  const AnnalsRun *added;
  AnnalsRun *run;

  pango_layout_set_text (layout, text, -1);
  run = typesetter->outlines ? annals_run_new_for_layout (layout) : annals_run_new (layout);
  added = annals_run_cache_add (typesetter->runs, font, text, run);
  annals_run_free (run);
  return added;
}

/**
 * annals_typesetter_get_run:
 * @typesetter: a typesetter
 * @font: how it is set
 * @text: UTF-8, one line
 *
 * Returns: (transfer none): the text, shaped, see annals_typesetter_get_n_turns()
 */
const AnnalsRun *
annals_typesetter_get_run (AnnalsTypesetter *typesetter, AnnalsFont font, const gchar *text)
{
  const AnnalsRun *run = annals_run_cache_find (typesetter->runs, font, text);

  if (run != NULL)
    return run;
  if (!typesetter->outlines)
    run = annals_shaper_shape (get_shaper (typesetter, font), text);
  return run != NULL ? annals_run_cache_add (typesetter->runs, font, text, run)
                     : add_run_of_layout (typesetter, font, text);
}

/**
 * annals_typesetter_get_batches:
 * @typesetter: a typesetter
 *
 * Returns: (transfer none): what the painter gathers a picture in, with the memory it has had
 */
AnnalsBatches *
annals_typesetter_get_batches (AnnalsTypesetter *typesetter)
{
  if (typesetter->batches == NULL)
    typesetter->batches = annals_batches_new ();
  return typesetter->batches;
}

/**
 * annals_typesetter_measure:
 * @font: how it is set
 * @text: UTF-8, one line
 * @typesetter: (type AnnalsTypesetter): a typesetter
 *
 * An #AnnalsMeasureFunc.
 *
 * Returns: how wide @text is, in pixels
 */
gdouble
annals_typesetter_measure (AnnalsFont font, const gchar *text, gpointer typesetter)
{
  AnnalsTypesetter *self = typesetter;
  const AnnalsRun *run = annals_run_cache_find (self->runs, font, text);
  gdouble width_px;

  if (run != NULL)
    return run->width_px;
  if (!self->outlines && annals_shaper_measure (get_shaper (self, font), text, &width_px))
    return width_px;
  return annals_typesetter_get_run (typesetter, font, text)->width_px;
}

/**
 * annals_typesetter_is_on_paper:
 * @cr: where to draw
 *
 * Returns: whether what is drawn keeps its letters, so that they can be found and copied
 */
gboolean
annals_typesetter_is_on_paper (cairo_t *cr)
{
  switch ((gint) cairo_surface_get_type (cairo_get_group_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_SVG:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * annals_typesetter_create_layout:
 * @typesetter: a typesetter
 * @size: size of the type, in units of the surface drawn on
 * @bold: whether it is bold
 *
 * For texts of more than a line, which pictures have none of.
 *
 * Returns: (transfer full): an empty layout in the typesetter's face
 */
PangoLayout *
annals_typesetter_create_layout (AnnalsTypesetter *typesetter, gdouble size, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (typesetter->context);
  PangoFontDescription *font = pango_font_description_copy (typesetter->fonts[ANNALS_FONT_LABEL]);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

/* A few glyphs at a time, so that no memory is asked for. */
static void
show_glyphs (cairo_t *cr, const AnnalsRun *run, gdouble x_px, gdouble baseline_px)
{
  cairo_glyph_t glyphs[GLYPHS_AT_ONCE];

  for (guint i = 0; i < run->n_pieces; i++)
    {
      cairo_set_scaled_font (cr, run->pieces[i].font);
      for (guint first = 0; first < run->pieces[i].n_glyphs; first += GLYPHS_AT_ONCE)
        {
          guint n = MIN (run->pieces[i].n_glyphs - first, GLYPHS_AT_ONCE);

          annals_run_place (run, run->pieces[i].first + first, n, x_px, baseline_px, glyphs);
          cairo_show_glyphs (cr, glyphs, (gint) n);
        }
    }
}

static void
show_layout (cairo_t *cr,
             PangoLayout *layout,
             gdouble x_px,
             gdouble baseline_px,
             gboolean as_outlines)
{
  cairo_move_to (cr, x_px,
                 baseline_px - (gdouble) pango_layout_get_baseline (layout) / PANGO_SCALE);
  if (!as_outlines)
    {
      /* The box for a letter that no font has is stroked. */
      cairo_set_dash (cr, NULL, 0, 0.0);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      pango_cairo_show_layout (cr, layout);
      return;
    }
  pango_cairo_layout_path (cr, layout);
  cairo_fill (cr);
}

/**
 * annals_typesetter_show:
 * @typesetter: a typesetter
 * @cr: where to draw, with the source colour set
 * @font: how it is set
 * @text: UTF-8, one line
 * @x_px: where it begins
 * @baseline_px: where its baseline is
 *
 * Draws one line of text.
 */
void
annals_typesetter_show (AnnalsTypesetter *typesetter,
                        cairo_t *cr,
                        AnnalsFont font,
                        const gchar *text,
                        gdouble x_px,
                        gdouble baseline_px)
{
  const AnnalsRun *run = annals_typesetter_get_run (typesetter, font, text);
  gboolean on_paper = annals_typesetter_is_on_paper (cr);

  if (run->layout == NULL && !on_paper)
    {
      show_glyphs (cr, run, x_px, baseline_px);
      return;
    }
  if (run->layout == NULL)
    pango_layout_set_text (typesetter->layouts[font], text, -1);
  show_layout (cr, run->layout != NULL ? run->layout : typesetter->layouts[font], x_px, baseline_px,
               typesetter->outlines && !on_paper);
}
