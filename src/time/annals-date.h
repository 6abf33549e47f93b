/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-span.h"

G_BEGIN_DECLS

/**
 * ANNALS_TIME_ERROR:
 *
 * Errors of `src/time/`; codes are #AnnalsTimeError. Messages are whole translated sentences that
 * name the character (counted from 1) and what was expected there.
 */
#define ANNALS_TIME_ERROR (annals_time_error_quark ())
GQuark annals_time_error_quark (void);

/**
 * AnnalsTimeError:
 * @ANNALS_TIME_ERROR_SYNTAX: not EDTF; the message says where and what was expected
 * @ANNALS_TIME_ERROR_IMPOSSIBLE: well formed, but there is no such day, month or hour
 * @ANNALS_TIME_ERROR_ORDER: an interval or range whose end is before its begin
 */
typedef enum
{
  ANNALS_TIME_ERROR_SYNTAX,
  ANNALS_TIME_ERROR_IMPOSSIBLE,
  ANNALS_TIME_ERROR_ORDER,
} AnnalsTimeError;

/**
 * AnnalsDate:
 *
 * An immutable date as the Extended Date/Time Format writes it (ISO 8601-2:2019, the Library of
 * Congress profile): the string as written and the span it means. Reference counted; safe to share
 * between threads.
 */
typedef struct _AnnalsDate AnnalsDate;

AnnalsDate *annals_date_new_from_edtf (const gchar *edtf, GError **error);
AnnalsDate *annals_date_ref (AnnalsDate *date);
void annals_date_unref (AnnalsDate *date);

const gchar *annals_date_get_edtf (const AnnalsDate *date);
gchar *annals_date_dup_canonical (const AnnalsDate *date);
gint annals_date_get_level (const AnnalsDate *date);
const AnnalsSpan *annals_date_get_span (const AnnalsDate *date);
guint annals_date_get_n_members (const AnnalsDate *date);
const AnnalsSpan *annals_date_get_member (const AnnalsDate *date, guint index);
gboolean annals_date_is_within (const AnnalsDate *date,
                                AnnalsInstant first,
                                AnnalsInstant last,
                                AnnalsWithin within);
gchar *annals_range_dup_edtf (const AnnalsRange *range);

gboolean annals_span_from_edtf (AnnalsSpan *span, const gchar *edtf, GError **error);

/**
 * AnnalsWordsForm:
 * @ANNALS_WORDS_LONG: "17 October 1973 – 18 March 1974", for text and screen readers
 * @ANNALS_WORDS_SHORT: "17 Oct 1973 – 18 Mar 1974", for labels
 */
typedef enum
{
  ANNALS_WORDS_LONG,
  ANNALS_WORDS_SHORT,
} AnnalsWordsForm;

gchar *annals_date_dup_words (const AnnalsDate *date, AnnalsWordsForm form);
gchar *annals_year_dup_words (gint64 year);
void annals_year_write_words (gint64 year, gchar *out, gsize size);
gboolean annals_stretch_write_words (const AnnalsCivil *first,
                                     const AnnalsCivil *last,
                                     AnnalsPrecision precision,
                                     AnnalsWordsForm form,
                                     gchar *out,
                                     gsize size);
const gchar *annals_month_get_name (gint month, AnnalsWordsForm form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsDate, annals_date_unref)

G_END_DECLS
