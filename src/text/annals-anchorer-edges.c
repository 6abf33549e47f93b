/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding a passage of a text that may not be copied: all that is kept of it is its first and last
 * words, its length and the hash of its folded words. First and last words are paired within what
 * the length allows; the hash tells whether a pair has all the words between. */

#include "config.h"

#include <string.h>

#include "annals-anchorer-private.h"
#include "annals-myers.h"

/* How far the length of a passage may be from the one kept, and how much more it takes to look. */
#define MAX_LENGTH_CHANGE 0.35
#define WINDOW_RATE 0.5
#define WINDOW_SLACK 32
#define WINDOW_UNKNOWN 4096

/* An edge that is found only approximately. */
#define MIN_EDGE_CHARS 20
#define MIN_EDGE_SIMILARITY 0.8

/* Bounds on the work for edges that are everywhere in a text. */
#define MAX_PAIRS 4096
#define MAX_APPROXIMATE_EDGES 64
#define MAX_LINE_END_HYPHENS 4

typedef struct
{
  AnnalsAnchorer *anchorer;
  const AnnalsAnchor *anchor;
  const AnnalsSide *side;
  AnnalsNeedle begins;
  AnnalsNeedle ends; /* the same as begins when that is the whole passage */
  AnnalsNeighbours neighbours;
  gint64 length; /* in code points, or -1 */
  GArray *first; /* of AnnalsHit: where the first words are, nearest to the offset kept first */
  GArray *last;  /* of AnnalsHit: where the last words are, in order */
} Search;

static GArray *
find_words (const Search *search, const AnnalsNeedle *needle)
{
  GArray *hits = annals_needle_find_all (needle, search->side);
  guint n = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      AnnalsHit hit = g_array_index (hits, AnnalsHit, i);

      if (annals_side_is_inside_word (search->side, hit.start)
          || annals_side_is_inside_word (search->side, hit.end))
        continue;
      hit.distance = annals_side_get_distance (search->side, hit.start, search->anchor->start);
      g_array_index (hits, AnnalsHit, n++) = hit;
    }
  g_array_set_size (hits, n);
  return hits;
}

static gint
compare_distances (gconstpointer a, gconstpointer b)
{
  const AnnalsHit *hit_a = a;
  const AnnalsHit *hit_b = b;

  if (hit_a->distance != hit_b->distance)
    return hit_a->distance < hit_b->distance ? -1 : 1;
  return (hit_a->start > hit_b->start) - (hit_a->start < hit_b->start);
}

static void
search_init (Search *search,
             AnnalsAnchorer *anchorer,
             const AnnalsAnchor *anchor,
             AnnalsFoldFlags flags)
{
  gboolean has_ends = anchor->ends != NULL && *anchor->ends != '\0';

  search->anchorer = anchorer;
  search->anchor = anchor;
  search->side = annals_anchorer_get_side (anchorer, flags);
  search->length = anchor->start >= 0 && anchor->end > anchor->start ? anchor->end - anchor->start
                                                                     : -1;
  annals_needle_init (&search->begins, anchor->begins, flags);
  annals_needle_init (&search->ends, has_ends ? anchor->ends : anchor->begins, flags);
  annals_neighbours_init (&search->neighbours, anchor, flags);
  search->first = find_words (search, &search->begins);
  g_array_sort (search->first, compare_distances);
  search->last = find_words (search, &search->ends);
}

static void
search_clear (Search *search)
{
  annals_needle_clear (&search->begins);
  annals_needle_clear (&search->ends);
  annals_neighbours_clear (&search->neighbours);
  g_array_unref (search->first);
  g_array_unref (search->last);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
has_hash (const gchar *folded, gsize n_bytes, const gchar *sha256)
{
  g_autofree gchar *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) folded,
                                                        n_bytes);

  return g_ascii_strcasecmp (hash, sha256) == 0;
}

/* A hyphen, a space and a letter in folded words may be a word broken at a line's end. */
static gboolean
is_broken_word (const gunichar *chars, gsize n_chars, gsize i)
{
  return i > 0 && i + 2 < n_chars && chars[i] == '-' && chars[i + 1] == ' '
         && g_unichar_isalnum (chars[i - 1]) && g_unichar_isalnum (chars[i + 2]);
}

/* The words with broken ones as @variant says, a digit to the base of three for each: as it stands,
 * the space dropped, the hyphen dropped too. */
