/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-calendar.h"
#include "annals-tei-writing.h"

G_BEGIN_DECLS

AnnalsCalendar annals_tei_calendar_read (const xmlNode *node);
AnnalsCalendar annals_tei_calendar_read_cited (const xmlNode *event);
void annals_tei_calendar_write (AnnalsTeiWriting *writing, xmlNode *node, AnnalsCalendar calendar);
void annals_tei_calendar_write_cited (AnnalsTeiWriting *writing,
                                      xmlNode *node,
                                      const AnnalsEvent *event,
                                      const AnnalsEvent *old);

G_END_DECLS
