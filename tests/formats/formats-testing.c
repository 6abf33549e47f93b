/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "formats-testing.h"

/*
 * What the tests of `src/formats/` share: a folder for each test, small TEI files, and a dump of
 * all that a document says.
 */

/* The folder is the current one too, as that of somebody who works in it. */
void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("annals-formats-XXXXXX", &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
}

static void
remove_tree (const gchar *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL
                                                                    : g_dir_open (path, 0, NULL);
  const gchar *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree gchar *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_chdir (g_get_tmp_dir ()), ==, 0);
  remove_tree (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

GFile *
fixture_write (Fixture *fixture, const gchar *name, const gchar *content, gssize n_bytes)
{
  g_autofree gchar *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, content, n_bytes, G_FILE_SET_CONTENTS_CONSISTENT, 0644, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

gchar *
fixture_read (Fixture *fixture, const gchar *name)
{
  g_autofree gchar *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  gchar *content = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

guint
fixture_count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

AnnalsDocument *
fixture_open (Fixture *fixture, const gchar *name, const gchar *content)
{
  g_autoptr (GFile) file = fixture_write (fixture, name, content, -1);
  g_autoptr (GError) error = NULL;
  AnnalsDocument *document = annals_formats_open (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

AnnalsDocument *
fixture_open_tei (Fixture *fixture, const gchar *inside)
{
  g_autofree gchar *content = dup_tei (inside);

  return fixture_open (fixture, "test.annals.xml", content);
}

gchar *
dup_tei (const gchar *inside)
{
  return g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n"
                      "  <teiHeader><fileDesc><titleStmt><title>Test</title></titleStmt>"
                      "<publicationStmt><p>None.</p></publicationStmt>"
                      "<sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>\n",
                      inside, "\n</TEI>\n", NULL);
}

gchar *
dup_sample (void)
{
  const gchar *folder = g_getenv ("ANNALS_SAMPLES");
  g_autofree gchar *path = NULL;
  g_autoptr (GError) error = NULL;
  gchar *sample = NULL;

  if (folder == NULL)
    {
      g_test_skip ("ANNALS_SAMPLES does not name the folder with the commentary");
      return NULL;
    }
  path = g_build_filename (folder, "konishi-2004.txt", NULL);
  g_file_get_contents (path, &sample, NULL, &error);
  g_assert_no_error (error);
  return sample;
}

const AnnalsEvent *
get_event (AnnalsDocument *document, const gchar *id)
{
  guint index;

  g_assert_true (annals_document_find_event (document, id, &index));
  return annals_document_get_event (document, index);
}

static const gchar *
get_edtf (const AnnalsDate *date)
{
  return date != NULL ? annals_date_get_edtf (date) : "-";
}

static void
dump_info (GString *dump, const AnnalsDocumentInfo *info)
{
  g_string_append_printf (dump, "%s|%s|%s|%s|%s|%s|%s|%s|%d|%s|%s|%" G_GINT64_FORMAT "\n", info->id,
                          info->title, info->author, get_edtf (info->published), info->publisher,
                          info->rights, info->reference, info->language, info->is_digest,
                          info->source_name, info->source_sha256, info->source_n_chars);
}

static void
dump_passage (GString *dump, AnnalsDocument *document, const AnnalsPassage *passage)
{
  const AnnalsAnchor *anchor = &passage->anchor;
  g_autofree gchar *quote = annals_document_dup_quote (document, passage);

  g_string_append_printf (dump,
                          "  %s|%d|%s|%s|%s|%s|%s|%s|%s|%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT
                          "|%s|%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "|%s\n",
                          passage->id, passage->where, annals_relation_get_id (passage->relation),
                          anchor->exact, anchor->begins, anchor->ends, anchor->sha256,
                          anchor->prefix, anchor->suffix, anchor->start, anchor->end,
                          annals_standing_get_id (passage->place.standing), passage->place.start,
                          passage->place.end, quote);
}

/* All that a document says, one line each; two documents that say the same have the same dump. */
gchar *
dup_dump (AnnalsDocument *document)
{
  GString *dump = g_string_new (NULL);
  AnnalsText *text = annals_document_get_text (document, ANNALS_WHERE_TEXT);

  dump_info (dump, annals_document_get_info (document));
  for (guint i = 0; text != NULL && i < annals_text_get_n_paragraphs (text); i++)
    g_string_append_printf (dump, "%d", annals_document_get_paragraph_role (document, i));
  g_string_append_printf (dump, "\n%s\n", text != NULL ? annals_text_get_utf8 (text) : "no text");
  for (guint i = 0; i < annals_document_get_n_lanes (document); i++)
    {
      const AnnalsLane *lane = annals_document_get_lane (document, i);

      g_string_append_printf (dump, "lane %s|%s|%u\n", lane->id, lane->label, lane->color);
    }
  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);

      g_string_append_printf (dump, "event %s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%u|%s\n", event->id,
                              event->label, event->short_label, event->description,
                              get_edtf (event->cited), event->cited_wording, event->cited_reason,
                              get_edtf (event->record), event->record_source, event->note,
                              event->lane, annals_status_get_id (event->status));
      for (guint j = 0; j < event->n_passages; j++)
        dump_passage (dump, document, &event->passages[j]);
    }
  return g_string_free (dump, FALSE);
}
