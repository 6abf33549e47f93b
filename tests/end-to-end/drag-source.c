/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

/* Another program to drag from: a small window, all of which can be dragged, and a line on the
 * standard output for what becomes of it.
 *
 *     drag-source MIME-TYPE CONTENT
 */

#define WIDTH_PX 200
#define HEIGHT_PX 120

static void
say (const gchar *words)
{
  g_print ("%s\n", words);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, gdouble x, gdouble y, gpointer user_data)
{
  gchar **words = user_data;
  g_autoptr (GBytes) content = g_bytes_new (words[1], strlen (words[1]));

  return gdk_content_provider_new_for_bytes (words[0], content);
}

static void
end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, gpointer user_data)
{
  say (gdk_drag_get_selected_action (drag) == GDK_ACTION_COPY ? "taken" : "refused");
}

static gboolean
cancel_cb (GtkDragSource *source, GdkDrag *drag, GdkDragCancelReason reason, gpointer user_data)
{
  say ("cancelled");
  return FALSE;
}

static GtkWidget *
create_window (gchar **words)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("Drag");
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), words);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (cancel_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (end_cb), NULL);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_set_title (GTK_WINDOW (window), "Drag source");
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH_PX, HEIGHT_PX);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);

  return window;
}

int
main (int argc, char **argv)
{
  if (argc != 3)
    g_error ("A type and a content are needed.");
  gtk_init ();
  g_set_prgname ("drag-source");
  gtk_window_present (GTK_WINDOW (create_window (argv + 1)));
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
