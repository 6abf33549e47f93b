/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annals-tei-date.h"

typedef struct
{
  const gchar *attributes;
  const gchar *edtf; /* NULL for no date */
} ReadCase;

static const ReadCase READ_CASES[] = {
  { "when='1612'", "1612" },
  { "when='1698-03-21'", "1698-03-21" },
  { "when='-0044-03-15'", "-0043-03-15" },
  { "when='-0001'", "0000" },
  { "when='0001'", "0001" },
  { "when='12000'", "Y12000" },
  { "when='-13800000'", "Y-13799999" },
  { "when='2020-01-03-05:00'", "2020-01-03" },
  { "when='2020-01-03Z'", "2020-01-03" },
  { "when='2020-01-03T12:30:00Z'", "2020-01-03" },
  { "when='0000'", NULL },
  { "when='--05-01'", NULL },
  { "when='12:30:00'", NULL },
  { "when='soon'", NULL },
  { "when-iso='-0043'", "-0043" },
  { "when-iso='1612/1613'", "1612/1613" },
  { "when-iso='2009-W21'", NULL },
  { "from='1700' to='1704'", "1700/1704" },
  { "from='1700'", "1700/" },
  { "to='1704-05'", "/1704-05" },
  { "from-iso='1700' to='1704'", "1700/1704" },
  { "notBefore='1611' notAfter='1613-06'", "[1611-01-01..1613-06-30]" },
  { "notBefore='1611' notAfter='1613'", "[1611..1613]" },
  { "notBefore='-0045' notAfter='0012-02'", "[-0044-01-01..0012-02-29]" },
  { "notBefore='1611'", "[1611..]" },
  { "notAfter='-0044'", "[..-0043]" },
  { "when-custom='1612~' datingMethod='#edtf' when='1999'", "1612~" },
  { "when-custom='1612~' datingMethod='calendars.xml#EDTF'", "1612~" },
  { "when-custom='1612~'", "1612~" },
  { "when-custom='AG-0927' datingMethod='#seleucid' when='0616'", "0616" },
  { "when-custom='AG-0927' when='0616'", "0616" },
  { "n='1612'", NULL },
  { "dur-iso='P1Y'", NULL },
  { "when='1612' dur-iso='P1Y'", "1612" },
  { "when='-0044-03-15T12:00:00+01:00'", "-0043-03-15" },
  { "from='-0044' to='-0027'", "-0043/-0026" },
};

/* What is said against one another in the attributes of one element: which date counts, and what is
 * remarked. */
typedef struct
{
  const gchar *attributes;
  const gchar *edtf;
  guint n_remarks;
  const gchar *remark; /* the first one, from the place on */
} RemarkCase;

#define EDTF_METHOD "datingMethod='#edtf' "

