/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-typed-stretch.h"

/* Two dates that belong together: from one to another, between them, at their turn. */

/* “?” in the place of an end. */
static void
understand_unknown (AnnalsDraft *draft)
{
  if (draft->unit == ANNALS_DRAFT_NOTHING && draft->part == 0
      && draft->qualifiers == ANNALS_QUALIFIER_UNCERTAIN)
    draft->unit = ANNALS_DRAFT_UNKNOWN;
}

static gboolean
complete_both (AnnalsDraft *left, AnnalsDraft *right)
{
  gboolean is_shared = !annals_draft_is_complete (left) && !annals_draft_has_missing_end (right);
  guint qualifiers = left->qualifiers | right->qualifiers;

  if (annals_draft_has_missing_end (left) || annals_draft_has_missing_end (right))
    return annals_draft_is_complete (left) && annals_draft_is_complete (right);
  if (!annals_draft_complete (left, right, TRUE) || !annals_draft_complete (right, left, FALSE)
      || !annals_draft_complete (left, right, TRUE))
    return FALSE;
  if (is_shared && left->part == 0 && right->part == 0)
    left->qualifiers = right->qualifiers = qualifiers;

  return annals_draft_is_complete (left) && annals_draft_is_complete (right);
}

static gboolean
check_order (AnnalsTyped *typed, const AnnalsTypedItem *item)
{
  AnnalsSpan begin;
  AnnalsSpan end;

  if (!annals_span_from_edtf (&begin, item->begin, NULL)
      || !annals_span_from_edtf (&end, item->end, NULL) || begin.begin_earliest <= end.end_latest)
    return TRUE;

  return annals_typed_fail (typed, _ ("The end lies before the begin."));
}

static gboolean
has_two_years (const AnnalsDraft *draft)
{
  return draft->unit == ANNALS_DRAFT_YEAR && draft->dual != 0;
}

/* A “c.” before two ends with a dash between is said of both, as in “c. 1860s – 1870s”; but one
 * that has its own era, or is joined by a word, is a date by itself: “c. 500 BC to 400 BC”. */
static gboolean
is_about_both (const AnnalsTyped *typed,
               AnnalsStretch left,
               AnnalsStretch right,
               const AnnalsDraft *drafts)
{
  guint qualifiers = 0;

  return right.first > 0 && annals_typed_is_sign (typed, right.first - 1, "-")
         && annals_stretch_count_qualifiers (typed, left, &qualifiers) > 0
         && qualifiers == drafts[0].qualifiers && qualifiers != 0 && drafts[1].qualifiers == 0
         && drafts[0].unit == drafts[1].unit && drafts[0].part == 0 && drafts[1].part == 0
         && (drafts[0].era == ANNALS_TYPED_ERA_NONE
             || (drafts[0].is_era_first && drafts[1].era == ANNALS_TYPED_ERA_NONE))
         && annals_draft_is_complete (&drafts[0]);
}

static gboolean
read_ends (AnnalsTyped *typed, AnnalsStretch left, AnnalsStretch right, AnnalsTypedItem *item)
{
  AnnalsDraft drafts[2];
  AnnalsTypedItem ends[2];

  /* “1947年から1991年まで” */
  if (right.n > 1 && annals_typed_means (typed, right.first + right.n - 1, ANNALS_TERM_UNTIL))
    right.n--;
  if (!annals_stretch_read_draft (typed, left, &drafts[0])
      || !annals_stretch_read_draft (typed, right, &drafts[1]) || has_two_years (&drafts[0])
      || has_two_years (&drafts[1]))
    return FALSE;
  understand_unknown (&drafts[0]);
  understand_unknown (&drafts[1]);
  /* “1947–date”; before a date the word annals_typed_means nothing. */
  if (right.n == 1 && drafts[1].unit == ANNALS_DRAFT_NOTHING
      && annals_typed_means (typed, right.first, ANNALS_TERM_NOW))
    drafts[1].unit = ANNALS_DRAFT_NOW;
  if (is_about_both (typed, left, right, drafts) && annals_typed_choose_qualified (typed) == 0)
    drafts[1].qualifiers = drafts[0].qualifiers;
  if (!complete_both (&drafts[0], &drafts[1]) || !annals_draft_finish (typed, &drafts[0], &ends[0])
      || !annals_draft_finish (typed, &drafts[1], &ends[1]))
    return FALSE;

  item->is_range = TRUE;
  g_strlcpy (item->begin, ends[0].begin, sizeof item->begin);
  g_strlcpy (item->end, ends[1].end, sizeof item->end);

  return check_order (typed, item);
}

/**
 * annals_typed_read_life:
 * @typed: a way through a text
 * @stretch: a stretch of it
 * @edtf: where to append what it says
 *
 * Reads “born 1850, died 1900” and “* 1850 † 1900”, whose star has been trimmed, or the other way
 * round.
 *
 * Returns: whether it is that
 */
