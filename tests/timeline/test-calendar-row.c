/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "annals-picture.h"
#include "sample-document.h"

/* The row of a second calendar in the axis: what stands in it where, that its names never overlap,
 * and that without it the picture is what it was. */

#define LEFT_PX 148.0
#define WIDTH_PX 1000.0
#define ROW_PX 22.0

typedef struct
{
  AnnalsDocument *document;
  AnnalsLayout *layout;
  AnnalsPictureOptions options;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  AnnalsMetrics metrics;

  annals_metrics_init (&metrics, 1.0, FALSE);
  annals_metrics_add_calendar_row (&metrics);
  fixture->document = sample_document_new ("2004-01-23");
  sample_document_add (fixture->document, "event", "Event", "1950/1960", NULL, 0,
                       ANNALS_STATUS_HAPPENED);
  fixture->layout = annals_layout_new (fixture->document, &metrics, sample_measure, NULL);
  fixture->options = (AnnalsPictureOptions){
    .width_px = LEFT_PX + WIDTH_PX, .height_px = 300.0, .selected = -1, .hovered = -1
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  annals_layout_free (fixture->layout);
  g_object_unref (fixture->document);
}

/* The texts of the row in the time area, each followed by a bar. */
static gchar *
dup_row (Fixture *fixture, AnnalsCalendar calendar)
{
  GString *words = g_string_new (NULL);
  g_autoptr (AnnalsScene) scene = NULL;
  gdouble free_from = LEFT_PX;

  fixture->options.calendar = calendar;
  scene = annals_picture_build (fixture->layout, &fixture->options);
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (scene, i);

      if (item->kind != ANNALS_ITEM_TEXT || item->rect.y > ROW_PX || item->rect.x < LEFT_PX)
        continue;
      /* In their order, in view, and clear of each other. */
      g_assert_cmpfloat (item->rect.x, >=, free_from);
      free_from = item->rect.x + sample_measure (item->font, item->text, NULL);
      g_assert_cmpfloat (free_from, <=, LEFT_PX + WIDTH_PX);
      if (item->opacity > 0.01)
        g_string_append_printf (words, "%s|", item->text);
    }

  return g_string_free (words, FALSE);
}

static void
show (Fixture *fixture, const gchar *first, const gchar *last)
{
  AnnalsSpan spans[2];

  g_assert_true (annals_span_from_edtf (&spans[0], first, NULL));
  g_assert_true (annals_span_from_edtf (&spans[1], last, NULL));
  annals_scale_init (&fixture->options.scale, spans[0].begin_earliest, spans[1].end_latest, LEFT_PX,
                     WIDTH_PX);
}

static const struct
{
  AnnalsCalendar calendar;
  const gchar *first;
  const gchar *last;
  const gchar *row;
} cases[] = {
  { ANNALS_CALENDAR_JAPANESE, "1986-01-01", "1992",
    "Shōwa 61|Shōwa 62|Shōwa 63|Heisei 1|Heisei 2|Heisei 3|Heisei 4|" },
  { ANNALS_CALENDAR_JAPANESE, "1970-07-01", "1999",
    "Shōwa 45|Shōwa 50|Shōwa 55|Shōwa 60|Heisei 1|Heisei 5|" },
  { ANNALS_CALENDAR_JAPANESE, "1860", "2025", "Meiji|Taishō|Shōwa|Heisei|" },
  /* A week of January belongs to Shōwa. */
  { ANNALS_CALENDAR_JAPANESE, "1988-11", "1989-03",
    "November, Shōwa 63|December, Shōwa 63|Jan|January, Heisei 1|February, Heisei 1|"
    "March, Heisei 1|" },
  { ANNALS_CALENDAR_JAPANESE, "1989-01-05", "1989-01-09",
    "January, Shōwa 64|6|7|January, Heisei 1|9|" },
  /* The parts of years in which the era changed have no room for their names. */
  { ANNALS_CALENDAR_JAPANESE, "1860", "1872",
    "Bunkyū 2|Bunkyū 3|Keiō 2|Keiō 3|Keiō 4|Meiji 2|Meiji 3|Meiji 4|Meiji 5|" },
  { ANNALS_CALENDAR_JAPANESE, "1500", "1595", "" },
  { ANNALS_CALENDAR_HEBREW, "2024-01-01", "2024-09-30",
    "5784 AM|Adar I|Adar II|Nisan|Iyar|Sivan|Tamuz|Av|Elul|" },
  { ANNALS_CALENDAR_HEBREW, "2024", "2024",
    "5784 AM|Adar I|Adar II|Nisan|Iyar|Sivan|Tamuz|Av|Elul|5785 AM|Heshvan|Kislev|" },
  { ANNALS_CALENDAR_ISLAMIC, "2020", "2027",
    "1441 AH|1442 AH|1443 AH|1444 AH|1445 AH|1446 AH|1447 AH|1448 AH|1449 AH|" },
  { ANNALS_CALENDAR_FRENCH_REPUBLICAN, "1790", "1810", "year I|year V|year X|" },
  { ANNALS_CALENDAR_FRENCH_REPUBLICAN, "1950", "1960", "" },
  { ANNALS_CALENDAR_JULIAN, "-0250", "0250",
    "250 BCE|200 BCE|150 BCE|100 BCE|50 BCE|1 CE|50 CE|100|150|200|" },
};

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *row = NULL;

      show (fixture, cases[i].first, cases[i].last);
      row = dup_row (fixture, cases[i].calendar);
      g_test_message ("%s %s–%s: %s", annals_calendar_get_id (cases[i].calendar), cases[i].first,
                      cases[i].last, row);
      g_assert_cmpstr (row, ==, cases[i].row);
    }
}

/* At any zoom and anywhere; dup_row() looks whether names overlap. */
static void
test_everywhere (Fixture *fixture, gconstpointer data)
{
  for (guint calendar = ANNALS_CALENDAR_JULIAN; calendar < ANNALS_N_CALENDARS; calendar++)
    for (guint i = 0; i < 300; i++)
      {
        gdouble seconds = 3600.0 * pow (10.0, g_test_rand_double_range (0.0, 13.0));
        gdouble middle = g_test_rand_double_range (-1.5, 1.5) * MAX (seconds, 6.3e10);
        g_autofree gchar *row = NULL;

        annals_scale_init (
            &fixture->options.scale, (AnnalsInstant) CLAMP (middle - seconds / 2.0, -9e18, 9e18),
            (AnnalsInstant) CLAMP (middle + seconds / 2.0, -9e18, 9e18), LEFT_PX, WIDTH_PX);
        fixture->options.rest = g_test_rand_bit () ? 1.0 : 0.0;
        row = dup_row (fixture, calendar);
        if (calendar == ANNALS_CALENDAR_JULIAN && fixture->options.rest <= 0.0)
          g_assert_cmpstr (row, !=, "");
      }
}

/* Room is made for the row, and without it nothing is other than it was. */
static void
test_room (void)
{
  AnnalsMetrics with;
  AnnalsMetrics without;

  annals_metrics_init (&without, 1.0, FALSE);
  with = without;
  annals_metrics_add_calendar_row (&with);
  annals_metrics_add_calendar_row (&with);
  g_assert_cmpfloat (without.calendar_row_px, ==, 0.0);
  g_assert_cmpfloat (with.axis_height_px, ==, without.axis_height_px + ROW_PX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/timeline/calendar-row/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/timeline/calendar-row/everywhere", Fixture, NULL, set_up, test_everywhere,
              tear_down);
  g_test_add_func ("/timeline/calendar-row/room", test_room);

  return g_test_run ();
}
