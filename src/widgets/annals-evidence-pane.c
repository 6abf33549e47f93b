/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "annals-evidence-pane.h"
#include "annals-letters.h"
#include "annals-long-words.h"
#include "annals-names.h"
#include "annals-passage-card.h"
#include "annals-swatch.h"

/*
 * The evidence pane. The passages of the text shown come first, as the ones that are walked; those
 * of the document's other text follow under its name.
 */

#define CLAMPED_LINES 2
#define TITLE_LINES 5
#define MOST_TITLE_LINES \
  60 /* without a limit, one word of 10,000 letters takes seconds to measure */
#define CARD_MARGIN_PX 8

struct _AnnalsEvidencePane
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  AdwStatusPage *empty;
  AnnalsSwatch *swatch;
  GtkLabel *lane_label;
  GtkLabel *label;
  GtkLabel *status;
  GtkLabel *description;
  GtkLabel *cited;
  GtkLabel *cited_words;
  GtkLabel *record;
  GtkLabel *record_source;
  GtkWidget *why_key;
  GtkWidget *why_box;
  GtkLabel *why;
  GtkWidget *note_key;
  GtkWidget *note_box;
  GtkLabel *note;
  GtkToggleButton *more_button;
  GtkLabel *count_label;
  GtkWidget *steps;
  GtkBox *shown_cards;
  GtkLabel *other_label;
  GtkBox *other_cards;

  AnnalsSelection *selection;
  gint event; /* whose cards are there, or ANNALS_NO_EVENT */
  AnnalsWhere where;
  gboolean has_room; /* for all that is cut otherwise */
  gboolean to_card;  /* whether the selected card is to be scrolled to */
  guint update_id;
};

G_DEFINE_FINAL_TYPE (AnnalsEvidencePane, annals_evidence_pane, GTK_TYPE_WIDGET)

static void
set_optional (GtkLabel *label, const gchar *words)
{
  gboolean visible = words != NULL && *words != '\0';

  annals_long_words_set_paragraph (label, visible ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), visible);
}

static void
set_optional_row (GtkLabel *label, GtkWidget *key, GtkWidget *box, const gchar *words)
{
  set_optional (label, words);
  gtk_widget_set_visible (key, gtk_widget_get_visible (GTK_WIDGET (label)));
  gtk_widget_set_visible (box, gtk_widget_get_visible (GTK_WIDGET (label)));
}

static void
fill_cited (AnnalsEvidencePane *self, const AnnalsEvent *event)
{
  g_autofree gchar *words = event->cited != NULL ? annals_calendar_dup_both_words (
                                event->cited_calendar, event->cited, ANNALS_WORDS_LONG)
                                                 : NULL;
  gboolean worded = event->cited_wording != NULL && *event->cited_wording != '\0';
  g_autofree gchar *wording = worded ? g_strdup_printf (_ ("“%s”"), event->cited_wording) : NULL;

  if (words == NULL)
    words = g_strdup (_ ("The text gives no date."));

  if (worded)
    annals_long_words_set_label (self->cited, wording);
  else
    gtk_label_set_label (self->cited, words);
  set_optional (self->cited_words,
                worded && g_strcmp0 (words, event->cited_wording) != 0 ? words : NULL);
  if (worded || event->cited != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->cited), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->cited), "dim-label");
}

static void
fill_record (AnnalsEvidencePane *self, const AnnalsEvent *event)
{
  g_autofree gchar *words = event->record != NULL ? annals_calendar_dup_both_words (
                                event->record_calendar, event->record, ANNALS_WORDS_LONG)
                                                  : NULL;

  gtk_label_set_label (self->record, words != NULL ? words : _ ("Nothing else is on record."));
  if (words != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->record), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->record), "dim-label");
  set_optional (self->record_source, event->record_source);
}

