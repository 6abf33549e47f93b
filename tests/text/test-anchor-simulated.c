/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How well quotes are found again after simulated edits: a long text of made-up prose is changed in
 * several ways, keeping for each character where it came from, so that the right place is known. A
 * place counts as right when it shares at least four fifths with the true one. */

#include "config.h"

#include <math.h>

#include "annals-anchor.h"

#define SEED 1512
#define N_TEXT_BYTES 200000
#define N_WORDS 6000
#define N_QUOTES 600

/* The most frequent words, so that short stretches repeat as they do in prose. */
static const gchar *const common_words[] = {
  "the", "of",    "and",   "to",   "in",   "a",    "that",  "was",  "for",   "it",   "on",
  "is",  "with",  "as",    "by",   "he",   "at",   "from",  "his",  "were",  "an",   "be",
  "had", "not",   "which", "this", "but",  "have", "their", "they", "or",    "its",  "one",
  "who", "been",  "has",   "more", "all",  "when", "there", "no",   "would", "into", "year",
  "war", "other", "than",  "some", "only", "time", "first", "also", "after", "such", "could",
};

static const gchar *const syllables[] = {
  "ba",  "cor", "de", "fi",  "gan", "ho",  "in",   "jel",  "ka", "lo",  "men", "na",
  "or",  "pra", "qu", "ren", "sti", "ta",  "ul",   "ver",  "wi", "yes", "zo",  "ble",
  "che", "dra", "er", "fo",  "gi",  "ing", "ment", "tion", "ly", "ous", "ar",  "tre",
};

/* In thousandths of words, paragraphs or characters. */
typedef struct
{
  const gchar *name;
  gboolean typography;
  gint substituted;
  gint deleted;
  gint inserted;
  gint noise;
  gint paragraphs_cut;
  gint paragraphs_moved;
  gdouble min_ok; /* of the passages still there */
} Edit;

static const Edit edits[] = {
  { "typography", TRUE, 0, 0, 0, 0, 0, 0, 0.995 },
  { "one word in a hundred", FALSE, 10, 0, 0, 0, 0, 0, 0.97 },
  { "twelve words in a hundred", FALSE, 60, 30, 30, 0, 0, 0, 0.85 },
  { "noise", FALSE, 0, 0, 0, 30, 0, 0, 0.95 },
  { "paragraphs", FALSE, 20, 10, 10, 0, 100, 100, 0.93 },
  { "all but noise", TRUE, 20, 10, 10, 0, 100, 100, 0.93 },
};

typedef struct
{
  guint n_ok;
  guint n_wrong;
  guint n_lost;
  guint n_false;
  guint n_deleted;
  guint n_doubtful;
} Tally;

/* The edited text, and for each of its characters the offset it came from or -1. */
typedef struct
{
  GString *text;
  GArray *origins; /* of gint */
  gint column;
} Edited;

static gchar *words[N_WORDS];

static void
make_words (GRand *rand)
{
  for (gint i = 0; i < N_WORDS; i++)
    {
      GString *word;
      gint n;

      if (i < (gint) G_N_ELEMENTS (common_words))
        {
          words[i] = g_strdup (common_words[i]);
          continue;
        }
      word = g_string_new (NULL);
      n = g_rand_int_range (rand, 2, 5);
      for (gint j = 0; j < n; j++)
        g_string_append (word, syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))]);
      words[i] = g_string_free (word, FALSE);
    }
}

/* By Zipf's law: the frequency of a word goes with the inverse of its rank. */
static const gchar *
pick_word (GRand *rand)
{
  gint rank = (gint) pow (N_WORDS, g_rand_double (rand)) - 1;

  return words[CLAMP (rank, 0, N_WORDS - 1)];
}

static void
append_sentence (GString *prose, GRand *rand)
{
  gint n_words = g_rand_int_range (rand, 6, 26);
  gsize start = prose->len;

  for (gint i = 0; i < n_words; i++)
    {
      gint chance = g_rand_int_range (rand, 0, 100);
      const gchar *word = pick_word (rand);

      if (i > 0)
        g_string_append (prose, chance < 6 ? ", " : " ");
      if (chance == 97)
        g_string_append_printf (prose, "\"%s\"", word);
      else if (chance == 98)
        g_string_append_printf (prose, "%s's", word);
      else if (chance == 99)
        g_string_append_printf (prose, "%s-%s", word, pick_word (rand));
      else
        g_string_append (prose, word);
    }
  g_string_append_c (prose, '.');
  prose->str[start] = g_ascii_toupper (prose->str[start]);
}

static GString *
make_prose (GRand *rand)
{
  GString *prose = g_string_new (NULL);

  while (prose->len < N_TEXT_BYTES)
    {
      gint n_sentences = g_rand_int_range (rand, 3, 8);

      for (gint i = 0; i < n_sentences; i++)
        {
          if (i > 0)
            g_string_append_c (prose, ' ');
          append_sentence (prose, rand);
        }
      g_string_append (prose, "\n\n");
    }
  return prose;
}

