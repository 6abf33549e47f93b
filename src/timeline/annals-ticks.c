/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "annals-date.h"
#include "annals-ticks.h"

/* Ticks of the axis. One table says which units there are, finest first, and which coarser unit is
 * shown above each; every level is contained in the next, so that ticks only ever appear or fade
 * between the ones that stay. */

typedef enum
{
  UNIT_SECOND,
  UNIT_MINUTE,
  UNIT_HOUR,
  UNIT_DAY,
  UNIT_MONTH,
  UNIT_YEAR,
  UNIT_ERA,
} Unit;

typedef struct
{
  Unit unit;
  gint64 step;
  gdouble seconds; /* about how long */
} Level;

typedef struct
{
  Level level;
  Level major;
} LevelPair;

#define USUAL_TICKS 128 /* in a picture */
#define MINUTE_S 60.0
#define HOUR_S 3600.0
#define DAY_S 86400.0
#define MONTH_S (30.436875 * DAY_S)
#define YEAR_S (365.2425 * DAY_S)

#define SECONDS(n)        \
  {                       \
    UNIT_SECOND, (n), (n) \
  }
#define MINUTES(n)                  \
  {                                 \
    UNIT_MINUTE, (n), (n) *MINUTE_S \
  }
#define HOURS(n)                \
  {                             \
    UNIT_HOUR, (n), (n) *HOUR_S \
  }
#define DAYS(n)               \
  {                           \
    UNIT_DAY, (n), (n) *DAY_S \
  }
#define MONTHS(n)                 \
  {                               \
    UNIT_MONTH, (n), (n) *MONTH_S \
  }
#define YEARS(n)                \
  {                             \
    UNIT_YEAR, (n), (n) *YEAR_S \
  }
#define ERA               \
  {                       \
    UNIT_ERA, 1, INFINITY \
  }

static const LevelPair levels[] = {
  { SECONDS (1), MINUTES (1) }, { SECONDS (5), MINUTES (1) },  { SECONDS (15), MINUTES (1) },
  { MINUTES (1), DAYS (1) },    { MINUTES (5), DAYS (1) },     { MINUTES (15), DAYS (1) },
  { HOURS (1), DAYS (1) },      { HOURS (6), DAYS (1) },       { DAYS (1), MONTHS (1) },
  { DAYS (5), MONTHS (1) },     { MONTHS (1), YEARS (1) },     { MONTHS (3), YEARS (1) },
  { YEARS (1), YEARS (10) },    { YEARS (5), YEARS (10) },     { YEARS (10), YEARS (100) },
  { YEARS (50), YEARS (100) },  { YEARS (100), ERA },          { YEARS (500), ERA },
  { YEARS (1000), ERA },        { YEARS (5000), ERA },         { YEARS (10000), ERA },
  { YEARS (50000), ERA },       { YEARS (100000), ERA },       { YEARS (500000), ERA },
  { YEARS (1000000), ERA },     { YEARS (5000000), ERA },      { YEARS (10000000), ERA },
  { YEARS (50000000), ERA },    { YEARS (100000000), ERA },    { YEARS (500000000), ERA },
  { YEARS (1000000000), ERA },  { YEARS (5000000000), ERA },   { YEARS (10000000000), ERA },
  { YEARS (50000000000), ERA }, { YEARS (100000000000), ERA },
};

/* Widest label of each unit, measured to know how dense a level may be. */
static const gchar *const widest[] = {
  [UNIT_SECOND] = "00:00:00", [UNIT_MINUTE] = "00:00", [UNIT_HOUR] = "00:00", [UNIT_DAY] = "00",
  [UNIT_MONTH] = "Mmm",       [UNIT_YEAR] = "0000",    [UNIT_ERA] = "BCE",
};

#define LABEL_INSET_PX 5.0
#define LABEL_SPACE_PX 14.0
#define BARE_TICK_PX 7.0

/* Years are counted so that round numbers are round on both sides of the missing year 0: …, 200
 * BCE, 100 BCE, 1, 100, 200, … */
static gint64
floor_year (gint64 year, gint64 step)
{
  gint64 bce = 1 - year;

  if (step == 1 || year == 1)
    return year;
  if (year >= step)
    return year - year % step;
  if (year >= 1)
    return 1;
  return 1 - (bce + step - 1) / step * step;
}

