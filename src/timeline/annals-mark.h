/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-event.h"
#include "annals-metrics.h"
#include "annals-scale.h"
#include "annals-scene.h"

G_BEGIN_DECLS

/* From the bar down to the line of its record, which clearly belongs to it. */
#define ANNALS_MARK_RECORD_DROP_PX 1.0

/**
 * AnnalsHorizon:
 * @first: earliest bound known of any event of the document
 * @last: latest bound known of any event of the document
 * @published: last second of the text's publication, or %ANNALS_INSTANT_MIN when unknown
 *
 * How far the document reaches; where open ends begin to fade.
 */
typedef struct
{
  AnnalsInstant first;
  AnnalsInstant last;
  AnnalsInstant published;
} AnnalsHorizon;

/**
 * AnnalsShape:
 * @ANNALS_SHAPE_NONE: without a date nothing is drawn
 * @ANNALS_SHAPE_BAR: a bar, perhaps fading at its ends; never narrower than a capsule
 * @ANNALS_SHAPE_COVER: a pale bar, or an outline with a diamond: a moment, somewhere within
 * @ANNALS_SHAPE_DISC: a moment too narrow for that
 * @ANNALS_SHAPE_WHISKER: a thin line with a hollow diamond: nothing of it is certain
 * @ANNALS_SHAPE_POINTS: several dates, joined by a line
 */
typedef enum
{
  ANNALS_SHAPE_NONE,
  ANNALS_SHAPE_BAR,
  ANNALS_SHAPE_COVER,
  ANNALS_SHAPE_DISC,
  ANNALS_SHAPE_WHISKER,
  ANNALS_SHAPE_POINTS,
} AnnalsShape;

/**
 * AnnalsMark:
 * @shape: what is drawn
 * @x0_px: its left end, fades and chevrons included
 * @solid0_px: from here it is solid
 * @solid1_px: up to here it is solid
 * @x1_px: its right end, fades and chevrons included
 * @soft0_px: how much of its left end is the tolerance of “about”; 0 where the limit is strict
 * @soft1_px: the same of its right end
 * @begin: state of its begin
 * @end: state of its end
 * @begin_doubtful: whether its begin is stated as uncertain
 * @end_doubtful: whether its end is
 *
 * A date laid out on a scale: where it is and where it fades. A plain struct.
 */
typedef struct
{
  AnnalsShape shape;
  gdouble x0_px;
  gdouble solid0_px;
  gdouble solid1_px;
  gdouble x1_px;
  gdouble soft0_px;
  gdouble soft1_px;
  AnnalsEndState begin;
  AnnalsEndState end;
  gboolean begin_doubtful;
  gboolean end_doubtful;
} AnnalsMark;

void annals_mark_init (AnnalsMark *mark,
                       const AnnalsDate *date,
                       AnnalsStatus status,
                       const AnnalsHorizon *horizon,
                       const AnnalsScale *scale,
                       const AnnalsMetrics *metrics);
void annals_mark_init_plain (AnnalsMark *mark,
                             AnnalsInstant begin,
                             AnnalsInstant end,
                             gboolean moment,
                             const AnnalsHorizon *horizon,
                             const AnnalsScale *scale,
                             const AnnalsMetrics *metrics);
void annals_mark_get_reach (const AnnalsMark *mark,
                            const AnnalsMetrics *metrics,
                            gdouble *x0_px,
                            gdouble *x1_px);
void annals_mark_get_clear (const AnnalsMark *mark, gdouble *x0_px, gdouble *x1_px);
AnnalsMarkFeatures annals_mark_get_features (const AnnalsMark *mark,
                                             const AnnalsDate *date,
                                             AnnalsStatus status,
                                             const AnnalsScale *scale,
                                             const AnnalsMetrics *metrics);
AnnalsMarkFeatures annals_mark_get_record_features (const AnnalsMark *mark, const AnnalsDate *date);
void annals_mark_draw (const AnnalsMark *mark,
                       AnnalsScene *scene,
                       const AnnalsDate *date,
                       AnnalsStatus status,
                       const AnnalsScale *scale,
                       const AnnalsMetrics *metrics,
                       gdouble middle_y_px);
void annals_mark_draw_record (const AnnalsMark *mark,
                              AnnalsScene *scene,
                              const AnnalsDate *date,
                              const AnnalsScale *scale,
                              const AnnalsMetrics *metrics,
                              gdouble y_px);

G_END_DECLS
