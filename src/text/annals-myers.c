/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Approximate search by Myers' bit vectors.
 *
 * Gene Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic
 * programming", Journal of the ACM 46 (1999): a column of the edit distance matrix is kept as two
 * bits per pattern character, the difference to the character above, 64 of them to a word, and a
 * text character turns one column into the next with a few operations per word. Words far below the
 * errors allowed are left out, as its section 4 says. */

#include "config.h"

#include <string.h>

#include "annals-myers.h"

#define WORD 64

/* 64 rows of the current column. */
typedef struct
{
  guint64 plus;  /* rows one more than the row above */
  guint64 minus; /* rows one less */
  guint64 last;  /* the bit of the lowest row that is in the pattern */
  guint n_rows;
  guint score; /* of the lowest row */
} Block;

/* Where in the pattern a character stands, as one bit row per distinct character. Row 0 is empty,
 * for characters that do not occur. */
typedef struct
{
  guint64 *rows;
  gsize n_blocks;
  guint ascii[128];
  GHashTable *others; /* gunichar to row, as pointers; NULL when all are ASCII */
} Alphabet;

typedef struct
{
  Alphabet alphabet;
  Block *blocks;
  gsize n_blocks;
  gsize n_active;
  gboolean anchored; /* the stretch must begin where the text does */
  guint max_errors;
} Matcher;

static guint
find_row (const Alphabet *alphabet, gunichar c)
{
  if (c < G_N_ELEMENTS (alphabet->ascii))
    return alphabet->ascii[c];
  if (alphabet->others == NULL)
    return 0;
  return GPOINTER_TO_UINT (g_hash_table_lookup (alphabet->others, GUINT_TO_POINTER (c)));
}

static void
add_row (Alphabet *alphabet, gunichar c, guint row)
{
  if (c < G_N_ELEMENTS (alphabet->ascii))
    {
      alphabet->ascii[c] = row;
      return;
    }
  if (alphabet->others == NULL)
    alphabet->others = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (alphabet->others, GUINT_TO_POINTER (c), GUINT_TO_POINTER (row));
}

static void
alphabet_init (Alphabet *alphabet, const gunichar *pattern, gsize n_pattern, gsize n_blocks)
{
  guint n_rows = 1;

  alphabet->n_blocks = n_blocks;
  for (gsize i = 0; i < n_pattern; i++)
    {
      if (find_row (alphabet, pattern[i]) == 0)
        add_row (alphabet, pattern[i], n_rows++);
    }

  alphabet->rows = g_new0 (guint64, n_rows * n_blocks);
  for (gsize i = 0; i < n_pattern; i++)
    {
      guint64 *row = alphabet->rows + find_row (alphabet, pattern[i]) * n_blocks;

      row[i / WORD] |= G_GUINT64_CONSTANT (1) << (i % WORD);
    }
}

static void
matcher_init (Matcher *matcher, const gunichar *pattern, gsize n_pattern, guint max_errors)
{
  gsize n_blocks = (n_pattern + WORD - 1) / WORD;

  memset (matcher, 0, sizeof *matcher);
  alphabet_init (&matcher->alphabet, pattern, n_pattern, n_blocks);
  matcher->max_errors = max_errors;
  matcher->n_blocks = n_blocks;
  matcher->n_active = CLAMP ((max_errors + WORD - 1) / WORD, 1, n_blocks);
  matcher->blocks = g_new0 (Block, n_blocks);
  for (gsize i = 0; i < n_blocks; i++)
    {
      Block *block = &matcher->blocks[i];

      block->n_rows = (guint) MIN (WORD, n_pattern - i * WORD);
      block->last = G_GUINT64_CONSTANT (1) << (block->n_rows - 1);
      block->plus = ~G_GUINT64_CONSTANT (0);
      block->score = (guint) (i * WORD + block->n_rows);
    }
}