/* What is long stands in a few lines at first, so that the passages are in sight below it. */
static void
set_more (AnnalsEvidencePane *self, gboolean more)
{
  GtkLabel *const labels[] = { self->description, self->record_source, self->why, self->note };

  gtk_label_set_lines (self->label, more ? MOST_TITLE_LINES : TITLE_LINES);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_lines (labels[i], more ? -1 : CLAMPED_LINES);
      gtk_label_set_ellipsize (labels[i], more ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
    }
  gtk_button_set_label (GTK_BUTTON (self->more_button), more ? _ ("Less") : _ ("More"));
}

static void
more_cb (AnnalsEvidencePane *self)
{
  self->has_room = FALSE;
  set_more (self, gtk_toggle_button_get_active (self->more_button));
}

static gboolean
is_cut (GtkLabel *label)
{
  return gtk_widget_get_mapped (GTK_WIDGET (label))
         && pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

/* By how much a label that is cut would be higher. */
static gint
get_missing_height (GtkLabel *label)
{
  g_autoptr (PangoLayout) whole = pango_layout_copy (gtk_label_get_layout (label));
  gint height = 0;
  gint whole_height = 0;

  pango_layout_set_ellipsize (whole, PANGO_ELLIPSIZE_NONE);
  pango_layout_get_pixel_size (gtk_label_get_layout (label), NULL, &height);
  pango_layout_get_pixel_size (whole, NULL, &whole_height);
  return whole_height - height;
}

static GtkWidget *
get_body (AnnalsEvidencePane *self)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (self->scroller);

  return gtk_widget_get_first_child (viewport);
}

/* Where there is room for all of it and for the passages, nothing is cut. */
static void
update_more (AnnalsEvidencePane *self)
{
  GtkLabel *const labels[] = { self->label, self->description, self->record_source, self->why,
                               self->note };
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *body = get_body (self);
  gboolean wanted = gtk_toggle_button_get_active (self->more_button);
  gboolean cut = FALSE;
  gint height = 0;
  gint button_height = 0;

  gtk_widget_measure (body, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (body), NULL, &height,
                      NULL, NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (self->more_button)))
    gtk_widget_measure (GTK_WIDGET (self->more_button), GTK_ORIENTATION_VERTICAL, -1, NULL,
                        &button_height, NULL, NULL);
  height -= button_height;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (is_cut (labels[i]))
      {
        cut = TRUE;
        height += get_missing_height (labels[i]);
      }
  if (!wanted && (cut || self->has_room)
      && self->has_room != (height <= gtk_adjustment_get_page_size (adjustment)))
    {
      self->has_room = !self->has_room;
      set_more (self, self->has_room);
      cut = !self->has_room;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), cut || wanted);
}

static GtkWidget *
find_selected_card (AnnalsEvidencePane *self)
{
  gint passage = annals_selection_get_passage (self->selection);

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->shown_cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if ((gint) annals_passage_card_get_passage (ANNALS_PASSAGE_CARD (card)) == passage)
      return card;
  return NULL;
}

/* Scrolls as little as shows the whole of the selected card, or its beginning. */
static void
scroll_to_card (AnnalsEvidencePane *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *body = get_body (self);
  GtkWidget *card = find_selected_card (self);
  graphene_rect_t box;
  gdouble page = gtk_adjustment_get_page_size (adjustment);
  gdouble value = gtk_adjustment_get_value (adjustment);
  gdouble top;

  if (card == NULL || body == NULL || !gtk_widget_compute_bounds (card, body, &box))
    return;

  top = box.origin.y;
  value = MAX (value, top + box.size.height + CARD_MARGIN_PX - page);
  value = MIN (value, top - CARD_MARGIN_PX);
  gtk_adjustment_set_value (adjustment, value);
}

/* After the frame in which the cards got their places. */
static gboolean
update_cb (gpointer user_data)
{
  AnnalsEvidencePane *self = user_data;

  self->update_id = 0;
  update_more (self);
  if (self->event >= 0 && self->to_card)
    scroll_to_card (self);
  self->to_card = FALSE;

  return G_SOURCE_REMOVE;
}

