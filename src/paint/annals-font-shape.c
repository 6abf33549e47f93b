/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <hb.h>

#include "annals-font-shape.h"

#define MOST_FEATURES 16
#define USUAL_GLYPHS 64 /* of a word */

struct _AnnalsFontShape
{
  PangoAnalysis analysis; /* somebody else's */
  PangoShapeFlags flags;
  hb_buffer_t *buffer;
  hb_segment_properties_t properties;
  hb_feature_t features[MOST_FEATURES];
  guint n_features;
  PangoGlyphString *glyphs; /* the last word, in memory for so many */
  guint n_room;
};

static void
add_features (AnnalsFontShape *shape, const gchar *features)
{
  g_auto (GStrv) names = g_strsplit (features, ",", -1);

  for (guint i = 0; names[i] != NULL && shape->n_features < MOST_FEATURES; i++)
    {
      hb_feature_t *feature = &shape->features[shape->n_features];

      if (!hb_feature_from_string (names[i], -1, feature))
        continue;
      feature->start = HB_FEATURE_GLOBAL_START;
      feature->end = HB_FEATURE_GLOBAL_END;
      shape->n_features++;
    }
}

/**
 * annals_font_shape_new:
 * @analysis: how a layout sets such words; has to outlive what is returned
 * @flags: how glyphs are placed
 *
 * Returns: (transfer full): what shapes them; free it with annals_font_shape_free()
 */
AnnalsFontShape *
annals_font_shape_new (const PangoAnalysis *analysis, PangoShapeFlags flags)
{
  AnnalsFontShape *shape = g_new0 (AnnalsFontShape, 1);

  shape->analysis = *analysis;
  shape->flags = flags;
  shape->glyphs = pango_glyph_string_new ();
  shape->buffer = hb_buffer_create ();
  shape->properties.direction = HB_DIRECTION_LTR;
  shape->properties.script = hb_script_from_iso15924_tag (
      g_unicode_script_to_iso15924 ((GUnicodeScript) analysis->script));
  shape->properties.language = hb_language_from_string (
      pango_language_to_string (analysis->language), -1);
  pango_font_get_features (analysis->font, shape->features, MOST_FEATURES, &shape->n_features);
  for (const GSList *l = analysis->extra_attrs; l != NULL; l = l->next)
    {
      const PangoAttrFontFeatures *attr = pango_attribute_as_font_features (
          (PangoAttribute *) l->data);

      if (attr != NULL)
        add_features (shape, attr->features);
    }
  return shape;
}

/**
 * annals_font_shape_free:
 * @shape: (nullable) (transfer full): what shapes words
 */
void
annals_font_shape_free (AnnalsFontShape *shape)
{
  if (shape == NULL)
    return;
  hb_buffer_destroy (shape->buffer);
  pango_glyph_string_free (shape->glyphs);
  g_free (shape);
}

static PangoGlyphUnit
place (const AnnalsFontShape *shape, hb_position_t position)
{
  return (shape->flags & PANGO_SHAPE_ROUND_POSITIONS) != 0 ? PANGO_UNITS_ROUND (position)
                                                           : position;
}

/* Pango takes memory anew even for fewer. */
static void
make_room (AnnalsFontShape *shape, guint n)
{
  if (n > shape->n_room)
    {
      shape->n_room = MAX (n, USUAL_GLYPHS);
      pango_glyph_string_set_size (shape->glyphs, (gint) shape->n_room);
    }
  shape->glyphs->num_glyphs = (gint) n;
}

/**
 * annals_font_shape_word:
 * @shape: what shapes words
 * @text: UTF-8, one word in the letters of one alphabet
 * @n_bytes: how long it is
 *
 * Shapes a word. Of a letter that the font does not have the glyph is unknown.
 *
 * Returns: (transfer none): its glyphs, until the next word is shaped
 */
const PangoGlyphString *
annals_font_shape_word (AnnalsFontShape *shape, const gchar *text, guint n_bytes)
{
  const hb_glyph_info_t *infos;
  const hb_glyph_position_t *positions;
  guint n;

  hb_buffer_clear_contents (shape->buffer);
  hb_buffer_set_segment_properties (shape->buffer, &shape->properties);
  hb_buffer_set_flags (shape->buffer, HB_BUFFER_FLAG_BOT | HB_BUFFER_FLAG_EOT);
  hb_buffer_add_utf8 (shape->buffer, text, (gint) n_bytes, 0, (gint) n_bytes);
  hb_shape (pango_font_get_hb_font (shape->analysis.font), shape->buffer, shape->features,
            shape->n_features);
  infos = hb_buffer_get_glyph_infos (shape->buffer, &n);
  positions = hb_buffer_get_glyph_positions (shape->buffer, &n);
  make_room (shape, n);
  for (guint i = 0; i < n; i++)
    {
      PangoGlyphInfo *info = &shape->glyphs->glyphs[i];

      memset (info, 0, sizeof *info);
      info->glyph = infos[i].codepoint != 0 ? infos[i].codepoint : PANGO_GLYPH_UNKNOWN_FLAG;
      info->geometry.width = place (shape, positions[i].x_advance);
      info->geometry.x_offset = place (shape, positions[i].x_offset);
      info->geometry.y_offset = place (shape, -positions[i].y_offset);
      shape->glyphs->log_clusters[i] = (gint) infos[i].cluster;
    }
  return shape->glyphs;
}

static gboolean
is_same (const PangoGlyphInfo *a, const PangoGlyphInfo *b)
{
  return a->glyph == b->glyph && a->geometry.width == b->geometry.width
         && a->geometry.x_offset == b->geometry.x_offset
         && a->geometry.y_offset == b->geometry.y_offset;
}

/**
 * annals_font_shape_is_exact:
 * @shape: what shapes words
 * @text: a word
 *
 * Returns: whether Pango shapes the word alike
 */
gboolean
annals_font_shape_is_exact (AnnalsFontShape *shape, const gchar *text)
{
  const PangoGlyphString *glyphs = annals_font_shape_word (shape, text, (guint) strlen (text));
  PangoGlyphString *expected = pango_glyph_string_new ();
  gboolean exact;

  pango_shape_with_flags (text, -1, NULL, 0, &shape->analysis, expected, shape->flags);
  exact = glyphs->num_glyphs == expected->num_glyphs;
  for (gint i = 0; exact && i < glyphs->num_glyphs; i++)
    exact = is_same (&glyphs->glyphs[i], &expected->glyphs[i])
            && glyphs->log_clusters[i] == expected->log_clusters[i];
  pango_glyph_string_free (expected);
  return exact;
}
