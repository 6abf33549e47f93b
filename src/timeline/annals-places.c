/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-places.h"

#define FIRST_SLOTS 64

/* Where an event stands, or would stand. */
static guint
find_slot (const AnnalsPlaces *places, guint event)
{
  guint mask = places->n_slots - 1;
  guint i = (event * 2654435769u) >> 7 & mask;

  while (places->slots[i].place != 0 && places->slots[i].event != event)
    i = (i + 1) & mask;
  return i;
}

/**
 * annals_places_clear:
 * @places: places
 *
 * Frees what they took of memory.
 */
void
annals_places_clear (AnnalsPlaces *places)
{
  g_clear_pointer (&places->slots, g_free);
  places->n_slots = places->n_used = 0;
}

/**
 * annals_places_empty:
 * @places: places
 *
 * Forgets all events.
 */
void
annals_places_empty (AnnalsPlaces *places)
{
  if (places->n_used > 0)
    memset (places->slots, 0, places->n_slots * sizeof *places->slots);
  places->n_used = 0;
}

static void
grow (AnnalsPlaces *places)
{
  AnnalsPlaces before = *places;

  places->n_slots = MAX (2 * before.n_slots, FIRST_SLOTS);
  places->slots = g_malloc0_n (places->n_slots, sizeof *places->slots);
  for (guint i = 0; i < before.n_slots; i++)
    if (before.slots[i].place != 0)
      places->slots[find_slot (places, before.slots[i].event)] = before.slots[i];
  g_free (before.slots);
}

/**
 * annals_places_enter:
 * @places: places
 * @event: number of an event
 * @place: where it stands, less than %G_MAXUINT
 *
 * Notes where an event stands, unless a place of it is known already.
 */
void
annals_places_enter (AnnalsPlaces *places, guint event, guint place)
{
  guint slot;

  if (2 * (places->n_used + 1) > places->n_slots)
    grow (places);
  slot = find_slot (places, event);
  if (places->slots[slot].place != 0)
    return;
  places->slots[slot].event = event;
  places->slots[slot].place = place + 1;
  places->n_used++;
}

/**
 * annals_places_find:
 * @places: places
 * @event: number of an event
 * @place: (out): where it stands
 *
 * Returns: whether that is known
 */
gboolean
annals_places_find (const AnnalsPlaces *places, guint event, guint *place)
{
  guint found = places->n_slots > 0 ? places->slots[find_slot (places, event)].place : 0;

  if (found == 0)
    return FALSE;
  *place = found - 1;
  return TRUE;
}
