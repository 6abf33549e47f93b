/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-mark-private.h"

/* A date as a mark: where it is certain, where it is not, and how far it may reach. What that looks
 * like is in annals-mark-draw.c. */

#define UNKNOWN_STUB_PX 28.0
#define OPEN_STUB_PX 24.0
#define QUESTION_PX 18.0       /* the question mark and the room that keeps it from a label */
#define LEAST_SOFT_PX 8.0      /* an end that is only near is never drawn sharp */
#define LEAST_DOUBTFUL_PX 20.0 /* so much of a doubtful end has stripes */
#define HALO_PX 3.0            /* round a disc that is only near */

gdouble
annals_mark_get_x_after (const AnnalsScale *scale, AnnalsInstant last)
{
  return annals_scale_get_x (scale, last < ANNALS_INSTANT_LATEST ? last + 1 : last);
}

static gdouble
get_tolerance_px (const AnnalsScale *scale, const AnnalsSpan *span, const AnnalsEnd *end)
{
  gdouble tolerance_px = (gdouble) annals_span_get_tolerance_s (span, end) / scale->s_per_px;

  return tolerance_px > 0.0 && span->kind == ANNALS_SPAN_PERIOD ? MAX (tolerance_px, LEAST_SOFT_PX)
                                                                : tolerance_px;
}

static void
place_known_ends (AnnalsMark *mark, const AnnalsSpan *span, const AnnalsScale *scale)
{
  gboolean period = span->kind == ANNALS_SPAN_PERIOD;

  if (span->begin_earliest != ANNALS_INSTANT_MIN)
    {
      mark->soft0_px = get_tolerance_px (scale, span, &span->begin);
      mark->x0_px = annals_scale_get_x (scale, span->begin_earliest);
      mark->solid0_px = period ? annals_mark_get_x_after (scale, span->begin_latest) : mark->x0_px;
      mark->x0_px -= mark->soft0_px;
    }
  if (span->end_latest != ANNALS_INSTANT_MAX)
    {
      mark->soft1_px = get_tolerance_px (scale, span, &span->end);
      mark->x1_px = annals_mark_get_x_after (scale, span->end_latest);
      mark->solid1_px = period ? annals_scale_get_x (scale, span->end_earliest) : mark->x1_px;
      mark->x1_px += mark->soft1_px;
    }
}

/* An open end goes on to where the document's knowledge ends and fades out from there. What is
 * planned was not there yet when the text was published, so it fades in from then. */
static void
place_open_begin (AnnalsMark *mark,
                  AnnalsStatus status,
                  const AnnalsHorizon *horizon,
                  const AnnalsScale *scale,
                  const AnnalsMetrics *metrics)
{
  gdouble published_px = annals_scale_get_x (scale, horizon->published);
  gdouble limit_px = isinf (mark->solid1_px) ? annals_scale_get_x (scale, horizon->last)
                                             : mark->solid1_px;

  if (status == ANNALS_STATUS_PLANNED && horizon->published != ANNALS_INSTANT_MIN
      && published_px < limit_px)
    {
      mark->begin = ANNALS_END_KNOWN;
      mark->x0_px = published_px;
      mark->solid0_px = MIN (published_px + metrics->open_fade_px, limit_px);
      mark->soft0_px = mark->solid0_px - mark->x0_px;
      return;
    }
  mark->solid0_px = MIN (annals_scale_get_x (scale, horizon->first), limit_px - OPEN_STUB_PX);
  mark->x0_px = mark->solid0_px - metrics->open_fade_px;
}

static void
place_open_end (AnnalsMark *mark,
                const AnnalsHorizon *horizon,
                const AnnalsScale *scale,
                const AnnalsMetrics *metrics)
{
  mark->solid1_px = MAX (annals_mark_get_x_after (scale, horizon->last),
                         mark->solid0_px + OPEN_STUB_PX);
  mark->x1_px = mark->solid1_px + metrics->open_fade_px;
}

