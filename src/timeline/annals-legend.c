/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-cluster.h"
#include "annals-picture.h"

/* The legend: a sample of every sign that a picture uses, and no other, with what it means. The
 * samples are real marks of made-up dates, drawn by the code that draws events. */

#define SAMPLE_PX 72.0
#define SAMPLE_INSET_PX 4.0
#define SAMPLE_FADE_PX 36.0
#define SAMPLE_GAP_PX 10.0
#define ENTRY_GAP_PX 28.0
#define ROW_PX 26.0
#define GROUP_GAP_PX 10.0
#define PADDING_PX 16.0
#define CLUSTER_PX 34.0
#define CLUSTER_HEIGHT_PX 15.0
#define CLUSTER_BASELINE_PX 4.0
#define CLUSTER_COUNT 12
#define ERA_PX 20.0
#define AXIS_PX 34.0
#define TICK_PX 5.0 /* half as wide, and as high */

/* What the signs are about, which sets them apart a little: what it is, how sure it is, and whether
 * it happened as the text says. */
typedef enum
{
  GROUP_WHAT,
  GROUP_HOW_SURE,
  GROUP_WHETHER,
} Group;

typedef struct
{
  AnnalsMarkFeatures feature;
  Group group;
  const gchar *edtf;
  AnnalsStatus status;
  const gchar *meaning;
  gint last_year; /* where the sample ends; 2009 when absent */
} Entry;

/* The samples begin with 2001. */
static const Entry entries[] = {
  { ANNALS_FEATURE_PERIOD, GROUP_WHAT, "2001-01-01/2008-12-31", ANNALS_STATUS_HAPPENED,
    /* Translators: the legend says what the signs of the timeline mean: a bar that is solid. */
    NC_ ("legend", "from begin to end"), 0 },
  { ANNALS_FEATURE_MOMENT, GROUP_WHAT, "2004-12-31", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a dot. */
    NC_ ("legend", "one date"), 0 },
  { ANNALS_FEATURE_COVERING, GROUP_WHAT, "2001-01-01/2008-12-31", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a pale bar, as for something that happened on some day of 1973. */
    NC_ ("legend", "one date within this stretch, no more is known"), 0 },
  { ANNALS_FEATURE_WHISKER, GROUP_WHAT, "2001-01-01/2008-12-31", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a thin line with a diamond, as for something that happened after 1997
     * and before 2002. */
    NC_ ("legend", "some time between these limits"), 0 },
  { ANNALS_FEATURE_ALL_OF, GROUP_WHAT, "{2001-06-01,2004-12-31,2008-06-01}", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: dots joined by a line. */
    NC_ ("legend", "each of these dates"), 0 },
  { ANNALS_FEATURE_ONE_OF, GROUP_WHAT, "[2001-06-01,2008-06-01]", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: rings joined by a dotted line. */
    NC_ ("legend", "one of these dates"), 0 },
  { ANNALS_FEATURE_CLUSTER, GROUP_WHAT, NULL, ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a pale capsule with a figure in it. */
    NC_ ("legend", "so many events that begin there"), 0 },
  { ANNALS_FEATURE_ERA, GROUP_WHAT, NULL, ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a pale band behind the lanes, such as for the Cold War. */
    NC_ ("legend", "an era, in which the rest takes place"), 0 },
  { ANNALS_FEATURE_READING, GROUP_WHAT, NULL, ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a small triangle below the axis; it moves while one reads. */
    NC_ ("legend", "the text in sight speaks of this time"), 0 },

  { ANNALS_FEATURE_INEXACT, GROUP_HOW_SURE, "2001/2004", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a bar that fades towards a sharp edge at both ends. */
    NC_ ("legend", "began or ended within the fade"), 2005 },
  { ANNALS_FEATURE_ABOUT, GROUP_HOW_SURE, "2002~/2005~", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a bar that fades to nothing, with no edge. */
    NC_ ("legend", "began or ended about then"), 2007 },
  { ANNALS_FEATURE_NEAR, GROUP_HOW_SURE, "2002~", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a pale bar that fades to nothing, or a dot with a halo. */
    NC_ ("legend", "one date, about then"), 2004 },
  { ANNALS_FEATURE_DOUBTFUL, GROUP_HOW_SURE, "2001-01-01?/2008-12-31", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a bar whose begin is striped. */
    NC_ ("legend", "perhaps: this date may be wrong"), 0 },
  { ANNALS_FEATURE_OPEN, GROUP_HOW_SURE, "2001-01-01/..", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a bar that fades out towards the tip of an arrow. */
    NC_ ("legend", "goes on, no end stated"), 0 },
  { ANNALS_FEATURE_UNKNOWN, GROUP_HOW_SURE, "2001-01-01/", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a bar that is torn off, with a question mark; the end of the bar is
     * meant, which may stand for the begin of what happened. */
    NC_ ("legend", "this end is not known"), 0 },

  { ANNALS_FEATURE_PLANNED, GROUP_WHETHER, "2001-01-01/2008-12-31", ANNALS_STATUS_PLANNED,
    /* Translators: legend: an outline. */
    NC_ ("legend", "planned"), 0 },
  { ANNALS_FEATURE_HYPOTHETICAL, GROUP_WHETHER, "2001-01-01/2008-12-31", ANNALS_STATUS_HYPOTHETICAL,
    /* Translators: legend: a dashed outline. */
    NC_ ("legend", "hypothetical"), 0 },
  { ANNALS_FEATURE_DENIED, GROUP_WHETHER, "2001-01-01/2008-12-31", ANNALS_STATUS_DENIED,
    /* Translators: legend: a bar that is struck through. */
    NC_ ("legend", "the text says it did not happen"), 0 },
  { ANNALS_FEATURE_RECORD, GROUP_WHETHER, "2001-01-01/2008-12-31", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a thin line below a bar. */
    NC_ ("legend", "date on record, where the text says otherwise"), 0 },
};

