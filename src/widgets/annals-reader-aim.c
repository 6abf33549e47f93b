/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-reader-private.h"

/*
 * How far away a passage is can be told only once the lines before it are laid out, which GTK does
 * bit by bit while nothing else is to be done: of 2,000 paragraphs for seconds. So after a passage
 * was gone to, it is looked after until the page is laid out, or a person does something: should it
 * be out of sight, it is gone to again, without a motion.
 */

#define SETTLED_MS 1500

/* Goes to the text cursor, which stands at the selected passage, once the page is laid out. */
void
annals_reader_jump_to_cursor (AnnalsReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->page));

  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->page), gtk_text_buffer_get_insert (buffer), 0,
                                TRUE, 0, UPPER_THIRD);
}

void
annals_reader_stop_aiming (AnnalsReader *self)
{
  self->aiming = FALSE;
  g_clear_handle_id (&self->aim_id, g_source_remove);
}

/* Whether that is in sight; what is, is laid out, so this can be told. */
gboolean
annals_reader_is_in_sight (AnnalsReader *self, const GdkRectangle *box)
{
  GdkRectangle visible;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->page), &visible);
  return box->y >= visible.y && box->y + box->height <= visible.y + visible.height;
}

gboolean
annals_reader_get_selected_box (AnnalsReader *self, GdkRectangle *box)
{
  return self->selection != NULL
         && annals_reading_view_get_passage_box (
             self->page, annals_selection_get_event (self->selection),
             annals_selection_get_passage (self->selection), box);
}

static gboolean
aim_cb (gpointer user_data)
{
  AnnalsReader *self = user_data;
  GdkRectangle box;

  self->aim_id = 0;
  if (gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (self->scroller)) <= 0)
    return G_SOURCE_REMOVE;
  if (!annals_reader_get_selected_box (self, &box))
    annals_reader_stop_aiming (self);
  else if (!annals_reader_is_in_sight (self, &box)
           && adw_animation_get_state (self->animation) != ADW_ANIMATION_PLAYING)
    annals_reader_jump_to_cursor (self);
  return G_SOURCE_REMOVE;
}

void
annals_reader_check_aim (AnnalsReader *self)
{
  if (self->aiming && self->aim_id == 0 && self->reveal_id == 0)
    self->aim_id = g_timeout_add_full (GDK_PRIORITY_REDRAW + 10, 0, aim_cb, self, NULL);
}

static gboolean
settled_cb (gpointer user_data)
{
  AnnalsReader *self = user_data;

  self->settled_id = 0;
  annals_reader_stop_aiming (self);
  return G_SOURCE_REMOVE;
}

void
annals_reader_unsettle (AnnalsReader *self)
{
  g_clear_handle_id (&self->settled_id, g_source_remove);
  self->settled_id = g_timeout_add (SETTLED_MS, settled_cb, self);
}

/* More of the page is laid out, or the page has another size. A motion towards where the passage
 * seemed to be leads nowhere then. */
static void
laid_out_cb (AnnalsReader *self)
{
  annals_reader_unsettle (self);
  if (!self->aiming)
    return;
  if (adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING)
    adw_animation_pause (self->animation);
  annals_reader_check_aim (self);
}

/* Where a person goes now is where they want to be. */
static gboolean
touched_cb (AnnalsReader *self, GdkEvent *event)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_KEY_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCHPAD_PINCH:
      annals_reader_stop_aiming (self);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

void
annals_reader_watch_layout (AnnalsReader *self)
{
  GtkEventController *touches = gtk_event_controller_legacy_new ();

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->animation, "done", G_CALLBACK (annals_reader_check_aim), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (touches, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (touches, "event", G_CALLBACK (touched_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), touches);
}
