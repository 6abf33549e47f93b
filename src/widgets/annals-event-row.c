/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-event-row.h"
#include "annals-letters.h"
#include "annals-long-words.h"
#include "annals-names.h"
#include "annals-style.h"
#include "annals-swatch.h"

/* A row of the list of events. Rows are used again and again for other events as the list scrolls.
 */

#define MOST_TITLE_LINES 5
#define CONTEXT_CHARS 24 /* before the words found, at most */

struct _AnnalsEventRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *swatch;
  GtkLabel *label;
  GtkLabel *words;
  GtkLabel *excerpt;
  GtkLabel *count;

  AnnalsSelection *selection; /* (nullable) while it shows no event */
  gint event;
};

G_DEFINE_FINAL_TYPE (AnnalsEventRow, annals_event_row, GTK_TYPE_WIDGET)

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static guint16
to_16_bits (gdouble part)
{
  return (guint16) (part * 65535.0 + 0.5);
}

static void
mark_match (PangoAttrList *attributes, const gchar *words, const AnnalsMatch *match)
{
  const AnnalsColor *color = &annals_style_get_theme ()->match;
  guint start = (guint) (g_utf8_offset_to_pointer (words, match->start) - words);
  guint end = (guint) (g_utf8_offset_to_pointer (words, match->end) - words);

  add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  add_attribute (attributes,
                 pango_attr_background_new (to_16_bits (color->red), to_16_bits (color->green),
                                            to_16_bits (color->blue)),
                 start, end);
}

/* Sets a label, the words that are looked for in bold, but no more than so many times. Returns
 * whether there are any. */
