/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-scene-private.h"

/* The laid-out picture. Items live in one array, their texts in blocks of memory that are used
 * again by the next picture. */

#define BLOCK_BYTES 16384
#define USUAL_ITEMS 4096
#define USUAL_HITS 1024

typedef struct
{
  gchar *bytes;
  gsize size;
} Block;

static void
clear_block (gpointer data)
{
  g_free (((Block *) data)->bytes);
}

/**
 * annals_scene_new:
 * @width_px: width of the picture
 * @height_px: its height
 *
 * Returns: (transfer full): an empty picture; free it with annals_scene_free()
 */
AnnalsScene *
annals_scene_new (gdouble width_px, gdouble height_px)
{
  AnnalsScene *scene = g_new0 (AnnalsScene, 1);

  scene->items = g_array_sized_new (FALSE, FALSE, sizeof (AnnalsItem), USUAL_ITEMS);
  scene->hits = g_array_sized_new (FALSE, FALSE, sizeof (AnnalsHit), USUAL_HITS);
  scene->clusters = g_array_new (FALSE, FALSE, sizeof (AnnalsClusterHit));
  scene->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_array_set_clear_func (scene->blocks, clear_block);
  annals_scene_reset (scene, width_px, height_px);
  return scene;
}

/**
 * annals_scene_free:
 * @scene: (nullable) (transfer full): a picture
 *
 * Frees it with all its items.
 */
void
annals_scene_free (AnnalsScene *scene)
{
  if (scene == NULL)
    return;
  g_array_unref (scene->items);
  g_array_unref (scene->hits);
  g_array_unref (scene->clusters);
  g_array_unref (scene->blocks);
  annals_places_clear (&scene->by_event);
  g_free (scene);
}

/**
 * annals_scene_reset:
 * @scene: a picture
 * @width_px: its new width
 * @height_px: its new height
 *
 * Empties the picture, as if it were new. What it took of memory it keeps.
 */
void
annals_scene_reset (AnnalsScene *scene, gdouble width_px, gdouble height_px)
{
  scene->width_px = width_px;
  scene->height_px = height_px;
  g_array_set_size (scene->items, 0);
  g_array_set_size (scene->hits, 0);
  g_array_set_size (scene->clusters, 0);
  annals_places_empty (&scene->by_event);
  scene->block = 0;
  scene->block_used = 0;
  scene->features = 0;
  for (guint i = 0; i < ANNALS_N_CLIPS; i++)
    scene->clips[i] = (AnnalsRect){ 0.0, 0.0, width_px, height_px };
  annals_scene_end_group (scene);
}

/* A copy of a text that lives as long as the picture. Blocks never move. */
static const gchar *
keep_text (AnnalsScene *scene, const gchar *text)
{
  gsize size = strlen (text) + 1;
  gchar *copy;

  while (scene->block < scene->blocks->len
         && scene->block_used + size > g_array_index (scene->blocks, Block, scene->block).size)
    {
      scene->block++;
      scene->block_used = 0;
    }
  if (scene->block >= scene->blocks->len)
    {
      Block block = { NULL, MAX (size, BLOCK_BYTES) };

      block.bytes = g_malloc (block.size);
      g_array_append_val (scene->blocks, block);
    }
  copy = g_array_index (scene->blocks, Block, scene->block).bytes + scene->block_used;
  memcpy (copy, text, size);
  scene->block_used += size;
  return copy;
}

/**
 * annals_scene_get_size:
 * @scene: a picture
 * @width_px: (out) (optional): its width
 * @height_px: (out) (optional): its height
 */
void
annals_scene_get_size (const AnnalsScene *scene, gdouble *width_px, gdouble *height_px)
{
  if (width_px != NULL)
    *width_px = scene->width_px;
  if (height_px != NULL)
    *height_px = scene->height_px;
}

/* One ground for all of it: between two of them a seam would be seen where the picture is scaled.
 */
static void
stretch_background (AnnalsScene *scene)
{
  AnnalsItem *item = scene->items->len > 0 ? &g_array_index (scene->items, AnnalsItem, 0) : NULL;

  if (item == NULL || item->kind != ANNALS_ITEM_RECT || item->role != ANNALS_ROLE_BACKGROUND)
    return;

  item->rect.y = 0.0;
  item->rect.height = scene->height_px;
}

