/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "annals-edtf-cursor.h"

/* The top of the EDTF grammar: one date, an interval of two, or a set in brackets. The dates
 * themselves are read by annals-edtf-reader.c. */

static gboolean
fail_after_date (AnnalsEdtfCursor *cursor)
{
  gint position = annals_edtf_cursor_get_position (cursor, cursor->at);

  if (g_str_has_prefix (cursor->at, ".."))
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: outside brackets an interval is written with a slash, like 1947/1991."),
        position);

  return annals_edtf_cursor_fail (
      cursor, ANNALS_TIME_ERROR_SYNTAX,
      /* Translators: %d says which character of what was typed is at fault. */
      _ ("Character %d: the date should end here."), position);
}

static gboolean
fail_missing_slash (AnnalsEdtfCursor *cursor)
{
  return annals_edtf_cursor_fail (
      cursor, ANNALS_TIME_ERROR_SYNTAX,
      /* Translators: %d says which character of what was typed is at fault. */
      _ ("Character %d: a slash and the end were expected, like ../1985."),
      annals_edtf_cursor_get_position (cursor, cursor->at));
}

/* An interval or range must not end before it begins. */
static gboolean
check_order (AnnalsEdtfCursor *cursor, const AnnalsSpan *span, const gchar *end_at)
{
  if (span->begin_earliest <= span->end_latest)
    return TRUE;

  return annals_edtf_cursor_fail (
      cursor, ANNALS_TIME_ERROR_ORDER,
      /* Translators: %d says which character of what was typed is at fault. */
      _ ("Character %d: the end lies before the begin."),
      annals_edtf_cursor_get_position (cursor, end_at));
}

static gboolean
check_timeless (AnnalsEdtfCursor *cursor, const AnnalsEdtfDate *date, const gchar *where)
{
  if (!date->has_time)
    return TRUE;

  return annals_edtf_cursor_fail (
      cursor, ANNALS_TIME_ERROR_SYNTAX,
      /* Translators: %d says which character of what was typed is at fault. */
      _ ("Character %d: intervals and sets are made of dates without a time of day."),
      annals_edtf_cursor_get_position (cursor, where));
}

/* A date within a set. */
static gboolean
read_plain_date (AnnalsEdtfCursor *cursor, AnnalsEdtfDate *date)
{
  const gchar *start = cursor->at;

  if (!annals_edtf_read_date (cursor, date) || !check_timeless (cursor, date, start))
    return FALSE;
  if (!annals_edtf_date_is_season (date))
    return TRUE;

  return annals_edtf_cursor_fail (
      cursor, ANNALS_TIME_ERROR_SYNTAX,
      /* Translators: %d says which character of what was typed is at fault. */
      _ ("Character %d: a season cannot be in a set; write its months instead, like "
         "2001-03..2001-05."),
      annals_edtf_cursor_get_position (cursor, start));
}

/* Intervals */

/* The words that an earlier draft of EDTF had for both. */
static gboolean
fail_word (AnnalsEdtfCursor *cursor)
{
  gint position = annals_edtf_cursor_get_position (cursor, cursor->at);

  if (g_str_has_prefix (cursor->at, "open"))
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault; keep the word in
           quotation marks, it is part of a format. */
        _ ("Character %d: two dots, as in 2001/.., are written instead of “open”."), position);

  return annals_edtf_cursor_fail (
      cursor, ANNALS_TIME_ERROR_SYNTAX,
      /* Translators: %d says which character of what was typed is at fault; keep the word in
         quotation marks, it is part of a format. */
      _ ("Character %d: nothing, as in 2001/, is written instead of “unknown”."), position);
}

static gboolean
read_interval_end (AnnalsEdtfCursor *cursor,
                   gchar after,
                   AnnalsEndState *state,
                   AnnalsEdtfDate *date)
{
  *state = ANNALS_END_KNOWN;
  if (g_str_has_prefix (cursor->at, "open") || g_str_has_prefix (cursor->at, "unknown"))
    return fail_word (cursor);

  if (annals_edtf_cursor_skip (cursor, ".."))
    *state = ANNALS_END_OPEN;
  else if (*cursor->at == after)
    *state = ANNALS_END_UNKNOWN;
  else
    return annals_edtf_read_date (cursor, date);

  return TRUE;
}

