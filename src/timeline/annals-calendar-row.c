/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-label-cut.h"
#include "annals-labels.h"
#include "annals-picture.h"

/* The row of the axis that shows a second calendar: its eras, years, months or days, the finest
 * whose names have room. A stretch has its name at its begin, or at the left edge while it is in
 * view; no name leaves its stretch, so none overlap. Of months and days only what sets them apart
 * is written, and what they belong to where that begins or comes into view. */

typedef struct
{
  AnnalsCalendarUnit unit;
  gint64 step;
  gdouble seconds; /* about how long */
} Level;

#define DAY_S 86400.0
#define YEAR_S (365.2425 * DAY_S)

#define YEARS(n)                                          \
  {                                                       \
    ANNALS_CALENDAR_UNIT_YEAR, (n), (gdouble) (n) *YEAR_S \
  }

/* Finest first; each is contained in the next. */
static const Level levels[] = {
  { ANNALS_CALENDAR_UNIT_DAY, 1, DAY_S },
  { ANNALS_CALENDAR_UNIT_MONTH, 1, 30.0 * DAY_S },
  YEARS (1),
  YEARS (5),
  YEARS (10),
  YEARS (50),
  YEARS (100),
  YEARS (500),
  YEARS (1000),
  YEARS (5000),
  YEARS (10000),
  YEARS (50000),
  YEARS (100000),
  YEARS (500000),
  YEARS (1000000),
  YEARS (10000000),
  YEARS (100000000),
  YEARS (1000000000),
  YEARS (10000000000),
  YEARS (100000000000),
};

/* Eras are of all lengths: where ten years have no room, they stand alone. */
#define LAST_LEVEL_OF_ERAS 4
static const Level eras = { ANNALS_CALENDAR_UNIT_ERA, 1, INFINITY };

#define LABEL_INSET_PX 5.0
#define LABEL_SPACE_PX 10.0
/* Names between the edges may be longer than those there. */
#define ROOMY_FACTOR 1.3
#define MOST_STRETCHES 1000
#define DAY_MAX (ANNALS_INSTANT_LATEST / ANNALS_SECONDS_PER_DAY)

typedef struct
{
  AnnalsScene *scene;
  const AnnalsLayout *layout;
  const AnnalsScale *scale;
  AnnalsCalendar calendar;
  const Level *level;
  const Level *coarser; /* nullable */
  gdouble k;
  gdouble height_px;
  gdouble opacity;   /* of what the coarser level has not */
  gboolean is_named; /* whether what months or days belong to has been written */
  gboolean is_roomy; /* whether each of them may say it */
  gboolean has_name; /* whether any can be seen */
} Row;

typedef struct
{
  gint64 first_day;
  gint64 last_day;
  gdouble x0_px;
  gdouble x1_px;
  AnnalsCalendarDate date;
} Stretch;

static gint64
get_day (AnnalsInstant instant)
{
  gint64 day = instant / ANNALS_SECONDS_PER_DAY;

  return instant % ANNALS_SECONDS_PER_DAY < 0 ? day - 1 : day;
}

static gdouble
get_x (const Row *row, gint64 day)
{
  return annals_scale_get_x (row->scale, CLAMP (day, -DAY_MAX, DAY_MAX) * ANNALS_SECONDS_PER_DAY);
}

static gdouble
measure (const Row *row, const gchar *text)
{
  return annals_layout_measure (row->layout, ANNALS_FONT_AXIS_MINOR, text);
}

static gboolean
find_stretch (const Row *row, const Level *level, gint64 day, Stretch *stretch)
{
  if (!annals_calendar_find_unit (row->calendar, level->unit, level->step, day, &stretch->first_day,
                                  &stretch->last_day, &stretch->date))
    return FALSE;

  stretch->x0_px = get_x (row, stretch->first_day);
  stretch->x1_px = stretch->last_day >= DAY_MAX ? G_MAXDOUBLE : get_x (row, stretch->last_day + 1);

  return TRUE;
}

/* What the stretch belongs to: the year of a month, the month of a day; an era or year itself. */
static gchar *
dup_whole (const Row *row, const AnnalsCalendarDate *date)
{
  AnnalsCalendarDate whole = *date;

  if (whole.day > 0)
    whole.day = 0;
  else
    whole.month = 0;

  return annals_calendar_dup_unit_words (row->calendar, &whole, ANNALS_WORDS_LONG);
}

static gchar *
dup_name (const Row *row, const AnnalsCalendarDate *date, AnnalsWordsForm form)
{
  /* Years are short enough to be written whole. */
  return annals_calendar_dup_unit_words (row->calendar, date,
                                         date->month == 0 ? ANNALS_WORDS_LONG : form);
}

