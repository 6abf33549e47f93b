/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANNALS_TYPE_ADAPTIVE (annals_adaptive_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsAdaptive, annals_adaptive, ANNALS, ADAPTIVE, GtkWidget)

/**
 * AnnalsFocus:
 * @ANNALS_FOCUS_NONE: every pane has its place
 * @ANNALS_FOCUS_READER: the reader has the whole window
 * @ANNALS_FOCUS_TIMELINE: the timeline has the whole window
 */
typedef enum
{
  ANNALS_FOCUS_NONE,
  ANNALS_FOCUS_READER,
  ANNALS_FOCUS_TIMELINE,
} AnnalsFocus;

/**
 * AnnalsAdaptive:
 *
 * Places the reader, the pane beside it and the timeline below by the width there is. Under 900 px
 * the pane beside folds away until it is asked for; under 650 px each pane becomes a page, with a
 * switcher below.
 *
 * Properties: `folded`, whether the pane beside has no place of its own; `aside-shown`, whether it
 * is seen, when it has none.
 */
GtkWidget *annals_adaptive_new (void);

void annals_adaptive_set_children (AnnalsAdaptive *self,
                                   GtkWidget *reader,
                                   GtkWidget *aside,
                                   GtkWidget *timeline);

gboolean annals_adaptive_get_folded (AnnalsAdaptive *self);
gboolean annals_adaptive_get_aside_shown (AnnalsAdaptive *self);
void annals_adaptive_set_aside_shown (AnnalsAdaptive *self, gboolean shown);
void annals_adaptive_show_reader (AnnalsAdaptive *self);
void annals_adaptive_show_timeline (AnnalsAdaptive *self);
AnnalsFocus annals_adaptive_get_focus (AnnalsAdaptive *self);
void annals_adaptive_set_focus (AnnalsAdaptive *self, AnnalsFocus focus);

void annals_adaptive_get_positions (AnnalsAdaptive *self, gdouble *reader, gdouble *timeline);
void annals_adaptive_set_positions (AnnalsAdaptive *self, gdouble reader, gdouble timeline);

G_END_DECLS
