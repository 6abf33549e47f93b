/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "annals-density.h"

/*
 * Of lanes that fold, how much there is under every stretch of the overview: the more, the darker.
 * Each lane has a band of its own, unless there are so many that several lie on the same row of
 * pixels; these share one. What was found is kept: it is the same from frame to frame, until lanes
 * are higher or lower or the strip has another size.
 */

#define TOP_PX 5.0
#define GAP_PX 1.0
#define STRETCH_PX 4.0
#define LEAST_OPACITY 0.1
#define MORE_OPACITY 0.6
#define MOST_STRETCHES 2048

typedef struct
{
  AnnalsRect rect;
  gdouble opacity;
  guint color;
} Stretch;

/* What the stretches follow from. */
typedef struct
{
  AnnalsScale scale;
  gdouble room_px;
  guint64 places; /* a number that tells how lanes stand and how time is compressed */
} Ground;

struct _AnnalsDensity
{
  Ground ground;
  gboolean is_known;
  GArray *stretches; /* Stretch, band by band */
};

/* A row of lanes that lie on the same pixels. */
typedef struct
{
  gdouble y;
  gdouble height;
  guint color; /* of the lane that has most events */
  guint n_events;
  guint counts[MOST_STRETCHES];
} Band;

AnnalsDensity *
annals_density_new (void)
{
  AnnalsDensity *density = g_new0 (AnnalsDensity, 1);

  density->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  return density;
}

void
annals_density_free (AnnalsDensity *density)
{
  g_array_unref (density->stretches);
  g_free (density);
}

/* FNV-1a over words. */
static guint64
mix (guint64 sum, guint64 word)
{
  sum = (sum ^ word) * G_GUINT64_CONSTANT (0x100000001b3);
  return sum ^ sum >> 29;
}

static guint64
mix_px (guint64 sum, gdouble px)
{
  guint64 word;

  memcpy (&word, &px, sizeof word);
  return mix (sum, word);
}

static guint64
get_places (const AnnalsLayout *layout, const AnnalsScale *scale)
{
  guint64 sum = mix (G_GUINT64_CONSTANT (0xcbf29ce484222325), annals_breaks_get_n (scale->breaks));

  for (guint i = 0; i < annals_breaks_get_n (scale->breaks); i++)
    {
      const AnnalsBreak *of = annals_breaks_get (scale->breaks, i);

      sum = mix (mix (sum, (guint64) of->first), (guint64) of->last);
    }
  for (guint i = 0; i < annals_layout_get_n_lanes (layout); i++)
    {
      const AnnalsLayoutLane *lane = annals_layout_get_lane (layout, i);

      sum = mix (sum, (guint64) lane->color << 1 | (lane->folds ? 1 : 0));
      sum = mix_px (mix_px (sum, lane->top_px), lane->height_px);
    }
  return mix_px (sum, annals_layout_get_height (layout));
}

/* Where time is compressed stretches are not of one length. */
static guint
count_between (AnnalsLayout *layout, const AnnalsScale *scale, guint lane, gdouble x_px)
{
  AnnalsInstant first = annals_scale_get_instant (scale, x_px);
  AnnalsInstant last = annals_scale_get_instant (scale, x_px + STRETCH_PX);

  return last > first ? annals_index_count (annals_layout_get_index (layout), lane, first, last - 1)
                      : 0;
}

static guint
get_n_stretches (const AnnalsScale *scale)
{
  return MIN ((guint) (scale->width_px / STRETCH_PX) + 1, MOST_STRETCHES);
}

static void
count (AnnalsLayout *layout, const AnnalsScale *scale, guint lane, Band *band)
{
  guint n = get_n_stretches (scale);
  guint counts[MOST_STRETCHES];

  if (scale->breaks == NULL)
    annals_index_count_bins (annals_layout_get_index (layout), lane,
                             annals_scale_get_instant (scale, scale->x_px),
                             (gint64) MAX (ceil (STRETCH_PX * scale->s_per_px), 1.0), n, counts);
  for (guint i = 0; i < n && scale->breaks != NULL; i++)
    counts[i] = count_between (layout, scale, lane, scale->x_px + i * STRETCH_PX);
  for (guint i = 0; i < n; i++)
    band->counts[i] += counts[i];
}

static void
end_band (AnnalsDensity *density, const AnnalsScale *scale, const Band *band)
{
  guint n = get_n_stretches (scale);
  guint most = 1;

  for (guint i = 0; i < n; i++)
    most = MAX (most, band->counts[i]);
  for (guint i = 0; i < n; i++)
    {
      Stretch stretch = { { round (scale->x_px + i * STRETCH_PX), band->y, STRETCH_PX,
                            band->height },
                          LEAST_OPACITY + MORE_OPACITY * sqrt ((gdouble) band->counts[i] / most),
                          band->color };

      if (band->counts[i] > 0)
        g_array_append_val (density->stretches, stretch);
    }
}

static void
find_stretches (AnnalsDensity *density,
                AnnalsLayout *layout,
                const AnnalsScale *scale,
                gdouble room_px)
{
  gdouble all = MAX (annals_layout_get_height (layout), 1.0);
  Band band = { 0 };

  g_array_set_size (density->stretches, 0);
  for (guint i = 0; i < annals_layout_get_n_lanes (layout); i++)
    {
      guint index = annals_layout_get_lane_at (layout, i);
      const AnnalsLayoutLane *lane = annals_layout_get_lane (layout, index);
      gdouble y = TOP_PX + round (lane->top_px / all * room_px);
      gdouble bottom = TOP_PX + round ((lane->top_px + lane->height_px) / all * room_px);

      if (!lane->folds)
        continue;
      if (band.n_events > 0 && y != band.y)
        {
          end_band (density, scale, &band);
          band = (Band){ 0 };
        }
      if (band.n_events == 0)
        band.y = y;
      if (lane->n_events > band.n_events)
        {
          band.n_events = lane->n_events;
          band.color = lane->color;
        }
      band.height = MAX (band.height, MAX (bottom - GAP_PX - y, 1.0));
      count (layout, scale, index, &band);
    }
  if (band.n_events > 0)
    end_band (density, scale, &band);
}

/*
 * annals_density_draw:
 * @density: what was found the last time
 * @layout: a packed layout, always the same
 * @scene: the strip
 * @scale: the time that it shows
 * @room_px: how much height there is for all lanes
 *
 * Adds the stretches of all lanes that fold.
 */
void
annals_density_draw (AnnalsDensity *density,
                     AnnalsLayout *layout,
                     AnnalsScene *scene,
                     const AnnalsScale *scale,
                     gdouble room_px)
{
  guint64 places = get_places (layout, scale);
  const Ground *ground = &density->ground;

  if (!density->is_known || ground->places != places || ground->room_px != room_px
      || !annals_scale_equal (&ground->scale, scale))
    {
      find_stretches (density, layout, scale, room_px);
      density->ground = (Ground){ *scale, room_px, places };
      density->is_known = TRUE;
    }
  for (guint i = 0; i < density->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (density->stretches, Stretch, i);

      annals_scene_begin_group (scene, ANNALS_CLIP_NONE, -1, stretch->color);
      annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &stretch->rect)->opacity
          = stretch->opacity;
    }
}
