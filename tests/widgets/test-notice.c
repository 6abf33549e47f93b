/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "annals-notice.h"

/* A notice, and how far what it tells of is. */

static GtkWidget *
find_bar (GtkWidget *widget)
{
  if (GTK_IS_PROGRESS_BAR (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_bar (child) != NULL)
      return find_bar (child);

  return NULL;
}

static void
test_fraction (void)
{
  static const struct
  {
    gdouble fraction;
    gboolean is_seen;
    gdouble shown;
  } cases[] = {
    { 0.0, FALSE, 0.0 },
    { 0.25, TRUE, 0.25 },
    { 0.5, TRUE, 0.5 },
    { 1.5, TRUE, 1.0 },
  };
  AnnalsNotice *notice = ANNALS_NOTICE (g_object_ref_sink (annals_notice_new ()));
  GtkWidget *bar = find_bar (GTK_WIDGET (notice));

  g_assert_nonnull (bar);
  annals_notice_set_message (notice, "It is being opened.", "_Cancel", "win.clear");
  annals_notice_set_revealed (notice, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      annals_notice_set_fraction (notice, cases[i].fraction);
      g_assert_cmpint (gtk_widget_get_visible (bar), ==, cases[i].is_seen);
      g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)),
                                      cases[i].shown, 1e-9);
    }
  annals_notice_set_message (notice, "It has changed on disk.", "_Read Again", "win.reload");
  g_assert_false (gtk_widget_get_visible (bar));
  g_object_unref (notice);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/widgets/notice/fraction", test_fraction);

  return g_test_run ();
}
