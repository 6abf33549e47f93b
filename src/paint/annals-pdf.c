/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-evidence-pages.h"
#include "annals-export-size.h"
#include "annals-pdf.h"

/* A rendering as PDF, through Cairo: its pages, then the evidence. Text stays text; marks are
 * linked with what is said of them, the outline lists lanes and events, and without a date of its
 * making the same timeline gives the same bytes. */

#define A4_WIDTH_PT 595.276
#define A4_HEIGHT_PT 841.89
#define LETTER_WIDTH_PT 612.0
#define LETTER_HEIGHT_PT 792.0
#define LEAST_LINK_PT 24.0
#define MOST_LINKS 10000 /* on a page; Poppler shows none that has more */

/* Where the mark of an event was first drawn. */
typedef struct
{
  guint event;
  guint page;
  AnnalsRect rect; /* in points */
  gboolean leads;  /* the first of a cluster */
} Found;

typedef struct
{
  AnnalsRendering *rendering;
  cairo_surface_t *surface;
  cairo_t *cr;
  gdouble width_pt;
  gdouble height_pt;
  gdouble x_scale; /* points to a pixel of the scene */
  gdouble y_scale;
  GArray *found; /* Found, in the order of time */
  AnnalsEvidencePages *evidence;
  guint n_linked; /* how many events of the evidence have their links already */
} Pdf;

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (const Pdf *pdf, cairo_pdf_metadata_t key, const gchar *value)
{
  g_autofree gchar *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  if (valid != NULL && *valid != '\0')
    cairo_pdf_surface_set_metadata (pdf->surface, key, valid);
}

/* The date is left out, so that the same timeline gives the same file, unless whoever builds says
 * what time it is to be (https://reproducible-builds.org/specs/source-date-epoch/). */
