/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-edtf.h"

/* Writing EDTF in its canonical form, and telling which level of it something needs. Qualifiers are
 * written on the right of a part where they count for all that stands to its left, and on the left
 * of those parts that bear more than that; so a date has one form only. */

static const gchar qualifier_sign[] = { '\0', '?', '~', '%' };

static void
append_sign (GString *string, guint qualifiers)
{
  if (qualifiers != 0)
    g_string_append_c (string, qualifier_sign[qualifiers]);
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

enum
{
  PART_YEAR,
  PART_MONTH,
  PART_DAY,
  N_PARTS,
};

/* Tells what stands on either side of each part. */
static void
place_qualifiers (const AnnalsEdtfDate *date, gint n_parts, guint left[], guint right[])
{
  const guint borne[N_PARTS] = { date->year_qualifiers, date->month_qualifiers,
                                 date->day_qualifiers };
  gboolean has_left = FALSE;
  guint covered = 0;

  for (gint part = n_parts - 1; part >= 0; part--)
    {
      guint common = borne[0];

      for (gint i = 1; i <= part; i++)
        common &= borne[i];
      right[part] = common & ~covered;
      covered |= common;
      left[part] = borne[part] & ~covered;
      has_left = has_left || left[part] != 0;
    }

  /* A year by itself among parts that have theirs on the left. */
  if (has_left && n_parts > 1)
    {
      left[PART_YEAR] = right[PART_YEAR];
      right[PART_YEAR] = 0;
    }
}

static void
append_date (GString *string, const AnnalsEdtfDate *date)
{
  const gchar *const texts[N_PARTS] = { date->year_text, date->month_text, date->day_text };
  const gsize lengths[N_PARTS] = { date->n_year_bytes, 2, 2 };
  gint n_parts = date->month_text == NULL ? 1 : date->day_text == NULL ? 2 : N_PARTS;
  guint left[N_PARTS] = { 0 };
  guint right[N_PARTS] = { 0 };

  place_qualifiers (date, n_parts, left, right);
  for (gint part = 0; part < n_parts; part++)
    {
      if (part > 0)
        g_string_append_c (string, '-');
      append_sign (string, left[part]);
      g_string_append_len (string, texts[part], (gssize) lengths[part]);
      append_sign (string, right[part]);
    }
  if (date->has_time)
    append_time (string, date);
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
get_end_level (AnnalsEndState state, const AnnalsEdtfDate *date)
{
  return state == ANNALS_END_KNOWN ? date->level : 1;
}

/**
 * annals_edtf_dup_canonical:
 * @edtf: a date taken apart
 *
 * Writes @edtf in its canonical form: without spaces, and with each qualifier once, see above.
 *
 * Returns: (transfer full): the string
 */
gchar *
annals_edtf_dup_canonical (const AnnalsEdtf *edtf)
{
  GString *string = g_string_new (NULL);
  const AnnalsEdtfItem *item = &edtf->only;

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
      for (guint i = 0; i < annals_edtf_get_n_items (edtf); i++)
        {
          AnnalsEdtfItem member;

          if (i > 0)
            g_string_append_c (string, ',');
          annals_edtf_get_item (edtf, i, &member);
          append_member (string, &member);
        }
      g_string_prepend_c (string, edtf->kind == ANNALS_SPAN_ONE_OF ? '[' : '{');
      g_string_append_c (string, edtf->kind == ANNALS_SPAN_ONE_OF ? ']' : '}');
      break;
    default:
      g_assert_not_reached ();
    }

  return g_string_free (string, FALSE);
}

/* The Library of Congress puts an interval from an unspecified day to a known one, such as
 * 2004-06-XX/2004-07-03, into level 2, though level 1 has both of its ends. */
static gboolean
is_unspecified_day_to_day (const AnnalsEdtfItem *item)
{
  return item->is_range && item->begin.month > 0 && item->begin.day == ANNALS_EDTF_UNSPECIFIED
         && item->end.day > 0;
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
  const AnnalsEdtfItem *item = &edtf->only;

  if (edtf->kind == ANNALS_SPAN_ONE_OF || edtf->kind == ANNALS_SPAN_ALL_OF
      || is_unspecified_day_to_day (item))
    return 2;

  return MAX (get_end_level (item->begin_state, &item->begin),
              get_end_level (item->end_state, &item->end));
}
