/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-chooser.h"

/* What is made of the name that a person types, and which files the chooser lists. */

static void
test_whole_names (void)
{
  static const gchar *const pictures[] = { ".png", ".svg", NULL };
  static const gchar *const drawings[] = { ".svg", ".png", NULL };
  static const gchar *const documents[] = { ".annals.xml", ".xml", NULL };
  static const struct
  {
    const gchar *const *extensions;
    const gchar *name;
    const gchar *whole;
  } cases[] = {
    { pictures, "timeline", "timeline.png" },
    { pictures, "timeline.png", "timeline.png" },
    { pictures, "timeline.svg", "timeline.svg" },
    { pictures, "Timeline.PNG", "Timeline.PNG" },
    { pictures, "timeline.pdf", "timeline.pdf.png" },
    { pictures, "No. 1", "No. 1.png" },
    { pictures, "png", "png.png" },
    { pictures, ".png", ".png.png" },
    { pictures, "年表", "年表.png" },
    { pictures, "\xff\xfe", "\xff\xfe.png" },
    { drawings, "timeline", "timeline.svg" },
    { drawings, "timeline.png", "timeline.png" },
    { documents, "konishi", "konishi.annals.xml" },
    { documents, "konishi.xml", "konishi.xml" },
    { documents, "konishi.annals", "konishi.annals.annals.xml" },
    { documents, "konishi.Annals.XML", "konishi.Annals.XML" },
    { documents, "konishi.txt", "konishi.txt.annals.xml" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *whole = annals_chooser_dup_whole_name (cases[i].name, cases[i].extensions);

      g_assert_cmpstr (whole, ==, cases[i].whole);
    }
}

static gboolean
lists (GListModel *filters, guint index, const gchar *name)
{
  g_autoptr (GtkFilter) filter = g_list_model_get_item (filters, index);
  g_autoptr (GFileInfo) info = g_file_info_new ();

  g_assert_nonnull (filter);
  g_file_info_set_name (info, name);
  g_file_info_set_display_name (info, name);
  return gtk_filter_match (filter, info);
}

static void
test_filters (void)
{
  static const struct
  {
    const gchar *name;
    gboolean is_text;
    gboolean is_document;
  } cases[] = {
    { "konishi.txt", TRUE, TRUE },
    { "KONISHI.TXT", TRUE, TRUE },
    { "page.html", TRUE, TRUE },
    { "PAGE.HTM", TRUE, TRUE },
    { "page.xhtml", TRUE, TRUE },
    { "notes.md", TRUE, TRUE },
    { "konishi.xml", FALSE, TRUE },
    { "konishi.annals.xml", FALSE, TRUE },
    { "Konishi.Annals.XML", FALSE, TRUE },
    { "picture.png", FALSE, FALSE },
    { "txt", FALSE, FALSE },
    { "README", FALSE, FALSE },
  };
  g_autoptr (GListModel) texts = annals_chooser_create_filters (TRUE);
  g_autoptr (GListModel) documents = annals_chooser_create_filters (FALSE);

  g_assert_cmpuint (g_list_model_get_n_items (texts), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (documents), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (lists (texts, 0, cases[i].name), ==, cases[i].is_text);
      g_assert_cmpint (lists (documents, 0, cases[i].name), ==, cases[i].is_document);
      g_assert_true (lists (texts, 1, cases[i].name));
      g_assert_true (lists (documents, 1, cases[i].name));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widgets/chooser/whole-names", test_whole_names);
  g_test_add_func ("/widgets/chooser/filters", test_filters);

  return g_test_run ();
}