static const gchar *
get_meaning (const Entry *entry)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "legend", entry->meaning);
}

static gdouble
get_sample_width (const AnnalsLayout *layout)
{
  return SAMPLE_PX * annals_layout_get_metrics (layout)->text_scale;
}

/* The entries stand in columns of one width, which the widest needs. */
static gdouble
get_column_width (const AnnalsLayout *layout, AnnalsMarkFeatures features)
{
  gdouble widest = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (features & entries[i].feature)
      widest = MAX (widest,
                    annals_layout_measure (layout, ANNALS_FONT_NOTE, get_meaning (&entries[i])));
  return get_sample_width (layout) + SAMPLE_GAP_PX + widest
         + ENTRY_GAP_PX * annals_layout_get_metrics (layout)->text_scale;
}

/* The record is shown with what it is the record of: a shorter bar, under which its line runs. */
static void
draw_record_sample (AnnalsScene *scene,
                    const AnnalsMark *record,
                    const AnnalsDate *date,
                    const AnnalsScale *scale,
                    const AnnalsMetrics *metrics,
                    gdouble middle_y)
{
  AnnalsMark mark = *record;
  gdouble by = (mark.x1_px - mark.x0_px) / 6.0;
  gdouble bar_y = middle_y - 2.0;

  mark.x0_px = mark.solid0_px = mark.x0_px + by;
  mark.x1_px = mark.solid1_px = mark.x1_px - by;
  annals_mark_draw_record (record, scene, date, scale, metrics,
                           bar_y + metrics->bar_height_px / 2.0 + ANNALS_MARK_RECORD_DROP_PX);
  annals_mark_draw (&mark, scene, date, ANNALS_STATUS_HAPPENED, scale, metrics, bar_y);
}

