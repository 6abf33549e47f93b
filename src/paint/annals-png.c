/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <png.h>
#include <string.h>

#include "annals-export-size.h"
#include "annals-png.h"

/* A rendering as PNG, band by band: no more than one band of pixels is in memory, however large the
 * picture, and between two bands there is time to tell how far it is and to stop. */

#define BAND_PIXELS 500000
#define LEAST_BAND_ROWS 8
#define INCHES_PER_METRE (1.0 / 0.0254)
#define MAX_TEXTS 4

typedef struct
{
  png_structp png;
  png_infop info;
  GByteArray *bytes;
  gchar problem[128];
} Encoder;

typedef struct
{
  AnnalsRendering *rendering;
  gdouble scale;
  gint width;
  gint height;
  gint band_rows;
  cairo_surface_t *surface;
  Encoder *encoder;
  AnnalsProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} Job;

static void
write_cb (png_structp png, png_bytep data, png_size_t length)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) length);
}

static void
flush_cb (png_structp png)
{
}

static void
error_cb (png_structp png, png_const_charp message)
{
  Encoder *encoder = png_get_error_ptr (png);

  g_strlcpy (encoder->problem, message, sizeof encoder->problem);
  longjmp (png_jmpbuf (png), 1);
}

static void
warning_cb (png_structp png, png_const_charp message)
{
}

static Encoder *
encoder_new (void)
{
  Encoder *encoder = g_new0 (Encoder, 1);

  encoder->bytes = g_byte_array_new ();
  encoder->png = png_create_write_struct (PNG_LIBPNG_VER_STRING, encoder, error_cb, warning_cb);
  encoder->info = encoder->png != NULL ? png_create_info_struct (encoder->png) : NULL;
  if (encoder->info != NULL)
    png_set_write_fn (encoder->png, encoder->bytes, write_cb, flush_cb);
  return encoder;
}

static void
encoder_free (Encoder *encoder)
{
  png_destroy_write_struct (&encoder->png, &encoder->info);
  if (encoder->bytes != NULL)
    g_byte_array_unref (encoder->bytes);
  g_free (encoder);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Encoder, encoder_free)

static void
add_text (png_text *texts, gint *n_texts, const gchar *key, gchar *value)
{
  if (value == NULL || *value == '\0')
    return;
  texts[*n_texts] = (png_text){ .compression = PNG_ITXT_COMPRESSION_NONE,
                                .key = (png_charp) key,
                                .text = value,
                                .itxt_length = strlen (value),
                                .lang = (png_charp) "",
                                .lang_key = (png_charp) "" };
  (*n_texts)++;
}

/* What the picture is drawn from travels with it. */
static void
set_texts (const Job *job)
{
  AnnalsDocument *document = annals_rendering_get_document (job->rendering);
  const AnnalsExportOptions *options = annals_rendering_get_options (job->rendering);
  g_autofree gchar *title = options->title != NULL ? g_utf8_make_valid (options->title, -1)
                                                   : annals_export_dup_title (document);
  g_autofree gchar *author = g_strdup (annals_document_get_info (document)->author);
  g_autofree gchar *source = annals_export_dup_source_line (document);
  g_autofree gchar *software = g_strdup ("Annals " ANNALS_VERSION);
  png_text texts[MAX_TEXTS];
  gint n_texts = 0;

  add_text (texts, &n_texts, "Title", title);
  add_text (texts, &n_texts, "Author", author);
  add_text (texts, &n_texts, "Description", source);
  add_text (texts, &n_texts, "Software", software);
  png_set_text (job->encoder->png, job->encoder->info, texts, n_texts);
}

/* Run by run() only. The pixels of a Cairo surface are words of xRGB in the order of the machine.
 */
static void
write_head (const Job *job)
{
  png_structp png = job->encoder->png;
  png_infop info = job->encoder->info;
  png_uint_32 per_metre = (png_uint_32) lround (annals_export_scale_to_dpi (job->scale)
                                                * INCHES_PER_METRE);

  png_set_IHDR (png, info, (png_uint_32) job->width, (png_uint_32) job->height, 8,
                PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                PNG_FILTER_TYPE_DEFAULT);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  set_texts (job);
  png_write_info (png, info);
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  png_set_bgr (png);
  png_set_filler (png, 0, PNG_FILLER_AFTER);
#else
  png_set_filler (png, 0, PNG_FILLER_BEFORE);
#endif
}

