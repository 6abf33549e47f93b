/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-export.h"

G_BEGIN_DECLS

gboolean annals_export_check_options (const AnnalsExportOptions *options,
                                      AnnalsDocument *document,
                                      GError **error);
gboolean annals_export_check_chosen_size (const AnnalsExportOptions *options,
                                          gdouble width_px,
                                          gdouble height_px,
                                          GError **error);

G_END_DECLS
