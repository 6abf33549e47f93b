/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-words.h"

/* Words for whole dates: qualifiers, periods and sets. Dates that share their year, or month and
 * year, name it once: “30 March – 17 December 2007”, “9 and 19 December 2003”. Whether it stands
 * first or last is up to the translation, so the joined part is one piece of a template. */

typedef enum
{
  SHARE_NOTHING,
  SHARE_YEAR,
  SHARE_MONTH,
} Share;

typedef enum
{
  JOIN_RANGE,
  JOIN_OR,
  JOIN_AND,
  JOIN_BETWEEN,
} Join;

/* Single dates */

/* The words for an estimate, whose last digits do not count, say already that it is approximate. */
static AnnalsQualifiers
get_said_qualifiers (const AnnalsEdtfDate *date)
{
  gint64 first;
  gint64 last;

  if (date->n_significant == 0)
    return date->qualifiers;
  annals_edtf_date_get_years (date, &first, &last);

  return first == last ? date->qualifiers : date->qualifiers & ANNALS_QUALIFIER_UNCERTAIN;
}

static gchar *
dup_qualified_alone (const AnnalsEdtfDate *date, AnnalsWordsForm form)
{
  AnnalsQualifiers qualifiers = get_said_qualifiers (date);
  gboolean is_about = qualifiers & ANNALS_QUALIFIER_APPROXIMATE;
  g_autofree gchar *parts = annals_words_dup_by_parts (date, form);
  g_autofree gchar *age = NULL;
  g_autofree gchar *words = NULL;

  if (parts != NULL)
    return g_steal_pointer (&parts);
  if (is_about && date->n_significant == 0)
    age = annals_words_dup_age (date);
  if (age != NULL)
    return annals_words_dup_approximate_age (age, qualifiers);

  words = annals_words_dup_date (date, form,
                                 is_about ? ANNALS_WORDS_ROLE_ABOUT : ANNALS_WORDS_ROLE_ALONE);

  return annals_words_dup_qualified (words, qualifiers);
}

/* Says a date as it stands beside other words, its qualifiers between them and itself. */
static gchar *
dup_qualified (const AnnalsEdtfDate *date, AnnalsWordsForm form, AnnalsWordsRole role)
{
  g_autofree gchar *words = NULL;

  if (role == ANNALS_WORDS_ROLE_ALONE)
    return dup_qualified_alone (date, form);

  words = annals_words_dup_date (date, form, role);
  switch ((guint) get_said_qualifiers (date))
    {
    case ANNALS_QUALIFIER_UNCERTAIN:
      /* Translators: an uncertain date (EDTF ?) after “since”, “until”, “by”, “between” or
       * “within”, such as “since perhaps May 1968”. */
      return g_strdup_printf (C_ ("date after other words", "perhaps %s"), words);
    case ANNALS_QUALIFIER_APPROXIMATE:
      /* Translators: an approximate date (EDTF ~) after “since”, “until”, “by”, “between” or
       * “within”, such as “since about 1612”. */
      return g_strdup_printf (C_ ("date after other words", "about %s"), words);
    case ANNALS_QUALIFIER_UNCERTAIN | ANNALS_QUALIFIER_APPROXIMATE:
      /* Translators: an uncertain and approximate date (EDTF %) after “since”, “until”, “by”,
       * “between” or “within”. */
      return g_strdup_printf (C_ ("date after other words", "perhaps about %s"), words);
    default:
      return g_steal_pointer (&words);
    }
}

/* Dates joined */

static gboolean
is_complete (const AnnalsEdtfDate *date)
{
  return date->qualifiers == ANNALS_QUALIFIER_NONE && !date->has_time && date->year_mask == 0
         && !date->has_other && date->month != ANNALS_EDTF_UNSPECIFIED
         && date->day != ANNALS_EDTF_UNSPECIFIED;
}

