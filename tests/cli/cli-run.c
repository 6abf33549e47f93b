/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "annals-cli.h"
#include "cli-run.h"

/*
 * Calls the command line in the test's own process and keeps what it writes. The descriptors
 * themselves are redirected, so that nothing that reaches them is missed, whoever wrote it.
 */

typedef struct
{
  FILE *stream;
  FILE *file;
  gint saved;
} Redirect;

static void
redirect_begin (Redirect *redirect, FILE *stream)
{
  redirect->stream = stream;
  redirect->file = tmpfile ();
  g_assert_nonnull (redirect->file);
  fflush (stream);
  redirect->saved = dup (fileno (stream));
  g_assert_cmpint (dup2 (fileno (redirect->file), fileno (stream)), >=, 0);
}

static gchar *
redirect_end (Redirect *redirect)
{
  GString *written = g_string_new (NULL);
  gchar buffer[4096];
  gsize n;

  fflush (redirect->stream);
  g_assert_cmpint (dup2 (redirect->saved, fileno (redirect->stream)), >=, 0);
  close (redirect->saved);
  rewind (redirect->file);
  while ((n = fread (buffer, 1, sizeof buffer, redirect->file)) > 0)
    g_string_append_len (written, buffer, n);
  fclose (redirect->file);
  return g_string_free (written, FALSE);
}

/**
 * cli_run_strv:
 * @run: (out caller-allocates): what it did
 * @arguments: (array zero-terminated=1): the arguments after the program's name
 *
 * Calls the command line.
 */
void
cli_run_strv (CliRun *run, const gchar *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  Redirect out;
  Redirect err;
  GLogFunc log;

  g_ptr_array_add (argv, g_strdup ("annals"));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, g_strdup (arguments[i]));
  g_ptr_array_add (argv, NULL);

  redirect_begin (&out, stdout);
  redirect_begin (&err, stderr);
  log = g_log_set_default_handler (g_log_default_handler, NULL);
  run->status = annals_cli_run ((gint) argv->len - 1, (gchar **) argv->pdata);
  g_log_set_default_handler (log, NULL);
  run->err = redirect_end (&err);
  run->out = redirect_end (&out);
}

/**
 * cli_run:
 * @run: (out caller-allocates): what it did
 * @...: the arguments after the program's name, ended by %NULL
 *
 * Calls the command line.
 */
void
cli_run (CliRun *run, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  va_list words;
  gchar *word;

  va_start (words, run);
  while ((word = va_arg (words, gchar *)) != NULL)
    g_ptr_array_add (arguments, word);
  va_end (words);
  g_ptr_array_add (arguments, NULL);
  cli_run_strv (run, (const gchar *const *) arguments->pdata);
}

/**
 * cli_run_clear:
 * @run: what a call did
 *
 * Frees what was written.
 */
void
cli_run_clear (CliRun *run)
{
  g_clear_pointer (&run->out, g_free);
  g_clear_pointer (&run->err, g_free);
}

/**
 * cli_make_folder:
 *
 * Returns: (transfer full): a new folder, to be removed with cli_remove_folder()
 */
gchar *
cli_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  gchar *folder = g_dir_make_tmp ("annals-cli-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/**
 * cli_remove_folder:
 * @folder: (transfer full): a folder that has files only
 *
 * Removes a folder and its files.
 */
void
cli_remove_folder (gchar *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const gchar *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree gchar *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

/**
 * cli_write_file:
 * @folder: where
 * @name: its name
 * @contents: what it holds
 *
 * Returns: (transfer full): the path of the file written
 */
gchar *
cli_write_file (const gchar *folder, const gchar *name, const gchar *contents)
{
  gchar *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return path;
}

/**
 * cli_dup_bundled_path:
 *
 * Returns: (transfer full): where the document that comes with Annals lies in the source tree
 */
gchar *
cli_dup_bundled_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "documents", "konishi-2004.annals.xml",
                                NULL);
}

/**
 * cli_assert_error:
 * @run: what a call did
 * @part: what its message has to say
 *
 * Checks that a call failed with a message, and printed nothing else.
 */
void
cli_assert_error (const CliRun *run, const gchar *part)
{
  g_assert_cmpint (run->status, ==, 2);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_true (g_str_has_prefix (run->err, "annals: "));
  if (strstr (run->err, part) == NULL)
    g_error ("“%s” does not say “%s”", run->err, part);
}
