/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-edtf.h"

G_BEGIN_DECLS

/* Within src/time/ only: words for dates taken apart. */

/**
 * AnnalsWordsRole:
 * @ANNALS_WORDS_ROLE_ALONE: with no other words, or with some that leave it as it is
 * @ANNALS_WORDS_ROLE_ABOUT: in “about 1612”
 * @ANNALS_WORDS_ROLE_SINCE: in “since 2001”
 * @ANNALS_WORDS_ROLE_UNTIL: in “until 1985” and “by 2007”
 * @ANNALS_WORDS_ROLE_BETWEEN: in “between 2004 and 2007”
 * @ANNALS_WORDS_ROLE_WITHIN: in “within 1985”
 * @ANNALS_WORDS_ROLE_IN: in “25 December in the 1560s”
 *
 * Beside which words a date stands.
 */
typedef enum
{
  ANNALS_WORDS_ROLE_ALONE,
  ANNALS_WORDS_ROLE_ABOUT,
  ANNALS_WORDS_ROLE_SINCE,
  ANNALS_WORDS_ROLE_UNTIL,
  ANNALS_WORDS_ROLE_BETWEEN,
  ANNALS_WORDS_ROLE_WITHIN,
  ANNALS_WORDS_ROLE_IN,
} AnnalsWordsRole;

#define ANNALS_WORDS_N_ROLES (ANNALS_WORDS_ROLE_IN + 1)

/**
 * AnnalsWordsKind:
 * @ANNALS_WORDS_KIND_YEAR: a year, or a month or season of it
 * @ANNALS_WORDS_KIND_DAY: a day, or a time of day
 * @ANNALS_WORDS_KIND_DECADE: a decade of our era
 * @ANNALS_WORDS_KIND_CENTURY: a century of our era
 * @ANNALS_WORDS_KIND_CENTURY_BCE: a century before it
 * @ANNALS_WORDS_KIND_AGE: how long ago something was
 *
 * What dates take different forms beside the same words.
 */
typedef enum
{
  ANNALS_WORDS_KIND_YEAR,
  ANNALS_WORDS_KIND_DAY,
  ANNALS_WORDS_KIND_DECADE,
  ANNALS_WORDS_KIND_CENTURY,
  ANNALS_WORDS_KIND_CENTURY_BCE,
  ANNALS_WORDS_KIND_AGE,
} AnnalsWordsKind;

#define ANNALS_WORDS_N_KINDS (ANNALS_WORDS_KIND_AGE + 1)

gchar *annals_calendar_dup_date_words (const AnnalsEdtfDate *date, AnnalsWordsForm form);
gchar *annals_calendar_dup_year_words (const AnnalsEdtfDate *date);
gchar *annals_calendar_dup_years_words (const AnnalsEdtfDate *first, const AnnalsEdtfDate *last);
const gchar *annals_calendar_get_month_words (const AnnalsEdtfDate *date, AnnalsWordsForm form);
gboolean annals_calendar_years_are_one (const AnnalsEdtfDate *a, const AnnalsEdtfDate *b);

/**
 * AnnalsWordsOut:
 * @bytes: (nullable): the caller's memory that words are written to
 * @size: how much that is; what does not fit is cut
 * @words: (nullable) (transfer full): the words, where there are no @bytes
 *
 * Where words go.
 */
typedef struct
{
  gchar *bytes;
  gsize size;
  gchar *words;
} AnnalsWordsOut;

void annals_words_put (AnnalsWordsOut *out, const gchar *format, ...) G_GNUC_PRINTF (2, 3);
void annals_words_put_year (AnnalsWordsOut *out, gint64 year);
void annals_words_put_years (AnnalsWordsOut *out, gint64 first, gint64 last);
void annals_words_put_month (AnnalsWordsOut *out, const gchar *month, const gchar *year);
void annals_words_put_day (AnnalsWordsOut *out, gint day, const gchar *month, const gchar *year);
void annals_words_put_day_of_year (AnnalsWordsOut *out, gint day, const gchar *month);
void annals_words_put_range (AnnalsWordsOut *out,
                             gboolean is_tight,
                             const gchar *first,
                             const gchar *last);
void annals_words_put_shared (AnnalsWordsOut *out,
                              const gchar *joined,
                              const gchar *month,
                              const gchar *year);
void annals_words_put_in_role (AnnalsWordsOut *out,
                               AnnalsWordsRole role,
                               AnnalsWordsKind kind,
                               const gchar *words);

/* Numbers from here on are grouped, so that 12,015 is not taken for a day or a sum. */
#define ANNALS_WORDS_GROUPED_FROM 10000
/* Years of our era up to here say so: a bare “43” is no year to a reader. */
#define ANNALS_WORDS_MARKED_UNTIL 99

/* Of larger sets the rest is not said. */
#define ANNALS_WORDS_MAX_MEMBERS 100

gchar *annals_words_dup (const AnnalsEdtf *edtf, AnnalsWordsForm form);
gchar *
annals_words_dup_date (const AnnalsEdtfDate *date, AnnalsWordsForm form, AnnalsWordsRole role);
gchar *annals_words_dup_in_role (AnnalsWordsRole role, AnnalsWordsKind kind, const gchar *words);
gchar *annals_words_dup_filled (const gchar *text, const gchar *words);
gchar *annals_words_dup_years (gint64 first, gint64 last);
gchar *annals_words_dup_part (gint64 first, gint64 last);
gchar *annals_words_dup_by_parts (const AnnalsEdtfDate *date, AnnalsWordsForm form);
gchar *annals_words_dup_day_and_month (const AnnalsEdtfDate *date, AnnalsWordsForm form);
gchar *annals_words_dup_qualified (const gchar *words, AnnalsQualifiers qualifiers);
gchar *annals_words_dup_number (guint64 number);
gchar *annals_words_dup_counts (const gchar *format, const guint *counts, guint n_counts);
void annals_words_format_number (guint64 number, gchar *out, gsize size);
gchar *annals_words_dup_ordinal (gint number);
gchar *annals_words_dup_age (const AnnalsEdtfDate *date);
gchar *annals_words_dup_years_long (gint64 years);
gchar *annals_words_dup_approximate_age (const gchar *age, AnnalsQualifiers qualifiers);
gchar *annals_words_dup_age_range (const AnnalsEdtfDate *first, const AnnalsEdtfDate *last);

G_END_DECLS
