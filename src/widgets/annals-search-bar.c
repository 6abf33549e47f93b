/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "annals-names.h"
#include "annals-search-bar.h"
#include "annals-words.h"

/*
 * The bar writes what is typed to the search of the window and says what the search found. When it
 * is closed, the focus goes back to where it was; the words stay for the next time.
 */

#define MOST_WORDS_CHARS 200 /* of selected words to be taken up */
#define CLOSING_MS 160

struct _AnnalsSearchBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkPopover *options;
  GtkCheckButton *match_case;
  GtkCheckButton *whole_words;
  GtkCheckButton *match_accents;

  AnnalsSelection *selection;
  GtkWidget *focus_before; /* (nullable), weak */
};

G_DEFINE_FINAL_TYPE (AnnalsSearchBar, annals_search_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_ACTIVE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint stepped_signal;

static AnnalsSearch *
get_search (AnnalsSearchBar *self)
{
  return self->selection != NULL ? annals_selection_get_search (self->selection) : NULL;
}

static gchar *
dup_in_text (AnnalsSearch *search)
{
  guint n_events = annals_search_get_n_events (search);
  guint counts[] = { (guint) (annals_search_get_current (search) + 1),
                     annals_search_get_n_matches (search), n_events };

  switch (annals_search_get_wrapped (search))
    {
    case 1:
      /* Translators: which match this is, of how many; it comes after the last one. */
      return annals_words_dup_counts (_ ("%s of %s, on from the beginning"), counts, 2);
    case -1:
      /* Translators: which match this is, of how many; it comes before the first one. */
      return annals_words_dup_counts (_ ("%s of %s, on from the end"), counts, 2);
    default:
      break;
    }

  if (n_events == 0)
    /* Translators: which match this is, of how many; no event matches. */
    return annals_words_dup_counts (_ ("%s of %s in the text, no event"), counts, 2);

  return annals_words_dup_counts (
      /* Translators: which match is selected and how many there are in the text, and how many
         events match. */
      ngettext ("%s of %s in the text, %s event", "%s of %s in the text, %s events", n_events),
      counts, 3);
}

static gchar *
dup_count (AnnalsSearch *search)
{
  guint n_events = annals_search_get_n_events (search);

  if (annals_search_is_busy (search))
    return g_strdup (_ ("Searching…"));
  if (annals_search_get_query (search) == NULL)
    return g_strdup ("");
  if (annals_search_get_n_matches (search) > 0)
    return dup_in_text (search);
  if (n_events == 0)
    return g_strdup (_ ("Not found"));

  return annals_words_dup_counts (
      /* Translators: how many events match. */
      ngettext ("Not in the text, but in %s event", "Not in the text, but in %s events", n_events),
      &n_events, 1);
}

static void
update (AnnalsSearchBar *self)
{
  AnnalsSearch *search = get_search (self);
  g_autofree gchar *count = search != NULL ? dup_count (search) : g_strdup ("");
  gboolean found = search == NULL || annals_search_get_query (search) == NULL
                   || annals_search_is_busy (search) || annals_search_get_n_events (search) > 0
                   || annals_search_get_n_matches (search) > 0;
  gboolean any = search != NULL
                 && annals_search_get_n_matches (search) + annals_search_get_n_events (search) > 0;

  gtk_label_set_label (self->count, count);
  /* The words can be taken back elsewhere, by showing all events. */
  if (search != NULL
      && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                    annals_search_get_words (search))
             != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), annals_search_get_words (search));
  if (found)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  count, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               found ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "search.next", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "search.previous", any);
}