static void
queue_update (AnnalsEvidencePane *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, update_cb, self, NULL);
}

static void
fill_event (AnnalsEvidencePane *self, const AnnalsEvent *event)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  const AnnalsLane *lane = annals_document_get_lane (document, event->lane);
  g_autofree gchar *label = annals_letters_dup_line (event->label);

  annals_swatch_set_color (self->swatch, lane != NULL ? lane->color : 0);
  gtk_label_set_label (self->lane_label, lane != NULL ? lane->label : "");
  annals_long_words_set_label (self->label, label);
  gtk_label_set_label (self->status, annals_status_get_name (event->status));
  set_optional (self->description, event->description);
  fill_cited (self, event);
  fill_record (self, event);
  set_optional_row (self->why, self->why_key, self->why_box, event->cited_reason);
  set_optional_row (self->note, self->note_key, self->note_box, event->note);
}

static void
remove_cards (GtkBox *box)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static const gchar *
get_other_title (AnnalsEvidencePane *self)
{
  gboolean digest
      = annals_document_get_info (annals_selection_get_document (self->selection))->is_digest;

  if (self->where == ANNALS_WHERE_SOURCE)
    return digest ? _ ("In the digest") : _ ("In the text");

  return digest ? _ ("In the commentary") : _ ("In the source");
}

static void
fill_cards (AnnalsEvidencePane *self, const AnnalsEvent *event)
{
  remove_cards (self->shown_cards);
  remove_cards (self->other_cards);

  for (guint i = 0; i < event->n_passages; i++)
    gtk_box_append (event->passages[i].where == self->where ? self->shown_cards : self->other_cards,
                    annals_passage_card_new (self->selection, self->event, i));

  gtk_label_set_label (self->other_label, get_other_title (self));
  gtk_widget_set_visible (GTK_WIDGET (self->other_label),
                          gtk_widget_get_first_child (GTK_WIDGET (self->other_cards)) != NULL);
}

/* Marks the selected card of a box; returns its number among its siblings, from 1, or 0. */
static guint
mark_card (GtkBox *box, gint passage, guint *n_cards)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));
  guint number = 0;

  for (*n_cards = 0; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AnnalsPassageCard *card = ANNALS_PASSAGE_CARD (child);
      gboolean selected = (gint) annals_passage_card_get_passage (card) == passage;

      annals_passage_card_set_selected (card, selected);
      *n_cards += 1;
      if (selected)
        number = *n_cards;
    }

  return number;
}

static void
update_passage (AnnalsEvidencePane *self)
{
  gint passage = annals_selection_get_passage (self->selection);
  guint n_shown = 0;
  guint n_other = 0;
  guint number = mark_card (self->shown_cards, passage, &n_shown);
  g_autofree gchar *count = NULL;

  mark_card (self->other_cards, passage, &n_other);
  if (number > 0)
    /* Translators: the first number is which passage of the event is selected. */
    count = g_strdup_printf (_ ("Passage %u of %u"), number, n_shown);
  else if (n_shown > 0)
    count = annals_names_dup_passages (
        annals_document_get_event (annals_selection_get_document (self->selection), self->event),
        self->where);
  else if (n_other > 0)
    count = g_strdup (_ ("No passage in this text"));
  else
    count = g_strdup (_ ("No words support this event"));

  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (self->steps, n_shown > 1);
}

static void
changed_cb (AnnalsEvidencePane *self)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  gint event = annals_selection_get_event (self->selection);
  AnnalsWhere where = annals_selection_get_where (self->selection);
  gboolean other_event = event != self->event;

  if (event >= 0 && (other_event || where != self->where))
    {
      self->event = event;
      self->where = where;
      fill_event (self, annals_document_get_event (document, event));
      fill_cards (self, annals_document_get_event (document, event));
    }
  self->event = event;

  if (event >= 0)
    update_passage (self);
  if (event >= 0 && other_event)
    {
      self->has_room = FALSE;
      set_more (self, FALSE);
      gtk_toggle_button_set_active (self->more_button, FALSE);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  self->to_card = event >= 0 && !other_event;
  queue_update (self);
  gtk_stack_set_visible_child (self->stack,
                               event >= 0 ? GTK_WIDGET (self->scroller) : GTK_WIDGET (self->empty));
}

