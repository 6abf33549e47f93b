/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-calendar.h"
#include "annals-date.h"

G_BEGIN_DECLS

/**
 * AnnalsDateReading:
 * @date: what was understood
 * @calendar: in which calendar it was typed
 * @reason: (nullable): why it was read so, a translated phrase such as “day before month”; %NULL
 *   where there was nothing to choose
 *
 * One way to understand what a person typed.
 */
typedef struct
{
  AnnalsDate *date;
  AnnalsCalendar calendar;
  gchar *reason;
} AnnalsDateReading;

/**
 * AnnalsDateParser:
 *
 * Understands dates as people type them, in the language of the interface, in English and in EDTF.
 * Immutable, reference counted, and safe to share between threads.
 */
typedef struct _AnnalsDateParser AnnalsDateParser;

gboolean annals_date_parser_has_locale (const gchar *locale);
AnnalsDateParser *annals_date_parser_new (const gchar *locale);
AnnalsDateParser *annals_date_parser_ref (AnnalsDateParser *parser);
void annals_date_parser_unref (AnnalsDateParser *parser);

GPtrArray *annals_date_parser_parse (AnnalsDateParser *parser, const gchar *text, GError **error);

void annals_date_reading_free (AnnalsDateReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsDateParser, annals_date_parser_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsDateReading, annals_date_reading_free)

G_END_DECLS
