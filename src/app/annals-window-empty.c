/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-window-private.h"

/* A window without a document shows in place of its panes what can be done about it, unless one is
 * on its way. */

/* What the window's other files call; see annals-window-private.h. */

void
annals_window_update_empty (AnnalsWindow *self)
{
  gboolean empty = self->selection == NULL && self->openings->len == 0;
  gboolean was_empty = gtk_widget_get_visible (self->welcome);

  if (empty == was_empty)
    return;
  gtk_widget_set_visible (self->welcome, empty);
  gtk_widget_set_visible (GTK_WIDGET (self->adaptive), !empty);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (empty ? self->welcome : GTK_WIDGET (self->reader));
}
