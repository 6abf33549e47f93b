/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-export-clipboard.h"

/* An export for the clipboard: the same picture as pixels and as a drawing, so that each program
 * takes what it can best use. */

typedef struct
{
  GBytes *png;
  GBytes *svg;
} Pictures;

static void
pictures_free (gpointer data)
{
  Pictures *pictures = data;

  g_clear_pointer (&pictures->png, g_bytes_unref);
  g_clear_pointer (&pictures->svg, g_bytes_unref);
  g_free (pictures);
}

static GBytes *
draw (const AnnalsExportOrder *order,
      AnnalsExportFormat format,
      GCancellable *cancellable,
      GError **error)
{
  AnnalsExportOptions options = order->options;

  options.format = format;
  return annals_export_to_bytes (order->document, &options, NULL, NULL, cancellable, error);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const AnnalsExportOrder *order = task_data;
  Pictures *pictures = g_new0 (Pictures, 1);
  GError *error = NULL;

  pictures->png = draw (order, ANNALS_EXPORT_PNG, cancellable, &error);
  if (pictures->png != NULL)
    pictures->svg = draw (order, ANNALS_EXPORT_SVG, cancellable, &error);
  if (pictures->svg != NULL)
    {
      g_task_return_pointer (task, pictures, pictures_free);
      return;
    }
  pictures_free (pictures);
  g_task_return_error (task, error);
}

/**
 * annals_export_clipboard_create_async:
 * @order: what is drawn; its format does not matter
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: passed to @callback
 *
 * Draws an export in a thread.
 */
void
annals_export_clipboard_create_async (AnnalsExportOrder *order,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, annals_export_clipboard_create_async);
  g_task_set_task_data (task, annals_export_order_ref (order),
                        (GDestroyNotify) annals_export_order_unref);
  g_task_run_in_thread (task, draw_in_thread);
}

/**
 * annals_export_clipboard_create_finish:
 * @result: what the callback was given
 * @error: return location; %ANNALS_PAINT_ERROR
 *
 * Returns: (transfer full) (nullable): the picture as a texture, `image/png` and `image/svg+xml`
 */
GdkContentProvider *
annals_export_clipboard_create_finish (GAsyncResult *result, GError **error)
{
  Pictures *pictures = g_task_propagate_pointer (G_TASK (result), error);
  g_autoptr (GdkTexture) texture = NULL;
  GdkContentProvider *providers[3] = { NULL };

  if (pictures == NULL)
    return NULL;
  texture = gdk_texture_new_from_bytes (pictures->png, error);
  if (texture != NULL)
    {
      providers[0] = gdk_content_provider_new_for_bytes ("image/png", pictures->png);
      providers[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", pictures->svg);
      providers[2] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
    }
  pictures_free (pictures);
  return texture != NULL ? gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers))
                         : NULL;
}