static gboolean
set_marked (GtkLabel *label, const gchar *words, const AnnalsQuery *query, guint most)
{
  PangoAttrList *attributes = NULL;
  g_autoptr (GArray) matches = query != NULL ? annals_query_find (query, words) : NULL;
  gboolean found = matches != NULL && matches->len > 0;

  if (found)
    attributes = pango_attr_list_new ();
  for (guint i = 0; found && i < MIN (matches->len, most); i++)
    mark_match (attributes, words, &g_array_index (matches, AnnalsMatch, i));

  annals_long_words_set_label (label, words);
  gtk_label_set_attributes (label, attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
  return found;
}

static void
flatten (gchar *words)
{
  g_strdelimit (words, "\n\r\t\f\v", ' ');
}

/* A stretch that begins a few words before the match. */
static gchar *
dup_excerpt (const gchar *words, const AnnalsMatch *match)
{
  const gchar *at = g_utf8_offset_to_pointer (words, match->start);
  const gchar *from = at;
  gchar *excerpt = NULL;

  for (guint n = 0; n < CONTEXT_CHARS && from > words; n++)
    from = g_utf8_prev_char (from);
  while (from > words && from < at && !g_unichar_isspace (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  while (from < at && g_unichar_isspace (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);

  excerpt = from > words ? g_strconcat ("…", from, NULL) : g_strdup (from);
  flatten (excerpt);
  return excerpt;
}

/* Takes the first of the places where an event can match that does. */
static gboolean
try_excerpt (AnnalsEventRow *self, const AnnalsQuery *query, const gchar *words)
{
  g_autoptr (GArray) matches = NULL;
  g_autofree gchar *excerpt = NULL;

  if (words == NULL || *words == '\0')
    return FALSE;
  matches = annals_query_find (query, words);
  if (matches->len == 0)
    return FALSE;

  excerpt = dup_excerpt (words, &g_array_index (matches, AnnalsMatch, 0));
  set_marked (self->excerpt, excerpt, query, 1);
  return TRUE;
}

static gboolean
try_date (AnnalsEventRow *self,
          const AnnalsQuery *query,
          AnnalsCalendar calendar,
          const AnnalsDate *date)
{
  g_autofree gchar *words = date != NULL
                                ? annals_calendar_dup_both_words (calendar, date, ANNALS_WORDS_LONG)
                                : NULL;

  return try_excerpt (self, query, words);
}

static gboolean
fill_excerpt (AnnalsEventRow *self, const AnnalsQuery *query, const AnnalsEvent *event)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);

  if (try_excerpt (self, query, event->description) || try_excerpt (self, query, event->note)
      || try_excerpt (self, query, event->cited_wording)
      || try_date (self, query, event->cited_calendar, event->cited)
      || try_date (self, query, event->record_calendar, event->record))
    return TRUE;

  for (guint i = 0; i < event->n_passages; i++)
    {
      g_autofree gchar *quote = annals_document_dup_quote (document, &event->passages[i]);

      if (try_excerpt (self, query, quote))
        return TRUE;
    }
  return FALSE;
}

static void
fill_count (AnnalsEventRow *self, const AnnalsEvent *event)
{
  AnnalsWhere where = annals_selection_get_where (self->selection);
  g_autofree gchar *count = g_strdup_printf ("%u", annals_event_count_passages (event, where));
  g_autofree gchar *spoken = annals_names_dup_passages (event, where);

  gtk_label_set_label (self->count, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
annals_event_row_dispose (GObject *object)
{
  AnnalsEventRow *self = ANNALS_EVENT_ROW (object);

  g_clear_object (&self->selection);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (annals_event_row_parent_class)->dispose (object);
}

static void
annals_event_row_class_init (AnnalsEventRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = annals_event_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "event-row");
}

static GtkLabel *
append_label (GtkWidget *box, const gchar *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
annals_event_row_init (AnnalsEventRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->event = ANNALS_NO_EVENT;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->swatch = annals_swatch_new ();
  gtk_widget_set_size_request (self->swatch, 4, -1);
  gtk_box_append (GTK_BOX (self->box), self->swatch);

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), lines);
  self->label = append_label (lines, "row-title");
  gtk_label_set_lines (self->label, MOST_TITLE_LINES);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  self->words = append_label (lines, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  self->excerpt = append_label (lines, "caption");
  gtk_label_set_wrap (self->excerpt, FALSE);
  gtk_label_set_ellipsize (self->excerpt, PANGO_ELLIPSIZE_END);

  self->count = append_label (self->box, "caption");
  gtk_label_set_wrap (self->count, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_valign (GTK_WIDGET (self->count), GTK_ALIGN_CENTER);
}

/**
 * annals_event_row_new:
 *
 * Returns: (transfer floating): a new, empty row
 */
GtkWidget *
annals_event_row_new (void)
{
  return g_object_new (ANNALS_TYPE_EVENT_ROW, NULL);
}

/**
 * annals_event_row_set_event:
 * @self: a row
 * @selection: (nullable): the selection of the window; %NULL to show nothing
 * @event: index of an event of its document
 *
 * Shows another event.
 */
void
annals_event_row_set_event (AnnalsEventRow *self, AnnalsSelection *selection, gint event)
{
  g_return_if_fail (ANNALS_IS_EVENT_ROW (self));

  g_set_object (&self->selection, selection);
  self->event = selection != NULL ? event : ANNALS_NO_EVENT;
  annals_event_row_update (self);
}

/**
 * annals_event_row_get_event:
 * @self: a row
 *
 * Returns: the index of the event it shows, or %ANNALS_NO_EVENT
 */
gint
annals_event_row_get_event (AnnalsEventRow *self)
{
  g_return_val_if_fail (ANNALS_IS_EVENT_ROW (self), ANNALS_NO_EVENT);

  return self->event;
}

/**
 * annals_event_row_update:
 * @self: a row
 *
 * Shows its event anew: something else is looked for, or another text is shown.
 */
void
annals_event_row_update (AnnalsEventRow *self)
{
  AnnalsDocument *document = NULL;
  const AnnalsQuery *query = NULL;
  const AnnalsEvent *event = NULL;
  const AnnalsLane *lane = NULL;
  g_autofree gchar *label = NULL;
  g_autofree gchar *words = NULL;
  gboolean found = FALSE;

  g_return_if_fail (ANNALS_IS_EVENT_ROW (self));

  if (self->selection == NULL)
    return;

  document = annals_selection_get_document (self->selection);
  query = annals_search_get_query (annals_selection_get_search (self->selection));
  event = annals_document_get_event (document, self->event);
  lane = annals_document_get_lane (document, event->lane);
  label = annals_letters_dup_line (event->label);
  words = annals_event_dup_words (event, ANNALS_WORDS_SHORT);

  annals_swatch_set_color (ANNALS_SWATCH (self->swatch), lane != NULL ? lane->color : 0);
  found = set_marked (self->label, label, query, G_MAXUINT);
  found |= set_marked (self->words, words, query, G_MAXUINT);
  gtk_widget_set_visible (GTK_WIDGET (self->excerpt),
                          query != NULL && !found && fill_excerpt (self, query, event));
  fill_count (self, event);
}
