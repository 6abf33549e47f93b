/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-export-check.h"

/* What can be drawn, and what is said when something else was asked for. */

#define MAX_DEVICE_SIDE_PX 32000.0
#define MAX_DEVICE_AREA_PX 400e6
/* 14,400 points (ISO 32000-1, annex C.2): no reader of a PDF has to show more. */
#define MAX_PDF_SIDE_PX 19200.0

static gdouble
get_longest_side (AnnalsExportFormat format)
{
  return format == ANNALS_EXPORT_PDF ? MAX_PDF_SIDE_PX : MAX_DEVICE_SIDE_PX;
}

static gboolean
check_largest (AnnalsExportFormat format, gdouble width, gdouble height, GError **error)
{
  gdouble longest = get_longest_side (format);

  if (width <= longest && height <= longest && width * height <= MAX_DEVICE_AREA_PX)
    return TRUE;
  g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_LARGE,
               /* Translators: width and height. */
               _ ("A picture of %.0f × %.0f pixels is larger than can be drawn. Choose a smaller "
                  "size or scale, or export as SVG."),
               width, height);
  return FALSE;
}

/* The height is yet to be chosen: all that can be said is about the width. */
static gboolean
check_width (const AnnalsExportOptions *options, GError **error)
{
  gdouble width = options->width_px * (options->format == ANNALS_EXPORT_PNG ? options->scale : 1.0);

  if (options->width_px < ANNALS_EXPORT_MIN_WIDTH_PX)
    g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_SMALL,
                 /* Translators: the width asked for and the least that is enough, in pixels. */
                 _ ("A width of %d pixels is too small for a timeline. Make it at least %d."),
                 options->width_px, ANNALS_EXPORT_MIN_WIDTH_PX);
  else if (width > get_longest_side (options->format))
    g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_LARGE,
                 /* Translators: a width. */
                 _ ("A width of %.0f pixels is larger than can be drawn. Choose a smaller size or "
                    "scale, or export as SVG."),
                 width);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_size (const AnnalsExportOptions *options, GError **error)
{
  gdouble scale = options->format == ANNALS_EXPORT_PNG ? options->scale : 1.0;

  if (options->height_px == 0)
    return check_width (options, error);
  if (options->width_px >= ANNALS_EXPORT_MIN_WIDTH_PX
      && options->height_px >= ANNALS_EXPORT_MIN_HEIGHT_PX)
    return check_largest (options->format, options->width_px * scale, options->height_px * scale,
                          error);
  g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_SMALL,
               /* Translators: width and height. */
               _ ("A picture of %d × %d pixels is too small for a timeline. Make it at least "
                  "200 × 120."),
               options->width_px, options->height_px);
  return FALSE;
}

static gboolean
check_pages (const AnnalsExportOptions *options, GError **error)
{
  if (options->pages < 1 || options->pages > ANNALS_EXPORT_MAX_PAGES)
    {
      g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_PAGES,
                   /* Translators: the most pages there can be, and how many were asked for. */
                   _ ("A timeline goes over 1 to %d pages, not over %u."), ANNALS_EXPORT_MAX_PAGES,
                   options->pages);
      return FALSE;
    }
  if (options->pages == 1 || options->format == ANNALS_EXPORT_PDF)
    return TRUE;
  g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_PAGES,
               /* Translators: %s is the name of a format, PNG or SVG. */
               _ ("%s holds a single picture. Export as PDF to have several pages."),
               options->format == ANNALS_EXPORT_PNG ? "PNG" : "SVG");
  return FALSE;
}

/* "a (Energy), b (War)" */
static gchar *
dup_lane_list (AnnalsDocument *document)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < annals_document_get_n_lanes (document); i++)
    {
      const AnnalsLane *lane = annals_document_get_lane (document, i);

      g_string_append (list, i > 0 ? C_ ("list", ", ") : "");
      /* Translators: in a list of lanes: %1$s is what is typed to choose one, %2$s its name. */
      g_string_append_printf (list, C_ ("lane", "%1$s (%2$s)"), lane->id, lane->label);
    }
  return g_string_free (list, FALSE);
}

static gboolean
check_some_lanes (const gchar *const *lanes, GError **error)
{
  if (lanes == NULL || lanes[0] != NULL)
    return TRUE;
  g_set_error_literal (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_LANE,
                       _ ("A timeline without lanes is empty. Choose at least one lane."));
  return FALSE;
}

static gboolean
check_lanes (AnnalsDocument *document, const gchar *const *lanes, GError **error)
{
  for (guint i = 0; lanes != NULL && lanes[i] != NULL; i++)
    if (!annals_document_find_lane (document, lanes[i], NULL))
      {
        g_autofree gchar *list = dup_lane_list (document);

        g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_LANE,
                     /* Translators: what was typed, and a list of lanes. */
                     _ ("There is no lane “%s”. The lanes are: %s."), lanes[i], list);
        return FALSE;
      }
  return TRUE;
}

/**
 * annals_export_check_options:
 * @options: what the picture is to be
 * @document: what it is drawn from
 * @error: return location; %ANNALS_PAINT_ERROR
 *
 * Looks at the size, the pages and the lanes that were asked for.
 *
 * Returns: whether such a picture may be drawn
 */
gboolean
annals_export_check_options (const AnnalsExportOptions *options,
                             AnnalsDocument *document,
                             GError **error)
{
  return check_size (options, error) && check_pages (options, error)
         && check_some_lanes (options->lanes, error)
         && check_lanes (document, options->lanes, error)
         && check_lanes (document, options->closed, error);
}

/**
 * annals_export_check_chosen_size:
 * @options: what the picture is to be
 * @width_px: its width in CSS pixels
 * @height_px: its height, which was chosen for its lanes
 * @error: return location; %ANNALS_PAINT_ERROR_TOO_LARGE
 *
 * A height that was chosen may come out higher than any picture can be.
 *
 * Returns: whether it has not
 */
gboolean
annals_export_check_chosen_size (const AnnalsExportOptions *options,
                                 gdouble width_px,
                                 gdouble height_px,
                                 GError **error)
{
  gdouble scale = options->format == ANNALS_EXPORT_PNG ? options->scale : 1.0;

  return options->format == ANNALS_EXPORT_SVG
         || check_largest (options->format, width_px * scale, height_px * scale, error);
}
