/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-reading-view-private.h"
#include "sample-document.h"
#include "widgets-testing.h"

/* What is marked on the page reaches to the end of its line, with spaces between the words and
 * without. */

static void
count_lines (const gchar *words)
{
  g_autoptr (AnnalsDocument) document = sample_document_new (NULL);
  g_autoptr (AnnalsText) text = annals_text_new (words, -1);
  g_autoptr (AnnalsSelection) selection = NULL;
  GtkWidget *page = annals_reading_view_new ();
  GtkWidget *window;
  GtkTextIter at;
  guint n_lines = 0;

  annals_document_set_text (document, text, NULL, 0);
  selection = annals_selection_new (document);
  annals_reading_view_set_selection (ANNALS_READING_VIEW (page), selection);
  window = widgets_testing_show (page, 320, 400);

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (page)), &at);
  while (!gtk_text_iter_is_end (&at))
    {
      GtkTextIter before = at;

      annals_reading_view_forward_to_line_end (GTK_TEXT_VIEW (page), &at);
      if (gtk_text_iter_equal (&at, &before))
        {
          /* A line with nothing on it. */
          g_assert_cmpint (gtk_text_iter_get_char (&at), ==, '\n');
          gtk_text_iter_forward_char (&at);
          continue;
        }
      /* No letter of the line is left out. */
      while (!gtk_text_iter_is_end (&at)
             && !gtk_text_view_starts_display_line (GTK_TEXT_VIEW (page), &at))
        {
          g_assert_true (g_unichar_isspace (gtk_text_iter_get_char (&at)));
          gtk_text_iter_forward_char (&at);
        }
      n_lines++;
    }
  g_assert_cmpuint (n_lines, >, 3);

  annals_reading_view_set_selection (ANNALS_READING_VIEW (page), NULL);
  widgets_testing_close (window);
}

static void
test_spaces (void)
{
  count_lines ("Words with spaces between them are broken where a space stands, and the space "
               "belongs to no line; what is marked ends with the last letter.\n\nOne more.");
}

static void
test_no_spaces (void)
{
  count_lines (
      "日本語の文には語の間に空白がないので、行はほとんどどの文字の後でも折り返され、最後の文字も"
      "その行に属する。だから印は行の終わりまで届かなければならない。書体がなくて字が細い箱になる"
      "所でも、この段落は何行にもわたるほど長い。");
}

int
main (int argc, char *argv[])
{
  widgets_testing_init (&argc, &argv);

  g_test_add_func ("/widgets/page-lines/spaces", test_spaces);
  g_test_add_func ("/widgets/page-lines/no-spaces", test_no_spaces);

  return g_test_run ();
}
