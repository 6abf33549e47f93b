/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotes: each step of the search, each standing, and the corners. */

#include "config.h"

#include <string.h>

#include "annals-anchor.h"

/* A passage is marked in the text it is taken from by [ and ]. In the text it is looked for in, the
 * place where it should be found is marked in the same way; no mark says it should be lost. */
typedef struct
{
  const gchar *name;
  const gchar *before;
  const gchar *after;
  AnnalsStanding standing;
} QuoteCase;

#define EXACT ANNALS_STANDING_EXACT
#define MOVED ANNALS_STANDING_MOVED
#define DOUBTFUL ANNALS_STANDING_DOUBTFUL
#define LOST ANNALS_STANDING_LOST

#define FOX "the quick brown fox jumps over the lazy dog"
#define SHIP "a slow grey ship turns under the long bridge"
#define FILLER "Some other words are written here, to fill the page with what nobody looks for.\n\n"

static const QuoteCase quote_cases[] = {
  { "unchanged", FILLER "So [" FOX "] today.", FILLER "So [" FOX "] today.", EXACT },
  { "at-start", "[" FOX "] today.", "[" FOX "] today.", EXACT },
  { "at-end", "So [" FOX "]", "So [" FOX "]", EXACT },
  { "whole", "[" FOX "]", "[" FOX "]", EXACT },
  { "short-unchanged", "So the [dog] and the dog.", "So the [dog] and the dog.", EXACT },
  { "around-changed", "So [" FOX "] today.", "Do [" FOX "] never.", EXACT },
  { "moved-down", "So [" FOX "] today.", FILLER "So [" FOX "] today.", MOVED },
  { "moved-up", FILLER "So [" FOX "] today.", "So [" FOX "] today.", MOVED },
  { "moved-alone", "So [" FOX "] today.", FILLER SHIP ", [" FOX "], not now.", MOVED },
  { "crlf", "One.\n\nTwo.\n\nSo [" FOX "] today.", "One.\r\n\r\nTwo.\r\n\r\nSo [" FOX "] today.",
    EXACT },
  { "lf-again", "One.\r\n\r\nTwo.\r\n\r\nSo [" FOX "] today.",
    "One.\n\nTwo.\n\nSo [" FOX "] today.", EXACT },
  { "byte-order-mark", "So [" FOX "] today.", "\357\273\277So [" FOX "] today.", EXACT },
  { "re-flowed", "So [" FOX "] today.", "So [the quick brown\nfox jumps over\nthe lazy dog] today.",
    EXACT },
  { "indented", "So [" FOX "] today.",
    "  So [the quick brown\n   fox jumps over\n   the lazy dog] today.", EXACT },
  { "no-break-space", "So [" FOX "] today.",
    "So [the\302\240quick brown fox jumps over the lazy\302\240dog] today.", EXACT },
  { "smart-quotes", "\"Yes.\" So ['twas \"the quick\" brown fox's jump] today.",
    "\342\200\234Yes.\342\200\235 So [\342\200\231twas \342\200\234the quick\342\200\235 brown "
    "fox\342\200\231s jump] today.",
    EXACT },
  { "smart-quotes-moved", "So ['twas \"the quick\" brown fox's jump] today.",
    FILLER
    "So [\342\200\231twas \342\200\234the quick\342\200\235 brown fox\342\200\231s jump] today.",
    MOVED },
  { "nfd", "The caf\303\251 and [the caf\303\251 of the quick brown fox] today.",
    "The cafe\314\201 and [the cafe\314\201 of the quick brown fox] today.", EXACT },
  { "soft-hyphens", "So [" FOX "] today.",
    "So [the qui\302\255ck brown fox jumps over the la\302\255zy dog] today.", EXACT },
  { "ellipsis", "Well... so [the quick... brown fox jumps over] it.",
    "Well\342\200\246 so [the quick\342\200\246 brown fox jumps over] it.", EXACT },
  { "ligature", "So [the first official fox jumps] today.",
    "So [the \357\254\201rst o\357\254\203cial fox jumps] today.", EXACT },
  { "dash", "So [the quick - brown - fox jumps over] it.",
    "So [the quick \342\200\224 brown \342\200\223 fox jumps over] it.", EXACT },
  { "capitals", "So [" FOX "] today.", "So [THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG] today.",
    EXACT },
  { "broken-word", "So [" FOX "] today.",
    "So [the quick brown fox jumps o-\nver the lazy dog] today.", EXACT },
  { "broken-at-hyphen", "So [the quick-witted fox jumps over the dog] now.",
    FILLER "So [the quick-\nwitted fox jumps over the dog] now.", MOVED },
  { "two-paragraphs", "So [the quick brown fox.\n\nIt jumps over the dog] now.",
    FILLER "So [the quick brown fox.\r\n\r\n\r\nIt jumps over the dog] now.", MOVED },
  { "right-to-left",
    "\327\220\327\221 [\327\251\327\234\327\225\327\235 \327\242\327\225\327\234\327\235 "
    "\327\220\327\227\327\223 \327\231\327\225\327\235 \327\230\327\225\327\221 "
    "\327\236\327\220\327\223] "
    "\327\222",
    FILLER "\327\220\327\221 [\327\251\327\234\327\225\327\235 \327\242\327\225\327\234\327\235 "
           "\327\220\327\227\327\223 \327\231\327\225\327\235 \327\230\327\225\327\221 "
           "\327\236\327\220\327\223] \327\222",
    MOVED },
  { "white-space-in-quote", "So[ " FOX "\n]today.", FILLER "So [" FOX "] today.", MOVED },
  { "cut-before-mark",
    "So [the quick brown fox of the caf"
    "e]\314\201 is here.",
    FILLER "So [the quick brown fox of the cafe]\314\201 is here.", MOVED },
  { "short-with-context", "When the tall [fox] ran over there.",
    FILLER "When the tall [fox] ran over there.", MOVED },
  { "short-without-context", "When the tall [fox] ran over there.",
    FILLER "A sly fox is elsewhere.", LOST },
  { "repeated-same-context", "I say " FOX ". I say [" FOX "]. I say " FOX ".",
    "\n\nI say " FOX ". I say [" FOX "]. I say " FOX ".", EXACT },
  { "repeated-by-context", FILLER "First " FOX " ran off. Then [" FOX "] sat down.",
    "Then [" FOX "] sat down. " FILLER "First " FOX " ran off.", MOVED },
  { "one-word-changed", FILLER "So [" FOX "] today.",
    FILLER "So [the quick brown cat jumps over the lazy dog] today.", DOUBTFUL },
  { "changed-and-moved", "So [" FOX "] today.",
    FILLER "So [the quick red fox jumped over the lazy dog] today.", DOUBTFUL },
  { "last-word-changed", FILLER "So [" FOX "] today, I think.",
    FILLER "So [the quick brown fox jumps over the lazy hippopotamus] today, I think.", DOUBTFUL },
  { "changed-alone", "So [" FOX "] today.",
    FILLER SHIP " [the quick brown fox jumped over a lazy dog]", DOUBTFUL },
  { "short-changed-alone", "So the [tall brown fox ran] today.",
    FILLER SHIP " tall brown cat ran " SHIP, LOST },
  { "short-changed-in-context", "When the very [tall brown fox ran] over it.",
    FILLER "When the very [tall brown cat ran] over it.", DOUBTFUL },
  { "cut", FILLER "So [" FOX "] today.", FILLER "So today. " FILLER, LOST },
  { "other-text", "So [" FOX "] today.", SHIP " and " SHIP, LOST },
  { "longer-than-text", "So [" FOX "] today.", "the quick", LOST },
  { "empty-text", "So [" FOX "] today.", "", LOST },
  { "empty-quote", "So [] today.", "So today.", LOST },
  { "blank-quote", "So[ \n ]today.", "So, today.", LOST },
};

