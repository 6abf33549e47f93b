/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "annals-tei-reader.h"
#include "annals-tei-writer.h"

/*
 * Feeds bytes to the reader of TEI. What is refused is refused with one sentence; what is read can
 * be written, and what was written is read again, with as many events and passages.
 */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static guint
count_passages (AnnalsDocument *document)
{
  guint n_passages = 0;

  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    n_passages += annals_document_get_event (document, i)->n_passages;
  return n_passages;
}

static void
check_round_trip (AnnalsDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = annals_tei_write (document, &error);
  g_autoptr (AnnalsDocument) again = NULL;

  g_assert_no_error (error);
  again = annals_tei_read (written, "again", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (annals_document_get_n_events (document), ==,
                    annals_document_get_n_events (again));
  g_assert_cmpuint (count_passages (document), ==, count_passages (again));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDocument) document = annals_tei_read (bytes, "fuzz", NULL, &error);

  g_assert_true ((document == NULL) == (error != NULL));
  if (document != NULL)
    check_round_trip (document);
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL)
                   && strchr (error->message, '\n') == NULL);
  return 0;
}