/* With neither end known there is nothing to hold on to: it may be anywhere. */
static void
place_unknown_ends (AnnalsMark *mark, const AnnalsHorizon *horizon, const AnnalsScale *scale)
{
  if (mark->begin == ANNALS_END_UNKNOWN && mark->end == ANNALS_END_UNKNOWN)
    {
      mark->x0_px = mark->solid1_px = annals_scale_get_x (scale, horizon->first);
      mark->x1_px = mark->solid0_px = annals_mark_get_x_after (scale, horizon->last);
    }
  else if (mark->begin == ANNALS_END_UNKNOWN)
    mark->x0_px = mark->solid0_px
        = (isinf (mark->solid1_px) ? annals_scale_get_x (scale, horizon->last) : mark->solid1_px)
          - UNKNOWN_STUB_PX;
  else if (mark->end == ANNALS_END_UNKNOWN)
    mark->x1_px = mark->solid1_px = mark->solid0_px + UNKNOWN_STUB_PX;
}

static AnnalsShape
choose_shape (const AnnalsMark *mark,
              const AnnalsSpan *span,
              const AnnalsDate *date,
              AnnalsStatus status)
{
  gboolean set = span->kind == ANNALS_SPAN_ONE_OF || span->kind == ANNALS_SPAN_ALL_OF;
  AnnalsShape somewhere = annals_mark_is_hollow (status) ? ANNALS_SHAPE_COVER
                                                         : ANNALS_SHAPE_WHISKER;

  if (set && span->begin.state == ANNALS_END_KNOWN && span->end.state == ANNALS_END_KNOWN
      && annals_date_get_n_members (date) > 1)
    return ANNALS_SHAPE_POINTS;
  switch (span->kind)
    {
    case ANNALS_SPAN_MOMENT:
      return ANNALS_SHAPE_COVER;
    case ANNALS_SPAN_ONE_OF:
      return somewhere;
    case ANNALS_SPAN_PERIOD:
      if (mark->solid0_px > mark->solid1_px
          || (mark->begin == ANNALS_END_UNKNOWN && mark->end == ANNALS_END_UNKNOWN))
        return somewhere;
      return ANNALS_SHAPE_BAR;
    case ANNALS_SPAN_ALL_OF:
    default:
      return ANNALS_SHAPE_BAR;
    }
}

/* The first and last of several dates reach beyond their bounds by what their discs need. */
static void
make_room_for_discs (AnnalsMark *mark,
                     const AnnalsDate *date,
                     const AnnalsScale *scale,
                     const AnnalsMetrics *metrics)
{
  guint n_members = annals_date_get_n_members (date);

  for (guint i = 0; i < n_members; i++)
    {
      AnnalsMark member;

      annals_mark_init_member (&member, annals_date_get_member (date, i), scale, metrics);
      mark->x0_px = MIN (mark->x0_px, member.x0_px);
      mark->x1_px = MAX (mark->x1_px, member.x1_px);
    }
  mark->solid0_px = mark->x0_px;
  mark->solid1_px = mark->x1_px;
}

/* Nothing ever gets so narrow that it vanishes: a moment becomes a disc, a period a capsule. */
static void
widen (AnnalsMark *mark, const AnnalsMetrics *metrics)
{
  gboolean disc = mark->shape == ANNALS_SHAPE_COVER;
  gdouble least_px = mark->shape != ANNALS_SHAPE_BAR ? 2.0 * metrics->disc_radius_px
                                                     : metrics->capsule_px;
  gdouble middle_px = (mark->x0_px + mark->x1_px) / 2.0;

  if (disc && mark->soft0_px > 0.0)
    least_px += 2.0 * HALO_PX;
  if (mark->x1_px - mark->x0_px >= least_px)
    return;
  if (disc && mark->begin == ANNALS_END_KNOWN && mark->end == ANNALS_END_KNOWN)
    mark->shape = ANNALS_SHAPE_DISC;
  mark->x0_px = mark->solid0_px = round (middle_px - least_px / 2.0);
  mark->x1_px = mark->solid1_px = mark->x0_px + least_px;
}

