/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "annals-document.h"

G_BEGIN_DECLS

/**
 * AnnalsCliExit:
 * @ANNALS_CLI_DONE: all went well
 * @ANNALS_CLI_LOST: a passage is lost
 * @ANNALS_CLI_FAILED: a wrong option, or something that could not be read or written
 *
 * The exit statuses of the commands.
 */
typedef enum
{
  ANNALS_CLI_DONE = 0,
  ANNALS_CLI_LOST = 1,
  ANNALS_CLI_FAILED = 2,
} AnnalsCliExit;

/**
 * AnnalsCliSyntax:
 * @command: the command's name
 * @summary: what it does, one translated paragraph
 * @description: (nullable): what follows the options in its help, translated
 * @entries: its options, ended by %G_OPTION_ENTRY_NULL
 *
 * What a command takes besides `--help` and FILE.
 */
typedef struct
{
  const gchar *command;
  const gchar *summary;
  const gchar *description;
  const GOptionEntry *entries;
} AnnalsCliSyntax;

gboolean annals_cli_parse (const AnnalsCliSyntax *syntax,
                           gint argc,
                           gchar **argv,
                           GFile **file,
                           gint *status);
gboolean annals_cli_parse_files (const AnnalsCliSyntax *syntax,
                                 gint argc,
                                 gchar **argv,
                                 GStrv *files,
                                 gint *status);
gboolean annals_cli_parse_strings (const AnnalsCliSyntax *syntax,
                                   gint argc,
                                   gchar **argv,
                                   GStrv *strings,
                                   gint *status);
AnnalsDocument *annals_cli_open (GFile *file, GError **error);

gint annals_cli_fail (const gchar *format, ...) G_GNUC_PRINTF (1, 2);
gint annals_cli_fail_usage (const gchar *command, const gchar *message);
void annals_cli_warn (const gchar *message);
gint annals_cli_put (const gchar *utf8, gboolean is_data);

gchar *annals_cli_dup_line (const gchar *utf8);
guint annals_cli_get_columns (const gchar *utf8);
void annals_cli_append_padded (GString *out, const gchar *utf8, guint columns);
void annals_cli_append_wrapped (GString *out, const gchar *utf8, guint indent, guint measure);

G_END_DECLS