gboolean
annals_typed_read_life (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf)
{
  guint after = stretch.first + stretch.n;
  guint born = annals_stretch_find_word (typed, stretch, ANNALS_TERM_BORN);
  guint died = annals_stretch_find_word (typed, stretch, ANNALS_TERM_DIED);
  gboolean has_star = born == after && stretch.first > 0
                      && annals_typed_is_sign (typed, stretch.first - 1, "*");
  guint first = has_star ? stretch.first : MIN (born, died) + 1;
  guint second = has_star ? died : MAX (born, died);
  AnnalsTypedItem item;
  AnnalsStretch left;
  AnnalsStretch right;

  if (second >= after || (!has_star && first != stretch.first + 1) || second <= first)
    return FALSE;

  left = annals_stretch_trim_joint (typed, (AnnalsStretch){ first, second - first });
  right = (AnnalsStretch){ second + 1, after - second - 1 };

  return left.n > 0 && right.n > 0
         && read_ends (typed, born > died && !has_star ? right : left,
                       born > died && !has_star ? left : right, &item)
         && annals_typed_write_period (&item, edtf);
}

static gboolean
bounds_below (const AnnalsTyped *typed, guint index)
{
  return annals_typed_means (typed, index, ANNALS_TERM_AFTER)
         || annals_typed_means (typed, index, ANNALS_TERM_OR_LATER)
         || annals_typed_means (typed, index, ANNALS_TERM_SINCE);
}

static gboolean
bounds_above (const AnnalsTyped *typed, guint index)
{
  return annals_typed_means (typed, index, ANNALS_TERM_BEFORE)
         || annals_typed_means (typed, index, ANNALS_TERM_BY);
}

/**
 * annals_typed_read_bounds:
 * @typed: a way through a text
 * @stretch: a stretch of it
 * @edtf: where to append what it says
 *
 * Reads “after 1850 and before 1860”.
 *
 * Returns: whether it is that
 */
gboolean
annals_typed_read_bounds (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf)
{
  guint after = stretch.first + stretch.n;
  gboolean is_ascending = bounds_below (typed, stretch.first);
  AnnalsTypedItem item;

  if (!is_ascending && !bounds_above (typed, stretch.first))
    return FALSE;
  for (guint i = stretch.first + 2; i + 1 < after; i++)
    {
      AnnalsStretch left = { stretch.first + 1, i - stretch.first - 1 };
      AnnalsStretch right = { i + 1, after - i - 1 };

      if (!(is_ascending ? bounds_above (typed, i) : bounds_below (typed, i)))
        continue;
      left = annals_stretch_trim_joint (typed, left);

      return left.n > 0
             && read_ends (typed, is_ascending ? left : right, is_ascending ? right : left, &item)
             && annals_typed_write_set (&item, "[]", edtf);
    }

  return FALSE;
}

static gboolean
speaks_of_turn (const AnnalsTyped *typed, AnnalsStretch stretch)
{
  gint part;

  for (guint i = stretch.first; i < stretch.first + stretch.n; i++)
    if (annals_typed_text_means (typed->text, annals_typed_get_token (typed, i), ANNALS_TERM_PART,
                                 &part)
        && part == ANNALS_TYPED_PART_TURN)
      return TRUE;

  return FALSE;
}

/**
 * annals_typed_read_turn:
 * @typed: a way through a text
 * @stretch: a stretch of it
 * @edtf: where to append what it says
 *
 * Reads “turn of the 19th and 20th centuries”, which is the turn of the later one.
 *
 * Returns: whether it is that
 */
gboolean
annals_typed_read_turn (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf)
{
  guint after = stretch.first + stretch.n;

  if (!speaks_of_turn (typed, stretch))
    return FALSE;
  for (guint i = stretch.first + 1; i + 1 < after; i++)
    {
      AnnalsDraft drafts[2];
      AnnalsTypedItem item;
      gint step;

      if (!annals_typed_means (typed, i, ANNALS_TERM_AND)
          && !annals_typed_means (typed, i, ANNALS_TERM_TO)
          && !annals_typed_is_sign (typed, i, "-/"))
        continue;
      if (!annals_stretch_read_draft (typed, (AnnalsStretch){ stretch.first, i - stretch.first },
                                      &drafts[0])
          || !annals_stretch_read_draft (typed, (AnnalsStretch){ i + 1, after - i - 1 }, &drafts[1])
          || drafts[0].part != ANNALS_TYPED_PART_TURN || drafts[1].part != 0
          || !complete_both (&drafts[0], &drafts[1]) || drafts[0].unit != drafts[1].unit
          || (drafts[0].unit != ANNALS_DRAFT_CENTURY && drafts[0].unit != ANNALS_DRAFT_MILLENNIUM))
        continue;
      step = drafts[1].era == ANNALS_TYPED_ERA_BCE ? -1 : 1;
      drafts[1].part = drafts[0].part;
      drafts[1].qualifiers |= drafts[0].qualifiers;
      if (drafts[0].era != drafts[1].era || drafts[1].year != drafts[0].year + step
          || !annals_draft_finish (typed, &drafts[1], &item))
        continue;
      g_string_append (edtf, item.begin);
      return TRUE;
    }

  return FALSE;
}

