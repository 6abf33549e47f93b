/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-export-choices.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_PRINT (annals_print_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsPrint, annals_print, ANNALS, PRINT, GtkPrintOperation)

/**
 * AnnalsPrint:
 *
 * Prints the timeline over as many pages as are asked for. The print dialog has a page of its own
 * with what is printed and how.
 *
 * Signal `failed` (string): nothing was printed, and why, as a sentence.
 */
AnnalsPrint *annals_print_new (AnnalsDocument *document, AnnalsExportChoices *choices);

GtkWidget *annals_print_create_page (AnnalsPrint *self);
const AnnalsExportChoices *annals_print_get_choices (AnnalsPrint *self);

G_END_DECLS