static Share
find_share (GPtrArray *dates)
{
  const AnnalsEdtfDate *model = g_ptr_array_index (dates, 0);
  AnnalsPrecision precision = annals_edtf_date_get_precision (model);
  Share share = precision == ANNALS_PRECISION_DAY ? SHARE_MONTH : SHARE_YEAR;

  if (dates->len < 2 || (precision != ANNALS_PRECISION_DAY && precision != ANNALS_PRECISION_MONTH))
    return SHARE_NOTHING;

  for (guint i = 0; i < dates->len; i++)
    {
      const AnnalsEdtfDate *date = g_ptr_array_index (dates, i);

      if (!is_complete (date) || annals_edtf_date_get_precision (date) != precision
          || !annals_calendar_years_are_one (date, model))
        return SHARE_NOTHING;
      if (date->month != model->month)
        share = SHARE_YEAR;
    }

  return share;
}

static gchar *
dup_part (const AnnalsEdtfDate *date, Share share, AnnalsWordsForm form, AnnalsWordsRole role)
{
  g_autofree gchar *words = NULL;
  AnnalsWordsOut out = { NULL };

  if (share == SHARE_NOTHING)
    return dup_qualified (date, form, role);
  if (date->day == ANNALS_EDTF_ABSENT)
    return annals_words_dup_in_role (role, ANNALS_WORDS_KIND_YEAR,
                                     annals_calendar_get_month_words (date, form));
  if (share == SHARE_MONTH)
    annals_words_put_day_of_year (&out, date->day, NULL);
  else
    out.words = annals_words_dup_day_and_month (date, form);

  words = out.words;
  return annals_words_dup_in_role (role, ANNALS_WORDS_KIND_DAY, words);
}

static gchar *
dup_with_shared_era_year (const gchar *joined,
                          const AnnalsEdtfDate *model,
                          Share share,
                          AnnalsWordsForm form,
                          const gchar *year)
{
  if (share == SHARE_YEAR)
    /* Translators: %1$s is several days or months, such as “9 March or 3 September”, %2$s their
       year in a Japanese era, such as “Shōwa 48”. */
    return g_strdup_printf (C_ ("several dates and their year of an era", "%1$s, %2$s"), joined,
                            year);

  /* Translators: %1$s is several days, such as “3–9” or “9 and 19”, %2$s their month, %3$s their
     year in a Japanese era, such as “Shōwa 48”. */
  return g_strdup_printf (C_ ("several days, their month and year of an era", "%1$s %2$s, %3$s"),
                          joined, annals_calendar_get_month_words (model, form), year);
}

static gchar *
dup_with_share (const gchar *joined, const AnnalsEdtfDate *model, Share share, AnnalsWordsForm form)
{
  const gchar *month = NULL;
  g_autofree gchar *year = NULL;
  AnnalsWordsOut out = { NULL };

  if (share == SHARE_NOTHING)
    return g_strdup (joined);

  year = annals_calendar_dup_year_words (model);
  if (model->calendar == ANNALS_CALENDAR_JAPANESE)
    return dup_with_shared_era_year (joined, model, share, form, year);
  if (share == SHARE_MONTH)
    month = annals_calendar_get_month_words (model, form);
  annals_words_put_shared (&out, joined, month, year);
  return out.words;
}

/* Joins by halves, so that long lists are not copied over and over. */
static gchar *
dup_commas (GPtrArray *parts, guint first, guint n_parts)
{
  g_autofree gchar *left = NULL;
  g_autofree gchar *right = NULL;

  if (n_parts == 1)
    return g_strdup (g_ptr_array_index (parts, first));

  left = dup_commas (parts, first, n_parts / 2);
  right = dup_commas (parts, first + n_parts / 2, n_parts - n_parts / 2);

  /* Translators: a list but for its last item, which “or” or “and” adds. */
  return g_strdup_printf (C_ ("list", "%1$s, %2$s"), left, right);
}

static gchar *
dup_joined (GPtrArray *parts, Join join, gboolean is_tight)
{
  const gchar *last = g_ptr_array_index (parts, parts->len - 1);
  g_autofree gchar *start = NULL;
  AnnalsWordsOut out = { NULL };

  if (parts->len == 1)
    return g_strdup (last);

  start = dup_commas (parts, 0, parts->len - 1);
  switch (join)
    {
    case JOIN_OR:
      /* Translators: one of several dates; %1$s may be a list. */
      return g_strdup_printf (C_ ("one of", "%1$s or %2$s"), start, last);
    case JOIN_AND:
      /* Translators: each of several dates; %1$s may be a list. */
      return g_strdup_printf (C_ ("all of", "%1$s and %2$s"), start, last);
    case JOIN_BETWEEN:
      /* Translators: one date of a range, it is not known which. */
      return g_strdup_printf (C_ ("one of", "between %1$s and %2$s"), start, last);
    case JOIN_RANGE:
    default:
      annals_words_put_range (&out, is_tight, start, last);
      return out.words;
    }
}

