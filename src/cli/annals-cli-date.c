/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-cli-commands.h"
#include "annals-cli-common.h"
#include "annals-cli-date.h"
#include "annals-date-parser.h"

/*
 * `annals date`: says how each date is understood, as a listing for people or as one JSON object a
 * line for programs. It goes on after a date that is not understood.
 */

/* How much is gathered before it is written. */
#define CHUNK_BYTES 65536

#define SIGN '\x01'

typedef struct
{
  AnnalsDateParser *parser;
  gboolean only_edtf;
  gboolean json;
  gboolean is_any_refused;
  GString *out;
} Job;

static GPtrArray *
read_edtf (const gchar *text, GError **error)
{
  AnnalsDate *date = annals_date_new_from_edtf (text, error);
  AnnalsDateReading *reading;
  GPtrArray *readings;

  if (date == NULL)
    return NULL;

  readings = g_ptr_array_new_with_free_func ((GDestroyNotify) annals_date_reading_free);
  reading = g_new0 (AnnalsDateReading, 1);
  reading->date = date;
  g_ptr_array_add (readings, reading);

  return readings;
}

static GPtrArray *
understand (Job *job, const gchar *text, gsize length, GError **error)
{
  if (strlen (text) < length)
    {
      g_set_error (error, ANNALS_TIME_ERROR, ANNALS_TIME_ERROR_SYNTAX,
                   _ ("A date has no zero bytes in it."));
      return NULL;
    }
  if (job->only_edtf)
    return read_edtf (text, error);

  return annals_date_parser_parse (job->parser, text, error);
}

/* The listing */

static void
append_reading (GString *out, const AnnalsDateReading *reading)
{
  g_autofree gchar *words = annals_date_dup_words (reading->date, ANNALS_WORDS_LONG);

  g_string_append (out, "    ");
  annals_cli_append_padded (out, annals_date_get_edtf (reading->date), 24);
  g_string_append_printf (out, "  %s", words);
  if (reading->reason != NULL)
    g_string_append_printf (out, " (%s)", reading->reason);
  g_string_append_c (out, '\n');
}

static void
append_listing (GString *out, const gchar *input, GPtrArray *readings, const GError *error)
{
  g_autofree gchar *line = annals_cli_dup_line (input);
  g_autofree gchar *reason = NULL;

  g_string_append_printf (out, "%s\n", line);
  if (readings == NULL)
    {
      reason = annals_cli_dup_line (error->message);
      g_string_append_printf (out, "    %s\n", reason);
      return;
    }
  for (guint i = 0; i < readings->len; i++)
    append_reading (out, g_ptr_array_index (readings, i));
}

static void
handle (Job *job, gchar *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = understand (job, text, length, &error);

  job->is_any_refused = job->is_any_refused || readings == NULL;
  if (strlen (text) < length)
    for (gsize i = 0; i < length; i++)
      text[i] = text[i] == '\0' ? ' ' : text[i];
  if (job->json)
    annals_cli_date_append_json (job->out, text, readings, error);
  else
    append_listing (job->out, text, readings, error);
}

static gboolean
flush (Job *job)
{
  gint status = annals_cli_put (job->out->str, job->json);

  g_string_truncate (job->out, 0);

  return status == ANNALS_CLI_DONE;
}

static gboolean
handle_input (Job *job)
{
  gchar *line = NULL;
  gsize size = 0;
  gssize length;
  gboolean is_written = TRUE;

  while (is_written && (length = getline (&line, &size, stdin)) >= 0)
    {
      if (length > 0 && line[length - 1] == '\n')
        line[--length] = '\0';
      if (length > 0 && line[length - 1] == '\r')
        line[--length] = '\0';
      handle (job, line, (gsize) length);
      if (job->out->len > CHUNK_BYTES)
        is_written = flush (job);
    }
  free (line);

  return is_written;
}

/* The language of words comes from catalogues, which are used in any locale but "C"; which ones a
 * system has differs. */
