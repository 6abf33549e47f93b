/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-density.h"
#include "annals-labels.h"
#include "annals-layout.h"
#include "annals-places.h"

G_BEGIN_DECLS

/* Within src/timeline/annals-layout*.c only: what events there are (annals-layout.c), which of them
 * are shown (annals-layout-choice.c), in which rows (annals-layout-rows.c), and how high the lanes
 * are (annals-layout-lanes.c). */

/* What is found besides what begins in the bins of a window. */
typedef enum
{
  ANNALS_LAYOUT_PART_OPEN = 1 << 0,     /* whose begin is open */
  ANNALS_LAYOUT_PART_REACHING = 1 << 1, /* what goes on from before the window */
} AnnalsLayoutParts;

/* An event that is to be shown, and if it @is_ready what is known of it. */
typedef struct
{
  AnnalsIndexEntry entry;
  gboolean is_ready;
  AnnalsLayoutEvent event;
} AnnalsChosen;

/* Of a lane: whether it can be seen, and for which window it has been chosen what is shown. */
typedef struct
{
  gboolean is_in_sight;
  gboolean is_chosen;
  gint64 first_bin;
  gint64 last_bin;
} AnnalsLaneSight;

/* What is chosen for a window, and how far that has come: all bins of a lane before the next. */
typedef struct
{
  AnnalsDetail detail;
  gint64 first_bin;
  gint64 last_bin;
  AnnalsLayoutParts parts;
  gboolean started;
  gboolean lane_begun;
  GArray *lanes; /* guint: the lanes for which it is chosen */
  guint at;      /* of these */
  gint64 bin;
  guint n_bins;
  AnnalsDetailWinners winners;
  GArray *found;    /* AnnalsIndexEntry, within a step */
  GArray *shown;    /* AnnalsChosen */
  GArray *context;  /* AnnalsChosen; shown besides, though counted in clusters */
  GArray *clusters; /* AnnalsCluster */
} AnnalsLayoutChoice;

struct _AnnalsLayout
{
  AnnalsDocument *document; /* NULL when there is only an index */
  AnnalsIndex *index;
  gboolean follows; /* whether the index is that of the document, which may change */
  AnnalsMetrics metrics;
  AnnalsMeasureFunc measure;
  gpointer measure_data;
  gfloat *letter_widths; /* of the letters of ASCII in each font; less than 0 where not known yet */

  GArray *lanes;       /* AnnalsLayoutLane */
  GArray *lane_order;  /* guint: the lanes from the top down */
  gdouble lanes_px;    /* how high they are together */
  GArray *rows;        /* guint per lane: rows packed now */
  GArray *rows_before; /* guint per lane */
  guint n_events;
  gboolean folds; /* whether any lane does */
  AnnalsHorizon horizon;
  AnnalsEras *eras;
  AnnalsBreaks *breaks; /* nullable */
  gboolean opens_left;  /* some mark fades out to the left of the horizon */

  GArray *events;        /* AnnalsLayoutEvent, by time */
  GArray *clusters;      /* AnnalsCluster */
  AnnalsPlaces by_event; /* in @events */
  guint stamp;
  AnnalsDetail detail;
  guint n_rows; /* how many rows a lane that folds is to have */
  gboolean limited;
  AnnalsRowLimit limit; /* if @limited */
  gboolean unsettled;   /* something found no row while the picture moved */
  gint64 first_bin;     /* of the lanes' windows */
  gint64 last_bin;
  GArray *sights;      /* AnnalsLaneSight per lane */
  GArray *shown_lanes; /* guint: the lane of each event, to look through fast */
  gint kept;           /* shown because it is selected, or -1 */

  AnnalsLayoutChoice choice; /* made at once */
  AnnalsLayoutChoice ahead;  /* made for the next level of detail */
  AnnalsScale seen;          /* the last time, to know where a zoom goes */

  AnnalsScale claimed; /* for which room is claimed */
  GPtrArray *taken;    /* GArray of the room that is taken, per lane */
  GArray *found;       /* AnnalsIndexEntry, while choosing */
  GPtrArray *waiting;  /* AnnalsLayoutEvent, while placing */

  GPtrArray *standing_out; /* GArray of what is found, per lane that folds */
  gboolean all_stand_out;
  guint64 found_sum;

