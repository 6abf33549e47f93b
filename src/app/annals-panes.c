/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "annals-aside.h"
#include "annals-notice.h"
#include "annals-panes.h"
#include "annals-range-bar.h"
#include "annals-reading-view.h"
#include "annals-search-bar.h"
#include "annals-timeline-view.h"
#include "annals-welcome.h"

/* Going from pane to pane by keys. The panes are found in the window by their types, in the order
 * in which they are seen. */

static gboolean
is_pane (GtkWidget *widget)
{
  const GType types[] = {
    ADW_TYPE_HEADER_BAR,       ANNALS_TYPE_SEARCH_BAR,   ANNALS_TYPE_RANGE_BAR,
    ANNALS_TYPE_NOTICE,        ANNALS_TYPE_READING_VIEW, ANNALS_TYPE_ASIDE,
    ANNALS_TYPE_TIMELINE_VIEW, ANNALS_TYPE_WELCOME,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_type_is_a (G_OBJECT_TYPE (widget), types[i]))
      return TRUE;

  return FALSE;
}

static void
collect_panes (GtkWidget *widget, GPtrArray *panes)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (is_pane (widget))
    {
      g_ptr_array_add (panes, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_panes (child, panes);
}

static gint
find_current (GtkWindow *window, GPtrArray *panes)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  for (guint i = 0; focus != NULL && i < panes->len; i++)
    {
      GtkWidget *pane = g_ptr_array_index (panes, i);

      if (focus == pane || gtk_widget_is_ancestor (focus, pane))
        return (gint) i;
    }

  return -1;
}

/**
 * annals_panes_focus:
 * @pane: a part of a window
 *
 * Takes the keys to a pane, and shows where they are.
 *
 * Returns: whether something in it takes keys
 */
gboolean
annals_panes_focus (GtkWidget *pane)
{
  GtkRoot *root = gtk_widget_get_root (pane);

  if (!gtk_widget_get_mapped (pane)
      || (!gtk_widget_grab_focus (pane) && !gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD)))
    return FALSE;
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);

  return TRUE;
}

/**
 * annals_panes_step:
 * @window: a window
 * @step: 1 for the next pane, -1 for the previous one
 *
 * Takes the keys to another pane of a window, round and round.
 *
 * Returns: whether there was one to go to
 */
gboolean
annals_panes_step (GtkWindow *window, gint step)
{
  g_autoptr (GPtrArray) panes = g_ptr_array_new ();
  gint n_panes;
  gint current;

  g_return_val_if_fail (GTK_IS_WINDOW (window), FALSE);

  collect_panes (GTK_WIDGET (window), panes);
  n_panes = (gint) panes->len;
  current = find_current (window, panes);
  if (current < 0 && step < 0)
    current = n_panes;
  for (gint i = 1; i <= n_panes; i++)
    {
      gint next = ((current + i * step) % n_panes + n_panes) % n_panes;

      if (annals_panes_focus (g_ptr_array_index (panes, next)))
        return TRUE;
    }

  return FALSE;
}