static gint64
next_year (gint64 year, gint64 step)
{
  if (step == 1)
    return year + 1;
  if (year == 1)
    return step;
  if (year == 1 - step)
    return 1;
  return year + step;
}

/* Days are counted 1, 5, 10, 15, 20, 25 and then the next month, which every month has. */
static gint
floor_day (gint day, gint64 step)
{
  if (step == 1 || day < step)
    return step == 1 ? day : 1;
  return MIN (day - day % step, 25);
}

static AnnalsInstant
floor_level (const Level *level, AnnalsInstant instant)
{
  AnnalsCivil civil;

  annals_instant_to_civil (instant, &civil);
  switch (level->unit)
    {
    case UNIT_SECOND:
      civil.second -= civil.second % level->step;
      break;
    case UNIT_MINUTE:
      civil.minute -= civil.minute % level->step;
      civil.second = 0;
      break;
    case UNIT_HOUR:
      civil.hour -= civil.hour % level->step;
      civil.minute = civil.second = 0;
      break;
    case UNIT_DAY:
      return annals_instant_from_date (civil.year, civil.month, floor_day (civil.day, level->step));
    case UNIT_MONTH:
      return annals_instant_from_date (civil.year,
                                       civil.month - (civil.month - 1) % (gint) level->step, 1);
    case UNIT_YEAR:
      return annals_instant_from_date (floor_year (civil.year, level->step), 1, 1);
    case UNIT_ERA:
    default:
      return civil.year >= 1 ? annals_instant_from_date (1, 1, 1) : ANNALS_INSTANT_EARLIEST;
    }
  return annals_instant_from_civil (&civil);
}

static AnnalsInstant
next_tick (const Level *level, AnnalsInstant tick)
{
  AnnalsCivil civil;
  gint64 seconds = (gint64) level->seconds;

  if (level->unit <= UNIT_HOUR)
    return tick > ANNALS_INSTANT_LATEST - seconds ? ANNALS_INSTANT_LATEST : tick + seconds;

  annals_instant_to_civil (tick, &civil);
  if (level->unit == UNIT_DAY)
    {
      gint day = civil.day == 1 && level->step > 1 ? (gint) level->step
                                                   : civil.day + (gint) level->step;

      if (day <= (level->step == 1 ? annals_days_in_month (civil.year, civil.month) : 25))
        return annals_instant_from_date (civil.year, civil.month, day);
    }
  if (level->unit <= UNIT_MONTH)
    {
      gint month = civil.month + (level->unit == UNIT_MONTH ? (gint) level->step : 1);

      return month > 12 ? annals_instant_from_date (civil.year + 1, 1, 1)
                        : annals_instant_from_date (civil.year, month, 1);
    }
  if (level->unit == UNIT_YEAR)
    return annals_instant_from_date (next_year (floor_year (civil.year, level->step), level->step),
                                     1, 1);
  return civil.year < 1 ? annals_instant_from_date (1, 1, 1) : ANNALS_INSTANT_LATEST;
}

/* What the words for large numbers stand for: English counts by millions and thousand millions,
 * others by ten thousands and their squares. */
static gdouble
get_unit (const gchar *n_zeros, gint usual)
{
  gint64 n = usual;

  if (!g_ascii_string_to_signed (n_zeros, 10, 3, 12, &n, NULL))
    n = usual;
  return pow (10.0, (gdouble) n);
}

/* As people write it; the locale may know another sign than the language that is shown. */
static void
format_decimal (gdouble number, gchar *out, gsize size)
{
  gchar digits[G_ASCII_DTOSTR_BUF_SIZE];
  gchar *fraction;

  g_ascii_formatd (digits, sizeof digits, "%.5g", number);
  fraction = strchr (digits, '.');
  if (fraction == NULL)
    {
      g_strlcpy (out, digits, size);
      return;
    }
  *fraction = '\0';
  /* Translators: this stands before the fraction of a number, as in 4.5. */
  g_snprintf (out, size, "%s%s%s", digits, C_ ("decimal separator", "."), fraction + 1);
}

