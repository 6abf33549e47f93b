/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <adwaita.h>

#include "annals-application.h"
#include "annals-formats.h"
#include "annals-menu.h"
#include "annals-ui.h"
#include "language.h"
#include "widgets-testing.h"

/* The whole program in one language, named on the command line with the folder of its catalogue: at
 * every width, nothing that the program says itself is cut off, shortened or outside the window.
 * What a document says may be shortened where there is little room. With “large” as a third
 * argument all of it has letters of one and a half times the size. */

#define PATIENCE_MS 10000
#define STEP_MS 100
#define HEIGHT_PX 760
#define LARGE_DPI 144

typedef struct
{
  const gchar *name;
  const gchar *actions[3]; /* that bring it about in the main window */
  const gchar *looked_for; /* what is typed into the search */
} State;

static const State states[] = {
  { "nothing-selected", { NULL } },    { "event-selected", { "win.next-in-text" } },
  { "events", { "win.show-events" } }, { "search", { "win.search" } },
  { "found", { "win.search" }, "a" },
};

static const gint widths_px[] = { 600, 900, 1280 };

/* Windows of their own */
static const State dialogs[] = {
  { "preferences", { "app.preferences" } },
  { "export", { "win.export" } },
  { "shortcuts", { "win.show-help-overlay" } },
};

static const gchar *language = NULL;
static AnnalsApplication *application = NULL;
static GtkWidget *window = NULL;
static GHashTable *document_words = NULL;
static guint n_complaints = 0;
static gboolean letters_are_large = FALSE;

/* What the document says itself */

static void
learn (const gchar *words)
{
  if (words != NULL && *words != '\0')
    g_hash_table_add (document_words, g_strdup (words));
}

static void
learn_event (AnnalsDocument *document, const AnnalsEvent *event)
{
  learn (event->label);
  learn (event->short_label);
  learn (event->description);
  learn (event->cited_reason);
  learn (event->record_source);
  for (guint i = 0; i < event->n_passages; i++)
    {
      g_autofree gchar *quote = annals_document_dup_quote (document, &event->passages[i]);

      learn (quote);
    }
}

static void
learn_document (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnnalsDocument) document = annals_formats_open_bundled (&error);

  g_assert_no_error (error);
  document_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  learn (annals_document_get_info (document)->title);
  learn (annals_document_get_info (document)->author);
  for (guint i = 0; i < annals_document_get_n_lanes (document); i++)
    learn (annals_document_get_lane (document, i)->label);
  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    learn_event (document, annals_document_get_event (document, i));
}

static gboolean
is_of_document (const gchar *text)
{
  GHashTableIter iter;
  gpointer words;

  g_hash_table_iter_init (&iter, document_words);
  while (g_hash_table_iter_next (&iter, &words, NULL))
    if (strstr (text, words) != NULL)
      return TRUE;

  return FALSE;
}

/* What is shown, judged */

static void
complain (GtkWidget *widget, const gchar *where, const gchar *what)
{
  const gchar *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

  g_test_message ("%s, %s: %s “%s” %s", language, where, G_OBJECT_TYPE_NAME (widget), text, what);
  n_complaints++;
}

/* Large letters may leave too little room for what is known without being read: what an entry is
 * for, as its place and its picture tell, and the title of a dialog that one has just called for.
 */
static gboolean
may_be_shortened (GtkWidget *label)
{
  return letters_are_large
         && (GTK_IS_TEXT (gtk_widget_get_parent (label))
             || gtk_widget_has_css_class (label, "title"));
}

static void
check_label (GtkLabel *label, const gchar *where)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  gint width_px = gtk_widget_get_width (GTK_WIDGET (label));
  gint text_px;

  if (gtk_label_get_text (label)[0] == '\0' || is_of_document (gtk_label_get_text (label)))
    return;
  pango_layout_get_pixel_size (layout, &text_px, NULL);
  if (pango_layout_is_ellipsized (layout) && !may_be_shortened (GTK_WIDGET (label)))
    complain (GTK_WIDGET (label), where, "is shortened");
  else if (text_px > width_px + 1)
    complain (GTK_WIDGET (label), where, "is cut off");
}

