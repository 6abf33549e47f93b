/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-export-size.h"
#include "annals-export.h"

G_BEGIN_DECLS

/** ANNALS_EXPORT_PRESET_WINDOW: the id of the size that the timeline has in its window. */
#define ANNALS_EXPORT_PRESET_WINDOW "window"
/** ANNALS_EXPORT_PRESET_CUSTOM: the id of a size that is given freely. */
#define ANNALS_EXPORT_PRESET_CUSTOM "custom"

/**
 * AnnalsExportDefaults:
 * @format: PNG, SVG or PDF
 * @preset: (nullable): the id of a size: `window`, `custom` or one of
 *   annals_export_preset_get(); %NULL or one that there is not for the usual one. Static or
 * interned.
 * @size: the free size (`custom`); its unit is that of lengths in the dialog
 * @scale: device pixels a CSS pixel, 0.1 to 16 (PNG only)
 * @theme: the look
 * @calendar: the calendar of a second row of the axis; the Gregorian for none
 * @compress: whether stretches of time are compressed
 * @breaks: (array length=n_breaks): those that the window compresses
 * @n_breaks: how many; with none, those that are empty are compressed
 * @reading_order: whether a strip above the axis shows where the text mentions each event
 * @legend: whether the marks used are explained below the picture
 * @title: whether there is a title
 * @source_line: whether there is a line that says what text it is drawn from
 * @pages: over how many pages it goes (PDF only)
 * @evidence: whether pages with the evidence follow (PDF only)
 * @window_width_px: width of the timeline in its window
 * @window_height_px: its height
 *
 * What an export begins with, and what is remembered of the last one. A plain struct; start from
 * %ANNALS_EXPORT_DEFAULTS_INIT.
 */
typedef struct
{
  AnnalsExportFormat format;
  const gchar *preset;
  AnnalsExportSize size;
  gdouble scale;
  AnnalsThemeId theme;
  AnnalsCalendar calendar;
  gboolean compress;
  AnnalsBreak breaks[ANNALS_BREAKS_MOST];
  guint n_breaks;
  gboolean reading_order;
  gboolean legend;
  gboolean title;
  gboolean source_line;
  guint pages;
  gboolean evidence;
  gint window_width_px;
  gint window_height_px;
} AnnalsExportDefaults;

#define ANNALS_EXPORT_DEFAULTS_INIT                                                     \
  {                                                                                     \
    .format = ANNALS_EXPORT_PNG, .preset = ANNALS_EXPORT_PRESET_CUSTOM,                 \
    .size = { 1600.0, 0.0, ANNALS_UNIT_PX }, .scale = 2.0, .theme = ANNALS_THEME_LIGHT, \
    .legend = TRUE, .title = TRUE, .source_line = TRUE, .pages = 1, .evidence = TRUE,   \
    .window_width_px = 1280, .window_height_px = 0                                      \
  }

/**
 * AnnalsExportRange:
 * @ANNALS_EXPORT_RANGE_WHOLE: all events
 * @ANNALS_EXPORT_RANGE_VISIBLE: what the timeline shows now
 * @ANNALS_EXPORT_RANGE_DATES: from one date to another
 *
 * Which stretch of time is drawn.
 */
typedef enum
{
  ANNALS_EXPORT_RANGE_WHOLE,
  ANNALS_EXPORT_RANGE_VISIBLE,
  ANNALS_EXPORT_RANGE_DATES,
} AnnalsExportRange;

/**
 * AnnalsExportChoices:
 * @defaults: what does not depend on the document
 * @range: which stretch of time is drawn
 * @first: first instant that the timeline shows
 * @last: last instant that it shows
 * @dates: what was typed for %ANNALS_EXPORT_RANGE_DATES
 * @title: what was typed as the title
 * @source_line: what was typed as the source line
 * @n_lanes: how many lanes the document has
 * @hidden_lanes: (array length=n_lanes): for each of them, whether it is left out
 * @closed_lanes: (array length=n_lanes): for each of them, whether it is closed to one thin row
 *
 * Everything that is chosen for an export. Strings and arrays are owned; clear it with
 * annals_export_choices_clear().
 */
typedef struct
{
  AnnalsExportDefaults defaults;
  AnnalsExportRange range;
  AnnalsInstant first;
  AnnalsInstant last;
  gchar *dates;
  gchar *title;
  gchar *source_line;
  guint n_lanes;
  gboolean *hidden_lanes;
  gboolean *closed_lanes;
} AnnalsExportChoices;

void annals_export_choices_init (AnnalsExportChoices *choices,
                                 AnnalsDocument *document,
                                 const AnnalsExportDefaults *defaults);
void annals_export_choices_copy (const AnnalsExportChoices *choices, AnnalsExportChoices *copy);
void annals_export_choices_clear (AnnalsExportChoices *choices);
guint annals_export_choices_count_lanes (const AnnalsExportChoices *choices);
void annals_export_choices_get_size_px (const AnnalsExportChoices *choices,
                                        gint *width_px,
                                        gint *height_px);
gboolean annals_export_choices_is_metric (const AnnalsExportChoices *choices);
gboolean annals_export_choices_has_free_height (const AnnalsExportChoices *choices);

gdouble annals_export_choices_get_usual_scale (const AnnalsExportDefaults *defaults);
AnnalsDate *annals_export_choices_dup_dates (const gchar *text, GError **error);

/**
 * AnnalsExportOrder:
 * @document: what is drawn
 * @options: how; its strings are those of the order
 * @printing: whether all pages are of the same size, that of the paper
 *
 * An export that owns all it needs, to be carried out in another thread. Reference counted.
 */
typedef struct
{
  AnnalsDocument *document;
  AnnalsExportOptions options;
  gboolean printing;
} AnnalsExportOrder;

AnnalsExportOrder *annals_export_order_new (AnnalsDocument *document,
                                            const AnnalsExportOptions *options);
AnnalsExportOrder *annals_export_order_new_from_choices (AnnalsDocument *document,
                                                         const AnnalsExportChoices *choices,
                                                         GError **error);
AnnalsExportOrder *annals_export_order_ref (AnnalsExportOrder *order);
void annals_export_order_unref (AnnalsExportOrder *order);

const gchar *annals_export_format_get_extension (AnnalsExportFormat format);
gchar *annals_export_order_dup_name (const AnnalsExportOrder *order);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsExportChoices, annals_export_choices_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsExportOrder, annals_export_order_unref)

G_END_DECLS
