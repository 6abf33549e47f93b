/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "annals-export-size.h"
#include "annals-export.h"

/* How large pictures are: units, sizes with names, and how sizes are read and written. The dialog
 * and the command line share the tables below. */

#define POINTS_PER_INCH 72.0

typedef struct
{
  const gchar *id;
  gdouble px;
} Unit;

static const Unit units[ANNALS_N_UNITS] = {
  [ANNALS_UNIT_PX] = { "px", 1.0 },
  [ANNALS_UNIT_MM] = { "mm", ANNALS_PX_PER_INCH / 25.4 },
  [ANNALS_UNIT_IN] = { "in", ANNALS_PX_PER_INCH },
};

static const AnnalsExportPreset presets[] = {
  { "a4", NC_ ("size", "A4"), { 297.0, 210.0, ANNALS_UNIT_MM } },
  { "a4-portrait", NC_ ("size", "A4, upright"), { 210.0, 297.0, ANNALS_UNIT_MM } },
  { "a3", NC_ ("size", "A3"), { 420.0, 297.0, ANNALS_UNIT_MM } },
  { "letter", NC_ ("size", "Letter"), { 11.0, 8.5, ANNALS_UNIT_IN } },
  { "letter-portrait", NC_ ("size", "Letter, upright"), { 8.5, 11.0, ANNALS_UNIT_IN } },
  { "slide", NC_ ("size", "Slide, 16:9"), { 1920.0, 1080.0, ANNALS_UNIT_PX } },
  { "4k", NC_ ("size", "4K screen"), { 3840.0, 2160.0, ANNALS_UNIT_PX } },
  { "poster", NC_ ("size", "Poster, A1"), { 841.0, 594.0, ANNALS_UNIT_MM } },
  { "poster-inch", NC_ ("size", "Poster, 36 × 24 in"), { 36.0, 24.0, ANNALS_UNIT_IN } },
};

/**
 * annals_unit_get_id:
 * @unit: a unit
 *
 * Returns: its sign, which follows a number: `px`, `mm` or `in`
 */
const gchar *
annals_unit_get_id (AnnalsUnit unit)
{
  g_return_val_if_fail ((guint) unit < ANNALS_N_UNITS, "");

  return units[unit].id;
}

/**
 * annals_unit_to_px:
 * @unit: a unit
 * @value: a length in it
 *
 * Returns: the length in CSS pixels, of which 96 make an inch
 */
gdouble
annals_unit_to_px (AnnalsUnit unit, gdouble value)
{
  g_return_val_if_fail ((guint) unit < ANNALS_N_UNITS, value);

  return value * units[unit].px;
}

/**
 * annals_unit_from_px:
 * @unit: a unit
 * @px: a length in CSS pixels
 *
 * Returns: the length in @unit
 */
gdouble
annals_unit_from_px (AnnalsUnit unit, gdouble px)
{
  g_return_val_if_fail ((guint) unit < ANNALS_N_UNITS, px);

  return px / units[unit].px;
}

/**
 * annals_export_preset_get_n:
 *
 * Returns: how many sizes have a name
 */
guint
annals_export_preset_get_n (void)
{
  return G_N_ELEMENTS (presets);
}

/**
 * annals_export_preset_get:
 * @index: which one
 *
 * Returns: (transfer none): a size with a name
 */
const AnnalsExportPreset *
annals_export_preset_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (presets), NULL);

  return &presets[index];
}

/**
 * annals_export_preset_get_name:
 * @preset: a size with a name
 *
 * Returns: its name in the language of the interface
 */
const gchar *
annals_export_preset_get_name (const AnnalsExportPreset *preset)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "size", preset->name);
}

/**
 * annals_export_preset_find:
 * @id: an id, in capitals or not
 *
 * Returns: (transfer none) (nullable): the size of that id
 */
const AnnalsExportPreset *
annals_export_preset_find (const gchar *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_ascii_strcasecmp (id, presets[i].id) == 0)
      return &presets[i];
  return NULL;
}

/* Digits with at most one point between them; no sign, no exponent, no "inf". */
static gboolean
read_number (const gchar **text, gdouble *value)
{
  const gchar *p = *text;
  g_autofree gchar *digits = NULL;

  while (g_ascii_isdigit (*p))
    p++;
  if (p == *text)
    return FALSE;
  if (p[0] == '.' && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p);)
      p++;
  digits = g_strndup (*text, p - *text);
  *value = g_ascii_strtod (digits, NULL);
  *text = p;
  return TRUE;
}

static gboolean
read_times (const gchar **text)
{
  static const gchar *const signs[] = { "x", "X", "×" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (*text, signs[i]))
      {
        *text += strlen (signs[i]);
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_unit (const gchar *text, AnnalsUnit *unit)
{
  *unit = ANNALS_UNIT_PX;
  if (*text == '\0')
    return TRUE;
  for (guint i = 0; i < ANNALS_N_UNITS; i++)
    if (g_ascii_strcasecmp (text, units[i].id) == 0)
      {
        *unit = i;
        return TRUE;
      }
  return FALSE;
}

/* "W", "WxH", either with a unit behind it; spaces do not matter. */
static gboolean
read_size (const gchar *text, AnnalsExportSize *size)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);
  g_autofree gchar *squeezed = g_strjoinv ("", words);
  const gchar *p = squeezed;

  size->height = 0.0;
  if (!read_number (&p, &size->width))
    return FALSE;
  if (read_times (&p) && (!read_number (&p, &size->height) || size->height <= 0.0))
    return FALSE;
  return read_unit (p, &size->unit);
}