static gboolean
read_date_or_interval (AnnalsEdtfCursor *cursor, AnnalsEdtf *edtf, AnnalsEdtfItem *item)
{
  const gchar *end_at;

  edtf->kind = ANNALS_SPAN_MOMENT;
  if (!read_interval_end (cursor, '/', &item->begin_state, &item->begin))
    return FALSE;

  if (!annals_edtf_cursor_skip (cursor, "/"))
    {
      item->end = item->begin;
      if (item->begin_state == ANNALS_END_OPEN)
        return fail_missing_slash (cursor);
      annals_edtf_item_get_span (item, edtf->kind, &edtf->span);
      return *cursor->at == '\0' || fail_after_date (cursor);
    }

  end_at = cursor->at;
  edtf->kind = ANNALS_SPAN_PERIOD;
  item->is_range = TRUE;
  if (!check_timeless (cursor, &item->begin, cursor->text)
      || !read_interval_end (cursor, '\0', &item->end_state, &item->end)
      || !check_timeless (cursor, &item->end, end_at))
    return FALSE;
  if (*cursor->at != '\0')
    return fail_after_date (cursor);

  annals_edtf_item_get_span (item, edtf->kind, &edtf->span);

  return check_order (cursor, &edtf->span, end_at);
}

/* Sets */

static void
skip_spaces (AnnalsEdtfCursor *cursor)
{
  while (*cursor->at == ' ')
    cursor->at++;
}

static gboolean
read_range_end (AnnalsEdtfCursor *cursor, gchar closing, AnnalsEdtfItem *item)
{
  const gchar *end_at;
  AnnalsSpan span;

  item->is_range = TRUE;
  skip_spaces (cursor);
  if (*cursor->at == closing)
    {
      item->end_state = ANNALS_END_OPEN;
      return TRUE;
    }

  end_at = cursor->at;
  if (!read_plain_date (cursor, &item->end))
    return FALSE;
  if (annals_edtf_date_get_precision (&item->begin) != annals_edtf_date_get_precision (&item->end))
    return annals_edtf_cursor_fail (
        cursor, ANNALS_TIME_ERROR_SYNTAX,
        /* Translators: %d says which character of what was typed is at fault. */
        _ ("Character %d: both ends of a range in brackets must be equally fine, for example both "
           "years or both days."),
        annals_edtf_cursor_get_position (cursor, end_at));

  annals_edtf_item_get_span (item, ANNALS_SPAN_PERIOD, &span);

  return check_order (cursor, &span, end_at);
}

static gboolean
read_member (AnnalsEdtfCursor *cursor, gchar closing, gboolean is_first, AnnalsEdtfItem *item)
{
  skip_spaces (cursor);

  if (is_first && annals_edtf_cursor_skip (cursor, ".."))
    {
      item->is_range = TRUE;
      item->begin_state = ANNALS_END_OPEN;
      skip_spaces (cursor);
      return read_plain_date (cursor, &item->end);
    }

  if (!read_plain_date (cursor, &item->begin))
    return FALSE;

  skip_spaces (cursor);
  if (annals_edtf_cursor_skip (cursor, ".."))
    return read_range_end (cursor, closing, item);

  item->end = item->begin;

  return TRUE;
}

static void
keep_start (AnnalsEdtf *edtf, const gchar *set, const gchar *start)
{
  if (edtf->starts == NULL)
    {
      edtf->starts = g_ptr_array_new ();
      g_ptr_array_add (edtf->starts, (gpointer) (set + 1));
    }
  g_ptr_array_add (edtf->starts, (gpointer) start);
}

/* All members but the first. */
static gboolean
read_more_members (AnnalsEdtfCursor *cursor, AnnalsEdtf *edtf, gchar closing, gboolean keeps_items)
{
  while (annals_edtf_cursor_skip (cursor, ","))
    {
      AnnalsEdtfItem item = { 0 };
      AnnalsSpan span;
      const gchar *start = cursor->at;

      if (!read_member (cursor, closing, FALSE, &item))
        return FALSE;
      annals_edtf_item_get_span (&item, edtf->kind, &span);
      annals_edtf_add_to_set (&edtf->span, &span);
      if (keeps_items)
        keep_start (edtf, cursor->text, start);
      skip_spaces (cursor);
    }

  return TRUE;
}

static gboolean
read_set (AnnalsEdtfCursor *cursor, AnnalsEdtf *edtf, gboolean keeps_items)
{
  gchar closing = *cursor->at++ == '[' ? ']' : '}';

  edtf->kind = closing == ']' ? ANNALS_SPAN_ONE_OF : ANNALS_SPAN_ALL_OF;
  if (!read_member (cursor, closing, TRUE, &edtf->only))
    return FALSE;
  annals_edtf_item_get_span (&edtf->only, edtf->kind, &edtf->span);
  annals_edtf_begin_set (&edtf->span, edtf->kind);
  skip_spaces (cursor);
  if (!read_more_members (cursor, edtf, closing, keeps_items))
    return FALSE;

  if (*cursor->at != closing)
    return annals_edtf_cursor_fail (cursor, ANNALS_TIME_ERROR_SYNTAX,
                                    /* Translators: %2$c is a closing bracket. */
                                    _ ("Character %1$d: a comma or “%2$c” was expected."),
                                    annals_edtf_cursor_get_position (cursor, cursor->at), closing);

  cursor->at++;

  return *cursor->at == '\0' || fail_after_date (cursor);
}

