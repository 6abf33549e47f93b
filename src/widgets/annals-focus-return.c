/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-focus-return.h"

/* Gives the keys back to what had them before a popover was opened. GTK leaves them with the button
 * that opened it, and with nothing at all when the popover is a menu whose submenu was shown: then
 * no key does anything any more. */

#define BEFORE "annals-focus-return-before"

static void
free_before (gpointer before)
{
  g_weak_ref_clear (before);
  g_free (before);
}

/* Comes before the popover takes the keys. */
static void
map_cb (GtkWidget *popover, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GWeakRef *before = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, popover))
    return;
  before = g_new0 (GWeakRef, 1);
  g_weak_ref_init (before, focus);
  g_object_set_data_full (G_OBJECT (popover), BEFORE, before, free_before);
}

static gboolean
can_have_keys (GtkWidget *widget, GtkRoot *root)
{
  return widget != NULL && gtk_widget_get_root (widget) == root && gtk_widget_get_mapped (widget)
         && gtk_widget_is_sensitive (widget);
}

/* What was chosen in the popover may have taken the keys elsewhere, where they are left. */
static void
closed_cb (GtkWidget *popover, gpointer user_data)
{
  GtkWidget *parent = gtk_widget_get_parent (popover);
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GWeakRef *weak = g_object_get_data (G_OBJECT (popover), BEFORE);
  g_autoptr (GtkWidget) before = weak != NULL ? g_weak_ref_get (weak) : NULL;

  g_object_set_data (G_OBJECT (popover), BEFORE, NULL);
  if (root == NULL || parent == NULL)
    return;
  if (can_have_keys (focus, root) && focus != parent && !gtk_widget_is_ancestor (focus, parent))
    return;
  if (can_have_keys (before, root))
    gtk_root_set_focus (root, before);
  else
    gtk_widget_grab_focus (parent);
}

/**
 * annals_focus_return_after:
 * @popover: a popover
 *
 * When the popover closes, the keys are again where they were before it opened, unless they have
 * been taken elsewhere meanwhile.
 */
void
annals_focus_return_after (GtkPopover *popover)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));

  g_signal_connect (popover, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
}

static void
popover_changed_cb (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (popover != NULL)
    annals_focus_return_after (popover);
}

/**
 * annals_focus_return_after_menu:
 * @button: a button that has no menu yet
 *
 * As annals_focus_return_after(), for each menu that the button will have.
 */
void
annals_focus_return_after_menu (GtkMenuButton *button)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  g_signal_connect (button, "notify::popover", G_CALLBACK (popover_changed_cb), NULL);
}