static void
take_locale (const gchar *locale)
{
  const gchar *const others[] = { "C.UTF-8", "en_US.UTF-8" };
  g_autofree gchar *with_charset = g_strconcat (locale, ".UTF-8", NULL);

  g_setenv ("LANGUAGE", locale, TRUE);
  if (setlocale (LC_ALL, with_charset) != NULL || setlocale (LC_ALL, locale) != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (setlocale (LC_ALL, others[i]) != NULL)
      return;
}

/* GLib decides with the first message whether there are translations, so the locale has to be known
 * before the options are read. */
static const gchar *
find_locale (gint argc, gchar **argv)
{
  static const gchar *const names[] = { "--locale", "-l" };

  for (gint i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    {
      if (g_str_has_prefix (argv[i], "--locale="))
        return argv[i] + strlen ("--locale=");
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        if (strcmp (argv[i], names[j]) == 0)
          return argv[i + 1];
    }

  return NULL;
}

static gint
run (Job *job, const gchar *locale, gchar **strings)
{
  gboolean is_written = TRUE;

  job->parser = annals_date_parser_new (locale);
  job->out = g_string_new (NULL);

  if (strings == NULL)
    is_written = handle_input (job);
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    handle (job, strings[i], strlen (strings[i]));
  is_written = is_written && flush (job);

  g_string_free (job->out, TRUE);
  annals_date_parser_unref (job->parser);

  return is_written && !job->is_any_refused ? ANNALS_CLI_DONE : ANNALS_CLI_FAILED;
}

/* A year before the common era is no option: -0043. While options are read another character stands
 * in the place of its sign. */
static gchar **
dup_without_signs (gint argc, gchar **argv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gint i = 0; i < argc; i++)
    {
      g_autofree gchar *argument = g_strdup (argv[i]);

      if (argument[0] == '-' && g_ascii_isdigit (argument[1]))
        argument[0] = SIGN;
      g_strv_builder_add (builder, argument);
    }

  return g_strv_builder_end (builder);
}

static void
give_signs_back (gchar **strings)
{
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    if (strings[i][0] == SIGN)
      strings[i][0] = '-';
}

static gint
date (gint argc, gchar **argv)
{
  g_autofree gchar *locale = NULL;
  g_auto (GStrv) arguments = dup_without_signs (argc, argv);
  g_auto (GStrv) strings = NULL;
  Job job = { 0 };
  gint status;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &job.json, N_ ("Print JSON, one object a line"), NULL },
    { "edtf", 'e', 0, G_OPTION_ARG_NONE, &job.only_edtf, N_ ("Accept EDTF only"), NULL },
    { "locale", 'l', 0, G_OPTION_ARG_STRING, &locale,
      N_ ("Read and say dates as people of this locale do, such as de_DE"), N_ ("LOCALE") },
    G_OPTION_ENTRY_NULL,
  };
  const AnnalsCliSyntax syntax = {
    .command = argv[0],
    .summary = _ ("Says how dates are understood: as EDTF and in words. Without STRING, those of\n"
                  "the standard input, one a line."),
    .description = _ ("The exit status is 0 when all are understood and 2 when one is not.\n\n"
                      "Examples:\n"
                      "  annals date \"early 1970s\" \"c. 44 BC\"\n"
                      "  annals date --json --locale en_GB 03/09/2007\n"
                      "  annals date --edtf <dates.txt"),
    .entries = entries,
  };

  if (!annals_cli_parse_strings (&syntax, (gint) g_strv_length (arguments), arguments, &strings,
                                 &status))
    return status;

  if (locale != NULL && !annals_date_parser_has_locale (locale))
    /* Translators: %s is what somebody gave for the name of a locale. */
    return annals_cli_fail (_ ("“%s” is no locale that is known; write it like de_DE."), locale);

  give_signs_back (strings);

  return run (&job, locale, strings);
}

/**
 * annals_cli_date:
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, from the command's name on
 *
 * Carries out `annals date`.
 *
 * Returns: the exit status, an #AnnalsCliExit
 */
gint
annals_cli_date (gint argc, gchar **argv)
{
  const gchar *locale = find_locale (argc, argv);

  if (locale != NULL)
    take_locale (locale);

  return date (argc, argv);
}