/* A number is seen whole, as long as it may become. */
static void
check_number (GtkSpinButton *spin, const gchar *where)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (spin));
  guint digits = gtk_spin_button_get_digits (spin);
  g_autofree gchar *largest = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  gdouble upper;
  gint text_px;

  gtk_spin_button_get_range (spin, NULL, &upper);
  largest = g_strdup_printf ("%.*f", (gint) digits, upper);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (text), largest);
  pango_layout_get_pixel_size (layout, &text_px, NULL);
  if (text_px > gtk_widget_get_width (GTK_WIDGET (text)))
    {
      g_test_message ("%s, %s: there is no room for %s", language, where, largest);
      n_complaints++;
    }
}

static gboolean
is_scrolled (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) != NULL;
}

static void
check_place (GtkWidget *widget, GtkWidget *root, const gchar *where)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, root, &bounds) || bounds.size.width < 1.0f)
    return;
  if (bounds.origin.x < -1.0f
      || bounds.origin.x + bounds.size.width > gtk_widget_get_width (root) + 1.0f)
    complain (widget, where, "stands outside the window");
}

static void
check_widgets (GtkWidget *widget, GtkWidget *root, const gchar *where)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_LABEL (widget))
    check_label (GTK_LABEL (widget), where);
  if (GTK_IS_SPIN_BUTTON (widget))
    check_number (GTK_SPIN_BUTTON (widget), where);
  if (!is_scrolled (widget))
    check_place (widget, root, where);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_widgets (child, root, where);
}

/* Each choice of a row stands in it when it is chosen, where there is room for some twenty letters
 * only. Translators are told so; longer English is longer than that. */
static void
check_choices (GtkWidget *widget, GtkWidget *root, const gchar *where)
{
  guint n_choices, selected;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_choices (child, root, where);
  if (!ADW_IS_COMBO_ROW (widget) || !gtk_widget_get_mapped (widget)
      || g_str_equal (language, "en_XA"))
    return;

  n_choices = g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (widget)));
  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (widget));
  for (guint i = 0; i < n_choices; i++)
    {
      adw_combo_row_set_selected (ADW_COMBO_ROW (widget), i);
      widgets_testing_run (STEP_MS);
      check_widgets (widget, root, where);
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (widget), selected);
}

/* The key of a label that is underlined, in a set; two of the same key take turns, which is slower
 * than going to either. */
static void
check_mnemonic (GtkWidget *widget, GHashTable *keys, const gchar *where)
{
  guint key = GDK_KEY_VoidSymbol;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_LABEL (widget))
    key = gtk_label_get_mnemonic_keyval (GTK_LABEL (widget));
  if (key != GDK_KEY_VoidSymbol && !g_hash_table_add (keys, GUINT_TO_POINTER (key)))
    complain (widget, where, "has the mnemonic of another");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_mnemonic (child, keys, where);
}

static void
check_menu_page (GMenuModel *model, GHashTable *keys)
{
  for (gint i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (model, i, G_MENU_LINK_SUBMENU);
      g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);
      g_autofree gchar *label = NULL;
      const gchar *mark;

      if (section != NULL)
        check_menu_page (section, keys);
      if (submenu != NULL)
        check_menu_page (submenu, own);
      if (!g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        continue;
      mark = strchr (label, '_');
      if (mark == NULL)
        g_test_message ("%s: “%s” has no mnemonic", language, label);
      else if (!g_hash_table_add (
                   keys, GUINT_TO_POINTER (g_unichar_tolower (g_utf8_get_char (mark + 1)))))
        g_test_message ("%s: “%s” has the mnemonic of another", language, label);
      else
        continue;
      n_complaints++;
    }
}

static void
activate (const State *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state->actions) && state->actions[i] != NULL; i++)
    if (!gtk_widget_activate_action (window, state->actions[i], NULL))
      g_error ("There is no action %s.", state->actions[i]);
  if (state->looked_for != NULL)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

      g_assert_true (GTK_IS_TEXT (focus));
      gtk_editable_set_text (GTK_EDITABLE (focus), state->looked_for);
      widgets_testing_run (PATIENCE_MS / 10);
    }
}

/* Tests */

