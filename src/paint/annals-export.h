/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "annals-breaks.h"
#include "annals-calendar.h"
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
 * @ANNALS_PAINT_ERROR_LANE: there is no such lane
 * @ANNALS_PAINT_ERROR_PAGES: more pages than the format holds, or than there can be
 * @ANNALS_PAINT_ERROR_SIZE: a size that cannot be read
 */
typedef enum
{
  ANNALS_PAINT_ERROR_UNWRITABLE,
  ANNALS_PAINT_ERROR_TOO_LARGE,
  ANNALS_PAINT_ERROR_TOO_SMALL,
  ANNALS_PAINT_ERROR_FORMAT,
  ANNALS_PAINT_ERROR_LANE,
  ANNALS_PAINT_ERROR_PAGES,
  ANNALS_PAINT_ERROR_SIZE,
} AnnalsPaintError;

typedef enum
{
  ANNALS_EXPORT_PNG,
  ANNALS_EXPORT_SVG,
  ANNALS_EXPORT_PDF,
} AnnalsExportFormat;

/**
 * AnnalsExportOptions:
 * @format: PNG, SVG or PDF
 * @width_px: width in CSS pixels, 200 to 20,000; for a page of a PDF no more than 19,200
 * @height_px: height in CSS pixels, 120 to as many; 0 for as high as the lanes need
 * @scale: device pixels a CSS pixel, 0.1 to 16 (PNG only)
 * @theme: the look
 * @has_range: whether @first and @last say what is shown; otherwise all events are
 * @first: first instant shown
 * @last: last instant shown
 * @filtered: whether only events are shown that @filter lets through
 * @filter: which these are
 * @compress: whether empty stretches of time are compressed
 * @breaks: (array length=n_breaks): stretches that are compressed besides
 * @n_breaks: how many
 * @calendar: the calendar of a second row of the axis; the Gregorian for none
 * @legend: whether the marks used are explained below the picture
 * @title: (nullable): a line above the picture
 * @source_line: (nullable): a line below it that says what text it is drawn from
 * @lanes: (nullable) (array zero-terminated=1): ids of the lanes shown; %NULL for all
 * @closed: (nullable) (array zero-terminated=1): ids of the lanes that are closed to one thin row;
 *   %NULL for none
 * @reading_order: whether a strip above the axis shows where in the text each event is mentioned
 * @pages: over how many pages it goes side by side, each of this size (PDF and print); 1 to 50
 * @evidence: whether pages follow that list the events shown, with their dates and numbered
 *   quotations (PDF only)
 *
 * What an exported picture is. A plain struct; start from %ANNALS_EXPORT_OPTIONS_INIT. Strings are
 * borrowed.
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
  gboolean filtered;
  AnnalsRange filter;
  gboolean compress;
  AnnalsBreak breaks[ANNALS_BREAKS_MOST];
  guint n_breaks;
  AnnalsCalendar calendar;
  gboolean legend;
  const gchar *title;
  const gchar *source_line;
  const gchar *const *lanes;
  const gchar *const *closed;
  gboolean reading_order;
  guint pages;
  gboolean evidence;
} AnnalsExportOptions;

#define ANNALS_EXPORT_MIN_WIDTH_PX 200
#define ANNALS_EXPORT_MIN_HEIGHT_PX 120
#define ANNALS_EXPORT_MAX_SIDE_PX 20000
#define ANNALS_EXPORT_MIN_SCALE 0.1
#define ANNALS_EXPORT_MAX_SCALE 16.0
#define ANNALS_EXPORT_MAX_PAGES 50

#define ANNALS_EXPORT_OPTIONS_INIT                                                           \
  {                                                                                          \
    .format = ANNALS_EXPORT_PNG, .width_px = 1600, .scale = 1.0, .legend = TRUE, .pages = 1, \
    .evidence = TRUE                                                                         \
  }

/**
 * AnnalsProgressFunc:
 * @fraction: how far it is, 0 to 1, never less than before
 * @user_data: what was passed along
 *
 * Called now and then, in the thread that does the work.
 */
typedef void (*AnnalsProgressFunc) (gdouble fraction, gpointer user_data);

gboolean
annals_export_format_from_path (const gchar *path, AnnalsExportFormat *format, GError **error);
gboolean annals_export_format_from_name (const gchar *name, AnnalsExportFormat *format);
const gchar *annals_export_format_get_name (AnnalsExportFormat format);

gchar *annals_export_dup_title (AnnalsDocument *document);
gchar *annals_export_dup_source_line (AnnalsDocument *document);

gboolean
annals_export_write (GBytes *bytes, GFile *file, GCancellable *cancellable, GError **error);
GBytes *annals_export_to_bytes (AnnalsDocument *document,
                                const AnnalsExportOptions *options,
                                AnnalsProgressFunc progress,
                                gpointer user_data,
                                GCancellable *cancellable,
                                GError **error);
gboolean annals_export_to_file (AnnalsDocument *document,
                                const AnnalsExportOptions *options,
                                GFile *file,
                                AnnalsProgressFunc progress,
                                gpointer user_data,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
