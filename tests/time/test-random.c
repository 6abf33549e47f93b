/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-date.h"

/* What holds for every date, tried on many written at random. Repeat a failure with the seed that
 * the test prints (--seed). */

#define N_DATES 20000
#define N_TRIPLES 200000
#define N_NOISE 200000
#define N_FORMS 12
#define FORM_DAY 2

static void
append_qualifier (GString *string)
{
  static const gchar *const qualifiers[] = { "", "", "", "?", "~", "%" };

  g_string_append (string, qualifiers[g_test_rand_int_range (0, G_N_ELEMENTS (qualifiers))]);
}

/* Makes some digits of the day that is written at the place unknown. */
static void
mask_digits (GString *string, gsize place)
{
  static const gsize digits[] = { 0, 1, 2, 3, 5, 6, 8, 9 };

  for (gint n = g_test_rand_int_range (1, 4); n > 0; n--)
    string->str[place + digits[g_test_rand_int_range (0, G_N_ELEMENTS (digits))]] = 'X';
}

static gint
append_date (GString *string, gint form)
{
  gint year = g_test_rand_int_range (1, 10000);
  const gchar *sign = g_test_rand_bit () ? "" : "-";
  gint month = g_test_rand_int_range (1, 13);
  gint day = g_test_rand_int_range (1, 29);

  switch (form)
    {
    case 0:
      g_string_append_printf (string, "%s%04d", sign, year);
      break;
    case 1:
      g_string_append_printf (string, "%s%04d-%02d", sign, year, month);
      break;
    case FORM_DAY:
      g_string_append_printf (string, "%s%04d-%02d-%02d", sign, year, month, day);
      break;
    case 3:
      g_string_append_printf (string, "%s%04d-%d", sign, year, g_test_rand_int_range (21, 25));
      break;
    case 4:
      g_string_append_printf (string, "%s%03dX", sign, year / 10);
      break;
    case 5:
      g_string_append_printf (string, "%s%02dXX", sign, year / 100);
      break;
    case 6:
      g_string_append_printf (string, "%s%04d-%02d-XX", sign, year, month);
      break;
    case 7:
      g_string_append_printf (string, "%s%04d-%02d-%02d", sign, year, month, day);
      mask_digits (string, string->len - strlen ("1973-10-17"));
      break;
    case 8:
      g_string_append_printf (string, "%s%04d-%d", sign, year, g_test_rand_int_range (25, 42));
      break;
    case 9:
      g_string_append_printf (string, "%s%04dS%d", sign, year, g_test_rand_int_range (1, 6));
      break;
    case 10:
      g_string_append_printf (string, "Y%s%dE%d", sign, year, g_test_rand_int_range (1, 20));
      break;
    default:
      g_string_append_printf (string, "Y%s%d", sign,
                              10000 + g_test_rand_int_range (0, G_MAXINT / 2));
      break;
    }

  return form;
}

static gchar *
dup_random_edtf (void)
{
  GString *string = g_string_new (NULL);
  gint shape = g_test_rand_int_range (0, 4);
  gint n_members = g_test_rand_int_range (1, 5);

  if (shape == 0)
    {
      append_date (string, g_test_rand_int_range (0, N_FORMS));
      append_qualifier (string);
      return g_string_free (string, FALSE);
    }
  if (shape == 1)
    {
      for (gint i = 0; i < 2; i++)
        {
          gint state = g_test_rand_int_range (0, 6);

          if (i == 1)
            g_string_append_c (string, '/');
          if (state == 0)
            g_string_append (string, "..");
          else if (state > 1)
            append_date (string, g_test_rand_int_range (0, N_FORMS));
        }
      return g_string_free (string, FALSE);
    }

  g_string_append (string, shape == 2 ? "[" : "{");
  if (g_test_rand_int_range (0, 4) == 0)
    g_string_append (string, "..");
  for (gint i = 0; i < n_members; i++)
    {
      gint form = append_date (string, g_test_rand_int_range (0, N_FORMS));

      if (i > 0 && g_test_rand_bit ())
        {
          g_string_append (string, "..");
          append_date (string, form);
        }
      g_string_append (string, i + 1 < n_members ? "," : "");
    }
  if (g_test_rand_int_range (0, 4) == 0)
    g_string_append (string, "..");
  g_string_append (string, shape == 2 ? "]" : "}");

  return g_string_free (string, FALSE);
}

