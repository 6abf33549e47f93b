/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-event-row.h"
#include "annals-evidence-pane.h"
#include "annals-names.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* How many passages an event has is the same number wherever it is said: in its row, in the pane
 * and read out, for each of the two texts of a document. */

typedef struct
{
  AnnalsWhere where;
  const gchar *number;
  const gchar *words;
  const gchar *in_pane;
} Case;

static const Case cases[] = {
  { ANNALS_WHERE_TEXT, "1", "1 passage", "Passage 1 of 1" },
  { ANNALS_WHERE_SOURCE, "2", "2 passages", "Passage 1 of 2" },
};

/* One event with a passage of the text and two of the source. */
static AnnalsDocument *
create_document (void)
{
  static const TestingPassage passages[] = { { ANNALS_WHERE_TEXT, 6, 40 },
                                             { ANNALS_WHERE_SOURCE, 60, 100 },
                                             { ANNALS_WHERE_SOURCE, 120, 160 } };
  AnnalsDocument *document = sample_document_new (NULL);
  g_autoptr (AnnalsText) text = widgets_testing_new_text ("te", 100);
  g_autoptr (AnnalsText) source = widgets_testing_new_text ("so", 100);
  AnnalsText *const texts[] = { text, source };

  widgets_testing_add_event (document, "event", "1990", texts, passages, G_N_ELEMENTS (passages));
  annals_document_set_text (document, text, NULL, 0);
  annals_document_set_source (document, source, NULL);
  return document;
}

static gboolean
says (GtkWidget *widget, const gchar *words)
{
  if (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_label (GTK_LABEL (widget)), words) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

static void
test_same (void)
{
  g_autoptr (AnnalsDocument) document = create_document ();
  g_autoptr (AnnalsSelection) selection = annals_selection_new (document);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = annals_event_row_new ();
  GtkWidget *pane = annals_evidence_pane_new ();
  GtkWidget *window = NULL;

  annals_evidence_pane_set_selection (ANNALS_EVIDENCE_PANE (pane), selection);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), pane);
  window = widgets_testing_show (box, 400, 600);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, 0);
      g_autofree gchar *spoken = annals_names_dup_event (event, cases[i].where);
      g_autofree gchar *end = g_strconcat (", ", cases[i].words, NULL);

      annals_selection_set_where (selection, cases[i].where);
      annals_selection_clear (selection);
      annals_selection_select (selection, 0, -1);
      annals_event_row_set_event (ANNALS_EVENT_ROW (row), selection, 0);
      g_assert_true (g_str_has_suffix (spoken, end));
      g_assert_true (says (row, cases[i].number));
      g_assert_true (says (pane, cases[i].in_pane));
    }
  widgets_testing_close (window);
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  g_test_add_func ("/widgets/counts/same", test_same);

  return g_test_run ();
}