static void
matcher_clear (Matcher *matcher)
{
  g_free (matcher->alphabet.rows);
  g_clear_pointer (&matcher->alphabet.others, g_hash_table_unref);
  g_free (matcher->blocks);
}

/* Moves one block one text character on. @in is the difference between the columns in the row above
 * the block; returns the same for its lowest row. */
static gint
block_advance (Block *block, guint64 equal, gint in)
{
  guint64 plus = block->plus;
  guint64 minus = block->minus;
  guint64 vertical = equal | minus;
  guint64 horizontal;
  guint64 more;
  guint64 less;
  gint out;

  equal |= in < 0;
  horizontal = (((equal & plus) + plus) ^ plus) | equal;
  more = minus | ~(horizontal | plus);
  less = plus & horizontal;
  out = ((more & block->last) != 0) - ((less & block->last) != 0);

  more = (more << 1) | (in > 0);
  less = (less << 1) | (in < 0);
  block->plus = less | ~(vertical | more);
  block->minus = more & vertical;
  block->score = (guint) ((gint) block->score + out);

  return out;
}

/* Takes the next block in when an alignment within the errors could reach it, or else leaves out
 * those that none can reach any more. */
static void
adjust_active (Matcher *matcher, const guint64 *row, gint out)
{
  Block *lowest = &matcher->blocks[matcher->n_active - 1];
  guint before = (guint) ((gint) lowest->score - out);

  if (matcher->n_active < matcher->n_blocks && before <= matcher->max_errors
      && ((row[matcher->n_active] & 1) != 0 || out < 0))
    {
      Block *block = &matcher->blocks[matcher->n_active];

      block->plus = ~G_GUINT64_CONSTANT (0);
      block->minus = 0;
      block->score = before + block->n_rows;
      block_advance (block, row[matcher->n_active], out);
      matcher->n_active++;
      return;
    }

  while (matcher->n_active > 1
         && matcher->blocks[matcher->n_active - 1].score >= matcher->max_errors + WORD)
    matcher->n_active--;
}

/* Moves one text character on. Returns the errors of the best stretch that ends with it, or
 * %G_MAXUINT when they are more than allowed. */
static guint
matcher_advance (Matcher *matcher, gunichar c)
{
  const guint64 *row = matcher->alphabet.rows
                       + find_row (&matcher->alphabet, c) * matcher->alphabet.n_blocks;
  gint carry = matcher->anchored ? 1 : 0;
  const Block *lowest;

  for (gsize i = 0; i < matcher->n_active; i++)
    carry = block_advance (&matcher->blocks[i], row[i], carry);
  adjust_active (matcher, row, carry);

  lowest = &matcher->blocks[matcher->n_blocks - 1];
  if (matcher->n_active < matcher->n_blocks || lowest->score > matcher->max_errors)
    return G_MAXUINT;
  return lowest->score;
}

static gunichar *
dup_reversed (const gunichar *chars, gsize n_chars)
{
  gunichar *reversed = g_new (gunichar, n_chars + 1);

  for (gsize i = 0; i < n_chars; i++)
    reversed[i] = chars[n_chars - 1 - i];
  return reversed;
}

/* Where the stretch that ends at @hit->end begins: the pattern is laid backwards from there. */
static void
find_start (AnnalsMyersHit *hit, const gunichar *reversed, gsize n_pattern, const gunichar *text)
{
  gsize window = MIN (hit->end, n_pattern + hit->errors);
  g_autofree gunichar *before = dup_reversed (text + hit->end - window, window);
  gsize n_used;

  annals_myers_distance_to_prefix (reversed, n_pattern, before, window, &n_used);
  hit->start = hit->end - n_used;
}

