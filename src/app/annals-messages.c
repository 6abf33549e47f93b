/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-messages.h"

/* One message is seen at a time: the note, which goes after a while, else the failure that came
 * last. It looks like a toast of libadwaita and is none, since those wait for one another, and in
 * 1.2 fail when one is taken back while it comes. */

#define NOTE_S 6
#define OFFER_S 8
#define MOST_CHARS 60 /* of a line */

typedef struct
{
  gchar *heading; /* (nullable) what failed */
  gchar *words;
  gchar *button_label; /* (nullable) */
  gchar *action_name;  /* (nullable) */
  GVariant *target;    /* (nullable) */
} Message;

struct _AnnalsMessages
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *button;
  GtkEventController *pointer;

  Message *note;       /* (nullable) */
  GPtrArray *failures; /* of Message */
  guint note_id;
};

G_DEFINE_FINAL_TYPE (AnnalsMessages, annals_messages, GTK_TYPE_WIDGET)

static void
message_free (gpointer data)
{
  Message *message = data;

  if (message == NULL)
    return;
  g_free (message->heading);
  g_free (message->words);
  g_free (message->button_label);
  g_free (message->action_name);
  g_clear_pointer (&message->target, g_variant_unref);
  g_free (message);
}

static const Message *
get_seen (AnnalsMessages *self)
{
  if (self->note != NULL)
    return self->note;
  return self->failures->len > 0 ? g_ptr_array_index (self->failures, self->failures->len - 1)
                                 : NULL;
}

static gboolean
has_keys (AnnalsMessages *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
show_message (AnnalsMessages *self, const Message *message)
{
  gtk_label_set_label (GTK_LABEL (self->label), message->words);
  gtk_widget_set_visible (self->button, message->button_label != NULL);
  if (message->button_label != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), message->button_label);
  /* An action is never with the target of another one. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), message->target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), message->action_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  message->words, -1);
}

static void
update (AnnalsMessages *self)
{
  const Message *message = get_seen (self);

  /* What takes no clicks any more has no keys either. */
  if (message == NULL && has_keys (self))
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                            GTK_DIR_TAB_FORWARD);
  if (message != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
      show_message (self, message);
    }
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), message != NULL);
}

static void
remove_note (AnnalsMessages *self)
{
  g_clear_handle_id (&self->note_id, g_source_remove);
  g_clear_pointer (&self->note, message_free);
}

/* Who is about to use a note may take the time. */
static gboolean
note_over_cb (gpointer user_data)
{
  AnnalsMessages *self = user_data;

  if (has_keys (self)
      || gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (self->pointer)))
    return G_SOURCE_CONTINUE;
  self->note_id = 0;
  remove_note (self);
  update (self);
  return G_SOURCE_REMOVE;
}

static void
put_away_cb (AnnalsMessages *self)
{
  if (self->note != NULL)
    remove_note (self);
  else if (self->failures->len > 0)
    g_ptr_array_remove_index (self->failures, self->failures->len - 1);
  update (self);
}

static void
child_revealed_cb (AnnalsMessages *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          get_seen (self) != NULL
                              || gtk_revealer_get_child_revealed (GTK_REVEALER (self->revealer)));
}

static void
annals_messages_dispose (GObject *object)
{
  AnnalsMessages *self = ANNALS_MESSAGES (object);

  remove_note (self);
  g_ptr_array_set_size (self->failures, 0);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (annals_messages_parent_class)->dispose (object);
}

static void
annals_messages_finalize (GObject *object)
{
  g_ptr_array_unref (ANNALS_MESSAGES (object)->failures);
  G_OBJECT_CLASS (annals_messages_parent_class)->finalize (object);
}

static void
annals_messages_class_init (AnnalsMessagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = annals_messages_dispose;
  G_OBJECT_CLASS (klass)->finalize = annals_messages_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ALERT);
}

static GtkWidget *
create_close_button (AnnalsMessages *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Close Message"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close Message"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (put_away_cb), self);
  return button;
}

