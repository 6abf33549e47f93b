/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-export.h"

G_BEGIN_DECLS

/* Within src/cli/annals-cli-export*.c only. */

/**
 * AnnalsCliExportArguments:
 *
 * The options of `annals export` as they were typed.
 */
typedef struct
{
  gchar *output;
  gchar *format;
  gchar *size;
  gchar *scale;
  gchar *dpi;
  gchar *range;
  gchar *within;
  gchar *lanes;
  gchar *closed;
  gchar *theme;
  gboolean compress;
  gchar **breaks;
  gchar *calendar;
  gchar *title;
  gboolean no_title;
  gchar *source_line;
  gboolean no_source_line;
  gboolean reading_order;
  gboolean legend;
  gchar *pages;
  gboolean evidence;
  gboolean json;
} AnnalsCliExportArguments;

void annals_cli_export_arguments_clear (AnnalsCliExportArguments *arguments);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsCliExportArguments, annals_cli_export_arguments_clear)

/**
 * AnnalsCliExportChoice:
 * @options: what the picture is
 * @title: what @options borrows
 * @source_line: what @options borrows
 * @lanes: what @options borrows
 * @closed: what @options borrows
 *
 * The options of `annals export` as they are understood.
 */
typedef struct
{
  AnnalsExportOptions options;
  gchar *title;
  gchar *source_line;
  gchar **lanes;
  gchar **closed;
} AnnalsCliExportChoice;

void annals_cli_export_choice_clear (AnnalsCliExportChoice *choice);
gboolean annals_cli_export_choice_init (AnnalsCliExportChoice *choice,
                                        const AnnalsCliExportArguments *arguments,
                                        GError **error);
gboolean annals_cli_export_choice_adapt (AnnalsCliExportChoice *choice,
                                         const AnnalsCliExportArguments *arguments,
                                         AnnalsDocument *document,
                                         GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsCliExportChoice, annals_cli_export_choice_clear)

/**
 * AnnalsCliExportResult:
 * @input: (nullable): the file read; %NULL for the document that comes with Annals
 * @output: the file written
 * @width: width in pixels, of a page when there are several
 * @height: height in pixels
 * @pages: over how many pages the timeline goes
 * @bytes: size of the file
 * @events: how many events are shown
 * @warning: (nullable): what is odd about the file written
 * @error: (nullable): why nothing was written
 *
 * What became of one file.
 */
typedef struct
{
  gchar *input;
  gchar *output;
  gint width;
  gint height;
  guint pages;
  guint64 bytes;
  guint events;
  gchar *warning;
  gchar *error;
} AnnalsCliExportResult;

gchar *annals_cli_export_dup_json (const AnnalsCliExportResult *results, guint n_results);

G_END_DECLS
