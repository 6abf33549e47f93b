/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "annals-date-row.h"
#include "annals-export-form.h"
#include "annals-export-lane-row.h"
#include "annals-names.h"

/*
 * A form over AnnalsExportChoices. Whatever is changed in it, all of it is read anew, the rows that
 * matter are shown, and `changed` is emitted.
 */

struct _AnnalsExportForm
{
  GtkWidget parent_instance;

  AdwComboRow *format_row;
  AdwComboRow *size_row;
  GtkWidget *width_row;
  GtkSpinButton *width_spin;
  GtkDropDown *unit_drop;
  GtkWidget *fit_row;
  GtkSwitch *fit_switch;
  GtkWidget *height_row;
  GtkSpinButton *height_spin;
  GtkWidget *scale_row;
  GtkSpinButton *scale_spin;
  GtkWidget *dpi_row;
  GtkSpinButton *dpi_spin;
  AdwComboRow *theme_row;
  AdwComboRow *calendar_row;
  AdwComboRow *range_row;
  AnnalsDateRow *dates_row;
  AdwExpanderRow *lanes_row;
  GtkWidget *title_entry;
  GtkSwitch *title_switch;
  GtkWidget *source_entry;
  GtkSwitch *source_switch;
  GtkSwitch *compress_switch;
  GtkWidget *reading_row;
  GtkSwitch *reading_switch;
  GtkSwitch *legend_switch;
  GtkWidget *pages_group;
  GtkSpinButton *pages_spin;
  GtkSwitch *evidence_switch;

  GPtrArray *lane_checks;   /* (element-type GtkCheckButton), by lane: whether it is drawn */
  GPtrArray *closed_checks; /* (element-type GtkCheckButton), by lane: whether it is closed */
  AnnalsExportChoices choices;
  gboolean printing;
  gboolean filling; /* the rows are being set, not changed by a person */
};

G_DEFINE_FINAL_TYPE (AnnalsExportForm, annals_export_form, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* How finely a length is given, and how far it goes. */
typedef struct
{
  guint digits;
  gdouble step;
} UnitLook;

static const UnitLook unit_looks[ANNALS_N_UNITS] = {
  [ANNALS_UNIT_PX] = { 0, 10.0 },
  [ANNALS_UNIT_MM] = { 0, 5.0 },
  [ANNALS_UNIT_IN] = { 1, 0.5 },
};

/* The row of sizes: that of the window, those with names, the free one. */

static guint
count_sizes (void)
{
  return annals_export_preset_get_n () + 2;
}

static const gchar *
get_size_id (guint position)
{
  if (position == 0)
    return ANNALS_EXPORT_PRESET_WINDOW;
  if (position + 1 >= count_sizes ())
    return ANNALS_EXPORT_PRESET_CUSTOM;
  return annals_export_preset_get (position - 1)->id;
}

static guint
find_size (const gchar *id)
{
  for (guint i = 0; i < count_sizes (); i++)
    if (g_strcmp0 (get_size_id (i), id) == 0)
      return i;
  return count_sizes () - 1;
}

static GListModel *
create_sizes (void)
{
  GtkStringList *sizes = gtk_string_list_new (NULL);

  gtk_string_list_append (sizes, C_ ("size", "As in the window"));
  for (guint i = 0; i < annals_export_preset_get_n (); i++)
    gtk_string_list_append (sizes, annals_export_preset_get_name (annals_export_preset_get (i)));
  gtk_string_list_append (sizes, C_ ("size", "Free size"));
  return G_LIST_MODEL (sizes);
}

static gboolean
is_custom (AnnalsExportForm *self)
{
  return g_strcmp0 (self->choices.defaults.preset, ANNALS_EXPORT_PRESET_CUSTOM) == 0;
}

/* From the choices to the rows. */

static void
fill_size (AnnalsExportForm *self)
{
  const AnnalsExportSize *size = &self->choices.defaults.size;
  const UnitLook *look = &unit_looks[size->unit];
  GtkSpinButton *spins[] = { self->width_spin, self->height_spin };

  for (guint i = 0; i < G_N_ELEMENTS (spins); i++)
    {
      gtk_spin_button_set_digits (spins[i], look->digits);
      gtk_spin_button_set_increments (spins[i], look->step, look->step * 10.0);
      gtk_spin_button_set_range (spins[i], annals_unit_from_px (size->unit, 1.0),
                                 annals_unit_from_px (size->unit, ANNALS_EXPORT_MAX_SIDE_PX));
    }
  gtk_drop_down_set_selected (self->unit_drop, size->unit);
  gtk_spin_button_set_value (self->width_spin, size->width);
  gtk_switch_set_active (self->fit_switch, size->height <= 0.0);
  if (size->height > 0.0)
    gtk_spin_button_set_value (self->height_spin, size->height);
  else
    gtk_spin_button_set_value (self->height_spin, size->width * 9.0 / 16.0);
}

static void
fill_scale (AnnalsExportForm *self)
{
  gdouble scale = self->choices.defaults.scale;

  gtk_spin_button_set_value (self->scale_spin, scale);
  gtk_spin_button_set_value (self->dpi_spin, annals_export_scale_to_dpi (scale));
}

static void
fill (AnnalsExportForm *self)
{
  const AnnalsExportChoices *choices = &self->choices;
  const AnnalsExportDefaults *defaults = &choices->defaults;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->format_row, defaults->format);
  adw_combo_row_set_selected (self->size_row, find_size (defaults->preset));
  fill_size (self);
  fill_scale (self);
  adw_combo_row_set_selected (self->theme_row, defaults->theme);
  adw_combo_row_set_selected (self->calendar_row, defaults->calendar);
  adw_combo_row_set_selected (self->range_row, choices->range);
  gtk_editable_set_text (GTK_EDITABLE (self->dates_row), choices->dates);
  gtk_switch_set_active (self->title_switch, defaults->title);
  gtk_editable_set_text (GTK_EDITABLE (self->title_entry),
                         choices->title != NULL ? choices->title : "");
  gtk_switch_set_active (self->source_switch, defaults->source_line);
  gtk_editable_set_text (GTK_EDITABLE (self->source_entry),
                         choices->source_line != NULL ? choices->source_line : "");
  gtk_switch_set_active (self->compress_switch, defaults->compress);
  gtk_switch_set_active (self->reading_switch, defaults->reading_order);
  gtk_switch_set_active (self->legend_switch, defaults->legend);
  gtk_spin_button_set_value (self->pages_spin, defaults->pages);
  gtk_switch_set_active (self->evidence_switch, defaults->evidence);
  self->filling = FALSE;
}

