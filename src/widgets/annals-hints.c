/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-hints.h"

/* The hints of the first start. The row shows as many as have room side by side, but always the
 * first that is pending; what is remembered of them is the business of whoever shows the row. */

#define SPACING_PX 28

typedef struct
{
  const gchar *name; /* as it is remembered */
  const gchar *words;
  const gchar *button; /* (nullable): words of a button, in place of plain words */
  const gchar *action;
} HintInfo;

static const HintInfo infos[ANNALS_N_HINTS] = {
  [ANNALS_HINT_MARK] = { "mark", N_ ("Click a mark on the timeline to see the words behind it.") },
  [ANNALS_HINT_ZOOM] = { "zoom", N_ ("Zoom with Ctrl and the wheel, or with + and −.") },
  [ANNALS_HINT_OPEN] = { "open", NULL, N_ ("Open a Text of Your Own…"), "win.open" },
};

struct _AnnalsHints
{
  GtkWidget parent_instance;

  GtkWidget *chips[ANNALS_N_HINTS];
  GtkLabel *labels[ANNALS_N_HINTS]; /* NULL for a hint that is a button */
  gboolean pending[ANNALS_N_HINTS];
  gboolean active;
};

G_DEFINE_FINAL_TYPE (AnnalsHints, annals_hints, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint
get_natural_width (GtkWidget *chip)
{
  gint natural = 0;

  gtk_widget_measure (chip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static void
measure_width (AnnalsHints *self, gint *minimum, gint *natural)
{
  for (guint i = 0; i < ANNALS_N_HINTS; i++)
    {
      gint chip_minimum = 0;
      gint chip_natural = 0;

      if (!self->pending[i])
        continue;
      gtk_widget_measure (self->chips[i], GTK_ORIENTATION_HORIZONTAL, -1, &chip_minimum,
                          &chip_natural, NULL, NULL);
      *minimum = MAX (*minimum, chip_minimum);
      *natural += chip_natural + (*natural > 0 ? SPACING_PX : 0);
    }
}

/* How wide the chips are that are shown in a width: the first takes what there is, the others what
 * they need or nothing. */
static void
share_width (AnnalsHints *self, gint width, gint shares[ANNALS_N_HINTS])
{
  gint left = width;
  gboolean first = TRUE;

  for (guint i = 0; i < ANNALS_N_HINTS; i++)
    {
      gint wanted = get_natural_width (self->chips[i]) + (first ? 0 : SPACING_PX);

      shares[i] = 0;
      if (!self->pending[i] || (!first && wanted > left))
        continue;
      shares[i] = MIN (wanted, left) - (first ? 0 : SPACING_PX);
      left -= MIN (wanted, left);
      first = FALSE;
    }
}

static void
measure_height (AnnalsHints *self, gint width, gint *minimum, gint *natural)
{
  gint shares[ANNALS_N_HINTS];

  share_width (self, width >= 0 ? width : G_MAXINT / 2, shares);
  for (guint i = 0; i < ANNALS_N_HINTS; i++)
    {
      gint chip_minimum = 0;
      gint chip_natural = 0;

      if (shares[i] <= 0)
        continue;
      gtk_widget_measure (self->chips[i], GTK_ORIENTATION_VERTICAL, shares[i], &chip_minimum,
                          &chip_natural, NULL, NULL);
      *minimum = MAX (*minimum, chip_minimum);
      *natural = MAX (*natural, chip_natural);
    }
}

static void
annals_hints_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      gint for_size,
                      gint *minimum,
                      gint *natural,
                      gint *minimum_baseline,
                      gint *natural_baseline)
{
  AnnalsHints *self = ANNALS_HINTS (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    measure_height (self, for_size, minimum, natural);
}

static void
annals_hints_size_allocate (GtkWidget *widget, gint width, gint height, gint baseline)
{
  AnnalsHints *self = ANNALS_HINTS (widget);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gint shares[ANNALS_N_HINTS];
  gint at = 0;

  share_width (self, width, shares);
  for (guint i = 0; i < ANNALS_N_HINTS; i++)
    {
      gtk_widget_set_child_visible (self->chips[i], shares[i] > 0);
      if (shares[i] > 0)
        {
          GtkAllocation box = { right_to_left ? width - at - shares[i] : at, 0, shares[i], height };

          gtk_widget_size_allocate (self->chips[i], &box, -1);
          at += shares[i] + SPACING_PX;
        }
    }
}

static GtkSizeRequestMode
annals_hints_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
update (AnnalsHints *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < ANNALS_N_HINTS; i++)
    {
      gtk_widget_set_visible (self->chips[i], self->pending[i]);
      any |= self->pending[i];
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any && self->active);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
dismiss_cb (AnnalsHints *self, GtkWidget *button)
{
  for (guint i = 0; i < ANNALS_N_HINTS; i++)
    if (gtk_widget_is_ancestor (button, self->chips[i]))
      g_signal_emit (self, signals[SIGNAL_DISMISSED], 0, (gint) i);
}

static void
annals_hints_dispose (GObject *object)
{
  AnnalsHints *self = ANNALS_HINTS (object);

  for (guint i = 0; i < ANNALS_N_HINTS; i++)
    g_clear_pointer (&self->chips[i], gtk_widget_unparent);
  G_OBJECT_CLASS (annals_hints_parent_class)->dispose (object);
}

static void
annals_hints_class_init (AnnalsHintsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_hints_dispose;
  widget_class->measure = annals_hints_measure;
  widget_class->size_allocate = annals_hints_size_allocate;
  widget_class->get_request_mode = annals_hints_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "hints");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_DISMISSED] = g_signal_new ("dismissed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            G_TYPE_INT);
}

static GtkWidget *
create_words (AnnalsHints *self, AnnalsHint hint)
{
  GtkWidget *label = gtk_label_new (_ (infos[hint].words));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_widget_set_hexpand (label, TRUE);
  self->labels[hint] = GTK_LABEL (label);

  return label;
}

static GtkWidget *
create_button (AnnalsHint hint)
{
  GtkWidget *button = gtk_button_new_with_label (_ (infos[hint].button));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), infos[hint].action);

  return button;
}