/* Adds to an error what was probably meant, unless the error ends with it. */
static void
add_offer (const gchar *text, GError **error)
{
  g_autofree gchar *offer = annals_edtf_dup_offer (text);
  g_autofree gchar *offered = g_strconcat (": ", offer, ".", NULL);
  g_autofree gchar *said = NULL;
  g_autofree gchar *meant = NULL;

  if (offer == NULL || g_str_has_suffix ((*error)->message, offered))
    return;

  /* Translators: %s is a date in a notation for programs, such as 1985-04-02. The sentence follows
     one that says what is wrong with what was typed. */
  meant = g_strdup_printf (_ ("Perhaps %s is meant."), offer);
  said = (*error)->message;
  (*error)->message = g_strconcat (said, " ", meant, NULL);
}

static gboolean
read_whole (AnnalsEdtf *edtf, const gchar *text, gboolean keeps_items, GError **error)
{
  AnnalsEdtfCursor cursor = { .text = text, .at = text, .error = error };
  gboolean is_read;

  *edtf = (AnnalsEdtf){ 0 };
  if (annals_edtf_cursor_is_at_any (&cursor, "[{"))
    is_read = read_set (&cursor, edtf, keeps_items);
  else
    is_read = read_date_or_interval (&cursor, edtf, &edtf->only);
  if (!is_read && error != NULL)
    add_offer (text, error);

  return is_read;
}

/**
 * annals_edtf_parse:
 * @edtf: (out caller-allocates): what to fill; to be cleared with annals_edtf_clear()
 * @text: the string
 * @error: where to put an error of %ANNALS_TIME_ERROR
 *
 * Reads EDTF of levels 0, 1 and 2 in the profile of the Library of Congress. Spaces are accepted
 * inside sets, and nowhere else. Memory is allocated for sets of several members alone, and for an
 * error. @edtf points into @text, which must outlive it.
 *
 * Returns: whether @text is EDTF; if not, @edtf is left empty
 */
gboolean
annals_edtf_parse (AnnalsEdtf *edtf, const gchar *text, GError **error)
{
  if (read_whole (edtf, text, TRUE, error))
    return TRUE;

  annals_edtf_clear (edtf);

  return FALSE;
}

/**
 * annals_edtf_reckon:
 * @span: (out caller-allocates): where to put what it means as a whole
 * @text: the string
 * @error: where to put an error of %ANNALS_TIME_ERROR
 *
 * Reads EDTF as annals_edtf_parse() does, but for its bounds alone. No memory is allocated, but for
 * an error.
 *
 * Returns: whether @text is EDTF; if not, @span is left alone
 */
gboolean
annals_edtf_reckon (AnnalsSpan *span, const gchar *text, GError **error)
{
  AnnalsEdtf edtf;

  if (!read_whole (&edtf, text, FALSE, error))
    return FALSE;

  *span = edtf.span;

  return TRUE;
}

/**
 * annals_edtf_clear:
 * @edtf: a date taken apart
 *
 * Frees what is in @edtf, but not @edtf itself.
 */
void
annals_edtf_clear (AnnalsEdtf *edtf)
{
  g_clear_pointer (&edtf->starts, g_ptr_array_unref);
  g_clear_pointer (&edtf->items, g_array_unref);
}

/**
 * annals_edtf_get_n_items:
 * @edtf: a date taken apart
 *
 * Returns: how many members a set has; 1 for what is no set
 */
guint
annals_edtf_get_n_items (const AnnalsEdtf *edtf)
{
  if (edtf->items != NULL)
    return edtf->items->len;

  return edtf->starts != NULL ? edtf->starts->len : 1;
}

/**
 * annals_edtf_get_item:
 * @edtf: a date taken apart
 * @index: which of its items
 * @item: (out caller-allocates): where to put it
 *
 * Takes a member of a set apart; what is no set has one item.
 */
void
annals_edtf_get_item (const AnnalsEdtf *edtf, guint index, AnnalsEdtfItem *item)
{
  AnnalsEdtfCursor cursor = { 0 };

  if (edtf->items != NULL)
    {
      *item = g_array_index (edtf->items, AnnalsEdtfItem, index);
      return;
    }
  if (edtf->starts == NULL)
    {
      *item = edtf->only;
      return;
    }

  *item = (AnnalsEdtfItem){ 0 };
  cursor.text = cursor.at = g_ptr_array_index (edtf->starts, index);
  if (!read_member (&cursor, edtf->kind == ANNALS_SPAN_ONE_OF ? ']' : '}', index == 0, item))
    g_assert_not_reached ();
}