/* Of a short period that is only near, something solid stays between the fades. */
static void
keep_core (AnnalsMark *mark, const AnnalsMetrics *metrics)
{
  gdouble middle_px = (mark->solid0_px + mark->solid1_px) / 2.0;
  gdouble half_px = metrics->capsule_px / 2.0;

  if (mark->shape != ANNALS_SHAPE_BAR || (mark->soft0_px <= 0.0 && mark->soft1_px <= 0.0)
      || mark->solid1_px - mark->solid0_px >= metrics->capsule_px)
    return;
  mark->solid0_px = middle_px - half_px;
  mark->solid1_px = middle_px + half_px;
  mark->x0_px = MIN (mark->x0_px, mark->solid0_px - (mark->soft0_px > 0.0 ? LEAST_SOFT_PX : 0.0));
  mark->x1_px = MAX (mark->x1_px, mark->solid1_px + (mark->soft1_px > 0.0 ? LEAST_SOFT_PX : 0.0));
}

/* What holds for a mark as for each of several. */
static void
set_ends (AnnalsMark *mark, const AnnalsSpan *span)
{
  *mark = (AnnalsMark){
    .shape = ANNALS_SHAPE_NONE,
    .x0_px = -INFINITY,
    .solid0_px = -INFINITY,
    .solid1_px = INFINITY,
    .x1_px = INFINITY,
  };
  if (span == NULL)
    return;
  mark->begin = span->begin.state;
  mark->end = span->end.state;
  mark->begin_doubtful = (span->begin.qualifiers & ANNALS_QUALIFIER_UNCERTAIN) != 0;
  mark->end_doubtful = (span->end.qualifiers & ANNALS_QUALIFIER_UNCERTAIN) != 0;
}

/* One of several dates, each bounded: a disc, or a bar over all that it may be. In a set of all its
 * dates, a range stands for every one of them, from its very begin to its very end. */
void
annals_mark_init_member (AnnalsMark *mark,
                         const AnnalsSpan *member,
                         const AnnalsScale *scale,
                         const AnnalsMetrics *metrics)
{
  set_ends (mark, member);
  place_known_ends (mark, member, scale);
  mark->shape = member->kind == ANNALS_SPAN_PERIOD ? ANNALS_SHAPE_BAR : ANNALS_SHAPE_COVER;
  mark->solid0_px = mark->x0_px + mark->soft0_px;
  mark->solid1_px = mark->x1_px - mark->soft1_px;
  widen (mark, metrics);
}

/* @date is %NULL for a span that is not a set. */
static void
init_mark (AnnalsMark *mark,
           const AnnalsSpan *span,
           const AnnalsDate *date,
           AnnalsStatus status,
           const AnnalsHorizon *horizon,
           const AnnalsScale *scale,
           const AnnalsMetrics *metrics)
{
  set_ends (mark, span);
  if (span == NULL)
    return;

  place_known_ends (mark, span, scale);
  mark->shape = choose_shape (mark, span, date, status);
  if (mark->begin == ANNALS_END_OPEN)
    place_open_begin (mark, status, horizon, scale, metrics);
  place_unknown_ends (mark, horizon, scale);
  if (mark->end == ANNALS_END_OPEN)
    place_open_end (mark, horizon, scale, metrics);
  if (mark->shape == ANNALS_SHAPE_POINTS)
    make_room_for_discs (mark, date, scale, metrics);
  if (mark->shape == ANNALS_SHAPE_COVER && mark->solid0_px > mark->solid1_px)
    {
      mark->solid0_px = mark->x0_px + mark->soft0_px;
      mark->solid1_px = mark->x1_px - mark->soft1_px;
    }
  keep_core (mark, metrics);
  widen (mark, metrics);
}

/**
 * annals_mark_init:
 * @mark: the mark to set
 * @date: (nullable): when it was
 * @status: what the text says of it
 * @horizon: how far the document reaches
 * @scale: the scale
 * @metrics: the measures
 *
 * Lays a date out on a scale. Positions may be far outside the picture.
 */
