/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <unicode/uloc.h>

#include "annals-date-parser.h"
#include "annals-typed.h"

/* What a person typed, understood as one date or as several to choose from. What is EDTF is read as
 * EDTF. Anything else goes through the words of the lexicon: where it can be read in several ways,
 * all of them are walked, the likeliest first. */

#define MAX_WAYS 12
#define MAX_READINGS 8

struct _AnnalsDateParser
{
  gatomicrefcount ref_count;
  AnnalsLexicon *lexicon;
};

/**
 * annals_date_parser_has_locale:
 * @locale: the name of a locale, such as `de_DE`, `ja` or `C`
 *
 * Returns: whether its language is a known one, and its country, if it names one
 */
gboolean
annals_date_parser_has_locale (const gchar *locale)
{
  gchar name[ULOC_FULLNAME_CAPACITY];
  gchar country[ULOC_COUNTRY_CAPACITY];
  gchar variant[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  const gchar *const plain[] = { "C", "POSIX", "C.UTF-8", "C.utf8" };

  g_return_val_if_fail (locale != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (strcmp (locale, plain[i]) == 0)
      return TRUE;

  uloc_canonicalize (locale, name, sizeof name, &status);
  uloc_getCountry (name, country, sizeof country, &status);
  uloc_getVariant (name, variant, sizeof variant, &status);
  if (U_FAILURE (status) || *uloc_getISO3Language (name) == '\0')
    return FALSE;

  /* What is no country, such as “NONSENSE”, is taken for a variant; real ones follow a country. */
  return *country != '\0' ? *uloc_getISO3Country (name) != '\0' || g_ascii_isdigit (*country)
                          : *variant == '\0';
}

/**
 * annals_date_parser_new:
 * @locale: (nullable): a locale such as `de_DE`; %NULL for that of the program
 *
 * Makes what understands dates as people of a locale type them. This takes some milliseconds; keep
 * it.
 *
 * Returns: (transfer full): a parser
 */
AnnalsDateParser *
annals_date_parser_new (const gchar *locale)
{
  AnnalsDateParser *parser = g_new0 (AnnalsDateParser, 1);

  g_atomic_ref_count_init (&parser->ref_count);
  parser->lexicon = annals_lexicon_new (locale);

  return parser;
}

/**
 * annals_date_parser_ref:
 * @parser: a parser
 *
 * Returns: (transfer full): @parser
 */
AnnalsDateParser *
annals_date_parser_ref (AnnalsDateParser *parser)
{
  g_return_val_if_fail (parser != NULL, NULL);

  g_atomic_ref_count_inc (&parser->ref_count);

  return parser;
}

/**
 * annals_date_parser_unref:
 * @parser: (transfer full): a parser
 *
 * Gives up a reference; the last one frees @parser.
 */
void
annals_date_parser_unref (AnnalsDateParser *parser)
{
  g_return_if_fail (parser != NULL);

  if (!g_atomic_ref_count_dec (&parser->ref_count))
    return;

  annals_lexicon_free (parser->lexicon);
  g_free (parser);
}

/**
 * annals_date_reading_free:
 * @reading: (transfer full): a reading
 *
 * Frees a reading and what is in it.
 */
void
annals_date_reading_free (AnnalsDateReading *reading)
{
  g_return_if_fail (reading != NULL);

  annals_date_unref (reading->date);
  g_free (reading->reason);
  g_free (reading);
}

/**
 * annals_date_parser_get_lexicon:
 * @parser: a parser that nobody else uses yet
 *
 * For tests, which add words to it that no catalogue has.
 *
 * Returns: (transfer none): its words
 */
AnnalsLexicon *
annals_date_parser_get_lexicon (AnnalsDateParser *parser)
{
  return parser->lexicon;
}

static gboolean
has_reading (GPtrArray *readings, const gchar *edtf)
{
  for (guint i = 0; i < readings->len; i++)
    {
      const AnnalsDateReading *reading = g_ptr_array_index (readings, i);

      if (strcmp (annals_date_get_edtf (reading->date), edtf) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_reading (GPtrArray *readings,
             const gchar *edtf,
             AnnalsCalendar calendar,
             const gchar *reason,
             GError **error)
{
  g_autoptr (AnnalsDate) date = NULL;
  AnnalsDateReading *reading;

  if (readings->len >= MAX_READINGS || has_reading (readings, edtf))
    return TRUE;

  date = annals_date_new_from_edtf (edtf, error);
  if (date == NULL)
    return FALSE;

  reading = g_new0 (AnnalsDateReading, 1);
  reading->date = g_steal_pointer (&date);
  reading->calendar = calendar;
  reading->reason = g_strdup (reason);
  g_ptr_array_add (readings, reading);

  return TRUE;
}

/* EDTF */

/* “1904-05” is a month, and may have been meant as two years. */
static void
add_two_years (GPtrArray *readings, const gchar *edtf)
{
  gchar period[ANNALS_TYPED_EDTF_BYTES];
  gint first = atoi (edtf);
  gint last = first - first % 100;

  if (strlen (edtf) != 7 || edtf[4] != '-' || strspn (edtf, "0123456789-") != 7)
    return;

  last += atoi (edtf + 5);
  if (last <= first)
    return;
  g_snprintf (period, sizeof period, "%04d/%04d", first, last);
  /* Translators: the other way to read 1904-05, which is May 1904. */
  add_reading (readings, period, ANNALS_CALENDAR_GREGORIAN, _ ("two years"), NULL);
}

static gboolean
read_edtf (GPtrArray *readings, const gchar *typed)
{
  if (!add_reading (readings, typed, ANNALS_CALENDAR_GREGORIAN, NULL, NULL))
    return FALSE;

  add_two_years (readings, typed);

  return TRUE;
}

static gboolean
read_foreign (GPtrArray *readings, const gchar *typed)
{
  g_autofree gchar *edtf = annals_typed_dup_foreign (typed);

  if (edtf == NULL)
    return FALSE;

  /* Translators: why “198u” was read as 198X: it is an older notation. */
  return add_reading (readings, edtf, ANNALS_CALENDAR_GREGORIAN,
                      strspn (typed, "0123456789-/:T.,+Z") < strlen (typed)
                          ? _ ("EDTF in an older notation")
                          : NULL,
                      NULL);
}

/* Words */

static gboolean
go_to_next_way (AnnalsTyped *typed)
{
  for (guint fork = typed->n_choices; fork-- > 0;)
    {
      if (++typed->chosen[fork] < typed->n_branches[fork])
        return TRUE;
      typed->chosen[fork] = 0;
    }

  return FALSE;
}

static gchar *
dup_reason (const AnnalsTyped *typed)
{
  GString *reason = NULL;

  for (guint i = 0; i < typed->n_choices; i++)
    {
      if (typed->reasons[i] == NULL)
        continue;
      if (reason == NULL)
        reason = g_string_new (typed->reasons[i]);
      else
        g_string_append_printf (reason, "; %s", typed->reasons[i]);
    }

  return reason != NULL ? g_string_free (reason, FALSE) : NULL;
}

static void
read_ways (const AnnalsTypedText *text, GPtrArray *readings, GError **error)
{
  AnnalsTyped typed = { .text = text };
  g_autoptr (GString) edtf = g_string_new (NULL);

  for (guint way = 0; way < MAX_WAYS; way++)
    {
      typed.n_choices = 0;
      g_string_truncate (edtf, 0);
      if (annals_typed_read (&typed, edtf))
        {
          g_autofree gchar *reason = dup_reason (&typed);

          add_reading (readings, edtf->str, typed.calendar, reason,
                       typed.error == NULL ? &typed.error : NULL);
        }
      if (!go_to_next_way (&typed))
        break;
    }

  if (readings->len == 0 && typed.error != NULL)
    g_propagate_error (error, g_steal_pointer (&typed.error));
  g_clear_error (&typed.error);
}

static void
read_words (AnnalsDateParser *parser, const gchar *typed, GPtrArray *readings, GError **error)
{
  AnnalsTypedText text;
  GError *reason = NULL;

  annals_typed_text_init (&text, parser->lexicon, typed);
  read_ways (&text, readings, &reason);
  if (readings->len == 0 && reason == NULL)
    annals_typed_refuse (&text, typed, &reason);
  annals_typed_text_clear (&text);
  if (reason != NULL)
    g_propagate_error (error, reason);
}

/**
 * annals_date_parser_parse:
 * @parser: a parser
 * @text: what was typed
 * @error: where to put an error of %ANNALS_TIME_ERROR
 *
 * Understands a date: EDTF, or words and numbers as people write them. Of what is not EDTF at most
 * a thousand characters are read.
 *
 * Returns: (transfer full) (element-type AnnalsDateReading) (nullable): the readings, the likeliest
 *   first, at least one; %NULL when it is not understood
 */
GPtrArray *
annals_date_parser_parse (AnnalsDateParser *parser, const gchar *text, GError **error)
{
  g_autoptr (GPtrArray) readings = NULL;
  g_autofree gchar *stripped = NULL;

  g_return_val_if_fail (parser != NULL && text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  readings = g_ptr_array_new_with_free_func ((GDestroyNotify) annals_date_reading_free);
  stripped = g_strstrip (g_strdup (text));
  if (read_edtf (readings, stripped))
    return g_steal_pointer (&readings);

  if (strlen (stripped) > ANNALS_TYPED_MAX_CHARACTERS)
    {
      g_set_error (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_SYNTAX,
                   _ ("That is too long for a date."));
      return NULL;
    }
  if (!g_utf8_validate (stripped, -1, NULL))
    {
      g_set_error (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_SYNTAX,
                   _ ("That is not text in UTF-8."));
      return NULL;
    }
  if (!read_foreign (readings, stripped))
    read_words (parser, stripped, readings, error);

  return readings->len > 0 ? g_steal_pointer (&readings) : NULL;
}