static gboolean
is_random_order_error (const GError *error)
{
  return g_error_matches (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_ORDER)
         || g_error_matches (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_SYNTAX);
}

static void
check_span (const AnnalsSpan *span)
{
  g_assert_cmpint (span->begin_earliest, <=, span->begin_latest);
  g_assert_cmpint (span->end_earliest, <=, span->end_latest);
  g_assert_cmpint (annals_span_get_earliest (span), <=, annals_span_get_latest (span));
  g_assert_cmpint (span->begin_latest, <=,
                   span->kind == ANNALS_SPAN_PERIOD ? ANNALS_INSTANT_MAX : span->end_latest);
  g_assert_true (annals_span_overlaps (span, span->begin_earliest, span->end_latest));
}

static void
check_canonical (const AnnalsDate *date)
{
  g_autofree gchar *canonical = annals_date_dup_canonical (date);
  g_autoptr (AnnalsDate) same = annals_date_new_from_edtf (canonical, NULL);
  g_autofree gchar *again = NULL;
  AnnalsSpan span;

  g_assert_nonnull (same);
  again = annals_date_dup_canonical (same);
  g_assert_cmpstr (again, ==, canonical);
  g_assert_cmpint (annals_span_compare (annals_date_get_span (date), annals_date_get_span (same)),
                   ==, 0);
  g_assert_true (annals_span_from_edtf (&span, canonical, NULL));
  g_assert_cmpint (annals_span_compare (annals_date_get_span (date), &span), ==, 0);
}

static GPtrArray *
get_random_dates (void)
{
  GPtrArray *dates = g_ptr_array_new_with_free_func ((GDestroyNotify) annals_date_unref);
  guint n_refused = 0;

  while (dates->len < N_DATES)
    {
      g_autofree gchar *edtf = dup_random_edtf ();
      g_autoptr (GError) error = NULL;
      AnnalsDate *date = annals_date_new_from_edtf (edtf, &error);

      if (date == NULL)
        {
          g_assert_true (is_random_order_error (error));
          n_refused++;
          continue;
        }

      g_assert_cmpstr (annals_date_get_edtf (date), ==, edtf);
      g_ptr_array_add (dates, date);
    }

  g_test_message ("%u refused", n_refused);

  return dates;
}

static void
test_bounds (void)
{
  g_autoptr (GPtrArray) dates = get_random_dates ();

  for (guint i = 0; i < dates->len; i++)
    {
      const AnnalsDate *date = g_ptr_array_index (dates, i);
      const AnnalsSpan *span = annals_date_get_span (date);
      g_autofree gchar *words = annals_date_dup_words (date, ANNALS_WORDS_LONG);

      if (g_test_verbose ())
        g_test_message ("%s", annals_date_get_edtf (date));
      g_assert_cmpstr (words, !=, "");
      check_span (span);
      check_canonical (date);
      for (guint j = 0; j < annals_date_get_n_members (date); j++)
        {
          const AnnalsSpan *member = annals_date_get_member (date, j);

          check_span (member);
          g_assert_cmpint (member->begin_earliest, >=, span->begin_earliest);
          g_assert_cmpint (member->end_latest, <=, span->end_latest);
        }
    }
}

static const AnnalsSpan *
get_random_span (GPtrArray *dates)
{
  return annals_date_get_span (
      g_ptr_array_index (dates, g_test_rand_int_range (0, (gint) dates->len)));
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) dates = get_random_dates ();

  for (guint i = 0; i < N_TRIPLES; i++)
    {
      const AnnalsSpan *a = get_random_span (dates);
      const AnnalsSpan *b = get_random_span (dates);
      const AnnalsSpan *c = get_random_span (dates);
      gint order = annals_span_compare (a, b);

      g_assert_cmpint (annals_span_compare (a, a), ==, 0);
      g_assert_cmpint (annals_span_compare (b, a), ==, -order);
      if (order <= 0 && annals_span_compare (b, c) <= 0)
        g_assert_cmpint (annals_span_compare (a, c), <=, 0);
      if (a->begin_earliest < b->begin_earliest)
        g_assert_cmpint (order, <, 0);
    }
}