/* From the rows to the choices. */

/* What is typed counts at once, not only when the focus leaves. */
static gdouble
get_number (GtkSpinButton *spin)
{
  const gchar *text = gtk_editable_get_text (GTK_EDITABLE (spin));
  gchar *end = NULL;
  gdouble value = g_strtod (text, &end);

  if (end == text || *end != '\0' || !isfinite (value))
    return gtk_spin_button_get_value (spin);
  return value;
}

static void
set_text (gchar **text, GtkWidget *row)
{
  g_free (*text);
  *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
}

/* One of several readings may have been chosen, so it is the date that counts; what is not
 * understood stays as it was typed, to be refused. */
static void
read_dates (AnnalsExportForm *self)
{
  AnnalsDate *date = annals_date_row_get_date (self->dates_row);

  g_free (self->choices.dates);
  self->choices.dates = g_strdup (date != NULL
                                      ? annals_date_get_edtf (date)
                                      : gtk_editable_get_text (GTK_EDITABLE (self->dates_row)));
}

static void
read_scale (AnnalsExportForm *self)
{
  gdouble scale = get_number (self->scale_spin);

  if (annals_export_choices_is_metric (&self->choices))
    scale = annals_export_scale_from_dpi (get_number (self->dpi_spin));
  self->choices.defaults.scale = CLAMP (scale, ANNALS_EXPORT_MIN_SCALE, ANNALS_EXPORT_MAX_SCALE);
}