static void
entry_changed_cb (AnnalsSearchBar *self)
{
  AnnalsSearch *search = get_search (self);

  if (search != NULL)
    annals_search_set_words (search, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
option_cb (AnnalsSearchBar *self)
{
  AnnalsSearch *search = get_search (self);
  AnnalsQueryFlags flags = ANNALS_QUERY_NONE;

  if (gtk_check_button_get_active (self->match_case))
    flags |= ANNALS_QUERY_MATCH_CASE;
  if (gtk_check_button_get_active (self->whole_words))
    flags |= ANNALS_QUERY_WHOLE_WORDS;
  if (gtk_check_button_get_active (self->match_accents))
    flags |= ANNALS_QUERY_MATCH_ACCENTS;
  if (search != NULL)
    annals_search_set_flags (search, flags);
}

static void
step_cb (GtkWidget *widget, const gchar *action, GVariant *parameter)
{
  annals_search_bar_step (ANNALS_SEARCH_BAR (widget), strcmp (action, "search.next") == 0 ? 1 : -1);
}

static void
next_cb (AnnalsSearchBar *self)
{
  annals_search_bar_step (self, 1);
}

static void
previous_cb (AnnalsSearchBar *self)
{
  annals_search_bar_step (self, -1);
}

static void
stop_cb (AnnalsSearchBar *self)
{
  annals_search_bar_set_active (self, FALSE);
}

static gboolean
key_cb (AnnalsSearchBar *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter
                   || keyval == GDK_KEY_ISO_Enter;

  if (!enter || (state & GDK_SHIFT_MASK) == 0)
    return FALSE;

  annals_search_bar_step (self, -1);
  return TRUE;
}

/* Escape closes the bar from each of its buttons too, not from the entry alone. */
static gboolean
escape_cb (AnnalsSearchBar *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;

  annals_search_bar_set_active (self, FALSE);
  return TRUE;
}

/* Who has chosen how to search goes on typing what to search for. */
static void
options_closed_cb (AnnalsSearchBar *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));

  if (annals_search_bar_get_active (self))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

static void
forget_focus (AnnalsSearchBar *self)
{
  if (self->focus_before != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->focus_before), (gpointer *) &self->focus_before);
  self->focus_before = NULL;
}

static void
remember_focus (AnnalsSearchBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;

  forget_focus (self);
  g_set_weak_pointer (&self->focus_before, focus);
}

static void
give_focus_back (AnnalsSearchBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
      && (self->focus_before == NULL || !gtk_widget_get_mapped (self->focus_before)
          || !gtk_widget_grab_focus (self->focus_before)))
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
  forget_focus (self);
}

/* A closed bar takes no room and no focus. */
static void
child_revealed_cb (AnnalsSearchBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_revealer_get_reveal_child (self->revealer)
                              || gtk_revealer_get_child_revealed (self->revealer));
}

