/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "annals-export.h"
#include "sample-document.h"

/* Exported SVG, read back with an XML parser: what it says of every event, and what it must not
 * contain whatever the labels are. */

static const gchar *const nasty[] = {
  "<script>alert(1)</script>",
  "]]>",
  "<![CDATA[",
  "=HYPERLINK(\"http://example.com\")",
  "\" onload=\"alert(1)",
  "' onclick='x'",
  "&amp; &lt; &#0; &unknown;",
  "bell \a, escape \033[31m, form feed \f, unit \x1f, delete \x7f",
  "two\nlines\tand a tab",
  "not UTF-8: \xff\xfe\xc3",
  "שלום עולם",
  "\u202eright to left override",
  "👩‍👩‍👧 family, 🇯🇵 flag",
  "-->",
  "<!--",
  "<?xml version=\"1.0\"?>",
  "javascript:alert(1)",
  "%s%n%d",
  "",
};

static GBytes *export(AnnalsDocument *document, gint width_px, gint height_px, AnnalsThemeId theme)
{
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  options.format = ANNALS_EXPORT_SVG;
  options.width_px = width_px;
  options.height_px = height_px;
  options.theme = theme;
  bytes = annals_export_to_bytes (document, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
count_error_cb (void *data, xmlErrorPtr error)
{
  (*(guint *) data)++;
}

static xmlDocPtr
parse (GBytes *bytes)
{
  gsize size;
  const gchar *data = g_bytes_get_data (bytes, &size);
  guint n_errors = 0;
  xmlDocPtr doc;

  g_assert_true (g_utf8_validate_len (data, size, NULL));
  xmlSetStructuredErrorFunc (&n_errors, (xmlStructuredErrorFunc) count_error_cb);
  doc = xmlReadMemory (data, (gint) size, "picture.svg", NULL, XML_PARSE_NONET);
  xmlSetStructuredErrorFunc (NULL, NULL);
  g_assert_cmpuint (n_errors, ==, 0);
  g_assert_nonnull (doc);
  g_assert_cmpstr ((const gchar *) xmlDocGetRootElement (doc)->name, ==, "svg");
  return doc;
}

static gchar *
dup_attribute (xmlNodePtr node, const gchar *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  gchar *copy = g_strdup ((const gchar *) value);

  xmlFree (value);
  return copy;
}

static gchar *
dup_child_text (xmlNodePtr node, const gchar *name)
{
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const gchar *) child->name, name) == 0)
      {
        xmlChar *content = xmlNodeGetContent (child);
        gchar *copy = g_strdup ((const gchar *) content);

        xmlFree (content);
        return copy;
      }
  return NULL;
}

typedef void (*NodeFunc) (xmlNodePtr node, gpointer data);

static void
for_each_element (xmlNodePtr node, NodeFunc func, gpointer data)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      func (node, data);
      for_each_element (node->children, func, data);
    }
}

/* The value of any attribute, also of one with a namespace. */
static gchar *
dup_value (xmlNodePtr node, xmlAttrPtr attribute)
{
  xmlChar *content = xmlNodeListGetString (node->doc, attribute->children, 1);
  gchar *value = g_strdup (content != NULL ? (const gchar *) content : "");

  xmlFree (content);
  return value;
}

static void
check_harmless_cb (xmlNodePtr node, gpointer data)
{
  static const gchar *const allowed[] = { "svg",      "title",          "desc",   "defs",
                                          "clipPath", "linearGradient", "stop",   "g",
                                          "rect",     "line",           "circle", "polygon",
                                          "polyline", "text",           "path",   NULL };

  if (!g_strv_contains (allowed, (const gchar *) node->name))
    g_error ("the picture has an element <%s>", node->name);
  /* Stripes are paths; letters, which would be filled ones, must not be. */
  if (g_str_equal ((const gchar *) node->name, "path"))
    {
      g_autofree gchar *fill = dup_attribute (node, "fill");

      g_assert_cmpstr (fill, ==, "none");
    }
  for (xmlAttrPtr attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      g_autofree gchar *value = dup_value (node, attribute);

      g_assert_false (g_str_has_prefix ((const gchar *) attribute->name, "on"));
      g_assert_cmpstr ((const gchar *) attribute->name, !=, "href");
      if (strstr (value, "url(") != NULL)
        g_assert_true (g_str_has_prefix (value, "url(#"));
      g_assert_null (strstr (value, "javascript:"));
    }
}