typedef gboolean (*IsJoint) (const AnnalsTyped *typed, guint index);

static gboolean
is_wide_joint (const AnnalsTyped *typed, guint index)
{
  const AnnalsToken *token = annals_typed_get_token (typed, index);

  if (annals_typed_means (typed, index, ANNALS_TERM_TO))
    return TRUE;

  return annals_typed_is_sign (typed, index, "-")
         && ((token->flags & ANNALS_TOKEN_LONG_DASH) || (token[1].flags & ANNALS_TOKEN_SPACED));
}

static gboolean
is_dash (const AnnalsTyped *typed, guint index)
{
  return annals_typed_is_sign (typed, index, "-");
}

static gboolean
is_slash (const AnnalsTyped *typed, guint index)
{
  return annals_typed_is_sign (typed, index, "/");
}

static gboolean
is_and (const AnnalsTyped *typed, guint index)
{
  return annals_typed_means (typed, index, ANNALS_TERM_AND);
}

/* “1066×1087” is how editors of charters write that it lies between. */
static gboolean
is_times (const AnnalsTyped *typed, guint index)
{
  const AnnalsToken *token = annals_typed_get_token (typed, index);

  return (token->kind == ANNALS_TOKEN_SIGN && token->sign == 0xd7)
         || (token->kind == ANNALS_TOKEN_WORD && token->end - token->start == 1
             && typed->text->plain[token->start] == 'x');
}

static gboolean
read_joined (AnnalsTyped *typed, AnnalsStretch stretch, IsJoint is_joint, AnnalsTypedItem *item)
{
  guint after = stretch.first + stretch.n;

  for (guint i = stretch.first + 1; i + 1 < after; i++)
    if (is_joint (typed, i)
        && read_ends (typed, (AnnalsStretch){ stretch.first, i - stretch.first },
                      (AnnalsStretch){ i + 1, after - i - 1 }, item))
      return TRUE;

  return FALSE;
}

/**
 * annals_typed_read_period:
 * @typed: a way through a text
 * @stretch: a stretch of it
 * @item: (out caller-allocates): the period
 *
 * Reads two ends with a word, a dash or a slash between: the widest joint is tried first.
 *
 * Returns: whether it is that
 */
gboolean
annals_typed_read_period (AnnalsTyped *typed, AnnalsStretch stretch, AnnalsTypedItem *item)
{
  static const IsJoint joints[] = { is_wide_joint, is_dash, is_slash };

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (read_joined (typed, stretch, joints[i], item))
      return TRUE;

  return FALSE;
}

/* “probably between 1650 and 1660” doubts both. */
static void
qualify_ends (AnnalsTypedItem *item, guint qualifiers)
{
  static const gchar *const signs[] = { "", "?", "~", "%" };
  gchar *const ends[] = { item->begin, item->end };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if ((g_ascii_isalnum (*ends[i]) || *ends[i] == '-') && strpbrk (ends[i], "?~%") == NULL)
      g_strlcat (ends[i], signs[qualifiers & 3], ANNALS_TYPED_EDTF_BYTES);
}

/**
 * annals_typed_read_two:
 * @typed: a way through a text
 * @stretch: a stretch of it
 * @edtf: where to append what it says
 *
 * Reads forms with two dates that begin with a word: “between 1650 and 1660”, “from 1650 to 1660”;
 * and “1066×1087”.
 *
 * Returns: whether it is that
 */
gboolean
annals_typed_read_two (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf)
{
  guint qualifiers = 0;
  guint n_skipped = annals_stretch_count_qualifiers (typed, stretch, &qualifiers);
  AnnalsStretch rest = { stretch.first + n_skipped + 1, stretch.n - n_skipped - 1 };
  guint first = stretch.first + n_skipped;
  AnnalsTypedItem item;

  if (n_skipped + 2 >= stretch.n)
    return FALSE;
  if (read_joined (typed, stretch, is_times, &item))
    return annals_typed_write_set (&item, "[]", edtf);
  if (annals_typed_means (typed, first, ANNALS_TERM_BETWEEN)
      && (read_joined (typed, rest, is_and, &item)
          || annals_typed_read_period (typed, rest, &item)))
    {
      qualify_ends (&item, qualifiers);
      return annals_typed_write_set (&item, "[]", edtf);
    }
  if (annals_typed_means (typed, first, ANNALS_TERM_EACH_OF)
      && annals_typed_read_period (typed, rest, &item))
    return annals_typed_write_set (&item, "{}", edtf);
  if ((annals_typed_means (typed, first, ANNALS_TERM_FROM)
       || annals_typed_means (typed, first, ANNALS_TERM_WITHIN))
      && annals_typed_read_period (typed, rest, &item))
    {
      qualify_ends (&item, qualifiers);
      return annals_typed_write_period (&item, edtf);
    }

  return FALSE;
}
