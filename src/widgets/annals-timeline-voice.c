/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-names.h"
#include "annals-timeline-view-private.h"

/*
 * What the timeline says to those who do not see it. Its accessible description is the last thing
 * that happened: the event that was selected, or, once a zoom or a pan has come to rest, the time
 * that is shown now. Screen readers read it out as it changes.
 */

#define REST_MS 350
#define YEARS_FROM_S (3.0 * 366.0 * ANNALS_SECONDS_PER_DAY)
#define DAYS_FROM_S (2.0 * ANNALS_SECONDS_PER_DAY)

static void
say (AnnalsTimelineView *self, const gchar *words)
{
  g_clear_handle_id (&self->voice_source, g_source_remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

/* An instant as a year, as a day where years would say too little, or as a second of one. */
static gchar *
dup_edge (AnnalsInstant instant, gdouble length_s)
{
  g_autofree gchar *day = NULL;
  g_autofree gchar *edtf = NULL;
  g_autoptr (AnnalsDate) date = NULL;
  AnnalsCivil civil;

  annals_instant_to_civil (instant, &civil);
  if (length_s < YEARS_FROM_S)
    {
      day = annals_instant_dup_iso_date (instant);
      edtf = length_s < DAYS_FROM_S ? g_strdup_printf ("%sT%02d:%02d:%02d", day, civil.hour,
                                                       civil.minute, civil.second)
                                    : g_strdup (day);
      date = annals_date_new_from_edtf (edtf, NULL);
    }

  return date != NULL ? annals_date_dup_words (date, ANNALS_WORDS_LONG)
                      : annals_year_dup_words (civil.year);
}

static gchar *
dup_range (AnnalsTimelineView *self)
{
  AnnalsScene *scene = annals_timeline_view_get_scene (self);
  guint n_events = scene != NULL ? annals_scene_count_events (scene) : 0;
  AnnalsInstant first;
  AnnalsInstant last;
  gdouble length_s;
  g_autofree gchar *from = NULL;
  g_autofree gchar *to = NULL;

  annals_timeline_view_get_visible_range (self, &first, &last);
  length_s = (gdouble) last - (gdouble) first;
  from = dup_edge (first, length_s);
  to = dup_edge (last, length_s);

  return g_strdup_printf (
      /* Translators: read out when another part of time is shown: %1$s and %2$s are years ("1965",
       * "44 BCE"), days ("17 October 1973") or times of a day, %3$u is how many events can be seen.
       */
      ngettext ("%1$s to %2$s, %3$u event", "%1$s to %2$s, %3$u events", n_events), from, to,
      n_events);
}

static gboolean
say_range_cb (gpointer user_data)
{
  AnnalsTimelineView *self = user_data;
  g_autofree gchar *words = NULL;

  self->voice_source = 0;
  if (self->layout == NULL || annals_layout_get_n_events (self->layout) == 0)
    return G_SOURCE_REMOVE;
  words = dup_range (self);
  say (self, words);

  return G_SOURCE_REMOVE;
}

/* Says what part of time is shown once that stays the same for a moment. */
void
annals_timeline_view_say_range (AnnalsTimelineView *self)
{
  g_clear_handle_id (&self->voice_source, g_source_remove);
  self->voice_source = g_timeout_add (REST_MS, say_range_cb, self);
}

void
annals_timeline_view_say_selected (AnnalsTimelineView *self)
{
  gint event = annals_selection_get_event (self->selection);
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  g_autofree gchar *words = NULL;

  if (event < 0)
    words = g_strdup (_ ("Nothing is selected"));
  else
    words = annals_names_dup_event (annals_document_get_event (document, (guint) event),
                                    annals_selection_get_where (self->selection));
  say (self, words);
}

/* Says which range of time is selected, and how many events it lets through. */
void
annals_timeline_view_say_time_filter (AnnalsTimelineView *self)
{
  g_autofree gchar *words = annals_time_filter_dup_announcement (
      annals_selection_get_time_filter (self->selection));

  say (self, words);
}

/* Says where a lane stands, when it has been moved. */
void
annals_timeline_view_say_lane (AnnalsTimelineView *self, guint lane)
{
  AnnalsDocument *document = annals_selection_get_document (self->selection);
  g_autofree gchar *words = g_strdup_printf (
      /* Translators: read out when a lane was moved: its name, which place it has from the top, and
       * how many lanes there are. */
      _ ("%1$s, lane %2$u of %3$u"), annals_document_get_lane (document, lane)->label,
      annals_document_get_lane_position (document, lane) + 1,
      annals_document_get_n_lanes (document));

  say (self, words);
}
