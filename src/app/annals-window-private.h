/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-adaptive.h"
#include "annals-aside.h"
#include "annals-hints.h"
#include "annals-journal.h"
#include "annals-messages.h"
#include "annals-range-bar.h"
#include "annals-reader.h"
#include "annals-reading-strip.h"
#include "annals-search-bar.h"
#include "annals-notice.h"
#include "annals-thread-layer.h"
#include "annals-timeline-view.h"
#include "annals-watch.h"
#include "annals-window.h"

G_BEGIN_DECLS

typedef void (*AnnalsWindowFunc) (AnnalsWindow *self, GObject *data);

struct _AnnalsWindow
{
  AdwApplicationWindow parent_instance;

  AnnalsMessages *messages;
  AdwWindowTitle *title;
  AdwSplitButton *open_button;
  GtkSpinner *spinner;
  GtkToggleButton *aside_button;
  GtkToggleButton *search_button;
  AnnalsSearchBar *search_bar;
  AnnalsRangeBar *range_bar;
  GtkMenuButton *menu_button;
  GtkWidget *drop_hint;
  AnnalsNotice *notice;
  AnnalsAdaptive *adaptive;
  AnnalsHints *hints;
  GtkWidget *welcome;
  AnnalsReader *reader;
  AnnalsAside *aside;
  AnnalsTimelineView *timeline;
  AnnalsThreadLayer *threads;
  GtkPaned *time_pane; /* the reading order and, below, the timeline */
  GtkWidget *reading_strip;
  guint height_id;

  AnnalsSettings *settings;
  AnnalsSession *session;
  AnnalsSelection *selection; /* (nullable) until a document is open */
  GFile *file;                /* (nullable) what was opened; none for the bundled document */
  GBytes *pasted;             /* (nullable) or what was pasted, until it is saved */
  gchar *draft;               /* (nullable) as what that is kept meanwhile */
  gboolean is_draft_kept;     /* it is on disk */
  AnnalsJournal *journal;     /* (nullable) of what is done to the document */
  gboolean is_recovering;     /* what was done before the program died */
  GPtrArray *openings;        /* what is being opened from here; not owned */
  gboolean is_slow;           /* and takes more than a moment */
  gboolean is_saving;
  gboolean is_asking; /* whether to save */
  gboolean closes_when_saved;
  gboolean discards;           /* and is closed without */
  AnnalsWindowFunc when_saved; /* (nullable) what else waits for that */
  GObject *when_saved_data;
  AnnalsWatch *file_watch;   /* (nullable) */
  AnnalsWatch *source_watch; /* (nullable) */
};

/**
 * AnnalsOpenFlags:
 * @ANNALS_OPEN_HERE: in this window, whatever it shows
 * @ANNALS_OPEN_KEEP_VIEW: it is another reading of what is there: look at it as at that
 * @ANNALS_OPEN_KEEP_EVENT: only the selected event and the part of time stay
 * @ANNALS_OPEN_QUIETLY: nobody asked for it by name: not for the list of recent documents
 *
 * How something is opened.
 */
typedef enum
{
  ANNALS_OPEN_HERE = 1 << 0,
  ANNALS_OPEN_KEEP_VIEW = 1 << 1,
  ANNALS_OPEN_KEEP_EVENT = 1 << 2,
  ANNALS_OPEN_QUIETLY = 1 << 3,
} AnnalsOpenFlags;

typedef struct _AnnalsOpening AnnalsOpening;

/* annals-window.c */
AnnalsWindow *annals_window_new_beside (AnnalsWindow *beside,
                                        GtkApplication *application,
                                        AnnalsSettings *settings,
                                        AnnalsSession *session);
gboolean annals_window_is_example (AnnalsWindow *self);
gboolean annals_window_is_reusable (AnnalsWindow *self);
void annals_window_update_title (AnnalsWindow *self);
void annals_window_set_document (AnnalsWindow *self, AnnalsDocument *document);
AnnalsDocument *annals_window_get_document (AnnalsWindow *self);
void annals_window_note (AnnalsWindow *self, const gchar *message);

/* annals-window-actions.c */
void annals_window_init_actions (AnnalsWindow *self);
void annals_window_update_actions (AnnalsWindow *self);
void annals_window_set_action_enabled (AnnalsWindow *self, const gchar *name, gboolean enabled);

/* annals-window-files.c */
void annals_window_init_files (AnnalsWindow *self);
void annals_window_update_file_actions (AnnalsWindow *self);