/**
 * annals_scene_set_height:
 * @scene: a picture
 * @height_px: its new height
 *
 * Makes the picture higher, to add something below what is there. The background with which it
 * begins grows with it.
 */
void
annals_scene_set_height (AnnalsScene *scene, gdouble height_px)
{
  scene->height_px = height_px;
  scene->clips[ANNALS_CLIP_NONE].height = height_px;
  stretch_background (scene);
}

/**
 * annals_scene_move_down:
 * @scene: a picture
 * @dy_px: how far
 *
 * Moves all that is there down and makes the picture so much higher, to add something above.
 */
void
annals_scene_move_down (AnnalsScene *scene, gdouble dy_px)
{
  for (guint i = 0; i < scene->items->len; i++)
    g_array_index (scene->items, AnnalsItem, i).rect.y += dy_px;
  for (guint i = 0; i < scene->hits->len; i++)
    {
      AnnalsHit *hit = &g_array_index (scene->hits, AnnalsHit, i);

      hit->mark.y += dy_px;
      hit->label.y += dy_px;
    }
  for (guint i = 0; i < scene->clusters->len; i++)
    g_array_index (scene->clusters, AnnalsClusterHit, i).mark.y += dy_px;
  for (guint i = ANNALS_CLIP_NONE + 1; i < ANNALS_N_CLIPS; i++)
    scene->clips[i].y += dy_px;
  annals_scene_set_height (scene, scene->height_px + dy_px);
}

/**
 * annals_scene_set_clip:
 * @scene: a picture
 * @clip: which part
 * @rect: where it is
 */
void
annals_scene_set_clip (AnnalsScene *scene, AnnalsClip clip, const AnnalsRect *rect)
{
  g_return_if_fail (clip > ANNALS_CLIP_NONE && clip < ANNALS_N_CLIPS);

  scene->clips[clip] = *rect;
}

/**
 * annals_scene_get_clip:
 * @scene: a picture
 * @clip: which part
 *
 * Returns: (transfer none): where it is; the whole picture for %ANNALS_CLIP_NONE
 */
const AnnalsRect *
annals_scene_get_clip (const AnnalsScene *scene, AnnalsClip clip)
{
  return &scene->clips[clip];
}

/**
 * annals_scene_begin_group:
 * @scene: a picture
 * @clip: where the items that follow may paint
 * @event: the event they stand for, or -1
 * @color: their lane's colour
 *
 * Says what the next items have in common.
 */
void
annals_scene_begin_group (AnnalsScene *scene, AnnalsClip clip, gint event, guint color)
{
  scene->clip = clip;
  scene->event = event;
  scene->color = color;
}

/**
 * annals_scene_end_group:
 * @scene: a picture
 *
 * Ends what annals_scene_begin_group() began.
 */
void
annals_scene_end_group (AnnalsScene *scene)
{
  annals_scene_begin_group (scene, ANNALS_CLIP_NONE, -1, 0);
}

/**
 * annals_scene_add:
 * @scene: a picture
 * @kind: what the item is
 * @role: what it is for
 * @rect: where it is
 *
 * Adds an item with opacity 1 and a stroke of 1 px.
 *
 * Returns: (transfer none): the item, to be completed before the next one is added
 */
AnnalsItem *
annals_scene_add (AnnalsScene *scene, AnnalsItemKind kind, AnnalsRole role, const AnnalsRect *rect)
{
  AnnalsItem *item;

  g_array_set_size (scene->items, scene->items->len + 1);
  item = &g_array_index (scene->items, AnnalsItem, scene->items->len - 1);
  *item = (AnnalsItem){
    .kind = kind,
    .role = role,
    .clip = scene->clip,
    .event = scene->event,
    .color = scene->color,
    .rect = *rect,
    .stroke_px = 1.0,
    .opacity = 1.0,
  };
  return item;
}

/**
 * annals_scene_add_text:
 * @scene: a picture
 * @role: what it is for
 * @font: how it is set
 * @x: where it begins
 * @baseline: where its baseline is
 * @text: UTF-8, one line; copied
 *
 * Returns: (transfer none): the item
 */
AnnalsItem *
annals_scene_add_text (AnnalsScene *scene,
                       AnnalsRole role,
                       AnnalsFont font,
                       gdouble x,
                       gdouble baseline,
                       const gchar *text)
{
  AnnalsRect rect = { x, baseline, 0.0, 0.0 };
  AnnalsItem *item = annals_scene_add (scene, ANNALS_ITEM_TEXT, role, &rect);

  item->font = font;
  item->text = keep_text (scene, text);
  return item;
}