static void
read_rows (AnnalsExportForm *self)
{
  AnnalsExportChoices *choices = &self->choices;
  AnnalsExportDefaults *defaults = &choices->defaults;
  gboolean fit = gtk_switch_get_active (self->fit_switch);

  defaults->format = (AnnalsExportFormat) adw_combo_row_get_selected (self->format_row);
  defaults->preset = get_size_id (adw_combo_row_get_selected (self->size_row));
  defaults->size.width = get_number (self->width_spin);
  defaults->size.height = fit ? 0.0 : get_number (self->height_spin);
  read_scale (self);
  defaults->theme = (AnnalsThemeId) adw_combo_row_get_selected (self->theme_row);
  defaults->calendar = (AnnalsCalendar) adw_combo_row_get_selected (self->calendar_row);
  defaults->title = gtk_switch_get_active (self->title_switch);
  defaults->source_line = gtk_switch_get_active (self->source_switch);
  defaults->compress = gtk_switch_get_active (self->compress_switch);
  defaults->reading_order = gtk_switch_get_active (self->reading_switch);
  defaults->legend = gtk_switch_get_active (self->legend_switch);
  defaults->pages = (guint) CLAMP (get_number (self->pages_spin), 1.0, ANNALS_EXPORT_MAX_PAGES);
  defaults->evidence = gtk_switch_get_active (self->evidence_switch);
  choices->range = (AnnalsExportRange) adw_combo_row_get_selected (self->range_row);
  read_dates (self);
  set_text (&choices->title, self->title_entry);
  set_text (&choices->source_line, self->source_entry);
  for (guint i = 0; i < self->lane_checks->len; i++)
    {
      choices->hidden_lanes[i] = !gtk_check_button_get_active (self->lane_checks->pdata[i]);
      choices->closed_lanes[i] = gtk_check_button_get_active (self->closed_checks->pdata[i]);
    }
}

static void
update_lanes (AnnalsExportForm *self)
{
  guint n_shown = annals_export_choices_count_lanes (&self->choices);
  guint n_lanes = self->choices.n_lanes;
  /* Translators: how many lanes of the timeline are drawn, of how many that there are. */
  g_autofree gchar *words = g_strdup_printf (_ ("%u of %u"), n_shown, n_lanes);

  adw_expander_row_set_subtitle (self->lanes_row, n_shown == n_lanes ? _ ("All") : words);
  for (guint i = 0; i < self->closed_checks->len; i++)
    gtk_widget_set_sensitive (self->closed_checks->pdata[i], !self->choices.hidden_lanes[i]);
}

static void
update_rows (AnnalsExportForm *self)
{
  const AnnalsExportChoices *choices = &self->choices;
  gboolean custom = is_custom (self) && !self->printing;
  gboolean png = choices->defaults.format == ANNALS_EXPORT_PNG && !self->printing;
  gboolean metric = annals_export_choices_is_metric (choices);
  gboolean fit = annals_export_choices_has_free_height (choices);

  gtk_widget_set_visible (GTK_WIDGET (self->format_row), !self->printing);
  gtk_widget_set_visible (GTK_WIDGET (self->size_row), !self->printing);
  gtk_widget_set_visible (self->width_row, custom);
  gtk_widget_set_visible (self->fit_row, custom);
  gtk_widget_set_visible (self->height_row, custom && !fit);
  gtk_widget_set_visible (self->scale_row, png && !metric);
  gtk_widget_set_visible (self->dpi_row, png && metric);
  gtk_widget_set_visible (self->pages_group,
                          self->printing || choices->defaults.format == ANNALS_EXPORT_PDF);
  gtk_widget_set_visible (GTK_WIDGET (self->lanes_row), choices->n_lanes > 1);
  gtk_widget_set_sensitive (self->title_entry, choices->defaults.title);
  gtk_widget_set_sensitive (self->source_entry, choices->defaults.source_line);
  gtk_widget_set_visible (GTK_WIDGET (self->dates_row),
                          choices->range == ANNALS_EXPORT_RANGE_DATES);
  update_lanes (self);
}