static void
test_main_window (gconstpointer data)
{
  const State *state = data;
  GtkWidget *content;

  n_complaints = 0;
  activate (state);
  for (guint i = 0; i < G_N_ELEMENTS (widths_px); i++)
    {
      g_autofree gchar *where = g_strdup_printf ("%s at %d px", state->name, widths_px[i]);

      gtk_window_set_default_size (GTK_WINDOW (window), widths_px[i], HEIGHT_PX);
      widgets_testing_settle (window);
      content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
      if (gtk_widget_get_width (content) > widths_px[i])
        complain (window, where, "does not get so narrow");
      check_widgets (content, content, where);
    }
  if (n_complaints > 0)
    g_test_fail_printf ("%u complaints", n_complaints);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != window && gtk_widget_get_mapped (l->data))
      return l->data;

  return NULL;
}

static void
test_dialog (gconstpointer data)
{
  const State *state = data;
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);
  GtkWidget *dialog;

  n_complaints = 0;
  gtk_window_set_default_size (GTK_WINDOW (window), widths_px[0], HEIGHT_PX);
  widgets_testing_settle (window);
  activate (state);
  for (guint waited_ms = 0; find_dialog () == NULL && waited_ms < PATIENCE_MS; waited_ms += STEP_MS)
    widgets_testing_run (STEP_MS);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  widgets_testing_settle (dialog);
  check_widgets (gtk_widget_get_first_child (dialog), gtk_widget_get_first_child (dialog),
                 state->name);
  check_mnemonic (dialog, keys, state->name);
  check_choices (dialog, gtk_widget_get_first_child (dialog), state->name);
  gtk_window_close (GTK_WINDOW (dialog));
  for (guint waited_ms = 0; find_dialog () != NULL && waited_ms < PATIENCE_MS; waited_ms += STEP_MS)
    widgets_testing_run (STEP_MS);
  g_assert_null (find_dialog ());
  if (n_complaints > 0)
    g_test_fail_printf ("%u complaints", n_complaints);
}

/* GTK turns its windows around for the languages that are written from right to left. */
static void
test_direction (void)
{
  GtkTextDirection expected = g_str_equal (language, "he") ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;

  g_assert_cmpint (gtk_widget_get_direction (window), ==, expected);
}

static void
test_menu (void)
{
  g_autoptr (GMenuModel) menu = annals_menu_new ();
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);

  n_complaints = 0;
  check_menu_page (menu, keys);
  if (n_complaints > 0)
    g_test_fail_printf ("%u complaints", n_complaints);
}

static void
add_tests (const gchar *kind, const State *cases, guint n_cases, GTestDataFunc function)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/po/languages/%s/%s/%s", language, kind,
                                                cases[i].name);

      g_test_add_data_func (path, &cases[i], function);
    }
}

static void
start (void)
{
  g_autoptr (GError) error = NULL;

  /* A cursor that blinks never comes to rest. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  application = annals_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (application));
  for (guint waited_ms = 0; window == NULL && waited_ms < PATIENCE_MS; waited_ms += STEP_MS)
    {
      widgets_testing_run (STEP_MS);
      window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
    }
  g_assert_nonnull (window);
  /* The document is opened in a thread. */
  widgets_testing_run (PATIENCE_MS / 10);
  widgets_testing_settle (window);
}

int
main (int argc, char **argv)
{
  g_autofree gchar *direction = NULL;
  g_autofree gchar *menu = NULL;

  if (argc < 3)
    g_error ("A language and the folder of its catalogue are needed.");
  language = argv[1];
  if (!g_str_equal (language, "en") && !language_load (language, argv[2]))
    {
      g_print ("1..0 # SKIP the catalogue is not built, or no locale here uses catalogues\n");
      return 0;
    }

  widgets_testing_init (&argc, &argv);
  letters_are_large = argc > 3 && g_str_equal (argv[3], "large");
  if (letters_are_large)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", LARGE_DPI * PANGO_SCALE, NULL);
  learn_document ();
  start ();
  direction = g_strdup_printf ("/po/languages/%s/direction", language);
  menu = g_strdup_printf ("/po/languages/%s/menu", language);
  g_test_add_func (direction, test_direction);
  g_test_add_func (menu, test_menu);
  add_tests ("window", states, G_N_ELEMENTS (states), test_main_window);
  add_tests ("dialog", dialogs, G_N_ELEMENTS (dialogs), test_dialog);

  return g_test_run ();
}