/* annals-window-open.c */
void annals_window_load (AnnalsWindow *self, GFile *file, GFile *source);
void annals_window_open_bytes (AnnalsWindow *self, GBytes *bytes);
void annals_window_open_example (AnnalsWindow *self);
void annals_window_reload (AnnalsWindow *self);
gboolean annals_window_cancel_opening (AnnalsWindow *self, AnnalsOpenFlags flags);
gboolean annals_window_is_opening_here (AnnalsWindow *self);
gchar *annals_window_dup_opening_name (AnnalsWindow *self);
void annals_window_choose_document (AnnalsWindow *self);
void annals_window_choose_source (AnnalsWindow *self);

/* annals-window-save.c */
gboolean annals_window_is_unsaved (AnnalsWindow *self);
gboolean annals_window_can_save (AnnalsWindow *self);
void annals_window_save_to (AnnalsWindow *self, GFile *file);
void annals_window_save (AnnalsWindow *self);
void annals_window_choose_target (AnnalsWindow *self);
void annals_window_say_saved (AnnalsWindow *self, GFile *file);
gboolean annals_window_may_close (AnnalsWindow *self);
void annals_window_when_settled (AnnalsWindow *self, AnnalsWindowFunc func, GObject *data);

/* annals-window-history.c */
void annals_window_init_history (AnnalsWindow *self);
void annals_window_follow_history (AnnalsWindow *self);
gboolean annals_window_is_edited (AnnalsWindow *self);
void annals_window_label_history (AnnalsWindow *self, GMenuModel *menu);

/* annals-window-journal.c */
void annals_window_follow_journal (AnnalsWindow *self);
void annals_window_drop_journal (AnnalsWindow *self);
void annals_window_recover (AnnalsWindow *self);

/* annals-window-paste.c */
void annals_window_keep_draft (AnnalsWindow *self);
void annals_window_paste (AnnalsWindow *self);
void annals_window_init_drop (AnnalsWindow *self);

/* annals-window-state.c */
void annals_window_get_view (AnnalsWindow *self, AnnalsViewState *view);
void annals_window_apply_view (AnnalsWindow *self, const AnnalsViewState *view);
void annals_window_get_state (AnnalsWindow *self, AnnalsWindowState *state);
void annals_window_apply_state (AnnalsWindow *self, const AnnalsWindowState *state);
void annals_window_watch_state (AnnalsWindow *self);

/* annals-window-watch.c */
void annals_window_update_notice (AnnalsWindow *self);
void annals_window_watch_files (AnnalsWindow *self, const gchar *etag, const gchar *source_etag);
void annals_window_watch_saved_file (AnnalsWindow *self, const gchar *etag);
void annals_window_unwatch_files (AnnalsWindow *self);
void annals_window_pause_watches (AnnalsWindow *self);
void annals_window_resume_watches (AnnalsWindow *self);
gboolean annals_window_is_file_gone (AnnalsWindow *self);
void annals_window_init_watch (AnnalsWindow *self);

/* annals-window-empty.c */
void annals_window_update_empty (AnnalsWindow *self);

/* annals-window-hints.c */
void annals_window_init_hints (AnnalsWindow *self);
void annals_window_follow_hints (AnnalsWindow *self);

/* annals-window-search.c */
void annals_window_init_search (AnnalsWindow *self);
void annals_window_follow_search (AnnalsWindow *self);

/* annals-window-range.c */
void annals_window_init_compress (AnnalsWindow *self);
void annals_window_update_compress (AnnalsWindow *self);
void annals_window_init_range (AnnalsWindow *self);
void annals_window_follow_range (AnnalsWindow *self);
gboolean annals_window_clear_range (AnnalsWindow *self);

/* annals-window-eras.c */
void annals_window_init_eras (AnnalsWindow *self);
void annals_window_follow_eras (AnnalsWindow *self);

/* annals-window-reading.c */
GtkWidget *annals_window_create_time_pane (AnnalsWindow *self);
void annals_window_follow_reading_order (AnnalsWindow *self);

/* annals-window-timeline.c */
void annals_window_init_timeline (AnnalsWindow *self);
void annals_window_update_timeline (AnnalsWindow *self);

/* annals-window-preferences.c */
void annals_window_follow_preferences (AnnalsWindow *self);

/* annals-window-export.c */
void annals_window_export (AnnalsWindow *self);
void annals_window_copy_picture (AnnalsWindow *self);
void annals_window_print (AnnalsWindow *self);

G_END_DECLS