static AnnalsInstant
get_random_bound (const AnnalsSpan *span)
{
  const AnnalsInstant bounds[] = { span->begin_earliest, span->begin_latest, span->end_earliest,
                                   span->end_latest };
  AnnalsInstant bound = bounds[g_test_rand_int_range (0, G_N_ELEMENTS (bounds))];

  /* Just there, or a second beside it. */
  return annals_instant_is_open (bound) ? bound : bound + g_test_rand_int_range (-1, 2);
}

/* What lies certainly within may lie within, and what may lie within overlaps; more time holds no
 * less; of a set, no member is let through that its bounds do not. */
static void
check_within (const AnnalsDate *date, AnnalsInstant first, AnnalsInstant last)
{
  const AnnalsSpan *span = annals_date_get_span (date);
  gboolean strict = FALSE;

  for (guint within = 0; within < ANNALS_N_WITHINS; within++)
    {
      gboolean is_within = annals_date_is_within (date, first, last, within);

      g_assert_true (!strict || is_within);
      g_assert_true (!is_within || annals_span_is_within (span, first, last, within));
      g_assert_true (!is_within || annals_date_is_within (date, first, MAX (last, 0), within));
      g_assert_true (!is_within || annals_date_is_within (date, first, ANNALS_INSTANT_MAX, within));
      g_assert_true (!is_within || annals_date_is_within (date, ANNALS_INSTANT_MIN, last, within));
      strict = is_within;
    }
  for (guint within = 0; within < ANNALS_N_WITHINS; within++)
    g_assert_true (annals_date_is_within (date, ANNALS_INSTANT_MIN, ANNALS_INSTANT_MAX, within));
}

static void
test_within (void)
{
  g_autoptr (GPtrArray) dates = get_random_dates ();
  guint n_within[ANNALS_N_WITHINS] = { 0 };

  for (guint i = 0; i < N_TRIPLES; i++)
    {
      const AnnalsDate *date = g_ptr_array_index (dates, i % dates->len);
      const AnnalsSpan *span = annals_date_get_span (date);
      AnnalsInstant a = get_random_bound (g_test_rand_bit () ? span : get_random_span (dates));
      AnnalsInstant b = get_random_bound (g_test_rand_bit () ? span : get_random_span (dates));

      if (g_test_verbose ())
        g_test_message ("%s", annals_date_get_edtf (date));
      check_within (date, MIN (a, b), MAX (a, b));
      for (guint within = 0; within < ANNALS_N_WITHINS; within++)
        n_within[within] += annals_date_is_within (date, MIN (a, b), MAX (a, b), within);
    }
  g_assert_cmpuint (n_within[ANNALS_WITHIN_CERTAIN], >, 0);
  g_assert_cmpuint (n_within[ANNALS_WITHIN_CERTAIN], <, n_within[ANNALS_WITHIN_POSSIBLE]);
  g_assert_cmpuint (n_within[ANNALS_WITHIN_POSSIBLE], <, n_within[ANNALS_WITHIN_OVERLAPPING]);
  g_assert_cmpuint (n_within[ANNALS_WITHIN_OVERLAPPING], <, N_TRIPLES);
}

/* A second from a stretch, any when it is short, an end of it when it is open. */
static AnnalsInstant
get_random_instant (AnnalsInstant first, AnnalsInstant last)
{
  guint64 length = (guint64) last - (guint64) first;
  gdouble part = g_test_rand_double_range (0.0, 1.0);

  if (length > G_MAXINT64 / 2 || g_test_rand_int_range (0, 4) == 0)
    return g_test_rand_bit () ? first : last;
  return MIN (last, first + (gint64) (part * (gdouble) length));
}

/* A period that began and ended at seconds that its bounds allow: where it lies in a range as it
 * was, it may lie there; where it certainly lies there, it does as it was. */