static void
fill_empty (AnnalsEvidencePane *self)
{
  gboolean any = annals_document_get_n_events (annals_selection_get_document (self->selection)) > 0;

  adw_status_page_set_title (self->empty, any ? _ ("Nothing Selected") : _ ("No Events"));
  adw_status_page_set_description (
      self->empty,
      any ? _ ("Click an event on the timeline, or underlined words in the text, to see the words "
               "that support it.")
          : _ ("This text comes without events. Open a document that has some to see the words "
               "that support each."));
}

static void
event_changed_cb (AnnalsEvidencePane *self, guint event, const AnnalsEvent *before)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);

  if ((gint) event == annals_selection_get_event (self->selection)
      && annals_event_is_elsewhere (annals_document_get_event (document, event), before))
    changed_cb (self);
}

static void
annals_evidence_pane_dispose (GObject *object)
{
  AnnalsEvidencePane *self = ANNALS_EVIDENCE_PANE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (self->scroller != NULL)
    g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_vadjustment (self->scroller),
                                          self);
  g_clear_handle_id (&self->update_id, g_source_remove);
  annals_evidence_pane_set_selection (self, NULL);
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (annals_evidence_pane_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnnalsEvidencePane, name)

static void
annals_evidence_pane_class_init (AnnalsEvidencePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ANNALS_TYPE_SWATCH);

  G_OBJECT_CLASS (klass)->dispose = annals_evidence_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "evidence");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/annals_app/Annals/ui/annals-evidence-pane.ui");
  BIND (stack);
  BIND (scroller);
  BIND (empty);
  BIND (swatch);
  BIND (lane_label);
  BIND (label);
  BIND (status);
  BIND (description);
  BIND (cited);
  BIND (cited_words);
  BIND (record);
  BIND (record_source);
  BIND (why_key);
  BIND (why_box);
  BIND (why);
  BIND (note_key);
  BIND (note_box);
  BIND (note);
  BIND (more_button);
  BIND (count_label);
  BIND (steps);
  BIND (shown_cards);
  BIND (other_label);
  BIND (other_cards);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
annals_evidence_pane_init (AnnalsEvidencePane *self)
{
  self->event = ANNALS_NO_EVENT;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_more (self, FALSE);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                            G_CALLBACK (queue_update), self);
}

/**
 * annals_evidence_pane_new:
 *
 * Returns: (transfer floating): a new, empty pane
 */
GtkWidget *
annals_evidence_pane_new (void)
{
  return g_object_new (ANNALS_TYPE_EVIDENCE_PANE, NULL);
}

/**
 * annals_evidence_pane_set_selection:
 * @self: an evidence pane
 * @selection: (nullable): the selection of the window
 *
 * Follows another selection.
 */
void
annals_evidence_pane_set_selection (AnnalsEvidencePane *self, AnnalsSelection *selection)
{
  g_return_if_fail (ANNALS_IS_EVIDENCE_PANE (self));

  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (annals_selection_get_document (self->selection), self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
    }
  g_set_object (&self->selection, selection);
  self->event = ANNALS_NO_EVENT;
  if (selection == NULL)
    return;

  g_signal_connect_swapped (selection, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (selection, "where-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_object (annals_selection_get_document (selection), "lanes-changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (annals_selection_get_document (selection), "event-changed",
                           G_CALLBACK (event_changed_cb), self, G_CONNECT_SWAPPED);
  fill_empty (self);
  changed_cb (self);
}
