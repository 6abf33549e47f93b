/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding words like those of a quote. What is found is doubtful and stays so until a reader
 * confirms it; what is not similar enough is not found. Where a changed passage ends is told by the
 * words kept around it as much as by its own. */

#include "config.h"

#include <string.h>

#include "annals-anchorer-private.h"
#include "annals-myers.h"

/* How many errors a hit may have, and up to which length of quote one is looked for. */
#define MAX_ERRORS 96
#define MAX_ERROR_RATE 0.35
#define MAX_QUOTE_CHARS 16384

/* What makes a hit acceptable: both of the first two, or both of the last two. */
#define MIN_SIMILARITY 0.65
#define MIN_CONTEXT 0.6
#define MIN_SIMILARITY_ALONE 0.8
#define MIN_CHARS_ALONE 40

/* How far from where the search saw it an end of the passage may be. */
#define MAX_EDGE_SHIFT 24

static gboolean
is_similar (const AnnalsHit *hit, gsize n_chars)
{
  return (hit->similarity >= MIN_SIMILARITY && hit->context >= MIN_CONTEXT)
         || (hit->similarity >= MIN_SIMILARITY_ALONE && n_chars >= MIN_CHARS_ALONE);
}

/* Copies @n_chars characters, backwards from the last one when @step is -1. */
static gunichar *
dup_chars (const gunichar *chars, gsize n_chars, gint step)
{
  gunichar *copy = g_new (gunichar, n_chars + 1);

  for (gsize i = 0; i < n_chars; i++)
    copy[i] = step > 0 ? chars[i] : chars[n_chars - 1 - i];
  return copy;
}

/* The least errors of the words kept after a passage when it ends before @text. */
static guint
count_context_errors (const gunichar *context, gsize n_context, const gunichar *text, gsize n_text)
{
  if (n_text > 0 && *text == ' ')
    {
      text++;
      n_text--;
    }
  return annals_myers_distance_to_prefix (context, n_context, text,
                                          MIN (n_text, n_context + n_context / 2), NULL);
}

/* Looks for the length of the passage at the start of @text with which it and the words kept after
 * it have the fewest errors together. Of equal ones that nearest to @length is taken. */
static gsize
find_length (const AnnalsNeedle *needle,
             const AnnalsNeedle *context,
             const gunichar *text,
             gsize n_text,
             gsize length,
             gint step)
{
  g_autofree gunichar *quote = dup_chars (needle->chars, needle->n_chars, step);
  g_autofree gunichar *after = dup_chars (context->chars, context->n_chars, step);
  gsize most = MIN (n_text, length + MAX_EDGE_SHIFT);
  g_autofree guint *errors = g_new (guint, most + 1);
  gsize best = length;
  guint least = G_MAXUINT;

  annals_myers_distances_to_prefixes (quote, needle->n_chars, text, most, errors);
  for (gsize shift = 0; shift <= MAX_EDGE_SHIFT; shift++)
    {
      const gsize lengths[] = { length + shift, length - MIN (shift, length) };

      for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
        {
          gsize n = lengths[i];
          guint sum;

          if (n == 0 || n > most)
            continue;
          sum = errors[n] + count_context_errors (after, context->n_chars, text + n, n_text - n);
          if (sum >= least)
            continue;
          least = sum;
          best = n;
        }
    }
  return best;
}

static void
refine_edges (const AnnalsNeedle *needle,
              const AnnalsNeighbours *neighbours,
              const AnnalsSide *side,
              AnnalsHit *hit)
{
  gsize n_more = MAX_EDGE_SHIFT + ANNALS_MAX_CONTEXT * 2;

  if (neighbours->suffix.n_chars > 0)
    {
      gsize n_text = MIN (side->n_chars, hit->end + n_more) - hit->start;

      hit->end = hit->start
                 + find_length (needle, &neighbours->suffix, side->chars + hit->start, n_text,
                                hit->end - hit->start, 1);
    }
  if (neighbours->prefix.n_chars > 0)
    {
      gsize from = hit->start > n_more ? hit->start - n_more : 0;
      g_autofree gunichar *text = dup_chars (side->chars + from, hit->end - from, -1);

      hit->start = hit->end
                   - find_length (needle, &neighbours->prefix, text, hit->end - from,
                                  hit->end - hit->start, -1);
    }
}

/* An edge may still be in the middle of a word, or have a space with it. */
static void
tidy_edges (const AnnalsSide *side, AnnalsHit *hit)
{
  gsize start = annals_side_snap_to_word (side, hit->start);
  gsize end = annals_side_snap_to_word (side, hit->end);

  if (start < end && side->chars[start] == ' ')
    start++;
  if (start < end && side->chars[end - 1] == ' ')
    end--;
  if (start >= end)
    return;
  hit->start = start;
  hit->end = end;
}

/* The best acceptable hit; its similarity is -1 when there is none. */
static AnnalsHit
find_best (const GArray *found,
           const AnnalsAnchor *anchor,
           const AnnalsNeedle *needle,
           const AnnalsNeighbours *neighbours,
           const AnnalsSide *side)
{
  AnnalsHit best = { .similarity = -1.0 };

  for (guint i = 0; i < found->len; i++)
    {
      const AnnalsMyersHit *like = &g_array_index (found, AnnalsMyersHit, i);
      AnnalsHit hit = { .start = like->start, .end = like->end };
      gdouble gain;

      hit.similarity = 1.0 - like->errors / (gdouble) needle->n_chars;
      hit.context = annals_neighbours_compare (neighbours, side, hit.start, hit.end);
      hit.distance = annals_side_get_distance (side, hit.start, anchor->start);
      if (!is_similar (&hit, needle->n_chars) || hit.end == hit.start)
        continue;
      gain = hit.similarity + hit.context - best.similarity - best.context;
      if (best.similarity < 0.0 || gain > 0.0 || (gain == 0.0 && hit.distance < best.distance))
        best = hit;
    }
  return best;
}

/* Places a quote at the words most like it, when they are like enough. */
gboolean
annals_anchorer_place_like (AnnalsAnchorer *anchorer,
                            const AnnalsAnchor *anchor,
                            const AnnalsNeedle *needle,
                            const AnnalsSide *side,
                            AnnalsPlace *place)
{
  guint max_errors = (guint) MIN (MAX_ERRORS, needle->n_chars * MAX_ERROR_RATE);
  g_autoptr (GArray) found = NULL;
  g_auto (AnnalsNeighbours) neighbours = { 0 };
  AnnalsHit best;

  if (needle->n_chars == 0 || needle->n_chars > MAX_QUOTE_CHARS
      || needle->n_chars > side->n_chars + max_errors)
    return FALSE;

  annals_neighbours_init (&neighbours, anchor, side->flags);
  found = annals_myers_search (needle->chars, needle->n_chars, side->chars, side->n_chars,
                               max_errors);
  best = find_best (found, anchor, needle, &neighbours, side);
  if (best.similarity < 0.0)
    return FALSE;

  refine_edges (needle, &neighbours, side, &best);
  tidy_edges (side, &best);
  annals_anchorer_set_place (anchorer, side, &best, ANNALS_STANDING_DOUBTFUL, place);
  return TRUE;
}