/* A capsule that counts events, as the picture has them. */
static void
draw_cluster_sample (AnnalsScene *scene, const AnnalsLayout *layout, gdouble x, gdouble middle_y)
{
  gdouble k = annals_layout_get_metrics (layout)->text_scale;
  AnnalsRect rect = { round (x + (get_sample_width (layout) - CLUSTER_PX * k) / 2.0),
                      round (middle_y - CLUSTER_HEIGHT_PX * k / 2.0), CLUSTER_PX * k,
                      CLUSTER_HEIGHT_PX * k };
  gchar figure[32];
  gdouble width;

  annals_cluster_format_count (CLUSTER_COUNT, FALSE, figure, sizeof figure);
  width = annals_layout_measure (layout, ANNALS_FONT_COUNT, figure);
  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_PALE, &rect)->radius_px = rect.height
                                                                                   / 2.0;
  annals_scene_add_text (scene, ANNALS_ROLE_TEXT, ANNALS_FONT_COUNT,
                         round (rect.x + (rect.width - width) / 2.0),
                         round (middle_y + CLUSTER_BASELINE_PX * k), figure);
}

/* A small triangle that hangs from the axis, in whole pixels. */
static void
draw_reading_sample (AnnalsScene *scene, const AnnalsLayout *layout, gdouble x, gdouble middle_y)
{
  gdouble k = annals_layout_get_metrics (layout)->text_scale;
  gdouble middle_x = round (x + get_sample_width (layout) / 2.0);
  gdouble size = round (TICK_PX * k);
  AnnalsRect axis = { middle_x - round (AXIS_PX * k / 2.0), round (middle_y - size / 2.0) - 1.0,
                      2.0 * round (AXIS_PX * k / 2.0), 1.0 };

  annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_RULE, &axis);
  for (gdouble row = 0.0; row < size; row++)
    {
      AnnalsRect rect = { middle_x - size + row, axis.y + 1.0 + row, 2.0 * (size - row), 1.0 };

      annals_scene_add (scene, ANNALS_ITEM_RECT, ANNALS_ROLE_MARK, &rect);
    }
}

static void
draw_era_sample (AnnalsScene *scene, const AnnalsLayout *layout, gdouble x, gdouble middle_y)
{
  gdouble k = annals_layout_get_metrics (layout)->text_scale;
  gdouble inset = round (SAMPLE_INSET_PX * k);
  AnnalsRect rect = { round (x) + inset, round (middle_y - ERA_PX * k / 2.0),
                      round (get_sample_width (layout)) - 2.0 * inset, round (ERA_PX * k) };

  annals_era_sample_draw (scene, &rect);
}

static void
draw_sample (AnnalsScene *scene,
             const AnnalsLayout *layout,
             const Entry *entry,
             gdouble x,
             gdouble middle_y)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  gdouble k = metrics->text_scale;
  gdouble inset = SAMPLE_INSET_PX * k;
  gdouble width = get_sample_width (layout) - 2.0 * inset;
  AnnalsInstant first = annals_instant_from_date (2001, 1, 1);
  AnnalsInstant last = annals_instant_from_date (entry->last_year != 0 ? entry->last_year : 2009, 1,
                                                 1);
  AnnalsHorizon horizon = { first, last, ANNALS_INSTANT_MIN };
  g_autoptr (AnnalsDate) date = entry->edtf != NULL ? annals_date_new_from_edtf (entry->edtf, NULL)
                                                    : NULL;
  AnnalsMetrics small = *metrics;
  AnnalsScale scale;
  AnnalsMark mark;

  if (entry->feature == ANNALS_FEATURE_CLUSTER)
    draw_cluster_sample (scene, layout, x, middle_y);
  if (entry->feature == ANNALS_FEATURE_ERA)
    draw_era_sample (scene, layout, x, middle_y);
  if (entry->feature == ANNALS_FEATURE_READING)
    draw_reading_sample (scene, layout, x, middle_y);
  if (date == NULL)
    return;
  small.open_fade_px = SAMPLE_FADE_PX * k;
  annals_scale_init (&scale, first, last, x + inset, width);
  if (entry->feature == ANNALS_FEATURE_OPEN)
    horizon.last = annals_scale_get_instant (&scale, x + inset + width - small.open_fade_px);
  annals_mark_init (&mark, date, entry->status, &horizon, &scale, &small);
  if (entry->feature == ANNALS_FEATURE_COVERING)
    mark.shape = ANNALS_SHAPE_COVER;
  if (entry->feature == ANNALS_FEATURE_WHISKER)
    mark.shape = ANNALS_SHAPE_WHISKER;
  if (entry->feature == ANNALS_FEATURE_RECORD)
    draw_record_sample (scene, &mark, date, &scale, &small, middle_y);
  else
    annals_mark_draw (&mark, scene, date, entry->status, &scale, &small, middle_y);
}

