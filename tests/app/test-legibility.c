/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "windows-testing.h"

/* Whether the words in the window stand out from what they are on: each label is filled with ink,
 * the window is drawn, and the ink is compared with what is around it. What the timeline draws is
 * looked at in tests/paint/test-contrast.c. */

#define LEAST_CONTRAST 4.5
#define EDGE_PX 8.0f
#define EXAMPLE "Japan-U.S. alliance should be balanced"
#define INK "\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88"

typedef struct
{
  guchar *data;
  gint width;
  gint height;
} Picture;

static void
take_picture (GtkWidget *widget, Picture *picture)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  graphene_rect_t rect;

  picture->width = gtk_widget_get_width (widget);
  picture->height = gtk_widget_get_height (widget);
  gdk_paintable_snapshot (paintable, snapshot, picture->width, picture->height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  rect = GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) picture->width, (float) picture->height);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                         node, &rect);
  picture->data = g_malloc ((gsize) picture->width * picture->height * 4);
  gdk_texture_download (texture, picture->data, (gsize) picture->width * 4);
}

/* Relative luminance, as the Web Content Accessibility Guidelines reckon it. */
static gdouble
get_luminance (const Picture *picture, gint x, gint y)
{
  static const gdouble shares[] = { 0.0722, 0.7152, 0.2126 }; /* blue, green, red */
  const guchar *pixel = picture->data
                        + ((gsize) CLAMP (y, 0, picture->height - 1) * picture->width
                           + CLAMP (x, 0, picture->width - 1))
                              * 4;
  gdouble luminance = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      gdouble value = pixel[i] / 255.0;

      luminance += shares[i]
                   * (value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4));
    }
  return luminance;
}

static gdouble
get_contrast (gdouble a, gdouble b)
{
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static GPtrArray *
fill_labels (GtkWidget *widget, GPtrArray *labels)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return labels;
  if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0')
    {
      gtk_label_set_text (GTK_LABEL (widget), INK);
      g_ptr_array_add (labels, widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    fill_labels (child, labels);
  return labels;
}

/* Whether all of a label can be seen of what it is scrolled in. */
static gboolean
is_scrolled_in (GtkWidget *label)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return scroller == NULL
         || (gtk_widget_compute_bounds (label, scroller, &bounds) && bounds.origin.y >= 0.0f
             && bounds.origin.y + bounds.size.height <= (gfloat) gtk_widget_get_height (scroller));
}

/* The ink is what differs most from the pixel beside the label, or a little within it where it
 * reaches to the edge of the window. */
static gdouble
measure_label (const Picture *picture, GtkWidget *window, GtkWidget *label)
{
  gdouble best = 1.0;
  graphene_rect_t bounds;
  float beside_px;
  gdouble ground;

  if (!gtk_widget_compute_bounds (label, window, &bounds) || bounds.origin.x < 0.0f
      || bounds.origin.y < 0.0f || bounds.origin.y + bounds.size.height > picture->height
      || !is_scrolled_in (label))
    return INFINITY;
  beside_px = bounds.origin.x < EDGE_PX ? EDGE_PX : -2.0f;
  ground = get_luminance (picture, (gint) (bounds.origin.x + beside_px),
                          (gint) (bounds.origin.y + bounds.size.height / 2.0f));
  for (gint y = (gint) bounds.origin.y; y < (gint) (bounds.origin.y + bounds.size.height); y++)
    for (gint x = (gint) bounds.origin.x; x < (gint) (bounds.origin.x + bounds.size.width); x++)
      best = MAX (best, get_contrast (get_luminance (picture, x, y), ground));
  return best;
}

static gchar *
describe (GtkWidget *label)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (label);
  g_autofree gchar *own = g_strjoinv (".", classes);
  g_auto (GStrv) above = gtk_widget_get_css_classes (gtk_widget_get_parent (label));
  g_autofree gchar *parent = g_strjoinv (".", above);

  return g_strdup_printf ("%s.%s > label.%s", G_OBJECT_TYPE_NAME (gtk_widget_get_parent (label)),
                          parent, own);
}

static void
check_scheme (AnnalsWindow *window, AdwColorScheme scheme)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  Picture picture = { 0 };
  guint n_seen = 0;
  gboolean failed = FALSE;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  fill_labels (GTK_WIDGET (window), labels);
  windows_run (700);
  take_picture (GTK_WIDGET (window), &picture);
  for (guint i = 0; i < labels->len; i++)
    {
      g_autofree gchar *words = describe (labels->pdata[i]);
      gdouble contrast = measure_label (&picture, GTK_WIDGET (window), labels->pdata[i]);

      n_seen += isfinite (contrast);
      if (contrast < LEAST_CONTRAST)
        {
          g_printerr ("%s has a contrast of %.2f\n", words, contrast);
          failed = TRUE;
        }
    }
  g_free (picture.data);
  g_assert_cmpuint (n_seen, >, 5);
  g_assert_false (failed);
}

static void
check_selected (Windows *windows, AdwColorScheme scheme)
{
  AnnalsWindow *window = NULL;

  g_application_activate (G_APPLICATION (windows->application));
  window = windows_wait_for (windows, EXAMPLE);
  annals_selection_select (window->selection, 2, 0);
  windows_run (500);
  check_scheme (window, scheme);
}

static void
test_light (Windows *windows)
{
  check_selected (windows, ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
test_dark (Windows *windows)
{
  check_selected (windows, ADW_COLOR_SCHEME_FORCE_DARK);
}

/* Where there are no events, too, it can be read why. */
static void
test_empty (Windows *windows)
{
  g_autoptr (GFile) file = windows_write (windows, "none.txt", "A text without any date.\n");
  AnnalsWindow *window = NULL;

  windows_open (windows, file);
  window = windows_wait_for (windows, "none");
  windows_run (300);
  check_scheme (window, ADW_COLOR_SCHEME_FORCE_LIGHT);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  windows_add_test ("/app/legibility/light", test_light, NULL);
  windows_add_test ("/app/legibility/dark", test_dark, NULL);
  windows_add_test ("/app/legibility/empty", test_empty, NULL);

  return g_test_run ();
}
