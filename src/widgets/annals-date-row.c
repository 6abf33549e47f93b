/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annals-beside.h"
#include "annals-date-choices.h"
#include "annals-date-parser.h"
#include "annals-date-row.h"
#include "annals-date-sketch.h"
#include "annals-names.h"

/*
 * An entry for dates. What can be understood is shown with every key; that something cannot is said
 * only when the hands have rested for a moment, when Enter is pressed, or when the focus leaves.
 * Until then the last understanding stays, faded, so that nothing flickers.
 *
 * The entry row of the library makes its own child; the row wraps that into a box with the details
 * below it.
 */

#define REST_MS 300

struct _AnnalsDateRow
{
  AdwEntryRow parent_instance;

  GtkWidget *content;
  GtkWidget *details;
  GtkLabel *hint_label;
  GtkWidget *understanding;
  GtkLabel *words_label;
  GtkLabel *calendar_label;
  GtkLabel *edtf_label;
  AnnalsDateSketch *sketch;
  AnnalsDateChoices *choices;
  GtkLabel *reason_label;
  GtkWidget *offer_button;
  GtkLabel *offer_label;

  AnnalsDateParser *parser; /* (nullable) until something is typed */
  GPtrArray *readings;      /* (nullable) (element-type AnnalsDateReading) */
  gchar *problem;           /* (nullable) why it was not understood */
  gchar *offer;             /* (nullable) and what would be */
  gchar *told_edtf;         /* (nullable) the date that others know of */
  guint rest_source;
  gboolean allow_empty;
  gboolean was_acceptable;
  gboolean setting; /* the text is being set to a date */
};

G_DEFINE_BOXED_TYPE (AnnalsDate, annals_date, annals_date_ref, annals_date_unref)
G_DEFINE_FINAL_TYPE (AnnalsDateRow, annals_date_row, ADW_TYPE_ENTRY_ROW)

enum
{
  PROP_0,
  PROP_DATE,
  PROP_ALLOW_EMPTY,
  PROP_ACCEPTABLE,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const AnnalsDateReading *
get_reading (AnnalsDateRow *self)
{
  if (self->readings == NULL)
    return NULL;
  return g_ptr_array_index (self->readings, annals_date_choices_get_chosen (self->choices));
}

static gboolean
is_empty (AnnalsDateRow *self)
{
  const gchar *text = gtk_editable_get_text (GTK_EDITABLE (self));

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

/* What is understood, to those who hear it. */

static gchar *
dup_voice (AnnalsDateRow *self)
{
  const AnnalsDateReading *reading = get_reading (self);
  g_autofree gchar *name = NULL;

  if (reading == NULL)
    return g_strdup (gtk_widget_get_visible (GTK_WIDGET (self->reason_label)) ? self->problem
                     : is_empty (self) ? gtk_label_get_label (self->hint_label)
                                       : "");
  name = annals_date_choices_dup_name (reading);
  if (self->readings->len == 1)
    /* Translators: read out when a date was typed: %1$s is how it was understood, in words, %2$s
     * the same in the notation EDTF. */
    return g_strdup_printf (C_ ("date entry", "%1$s; in EDTF %2$s"), name,
                            annals_date_get_edtf (reading->date));
  return g_strdup_printf (
      /* Translators: read out when a date was typed that can be understood in several ways: %1$s is
       * how it was understood, in words, %2$s the same in the notation EDTF, %3$u how many other
       * ways there are. */
      ngettext ("%1$s; in EDTF %2$s; %3$u other reading below",
                "%1$s; in EDTF %2$s; %3$u other readings below", self->readings->len - 1),
      name, annals_date_get_edtf (reading->date), self->readings->len - 1);
}

static void
update_voice (AnnalsDateRow *self)
{
  g_autofree gchar *voice = dup_voice (self);
  GtkAccessible *entry = GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self)));
  gboolean wrong = gtk_widget_get_visible (GTK_WIDGET (self->reason_label));

  gtk_accessible_update_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, voice, -1);
  gtk_accessible_update_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* What is understood, to those who see it. */

static void
set_class (GtkWidget *widget, const gchar *name, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* A date of another calendar, as it was written there. */
static void
show_calendar (AnnalsDateRow *self, const AnnalsDateReading *reading)
{
  g_autofree gchar *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self)));
  g_autofree gchar *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->calendar_label),
                          reading->calendar != ANNALS_CALENDAR_GREGORIAN);
  if (reading->calendar == ANNALS_CALENDAR_GREGORIAN)
    return;
  /* Translators: below a date that was typed in another calendar than the Gregorian: %1$s is what
   * was typed ("昭和48年10月17日"), %2$s the calendar ("Japanese eras"). */
  words = g_strdup_printf (C_ ("date entry", "%1$s – %2$s"), g_strstrip (text),
                           annals_calendar_get_name (reading->calendar));
  gtk_label_set_label (self->calendar_label, words);
}