/* Takes the marks out, and tells their offsets or -1. */
static gchar *
read_marks (const gchar *marked, gint64 *start, gint64 *end)
{
  GString *bare = g_string_new (NULL);
  gint64 offset = 0;

  *start = -1;
  *end = -1;
  for (const gchar *p = marked; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '[')
        *start = offset;
      else if (*p == ']')
        *end = offset;
      else
        {
          g_string_append_unichar (bare, g_utf8_get_char (p));
          offset++;
        }
    }
  return g_string_free (bare, FALSE);
}

static void
place_in (const gchar *utf8, const AnnalsAnchor *anchor, AnnalsPlace *place)
{
  g_autoptr (AnnalsText) text = annals_text_new (utf8, -1);
  g_autoptr (AnnalsAnchorer) anchorer = annals_anchorer_new (text);

  annals_anchorer_place (anchorer, anchor, place);
}

static void
make_anchor (AnnalsAnchor *anchor, const gchar *marked)
{
  gint64 start;
  gint64 end;
  g_autofree gchar *bare = read_marks (marked, &start, &end);
  g_autoptr (AnnalsText) text = annals_text_new (bare, -1);

  annals_anchor_init_from_text (anchor, text, start, end);
}

static void
check_place (const gchar *marked, const AnnalsAnchor *anchor, AnnalsStanding standing)
{
  gint64 start;
  gint64 end;
  g_autofree gchar *bare = read_marks (marked, &start, &end);
  AnnalsPlace place = ANNALS_PLACE_INIT;

  place_in (bare, anchor, &place);
  g_assert_cmpstr (annals_standing_get_id (place.standing), ==, annals_standing_get_id (standing));
  g_assert_cmpint (place.start, ==, start);
  g_assert_cmpint (place.end, ==, end);
  if (standing == DOUBTFUL)
    {
      g_assert_cmpfloat (place.similarity, >=, 0.65);
      g_assert_cmpfloat (place.similarity, <, 1.0);
    }
  else
    g_assert_cmpfloat (place.similarity, ==, standing == LOST ? 0.0 : 1.0);
}

