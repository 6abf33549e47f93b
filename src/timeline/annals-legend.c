/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-picture.h"

/* The legend: a sample of every sign that a picture uses, and no other, with what it means. The
 * samples are real marks of made-up dates, drawn by the code that draws events. */

#define SAMPLE_PX 56.0
#define SAMPLE_GAP_PX 10.0
#define ENTRY_GAP_PX 28.0
#define ROW_PX 26.0
#define PADDING_PX 16.0

typedef struct
{
  AnnalsMarkFeatures feature;
  const gchar *edtf;
  AnnalsStatus status;
  const gchar *meaning;
} Entry;

/* The samples lie on an axis of one sample's width from 2000 to 2009. */
static const Entry entries[] = {
  { ANNALS_FEATURE_PERIOD, "2001-01-01/2008-12-31", ANNALS_STATUS_HAPPENED,
    /* Translators: the legend says what the signs of the timeline mean: a bar that is solid. */
    NC_ ("legend", "from begin to end") },
  { ANNALS_FEATURE_MOMENT, "2004-07-01", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a dot. */
    NC_ ("legend", "one date") },
  { ANNALS_FEATURE_COVERING, "2001-01-01/2008-12-31", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a pale bar with a diamond, as for something that happened on some day
     * of 1973. */
    NC_ ("legend", "one date somewhere in the bar") },
  { ANNALS_FEATURE_WHISKER, "2001-01-01/2008-12-31", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a thin line with a diamond. */
    NC_ ("legend", "some time along the line") },
  { ANNALS_FEATURE_INEXACT, "2001/2008", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a bar that fades towards a sharp edge at both ends. */
    NC_ ("legend", "began or ended within the fade") },
  { ANNALS_FEATURE_ABOUT, "2002~/2007~", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a bar that fades to nothing, with no edge. */
    NC_ ("legend", "soft: about then") },
  { ANNALS_FEATURE_DOUBTFUL, "2001-01-01?/2008-12-31?", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a bar with stripes at its ends. */
    NC_ ("legend", "striped: perhaps then") },
  { ANNALS_FEATURE_OPEN, "2001-01-01/..", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a bar that fades out towards the tip of an arrow. */
    NC_ ("legend", "arrow: goes on, no end stated") },
  { ANNALS_FEATURE_UNKNOWN, "2003-01-01/", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: a bar that is torn off, with a question mark. */
    NC_ ("legend", "torn off: not known when") },
  { ANNALS_FEATURE_PLANNED, "2001-01-01/2008-12-31", ANNALS_STATUS_PLANNED,
    /* Translators: legend: an outline. */
    NC_ ("legend", "hollow: planned") },
  { ANNALS_FEATURE_HYPOTHETICAL, "2001-01-01/2008-12-31", ANNALS_STATUS_HYPOTHETICAL,
    /* Translators: legend: a dashed outline. */
    NC_ ("legend", "dashed: hypothetical") },
  { ANNALS_FEATURE_DENIED, "2001-01-01/2008-12-31", ANNALS_STATUS_DENIED,
    /* Translators: legend: a bar that is struck through. */
    NC_ ("legend", "struck through: denied") },
  { ANNALS_FEATURE_ONE_OF, "[2001-06-01,2008-06-01]", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: rings joined by a dotted line. */
    NC_ ("legend", "one of these dates") },
  { ANNALS_FEATURE_ALL_OF, "{2001-06-01,2008-06-01}", ANNALS_STATUS_HAPPENED,
    /* Translators: legend: dots joined by a line. */
    NC_ ("legend", "each of these dates") },
  { ANNALS_FEATURE_RECORD, "2001-01-01/2008-12-31", ANNALS_STATUS_HAPPENED,
    NC_ ("legend", "thin line: on record") },
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

static void
draw_sample (AnnalsScene *scene,
             const AnnalsLayout *layout,
             const Entry *entry,
             gdouble x,
             gdouble middle_y)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  gdouble width = get_sample_width (layout);
  gboolean open = entry->feature == ANNALS_FEATURE_OPEN;
  AnnalsInstant last = annals_instant_from_date (open ? 2003 : 2009, 1, 1);
  AnnalsHorizon horizon = { annals_instant_from_date (2001, 1, 1), last, ANNALS_INSTANT_MIN };
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (entry->edtf, NULL);
  AnnalsMetrics small = *metrics;
  AnnalsScale scale;
  AnnalsMark mark;

  if (date == NULL)
    return;
  small.open_fade_px = 24.0 * metrics->text_scale;
  annals_scale_init (&scale, annals_instant_from_date (2000, 7, 1),
                     annals_instant_from_date (2009, 7, 1), x, width);
  annals_mark_init (&mark, date, entry->status, &horizon, &scale, &small);
  if (entry->feature == ANNALS_FEATURE_COVERING)
    mark.shape = ANNALS_SHAPE_COVER;
  if (entry->feature == ANNALS_FEATURE_WHISKER)
    mark.shape = ANNALS_SHAPE_WHISKER;
  if (entry->feature == ANNALS_FEATURE_RECORD)
    annals_mark_draw_record (&mark, scene, date, &scale, &small, middle_y);
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

/* Walks the entries that are needed, row by row; draws them when there is a picture. */
static gdouble
flow (AnnalsScene *scene,
      const AnnalsLayout *layout,
      AnnalsMarkFeatures features,
      const AnnalsRect *rect)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  gdouble k = metrics->text_scale;
  gdouble column_px = get_column_width (layout, features);
  gdouble usable_px = rect->width - 2.0 * PADDING_PX * k + ENTRY_GAP_PX * k;
  guint n_columns = (guint) MAX (floor (usable_px / column_px), 1.0);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      gdouble x = rect->x + PADDING_PX * k + (n % n_columns) * column_px;
      gdouble y = rect->y + PADDING_PX * k + (n / n_columns) * ROW_PX * k;

      if (!(features & entries[i].feature))
        continue;
      if (scene != NULL)
        draw_entry (scene, layout, &entries[i], round (x), round (y + ROW_PX * k / 2.0));
      n++;
    }
  return n > 0 ? ceil (2.0 * PADDING_PX * k + ((n - 1) / n_columns + 1) * ROW_PX * k) : 0.0;
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
