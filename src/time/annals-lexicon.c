/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>

#include "annals-typed.h"

/* The words of a locale, in a tree of characters, so that the longest word at any place is found
 * without knowing where it ends: not every script has spaces. */

#define N_MONTHS 12
#define FIRST_LETTER_CHARACTERS 128

typedef struct
{
  gunichar character;
  guint child;
  guint sibling;
  guint sense;
} Node;

struct _AnnalsLexicon
{
  GArray *nodes;
  GArray *senses;
  GPtrArray *words;
  GPtrArray *folded_words;
  guint roots[FIRST_LETTER_CHARACTERS];
  guint other_roots;
  AnnalsTypedOrder order;
  gunichar separator;
  gchar region[8];
};

/* Characters */

/**
 * annals_lexicon_fold:
 * @character: a character
 *
 * Returns: the character without case and, but for East Asian ones, without accents
 */
gunichar
annals_lexicon_fold (gunichar character)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (character < 0x80)
    return (gunichar) g_ascii_tolower ((gchar) character);
  if (character == 0x2019 || character == 0x2018)
    return '\'';

  character = g_unichar_tolower (character);
  if (character < 0x3000
      && g_unichar_fully_decompose (character, FALSE, parts, G_N_ELEMENTS (parts)) > 1)
    return parts[0];

  return character;
}

/* Whether a word that ends in this letter goes on with another: true of scripts with spaces. */
static gboolean
is_spaced_letter (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalpha ((gchar) character);

  return character < 0x2e80 && g_unichar_isalpha (character);
}

/* The tree */

static Node *
get_node (const AnnalsLexicon *lexicon, guint index)
{
  return &g_array_index (lexicon->nodes, Node, index);
}

static guint
find_sibling (const AnnalsLexicon *lexicon, guint first, gunichar character)
{
  while (first != 0 && get_node (lexicon, first)->character != character)
    first = get_node (lexicon, first)->sibling;

  return first;
}

static guint
find_child (const AnnalsLexicon *lexicon, guint parent, gunichar character)
{
  if (parent != 0)
    return find_sibling (lexicon, get_node (lexicon, parent)->child, character);
  if (character < FIRST_LETTER_CHARACTERS)
    return lexicon->roots[character];

  return find_sibling (lexicon, lexicon->other_roots, character);
}

static guint
add_child (AnnalsLexicon *lexicon, guint parent, gunichar character)
{
  guint found = find_child (lexicon, parent, character);
  guint index = lexicon->nodes->len;
  Node node = { .character = character };

  if (found != 0)
    return found;

  if (parent != 0)
    {
      node.sibling = get_node (lexicon, parent)->child;
      get_node (lexicon, parent)->child = index;
    }
  else if (character < FIRST_LETTER_CHARACTERS)
    lexicon->roots[character] = index;
  else
    {
      node.sibling = lexicon->other_roots;
      lexicon->other_roots = index;
    }
  g_array_append_val (lexicon->nodes, node);

  return index;
}

static gboolean
has_sense (const AnnalsLexicon *lexicon, guint sense, AnnalsTerm term, gint value)
{
  for (; sense != 0; sense = annals_lexicon_get_sense (lexicon, sense)->next)
    {
      const AnnalsTermSense *known = annals_lexicon_get_sense (lexicon, sense);

      if (known->term == term && known->value == value)
        return TRUE;
    }

  return FALSE;
}

static void
add_word (AnnalsLexicon *lexicon, AnnalsTerm term, gint value, const gchar *word)
{
  guint node = 0;
  AnnalsTermSense sense = { term, value, 0 };

  for (const gchar *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = annals_lexicon_fold (g_utf8_get_char (p));

      if (character != '.')
        node = add_child (lexicon, node, g_unichar_isspace (character) ? ' ' : character);
    }
  if (node == 0 || has_sense (lexicon, get_node (lexicon, node)->sense, term, value))
    return;

  sense.next = get_node (lexicon, node)->sense;
  get_node (lexicon, node)->sense = lexicon->senses->len;
  g_array_append_val (lexicon->senses, sense);
  g_ptr_array_add (lexicon->words, g_strdup (word));
  g_ptr_array_add (lexicon->folded_words, g_utf8_strdown (word, -1));
}