static void
format_deep_number (gdouble count, gchar *out, gsize size)
{
  /* Translators: how many zeros the word in “%s billion” on the axis stands for: 9 in English, 8
   * where it is translated by a word for a hundred million. */
  gdouble large = get_unit (C_ ("axis: zeros of the larger unit", "9"), 9);
  /* Translators: how many zeros the word in “%s million” on the axis stands for: 6 in English, 4
   * where it is translated by a word for ten thousand. */
  gdouble small = get_unit (C_ ("axis: zeros of the smaller unit", "6"), 6);
  gchar number[64];

  format_decimal (count / (count >= large ? large : small), number, sizeof number);
  if (count >= large)
    /* Translators: a year on the axis, in thousand millions; %s is a number such as 4.5. */
    g_snprintf (out, size, C_ ("axis", "%s billion"), number);
  else
    /* Translators: a year on the axis, in millions; %s is a number such as 66. */
    g_snprintf (out, size, C_ ("axis", "%s million"), number);
}

/* Years of deep time are short ("66 million BCE"); nearer ones are what annals_year_dup_words()
 * says. */
static void
format_year (gint64 year, gchar *label, gsize size)
{
  gdouble count = year >= 1 ? (gdouble) year : 1.0 - (gdouble) year;
  gchar number[128];

  if (count < 1e6)
    {
      annals_year_write_words (year, label, size);
      return;
    }
  format_deep_number (count, number, sizeof number);
  if (year >= 1)
    g_strlcpy (label, number, size);
  else
    /* Translators: a year before the common era on the axis; %s is "66 million". */
    g_snprintf (label, size, C_ ("axis", "%s BCE"), number);
}

static void
format_day (const AnnalsCivil *civil, gchar *label, gsize size)
{
  if (!annals_stretch_write_words (civil, civil, ANNALS_PRECISION_DAY, ANNALS_WORDS_LONG, label,
                                   size))
    format_year (civil->year, label, size);
}

static void
format_month (const AnnalsCivil *civil, gchar *label, gsize size)
{
  gchar year[64];

  format_year (civil->year, year, sizeof year);
  /* Translators: a month on the axis: %1$s is its name, %2$s the year. */
  g_snprintf (label, size, C_ ("axis", "%1$s %2$s"),
              annals_month_get_name (civil->month, ANNALS_WORDS_LONG), year);
}

static void
format_minor (const Level *level, AnnalsInstant tick, gchar *label, gsize size)
{
  AnnalsCivil civil;

  annals_instant_to_civil (tick, &civil);
  switch (level->unit)
    {
    case UNIT_SECOND:
      g_snprintf (label, size, "%02d:%02d:%02d", civil.hour, civil.minute, civil.second);
      break;
    case UNIT_MINUTE:
    case UNIT_HOUR:
      g_snprintf (label, size, "%02d:%02d", civil.hour, civil.minute);
      break;
    case UNIT_DAY:
      g_snprintf (label, size, "%d", civil.day);
      break;
    case UNIT_MONTH:
      g_strlcpy (label, annals_month_get_name (civil.month, ANNALS_WORDS_SHORT), size);
      break;
    case UNIT_YEAR:
    case UNIT_ERA:
    default:
      format_year (civil.year, label, size);
    }
}

static void
format_major (const Level *level, AnnalsInstant tick, gchar *label, gsize size)
{
  AnnalsCivil civil;
  gchar day[64];

  annals_instant_to_civil (tick, &civil);
  switch (level->unit)
    {
    case UNIT_MINUTE:
      format_day (&civil, day, sizeof day);
      /* Translators: a minute on the axis: %1$s is a day with month and year, %2$d hours, %3$d
       * minutes. */
      g_snprintf (label, size, C_ ("axis", "%1$s, %2$02d:%3$02d"), day, civil.hour, civil.minute);
      break;
    case UNIT_DAY:
      format_day (&civil, label, size);
      break;
    case UNIT_MONTH:
      format_month (&civil, label, size);
      break;
    case UNIT_ERA:
      g_strlcpy (label, civil.year >= 1 ? C_ ("axis era", "CE") : C_ ("axis era", "BCE"), size);
      break;
    case UNIT_YEAR:
      if (level->step >= 10 && civil.year >= 100)
        {
          /* Translators: a decade or century on the axis, such as 1970s; %d is its first year. */
          g_snprintf (label, size, C_ ("axis", "%ds"), (gint) MIN (civil.year, G_MAXINT));
          break;
        }
      format_year (civil.year, label, size);
      break;
    case UNIT_SECOND:
    case UNIT_HOUR:
    default:
      label[0] = '\0';
    }
}

/* What is remembered, each in one place of a table: what comes to a place takes it. */
#define N_REMEMBERED 1024 /* a power of two */

