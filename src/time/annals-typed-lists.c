/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-typed-stretch.h"

/* One date or another, and one and another. */

#define MAX_MEMBERS 64

/* “by 1667” and “1670 or later” as members of a set. */
static gboolean
read_open_member (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf)
{
  AnnalsTypedItem item;
  AnnalsStretch rest = { stretch.first, stretch.n - 1 };
  gsize length = edtf->len;

  if (stretch.n < 2)
    return FALSE;
  if (annals_typed_means (typed, stretch.first + rest.n, ANNALS_TERM_OR_LATER)
      && annals_stretch_read_item (typed, rest, &item))
    {
      annals_typed_append_member (edtf, &item);
      g_string_append (edtf, "..");
      return TRUE;
    }
  rest.first++;
  if (!annals_typed_means (typed, stretch.first, ANNALS_TERM_BY)
      || !annals_stretch_read_item (typed, rest, &item))
    return FALSE;
  annals_typed_append_member (edtf, &item);
  g_string_insert (edtf, (gssize) length, "..");

  return TRUE;
}

typedef struct
{
  AnnalsTyped *typed;
  AnnalsStretch stretches[MAX_MEMBERS];
  guint n;
} List;

static gboolean
is_conjunction (const AnnalsTyped *typed, guint index, AnnalsTerm term)
{
  return annals_typed_means (typed, index, term);
}

static gboolean
is_readable (AnnalsTyped *typed, AnnalsStretch stretch)
{
  AnnalsDraft draft;
  AnnalsTypedItem item;
  g_autoptr (GString) unused = g_string_new (NULL);
  guint n_choices = typed->n_choices;
  gboolean is_read = annals_stretch_read_draft (typed, stretch, &draft)
                     || annals_typed_read_period (typed, stretch, &item)
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
    if (annals_typed_is_sign (list->typed, i, ",;"))
      ends[n_ends++] = i;
  if (n_ends < G_N_ELEMENTS (ends))
    ends[n_ends++] = after;
  while (n_ends > 0)
    {
      guint end = ends[--n_ends];

      if (end > first && is_readable (list->typed, (AnnalsStretch){ first, end - first }))
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
      list->stretches[list->n++] = (AnnalsStretch){ first, end - first };
      first = end + 1;
    }

  return TRUE;
}

static gboolean
divide (List *list, AnnalsStretch stretch, AnnalsTerm term)
{
  guint first = stretch.first;
  guint after = stretch.first + stretch.n;
  guint n_conjunctions = 0;

  list->n = 0;
  /* “either … or”, “both … and” */
  if (first < after
      && (annals_typed_means (list->typed, first, term)
          || annals_typed_means (list->typed, first, ANNALS_TERM_EACH_OF)))
    first++;
  for (guint i = first; i <= after; i++)
    {
      guint end = i;

      if (i < after && !is_conjunction (list->typed, i, term))
        continue;
      if (i < after)
        n_conjunctions++;
      if (end > first && annals_typed_is_sign (list->typed, end - 1, ","))
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
    are_drafts[i] = annals_stretch_read_draft (list->typed, list->stretches[i], &drafts[i]);
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
                              : annals_typed_read_period (list->typed, list->stretches[i], &item);

      if (!is_read || (are_drafts[i] && annals_draft_has_missing_end (&drafts[i])))
        return FALSE;
      annals_typed_append_member (edtf, &item);
    }

  return TRUE;
}

static gboolean
read_list_of (AnnalsTyped *typed,
              AnnalsStretch stretch,
              AnnalsTerm term,
              const gchar *brackets,
              GString *edtf)
{
  List *list = g_newa (List, 1);
  gsize length = edtf->len;

  list->typed = typed;
  /* A birth and a death are no list. */
  if (annals_stretch_find_word (typed, stretch, ANNALS_TERM_BORN) < stretch.first + stretch.n
      && annals_stretch_find_word (typed, stretch, ANNALS_TERM_DIED) < stretch.first + stretch.n)
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

/**
 * annals_typed_read_list:
 * @typed: a way through a text
 * @stretch: a stretch of it
 * @edtf: where to append what it says
 *
 * Reads “1667, 1668 or 1670” and “1667 and 1670” as the sets of EDTF that mean one or all of them.
 *
 * Returns: whether it is that
 */
gboolean
annals_typed_read_list (AnnalsTyped *typed, AnnalsStretch stretch, GString *edtf)
{
  return read_list_of (typed, stretch, ANNALS_TERM_OR, "[]", edtf)
         || read_list_of (typed, stretch, ANNALS_TERM_AND, "{}", edtf);
}