static void
test_quote (gconstpointer data)
{
  const QuoteCase *quote_case = data;
  g_auto (AnnalsAnchor) anchor = ANNALS_ANCHOR_INIT;

  make_anchor (&anchor, quote_case->before);
  check_place (quote_case->after, &anchor, quote_case->standing);
}

/* Of places that are alike in all, the one nearest to the offset kept is taken. */
static void
test_nearest (void)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (AnnalsText) text = NULL;
  g_autoptr (AnnalsAnchorer) anchorer = NULL;
  const gchar *unit = "Again and again " FOX " in the wood. ";
  const gint64 length = (gint64) strlen (unit);

  for (guint i = 0; i < 10; i++)
    g_string_append (string, unit);
  text = annals_text_new (string->str, -1);
  anchorer = annals_anchorer_new (text);
  for (gint64 i = 2; i < 8; i++)
    {
      g_auto (AnnalsAnchor) anchor = ANNALS_ANCHOR_INIT;
      AnnalsPlace place = ANNALS_PLACE_INIT;
      gint64 start = i * length + 16;

      annals_anchor_init_from_text (&anchor, text, start, start + (gint64) strlen (FOX));
      anchor.start += (i % 2 == 0) ? 9 : -9;
      anchor.end += (i % 2 == 0) ? 9 : -9;
      annals_anchorer_place (anchorer, &anchor, &place);
      g_assert_cmpint (place.start, ==, start);
      g_assert_cmpint (place.end, ==, start + (gint64) strlen (FOX));
    }
}

