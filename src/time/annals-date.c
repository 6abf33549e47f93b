/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-date.h"
#include "annals-edtf.h"
#include "annals-words.h"

/* The date as the rest of the program knows it: what was written, and the spans it means. */

struct _AnnalsDate
{
  gatomicrefcount ref_count;
  gchar *edtf;
  gint level;
  AnnalsEdtf parsed;
  AnnalsSpan span;
  /* One per item of @parsed. */
  AnnalsSpan *members;
};

G_DEFINE_QUARK (annals_time_error_quark, annals_time_error)

/* The last second that bounds a member, and the first one: an open bound bounds nothing. */

static AnnalsInstant
get_last_bound (const AnnalsSpan *member)
{
  return annals_instant_is_open (member->end_latest) ? member->begin_latest : member->end_latest;
}

static AnnalsInstant
get_first_bound (const AnnalsSpan *member)
{
  return annals_instant_is_open (member->begin_earliest) ? member->end_earliest
                                                         : member->begin_earliest;
}

static void
unite_members (AnnalsDate *date)
{
  AnnalsSpan *span = &date->span;

  *span = date->members[0];
  span->kind = date->parsed.kind;
  span->begin_latest = get_last_bound (span);
  span->end_earliest = get_first_bound (span);

  for (guint i = 1; i < date->parsed.items->len; i++)
    {
      const AnnalsSpan *member = &date->members[i];

      if (member->begin_earliest < span->begin_earliest)
        {
          span->begin_earliest = member->begin_earliest;
          span->begin = member->begin;
        }
      if (member->end_latest > span->end_latest)
        {
          span->end_latest = member->end_latest;
          span->end = member->end;
        }
      span->begin_latest = MAX (span->begin_latest, get_last_bound (member));
      span->end_earliest = MIN (span->end_earliest, get_first_bound (member));
    }
}

static void
reckon (AnnalsDate *date)
{
  guint n_members = date->parsed.items->len;

  date->members = g_new (AnnalsSpan, n_members);
  for (guint i = 0; i < n_members; i++)
    annals_edtf_item_get_span (annals_edtf_get_item (&date->parsed, i), date->parsed.kind,
                               &date->members[i]);

  if (date->parsed.kind == ANNALS_SPAN_ONE_OF || date->parsed.kind == ANNALS_SPAN_ALL_OF)
    unite_members (date);
  else
    date->span = date->members[0];
}

/**
 * annals_date_new_from_edtf:
 * @edtf: a date in the Extended Date/Time Format
 * @error: where to put an error of %ANNALS_TIME_ERROR
 *
 * Reads a date. Levels 0 and 1 of EDTF are read whole, and the sets of level 2.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL with @error set
 */
AnnalsDate *
annals_date_new_from_edtf (const gchar *edtf, GError **error)
{
  AnnalsEdtf parsed;
  AnnalsDate *date;

  g_return_val_if_fail (edtf != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!annals_edtf_parse (&parsed, edtf, error))
    return NULL;

  date = g_new0 (AnnalsDate, 1);
  g_atomic_ref_count_init (&date->ref_count);
  date->parsed = parsed;
  date->edtf = annals_edtf_dup_string (&parsed);
  date->level = annals_edtf_get_level (&parsed);
  reckon (date);

  return date;
}

/**
 * annals_date_ref:
 * @date: a date
 *
 * Returns: (transfer full): @date
 */
AnnalsDate *
annals_date_ref (AnnalsDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  g_atomic_ref_count_inc (&date->ref_count);

  return date;
}

/**
 * annals_date_unref:
 * @date: (transfer full): a date
 *
 * Gives up a reference; the last one frees @date.
 */
void
annals_date_unref (AnnalsDate *date)
{
  g_return_if_fail (date != NULL);

  if (!g_atomic_ref_count_dec (&date->ref_count))
    return;

  g_free (date->edtf);
  annals_edtf_clear (&date->parsed);
  g_free (date->members);
  g_free (date);
}

/**
 * annals_date_get_edtf:
 * @date: a date
 *
 * Returns: (transfer none): the date as it was written, but without spaces inside sets
 */
const gchar *
annals_date_get_edtf (const AnnalsDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return date->edtf;
}

/**
 * annals_date_get_level:
 * @date: a date
 *
 * Returns: the lowest level of EDTF that has all of what @date uses: 0, 1 or 2
 */
gint
annals_date_get_level (const AnnalsDate *date)
{
  g_return_val_if_fail (date != NULL, 0);

  return date->level;
}

/**
 * annals_date_get_span:
 * @date: a date
 *
 * Returns: (transfer none): what @date means as a whole
 */
const AnnalsSpan *
annals_date_get_span (const AnnalsDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return &date->span;
}

/**
 * annals_date_get_n_members:
 * @date: a date
 *
 * Returns: how many members a set has; 1 for any other date, which is its own only member
 */
guint
annals_date_get_n_members (const AnnalsDate *date)
{
  g_return_val_if_fail (date != NULL, 0);

  return date->parsed.items->len;
}

/**
 * annals_date_get_member:
 * @date: a date
 * @index: less than annals_date_get_n_members()
 *
 * A member of a set, in the order of writing: a moment; or, for a range such as `1670..1672`, a
 * period in an “all of” set and a “one of” span in a “one of” set.
 *
 * Returns: (transfer none): its span
 */
const AnnalsSpan *
annals_date_get_member (const AnnalsDate *date, guint index)
{
  g_return_val_if_fail (date != NULL, NULL);
  g_return_val_if_fail (index < date->parsed.items->len, NULL);

  return &date->members[index];
}

/**
 * annals_date_dup_words:
 * @date: a date
 * @form: how long the words may be
 *
 * Says @date in the language of the locale, such as “17 October 1973 – 18 March 1974” or “early
 * 1970s”, to stand within a sentence or alone.
 *
 * Returns: (transfer full): the words
 */
gchar *
annals_date_dup_words (const AnnalsDate *date, AnnalsWordsForm form)
{
  g_return_val_if_fail (date != NULL, NULL);

  return annals_words_dup (&date->parsed, form);
}