static void
changed_cb (AnnalsExportForm *self)
{
  if (self->filling || self->lane_checks == NULL)
    return;
  read_rows (self);
  update_rows (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Another unit is the same length in other words. */
static void
unit_cb (AnnalsExportForm *self)
{
  AnnalsExportSize *size = &self->choices.defaults.size;
  AnnalsUnit unit = (AnnalsUnit) gtk_drop_down_get_selected (self->unit_drop);

  if (self->filling || unit == size->unit)
    return;
  size->width = annals_unit_from_px (unit, annals_unit_to_px (size->unit, size->width));
  size->height = annals_unit_from_px (unit, annals_unit_to_px (size->unit, size->height));
  size->unit = unit;
  self->filling = TRUE;
  fill_size (self);
  self->filling = FALSE;
  changed_cb (self);
}

/* Each size has its usual density; the free one begins with the size before. */
static void
size_cb (AnnalsExportForm *self)
{
  AnnalsExportDefaults *defaults = &self->choices.defaults;
  const gchar *id = get_size_id (adw_combo_row_get_selected (self->size_row));
  const AnnalsExportPreset *before = NULL;

  if (self->filling || g_strcmp0 (id, defaults->preset) == 0)
    return;
  if (defaults->preset != NULL)
    before = annals_export_preset_find (defaults->preset);
  if (g_str_equal (id, ANNALS_EXPORT_PRESET_CUSTOM) && before != NULL)
    defaults->size = before->size;
  defaults->preset = id;
  defaults->scale = annals_export_choices_get_usual_scale (defaults);
  self->filling = TRUE;
  fill_size (self);
  fill_scale (self);
  self->filling = FALSE;
  changed_cb (self);
}

static gchar *
dup_year (AnnalsInstant instant)
{
  AnnalsCivil civil;

  annals_instant_to_civil (instant, &civil);
  if (civil.year > 9999 || civil.year < -9999)
    return g_strdup_printf ("Y%" G_GINT64_FORMAT, civil.year);
  return g_strdup_printf ("%s%04d", civil.year < 0 ? "-" : "", ABS ((gint) civil.year));
}

/* Dates that are given begin with those that are seen. */
static void
range_cb (AnnalsExportForm *self)
{
  if (!self->filling && adw_combo_row_get_selected (self->range_row) == ANNALS_EXPORT_RANGE_DATES
      && *self->choices.dates == '\0')
    {
      g_autofree gchar *first = dup_year (self->choices.first);
      g_autofree gchar *last = dup_year (self->choices.last);
      g_autofree gchar *dates = g_strdup_printf ("%s/%s", first, last);

      self->filling = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->dates_row), dates);
      self->filling = FALSE;
    }
  changed_cb (self);
}

static void
add_lane (AnnalsExportForm *self, const AnnalsLane *lane, guint index)
{
  GtkWidget *row = annals_export_lane_row_new (lane, !self->choices.hidden_lanes[index],
                                               self->choices.closed_lanes[index]);
  GtkCheckButton *shown = annals_export_lane_row_get_shown (row);
  GtkCheckButton *closed = annals_export_lane_row_get_closed (row);

  g_signal_connect_swapped (shown, "toggled", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (closed, "toggled", G_CALLBACK (changed_cb), self);
  adw_expander_row_add_row (self->lanes_row, row);
  self->lane_checks->pdata[index] = shown;
  self->closed_checks->pdata[index] = closed;
}

/* In the order in which they stand in the picture. */
static void
add_lanes (AnnalsExportForm *self, AnnalsDocument *document)
{
  self->lane_checks = g_ptr_array_new ();
  self->closed_checks = g_ptr_array_new ();
  g_ptr_array_set_size (self->lane_checks, (gint) self->choices.n_lanes);
  g_ptr_array_set_size (self->closed_checks, (gint) self->choices.n_lanes);
  for (guint i = 0; i < self->choices.n_lanes; i++)
    {
      guint index = annals_document_get_lane_at (document, i);

      add_lane (self, annals_document_get_lane (document, index), index);
    }
}

/* Enter within a number exports, as it does elsewhere. */
static void
let_activate (GtkSpinButton *spin)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (spin));

  if (GTK_IS_TEXT (text))
    gtk_text_set_activates_default (GTK_TEXT (text), TRUE);
}