static gchar *
dup_creation_date (void)
{
  const gchar *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  guint64 seconds;
  g_autoptr (GDateTime) time = NULL;

  if (epoch == NULL || !g_ascii_string_to_unsigned (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    return g_strdup ("");
  time = g_date_time_new_from_unix_utc ((gint64) seconds);
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static void
write_metadata (const Pdf *pdf)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (
      annals_rendering_get_document (pdf->rendering));
  const AnnalsExportOptions *options = annals_rendering_get_options (pdf->rendering);
  g_autofree gchar *date = dup_creation_date ();
  g_autofree gchar *title = NULL;
  g_autofree gchar *subject = annals_export_dup_source_line (
      annals_rendering_get_document (pdf->rendering));

  /* Translators: title of an exported picture; %s is the title of the text. */
  title = options->title != NULL
              ? g_strdup (options->title)
              : g_strdup_printf (_ ("Timeline of “%s”"),
                                 info->title != NULL ? info->title : _ ("Untitled"));
  set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, title);
  set_metadata (pdf, CAIRO_PDF_METADATA_AUTHOR, info->author);
  set_metadata (pdf, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Annals " ANNALS_VERSION);
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/* Attributes of tags are written as in C, whatever the locale. */
static void
append_number (GString *out, gdouble value)
{
  gchar digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.2f", value));
  g_string_append_c (out, ' ');
}

static gboolean
is_empty (const AnnalsRect *rect)
{
  return rect->width <= 0.0 || rect->height <= 0.0;
}

static void
append_rect (GString *out, const AnnalsRect *rect)
{
  if (is_empty (rect))
    return;
  append_number (out, rect->x);
  append_number (out, rect->y);
  append_number (out, rect->width);
  append_number (out, rect->height);
}

static void
add_tag (const Pdf *pdf, const gchar *tag, const gchar *attributes)
{
  cairo_tag_begin (pdf->cr, tag, attributes);
  cairo_tag_end (pdf->cr, tag);
}

static void
add_destination (const Pdf *pdf, const gchar *kind, guint event, gdouble x, gdouble y)
{
  g_autoptr (GString) attributes = g_string_new (NULL);

  g_string_append_printf (attributes, "name='%s-%u' x=", kind, event);
  append_number (attributes, x);
  g_string_append (attributes, "y=");
  append_number (attributes, MAX (y, 0.0));
  add_tag (pdf, CAIRO_TAG_DEST, attributes->str);
}

/* A link without any place would make Cairo fail an assertion at the end. */
static void
add_link (const Pdf *pdf,
          const gchar *kind,
          guint event,
          const AnnalsRect *first,
          const AnnalsRect *second)
{
  g_autoptr (GString) attributes = g_string_new ("rect=[");

  if (is_empty (first) && (second == NULL || is_empty (second)))
    return;
  append_rect (attributes, first);
  if (second != NULL)
    append_rect (attributes, second);
  g_string_append_printf (attributes, "] dest='%s-%u'", kind, event);
  add_tag (pdf, CAIRO_TAG_LINK, attributes->str);
}

static AnnalsRect
to_points (const Pdf *pdf, const AnnalsRect *rect)
{
  return (AnnalsRect){ rect->x * pdf->x_scale, rect->y * pdf->y_scale, rect->width * pdf->x_scale,
                       rect->height * pdf->y_scale };
}

/* Which events are drawn, and where first. */
static void
find_events (Pdf *pdf)
{
  for (guint i = 0; i < annals_rendering_get_n_events (pdf->rendering); i++)
    {
      const AnnalsRenderedEvent *event = annals_rendering_get_event (pdf->rendering, i);
      Found found = { event->event, event->page, to_points (pdf, &event->rect), event->leads };

      g_array_append_val (pdf->found, found);
    }
}

static void
draw_timeline_page (Pdf *pdf, guint page)
{
  const AnnalsScene *scene = annals_rendering_get_scene (pdf->rendering, page);
  guint n_links = annals_scene_get_n_hits (scene);
  gdouble zoom = annals_rendering_get_zoom (pdf->rendering);

  cairo_pdf_surface_set_size (pdf->surface, pdf->width_pt, pdf->height_pt);
  cairo_save (pdf->cr);
  cairo_scale (pdf->cr, pdf->x_scale / zoom, pdf->y_scale / zoom);
  annals_rendering_draw (pdf->rendering, page, pdf->cr);
  cairo_restore (pdf->cr);

  for (guint i = 0; pdf->evidence != NULL && i < MIN (annals_scene_get_n_hits (scene), MOST_LINKS);
       i++)
    {
      const AnnalsHit *hit = annals_scene_get_hit (scene, i);
      AnnalsRect mark = to_points (pdf, &hit->mark);
      AnnalsRect label = to_points (pdf, &hit->label);

      add_link (pdf, "event", (guint) hit->event, &mark, &label);
    }
  for (guint i = 0; i < pdf->found->len; i++)
    {
      const Found *found = &g_array_index (pdf->found, Found, i);

      if (found->page != page)
        continue;
      add_destination (pdf, "mark", found->event, found->rect.x, found->rect.y - 12.0);
      if (found->leads && pdf->evidence != NULL && ++n_links <= MOST_LINKS)
        add_link (pdf, "event", found->event, &found->rect, NULL);
    }
  cairo_show_page (pdf->cr);
}

static void
get_evidence_size (const Pdf *pdf, gdouble *width_pt, gdouble *height_pt)
{
  gboolean letter = fabs (MIN (pdf->width_pt, pdf->height_pt) - LETTER_WIDTH_PT) < 0.5
                    && fabs (MAX (pdf->width_pt, pdf->height_pt) - LETTER_HEIGHT_PT) < 0.5;

  *width_pt = letter ? LETTER_WIDTH_PT : A4_WIDTH_PT;
  *height_pt = letter ? LETTER_HEIGHT_PT : A4_HEIGHT_PT;
}

/* Pages are drawn in their order, and places are in it too. */
static void
draw_evidence_page (Pdf *pdf, guint page)
{
  const AnnalsExportOptions *options = annals_rendering_get_options (pdf->rendering);
  gdouble width_pt;
  gdouble height_pt;

  get_evidence_size (pdf, &width_pt, &height_pt);
  cairo_pdf_surface_set_size (pdf->surface, width_pt, height_pt);
  annals_evidence_pages_draw (pdf->evidence, page, annals_theme_get (options->theme),
                              annals_rendering_get_n_pages (pdf->rendering) + page + 1, pdf->cr);
  for (; pdf->n_linked < annals_evidence_pages_get_n_places (pdf->evidence); pdf->n_linked++)
    {
      const AnnalsEvidencePlace *place = annals_evidence_pages_get_place (pdf->evidence,
                                                                          pdf->n_linked);
      AnnalsRect rect = { place->x_pt, place->y_pt, MAX (place->width_pt, LEAST_LINK_PT),
                          place->height_pt };

      if (place->page > page)
        break;
      add_destination (pdf, "event", place->event, place->x_pt, place->y_pt - 12.0);
      add_link (pdf, "mark", place->event, &rect, NULL);
    }
  cairo_show_page (pdf->cr);
}

static void
add_outline_events (const Pdf *pdf, gint parent, guint lane)
{
  AnnalsDocument *document = annals_rendering_get_document (pdf->rendering);

  for (guint i = 0; i < pdf->found->len; i++)
    {
      guint index = g_array_index (pdf->found, Found, i).event;
      const AnnalsEvent *event = annals_document_get_event (document, index);
      g_autofree gchar *link = NULL;
      g_autofree gchar *label = NULL;

      if (event->lane != lane)
        continue;
      link = g_strdup_printf ("dest='%s-%u'", pdf->evidence != NULL ? "event" : "mark", index);
      label = g_utf8_make_valid (event->label, -1);
      cairo_pdf_surface_add_outline (pdf->surface, parent, label, link, 0);
    }
}

/* The timeline, and below it the lanes with their events. */
static void
write_outline (const Pdf *pdf)
{
  AnnalsDocument *document = annals_rendering_get_document (pdf->rendering);
  gint root = cairo_pdf_surface_add_outline (pdf->surface, CAIRO_PDF_OUTLINE_ROOT, _ ("Timeline"),
                                             "page=1 pos=[0 0]", CAIRO_PDF_OUTLINE_FLAG_OPEN);

  for (guint i = 0; i < annals_document_get_n_lanes (document); i++)
    {
      guint index = annals_document_get_lane_at (document, i);
      const AnnalsLane *lane = annals_document_get_lane (document, index);
      g_autofree gchar *label = g_utf8_make_valid (lane->label, -1);
      const Found *first = NULL;
      g_autofree gchar *link = NULL;
      gint parent;

      for (guint j = 0; j < pdf->found->len && first == NULL; j++)
        if (annals_document_get_event (document, g_array_index (pdf->found, Found, j).event)->lane
            == index)
          first = &g_array_index (pdf->found, Found, j);
      if (first == NULL)
        continue;
      link = g_strdup_printf ("dest='mark-%u'", first->event);
      parent = cairo_pdf_surface_add_outline (pdf->surface, root, label, link,
                                              CAIRO_PDF_OUTLINE_FLAG_OPEN);
      add_outline_events (pdf, parent, index);
    }
}

static void
init_evidence (Pdf *pdf)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (guint));
  gdouble width_pt;
  gdouble height_pt;

  for (guint i = 0; i < pdf->found->len; i++)
    g_array_append_val (events, g_array_index (pdf->found, Found, i).event);
  get_evidence_size (pdf, &width_pt, &height_pt);
  pdf->evidence = annals_evidence_pages_new (
      annals_rendering_get_document (pdf->rendering), (const guint *) (void *) events->data,
      events->len, annals_rendering_get_typesetter (pdf->rendering), width_pt, height_pt);
}

static void
init_sizes (Pdf *pdf)
{
  gdouble width_px;
  gdouble height_px;
  gdouble zoom = annals_rendering_get_zoom (pdf->rendering);

  annals_rendering_get_size (pdf->rendering, &width_px, &height_px);
  annals_export_size_get_points ((gint) width_px, (gint) height_px, &pdf->width_pt,
                                 &pdf->height_pt);
  pdf->x_scale = pdf->width_pt / width_px * zoom;
  pdf->y_scale = pdf->height_pt / height_px * zoom;
}

static gboolean
draw_pages (Pdf *pdf,
            AnnalsProgressFunc progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  guint n_timeline = annals_rendering_get_n_pages (pdf->rendering);
  guint n_pages = n_timeline;

  if (pdf->evidence != NULL)
    n_pages += annals_evidence_pages_get_n_pages (pdf->evidence);
  for (guint i = 0; i < n_pages; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (i < n_timeline)
        draw_timeline_page (pdf, i);
      else
        draw_evidence_page (pdf, i - n_timeline);
      if (progress != NULL)
        progress ((i + 1.0) / (n_pages + 1.0), user_data);
    }
  return TRUE;
}

/**
 * annals_pdf_write:
 * @rendering: an export laid out
 * @progress: (nullable) (scope call): told how far it is
 * @user_data: passed to @progress
 * @cancellable: (nullable): looked at between the pages
 * @error: return location; %ANNALS_PAINT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Writes the pages as PDF, followed by the evidence when the options ask for it.
 *
 * Returns: (transfer full): the bytes, or %NULL
 */
GBytes *
annals_pdf_write (AnnalsRendering *rendering,
                  AnnalsProgressFunc progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Pdf pdf = { .rendering = rendering, .found = found };
  cairo_status_t status;
  gboolean done;

  init_sizes (&pdf);
  pdf.surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, pdf.width_pt, pdf.height_pt);
  pdf.cr = cairo_create (pdf.surface);
  find_events (&pdf);
  if (annals_rendering_get_options (rendering)->evidence && found->len > 0)
    init_evidence (&pdf);
  write_metadata (&pdf);
  done = draw_pages (&pdf, progress, user_data, cancellable, error);
  /* Of pages that could not be drawn an outline must not speak: Cairo does not survive that. */
  status = cairo_status (pdf.cr);
  if (done && status == CAIRO_STATUS_SUCCESS)
    write_outline (&pdf);
  cairo_destroy (pdf.cr);
  cairo_surface_finish (pdf.surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (pdf.surface);
  cairo_surface_destroy (pdf.surface);
  annals_evidence_pages_free (pdf.evidence);
  if (!done)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_UNWRITABLE,
                   /* Translators: %s is a reason, which comes from the system. */
                   _ ("The PDF could not be drawn: %s."), cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
