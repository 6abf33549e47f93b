/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-cli-date.h"
#include "annals-date-parser.h"

/*
 * The JSON of `annals date`: one object a line. It is written directly, since there may be hundreds
 * of thousands of lines, and a tree of nodes for each takes longer than all the rest.
 */

static void
append_string (GString *out, const gchar *utf8)
{
  static const gchar *const hex = "0123456789abcdef";

  g_string_append_c (out, '"');
  for (; *utf8 != '\0'; utf8++)
    {
      guchar byte = (guchar) *utf8;

      if (byte == '"' || byte == '\\')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, (gchar) byte);
        }
      else if (byte >= ' ' && byte != 0x7f)
        g_string_append_c (out, (gchar) byte);
      else
        {
          g_string_append (out, "\\u00");
          g_string_append_c (out, hex[byte >> 4]);
          g_string_append_c (out, hex[byte & 15]);
        }
    }
  g_string_append_c (out, '"');
}

static void
append_name (GString *out, const gchar *name)
{
  if (out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  g_string_append_c (out, '"');
  g_string_append (out, name);
  g_string_append (out, "\":");
}

static void
append_member (GString *out, const gchar *name, const gchar *value)
{
  append_name (out, name);
  if (value != NULL)
    append_string (out, value);
  else
    g_string_append (out, "null");
}

/* Dates further away than instants reach have no bound that could be named. */
static void
append_bound (GString *out, const gchar *name, AnnalsInstant instant, const AnnalsEnd *end)
{
  AnnalsCivil civil;

  if (annals_instant_is_open (instant))
    {
      append_member (out, name, end->state == ANNALS_END_UNKNOWN ? "unknown" : "open");
      return;
    }
  if (instant == ANNALS_INSTANT_EARLIEST || instant == ANNALS_INSTANT_LATEST)
    {
      append_member (out, name, NULL);
      return;
    }

  annals_instant_to_civil (instant, &civil);
  append_name (out, name);
  g_string_append_printf (out, "\"%s%04" G_GINT64_FORMAT "-%02d-%02d\"", civil.year < 0 ? "-" : "",
                          ABS (civil.year), civil.month, civil.day);
}

/* Whether a bound is further away than instants reach. */
static gboolean
is_too_far (const AnnalsSpan *span)
{
  const AnnalsInstant bounds[] = { span->begin_earliest, span->begin_latest, span->end_earliest,
                                   span->end_latest };

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (bounds[i] == ANNALS_INSTANT_EARLIEST || bounds[i] == ANNALS_INSTANT_LATEST)
      return TRUE;

  return FALSE;
}

static const gchar *
get_remark (GPtrArray *readings, const GError *error)
{
  const AnnalsDateReading *reading;

  if (readings == NULL)
    return error != NULL ? error->message : NULL;

  reading = g_ptr_array_index (readings, 0);

  return is_too_far (annals_date_get_span (reading->date))
             ? _ ("It reaches further than time can be reckoned with here, 292 billion years.")
             : NULL;
}

static void
append_date (GString *out, const AnnalsDate *date)
{
  const AnnalsSpan *span = annals_date_get_span (date);
  g_autofree gchar *words = annals_date_dup_words (date, ANNALS_WORDS_LONG);

  append_member (out, "edtf", annals_date_get_edtf (date));
  append_name (out, "level");
  g_string_append_c (out, (gchar) ('0' + annals_date_get_level (date)));
  append_bound (out, "earliest", span->begin_earliest, &span->begin);
  append_bound (out, "begin_latest", span->begin_latest, &span->begin);
  append_bound (out, "end_earliest", span->end_earliest, &span->end);
  append_bound (out, "latest", span->end_latest, &span->end);
  append_member (out, "words", words);
}

static void
append_no_date (GString *out)
{
  static const gchar *const names[] = {
    "edtf", "level", "earliest", "begin_latest", "end_earliest", "latest", "words",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    append_member (out, names[i], NULL);
}

/**
 * annals_cli_date_append_json:
 * @out: where to write
 * @input: what was typed
 * @readings: (nullable) (element-type AnnalsDateReading): how it is understood
 * @error: (nullable): why it is not
 *
 * Writes one object and a line end. The bounds are ISO dates with astronomical years, `open`,
 * `unknown`, or null where there is no date or one too far away, which the error then says though
 * the date is valid; the alternatives are EDTF.
 */
void
annals_cli_date_append_json (GString *out,
                             const gchar *input,
                             GPtrArray *readings,
                             const GError *error)
{
  g_autofree gchar *valid = g_utf8_validate (input, -1, NULL) ? NULL
                                                              : g_utf8_make_valid (input, -1);

  g_string_append_c (out, '{');
  append_member (out, "input", valid != NULL ? valid : input);
  append_name (out, "valid");
  g_string_append (out, readings != NULL ? "true" : "false");
  if (readings != NULL)
    append_date (out, ((const AnnalsDateReading *) g_ptr_array_index (readings, 0))->date);
  else
    append_no_date (out);

  append_name (out, "alternatives");
  g_string_append_c (out, '[');
  for (guint i = 1; readings != NULL && i < readings->len; i++)
    {
      const AnnalsDateReading *reading = g_ptr_array_index (readings, i);

      if (i > 1)
        g_string_append_c (out, ',');
      append_string (out, annals_date_get_edtf (reading->date));
    }
  g_string_append_c (out, ']');
  append_member (out, "error", get_remark (readings, error));
  g_string_append (out, "}\n");
}
