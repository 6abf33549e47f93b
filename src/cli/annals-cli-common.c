/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-cli-common.h"
#include "annals-formats.h"

/*
 * What the commands share: their options, opening the document they are about, and writing for
 * people. Everything a person reads on a terminal passes annals_cli_dup_line(), so that no text of
 * a document can send control sequences to it.
 */

static void
print_help (GOptionContext *context, const gchar *command)
{
  g_autofree gchar *previous = g_strdup (g_get_prgname ());
  g_autofree gchar *name = g_strdup_printf ("annals %s", command);
  g_autofree gchar *help = NULL;

  g_set_prgname (name);
  help = g_option_context_get_help (context, TRUE, NULL);
  if (previous != NULL)
    g_set_prgname (previous);
  annals_cli_put (help, FALSE);
}

static GOptionContext *
make_context (const AnnalsCliSyntax *syntax, const GOptionEntry *common, const gchar *files)
{
  GOptionContext *context = g_option_context_new (files);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, syntax->summary);
  g_option_context_set_description (context, syntax->description);
  g_option_context_add_main_entries (context, syntax->entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  return context;
}

static gboolean
parse (const AnnalsCliSyntax *syntax,
       gint argc,
       gchar **argv,
       const gchar *usage,
       GStrv *files,
       gint *status)
{
  gboolean help = FALSE;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, files, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = make_context (syntax, common, usage);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;

  *files = NULL;
  *status = ANNALS_CLI_DONE;
  for (gint i = 0; i < argc; i++)
    g_strv_builder_add (builder, argv[i]);
  arguments = g_strv_builder_end (builder);

  if (!g_option_context_parse_strv (context, &arguments, &error))
    *status = annals_cli_fail_usage (syntax->command, error->message);
  else if (help)
    print_help (context, syntax->command);
  else
    return TRUE;
  return FALSE;
}

/**
 * annals_cli_parse:
 * @syntax: what the command takes
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, from the command's name on
 * @file: (out) (transfer full) (nullable): the one FILE given, or %NULL
 * @status: (out): the exit status when the command is not to go on
 *
 * Reads a command's arguments into the variables its entries name. Asked for help it prints that;
 * a wrong argument is reported.
 *
 * Returns: whether the command is to go on
 */
gboolean
annals_cli_parse (const AnnalsCliSyntax *syntax,
                  gint argc,
                  gchar **argv,
                  GFile **file,
                  gint *status)
{
  g_auto (GStrv) files = NULL;

  *file = NULL;
  /* Translators: stands in the usage line of a command's help for the file it is about. */
  if (!parse (syntax, argc, argv, _ ("[FILE]"), &files, status))
    return FALSE;
  if (files != NULL && g_strv_length (files) > 1)
    {
      *status = annals_cli_fail_usage (syntax->command, _ ("Only one file can be named."));
      return FALSE;
    }
  if (files != NULL)
    *file = g_file_new_for_commandline_arg (files[0]);
  return TRUE;
}

/**
 * annals_cli_parse_files:
 * @syntax: what the command takes
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, from the command's name on
 * @files: (out) (transfer full) (nullable): the FILEs given, as they were typed, or %NULL
 * @status: (out): the exit status when the command is not to go on
 *
 * As annals_cli_parse(), for a command that takes any number of files.
 *
 * Returns: whether the command is to go on
 */
gboolean
annals_cli_parse_files (const AnnalsCliSyntax *syntax,
                        gint argc,
                        gchar **argv,
                        GStrv *files,
                        gint *status)
{
  /* Translators: stands in the usage line of a command's help for the files it is about. */
  return parse (syntax, argc, argv, _ ("[FILE…]"), files, status);
}

/**
 * annals_cli_parse_strings:
 * @syntax: what the command takes
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, from the command's name on
 * @strings: (out) (transfer full) (nullable): what was given besides options, or %NULL
 * @status: (out): the exit status when the command is not to go on
 *
 * As annals_cli_parse(), for a command that takes any number of strings.
 *
 * Returns: whether the command is to go on
 */
gboolean
annals_cli_parse_strings (const AnnalsCliSyntax *syntax,
                          gint argc,
                          gchar **argv,
                          GStrv *strings,
                          gint *status)
{
  /* Translators: stands in the usage line of a command's help for the dates it is about. */
  return parse (syntax, argc, argv, _ ("[STRING…]"), strings, status);
}

/**
 * annals_cli_open:
 * @file: (nullable): a document or a text; %NULL for the document that comes with Annals
 * @error: (nullable): return location
 *
 * Opens what a command is about.
 *
 * Returns: (transfer full): the document, or %NULL with an error of %ANNALS_FORMATS_ERROR
 */
AnnalsDocument *
annals_cli_open (GFile *file, GError **error)
{
  if (file == NULL)
    return annals_formats_open_bundled (error);
  return annals_formats_open (file, NULL, error);
}

/* In the encoding of the terminal; what it lacks is written with what comes close to it. */
static void
write_for_people (FILE *stream, const gchar *utf8)
{
  const gchar *charset;
  g_autofree gchar *target = NULL;
  g_autofree gchar *converted = NULL;

  if (!g_get_charset (&charset))
    {
      target = g_strconcat (charset, "//TRANSLIT", NULL);
      converted = g_convert_with_fallback (utf8, -1, target, "UTF-8", "?", NULL, NULL, NULL);
    }
  fputs (converted != NULL ? converted : utf8, stream);
}

