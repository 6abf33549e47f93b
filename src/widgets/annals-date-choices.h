/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "annals-date-parser.h"

G_BEGIN_DECLS

#define ANNALS_TYPE_DATE_CHOICES (annals_date_choices_get_type ())
G_DECLARE_FINAL_TYPE (AnnalsDateChoices, annals_date_choices, ANNALS, DATE_CHOICES, GtkBox)

/**
 * AnnalsDateChoices:
 *
 * The ways to understand a date that was typed, one of which is chosen: a radio button for each,
 * with the reason. The up and down arrows walk them. Where there is nothing to choose it is empty.
 *
 * Signal `chosen`: another way was taken, by a click, by an arrow or by
 * annals_date_choices_choose(). Setting the readings emits nothing.
 */
void annals_date_choices_set_readings (AnnalsDateChoices *self, GPtrArray *readings);
guint annals_date_choices_get_chosen (AnnalsDateChoices *self);
void annals_date_choices_choose (AnnalsDateChoices *self, guint reading);

gchar *annals_date_choices_dup_name (const AnnalsDateReading *reading);

G_END_DECLS
