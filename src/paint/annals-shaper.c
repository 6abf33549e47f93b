/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-font-rules.h"
#include "annals-font-shape.h"
#include "annals-shaper.h"

/* Plain texts, shaped without finding out what a layout has to find out, and word by word: HarfBuzz
 * is asked for a word once. That comes to the same wherever the space of a font plays no part in
 * its rules for substitution and kerning, which the tables of the font tell. Where it does, texts
 * are shaped whole. */

#define MOST_WORDS 8192
#define N_SLOTS 16384         /* a power of two, twice the words */
#define MOST_GLYPHS 200000    /* of all words */
#define MOST_WORDS_OF_TEXT 64 /* those with more are shaped whole */
#define MOST_COMPARED 64      /* letters of a word */
#define USUAL_GLYPHS 256      /* of a text */
#define USUAL_WORDS 1024
#define OVERHANG_PX 2.0    /* how far the outermost letters may reach beyond a text */
#define LAST_LETTER 0x2000 /* what comes after has oddities of width */

/* In which letters a text is. Figures and signs belong to all. */
typedef enum
{
  ALPHABET_NONE,
  ALPHABET_LATIN,
  ALPHABET_GREEK,
  ALPHABET_CYRILLIC,
  N_ALPHABETS,
} Alphabet;

static const struct
{
  const gchar *sample;
  const gchar *probe; /* letters of which some are kerned, or become one */
  GUnicodeScript script;
} alphabets[N_ALPHABETS] = {
  [ALPHABET_NONE] = { "0", "(1907),“74.”", G_UNICODE_SCRIPT_COMMON },
  [ALPHABET_LATIN] = { "a", "AVATo.ffi-Ly’ész…", G_UNICODE_SCRIPT_LATIN },
  [ALPHABET_GREEK] = { "α", "ΑΥΤόςφ", G_UNICODE_SCRIPT_GREEK },
  [ALPHABET_CYRILLIC] = { "я", "ГДТавя.", G_UNICODE_SCRIPT_CYRILLIC },
};

/* Signs outside ASCII that stand by themselves. */
static const gunichar signs[] = { 0xab,   0xb0,   0xb1,   0xb7,   0xbb,   0xd7,   0x2010, 0x2011,
                                  0x2012, 0x2013, 0x2014, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d,
                                  0x201e, 0x2022, 0x2026, 0x2032, 0x2033, 0x2039, 0x203a, 0x2212 };

typedef struct
{
  PangoGlyph glyph;
  gint x;
  gint y;
} Glyph;

/* What is known of a word, in units of Pango. */
typedef struct
{
  guint64 hash;
  guint text;
  guint n_bytes;
  guint first; /* glyph */
  guint n_glyphs;
  gint width;
  gboolean is_plain; /* all of it is in the font */
  gboolean overlaps; /* letters of it */
} Word;

struct _AnnalsShaper
{
  PangoItem *items[N_ALPHABETS];        /* what a layout makes of the samples */
  AnnalsFontShape *shapes[N_ALPHABETS]; /* NULL where only Pango shapes as Pango does */
  gboolean is_first_font;               /* of those that the layout would look through */
  gboolean by_words;
  gint space;
  PangoShapeFlags flags;
  gdouble ascent_px;
  gdouble descent_px;
  PangoGlyphString *string;
  AnnalsRun *run; /* what has been shaped last, in memory for so many glyphs */
  guint n_room;

  GArray *words;          /* Word */
  GArray *glyphs;         /* Glyph, of all words */
  GString *texts;         /* of all words */
  guint16 slots[N_SLOTS]; /* of a table of words, from 1 */
};

/* What of a text is a word. */
typedef struct
{
  guint words[MOST_WORDS_OF_TEXT];
  guint spaces[MOST_WORDS_OF_TEXT + 1]; /* before each, and after the last */
  guint n;
  guint n_glyphs;
  gint width;
} Line;

static gboolean
is_sign (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i] == c)
      return TRUE;
  return FALSE;
}