static const RemarkCase REMARK_CASES[] = {
  { EDTF_METHOD "when-custom='1612' when='1612'", "1612", 0, NULL },
  { EDTF_METHOD "when-custom='1612~' when='1613'", "1612~", 0, NULL },
  { EDTF_METHOD "when-custom='1612' when='1612-05'", "1612", 0, NULL },
  { EDTF_METHOD "when-custom='1612~' notBefore='1611' notAfter='1613'", "1612~", 0, NULL },
  { EDTF_METHOD "when-custom='-0043' when='-0044'", "-0043", 0, NULL },
  { EDTF_METHOD "when-custom='2001/..' from='2001'", "2001/..", 0, NULL },
  { EDTF_METHOD "when-custom='1612~' when='1999'", "1612~", 1,
    "“when” means 1999, but “when-custom” is “1612~”; “when-custom” counts." },
  { "when-custom='1612' when='1613'", "1612", 1,
    "“when” means 1613, but “when-custom” is “1612”; “when-custom” counts." },
  { EDTF_METHOD "when-custom='-0044' when='-0044'", "-0044", 1,
    "“when” means -0043, but “when-custom” is “-0044”; “when-custom” counts." },
  { EDTF_METHOD "when-custom='1612' notBefore='1613'", "1612", 1,
    "“notBefore” means 1613, but “when-custom” is “1612”; “when-custom” counts." },
  { EDTF_METHOD "when-custom='1612' notAfter='1611-12'", "1612", 1,
    "“notAfter” means 1611-12, but “when-custom” is “1612”; “when-custom” counts." },
  { EDTF_METHOD "when-custom='1700/1704' from='1705' to='1704'", "1700/1704", 1,
    "“from” means 1705, but “when-custom” is “1700/1704”; “when-custom” counts." },
  { "when-custom='AG-0927' when='0616'", "0616", 0, NULL },
  { "when='1612' notBefore='1611'", "1612", 1,
    "“when” and “notBefore” exclude each other; “when” counts." },
  { "when='1612' from='1611' to='1613'", "1612", 2,
    "“when” and “from” exclude each other; “when” counts." },
  { "from='1612' notBefore='1611'", "1612/", 1,
    "“from” and “notBefore” exclude each other; “from” counts." },
  { "to='1612' notAfter='1613'", "/1612", 1,
    "“to” and “notAfter” exclude each other; “to” counts." },
  { "from='1612' notAfter='1613'", "1612/", 0, NULL },
  { "when='1612' when-iso='1612-05'", "1612", 0, NULL },
  { "when='1612' when-iso='1613'", "1612", 1,
    "“when” is “1612” and “when-iso” is “1613”; “when” counts." },
  { "when='-0044' when-iso='-0043'", "-0043", 0, NULL },
  { "when='0000'", NULL, 1,
    "“when” is “0000”, but XML Schema has no year 0000; 1 BCE is -0001 there. It is left out." },
  { "from='0000-05' to='0003'", "/0003", 1,
    "“from” is “0000-05”, but XML Schema has no year 0000; 1 BCE is -0001 there. It is left "
    "out." },
  { "when='soon'", NULL, 1, "“when” is “soon”, which is no date. It is left out." },
  { "when='1612?'", NULL, 1, "“when” is “1612?”, which is no date. It is left out." },
  { "when='--05-01'", NULL, 0, NULL },
  { "when='12:30:00'", NULL, 0, NULL },
  { "when='2020-01-03-05:00'", "2020-01-03", 0, NULL },
};