static cairo_status_t
draw_band (const Job *job, gint top)
{
  cairo_t *cr = cairo_create (job->surface);
  cairo_status_t status;

  cairo_translate (cr, 0.0, -top);
  cairo_scale (cr, job->scale, job->scale);
  annals_rendering_draw (job->rendering, 0, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (job->surface);
  return status;
}

static void
write_band (const Job *job, gint n_rows)
{
  guchar *pixels = cairo_image_surface_get_data (job->surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (job->surface);

  for (gint i = 0; i < n_rows; i++)
    png_write_row (job->encoder->png, pixels + (gsize) i * stride);
}

/* Everything in which libpng may jump out; %FALSE when it did, or when a band could not be drawn.
 * Then the encoder has the reason. */
static gboolean
run (const Job *job)
{
  cairo_status_t status;

  if (setjmp (png_jmpbuf (job->encoder->png)))
    return FALSE;
  write_head (job);
  for (gint top = 0; top < job->height; top += job->band_rows)
    {
      if (g_cancellable_is_cancelled (job->cancellable))
        return TRUE;
      status = draw_band (job, top);
      if (status != CAIRO_STATUS_SUCCESS)
        {
          g_strlcpy (job->encoder->problem, cairo_status_to_string (status),
                     sizeof job->encoder->problem);
          return FALSE;
        }
      write_band (job, MIN (job->band_rows, job->height - top));
      if (job->progress != NULL)
        job->progress (MIN (top + job->band_rows, job->height) / (job->height + 1.0),
                       job->user_data);
    }
  png_write_end (job->encoder->png, job->encoder->info);
  return TRUE;
}

static GBytes *
fail (const Job *job, const gchar *reason, GError **error)
{
  g_set_error (error, ANNALS_PAINT_ERROR, ANNALS_PAINT_ERROR_TOO_LARGE,
               /* Translators: %s is a reason, which comes from the system. */
               _ ("A picture of %.0f × %.0f pixels could not be drawn: %s. Choose a smaller size "
                  "or scale, or export as SVG."),
               (gdouble) job->width, (gdouble) job->height, reason);
  return NULL;
}

/**
 * annals_png_write:
 * @rendering: an export laid out
 * @progress: (nullable) (scope call): told how far it is
 * @user_data: passed to @progress
 * @cancellable: (nullable): looked at between bands
 * @error: return location; %ANNALS_PAINT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Writes the first page as PNG, with as many pixels as the options' scale asks for.
 *
 * Returns: (transfer full): the bytes, or %NULL
 */
GBytes *
annals_png_write (AnnalsRendering *rendering,
                  AnnalsProgressFunc progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (Encoder) encoder = encoder_new ();
  Job job = { .rendering = rendering,
              .scale = annals_rendering_get_options (rendering)->scale,
              .encoder = encoder,
              .progress = progress,
              .user_data = user_data,
              .cancellable = cancellable };
  gdouble width;
  gdouble height;
  cairo_status_t status;
  gboolean written;

  annals_rendering_get_size (rendering, &width, &height);
  job.width = (gint) MAX (round (width * job.scale), 1.0);
  job.height = (gint) MAX (round (height * job.scale), 1.0);
  job.band_rows = CLAMP (BAND_PIXELS / job.width, LEAST_BAND_ROWS, job.height);
  job.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, job.width, job.band_rows);
  status = cairo_surface_status (job.surface);
  written = status == CAIRO_STATUS_SUCCESS && encoder->info != NULL && run (&job);
  cairo_surface_destroy (job.surface);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    return fail (&job, cairo_status_to_string (status), error);
  if (!written)
    return fail (&job, encoder->problem, error);
  return g_byte_array_free_to_bytes (g_steal_pointer (&encoder->bytes));
}
