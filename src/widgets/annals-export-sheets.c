/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-evidence-pages.h"
#include "annals-export-sheets.h"
#include "annals-rendering.h"

/* The pages that a person leafs through and that a printer prints: those of the timeline, then
 * those of the evidence, all measured in CSS pixels. */

#define PT_PER_PX 0.75

struct _AnnalsExportSheets
{
  AnnalsExportOrder *order;
  AnnalsRendering *rendering;
  AnnalsEvidencePages *evidence; /* (nullable) */
  gdouble evidence_width_px;
  gdouble evidence_height_px;
};

/* The events drawn, in the order of time, each once. */
static GArray *
find_events (AnnalsRendering *rendering)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < annals_rendering_get_n_events (rendering); i++)
    g_array_append_val (events, annals_rendering_get_event (rendering, i)->event);
  return events;
}

/* The printer has one paper; a file has pages to be read, of the paper that its own size is. */
static void
init_evidence_size (AnnalsExportSheets *sheets)
{
  const AnnalsExportPreset *letter = annals_export_preset_find ("letter-portrait");
  const AnnalsExportPreset *page = annals_export_preset_find ("a4-portrait");
  gdouble width_px = 0.0;
  gdouble height_px = 0.0;

  annals_rendering_get_size (sheets->rendering, &width_px, &height_px);
  sheets->evidence_width_px = width_px;
  sheets->evidence_height_px = height_px;
  if (sheets->order->printing || letter == NULL || page == NULL)
    return;
  if (fabs (MIN (width_px, height_px) - annals_unit_to_px (letter->size.unit, letter->size.width))
          < 1.0
      && fabs (MAX (width_px, height_px)
               - annals_unit_to_px (letter->size.unit, letter->size.height))
             < 1.0)
    page = letter;
  sheets->evidence_width_px = annals_unit_to_px (page->size.unit, page->size.width);
  sheets->evidence_height_px = annals_unit_to_px (page->size.unit, page->size.height);
}

static void
add_evidence (AnnalsExportSheets *sheets)
{
  g_autoptr (GArray) events = find_events (sheets->rendering);

  if (events->len == 0)
    return;
  init_evidence_size (sheets);
  sheets->evidence = annals_evidence_pages_new (
      sheets->order->document, (const guint *) (void *) events->data, events->len,
      annals_rendering_get_typesetter (sheets->rendering), sheets->evidence_width_px * PT_PER_PX,
      sheets->evidence_height_px * PT_PER_PX);
}

/**
 * annals_export_sheets_new:
 * @order: what is exported
 * @error: return location; %ANNALS_PAINT_ERROR
 *
 * Lays out all pages.
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL when the size does not serve
 */
AnnalsExportSheets *
annals_export_sheets_new (AnnalsExportOrder *order, GError **error)
{
  AnnalsRendering *rendering = annals_rendering_new (order->document, &order->options, error);
  AnnalsExportSheets *sheets = NULL;

  if (rendering == NULL)
    return NULL;
  sheets = g_new0 (AnnalsExportSheets, 1);
  sheets->order = annals_export_order_ref (order);
  sheets->rendering = rendering;
  if (order->options.format == ANNALS_EXPORT_PDF && order->options.evidence)
    add_evidence (sheets);
  return sheets;
}

/**
 * annals_export_sheets_free:
 * @sheets: (transfer full): pages
 *
 * Frees them.
 */
void
annals_export_sheets_free (AnnalsExportSheets *sheets)
{
  g_clear_pointer (&sheets->evidence, annals_evidence_pages_free);
  annals_rendering_free (sheets->rendering);
  annals_export_order_unref (sheets->order);
  g_free (sheets);
}

/**
 * annals_export_sheets_get_n:
 * @sheets: pages
 *
 * Returns: how many there are, at least 1
 */
guint
annals_export_sheets_get_n (const AnnalsExportSheets *sheets)
{
  guint n_pages = annals_rendering_get_n_pages (sheets->rendering);

  return sheets->evidence == NULL ? n_pages
                                  : n_pages + annals_evidence_pages_get_n_pages (sheets->evidence);
}

/**
 * annals_export_sheets_get_text_scale:
 * @sheets: pages
 *
 * Returns: by how much the text of the timeline was made smaller to fit, 0.5 to 1
 */
gdouble
annals_export_sheets_get_text_scale (const AnnalsExportSheets *sheets)
{
  return annals_rendering_get_text_scale (sheets->rendering);
}

/**
 * annals_export_sheets_get_size:
 * @sheets: pages
 * @page: which one, from 0
 * @width_px: (out): its width in CSS pixels
 * @height_px: (out): its height
 *
 * Looks up how large a page is.
 */
void
annals_export_sheets_get_size (const AnnalsExportSheets *sheets,
                               guint page,
                               gdouble *width_px,
                               gdouble *height_px)
{
  annals_rendering_get_size (sheets->rendering, width_px, height_px);
  if (page < annals_rendering_get_n_pages (sheets->rendering))
    return;
  *width_px = sheets->evidence_width_px;
  *height_px = sheets->evidence_height_px;
}

/**
 * annals_export_sheets_draw:
 * @sheets: pages
 * @page: which one, from 0
 * @cr: where to draw, one unit a CSS pixel, the page's top left corner at the origin
 *
 * Draws a page.
 */
void
annals_export_sheets_draw (AnnalsExportSheets *sheets, guint page, cairo_t *cr)
{
  guint n_timeline = annals_rendering_get_n_pages (sheets->rendering);

  g_return_if_fail (page < annals_export_sheets_get_n (sheets));

  if (page < n_timeline)
    {
      annals_rendering_draw (sheets->rendering, page, cr);
      return;
    }
  cairo_save (cr);
  cairo_scale (cr, 1.0 / PT_PER_PX, 1.0 / PT_PER_PX);
  annals_evidence_pages_draw (sheets->evidence, page - n_timeline,
                              annals_theme_get (sheets->order->options.theme), page + 1, cr);
  cairo_restore (cr);
}
