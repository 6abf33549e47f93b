/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-run-cache.h"

/* A cache of runs in two generations: a run that is asked for moves into the young one; when that
 * is full, what is left in the old one goes, and the young one becomes the old one. All runs of a
 * generation, with their texts, lie in one piece of memory, so that none is asked for when a
 * picture shows texts that none before it has. */

typedef struct
{
  guint64 hash;
  guint font;
  const gchar *text;
  AnnalsRun *run;
} Entry;

typedef struct
{
  Entry *slots; /* open addressing, at most half full */
  guint n_used;
  gchar *bytes;
  gsize n_bytes;
  gsize n_bytes_used;
} Generation;

#define USUAL_BYTES 1024 /* of a run and its text */
#define ALIGNMENT 16

struct _AnnalsRunCache
{
  Generation young;
  Generation old;
  guint n_runs;
  guint mask;
  guint n_turns;
};

/**
 * annals_run_cache_new:
 * @n_runs: how many different texts may come before one has to be asked for again
 *
 * Returns: (transfer full): an empty cache
 */
AnnalsRunCache *
annals_run_cache_new (guint n_runs)
{
  AnnalsRunCache *cache = g_new0 (AnnalsRunCache, 1);
  guint n_slots = 64;

  while (n_slots < 2 * n_runs)
    n_slots *= 2;
  cache->n_runs = n_runs;
  cache->mask = n_slots - 1;
  cache->young.slots = g_new0 (Entry, n_slots);
  cache->old.slots = g_new0 (Entry, n_slots);
  return cache;
}

static void
empty (AnnalsRunCache *cache, Generation *generation)
{
  for (guint i = 0; i <= cache->mask && generation->n_used > 0; i++)
    if (generation->slots[i].text != NULL)
      {
        annals_run_clear (generation->slots[i].run);
        generation->slots[i] = (Entry){ 0 };
        generation->n_used--;
      }
  generation->n_bytes_used = 0;
}

/**
 * annals_run_cache_clear:
 * @cache: a cache
 *
 * Frees all runs.
 */
void
annals_run_cache_clear (AnnalsRunCache *cache)
{
  empty (cache, &cache->young);
  empty (cache, &cache->old);
}

/**
 * annals_run_cache_free:
 * @cache: (nullable) (transfer full): a cache
 */
void
annals_run_cache_free (AnnalsRunCache *cache)
{
  if (cache == NULL)
    return;
  annals_run_cache_clear (cache);
  g_free (cache->young.slots);
  g_free (cache->young.bytes);
  g_free (cache->old.slots);
  g_free (cache->old.bytes);
  g_free (cache);
}

/**
 * annals_run_cache_get_n_runs:
 * @cache: a cache
 *
 * Returns: how many runs it holds
 */
guint
annals_run_cache_get_n_runs (const AnnalsRunCache *cache)
{
  return cache->young.n_used + cache->old.n_used;
}

/**
 * annals_run_cache_get_n_turns:
 * @cache: a cache
 *
 * Returns: how often a generation has grown old. A run that was asked for stays until that has
 *   happened twice; no call lets it happen more than once.
 */
guint
annals_run_cache_get_n_turns (const AnnalsRunCache *cache)
{
  return cache->n_turns;
}

/* The entry of a text, or the free one where it would stand. */
static Entry *
find (const AnnalsRunCache *cache,
      const Generation *generation,
      guint64 hash,
      guint font,
      const gchar *text)
{
  for (guint i = (guint) hash & cache->mask;; i = (i + 1) & cache->mask)
    {
      Entry *entry = &generation->slots[i];

      if (entry->text == NULL
          || (entry->hash == hash && entry->font == font && strcmp (entry->text, text) == 0))
        return entry;
    }
}

/* Frees a place. Entries after it that would no longer be found move up. */
static void
leave (const AnnalsRunCache *cache, Generation *generation, Entry *entry)
{
  guint hole = (guint) (entry - generation->slots);

  for (guint i = (hole + 1) & cache->mask; generation->slots[i].text != NULL;
       i = (i + 1) & cache->mask)
    {
      guint home = (guint) generation->slots[i].hash & cache->mask;

      if (((i - home) & cache->mask) < ((i - hole) & cache->mask))
        continue;
      generation->slots[hole] = generation->slots[i];
      hole = i;
    }
  generation->slots[hole] = (Entry){ 0 };
  generation->n_used--;
}