static void
report (const gchar *message)
{
  g_autofree gchar *line = annals_cli_dup_line (message);
  g_autofree gchar *message_line = g_strdup_printf ("annals: %s\n", line);

  write_for_people (stderr, message_line);
}

/**
 * annals_cli_fail:
 * @format: a translated sentence, as for printf()
 * @...: what it names
 *
 * Reports on the error stream why a command cannot be carried out.
 *
 * Returns: %ANNALS_CLI_FAILED
 */
gint
annals_cli_fail (const gchar *format, ...)
{
  g_autofree gchar *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  report (message);
  return ANNALS_CLI_FAILED;
}

/**
 * annals_cli_fail_usage:
 * @command: (nullable): the command that was asked for
 * @message: a translated sentence
 *
 * Reports a wrong argument, and where the right ones are listed.
 *
 * Returns: %ANNALS_CLI_FAILED
 */
gint
annals_cli_fail_usage (const gchar *command, const gchar *message)
{
  g_autofree gchar *hint = NULL;

  report (message);
  if (command == NULL)
    hint = g_strdup (_ ("Try “annals --help”.\n"));
  else
    /* Translators: %s is the name of a command, "export" or "check". */
    hint = g_strdup_printf (_ ("Try “annals %s --help”.\n"), command);
  write_for_people (stderr, hint);
  return ANNALS_CLI_FAILED;
}

/**
 * annals_cli_warn:
 * @message: a translated sentence
 *
 * Says on the error stream what is odd about something that was carried out.
 */
void
annals_cli_warn (const gchar *message)
{
  report (message);
}

/**
 * annals_cli_put:
 * @utf8: what to write
 * @is_data: whether it is for programs and stays UTF-8; otherwise it is written in the encoding of
 *   the terminal
 *
 * Writes to the standard output.
 *
 * Returns: %ANNALS_CLI_DONE, or %ANNALS_CLI_FAILED after reporting that it could not be written
 */
gint
annals_cli_put (const gchar *utf8, gboolean is_data)
{
  if (is_data)
    fputs (utf8, stdout);
  else
    write_for_people (stdout, utf8);

  if (fflush (stdout) == 0 && !ferror (stdout))
    return ANNALS_CLI_DONE;
  /* Translators: %s is a reason, which comes from the system. */
  return annals_cli_fail (_ ("The list could not be written: %s."), g_strerror (errno));
}

/**
 * annals_cli_dup_line:
 * @utf8: any text
 *
 * Makes one line of a text that is safe on a terminal: white space becomes single spaces, other
 * control characters become U+FFFD.
 *
 * Returns: (transfer full): the line
 */
gchar *
annals_cli_dup_line (const gchar *utf8)
{
  g_autofree gchar *valid = g_utf8_make_valid (utf8, -1);
  GString *line = g_string_sized_new (strlen (valid));
  gboolean spaced = TRUE;

  for (const gchar *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean space = g_unichar_isspace (c);

      if (!space)
        g_string_append_unichar (line, g_unichar_iscntrl (c) ? 0xfffd : c);
      else if (!spaced)
        g_string_append_c (line, ' ');
      spaced = space;
    }
  if (spaced && line->len > 0)
    g_string_truncate (line, line->len - 1);
  return g_string_free (line, FALSE);
}

/**
 * annals_cli_get_columns:
 * @utf8: one line
 *
 * How many columns of a terminal a line takes: two for East Asian wide characters, none for
 * combining ones.
 *
 * Returns: the columns
 */
guint
annals_cli_get_columns (const gchar *utf8)
{
  guint columns = 0;

  for (const gchar *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        columns += g_unichar_iswide (c) ? 2 : 1;
    }
  return columns;
}

/**
 * annals_cli_append_padded:
 * @out: where to write
 * @utf8: one line
 * @columns: how many columns it is to take
 *
 * Appends a line and fills it up with spaces.
 */
void
annals_cli_append_padded (GString *out, const gchar *utf8, guint columns)
{
  g_string_append (out, utf8);
  for (guint i = annals_cli_get_columns (utf8); i < columns; i++)
    g_string_append_c (out, ' ');
}

/**
 * annals_cli_append_wrapped:
 * @out: where to write; its last line has reached @indent
 * @utf8: one line
 * @indent: where further lines begin, in columns
 * @measure: how wide the lines may be, in columns
 *
 * Appends a line broken at spaces, and a line end. A word wider than @measure stays whole.
 */
void
annals_cli_append_wrapped (GString *out, const gchar *utf8, guint indent, guint measure)
{
  g_auto (GStrv) words = g_strsplit (utf8, " ", -1);
  guint used = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint columns = annals_cli_get_columns (words[i]);

      if (used > 0 && used + 1 + columns > measure)
        {
          g_string_append_c (out, '\n');
          annals_cli_append_padded (out, "", indent);
          used = 0;
        }
      if (used > 0)
        g_string_append_c (out, ' ');
      g_string_append (out, words[i]);
      used += columns + (used > 0 ? 1 : 0);
    }
  g_string_append_c (out, '\n');
}