void
annals_mark_init (AnnalsMark *mark,
                  const AnnalsDate *date,
                  AnnalsStatus status,
                  const AnnalsHorizon *horizon,
                  const AnnalsScale *scale,
                  const AnnalsMetrics *metrics)
{
  init_mark (mark, date != NULL ? annals_date_get_span (date) : NULL, date, status, horizon, scale,
             metrics);
}

static AnnalsEnd
get_plain_end (gboolean open)
{
  return (AnnalsEnd){ .state = open ? ANNALS_END_OPEN : ANNALS_END_KNOWN,
                      .precision = ANNALS_PRECISION_SECOND };
}

/**
 * annals_mark_init_plain:
 * @mark: the mark to set
 * @begin: when it began, or %ANNALS_INSTANT_MIN when that is open
 * @end: when it ended, or %ANNALS_INSTANT_MAX when that is open
 * @moment: whether it is a moment, within these
 * @horizon: how far all events reach
 * @scale: the scale
 * @metrics: the measures
 *
 * Lays a date out on a scale of which no more is known than begin and end.
 */
void
annals_mark_init_plain (AnnalsMark *mark,
                        AnnalsInstant begin,
                        AnnalsInstant end,
                        gboolean moment,
                        const AnnalsHorizon *horizon,
                        const AnnalsScale *scale,
                        const AnnalsMetrics *metrics)
{
  AnnalsSpan span = { .kind = moment ? ANNALS_SPAN_MOMENT : ANNALS_SPAN_PERIOD,
                      .begin_earliest = begin,
                      .begin_latest = moment ? end : begin,
                      .end_earliest = moment ? begin : end,
                      .end_latest = end,
                      .begin = get_plain_end (begin == ANNALS_INSTANT_MIN),
                      .end = get_plain_end (end == ANNALS_INSTANT_MAX) };

  init_mark (mark, &span, NULL, ANNALS_STATUS_HAPPENED, horizon, scale, metrics);
}

/**
 * annals_mark_get_reach:
 * @mark: a mark
 * @metrics: the measures
 * @x0_px: (out): how far it reaches to the left, the sign of an unknown begin included
 * @x1_px: (out): and to the right
 *
 * Tells what room the mark takes in its row.
 */
void
annals_mark_get_reach (const AnnalsMark *mark,
                       const AnnalsMetrics *metrics,
                       gdouble *x0_px,
                       gdouble *x1_px)
{
  gdouble sign_px = QUESTION_PX * metrics->text_scale;

  *x0_px = mark->x0_px - (mark->begin == ANNALS_END_UNKNOWN ? sign_px : 0.0);
  *x1_px = mark->x1_px + (mark->end == ANNALS_END_UNKNOWN ? sign_px : 0.0);
}

/* How far the stripes of a doubtful end reach. */
void
annals_mark_get_doubtful (const AnnalsMark *mark, gdouble *begin_px, gdouble *end_px)
{
  gdouble middle_px = (mark->x0_px + mark->x1_px) / 2.0;

  *begin_px = MIN (MAX (mark->solid0_px, mark->x0_px + LEAST_DOUBTFUL_PX), middle_px);
  *end_px = MAX (MIN (mark->solid1_px, mark->x1_px - LEAST_DOUBTFUL_PX), middle_px);
}

/**
 * annals_mark_get_clear:
 * @mark: a mark
 * @x0_px: (out): from here
 * @x1_px: (out): to here it is solid and without stripes; less than @x0_px when there is no such
 *   part
 *
 * Tells where a label can stand on the mark.
 */
void
annals_mark_get_clear (const AnnalsMark *mark, gdouble *x0_px, gdouble *x1_px)
{
  gdouble begin_px;
  gdouble end_px;

  annals_mark_get_doubtful (mark, &begin_px, &end_px);
  *x0_px = mark->begin_doubtful ? begin_px : mark->solid0_px;
  *x1_px = mark->end_doubtful ? end_px : mark->solid1_px;
}
