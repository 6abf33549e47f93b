/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-typed-stretch.h"

/* How dates are put together: before, after and since one, from one to another, one or another. */

/* Relations */

/* In the forms, b stands for the begin of the date and e for its end. */
static const struct
{
  AnnalsTerm term;
  struct
  {
    const gchar *form;
    const gchar *reason;
  } readings[3];
} relations[] = {
  { ANNALS_TERM_BEFORE,
    { /* Translators: how “before 1900” is read. */
      { "[..e]", N_ ("at some time") },
      /* Translators: how “before 1900” is read. */
      { "../e", N_ ("all the time") },
      /* Translators: how “before 1900” is read. */
      { "/e", N_ ("a period of which only the end is known") } } },
  { ANNALS_TERM_AFTER,
    { { "[b..]", N_ ("at some time") },
      { "b/..", N_ ("all the time") },
      /* Translators: how “after 1900” is read. */
      { "b/", N_ ("a period of which only the begin is known") } } },
  { ANNALS_TERM_OR_LATER, { { "[b..]", NULL } } },
  { ANNALS_TERM_BY, { { "[..e]", NULL } } },
  { ANNALS_TERM_UNTIL, { { "../e", NULL } } },
  { ANNALS_TERM_SINCE, { { "b/..", NULL } } },
  { ANNALS_TERM_WITHIN, { { "b/e", NULL } } },
};

static void
write_form (GString *edtf, const gchar *form, const AnnalsTypedItem *item)
{
  gboolean is_set = *form == '[';
  gchar date[ANNALS_TYPED_EDTF_BYTES];

  for (; *form != '\0'; form++)
    {
      if (*form != 'b' && *form != 'e')
        {
          g_string_append_c (edtf, *form);
          continue;
        }
      g_strlcpy (date, *form == 'b' ? item->begin : item->end, sizeof date);
      if (is_set)
        annals_typed_write_without_season (*form == 'b' ? item->begin : item->end, *form == 'e',
                                           date);
      g_string_append (edtf, date);
    }
}

static gboolean
write_relation (AnnalsTyped *typed, guint index, const AnnalsTypedItem *item, GString *edtf)
{
  const gchar *reasons[G_N_ELEMENTS (relations[0].readings)];
  guint n = 0;

  while (n < G_N_ELEMENTS (reasons) && relations[index].readings[n].form != NULL)
    {
      const gchar *reason = relations[index].readings[n].reason;

      reasons[n] = reason != NULL ? _ (reason) : NULL;
      n++;
    }
  write_form (edtf, relations[index].readings[annals_typed_choose (typed, n, reasons)].form, item);

  return TRUE;
}

static gboolean
read_qualified_item (AnnalsTyped *typed,
                     AnnalsStretch stretch,
                     guint qualifiers,
                     AnnalsTypedItem *item)
{
  AnnalsDraft draft;

  if (!annals_stretch_read_draft (typed, stretch, &draft) || draft.unit == ANNALS_DRAFT_NOW
      || draft.unit == ANNALS_DRAFT_UNKNOWN)
    return FALSE;
  draft.qualifiers |= qualifiers;

  return annals_draft_finish (typed, &draft, item);
}

/* “from 1985, end unknown” and “until 1985, begin unknown”. */
static gboolean
read_half_known (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf)
{
  guint last = stretch.first + stretch.n - 1;
  gboolean is_begin = stretch.n > 2 && annals_typed_means (typed, last, ANNALS_TERM_END_UNKNOWN)
                      && annals_typed_means (typed, stretch.first, ANNALS_TERM_SINCE);
  gboolean is_end = stretch.n > 2 && annals_typed_means (typed, last, ANNALS_TERM_BEGIN_UNKNOWN)
                    && annals_typed_means (typed, stretch.first, ANNALS_TERM_UNTIL);
  AnnalsTypedItem item;

  if ((!is_begin && !is_end)
      || !annals_stretch_read_item (typed, (AnnalsStretch){ stretch.first + 1, stretch.n - 2 },
                                    &item))
    return FALSE;
  write_form (edtf, is_begin ? "b/" : "/e", &item);

  return TRUE;
}

static gboolean
read_relation (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf)
{
  guint qualifiers = 0;
  guint n_skipped = annals_stretch_count_qualifiers (typed, stretch, &qualifiers);
  guint n_left = stretch.n - n_skipped;
  guint first = stretch.first + n_skipped;
  AnnalsTypedItem item;

  for (guint i = 0; n_left > 1 && i < G_N_ELEMENTS (relations); i++)
    {
      guint hyphen = annals_typed_is_sign (typed, first + 1, "-") ? 1 : 0;

      /* “from 1947 onwards” and “by 1850 at the latest” */
      guint n_after
          = n_left > 2 && annals_typed_means (typed, first + n_left - 1, relations[i].term) ? 1 : 0;

      if (annals_typed_means (typed, first, relations[i].term)
          && read_qualified_item (
              typed, (AnnalsStretch){ first + 1 + hyphen, n_left - 1 - hyphen - n_after },
              qualifiers, &item))
        return write_relation (typed, i, &item, edtf);
      if ((annals_typed_means (typed, first + n_left - 1, relations[i].term)
           || (relations[i].term == ANNALS_TERM_OR_LATER
               && annals_typed_is_sign (typed, first + n_left - 1, "+")))
          && read_qualified_item (typed, (AnnalsStretch){ first, n_left - 1 }, qualifiers, &item))
        return write_relation (typed, i, &item, edtf);
    }

  return FALSE;
}

