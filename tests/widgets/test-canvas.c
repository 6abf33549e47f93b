/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-canvas.h"
#include "annals-painter.h"
#include "widgets-testing.h"

/* What has been drawn is shown again, and what differs from it lies upon it in small nodes. */

#define WIDTH_PX 1000.0
#define HEIGHT_PX 500.0

static void
fill (AnnalsScene *scene, gdouble x_px, gint ringed)
{
  AnnalsRect whole = { 0.0, 0.0, WIDTH_PX, HEIGHT_PX };

  annals_scene_reset (scene, WIDTH_PX, HEIGHT_PX);
  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, &whole);
  for (gint i = 0; i < 40; i++)
    {
      AnnalsRect bar = { x_px + i % 8 * 110.0, 10.0 + i / 8 * 60.0, 90.0, 15.0 };

      annals_scene_begin_group (scene, ANNALS_CLIP_NONE, i, 0);
      annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &bar);
      if (i == ringed)
        annals_scene_add (scene, ANNALS_ITEM_OUTLINE, ANNALS_ROLE_TEXT, &bar);
    }
  annals_scene_end_group (scene);
}

/* What the canvas shows, as a list of nodes. */
static GPtrArray *
show (AnnalsCanvas *canvas, AnnalsThemeId theme, gint scale, AnnalsTypesetter *typesetter)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  GskRenderNode *root;

  annals_canvas_snapshot (canvas, snapshot, annals_theme_get (theme), scale, typesetter);
  root = gtk_snapshot_free_to_node (snapshot);
  if (gsk_render_node_get_node_type (root) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (root); i++)
      g_ptr_array_add (nodes, gsk_render_node_ref (gsk_container_node_get_child (root, i)));
  else
    g_ptr_array_add (nodes, gsk_render_node_ref (root));
  gsk_render_node_unref (root);
  return nodes;
}

static void
test_only_what_changed (void)
{
  g_autoptr (AnnalsCanvas) canvas = annals_canvas_new ();
  g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, 1.0);
  static const struct
  {
    gdouble x_px;
    gint ringed;
    AnnalsThemeId theme;
    gboolean forgets;
    gboolean anew;
    guint n_patches;
  } steps[] = {
    { 10.0, -1, ANNALS_THEME_LIGHT, FALSE, TRUE, 0 },
    { 10.0, -1, ANNALS_THEME_LIGHT, FALSE, FALSE, 0 }, /* the same once more */
    { 10.0, 7, ANNALS_THEME_LIGHT, FALSE, FALSE, 1 },
    { 10.0, 30, ANNALS_THEME_LIGHT, FALSE, FALSE, 1 }, /* the ring is gone from where it was */
    { 10.0, -1, ANNALS_THEME_LIGHT, FALSE, FALSE, 0 },
    { 17.0, -1, ANNALS_THEME_LIGHT, FALSE, TRUE, 0 }, /* panned */
    { 17.0, 3, ANNALS_THEME_LIGHT, FALSE, FALSE, 1 },
    { 17.0, 3, ANNALS_THEME_DARK, FALSE, TRUE, 0 },
    { 17.0, 3, ANNALS_THEME_DARK, FALSE, FALSE, 0 },
    { 17.0, 3, ANNALS_THEME_DARK, TRUE, TRUE, 0 },
  };
  g_autoptr (GPtrArray) before = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GPtrArray) nodes = NULL;

      if (steps[i].forgets)
        annals_canvas_forget (canvas);
      annals_canvas_invalidate (canvas);
      g_assert_null (annals_canvas_get_scene (canvas));
      fill (annals_canvas_begin_scene (canvas), steps[i].x_px, steps[i].ringed);
      g_assert_nonnull (annals_canvas_get_scene (canvas));
      nodes = show (canvas, steps[i].theme, 1, typesetter);
      g_assert_cmpuint (nodes->len, ==, 1 + steps[i].n_patches);
      if (before != NULL)
        g_assert_true ((nodes->pdata[0] != before->pdata[0]) == steps[i].anew);
      for (guint j = 1; j < nodes->len; j++)
        {
          graphene_rect_t bounds;

          gsk_render_node_get_bounds (nodes->pdata[j], &bounds);
          g_assert_cmpfloat (bounds.size.width * bounds.size.height, <, 110.0 * 25.0);
        }
      g_clear_pointer (&before, g_ptr_array_unref);
      before = g_steal_pointer (&nodes);
    }
}

static cairo_surface_t *
create_image (gint scale)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (gint) WIDTH_PX * scale,
                                                       (gint) HEIGHT_PX * scale);

  cairo_surface_set_device_scale (image, scale, scale);
  return image;
}