/* At least, or when all of it is written. */
static gdouble
measure_stretch (const Row *row, const AnnalsCalendarDate *date, AnnalsWordsForm form)
{
  g_autofree gchar *name = dup_name (row, date, form);
  g_autofree gchar *whole = dup_whole (row, date);

  return MAX (measure (row, name), measure (row, whole));
}

/* The names at both ends of what is shown tell how wide those between are. */
static gdouble
get_needed_px (const Row *row, const Level *level, AnnalsWordsForm form)
{
  gdouble edges[] = { row->scale->x_px, row->scale->x_px + row->scale->width_px };
  gdouble needed = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      gint64 day = get_day (annals_scale_get_instant (row->scale, edges[i]));
      Stretch stretch;

      if (annals_calendar_find_next_day (row->calendar, day, &day)
          && find_stretch (row, level, day, &stretch))
        needed = MAX (needed, measure_stretch (row, &stretch.date, form));
    }

  return needed + (LABEL_INSET_PX + LABEL_SPACE_PX) * row->k;
}

static void
choose_level (Row *row)
{
  gboolean has_eras = row->calendar == ANNALS_CALENDAR_JAPANESE;
  guint n_levels = has_eras ? LAST_LEVEL_OF_ERAS + 1 : G_N_ELEMENTS (levels);

  row->level = has_eras ? &eras : &levels[n_levels - 1];
  row->coarser = NULL;
  row->opacity = 1.0;
  for (guint i = 0; i < n_levels; i++)
    {
      gdouble spacing = levels[i].seconds / row->scale->s_per_px;
      gdouble needed;

      if (spacing < 20.0)
        continue;
      needed = get_needed_px (row, &levels[i], ANNALS_WORDS_SHORT);
      if (spacing < needed)
        continue;
      row->level = &levels[i];
      row->is_roomy = spacing >= get_needed_px (row, &levels[i], ANNALS_WORDS_LONG) * ROOMY_FACTOR;
      row->coarser = i + 1 < n_levels ? &levels[i + 1] : has_eras ? &eras : NULL;
      row->opacity = CLAMP ((spacing / needed - 1.0) / 0.25, 0.0, 1.0);
      return;
    }
}

/* Whether the coarser level, or an era, begins here too, so that the tick stays. */
static gboolean
stays (const Row *row, const Stretch *stretch)
{
  Stretch coarser;

  return row->coarser == NULL
         || (find_stretch (row, row->coarser, stretch->first_day, &coarser)
             && coarser.first_day == stretch->first_day);
}

/* Writes the first of the names that fits into the stretch. */
static gboolean
add_label (Row *row, const Stretch *stretch, const gchar *name, gdouble opacity)
{
  gdouble left = row->scale->x_px;
  gdouble right = MIN (stretch->x1_px, left + row->scale->width_px);
  gdouble x = MAX (stretch->x0_px, left) + LABEL_INSET_PX * row->k;
  gdouble width = measure (row, name);
  AnnalsItem *item;

  /* What goes out of view is pushed out by what follows. */
  if (stretch->x0_px < left)
    x = MIN (x, right - width - LABEL_SPACE_PX * row->k);
  if (x < left || x + width > right - LABEL_INSET_PX * row->k)
    return FALSE;
  if (opacity <= 0.01)
    return TRUE;

  item = annals_scene_add_text (row->scene, ANNALS_ROLE_DIM_TEXT, ANNALS_FONT_AXIS_MINOR, round (x),
                                round (15.0 * row->k), name);
  item->opacity = opacity;
  row->has_name = TRUE;

  return TRUE;
}

static gboolean
begins_whole (const AnnalsCalendarDate *date)
{
  return date->day > 0 ? date->day == 1 : date->month == 1;
}

static void
add_name (Row *row, const Stretch *stretch, gdouble opacity)
{
  g_autofree gchar *all = dup_name (row, &stretch->date, ANNALS_WORDS_LONG);
  g_autofree gchar *own = dup_name (row, &stretch->date, ANNALS_WORDS_SHORT);
  g_autofree gchar *whole = dup_whole (row, &stretch->date);

  if ((row->is_roomy || stretch->date.month == 0) && add_label (row, stretch, all, opacity))
    {
      row->is_named = TRUE;
      return;
    }
  if (!row->is_named || begins_whole (&stretch->date))
    {
      row->is_named = add_label (row, stretch, whole, 1.0);
      if (row->is_named)
        return;
    }
  add_label (row, stretch, own, opacity);
}

static void
add_tick (const Row *row, gdouble x_px, gdouble opacity)
{
  AnnalsRect line = { round (x_px) + 0.5, 3.0 * row->k, 0.0, row->height_px - 3.0 * row->k };

  if (x_px >= row->scale->x_px && x_px <= row->scale->x_px + row->scale->width_px && opacity > 0.01)
    annals_scene_add (row->scene, ANNALS_ITEM_LINE, ANNALS_ROLE_RULE, &line)->opacity = opacity;
}

