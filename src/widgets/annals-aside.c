/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "annals-aside.h"
#include "annals-event-list.h"
#include "annals-evidence-pane.h"

/* The pane beside the text. The list of events is made when it is first looked at. */

struct _AnnalsAside
{
  GtkWidget parent_instance;

  GtkWidget *box;
  AdwViewStack *stack;
  AdwBin *events_page;
  GtkToggleButton *evidence_button;
  GtkToggleButton *events_button;
  AnnalsEvidencePane *evidence;
  AnnalsEventList *events; /* (nullable) until first shown */

  AnnalsSelection *selection;
};

G_DEFINE_FINAL_TYPE (AnnalsAside, annals_aside, GTK_TYPE_WIDGET)

static guint turned_signal;

static void
ensure_events (AnnalsAside *self)
{
  if (self->events != NULL)
    return;

  self->events = ANNALS_EVENT_LIST (annals_event_list_new ());
  adw_bin_set_child (self->events_page, GTK_WIDGET (self->events));
  annals_event_list_set_selection (self->events, self->selection);
}

static void
toggled_cb (AnnalsAside *self)
{
  gboolean events = gtk_toggle_button_get_active (self->events_button);

  if (events)
    ensure_events (self);
  adw_view_stack_set_visible_child_name (self->stack, events ? "events" : "evidence");
  g_signal_emit (self, turned_signal, 0);
}

static void
annals_aside_dispose (GObject *object)
{
  AnnalsAside *self = ANNALS_ASIDE (object);

  g_clear_object (&self->selection);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (annals_aside_parent_class)->dispose (object);
}

static gboolean
annals_aside_grab_focus (GtkWidget *widget)
{
  AnnalsAside *self = ANNALS_ASIDE (widget);

  if (gtk_toggle_button_get_active (self->events_button) && self->events != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->events));

  return gtk_widget_grab_focus (GTK_WIDGET (self->evidence_button));
}

static void
annals_aside_class_init (AnnalsAsideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ANNALS_TYPE_EVIDENCE_PANE);

  G_OBJECT_CLASS (klass)->dispose = annals_aside_dispose;
  widget_class->grab_focus = annals_aside_grab_focus;

  turned_signal = g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "aside");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/annals_app/Annals/ui/annals-aside.ui");
  gtk_widget_class_bind_template_child (widget_class, AnnalsAside, box);
  gtk_widget_class_bind_template_child (widget_class, AnnalsAside, stack);
  gtk_widget_class_bind_template_child (widget_class, AnnalsAside, events_page);
  gtk_widget_class_bind_template_child (widget_class, AnnalsAside, evidence_button);
  gtk_widget_class_bind_template_child (widget_class, AnnalsAside, events_button);
  gtk_widget_class_bind_template_child (widget_class, AnnalsAside, evidence);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
annals_aside_init (AnnalsAside *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * annals_aside_new:
 *
 * Returns: (transfer floating): a new pane
 */
GtkWidget *
annals_aside_new (void)
{
  return g_object_new (ANNALS_TYPE_ASIDE, NULL);
}

/**
 * annals_aside_set_selection:
 * @self: an aside
 * @selection: (nullable): the selection of the window
 *
 * Follows another selection.
 */
void
annals_aside_set_selection (AnnalsAside *self, AnnalsSelection *selection)
{
  g_return_if_fail (ANNALS_IS_ASIDE (self));

  g_set_object (&self->selection, selection);
  annals_evidence_pane_set_selection (self->evidence, selection);
  if (self->events != NULL)
    annals_event_list_set_selection (self->events, selection);
}

/**
 * annals_aside_show_events:
 * @self: an aside
 * @events: whether to show the list of events; the evidence otherwise
 *
 * Turns to one of the two pages.
 */
void
annals_aside_show_events (AnnalsAside *self, gboolean events)
{
  g_return_if_fail (ANNALS_IS_ASIDE (self));

  gtk_toggle_button_set_active (events ? self->events_button : self->evidence_button, TRUE);
}

/**
 * annals_aside_list_lane:
 * @self: an aside
 * @lane: id of a lane
 *
 * Leaves only the events of a lane in the list of events.
 */
void
annals_aside_list_lane (AnnalsAside *self, const gchar *lane)
{
  g_return_if_fail (ANNALS_IS_ASIDE (self));
  g_return_if_fail (lane != NULL);

  ensure_events (self);
  gtk_widget_activate_action (GTK_WIDGET (self->events), "events.lane", "s", lane);
}

/**
 * annals_aside_get_shows_events:
 * @self: an aside
 *
 * Returns: whether the list of events is shown, and not the evidence
 */
gboolean
annals_aside_get_shows_events (AnnalsAside *self)
{
  g_return_val_if_fail (ANNALS_IS_ASIDE (self), FALSE);

  return gtk_toggle_button_get_active (self->events_button);
}
