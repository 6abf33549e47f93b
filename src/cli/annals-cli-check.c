/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-cli-commands.h"
#include "annals-cli-common.h"
#include "annals-formats.h"

/*
 * `annals check`: says of every event when it was and how its passages stand, as a listing for
 * people or as JSON for programs.
 */

static AnnalsDocument *
open_with_source (GFile *file, const gchar *source, GError **error)
{
  g_autoptr (AnnalsDocument) document = annals_cli_open (file, error);
  g_autoptr (GFile) source_file = NULL;

  if (document == NULL)
    return NULL;
  if (source == NULL)
    return g_steal_pointer (&document);

  source_file = g_file_new_for_commandline_arg (source);
  if (!annals_formats_link_source (document, source_file, NULL, error))
    return NULL;
  return g_steal_pointer (&document);
}

/* The options as they were typed. */
typedef struct
{
  gchar *source;
  gchar *range;
  gchar *within;
  gboolean json;
} Arguments;

static void
clear_arguments (Arguments *arguments)
{
  g_free (arguments->source);
  g_free (arguments->range);
  g_free (arguments->within);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

static gboolean
has_lost_passage (AnnalsDocument *document, const AnnalsCliRange *range)
{
  static const AnnalsWhere WHERES[] = { ANNALS_WHERE_TEXT, ANNALS_WHERE_SOURCE };

  for (guint i = 0; i < G_N_ELEMENTS (WHERES); i++)
    {
      AnnalsStandingCounts counts;

      annals_cli_range_count_standings (range, document, WHERES[i], &counts);
      if (counts.counts[ANNALS_STANDING_LOST] > 0)
        return TRUE;
    }
  return FALSE;
}

/* What names a document in a listing: its file, or its id when it is in none (it comes with
 * Annals), or the text it was made from. */
static gchar *
dup_document_name (AnnalsDocument *document, GFile *given)
{
  const gchar *id = annals_document_get_info (document)->id;
  GFile *file = annals_document_get_file (document);

  if (file == NULL && id != NULL)
    return g_strdup (id);
  if (file == NULL)
    file = given;
  return file != NULL ? g_file_get_parse_name (file) : NULL;
}

static gint
check (GFile *file, const Arguments *arguments, const AnnalsCliRange *range)
{
  g_autoptr (AnnalsDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree gchar *name = NULL;
  g_autofree gchar *list = NULL;

  document = open_with_source (file, arguments->source, &error);
  if (document == NULL)
    return annals_cli_fail ("%s", error->message);

  for (guint i = 0; i < annals_document_get_n_remarks (document); i++)
    annals_cli_warn (annals_document_get_remark (document, i));
  name = dup_document_name (document, file);
  list = arguments->json ? annals_cli_check_dup_json (document, name, range)
                         : annals_cli_check_dup_listing (document, name, range);
  if (annals_cli_put (list, arguments->json) != ANNALS_CLI_DONE)
    return ANNALS_CLI_FAILED;
  return has_lost_passage (document, range) ? ANNALS_CLI_LOST : ANNALS_CLI_DONE;
}

/**
 * annals_cli_check:
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, from the command's name on
 *
 * Carries out `annals check`.
 *
 * Returns: the exit status, an #AnnalsCliExit
 */
gint
annals_cli_check (gint argc, gchar **argv)
{
  g_auto (Arguments) a = { 0 };
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  AnnalsCliRange range;
  gboolean in_range;
  gint status;
  const GOptionEntry entries[] = {
    { "source", 's', 0, G_OPTION_ARG_FILENAME, &a.source,
      N_ ("Check the passages of the original in this text or saved web page"), N_ ("TEXT") },
    { "range", 0, 0, G_OPTION_ARG_STRING, &a.range,
      N_ ("List only events of this stretch of time, written as EDTF"), N_ ("EDTF") },
    { "within", 0, 0, G_OPTION_ARG_STRING, &a.within,
      N_ ("How they lie in it: certain, possible or overlapping (overlapping)"), N_ ("HOW") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &a.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const AnnalsCliSyntax syntax = {
    .command = argv[0],
    .summary = _ ("Lists every event of a document or a text, its dates, and how each of its\n"
                  "passages stands. Without FILE, those of the document that comes with Annals."),
    .description = _ ("The exit status is 0 when every passage checked was found, 1 when one is\n"
                      "lost, and 2 when something could not be read.\n\n"
                      "Examples:\n"
                      "  annals check\n"
                      "  annals check --source konishi-2004.txt\n"
                      "  annals check --range 1970/1975 --within certain\n"
                      "  annals check konishi-2004.txt --json"),
    .entries = entries,
  };

  if (!annals_cli_parse (&syntax, argc, argv, &file, &status))
    return status;
  in_range = a.range != NULL || a.within != NULL;
  if (in_range && !annals_cli_range_read (&range, a.range, a.within, &error))
    return annals_cli_fail_usage (argv[0], error->message);
  return check (file, &a, in_range ? &range : NULL);
}
