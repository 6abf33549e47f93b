/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include <glib/gi18n-lib.h>

#include "annals-cli.h"
#include "annals-cli-commands.h"
#include "annals-cli-common.h"

/*
 * The command line: which command is asked for, the help that names them all, and where the
 * translations are. Nothing here needs a display.
 */

typedef struct
{
  const gchar *name;
  const gchar *summary;
  gint (*run) (gint argc, gchar **argv);
} Command;

static gint run_help (gint argc, gchar **argv);
static gint run_version (gint argc, gchar **argv);

static const Command COMMANDS[] = {
  { "export", N_ ("write the timeline as a PNG, SVG or PDF picture"), annals_cli_export },
  { "check", N_ ("list the events, their dates, and how their passages stand"), annals_cli_check },
  { "date", N_ ("say how dates are understood"), annals_cli_date },
  { "help", N_ ("show this help, or that of a command"), run_help },
};

/* What is asked for by an option instead of a command. */
static const Command OPTIONS[] = {
  { "--help", NULL, run_help },
  { "-h", NULL, run_help },
  { "--version", NULL, run_version },
};

static const Command *
find_in (const Command *commands, guint n_commands, const gchar *name)
{
  for (guint i = 0; i < n_commands; i++)
    if (g_strcmp0 (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static const Command *
find_command (const gchar *name)
{
  return find_in (COMMANDS, G_N_ELEMENTS (COMMANDS), name);
}

static const Command *
find_option (const gchar *name)
{
  return find_in (OPTIONS, G_N_ELEMENTS (OPTIONS), name);
}

/* What GIO takes for itself. */
static gboolean
is_of_toolkit (const gchar *option)
{
  return g_str_has_prefix (option, "--gapplication-") || g_str_has_prefix (option, "--help-");
}

/* The index of the first option that is not the toolkit's, or 0. After "--" there are none. */
static gint
find_stray_option (gint argc, gchar **argv)
{
  for (gint i = 1; i < argc && g_strcmp0 (argv[i], "--") != 0; i++)
    if (argv[i][0] == '-' && argv[i][1] != '\0' && !is_of_toolkit (argv[i]))
      return i;
  return 0;
}

static void
append_commands (GString *out)
{
  guint columns = 0;

  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    columns = MAX (columns, annals_cli_get_columns (COMMANDS[i].name));
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    {
      g_string_append (out, "  ");
      annals_cli_append_padded (out, COMMANDS[i].name, columns + 2);
      g_string_append_printf (out, "%s\n", _ (COMMANDS[i].summary));
    }
}

static gint
refuse_command (const gchar *name)
{
  /* Translators: %s is a command as it was typed. */
  g_autofree gchar *message = g_strdup_printf (_ ("There is no command “%s”."), name);

  return annals_cli_fail_usage (NULL, message);
}

static gint
run_help (gint argc, gchar **argv)
{
  g_autoptr (GString) help = g_string_new (NULL);
  const Command *command = argc > 1 ? find_command (argv[1]) : NULL;

  if (command != NULL && command->run != run_help)
    {
      gchar *asked[] = { argv[1], (gchar *) "--help", NULL };

      return command->run (2, asked);
    }
  if (argc > 1 && command == NULL && argv[1][0] != '-')
    return refuse_command (argv[1]);
  /* Translators: the words in capitals stand for what a person types. */
  g_string_append (
      help, _ ("Annals draws the events that a text cites on a timeline, and shows for each\n"
               "the words that support it.\n\n"
               "Usage:\n"
               "  annals [FILE…]                    open a window for each\n"
               "  annals COMMAND [OPTION…] [FILE…]  work without a window\n\n"
               "Commands:\n"));
  append_commands (help);
  g_string_append (help,
                   _ ("\n"
                      "Options:\n"
                      "  -h, --help   show this help\n"
                      "  --version    show the version\n\n"
                      "Examples:\n"
                      "  annals export -o timeline.svg\n"
                      "  annals export konishi-2004.txt -o timeline.png --size 2400\n"
                      "  annals check konishi-2004.txt\n\n"
                      "FILE is an Annals document or a text. Without it the commands take the\n"
                      "document that comes with Annals.\n"
                      "“annals help COMMAND” lists the options of a command.\n"));
  return annals_cli_put (help->str, FALSE);
}

static gint
run_version (gint argc, gchar **argv)
{
  return annals_cli_put ("Annals " ANNALS_VERSION "\n", FALSE);
}

/* The folder of the running program, where the system can tell. */
static gchar *
dup_program_folder (void)
{
  g_autofree gchar *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? g_path_get_dirname (program) : NULL;
}

/* Where the translations are: beside the program in a build folder or a staged installation, so
 * that those that belong to it are taken; else where they are installed. */
static gchar *
dup_locale_folder (void)
{
  static const gchar *const BESIDE[] = { "../po", "../share/locale" };
  g_autofree gchar *program = dup_program_folder ();

  for (guint i = 0; program != NULL && i < G_N_ELEMENTS (BESIDE); i++)
    {
      g_autofree gchar *folder = g_build_filename (program, BESIDE[i], NULL);

      if (g_file_test (folder, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&folder);
    }
  return g_strdup (ANNALS_LOCALEDIR);
}

/**
 * annals_cli_init_locale:
 *
 * Takes the language of the environment and finds the translations. To be called once, before
 * anything is printed or shown.
 */
void
annals_cli_init_locale (void)
{
  g_autofree gchar *folder = dup_locale_folder ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * annals_cli_wants:
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments of the program
 *
 * Whether the arguments ask for the command line rather than the window. Options that there are not
 * do, so that they are reported as those of a command are.
 *
 * Returns: %TRUE when annals_cli_run() is to be called
 */
gboolean
annals_cli_wants (gint argc, gchar **argv)
{
  return argc > 1 && (find_command (argv[1]) != NULL || find_stray_option (argc, argv) > 0);
}

/**
 * annals_cli_run:
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments of the program
 *
 * Carries out what the arguments ask for. Needs no display.
 *
 * Returns: the exit status: 0, 1 when a passage is lost, 2 when something is wrong
 */
gint
annals_cli_run (gint argc, gchar **argv)
{
  const Command *command = NULL;
  g_autofree gchar *message = NULL;
  gint at = 1;

  annals_cli_init_locale ();
  if (argc < 2)
    return annals_cli_fail_usage (NULL, _ ("No command is given."));

  command = find_command (argv[1]);
  if (command == NULL)
    {
      at = MAX (1, find_stray_option (argc, argv));
      command = find_option (argv[at]);
    }
  if (command != NULL)
    return command->run (argc - at, argv + at);

  if (argv[at][0] != '-')
    return refuse_command (argv[at]);
  /* Translators: %s is an option as it was typed, such as --size. */
  message = g_strdup_printf (_ ("There is no option “%s”."), argv[at]);
  return annals_cli_fail_usage (NULL, message);
}