/* EDTF is written from left to right, whatever surrounds it. */
static void
show_edtf (AnnalsDateRow *self, const gchar *edtf)
{
  g_autofree gchar *isolated = NULL;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    isolated = g_strdup_printf ("\u2066%s\u2069", edtf);
  gtk_label_set_label (self->edtf_label, isolated != NULL ? isolated : edtf);
}

static void
show_words (AnnalsDateRow *self)
{
  const AnnalsDateReading *reading = get_reading (self);
  g_autofree gchar *words = annals_date_dup_words (reading->date, ANNALS_WORDS_LONG);

  gtk_label_set_label (self->words_label, words);
  show_edtf (self, annals_date_get_edtf (reading->date));
  show_calendar (self, reading);
  annals_date_sketch_set_date (self->sketch, reading->date);
}

/* The parts of the details that matter now. Something that is not understood yet leaves all as it
 * was. */
static void
show_parts (AnnalsDateRow *self, gboolean waits)
{
  gboolean understood = self->readings != NULL;
  gboolean empty = is_empty (self);
  gboolean wrong = !understood && !empty && !waits;

  set_class (self->understanding, "stale", waits);
  set_class (GTK_WIDGET (self->choices), "stale", waits);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choices), !waits);
  if (waits)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), empty);
  gtk_widget_set_visible (self->understanding, understood);
  gtk_widget_set_visible (GTK_WIDGET (self->choices), understood && self->readings->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), wrong);
  gtk_widget_set_visible (self->offer_button, wrong && self->offer != NULL);
  set_class (GTK_WIDGET (self), "error", wrong);
}

static void
tell (AnnalsDateRow *self)
{
  const AnnalsDateReading *reading = get_reading (self);
  const gchar *edtf = reading != NULL ? annals_date_get_edtf (reading->date) : NULL;
  gboolean acceptable = annals_date_row_get_acceptable (self);

  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (edtf, self->told_edtf) != 0)
    {
      g_free (self->told_edtf);
      self->told_edtf = g_strdup (edtf);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DATE]);
    }
  if (acceptable != self->was_acceptable)
    {
      self->was_acceptable = acceptable;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACCEPTABLE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
chosen_cb (AnnalsDateRow *self)
{
  if (self->readings == NULL)
    return;
  show_words (self);
  update_voice (self);
  tell (self);
}

/* From the text to the date. */

/* What stands in quotation marks in @message and can be understood: the reasons quote the nearest
 * date that they know. */
static gchar *
dup_offer (AnnalsDateRow *self, const gchar *message)
{
  static const gchar *const marks[][2]
      = { { "“", "”" }, { "„", "“" }, { "«", "»" }, { "「", "」" }, { "\"", "\"" } };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    for (const gchar *at = strstr (message, marks[i][0]); at != NULL; at = strstr (at, marks[i][0]))
      {
        const gchar *end = NULL;
        g_autofree gchar *quoted = NULL;
        g_autoptr (GPtrArray) readings = NULL;

        at += strlen (marks[i][0]);
        end = strstr (at, marks[i][1]);
        if (end == NULL)
          break;
        quoted = g_strstrip (g_strndup (at, (gsize) (end - at)));
        readings = annals_date_parser_parse (self->parser, quoted, NULL);
        if (readings != NULL)
          return g_steal_pointer (&quoted);
      }
  return NULL;
}

static void
show_offer (AnnalsDateRow *self)
{
  g_autofree gchar *label = NULL;

  g_free (self->offer);
  self->offer = dup_offer (self, self->problem);
  if (self->offer == NULL)
    return;
  /* Translators: a button below something that was not understood as a date: replaces it by %s,
   * which is. */
  label = g_strdup_printf (_ ("Use “%s”"), self->offer);
  gtk_label_set_label (self->offer_label, label);
  annals_names_set (self->offer_button, label);
}

static void
offer_cb (AnnalsDateRow *self)
{
  g_autofree gchar *offer = g_steal_pointer (&self->offer);

  if (offer == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self), offer);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
}

static void
show_refusal (AnnalsDateRow *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->problem == NULL)
    return;
  gtk_label_set_label (self->reason_label, self->problem);
  show_offer (self);
  show_parts (self, FALSE);
  update_voice (self);
}

static gboolean
rested_cb (gpointer user_data)
{
  AnnalsDateRow *self = user_data;

  self->rest_source = 0;
  show_refusal (self);
  return G_SOURCE_REMOVE;
}

static void
show_understood (AnnalsDateRow *self)
{
  if (self->readings != NULL)
    show_words (self);
  show_parts (self, FALSE);
  update_voice (self);
}

