/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding a quote in a text, from the surest way to the least sure: at its offset; word for word;
 * word for word with hyphens joined; approximately. The thresholds come from simulated edits of
 * English prose (see "Anchoring" in CONTRIBUTING.md); what does not reach them is lost, for a
 * passage placed at words it does not come from is worse than none. */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "annals-anchorer-private.h"
#include "annals-myers.h"

/* How many errors an approximate hit may have, and up to which length of quote one is looked for.
 */
#define MAX_ERRORS 96
#define MAX_ERROR_RATE 0.35
#define MAX_APPROXIMATE_CHARS 16384

#define MIN_SIMILARITY 0.65
#define MIN_CONTEXT 0.6
#define MIN_SIMILARITY_ALONE 0.8
#define MIN_CHARS_ALONE 40

/* From here on the neighbours of a passage count as the same. */
#define SAME_CONTEXT 0.75

#define MAX_SNAP_CHARS 24

static gboolean
has_words (const gchar *words)
{
  return words != NULL && *words != '\0';
}

/* The line ends before a byte; each of them may have been two characters. */
static gint64
count_line_ends (const AnnalsText *text, gsize byte)
{
  const gchar *p = annals_text_get_utf8 (text);
  const gchar *limit = p + byte;
  gint64 count = 0;

  while ((p = memchr (p, '\n', (gsize) (limit - p))) != NULL)
    {
      count++;
      p++;
    }
  return count;
}

/* Whether typography alone can explain the offset at which the words of a hit are now. See
 * annals_anchorer_place(). */
gboolean
annals_anchorer_is_at_home (const AnnalsAnchorer *anchorer,
                            const AnnalsSide *side,
                            const AnnalsHit *hit,
                            gint64 stored_start)
{
  gint64 start = annals_fold_get_source_start (side->fold, hit->start);
  gint64 folded_start = (gint64) hit->start - (side->chars[0] == ' ');
  gint64 n_line_ends;

  if (stored_start < 0 || stored_start == start)
    return TRUE;
  if (hit->context >= 0.0 && hit->context < SAME_CONTEXT)
    return FALSE;
  if (stored_start < start)
    return stored_start >= folded_start;
  n_line_ends = count_line_ends (anchorer->text, annals_text_get_byte_at (anchorer->text, start));
  return stored_start <= MAX (folded_start, start + n_line_ends);
}

void
annals_anchorer_set_place (const AnnalsAnchorer *anchorer,
                           const AnnalsSide *side,
                           const AnnalsHit *hit,
                           AnnalsStanding standing,
                           AnnalsPlace *place)
{
  place->standing = standing;
  place->start = annals_fold_get_source_start (side->fold, hit->start);
  place->end = annals_fold_get_source_end (side->fold, hit->end - 1);
  place->similarity = hit->similarity;
}

/* For a hit that has all the words. */
void
annals_anchorer_place_found (const AnnalsAnchorer *anchorer,
                             const AnnalsSide *side,
                             const AnnalsHit *hit,
                             gint64 stored_start,
                             AnnalsPlace *place)
{
  gboolean at_home = annals_anchorer_is_at_home (anchorer, side, hit, stored_start);

  annals_anchorer_set_place (anchorer, side, hit,
                             at_home ? ANNALS_STANDING_EXACT : ANNALS_STANDING_MOVED, place);
}

const AnnalsSide *
annals_anchorer_get_side (AnnalsAnchorer *anchorer, AnnalsFoldFlags flags)
{
  AnnalsSide *side = &anchorer->sides[flags == ANNALS_FOLD_NONE ? 0 : 1];

  if (side->fold == NULL)
    {
      side->flags = flags;
      side->fold = annals_fold_new (annals_text_get_utf8 (anchorer->text),
                                    (gssize) annals_text_get_n_bytes (anchorer->text), flags);
      side->chars = annals_fold_get_chars (side->fold, &side->n_chars);
    }
  return side;
}

