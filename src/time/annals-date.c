/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-date.h"
#include "annals-edtf.h"
#include "annals-words.h"

/* The date as the rest of the program knows it: what was written, and the spans it means. */

struct _AnnalsDate
{
  gatomicrefcount ref_count;
  gchar *written;
  gchar *edtf;         /* as written, without spaces: @written itself if it has none */
  AnnalsEdtf parsed;   /* points into @written */
  AnnalsSpan *members; /* one per item of @parsed, if there are several that were asked for */
  AnnalsSpan member;   /* the first */
};

G_DEFINE_QUARK (annals_time_error_quark, annals_time_error)

/* The members of a set are reckoned when they are first asked for. */
static const AnnalsSpan *
get_members (const AnnalsDate *date)
{
  AnnalsDate *self = (AnnalsDate *) date;
  guint n_members = annals_edtf_get_n_items (&date->parsed);

  if (n_members == 1)
    return &date->member;
  if (g_once_init_enter (&self->members))
    {
      AnnalsSpan *members = g_new (AnnalsSpan, n_members);

      for (guint i = 0; i < n_members; i++)
        {
          AnnalsEdtfItem item;

          annals_edtf_get_item (&date->parsed, i, &item);
          annals_edtf_item_get_span (&item, date->parsed.kind, &members[i]);
        }
      g_once_init_leave (&self->members, members);
    }

  return date->members;
}

/* Only sets have spaces. */
static gchar *
dup_without_spaces (const gchar *text)
{
  GString *string = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text++)
    if (*text != ' ')
      g_string_append_c (string, *text);

  return g_string_free (string, FALSE);
}

/**
 * annals_date_new_from_edtf:
 * @edtf: a date in the Extended Date/Time Format
 * @error: where to put an error of %ANNALS_TIME_ERROR
 *
 * Reads a date of EDTF, levels 0, 1 and 2 (ISO 8601-2:2019, the profile of the Library of
 * Congress).
 *
 * Returns: (transfer full) (nullable): the date, or %NULL with @error set
 */
AnnalsDate *
annals_date_new_from_edtf (const gchar *edtf, GError **error)
{
  g_autofree gchar *written = NULL;
  AnnalsEdtf parsed;
  AnnalsDate *date;

  g_return_val_if_fail (edtf != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  written = g_strdup (edtf);
  if (!annals_edtf_parse (&parsed, written, error))
    return NULL;

  date = g_new0 (AnnalsDate, 1);
  g_atomic_ref_count_init (&date->ref_count);
  date->parsed = parsed;
  date->edtf = strchr (written, ' ') != NULL ? dup_without_spaces (written) : written;
  date->written = g_steal_pointer (&written);
  annals_edtf_item_get_span (&date->parsed.only, date->parsed.kind, &date->member);

  return date;
}

/**
 * annals_span_from_edtf:
 * @span: (out caller-allocates): where to put what it means as a whole
 * @edtf: a date in the Extended Date/Time Format
 * @error: where to put an error of %ANNALS_TIME_ERROR
 *
 * Reckons the bounds of a date without keeping it. Nothing is allocated, but for errors.
 *
 * Returns: whether @edtf was read; if not, @span is left alone
 */
gboolean
annals_span_from_edtf (AnnalsSpan *span, const gchar *edtf, GError **error)
{
  g_return_val_if_fail (span != NULL && edtf != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return annals_edtf_reckon (span, edtf, error);
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

  if (date->edtf != date->written)
    g_free (date->edtf);
  g_free (date->written);
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
 * annals_date_dup_canonical:
 * @date: a date
 *
 * The one form in which all dates that say the same are written: no spaces, each qualifier once, on
 * the right of a part where it counts for all to its left, else on the left of its part. Dates
 * written so are left as they are.
 *
 * Returns: (transfer full): EDTF
 */
gchar *
annals_date_dup_canonical (const AnnalsDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return annals_edtf_dup_canonical (&date->parsed);
}

/**
 * annals_date_get_level:
 * @date: a date
 *
 * Returns: the lowest level of EDTF that has all of what @date uses as it is written: 0, 1 or 2
 */
gint
annals_date_get_level (const AnnalsDate *date)
{
  g_return_val_if_fail (date != NULL, 0);

  return annals_edtf_get_level (&date->parsed);
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

  return &date->parsed.span;
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

  return annals_edtf_get_n_items (&date->parsed);
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
  g_return_val_if_fail (index < annals_edtf_get_n_items (&date->parsed), NULL);

  return &get_members (date)[index];
}

/**
 * annals_date_get_parsed:
 * @date: a date
 *
 * Returns: (transfer none): how it is written, taken apart
 */
const AnnalsEdtf *
annals_date_get_parsed (const AnnalsDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return &date->parsed;
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
