/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Passages given by their first and last words and a hash: in small texts made up here, and in the
 * commentary itself, printed in several ways, when it is at hand. */

#include "config.h"

#include <string.h>

#include "annals-anchor.h"
#include "annals-fold.h"

#define EXACT ANNALS_STANDING_EXACT
#define MOVED ANNALS_STANDING_MOVED
#define DOUBTFUL ANNALS_STANDING_DOUBTFUL
#define LOST ANNALS_STANDING_LOST

#define BEGINS "the quick brown fox"
#define MIDDLE " jumps over the dog, which was asleep, and then "
#define ENDS "went back to the wood"
#define PASSAGE BEGINS MIDDLE ENDS
#define FILLER "Some other words are written here, to fill the page with what nobody looks for.\n\n"

typedef struct
{
  const gchar *name;
  const gchar *begins;
  const gchar *ends;
  const gchar *before; /* the passage is between [ and ] */
  const gchar *after;
  AnnalsStanding standing;
} EdgeCase;

static const EdgeCase edge_cases[] = {
  { "unchanged", BEGINS, ENDS, "So [" PASSAGE "].", "So [" PASSAGE "].", EXACT },
  { "moved", BEGINS, ENDS, "So [" PASSAGE "].", FILLER "So [" PASSAGE "].", MOVED },
  { "re-flowed", BEGINS, ENDS, "A\n\nB\n\nSo [" PASSAGE "].",
    "A\r\n\r\nB\r\n\r\nSo [the quick\r\nbrown fox" MIDDLE "went back to\r\nthe wood].", EXACT },
  { "broken-word", BEGINS, ENDS, "So [" PASSAGE "].",
    "So [" BEGINS " jumps over the dog, which was as-\nleep, and then " ENDS "].", EXACT },
  { "broken-edge", BEGINS, ENDS, "So [" PASSAGE "].",
    "So [the quick br-\nown fox" MIDDLE "went back to the wood].", EXACT },
  { "broken-at-hyphen", "the well-known fox", ENDS, "So [the well-known fox" MIDDLE ENDS "].",
    "So [the well-\nknown fox" MIDDLE ENDS "].", EXACT },
  { "middle-changed", BEGINS, ENDS, "So [" PASSAGE "].",
    "So [" BEGINS " leaps over the dog, which was asleep, and then " ENDS "].", DOUBTFUL },
  { "middle-gone", BEGINS, ENDS, "So [" PASSAGE "].", "So " BEGINS " " ENDS ".", LOST },
  { "middle-too-long", BEGINS, ENDS, "So [" PASSAGE "].",
    "So " BEGINS MIDDLE "for a long and sunny day of walks and talks " ENDS ".", LOST },
  { "begins-changed", BEGINS, ENDS, "So [" PASSAGE "].", "So [the quick brawn fox" MIDDLE ENDS "].",
    LOST },
  { "long-begins-changed", "the quick brown fox jumps over the dog", ENDS, "So [" PASSAGE "].",
    "So [the quick brown cat" MIDDLE ENDS "].", DOUBTFUL },
  { "long-ends-changed", BEGINS, "and then " ENDS, "So [" PASSAGE "].",
    "So [" BEGINS " jumps over the dog, which was asleep, and then went back to the woods].",
    DOUBTFUL },
  { "both-changed", "the quick brown fox jumps", "and then " ENDS, "So [" PASSAGE "].",
    "So the quack brown fox jumps over the dog, which was asleep, and then went book to the wood.",
    LOST },
  { "ends-gone", BEGINS, ENDS, "So [" PASSAGE "].", "So " BEGINS MIDDLE "slept. " FILLER, LOST },
  { "two-paragraphs", BEGINS, ENDS, "So [" PASSAGE "].",
    "So " BEGINS " jumps over the dog, which was asleep, at noon.\n\nThen it " ENDS ".", LOST },
  { "paragraphs-demanded", BEGINS, ENDS,
    "So [" BEGINS " jumps.\n\nThe dog was asleep and so on, and then " ENDS "].",
    "So [" BEGINS " jumps.\n\nThe cat was asleep and so on, and then " ENDS "].", DOUBTFUL },
  { "inside-words", "he quick", ENDS, "So [he quick" MIDDLE ENDS "].",
    FILLER "So the quick" MIDDLE ENDS ".", LOST },
  { "second-end", BEGINS, "the wood", "So [" BEGINS " left the wood and then the wood].",
    FILLER "So [" BEGINS " left the wood and then the wood].", MOVED },
  { "overlap", "the quick brown fox", "brown fox ran", "So [the quick brown fox ran].",
    FILLER "So [the quick brown fox ran].", MOVED },
  { "whole", "the quick brown fox ran off", NULL, "So [the quick brown fox ran off].",
    FILLER "So [the quick brown fox ran off].", MOVED },
  { "short-and-only", "a fox", NULL, "So [a fox].", FILLER "So [a fox].", MOVED },
  { "short-and-many", "a fox", NULL, "So [a fox] is here.",
    FILLER "So [a fox] is here. So a fox is there.", DOUBTFUL },
  { "nothing-there", BEGINS, ENDS, "So [" PASSAGE "].", "", LOST },
  { "japanese", "\346\227\245\346\234\254\343\201\257", "\343\201\247\343\201\202\343\202\213",
    "\344\273\212\343\200\201[\346\227\245\346\234\254\343\201\257\345\263\266\343\201\247\343\201"
    "\202\343\202\213]\343\201\250",
    FILLER "\344\273\212[\346\227\245\346\234\254\343\201\257\345\263\266\343\201\247\343\201\202"
           "\343\202\213]\343\201\250",
    MOVED },
};

