/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <hb-ot.h>

#include "annals-font-rules.h"

/* What the tables of a font tell about its rules for substitution and kerning. */

static gboolean
has_table (hb_face_t *face, hb_tag_t tag)
{
  hb_blob_t *blob = hb_face_reference_table (face, tag);
  gboolean has = hb_blob_get_length (blob) > 0;

  hb_blob_destroy (blob);
  return has;
}

/* Whether a glyph stands in any of the rules that plain texts are set by. Those for marks above and
 * below letters are not among them. */
static gboolean
plays_a_part (hb_face_t *face, hb_tag_t table, hb_codepoint_t glyph)
{
  static const hb_tag_t scripts[] = {
    HB_TAG ('D', 'F', 'L', 'T'),
    HB_TAG ('l', 'a', 't', 'n'),
    HB_TAG ('g', 'r', 'e', 'k'),
    HB_TAG ('c', 'y', 'r', 'l'),
    HB_TAG_NONE,
  };
  static const hb_tag_t features[] = {
    HB_TAG ('r', 'v', 'r', 'n'), HB_TAG ('l', 't', 'r', 'a'), HB_TAG ('l', 't', 'r', 'm'),
    HB_TAG ('c', 'c', 'm', 'p'), HB_TAG ('l', 'o', 'c', 'l'), HB_TAG ('r', 'l', 'i', 'g'),
    HB_TAG ('c', 'a', 'l', 't'), HB_TAG ('c', 'l', 'i', 'g'), HB_TAG ('l', 'i', 'g', 'a'),
    HB_TAG ('r', 'c', 'l', 't'), HB_TAG ('c', 'u', 'r', 's'), HB_TAG ('d', 'i', 's', 't'),
    HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('t', 'n', 'u', 'm'), HB_TAG_NONE,
  };
  hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
  hb_set_t *lookups = hb_set_create ();
  hb_set_t *glyphs = hb_set_create ();
  gboolean plays;

  hb_ot_layout_collect_lookups (face, table, scripts, NULL, features, lookups);
  while (!hb_set_has (glyphs, glyph) && hb_set_next (lookups, &lookup))
    hb_ot_layout_lookup_collect_glyphs (face, table, lookup, glyphs, glyphs, glyphs, NULL);
  plays = hb_set_has (glyphs, glyph);
  hb_set_destroy (lookups);
  hb_set_destroy (glyphs);
  return plays;
}

/**
 * annals_font_keeps_words_apart:
 * @font: a font
 *
 * Tells whether words in Latin, Greek or Cyrillic letters are shaped alike by themselves and
 * between spaces: in no rule of the font is there a space. Tables of other kinds than OpenType's
 * are not looked into.
 *
 * Returns: whether they are, for certain
 */
gboolean
annals_font_keeps_words_apart (PangoFont *font)
{
  hb_font_t *hb_font = pango_font_get_hb_font (font);
  hb_face_t *face = hb_font_get_face (hb_font);
  hb_codepoint_t space;

  return hb_font_get_nominal_glyph (hb_font, ' ', &space)
         && !has_table (face, HB_TAG ('m', 'o', 'r', 'x'))
         && !has_table (face, HB_TAG ('k', 'e', 'r', 'x'))
         && (hb_ot_layout_has_positioning (face) || !has_table (face, HB_TAG ('k', 'e', 'r', 'n')))
         && !plays_a_part (face, HB_OT_TAG_GSUB, space)
         && !plays_a_part (face, HB_OT_TAG_GPOS, space);
}