/**
 * annals_myers_search:
 * @pattern: (array length=n_pattern): what to look for
 * @n_pattern: its length, at least 1
 * @text: (array length=n_text): where to look
 * @n_text: its length
 * @max_errors: the most errors a hit may have, less than @n_pattern
 *
 * Finds the stretches of a text within some edit distance of a pattern. Of stretches that end so
 * close to each other that all between are hits as well, only the best one (then the first) is
 * given.
 *
 * Returns: (transfer full) (element-type AnnalsMyersHit): the hits, in the order of the text
 */
GArray *
annals_myers_search (const gunichar *pattern,
                     gsize n_pattern,
                     const gunichar *text,
                     gsize n_text,
                     guint max_errors)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (AnnalsMyersHit));
  g_autofree gunichar *reversed = NULL;
  AnnalsMyersHit best = { 0, 0, G_MAXUINT };
  Matcher matcher;

  g_return_val_if_fail (n_pattern > 0, hits);
  g_return_val_if_fail (max_errors < n_pattern, hits);

  matcher_init (&matcher, pattern, n_pattern, max_errors);
  for (gsize i = 0; i < n_text; i++)
    {
      guint errors = matcher_advance (&matcher, text[i]);

      if (errors < best.errors)
        best = (AnnalsMyersHit){ 0, i + 1, errors };
      if (best.errors != G_MAXUINT && (errors == G_MAXUINT || i + 1 == n_text))
        {
          g_array_append_val (hits, best);
          best.errors = G_MAXUINT;
        }
    }
  matcher_clear (&matcher);

  reversed = dup_reversed (pattern, n_pattern);
  for (guint i = 0; i < hits->len; i++)
    find_start (&g_array_index (hits, AnnalsMyersHit, i), reversed, n_pattern, text);

  return hits;
}

/**
 * annals_myers_distance_to_prefix:
 * @pattern: (array length=n_pattern): a pattern
 * @n_pattern: its length
 * @text: (array length=n_text): a text
 * @n_text: its length
 * @n_used: (out) (optional): how long the nearest prefix is; of equally near ones, that whose
 * length is nearest to the pattern's
 *
 * The least edit distance between a pattern and any prefix of a text, the empty one included.
 *
 * Returns: the distance, at most @n_pattern
 */
guint
annals_myers_distance_to_prefix (const gunichar *pattern,
                                 gsize n_pattern,
                                 const gunichar *text,
                                 gsize n_text,
                                 gsize *n_used)
{
  guint least = (guint) n_pattern;
  gsize used = 0;
  Matcher matcher;

  if (n_pattern > 0)
    {
      matcher_init (&matcher, pattern, n_pattern, (guint) n_pattern);
      matcher.anchored = TRUE;
      for (gsize i = 0; i < n_text; i++)
        {
          guint errors = matcher_advance (&matcher, text[i]);
          gboolean nearer = i < n_pattern;

          if (errors > least || (errors == least && !nearer))
            continue;
          least = errors;
          used = i + 1;
        }
      matcher_clear (&matcher);
    }

  if (n_used != NULL)
    *n_used = used;
  return least;
}

/**
 * annals_myers_distances_to_prefixes:
 * @pattern: (array length=n_pattern): a pattern
 * @n_pattern: its length, at least 1
 * @text: (array length=n_text): a text
 * @n_text: its length
 * @errors: (out caller-allocates): @n_text + 1 numbers
 *
 * Works out the edit distance between a pattern and each prefix of a text, the empty one first.
 */
void
annals_myers_distances_to_prefixes (const gunichar *pattern,
                                    gsize n_pattern,
                                    const gunichar *text,
                                    gsize n_text,
                                    guint *errors)
{
  Matcher matcher;

  g_return_if_fail (n_pattern > 0);

  matcher_init (&matcher, pattern, n_pattern, (guint) (n_pattern + n_text));
  matcher.anchored = TRUE;
  errors[0] = (guint) n_pattern;
  for (gsize i = 0; i < n_text; i++)
    errors[i + 1] = matcher_advance (&matcher, text[i]);
  matcher_clear (&matcher);
}
