/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annals-date-parser.h"
#include "annals-export-choices.h"

/*
 * What a person chooses for an export, and how it becomes options of a picture. There are no
 * widgets here: the dialog, the printer and the clipboard share it.
 */

#define PRINT_DPI 300.0

/**
 * annals_export_choices_init:
 * @choices: (out): choices
 * @document: what is drawn
 * @defaults: what they begin with
 *
 * Begins with all lanes, open, and all events of a document, and with the title and the source line
 * that it gives.
 */
void
annals_export_choices_init (AnnalsExportChoices *choices,
                            AnnalsDocument *document,
                            const AnnalsExportDefaults *defaults)
{
  *choices = (AnnalsExportChoices){ .defaults = *defaults };
  choices->dates = g_strdup ("");
  choices->title = annals_export_dup_title (document);
  choices->source_line = annals_export_dup_source_line (document);
  choices->n_lanes = annals_document_get_n_lanes (document);
  choices->hidden_lanes = g_new0 (gboolean, choices->n_lanes + 1);
  choices->closed_lanes = g_new0 (gboolean, choices->n_lanes + 1);
}

/**
 * annals_export_choices_copy:
 * @choices: choices
 * @copy: (inout): other choices, which become the same; empty ones are all zero
 *
 * Copies choices with all they hold.
 */
void
annals_export_choices_copy (const AnnalsExportChoices *choices, AnnalsExportChoices *copy)
{
  annals_export_choices_clear (copy);
  *copy = *choices;
  copy->dates = g_strdup (choices->dates);
  copy->title = g_strdup (choices->title);
  copy->source_line = g_strdup (choices->source_line);
  copy->hidden_lanes = g_memdup2 (choices->hidden_lanes,
                                  (choices->n_lanes + 1) * sizeof *choices->hidden_lanes);
  copy->closed_lanes = g_memdup2 (choices->closed_lanes,
                                  (choices->n_lanes + 1) * sizeof *choices->closed_lanes);
}

/**
 * annals_export_choices_clear:
 * @choices: choices
 *
 * Frees what they hold.
 */
void
annals_export_choices_clear (AnnalsExportChoices *choices)
{
  g_clear_pointer (&choices->dates, g_free);
  g_clear_pointer (&choices->title, g_free);
  g_clear_pointer (&choices->source_line, g_free);
  g_clear_pointer (&choices->hidden_lanes, g_free);
  g_clear_pointer (&choices->closed_lanes, g_free);
  choices->n_lanes = 0;
}

/**
 * annals_export_choices_count_lanes:
 * @choices: choices
 *
 * Returns: how many lanes are drawn
 */
guint
annals_export_choices_count_lanes (const AnnalsExportChoices *choices)
{
  guint n_shown = 0;

  for (guint i = 0; i < choices->n_lanes; i++)
    n_shown += choices->hidden_lanes[i] ? 0 : 1;
  return n_shown;
}

static gboolean
is_preset (const AnnalsExportChoices *choices, const gchar *id)
{
  return g_strcmp0 (choices->defaults.preset, id) == 0;
}

/* The free size where the preset is none that there is. */
static const AnnalsExportSize *
get_size (const AnnalsExportChoices *choices)
{
  const AnnalsExportPreset *preset = NULL;

  if (choices->defaults.preset != NULL)
    preset = annals_export_preset_find (choices->defaults.preset);
  return preset != NULL ? &preset->size : &choices->defaults.size;
}

/**
 * annals_export_choices_get_size_px:
 * @choices: choices
 * @width_px: (out): width in CSS pixels
 * @height_px: (out): height in CSS pixels; 0 for as high as the lanes need
 *
 * Looks up the size chosen.
 */
void
annals_export_choices_get_size_px (const AnnalsExportChoices *choices,
                                   gint *width_px,
                                   gint *height_px)
{
  *width_px = choices->defaults.window_width_px;
  *height_px = choices->defaults.window_height_px;
  if (!is_preset (choices, ANNALS_EXPORT_PRESET_WINDOW))
    annals_export_size_to_px (get_size (choices), width_px, height_px);
}

/**
 * annals_export_choices_is_metric:
 * @choices: choices
 *
 * Returns: whether the size is a length, so that pixels are counted by the inch, and not a number
 *   of pixels
 */
gboolean
annals_export_choices_is_metric (const AnnalsExportChoices *choices)
{
  return !is_preset (choices, ANNALS_EXPORT_PRESET_WINDOW)
         && get_size (choices)->unit != ANNALS_UNIT_PX;
}

