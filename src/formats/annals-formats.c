/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-formats.h"

/*
 * What all formats share: the error domain.
 */

G_DEFINE_QUARK (annals_formats_error_quark, annals_formats_error)
