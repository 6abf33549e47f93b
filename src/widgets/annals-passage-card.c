/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-copy-menu.h"
#include "annals-long-words.h"
#include "annals-paragraphs.h"
#include "annals-passage-card.h"
#include "annals-swatch.h"

/* One passage as a card: the quote, the place, and the standing as a sign and a word. */

typedef struct
{
  const gchar *sign;
  const gchar *word;
  const gchar *css_class;
} StandingLook;

static const StandingLook standing_looks[] = {
  [ANNALS_STANDING_UNCHECKED] = { "○", N_ ("open to check"), "unchecked" },
  [ANNALS_STANDING_EXACT] = { "●", N_ ("exact"), "exact" },
  [ANNALS_STANDING_MOVED] = { "➜", N_ ("moved"), "moved" },
  [ANNALS_STANDING_DOUBTFUL] = { "◐", N_ ("doubtful"), "doubtful" },
  [ANNALS_STANDING_LOST] = { "✕", N_ ("lost"), "lost" },
};

struct _AnnalsPassageCard
{
  GtkButton parent_instance;

  GtkWidget *swatch;
  GtkLabel *quote_label;
  GtkLabel *place_label;
  GtkLabel *standing_label;

  AnnalsSelection *selection;
  guint event;
  guint passage;
};

G_DEFINE_FINAL_TYPE (AnnalsPassageCard, annals_passage_card, GTK_TYPE_BUTTON)

static const AnnalsPassage *
get_record (AnnalsPassageCard *self)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);

  return &annals_document_get_event (document, self->event)->passages[self->passage];
}

static void
flatten_white_space (gchar *words)
{
  gchar *to = words;
  gboolean space = FALSE;

  for (const gchar *from = words; *from != '\0'; from++)
    {
      gboolean is_space = g_ascii_isspace (*from);

      if (!is_space)
        *to++ = *from;
      else if (!space)
        *to++ = ' ';
      space = is_space;
    }
  *to = '\0';
}

static gchar *
dup_quote (AnnalsPassageCard *self)
{
  g_autofree gchar *quote = annals_document_dup_quote (
      annals_selection_get_document (self->selection), get_record (self));

  if (quote == NULL)
    return g_strdup (_ ("The words of this passage are not known."));

  flatten_white_space (quote);
  /* Translators: quotation marks around the words of a passage. */
  return g_strdup_printf (_ ("“%s”"), quote);
}

static guint
count_paragraph (AnnalsDocument *document, const AnnalsPassage *passage)
{
  if (annals_document_get_text (document, passage->where) == NULL
      || !annals_standing_is_placed (passage->place.standing))
    return 0;

  return annals_document_count_paragraph (document, passage->where, passage->place.start);
}

static gchar *
dup_place (AnnalsPassageCard *self)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  const AnnalsPassage *passage = get_record (self);
  gboolean digest = annals_document_get_info (document)->is_digest;
  gboolean source = passage->where == ANNALS_WHERE_SOURCE;
  guint number = count_paragraph (document, passage);

  if (number == 0 && source)
    return g_strdup (digest ? _ ("commentary") : _ ("source"));
  if (number == 0)
    return g_strdup (digest ? _ ("digest") : _ ("text"));
  if (source)
    return g_strdup_printf (
        digest /* Translators: where a passage stands; %u is the number of the paragraph. */
            ? _ ("commentary, paragraph %u")
            /* Translators: where a passage stands; %u is the number of the paragraph. */
            : _ ("source, paragraph %u"),
        number);

  return g_strdup_printf (
      digest /* Translators: where a passage stands; %u is the number of the paragraph. */
          ? _ ("digest, paragraph %u")
          /* Translators: where a passage stands; %u is the number of the paragraph. */
          : _ ("paragraph %u"),
      number);
}

static void
clicked_cb (AnnalsPassageCard *self)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);

  if (annals_document_get_text (document, get_record (self)->where) != NULL)
    annals_selection_select (self->selection, self->event, self->passage);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-source", NULL);
}