/**
 * annals_lexicon_add:
 * @lexicon: a lexicon
 * @term: what the words mean
 * @value: and which
 * @words: spellings, with `|` between them
 *
 * Adds words. Empty ones do no harm.
 */
void
annals_lexicon_add (AnnalsLexicon *lexicon, AnnalsTerm term, gint value, const gchar *words)
{
  g_auto (GStrv) split = g_strsplit (words, "|", -1);

  for (guint i = 0; split[i] != NULL; i++)
    add_word (lexicon, term, value, g_strstrip (split[i]));
}

/* A full stop or a space that is between two parts of an abbreviation, or a hyphen. */
static guint
skip_gap (const gunichar *folded, guint n_characters, guint at)
{
  while (at < n_characters && (folded[at] == ' ' || folded[at] == '.' || folded[at] == '-'))
    at++;

  return at;
}

/**
 * annals_lexicon_match:
 * @lexicon: a lexicon
 * @folded: folded characters
 * @n_characters: how many there are
 * @start: where to look
 * @end: (out): where the word ends, with the full stop of an abbreviation
 *
 * Finds the longest word at a place.
 *
 * Returns: its first sense; 0 if there is none
 */
guint
annals_lexicon_match (const AnnalsLexicon *lexicon,
                      const gunichar *folded,
                      guint n_characters,
                      guint start,
                      guint *end)
{
  guint found = 0;
  guint node = 0;
  guint at = start;

  while (at < n_characters)
    {
      guint next = find_child (lexicon, node, folded[at]);
      guint gap_end = skip_gap (folded, n_characters, at);

      if (next != 0 && folded[at] != ' ')
        at++;
      else if (node != 0 && gap_end > at && (next = find_child (lexicon, node, ' ')) != 0)
        at = gap_end;
      if (next == 0)
        break;

      node = next;
      if (get_node (lexicon, node)->sense != 0
          && !(at < n_characters && is_spaced_letter (folded[at - 1])
               && is_spaced_letter (folded[at])))
        {
          found = get_node (lexicon, node)->sense;
          *end = at;
        }
    }

  if (found != 0 && *end < n_characters && folded[*end] == '.'
      && is_spaced_letter (folded[*end - 1]))
    (*end)++;

  return found;
}

/**
 * annals_lexicon_get_sense:
 * @lexicon: a lexicon
 * @index: not 0
 *
 * Returns: (transfer none): a sense
 */
const AnnalsTermSense *
annals_lexicon_get_sense (const AnnalsLexicon *lexicon, guint index)
{
  return &g_array_index (lexicon->senses, AnnalsTermSense, index);
}

AnnalsTypedOrder
annals_lexicon_get_order (const AnnalsLexicon *lexicon)
{
  return lexicon->order;
}

/**
 * annals_lexicon_get_region:
 * @lexicon: a lexicon
 *
 * Returns: (transfer none): the country of the locale, such as `JP`; empty when it has none
 */
const gchar *
annals_lexicon_get_region (const AnnalsLexicon *lexicon)
{
  return lexicon->region;
}

/**
 * annals_lexicon_get_separator:
 * @lexicon: a lexicon
 *
 * Returns: what stands between each three digits of a large number, besides the comma
 */
gunichar
annals_lexicon_get_separator (const AnnalsLexicon *lexicon)
{
  return lexicon->separator;
}

/* Near misses */

static guint
min3 (guint a, guint b, guint c)
{
  return MIN (MIN (a, b), c);
}

#define MAX_WORD 24