/* Joins the alphabet of a letter to that of those before it. */
static gboolean
add_letter (gunichar c, Alphabet *alphabet)
{
  GUnicodeScript script;

  if (is_sign (c))
    return TRUE;
  if (c >= LAST_LETTER || !g_unichar_isalpha (c))
    return FALSE;
  script = g_unichar_get_script (c);
  for (Alphabet i = ALPHABET_LATIN; i < N_ALPHABETS; i++)
    if (alphabets[i].script == script && (*alphabet == ALPHABET_NONE || *alphabet == i))
      {
        *alphabet = i;
        return TRUE;
      }
  return FALSE;
}

/* Whether a text is all in one alphabet, in letters that stand one after another. */
static gboolean
is_simple (const AnnalsShaper *shaper, const gchar *text, Alphabet *alphabet)
{
  *alphabet = ALPHABET_NONE;
  if (text[0] == '\0')
    return FALSE;
  for (; *text != '\0'; text++)
    {
      if ((guchar) *text >= 0x80)
        {
          if (!add_letter (g_utf8_get_char (text), alphabet))
            return FALSE;
          text = g_utf8_next_char (text) - 1;
          continue;
        }
      if ((guchar) *text < ' ' || (guchar) *text == 0x7f)
        return FALSE;
      if (g_ascii_isalpha (*text) && *alphabet == ALPHABET_NONE)
        *alphabet = ALPHABET_LATIN;
      else if (g_ascii_isalpha (*text) && *alphabet != ALPHABET_LATIN)
        return FALSE;
    }
  return shaper->items[*alphabet] != NULL;
}

/* A letter that only another font has is looked for by a layout. */
static gboolean
has_all (const AnnalsShaper *shaper, PangoFont *font, const gchar *text, guint n_bytes)
{
  for (const gchar *p = text; p < text + n_bytes; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80
        && (!shaper->is_first_font || !pango_font_has_char (font, g_utf8_get_char (p))))
      return FALSE;
  return TRUE;
}

/* A word, or a whole text: with spaces, of which Pango has its own mind. */
static const PangoGlyphString *
shape (AnnalsShaper *shaper, Alphabet alphabet, const gchar *text, guint n_bytes)
{
  if (shaper->shapes[alphabet] != NULL && memchr (text, ' ', n_bytes) == NULL)
    return annals_font_shape_word (shaper->shapes[alphabet], text, n_bytes);
  pango_shape_with_flags (text, (gint) n_bytes, NULL, 0, &shaper->items[alphabet]->analysis,
                          shaper->string, shaper->flags);
  return shaper->string;
}

static gboolean
is_known (const PangoGlyphString *string)
{
  for (gint i = 0; i < string->num_glyphs; i++)
    if (string->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
      return FALSE;
  return TRUE;
}

/* Lets a run begin in which there is room. It borrows its font. */
static AnnalsRun *
begin_run (AnnalsShaper *shaper, Alphabet alphabet, guint n_glyphs, gint width)
{
  PangoFont *font = shaper->items[alphabet]->analysis.font;
  AnnalsRun *run = shaper->run;

  if (run == NULL || n_glyphs > shaper->n_room)
    {
      shaper->n_room = MAX (n_glyphs, USUAL_GLYPHS);
      g_free (run);
      run = shaper->run = annals_run_new_empty (1, shaper->n_room);
    }
  run->n_pieces = 0;
  run->overlaps = FALSE;
  run->width_px = (gdouble) width / PANGO_SCALE;
  run->left_px = -OVERHANG_PX;
  run->right_px = run->width_px + OVERHANG_PX;
  run->top_px = -shaper->ascent_px - 1.0;
  run->bottom_px = shaper->descent_px + 1.0;
  if (n_glyphs == 0)
    return run;
  run->pieces[0] = (AnnalsRunPiece){ pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)), 0,
                                     n_glyphs };
  run->n_pieces = 1;
  return run;
}