static xmlDoc *
parse (const gchar *attributes)
{
  g_autofree gchar *xml = g_strdup_printf ("<event %s/>", attributes);
  AnnalsXmlSource source = { "test", xml };
  g_autoptr (GError) error = NULL;
  xmlDoc *document = annals_xml_parse (&source, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_read (gconstpointer data)
{
  const ReadCase *c = data;
  g_autoptr (xmlDoc) document = parse (c->attributes);
  AnnalsXmlSource source = { "test", "" };
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDate) date = NULL;

  g_assert_true (annals_tei_date_read (&source, xmlDocGetRootElement (document), &date, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (date != NULL ? annals_date_get_edtf (date) : NULL, ==, c->edtf);
}

static void
test_remark (gconstpointer data)
{
  const RemarkCase *c = data;
  g_autoptr (xmlDoc) document = parse (c->attributes);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  AnnalsXmlSource source = { "a.xml", "", remarks };
  g_autofree gchar *expected = g_strconcat ("a.xml, line 1, column 1: ", c->remark, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDate) date = NULL;

  g_test_message ("%s", c->attributes);
  g_assert_true (annals_tei_date_read (&source, xmlDocGetRootElement (document), &date, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (date != NULL ? annals_date_get_edtf (date) : NULL, ==, c->edtf);
  g_assert_cmpuint (remarks->len, ==, c->n_remarks);
  if (c->n_remarks > 0)
    g_assert_cmpstr (g_ptr_array_index (remarks, 0), ==, expected);
}

static const gchar *const WRITE_CASES[][2] = {
  { "1973", "when=\"1973\"" },
  { "1973-10", "when=\"1973-10\"" },
  { "1973-10-17", "when=\"1973-10-17\"" },
  { "1973-10-17T10:30:00", "when=\"1973-10-17\"" },
  { "1973?", "when=\"1973\"" },
  { "-0043-03-15", "when=\"-0044-03-15\"" },
  { "0000", "when=\"-0001\"" },
  { "Y12000", "when=\"12000\"" },
  { "1612~", "notBefore=\"1611\" notAfter=\"1613\"" },
  { "197X", "notBefore=\"1970-01-01\" notAfter=\"1979-12-31\"" },
  { "1973-21", "notBefore=\"1973-03-01\" notAfter=\"1973-05-31\"" },
  { "1700/1704", "from=\"1700\" to=\"1704\"" },
  { "1970~/1973~", "from=\"1970\" to=\"1973\"" },
  { "2001-10-07/..", "from=\"2001-10-07\"" },
  { "2001-10-07/", "from=\"2001-10-07\"" },
  { "../1985", "to=\"1985\"" },
  { "/1985", "to=\"1985\"" },
  { "196X/1985", "notBefore=\"1960-01-01\" notAfter=\"1985\"" },
  { "-0001/0001", "from=\"-0002\" to=\"0001\"" },
  { "[..2007]", "notAfter=\"2007\"" },
  { "[2007-03-09,2007-09-03]", "notBefore=\"2007-03-09\" notAfter=\"2007-09-03\"" },
  { "{2003-12-09,2003-12-19}", "notBefore=\"2003-12-09\" notAfter=\"2003-12-19\"" },
};

static void
test_write (gconstpointer data)
{
  const gchar *const *c = data;
  g_autoptr (xmlDoc) document = parse (
      "from='0001' notAfter='0002' when='0003' to='0004' notBefore='0005'");
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (c[0], &error);
  g_autofree gchar *expected = g_strdup_printf (
      "<event when-custom=\"%s\" datingMethod=\"#edtf\" %s/>", c[0], c[1]);
  xmlNode *root = xmlDocGetRootElement (document);
  xmlBuffer *buffer = xmlBufferCreate ();

  g_assert_no_error (error);
  annals_tei_date_write (root, NULL);
  annals_tei_date_write (root, date);
  xmlNodeDump (buffer, document, root, 0, 0);
  g_assert_cmpstr ((const gchar *) xmlBufferContent (buffer), ==, expected);
  xmlBufferFree (buffer);
  g_assert_true (annals_tei_date_is_native (root));
}

/* What is written is read back as what it was, by those who know EDTF. */
static void
test_there_and_back (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (WRITE_CASES); i++)
    {
      g_autoptr (xmlDoc) document = parse ("");
      AnnalsXmlSource source = { "test", "" };
      g_autoptr (AnnalsDate) date = annals_date_new_from_edtf (WRITE_CASES[i][0], NULL);
      g_autoptr (AnnalsDate) back = NULL;
      g_autoptr (GError) error = NULL;
      xmlNode *root = xmlDocGetRootElement (document);

      annals_tei_date_write (root, date);
      g_assert_true (annals_tei_date_read (&source, root, &back, &error));
      g_assert_cmpstr (annals_date_get_edtf (back), ==, WRITE_CASES[i][0]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (READ_CASES); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/formats/tei-date/read/%u", i);

      g_test_add_data_func (path, &READ_CASES[i], test_read);
    }
  for (guint i = 0; i < G_N_ELEMENTS (REMARK_CASES); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/formats/tei-date/remark/%u", i);

      g_test_add_data_func (path, &REMARK_CASES[i], test_remark);
    }
  for (guint i = 0; i < G_N_ELEMENTS (WRITE_CASES); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/formats/tei-date/write/%u", i);

      g_test_add_data_func (path, WRITE_CASES[i], test_write);
    }
  g_test_add_func ("/formats/tei-date/there-and-back", test_there_and_back);
  return g_test_run ();
}
