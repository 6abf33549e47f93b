/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-application.h"
#include "annals-window-private.h"

G_BEGIN_DECLS

/**
 * Windows:
 * @application: a program that runs in the test
 * @folder: a folder for files, empty at the start of the test
 *
 * What the tests of windows share.
 */
typedef struct
{
  AnnalsApplication *application;
  gchar *folder;
} Windows;

/**
 * WindowsFunc:
 * @windows: a program that has just been started
 *
 * A test, or a part of one.
 */
typedef void (*WindowsFunc) (Windows *windows);

void windows_add_test (const gchar *path, WindowsFunc first, WindowsFunc second);
void windows_quit (Windows *windows);

GFile *windows_write (Windows *windows, const gchar *name, const gchar *text);
gchar *windows_dup_tei (const gchar *title);
void windows_open (Windows *windows, GFile *file);

void windows_run (guint time_ms);
guint windows_count (Windows *windows);
AnnalsWindow *windows_get_active (Windows *windows);
AnnalsWindow *windows_find (Windows *windows, const gchar *title);
AnnalsWindow *windows_wait_for (Windows *windows, const gchar *title);
void windows_wait_count (Windows *windows, guint n_windows);
gboolean windows_says (GtkWidget *widget, const gchar *words);
void windows_wait_says (AnnalsWindow *window, const gchar *words);

G_END_DECLS