static void
add_stretches (Row *row, const AnnalsPictureOptions *options)
{
  gdouble right = row->scale->x_px + row->scale->width_px;
  gint64 day = get_day (annals_scale_get_instant (row->scale, row->scale->x_px));
  gdouble end_px = -1.0;
  AnnalsCalendarDate before = { 0 };

  for (guint i = 0; i < MOST_STRETCHES; i++)
    {
      Stretch stretch;
      gdouble opacity;

      if (!annals_calendar_find_next_day (row->calendar, day, &day)
          || !find_stretch (row, row->level, day, &stretch) || stretch.x0_px > right)
        break;
      opacity = stays (row, &stretch) ? 1.0 : annals_picture_get_opacity (options, row->opacity);
      /* Where the calendar stops for a while, or for ever, its last stretch has an end. */
      if (end_px >= 0.0 && end_px < stretch.x0_px - 0.5)
        add_tick (row, end_px, 1.0);
      add_tick (row, stretch.x0_px, opacity);
      if (stretch.date.era != before.era || stretch.date.year != before.year)
        row->is_named = FALSE;
      before = stretch.date;
      add_name (row, &stretch, opacity);
      end_px = stretch.x1_px;
      if (stretch.last_day >= DAY_MAX)
        return;
      day = stretch.last_day + 1;
    }
  if (end_px >= 0.0)
    add_tick (row, end_px, 1.0);
}

/* While one level fades into the next, the coarser may have no room for its name and the finer be
 * faint still. The row says when it is all the same. */
static void
add_any_name (Row *row)
{
  gdouble right = row->scale->x_px + row->scale->width_px;
  gint64 day = get_day (annals_scale_get_instant (row->scale, row->scale->x_px));

  for (guint i = 0; i < MOST_STRETCHES && !row->has_name; i++)
    {
      Stretch stretch;

      if (!annals_calendar_find_next_day (row->calendar, day, &day)
          || !find_stretch (row, row->level, day, &stretch) || stretch.x0_px > right)
        return;
      add_name (row, &stretch, 1.0);
      if (stretch.last_day >= DAY_MAX)
        return;
      day = stretch.last_day + 1;
    }
}

/* The name of the calendar stands over those of the lanes. */
static void
add_title (const Row *row)
{
  const gchar *name = annals_calendar_get_name (row->calendar);
  gdouble width = row->scale->x_px - 22.0 * row->k;
  gchar cut[128];

  if (width <= 0.0)
    return;
  if (measure (row, name) > width)
    {
      if (!annals_label_cut (row->layout, ANNALS_FONT_AXIS_MINOR, name, width, ANNALS_LABELS_LEAST,
                             1, cut, sizeof cut, NULL))
        return;
      name = cut;
    }
  annals_scene_add_text (row->scene, ANNALS_ROLE_DIM_TEXT, ANNALS_FONT_AXIS_MINOR,
                         round (16.0 * row->k), round (15.0 * row->k), name);
}

/**
 * annals_calendar_row_add:
 * @scene: a picture whose axis is drawn
 * @layout: its layout, whose measures have a row for a second calendar
 * @options: what is shown
 *
 * Draws the row of a second calendar into the axis, above its two tiers.
 */
void
annals_calendar_row_add (AnnalsScene *scene,
                         const AnnalsLayout *layout,
                         const AnnalsPictureOptions *options)
{
  const AnnalsMetrics *metrics = annals_layout_get_metrics (layout);
  AnnalsRect rule = { 0.0, round (metrics->calendar_row_px) + 0.5, options->width_px, 0.0 };
  AnnalsScale pieces[ANNALS_SCALE_MOST_PIECES];
  guint n_pieces;
  Row row = { .scene = scene,
              .layout = layout,
              .scale = &options->scale,
              .calendar = options->calendar,
              .k = metrics->text_scale,
              .height_px = metrics->calendar_row_px };

  annals_scene_begin_group (scene, ANNALS_CLIP_NONE, -1, 0);
  annals_scene_add (scene, ANNALS_ITEM_LINE, ANNALS_ROLE_RULE, &rule);
  add_title (&row);
  annals_scene_begin_group (scene, ANNALS_CLIP_AXIS, -1, 0);
  choose_level (&row);
  n_pieces = annals_scale_get_pieces (&options->scale, pieces);
  for (guint i = 0; i < n_pieces; i++)
    {
      row.scale = &pieces[i];
      row.is_named = row.has_name = FALSE;
      add_stretches (&row, options);
      add_any_name (&row);
    }
  annals_scene_begin_group (scene, ANNALS_CLIP_NONE, -1, 0);
}
