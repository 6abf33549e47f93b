/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-application.h"
#include "annals-cli.h"

/* Picks the command line or the window; nothing else. */

int
main (int argc, char **argv)
{
  g_autoptr (AnnalsApplication) application = NULL;

  annals_cli_init_locale ();
  if (annals_cli_wants (argc, argv))
    return annals_cli_run (argc, argv);

  application = annals_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
