/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-words.h"

/* What a date turns into beside other words. Many languages put it into a case there, or give it an
 * article, and which depends on whether it is a year, a day, a decade or a century: “7. Oktober
 * 2001”, but “seit dem 7. Oktober 2001” and “bis zum 7. Oktober 2001”. So each has a pattern of its
 * own for every such place. English has the same words everywhere. */

typedef struct
{
  const gchar *context;
  const gchar *text;
} Pattern;

static const Pattern patterns[ANNALS_WORDS_N_ROLES][ANNALS_WORDS_N_KINDS] = {
  [ANNALS_WORDS_ROLE_ALONE] = {
    /* Translators: a year, a month with its year, or a season with its year, alone. */
    { "year or month", NC_ ("year or month", "%s") },
    /* Translators: a day with its month and year, alone. */
    { "day", NC_ ("day", "%s") },
    /* Translators: a decade, alone; %s is its first year, such as 1970. */
    { "decade", NC_ ("decade", "the %ss") },
    /* Translators: a century, alone; %s is an ordinal number such as 20th. */
    { "century", NC_ ("century", "the %s century") },
    /* Translators: a century, alone; %s is an ordinal number such as 2nd. */
    { "century BCE", NC_ ("century BCE", "the %s century BCE") },
    /* Translators: an age, alone; the one %s here is a length of time such as 66 million years. */
    { "age", NC_ ("age", "%s ago") },
  },
  [ANNALS_WORDS_ROLE_ABOUT] = {
    /* Translators: a year, a month with its year, or a season with its year, as it stands in “about
     * %s”. */
    { "year or month after about", NC_ ("year or month after about", "%s") },
    /* Translators: a day with its month and year, as it stands in “about %s”. */
    { "day after about", NC_ ("day after about", "%s") },
    /* Translators: a decade, as it stands in “about %s”; %s is its first year, such as 1970. */
    { "decade after about", NC_ ("decade after about", "the %ss") },
    /* Translators: a century, as it stands in “about %s”; %s is an ordinal number such as 20th. */
    { "century after about", NC_ ("century after about", "the %s century") },
    /* Translators: a century, as it stands in “about %s”; %s is an ordinal number such as 2nd. */
    { "century BCE after about", NC_ ("century BCE after about", "the %s century BCE") },
    /* Translators: an age, as it stands in “about %s”; the one %s here is a length of time such as 66 million years. */
    { "age after about", NC_ ("age after about", "%s ago") },
  },
  [ANNALS_WORDS_ROLE_SINCE] = {
    /* Translators: a year, a month with its year, or a season with its year, as it stands in “since
     * %s”. */
    { "year or month after since", NC_ ("year or month after since", "%s") },
    /* Translators: a day with its month and year, as it stands in “since %s”. */
    { "day after since", NC_ ("day after since", "%s") },
    /* Translators: a decade, as it stands in “since %s”; %s is its first year, such as 1970. */
    { "decade after since", NC_ ("decade after since", "the %ss") },
    /* Translators: a century, as it stands in “since %s”; %s is an ordinal number such as 20th. */
    { "century after since", NC_ ("century after since", "the %s century") },
    /* Translators: a century, as it stands in “since %s”; %s is an ordinal number such as 2nd. */
    { "century BCE after since", NC_ ("century BCE after since", "the %s century BCE") },
    /* Translators: an age, as it stands in “since
     * %s”; the one %s here is a length of time such as 66 million years. */
    { "age after since", NC_ ("age after since", "%s ago") },
  },
  [ANNALS_WORDS_ROLE_UNTIL] = {
    /* Translators: a year, a month with its year, or a season with its year, as it stands in “until
     * %s” and “by %s”. */
    { "year or month after until", NC_ ("year or month after until", "%s") },
    /* Translators: a day with its month and year, as it stands in “until %s” and “by %s”. */
    { "day after until", NC_ ("day after until", "%s") },
    /* Translators: a decade, as it stands in “until %s” and “by %s”; %s is its first year, such as
     * 1970. */
    { "decade after until", NC_ ("decade after until", "the %ss") },
    /* Translators: a century, as it stands in “until %s” and “by %s”; %s is an ordinal number such
     * as 20th. */
    { "century after until", NC_ ("century after until", "the %s century") },
    /* Translators: a century, as it stands in “until %s” and “by %s”; %s is an ordinal number such
     * as 2nd. */
    { "century BCE after until", NC_ ("century BCE after until", "the %s century BCE") },
    /* Translators: an age, as it stands in “until
     * %s” and “by %s”; the one %s here is a length of time such as 66 million years. */
    { "age after until", NC_ ("age after until", "%s ago") },
  },
  [ANNALS_WORDS_ROLE_BETWEEN] = {
    /* Translators: a year, a month with its year, a month without it, or a season with its year, as
     * it stands in “between %s and %s”. */
    { "year or month after between", NC_ ("year or month after between", "%s") },
    /* Translators: a day, alone or with its month or month and year, as it stands in “between %s
     * and %s”. */
    { "day after between", NC_ ("day after between", "%s") },
    /* Translators: a decade, as it stands in “between %s and %s”; %s is its first year, such as
     * 1970. */
    { "decade after between", NC_ ("decade after between", "the %ss") },
    /* Translators: a century, as it stands in “between %s and %s”; %s is an ordinal number such as
     * 20th. */
    { "century after between", NC_ ("century after between", "the %s century") },
    /* Translators: a century, as it stands in “between %s and %s”; %s is an ordinal number such as
     * 2nd. */
    { "century BCE after between", NC_ ("century BCE after between", "the %s century BCE") },
    /* Translators: an age, as it
     * stands in “between %s and %s”; the one %s here is a length of time such as 66 million years. */
    { "age after between", NC_ ("age after between", "%s ago") },
  },
  [ANNALS_WORDS_ROLE_WITHIN] = {
    /* Translators: a year, a month with its year, or a season with its year, as it stands in
     * “within %s”. */
    { "year or month after within", NC_ ("year or month after within", "%s") },
    /* Translators: a day with its month and year, as it stands in “within %s”. */
    { "day after within", NC_ ("day after within", "%s") },
    /* Translators: a decade, as it stands in “within %s”; %s is its first year, such as 1970. */
    { "decade after within", NC_ ("decade after within", "the %ss") },
    /* Translators: a century, as it stands in “within %s”; %s is an ordinal number such as 20th. */
    { "century after within", NC_ ("century after within", "the %s century") },
    /* Translators: a century, as it stands in “within %s”; %s is an ordinal number such as 2nd. */
    { "century BCE after within", NC_ ("century BCE after within", "the %s century BCE") },
    /* Translators: an age, as it stands in
     * “within %s”; the one %s here is a length of time such as 66 million years. */
    { "age after within", NC_ ("age after within", "%s ago") },
  },
  [ANNALS_WORDS_ROLE_IN] = {
    /* Translators: years, as they follow a day or month of one of them. */
    { "in years", NC_ ("in years", "in %s") },
    /* Translators: a day, as it follows a time. */
    { "in day", NC_ ("in day", "on %s") },
    /* Translators: a decade, as it follows a day or month of one of its years, in “25 December in
     * the 1560s”; %s is its first year, such as 1560. */
    { "in decade", NC_ ("in decade", "in the %ss") },
    /* Translators: a century, as it follows a day or month of one of its years; %s is an ordinal
     * number such as 20th. */
    { "in century", NC_ ("in century", "in the %s century") },
    /* Translators: a century, as it follows a day or month of one of its years; %s is an ordinal
     * number such as 2nd. */
    { "in century BCE", NC_ ("in century BCE", "in the %s century BCE") },
    /* Translators: an age, as it follows a day or month; %s is a length of time such as 66 million
     * years. */
    { "in age", NC_ ("in age", "%s ago") },
  },
};

