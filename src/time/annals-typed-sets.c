/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "annals-typed.h"

/* Sets of EDTF, of which the members have to be equally fine. */

/**
 * annals_typed_write_without_season:
 * @date: a date in EDTF
 * @is_end: whether it is the end of a range
 * @written: (out caller-allocates): room for %ANNALS_TYPED_EDTF_BYTES
 *
 * Writes a date for a set: a season cannot be in one; its first or last month can.
 */
void
annals_typed_write_without_season (const gchar *date, gboolean is_end, gchar *written)
{
  AnnalsSpan span;
  AnnalsCivil civil;
  gsize length = strcspn (date, "?~%");
  const gchar *month = length > 5 && date[length - 3] == '-' ? date + length - 2 : NULL;

  g_strlcpy (written, date, ANNALS_TYPED_EDTF_BYTES);
  if (month == NULL || strtol (month, NULL, 10) < ANNALS_EDTF_SEASON_FIRST
      || strspn (date + (*date == '-'), "0123456789") != 4 || length != 7 + (*date == '-')
      || !annals_span_from_edtf (&span, date, NULL))
    return;

  annals_instant_to_civil (is_end ? span.end_latest : span.begin_earliest, &civil);
  g_snprintf (written, ANNALS_TYPED_EDTF_BYTES, "%s%04" G_GINT64_FORMAT "-%02d%s",
              civil.year < 0 ? "-" : "", ABS (civil.year), civil.month, date + length);
}

static gsize
get_bare_length (const gchar *date)
{
  gsize length = strcspn (date, "?~%");

  return strspn (date + (*date == '-'), "0123456789-") + (*date == '-') == length
             ? length - (*date == '-')
             : 0;
}

/* Both ends of a range in a set have to be equally fine: a year beside a month stands for its first
 * or last month. */
static void
refine (gchar *date, gboolean is_end, gsize length)
{
  AnnalsSpan span;
  AnnalsCivil civil;
  gchar tail[8];
  gsize own = get_bare_length (date);

  if (own == 0 || own >= length || !annals_span_from_edtf (&span, date, NULL))
    return;

  g_strlcpy (tail, date + strcspn (date, "?~%"), sizeof tail);
  annals_instant_to_civil (is_end ? span.end_latest : span.begin_earliest, &civil);
  if (length == 7)
    g_snprintf (date, ANNALS_TYPED_EDTF_BYTES, "%s%04" G_GINT64_FORMAT "-%02d%s",
                civil.year < 0 ? "-" : "", ABS (civil.year), civil.month, tail);
  else
    g_snprintf (date, ANNALS_TYPED_EDTF_BYTES, "%s%04" G_GINT64_FORMAT "-%02d-%02d%s",
                civil.year < 0 ? "-" : "", ABS (civil.year), civil.month, civil.day, tail);
}

/**
 * annals_typed_append_member:
 * @edtf: where to write
 * @item: a date or a range
 *
 * Writes a member of a set.
 */
void
annals_typed_append_member (GString *edtf, const AnnalsTypedItem *item)
{
  gchar begin[ANNALS_TYPED_EDTF_BYTES];
  gchar end[ANNALS_TYPED_EDTF_BYTES];

  annals_typed_write_without_season (item->begin, FALSE, begin);
  annals_typed_write_without_season (item->end, TRUE, end);
  refine (begin, FALSE, get_bare_length (end));
  refine (end, TRUE, get_bare_length (begin));
  g_string_append (edtf, begin);
  if (item->is_range || strcmp (begin, end) != 0)
    g_string_append_printf (edtf, "..%s", end);
}

/**
 * annals_typed_write_set:
 * @item: a range
 * @brackets: the two around it
 * @edtf: where to write
 *
 * Writes a set of one range.
 *
 * Returns: %TRUE, for the caller to return
 */
gboolean
annals_typed_write_set (const AnnalsTypedItem *item, const gchar *brackets, GString *edtf)
{
  g_string_append_c (edtf, brackets[0]);
  annals_typed_append_member (edtf, item);
  g_string_append_c (edtf, brackets[1]);

  return TRUE;
}
