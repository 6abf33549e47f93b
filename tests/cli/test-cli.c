/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "annals-cli.h"
#include "cli-run.h"

/*
 * Which command is asked for, help and version, and what is said to a wrong command.
 */

static void
test_wants (void)
{
  static const struct
  {
    const gchar *word;
    gboolean wanted;
  } CASES[] = {
    { "export", TRUE },
    { "check", TRUE },
    { "date", TRUE },
    { "help", TRUE },
    { "--help", TRUE },
    { "-h", TRUE },
    { "--version", TRUE },
    { "./export", FALSE },
    { "konishi.txt", FALSE },
    { "--gapplication-service", FALSE },
    { "--help-gapplication", FALSE },
    { "--frobnicate", TRUE },
    { "-x", TRUE },
    { "-", FALSE },
    { "--", FALSE },
    { "Export", FALSE },
    { "", FALSE },
    { "checks", FALSE },
  };
  gchar *after[] = { (gchar *) "annals", (gchar *) "a.txt", (gchar *) "--frobnicate", NULL };
  gchar *file[] = { (gchar *) "annals", (gchar *) "--", (gchar *) "export", (gchar *) "-o", NULL };
  gchar *alone[] = { (gchar *) "annals", NULL };

  g_assert_false (annals_cli_wants (1, alone));
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      gchar *argv[] = { (gchar *) "annals", (gchar *) CASES[i].word, NULL };

      g_test_message ("%s", CASES[i].word);
      g_assert_cmpint (annals_cli_wants (2, argv), ==, CASES[i].wanted);
    }

  g_assert_true (annals_cli_wants (3, after));
  g_assert_false (annals_cli_wants (4, file));
}

static void
test_help (void)
{
  static const gchar *const ASKED[] = { "--help", "-h", "help" };
  static const gchar *const SAID[] = { "annals export", "annals check", "annals [FILE…]",
                                       "open a window", "--version" };

  for (guint i = 0; i < G_N_ELEMENTS (ASKED); i++)
    {
      g_auto (CliRun) run = { 0 };

      cli_run (&run, ASKED[i], NULL);
      g_assert_cmpint (run.status, ==, 0);
      g_assert_cmpstr (run.err, ==, "");
      for (guint j = 0; j < G_N_ELEMENTS (SAID); j++)
        g_assert_nonnull (strstr (run.out, SAID[j]));
    }
}

static void
test_help_of_command (void)
{
  static const struct
  {
    const gchar *arguments[3];
    const gchar *said[4];
  } CASES[] = {
    { { "export", "--help" }, { "annals export [OPTION", "--range", "--no-legend", "[FILE…]" } },
    { { "export", "-h" }, { "annals export [OPTION", "--size", "--scale", "--theme" } },
    { { "help", "export" },
      { "annals export [OPTION", "--output=OUT", "--size=SIZE", "--lanes=A,B" } },
    { { "check", "--help" }, { "annals check [OPTION", "--source", "--json", "exit status" } },
    { { "help", "check" }, { "annals check [OPTION", "--source", "--json", "[FILE]" } },
    { { "date", "--help" }, { "annals date [OPTION", "--json", "--locale", "[STRING…]" } },
    { { "help", "help" }, { "annals export", "annals check", "Commands", "Examples" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_auto (CliRun) run = { 0 };

      g_test_message ("%s %s", CASES[i].arguments[0], CASES[i].arguments[1]);
      cli_run_strv (&run, CASES[i].arguments);
      g_assert_cmpint (run.status, ==, 0);
      g_assert_cmpstr (run.err, ==, "");
      for (guint j = 0; j < G_N_ELEMENTS (CASES[i].said); j++)
        g_assert_nonnull (strstr (run.out, CASES[i].said[j]));
    }
}

static void
test_version (void)
{
  g_auto (CliRun) run = { 0 };

  cli_run (&run, "--version", NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==, "Annals " ANNALS_VERSION "\n");
  g_assert_cmpstr (run.err, ==, "");
}

static void
test_wrong (void)
{
  static const struct
  {
    const gchar *arguments[4];
    const gchar *message;
    const gchar *hint;
  } CASES[] = {
    { { NULL }, "No command", "annals --help" },
    { { "frobnicate" }, "There is no command “frobnicate”", "annals --help" },
    { { "help", "frobnicate" }, "There is no command “frobnicate”", "annals --help" },
    { { "--frobnicate" }, "There is no option “--frobnicate”", "annals --help" },
    { { "a.txt", "--frobnicate" }, "There is no option “--frobnicate”", "annals --help" },
    { { "export", "--frobnicate" }, "--frobnicate", "annals export --help" },
    { { "export", "-o" }, "-o", "annals export --help" },
    { { "check", "--frobnicate" }, "--frobnicate", "annals check --help" },
    { { "check", "--source" }, "--source", "annals check --help" },
    { { "check", "a.xml", "b.xml" }, "one file", "annals check --help" },
    { { "export" }, "where to write", "annals export --help" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_auto (CliRun) run = { 0 };

      cli_run_strv (&run, CASES[i].arguments);
      cli_assert_error (&run, CASES[i].message);
      cli_assert_error (&run, CASES[i].hint);
    }
}

/* A file name can hold anything; a message about it must not steer the terminal. */
static void
test_control_characters (void)
{
  g_auto (CliRun) run = { 0 };

  cli_run (&run, "a\033[2Jb\nc", NULL);
  cli_assert_error (&run, "[2Jb c");
  g_assert_null (strchr (run.err, '\033'));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/wants", test_wants);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/help-of-command", test_help_of_command);
  g_test_add_func ("/cli/version", test_version);
  g_test_add_func ("/cli/wrong", test_wrong);
  g_test_add_func ("/cli/control-characters", test_control_characters);

  return g_test_run ();
}