static void
append_char (Edited *edited, gunichar c, gint origin)
{
  g_string_append_unichar (edited->text, c);
  g_array_append_val (edited->origins, origin);
  edited->column = c == '\n' ? 0 : edited->column + 1;
}

static void
append_typeset (Edited *edited, const GString *prose, gint i, GRand *rand)
{
  gchar c = prose->str[i];
  gboolean opens = i == 0 || prose->str[i - 1] == ' ' || prose->str[i - 1] == '\n';
  gboolean wraps = c == ' ' && edited->column > 64;

  if (c == '\n' || wraps)
    append_char (edited, '\r', i);
  if (c == '"')
    append_char (edited, opens ? 0x201c : 0x201d, i);
  else if (c == '\'')
    append_char (edited, 0x2019, i);
  else if (wraps)
    append_char (edited, '\n', i);
  else if (c == ' ' && g_rand_int_range (rand, 0, 30) == 0)
    append_char (edited, 0xa0, i);
  else
    append_char (edited, (guchar) c, i);

  if (g_ascii_isalpha (c) && g_ascii_isalpha (prose->str[i + 1])
      && g_rand_int_range (rand, 0, 40) == 0)
    append_char (edited, 0xad, i);
}

static void
append_edited_char (Edited *edited, const Edit *edit, const GString *prose, gint i, GRand *rand)
{
  gint chance = edit->noise > 0 ? g_rand_int_range (rand, 0, 1000) : 1000;

  if (edit->typography)
    append_typeset (edited, prose, i, rand);
  else if (chance >= edit->noise)
    append_char (edited, (guchar) prose->str[i], i);
  else if (chance % 3 == 0)
    append_char (edited, 'a' + (gunichar) g_rand_int_range (rand, 0, 26), i);
  else if (chance % 3 == 1)
    {
      append_char (edited, (guchar) prose->str[i], i);
      append_char (edited, 'a' + (gunichar) g_rand_int_range (rand, 0, 26), i);
    }
}

static void
append_new_word (Edited *edited, gint origin, GRand *rand)
{
  for (const gchar *p = pick_word (rand); *p != '\0'; p++)
    append_char (edited, (guchar) *p, origin);
}

static void
append_paragraph (Edited *edited,
                  const Edit *edit,
                  const GString *prose,
                  gint start,
                  gint end,
                  GRand *rand)
{
  gint i = start;

  while (i < end)
    {
      gint chance = g_rand_int_range (rand, 0, 1000);
      gint word_end = i;

      while (word_end < end && g_ascii_isalpha (prose->str[word_end]))
        word_end++;
      if (word_end == i)
        {
          append_edited_char (edited, edit, prose, i++, rand);
          continue;
        }

      if (chance < edit->substituted)
        append_new_word (edited, i, rand);
      else if (chance < edit->substituted + edit->deleted)
        word_end += prose->str[word_end] == ' ' ? 1 : 0;
      else
        {
          if (chance >= 1000 - edit->inserted)
            {
              append_new_word (edited, -1, rand);
              append_char (edited, ' ', -1);
            }
          for (gint j = i; j < word_end; j++)
            append_edited_char (edited, edit, prose, j, rand);
        }
      i = word_end;
    }
}

/* Where each paragraph begins, with the blank line after it; the end of the text comes last. */
static GArray *
find_paragraphs (const GString *prose)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint));
  gint start = 0;

  for (gint i = 0; i < (gint) prose->len; i++)
    {
      if (prose->str[i] != '\n' || prose->str[i + 1] == '\n')
        continue;
      g_array_append_val (starts, start);
      start = i + 1;
    }
  g_array_append_val (starts, start);
  return starts;
}

static void
edit_prose (Edited *edited, const Edit *edit, const GString *prose, GRand *rand)
{
  g_autoptr (GArray) starts = find_paragraphs (prose);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i + 1 < starts->len; i++)
    {
      gint chance = g_rand_int_range (rand, 0, 1000);

      if (chance < edit->paragraphs_cut)
        continue;
      if (chance < edit->paragraphs_cut + edit->paragraphs_moved)
        g_array_insert_val (order, (guint) g_rand_int_range (rand, 0, (gint32) order->len + 1), i);
      else
        g_array_append_val (order, i);
    }

  edited->text = g_string_new (NULL);
  edited->origins = g_array_new (FALSE, FALSE, sizeof (gint));
  for (guint i = 0; i < order->len; i++)
    {
      guint paragraph = g_array_index (order, guint, i);

      append_paragraph (edited, edit, prose, g_array_index (starts, gint, paragraph),
                        g_array_index (starts, gint, paragraph + 1), rand);
    }
}

