/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-mark-private.h"

/* Which signs a mark is drawn with, so that a legend explains these and no other. */

static AnnalsMarkFeatures
get_end_features (const AnnalsMark *mark)
{
  AnnalsMarkFeatures features = 0;

  if (mark->begin == ANNALS_END_OPEN || mark->end == ANNALS_END_OPEN)
    features |= ANNALS_FEATURE_OPEN;
  if (mark->begin == ANNALS_END_UNKNOWN || mark->end == ANNALS_END_UNKNOWN)
    features |= ANNALS_FEATURE_UNKNOWN;
  if (mark->soft0_px > 0.0 || mark->soft1_px > 0.0)
    features |= mark->shape == ANNALS_SHAPE_COVER || mark->shape == ANNALS_SHAPE_DISC
                    ? ANNALS_FEATURE_NEAR
                    : ANNALS_FEATURE_ABOUT;
  if (mark->begin_doubtful || mark->end_doubtful)
    features |= ANNALS_FEATURE_DOUBTFUL;
  return features;
}

/* Whether a bar has an edge: it began or ended somewhere between edge and solid part. */
static gboolean
is_inexact (const AnnalsMark *mark)
{
  return (mark->begin == ANNALS_END_KNOWN && mark->soft0_px <= 0.0
          && mark->solid0_px - mark->x0_px >= ANNALS_MARK_LEAST_FADE_PX)
         || (mark->end == ANNALS_END_KNOWN && mark->soft1_px <= 0.0
             && mark->x1_px - mark->solid1_px >= ANNALS_MARK_LEAST_FADE_PX);
}

/* A set is drawn with the signs of its members. Alone they mean what they mean in a set of all;
 * those of one date out of several are explained with it. */
static AnnalsMarkFeatures
get_set_features (const AnnalsDate *date, const AnnalsScale *scale, const AnnalsMetrics *metrics)
{
  gboolean one_of = annals_date_get_span (date)->kind == ANNALS_SPAN_ONE_OF;
  AnnalsMarkFeatures features = one_of ? ANNALS_FEATURE_ONE_OF : ANNALS_FEATURE_ALL_OF;

  for (guint i = 0; i < annals_date_get_n_members (date); i++)
    {
      AnnalsMark member;

      annals_mark_init_member (&member, annals_date_get_member (date, i), scale, metrics);
      features |= get_end_features (&member);
      if (member.shape == ANNALS_SHAPE_COVER && !one_of)
        features |= ANNALS_FEATURE_COVERING;
    }
  return features;
}

/**
 * annals_mark_get_features:
 * @mark: a mark
 * @date: (nullable): what it was made from, unless that was plain
 * @status: what the text says of it
 * @scale: the scale it was made for
 * @metrics: the measures
 *
 * Returns: the signs that the mark is drawn with, for a legend
 */
AnnalsMarkFeatures
annals_mark_get_features (const AnnalsMark *mark,
                          const AnnalsDate *date,
                          AnnalsStatus status,
                          const AnnalsScale *scale,
                          const AnnalsMetrics *metrics)
{
  static const AnnalsMarkFeatures by_status[ANNALS_N_STATUSES] = {
    [ANNALS_STATUS_PLANNED] = ANNALS_FEATURE_PLANNED,
    [ANNALS_STATUS_HYPOTHETICAL] = ANNALS_FEATURE_HYPOTHETICAL,
    [ANNALS_STATUS_DENIED] = ANNALS_FEATURE_DENIED,
  };
  AnnalsMark stated = *mark;
  AnnalsMarkFeatures features;

  /* What is planned by a date fades in from when the text was published, but not as “about”. */
  if (date != NULL && annals_date_get_span (date)->begin.state != ANNALS_END_KNOWN)
    stated.soft0_px = 0.0;
  features = by_status[status] | get_end_features (&stated);
  switch (mark->shape)
    {
    case ANNALS_SHAPE_POINTS:
      return by_status[status] | get_set_features (date, scale, metrics);
    case ANNALS_SHAPE_WHISKER:
      return features | ANNALS_FEATURE_WHISKER;
    case ANNALS_SHAPE_DISC:
      return features | ANNALS_FEATURE_MOMENT;
    case ANNALS_SHAPE_COVER:
      return features | ANNALS_FEATURE_COVERING;
    case ANNALS_SHAPE_BAR:
      return features | (by_status[status] == 0 ? ANNALS_FEATURE_PERIOD : 0)
             | (is_inexact (mark) ? ANNALS_FEATURE_INEXACT : 0);
    case ANNALS_SHAPE_NONE:
    default:
      return 0;
    }
}

/**
 * annals_mark_get_record_features:
 * @mark: where a date on record lies
 * @date: the date
 *
 * Returns: the signs that its line is drawn with, for a legend
 */
AnnalsMarkFeatures
annals_mark_get_record_features (const AnnalsMark *mark, const AnnalsDate *date)
{
  AnnalsMarkFeatures features = ANNALS_FEATURE_RECORD;

  if (mark->shape != ANNALS_SHAPE_POINTS)
    return features | get_end_features (mark);
  for (guint i = 0; i < annals_date_get_n_members (date); i++)
    if (annals_span_get_qualifiers (annals_date_get_member (date, i)) & ANNALS_QUALIFIER_UNCERTAIN)
      features |= ANNALS_FEATURE_DOUBTFUL;
  return features;
}
