/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-formats.h"

G_BEGIN_DECLS

/**
 * Fixture:
 * @folder: a folder that is empty at the start of a test and gone after it; the current one
 * meanwhile
 *
 * What the tests of `src/formats/` share.
 */
typedef struct
{
  gchar *folder;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

GFile *fixture_write (Fixture *fixture, const gchar *name, const gchar *content, gssize n_bytes);
gchar *fixture_read (Fixture *fixture, const gchar *name);
guint fixture_count_files (Fixture *fixture);
AnnalsDocument *fixture_open (Fixture *fixture, const gchar *name, const gchar *content);
AnnalsDocument *fixture_open_tei (Fixture *fixture, const gchar *inside);

gchar *dup_tei (const gchar *inside);
gchar *dup_sample (void);
const AnnalsEvent *get_event (AnnalsDocument *document, const gchar *id);
gchar *dup_dump (AnnalsDocument *document);

#define add_fixture_test(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

G_END_DECLS
