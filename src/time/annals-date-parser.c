/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-date-parser.h"

/* What a person typed, understood as one date or as several to choose from. */

struct _AnnalsDateParser
{
  gatomicrefcount ref_count;
};

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

  if (g_atomic_ref_count_dec (&parser->ref_count))
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
 * annals_date_parser_parse:
 * @parser: a parser
 * @text: what was typed
 * @error: where to put an error of %ANNALS_TIME_ERROR
 *
 * Understands a date: EDTF, or words and numbers as people write them.
 *
 * Returns: (transfer full) (element-type AnnalsDateReading) (nullable): the readings, the likeliest
 *   first, at least one; %NULL when it is not understood
 */
GPtrArray *
annals_date_parser_parse (AnnalsDateParser *parser, const gchar *text, GError **error)
{
  g_autoptr (AnnalsDate) date = NULL;
  GPtrArray *readings;
  AnnalsDateReading *reading;

  g_return_val_if_fail (parser != NULL && text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  date = annals_date_new_from_edtf (text, error);
  if (date == NULL)
    return NULL;

  readings = g_ptr_array_new_with_free_func ((GDestroyNotify) annals_date_reading_free);
  reading = g_new0 (AnnalsDateReading, 1);
  reading->date = g_steal_pointer (&date);
  g_ptr_array_add (readings, reading);

  return readings;
}