/**
 * annals_scene_step_back:
 * @scene: a picture
 * @first_item: the first item to change
 *
 * Lets this item and all later ones stand back.
 */
void
annals_scene_step_back (AnnalsScene *scene, guint first_item)
{
  for (guint i = first_item; i < scene->items->len; i++)
    g_array_index (scene->items, AnnalsItem, i).stands_back = TRUE;
}

/**
 * annals_scene_fade:
 * @scene: a picture
 * @first_item: the first of the items
 * @opacity: 0 to 1
 *
 * Makes what was added last, from @first_item on, more transparent.
 */
void
annals_scene_fade (AnnalsScene *scene, guint first_item, gdouble opacity)
{
  for (guint i = first_item; i < scene->items->len; i++)
    g_array_index (scene->items, AnnalsItem, i).opacity *= opacity;
}

/**
 * annals_scene_get_n_items:
 * @scene: a picture
 *
 * Returns: how many items it has
 */
guint
annals_scene_get_n_items (const AnnalsScene *scene)
{
  return scene->items->len;
}

/**
 * annals_scene_get_item:
 * @scene: a picture
 * @index: which item, in drawing order
 *
 * Returns: (transfer none): the item
 */
const AnnalsItem *
annals_scene_get_item (const AnnalsScene *scene, guint index)
{
  return &g_array_index (scene->items, AnnalsItem, index);
}

/**
 * annals_scene_use_features:
 * @scene: a picture
 * @features: signs that it uses
 *
 * Adds to the signs that a legend has to explain.
 */
void
annals_scene_use_features (AnnalsScene *scene, AnnalsMarkFeatures features)
{
  scene->features |= features;
}

/**
 * annals_scene_get_features:
 * @scene: a picture
 *
 * Returns: the signs it uses
 */
AnnalsMarkFeatures
annals_scene_get_features (const AnnalsScene *scene)
{
  return scene->features;
}

static const gchar *const kind_names[] = { "rect",    "outline", "line", "disc",  "ring",
                                           "diamond", "chevron", "text", "hatch", "tear" };
static const gchar *const role_names[] = { "background", "header", "grid",  "major-grid", "rule",
                                           "text",       "dim",    "mark",  "on-mark",    "accent",
                                           "match",      "pale",   "range", "handle" };
static const gchar *const dash_names[] = { "", " dashed", " dotted" };

static void
dump_number (GString *out, const gchar *prefix, gdouble value)
{
  gchar digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (value) < 0.05)
    value = 0.0;
  g_string_append (out, prefix);
  g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.1f", value));
}

static void
dump_item (GString *out, const AnnalsItem *item)
{
  g_string_append_printf (out, "%s %s%s", kind_names[item->kind], role_names[item->role],
                          dash_names[item->dash]);
  if (item->event >= 0)
    g_string_append_printf (out, " event=%d", item->event);
  dump_number (out, " ", item->rect.x);
  dump_number (out, ",", item->rect.y);
  if (item->kind != ANNALS_ITEM_TEXT)
    {
      dump_number (out, " ", item->rect.width);
      dump_number (out, "x", item->rect.height);
    }
  if (item->opacity < 1.0)
    dump_number (out, " opacity=", item->opacity);
  if (item->stands_back)
    g_string_append (out, " back");
  if (item->fades)
    for (guint i = 0; i < 4; i++)
      dump_number (out, i == 0 ? " fade=" : ",", item->fade[i]);
  if (item->text != NULL)
    g_string_append_printf (out, " \"%s\"", item->text);
  g_string_append_c (out, '\n');
}

/**
 * annals_scene_dump:
 * @scene: a picture
 *
 * Writes the picture as text, a line an item, for people and for tests: kind, role, event, place in
 * pixels with one decimal.
 *
 * Returns: (transfer full): the text
 */
gchar *
annals_scene_dump (const AnnalsScene *scene)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "scene %.0fx%.0f\n", scene->width_px, scene->height_px);
  for (guint i = 0; i < scene->items->len; i++)
    dump_item (out, annals_scene_get_item (scene, i));
  return g_string_free (out, FALSE);
}