static void
check_unique_cb (xmlNodePtr node, gpointer data)
{
  g_autofree gchar *id = dup_attribute (node, "id");

  if (id != NULL && !g_hash_table_add (data, g_strdup (id)))
    g_error ("two elements have the id “%s”", id);
}

/* Every url(#…) leads to an element of the picture. */
static void
check_reference_cb (xmlNodePtr node, gpointer data)
{
  for (xmlAttrPtr attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      g_autofree gchar *value = dup_value (node, attribute);

      if (!g_str_has_prefix (value, "url(#"))
        continue;
      value[strlen (value) - 1] = '\0';
      if (!g_hash_table_contains (data, value + strlen ("url(#")))
        g_error ("nothing has the id in “%s”", value);
    }
}

static void
check_sound (GBytes *bytes)
{
  xmlDocPtr doc = parse (bytes);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for_each_element (xmlDocGetRootElement (doc), check_harmless_cb, NULL);
  for_each_element (xmlDocGetRootElement (doc), check_unique_cb, ids);
  for_each_element (xmlDocGetRootElement (doc), check_reference_cb, ids);
  xmlFreeDoc (doc);
}

static void
collect_groups_cb (xmlNodePtr node, gpointer data)
{
  g_autofree gchar *class = dup_attribute (node, "class");

  if (g_strcmp0 (class, "event") != 0)
    return;
  g_assert_cmpstr ((const gchar *) node->name, ==, "g");
  g_ptr_array_add (data, node);
}

static xmlNodePtr
find_group (GPtrArray *groups, const gchar *event_id)
{
  g_autofree gchar *wanted = g_strconcat ("event-", event_id, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree gchar *id = dup_attribute (groups->pdata[i], "id");

      if (g_strcmp0 (id, wanted) == 0)
        return groups->pdata[i];
    }
  g_error ("no group stands for the event “%s”", event_id);
}

static void
test_events (void)
{
  static const struct
  {
    const gchar *id;
    const gchar *title;
    const gchar *desc;
  } cases[] = {
    { "oil-crises", "Oil crises: early 1970s",
      "happened\nOn record: 17 October 1973 – 18 March 1974\n“Sentence 1 of the sample tells of "
      "this: Oil crises.”" },
    { "printed", "Commentary printed in The Daily Yomiuri: 23 January 2004",
      "happened\n“Sentence 1 of the sample tells of this: Commentary printed in The Daily "
      "Yomiuri.”" },
    { "missile", "PAC-3 and sea-based missile defence in place: by 2007",
      "planned\nOn record: 30 March – 17 December 2007\n“Sentence 1 of the sample tells of this: "
      "PAC-3 and sea-based missile defence in place.”" },
  };
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (GBytes) bytes = export(document, 1200, 0, ANNALS_THEME_LIGHT);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  xmlDocPtr doc = parse (bytes);

  check_sound (bytes);
  for_each_element (xmlDocGetRootElement (doc), collect_groups_cb, groups);
  g_assert_cmpuint (groups->len, ==, 15);
  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);
      xmlNodePtr group = find_group (groups, event->id);
      g_autofree gchar *words = annals_event_dup_words (event, ANNALS_WORDS_LONG);
      g_autofree gchar *expected = g_strdup_printf ("%s: %s", event->label, words);
      g_autofree gchar *title = dup_child_text (group, "title");
      g_autofree gchar *label = dup_child_text (group, "text");

      g_assert_cmpstr (title, ==, expected);
      g_assert_cmpstr (label, ==, event->short_label != NULL ? event->short_label : event->label);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      xmlNodePtr group = find_group (groups, cases[i].id);
      g_autofree gchar *title = dup_child_text (group, "title");
      g_autofree gchar *desc = dup_child_text (group, "desc");

      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (desc, ==, cases[i].desc);
    }
  xmlFreeDoc (doc);
}

