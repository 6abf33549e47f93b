/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnnalsUnit:
 *
 * The units that the size of a picture is given in. A CSS pixel is 1/96 inch.
 */
typedef enum
{
  ANNALS_UNIT_PX,
  ANNALS_UNIT_MM,
  ANNALS_UNIT_IN,
} AnnalsUnit;

#define ANNALS_N_UNITS (ANNALS_UNIT_IN + 1)
#define ANNALS_PX_PER_INCH 96.0

/**
 * AnnalsExportSize:
 * @width: width in @unit
 * @height: height in @unit; 0 for as high as the lanes need
 * @unit: what both count
 *
 * How large a picture is. A plain struct.
 */
typedef struct
{
  gdouble width;
  gdouble height;
  AnnalsUnit unit;
} AnnalsExportSize;

/**
 * AnnalsExportPreset:
 * @id: what names it on the command line and in settings
 * @name: its name, not translated; see annals_export_preset_get_name()
 * @size: how large it is
 *
 * A size with a name.
 */
typedef struct
{
  const gchar *id;
  const gchar *name;
  AnnalsExportSize size;
} AnnalsExportPreset;

const gchar *annals_unit_get_id (AnnalsUnit unit);
gdouble annals_unit_to_px (AnnalsUnit unit, gdouble value);
gdouble annals_unit_from_px (AnnalsUnit unit, gdouble px);

guint annals_export_preset_get_n (void);
const AnnalsExportPreset *annals_export_preset_get (guint index);
const gchar *annals_export_preset_get_name (const AnnalsExportPreset *preset);
const AnnalsExportPreset *annals_export_preset_find (const gchar *id);

gboolean annals_export_size_parse (const gchar *text, AnnalsExportSize *size, GError **error);
gchar *annals_export_size_dup_text (const AnnalsExportSize *size);
void annals_export_size_to_px (const AnnalsExportSize *size, gint *width_px, gint *height_px);
void annals_export_size_get_points (gint width_px,
                                    gint height_px,
                                    gdouble *width_pt,
                                    gdouble *height_pt);

gdouble annals_export_scale_from_dpi (gdouble dpi);
gdouble annals_export_scale_to_dpi (gdouble scale);

G_END_DECLS