/* How many letters have to be changed, added, left out or swapped with their neighbour. */
static guint
get_distance (const gchar *a, const gchar *b)
{
  guint rows[3][MAX_WORD + 1];
  gsize n_a = strlen (a);
  gsize n_b = strlen (b);

  for (gsize j = 0; j <= n_b; j++)
    rows[0][j] = (guint) j;
  for (gsize i = 1; i <= n_a; i++)
    {
      guint *row = rows[i % 3];
      const guint *above = rows[(i + 2) % 3];
      const guint *before = rows[(i + 1) % 3];

      row[0] = (guint) i;
      for (gsize j = 1; j <= n_b; j++)
        {
          row[j] = min3 (above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
    }

  return rows[n_a % 3][n_b];
}

/**
 * annals_lexicon_dup_nearest:
 * @lexicon: a lexicon
 * @word: a word that is not in it, folded
 *
 * Finds the word that may have been meant: one with a letter changed, added, left out or swapped,
 * or two in longer words.
 *
 * Returns: (transfer full) (nullable): it
 */
gchar *
annals_lexicon_dup_nearest (const AnnalsLexicon *lexicon, const gchar *word)
{
  gsize length = strlen (word);
  guint least = length < 4 ? 1 : length < 7 ? 2 : 3;
  const gchar *nearest = NULL;

  if (length < 3 || length > MAX_WORD)
    return NULL;

  for (guint i = 0; i < lexicon->words->len; i++)
    {
      const gchar *candidate = g_ptr_array_index (lexicon->folded_words, i);
      gsize candidate_length = strlen (candidate);
      guint distance;

      /* The distance is never less than what one is longer than the other. */
      if (candidate_length < 3 || candidate_length > MAX_WORD || candidate_length + least <= length
          || length + least <= candidate_length)
        continue;
      distance = get_distance (word, candidate);
      if (distance < least)
        {
          least = distance;
          nearest = g_ptr_array_index (lexicon->words, i);
        }
    }

  return g_strdup (nearest);
}

/* What the locale says */

static void
add_symbol (AnnalsLexicon *lexicon,
            const UDateFormat *format,
            UDateFormatSymbolType type,
            gint index,
            AnnalsTerm term,
            gint value)
{
  UChar name[64];
  UErrorCode status = U_ZERO_ERROR;
  gint32 length = udat_getSymbols (format, type, index, name, G_N_ELEMENTS (name), &status);
  g_autofree gchar *utf8 = NULL;

  if (U_FAILURE (status) || length <= 0)
    return;

  utf8 = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
  /* “1月” and “10” are numbers. */
  if (utf8 != NULL && !g_ascii_isdigit (*utf8) && !g_unichar_isdigit (g_utf8_get_char (utf8)))
    annals_lexicon_add (lexicon, term, value, utf8);
}

static void
add_symbols (AnnalsLexicon *lexicon, const gchar *locale)
{
  static const UDateFormatSymbolType month_types[]
      = { UDAT_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_STANDALONE_SHORT_MONTHS };
  static const UDateFormatSymbolType weekday_types[] = { UDAT_WEEKDAYS, UDAT_SHORT_WEEKDAYS,
                                                         UDAT_STANDALONE_WEEKDAYS };
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_NONE, UDAT_LONG, locale, NULL, 0, NULL, 0, &status);

  if (U_FAILURE (status))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (month_types); i++)
    for (gint month = 0; month < N_MONTHS; month++)
      add_symbol (lexicon, format, month_types[i], month, ANNALS_TERM_MONTH, month + 1);
  /* The first of the weekdays is empty. */
  for (guint i = 0; i < G_N_ELEMENTS (weekday_types); i++)
    for (gint day = 1; day <= 7; day++)
      add_symbol (lexicon, format, weekday_types[i], day, ANNALS_TERM_WEEKDAY, 0);
  udat_close (format);
}

static AnnalsTypedOrder
find_order (const gchar *locale)
{
  static const UChar skeleton[] = { 'y', 'M', 'd', 0 };
  UChar pattern[64] = { 0 };
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);
  gint at[3] = { -1, -1, -1 };
  gint32 length;

  if (U_FAILURE (status))
    return ANNALS_TYPED_ORDER_DMY;

  length = udatpg_getBestPattern (generator, skeleton, 3, pattern, G_N_ELEMENTS (pattern) - 1,
                                  &status);
  udatpg_close (generator);
  for (gint i = 0; U_SUCCESS (status) && i < length; i++)
    {
      if (pattern[i] == 'y')
        at[0] = i;
      else if (pattern[i] == 'M' || pattern[i] == 'L')
        at[1] = i;
      else if (pattern[i] == 'd')
        at[2] = i;
    }
  if (at[0] < at[1] && at[1] < at[2])
    return ANNALS_TYPED_ORDER_YMD;

  return at[1] < at[2] ? ANNALS_TYPED_ORDER_MDY : ANNALS_TYPED_ORDER_DMY;
}

