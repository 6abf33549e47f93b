/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding: one pass over the source that gathers clusters (a base character and what composes with
 * it, or a run of white space), folds each, and notes where it came from.
 *
 * Order matters for folding to be idempotent: characters are decomposed, then dropped, mapped and
 * lower-cased, then put into canonical order and composed. (Lower-casing what is composed already
 * could leave a pair that composes, such as j and caron.) The map back is kept as runs, since
 * nearly all of a text folds one to one. */

#include "config.h"

#include "annals-fold-private.h"

typedef struct
{
  AnnalsFold *fold;
  gsize allocated;
  AnnalsFoldFlags flags;

  const gchar *p;
  const gchar *limit;
  gint64 offset; /* of p, in code points */

  GArray *pending; /* of gunichar: the cluster being gathered, decomposed and mapped */
  gint64 pending_start;
  gint64 pending_end;
  gboolean pending_is_space;
  const gchar *no_join_before; /* hyphens up to here are known not to join anything */
} Folder;

typedef struct
{
  gunichar from;
  gunichar to;
  const gchar *letters;
} Replacement;

/* What a character becomes, where neither case nor composition says it. */
static const Replacement replacements[] = {
  { 0x00ab, 0x00ab, "\"" },       { 0x00bb, 0x00bb, "\"" },  /* guillemets */
  { 0x017f, 0x017f, "s" },                                   /* long s */
  { 0x02bc, 0x02bc, "'" },                                   /* letter apostrophe */
  { 0x03c2, 0x03c2, "\317\203" },                            /* final sigma */
  { 0x2010, 0x2015, "-" },                                   /* hyphens and dashes */
  { 0x2018, 0x201b, "'" },        { 0x201c, 0x201f, "\"" },  /* curly quotes */
  { 0x2026, 0x2026, "..." },                                 /* ellipsis */
  { 0x2032, 0x2032, "'" },        { 0x2033, 0x2033, "\"" },  /* primes */
  { 0x2035, 0x2035, "'" },        { 0x2036, 0x2036, "\"" },  /* reversed primes */
  { 0x2039, 0x203a, "'" },                                   /* single guillemets */
  { 0x2212, 0x2212, "-" },                                   /* minus */
  { 0x301d, 0x301f, "\"" },                                  /* CJK double primes */
  { 0xfb00, 0xfb00, "ff" },       { 0xfb01, 0xfb01, "fi" },  /* ligatures */
  { 0xfb02, 0xfb02, "fl" },       { 0xfb03, 0xfb03, "ffi" }, /* */
  { 0xfb04, 0xfb04, "ffl" },      { 0xfb05, 0xfb06, "st" },
};

/* Letters that have no decomposition but are taken for an accented or a double one. */
static const Replacement unaccented[] = {
  { 0x00c6, 0x00c6, "AE" }, { 0x00d8, 0x00d8, "O" }, { 0x00e6, 0x00e6, "ae" },
  { 0x00f8, 0x00f8, "o" },  { 0x0110, 0x0110, "D" }, { 0x0111, 0x0111, "d" },
  { 0x0126, 0x0126, "H" },  { 0x0127, 0x0127, "h" }, { 0x0131, 0x0131, "i" },
  { 0x0141, 0x0141, "L" },  { 0x0142, 0x0142, "l" }, { 0x0152, 0x0152, "OE" },
  { 0x0153, 0x0153, "oe" }, { 0x0166, 0x0166, "T" }, { 0x0167, 0x0167, "t" },
};

/* The marks that are accents or points: Latin, Greek and Cyrillic; Hebrew; Arabic. */
static const Replacement accents[] = {
  { 0x0300, 0x036f, "" }, { 0x0483, 0x0487, "" }, { 0x0591, 0x05bd, "" }, { 0x05bf, 0x05bf, "" },
  { 0x05c1, 0x05c2, "" }, { 0x05c4, 0x05c5, "" }, { 0x05c7, 0x05c7, "" }, { 0x064b, 0x065f, "" },
  { 0x0670, 0x0670, "" }, { 0x1ab0, 0x1aff, "" }, { 0x1dc0, 0x1dff, "" }, { 0x20d0, 0x20ff, "" },
  { 0xfe20, 0xfe2f, "" },
};

