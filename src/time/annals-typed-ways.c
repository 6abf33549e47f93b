/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-typed.h"

/* Forks on the way through a text, and why a way leads nowhere. */

/**
 * annals_typed_choose:
 * @typed: a way through a text
 * @n_branches: how many ways there are from here
 * @reasons: (array length=n_branches): why each of them may be right; likeliest first
 *
 * Chooses at a fork.
 *
 * Returns: which way to go
 */
guint
annals_typed_choose (AnnalsTyped *typed, guint n_branches, const gchar *const *reasons)
{
  guint fork = typed->n_choices;
  guint chosen;

  if (n_branches < 2 || fork == ANNALS_TYPED_MAX_CHOICES)
    return 0;

  typed->n_choices++;
  chosen = MIN (typed->chosen[fork], n_branches - 1);
  typed->n_branches[fork] = n_branches;
  typed->reasons[fork] = reasons[chosen];

  return chosen;
}

/**
 * annals_typed_choose_qualified:
 * @typed: a way through a text
 *
 * Chooses of what the “c.” of “c. 1850–1860” is said.
 *
 * Returns: 0: of both ends; 1: of the begin
 */
guint
annals_typed_choose_qualified (AnnalsTyped *typed)
{
  const gchar *reasons[] = {
    /* Translators: how “c. 1850–1860” is read. */
    _ ("both ends are about then"),
    /* Translators: how “c. 1850–1860” is read. */
    _ ("only the begin is about then"),
  };

  return annals_typed_choose (typed, G_N_ELEMENTS (reasons), reasons);
}

/**
 * annals_typed_fail:
 * @typed: a way through a text
 * @format: a translated sentence, as for printf()
 * @...: its arguments
 *
 * Remembers why a text is no date. The first reason is kept.
 *
 * Returns: %FALSE, for the caller to return
 */
gboolean
annals_typed_fail (AnnalsTyped *typed, const gchar *format, ...)
{
  va_list arguments;

  if (typed->error != NULL)
    return FALSE;

  va_start (arguments, format);
  typed->error = g_error_new_valist (ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_IMPOSSIBLE, format,
                                     arguments);
  va_end (arguments);

  return FALSE;
}
