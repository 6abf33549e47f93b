/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-export-dialog.h"
#include "annals-preferences.h"
#include "annals-window-private.h"

/* How pictures of the timeline go out of the window: into a file, onto the clipboard, onto paper.
 */

/* What the window's other files call; see annals-window-private.h. */

void
annals_window_export (AnnalsWindow *self)
{
  AnnalsExportDefaults defaults;
  AnnalsInstant first = 0;
  AnnalsInstant last = 0;
  GtkWidget *dialog = NULL;

  annals_preferences_get_export_defaults (self->settings, &defaults);
  annals_timeline_view_get_visible_range (self->timeline, &first, &last);
  dialog = annals_export_dialog_new (GTK_WINDOW (self), annals_window_get_document (self), first,
                                     last, &defaults);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (annals_window_say_saved), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Not there yet. */
void
annals_window_copy_picture (AnnalsWindow *self)
{
}

void
annals_window_print (AnnalsWindow *self)
{
}
