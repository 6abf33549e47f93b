/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <stdio.h>

#include <glib.h>

/* gen-events N: that many events as lines of four columns: begin and end in milliseconds since
 * 1970 (the end is 0 for a moment), number of the group, label. Always the same: from 1725 to 2025,
 * half of them moments, the others from a day to ten years long with lengths of every magnitude
 * alike, labels of 1 to 60 characters, 8 groups, in no order. The generator of numbers is
 * mulberry32. */

#define DAY_MS 86400000.0
#define FIRST_MS -7731417600000.0 /* 1725-01-01 */
#define LAST_MS 1735689600000.0   /* 2025-01-01 */
#define MOST_DAYS 3652.0
#define MOST_CHARACTERS 60
#define N_GROUPS 8

static const gchar *const words[] = { "treaty",  "battle",    "of",     "coronation", "Vienna",
                                      "edict",   "founding",  "the",    "great",      "fire",
                                      "in",      "Lisbon",    "patent", "granted",    "expedition",
                                      "returns", "armistice", "signed", "comet",      "seen",
                                      "bridge",  "opens",     "census", "law",        "strike" };

static gdouble
next_random (guint32 *state)
{
  guint32 t;

  *state += 0x6d2b79f5u;
  t = (*state ^ *state >> 15) * (1 | *state);
  t = (t + (t ^ t >> 7) * (61 | t)) ^ t;
  return (t ^ t >> 14) / 4294967296.0;
}

static void
make_label (guint32 *state, gchar label[2 * MOST_CHARACTERS])
{
  gsize wanted = 1 + (gsize) floor (next_random (state) * MOST_CHARACTERS);
  gsize n = 0;

  while (n < wanted)
    {
      const gchar *word = words[(gsize) floor (next_random (state) * G_N_ELEMENTS (words))];

      n = (gsize) (g_stpcpy (g_stpcpy (label + n, n > 0 ? " " : ""), word) - label);
    }
  label[wanted] = '\0';
  g_strchomp (label);
}

static void
write_event (guint32 *state)
{
  gdouble begin = floor (FIRST_MS + next_random (state) * (LAST_MS - FIRST_MS));
  gboolean is_period = next_random (state) < 0.5;
  gdouble length = floor (DAY_MS * pow (MOST_DAYS, next_random (state)));
  gdouble end = is_period ? MIN (begin + length, LAST_MS + MOST_DAYS * DAY_MS) : 0.0;
  gchar label[2 * MOST_CHARACTERS];

  make_label (state, label);
  printf ("%.0f\t%.0f\t%.0f\t%s\n", begin, end, floor (next_random (state) * N_GROUPS),
          label[0] != '\0' ? label : "x");
}

int
main (int argc, char **argv)
{
  guint64 n;
  guint32 state = 1;

  if (argc != 2 || !g_ascii_string_to_unsigned (argv[1], 10, 0, G_MAXUINT32, &n, NULL))
    {
      fputs ("gen-events N: writes N events as lines\n", stderr);
      return 2;
    }
  for (guint64 i = 0; i < n; i++)
    write_event (&state);
  return 0;
}
