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

static gboolean
has_lost_passage (AnnalsDocument *document)
{
  static const AnnalsWhere WHERES[] = { ANNALS_WHERE_TEXT, ANNALS_WHERE_SOURCE };

  for (guint i = 0; i < G_N_ELEMENTS (WHERES); i++)
    {
      AnnalsStandingCounts counts;

      annals_document_count_standings (document, WHERES[i], &counts);
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
check (GFile *file, const gchar *source, gboolean json)
{
  g_autoptr (AnnalsDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree gchar *name = NULL;
  g_autofree gchar *list = NULL;

  document = open_with_source (file, source, &error);
  if (document == NULL)
    return annals_cli_fail ("%s", error->message);

  name = dup_document_name (document, file);
  list = json ? annals_cli_check_dup_json (document, name)
              : annals_cli_check_dup_listing (document, name);
  if (annals_cli_put (list, json) != ANNALS_CLI_DONE)
    return ANNALS_CLI_FAILED;
  return has_lost_passage (document) ? ANNALS_CLI_LOST : ANNALS_CLI_DONE;
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
  g_autofree gchar *source = NULL;
  gboolean json = FALSE;
  g_autoptr (GFile) file = NULL;
  gint status;
  const GOptionEntry entries[] = {
    { "source", 's', 0, G_OPTION_ARG_FILENAME, &source,
      N_ ("Check the passages of the original in this text or saved web page"), N_ ("TEXT") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
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
                      "  annals check konishi-2004.txt --json"),
    .entries = entries,
  };

  if (!annals_cli_parse (&syntax, argc, argv, &file, &status))
    return status;
  return check (file, source, json);
}
