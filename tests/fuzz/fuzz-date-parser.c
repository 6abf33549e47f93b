/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-date-parser.h"

/* Feeds bytes to the reader of dates as people type them. Each reading is EDTF, there are not many
 * of them, and what is refused is refused with a sentence. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_reading (const AnnalsDateReading *reading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDate) again = annals_date_new_from_edtf (annals_date_get_edtf (reading->date),
                                                            &error);
  const AnnalsSpan *span = annals_date_get_span (reading->date);

  g_assert_no_error (error);
  g_assert_cmpint (span->begin_earliest, <=, span->end_latest);
  g_assert_true (reading->reason == NULL || g_utf8_validate (reading->reason, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static AnnalsDateParser *parsers[2];
  g_autofree gchar *text = g_strndup ((const gchar *) data, size);

  if (parsers[0] == NULL)
    {
      parsers[0] = annals_date_parser_new ("en_US");
      parsers[1] = annals_date_parser_new ("ja_JP");
    }
  for (guint i = 0; i < G_N_ELEMENTS (parsers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) readings = annals_date_parser_parse (parsers[i], text, &error);

      g_assert_true ((readings == NULL) == (error != NULL));
      g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
      g_assert_true (readings == NULL || (readings->len > 0 && readings->len <= 8));
      for (guint j = 0; readings != NULL && j < readings->len; j++)
        check_reading (g_ptr_array_index (readings, j));
    }

  return 0;
}
