/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-adaptive.h"
#include "annals-names.h"

/*
 * One arrangement of panes for every width. The panes always stay where they are in two nested
 * paneds; a width, a page or a focus only decides which of them are visible, and a paned gives a
 * lone visible child all its room.
 */

#define FOLD_BELOW_PX 900
#define PAGES_BELOW_PX 650
#define MIN_WIDTH_PX 360
#define MIN_ASIDE_PX 280

typedef enum
{
  MODE_WIDE,
  MODE_FOLDED,
  MODE_PAGES,
} Mode;

struct _AnnalsAdaptive
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *outer; /* above and below */
  GtkWidget *inner; /* reader and aside */
  GtkWidget *switcher;
  GtkWidget *text_button;
  GtkWidget *aside_button;
  GtkWidget *timeline_button;
  GtkWidget *reader;
  GtkWidget *aside;
  GtkWidget *timeline;

  Mode mode;
  AnnalsFocus focus;
  gboolean aside_shown;
  gboolean timeline_page;
  gboolean updating;
  gdouble reader_position;
  gdouble timeline_position;
  gboolean positioned;
  guint update_id;
  guint place_id;
};

G_DEFINE_FINAL_TYPE (AnnalsAdaptive, annals_adaptive, GTK_TYPE_WIDGET)

enum
{
  PROP_FOLDED = 1,
  PROP_ASIDE_SHOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* How large the desktop wants text to be. */
static gdouble
get_text_scale (AnnalsAdaptive *self)
{
  gint dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (dpi / 1024.0 / 96.0, 1.0) : 1.0;
}

/* Large text leaves two panes no room beside one another earlier. */
static Mode
choose_mode (AnnalsAdaptive *self, gint width)
{
  if (width < PAGES_BELOW_PX * get_text_scale (self))
    return MODE_PAGES;

  return width < FOLD_BELOW_PX ? MODE_FOLDED : MODE_WIDE;
}

/* Shows in the switcher which page is there. */
static void
mark_page (AnnalsAdaptive *self)
{
  GtkWidget *button = self->text_button;

  if (self->timeline_page)
    button = self->timeline_button;
  if (self->aside_shown)
    button = self->aside_button;

  self->updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  self->updating = FALSE;
}

static void
update (AnnalsAdaptive *self)
{
  gboolean pages = self->mode == MODE_PAGES;
  gboolean aside = self->mode == MODE_WIDE || self->aside_shown;
  gboolean reader = TRUE;
  gboolean timeline = TRUE;

  if (self->focus != ANNALS_FOCUS_NONE)
    {
      reader = self->focus == ANNALS_FOCUS_READER;
      timeline = !reader;
      aside = FALSE;
    }
  else if (pages)
    {
      reader = !aside && !self->timeline_page;
      timeline = !aside && self->timeline_page;
    }

  gtk_widget_set_visible (self->reader, reader);
  gtk_widget_set_visible (self->aside, aside);
  gtk_widget_set_visible (self->inner, reader || aside);
  gtk_widget_set_visible (self->timeline, timeline);
  gtk_widget_set_visible (self->switcher, pages && self->focus == ANNALS_FOCUS_NONE);
  if (pages)
    mark_page (self);
}

static gboolean
update_cb (gpointer user_data)
{
  AnnalsAdaptive *self = user_data;

  self->update_id = 0;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);

  return G_SOURCE_REMOVE;
}

/* Keeps the borders of the wide arrangement while another one moves them. */
static void
keep_positions (AnnalsAdaptive *self)
{
  gint width = gtk_widget_get_width (self->box);
  gint height = gtk_widget_get_height (self->outer);

  if (!self->positioned || self->mode != MODE_WIDE || self->focus != ANNALS_FOCUS_NONE || width <= 0
      || height <= 0)
    return;

  self->reader_position = (gdouble) gtk_paned_get_position (GTK_PANED (self->inner)) / width;
  self->timeline_position = (gdouble) gtk_paned_get_position (GTK_PANED (self->outer)) / height;
}

/* Panes are shown and hidden after the allocation in which the width became another. */
static void
set_mode (AnnalsAdaptive *self, Mode mode)
{
  if (self->mode == mode)
    return;

  keep_positions (self);
  self->positioned = self->positioned && mode != MODE_WIDE;
  self->mode = mode;
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 30, update_cb, self, NULL);
}

static void
place_handles (AnnalsAdaptive *self, gint width, gint height)
{
  gtk_paned_set_position (GTK_PANED (self->inner), (gint) (self->reader_position * width));
  gtk_paned_set_position (GTK_PANED (self->outer), (gint) (self->timeline_position * height));
  self->positioned = TRUE;
}

static gboolean
place_cb (gpointer user_data)
{
  AnnalsAdaptive *self = user_data;

  self->place_id = 0;
  if (self->mode != MODE_PAGES && self->update_id == 0)
    place_handles (self, gtk_widget_get_width (self->box), gtk_widget_get_height (self->outer));

  return G_SOURCE_REMOVE;
}