static const Replacement sharp_s[] = {
  { 0x00df, 0x00df, "ss" },
  { 0x1e9e, 0x1e9e, "ss" },
};

static gboolean
is_white (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || (c > 0x7f && g_unichar_isspace (c));
}

static gboolean
is_ascii (gchar byte)
{
  return (guchar) byte < 0x80;
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Soft hyphen, zero-width space, word joiner, zero-width no-break space (or byte order mark). */
static gboolean
is_dropped (gunichar c)
{
  return c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static const gchar *
look_up (const Replacement *table, gsize n_rows, gunichar c)
{
  gsize low = 0;
  gsize high = n_rows;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (c > table[middle].to)
        low = middle + 1;
      else if (c < table[middle].from)
        high = middle;
      else
        return table[middle].letters;
    }
  return NULL;
}

static const gchar *
find_replacement (AnnalsFoldFlags flags, gunichar c)
{
  const gchar *letters = NULL;

  if (c < 0x80)
    return NULL;
  if ((flags & ANNALS_FOLD_DROP_ACCENTS) != 0)
    letters = look_up (accents, G_N_ELEMENTS (accents), c);
  if (letters == NULL && (flags & ANNALS_FOLD_DROP_ACCENTS) != 0)
    letters = look_up (unaccented, G_N_ELEMENTS (unaccented), c);
  if (letters == NULL && (flags & (ANNALS_FOLD_LOOSE | ANNALS_FOLD_KEEP_CASE)) == ANNALS_FOLD_LOOSE)
    letters = look_up (sharp_s, G_N_ELEMENTS (sharp_s), c);

  return letters != NULL ? letters : look_up (replacements, G_N_ELEMENTS (replacements), c);
}

static void
append_char (Folder *folder, gunichar c)
{
  AnnalsFold *fold = folder->fold;

  if (fold->n_chars == folder->allocated)
    {
      folder->allocated += folder->allocated / 2 + 16;
      fold->chars = g_renew (gunichar, fold->chars, folder->allocated);
    }
  fold->chars[fold->n_chars++] = c;
}

/* Says that the folded characters from here on come one by one from the source offset on. */
static void
begin_plain (AnnalsFold *fold, gint64 source)
{
  AnnalsFoldRun run = { fold->n_chars, source, 0 };

  if (fold->runs->len > 0)
    {
      const AnnalsFoldRun *last = &g_array_index (fold->runs, AnnalsFoldRun, fold->runs->len - 1);

      if (last->width == 0 && last->source + (gint64) (fold->n_chars - last->index) == source)
        return;
    }
  g_array_append_val (fold->runs, run);
}

static gint
compare_classes (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_unichar_combining_class (*(const gunichar *) a)
         - g_unichar_combining_class (*(const gunichar *) b);
}

/* Canonical order: each run of combining characters is sorted, stably, by class. */
static void
order_marks (gunichar *chars, guint n)
{
  guint i = 0;

  while (i < n)
    {
      guint from = i;

      while (i < n && g_unichar_combining_class (chars[i]) != 0)
        i++;
      if (i - from > 1)
        g_qsort_with_data (chars + from, (gint) (i - from), sizeof *chars, compare_classes, NULL);
      i = MAX (i, from + 1);
    }
}

/* Canonical ordering and composition of the cluster, in place. */
static void
compose_pending (Folder *folder)
{
  gunichar *chars = (gunichar *) (gpointer) folder->pending->data;
  guint n = folder->pending->len;
  guint n_out = 0;
  guint starter = G_MAXUINT;

  if (n < 2)
    return;

  order_marks (chars, n);
  for (guint i = 0; i < n; i++)
    {
      gint class = g_unichar_combining_class (chars[i]);
      gboolean next_to = starter != G_MAXUINT && n_out == starter + 1;
      gboolean blocked = starter == G_MAXUINT
                         || (!next_to && g_unichar_combining_class (chars[n_out - 1]) >= class);
      gunichar composed;

      if (!blocked && g_unichar_compose (chars[starter], chars[i], &composed))
        {
          chars[starter] = composed;
          continue;
        }
      if (class == 0)
        starter = n_out;
      chars[n_out++] = chars[i];
    }
  g_array_set_size (folder->pending, n_out);
}

static void
flush_pending (Folder *folder)
{
  AnnalsFold *fold = folder->fold;
  gint64 width = folder->pending_end - folder->pending_start;

  if (folder->pending->len == 0)
    return;

  compose_pending (folder);
  if (folder->pending->len == 1 && width == 1)
    {
      begin_plain (fold, folder->pending_start);
    }
  else
    {
      AnnalsFoldRun run = { fold->n_chars, folder->pending_start, width };

      g_array_append_val (fold->runs, run);
    }

  for (guint i = 0; i < folder->pending->len; i++)
    append_char (folder, g_array_index (folder->pending, gunichar, i));
  g_array_set_size (folder->pending, 0);
  folder->pending_is_space = FALSE;
}

/* Whether a starter that comes after the cluster composes with it (Hangul, some Indic vowels). */
static gboolean
joins_pending (Folder *folder, gunichar starter)
{
  gunichar composed;

  if (starter < 0x300 || folder->pending->len == 0 || folder->pending_is_space)
    return FALSE;

  compose_pending (folder);
  return folder->pending->len == 1
         && g_unichar_compose (g_array_index (folder->pending, gunichar, 0), starter, &composed);
}

static void
add_mapped (Folder *folder, gunichar c)
{
  const gchar *letters = find_replacement (folder->flags, c);
  gboolean keeps_case = (folder->flags & ANNALS_FOLD_KEEP_CASE) != 0;

  if (letters == NULL)
    {
      c = keeps_case ? c : g_unichar_tolower (c);
      g_array_append_val (folder->pending, c);
      return;
    }
  for (; *letters != '\0'; letters = g_utf8_next_char (letters))
    {
      c = g_utf8_get_char (letters);
      c = keeps_case ? c : g_unichar_tolower (c);
      g_array_append_val (folder->pending, c);
    }
}

static void
fold_space (Folder *folder)
{
  if (!folder->pending_is_space)
    {
      gunichar space = ' ';

      flush_pending (folder);
      g_array_append_val (folder->pending, space);
      folder->pending_is_space = TRUE;
      folder->pending_start = folder->offset;
    }
  folder->pending_end = folder->offset + 1;
}

/* Full-width letters and signs, and half-width katakana. */
static gboolean
has_other_width (gunichar c)
{
  return (c >= 0xff01 && c <= 0xff5e) || (c >= 0xff61 && c <= 0xff9f);
}

static void
fold_character (Folder *folder, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH] = { c };
  gsize n_parts = 1;
  gboolean loose = (folder->flags & ANNALS_FOLD_LOOSE) != 0;
  gboolean is_mark;

  if (c >= 0xc0)
    n_parts = g_unichar_fully_decompose (c, loose && has_other_width (c), parts,
                                         G_N_ELEMENTS (parts));

  is_mark = parts[0] >= 0x300 && g_unichar_combining_class (parts[0]) != 0;
  if (folder->pending_is_space || (!is_mark && !joins_pending (folder, parts[0])))
    flush_pending (folder);
  if (folder->pending->len == 0)
    folder->pending_start = folder->offset;
  for (gsize i = 0; i < n_parts; i++)
    add_mapped (folder, parts[i]);
  folder->pending_end = folder->offset + 1;
}

