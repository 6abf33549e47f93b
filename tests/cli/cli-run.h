/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CliRun:
 * @status: the exit status
 * @out: what was written to the standard output
 * @err: what was written to the error stream
 *
 * What one call of the command line did. Clear it with cli_run_clear().
 */
typedef struct
{
  gint status;
  gchar *out;
  gchar *err;
} CliRun;

void cli_run (CliRun *run, ...) G_GNUC_NULL_TERMINATED;
void cli_run_strv (CliRun *run, const gchar *const *arguments);
void cli_run_clear (CliRun *run);

gchar *cli_make_folder (void);
void cli_remove_folder (gchar *folder);
gchar *cli_write_file (const gchar *folder, const gchar *name, const gchar *contents);
gchar *cli_dup_bundled_path (void);

void cli_assert_error (const CliRun *run, const gchar *part);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliRun, cli_run_clear)

typedef gchar CliFolder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliFolder, cli_remove_folder)

G_END_DECLS