static void
test_within_as_it_was (void)
{
  g_autoptr (GPtrArray) dates = get_random_dates ();
  guint n_compared = 0;

  for (guint i = 0; i < N_TRIPLES; i++)
    {
      const AnnalsSpan *span = annals_date_get_span (g_ptr_array_index (dates, i % dates->len));
      AnnalsInstant begin = get_random_instant (span->begin_earliest, span->begin_latest);
      AnnalsInstant end = get_random_instant (span->end_earliest, span->end_latest);
      AnnalsInstant a = get_random_bound (span);
      AnnalsInstant b = get_random_bound (span);
      AnnalsInstant first = MIN (a, b);
      AnnalsInstant last = MAX (a, b);

      if (span->kind != ANNALS_SPAN_PERIOD || begin > end)
        continue;
      n_compared++;
      if (begin >= first && end <= last)
        g_assert_true (annals_span_is_within (span, first, last, ANNALS_WITHIN_POSSIBLE));
      else
        g_assert_false (annals_span_is_within (span, first, last, ANNALS_WITHIN_CERTAIN));
    }
  g_assert_cmpuint (n_compared, >, 0);
}

/* A day lies within whatever says less of it: fewer parts, fewer digits. */
static void
test_coarsening (void)
{
  for (guint i = 0; i < N_DATES; i++)
    {
      g_autoptr (GString) fine = g_string_new (NULL);
      g_autoptr (GString) coarse = NULL;
      AnnalsSpan inner;
      AnnalsSpan outer;

      append_date (fine, FORM_DAY);
      coarse = g_string_new (fine->str);
      mask_digits (coarse, *fine->str == '-');
      if (g_test_rand_int_range (0, 3) == 0)
        g_string_truncate (coarse, coarse->len - strlen ("-01"));
      append_qualifier (coarse);

      g_assert_true (annals_span_from_edtf (&inner, fine->str, NULL));
      g_assert_true (annals_span_from_edtf (&outer, coarse->str, NULL));
      g_assert_cmpint (outer.begin_earliest, <=, inner.begin_earliest);
      g_assert_cmpint (outer.end_latest, >=, inner.end_latest);
    }
}

/* Whatever is read is written as it came, spaces aside, and read again; whatever is not has a
 * reason. */
static void
test_noise (void)
{
  static const gchar alphabet[] = "0123456789019-/.,[]{}?~%XYTZ: +ES";
  guint n_read = 0;

  for (guint i = 0; i < N_NOISE; i++)
    {
      g_autofree gchar *edtf = dup_random_edtf ();
      gsize length = strlen (edtf);
      g_autoptr (GError) error = NULL;
      g_autoptr (AnnalsDate) date = NULL;
      g_autoptr (AnnalsDate) again = NULL;

      for (gint n = g_test_rand_int_range (1, 3); n > 0 && length > 0; n--)
        edtf[g_test_rand_int_range (0, (gint) length)]
            = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];

      date = annals_date_new_from_edtf (edtf, &error);
      g_assert_true ((date == NULL) == (error != NULL));
      if (date == NULL)
        continue;

      n_read++;
      check_span (annals_date_get_span (date));
      if (strchr (edtf, ' ') == NULL)
        g_assert_cmpstr (annals_date_get_edtf (date), ==, edtf);
      again = annals_date_new_from_edtf (annals_date_get_edtf (date), NULL);
      g_assert_nonnull (again);
      g_assert_cmpint (
          annals_span_compare (annals_date_get_span (date), annals_date_get_span (again)), ==, 0);
    }

  g_test_message ("%u of %u read", n_read, N_NOISE);
  g_assert_cmpuint (n_read, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/random/bounds", test_bounds);
  g_test_add_func ("/time/random/order", test_order);
  g_test_add_func ("/time/random/within", test_within);
  g_test_add_func ("/time/random/within-as-it-was", test_within_as_it_was);
  g_test_add_func ("/time/random/coarsening", test_coarsening);
  g_test_add_func ("/time/random/noise", test_noise);

  return g_test_run ();
}