static gchar *
read_marks (const gchar *marked, gint64 *start, gint64 *end)
{
  gchar **parts = g_strsplit_set (marked, "[]", 3);
  gchar *bare = g_strjoinv (NULL, parts);

  *start = -1;
  *end = -1;
  if (g_strv_length (parts) == 3)
    {
      *start = g_utf8_strlen (parts[0], -1);
      *end = *start + g_utf8_strlen (parts[1], -1);
    }
  g_strfreev (parts);
  return bare;
}

static void
make_anchor (AnnalsAnchor *anchor,
             const AnnalsText *text,
             gint64 start,
             gint64 end,
             const gchar *begins,
             const gchar *ends)
{
  g_autofree gchar *passage = annals_text_dup_slice (text, start, end);

  *anchor = (AnnalsAnchor) ANNALS_ANCHOR_INIT;
  anchor->begins = g_strdup (begins);
  anchor->ends = g_strdup (ends);
  anchor->sha256 = annals_fold_dup_sha256 (passage, -1);
  anchor->start = start;
  anchor->end = end;
}

static void
test_edges (gconstpointer data)
{
  const EdgeCase *edge_case = data;
  g_auto (AnnalsAnchor) anchor = ANNALS_ANCHOR_INIT;
  AnnalsPlace place = ANNALS_PLACE_INIT;
  gint64 start;
  gint64 end;
  g_autofree gchar *before = read_marks (edge_case->before, &start, &end);
  g_autoptr (AnnalsText) old_text = annals_text_new (before, -1);
  g_autofree gchar *after = NULL;
  g_autoptr (AnnalsText) new_text = NULL;
  g_autoptr (AnnalsAnchorer) anchorer = NULL;

  make_anchor (&anchor, old_text, start, end, edge_case->begins, edge_case->ends);
  after = read_marks (edge_case->after, &start, &end);
  new_text = annals_text_new (after, -1);
  anchorer = annals_anchorer_new (new_text);
  annals_anchorer_place (anchorer, &anchor, &place);

  g_assert_cmpstr (annals_standing_get_id (place.standing), ==,
                   annals_standing_get_id (edge_case->standing));
  if (edge_case->standing == LOST)
    start = end = -1;
  g_assert_cmpint (place.start, ==, start);
  g_assert_cmpint (place.end, ==, end);
}