static void
test_head (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (GBytes) bytes = export(document, 1200, 700, ANNALS_THEME_DARK);
  xmlDocPtr doc = parse (bytes);
  xmlNodePtr root = xmlDocGetRootElement (doc);
  g_autofree gchar *width = dup_attribute (root, "width");
  g_autofree gchar *height = dup_attribute (root, "height");
  g_autofree gchar *view_box = dup_attribute (root, "viewBox");
  g_autofree gchar *title = dup_child_text (root, "title");
  g_autofree gchar *desc = dup_child_text (root, "desc");

  g_assert_cmpstr (width, ==, "1200");
  g_assert_cmpstr (height, ==, "700");
  g_assert_cmpstr (view_box, ==, "0 0 1200 700");
  g_assert_cmpstr (title, ==, "Timeline of “A sample”");
  g_assert_cmpstr (desc, ==, "A. Author, “A sample”, 2004.");
  xmlFreeDoc (doc);
}

static void
test_nasty (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new ("2004");

  for (guint i = 0; i < G_N_ELEMENTS (nasty); i++)
    {
      g_autofree gchar *edtf = g_strdup_printf ("%u", 1950 + i);

      sample_document_add (document, nasty[i], nasty[i], edtf, "1960-01-01", i % 3,
                           i % ANNALS_N_STATUSES);
    }
  for (gint width = 300; width <= 3000; width += 900)
    {
      g_autoptr (GBytes) bytes = export(document, width, 0, ANNALS_THEME_LIGHT);

      check_sound (bytes);
    }
}

/* Ids that are alike once cleaned, empty, or those the picture uses itself. */
static void
test_ids (void)
{
  static const gchar *const ids[] = { "a b",  "a_b",        "a/b",    "",     "title",
                                      "desc", "clip-lanes", "fade-3", "日本", "米国" };
  g_autoptr (AnnalsDocument) document = sample_document_new ("2004");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    sample_document_add (document, ids[i], "One of many", "1970~/1973~", NULL, i % 3,
                         ANNALS_STATUS_HAPPENED);
  bytes = export(document, 1200, 0, ANNALS_THEME_LIGHT);
  check_sound (bytes);
}

static void
test_same_bytes (void)
{
  for (AnnalsThemeId theme = 0; theme < ANNALS_N_THEMES; theme++)
    {
      g_autoptr (AnnalsDocument) first_document = sample_document_new_marks ();
      g_autoptr (AnnalsDocument) second_document = sample_document_new_marks ();
      g_autoptr (GBytes) first = export(first_document, 1000, 0, theme);
      g_autoptr (GBytes) again = export(first_document, 1000, 0, theme);
      g_autoptr (GBytes) second = export(second_document, 1000, 0, theme);

      check_sound (first);
      g_assert_true (g_bytes_equal (first, again));
      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (AnnalsDocument) document = sample_document_new_random (seed, 60);
      g_autoptr (GBytes) bytes = export(document, 1400, 0, ANNALS_THEME_PRINT);

      check_sound (bytes);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint/svg/events", test_events);
  g_test_add_func ("/paint/svg/head", test_head);
  g_test_add_func ("/paint/svg/nasty-labels", test_nasty);
  g_test_add_func ("/paint/svg/ids", test_ids);
  g_test_add_func ("/paint/svg/same-bytes", test_same_bytes);
  g_test_add_func ("/paint/svg/random", test_random);

  return g_test_run ();
}