/* Where the characters from @start to @end are now; %FALSE when none is left. */
static gboolean
find_truth (const Edited *edited, gint start, gint end, gint *now_start, gint *now_end)
{
  *now_start = -1;
  for (guint i = 0; i < edited->origins->len; i++)
    {
      gint origin = g_array_index (edited->origins, gint, i);

      if (origin < start || origin >= end)
        continue;
      if (*now_start < 0)
        *now_start = (gint) i;
      *now_end = (gint) i + 1;
    }
  return *now_start >= 0;
}

static void
count (Tally *tally, const AnnalsPlace *place, gboolean there, gint start, gint end)
{
  gboolean placed = annals_standing_is_placed (place->standing);
  gdouble shared;
  gdouble both;

  if (!there)
    {
      tally->n_deleted++;
      tally->n_false += placed;
      return;
    }
  if (!placed)
    {
      tally->n_lost++;
      return;
    }

  shared = MIN (place->end, end) - MAX (place->start, start);
  both = MAX (place->end, end) - MIN (place->start, start);
  tally->n_doubtful += place->standing == ANNALS_STANDING_DOUBTFUL;
  if (shared / both >= 0.8)
    tally->n_ok++;
  else
    tally->n_wrong++;
}

/* A stretch of words inside one paragraph. */
static void
pick_quote (const GString *prose, GRand *rand, gint *start, gint *end)
{
  gint n_words = g_rand_int_range (rand, 3, 45);

  do
    *start = g_rand_int_range (rand, 0, (gint32) prose->len - 1000);
  while (g_ascii_isalpha (prose->str[*start - (*start > 0)])
         || !g_ascii_isalpha (prose->str[*start]));

  for (*end = *start; n_words > 0 && prose->str[*end] != '\n'; (*end)++)
    n_words -= prose->str[*end] == ' ' ? 1 : 0;
  if (prose->str[*end - 1] == ' ')
    (*end)--;
}

static void
run_edit (const Edit *edit, const GString *prose, GRand *rand, Tally *tally)
{
  Edited edited = { 0 };
  g_autoptr (AnnalsText) before = annals_text_new (prose->str, -1);
  g_autoptr (AnnalsText) after = NULL;
  g_autoptr (AnnalsAnchorer) anchorer = NULL;
  gint64 started;

  edit_prose (&edited, edit, prose, rand);
  after = annals_text_new (edited.text->str, -1);
  anchorer = annals_anchorer_new (after);
  started = g_get_monotonic_time ();
  for (guint i = 0; i < N_QUOTES; i++)
    {
      g_auto (AnnalsAnchor) anchor = ANNALS_ANCHOR_INIT;
      AnnalsPlace place = ANNALS_PLACE_INIT;
      gint start, end, now_start, now_end = 0;
      gboolean there;

      pick_quote (prose, rand, &start, &end);
      annals_anchor_init_from_text (&anchor, before, start, end);
      annals_anchorer_place (anchorer, &anchor, &place);
      there = find_truth (&edited, start, end, &now_start, &now_end);
      count (tally, &place, there, now_start, now_end);
    }

  g_test_message ("%-26s ok %5.1f %%  wrong %4.1f %%  lost %4.1f %%  false %u of %u  "
                  "(%u doubtful, %.2f ms each)",
                  edit->name, 100.0 * tally->n_ok / (N_QUOTES - tally->n_deleted),
                  100.0 * tally->n_wrong / (N_QUOTES - tally->n_deleted),
                  100.0 * tally->n_lost / (N_QUOTES - tally->n_deleted), tally->n_false,
                  tally->n_deleted, tally->n_doubtful,
                  (g_get_monotonic_time () - started) / 1000.0 / N_QUOTES);
  g_string_free (edited.text, TRUE);
  g_array_unref (edited.origins);
}

static void
test_simulated (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GString) prose = NULL;
  guint n_false = 0;
  guint n_deleted = 0;

  make_words (rand);
  prose = make_prose (rand);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      Tally tally = { 0 };
      guint n_there;

      run_edit (&edits[i], prose, rand, &tally);
      n_there = N_QUOTES - tally.n_deleted;
      n_false += tally.n_false;
      n_deleted += tally.n_deleted;
      g_assert_cmpfloat (tally.n_wrong, <=, n_there * 0.005);
      g_assert_cmpfloat (tally.n_ok, >=, n_there * edits[i].min_ok);
      if (i == 0)
        g_assert_cmpuint (tally.n_doubtful, ==, 0);
    }
  g_assert_cmpuint (n_deleted, >=, 70);
  g_assert_cmpfloat (n_false, <=, n_deleted * 0.015);

  for (gsize i = 0; i < N_WORDS; i++)
    g_free (words[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/anchor/simulated-edits", test_simulated);

  return g_test_run ();
}