static void
annals_search_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AnnalsSearchBar *self = ANNALS_SEARCH_BAR (object);

  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, annals_search_bar_get_active (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
annals_search_bar_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  AnnalsSearchBar *self = ANNALS_SEARCH_BAR (object);

  switch (prop_id)
    {
    case PROP_ACTIVE:
      annals_search_bar_set_active (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
annals_search_bar_dispose (GObject *object)
{
  AnnalsSearchBar *self = ANNALS_SEARCH_BAR (object);

  forget_focus (self);
  annals_search_bar_set_selection (self, NULL);
  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (annals_search_bar_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnnalsSearchBar, name)

static void
annals_search_bar_class_init (AnnalsSearchBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = annals_search_bar_get_property;
  object_class->set_property = annals_search_bar_set_property;
  object_class->dispose = annals_search_bar_dispose;

  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  stepped_signal = g_signal_new ("stepped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "search-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_install_action (widget_class, "search.next", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "search.previous", NULL, step_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/annals_app/Annals/ui/annals-search-bar.ui");
  BIND (revealer);
  BIND (entry);
  BIND (count);
  BIND (options);
  BIND (match_case);
  BIND (whole_words);
  BIND (match_accents);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, option_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
name_options (AnnalsSearchBar *self)
{
  GtkCheckButton *options[] = { self->match_case, self->whole_words, self->match_accents };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    annals_names_set_plain (GTK_WIDGET (options[i]), gtk_check_button_get_label (options[i]));
}

static void
annals_search_bar_init (AnnalsSearchBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *escape = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  name_options (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (escape, "key-pressed", G_CALLBACK (escape_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), escape);
  g_signal_connect_swapped (self->options, "closed", G_CALLBACK (options_closed_cb), self);
  g_signal_connect_swapped (self->revealer, "notify::child-revealed",
                            G_CALLBACK (child_revealed_cb), self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  update (self);
}

/**
 * annals_search_bar_new:
 *
 * Returns: (transfer floating): a new bar, not shown yet
 */
GtkWidget *
annals_search_bar_new (void)
{
  return g_object_new (ANNALS_TYPE_SEARCH_BAR, NULL);
}

/**
 * annals_search_bar_set_selection:
 * @self: a search bar
 * @selection: (nullable): the selection of the window
 *
 * Looks for the same words in another document.
 */
void
annals_search_bar_set_selection (AnnalsSearchBar *self, AnnalsSelection *selection)
{
  AnnalsSearch *search = NULL;

  g_return_if_fail (ANNALS_IS_SEARCH_BAR (self));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (annals_selection_get_search (self->selection), self);
  g_set_object (&self->selection, selection);
  search = get_search (self);
  if (search == NULL)
    return;

  annals_search_set_words (search, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  option_cb (self);
  annals_search_set_active (search, annals_search_bar_get_active (self));
  g_signal_connect_swapped (search, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (search, "current-changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * annals_search_bar_get_active:
 * @self: a search bar
 *
 * Returns: whether it is shown and the search is on
 */
gboolean
annals_search_bar_get_active (AnnalsSearchBar *self)
{
  g_return_val_if_fail (ANNALS_IS_SEARCH_BAR (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}

/**
 * annals_search_bar_set_active:
 * @self: a search bar
 * @active: whether to show it
 *
 * Shows the bar and gives it the focus, or closes it and gives the focus back.
 */
void
annals_search_bar_set_active (AnnalsSearchBar *self, gboolean active)
{
  g_return_if_fail (ANNALS_IS_SEARCH_BAR (self));

  if (annals_search_bar_get_active (self) == !!active)
    return;

  if (active)
    remember_focus (self);
  else
    give_focus_back (self);
  if (active)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  /* An entry that only comes with the next frame would lose the letters typed until then. */
  gtk_revealer_set_transition_duration (self->revealer, active ? 0 : CLOSING_MS);
  gtk_revealer_set_reveal_child (self->revealer, active);
  if (active)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  else
    gtk_popover_popdown (self->options);
  if (self->selection != NULL)
    annals_search_set_active (get_search (self), active);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

/**
 * annals_search_bar_open:
 * @self: a search bar
 * @words: (nullable): words to look for at once, such as those selected on the page
 * @origin: where in the text shown to begin
 *
 * Shows the bar with its words selected, ready to be typed over. Words that are many, or more than
 * a line, are not taken up.
 */
void
annals_search_bar_open (AnnalsSearchBar *self, const gchar *words, gint64 origin)
{
  g_return_if_fail (ANNALS_IS_SEARCH_BAR (self));

  if (self->selection != NULL)
    annals_search_set_origin (get_search (self), origin);
  annals_search_bar_set_active (self, TRUE);
  remember_focus (self);
  if (words != NULL && *words != '\0' && strchr (words, '\n') == NULL
      && g_utf8_strlen (words, -1) <= MOST_WORDS_CHARS)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/* With no match in the text, the events that match are walked in the order of time. */
static void
step_events (AnnalsSearchBar *self, gint step)
{
  AnnalsSearch *search = get_search (self);
  guint n_events = 0;
  const guint *order = annals_selection_get_order_in_time (self->selection, &n_events);
  gint selected = annals_selection_get_event (self->selection);
  guint at = step > 0 ? n_events - 1 : 0;

  for (guint i = 0; i < n_events && selected >= 0; i++)
    if (order[i] == (guint) selected)
      at = i;
  for (guint i = 0; i < n_events; i++)
    {
      at = step > 0 ? (at + 1) % n_events : (at + n_events - 1) % n_events;
      if (!annals_search_has_event (search, (gint) order[at]))
        continue;
      annals_selection_select (self->selection, (gint) order[at], -1);
      return;
    }
}

/**
 * annals_search_bar_step:
 * @self: a search bar
 * @step: 1 for the next match, -1 for the one before
 *
 * Goes from match to match in the text; where there are only events that match, from event to
 * event. Shows the bar when it is closed.
 */
void
annals_search_bar_step (AnnalsSearchBar *self, gint step)
{
  AnnalsSearch *search = NULL;

  g_return_if_fail (ANNALS_IS_SEARCH_BAR (self));

  search = get_search (self);
  if (search == NULL)
    return;
  if (!annals_search_bar_get_active (self))
    annals_search_bar_set_active (self, TRUE);
  else if (annals_search_step (search, step))
    g_signal_emit (self, stepped_signal, 0);
  else
    step_events (self, step);
}
