/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "annals-settings.h"

G_BEGIN_DECLS

void annals_appearance_follow (AnnalsSettings *settings);
gchar *annals_appearance_dup_css (const gchar *family, gint size_percent);

G_END_DECLS
