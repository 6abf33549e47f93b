/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnnalsPlaces:
 *
 * At which places of an array events stand, by their numbers. A plain struct that is empty when it
 * is zero; it keeps its memory until annals_places_clear().
 */
typedef struct
{
  /* Open addressing, at most half full. */
  struct
  {
    guint event;
    guint place; /* and one more; 0 for none */
  } * slots;
  guint n_slots; /* 0 or a power of two */
  guint n_used;
} AnnalsPlaces;

void annals_places_clear (AnnalsPlaces *places);
void annals_places_empty (AnnalsPlaces *places);
void annals_places_enter (AnnalsPlaces *places, guint event, guint place);
gboolean annals_places_find (const AnnalsPlaces *places, guint event, guint *place);

G_END_DECLS
