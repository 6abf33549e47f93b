/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-typed.h"

/* How dates are put together: before, after and since one, from one to another, one or another. */

#define MAX_MEMBERS 64

typedef struct
{
  guint first;
  guint n;
} Stretch;

static const AnnalsToken *
get_token (const AnnalsTyped *typed, guint index)
{
  return &typed->text->tokens[index];
}

static gboolean
means (const AnnalsTyped *typed, guint index, AnnalsTerm term)
{
  const AnnalsToken *token = get_token (typed, index);

  return token->sense != 0 && annals_typed_text_means (typed->text, token, term, NULL);
}

static gboolean
is_sign (const AnnalsTyped *typed, guint index, const gchar *signs)
{
  const AnnalsToken *token = get_token (typed, index);

  return token->kind == ANNALS_TOKEN_SIGN && token->sign < 0x80
         && strchr (signs, (gchar) token->sign) != NULL;
}

static gboolean
is_closed (const AnnalsTyped *typed, Stretch stretch)
{
  static const gchar *const pairs[] = { "()", "[]", "{}", "\"\"" };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const gchar open[] = { pairs[i][0], '\0' };
      const gchar close[] = { pairs[i][1], '\0' };

      if (!is_sign (typed, stretch.first, open)
          || !is_sign (typed, stretch.first + stretch.n - 1, close))
        continue;
      for (guint j = stretch.first + 1; j + 1 < stretch.first + stretch.n; j++)
        if (is_sign (typed, j, open) || is_sign (typed, j, close))
          return FALSE;
      return TRUE;
    }

  return FALSE;
}

/* Without what means nothing at either end. */
static Stretch
trim (const AnnalsTyped *typed, Stretch stretch)
{
  while (stretch.n > 0 && is_sign (typed, stretch.first, ",;:.*"))
    {
      stretch.first++;
      stretch.n--;
    }
  while (stretch.n > 0 && is_sign (typed, stretch.first + stretch.n - 1, ",;:.*"))
    stretch.n--;
  if (stretch.n > 2 && is_closed (typed, stretch))
    return trim (typed, (Stretch){ stretch.first + 1, stretch.n - 2 });

  return stretch;
}

static gboolean
read_draft (AnnalsTyped *typed, Stretch stretch, AnnalsDraft *draft)
{
  stretch = trim (typed, stretch);

  return stretch.n > 0 && annals_draft_read (typed, stretch.first, stretch.n, draft);
}

static gboolean
read_item (AnnalsTyped *typed, Stretch stretch, AnnalsTypedItem *item)
{
  AnnalsDraft draft;

  return read_draft (typed, stretch, &draft) && draft.unit != ANNALS_DRAFT_NOW
         && draft.unit != ANNALS_DRAFT_UNKNOWN && annals_draft_finish (typed, &draft, item);
}

static gboolean
write_period (const AnnalsTypedItem *item, GString *edtf)
{
  g_string_append_printf (edtf, "%s/%s", item->begin, item->end);

  return TRUE;
}

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

/* What is said of the whole, such as “perhaps before 1900”, is said of the date. */
static guint
count_leading_qualifiers (const AnnalsTyped *typed, Stretch stretch, guint *qualifiers)
{
  guint n = 0;

  for (; n < stretch.n; n++)
    {
      guint index = stretch.first + n;

      if (means (typed, index, ANNALS_TERM_ABOUT) || is_sign (typed, index, "~"))
        *qualifiers |= ANNALS_QUALIFIER_APPROXIMATE;
      else if (means (typed, index, ANNALS_TERM_PERHAPS) || is_sign (typed, index, "?"))
        *qualifiers |= ANNALS_QUALIFIER_UNCERTAIN;
      else if (!means (typed, index, ANNALS_TERM_NOISE) || means (typed, index, ANNALS_TERM_SINCE))
        break;
    }

  return n;
}

static gboolean
read_qualified_item (AnnalsTyped *typed, Stretch stretch, guint qualifiers, AnnalsTypedItem *item)
{
  AnnalsDraft draft;

  if (!read_draft (typed, stretch, &draft) || draft.unit == ANNALS_DRAFT_NOW
      || draft.unit == ANNALS_DRAFT_UNKNOWN)
    return FALSE;
  draft.qualifiers |= qualifiers;

  return annals_draft_finish (typed, &draft, item);
}