static gboolean
follows_word (const Folder *folder)
{
  const AnnalsFold *fold = folder->fold;
  gunichar c;

  if (folder->pending->len > 0)
    c = g_array_index (folder->pending, gunichar, folder->pending->len - 1);
  else if (fold->n_chars > 0)
    c = fold->chars[fold->n_chars - 1];
  else
    return FALSE;

  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* From a hyphen after a word, looks for the other half: more hyphens, then perhaps one line end
 * with blanks around it. When there is one, moves there and drops what lies between. */
static gboolean
join_word (Folder *folder)
{
  const gchar *p = folder->p;
  gint64 n_chars = 0;
  guint n_line_ends = 0;
  gboolean blanks = FALSE;
  gunichar c = 0;

  if (p < folder->no_join_before || !follows_word (folder))
    return FALSE;

  for (; p < folder->limit; p = g_utf8_next_char (p), n_chars++)
    {
      c = g_utf8_get_char (p);
      if (is_dropped (c) || (is_hyphen (c) && !blanks))
        continue;
      if (!is_white (c))
        break;
      blanks = TRUE;
      if (is_line_end (c) && !(c == '\n' && p[-1] == '\r') && ++n_line_ends > 1)
        break;
    }

  if (p < folder->limit && g_unichar_isalnum (c) && n_line_ends == (blanks ? 1 : 0))
    {
      folder->p = p;
      folder->offset += n_chars;
      return TRUE;
    }
  folder->no_join_before = p;
  return FALSE;
}

/* The fast path: ASCII followed by ASCII, white space only where it is one character. Returns at
 * the first character that needs more thought. */
static void
fold_ascii (Folder *folder)
{
  const gchar *p = folder->p;
  const gchar *last = folder->limit - 1;
  gboolean joins = (folder->flags & ANNALS_FOLD_JOIN_HYPHENS) != 0;
  gboolean keeps_case = (folder->flags & ANNALS_FOLD_KEEP_CASE) != 0;

  flush_pending (folder);
  begin_plain (folder->fold, folder->offset);
  for (; p < last && is_ascii (p[0]) && is_ascii (p[1]); p++)
    {
      gunichar c = (guchar) *p;

      if (c <= ' ' && is_white (c))
        {
          if (is_white ((guchar) p[1]))
            break;
          c = ' ';
        }
      else if (joins && c == '-')
        break;

      append_char (folder, keeps_case ? c : (gunichar) g_ascii_tolower ((gchar) c));
    }
  folder->offset += p - folder->p;
  folder->p = p;
}

static void
fold_all (Folder *folder)
{
  gboolean joins = (folder->flags & ANNALS_FOLD_JOIN_HYPHENS) != 0;

  while (folder->p < folder->limit)
    {
      const gchar *p = folder->p;
      gunichar c = g_utf8_get_char (p);
      gboolean white = is_white (c);

      if (joins && (is_hyphen (c) || c == 0xad) && join_word (folder))
        continue;
      if (c < 0x80 && !white && !(joins && c == '-'))
        {
          fold_ascii (folder);
          if (folder->p > p)
            continue;
        }

      if (white)
        fold_space (folder);
      else if (!is_dropped (c))
        fold_character (folder, c);
      folder->p = g_utf8_next_char (p);
      folder->offset++;
    }
  flush_pending (folder);
}

/* Fills a new, empty @fold. */
void
annals_fold_build (AnnalsFold *fold, const gchar *utf8, gsize n_bytes, AnnalsFoldFlags flags)
{
  Folder folder = { .fold = fold, .flags = flags, .allocated = n_bytes + 1 };

  fold->runs = g_array_new (FALSE, FALSE, sizeof (AnnalsFoldRun));
  fold->chars = g_new (gunichar, folder.allocated);
  folder.pending = g_array_new (FALSE, FALSE, sizeof (gunichar));
  folder.p = utf8;
  folder.limit = utf8 + n_bytes;
  fold_all (&folder);
  g_array_unref (folder.pending);

  fold->n_source = folder.offset;
  fold->chars = g_renew (gunichar, fold->chars, fold->n_chars + 1);
}