/* A paned scales its position with its size. So the first position is set before it has a size, and
 * a later one after the frame in which it got the new size. */
static void
ensure_positioned (AnnalsAdaptive *self, gint width, gint height)
{
  if (self->positioned || self->mode == MODE_PAGES || self->update_id != 0)
    return;

  if (gtk_widget_get_width (self->box) == 0)
    place_handles (self, width, height);
  else if (self->place_id == 0)
    self->place_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, place_cb, self, NULL);
}

static void
annals_adaptive_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         gint for_size,
                         gint *minimum,
                         gint *natural,
                         gint *minimum_baseline,
                         gint *natural_baseline)
{
  AnnalsAdaptive *self = ANNALS_ADAPTIVE (widget);
  gint child_minimum = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    for_size = -1;
  gtk_widget_measure (self->box, orientation, for_size, &child_minimum, natural, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH_PX : child_minimum;
  *natural = MAX (*minimum, *natural);
}

static void
annals_adaptive_size_allocate (GtkWidget *widget, gint width, gint height, gint baseline)
{
  AnnalsAdaptive *self = ANNALS_ADAPTIVE (widget);
  gint min_width = 0;
  gint min_height = 0;

  set_mode (self, choose_mode (self, width));
  ensure_positioned (self, width, height);
  /* Until the panes of the old width are hidden they may need more than there is. */
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  width = MAX (width, min_width);
  gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, width, &min_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->box, width, MAX (height, min_height), baseline, NULL);
}

static void
page_toggled_cb (AnnalsAdaptive *self, GtkToggleButton *button)
{
  gboolean aside = GTK_WIDGET (button) == self->aside_button;

  if (self->updating || !gtk_toggle_button_get_active (button))
    return;

  if (!aside)
    self->timeline_page = GTK_WIDGET (button) == self->timeline_button;
  annals_adaptive_set_aside_shown (self, aside);
  update (self);
}

static void
annals_adaptive_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AnnalsAdaptive *self = ANNALS_ADAPTIVE (object);

  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, annals_adaptive_get_folded (self));
      break;
    case PROP_ASIDE_SHOWN:
      g_value_set_boolean (value, self->aside_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
annals_adaptive_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  AnnalsAdaptive *self = ANNALS_ADAPTIVE (object);

  switch (prop_id)
    {
    case PROP_ASIDE_SHOWN:
      annals_adaptive_set_aside_shown (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
annals_adaptive_dispose (GObject *object)
{
  AnnalsAdaptive *self = ANNALS_ADAPTIVE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->place_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (annals_adaptive_parent_class)->dispose (object);
}

static void
annals_adaptive_class_init (AnnalsAdaptiveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = annals_adaptive_get_property;
  object_class->set_property = annals_adaptive_set_property;
  object_class->dispose = annals_adaptive_dispose;
  widget_class->measure = annals_adaptive_measure;
  widget_class->size_allocate = annals_adaptive_size_allocate;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASIDE_SHOWN] = g_param_spec_boolean ("aside-shown", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                           | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "adaptive");
}

static GtkWidget *
append_page_button (AnnalsAdaptive *self, const gchar *label)
{
  GtkWidget *first = gtk_widget_get_first_child (self->switcher);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (self->switcher), button);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (page_toggled_cb), self);

  return button;
}

static void
annals_adaptive_init (AnnalsAdaptive *self)
{
  self->reader_position = 0.7;
  self->timeline_position = 0.5;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->inner = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_resize_end_child (GTK_PANED (self->inner), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->inner), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->inner), FALSE);

  self->outer = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  annals_names_set (self->inner, C_ ("shortcuts", "Move the border between panes"));
  annals_names_set (self->outer, C_ ("shortcuts", "Move the border between panes"));
  gtk_paned_set_start_child (GTK_PANED (self->outer), self->inner);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->outer), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->outer), FALSE);
  gtk_widget_set_vexpand (self->outer, TRUE);

  self->switcher = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->switcher, "page-switcher");
  gtk_box_set_homogeneous (GTK_BOX (self->switcher), TRUE);
  self->text_button = append_page_button (self, _ ("Text"));
  self->aside_button = append_page_button (self, _ ("Evidence"));
  self->timeline_button = append_page_button (self, _ ("Timeline"));
  gtk_widget_set_visible (self->switcher, FALSE);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->outer);
  gtk_box_append (GTK_BOX (self->box), self->switcher);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * annals_adaptive_new:
 *
 * Returns: (transfer floating): a new arrangement without panes
 */
GtkWidget *
annals_adaptive_new (void)
{
  return g_object_new (ANNALS_TYPE_ADAPTIVE, NULL);
}

/**
 * annals_adaptive_set_children:
 * @self: an arrangement
 * @reader: the reader
 * @aside: the pane beside it
 * @timeline: the timeline
 *
 * Gives the arrangement its panes; to be called once.
 */