/* “from 1985, end unknown” and “until 1985, begin unknown”. */
static gboolean
read_half_known (AnnalsTyped *typed, Stretch stretch, GString *edtf)
{
  guint last = stretch.first + stretch.n - 1;
  gboolean is_begin = stretch.n > 2 && means (typed, last, ANNALS_TERM_END_UNKNOWN)
                      && means (typed, stretch.first, ANNALS_TERM_SINCE);
  gboolean is_end = stretch.n > 2 && means (typed, last, ANNALS_TERM_BEGIN_UNKNOWN)
                    && means (typed, stretch.first, ANNALS_TERM_UNTIL);
  AnnalsTypedItem item;

  if ((!is_begin && !is_end)
      || !read_item (typed, (Stretch){ stretch.first + 1, stretch.n - 2 }, &item))
    return FALSE;
  write_form (edtf, is_begin ? "b/" : "/e", &item);

  return TRUE;
}

static gboolean
read_relation (AnnalsTyped *typed, Stretch stretch, GString *edtf)
{
  guint qualifiers = 0;
  guint n_skipped = count_leading_qualifiers (typed, stretch, &qualifiers);
  guint n_left = stretch.n - n_skipped;
  guint first = stretch.first + n_skipped;
  AnnalsTypedItem item;

  for (guint i = 0; n_left > 1 && i < G_N_ELEMENTS (relations); i++)
    {
      guint hyphen = is_sign (typed, first + 1, "-") ? 1 : 0;

      /* “from 1947 onwards” and “by 1850 at the latest” */
      guint n_after = n_left > 2 && means (typed, first + n_left - 1, relations[i].term) ? 1 : 0;

      if (means (typed, first, relations[i].term)
          && read_qualified_item (typed,
                                  (Stretch){ first + 1 + hyphen, n_left - 1 - hyphen - n_after },
                                  qualifiers, &item))
        return write_relation (typed, i, &item, edtf);
      if ((means (typed, first + n_left - 1, relations[i].term)
           || (relations[i].term == ANNALS_TERM_OR_LATER
               && is_sign (typed, first + n_left - 1, "+")))
          && read_qualified_item (typed, (Stretch){ first, n_left - 1 }, qualifiers, &item))
        return write_relation (typed, i, &item, edtf);
    }

  return FALSE;
}

/* Periods */

static gboolean
has_missing_end (const AnnalsDraft *draft)
{
  return draft->unit == ANNALS_DRAFT_NOW || draft->unit == ANNALS_DRAFT_UNKNOWN;
}

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
  gboolean is_shared = !annals_draft_is_complete (left) && !has_missing_end (right);
  guint qualifiers = left->qualifiers | right->qualifiers;

  if (has_missing_end (left) || has_missing_end (right))
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
is_about_both (const AnnalsTyped *typed, Stretch left, Stretch right, const AnnalsDraft *drafts)
{
  guint qualifiers = 0;

  return right.first > 0 && is_sign (typed, right.first - 1, "-")
         && count_leading_qualifiers (typed, left, &qualifiers) > 0
         && qualifiers == drafts[0].qualifiers && qualifiers != 0 && drafts[1].qualifiers == 0
         && drafts[0].unit == drafts[1].unit && drafts[0].part == 0 && drafts[1].part == 0
         && (drafts[0].era == ANNALS_TYPED_ERA_NONE
             || (drafts[0].is_era_first && drafts[1].era == ANNALS_TYPED_ERA_NONE))
         && annals_draft_is_complete (&drafts[0]);
}

