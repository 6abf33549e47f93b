/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-changes.h"
#include "annals-painter.h"

/* Where one picture differs from another, so that only that is drawn anew: the pictures are
 * compared item by item, those of one event with those of the same event. */

/* Beyond this share of the picture it is simpler to draw all of it. */
#define MOST_SHARE 0.3

typedef struct
{
  const AnnalsScene *scene;
  guint next;
  guint n;
} Reader;

typedef struct
{
  AnnalsTypesetter *typesetter;
  gboolean same_clip[ANNALS_N_CLIPS];
  AnnalsRect *rects;
  guint n;
} Changes;

static const AnnalsItem *
peek (const Reader *reader)
{
  return reader->next < reader->n ? annals_scene_get_item (reader->scene, reader->next) : NULL;
}

static gboolean
is_same_rect (const AnnalsRect *a, const AnnalsRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static gboolean
is_same (const Changes *changes, const AnnalsItem *a, const AnnalsItem *b)
{
  if (!changes->same_clip[a->clip] || a->kind != b->kind || a->role != b->role || a->clip != b->clip
      || a->dash != b->dash || a->font != b->font || a->color != b->color || a->event != b->event
      || !is_same_rect (&a->rect, &b->rect) || a->radius_px != b->radius_px
      || a->stroke_px != b->stroke_px || a->opacity != b->opacity
      || a->stands_back != b->stands_back || a->fades != b->fades)
    return FALSE;
  for (guint i = 0; a->fades && i < G_N_ELEMENTS (a->fade); i++)
    if (a->fade[i] != b->fade[i])
      return FALSE;
  return g_strcmp0 (a->text, b->text) == 0;
}

static gdouble
get_area (const AnnalsRect *rect)
{
  return rect->width * rect->height;
}

static void
unite (AnnalsRect *rect, const AnnalsRect *other)
{
  gdouble right = MAX (rect->x + rect->width, other->x + other->width);
  gdouble bottom = MAX (rect->y + rect->height, other->y + other->height);

  rect->x = MIN (rect->x, other->x);
  rect->y = MIN (rect->y, other->y);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

/* How much more is drawn when a place is put together with another. */
static gdouble
get_growth (const AnnalsRect *rect, const AnnalsRect *other)
{
  AnnalsRect both = *rect;

  unite (&both, other);
  return get_area (&both) - get_area (rect) - get_area (other);
}

/* Puts a place together with the one that grows least by it, when that costs nothing or there is no
 * room for another. */
static void
add_rect (Changes *changes, const AnnalsRect *rect)
{
  gdouble least = HUGE_VAL;
  guint best = 0;

  for (guint i = 0; i < changes->n; i++)
    {
      gdouble growth = get_growth (&changes->rects[i], rect);

      if (growth < least)
        {
          least = growth;
          best = i;
        }
    }
  if (least <= 0.0 || changes->n >= ANNALS_MOST_CHANGES)
    unite (&changes->rects[best], rect);
  else
    changes->rects[changes->n++] = *rect;
}

static void
add_item (Changes *changes, const AnnalsScene *scene, const AnnalsItem *item)
{
  const AnnalsRect *clip = annals_scene_get_clip (scene, item->clip);
  AnnalsRect bounds;
  gdouble right;
  gdouble bottom;

  annals_item_get_bounds (item, changes->typesetter, &bounds);
  right = ceil (MIN (bounds.x + bounds.width, clip->x + clip->width));
  bottom = ceil (MIN (bounds.y + bounds.height, clip->y + clip->height));
  bounds.x = floor (MAX (bounds.x, clip->x));
  bounds.y = floor (MAX (bounds.y, clip->y));
  bounds.width = right - bounds.x;
  bounds.height = bottom - bounds.y;
  if (bounds.width > 0.0 && bounds.height > 0.0)
    add_rect (changes, &bounds);
}

/* Where the items of the event that comes next end. */
static guint
find_end (const Reader *reader)
{
  gint event = peek (reader)->event;
  guint i = reader->next;

  while (i < reader->n && annals_scene_get_item (reader->scene, i)->event == event)
    i++;
  return i;
}

static void
add_up_to (Changes *changes, Reader *reader, guint end)
{
  for (; reader->next < end; reader->next++)
    add_item (changes, reader->scene, peek (reader));
}

/* Both come to items of one event that differ: what differs lies between what is alike at the
 * begin, which has been read, and at the end. */
static void
add_event (Changes *changes, Reader *before, Reader *after)
{
  guint before_end = find_end (before);
  guint after_end = find_end (after);
  guint last_before = before_end;
  guint last_after = after_end;

  while (last_before > before->next && last_after > after->next
         && is_same (changes, annals_scene_get_item (before->scene, last_before - 1),
                     annals_scene_get_item (after->scene, last_after - 1)))
    {
      last_before--;
      last_after--;
    }
  add_up_to (changes, before, last_before);
  add_up_to (changes, after, last_after);
  before->next = before_end;
  after->next = after_end;
}

/* Whether a picture goes on with items of the event it has just had. */
static gboolean
goes_on (const Reader *reader)
{
  const AnnalsItem *item = peek (reader);

  return item != NULL && reader->next > 0
         && annals_scene_get_item (reader->scene, reader->next - 1)->event == item->event;
}

/* Whether another event comes first, and only then the one that @event names. */
static gboolean
comes_next (const Reader *reader, gint event)
{
  guint end = peek (reader) != NULL ? find_end (reader) : reader->n;

  return end < reader->n && annals_scene_get_item (reader->scene, end)->event == event;
}

/* The two come to items of different events: one has more of the last event, or an event that the
 * other has not, or has elsewhere. */
static gboolean
skip_event (Changes *changes, Reader *before, Reader *after)
{
  const AnnalsItem *a = peek (before);
  const AnnalsItem *b = peek (after);

  if (goes_on (before))
    add_up_to (changes, before, find_end (before));
  else if (goes_on (after))
    add_up_to (changes, after, find_end (after));
  else if (a != NULL && (b == NULL || comes_next (before, b->event)))
    add_up_to (changes, before, find_end (before));
  else if (b != NULL && (a == NULL || comes_next (after, a->event)))
    add_up_to (changes, after, find_end (after));
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_too_much (const Changes *changes, const AnnalsScene *scene)
{
  gdouble width;
  gdouble height;
  gdouble area = 0.0;

  annals_scene_get_size (scene, &width, &height);
  for (guint i = 0; i < changes->n; i++)
    area += get_area (&changes->rects[i]);
  return area > width * height * MOST_SHARE;
}

/**
 * annals_changes_find:
 * @before: a picture
 * @after: another
 * @typesetter: what their texts were measured with
 * @rects: (out) (array fixed-size=6): on whole pixels, places outside of which they are the same
 * @n_rects: (out): how many places there are
 *
 * Returns: FALSE when so much differs that all of it is better drawn anew
 */
gboolean
annals_changes_find (const AnnalsScene *before,
                     const AnnalsScene *after,
                     AnnalsTypesetter *typesetter,
                     AnnalsRect *rects,
                     guint *n_rects)
{
  Reader a = { before, 0, annals_scene_get_n_items (before) };
  Reader b = { after, 0, annals_scene_get_n_items (after) };
  Changes changes = { typesetter, { FALSE }, rects, 0 };

  *n_rects = 0;
  for (guint i = 0; i < ANNALS_N_CLIPS; i++)
    changes.same_clip[i] = is_same_rect (annals_scene_get_clip (before, i),
                                         annals_scene_get_clip (after, i));
  if (!changes.same_clip[ANNALS_CLIP_NONE])
    return FALSE;
  while (peek (&a) != NULL || peek (&b) != NULL)
    {
      const AnnalsItem *x = peek (&a);
      const AnnalsItem *y = peek (&b);

      if (x != NULL && y != NULL && is_same (&changes, x, y))
        {
          a.next++;
          b.next++;
          continue;
        }
      if (x != NULL && y != NULL && x->event == y->event)
        add_event (&changes, &a, &b);
      else if (!skip_event (&changes, &a, &b))
        return FALSE;
      if (is_too_much (&changes, after))
        return FALSE;
    }
  *n_rects = changes.n;
  return TRUE;
}