  AnnalsLabelRoom *label_room;
  AnnalsDensity *density;
  AnnalsTickWords *tick_words;
  GArray *ticks; /* AnnalsTick, of the last picture */

  gboolean packed;
  gdouble progress;
  gdouble fitted_px;
};

#define ANNALS_LAYOUT_LANE(layout, i) (&g_array_index ((layout)->lanes, AnnalsLayoutLane, (i)))
#define ANNALS_LAYOUT_EVENT(layout, i) (&g_array_index ((layout)->events, AnnalsLayoutEvent, (i)))

#define ANNALS_LANE_SIGHT(layout, i) (&g_array_index ((layout)->sights, AnnalsLaneSight, (i)))

const AnnalsDate *annals_layout_get_record (const AnnalsEvent *event);
void annals_layout_fill_event (const AnnalsLayout *layout,
                               const AnnalsIndexEntry *entry,
                               AnnalsLayoutEvent *event);
void annals_layout_clear_event (AnnalsLayoutEvent *event);

/* annals-layout-horizon.c */
void annals_layout_find_horizon (AnnalsLayout *layout);

void annals_layout_choose_all (AnnalsLayout *layout);
void annals_layout_choose (AnnalsLayout *layout,
                           const AnnalsScale *scale,
                           gdouble margin_px,
                           gdouble least_px,
                           gboolean everywhere);
gboolean annals_layout_extend (AnnalsLayout *layout, const AnnalsScale *scale);
gboolean annals_layout_keep (AnnalsLayout *layout, gint event);
gboolean annals_layout_fold_unplaced (AnnalsLayout *layout);
gboolean annals_layout_show_singles (AnnalsLayout *layout);
void annals_layout_correct_counts (AnnalsLayout *layout);

/* annals-layout-ahead.c */
void annals_layout_choice_init (AnnalsLayoutChoice *choice);
void annals_layout_choice_clear (AnnalsLayoutChoice *choice);
void annals_layout_choice_start (AnnalsLayoutChoice *choice,
                                 const AnnalsDetail *detail,
                                 gint64 first_bin,
                                 gint64 last_bin,
                                 AnnalsLayoutParts parts);
void annals_layout_choice_add_lane (AnnalsLayoutChoice *choice, guint lane);
void annals_layout_choice_start_round (const AnnalsLayout *layout,
                                       AnnalsLayoutChoice *choice,
                                       const AnnalsDetail *detail,
                                       const AnnalsScale *scale,
                                       gdouble margin_px);
gboolean annals_layout_choice_covers (const AnnalsLayoutChoice *choice,
                                      const AnnalsDetail *detail,
                                      const AnnalsScale *scale,
                                      gdouble margin_px);
void annals_layout_choice_advance (AnnalsLayout *layout, AnnalsLayoutChoice *choice, gdouble to);
void annals_layout_look_around (AnnalsLayout *layout, const AnnalsScale *scale);
void annals_layout_look_ahead (AnnalsLayout *layout, const AnnalsScale *scale, gdouble margin_px);

/* What a label that is cut takes in its row, at the size of text designed for. */
#define ANNALS_LAYOUT_SHORT_LABEL_PX 90.0

/* annals-layout-claim.c */
void annals_layout_claim_room (AnnalsLayout *layout, const AnnalsScale *scale, guint n_pages);

/* annals-layout-shown.c */
gdouble annals_layout_close (const AnnalsLayout *layout, guint lane, gdouble open, gdouble closed);

guint annals_layout_get_lane_share (const AnnalsLayout *layout);
gdouble annals_layout_get_lane_height (const AnnalsLayout *layout,
                                       guint lane,
                                       guint n_rows,
                                       gboolean folded,
                                       gdouble pitch_px);

/* annals-layout-sight.c */
void annals_layout_sight_init (AnnalsLayout *layout);
void annals_layout_sight_clear (AnnalsLayout *layout);
void annals_layout_note_shown (AnnalsLayout *layout);

/* annals-layout-limit.c */
guint annals_layout_deal_rows (AnnalsLayout *layout);
gboolean annals_layout_is_too_high (const AnnalsLayout *layout);

G_END_DECLS
