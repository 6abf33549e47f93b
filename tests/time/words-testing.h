/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-date.h"

G_BEGIN_DECLS

/**
 * WordsCase:
 * @edtf: a date
 * @words: what it is called
 *
 * A row of the tables of dates in words.
 */
typedef struct
{
  const gchar *edtf;
  const gchar *words;
} WordsCase;

gboolean words_are_translated (void);
void words_check_stretches (void);
void words_check (const WordsCase *cases, gsize n_cases, AnnalsWordsForm form);

G_END_DECLS
