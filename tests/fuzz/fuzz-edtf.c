/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-date.h"

/* Feeds bytes to the reader of EDTF. What is read must mean something sound, and be written so that
 * it is read again as the same. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_date (const AnnalsDate *date)
{
  const AnnalsSpan *span = annals_date_get_span (date);
  g_autofree gchar *words = annals_date_dup_words (date, ANNALS_WORDS_LONG);
  g_autofree gchar *short_words = annals_date_dup_words (date, ANNALS_WORDS_SHORT);
  g_autofree gchar *canonical = annals_date_dup_canonical (date);
  g_autofree gchar *canonical_again = NULL;
  g_autoptr (AnnalsDate) again = annals_date_new_from_edtf (annals_date_get_edtf (date), NULL);
  g_autoptr (AnnalsDate) same = annals_date_new_from_edtf (canonical, NULL);
  AnnalsSpan reckoned;

  g_assert_true (*words != '\0' && g_utf8_validate (words, -1, NULL));
  g_assert_true (*short_words != '\0');
  g_assert_cmpint (span->begin_earliest, <=, span->end_latest);
  g_assert_cmpint (span->begin_earliest, <=, span->begin_latest);
  g_assert_cmpint (span->end_earliest, <=, span->end_latest);
  g_assert_true (annals_span_from_edtf (&reckoned, annals_date_get_edtf (date), NULL));
  g_assert_cmpint (annals_span_compare (span, &reckoned), ==, 0);
  g_assert_nonnull (same);
  g_assert_cmpint (annals_span_compare (span, annals_date_get_span (same)), ==, 0);
  canonical_again = annals_date_dup_canonical (same);
  g_assert_cmpstr (canonical, ==, canonical_again);
  for (guint i = 0; i < annals_date_get_n_members (date); i++)
    {
      const AnnalsSpan *member = annals_date_get_member (date, i);

      g_assert_cmpint (member->begin_earliest, >=, span->begin_earliest);
      g_assert_cmpint (member->end_latest, <=, span->end_latest);
    }
  g_assert_nonnull (again);
  g_assert_cmpint (annals_span_compare (span, annals_date_get_span (again)), ==, 0);
  g_assert_cmpstr (annals_date_get_edtf (date), ==, annals_date_get_edtf (again));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree gchar *text = g_strndup ((const gchar *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (text, &error);

  g_assert_true ((date == NULL) == (error != NULL));
  if (date != NULL)
    check_date (date);
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL));

  return 0;
}