/**
 * annals_export_choices_has_free_height:
 * @choices: choices
 *
 * Returns: whether the picture is as high as its lanes need
 */
gboolean
annals_export_choices_has_free_height (const AnnalsExportChoices *choices)
{
  gint width_px = 0;
  gint height_px = 0;

  annals_export_choices_get_size_px (choices, &width_px, &height_px);
  return height_px == 0;
}

/**
 * annals_export_choices_get_usual_scale:
 * @defaults: a size, with the rest
 *
 * Returns: how dense the pixels of such a picture usually are: a length is printed at 300 dpi, a
 *   size with a name in pixels is as it stands, any other is for screens of double density
 */
gdouble
annals_export_choices_get_usual_scale (const AnnalsExportDefaults *defaults)
{
  const AnnalsExportPreset *preset = NULL;
  AnnalsUnit unit = defaults->size.unit;

  if (g_strcmp0 (defaults->preset, ANNALS_EXPORT_PRESET_WINDOW) == 0)
    unit = ANNALS_UNIT_PX;
  if (defaults->preset != NULL)
    preset = annals_export_preset_find (defaults->preset);
  if (preset != NULL)
    unit = preset->size.unit;
  if (unit != ANNALS_UNIT_PX)
    return annals_export_scale_from_dpi (PRINT_DPI);
  return preset != NULL ? 1.0 : 2.0;
}

/**
 * annals_export_choices_dup_dates:
 * @text: what a person typed: EDTF, or words
 * @error: return location: a sentence
 *
 * Reads a stretch of time, in its likeliest reading. An end that is open goes as far as there are
 * events.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL
 */
AnnalsDate *
annals_export_choices_dup_dates (const gchar *text, GError **error)
{
  g_autofree gchar *plain = g_strstrip (g_strdup (text));
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (plain, NULL);
  g_autoptr (AnnalsDateParser) parser = NULL;
  g_autoptr (GPtrArray) readings = NULL;

  if (*plain == '\0')
    {
      g_set_error_literal (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_SYNTAX,
                           _ ("Give the first and the last date, such as 1945/2010."));
      return NULL;
    }
  if (date != NULL)
    return g_steal_pointer (&date);

  parser = annals_date_parser_new (NULL);
  readings = annals_date_parser_parse (parser, plain, error);
  if (readings == NULL)
    return NULL;
  return annals_date_ref (((AnnalsDateReading *) g_ptr_array_index (readings, 0))->date);
}

static gboolean
set_range (AnnalsExportOptions *options, const AnnalsExportChoices *choices, GError **error)
{
  g_autoptr (AnnalsDate) date = NULL;

  options->has_range = choices->range != ANNALS_EXPORT_RANGE_WHOLE;
  options->first = choices->first;
  options->last = choices->last;
  if (choices->range != ANNALS_EXPORT_RANGE_DATES)
    return TRUE;

  date = annals_export_choices_dup_dates (choices->dates, error);
  if (date == NULL)
    return FALSE;
  options->first = annals_span_get_earliest (annals_date_get_span (date));
  options->last = annals_span_get_latest (annals_date_get_span (date));
  return TRUE;
}

static const gchar *
get_line (gboolean wanted, const gchar *line)
{
  return wanted && line != NULL && *line != '\0' ? line : NULL;
}

static gboolean
set_lanes (AnnalsExportOptions *options,
           const AnnalsExportChoices *choices,
           AnnalsDocument *document,
           GPtrArray *ids,
           GError **error)
{
  if (annals_export_choices_count_lanes (choices) == choices->n_lanes)
    return TRUE;
  if (annals_export_choices_count_lanes (choices) == 0)
    {
      g_set_error_literal (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_LANE,
                           _ ("Choose at least one lane."));
      return FALSE;
    }
  for (guint i = 0; i < choices->n_lanes; i++)
    if (!choices->hidden_lanes[i])
      g_ptr_array_add (ids, annals_document_get_lane (document, i)->id);
  g_ptr_array_add (ids, NULL);
  options->lanes = (const gchar *const *) ids->pdata;
  return TRUE;
}

static void
set_closed (AnnalsExportOptions *options,
            const AnnalsExportChoices *choices,
            AnnalsDocument *document,
            GPtrArray *ids)
{
  for (guint i = 0; i < choices->n_lanes; i++)
    if (choices->closed_lanes[i])
      g_ptr_array_add (ids, annals_document_get_lane (document, i)->id);
  if (ids->len == 0)
    return;
  g_ptr_array_add (ids, NULL);
  options->closed = (const gchar *const *) ids->pdata;
}