static gchar *
dup_preset_ids (void)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    /* Translators: stands between the parts of a list. */
    g_string_append_printf (ids, "%s%s", i > 0 ? C_ ("list", ", ") : "", presets[i].id);
  return g_string_free (ids, FALSE);
}

static gboolean
check_range (const gchar *text, const AnnalsExportSize *size, GError **error)
{
  gdouble width = round (annals_unit_to_px (size->unit, size->width));
  gdouble height = round (annals_unit_to_px (size->unit, size->height));

  if (width >= ANNALS_EXPORT_MIN_WIDTH_PX && width <= ANNALS_EXPORT_MAX_SIDE_PX
      && (size->height <= 0.0
          || (height >= ANNALS_EXPORT_MIN_HEIGHT_PX && height <= ANNALS_EXPORT_MAX_SIDE_PX)))
    return TRUE;
  g_set_error (
      error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_SIZE,
      /* Translators: %s is what was typed; the numbers are the least and greatest width and height.
       */
      _ ("“%s” is not a size that can be drawn: the width is to be %d to %d pixels and the "
         "height %d to %d, with 96 pixels to an inch."),
      text, ANNALS_EXPORT_MIN_WIDTH_PX, ANNALS_EXPORT_MAX_SIDE_PX, ANNALS_EXPORT_MIN_HEIGHT_PX,
      ANNALS_EXPORT_MAX_SIDE_PX);
  return FALSE;
}

/**
 * annals_export_size_parse:
 * @text: `a4`, `1600`, `1600x900`, `297x210mm`, `11x8.5in`
 * @size: (out): the size
 * @error: return location; %ANNALS_PAINT_ERROR_SIZE
 *
 * Reads a size: the id of one that has a name, or a width, perhaps a height, and perhaps a unit for
 * both. Without a unit they are pixels.
 *
 * Returns: whether it is a size that can be drawn
 */
gboolean
annals_export_size_parse (const gchar *text, AnnalsExportSize *size, GError **error)
{
  const AnnalsExportPreset *preset = annals_export_preset_find (text);
  g_autofree gchar *ids = NULL;

  if (preset != NULL)
    {
      *size = preset->size;
      return TRUE;
    }
  if (read_size (text, size))
    return check_range (text, size, error);
  ids = dup_preset_ids ();
  g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_SIZE,
               /* Translators: what was typed, and a list of names that are typed as they stand:
                  "a4, letter". */
               _ ("“%s” is not a size: give a width, or a width and a height, such as 1600, "
                  "1600x900, 297x210mm or 11x8.5in, or one of %s."),
               text, ids);
  return FALSE;
}

static void
append_number (GString *out, gdouble value)
{
  gchar digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (
      out, g_ascii_formatd (digits, sizeof digits, "%.10g", round (value * 1000.0) / 1000.0));
}

/**
 * annals_export_size_dup_text:
 * @size: a size
 *
 * Returns: (transfer full): what annals_export_size_parse() reads as this size: `297x210mm`
 */
gchar *
annals_export_size_dup_text (const AnnalsExportSize *size)
{
  GString *out = g_string_new (NULL);

  append_number (out, size->width);
  if (size->height > 0.0)
    {
      g_string_append_c (out, 'x');
      append_number (out, size->height);
    }
  if (size->unit != ANNALS_UNIT_PX)
    g_string_append (out, annals_unit_get_id (size->unit));
  return g_string_free (out, FALSE);
}

/**
 * annals_export_size_to_px:
 * @size: a size
 * @width_px: (out): its width in CSS pixels
 * @height_px: (out): its height; 0 for as high as the lanes need
 *
 * Makes pixels of a size, as #AnnalsExportOptions take them.
 */
void
annals_export_size_to_px (const AnnalsExportSize *size, gint *width_px, gint *height_px)
{
  gdouble width = round (annals_unit_to_px (size->unit, size->width));
  gdouble height = round (annals_unit_to_px (size->unit, size->height));

  *width_px = (gint) CLAMP (width, 0.0, (gdouble) G_MAXINT);
  *height_px = (gint) CLAMP (height, 0.0, (gdouble) G_MAXINT);
}

/**
 * annals_export_size_get_points:
 * @width_px: a width in CSS pixels
 * @height_px: a height in CSS pixels
 * @width_pt: (out): the width of a page of that size, in points (1/72 in)
 * @height_pt: (out): its height
 *
 * Pixels of paper are rounded; a page that has the pixels of a named size is exactly as large as
 * that size says, so that printers know the paper.
 */
void
annals_export_size_get_points (gint width_px, gint height_px, gdouble *width_pt, gdouble *height_pt)
{
  gdouble width = width_px;
  gdouble height = height_px;

  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      gint preset_width;
      gint preset_height;

      annals_export_size_to_px (&presets[i].size, &preset_width, &preset_height);
      if (preset_width != width_px || preset_height != height_px)
        continue;
      width = annals_unit_to_px (presets[i].size.unit, presets[i].size.width);
      height = annals_unit_to_px (presets[i].size.unit, presets[i].size.height);
    }
  *width_pt = width * POINTS_PER_INCH / ANNALS_PX_PER_INCH;
  *height_pt = height * POINTS_PER_INCH / ANNALS_PX_PER_INCH;
}

/**
 * annals_export_scale_from_dpi:
 * @dpi: device pixels to an inch
 *
 * Returns: device pixels to a CSS pixel
 */
gdouble
annals_export_scale_from_dpi (gdouble dpi)
{
  return dpi / ANNALS_PX_PER_INCH;
}

/**
 * annals_export_scale_to_dpi:
 * @scale: device pixels to a CSS pixel
 *
 * Returns: device pixels to an inch
 */
gdouble
annals_export_scale_to_dpi (gdouble scale)
{
  return scale * ANNALS_PX_PER_INCH;
}