static gchar *
dup_dates (GPtrArray *dates, Join join, AnnalsWordsForm form)
{
  const AnnalsEdtfDate *model = g_ptr_array_index (dates, 0);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  AnnalsWordsRole role = join == JOIN_BETWEEN ? ANNALS_WORDS_ROLE_BETWEEN : ANNALS_WORDS_ROLE_ALONE;
  Share share = find_share (dates);
  gboolean is_tight = share == SHARE_MONTH
                      || (share == SHARE_YEAR && model->day == ANNALS_EDTF_ABSENT);
  g_autofree gchar *joined = NULL;

  for (guint i = 0; i < dates->len; i++)
    g_ptr_array_add (parts, dup_part (g_ptr_array_index (dates, i), share, form, role));
  joined = dup_joined (parts, join, is_tight);

  return dup_with_share (joined, model, share, form);
}

/* Ranges */

static gboolean
is_year (const AnnalsEdtfDate *date)
{
  g_autofree gchar *age = annals_words_dup_age (date);

  return age == NULL && date->month == ANNALS_EDTF_ABSENT && date->year_mask == 0
         && date->n_significant == 0 && !date->has_other;
}

/* Two ages that share their unit and qualifiers. */
static gchar *
dup_ages (const AnnalsEdtfItem *item)
{
  AnnalsQualifiers qualifiers = item->begin.qualifiers;
  g_autofree gchar *ages = annals_words_dup_age_range (&item->begin, &item->end);
  g_autofree gchar *words = NULL;

  if (ages == NULL)
    return NULL;
  if (qualifiers & ANNALS_QUALIFIER_APPROXIMATE)
    return annals_words_dup_approximate_age (ages, qualifiers);

  words = annals_words_dup_in_role (ANNALS_WORDS_ROLE_ALONE, ANNALS_WORDS_KIND_AGE, ages);

  return annals_words_dup_qualified (words, qualifiers);
}

static gchar *
dup_range (const AnnalsEdtfItem *item, AnnalsWordsForm form)
{
  g_autoptr (GPtrArray) dates = g_ptr_array_new ();
  gchar *ages = item->begin.qualifiers == item->end.qualifiers ? dup_ages (item) : NULL;

  if (ages != NULL)
    return ages;
  if (is_year (&item->begin) && is_year (&item->end)
      && item->begin.qualifiers == item->end.qualifiers)
    {
      gboolean is_gregorian = item->begin.calendar == ANNALS_CALENDAR_GREGORIAN;
      gchar *part = NULL;

      if (item->begin.qualifiers == ANNALS_QUALIFIER_NONE && !is_gregorian)
        return annals_calendar_dup_years_words (&item->begin, &item->end);
      if (item->begin.qualifiers == ANNALS_QUALIFIER_NONE)
        return annals_words_dup_years (item->begin.year, item->end.year);
      if (item->begin.qualifiers == ANNALS_QUALIFIER_APPROXIMATE && is_gregorian)
        part = annals_words_dup_part (item->begin.year, item->end.year);
      if (part != NULL)
        return part;
    }

  g_ptr_array_add (dates, (gpointer) &item->begin);
  g_ptr_array_add (dates, (gpointer) &item->end);

  return dup_dates (dates, JOIN_RANGE, form);
}

static gchar *
dup_known_period (const AnnalsEdtfItem *item, AnnalsWordsForm form)
{
  g_autofree gchar *words = NULL;

  if (!annals_edtf_date_equal (&item->begin, &item->end))
    return dup_range (item, form);

  words = dup_qualified (&item->begin, form, ANNALS_WORDS_ROLE_WITHIN);

  /* Translators: a period that began and ended within the same date. */
  return g_strdup_printf (C_ ("period", "within %s"), words);
}

