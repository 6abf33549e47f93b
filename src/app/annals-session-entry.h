/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-adaptive.h"
#include "annals-breaks.h"
#include "annals-event.h"
#include "annals-settings.h"

G_BEGIN_DECLS

/** ANNALS_PLACE_ANY: nothing is said about the place in the text. */
#define ANNALS_PLACE_ANY (-1)
/** ANNALS_WHERE_ANY: nothing is said about which text is read. */
#define ANNALS_WHERE_ANY (-1)

/**
 * AnnalsViewState:
 * @has_range: whether a part of time is shown; otherwise all events are
 * @first: instant at the left edge of the timeline
 * @last: instant at its right edge, after @first
 * @event: (nullable): id of the selected event
 * @passage: index of the selected one among its passages, or -1
 * @where: which text is read, #AnnalsWhere, or %ANNALS_WHERE_ANY
 * @place: offset of the first code point in sight, or %ANNALS_PLACE_ANY
 * @filters: whether a range of time is selected
 * @filter: the range, and how events are to lie in it
 * @closed_lanes: (nullable): ids of the lanes that are closed to one row
 * @hidden_lanes: (nullable): ids of those that are hidden
 * @breaks: which stretches of time were compressed or opened by hand
 *
 * How a document is looked at. A plain struct; clear it with annals_view_state_clear().
 */
typedef struct
{
  gboolean has_range;
  AnnalsInstant first;
  AnnalsInstant last;
  gchar *event;
  gint passage;
  gint where;
  gint64 place;
  gboolean filters;
  AnnalsRange filter;
  gchar **closed_lanes;
  gchar **hidden_lanes;
  AnnalsBreaksByHand breaks;
} AnnalsViewState;

#define ANNALS_VIEW_STATE_INIT                                          \
  {                                                                     \
    .passage = -1, .where = ANNALS_WHERE_ANY, .place = ANNALS_PLACE_ANY \
  }

void annals_view_state_clear (AnnalsViewState *view);
void annals_view_state_copy (const AnnalsViewState *view, AnnalsViewState *copy);
void annals_view_state_write (const AnnalsViewState *view, GKeyFile *keys, const gchar *group);
void annals_view_state_read (AnnalsViewState *view, GKeyFile *keys, const gchar *group);

/**
 * AnnalsSessionKind:
 * @ANNALS_SESSION_EMPTY: no document
 * @ANNALS_SESSION_EXAMPLE: the document that comes with the program
 * @ANNALS_SESSION_FILE: a file
 * @ANNALS_SESSION_DRAFT: what was pasted and not saved
 *
 * What a window shows.
 */
typedef enum
{
  ANNALS_SESSION_EMPTY,
  ANNALS_SESSION_EXAMPLE,
  ANNALS_SESSION_FILE,
  ANNALS_SESSION_DRAFT,
} AnnalsSessionKind;

#define ANNALS_N_SESSION_KINDS (ANNALS_SESSION_DRAFT + 1)

/**
 * AnnalsSessionEntry:
 * @kind: what it shows
 * @name: (nullable): the URI of the file, or the name of the draft
 * @state: its size and borders
 * @focus: which pane has the whole window
 * @is_fullscreen: whether it has the whole screen
 * @is_active: whether it was used last
 * @shows_events: whether the list of events stood beside the text, and not the evidence
 * @view: how its document is looked at
 *
 * A window as it is remembered.
 */
typedef struct
{
  AnnalsSessionKind kind;
  gchar *name;
  AnnalsWindowState state;
  AnnalsFocus focus;
  gboolean is_fullscreen;
  gboolean is_active;
  gboolean shows_events;
  AnnalsViewState view;
} AnnalsSessionEntry;

AnnalsSessionEntry *annals_session_entry_new (void);
void annals_session_entry_free (AnnalsSessionEntry *entry);

gchar *annals_session_entries_dup_text (GPtrArray *entries, guint n_attempts);
GPtrArray *annals_session_entries_parse (const gchar *text, guint *n_attempts, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnalsSessionEntry, annals_session_entry_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnnalsViewState, annals_view_state_clear)

G_END_DECLS