/* Numbers in words are understood in English alone. */
static void
add_english_numbers (AnnalsLexicon *lexicon)
{
  static const gchar *const ordinals[] = {
    "fifth",        "sixth",        "seventh",        "eighth",        "ninth",
    "tenth",        "eleventh",     "twelfth",        "thirteenth",    "fourteenth",
    "fifteenth",    "sixteenth",    "seventeenth",    "eighteenth",    "nineteenth",
    "twentieth",    "twenty first", "twenty second",  "twenty third",  "twenty fourth",
    "twenty fifth", "twenty sixth", "twenty seventh", "twenty eighth", "twenty ninth",
    "thirtieth",    "thirty first",
  };
  static const gchar *const decades[] = { "twenties", "thirties",  "forties",  "fifties",
                                          "sixties",  "seventies", "eighties", "nineties" };
  static const gchar *const hundreds[] = { "twelve",   "thirteen", "fourteen",
                                           "fifteen",  "sixteen",  "seventeen",
                                           "eighteen", "nineteen", "twenty" };

  for (guint i = 0; i < G_N_ELEMENTS (ordinals); i++)
    annals_lexicon_add (lexicon, ANNALS_TERM_ORDINAL, (gint) i + 5, ordinals[i]);
  for (guint i = 0; i < G_N_ELEMENTS (decades); i++)
    annals_lexicon_add (lexicon, ANNALS_TERM_DECADE_NAME, 10 * (gint) i + 20, decades[i]);
  for (guint i = 0; i < G_N_ELEMENTS (hundreds); i++)
    annals_lexicon_add (lexicon, ANNALS_TERM_HUNDREDS, (gint) i + 12, hundreds[i]);
}

/* What is said of people, of reigns and of terms, in English alone. */
static void
add_english_lives (AnnalsLexicon *lexicon)
{
  annals_lexicon_add (lexicon, ANNALS_TERM_BORN, 0, "born|b|birth");
  annals_lexicon_add (lexicon, ANNALS_TERM_DIED, 0, "died|d|death|deceased|\xe2\x80\xa0");
  annals_lexicon_add (lexicon, ANNALS_TERM_NOISE, 0,
                      "reigned|reign|ruled|r|in office|worked|birth|death|deceased|\xe2\x80\xa0|"
                      "printed|issued|copyright|composed|photographed|taken|signed|"
                      "signed and dated|designed|painted|drawn|engraved|compiled|completed|"
                      "established|erected|constructed|opened|recorded|manufactured|"
                      "reprinted|first published|first printed|month of|in the month of|anno|"
                      "year of our lord|in the year of our lord|this|cop|but");
  annals_lexicon_add (lexicon, ANNALS_TERM_BEFORE, 0,
                      "shortly before|just before|soon before|not long before|"
                      "immediately before|long before|well before");
  annals_lexicon_add (lexicon, ANNALS_TERM_AFTER, 0,
                      "shortly after|just after|soon after|not long after|"
                      "immediately after|long after|well after");
  annals_lexicon_add (lexicon, ANNALS_TERM_ABOUT, 0, "towards|toward");
  annals_lexicon_add (lexicon, ANNALS_TERM_NOW, 0, "current|the current day");
  annals_lexicon_add (lexicon, ANNALS_TERM_SINCE, 0, "and onwards|and onward|and on|ff|et seq");
  annals_lexicon_add (lexicon, ANNALS_TERM_OR_LATER, 0, "at least|from at least");
  annals_lexicon_add (lexicon, ANNALS_TERM_FEAST, 624, "midsummer");
}