static gchar *
dup_period_without_dates (const AnnalsEdtfItem *item)
{
  if (item->begin_state == ANNALS_END_OPEN)
    return g_strdup (item->end_state == ANNALS_END_OPEN ? C_ ("period", "at all times")
                                                        : C_ ("period", "until an unknown time"));

  return g_strdup (item->end_state == ANNALS_END_OPEN
                       ? C_ ("period", "since an unknown time")
                       : C_ ("period", "from an unknown time to an unknown time"));
}

static gchar *
dup_period (const AnnalsEdtfItem *item, AnnalsWordsForm form)
{
  gboolean knows_begin = item->begin_state == ANNALS_END_KNOWN;
  gboolean knows_end = item->end_state == ANNALS_END_KNOWN;
  g_autofree gchar *words = NULL;

  if (knows_begin && knows_end)
    return dup_known_period (item, form);
  if (!knows_begin && !knows_end)
    return dup_period_without_dates (item);

  if (item->end_state == ANNALS_END_OPEN)
    {
      words = dup_qualified (&item->begin, form, ANNALS_WORDS_ROLE_SINCE);
      /* Translators: a period that goes on; %s is when it began. */
      return g_strdup_printf (C_ ("period", "since %s"), words);
    }
  if (item->begin_state == ANNALS_END_OPEN)
    {
      words = dup_qualified (&item->end, form, ANNALS_WORDS_ROLE_UNTIL);
      /* Translators: a period that always was; %s is when it ended. */
      return g_strdup_printf (C_ ("period", "until %s"), words);
    }

  if (knows_begin)
    {
      words = dup_qualified (&item->begin, form, ANNALS_WORDS_ROLE_SINCE);
      /* Translators: a period whose end nobody knows; %s is when it began. */
      return g_strdup_printf (C_ ("period", "from %s, end unknown"), words);
    }

  words = dup_qualified (&item->end, form, ANNALS_WORDS_ROLE_UNTIL);

  /* Translators: a period whose begin nobody knows; %s is when it ended. */
  return g_strdup_printf (C_ ("period", "until %s, begin unknown"), words);
}

/* Sets */

static gchar *
dup_choice (const AnnalsEdtfItem *item, AnnalsWordsForm form)
{
  g_autofree gchar *words = NULL;

  if (item->begin_state == ANNALS_END_KNOWN && item->end_state == ANNALS_END_KNOWN)
    return dup_range (item, form);

  if (item->begin_state == ANNALS_END_KNOWN)
    {
      words = dup_qualified_alone (&item->begin, form);
      /* Translators: some time from %s on, it is not known when. */
      return g_strdup_printf (C_ ("one of", "%s or later"), words);
    }

  words = dup_qualified (&item->end, form, ANNALS_WORDS_ROLE_UNTIL);

  /* Translators: some time not later than %s, it is not known when. */
  return g_strdup_printf (C_ ("one of", "by %s"), words);
}

static gchar *
dup_member (const AnnalsEdtfItem *item, AnnalsSpanKind kind, AnnalsWordsForm form)
{
  if (!item->is_range)
    return dup_qualified_alone (&item->begin, form);
  if (kind == ANNALS_SPAN_ONE_OF)
    return dup_choice (item, form);
  if (item->begin_state == ANNALS_END_KNOWN && item->end_state == ANNALS_END_KNOWN)
    return dup_range (item, form);

  return dup_period (item, form);
}

static gchar *
dup_only_member (const AnnalsEdtfItem *item, AnnalsSpanKind kind, AnnalsWordsForm form)
{
  g_autoptr (GPtrArray) dates = NULL;
  g_autofree gchar *words = NULL;

  if (!item->is_range || item->begin_state != ANNALS_END_KNOWN
      || item->end_state != ANNALS_END_KNOWN)
    return dup_member (item, kind, form);
  if (kind == ANNALS_SPAN_ONE_OF)
    {
      dates = g_ptr_array_new ();
      g_ptr_array_add (dates, (gpointer) &item->begin);
      g_ptr_array_add (dates, (gpointer) &item->end);
      return dup_dates (dates, JOIN_BETWEEN, form);
    }

  words = dup_range (item, form);
  /* Translators: every date of a range. */
  return g_strdup_printf (C_ ("all of", "each of %s"), words);
}