static GString *
mend_words (const gunichar *chars, gsize n_chars, guint variant)
{
  GString *words = g_string_sized_new (n_chars);

  for (gsize i = 0; i < n_chars; i++)
    {
      guint way = 0;

      if (is_broken_word (chars, n_chars, i))
        {
          way = variant % 3;
          variant /= 3;
        }
      if (way < 2)
        g_string_append_unichar (words, chars[i]);
      if (way > 0)
        i++;
    }
  return words;
}

/* Whether a stretch of the text has all the words of the passage: the hash is tried with each way
 * to mend the words that are broken at a line's end. */
static gboolean
has_all_words (const Search *search, const AnnalsHit *hit)
{
  const AnnalsFold *fold = search->side->fold;
  const AnnalsSide *plain = annals_anchorer_get_side (search->anchorer, ANNALS_FOLD_NONE);
  gsize from = annals_fold_get_index (plain->fold, annals_fold_get_source_start (fold, hit->start));
  gsize to = annals_fold_get_index (plain->fold, annals_fold_get_source_end (fold, hit->end - 1));
  guint n_variants = 1;
  guint n_broken = 0;

  for (gsize i = from; i < to && n_broken < MAX_LINE_END_HYPHENS; i++)
    {
      if (!is_broken_word (plain->chars + from, to - from, i - from))
        continue;
      n_broken++;
      n_variants *= 3;
    }

  for (guint variant = 0; variant < n_variants; variant++)
    {
      g_autoptr (GString) words = mend_words (plain->chars + from, to - from, variant);

      if (has_hash (words->str, words->len, search->anchor->sha256))
        return TRUE;
    }
  return FALSE;
}

/* Whether a passage may go from @start to @end (in code points): about as long as it was, and in
 * one paragraph, unless it was too long for that. */
static gboolean
is_plausible (const Search *search, gint64 start, gint64 end)
{
  AnnalsText *text = search->anchorer->text;
  guint paragraph = annals_text_get_paragraph_at (text, start);
  gdouble length = (gdouble) search->length;
  gint64 paragraph_end = 0;

  if (search->length >= 0 && ABS (end - start - length) > length * MAX_LENGTH_CHANGE)
    return FALSE;
  if (paragraph == annals_text_get_paragraph_at (text, end - 1))
    return TRUE;

  annals_text_get_paragraph (text, paragraph, NULL, &paragraph_end);
  return search->length >= 0 && start + length * (1.0 - MAX_LENGTH_CHANGE) > paragraph_end;
}

/* How alike a stretch is to a passage of which only the edges are known: as the edges found, less
 * as far as its length is another. */
static void
judge (const Search *search, AnnalsHit *hit, gdouble edges)
{
  gint64 start = annals_fold_get_source_start (search->side->fold, hit->start);
  gint64 length = annals_fold_get_source_end (search->side->fold, hit->end - 1) - start;
  gdouble change = 0.0;

  if (search->length > 0)
    change = ABS (length - search->length) / (gdouble) MAX (length, search->length);
  hit->similarity = edges * (1.0 - change);
  hit->context = annals_neighbours_compare (&search->neighbours, search->side, hit->start,
                                            hit->end);
  hit->distance = annals_side_get_distance (search->side, hit->start, search->anchor->start);
}

/* Keeps the better of two doubtful hits. */
static void
keep_better (const Search *search, const AnnalsHit *hit, AnnalsHit *best)
{
  gint64 start = annals_fold_get_source_start (search->side->fold, hit->start);
  gint64 end = annals_fold_get_source_end (search->side->fold, hit->end - 1);
  gdouble gain = hit->similarity + hit->context - best->similarity - best->context;

  if (!is_plausible (search, start, end))
    return;
  if (best->similarity < 0.0 || gain > 0.0 || (gain == 0.0 && hit->distance < best->distance))
    *best = *hit;
}

static void
get_window (const Search *search, gsize *least, gsize *most)
{
  gdouble length = (gdouble) search->length;

  *least = MAX (search->begins.n_chars, search->ends.n_chars);
  *most = WINDOW_UNKNOWN;
  if (search->length < 0)
    return;

  *least = MAX (*least, (gsize) MAX (length * (1.0 - WINDOW_RATE) - WINDOW_SLACK, 0.0));
  *most = (gsize) (length * (1.0 + WINDOW_RATE)) + WINDOW_SLACK;
}

