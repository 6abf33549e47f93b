/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-picture.h"

/* The legend: a sample of every sign that a picture uses, and no other, with what it means. The
 * samples are real marks of made-up dates, drawn by the code that draws events. */

#define SAMPLE_PX 56.0
#define SMALL_SAMPLE_PX 14.0
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
    NC_ ("legend", "period") },
  { ANNALS_FEATURE_MOMENT, "2004-07-01", ANNALS_STATUS_HAPPENED, NC_ ("legend", "day") },
  { ANNALS_FEATURE_COVERING, "2004", ANNALS_STATUS_HAPPENED,
    NC_ ("legend", "one date, stated no more exactly") },
  { ANNALS_FEATURE_INEXACT, "2001~/2008~", ANNALS_STATUS_HAPPENED,
    NC_ ("legend", "fades where it is not exact") },
  { ANNALS_FEATURE_OPEN, "2001-01-01/..", ANNALS_STATUS_HAPPENED,
    NC_ ("legend", "goes on: no end stated") },
  { ANNALS_FEATURE_UNKNOWN, "2003-01-01/", ANNALS_STATUS_HAPPENED,
    NC_ ("legend", "end not known") },
  { ANNALS_FEATURE_PLANNED, "2001-01-01/2008-12-31", ANNALS_STATUS_PLANNED,
    NC_ ("legend", "planned") },
  { ANNALS_FEATURE_HYPOTHETICAL, "2001-01-01/2008-12-31", ANNALS_STATUS_HYPOTHETICAL,
    NC_ ("legend", "hypothetical") },
  { ANNALS_FEATURE_DENIED, "2001-01-01/2008-12-31", ANNALS_STATUS_DENIED,
    NC_ ("legend", "denied") },
  { ANNALS_FEATURE_ONE_OF, "[2001-06-01,2008-06-01]", ANNALS_STATUS_HAPPENED,
    NC_ ("legend", "one of these dates") },
  { ANNALS_FEATURE_ALL_OF, "{2001-06-01,2008-06-01}", ANNALS_STATUS_HAPPENED,
    NC_ ("legend", "each of these dates") },
  { ANNALS_FEATURE_WHISKER, "2001/2001", ANNALS_STATUS_HAPPENED,
    NC_ ("legend", "somewhere in this range") },
  { ANNALS_FEATURE_RECORD, "2001-01-01/2008-12-31", ANNALS_STATUS_HAPPENED,
    NC_ ("legend", "thin line: on record, where the text says otherwise") },
};

static gdouble
get_sample_width (const AnnalsLayout *layout, const Entry *entry)
{
  gboolean small = entry->feature == ANNALS_FEATURE_MOMENT
                   || entry->feature == ANNALS_FEATURE_COVERING;

  return (small ? SMALL_SAMPLE_PX : SAMPLE_PX) * annals_layout_get_metrics (layout)->text_scale;
}

static gdouble
get_entry_width (const AnnalsLayout *layout, const Entry *entry)
{
  return get_sample_width (layout, entry) + 10.0
         + annals_layout_measure (layout, ANNALS_FONT_NOTE,
                                  g_dpgettext2 (GETTEXT_PACKAGE, "legend", entry->meaning));
}

static void
draw_sample (AnnalsScene *scene,
             const AnnalsLayout *layout,
             const Entry *entry,
             gdouble x,
             gdouble middle_y)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  gdouble width = get_sample_width (layout, entry);
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
  if (entry->feature == ANNALS_FEATURE_INEXACT)
    {
      mark.solid0_px = mark.x0_px + width / 4.0;
      mark.solid1_px = mark.x1_px - width / 4.0;
    }
  if (entry->feature == ANNALS_FEATURE_WHISKER)
    {
      mark.shape = ANNALS_SHAPE_WHISKER;
      mark.x1_px = mark.solid1_px = x + width;
    }
  if (entry->feature == ANNALS_FEATURE_RECORD)
    annals_mark_draw_record (&mark, scene, date, &scale, middle_y);
  else
    annals_mark_draw (&mark, scene, date, entry->status, &scale, &small, middle_y);
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
  gdouble x = rect->x + PADDING_PX * k;
  gdouble y = rect->y + PADDING_PX * k;
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const Entry *entry = &entries[i];
      gdouble width;

      if (!(features & entry->feature))
        continue;
      width = get_entry_width (layout, entry);
      if (any && x + width > rect->x + rect->width - PADDING_PX * k)
        {
          x = rect->x + PADDING_PX * k;
          y += ROW_PX * k;
        }
      any = TRUE;
      if (scene != NULL)
        {
          gdouble middle = round (y + ROW_PX * k / 2.0);

          draw_sample (scene, layout, entry, x, middle);
          annals_scene_add_text (scene, ANNALS_ROLE_DIM_TEXT, ANNALS_FONT_NOTE,
                                 round (x + get_sample_width (layout, entry) + 10.0),
                                 round (middle + metrics->baseline_px),
                                 g_dpgettext2 (GETTEXT_PACKAGE, "legend", entry->meaning));
        }
      x += width + ENTRY_GAP_PX * k;
    }
  return any ? ceil (y + ROW_PX * k + PADDING_PX * k - rect->y) : 0.0;
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