/* Letters and digits of scripts that put spaces between words, with their marks. */
static gboolean
is_word_char (gunichar c)
{
  if (!g_unichar_isalnum (c))
    return g_unichar_ismark (c);
  switch (g_unichar_break_type (c))
    {
    case G_UNICODE_BREAK_IDEOGRAPHIC:
    case G_UNICODE_BREAK_CONDITIONAL_JAPANESE_STARTER:
    case G_UNICODE_BREAK_NON_STARTER:
    case G_UNICODE_BREAK_COMPLEX_CONTEXT:
      return FALSE;
    default:
      return TRUE;
    }
}

gboolean
annals_side_is_inside_word (const AnnalsSide *side, gsize index)
{
  return index > 0 && index < side->n_chars && is_word_char (side->chars[index - 1])
         && is_word_char (side->chars[index]);
}

/* The nearest place between words, when one is near; of two, the one before. */
gsize
annals_side_snap_to_word (const AnnalsSide *side, gsize index)
{
  for (gsize i = 0; i <= MAX_SNAP_CHARS; i++)
    {
      if (i <= index && !annals_side_is_inside_word (side, index - i))
        return index - i;
      if (index + i <= side->n_chars && !annals_side_is_inside_word (side, index + i))
        return index + i;
    }
  return index;
}

void
annals_needle_init (AnnalsNeedle *needle, const gchar *utf8, AnnalsFoldFlags flags)
{
  *needle = (AnnalsNeedle){ 0 };
  if (utf8 == NULL)
    return;

  needle->fold = annals_fold_new (utf8, -1, flags);
  needle->chars = annals_fold_get_chars (needle->fold, &needle->n_chars);
  if (needle->n_chars > 0 && needle->chars[0] == ' ')
    {
      needle->chars++;
      needle->n_chars--;
    }
  if (needle->n_chars > 0 && needle->chars[needle->n_chars - 1] == ' ')
    needle->n_chars--;
}

void
annals_needle_clear (AnnalsNeedle *needle)
{
  g_clear_pointer (&needle->fold, annals_fold_free);
}

gboolean
annals_needle_is_at (const AnnalsNeedle *needle, const AnnalsSide *side, gsize index)
{
  return index + needle->n_chars <= side->n_chars
         && memcmp (side->chars + index, needle->chars, needle->n_chars * sizeof (gunichar)) == 0;
}

/* All places of the needle, overlapping ones too: an array of AnnalsHit, in order. */
GArray *
annals_needle_find_all (const AnnalsNeedle *needle, const AnnalsSide *side)
{
  GArray *hits = g_array_new (FALSE, TRUE, sizeof (AnnalsHit));
  const gchar *base = (const gchar *) side->chars;
  const gchar *limit = (const gchar *) (side->chars + side->n_chars);
  const gchar *p = base;

  if (needle->n_chars == 0)
    return hits;

  while ((p = memmem (p, (gsize) (limit - p), needle->chars, needle->n_chars * sizeof (gunichar)))
         != NULL)
    {
      gsize byte = (gsize) (p - base);
      AnnalsHit hit = { .similarity = 1.0, .context = -1.0 };

      p++;
      if (byte % sizeof (gunichar) != 0)
        continue;
      hit.start = byte / sizeof (gunichar);
      hit.end = hit.start + needle->n_chars;
      g_array_append_val (hits, hit);
    }
  return hits;
}

void
annals_neighbours_init (AnnalsNeighbours *neighbours,
                        const AnnalsAnchor *anchor,
                        AnnalsFoldFlags flags)
{
  AnnalsNeedle *prefix = &neighbours->prefix;

  annals_needle_init (prefix, anchor->prefix, flags);
  annals_needle_init (&neighbours->suffix, anchor->suffix, flags);
  if (prefix->n_chars > ANNALS_MAX_CONTEXT)
    {
      prefix->chars += prefix->n_chars - ANNALS_MAX_CONTEXT;
      prefix->n_chars = ANNALS_MAX_CONTEXT;
    }
  neighbours->suffix.n_chars = MIN (neighbours->suffix.n_chars, ANNALS_MAX_CONTEXT);
}

