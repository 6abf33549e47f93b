/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annals-tei-date.h"
#include "annals-xml-edit.h"

/*
 * The dates of TEI elements (att.datable). Native files keep the EDTF string in `when-custom`; the
 * attributes of XML Schema dates are written beside it for other programs, and read where there is
 * nothing better. XML Schema 1.0 has no year 0: what EDTF calls 0000 is -0001 there. The `-iso`
 * attributes count years as EDTF does.
 *
 * Rules of the TEI Guidelines that its RELAX NG does not hold: `when` excludes the others, `from`
 * excludes `notBefore`, `to` excludes `notAfter`.
 */

#define SECONDS_PER_YEAR (365 * ANNALS_SECONDS_PER_DAY)

/* In this order: when, notBefore, notAfter, from, to. */
enum
{
  WHEN,
  NOT_BEFORE,
  NOT_AFTER,
  FROM,
  TO,
  N_BOUNDS,
};

static const gchar *const BOUND_NAMES[N_BOUNDS] = { "when", "notBefore", "notAfter", "from", "to" };

/* A year as XML Schema 1.0 counts (no year 0) in the form of EDTF, or back. */
static gchar *
dup_year (gint64 year, const gchar *long_year_sign)
{
  const gchar *sign = year < 0 ? "-" : "";
  guint64 magnitude = year < 0 ? -(guint64) year : (guint64) year;

  return g_strdup_printf ("%s%s%04" G_GUINT64_FORMAT, magnitude > 9999 ? long_year_sign : "", sign,
                          magnitude);
}

/**
 * annals_tei_date_dup_edtf_from_xsd:
 * @value: a date as XML Schema writes it: `1612`, `-0044-03`, `1973-10-17`, with a time or a zone
 *
 * Rewrites a date of XML Schema 1.0 as EDTF. The time of day and the zone are left out.
 *
 * Returns: (transfer full) (nullable): the EDTF, which may still name an impossible day; or %NULL
 *   for what is no date with a year
 */