static gchar *
sum_up (cairo_surface_t *image)
{
  gsize size = (gsize) cairo_image_surface_get_stride (image)
               * (gsize) cairo_image_surface_get_height (image);

  cairo_surface_flush (image);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (image),
                                      size);
}

/* What a person would see of the nodes. */
static gchar *
sum_up_nodes (const GPtrArray *nodes, gint scale)
{
  cairo_surface_t *image = create_image (scale);
  cairo_t *cr = cairo_create (image);
  gchar *sum;

  for (guint i = 0; i < nodes->len; i++)
    gsk_render_node_draw (nodes->pdata[i], cr);
  cairo_destroy (cr);
  sum = sum_up (image);
  cairo_surface_destroy (image);
  return sum;
}

static gchar *
sum_up_scene (const AnnalsScene *scene, gint scale, AnnalsTypesetter *typesetter)
{
  cairo_surface_t *image = create_image (scale);
  cairo_t *cr = cairo_create (image);
  gchar *sum;

  annals_painter_draw (cr, scene, annals_theme_get (ANNALS_THEME_LIGHT), typesetter);
  cairo_destroy (cr);
  sum = sum_up (image);
  cairo_surface_destroy (image);
  return sum;
}

/* Pixel by pixel the picture is shown, also where one of it is several of the screen. */
static void
test_scales (void)
{
  g_autoptr (AnnalsCanvas) canvas = annals_canvas_new ();
  g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, 1.0);
  static const gint scales[] = { 1, 2, 2, 3, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GPtrArray) nodes = NULL;
      g_autofree gchar *shown = NULL;
      g_autofree gchar *drawn = NULL;

      annals_canvas_invalidate (canvas);
      fill (annals_canvas_begin_scene (canvas), 10.0, (gint) i);
      nodes = show (canvas, ANNALS_THEME_LIGHT, scales[i], typesetter);
      g_assert_true ((nodes->len > 1) == (i > 0 && scales[i] == scales[i - 1]));
      shown = sum_up_nodes (nodes, scales[i]);
      drawn = sum_up_scene (annals_canvas_get_scene (canvas), scales[i], typesetter);
      g_assert_cmpstr (shown, ==, drawn);
    }
}

/* A picture without a ground lets through what is below it. */
static void
test_clear (void)
{
  g_autoptr (AnnalsCanvas) canvas = annals_canvas_new ();
  g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, 1.0);
  const AnnalsRect most = { 0.0, 0.0, WIDTH_PX, HEIGHT_PX - 1.0 };

  for (guint i = 0; i < 3; i++)
    {
      AnnalsScene *scene;
      AnnalsRect bar = { 10.0 + 30.0 * i, 10.0, 90.0, 15.0 };
      g_autoptr (GPtrArray) nodes = NULL;
      g_autofree gchar *shown = NULL;
      g_autofree gchar *drawn = NULL;

      annals_canvas_forget (canvas);
      scene = annals_canvas_begin_scene (canvas);
      annals_scene_reset (scene, WIDTH_PX, HEIGHT_PX);
      if (i == 2)
        annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_BACKGROUND, &most);
      annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &bar);
      nodes = show (canvas, ANNALS_THEME_LIGHT, 1, typesetter);
      shown = sum_up_nodes (nodes, 1);
      drawn = sum_up_scene (scene, 1, typesetter);
      g_assert_cmpstr (shown, ==, drawn);
    }
}

/* A picture that is shown stays what it is while others are drawn. */
static void
test_keeps (void)
{
  g_autoptr (AnnalsCanvas) canvas = annals_canvas_new ();
  g_autoptr (AnnalsTypesetter) typesetter = annals_typesetter_new (NULL, 1.0);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 5; i++)
    {
      annals_canvas_invalidate (canvas);
      fill (annals_canvas_begin_scene (canvas), 10.0 + 20.0 * i, -1);
      g_ptr_array_add (shown, show (canvas, ANNALS_THEME_LIGHT, 1, typesetter));
      g_ptr_array_add (sums, sum_up_nodes (shown->pdata[i], 1));
      g_assert_true (i == 0 || !g_str_equal (sums->pdata[i], sums->pdata[i - 1]));
    }
  for (guint i = 0; i < shown->len; i++)
    {
      g_autofree gchar *sum = sum_up_nodes (shown->pdata[i], 1);

      g_assert_cmpstr (sum, ==, sums->pdata[i]);
    }
}

int
main (int argc, char **argv)
{
  widgets_testing_init (&argc, &argv);

  g_test_add_func ("/widgets/canvas/only-what-changed", test_only_what_changed);
  g_test_add_func ("/widgets/canvas/scales", test_scales);
  g_test_add_func ("/widgets/canvas/clear", test_clear);
  g_test_add_func ("/widgets/canvas/keeps", test_keeps);

  return g_test_run ();
}