/* Adds glyphs, but for spaces, which leave no trace; how many. */
static guint
take_glyphs (AnnalsShaper *shaper, const PangoGlyphString *string, const gchar *text, gint *width)
{
  guint n = shaper->glyphs->len;

  *width = 0;
  for (gint i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];
      Glyph glyph = { info->glyph, *width + info->geometry.x_offset, info->geometry.y_offset };

      if (info->glyph != PANGO_GLYPH_EMPTY && text[string->log_clusters[i]] != ' ')
        g_array_append_val (shaper->glyphs, glyph);
      *width += info->geometry.width;
    }
  return shaper->glyphs->len - n;
}

static void
place (const AnnalsShaper *shaper, guint first, guint n, gint x, cairo_glyph_t *glyphs)
{
  for (guint i = 0; i < n; i++)
    {
      const Glyph *glyph = &g_array_index (shaper->glyphs, Glyph, first + i);

      glyphs[i] = (cairo_glyph_t){ .index = glyph->glyph,
                                   .x = (gdouble) (x + glyph->x) / PANGO_SCALE,
                                   .y = (gdouble) glyph->y / PANGO_SCALE };
    }
}

static gboolean
overlap (const AnnalsShaper *shaper, Alphabet alphabet, guint first, guint n)
{
  PangoFont *font = shaper->items[alphabet]->analysis.font;
  cairo_glyph_t glyphs[MOST_COMPARED];

  if (n > MOST_COMPARED)
    return TRUE;
  place (shaper, first, n, 0, glyphs);
  return annals_run_overlaps (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)), glyphs,
                              n);
}

static const AnnalsRun *
shape_whole (AnnalsShaper *shaper, Alphabet alphabet, const gchar *text)
{
  guint n_bytes = (guint) strlen (text);
  guint first = shaper->glyphs->len;
  const PangoGlyphString *string;
  AnnalsRun *run;
  gint width;
  guint n;

  if (!has_all (shaper, shaper->items[alphabet]->analysis.font, text, n_bytes))
    return NULL;
  string = shape (shaper, alphabet, text, n_bytes);
  if (!is_known (string))
    return NULL;
  n = take_glyphs (shaper, string, text, &width);
  run = begin_run (shaper, alphabet, n, width);
  place (shaper, first, n, 0, run->glyphs);
  run->overlaps = overlap (shaper, alphabet, first, n);
  g_array_set_size (shaper->glyphs, first);
  return run;
}

static void
forget_words (AnnalsShaper *shaper)
{
  memset (shaper->slots, 0, sizeof shaper->slots);
  g_array_set_size (shaper->words, 0);
  g_array_set_size (shaper->glyphs, 0);
  g_string_truncate (shaper->texts, 0);
}

static guint
add_word (AnnalsShaper *shaper, Alphabet alphabet, const gchar *text, guint n_bytes, guint64 hash)
{
  Word word = { .hash = hash, .n_bytes = n_bytes };

  word.text = (guint) shaper->texts->len;
  word.first = shaper->glyphs->len;
  g_string_append_len (shaper->texts, text, n_bytes);
  word.is_plain = has_all (shaper, shaper->items[alphabet]->analysis.font, text, n_bytes);
  if (word.is_plain)
    {
      const PangoGlyphString *string = shape (shaper, alphabet, text, n_bytes);

      word.is_plain = is_known (string);
      word.n_glyphs = take_glyphs (shaper, string, text, &word.width);
      word.overlaps = overlap (shaper, alphabet, word.first, word.n_glyphs);
    }
  g_array_append_val (shaper->words, word);
  return shaper->words->len - 1;
}

static guint
find_word (AnnalsShaper *shaper, Alphabet alphabet, const gchar *text, guint n_bytes)
{
  guint64 hash = annals_run_hash (alphabet, text, n_bytes);
  guint slot;

  for (slot = (guint) hash % N_SLOTS; shaper->slots[slot] != 0; slot = (slot + 1) % N_SLOTS)
    {
      const Word *word = &g_array_index (shaper->words, Word, shaper->slots[slot] - 1);

      if (word->hash == hash && word->n_bytes == n_bytes
          && memcmp (shaper->texts->str + word->text, text, n_bytes) == 0)
        return shaper->slots[slot] - 1;
    }
  shaper->slots[slot] = (guint16) (add_word (shaper, alphabet, text, n_bytes, hash) + 1);
  return shaper->slots[slot] - 1;
}