static void
forget (AnnalsDateRow *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->offer, g_free);
}

static void
take_readings (AnnalsDateRow *self, GPtrArray *readings)
{
  self->readings = readings;
  annals_date_choices_set_readings (self->choices, readings);
}

static void
read_text (AnnalsDateRow *self)
{
  const gchar *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autoptr (GError) error = NULL;
  GPtrArray *readings = NULL;

  if (self->parser == NULL)
    self->parser = annals_date_parser_new (NULL);
  readings = annals_date_parser_parse (self->parser, text, &error);
  if (readings != NULL)
    take_readings (self, readings);
  else
    self->problem = g_strdup (error->message);
}

static void
text_cb (AnnalsDateRow *self)
{
  if (self->setting)
    return;
  forget (self);
  if (!is_empty (self))
    read_text (self);
  if (self->problem != NULL)
    {
      show_parts (self, TRUE);
      self->rest_source = g_timeout_add (REST_MS, rested_cb, self);
    }
  else
    show_understood (self);
  tell (self);
}

static void
title_cb (AnnalsDateRow *self)
{
  const gchar *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  annals_names_set_plain (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self))),
                          title != NULL ? title : "");
}

static void
wrap_child (AnnalsDateRow *self)
{
  GtkWidget *header = g_object_ref (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_box_prepend (GTK_BOX (self->content), header);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->content);
  g_object_unref (header);
}

