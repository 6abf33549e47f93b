/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "annals-document.h"
#include "annals-theme.h"

G_BEGIN_DECLS

/**
 * ANNALS_PAINT_ERROR:
 *
 * Errors of `src/paint/`; codes are #AnnalsPaintError. Messages are whole translated sentences.
 */
#define ANNALS_PAINT_ERROR (annals_paint_error_quark ())
GQuark annals_paint_error_quark (void);

/**
 * AnnalsPaintError:
 * @ANNALS_PAINT_ERROR_UNWRITABLE: the target could not be written; an old file is untouched
 * @ANNALS_PAINT_ERROR_TOO_LARGE: more pixels than can be drawn
 * @ANNALS_PAINT_ERROR_TOO_SMALL: too few pixels for the lanes and their labels
 * @ANNALS_PAINT_ERROR_FORMAT: not a format that Annals writes
 */
typedef enum
{
  ANNALS_PAINT_ERROR_UNWRITABLE,
  ANNALS_PAINT_ERROR_TOO_LARGE,
  ANNALS_PAINT_ERROR_TOO_SMALL,
  ANNALS_PAINT_ERROR_FORMAT,
} AnnalsPaintError;

typedef enum
{
  ANNALS_EXPORT_PNG,
  ANNALS_EXPORT_SVG,
} AnnalsExportFormat;

/**
 * AnnalsExportOptions:
 * @format: PNG or SVG
 * @width_px: width in CSS pixels, 200 to 20,000
 * @height_px: height in CSS pixels, 120 to 20,000; 0 for as high as the lanes need
 * @scale: device pixels a CSS pixel, 0.1 to 16 (PNG only)
 * @theme: the look
 * @has_range: whether @first and @last say what is shown; otherwise all events are
 * @first: first instant shown
 * @last: last instant shown
 * @legend: whether the marks used are explained below the picture
 *
 * What an exported picture is. A plain struct; start from %ANNALS_EXPORT_OPTIONS_INIT.
 */
typedef struct
{
  AnnalsExportFormat format;
  gint width_px;
  gint height_px;
  gdouble scale;
  AnnalsThemeId theme;
  gboolean has_range;
  AnnalsInstant first;
  AnnalsInstant last;
  gboolean legend;
} AnnalsExportOptions;

#define ANNALS_EXPORT_OPTIONS_INIT                                         \
  {                                                                        \
    ANNALS_EXPORT_PNG, 1600, 0, 1.0, ANNALS_THEME_LIGHT, FALSE, 0, 0, TRUE \
  }

gboolean
annals_export_format_from_path (const gchar *path, AnnalsExportFormat *format, GError **error);
GBytes *annals_export_to_bytes (AnnalsDocument *document,
                                const AnnalsExportOptions *options,
                                GCancellable *cancellable,
                                GError **error);
gboolean annals_export_to_file (AnnalsDocument *document,
                                const AnnalsExportOptions *options,
                                GFile *file,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