static void
annals_messages_init (AnnalsMessages *self)
{
  GtkWidget *toast = g_object_new (GTK_TYPE_BOX, "css-name", "toast", NULL);

  self->failures = g_ptr_array_new_with_free_func (message_free);
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), MOST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0.0F);
  gtk_widget_add_css_class (self->label, "heading");
  gtk_widget_set_hexpand (self->label, TRUE);
  self->button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (toast), self->label);
  gtk_box_append (GTK_BOX (toast), self->button);
  gtk_box_append (GTK_BOX (toast), create_close_button (self));

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer),
                                    GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), toast);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  g_signal_connect_swapped (self->revealer, "notify::child-revealed",
                            G_CALLBACK (child_revealed_cb), self);
  self->pointer = gtk_event_controller_motion_new ();
  gtk_widget_add_controller (GTK_WIDGET (self), self->pointer);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * annals_messages_new:
 *
 * Returns: (transfer floating): a place for messages, to be laid over a window
 */
GtkWidget *
annals_messages_new (void)
{
  return g_object_new (ANNALS_TYPE_MESSAGES, NULL);
}

/**
 * annals_messages_note:
 * @self: the messages of a window
 * @message: a whole sentence, translated
 *
 * Says something that need not be read, in place of what was said so before.
 */
void
annals_messages_note (AnnalsMessages *self, const gchar *message)
{
  annals_messages_offer (self, message, NULL, NULL, NULL);
}

/**
 * annals_messages_offer:
 * @self: the messages of a window
 * @message: a whole sentence, translated
 * @button_label: (nullable): what its button says, if it has one
 * @action_name: (nullable): the action of the button
 * @target: (nullable): what that is done to; taken when floating
 *
 * As annals_messages_note(), with something that can be done about it.
 */
void
annals_messages_offer (AnnalsMessages *self,
                       const gchar *message,
                       const gchar *button_label,
                       const gchar *action_name,
                       GVariant *target)
{
  g_return_if_fail (ANNALS_IS_MESSAGES (self));
  g_return_if_fail (message != NULL);

  remove_note (self);
  self->note = g_new0 (Message, 1);
  self->note->words = g_strdup (message);
  self->note->button_label = g_strdup (button_label);
  self->note->action_name = g_strdup (action_name);
  self->note->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  self->note_id = g_timeout_add_seconds (button_label != NULL ? OFFER_S : NOTE_S, note_over_cb,
                                         self);
  update (self);
}

/**
 * annals_messages_fail:
 * @self: the messages of a window
 * @heading: what failed, a few words; not shown
 * @message: what and why and what to do, translated
 *
 * Says something that stays until it is put away. Said again, it is there once.
 */
void
annals_messages_fail (AnnalsMessages *self, const gchar *heading, const gchar *message)
{
  Message *failure = NULL;

  g_return_if_fail (ANNALS_IS_MESSAGES (self));
  g_return_if_fail (heading != NULL && message != NULL);

  for (guint i = self->failures->len; i > 0; i--)
    if (g_str_equal (((Message *) g_ptr_array_index (self->failures, i - 1))->words, message))
      g_ptr_array_remove_index (self->failures, i - 1);
  remove_note (self);
  failure = g_new0 (Message, 1);
  failure->heading = g_strdup (heading);
  failure->words = g_strdup (message);
  g_ptr_array_add (self->failures, failure);
  update (self);
}

/**
 * annals_messages_withdraw:
 * @self: the messages of a window
 * @heading: what failed before
 *
 * Takes back what was said of a failure, since it is no longer so.
 */
void
annals_messages_withdraw (AnnalsMessages *self, const gchar *heading)
{
  g_return_if_fail (ANNALS_IS_MESSAGES (self));

  for (guint i = self->failures->len; i > 0; i--)
    if (g_str_equal (((Message *) g_ptr_array_index (self->failures, i - 1))->heading, heading))
      g_ptr_array_remove_index (self->failures, i - 1);
  update (self);
}