void
annals_neighbours_clear (AnnalsNeighbours *neighbours)
{
  annals_needle_clear (&neighbours->prefix);
  annals_needle_clear (&neighbours->suffix);
}

/* How well the words kept match the text that goes on from @start in steps of 1 or -1, up to @limit
 * characters. Nothing kept matches where the text ends. */
static gdouble
compare_context (const AnnalsNeedle *needle, const gunichar *start, gsize limit, gint step)
{
  gunichar kept[ANNALS_MAX_CONTEXT];
  gunichar found[ANNALS_MAX_CONTEXT * 3 / 2 + 1];
  gsize n_found = 0;
  guint errors;

  while (limit > 0 && *start == ' ')
    {
      start += step;
      limit--;
    }
  if (needle->n_chars == 0)
    return limit == 0 ? 1.0 : 0.0;

  for (gsize i = 0; i < needle->n_chars; i++)
    kept[i] = step > 0 ? needle->chars[i] : needle->chars[needle->n_chars - 1 - i];
  for (; n_found < MIN (limit, needle->n_chars * 3 / 2 + 1); start += step)
    found[n_found++] = *start;

  errors = annals_myers_distance_to_prefix (kept, needle->n_chars, found, n_found, NULL);
  return 1.0 - errors / (gdouble) needle->n_chars;
}

/* The mean similarity of what stands around a stretch to what is kept; -1 when nothing is. */
gdouble
annals_neighbours_compare (const AnnalsNeighbours *neighbours,
                           const AnnalsSide *side,
                           gsize start,
                           gsize end)
{
  gdouble sum = 0.0;
  guint n = 0;

  if (neighbours->prefix.fold != NULL)
    {
      const gunichar *before = start > 0 ? side->chars + start - 1 : NULL;

      sum += compare_context (&neighbours->prefix, before, start, -1);
      n++;
    }
  if (neighbours->suffix.fold != NULL)
    {
      sum += compare_context (&neighbours->suffix, side->chars + end, side->n_chars - end, 1);
      n++;
    }
  return n > 0 ? sum / n : -1.0;
}

/* Better hits first: by context (in sixteenths, so that chance does not outweigh the rest), then
 * bytes, then distance from the offset kept, then place in the text. */
gint
annals_hit_compare (const AnnalsHit *a, const AnnalsHit *b)
{
  gint context_a = (gint) (a->context * 16.0);
  gint context_b = (gint) (b->context * 16.0);

  if (context_a != context_b)
    return context_a > context_b ? -1 : 1;
  if (a->same_bytes != b->same_bytes)
    return a->same_bytes ? -1 : 1;
  if (a->distance != b->distance)
    return a->distance < b->distance ? -1 : 1;
  return (a->start > b->start) - (a->start < b->start);
}

/* The bytes of the quote at the offset kept. */
static gboolean
place_unchanged (AnnalsAnchorer *anchorer, const AnnalsAnchor *anchor, AnnalsPlace *place)
{
  const gchar *utf8 = annals_text_get_utf8 (anchorer->text);
  gsize n_bytes = strlen (anchor->exact);
  gsize byte;

  if (anchor->start < 0 || anchor->start > annals_text_get_n_chars (anchorer->text))
    return FALSE;

  byte = annals_text_get_byte_at (anchorer->text, anchor->start);
  if (n_bytes > annals_text_get_n_bytes (anchorer->text) - byte
      || memcmp (utf8 + byte, anchor->exact, n_bytes) != 0)
    return FALSE;

  place->standing = ANNALS_STANDING_EXACT;
  place->start = anchor->start;
  place->end = annals_text_get_offset_at (anchorer->text, byte + n_bytes);
  place->similarity = 1.0;
  return TRUE;
}

