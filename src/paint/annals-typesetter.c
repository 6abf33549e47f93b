/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-typesetter.h"

/* Text through Pango, one context for measuring and drawing. */

#define MAX_REMEMBERED 4096

struct _AnnalsTypesetter
{
  PangoContext *context;
  PangoFontDescription *fonts[ANNALS_N_FONTS];
  PangoAttrList *tabular;
  gboolean outlines;
  GHashTable *layouts[ANNALS_N_FONTS]; /* text to PangoLayout */
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
      typesetter->layouts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                      g_object_unref);
    }
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
      g_hash_table_unref (typesetter->layouts[i]);
      pango_font_description_free (typesetter->fonts[i]);
    }
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
  pango_context_set_round_glyph_positions (typesetter->context, !outlines);
}

static PangoLayout *
get_layout (AnnalsTypesetter *typesetter, AnnalsFont font, const gchar *text)
{
  GHashTable *known = typesetter->layouts[font];
  PangoLayout *layout = g_hash_table_lookup (known, text);

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (known) >= MAX_REMEMBERED)
    g_hash_table_remove_all (known);
  layout = pango_layout_new (typesetter->context);
  pango_layout_set_font_description (layout, typesetter->fonts[font]);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (annals_font_get_style (font)->tabular)
    pango_layout_set_attributes (layout, typesetter->tabular);
  pango_layout_set_text (layout, text, -1);
  g_hash_table_insert (known, g_strdup (text), layout);
  return layout;
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
  PangoRectangle logical;

  pango_layout_get_extents (get_layout (typesetter, font, text), NULL, &logical);
  return (gdouble) logical.width / PANGO_SCALE;
}

/* Whether what is drawn keeps its letters, so that they can be found and copied. */
static gboolean
holds_text (cairo_t *cr)
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
  PangoLayout *layout = get_layout (typesetter, font, text);

  cairo_move_to (cr, x_px,
                 baseline_px - (gdouble) pango_layout_get_baseline (layout) / PANGO_SCALE);
  if (!typesetter->outlines || holds_text (cr))
    {
      pango_cairo_show_layout (cr, layout);
      return;
    }
  pango_cairo_layout_path (cr, layout);
  cairo_fill (cr);
}