static void
fill (AnnalsPassageCard *self)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  const AnnalsEvent *event = annals_document_get_event (document, self->event);
  const StandingLook *look = &standing_looks[get_record (self)->place.standing];
  const AnnalsLane *lane = annals_document_get_lane (document, event->lane);
  g_autofree gchar *quote = dup_quote (self);
  g_autofree gchar *place = dup_place (self);
  g_autofree gchar *standing = g_strdup_printf ("%s %s", look->sign, _ (look->word));
  /* Translators: read out by screen readers: the words of a passage, where it stands, and how. */
  g_autofree gchar *spoken = g_strdup_printf (_ ("%s, %s, %s"), quote, place, _ (look->word));

  annals_long_words_set_paragraph (self->quote_label, quote);
  gtk_label_set_label (self->place_label, place);
  gtk_label_set_label (self->standing_label, standing);
  gtk_widget_add_css_class (GTK_WIDGET (self->standing_label), look->css_class);
  annals_swatch_set_color (ANNALS_SWATCH (self->swatch), lane != NULL ? lane->color : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static gboolean
prepare_menu_cb (GtkWidget *widget, GdkRectangle *at, gboolean by_keys)
{
  AnnalsPassageCard *self = ANNALS_PASSAGE_CARD (widget);

  annals_selection_select (self->selection, (gint) self->event, (gint) self->passage);
  return TRUE;
}

static void
annals_passage_card_dispose (GObject *object)
{
  AnnalsPassageCard *self = ANNALS_PASSAGE_CARD (object);

  g_clear_object (&self->selection);
  G_OBJECT_CLASS (annals_passage_card_parent_class)->dispose (object);
}

static void
annals_passage_card_class_init (AnnalsPassageCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ANNALS_TYPE_SWATCH);

  G_OBJECT_CLASS (klass)->dispose = annals_passage_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/annals_app/Annals/ui/annals-passage-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AnnalsPassageCard, swatch);
  gtk_widget_class_bind_template_child (widget_class, AnnalsPassageCard, quote_label);
  gtk_widget_class_bind_template_child (widget_class, AnnalsPassageCard, place_label);
  gtk_widget_class_bind_template_child (widget_class, AnnalsPassageCard, standing_label);
}

static void
annals_passage_card_init (AnnalsPassageCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "clicked", G_CALLBACK (clicked_cb), NULL);
  annals_copy_menu_attach (GTK_WIDGET (self), prepare_menu_cb);
}

/**
 * annals_passage_card_new:
 * @selection: the selection of the window
 * @event: index of an event
 * @passage: index of one of its passages
 *
 * Returns: (transfer floating): a new card
 */
GtkWidget *
annals_passage_card_new (AnnalsSelection *selection, guint event, guint passage)
{
  AnnalsPassageCard *self = NULL;

  g_return_val_if_fail (ANNALS_IS_SELECTION (selection), NULL);

  self = g_object_new (ANNALS_TYPE_PASSAGE_CARD, NULL);
  self->selection = g_object_ref (selection);
  self->event = event;
  self->passage = passage;
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * annals_passage_card_get_passage:
 * @self: a card
 *
 * Returns: the index of its passage among those of the event
 */
guint
annals_passage_card_get_passage (AnnalsPassageCard *self)
{
  g_return_val_if_fail (ANNALS_IS_PASSAGE_CARD (self), 0);

  return self->passage;
}

/**
 * annals_passage_card_set_selected:
 * @self: a card
 * @selected: whether its passage is the selected one
 *
 * Shows by a bar in the lane's colour which passage is selected.
 */
void
annals_passage_card_set_selected (AnnalsPassageCard *self, gboolean selected)
{
  g_return_if_fail (ANNALS_IS_PASSAGE_CARD (self));

  gtk_widget_set_opacity (self->swatch, selected ? 1.0 : 0.0);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
      selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}