/* The folded words of the quote at the offset kept. */
static gboolean
place_at_offset (AnnalsAnchorer *anchorer,
                 const AnnalsAnchor *anchor,
                 const AnnalsNeedle *needle,
                 const AnnalsSide *side,
                 AnnalsPlace *place)
{
  AnnalsHit hit = { .similarity = 1.0 };

  if (anchor->start < 0)
    return FALSE;

  hit.start = annals_fold_get_index (side->fold, anchor->start);
  if (needle->chars > annals_fold_get_chars (needle->fold, NULL) && hit.start < side->n_chars
      && side->chars[hit.start] == ' ')
    hit.start++; /* the quote began with white space as well */
  if (!annals_needle_is_at (needle, side, hit.start))
    return FALSE;

  hit.end = hit.start + needle->n_chars;
  annals_anchorer_set_place (anchorer, side, &hit, ANNALS_STANDING_EXACT, place);
  return TRUE;
}

gint64
annals_side_get_distance (const AnnalsSide *side, gsize index, gint64 stored_start)
{
  gint64 start = annals_fold_get_source_start (side->fold, index);

  return stored_start < 0 ? start : ABS (start - stored_start);
}

static gboolean
has_same_bytes (const AnnalsAnchorer *anchorer,
                const AnnalsSide *side,
                const AnnalsHit *hit,
                const gchar *exact)
{
  gsize from = annals_text_get_byte_at (anchorer->text,
                                        annals_fold_get_source_start (side->fold, hit->start));
  gsize to = annals_text_get_byte_at (anchorer->text,
                                      annals_fold_get_source_end (side->fold, hit->end - 1));

  return to - from == strlen (exact)
         && memcmp (annals_text_get_utf8 (anchorer->text) + from, exact, to - from) == 0;
}

/* A short quote says too little to be known by itself: its neighbours must be there or, when none
 * are kept, it must be where it was. */
static gboolean
is_known (const AnnalsAnchorer *anchorer,
          const AnnalsSide *side,
          const AnnalsHit *hit,
          gint64 stored_start)
{
  if (hit->end - hit->start >= ANNALS_SHORT_QUOTE || hit->context >= ANNALS_SHORT_QUOTE_MIN_CONTEXT)
    return TRUE;
  return hit->context < 0.0 && stored_start >= 0
         && annals_anchorer_is_at_home (anchorer, side, hit, stored_start);
}

/* The folded words of the quote anywhere. */
static gboolean
place_word_for_word (AnnalsAnchorer *anchorer,
                     const AnnalsAnchor *anchor,
                     const AnnalsNeedle *needle,
                     const AnnalsSide *side,
                     AnnalsPlace *place)
{
  g_autoptr (GArray) hits = annals_needle_find_all (needle, side);
  g_auto (AnnalsNeighbours) neighbours = { 0 };
  const AnnalsHit *best = NULL;

  annals_neighbours_init (&neighbours, anchor, side->flags);
  for (guint i = 0; i < hits->len; i++)
    {
      AnnalsHit *hit = &g_array_index (hits, AnnalsHit, i);

      hit->context = annals_neighbours_compare (&neighbours, side, hit->start, hit->end);
      hit->same_bytes = has_same_bytes (anchorer, side, hit, anchor->exact);
      hit->distance = annals_side_get_distance (side, hit->start, anchor->start);
      if (best == NULL || annals_hit_compare (hit, best) < 0)
        best = hit;
    }

  if (best == NULL || !is_known (anchorer, side, best, anchor->start))
    return FALSE;
  annals_anchorer_place_found (anchorer, side, best, anchor->start, place);
  return TRUE;
}

