/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "bad-events.h"
#include "sample-document.h"

/* Events that nobody would wish for. */

#define N_LANES 3
#define MANY 1000000
#define LONG_CHARS 10000

static void
add (AnnalsIndex *index, guint event, AnnalsInstant begin, AnnalsInstant end, const gchar *label)
{
  AnnalsIndexEntry entry = { .begin = begin,
                             .end = end,
                             .event = event,
                             .lane = event % N_LANES,
                             .weight = annals_index_weigh (0, begin, end),
                             .flags = ANNALS_INDEX_PLAIN | (begin == end ? ANNALS_INDEX_MOMENT : 0),
                             .label = label };

  g_assert_true (annals_index_add (index, &entry));
}

static void
add_none (AnnalsIndex *index)
{
}

static void
add_one (AnnalsIndex *index)
{
  add (index, 0, 62167219200, 62167219200, "One");
}

static void
add_one_period (AnnalsIndex *index)
{
  add (index, 0, 1, 62167219200, "One");
}

static void
add_one_second (AnnalsIndex *index)
{
  for (guint i = 0; i < 100000; i++)
    add (index, i, 62167219200, 62167219200, "All at once");
}

static void
add_same_label (AnnalsIndex *index)
{
  for (guint i = 0; i < MANY; i++)
    add (index, i, (AnnalsInstant) i * 9467, (AnnalsInstant) i * 9467 + i % 7 * 864000,
         "The same label");
}

static void
add_no_labels (AnnalsIndex *index)
{
  for (guint i = 0; i < 600; i++)
    add (index, i, i * G_GINT64_CONSTANT (86400) * 30,
         i * G_GINT64_CONSTANT (86400) * (30 + i % 90), "");
}

/* A text that is @n_chars long, all of it different from that of another @seed. */
static gchar *
dup_long (const gchar *piece, guint n_chars, guint seed)
{
  GString *text = g_string_new (NULL);
  gint64 n = 0;

  g_string_append_printf (text, "%u ", seed);
  while (n < n_chars)
    {
      g_string_append (text, piece);
      n += g_utf8_strlen (piece, -1);
    }
  return g_string_free (text, FALSE);
}

static const gchar *const pieces[] = {
  "wide words without an end ",
  "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
  "Donaudampfschifffahrtsgesellschaft",
  "معاهدة السلام بين البلدين ",
  "日米安全保障条約改定と国会",
  "👩‍👩‍👧‍👦🏳️‍🌈🎌👍🏽🇯🇵🇺🇸",
  "Z̵̛͇a̷̢̛l̸̢̛g̷̡̛o̶̧͝ ",
  "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030d\u030e"
  "\u0316\u0317\u0318\u0319\u031a\u031b\u031c\u031d\u031e\u031f\u0320",
  "\u202eright to left by force \u2066and back",
  "\t\n\r\v\x01\x7f tab and end of line ",
};

static void
add_long_labels (AnnalsIndex *index)
{
  for (guint i = 0; i < 270; i++)
    {
      g_autofree gchar *label = dup_long (pieces[i % G_N_ELEMENTS (pieces)], LONG_CHARS, i);

      add (index, i, i * G_GINT64_CONSTANT (86400) * 30,
           (i + i % 4) * G_GINT64_CONSTANT (86400) * 30, label);
    }
}

static void
add_scripts (AnnalsIndex *index)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree gchar *label = dup_long (pieces[i % G_N_ELEMENTS (pieces)], 1 + i % 60, i);

      add (index, i, i * G_GINT64_CONSTANT (86400) * 11,
           (i + i % 90) * G_GINT64_CONSTANT (86400) * 11, label);
    }
}

static void
add_ages (AnnalsIndex *index)
{
  const gint64 age = G_GINT64_CONSTANT (13800000000) * 31556952;

  for (guint i = 0; i < 3000; i++)
    add (index, i, i % 2 == 0 ? -age : (gint64) i * 3600,
         i % 2 == 0 ? (gint64) i * 100000 : (gint64) i * 3600, "Of all sizes");
}