/* Finds the words of a text; FALSE when there are too many, or some are not plain. */
static gboolean
read_line (AnnalsShaper *shaper, Alphabet alphabet, const gchar *text, Line *line)
{
  if (shaper->words->len + MOST_WORDS_OF_TEXT > MOST_WORDS || shaper->glyphs->len > MOST_GLYPHS)
    forget_words (shaper);
  line->n = line->n_glyphs = 0;
  line->width = 0;
  for (;; line->n++)
    {
      gsize n_spaces = strspn (text, " ");
      gsize n_bytes = strcspn (text + n_spaces, " ");
      const Word *word;

      line->spaces[line->n] = (guint) n_spaces;
      line->width += (gint) n_spaces * shaper->space;
      if (n_bytes == 0)
        return TRUE;
      if (line->n == MOST_WORDS_OF_TEXT || n_bytes > MOST_GLYPHS)
        return FALSE;
      line->words[line->n] = find_word (shaper, alphabet, text + n_spaces, (guint) n_bytes);
      word = &g_array_index (shaper->words, Word, line->words[line->n]);
      if (!word->is_plain)
        return FALSE;
      line->n_glyphs += word->n_glyphs;
      line->width += word->width;
      text += n_spaces + n_bytes;
    }
}

static const AnnalsRun *
put_together (AnnalsShaper *shaper, Alphabet alphabet, const Line *line)
{
  AnnalsRun *run = begin_run (shaper, alphabet, line->n_glyphs, line->width);
  cairo_glyph_t *glyphs = run->glyphs;
  gint x = 0;

  for (guint i = 0; i < line->n; i++)
    {
      const Word *word = &g_array_index (shaper->words, Word, line->words[i]);

      x += (gint) line->spaces[i] * shaper->space;
      run->overlaps |= word->overlaps;
      place (shaper, word->first, word->n_glyphs, x, glyphs);
      glyphs += word->n_glyphs;
      x += word->width;
    }
  return run;
}

static gboolean
take_first_cb (PangoFontset *set, PangoFont *font, gpointer user_data)
{
  *(PangoFont **) user_data = font;
  return TRUE;
}

static gboolean
is_first (PangoLayout *layout, const PangoAnalysis *analysis)
{
  PangoFontset *set = pango_context_load_fontset (pango_layout_get_context (layout),
                                                  pango_layout_get_font_description (layout),
                                                  analysis->language);
  PangoFont *first = NULL;

  pango_fontset_foreach (set, take_first_cb, &first);
  g_object_unref (set);
  return first == analysis->font;
}

static void
find_items (AnnalsShaper *shaper, PangoLayout *layout)
{
  shaper->is_first_font = TRUE;
  shaper->by_words = TRUE;
  for (Alphabet i = 0; i < N_ALPHABETS; i++)
    {
      GSList *runs;

      pango_layout_set_text (layout, alphabets[i].sample, -1);
      runs = pango_layout_get_line_readonly (layout, 0)->runs;
      if (runs == NULL
          || !PANGO_IS_CAIRO_FONT (((PangoGlyphItem *) runs->data)->item->analysis.font))
        continue;
      shaper->items[i] = pango_item_copy (((PangoGlyphItem *) runs->data)->item);
      /* An alphabet that has a font of its own is left to layouts. */
      if (i >= ALPHABET_LATIN
          && (shaper->items[ALPHABET_NONE] == NULL
              || shaper->items[i]->analysis.font != shaper->items[ALPHABET_NONE]->analysis.font))
        g_clear_pointer (&shaper->items[i], pango_item_free);
      else if (i <= ALPHABET_LATIN)
        shaper->is_first_font &= is_first (layout, &shaper->items[i]->analysis);
    }
}