/* The first of the last words that end at @end or after it. */
static guint
find_last_from (const Search *search, gsize end)
{
  guint low = 0;
  guint high = search->last->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (search->last, AnnalsHit, middle).end < end)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* All stretches from first words to last words, as an array of AnnalsHit; those that start nearest
 * to the offset kept come first. */
static GArray *
pair_edges (const Search *search)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (AnnalsHit));
  gboolean whole = search->anchor->ends == NULL || *search->anchor->ends == '\0';
  gsize least;
  gsize most;

  get_window (search, &least, &most);
  for (guint i = 0; i < search->first->len && pairs->len < MAX_PAIRS; i++)
    {
      AnnalsHit pair = g_array_index (search->first, AnnalsHit, i);

      if (whole)
        {
          g_array_append_val (pairs, pair);
          continue;
        }
      for (guint j = find_last_from (search, pair.start + least);
           j < search->last->len && pairs->len < MAX_PAIRS; j++)
        {
          pair.end = g_array_index (search->last, AnnalsHit, j).end;
          if (pair.end > pair.start + most)
            break;
          g_array_append_val (pairs, pair);
        }
    }
  return pairs;
}

/* A passage too short to be known by itself, and not where it was: its neighbours must be there or,
 * when none are kept, it must be the only such place. */
static gboolean
is_known (const Search *search, const AnnalsHit *hit, guint n_whole)
{
  if (hit->end - hit->start >= ANNALS_SHORT_QUOTE || hit->context >= ANNALS_SHORT_QUOTE_MIN_CONTEXT)
    return TRUE;
  if (hit->context >= 0.0)
    return FALSE;
  return n_whole == 1
         || annals_anchorer_is_at_home (search->anchorer, search->side, hit, search->anchor->start);
}

/* Both edges word for word. Returns whether all words between are there as well; else the best
 * stretch goes to @doubtful. */
static gboolean
place_pairs (const Search *search, AnnalsHit *doubtful, AnnalsPlace *place)
{
  g_autoptr (GArray) pairs = pair_edges (search);
  AnnalsHit best = { .similarity = -1.0 };
  guint n_whole = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      AnnalsHit *pair = &g_array_index (pairs, AnnalsHit, i);
      gboolean whole = search->anchor->sha256 != NULL && has_all_words (search, pair);

      judge (search, pair, 1.0);
      if (!whole)
        {
          keep_better (search, pair, doubtful);
          continue;
        }
      n_whole++;
      pair->similarity = 1.0;
      if (best.similarity < 0.0 || annals_hit_compare (pair, &best) < 0)
        best = *pair;
    }

  if (n_whole == 0)
    return FALSE;
  if (is_known (search, &best, n_whole))
    annals_anchorer_place_found (search->anchorer, search->side, &best, search->anchor->start,
                                 place);
  else if (best.context < 0.0)
    annals_anchorer_set_place (search->anchorer, search->side, &best, ANNALS_STANDING_DOUBTFUL,
                               place);
  return TRUE;
}

/* Looks for an edge, approximately, between two indices of the side. */
static gboolean
find_like (const Search *search, const AnnalsNeedle *needle, gsize from, gsize to, AnnalsHit *hit)
{
  guint max_errors = (guint) (needle->n_chars * (1.0 - MIN_EDGE_SIMILARITY) + 0.001);
  g_autoptr (GArray) found = NULL;
  guint least = G_MAXUINT;

  to = MIN (to, search->side->n_chars);
  if (from >= to)
    return FALSE;

  found = annals_myers_search (needle->chars, needle->n_chars, search->side->chars + from,
                               to - from, max_errors);
  for (guint i = 0; i < found->len; i++)
    {
      const AnnalsMyersHit *like = &g_array_index (found, AnnalsMyersHit, i);

      if (like->errors >= least || like->end == like->start)
        continue;
      least = like->errors;
      hit->start = from + like->start;
      hit->end = from + like->end;
      hit->similarity = 1.0 - like->errors / (gdouble) needle->n_chars;
    }
  if (least == G_MAXUINT)
    return FALSE;

  hit->start = annals_side_snap_to_word (search->side, hit->start);
  hit->end = annals_side_snap_to_word (search->side, hit->end);
  return hit->start < hit->end;
}