static void
annals_date_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AnnalsDateRow *self = ANNALS_DATE_ROW (object);

  switch (id)
    {
    case PROP_DATE:
      g_value_set_boxed (value, annals_date_row_get_date (self));
      break;
    case PROP_ALLOW_EMPTY:
      g_value_set_boolean (value, self->allow_empty);
      break;
    case PROP_ACCEPTABLE:
      g_value_set_boolean (value, annals_date_row_get_acceptable (self));
      break;
    case PROP_HINT:
      g_value_set_string (value, gtk_label_get_label (self->hint_label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
annals_date_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AnnalsDateRow *self = ANNALS_DATE_ROW (object);

  switch (id)
    {
    case PROP_DATE:
      annals_date_row_set_date (self, g_value_get_boxed (value));
      break;
    case PROP_ALLOW_EMPTY:
      annals_date_row_set_allow_empty (self, g_value_get_boolean (value));
      break;
    case PROP_HINT:
      gtk_label_set_label (self->hint_label, g_value_get_string (value));
      update_voice (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
annals_date_row_dispose (GObject *object)
{
  AnnalsDateRow *self = ANNALS_DATE_ROW (object);

  g_signal_handlers_disconnect_by_func (self, text_cb, self);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  G_OBJECT_CLASS (annals_date_row_parent_class)->dispose (object);
}

static void
annals_date_row_finalize (GObject *object)
{
  AnnalsDateRow *self = ANNALS_DATE_ROW (object);

  forget (self);
  g_clear_pointer (&self->parser, annals_date_parser_unref);
  g_clear_pointer (&self->told_edtf, g_free);
  G_OBJECT_CLASS (annals_date_row_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  props[PROP_DATE] = g_param_spec_boxed ("date", NULL, NULL, ANNALS_TYPE_DATE,
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                             | G_PARAM_STATIC_STRINGS);
  props[PROP_ALLOW_EMPTY] = g_param_spec_boolean ("allow-empty", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  props[PROP_ACCEPTABLE] = g_param_spec_boolean ("acceptable", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnnalsDateRow, name)

static void
annals_date_row_class_init (AnnalsDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = annals_date_row_get_property;
  object_class->set_property = annals_date_row_set_property;
  object_class->dispose = annals_date_row_dispose;
  object_class->finalize = annals_date_row_finalize;
  install_properties (object_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_type_ensure (ANNALS_TYPE_BESIDE);
  g_type_ensure (ANNALS_TYPE_DATE_CHOICES);
  g_type_ensure (ANNALS_TYPE_DATE_SKETCH);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/annals_app/Annals/ui/annals-date-row.ui");
  BIND (content);
  BIND (details);
  BIND (hint_label);
  BIND (understanding);
  BIND (words_label);
  BIND (calendar_label);
  BIND (edtf_label);
  BIND (sketch);
  BIND (choices);
  BIND (reason_label);
  BIND (offer_button);
  BIND (offer_label);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_cb);
}

static void
annals_date_row_init (AnnalsDateRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* The library has the row stand for the text within, but that has the focus, of which nobody
   * would hear. */
  g_object_set (gtk_editable_get_delegate (GTK_EDITABLE (self)), "accessible-role",
                GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  wrap_child (self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (show_refusal), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self))), focus);
  g_signal_connect (self, "changed", G_CALLBACK (text_cb), self);
  g_signal_connect (self, "entry-activated", G_CALLBACK (show_refusal), NULL);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
  update_voice (self);
}

/**
 * annals_date_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
annals_date_row_new (void)
{
  return g_object_new (ANNALS_TYPE_DATE_ROW, NULL);
}

/**
 * annals_date_row_get_date:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the date that is meant; %NULL while the row is empty or what
 *   is typed is not understood
 */
AnnalsDate *
annals_date_row_get_date (AnnalsDateRow *self)
{
  const AnnalsDateReading *reading;

  g_return_val_if_fail (ANNALS_IS_DATE_ROW (self), NULL);

  reading = get_reading (self);
  return reading != NULL ? reading->date : NULL;
}

/**
 * annals_date_row_dup_date:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): the same as annals_date_row_get_date(), to keep
 */
AnnalsDate *
annals_date_row_dup_date (AnnalsDateRow *self)
{
  AnnalsDate *date = annals_date_row_get_date (self);

  return date != NULL ? annals_date_ref (date) : NULL;
}

/**
 * annals_date_row_set_date:
 * @self: a row
 * @date: (nullable): a date; %NULL to empty the row
 *
 * Makes a date the one that is meant; its EDTF becomes the text.
 */
void
annals_date_row_set_date (AnnalsDateRow *self, AnnalsDate *date)
{
  AnnalsDateReading *reading;
  GPtrArray *readings;

  g_return_if_fail (ANNALS_IS_DATE_ROW (self));

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), date != NULL ? annals_date_get_edtf (date) : "");
  self->setting = FALSE;
  forget (self);
  if (date != NULL)
    {
      reading = g_new0 (AnnalsDateReading, 1);
      reading->date = annals_date_ref (date);
      readings = g_ptr_array_new_with_free_func ((GDestroyNotify) annals_date_reading_free);
      g_ptr_array_add (readings, reading);
      take_readings (self, readings);
    }
  show_understood (self);
  tell (self);
}

/**
 * annals_date_row_get_allow_empty:
 * @self: a row
 *
 * Returns: whether there may be no date
 */
gboolean
annals_date_row_get_allow_empty (AnnalsDateRow *self)
{
  g_return_val_if_fail (ANNALS_IS_DATE_ROW (self), FALSE);

  return self->allow_empty;
}

/**
 * annals_date_row_set_allow_empty:
 * @self: a row
 * @allow_empty: whether there may be no date
 *
 * Says whether an empty row is acceptable.
 */
void
annals_date_row_set_allow_empty (AnnalsDateRow *self, gboolean allow_empty)
{
  g_return_if_fail (ANNALS_IS_DATE_ROW (self));

  if (self->allow_empty == allow_empty)
    return;
  self->allow_empty = allow_empty;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ALLOW_EMPTY]);
  tell (self);
}

/**
 * annals_date_row_get_acceptable:
 * @self: a row
 *
 * Returns: whether there is a date, or there is none and need not be
 */
gboolean
annals_date_row_get_acceptable (AnnalsDateRow *self)
{
  g_return_val_if_fail (ANNALS_IS_DATE_ROW (self), FALSE);

  return self->readings != NULL || (self->allow_empty && is_empty (self));
}

/**
 * annals_date_row_get_problem:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): why what is typed is not understood, as a sentence, whether
 *   or not that is shown yet; %NULL when it is, or nothing is typed
 */
const gchar *
annals_date_row_get_problem (AnnalsDateRow *self)
{
  g_return_val_if_fail (ANNALS_IS_DATE_ROW (self), NULL);

  return self->problem;
}

/**
 * annals_date_row_show_problem:
 * @self: a row
 *
 * Says at once what is not understood, as when the focus leaves the row.
 */
void
annals_date_row_show_problem (AnnalsDateRow *self)
{
  g_return_if_fail (ANNALS_IS_DATE_ROW (self));

  show_refusal (self);
}

/**
 * annals_date_row_get_n_readings:
 * @self: a row
 *
 * Returns: in how many ways what is typed can be understood; 0 when it cannot, or nothing is typed
 */
guint
annals_date_row_get_n_readings (AnnalsDateRow *self)
{
  g_return_val_if_fail (ANNALS_IS_DATE_ROW (self), 0);

  return self->readings != NULL ? self->readings->len : 0;
}

/**
 * annals_date_row_choose:
 * @self: a row
 * @reading: which of the ways to understand what is typed, the likeliest being 0
 *
 * Takes another reading, as a click on it does.
 */
void
annals_date_row_choose (AnnalsDateRow *self, guint reading)
{
  g_return_if_fail (ANNALS_IS_DATE_ROW (self));
  g_return_if_fail (reading < annals_date_row_get_n_readings (self));

  annals_date_choices_choose (self->choices, reading);
}
