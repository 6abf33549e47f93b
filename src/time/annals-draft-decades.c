/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-draft-decades.h"
#include "annals-draft-write.h"

/* Years of which the last digits are not said: decades, centuries and millennia, and their halves,
 * thirds and quarters. */

/* The third, half or quarter of a stretch of years that a part is. */
static gboolean
get_part_years (gint part, gint64 *first, gint64 *last)
{
  gint64 length = *last - *first + 1;
  gint64 start = *first;
  const gint64 cuts[] = { 0, (length + 2) / 3, length - length / 3, length };

  if (part == ANNALS_TYPED_PART_LATTER)
    part = length == 10 ? ANNALS_TYPED_PART_LATE : ANNALS_TYPED_PART_HALF + 1;
  if (part == ANNALS_TYPED_PART_BEGIN || part == ANNALS_TYPED_PART_END)
    part = part == ANNALS_TYPED_PART_BEGIN ? ANNALS_TYPED_PART_EARLY : ANNALS_TYPED_PART_LATE;
  if (part >= ANNALS_TYPED_PART_THIRD && part < ANNALS_TYPED_PART_QUARTER)
    part += ANNALS_TYPED_PART_EARLY - ANNALS_TYPED_PART_THIRD;

  if (part >= ANNALS_TYPED_PART_EARLY && part <= ANNALS_TYPED_PART_LATE)
    {
      gint third = part - ANNALS_TYPED_PART_EARLY;

      *first = start + cuts[third];
      *last = start + cuts[third + 1] - 1;
      return TRUE;
    }
  if (part == ANNALS_TYPED_PART_TURN)
    *last = start;
  else if (part >= ANNALS_TYPED_PART_DECADE && length >= 100)
    {
      *first = start + (part - ANNALS_TYPED_PART_DECADE) * 10;
      *last = *first + 9;
    }
  else if (part >= ANNALS_TYPED_PART_QUARTER && length >= 100)
    {
      *first = start + (part - ANNALS_TYPED_PART_QUARTER) * length / 4;
      *last = *first + length / 4 - 1;
    }
  else if (part >= ANNALS_TYPED_PART_HALF && part < ANNALS_TYPED_PART_THIRD)
    {
      *first = start + (part - ANNALS_TYPED_PART_HALF) * length / 2;
      *last = *first + length / 2 - 1;
    }
  else
    return FALSE;

  return TRUE;
}

static gboolean
is_vague (gint part)
{
  return part < ANNALS_TYPED_PART_HALF
         || (part >= ANNALS_TYPED_PART_THIRD && part < ANNALS_TYPED_PART_QUARTER);
}

static gboolean
finish_part (const AnnalsDraft *draft, gint64 first, gint64 last, AnnalsTypedItem *item)
{
  guint qualifiers = draft->qualifiers;
  gboolean is_late = draft->part == ANNALS_TYPED_PART_LATTER && last - first == 9;

  if (!get_part_years (draft->part, &first, &last))
    return FALSE;
  if (is_late || is_vague (draft->part))
    qualifiers |= ANNALS_QUALIFIER_APPROXIMATE;
  if (draft->part >= ANNALS_TYPED_PART_DECADE && first >= 0 && first <= 9999)
    {
      g_snprintf (item->begin, sizeof item->begin, "%03dX", (gint) (first / 10));
      return annals_draft_write_ends (item, qualifiers);
    }

  return annals_draft_write_years (item, first, last, qualifiers);
}

/* Centuries, millennia and decades: years of which the last digits are not said. */
static gboolean
finish_masked (const AnnalsDraft *draft, gint64 number, gint n_digits, AnnalsTypedItem *item)
{
  gint64 length = annals_draft_get_power (n_digits);
  gboolean is_bce = draft->era == ANNALS_TYPED_ERA_BCE;
  gint64 first = is_bce ? -(number + 1) * length + 1 : number * length;
  gint n_known = 4 - n_digits;

  if (number * length > 9999)
    return FALSE;
  if (draft->part != ANNALS_TYPED_PART_NONE)
    {
      /* EDTF has no year -0, so -00XX has a year less, and so have its thirds; its halves and
       * quarters are written with plain years and go on to 1 BCE. */
      gint64 last = first + length - 1 - (is_bce && number == 0 && is_vague (draft->part) ? 1 : 0);

      return finish_part (draft, first, last, item);
    }

  g_snprintf (item->begin, sizeof item->begin, "%s%0*d%s", is_bce ? "-" : "", n_known,
              (gint) number,
              n_digits == 3   ? "XXX"
              : n_digits == 2 ? "XX"
                              : "X");

  return annals_draft_write_ends (item, draft->qualifiers);
}

gboolean
annals_draft_finish_century (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item)
{
  if (draft->year < 1)
    return annals_typed_fail (typed, _ ("Centuries are counted from the 1st."));

  return finish_masked (draft, draft->year - 1, draft->unit == ANNALS_DRAFT_CENTURY ? 2 : 3, item);
}

static gboolean
finish_decade_years (const AnnalsDraft *draft, gint64 number, AnnalsTypedItem *item)
{
  /* The years that begin so, and end in 9 to 0 before our era. */
  if (draft->era != ANNALS_TYPED_ERA_BCE)
    return finish_masked (draft, number / 10, 1, item);
  if (draft->part != ANNALS_TYPED_PART_NONE)
    return finish_part (draft, 1 - (number + 9), 1 - MAX (number, 1), item);

  return annals_draft_write_years (item, 1 - (number + 9), 1 - MAX (number, 1), draft->qualifiers);
}

static gboolean
finish_short_decade (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item)
{
  static const gint centuries[] = { 1900, 1800 };
  static const gint young_centuries[] = { 1900, 2000 };
  /* Translators: why “the 70s” were read as the 1970s. */
  const gchar *reasons[] = { _ ("the likeliest century"), _ ("another century") };
  guint chosen = annals_typed_choose (typed, G_N_ELEMENTS (reasons), reasons);

  return finish_decade_years (
      draft, draft->year + (draft->year <= 20 ? young_centuries : centuries)[chosen], item);
}

gboolean
annals_draft_finish_decade (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item)
{
  gboolean is_hundred = draft->year % 100 == 0 && draft->year > 0 && !draft->is_ten_years;

  if (draft->year % 10 != 0)
    return FALSE;
  if (annals_draft_is_short_decade (draft))
    return finish_short_decade (typed, draft, item);
  if (is_hundred)
    {
      /* Translators: how “the 1800s” are read. */
      const gchar *century = _ ("a hundred years");
      /* Translators: how “the 1800s” are read. */
      const gchar *decade = _ ("ten years");
      gboolean is_recent = draft->year >= 2000 && draft->era != ANNALS_TYPED_ERA_BCE;
      const gchar *reasons[] = { is_recent ? decade : century, is_recent ? century : decade };

      if ((annals_typed_choose (typed, 2, reasons) == 0) != is_recent)
        return finish_masked (draft, draft->year / 100, 2, item);
    }

  return finish_decade_years (draft, draft->year, item);
}
