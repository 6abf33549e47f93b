/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnnalsFont:
 *
 * The typefaces of the picture by role. Their sizes and weights are in annals_font_get_style().
 */
typedef enum
{
  ANNALS_FONT_LABEL,
  ANNALS_FONT_LABEL_STRONG,
  ANNALS_FONT_NOTE,
  ANNALS_FONT_AXIS_MAJOR,
  ANNALS_FONT_AXIS_MINOR,
  ANNALS_FONT_LANE,
  ANNALS_FONT_TITLE,
  ANNALS_FONT_COUNT,
} AnnalsFont;

#define ANNALS_N_FONTS (ANNALS_FONT_COUNT + 1)

/**
 * AnnalsFontStyle:
 * @size_px: size in CSS pixels, before the text scale
 * @bold: whether it is set bold
 * @tabular: whether its figures all have one width
 */
typedef struct
{
  gdouble size_px;
  gboolean bold;
  gboolean tabular;
} AnnalsFontStyle;

const AnnalsFontStyle *annals_font_get_style (AnnalsFont font);

/**
 * AnnalsMeasureFunc:
 * @font: the role it is set in
 * @text: UTF-8, one line
 * @user_data: what was handed in with the function
 *
 * Tells the layout how wide a text will be, in pixels, so that it needs neither Pango nor Cairo.
 *
 * Returns: the width
 */
typedef gdouble (*AnnalsMeasureFunc) (AnnalsFont font, const gchar *text, gpointer user_data);

/**
 * AnnalsMetrics:
 *
 * The measures of the picture in pixels, all multiples of one text scale (1.0 as designed).
 */
typedef struct
{
  gdouble text_scale;
  gdouble header_width_px; /* column of lane names */
  gdouble calendar_row_px; /* of the axis, for a second calendar above the tiers; 0 without */
  gdouble axis_height_px;  /* both tiers and the ticks, the row of a second calendar and of eras */
  gdouble eras_px;         /* of the axis, for the names of eras below the ticks; 0 without */
  gdouble row_tight_px;    /* pitch of rows in a lane, where there are more than fit */
  gdouble row_min_px;      /* where there is room for so many, at least */
  gdouble row_max_px;      /* and at most */
  gdouble bar_height_px;
  gdouble lane_padding_px;  /* above the first and below the last row */
  gdouble lane_min_px;      /* a lane is never lower, unless it is closed */
  gdouble lane_closed_px;   /* height of a lane that is closed */
  gdouble label_gap_px;     /* between a mark and its label */
  gdouble label_padding_px; /* between a label and what follows in its row */
  gdouble capsule_px;       /* narrowest bar */
  gdouble disc_radius_px;
  gdouble gutter_px;    /* at the right edge, where no label goes */
  gdouble break_px;     /* a compressed stretch of time */
  gdouble open_fade_px; /* over which an open end fades out */
  gdouble baseline_px;  /* from the middle of a row down to the label's baseline */
} AnnalsMetrics;

void annals_metrics_init (AnnalsMetrics *metrics, gdouble text_scale, gboolean narrow);
void annals_metrics_set_touch (AnnalsMetrics *metrics);
void annals_metrics_add_calendar_row (AnnalsMetrics *metrics);

/* From one row of names of eras to the next, before the text scale. */
#define ANNALS_ERA_ROW_PX 19.0

void annals_metrics_set_era_rows (AnnalsMetrics *metrics, guint n_rows);

G_END_DECLS