static void
add_limits (AnnalsIndex *index)
{
  static const AnnalsInstant ends[][2] = {
    { ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX },
    { ANNALS_INSTANT_EARLIEST, ANNALS_INSTANT_LATEST },
    { ANNALS_INSTANT_EARLIEST, ANNALS_INSTANT_EARLIEST },
    { ANNALS_INSTANT_LATEST, ANNALS_INSTANT_LATEST },
    { 0, ANNALS_INSTANT_MAX },
    { ANNALS_INSTANT_MIN, 0 },
  };

  for (guint i = 0; i < 300; i++)
    add (index, i, ends[i % G_N_ELEMENTS (ends)][0], ends[i % G_N_ELEMENTS (ends)][1],
         "At the limit");
}

static AnnalsDocument *
create_dates (void)
{
  static const gchar *const dates[] = {
    "Y-13800000000",
    "Y-13800000000/2004",
    "Y-13800000000~/Y-4600000000?",
    "2004-01-23",
    "2004-01-23/2004-01-23",
    "../..",
    "/2004",
    "2004/",
    "[..Y-13800000000]",
    "Y292000000000",
    "Y-292000000000",
    "Y-292000000000/Y292000000000",
    "{2004-01-23,Y-13800000000}",
    "-0043-03-15",
    "0000",
  };
  AnnalsDocument *document = sample_document_new ("2004-01-23");

  for (guint i = 0; i < 4 * G_N_ELEMENTS (dates); i++)
    {
      g_autofree gchar *id = g_strdup_printf ("e%u", i);

      sample_document_add (document, id, dates[i % G_N_ELEMENTS (dates)],
                           dates[i % G_N_ELEMENTS (dates)], NULL, i % N_LANES,
                           i % (ANNALS_STATUS_DENIED + 1));
    }
  return document;
}

static AnnalsDocument *
create_long_names (void)
{
  AnnalsDocument *document = annals_document_new ();

  for (guint i = 0; i < 2 * G_N_ELEMENTS (pieces); i++)
    {
      g_autofree gchar *id = g_strdup_printf ("l%u", i);
      g_autofree gchar *name = dup_long (pieces[i % G_N_ELEMENTS (pieces)],
                                         i < G_N_ELEMENTS (pieces) ? 12 : LONG_CHARS, i);

      annals_document_add_lane (document, id, i % 2 == 0 ? strchr (name, ' ') + 1 : name, i);
      sample_document_add (document, id, name, "2004", NULL, i, ANNALS_STATUS_PLANNED);
    }
  return document;
}

static const BadEvents table[] = {
  { "none", add_none, NULL },
  { "one", add_one, NULL },
  { "one-period", add_one_period, NULL },
  { "one-second", add_one_second, NULL },
  { "same-label", add_same_label, NULL },
  { "no-labels", add_no_labels, NULL },
  { "long-labels", add_long_labels, NULL },
  { "scripts", add_scripts, NULL },
  { "ages", add_ages, NULL },
  { "limits", add_limits, NULL },
  { "dates", NULL, create_dates },
  { "long-names", NULL, create_long_names },
};

/* Adds a test for each, which is handed its #BadEvents. */
void
bad_events_add_tests (const gchar *prefix, GTestDataFunc test)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("%s/%s", prefix, table[i].name);

      g_test_add_data_func (path, &table[i], test);
    }
}

AnnalsLayout *
bad_events_create_layout (const BadEvents *bad,
                          const AnnalsMetrics *metrics,
                          AnnalsMeasureFunc measure,
                          gpointer measure_data)
{
  static const AnnalsLane lanes[N_LANES] = { { (gchar *) "a", (gchar *) "One", 0 },
                                             { (gchar *) "b", (gchar *) "Two", 1 },
                                             { (gchar *) "c", (gchar *) "Three", 2 } };
  AnnalsIndex *index;
  AnnalsLayout *layout;

  if (bad->create_document != NULL)
    {
      g_autoptr (AnnalsDocument) document = bad->create_document ();

      return annals_layout_new (document, metrics, measure, measure_data);
    }
  index = annals_index_new (N_LANES);
  bad->add_all (index);
  annals_index_build (index);
  layout = annals_layout_new_for_index (index, lanes, N_LANES, metrics, measure, measure_data);
  annals_index_unref (index);

  return layout;
}
