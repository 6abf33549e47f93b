/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"

G_BEGIN_DECLS

/**
 * AnnalsReaderState:
 * @ANNALS_READER_TEXT: there is a text to read
 * @ANNALS_READER_SOURCE_ELSEWHERE: the document holds none, but names the one it rests on
 * @ANNALS_READER_NO_TEXT: the document holds none, and names none
 * @ANNALS_READER_EMPTY: there is a text without a letter
 *
 * What the reader can show of a document.
 */
typedef enum
{
  ANNALS_READER_TEXT,
  ANNALS_READER_SOURCE_ELSEWHERE,
  ANNALS_READER_NO_TEXT,
  ANNALS_READER_EMPTY,
} AnnalsReaderState;

AnnalsReaderState annals_states_get_reader (AnnalsDocument *document);
const gchar *annals_states_get_reader_title (AnnalsReaderState state);
gchar *annals_states_dup_reader_words (AnnalsDocument *document, AnnalsReaderState state);
gchar *annals_states_dup_timeline_words (AnnalsDocument *document);

G_END_DECLS