void
annals_adaptive_set_children (AnnalsAdaptive *self,
                              GtkWidget *reader,
                              GtkWidget *aside,
                              GtkWidget *timeline)
{
  g_return_if_fail (ANNALS_IS_ADAPTIVE (self));
  g_return_if_fail (self->reader == NULL);

  self->reader = reader;
  self->aside = aside;
  self->timeline = timeline;
  gtk_widget_set_size_request (aside, MIN_ASIDE_PX, -1);
  gtk_paned_set_start_child (GTK_PANED (self->inner), reader);
  gtk_paned_set_end_child (GTK_PANED (self->inner), aside);
  gtk_paned_set_end_child (GTK_PANED (self->outer), timeline);
  update (self);
}

/**
 * annals_adaptive_get_folded:
 * @self: an arrangement
 *
 * Returns: whether the pane beside the reader has no place of its own at this width
 */
gboolean
annals_adaptive_get_folded (AnnalsAdaptive *self)
{
  g_return_val_if_fail (ANNALS_IS_ADAPTIVE (self), FALSE);

  return self->mode != MODE_WIDE;
}

/**
 * annals_adaptive_get_aside_shown:
 * @self: an arrangement
 *
 * Returns: whether the pane beside is seen where it has no place of its own
 */
gboolean
annals_adaptive_get_aside_shown (AnnalsAdaptive *self)
{
  g_return_val_if_fail (ANNALS_IS_ADAPTIVE (self), FALSE);

  return self->aside_shown;
}

/**
 * annals_adaptive_set_aside_shown:
 * @self: an arrangement
 * @shown: whether the pane beside is seen where it has no place of its own
 *
 * Unfolds the pane beside: next to the reader, or in place of the page at small widths.
 */
void
annals_adaptive_set_aside_shown (AnnalsAdaptive *self, gboolean shown)
{
  g_return_if_fail (ANNALS_IS_ADAPTIVE (self));

  if (self->aside_shown == shown)
    return;

  self->aside_shown = shown;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASIDE_SHOWN]);
}

static void
turn_to (AnnalsAdaptive *self, gboolean timeline)
{
  if (self->mode != MODE_PAGES || self->focus != ANNALS_FOCUS_NONE)
    return;

  self->timeline_page = timeline;
  annals_adaptive_set_aside_shown (self, FALSE);
  update (self);
}

/**
 * annals_adaptive_show_reader:
 * @self: an arrangement
 *
 * Turns to the reader where each pane is a page.
 */
void
annals_adaptive_show_reader (AnnalsAdaptive *self)
{
  g_return_if_fail (ANNALS_IS_ADAPTIVE (self));

  turn_to (self, FALSE);
}

/**
 * annals_adaptive_show_timeline:
 * @self: an arrangement
 *
 * Turns to the timeline where each pane is a page.
 */
void
annals_adaptive_show_timeline (AnnalsAdaptive *self)
{
  g_return_if_fail (ANNALS_IS_ADAPTIVE (self));

  turn_to (self, TRUE);
}

/**
 * annals_adaptive_get_focus:
 * @self: an arrangement
 *
 * Returns: which pane has the whole window
 */
AnnalsFocus
annals_adaptive_get_focus (AnnalsAdaptive *self)
{
  g_return_val_if_fail (ANNALS_IS_ADAPTIVE (self), ANNALS_FOCUS_NONE);

  return self->focus;
}

/**
 * annals_adaptive_set_focus:
 * @self: an arrangement
 * @focus: which pane gets the whole window
 *
 * Gives one pane the whole window, or every pane its place again.
 */
void
annals_adaptive_set_focus (AnnalsAdaptive *self, AnnalsFocus focus)
{
  g_return_if_fail (ANNALS_IS_ADAPTIVE (self));

  self->focus = focus;
  update (self);
}

/**
 * annals_adaptive_get_positions:
 * @self: an arrangement
 * @reader: (out): the reader's share of the width, 0 to 1
 * @timeline: (out): the share of the height above the timeline, 0 to 1
 *
 * Looks up where the borders between the panes are.
 */
void
annals_adaptive_get_positions (AnnalsAdaptive *self, gdouble *reader, gdouble *timeline)
{
  g_return_if_fail (ANNALS_IS_ADAPTIVE (self));

  keep_positions (self);
  *reader = self->reader_position;
  *timeline = self->timeline_position;
}

/**
 * annals_adaptive_set_positions:
 * @self: an arrangement
 * @reader: the reader's share of the width, 0 to 1
 * @timeline: the share of the height above the timeline, 0 to 1
 *
 * Says where the borders between the panes are to be once there is a size. Shares that would leave
 * a pane with nothing are taken as near as is of use.
 */
void
annals_adaptive_set_positions (AnnalsAdaptive *self, gdouble reader, gdouble timeline)
{
  g_return_if_fail (ANNALS_IS_ADAPTIVE (self));

  self->reader_position = CLAMP (reader, 0.2, 0.85);
  self->timeline_position = CLAMP (timeline, 0.15, 0.85);
  self->positioned = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