/* Without a hash nobody knows the words between: the passage stays doubtful. */
static void
test_no_hash (void)
{
  AnnalsAnchor anchor = ANNALS_ANCHOR_INIT;
  AnnalsPlace place = ANNALS_PLACE_INIT;
  g_autoptr (AnnalsText) text = annals_text_new (FILLER "So " PASSAGE ".", -1);
  g_autoptr (AnnalsAnchorer) anchorer = annals_anchorer_new (text);

  anchor.begins = (gchar *) BEGINS;
  anchor.ends = (gchar *) ENDS;
  annals_anchorer_place (anchorer, &anchor, &place);
  g_assert_cmpstr (annals_standing_get_id (place.standing), ==, "doubtful");
  g_assert_cmpint (place.start, ==, (gint64) strlen (FILLER "So "));
  g_assert_cmpint (place.end - place.start, ==, (gint64) strlen (PASSAGE));
}

/* Passages of the commentary: the first words and last words of each. */
static const struct
{
  const gchar *begins;
  const gchar *ends;
} commentary_passages[] = {
  { "last month's decision", "missile defense system" },
  { "Japan is arguably now", "the Cold War" },
  { "Tokyo was willing to", "early 1970s" },
  { "Now, under Prime Minister", "of the United States" },
  { "Tokyo has shown full", "Saddam Hussein" },
  { "when Japan set limitations", "the Vietnam War" },
};

static gchar *
replace (const gchar *text, const gchar *pattern, const gchar *replacement)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  g_assert_nonnull (regex);
  return g_regex_replace (regex, text, -1, 0, replacement, 0, NULL);
}

static gchar *
print_as_is (const gchar *text)
{
  return g_strdup (text);
}

static gchar *
print_crlf (const gchar *text)
{
  return replace (text, "\n", "\r\n");
}

static gchar *
print_smart (const gchar *text)
{
  g_autofree gchar *open = replace (text, "(^|\\s)\"", "\\1\342\200\234");
  g_autofree gchar *closed = replace (open, "\"", "\342\200\235");

  return replace (closed, "'", "\342\200\231");
}

static gchar *
print_wrapped (const gchar *text)
{
  return replace (text, "(.{40,55})([ -])(?=\\S)", "\\1\\2\n");
}

static gchar *
print_all (const gchar *text)
{
  g_autofree gchar *smart = print_smart (text);
  g_autofree gchar *wrapped = print_wrapped (smart);

  return print_crlf (wrapped);
}

static gchar *
print_with_header (const gchar *text)
{
  return g_strconcat (FILLER FILLER, text, NULL);
}

static const struct
{
  const gchar *name;
  gchar *(*print) (const gchar *text);
  AnnalsStanding standing;
} printings[] = {
  { "as-it-is", print_as_is, EXACT },         { "crlf", print_crlf, EXACT },
  { "smart-quotes", print_smart, EXACT },     { "wrapped", print_wrapped, EXACT },
  { "wrapped-smart-crlf", print_all, EXACT }, { "with-header", print_with_header, MOVED },
};

static gchar *
load_commentary (void)
{
  const gchar *folder = g_getenv ("ANNALS_SAMPLES");
  g_autofree gchar *path = NULL;
  gchar *contents = NULL;

  if (folder == NULL)
    {
      g_test_skip ("ANNALS_SAMPLES names no folder with konishi-2004.txt");
      return NULL;
    }
  path = g_build_filename (folder, "konishi-2004.txt", NULL);
  if (!g_file_get_contents (path, &contents, NULL, NULL))
    g_test_skip ("konishi-2004.txt is not in the folder that ANNALS_SAMPLES names");
  return contents;
}

