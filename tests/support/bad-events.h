/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-layout.h"

G_BEGIN_DECLS

/* Events that nobody would wish for: either what adds them to an index, or a document of them. */
typedef struct
{
  const gchar *name;
  void (*add_all) (AnnalsIndex *index);
  AnnalsDocument *(*create_document) (void);
} BadEvents;

void bad_events_add_tests (const gchar *prefix, GTestDataFunc test);
AnnalsLayout *bad_events_create_layout (const BadEvents *bad,
                                        const AnnalsMetrics *metrics,
                                        AnnalsMeasureFunc measure,
                                        gpointer measure_data);

G_END_DECLS