typedef struct
{
  const Level *level;
  AnnalsInstant at;
  gchar label[sizeof ((AnnalsTick *) NULL)->label];
} Remembered;

struct _AnnalsTickWords
{
  Remembered remembered[N_REMEMBERED];
};

/**
 * annals_tick_words_new:
 *
 * Returns: (transfer full): no words; free them with annals_tick_words_free()
 */
AnnalsTickWords *
annals_tick_words_new (void)
{
  return g_new0 (AnnalsTickWords, 1);
}

/**
 * annals_tick_words_free:
 * @words: (nullable) (transfer full): words
 */
void
annals_tick_words_free (AnnalsTickWords *words)
{
  g_free (words);
}

typedef void (*FormatFunc) (const Level *level, AnnalsInstant tick, gchar *label, gsize size);

static void
say (AnnalsTickWords *words,
     FormatFunc format,
     const Level *level,
     AnnalsInstant at,
     gchar *label,
     gsize size)
{
  guint64 hash = ((guint64) at ^ (guint64) (guintptr) level) * 0x9e3779b97f4a7c15u;
  Remembered *remembered;

  if (words == NULL)
    {
      format (level, at, label, size);
      return;
    }
  remembered = &words->remembered[(hash >> 32) % N_REMEMBERED];
  if (remembered->level != level || remembered->at != at)
    {
      remembered->level = level;
      remembered->at = at;
      format (level, at, remembered->label, sizeof remembered->label);
    }
  g_strlcpy (label, remembered->label, size);
}

/* Years have labels of many widths; the widest are at the ends of the picture: the last or last but
 * one there ("2.5 million", "3 million"). */
static gdouble
needed_px (const Level *level,
           const AnnalsScale *scale,
           AnnalsMeasureFunc measure,
           gpointer user_data,
           AnnalsTickWords *words)
{
  AnnalsInstant ends[4];
  gdouble width = measure (ANNALS_FONT_AXIS_MINOR, widest[level->unit], user_data);

  if (level->unit == UNIT_YEAR)
    {
      ends[0] = floor_level (level, annals_scale_get_instant (scale, scale->x_px));
      ends[1] = next_tick (level, ends[0]);
      ends[2] = floor_level (level,
                             annals_scale_get_instant (scale, scale->x_px + scale->width_px));
      ends[3] = floor_level (level, MAX (ends[2], ANNALS_INSTANT_EARLIEST + 1) - 1);
      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        {
          gchar label[64];

          say (words, format_minor, level, ends[i], label, sizeof label);
          width = MAX (width, measure (ANNALS_FONT_AXIS_MINOR, label, user_data));
        }
    }
  return width + LABEL_INSET_PX + LABEL_SPACE_PX;
}

/* The finest level whose labels have room. */
static guint
choose_level (const AnnalsScale *scale,
              AnnalsMeasureFunc measure,
              gpointer user_data,
              AnnalsTickWords *words,
              gdouble *room)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      gdouble spacing_px = levels[i].level.seconds / scale->s_per_px;
      gdouble needed;

      if (spacing_px < 20.0)
        continue;
      needed = needed_px (&levels[i].level, scale, measure, user_data, words);
      if (spacing_px >= needed)
        {
          *room = spacing_px / needed;
          return i;
        }
    }
  *room = 2.0;
  return G_N_ELEMENTS (levels) - 1;
}

/* The last tick that is not right of the left edge; where time begins, the first one in it. */
static AnnalsInstant
get_first_tick (const Level *level, const AnnalsScale *scale)
{
  AnnalsInstant first = floor_level (level, annals_scale_get_instant (scale, scale->x_px));

  if (first != ANNALS_INSTANT_EARLIEST)
    return first;
  return floor_level (level, next_tick (level, first));
}

static void
add_minor_ticks (GArray *ticks,
                 const AnnalsScale *scale,
                 guint chosen,
                 gdouble opacity,
                 gboolean labels,
                 AnnalsTickWords *words)
{
  const Level *level = &levels[chosen].level;
  const Level *coarser = chosen + 1 < G_N_ELEMENTS (levels) ? &levels[chosen + 1].level : NULL;
  gdouble right_px = scale->x_px + scale->width_px;
  AnnalsInstant at = get_first_tick (level, scale);

  while (at < ANNALS_INSTANT_LATEST)
    {
      AnnalsTick tick = { .instant = at,
                          .x_px = annals_scale_get_x (scale, at),
                          .left_px = scale->x_px,
                          .right_px = right_px };
      gboolean stays = coarser != NULL && floor_level (coarser, at) == at;
      AnnalsInstant next = next_tick (level, at);

      if (tick.x_px > right_px || next <= at)
        break;
      tick.opacity = stays && labels ? 1.0 : opacity;
      if (labels)
        say (words, format_minor, level, at, tick.label, sizeof tick.label);
      if (labels || !stays)
        g_array_append_val (ticks, tick);
      at = next;
    }
}