static gboolean
read_ends (AnnalsTyped *typed, Stretch left, Stretch right, AnnalsTypedItem *item)
{
  AnnalsDraft drafts[2];
  AnnalsTypedItem ends[2];

  /* “1947年から1991年まで” */
  if (right.n > 1 && means (typed, right.first + right.n - 1, ANNALS_TERM_UNTIL))
    right.n--;
  if (!read_draft (typed, left, &drafts[0]) || !read_draft (typed, right, &drafts[1])
      || has_two_years (&drafts[0]) || has_two_years (&drafts[1]))
    return FALSE;
  understand_unknown (&drafts[0]);
  understand_unknown (&drafts[1]);
  /* “1947–date”; before a date the word means nothing. */
  if (right.n == 1 && drafts[1].unit == ANNALS_DRAFT_NOTHING
      && means (typed, right.first, ANNALS_TERM_NOW))
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

typedef gboolean (*IsJoint) (const AnnalsTyped *typed, guint index);

/* Without what joins it to what comes after. */
static Stretch
trim_joint (const AnnalsTyped *typed, Stretch stretch)
{
  while (stretch.n > 0
         && (means (typed, stretch.first + stretch.n - 1, ANNALS_TERM_AND)
             || is_sign (typed, stretch.first + stretch.n - 1, ",;-")))
    stretch.n--;

  return stretch;
}

static guint
find_word (const AnnalsTyped *typed, Stretch stretch, AnnalsTerm term)
{
  guint i = stretch.first;

  while (i < stretch.first + stretch.n && !means (typed, i, term))
    i++;

  return i;
}

/* “born 1850, died 1900”, “* 1850 † 1900”, whose star has been trimmed, or the other way round. */
static gboolean
read_life (AnnalsTyped *typed, Stretch stretch, GString *edtf)
{
  guint after = stretch.first + stretch.n;
  guint born = find_word (typed, stretch, ANNALS_TERM_BORN);
  guint died = find_word (typed, stretch, ANNALS_TERM_DIED);
  gboolean has_star = born == after && stretch.first > 0 && is_sign (typed, stretch.first - 1, "*");
  guint first = has_star ? stretch.first : MIN (born, died) + 1;
  guint second = has_star ? died : MAX (born, died);
  AnnalsTypedItem item;
  Stretch left;
  Stretch right;

  if (second >= after || (!has_star && first != stretch.first + 1) || second <= first)
    return FALSE;

  left = trim_joint (typed, (Stretch){ first, second - first });
  right = (Stretch){ second + 1, after - second - 1 };

  return left.n > 0 && right.n > 0
         && read_ends (typed, born > died && !has_star ? right : left,
                       born > died && !has_star ? left : right, &item)
         && write_period (&item, edtf);
}

static gboolean
bounds_below (const AnnalsTyped *typed, guint index)
{
  return means (typed, index, ANNALS_TERM_AFTER) || means (typed, index, ANNALS_TERM_OR_LATER)
         || means (typed, index, ANNALS_TERM_SINCE);
}

static gboolean
bounds_above (const AnnalsTyped *typed, guint index)
{
  return means (typed, index, ANNALS_TERM_BEFORE) || means (typed, index, ANNALS_TERM_BY);
}

/* “after 1850 and before 1860” */
static gboolean
read_bounds (AnnalsTyped *typed, Stretch stretch, GString *edtf)
{
  guint after = stretch.first + stretch.n;
  gboolean is_ascending = bounds_below (typed, stretch.first);
  AnnalsTypedItem item;

  if (!is_ascending && !bounds_above (typed, stretch.first))
    return FALSE;
  for (guint i = stretch.first + 2; i + 1 < after; i++)
    {
      Stretch left = { stretch.first + 1, i - stretch.first - 1 };
      Stretch right = { i + 1, after - i - 1 };

      if (!(is_ascending ? bounds_above (typed, i) : bounds_below (typed, i)))
        continue;
      left = trim_joint (typed, left);

      return left.n > 0
             && read_ends (typed, is_ascending ? left : right, is_ascending ? right : left, &item)
             && annals_typed_write_set (&item, "[]", edtf);
    }

  return FALSE;
}

static gboolean
speaks_of_turn (const AnnalsTyped *typed, Stretch stretch)
{
  gint part;

  for (guint i = stretch.first; i < stretch.first + stretch.n; i++)
    if (annals_typed_text_means (typed->text, get_token (typed, i), ANNALS_TERM_PART, &part)
        && part == ANNALS_TYPED_PART_TURN)
      return TRUE;

  return FALSE;
}

/* “turn of the 19th and 20th centuries” is the turn of the later one. */
static gboolean
read_turn (AnnalsTyped *typed, Stretch stretch, GString *edtf)
{
  guint after = stretch.first + stretch.n;

  if (!speaks_of_turn (typed, stretch))
    return FALSE;
  for (guint i = stretch.first + 1; i + 1 < after; i++)
    {
      AnnalsDraft drafts[2];
      AnnalsTypedItem item;
      gint step;

      if (!means (typed, i, ANNALS_TERM_AND) && !means (typed, i, ANNALS_TERM_TO)
          && !is_sign (typed, i, "-/"))
        continue;
      if (!read_draft (typed, (Stretch){ stretch.first, i - stretch.first }, &drafts[0])
          || !read_draft (typed, (Stretch){ i + 1, after - i - 1 }, &drafts[1])
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

static gboolean
is_wide_joint (const AnnalsTyped *typed, guint index)
{
  const AnnalsToken *token = get_token (typed, index);

  if (means (typed, index, ANNALS_TERM_TO))
    return TRUE;

  return is_sign (typed, index, "-")
         && ((token->flags & ANNALS_TOKEN_LONG_DASH) || (token[1].flags & ANNALS_TOKEN_SPACED));
}

static gboolean
is_dash (const AnnalsTyped *typed, guint index)
{
  return is_sign (typed, index, "-");
}

static gboolean
is_slash (const AnnalsTyped *typed, guint index)
{
  return is_sign (typed, index, "/");
}

static gboolean
is_and (const AnnalsTyped *typed, guint index)
{
  return means (typed, index, ANNALS_TERM_AND);
}

/* “1066×1087” is how editors of charters write that it lies between. */
static gboolean
is_times (const AnnalsTyped *typed, guint index)
{
  const AnnalsToken *token = get_token (typed, index);

  return (token->kind == ANNALS_TOKEN_SIGN && token->sign == 0xd7)
         || (token->kind == ANNALS_TOKEN_WORD && token->end - token->start == 1
             && typed->text->plain[token->start] == 'x');
}

static gboolean
read_joined (AnnalsTyped *typed, Stretch stretch, IsJoint is_joint, AnnalsTypedItem *item)
{
  guint after = stretch.first + stretch.n;

  for (guint i = stretch.first + 1; i + 1 < after; i++)
    if (is_joint (typed, i)
        && read_ends (typed, (Stretch){ stretch.first, i - stretch.first },
                      (Stretch){ i + 1, after - i - 1 }, item))
      return TRUE;

  return FALSE;
}

static gboolean
read_period (AnnalsTyped *typed, Stretch stretch, AnnalsTypedItem *item)
{
  static const IsJoint joints[] = { is_wide_joint, is_dash, is_slash };

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (read_joined (typed, stretch, joints[i], item))
      return TRUE;

  return FALSE;
}

/* “1947–” and “–1985”. */
static gboolean
read_half_open (AnnalsTyped *typed, Stretch stretch, GString *edtf)
{
  /* Translators: how “1947–” is read. */
  const gchar *reasons[] = { _ ("it goes on"), _ ("the end is not known") };
  AnnalsTypedItem item;

  if (stretch.n < 2)
    return FALSE;
  if (is_sign (typed, stretch.first + stretch.n - 1, "-")
      && read_item (typed, (Stretch){ stretch.first, stretch.n - 1 }, &item))
    {
      write_form (edtf, annals_typed_choose (typed, 2, reasons) == 0 ? "b/.." : "b/", &item);
      return TRUE;
    }
  if (is_sign (typed, stretch.first, "-")
      && read_item (typed, (Stretch){ stretch.first + 1, stretch.n - 1 }, &item))
    {
      write_form (edtf, "../e", &item);
      return TRUE;
    }

  return FALSE;
}

/* Lists */

/* “by 1667” and “1670 or later” as members of a set. */
static gboolean
read_open_member (AnnalsTyped *typed, Stretch stretch, GString *edtf)
{
  AnnalsTypedItem item;
  Stretch rest = { stretch.first, stretch.n - 1 };
  gsize length = edtf->len;

  if (stretch.n < 2)
    return FALSE;
  if (means (typed, stretch.first + rest.n, ANNALS_TERM_OR_LATER) && read_item (typed, rest, &item))
    {
      annals_typed_append_member (edtf, &item);
      g_string_append (edtf, "..");
      return TRUE;
    }
  rest.first++;
  if (!means (typed, stretch.first, ANNALS_TERM_BY) || !read_item (typed, rest, &item))
    return FALSE;
  annals_typed_append_member (edtf, &item);
  g_string_insert (edtf, (gssize) length, "..");

  return TRUE;
}

typedef struct
{
  AnnalsTyped *typed;
  Stretch stretches[MAX_MEMBERS];
  guint n;
} List;

static gboolean
is_conjunction (const AnnalsTyped *typed, guint index, AnnalsTerm term)
{
  return means (typed, index, term);
}

static gboolean
is_readable (AnnalsTyped *typed, Stretch stretch)
{
  AnnalsDraft draft;
  AnnalsTypedItem item;
  g_autoptr (GString) unused = g_string_new (NULL);
  guint n_choices = typed->n_choices;
  gboolean is_read = read_draft (typed, stretch, &draft) || read_period (typed, stretch, &item)
                     || read_open_member (typed, stretch, unused);

  typed->n_choices = n_choices;

  return is_read;
}

/* Commas divide, but also stand within “May 3, 1916”: of the stretches that begin here, the longest
 * that can be read is taken. */
static guint
find_member (const List *list, guint first, guint after)
{
  guint ends[4];
  guint n_ends = 0;

  for (guint i = first; i < after && n_ends < G_N_ELEMENTS (ends); i++)
    if (is_sign (list->typed, i, ",;"))
      ends[n_ends++] = i;
  if (n_ends < G_N_ELEMENTS (ends))
    ends[n_ends++] = after;
  while (n_ends > 0)
    {
      guint end = ends[--n_ends];

      if (end > first && is_readable (list->typed, (Stretch){ first, end - first }))
        return end;
    }

  return first;
}

static gboolean
add_members (List *list, guint first, guint after)
{
  while (first < after)
    {
      guint end = find_member (list, first, after);

      if (end == first || list->n == MAX_MEMBERS)
        return FALSE;
      list->stretches[list->n++] = (Stretch){ first, end - first };
      first = end + 1;
    }

  return TRUE;
}

static gboolean
divide (List *list, Stretch stretch, AnnalsTerm term)
{
  guint first = stretch.first;
  guint after = stretch.first + stretch.n;
  guint n_conjunctions = 0;

  list->n = 0;
  /* “either … or”, “both … and” */
  if (first < after
      && (means (list->typed, first, term) || means (list->typed, first, ANNALS_TERM_EACH_OF)))
    first++;
  for (guint i = first; i <= after; i++)
    {
      guint end = i;

      if (i < after && !is_conjunction (list->typed, i, term))
        continue;
      if (i < after)
        n_conjunctions++;
      if (end > first && is_sign (list->typed, end - 1, ","))
        end--;
      if (end == first || !add_members (list, first, end))
        return FALSE;
      first = i + 1;
    }

  /* Commas alone mean each. */
  return list->n > 1 && (n_conjunctions > 0 || term == ANNALS_TERM_AND);
}

static gboolean
write_members (List *list, GString *edtf)
{
  AnnalsDraft *drafts = g_newa (AnnalsDraft, MAX_MEMBERS);
  gboolean are_drafts[MAX_MEMBERS];

  for (guint i = 0; i < list->n; i++)
    are_drafts[i] = read_draft (list->typed, list->stretches[i], &drafts[i]);
  for (guint i = list->n; i-- > 1;)
    if (are_drafts[i - 1] && are_drafts[i]
        && !annals_draft_complete (&drafts[i - 1], &drafts[i], TRUE))
      return FALSE;
  for (guint i = 1; i < list->n; i++)
    if (are_drafts[i - 1] && are_drafts[i]
        && !annals_draft_complete (&drafts[i], &drafts[i - 1], FALSE))
      return FALSE;
  for (guint i = 0; i < list->n; i++)
    {
      AnnalsTypedItem item;
      gboolean is_read;

      if (i > 0)
        g_string_append_c (edtf, ',');
      if (!are_drafts[i] && read_open_member (list->typed, list->stretches[i], edtf))
        continue;
      is_read = are_drafts[i] ? annals_draft_finish (list->typed, &drafts[i], &item)
                              : read_period (list->typed, list->stretches[i], &item);

      if (!is_read || (are_drafts[i] && has_missing_end (&drafts[i])))
        return FALSE;
      annals_typed_append_member (edtf, &item);
    }

  return TRUE;
}

static gboolean
read_list_of (AnnalsTyped *typed,
              Stretch stretch,
              AnnalsTerm term,
              const gchar *brackets,
              GString *edtf)
{
  List *list = g_newa (List, 1);
  gsize length = edtf->len;

  list->typed = typed;
  /* A birth and a death are no list. */
  if (find_word (typed, stretch, ANNALS_TERM_BORN) < stretch.first + stretch.n
      && find_word (typed, stretch, ANNALS_TERM_DIED) < stretch.first + stretch.n)
    return FALSE;
  if (!divide (list, stretch, term))
    return FALSE;
  g_string_append_c (edtf, brackets[0]);
  if (write_members (list, edtf))
    {
      g_string_append_c (edtf, brackets[1]);
      return TRUE;
    }
  g_string_truncate (edtf, length);

  return FALSE;
}

static gboolean
read_list (AnnalsTyped *typed, Stretch stretch, GString *edtf)
{
  return read_list_of (typed, stretch, ANNALS_TERM_OR, "[]", edtf)
         || read_list_of (typed, stretch, ANNALS_TERM_AND, "{}", edtf);
}

/* Forms with two dates */

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

static gboolean
read_two (AnnalsTyped *typed, Stretch stretch, GString *edtf)
{
  guint qualifiers = 0;
  guint n_skipped = count_leading_qualifiers (typed, stretch, &qualifiers);
  Stretch rest = { stretch.first + n_skipped + 1, stretch.n - n_skipped - 1 };
  guint first = stretch.first + n_skipped;
  AnnalsTypedItem item;

  if (n_skipped + 2 >= stretch.n)
    return FALSE;
  if (read_joined (typed, stretch, is_times, &item))
    return annals_typed_write_set (&item, "[]", edtf);
  if (means (typed, first, ANNALS_TERM_BETWEEN)
      && (read_joined (typed, rest, is_and, &item) || read_period (typed, rest, &item)))
    {
      qualify_ends (&item, qualifiers);
      return annals_typed_write_set (&item, "[]", edtf);
    }
  if (means (typed, first, ANNALS_TERM_EACH_OF) && read_period (typed, rest, &item))
    return annals_typed_write_set (&item, "{}", edtf);
  if ((means (typed, first, ANNALS_TERM_FROM) || means (typed, first, ANNALS_TERM_WITHIN))
      && read_period (typed, rest, &item))
    {
      qualify_ends (&item, qualifiers);
      return write_period (&item, edtf);
    }

  return FALSE;
}

/* Words that mean something as a whole. */
static gboolean
read_fixed (AnnalsTyped *typed, Stretch stretch, GString *edtf)
{
  guint joint = stretch.first + 1;
  gboolean is_open = means (typed, stretch.first, ANNALS_TERM_SINCE);

  if (stretch.n == 1 && means (typed, stretch.first, ANNALS_TERM_ALWAYS))
    g_string_append (edtf, "../..");
  else if (stretch.n == 2 && means (typed, joint, ANNALS_TERM_UNKNOWN)
           && (is_open || means (typed, stretch.first, ANNALS_TERM_UNTIL)))
    g_string_append (edtf, is_open ? "/.." : "../");
  else
    return FALSE;

  return TRUE;
}

static gboolean
read_one (AnnalsTyped *typed, Stretch stretch, GString *edtf)
{
  AnnalsDraft draft;
  AnnalsTypedItem item;

  /* “1990 on” */
  if (stretch.n > 1 && means (typed, stretch.first + stretch.n - 1, ANNALS_TERM_SINCE))
    return FALSE;
  if (!read_draft (typed, stretch, &draft) || has_missing_end (&draft))
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
read_plain_period (AnnalsTyped *typed, Stretch stretch, GString *edtf)
{
  AnnalsTypedItem item;

  return read_period (typed, stretch, &item) && write_period (&item, edtf);
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
  static gboolean (*const forms[]) (AnnalsTyped * typed, Stretch stretch, GString * edtf)
      = { read_fixed,  read_half_known, read_life,         read_turn, read_one,      read_two,
          read_bounds, read_relation,   read_plain_period, read_list, read_half_open };
  Stretch stretch = trim (typed, (Stretch){ 0, typed->text->n_tokens });
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