static void
add_english (AnnalsLexicon *lexicon)
{
  static const gchar *const months[N_MONTHS]
      = { "january|jan",  "february|feb|febr", "march|mar",  "april|apr",          "may",
          "june|jun",     "july|jul",          "august|aug", "september|sep|sept", "october|oct",
          "november|nov", "december|dec|decr" };

  for (gint i = 0; i < N_MONTHS; i++)
    annals_lexicon_add (lexicon, ANNALS_TERM_MONTH, i + 1, months[i]);
  annals_lexicon_add (lexicon, ANNALS_TERM_WEEKDAY, 0,
                      "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|"
                      "weds|thu|thur|thurs|fri|sat|sun|mondays|sundays");

  add_english_numbers (lexicon);
  add_english_lives (lexicon);

  /* East Asian signs cannot be mistaken for anything else. */
  annals_lexicon_add (lexicon, ANNALS_TERM_YEAR_MARK, 0, "\xe5\xb9\xb4|\xeb\x85\x84");
  annals_lexicon_add (lexicon, ANNALS_TERM_MONTH_MARK, 0, "\xe6\x9c\x88|\xec\x9b\x94");
  annals_lexicon_add (lexicon, ANNALS_TERM_DAY_MARK, 0, "\xe6\x97\xa5|\xec\x9d\xbc");
}

static void
add_terms (AnnalsLexicon *lexicon)
{
  for (guint i = 0; i < annals_n_term_rows; i++)
    {
      const AnnalsTermRow *row = &annals_term_rows[i];

      annals_lexicon_add (lexicon, row->term, row->value, row->words);
      annals_lexicon_add (lexicon, row->term, row->value,
                          g_dpgettext2 (GETTEXT_PACKAGE, "date entry", row->words));
    }
  for (gint month = 1; month <= N_MONTHS; month++)
    {
      annals_lexicon_add (lexicon, ANNALS_TERM_MONTH, month,
                          annals_month_get_name (month, ANNALS_WORDS_LONG));
      annals_lexicon_add (lexicon, ANNALS_TERM_MONTH, month,
                          annals_month_get_name (month, ANNALS_WORDS_SHORT));
    }
}

/**
 * annals_lexicon_new:
 * @locale: (nullable): a locale; %NULL for that of the program
 *
 * Gathers the words of English, of the language of the interface, and the names of months and
 * weekdays that Unicode's Common Locale Data Repository has for the locale.
 *
 * Returns: (transfer full): a lexicon
 */
AnnalsLexicon *
annals_lexicon_new (const gchar *locale)
{
  AnnalsLexicon *lexicon = g_new0 (AnnalsLexicon, 1);
  const Node no_node = { 0 };
  const AnnalsTermSense no_sense = { 0 };
  UErrorCode status = U_ZERO_ERROR;
  gchar name[ULOC_FULLNAME_CAPACITY];
  const gchar *separator = C_ ("thousands separator", ",");

  if (locale == NULL)
    locale = uloc_getDefault ();
  uloc_canonicalize (locale, name, sizeof name, &status);
  if (U_FAILURE (status))
    g_strlcpy (name, "en", sizeof name);

  lexicon->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  lexicon->senses = g_array_new (FALSE, FALSE, sizeof (AnnalsTermSense));
  lexicon->folded_words = g_ptr_array_new_with_free_func (g_free);
  lexicon->words = g_ptr_array_new_with_free_func (g_free);
  g_array_append_val (lexicon->nodes, no_node);
  g_array_append_val (lexicon->senses, no_sense);

  add_symbols (lexicon, name);
  add_terms (lexicon);
  add_english (lexicon);
  lexicon->order = find_order (name);
  lexicon->separator = g_utf8_get_char (separator);
  status = U_ZERO_ERROR;
  uloc_getCountry (name, lexicon->region, sizeof lexicon->region, &status);

  return lexicon;
}

void
annals_lexicon_free (AnnalsLexicon *lexicon)
{
  g_array_unref (lexicon->nodes);
  g_array_unref (lexicon->senses);
  g_ptr_array_unref (lexicon->folded_words);
  g_ptr_array_unref (lexicon->words);
  g_free (lexicon);
}