gchar *
annals_tei_date_dup_edtf_from_xsd (const gchar *value)
{
  g_autoptr (GRegex) regex = g_regex_new ("^(-?[0-9]{4,15})(-[0-9]{2}(?:-[0-9]{2})?)?"
                                          "(?:T[0-9:.]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})?$",
                                          0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree gchar *year = NULL;
  g_autofree gchar *rest = NULL;
  g_autofree gchar *edtf_year = NULL;
  gint64 number;

  g_return_val_if_fail (value != NULL, NULL);

  if (!g_regex_match (regex, value, 0, &match))
    return NULL;
  year = g_match_info_fetch (match, 1);
  rest = g_match_info_fetch (match, 2);
  number = g_ascii_strtoll (year, NULL, 10);
  if (number == 0)
    return NULL;
  edtf_year = dup_year (number < 0 ? number + 1 : number, "Y");
  return g_strconcat (edtf_year, rest, NULL);
}

static gchar *
dup_bound (const xmlNode *node, const gchar *name)
{
  g_autofree gchar *xsd = annals_xml_dup_attribute (node, name);
  g_autofree gchar *iso_name = g_strconcat (name, "-iso", NULL);

  if (xsd != NULL)
    return annals_tei_date_dup_edtf_from_xsd (xsd);
  return annals_xml_dup_attribute (node, iso_name);
}

/* The first or the last day of a date; %NULL when it is no date. */
static gchar *
dup_day (const gchar *edtf, gboolean is_last)
{
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (edtf, NULL);
  g_autofree gchar *year = NULL;
  const AnnalsSpan *span;
  AnnalsCivil civil;

  if (date == NULL)
    return NULL;
  span = annals_date_get_span (date);
  annals_instant_to_civil (is_last ? span->end_latest : span->begin_earliest, &civil);
  year = dup_year (civil.year, "Y");
  return g_strdup_printf ("%s-%02d-%02d", year, civil.month, civil.day);
}

/* A range whose ends are not equally fine, which EDTF does not have, is stated in days. */
static gchar *
dup_range (const gchar *not_before, const gchar *not_after)
{
  g_autofree gchar *first = NULL;
  g_autofree gchar *last = NULL;

  if (not_before != NULL && not_after != NULL && strlen (not_before) != strlen (not_after))
    {
      first = dup_day (not_before, FALSE);
      last = dup_day (not_after, TRUE);
    }
  if (first != NULL && last != NULL)
    {
      not_before = first;
      not_after = last;
    }
  return g_strdup_printf ("[%s..%s]", not_before != NULL ? not_before : "",
                          not_after != NULL ? not_after : "");
}

/* What a set of bounds says as EDTF. Of a period with one end given the other is unknown, not open:
 * TEI does not say that it goes on.
 */
static gchar *
dup_edtf_from_bounds (const xmlNode *node)
{
  gchar *bounds[N_BOUNDS] = { NULL };
  gchar *edtf = NULL;

  for (guint i = 0; i < N_BOUNDS; i++)
    bounds[i] = dup_bound (node, BOUND_NAMES[i]);
#define OR_NOTHING(bound) (bounds[bound] != NULL ? bounds[bound] : "")
  if (bounds[WHEN] != NULL)
    edtf = g_strdup (bounds[WHEN]);
  else if (bounds[FROM] != NULL || bounds[TO] != NULL)
    edtf = g_strconcat (OR_NOTHING (FROM), "/", OR_NOTHING (TO), NULL);
  else if (bounds[NOT_BEFORE] != NULL || bounds[NOT_AFTER] != NULL)
    edtf = dup_range (bounds[NOT_BEFORE], bounds[NOT_AFTER]);
#undef OR_NOTHING
  for (guint i = 0; i < N_BOUNDS; i++)
    g_free (bounds[i]);
  return edtf;
}

static gboolean
names_edtf (const gchar *method)
{
  g_autofree gchar *lower = method != NULL ? g_ascii_strdown (method, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, "edtf");
}

static gboolean
set_date_error (const AnnalsXmlSource *source,
                const xmlNode *node,
                const gchar *edtf,
                const GError *cause,
                GError **error)
{
  annals_xml_set_error (error, source, node, ANNALS_FORMATS_ERROR_CONTENT,
                        /* Translators: a date as the file writes it, then what is wrong with it. */
                        _ ("the date “%s” cannot be read: %s"), edtf, cause->message);
  return FALSE;
}

/* What is approximate may be off by the tolerance; whole years stay whole years. */
static AnnalsInstant
widen (AnnalsInstant instant, const AnnalsSpan *span, const AnnalsEnd *end, gint sign)
{
  gint64 tolerance_s = 0;
  gint64 n_years;
  AnnalsInstant widened;
  AnnalsCivil civil;

  if (annals_instant_is_open (instant) || !(end->qualifiers & ANNALS_QUALIFIER_APPROXIMATE))
    return instant;
  tolerance_s = annals_span_get_tolerance_s (span, end);
  if (sign < 0 ? __builtin_sub_overflow (instant, tolerance_s, &widened)
               : __builtin_add_overflow (instant, tolerance_s, &widened))
    return sign < 0 ? ANNALS_INSTANT_EARLIEST : ANNALS_INSTANT_LATEST;
  n_years = (tolerance_s + SECONDS_PER_YEAR / 2) / SECONDS_PER_YEAR;
  if (end->precision != ANNALS_PRECISION_YEAR || n_years == 0)
    return widened;
  annals_instant_to_civil (instant, &civil);
  civil.year += sign * n_years;
  return annals_instant_from_civil (&civil);
}

/* What the attributes say against one another. */

/* The attributes that do not count beside another one. */
static void
remark_excluded (const AnnalsXmlSource *source, const xmlNode *node)
{
  static const gint pairs[][2] = {
    { WHEN, NOT_BEFORE }, { WHEN, NOT_AFTER },  { WHEN, FROM },
    { WHEN, TO },         { FROM, NOT_BEFORE }, { TO, NOT_AFTER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree gchar *counts = dup_bound (node, BOUND_NAMES[pairs[i][0]]);
      g_autofree gchar *other = dup_bound (node, BOUND_NAMES[pairs[i][1]]);

      if (counts == NULL || other == NULL)
        continue;
      annals_xml_add_remark (source, node,
                             /* Translators: %1$s and %2$s are names of XML attributes. */
                             _ ("“%1$s” and “%2$s” exclude each other; “%1$s” counts."),
                             BOUND_NAMES[pairs[i][0]], BOUND_NAMES[pairs[i][1]]);
    }
}

/* Years, months and times of day that recur are dates to TEI. */
static gboolean
is_recurring (const gchar *value)
{
  return g_str_has_prefix (value, "--") || g_regex_match_simple ("^[0-9]{2}:[0-9]{2}", value, 0, 0);
}

static void
remark_unreadable (const AnnalsXmlSource *source, const xmlNode *node, const gchar *name)
{
  g_autofree gchar *value = annals_xml_dup_attribute (node, name);
  g_autofree gchar *edtf = value != NULL ? annals_tei_date_dup_edtf_from_xsd (value) : NULL;

  if (value == NULL || edtf != NULL || is_recurring (value))
    return;
  if (g_str_has_prefix (value, "0000") || g_str_has_prefix (value, "-0000"))
    annals_xml_add_remark (source, node,
                           /* Translators: %1$s is the name of an XML attribute, %2$s its value. */
                           _ ("“%1$s” is “%2$s”, but XML Schema has no year 0000; 1 BCE is -0001 "
                              "there. It is left out."),
                           name, value);
  else
    annals_xml_add_remark (source, node,
                           /* Translators: %1$s is the name of an XML attribute, %2$s its value. */
                           _ ("“%1$s” is “%2$s”, which is no date. It is left out."), name, value);
}

/* Of a value in both notations that of XML Schema counts. */
static void
remark_iso (const AnnalsXmlSource *source, const xmlNode *node, const gchar *name)
{
  g_autofree gchar *xsd = annals_xml_dup_attribute (node, name);
  g_autofree gchar *iso_name = g_strconcat (name, "-iso", NULL);
  g_autofree gchar *iso = annals_xml_dup_attribute (node, iso_name);
  g_autofree gchar *edtf = xsd != NULL ? annals_tei_date_dup_edtf_from_xsd (xsd) : NULL;
  AnnalsSpan a;
  AnnalsSpan b;

  if (edtf == NULL || iso == NULL || !annals_span_from_edtf (&a, edtf, NULL)
      || !annals_span_from_edtf (&b, iso, NULL)
      || annals_span_overlaps (&a, b.begin_earliest, b.end_latest))
    return;
  annals_xml_add_remark (source, node,
                         /* Translators: %1$s and %3$s are names of XML attributes, %2$s and %4$s
                            their values. */
                         _ ("“%1$s” is “%2$s” and “%3$s” is “%4$s”; “%1$s” counts."), name, xsd,
                         iso_name, iso);
}

/* Whether other attributes, which no program derived from the EDTF, leave no time for it. */
static void
remark_disagreeing (const AnnalsXmlSource *source,
                    const xmlNode *node,
                    const gchar *custom,
                    const AnnalsDate *date)
{
  const AnnalsSpan *span = annals_date_get_span (date);
  AnnalsInstant first = widen (span->begin_earliest, span, &span->begin, -1);
  AnnalsInstant last = widen (span->end_latest, span, &span->end, 1);

  for (guint i = 0; i < N_BOUNDS; i++)
    {
      g_autofree gchar *edtf = dup_bound (node, BOUND_NAMES[i]);
      AnnalsSpan bound;

      if (edtf == NULL || !annals_span_from_edtf (&bound, edtf, NULL))
        continue;
      if ((i == NOT_AFTER || i == TO || bound.begin_earliest <= last)
          && (i == NOT_BEFORE || i == FROM || bound.end_latest >= first))
        continue;
      annals_xml_add_remark (source, node,
                             /* Translators: %1$s is the name of an XML attribute, %2$s what its
                                value means, %3$s the value of another one. */
                             _ ("“%1$s” means %2$s, but “when-custom” is “%3$s”; “when-custom” "
                                "counts."),
                             BOUND_NAMES[i], edtf, custom);
      return;
    }
}

static void
remark_bounds (const AnnalsXmlSource *source, const xmlNode *node)
{
  if (source->remarks == NULL)
    return;

  for (guint i = 0; i < N_BOUNDS; i++)
    {
      remark_unreadable (source, node, BOUND_NAMES[i]);
      remark_iso (source, node, BOUND_NAMES[i]);
    }
  remark_excluded (source, node);
}

/**
 * annals_tei_date_read:
 * @source: the file
 * @node: an element with dates
 * @date: (out) (nullable) (transfer full): the date, or %NULL when the element has none
 * @error: an impossible date
 *
 * Reads the date of an element: its EDTF where it has one, or what its XML Schema or ISO attributes
 * say. Of the latter, forms that say no year are taken for no date. Attributes that contradict one
 * another are remarked on, and the one that counts is read: EDTF before all others, XML Schema
 * before ISO, `when` before the others.
 *
 * Returns: whether there was nothing wrong
 */
gboolean
annals_tei_date_read (const AnnalsXmlSource *source,
                      const xmlNode *node,
                      AnnalsDate **date,
                      GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree gchar *custom = annals_xml_dup_attribute (node, "when-custom");
  g_autofree gchar *method = annals_xml_dup_attribute (node, "datingMethod");
  g_autofree gchar *edtf = NULL;

  *date = NULL;
  if (custom != NULL && (method == NULL || names_edtf (method)))
    {
      *date = annals_date_new_from_edtf (custom, &cause);
      if (*date != NULL)
        {
          remark_disagreeing (source, node, custom, *date);
          return TRUE;
        }
      if (method != NULL)
        return set_date_error (source, node, custom, cause, error);
      g_clear_error (&cause);
    }
  remark_bounds (source, node);
  edtf = dup_edtf_from_bounds (node);
  if (edtf == NULL)
    return TRUE;
  *date = annals_date_new_from_edtf (edtf, &cause);
  if (*date == NULL && !g_error_matches (cause, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_SYNTAX))
    return set_date_error (source, node, edtf, cause, error);
  return TRUE;
}

/* An instant as XML Schema writes it, as fine as @precision; %NULL when it is beyond all bounds. */
static gchar *
dup_xsd (AnnalsInstant instant, AnnalsPrecision precision)
{
  AnnalsCivil civil;
  g_autofree gchar *year = NULL;

  if (instant <= ANNALS_INSTANT_EARLIEST || instant >= ANNALS_INSTANT_LATEST)
    return NULL;
  annals_instant_to_civil (instant, &civil);
  year = dup_year (civil.year > 0 ? civil.year : civil.year - 1, "");
  if (precision == ANNALS_PRECISION_YEAR)
    return g_steal_pointer (&year);
  if (precision == ANNALS_PRECISION_MONTH)
    return g_strdup_printf ("%s-%02d", year, civil.month);
  return g_strdup_printf ("%s-%02d-%02d", year, civil.month, civil.day);
}

static gboolean
is_whole_date (const AnnalsEnd *end)
{
  return end->precision == ANNALS_PRECISION_SECOND || end->precision == ANNALS_PRECISION_DAY
         || end->precision == ANNALS_PRECISION_MONTH || end->precision == ANNALS_PRECISION_YEAR;
}

static gchar *
dup_limit (AnnalsInstant instant, const AnnalsSpan *span, const AnnalsEnd *end, gint sign)
{
  return dup_xsd (widen (instant, span, end, sign),
                  is_whole_date (end) ? end->precision : ANNALS_PRECISION_DAY);
}

static void
derive_limits (const AnnalsSpan *span, gchar **values)
{
  values[NOT_BEFORE] = dup_limit (annals_span_get_earliest (span), span, &span->begin, -1);
  values[NOT_AFTER] = dup_limit (annals_span_get_latest (span), span, &span->end, 1);
}

static void
derive_values (const AnnalsSpan *span, gchar **values)
{
  gboolean is_exact = !(span->begin.qualifiers & ANNALS_QUALIFIER_APPROXIMATE);

  if (span->kind == ANNALS_SPAN_MOMENT && is_whole_date (&span->begin) && is_exact)
    {
      values[WHEN] = dup_xsd (span->begin_earliest, span->begin.precision);
      return;
    }
  if (span->kind != ANNALS_SPAN_PERIOD
      || (span->begin.state == ANNALS_END_KNOWN && !is_whole_date (&span->begin))
      || (span->end.state == ANNALS_END_KNOWN && !is_whole_date (&span->end)))
    {
      derive_limits (span, values);
      return;
    }
  if (span->begin.state == ANNALS_END_KNOWN)
    values[FROM] = dup_xsd (span->begin_earliest, span->begin.precision);
  if (span->end.state == ANNALS_END_KNOWN)
    values[TO] = dup_xsd (span->end_earliest, span->end.precision);
}

/**
 * annals_tei_date_write:
 * @node: an element with dates
 * @date: (nullable): its date; %NULL to remove it
 *
 * Writes the EDTF of @date and derives the attributes of XML Schema dates from it. A moment is a
 * `when` where it is a whole day, month or year; a period of such has `from` and `to`; everything
 * else, and a moment that is only approximate, is between `notBefore` and `notAfter`.
 */
void
annals_tei_date_write (xmlNode *node, const AnnalsDate *date)
{
  g_autofree gchar *method = annals_xml_dup_attribute (node, "datingMethod");
  gchar *values[N_BOUNDS] = { NULL };

  if (date != NULL)
    derive_values (annals_date_get_span (date), values);
  annals_xml_set_attribute (node, "when-custom", date != NULL ? annals_date_get_edtf (date) : NULL);
  if (date == NULL)
    annals_xml_set_attribute (node, "datingMethod", NULL);
  else if (!names_edtf (method))
    annals_xml_set_attribute (node, "datingMethod", "#edtf");
  for (guint i = 0; i < N_BOUNDS; i++)
    {
      annals_xml_set_attribute (node, BOUND_NAMES[i], values[i]);
      g_free (values[i]);
    }
}

/**
 * annals_tei_date_is_native:
 * @node: an element with dates
 *
 * Returns: whether its date is written as EDTF, so that the other attributes are derived from it
 */
gboolean
annals_tei_date_is_native (const xmlNode *node)
{
  g_autofree gchar *custom = annals_xml_dup_attribute (node, "when-custom");
  g_autofree gchar *method = annals_xml_dup_attribute (node, "datingMethod");

  return custom != NULL && names_edtf (method);
}