static void
put_filled (AnnalsWordsOut *out, const gchar *text, const gchar *words)
{
  const gchar *gap = strstr (text, "%s");

  if (gap == NULL)
    annals_words_put (out, "%s", words);
  else
    annals_words_put (out, "%.*s%s%s", (gint) (gap - text), text, words, gap + strlen ("%s"));
}

/**
 * annals_words_dup_filled:
 * @text: a translated text
 * @words: what to put in the place of its “%s”
 *
 * Fills a text that is chosen from a table and so cannot be checked as a format.
 *
 * Returns: (transfer full): the words
 */
gchar *
annals_words_dup_filled (const gchar *text, const gchar *words)
{
  AnnalsWordsOut out = { NULL };

  put_filled (&out, text, words);
  return out.words;
}

/**
 * annals_words_put_in_role:
 * @out: where words go
 * @role: the words that the date stands beside
 * @kind: what date it is
 * @words: the words that all roles have in common: the first year of a decade, the ordinal number
 *   of a century, the whole date otherwise
 *
 * Puts a date into the form it has beside other words.
 */
void
annals_words_put_in_role (AnnalsWordsOut *out,
                          AnnalsWordsRole role,
                          AnnalsWordsKind kind,
                          const gchar *words)
{
  const Pattern *pattern = &patterns[role][kind];

  put_filled (out, g_dpgettext2 (GETTEXT_PACKAGE, pattern->context, pattern->text), words);
}

/**
 * annals_words_dup_in_role:
 * @role: the words that the date stands beside
 * @kind: what date it is
 * @words: the words that all roles have in common
 *
 * Does what annals_words_put_in_role() does.
 *
 * Returns: (transfer full): the words
 */
gchar *
annals_words_dup_in_role (AnnalsWordsRole role, AnnalsWordsKind kind, const gchar *words)
{
  AnnalsWordsOut out = { NULL };

  annals_words_put_in_role (&out, role, kind, words);
  return out.words;
}
