/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-typed-stretch.h"

/* Stretches of a text that is typed, and what their ends say. */

/**
 * annals_typed_get_token:
 * @typed: a way through a text
 * @index: which token; the one after the last is %ANNALS_TOKEN_END
 *
 * Returns: (transfer none): the token
 */
const AnnalsToken *
annals_typed_get_token (const AnnalsTyped *typed, guint index)
{
  return &typed->text->tokens[index];
}

/**
 * annals_typed_means:
 * @typed: a way through a text
 * @index: which token
 * @term: a meaning
 *
 * Returns: whether the token is a word of which @term is one of the senses
 */
gboolean
annals_typed_means (const AnnalsTyped *typed, guint index, AnnalsTerm term)
{
  const AnnalsToken *token = annals_typed_get_token (typed, index);

  return token->sense != 0 && annals_typed_text_means (typed->text, token, term, NULL);
}

/**
 * annals_typed_is_sign:
 * @typed: a way through a text
 * @index: which token
 * @signs: ASCII signs
 *
 * Returns: whether the token is one of @signs
 */
gboolean
annals_typed_is_sign (const AnnalsTyped *typed, guint index, const gchar *signs)
{
  const AnnalsToken *token = annals_typed_get_token (typed, index);

  return token->kind == ANNALS_TOKEN_SIGN && token->sign < 0x80
         && strchr (signs, (gchar) token->sign) != NULL;
}

static gboolean
is_closed (const AnnalsTyped *typed, AnnalsStretch stretch)
{
  static const gchar *const pairs[] = { "()", "[]", "{}", "\"\"" };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const gchar open[] = { pairs[i][0], '\0' };
      const gchar close[] = { pairs[i][1], '\0' };

      if (!annals_typed_is_sign (typed, stretch.first, open)
          || !annals_typed_is_sign (typed, stretch.first + stretch.n - 1, close))
        continue;
      for (guint j = stretch.first + 1; j + 1 < stretch.first + stretch.n; j++)
        if (annals_typed_is_sign (typed, j, open) || annals_typed_is_sign (typed, j, close))
          return FALSE;
      return TRUE;
    }

  return FALSE;
}

/**
 * annals_stretch_trim:
 * @typed: a way through a text
 * @stretch: a stretch of it
 *
 * Returns: @stretch without what annals_typed_means nothing at either end, and without brackets or
 * quotation marks around all of it
 */
AnnalsStretch
annals_stretch_trim (const AnnalsTyped *typed, AnnalsStretch stretch)
{
  while (stretch.n > 0 && annals_typed_is_sign (typed, stretch.first, ",;:.*"))
    {
      stretch.first++;
      stretch.n--;
    }
  while (stretch.n > 0 && annals_typed_is_sign (typed, stretch.first + stretch.n - 1, ",;:.*"))
    stretch.n--;
  if (stretch.n > 2 && is_closed (typed, stretch))
    return annals_stretch_trim (typed, (AnnalsStretch){ stretch.first + 1, stretch.n - 2 });

  return stretch;
}

/**
 * annals_stretch_trim_joint:
 * @typed: a way through a text
 * @stretch: a stretch of it
 *
 * Returns: @stretch without what joins it to what comes after
 */
AnnalsStretch
annals_stretch_trim_joint (const AnnalsTyped *typed, AnnalsStretch stretch)
{
  while (stretch.n > 0
         && (annals_typed_means (typed, stretch.first + stretch.n - 1, ANNALS_TERM_AND)
             || annals_typed_is_sign (typed, stretch.first + stretch.n - 1, ",;-")))
    stretch.n--;

  return stretch;
}

/**
 * annals_stretch_find_word:
 * @typed: a way through a text
 * @stretch: a stretch of it
 * @term: a meaning
 *
 * Returns: the first token of @stretch that annals_typed_means @term; the token after @stretch when
 * none does
 */
guint
annals_stretch_find_word (const AnnalsTyped *typed, AnnalsStretch stretch, AnnalsTerm term)
{
  guint i = stretch.first;

  while (i < stretch.first + stretch.n && !annals_typed_means (typed, i, term))
    i++;

  return i;
}

/**
 * annals_stretch_count_qualifiers:
 * @typed: a way through a text
 * @stretch: a stretch of it
 * @qualifiers: (inout): #AnnalsQualifiers, to which those found are added
 *
 * Finds what is said of the whole at its begin, such as “perhaps” in “perhaps before 1900”; it is
 * said of the date.
 *
 * Returns: how many tokens say that, or nothing
 */
guint
annals_stretch_count_qualifiers (const AnnalsTyped *typed, AnnalsStretch stretch, guint *qualifiers)
{
  guint n = 0;

  for (; n < stretch.n; n++)
    {
      guint index = stretch.first + n;

      if (annals_typed_means (typed, index, ANNALS_TERM_ABOUT)
          || annals_typed_is_sign (typed, index, "~"))
        *qualifiers |= ANNALS_QUALIFIER_APPROXIMATE;
      else if (annals_typed_means (typed, index, ANNALS_TERM_PERHAPS)
               || annals_typed_is_sign (typed, index, "?"))
        *qualifiers |= ANNALS_QUALIFIER_UNCERTAIN;
      else if (!annals_typed_means (typed, index, ANNALS_TERM_NOISE)
               || annals_typed_means (typed, index, ANNALS_TERM_SINCE))
        break;
    }

  return n;
}

/**
 * annals_stretch_read_draft:
 * @typed: a way through a text
 * @stretch: a stretch of it
 * @draft: (out caller-allocates): what it says
 *
 * Returns: whether @stretch, trimmed, is a date or a part of one
 */
gboolean
annals_stretch_read_draft (AnnalsTyped *typed, AnnalsStretch stretch, AnnalsDraft *draft)
{
  stretch = annals_stretch_trim (typed, stretch);

  return stretch.n > 0 && annals_draft_read (typed, stretch.first, stretch.n, draft);
}

/**
 * annals_stretch_read_item:
 * @typed: a way through a text
 * @stretch: a stretch of it
 * @item: (out caller-allocates): the date
 *
 * Returns: whether @stretch is a date by itself
 */
gboolean
annals_stretch_read_item (AnnalsTyped *typed, AnnalsStretch stretch, AnnalsTypedItem *item)
{
  AnnalsDraft draft;

  return annals_stretch_read_draft (typed, stretch, &draft) && draft.unit != ANNALS_DRAFT_NOW
         && draft.unit != ANNALS_DRAFT_UNKNOWN && annals_draft_finish (typed, &draft, item);
}

/**
 * annals_draft_has_missing_end:
 * @draft: an end of a period
 *
 * Returns: whether @draft says that the period goes on, or that this end is unknown
 */
gboolean
annals_draft_has_missing_end (const AnnalsDraft *draft)
{
  return draft->unit == ANNALS_DRAFT_NOW || draft->unit == ANNALS_DRAFT_UNKNOWN;
}

/**
 * annals_typed_write_period:
 * @item: a range
 * @edtf: where to append it
 *
 * Returns: %TRUE, so that it can end what reads a period
 */
gboolean
annals_typed_write_period (const AnnalsTypedItem *item, GString *edtf)
{
  g_string_append_printf (edtf, "%s/%s", item->begin, item->end);

  return TRUE;
}
