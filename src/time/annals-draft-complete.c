/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-typed.h"

/* Drafts beside each other: what one leaves out, another says. */

/**
 * annals_draft_get_power:
 * @n_digits: how many digits, at most 18
 *
 * Returns: ten to the power of @n_digits
 */
gint64
annals_draft_get_power (gint n_digits)
{
  gint64 power = 1;

  while (n_digits-- > 0)
    power *= 10;

  return power;
}

static void
take_year (AnnalsDraft *draft, const AnnalsDraft *model)
{
  draft->year = model->year;
  draft->n_year_digits = model->n_year_digits;
  draft->has_apostrophe = model->has_apostrophe;
  draft->era = model->era;
  draft->is_era_first = model->is_era_first;
  draft->dual = draft->month < ANNALS_EDTF_SEASON_FIRST ? model->dual : 0;
  draft->calendar = model->calendar;
  draft->calendar_era = model->calendar_era;
}

static gboolean
abbreviates_year (const AnnalsDraft *draft, const AnnalsDraft *model)
{
  return draft->n_bare_digits < model->n_year_digits && model->n_year_digits >= 3;
}

/* A number becomes what the other draft is: the 17 of “17–19th century” is a century. */
static gboolean
complete_bare (AnnalsDraft *draft, const AnnalsDraft *model, gboolean is_before)
{
  switch (model->unit)
    {
    case ANNALS_DRAFT_DAY:
      if (draft->n_bare_digits > 2)
        return FALSE;
      draft->day = (gint) draft->bare;
      draft->month = model->month;
      take_year (draft, model);
      break;
    case ANNALS_DRAFT_CENTURY:
    case ANNALS_DRAFT_MILLENNIUM:
      draft->year = draft->bare;
      if (draft->era == ANNALS_TYPED_ERA_NONE)
        draft->era = model->era;
      break;
    case ANNALS_DRAFT_DECADE:
      draft->year = draft->bare;
      draft->n_year_digits = draft->n_bare_digits;
      break;
    case ANNALS_DRAFT_YEAR:
      if (draft->is_bare_ordinal)
        return FALSE;
      draft->year = draft->bare;
      if (model->era == ANNALS_TYPED_ERA_NONE)
        {
          if (is_before || !abbreviates_year (draft, model))
            return FALSE;
          draft->year += model->year - model->year % annals_draft_get_power (draft->n_bare_digits);
        }
      draft->n_year_digits = MAX (draft->n_bare_digits, model->n_year_digits);
      draft->era = model->era;
      break;
    case ANNALS_DRAFT_AGE:
      draft->power = model->power;
      draft->anchor = model->anchor;
      break;
    default:
      return FALSE;
    }
  draft->unit = model->unit;

  return TRUE;
}

static gboolean
needs_year (const AnnalsDraft *draft)
{
  return (draft->unit == ANNALS_DRAFT_DAY || draft->unit == ANNALS_DRAFT_MONTH)
         && draft->n_year_digits == 0;
}

/**
 * annals_draft_is_short_decade:
 * @draft: a draft
 *
 * Returns: whether it is a decade without its century, as “the 70s”
 */
gboolean
annals_draft_is_short_decade (const AnnalsDraft *draft)
{
  return draft->unit == ANNALS_DRAFT_DECADE && draft->n_year_digits < 3
         && draft->era == ANNALS_TYPED_ERA_NONE;
}

/**
 * annals_draft_is_complete:
 * @draft: a draft
 *
 * Returns: whether it needs no other to be a date
 */
gboolean
annals_draft_is_complete (const AnnalsDraft *draft)
{
  return draft->unit != ANNALS_DRAFT_NOTHING && draft->unit != ANNALS_DRAFT_BARE
         && !needs_year (draft)
         && !(draft->unit == ANNALS_DRAFT_DAY && draft->month == 0 && draft->feast == 0
              && draft->day > 0);
}

static void
complete_era (AnnalsDraft *draft, const AnnalsDraft *model, gboolean is_before)
{
  gboolean has_era = draft->unit >= ANNALS_DRAFT_DAY && draft->unit <= ANNALS_DRAFT_MILLENNIUM;

  if (!has_era || draft->era != ANNALS_TYPED_ERA_NONE)
    return;
  /* “100–50 BC”, but not “1900 – 44 BC”, which is the wrong way round. */
  if (is_before && model->era == ANNALS_TYPED_ERA_BCE && draft->unit == model->unit
      && !model->is_era_first)
    draft->era = ANNALS_TYPED_ERA_BCE;
  else if (!is_before && model->era == ANNALS_TYPED_ERA_BCE && model->is_era_first
           && draft->year < model->year)
    draft->era = ANNALS_TYPED_ERA_BCE;
}

/**
 * annals_draft_complete:
 * @draft: a draft
 * @model: another one beside it
 * @is_before: whether @draft stands before @model
 *
 * Takes from @model what @draft leaves out: in “3–9 May 1916” the month and the year, in “late 17th
 * to early 18th century” the century.
 *
 * Returns: whether @draft may be a date now; it need not be complete
 */
gboolean
annals_draft_complete (AnnalsDraft *draft, const AnnalsDraft *model, gboolean is_before)
{
  if (draft->unit == ANNALS_DRAFT_NOTHING)
    {
      gint part = draft->part;
      guint qualifiers = draft->qualifiers;

      if (part == ANNALS_TYPED_PART_NONE)
        return FALSE;
      *draft = *model;
      draft->part = part;
      draft->qualifiers = qualifiers | model->qualifiers;
      return TRUE;
    }
  if (draft->unit == ANNALS_DRAFT_BARE)
    return complete_bare (draft, model, is_before);

  if (draft->unit == ANNALS_DRAFT_DAY && draft->month == 0 && draft->feast == 0)
    draft->month = model->month;
  if (needs_year (draft) && model->n_year_digits > 0)
    take_year (draft, model);
  if (annals_draft_is_short_decade (draft) && model->n_year_digits >= 3)
    {
      draft->year += model->year - model->year % 100;
      draft->n_year_digits = model->n_year_digits;
      draft->has_apostrophe = FALSE;
    }
  /* “145–66 Ma” */
  if (is_before && draft->unit == ANNALS_DRAFT_YEAR && draft->era == ANNALS_TYPED_ERA_NONE
      && draft->dual == 0 && model->unit == ANNALS_DRAFT_AGE)
    {
      draft->unit = ANNALS_DRAFT_BARE;
      draft->bare = draft->year;
      draft->n_bare_digits = draft->n_year_digits;
      return complete_bare (draft, model, is_before);
    }
  if (draft->unit == ANNALS_DRAFT_YEAR && annals_draft_is_short_decade (model) && is_before
      && model->part == ANNALS_TYPED_PART_NONE && draft->year % 10 == 0)
    draft->unit = ANNALS_DRAFT_DECADE;
  if (draft->has_apostrophe && model->n_year_digits >= 3 && !model->has_apostrophe)
    {
      draft->year += model->year - model->year % 100;
      draft->has_apostrophe = FALSE;
    }
  complete_era (draft, model, is_before);

  return TRUE;
}