static GtkWidget *
create_dismiss_button (AnnalsHints *self, AnnalsHint hint)
{
  const gchar *words = infos[hint].words != NULL ? infos[hint].words : infos[hint].button;
  /* Translators: read out by screen readers; %s is a hint, such as “Click a mark.” */
  g_autofree gchar *name = g_strdup_printf (_ ("Dismiss the hint “%s”"), _ (words));
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Dismiss"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (dismiss_cb), self);

  return button;
}

static void
annals_hints_init (AnnalsHints *self)
{
  for (guint i = 0; i < ANNALS_N_HINTS; i++)
    {
      GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

      gtk_widget_add_css_class (chip, "hint");
      gtk_box_append (GTK_BOX (chip),
                      infos[i].words != NULL ? create_words (self, i) : create_button (i));
      gtk_box_append (GTK_BOX (chip), create_dismiss_button (self, i));
      gtk_widget_set_parent (chip, GTK_WIDGET (self));
      self->chips[i] = chip;
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Hints"),
                                  -1);
  update (self);
}

/**
 * annals_hints_new:
 *
 * Returns: (transfer floating): a new row without hints
 */
GtkWidget *
annals_hints_new (void)
{
  return g_object_new (ANNALS_TYPE_HINTS, NULL);
}

/**
 * annals_hints_set_pending:
 * @self: a row of hints
 * @hint: which hint
 * @pending: whether it is not done with yet
 *
 * Shows or hides a hint.
 */
void
annals_hints_set_pending (AnnalsHints *self, AnnalsHint hint, gboolean pending)
{
  g_return_if_fail (ANNALS_IS_HINTS (self));
  g_return_if_fail ((guint) hint < ANNALS_N_HINTS);

  if (self->pending[hint] == pending)
    return;
  self->pending[hint] = pending;
  update (self);
}

/**
 * annals_hints_get_pending:
 * @self: a row of hints
 * @hint: which hint
 *
 * Returns: whether it is not done with yet
 */
gboolean
annals_hints_get_pending (AnnalsHints *self, AnnalsHint hint)
{
  g_return_val_if_fail (ANNALS_IS_HINTS (self), FALSE);
  g_return_val_if_fail ((guint) hint < ANNALS_N_HINTS, FALSE);

  return self->pending[hint];
}

/**
 * annals_hints_set_active:
 * @self: a row of hints
 * @active: whether there is something the hints are about
 *
 * Shows the row, if a hint is pending, or keeps it hidden.
 */
void
annals_hints_set_active (AnnalsHints *self, gboolean active)
{
  g_return_if_fail (ANNALS_IS_HINTS (self));

  if (self->active == active)
    return;
  self->active = active;
  update (self);
}

/**
 * annals_hints_set_wheel_zooms:
 * @self: a row of hints
 * @zooms: whether the wheel alone zooms
 *
 * Makes the hints say what is true of the wheel.
 */
void
annals_hints_set_wheel_zooms (AnnalsHints *self, gboolean zooms)
{
  g_return_if_fail (ANNALS_IS_HINTS (self));

  gtk_label_set_label (self->labels[ANNALS_HINT_ZOOM],
                       zooms ? _ ("Zoom with the wheel, or with + and −.")
                             : _ (infos[ANNALS_HINT_ZOOM].words));
}

/**
 * annals_hint_get_name:
 * @hint: a hint
 *
 * Returns: the name under which it is remembered
 */
const gchar *
annals_hint_get_name (AnnalsHint hint)
{
  g_return_val_if_fail ((guint) hint < ANNALS_N_HINTS, NULL);

  return infos[hint].name;
}
