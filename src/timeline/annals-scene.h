/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-metrics.h"
#include "annals-scale.h"

G_BEGIN_DECLS

/**
 * AnnalsItemKind:
 *
 * What an item of the picture is.
 */
typedef enum
{
  ANNALS_ITEM_RECT,    /* filled, perhaps rounded, perhaps fading at its ends */
  ANNALS_ITEM_OUTLINE, /* the same, stroked inside its edge */
  ANNALS_ITEM_LINE,    /* from (x, y) to (x + width, y + height) */
  ANNALS_ITEM_DISC,    /* filled ellipse in the rectangle */
  ANNALS_ITEM_RING,    /* stroked ellipse */
  ANNALS_ITEM_DIAMOND, /* stroked, filled with the background */
  ANNALS_ITEM_CHEVRON, /* points left when its width is negative */
  ANNALS_ITEM_TEXT,    /* baseline at (x, y) */
  ANNALS_ITEM_HATCH,   /* slanting stripes over the rectangle, or the ellipse in it when rounded */
  ANNALS_ITEM_TEAR,    /* a strip with torn sides, stroked there, filled with the background */
} AnnalsItemKind;

/* From one tooth of a torn side to the next, and how far each reaches into the strip. */
#define ANNALS_TOOTH_PITCH_PX 7.0
#define ANNALS_TOOTH_PX 4.0

/* From one dot of a dotted line to the next. */
#define ANNALS_DOT_PITCH_PX 4.01

/* From one stripe of a hatch to the next, along it. */
#define ANNALS_STRIPE_PITCH_PX 6.0

/**
 * AnnalsRole:
 *
 * What an item is for; with the theme (and, for marks, the lane's colour) it says its colour.
 */
typedef enum
{
  ANNALS_ROLE_BACKGROUND,
  ANNALS_ROLE_HEADER,
  ANNALS_ROLE_GRID,
  ANNALS_ROLE_MAJOR_GRID,
  ANNALS_ROLE_RULE,
  ANNALS_ROLE_TEXT,
  ANNALS_ROLE_DIM_TEXT,
  ANNALS_ROLE_MARK,
  ANNALS_ROLE_ON_MARK,
  ANNALS_ROLE_ACCENT,
  ANNALS_ROLE_MATCH,
  ANNALS_ROLE_PALE,   /* the same colour as a mark, mixed into the background */
  ANNALS_ROLE_RANGE,  /* behind the range of time that is selected */
  ANNALS_ROLE_HANDLE, /* by which an end of it is dragged: that of its begin comes first */
} AnnalsRole;

/**
 * AnnalsRangePart:
 * @ANNALS_RANGE_NONE: no part of the axis
 * @ANNALS_RANGE_AXIS: the axis, where a range begins to be selected
 * @ANNALS_RANGE_BEGIN: the handle at the begin of the range
 * @ANNALS_RANGE_END: the handle at its end
 *
 * What of a range can be hit.
 */
typedef enum
{
  ANNALS_RANGE_NONE,
  ANNALS_RANGE_AXIS,
  ANNALS_RANGE_BEGIN,
  ANNALS_RANGE_END,
} AnnalsRangePart;

/**
 * AnnalsClip:
 *
 * The part of the picture that an item may paint on.
 */
typedef enum
{
  ANNALS_CLIP_NONE,
  ANNALS_CLIP_LANES,
  ANNALS_CLIP_AXIS,
  ANNALS_CLIP_HEADERS,
  ANNALS_CLIP_READING, /* the reading order above an exported picture */
} AnnalsClip;

#define ANNALS_N_CLIPS (ANNALS_CLIP_READING + 1)

typedef enum
{
  ANNALS_DASH_NONE,
  ANNALS_DASH_DASHED,
  ANNALS_DASH_DOTTED,
} AnnalsDash;

typedef struct
{
  gdouble x;
  gdouble y;
  gdouble width;
  gdouble height;
} AnnalsRect;

/**
 * AnnalsItem:
 * @kind: what it is
 * @role: what it is for
 * @clip: where it may paint
 * @dash: how its stroke is broken
 * @font: for text, how it is set
 * @color: index of the lane colour, for marks
 * @event: the event it stands for, or -1
 * @rect: where it is, in pixels from the top left corner
 * @radius_px: of rounded corners
 * @stroke_px: width of its stroke
 * @opacity: 0 to 1
 * @stands_back: whether it is drawn as weakly as the theme has it for what is not looked for
 * @fades: whether @fade holds
 * @fade: positions: nothing left of the first, solid between the second and third, nothing right of
 *   the fourth, linear between
 * @text: (nullable): UTF-8, owned by the scene
 *
 * One thing to draw. A plain struct.
 */
typedef struct
{
  AnnalsItemKind kind;
  AnnalsRole role;
  AnnalsClip clip;
  AnnalsDash dash;
  AnnalsFont font;
  guint color;
  gint event;
  AnnalsRect rect;
  gdouble radius_px;
  gdouble stroke_px;
  gdouble opacity;
  gboolean stands_back;
  gboolean fades;
  gdouble fade[4];
  const gchar *text;
} AnnalsItem;

/**
 * AnnalsMarkFeatures:
 *
 * The signs a picture uses, for its legend.
 */
