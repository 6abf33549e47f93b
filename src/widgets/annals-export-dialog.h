/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "annals-export.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_EXPORT_DIALOG (annals_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsExportDialog, annals_export_dialog, ANNALS, EXPORT_DIALOG, AdwWindow)

/**
 * AnnalsExportDefaults:
 * @format: PNG, SVG or PDF
 * @preset: (nullable): the id of a size, such as `window`, `a4`, `letter`, `slide`, `4k`, `poster`
 *   or `custom`; %NULL or one that there is not for the usual one. Static or interned.
 * @scale: device pixels a CSS pixel, 0.1 to 16 (PNG only)
 * @theme: the look
 * @legend: whether the marks used are explained below the picture
 *
 * What the export dialog begins with. A plain struct; start from %ANNALS_EXPORT_DEFAULTS_INIT.
 */
typedef struct
{
  AnnalsExportFormat format;
  const gchar *preset;
  gdouble scale;
  AnnalsThemeId theme;
  gboolean legend;
} AnnalsExportDefaults;

#define ANNALS_EXPORT_DEFAULTS_INIT                                                        \
  {                                                                                        \
    .format = ANNALS_EXPORT_PNG, .scale = 2.0, .theme = ANNALS_THEME_LIGHT, .legend = TRUE \
  }

/**
 * AnnalsExportDialog:
 *
 * Asks how the picture is to look and where to put it, and writes it. A failure is said in the
 * dialog, which stays.
 *
 * Signal `saved` (#GFile): the picture was written; the dialog is about to close.
 */
GtkWidget *annals_export_dialog_new (GtkWindow *parent,
                                     AnnalsDocument *document,
                                     AnnalsInstant first,
                                     AnnalsInstant last,
                                     const AnnalsExportDefaults *defaults);

void annals_export_dialog_save_to (AnnalsExportDialog *self, GFile *file);

G_END_DECLS