static void
measure_font (AnnalsShaper *shaper)
{
  const PangoAnalysis *analysis = &shaper->items[ALPHABET_NONE]->analysis;
  PangoFontMetrics *metrics = pango_font_get_metrics (analysis->font, NULL);

  shaper->ascent_px = (gdouble) pango_font_metrics_get_ascent (metrics) / PANGO_SCALE;
  shaper->descent_px = (gdouble) pango_font_metrics_get_descent (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  shaper->by_words = annals_font_keeps_words_apart (analysis->font);
  shape (shaper, ALPHABET_NONE, " ", 1);
  shaper->space = pango_glyph_string_get_width (shaper->string);
}

static void
create_shapes (AnnalsShaper *shaper)
{
  for (Alphabet i = 0; i < N_ALPHABETS; i++)
    {
      if (shaper->items[i] == NULL)
        continue;
      shaper->shapes[i] = annals_font_shape_new (&shaper->items[i]->analysis, shaper->flags);
      if (!annals_font_shape_is_exact (shaper->shapes[i], alphabets[i].probe))
        g_clear_pointer (&shaper->shapes[i], annals_font_shape_free);
    }
}

/**
 * annals_shaper_new:
 * @layout: a layout that says how text is set; is left with another text
 * @round: whether glyphs stand on whole pixels
 *
 * Returns: (transfer full): what shapes plain texts as @layout does; free it with
 *   annals_shaper_free()
 */
AnnalsShaper *
annals_shaper_new (PangoLayout *layout, gboolean round)
{
  AnnalsShaper *shaper = g_new0 (AnnalsShaper, 1);

  shaper->flags = round ? PANGO_SHAPE_ROUND_POSITIONS : PANGO_SHAPE_NONE;
  shaper->string = pango_glyph_string_new ();
  shaper->words = g_array_sized_new (FALSE, FALSE, sizeof (Word), USUAL_WORDS);
  shaper->glyphs = g_array_sized_new (FALSE, FALSE, sizeof (Glyph), 8 * USUAL_WORDS);
  shaper->texts = g_string_sized_new (8 * USUAL_WORDS);
  find_items (shaper, layout);
  if (shaper->items[ALPHABET_NONE] != NULL)
    measure_font (shaper);
  create_shapes (shaper);
  return shaper;
}

/**
 * annals_shaper_free:
 * @shaper: (nullable) (transfer full): a shaper
 */
void
annals_shaper_free (AnnalsShaper *shaper)
{
  if (shaper == NULL)
    return;
  for (guint i = 0; i < N_ALPHABETS; i++)
    {
      annals_font_shape_free (shaper->shapes[i]);
      g_clear_pointer (&shaper->items[i], pango_item_free);
    }
  pango_glyph_string_free (shaper->string);
  g_array_unref (shaper->words);
  g_array_unref (shaper->glyphs);
  g_string_free (shaper->texts, TRUE);
  g_free (shaper->run);
  g_free (shaper);
}

/**
 * annals_shaper_knows_words:
 * @shaper: a shaper
 *
 * Returns: whether it remembers words: the font may have rules that reach over spaces
 */
gboolean
annals_shaper_knows_words (AnnalsShaper *shaper)
{
  return shaper->by_words;
}

/**
 * annals_shaper_shape:
 * @shaper: how it is set
 * @text: one line
 *
 * Returns: (transfer none) (nullable): the run, which lasts until the next one is shaped, or %NULL
 *   for a text that is not that plain
 */
const AnnalsRun *
annals_shaper_shape (AnnalsShaper *shaper, const gchar *text)
{
  Alphabet alphabet;
  Line line;

  if (!is_simple (shaper, text, &alphabet))
    return NULL;
  if (shaper->by_words && read_line (shaper, alphabet, text, &line))
    return put_together (shaper, alphabet, &line);
  return shape_whole (shaper, alphabet, text);
}

/**
 * annals_shaper_measure:
 * @shaper: how it is set
 * @text: one line
 * @width_px: (out): how wide it is
 *
 * Adds up the widths of words.
 *
 * Returns: whether that can be done
 */
gboolean
annals_shaper_measure (AnnalsShaper *shaper, const gchar *text, gdouble *width_px)
{
  Alphabet alphabet;
  Line line;

  if (!shaper->by_words || !is_simple (shaper, text, &alphabet)
      || !read_line (shaper, alphabet, text, &line))
    return FALSE;
  *width_px = (gdouble) line.width / PANGO_SCALE;
  return TRUE;
}