typedef enum
{
  ANNALS_FEATURE_PERIOD = 1 << 0,
  ANNALS_FEATURE_MOMENT = 1 << 1,
  ANNALS_FEATURE_COVERING = 1 << 2,
  ANNALS_FEATURE_INEXACT = 1 << 3,
  ANNALS_FEATURE_OPEN = 1 << 4,
  ANNALS_FEATURE_UNKNOWN = 1 << 5,
  ANNALS_FEATURE_PLANNED = 1 << 6,
  ANNALS_FEATURE_HYPOTHETICAL = 1 << 7,
  ANNALS_FEATURE_DENIED = 1 << 8,
  ANNALS_FEATURE_ONE_OF = 1 << 9,
  ANNALS_FEATURE_ALL_OF = 1 << 10,
  ANNALS_FEATURE_WHISKER = 1 << 11,
  ANNALS_FEATURE_RECORD = 1 << 12,
  ANNALS_FEATURE_ABOUT = 1 << 13,
  ANNALS_FEATURE_DOUBTFUL = 1 << 14,
  ANNALS_FEATURE_NEAR = 1 << 15,
  ANNALS_FEATURE_CLUSTER = 1 << 16,
  ANNALS_FEATURE_ERA = 1 << 17,
  ANNALS_FEATURE_READING = 1 << 18, /* what the text in sight speaks of; in the window only */
} AnnalsMarkFeatures;

#define ANNALS_ALL_FEATURES ((AnnalsMarkFeatures) ((1 << 19) - 1))

/**
 * AnnalsHit:
 * @event: an event
 * @mark: what its mark covers on the picture
 * @label: what its label covers; width 0 when it has none
 * @labelled_whole: whether the label says all of its text
 * @on_axis: whether it stands above the lanes, as eras do
 *
 * Where an event can be hit.
 */
typedef struct
{
  gint event;
  AnnalsRect mark;
  AnnalsRect label;
  gboolean labelled_whole;
  gboolean on_axis;
} AnnalsHit;

/**
 * AnnalsClusterHit:
 * @lane: its lane
 * @cell: what tells it from the others of the lane
 * @count: how many events it stands for
 * @first: their first begin
 * @last: their last begin
 * @mark: what it covers on the picture
 *
 * Where a cluster can be hit: a sign for events that are too close together to be shown apart.
 */
typedef struct
{
  guint lane;
  gint64 cell;
  guint count;
  AnnalsInstant first;
  AnnalsInstant last;
  AnnalsRect mark;
} AnnalsClusterHit;

/**
 * AnnalsClusterKey:
 * @lane: its lane
 * @cell: what tells it from the others of the lane
 *
 * Which cluster is meant, from one picture to the next; at another level of zoom there are others.
 */
typedef struct
{
  guint lane;
  gint64 cell;
} AnnalsClusterKey;

/**
 * AnnalsScene:
 *
 * The laid-out picture as plain values: what is drawn where, in which role, for which event. It
 * knows neither colours nor Cairo. Items are in drawing order, those of one event together. Emptied
 * and filled again it needs no memory beyond what it has had.
 */
typedef struct _AnnalsScene AnnalsScene;

AnnalsScene *annals_scene_new (gdouble width_px, gdouble height_px);
void annals_scene_free (AnnalsScene *scene);
void annals_scene_reset (AnnalsScene *scene, gdouble width_px, gdouble height_px);

void annals_scene_get_size (const AnnalsScene *scene, gdouble *width_px, gdouble *height_px);
void annals_scene_set_height (AnnalsScene *scene, gdouble height_px);
void annals_scene_move_down (AnnalsScene *scene, gdouble dy_px);
void annals_scene_set_clip (AnnalsScene *scene, AnnalsClip clip, const AnnalsRect *rect);
const AnnalsRect *annals_scene_get_clip (const AnnalsScene *scene, AnnalsClip clip);

AnnalsItem *
annals_scene_add (AnnalsScene *scene, AnnalsItemKind kind, AnnalsRole role, const AnnalsRect *rect);
AnnalsItem *annals_scene_add_text (AnnalsScene *scene,
                                   AnnalsRole role,
                                   AnnalsFont font,
                                   gdouble x,
                                   gdouble baseline,
                                   const gchar *text);
void annals_scene_begin_group (AnnalsScene *scene, AnnalsClip clip, gint event, guint color);
void annals_scene_end_group (AnnalsScene *scene);
void annals_scene_step_back (AnnalsScene *scene, guint first_item);
void annals_scene_fade (AnnalsScene *scene, guint first_item, gdouble opacity);
guint annals_scene_get_n_items (const AnnalsScene *scene);
const AnnalsItem *annals_scene_get_item (const AnnalsScene *scene, guint index);

void annals_scene_add_hit (AnnalsScene *scene, const AnnalsHit *hit);
guint annals_scene_get_n_hits (const AnnalsScene *scene);
const AnnalsHit *annals_scene_get_hit (const AnnalsScene *scene, guint index);
const AnnalsHit *annals_scene_find_hit (const AnnalsScene *scene, gint event);

void annals_scene_add_cluster (AnnalsScene *scene, const AnnalsClusterHit *cluster);
guint annals_scene_get_n_clusters (const AnnalsScene *scene);
const AnnalsClusterHit *annals_scene_get_cluster (const AnnalsScene *scene, guint index);
guint annals_scene_count_events (const AnnalsScene *scene);
const AnnalsClusterHit *
annals_scene_pick_cluster (const AnnalsScene *scene, gdouble x_px, gdouble y_px, gdouble slop_px);

gint annals_scene_pick (const AnnalsScene *scene, gdouble x_px, gdouble y_px, gdouble slop_px);

AnnalsRangePart
annals_scene_pick_range (const AnnalsScene *scene, gdouble x_px, gdouble y_px, gdouble slop_px);
const AnnalsItem *annals_scene_find_handle (const AnnalsScene *scene, AnnalsRangePart part);

void annals_scene_use_features (AnnalsScene *scene, AnnalsMarkFeatures features);
AnnalsMarkFeatures annals_scene_get_features (const AnnalsScene *scene);

gchar *annals_scene_dump (const AnnalsScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsScene, annals_scene_free)

G_END_DECLS
