/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-places.h"

#define N_EVENTS 5000
#define N_ROUNDS 20

/* Numbers that are alike in their last bits, and such that are far apart. */
static guint
get_event (guint i, guint round)
{
  return round % 2 == 0 ? i << 16 : i * 7919u + round;
}

/* What was entered is found, and nothing else, however often all is forgotten. */
static void
test_find (void)
{
  AnnalsPlaces places = { 0 };
  guint place = 0;

  g_assert_false (annals_places_find (&places, 0, &place));
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint n = round % 3 == 0 ? N_EVENTS : 10;

      annals_places_empty (&places);
      for (guint i = 0; i < n; i++)
        {
          g_assert_false (annals_places_find (&places, get_event (i, round), &place));
          annals_places_enter (&places, get_event (i, round), i);
        }
      for (guint i = 0; i < N_EVENTS; i++)
        {
          gboolean found = annals_places_find (&places, get_event (i, round), &place);

          g_assert_cmpint (found, ==, i < n);
          if (found)
            g_assert_cmpuint (place, ==, i);
        }
    }
  annals_places_clear (&places);
  g_assert_false (annals_places_find (&places, 0, &place));
}

/* An event that is entered again keeps its first place. */
static void
test_again (void)
{
  AnnalsPlaces places = { 0 };
  guint place = 0;

  annals_places_enter (&places, G_MAXUINT, 3);
  annals_places_enter (&places, G_MAXUINT, 8);
  annals_places_enter (&places, 0, 4);
  g_assert_true (annals_places_find (&places, G_MAXUINT, &place));
  g_assert_cmpuint (place, ==, 3);
  g_assert_true (annals_places_find (&places, 0, &place));
  g_assert_cmpuint (place, ==, 4);
  annals_places_clear (&places);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/find", test_find);
  g_test_add_func ("/places/again", test_again);
  return g_test_run ();
}