/* Anchors of other programs may keep no offsets or no context. */
static void
test_parts_unknown (void)
{
  AnnalsAnchor quote_only = ANNALS_ANCHOR_INIT;
  AnnalsAnchor short_only = ANNALS_ANCHOR_INIT;
  AnnalsAnchor nothing = ANNALS_ANCHOR_INIT;
  AnnalsAnchor bad_offset = ANNALS_ANCHOR_INIT;

  quote_only.exact = (gchar *) FOX;
  check_place (FILLER "So [" FOX "] today.", &quote_only, EXACT);
  short_only.exact = (gchar *) "fox";
  check_place (FILLER "So " FOX " today.", &short_only, LOST);
  short_only.suffix = (gchar *) " jumps over the lazy";
  check_place (FILLER "So the quick brown [fox] jumps over the lazy dog today.", &short_only,
               EXACT);
  check_place (FILLER "So " FOX " today.", &nothing, LOST);
  bad_offset.exact = (gchar *) FOX;
  bad_offset.start = G_MAXINT64 - 1;
  bad_offset.end = G_MAXINT64;
  check_place (FILLER "So [" FOX "] today.", &bad_offset, MOVED);
}

static void
test_init (void)
{
  g_autoptr (AnnalsText) text = annals_text_new (
      "0123456789012345678901234567890123456789 abc \303\251\303\251 "
      "9876543210987654321098765432109876543210",
      -1);
  g_autoptr (AnnalsText) marked = annals_text_new ("e\314\2011234567890123456789012345678901x", -1);
  g_auto (AnnalsAnchor) anchor = ANNALS_ANCHOR_INIT;
  g_auto (AnnalsAnchor) copy = ANNALS_ANCHOR_INIT;
  g_auto (AnnalsAnchor) edge = ANNALS_ANCHOR_INIT;
  g_auto (AnnalsAnchor) cut = ANNALS_ANCHOR_INIT;

  annals_anchor_init_from_text (&anchor, text, 41, 47);
  annals_anchor_copy (&copy, &anchor);
  annals_anchor_clear (&anchor);
  g_assert_null (anchor.exact);
  g_assert_cmpint (anchor.start, ==, -1);
  g_assert_cmpstr (copy.exact, ==, "abc \303\251\303\251");
  g_assert_cmpstr (copy.prefix, ==, "9012345678901234567890123456789 ");
  g_assert_cmpstr (copy.suffix, ==, " 9876543210987654321098765432109");
  g_assert_cmpint (copy.start, ==, 41);
  g_assert_cmpint (copy.end, ==, 47);

  annals_anchor_init_from_text (&edge, text, -5, 1000);
  g_assert_cmpstr (edge.exact, ==, annals_text_get_utf8 (text));
  g_assert_cmpstr (edge.prefix, ==, "");
  g_assert_cmpstr (edge.suffix, ==, "");

  annals_anchor_init_from_text (&cut, marked, 33, 34);
  g_assert_cmpstr (cut.exact, ==, "x");
  g_assert_cmpstr (cut.prefix, ==, "1234567890123456789012345678901");
}

static void
test_standings (void)
{
  const struct
  {
    AnnalsStanding standing;
    const gchar *id;
    const gchar *name;
    gboolean placed;
  } cases[] = {
    { ANNALS_STANDING_UNCHECKED, "unchecked", "not checked", FALSE },
    { EXACT, "exact", "exact", TRUE },
    { MOVED, "moved", "moved", TRUE },
    { DOUBTFUL, "doubtful", "doubtful", TRUE },
    { LOST, "lost", "lost", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (annals_standing_get_id (cases[i].standing), ==, cases[i].id);
      g_assert_cmpstr (annals_standing_get_name (cases[i].standing), ==, cases[i].name);
      g_assert_true (annals_standing_is_placed (cases[i].standing) == cases[i].placed);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (quote_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/text/anchor/quote/", quote_cases[i].name, NULL);

      g_test_add_data_func (path, &quote_cases[i], test_quote);
    }
  g_test_add_func ("/text/anchor/nearest", test_nearest);
  g_test_add_func ("/text/anchor/parts-unknown", test_parts_unknown);
  g_test_add_func ("/text/anchor/init", test_init);
  g_test_add_func ("/text/anchor/standings", test_standings);

  return g_test_run ();
}