static void
draw_entry (AnnalsScene *scene,
            const AnnalsLayout *layout,
            const Entry *entry,
            gdouble x,
            gdouble middle_y)
{
  draw_sample (scene, layout, entry, x, middle_y);
  annals_scene_add_text (scene, ANNALS_ROLE_DIM_TEXT, ANNALS_FONT_NOTE,
                         round (x + get_sample_width (layout) + SAMPLE_GAP_PX),
                         round (middle_y + annals_layout_get_metrics (layout)->baseline_px),
                         get_meaning (entry));
}

/* Where entries go. */
typedef struct
{
  guint n_columns;
  guint n_groups;
  guint n_rows;    /* where they go row by row, each group from a row of its own */
  guint n_tallest; /* of the group that has the most */
} Plan;

static void
plan_entries (AnnalsMarkFeatures features, guint n_columns, Plan *plan)
{
  guint n_in_group[GROUP_WHETHER + 1] = { 0 };

  *plan = (Plan){ .n_columns = n_columns };
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (features & entries[i].feature)
      n_in_group[entries[i].group]++;
  for (guint i = 0; i < G_N_ELEMENTS (n_in_group); i++)
    {
      plan->n_groups += n_in_group[i] > 0;
      plan->n_rows += (n_in_group[i] + n_columns - 1) / n_columns;
      plan->n_tallest = MAX (plan->n_tallest, n_in_group[i]);
    }
}

/* Walks the entries that are needed; draws them when there is a picture. Each group has a column of
 * its own where that takes no more height than rows do. */
static gdouble
flow (AnnalsScene *scene,
      const AnnalsLayout *layout,
      AnnalsMarkFeatures features,
      const AnnalsRect *rect)
{
  gdouble k = annals_layout_get_metrics (layout)->text_scale;
  gdouble column_px = get_column_width (layout, features);
  gdouble usable_px = rect->width - 2.0 * PADDING_PX * k + ENTRY_GAP_PX * k;
  Plan plan;
  gboolean by_group;
  guint column = 0;
  const Entry *previous = NULL;
  gdouble y = rect->y + PADDING_PX * k;
  gdouble bottom = y;

  plan_entries (features, (guint) MAX (floor (usable_px / column_px), 1.0), &plan);
  by_group = plan.n_groups > 1 && plan.n_groups <= plan.n_columns
             && plan.n_tallest * ROW_PX
                    <= plan.n_rows * ROW_PX + (plan.n_groups - 1) * GROUP_GAP_PX;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      gboolean begins = previous != NULL && previous->group != entries[i].group;

      if (!(features & entries[i].feature))
        continue;
      if (by_group && previous != NULL)
        {
          column += begins;
          y = begins ? rect->y + PADDING_PX * k : y + ROW_PX * k;
        }
      else if (previous != NULL)
        {
          column++;
          if (begins || column == plan.n_columns)
            {
              y += (ROW_PX + (begins ? GROUP_GAP_PX : 0.0)) * k;
              column = 0;
            }
        }
      if (scene != NULL)
        draw_entry (scene, layout, &entries[i],
                    round (rect->x + (PADDING_PX - SAMPLE_INSET_PX) * k + column * column_px),
                    round (y + ROW_PX * k / 2.0));
      previous = &entries[i];
      bottom = MAX (bottom, y + ROW_PX * k);
    }
  return previous != NULL ? ceil (bottom - rect->y + PADDING_PX * k) : 0.0;
}