/* Nobody reads more of them; “…” stands for the rest. */
static gchar *
dup_set (const AnnalsEdtf *edtf, AnnalsWordsForm form)
{
  g_autoptr (GPtrArray) dates = g_ptr_array_new ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  Join join = edtf->kind == ANNALS_SPAN_ONE_OF ? JOIN_OR : JOIN_AND;
  guint n_items = annals_edtf_get_n_items (edtf);
  guint n_said = MIN (n_items, ANNALS_WORDS_MAX_MEMBERS);
  g_autofree AnnalsEdtfItem *items = g_new (AnnalsEdtfItem, n_said);

  for (guint i = 0; i < n_said; i++)
    annals_edtf_get_item (edtf, i, &items[i]);
  if (n_items == 1)
    return dup_only_member (items, edtf->kind, form);

  for (guint i = 0; i < n_said; i++)
    {
      if (!items[i].is_range)
        g_ptr_array_add (dates, &items[i].begin);
      g_ptr_array_add (parts, dup_member (&items[i], edtf->kind, form));
    }
  if (dates->len == n_items)
    return dup_dates (dates, join, form);

  if (n_said < n_items)
    g_ptr_array_add (parts, g_strdup ("…"));

  return dup_joined (parts, join, FALSE);
}

/* One more than can be said shows that there are more. */
static guint
get_n_said (const AnnalsEdtf *edtf)
{
  return MIN (annals_edtf_get_n_items (edtf), ANNALS_WORDS_MAX_MEMBERS + 1);
}

/* Notes which era a date is of; one that is said as an age names none. */
static void
note_era (const AnnalsEdtfDate *date, gboolean *has_before, gboolean *has_ours)
{
  g_autofree gchar *age = date->year <= 0 ? annals_words_dup_age (date) : NULL;

  if (age == NULL)
    *(date->year <= 0 ? has_before : has_ours) = TRUE;
}

/* Whether one date lies before our era and another in it. */
static gboolean
has_both_eras (const AnnalsEdtf *edtf)
{
  gboolean has_before = FALSE;
  gboolean has_ours = FALSE;

  for (guint i = 0; i < get_n_said (edtf); i++)
    {
      AnnalsEdtfItem item;

      annals_edtf_get_item (edtf, i, &item);
      if (item.begin.calendar != ANNALS_CALENDAR_GREGORIAN)
        return FALSE;
      if (item.begin_state == ANNALS_END_KNOWN)
        note_era (&item.begin, &has_before, &has_ours);
      if (item.end_state == ANNALS_END_KNOWN)
        note_era (&item.end, &has_before, &has_ours);
    }

  return has_before && has_ours;
}

static void
name_eras (AnnalsEdtfItem *item)
{
  item->begin.names_era = TRUE;
  item->end.names_era = TRUE;
}

static gchar *
dup_words (const AnnalsEdtf *edtf, AnnalsWordsForm form)
{
  const AnnalsEdtfItem *item = &edtf->only;

  switch (edtf->kind)
    {
    case ANNALS_SPAN_PERIOD:
      return dup_period (item, form);
    case ANNALS_SPAN_ONE_OF:
    case ANNALS_SPAN_ALL_OF:
      return dup_set (edtf, form);
    case ANNALS_SPAN_MOMENT:
    default:
      return dup_qualified_alone (&item->begin, form);
    }
}

/**
 * annals_words_dup:
 * @edtf: a date taken apart
 * @form: how long the words may be
 *
 * Says a date in the language of the locale.
 *
 * Returns: (transfer full): the words
 */
gchar *
annals_words_dup (const AnnalsEdtf *edtf, AnnalsWordsForm form)
{
  g_autoptr (GArray) items = NULL;
  AnnalsEdtf said = *edtf;

  if (!has_both_eras (edtf))
    return dup_words (edtf, form);

  name_eras (&said.only);
  items = g_array_new (FALSE, FALSE, sizeof (AnnalsEdtfItem));
  for (guint i = 0; i < get_n_said (edtf); i++)
    {
      AnnalsEdtfItem item;

      annals_edtf_get_item (edtf, i, &item);
      name_eras (&item);
      g_array_append_val (items, item);
    }
  if (items->len > 1)
    said.items = items;

  return dup_words (&said, form);
}