/* The anchor of a passage of the commentary, by its first and last words. */
static void
make_commentary_anchor (AnnalsAnchor *anchor, const AnnalsText *text, gsize i)
{
  const gchar *utf8 = annals_text_get_utf8 (text);
  const gchar *start = strstr (utf8, commentary_passages[i].begins);
  const gchar *end = start != NULL ? strstr (start, commentary_passages[i].ends) : NULL;

  g_assert_nonnull (end);
  end += strlen (commentary_passages[i].ends);
  make_anchor (anchor, text, annals_text_get_offset_at (text, (gsize) (start - utf8)),
               annals_text_get_offset_at (text, (gsize) (end - utf8)),
               commentary_passages[i].begins, commentary_passages[i].ends);
}

static void
test_commentary (gconstpointer data)
{
  gsize printing = GPOINTER_TO_SIZE (data);
  g_autofree gchar *contents = load_commentary ();
  g_autofree gchar *printed = NULL;
  g_autoptr (AnnalsText) original = NULL;
  g_autoptr (AnnalsText) copy = NULL;
  g_autoptr (AnnalsAnchorer) anchorer = NULL;

  if (contents == NULL)
    return;

  original = annals_text_new (contents, -1);
  printed = printings[printing].print (contents);
  copy = annals_text_new (printed, -1);
  anchorer = annals_anchorer_new (copy);
  for (gsize i = 0; i < G_N_ELEMENTS (commentary_passages); i++)
    {
      g_auto (AnnalsAnchor) anchor = ANNALS_ANCHOR_INIT;
      AnnalsPlace place = ANNALS_PLACE_INIT;
      g_autoptr (AnnalsFold) first = NULL;
      g_autofree gchar *found = NULL;

      make_commentary_anchor (&anchor, original, i);
      annals_anchorer_place (anchorer, &anchor, &place);
      g_assert_cmpstr (annals_standing_get_id (place.standing), ==,
                       annals_standing_get_id (printings[printing].standing));
      found = annals_text_dup_slice (copy, place.start, place.end);
      g_assert_cmpint (place.end - place.start, >=, anchor.end - anchor.start);
      g_assert_cmpint (place.end - place.start, <=, (anchor.end - anchor.start) * 11 / 10);
      g_assert_true (g_unichar_tolower (g_utf8_get_char (found))
                     == g_unichar_tolower (g_utf8_get_char (anchor.begins)));
    }
}

/* Each passage is cut out in turn: it alone is lost. */
static void
test_commentary_cut (void)
{
  g_autofree gchar *contents = load_commentary ();
  g_autoptr (AnnalsText) original = NULL;

  if (contents == NULL)
    return;

  original = annals_text_new (contents, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (commentary_passages); i++)
    {
      g_auto (AnnalsAnchor) anchor = ANNALS_ANCHOR_INIT;
      AnnalsPlace place = ANNALS_PLACE_INIT;
      g_autofree gchar *before = NULL;
      g_autofree gchar *after = NULL;
      g_autoptr (AnnalsText) cut = NULL;
      g_autoptr (AnnalsAnchorer) anchorer = NULL;

      make_commentary_anchor (&anchor, original, i);
      before = annals_text_dup_slice (original, 0, anchor.start);
      after = annals_text_dup_slice (original, anchor.end, G_MAXINT64);
      cut = annals_text_new_take (g_strconcat (before, after, NULL));
      anchorer = annals_anchorer_new (cut);
      annals_anchorer_place (anchorer, &anchor, &place);
      g_assert_cmpstr (annals_standing_get_id (place.standing), ==, "lost");
      g_assert_cmpint (place.start, ==, -1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (edge_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/text/anchor/edges/", edge_cases[i].name, NULL);

      g_test_add_data_func (path, &edge_cases[i], test_edges);
    }
  g_test_add_func ("/text/anchor/edges-without-hash", test_no_hash);
  for (gsize i = 0; i < G_N_ELEMENTS (printings); i++)
    {
      g_autofree gchar *path = g_strconcat ("/text/anchor/commentary/", printings[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_commentary);
    }
  g_test_add_func ("/text/anchor/commentary-cut", test_commentary_cut);

  return g_test_run ();
}
