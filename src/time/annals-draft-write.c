/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-draft-write.h"

/* EDTF, written piece by piece. */

/* Begins with a year. */
void
annals_draft_put_year (gchar *edtf, gint64 year)
{
  if (ABS (year) > 9999)
    g_snprintf (edtf, ANNALS_TYPED_EDTF_BYTES, "Y%" G_GINT64_FORMAT, year);
  else
    g_snprintf (edtf, ANNALS_TYPED_EDTF_BYTES, "%s%04" G_GINT64_FORMAT, year < 0 ? "-" : "",
                ABS (year));
}

void
annals_draft_append (gchar *edtf, const gchar *more)
{
  g_strlcat (edtf, more, ANNALS_TYPED_EDTF_BYTES);
}

static void
append_field (gchar *edtf, gint number)
{
  gchar field[16];

  g_snprintf (field, sizeof field, number < 0 ? "-XX" : "-%02d", number);
  annals_draft_append (edtf, field);
}

static void
append_qualifiers (gchar *edtf, guint qualifiers)
{
  static const gchar *const signs[] = { "", "?", "~", "%" };

  annals_draft_append (edtf, signs[qualifiers & 3]);
}

/* Begins with a date; a month or a day of 0 is left out. */
void
annals_draft_put_date (gchar *edtf, gint64 year, gint month, gint day)
{
  annals_draft_put_year (edtf, year);
  if (month != 0)
    append_field (edtf, month);
  if (day != 0)
    append_field (edtf, day);
}

/* The time of day of @draft. */
void
annals_draft_append_time (gchar *edtf, const AnnalsDraft *draft)
{
  gchar time[16];

  g_snprintf (time, sizeof time, "T%02d:%02d:%02d", draft->hour, draft->minute, draft->second);
  annals_draft_append (edtf, time);
  annals_draft_append (edtf, draft->zone);
}

/* Both ends get the qualifiers; without a range the end is the begin. */
gboolean
annals_draft_write_ends (AnnalsTypedItem *item, guint qualifiers)
{
  append_qualifiers (item->begin, qualifiers);
  if (item->is_range)
    append_qualifiers (item->end, qualifiers);
  else
    g_strlcpy (item->end, item->begin, sizeof item->end);

  return TRUE;
}

/* From one year to another, or one alone. */
gboolean
annals_draft_write_years (AnnalsTypedItem *item, gint64 first, gint64 last, guint qualifiers)
{
  item->is_range = first != last;
  annals_draft_put_year (item->begin, first);
  annals_draft_put_year (item->end, last);

  return annals_draft_write_ends (item, qualifiers);
}
