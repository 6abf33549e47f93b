/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-document.h"
#include "annals-metrics.h"

G_BEGIN_DECLS

AnnalsDocument *sample_document_new (const gchar *published);
guint sample_document_add (AnnalsDocument *document,
                           const gchar *id,
                           const gchar *label,
                           const gchar *cited,
                           const gchar *record,
                           guint lane,
                           AnnalsStatus status);
AnnalsDocument *sample_document_new_commentary (void);
AnnalsDocument *sample_document_new_marks (void);
AnnalsDocument *sample_document_new_uncertainty (void);
AnnalsDocument *sample_document_new_random (guint32 seed, guint n_events);

gdouble sample_measure (AnnalsFont font, const gchar *text, gpointer user_data);

G_END_DECLS