static void
add_major_ticks (GArray *ticks, const AnnalsScale *scale, guint chosen, AnnalsTickWords *words)
{
  const Level *level = &levels[chosen].major;
  gdouble right_px = scale->x_px + scale->width_px;
  AnnalsInstant at = floor_level (level, annals_scale_get_instant (scale, scale->x_px));

  while (at < ANNALS_INSTANT_LATEST)
    {
      AnnalsTick tick = { .instant = at,
                          .x_px = annals_scale_get_x (scale, at),
                          .left_px = scale->x_px,
                          .right_px = right_px,
                          .opacity = 1.0 };
      AnnalsInstant next = next_tick (level, at);

      if (tick.x_px > right_px || next <= at)
        break;
      tick.major = TRUE;
      say (words, format_major, level, at, tick.label, sizeof tick.label);
      g_array_append_val (ticks, tick);
      at = next;
    }
}

/**
 * annals_ticks_fill:
 * @ticks: (element-type AnnalsTick): the ticks; what was in it goes
 * @scale: what is shown
 * @metrics: measures
 * @measure: tells how wide a label will be
 * @user_data: handed to @measure
 * @words: (nullable): what is remembered of earlier ticks, in the same language
 *
 * Chooses the finest unit whose labels have room, and the coarser unit above it. First come bare
 * ticks of the next finer unit, fading in as there comes room for them, then labelled ones, then
 * those of the upper tier; within each, from left to right. The first of the upper tier may stand
 * left of the picture. Where the scale has breaks, there are ticks on the stretches between them,
 * all in the same unit.
 */
void
annals_ticks_fill (GArray *ticks,
                   const AnnalsScale *scale,
                   const AnnalsMetrics *metrics,
                   AnnalsMeasureFunc measure,
                   gpointer user_data,
                   AnnalsTickWords *words)
{
  AnnalsScale pieces[ANNALS_SCALE_MOST_PIECES];
  gdouble room = 1.0;
  guint n_pieces;
  guint chosen;

  g_return_if_fail (ticks != NULL && scale != NULL && measure != NULL);

  g_array_set_size (ticks, 0);
  n_pieces = annals_scale_get_pieces (scale, pieces);
  chosen = choose_level (scale, measure, user_data, words, &room);
  if (chosen > 0)
    {
      gdouble spacing_px = levels[chosen - 1].level.seconds / scale->s_per_px;

      for (guint i = 0; i < n_pieces && spacing_px > BARE_TICK_PX; i++)
        add_minor_ticks (ticks, &pieces[i], chosen - 1,
                         CLAMP ((spacing_px - BARE_TICK_PX) / BARE_TICK_PX, 0.0, 0.6), FALSE,
                         words);
    }
  for (guint i = 0; i < n_pieces; i++)
    add_minor_ticks (ticks, &pieces[i], chosen, CLAMP ((room - 1.0) / 0.25, 0.0, 1.0), TRUE, words);
  for (guint i = 0; i < n_pieces; i++)
    add_major_ticks (ticks, &pieces[i], chosen, words);
}

/**
 * annals_ticks_build:
 * @scale: what is shown
 * @metrics: measures
 * @measure: tells how wide a label will be
 * @user_data: handed to @measure
 * @words: (nullable): what is remembered of earlier ticks, in the same language
 *
 * Does what annals_ticks_fill() does with an array of its own.
 *
 * Returns: (transfer full) (element-type AnnalsTick): the ticks
 */
GArray *
annals_ticks_build (const AnnalsScale *scale,
                    const AnnalsMetrics *metrics,
                    AnnalsMeasureFunc measure,
                    gpointer user_data,
                    AnnalsTickWords *words)
{
  GArray *ticks = g_array_sized_new (FALSE, TRUE, sizeof (AnnalsTick), USUAL_TICKS);

  annals_ticks_fill (ticks, scale, metrics, measure, user_data, words);
  return ticks;
}
