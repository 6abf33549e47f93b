/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-edtf.h"

/* Writing EDTF, and telling which level of it something needs. */

static const gchar qualifier_sign[] = { '\0', '?', '~', '%' };

static void
append_field (GString *string, gint value)
{
  if (value == ANNALS_EDTF_UNSPECIFIED)
    g_string_append (string, "-XX");
  else if (value != ANNALS_EDTF_ABSENT)
    g_string_append_printf (string, "-%02d", value);
}

static void
append_year (GString *string, const AnnalsEdtfDate *date)
{
  gint64 magnitude = ABS (date->year);

  if (magnitude > 9999)
    g_string_append_c (string, 'Y');
  if (date->negative)
    g_string_append_c (string, '-');
  g_string_append_printf (string, "%04" G_GINT64_FORMAT, magnitude);

  for (gint i = 1; i <= date->n_unspecified; i++)
    string->str[string->len - i] = 'X';
}

static void
append_time (GString *string, const AnnalsEdtfDate *date)
{
  gchar sign = date->zone_is_west ? '-' : '+';
  gint hours = date->zone_minutes / 60;

  g_string_append_printf (string, "T%02d:%02d:%02d", date->hour, date->minute, date->second);
  if (date->zone == ANNALS_EDTF_ZONE_UTC)
    g_string_append_c (string, 'Z');
  else if (date->zone == ANNALS_EDTF_ZONE_HOURS)
    g_string_append_printf (string, "%c%02d", sign, hours);
  else if (date->zone == ANNALS_EDTF_ZONE_HOURS_AND_MINUTES)
    g_string_append_printf (string, "%c%02d:%02d", sign, hours, date->zone_minutes % 60);
}

static void
append_date (GString *string, const AnnalsEdtfDate *date)
{
  append_year (string, date);
  append_field (string, date->month);
  append_field (string, date->day);
  if (date->has_time)
    append_time (string, date);
  if (date->qualifiers != ANNALS_QUALIFIER_NONE)
    g_string_append_c (string, qualifier_sign[date->qualifiers]);
}

static void
append_interval_end (GString *string, AnnalsEndState state, const AnnalsEdtfDate *date)
{
  if (state == ANNALS_END_OPEN)
    g_string_append (string, "..");
  else if (state == ANNALS_END_KNOWN)
    append_date (string, date);
}

static void
append_member (GString *string, const AnnalsEdtfItem *item)
{
  if (item->begin_state == ANNALS_END_KNOWN)
    append_date (string, &item->begin);
  if (!item->is_range)
    return;

  g_string_append (string, "..");
  if (item->end_state == ANNALS_END_KNOWN)
    append_date (string, &item->end);
}

static gint
get_date_level (const AnnalsEdtfDate *date)
{
  gboolean is_plain = !date->negative && date->year <= 9999 && date->n_unspecified == 0
                      && date->month >= 0 && date->month <= 12 && date->day >= 0
                      && date->qualifiers == ANNALS_QUALIFIER_NONE;

  return is_plain ? 0 : 1;
}

static gint
get_end_level (AnnalsEndState state, const AnnalsEdtfDate *date)
{
  return state == ANNALS_END_KNOWN ? get_date_level (date) : 1;
}

/**
 * annals_edtf_dup_string:
 * @edtf: a date taken apart
 *
 * Writes @edtf in the one form that it has in EDTF, without spaces.
 *
 * Returns: (transfer full): the string
 */
gchar *
annals_edtf_dup_string (const AnnalsEdtf *edtf)
{
  GString *string = g_string_new (NULL);
  const AnnalsEdtfItem *item = annals_edtf_get_item (edtf, 0);

  switch (edtf->kind)
    {
    case ANNALS_SPAN_MOMENT:
      append_date (string, &item->begin);
      break;
    case ANNALS_SPAN_PERIOD:
      append_interval_end (string, item->begin_state, &item->begin);
      g_string_append_c (string, '/');
      append_interval_end (string, item->end_state, &item->end);
      break;
    case ANNALS_SPAN_ONE_OF:
    case ANNALS_SPAN_ALL_OF:
      for (guint i = 0; i < edtf->items->len; i++)
        {
          if (i > 0)
            g_string_append_c (string, ',');
          append_member (string, annals_edtf_get_item (edtf, i));
        }
      g_string_prepend_c (string, edtf->kind == ANNALS_SPAN_ONE_OF ? '[' : '{');
      g_string_append_c (string, edtf->kind == ANNALS_SPAN_ONE_OF ? ']' : '}');
      break;
    default:
      g_assert_not_reached ();
    }

  return g_string_free (string, FALSE);
}

/**
 * annals_edtf_get_level:
 * @edtf: a date taken apart
 *
 * Returns: the lowest level of EDTF that has all of what @edtf uses: 0, 1 or 2
 */
gint
annals_edtf_get_level (const AnnalsEdtf *edtf)
{
  const AnnalsEdtfItem *item = annals_edtf_get_item (edtf, 0);

  if (edtf->kind == ANNALS_SPAN_ONE_OF || edtf->kind == ANNALS_SPAN_ALL_OF)
    return 2;

  return MAX (get_end_level (item->begin_state, &item->begin),
              get_end_level (item->end_state, &item->end));
}

/**
 * annals_edtf_get_item:
 * @edtf: a date taken apart
 * @index: which of its items
 *
 * Returns: (transfer none): the item
 */
AnnalsEdtfItem *
annals_edtf_get_item (const AnnalsEdtf *edtf, guint index)
{
  return &g_array_index (edtf->items, AnnalsEdtfItem, index);
}