static gsize
get_size (const AnnalsRun *run, const gchar *text)
{
  return (annals_run_get_size (run) + strlen (text) + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
}

/* Lets a generation grow old when there is no room in the young one. */
static void
make_room (AnnalsRunCache *cache, gsize size)
{
  Generation old;

  if (cache->young.n_used < cache->n_runs
      && (cache->young.n_used == 0 || cache->young.n_bytes_used + size <= cache->young.n_bytes))
    return;
  cache->n_turns++;
  empty (cache, &cache->old);
  old = cache->old;
  cache->old = cache->young;
  cache->young = old;
}

/* Of all the memory of an empty generation, the system gives what is written to. Some texts are as
 * long as a book; room for one beside the others is not kept. */
static void
fit (Generation *generation, gsize usual, gsize size)
{
  gsize n_bytes = size > usual ? size + usual : usual;

  if (generation->n_used > 0
      || (generation->n_bytes >= n_bytes && generation->n_bytes <= 2 * n_bytes))
    return;
  g_free (generation->bytes);
  generation->bytes = g_malloc (n_bytes);
  generation->n_bytes = n_bytes;
}

/* Takes so much memory for an entry of the young generation. */
static gpointer
take (AnnalsRunCache *cache, gsize size)
{
  gpointer memory = cache->young.bytes + cache->young.n_bytes_used;

  cache->young.n_bytes_used += size;
  cache->young.n_used++;
  return memory;
}

/* Moves an entry of the old generation, which has left it, into the young one. The memory of that
 * may be where the entry lies. */
static const AnnalsRun *
move (AnnalsRunCache *cache, const Entry *old)
{
  gsize size = get_size (old->run, old->text);
  gsize offset = (gsize) (old->text - (const gchar *) old->run);
  Entry entry = *old;

  make_room (cache, size);
  entry.run = take (cache, size);
  entry.text = (const gchar *) entry.run + offset;
  memmove (entry.run, old->run, size);
  annals_run_find_parts (entry.run);
  *find (cache, &cache->young, entry.hash, entry.font, entry.text) = entry;
  return entry.run;
}

/**
 * annals_run_cache_find:
 * @cache: a cache
 * @font: how the text is set
 * @text: what it says
 *
 * Returns: (transfer none) (nullable): the run, see annals_run_cache_get_n_turns()
 */
const AnnalsRun *
annals_run_cache_find (AnnalsRunCache *cache, guint font, const gchar *text)
{
  guint64 hash = annals_run_hash (font, text, strlen (text));
  Entry *entry = find (cache, &cache->young, hash, font, text);
  Entry old;

  if (entry->text != NULL)
    return entry->run;
  if (cache->old.n_used == 0)
    return NULL;
  entry = find (cache, &cache->old, hash, font, text);
  if (entry->text == NULL)
    return NULL;
  old = *entry;
  leave (cache, &cache->old, entry);
  return move (cache, &old);
}

/**
 * annals_run_cache_add:
 * @cache: a cache
 * @font: how the text is set
 * @text: what it says; it may not be in the cache
 * @run: the run; copied
 *
 * Adds a run.
 *
 * Returns: (transfer none): the copy, see annals_run_cache_get_n_turns()
 */
const AnnalsRun *
annals_run_cache_add (AnnalsRunCache *cache, guint font, const gchar *text, const AnnalsRun *run)
{
  gsize size = get_size (run, text);
  Entry entry = { annals_run_hash (font, text, strlen (text)), font, NULL, NULL };

  make_room (cache, size);
  fit (&cache->young, cache->n_runs * USUAL_BYTES, size);
  entry.run = annals_run_copy_to (run, take (cache, size));
  entry.text = strcpy ((gchar *) entry.run + annals_run_get_size (run), text);
  *find (cache, &cache->young, entry.hash, font, text) = entry;
  return entry.run;
}