/* The first words are there; the last ones, nearly. */
static void
find_changed_ends (const Search *search, AnnalsHit *doubtful)
{
  gdouble length = (gdouble) search->length;
  gsize n_like = (gsize) (length * (1.0 + MAX_LENGTH_CHANGE));

  if (search->ends.n_chars < MIN_EDGE_CHARS)
    return;

  for (guint i = 0; i < MIN (search->first->len, MAX_APPROXIMATE_EDGES); i++)
    {
      AnnalsHit hit = g_array_index (search->first, AnnalsHit, i);
      AnnalsHit edge = { 0 };

      if (!find_like (search, &search->ends, hit.start, hit.start + n_like, &edge))
        continue;
      hit.end = edge.end;
      judge (search, &hit, (1.0 + edge.similarity) / 2.0);
      keep_better (search, &hit, doubtful);
    }
}

/* The last words are there; the first ones, nearly. */
static void
find_changed_begins (const Search *search, AnnalsHit *doubtful)
{
  gdouble length = (gdouble) search->length;
  gsize n_like = (gsize) (length * (1.0 + MAX_LENGTH_CHANGE));

  if (search->begins.n_chars < MIN_EDGE_CHARS)
    return;

  for (guint i = 0; i < MIN (search->last->len, MAX_APPROXIMATE_EDGES); i++)
    {
      AnnalsHit hit = g_array_index (search->last, AnnalsHit, i);
      gsize from = hit.end > n_like ? hit.end - n_like : 0;
      AnnalsHit edge = { 0 };

      if (!find_like (search, &search->begins, from, hit.end, &edge))
        continue;
      hit.start = edge.start;
      judge (search, &hit, (1.0 + edge.similarity) / 2.0);
      keep_better (search, &hit, doubtful);
    }
}

/* Whether both ends of a stretch of the source are between words. */
static gboolean
is_of_whole_words (AnnalsAnchorer *anchorer, gint64 start, gint64 end)
{
  const AnnalsSide *side = annals_anchorer_get_side (anchorer, ANNALS_FOLD_NONE);

  return !annals_side_is_inside_word (side, annals_fold_get_index (side->fold, start))
         && !annals_side_is_inside_word (side, annals_fold_get_index (side->fold, end));
}

/* The passage where it was, without a search. */
static gboolean
place_unchanged (AnnalsAnchorer *anchorer, const AnnalsAnchor *anchor, AnnalsPlace *place)
{
  g_autofree gchar *slice = NULL;
  g_autofree gchar *hash = NULL;

  if (anchor->sha256 == NULL || anchor->start < 0 || anchor->end <= anchor->start
      || anchor->end > annals_text_get_n_chars (anchorer->text))
    return FALSE;

  slice = annals_text_dup_slice (anchorer->text, anchor->start, anchor->end);
  hash = annals_fold_dup_sha256 (slice, -1);
  if (g_ascii_strcasecmp (hash, anchor->sha256) != 0
      || !is_of_whole_words (anchorer, anchor->start, anchor->end))
    return FALSE;

  *place = (AnnalsPlace){ ANNALS_STANDING_EXACT, anchor->start, anchor->end, 1.0 };
  return TRUE;
}

/* Finds a passage by its first and last words; @place says lost when it comes in. */
void
annals_anchorer_place_edges (AnnalsAnchorer *anchorer,
                             const AnnalsAnchor *anchor,
                             AnnalsPlace *place)
{
  static const AnnalsFoldFlags ways[] = { ANNALS_FOLD_NONE, ANNALS_FOLD_JOIN_HYPHENS };

  if (place_unchanged (anchorer, anchor, place))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_auto (Search) search = { 0 };
      AnnalsHit doubtful = { .similarity = -1.0 };
      gboolean last = i + 1 == G_N_ELEMENTS (ways);

      search_init (&search, anchorer, anchor, ways[i]);
      if (search.begins.n_chars == 0 || place_pairs (&search, &doubtful, place))
        return;
      if (last && doubtful.similarity < 0.0 && search.length > 0
          && place->standing == ANNALS_STANDING_LOST)
        {
          find_changed_ends (&search, &doubtful);
          find_changed_begins (&search, &doubtful);
        }
      if (doubtful.similarity >= 0.0)
        annals_anchorer_set_place (anchorer, search.side, &doubtful, ANNALS_STANDING_DOUBTFUL,
                                   place);
    }
}