/* The part of a drop-down that has the focus is a button within, which knows no name. */
static void
name_inner (GtkWidget *widget, const gchar *name)
{
  GtkWidget *inner = gtk_widget_get_first_child (widget);

  if (inner != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

static void
annals_export_form_dispose (GObject *object)
{
  AnnalsExportForm *self = ANNALS_EXPORT_FORM (object);
  GtkWidget *child = NULL;

  g_clear_pointer (&self->lane_checks, g_ptr_array_unref);
  g_clear_pointer (&self->closed_checks, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (annals_export_form_parent_class)->dispose (object);
}

static void
annals_export_form_finalize (GObject *object)
{
  annals_export_choices_clear (&ANNALS_EXPORT_FORM (object)->choices);
  G_OBJECT_CLASS (annals_export_form_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnnalsExportForm, name)

static void
annals_export_form_class_init (AnnalsExportFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = annals_export_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = annals_export_form_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (ANNALS_TYPE_DATE_ROW);
  gtk_widget_class_set_css_name (widget_class, "exportform");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/annals_app/Annals/ui/annals-export-form.ui");
  BIND (format_row);
  BIND (size_row);
  BIND (width_row);
  BIND (width_spin);
  BIND (unit_drop);
  BIND (fit_row);
  BIND (fit_switch);
  BIND (height_row);
  BIND (height_spin);
  BIND (scale_row);
  BIND (scale_spin);
  BIND (dpi_row);
  BIND (dpi_spin);
  BIND (theme_row);
  BIND (calendar_row);
  BIND (range_row);
  BIND (dates_row);
  BIND (lanes_row);
  BIND (title_entry);
  BIND (title_switch);
  BIND (source_entry);
  BIND (source_switch);
  BIND (compress_switch);
  BIND (reading_row);
  BIND (reading_switch);
  BIND (legend_switch);
  BIND (pages_group);
  BIND (pages_spin);
  BIND (evidence_switch);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_cb);
}

static void
annals_export_form_init (AnnalsExportForm *self)
{
  g_autoptr (GListModel) sizes = create_sizes ();

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->size_row, sizes);
  name_inner (GTK_WIDGET (self->unit_drop), _ ("Unit"));
  annals_names_set_row (GTK_WIDGET (self->lanes_row));
  annals_names_set_row (
      gtk_widget_get_ancestor (GTK_WIDGET (self->title_switch), ADW_TYPE_PREFERENCES_ROW));
  annals_names_set_row (
      gtk_widget_get_ancestor (GTK_WIDGET (self->source_switch), ADW_TYPE_PREFERENCES_ROW));
  let_activate (self->width_spin);
  let_activate (self->height_spin);
  let_activate (self->scale_spin);
  let_activate (self->dpi_spin);
  let_activate (self->pages_spin);
}

/**
 * annals_export_form_new:
 *
 * Returns: (transfer floating): a form without choices yet
 */
GtkWidget *
annals_export_form_new (void)
{
  return g_object_new (ANNALS_TYPE_EXPORT_FORM, NULL);
}

/**
 * annals_export_form_begin:
 * @self: a form
 * @document: what is drawn
 * @choices: (transfer full): what the rows begin with; left empty
 * @printing: whether it is for a printer, which knows the size by itself
 *
 * Fills the rows. To be called once.
 */
void
annals_export_form_begin (AnnalsExportForm *self,
                          AnnalsDocument *document,
                          AnnalsExportChoices *choices,
                          gboolean printing)
{
  g_return_if_fail (ANNALS_IS_EXPORT_FORM (self));
  g_return_if_fail (ANNALS_IS_DOCUMENT (document));
  g_return_if_fail (self->lane_checks == NULL);

  self->choices = *choices;
  *choices = (AnnalsExportChoices){ 0 };
  self->choices.defaults.preset = get_size_id (find_size (self->choices.defaults.preset));
  self->printing = printing;
  fill (self);
  gtk_widget_set_visible (self->reading_row,
                          annals_document_get_text (document, ANNALS_WHERE_TEXT) != NULL
                              || annals_document_get_text (document, ANNALS_WHERE_SOURCE) != NULL);
  add_lanes (self, document);
  update_rows (self);
}

/**
 * annals_export_form_get_choices:
 * @self: a form
 *
 * Returns: (transfer none): what the rows say
 */
const AnnalsExportChoices *
annals_export_form_get_choices (AnnalsExportForm *self)
{
  g_return_val_if_fail (ANNALS_IS_EXPORT_FORM (self), NULL);

  return &self->choices;
}

/**
 * annals_export_form_set_format:
 * @self: a form
 * @format: a format
 *
 * Chooses a format.
 */
void
annals_export_form_set_format (AnnalsExportForm *self, AnnalsExportFormat format)
{
  g_return_if_fail (ANNALS_IS_EXPORT_FORM (self));

  adw_combo_row_set_selected (self->format_row, format);
}

/**
 * annals_export_form_offer_dates:
 * @self: a form
 * @dates: EDTF
 *
 * Has the dates begin with these when they are chosen.
 */
void
annals_export_form_offer_dates (AnnalsExportForm *self, const gchar *dates)
{
  g_return_if_fail (ANNALS_IS_EXPORT_FORM (self));

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->dates_row), dates);
  self->filling = FALSE;
  changed_cb (self);
}