/* The bytes of the quote anywhere: for one cut in the middle of a cluster, which folding closes. */
static gboolean
place_bytes (AnnalsAnchorer *anchorer, const AnnalsAnchor *anchor, AnnalsPlace *place)
{
  const gchar *utf8 = annals_text_get_utf8 (anchorer->text);
  gsize n_bytes = strlen (anchor->exact);
  gint64 least = G_MAXINT64;

  if (g_utf8_strlen (anchor->exact, -1) < ANNALS_SHORT_QUOTE)
    return FALSE;

  for (const gchar *p = utf8;
       (p = memmem (p, annals_text_get_n_bytes (anchorer->text) - (gsize) (p - utf8), anchor->exact,
                    n_bytes))
       != NULL;
       p++)
    {
      gint64 start = annals_text_get_offset_at (anchorer->text, (gsize) (p - utf8));
      gint64 distance = ABS (start - MAX (anchor->start, 0));

      if (distance >= least)
        continue;
      least = distance;
      place->standing = ANNALS_STANDING_MOVED;
      place->start = start;
      place->end = annals_text_get_offset_at (anchorer->text, (gsize) (p - utf8) + n_bytes);
      place->similarity = 1.0;
    }
  return least != G_MAXINT64;
}

static void
place_quote (AnnalsAnchorer *anchorer, const AnnalsAnchor *anchor, AnnalsPlace *place)
{
  static const AnnalsFoldFlags ways[] = { ANNALS_FOLD_NONE, ANNALS_FOLD_JOIN_HYPHENS };

  if (place_unchanged (anchorer, anchor, place))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      const AnnalsSide *side = annals_anchorer_get_side (anchorer, ways[i]);
      g_auto (AnnalsNeedle) needle = { 0 };
      gboolean last = i + 1 == G_N_ELEMENTS (ways);

      annals_needle_init (&needle, anchor->exact, ways[i]);
      if (needle.n_chars == 0 || place_at_offset (anchorer, anchor, &needle, side, place)
          || place_word_for_word (anchorer, anchor, &needle, side, place))
        return;
      if (last
          && (place_bytes (anchorer, anchor, place)
              || annals_anchorer_place_like (anchorer, anchor, &needle, side, place)))
        return;
    }
}

/**
 * annals_anchorer_new:
 * @text: the text to find passages in
 *
 * Makes an anchorer, which keeps a reference to @text.
 *
 * Returns: (transfer full): the anchorer
 */
AnnalsAnchorer *
annals_anchorer_new (AnnalsText *text)
{
  AnnalsAnchorer *anchorer;

  g_return_val_if_fail (text != NULL, NULL);

  anchorer = g_new0 (AnnalsAnchorer, 1);
  anchorer->text = annals_text_ref (text);
  return anchorer;
}

/**
 * annals_anchorer_free:
 * @anchorer: (transfer full) (nullable): an anchorer
 *
 * Frees @anchorer.
 */
void
annals_anchorer_free (AnnalsAnchorer *anchorer)
{
  if (anchorer == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (anchorer->sides); i++)
    annals_fold_free (anchorer->sides[i].fold);
  annals_text_unref (anchorer->text);
  g_free (anchorer);
}

/**
 * annals_anchorer_place:
 * @anchorer: an anchorer
 * @anchor: what identifies the passage
 * @place: (out caller-allocates): where it is, and how it stands
 *
 * Finds a passage.
 *
 * A passage that has all its words, typography folded, is exact or moved, never worse; only one
 * shorter than 24 characters needs its neighbours as well. It is exact at the offset kept. As white
 * space and typography move offsets too, it is also exact when its neighbours are the same (or none
 * are kept) and the offset kept lies between that of the place found with all its typography folded
 * away and that with a second character at every line end; so is one whose offset was never kept.
 * Of several such places the one with the best neighbours is taken, then the nearest to the offset
 * kept.
 *
 * A passage given by its first and last words has all its words when the hash is the same. With
 * both ends there but another hash, and a length within 35 % of the one kept, it is doubtful.
 */
void
annals_anchorer_place (AnnalsAnchorer *anchorer, const AnnalsAnchor *anchor, AnnalsPlace *place)
{
  g_return_if_fail (anchorer != NULL);
  g_return_if_fail (anchor != NULL);
  g_return_if_fail (place != NULL);

  *place = (AnnalsPlace){ ANNALS_STANDING_LOST, -1, -1, 0.0 };
  if (has_words (anchor->exact))
    place_quote (anchorer, anchor, place);
  else if (has_words (anchor->begins))
    annals_anchorer_place_edges (anchorer, anchor, place);
}