/* “1947–” and “–1985”. */
static gboolean
read_half_open (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf)
{
  /* Translators: how “1947–” is read. */
  const gchar *reasons[] = { _ ("it goes on"), _ ("the end is not known") };
  AnnalsTypedItem item;

  if (stretch.n < 2)
    return FALSE;
  if (annals_typed_is_sign (typed, stretch.first + stretch.n - 1, "-")
      && annals_stretch_read_item (typed, (AnnalsStretch){ stretch.first, stretch.n - 1 }, &item))
    {
      write_form (edtf, annals_typed_choose (typed, 2, reasons) == 0 ? "b/.." : "b/", &item);
      return TRUE;
    }
  if (annals_typed_is_sign (typed, stretch.first, "-")
      && annals_stretch_read_item (typed, (AnnalsStretch){ stretch.first + 1, stretch.n - 1 },
                                   &item))
    {
      write_form (edtf, "../e", &item);
      return TRUE;
    }

  return FALSE;
}

/* Words that mean something as a whole. */
static gboolean
read_fixed (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf)
{
  guint joint = stretch.first + 1;
  gboolean is_open = annals_typed_means (typed, stretch.first, ANNALS_TERM_SINCE);

  if (stretch.n == 1 && annals_typed_means (typed, stretch.first, ANNALS_TERM_ALWAYS))
    g_string_append (edtf, "../..");
  else if (stretch.n == 2 && annals_typed_means (typed, joint, ANNALS_TERM_UNKNOWN)
           && (is_open || annals_typed_means (typed, stretch.first, ANNALS_TERM_UNTIL)))
    g_string_append (edtf, is_open ? "/.." : "../");
  else
    return FALSE;

  return TRUE;
}

static gboolean
read_one (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf)
{
  AnnalsDraft draft;
  AnnalsTypedItem item;

  /* “1990 on” */
  if (stretch.n > 1 && annals_typed_means (typed, stretch.first + stretch.n - 1, ANNALS_TERM_SINCE))
    return FALSE;
  if (!annals_stretch_read_draft (typed, stretch, &draft) || annals_draft_has_missing_end (&draft))
    return FALSE;
  if (!annals_draft_is_complete (&draft)
      && (draft.unit == ANNALS_DRAFT_DAY || draft.unit == ANNALS_DRAFT_MONTH))
    /* Translators: %s is an example of a date with its year. */
    return annals_typed_fail (typed, _ ("The year is missing, as in %s."),
                              /* Translators: an example of a date with its year. */
                              draft.unit == ANNALS_DRAFT_DAY ? _ ("20 May 1973") : _ ("May 1973"));
  if (!annals_draft_finish (typed, &draft, &item))
    return FALSE;
  if (item.is_choice)
    return annals_typed_write_set (&item, "[]", edtf);
  g_string_append (edtf, item.begin);
  if (item.is_range)
    g_string_append_printf (edtf, "/%s", item.end);

  return TRUE;
}

static gboolean
read_plain_period (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf)
{
  AnnalsTypedItem item;

  return annals_typed_read_period (typed, stretch, &item)
         && annals_typed_write_period (&item, edtf);
}

/**
 * annals_typed_read:
 * @typed: a way through a text
 * @edtf: where to append what it says
 *
 * Reads the whole text.
 *
 * Returns: whether it is a date; otherwise @typed may have the reason
 */
gboolean
annals_typed_read (AnnalsTyped *typed, GString *edtf)
{
  static gboolean (*const forms[]) (AnnalsTyped * typed, AnnalsStretch stretch, GString * edtf)
      = { read_fixed,
          read_half_known,
          annals_typed_read_life,
          annals_typed_read_turn,
          read_one,
          annals_typed_read_two,
          annals_typed_read_bounds,
          read_relation,
          read_plain_period,
          annals_typed_read_list,
          read_half_open };
  AnnalsStretch stretch = annals_stretch_trim (typed, (AnnalsStretch){ 0, typed->text->n_tokens });
  gsize length = edtf->len;

  if (stretch.n == 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      typed->n_choices = 0;
      typed->calendar = ANNALS_CALENDAR_GREGORIAN;
      if (forms[i](typed, stretch, edtf))
        return TRUE;
      g_string_truncate (edtf, length);
    }

  return FALSE;
}
