/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-resources.h"
#include "annals-ui.h"

/* The templates and styles, compiled in. Registering them by a call survives static linking. */

/**
 * annals_ui_init:
 *
 * Registers the templates and styles. To be called before any widget is made; further calls do
 * nothing.
 */
void
annals_ui_init (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      annals_register_resource ();
      g_once_init_leave (&done, 1);
    }
}