/**
 * annals_legend_add:
 * @scene: the picture
 * @layout: its layout
 * @features: the signs to explain
 * @rect: where the legend goes
 *
 * Adds the legend.
 *
 * Returns: how high it is, in pixels
 */
gdouble
annals_legend_add (AnnalsScene *scene,
                   const AnnalsLayout *layout,
                   AnnalsMarkFeatures features,
                   const AnnalsRect *rect)
{
  AnnalsRect rule = { rect->x, rect->y + 0.5, rect->width, 0.0 };
  AnnalsRect lanes = *annals_scene_get_clip (scene, ANNALS_CLIP_LANES);
  gdouble height;

  annals_scene_begin_group (scene, ANNALS_CLIP_NONE, -1, G_MAXUINT);
  annals_scene_add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_RULE, &rule);
  annals_scene_set_clip (scene, ANNALS_CLIP_LANES, rect);
  height = flow (scene, layout, features, rect);
  annals_scene_set_clip (scene, ANNALS_CLIP_LANES, &lanes);
  annals_scene_end_group (scene);
  return height;
}

/**
 * annals_legend_get_height:
 * @layout: a layout
 * @features: the signs to explain
 * @width_px: how wide the legend may be
 *
 * Returns: how high it will be, in pixels; 0 when there is nothing to explain
 */
gdouble
annals_legend_get_height (const AnnalsLayout *layout, AnnalsMarkFeatures features, gdouble width_px)
{
  AnnalsRect rect = { 0.0, 0.0, width_px, 0.0 };

  return flow (NULL, layout, features, &rect);
}

/**
 * annals_legend_get_n_signs:
 *
 * Returns: how many signs there are to explain
 */
guint
annals_legend_get_n_signs (void)
{
  return G_N_ELEMENTS (entries);
}

/**
 * annals_legend_get_feature:
 * @sign: less than annals_legend_get_n_signs()
 *
 * Returns: the sign
 */
AnnalsMarkFeatures
annals_legend_get_feature (guint sign)
{
  g_return_val_if_fail (sign < G_N_ELEMENTS (entries), 0);

  return entries[sign].feature;
}

/**
 * annals_legend_get_meaning:
 * @sign: less than annals_legend_get_n_signs()
 *
 * Returns: what it means, in the language of the interface
 */
const gchar *
annals_legend_get_meaning (guint sign)
{
  g_return_val_if_fail (sign < G_N_ELEMENTS (entries), NULL);

  return get_meaning (&entries[sign]);
}

/**
 * annals_legend_begins_group:
 * @sign: less than annals_legend_get_n_signs()
 * @previous: another, that stands before it
 *
 * Returns: whether the two are about different things, and want some room between them
 */
gboolean
annals_legend_begins_group (guint sign, guint previous)
{
  g_return_val_if_fail (sign < G_N_ELEMENTS (entries) && previous < G_N_ELEMENTS (entries), FALSE);

  return entries[sign].group != entries[previous].group;
}

/**
 * annals_legend_build_sample:
 * @layout: a layout
 * @sign: less than annals_legend_get_n_signs()
 *
 * Returns: (transfer full): a small picture with a sample of the sign, without background
 */
AnnalsScene *
annals_legend_build_sample (const AnnalsLayout *layout, guint sign)
{
  gdouble width = get_sample_width (layout);
  gdouble height = round (ROW_PX * annals_layout_get_metrics (layout)->text_scale) - 4.0;
  AnnalsScene *scene;

  g_return_val_if_fail (sign < G_N_ELEMENTS (entries), NULL);

  scene = annals_scene_new (width, height);
  annals_scene_begin_group (scene, ANNALS_CLIP_NONE, -1, G_MAXUINT);
  draw_sample (scene, layout, &entries[sign], 0.0, round (height / 2.0));
  annals_scene_end_group (scene);
  return scene;
}