/**
 * annals_export_order_new:
 * @document: what is drawn
 * @options: how; copied with all they refer to
 *
 * Returns: (transfer full): an order
 */
AnnalsExportOrder *
annals_export_order_new (AnnalsDocument *document, const AnnalsExportOptions *options)
{
  AnnalsExportOrder *order = g_atomic_rc_box_new0 (AnnalsExportOrder);

  order->document = g_object_ref (document);
  order->options = *options;
  order->options.title = g_strdup (options->title);
  order->options.source_line = g_strdup (options->source_line);
  order->options.lanes = (const gchar *const *) g_strdupv ((gchar **) options->lanes);
  order->options.closed = (const gchar *const *) g_strdupv ((gchar **) options->closed);
  return order;
}

/**
 * annals_export_order_new_from_choices:
 * @document: what is drawn
 * @choices: what was chosen
 * @error: return location: a sentence
 *
 * Returns: (transfer full) (nullable): an order, or %NULL when what was chosen makes no picture
 */
AnnalsExportOrder *
annals_export_order_new_from_choices (AnnalsDocument *document,
                                      const AnnalsExportChoices *choices,
                                      GError **error)
{
  const AnnalsExportDefaults *chosen = &choices->defaults;
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) closed = g_ptr_array_new ();

  annals_export_choices_get_size_px (choices, &options.width_px, &options.height_px);
  options.format = chosen->format;
  options.scale = chosen->format == ANNALS_EXPORT_PNG ? chosen->scale : 1.0;
  options.theme = chosen->theme;
  options.calendar = chosen->calendar;
  options.compress = chosen->compress && chosen->n_breaks == 0;
  if (chosen->compress)
    {
      options.n_breaks = chosen->n_breaks;
      memcpy (options.breaks, chosen->breaks, sizeof options.breaks);
    }
  options.reading_order = chosen->reading_order;
  options.legend = chosen->legend;
  options.title = get_line (chosen->title, choices->title);
  options.source_line = get_line (chosen->source_line, choices->source_line);
  options.pages = chosen->format == ANNALS_EXPORT_PDF ? chosen->pages : 1;
  options.evidence = chosen->format == ANNALS_EXPORT_PDF && chosen->evidence;
  if (!set_range (&options, choices, error) || !set_lanes (&options, choices, document, ids, error))
    return NULL;
  set_closed (&options, choices, document, closed);
  return annals_export_order_new (document, &options);
}

static void
order_clear (gpointer data)
{
  AnnalsExportOrder *order = data;

  g_object_unref (order->document);
  g_free ((gchar *) order->options.title);
  g_free ((gchar *) order->options.source_line);
  g_strfreev ((gchar **) order->options.lanes);
  g_strfreev ((gchar **) order->options.closed);
}

/**
 * annals_export_order_ref:
 * @order: an order
 *
 * Returns: (transfer full): the same
 */
AnnalsExportOrder *
annals_export_order_ref (AnnalsExportOrder *order)
{
  return g_atomic_rc_box_acquire (order);
}

/**
 * annals_export_order_unref:
 * @order: (transfer full): an order
 *
 * Lets go of it.
 */
void
annals_export_order_unref (AnnalsExportOrder *order)
{
  g_atomic_rc_box_release_full (order, order_clear);
}

/**
 * annals_export_format_get_extension:
 * @format: a format
 *
 * Returns: (transfer none): the ending of the names of its files, with the dot
 */
const gchar *
annals_export_format_get_extension (AnnalsExportFormat format)
{
  static const gchar *const extensions[] = {
    [ANNALS_EXPORT_PNG] = ".png",
    [ANNALS_EXPORT_SVG] = ".svg",
    [ANNALS_EXPORT_PDF] = ".pdf",
  };

  return extensions[format];
}

/**
 * annals_export_order_dup_name:
 * @order: an order
 *
 * Returns: (transfer full): a file name for it: the title of the document, with an ending
 */
gchar *
annals_export_order_dup_name (const AnnalsExportOrder *order)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (order->document);
  g_autofree gchar *base = g_strdup (info->title != NULL ? info->title : _ ("Timeline"));

  g_strdelimit (base, "/\\:*?\"<>|\n\t", '-');
  return g_strconcat (base, annals_export_format_get_extension (order->options.format), NULL);
}
