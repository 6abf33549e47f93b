/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "bench-events.h"

/* Events from a file of lines: begin and end in milliseconds since 1970 (the end is 0 for a
 * moment), number of the group, label; between them tabs. The file is mapped, and nothing is
 * allocated for a line. */

#define EPOCH_S G_GINT64_CONSTANT (62135596800) /* 1970-01-01, in seconds since 0001-01-01 */
#define MOST_DIGITS 18
#define LINE_BYTES 40 /* at least, by and large */

typedef struct
{
  const gchar *at;
  const gchar *end;
  guint line;
  gboolean by_length; /* there are few enough events to weigh by how long they are */
} Lines;

static gboolean
read_number (Lines *lines, gint64 *number)
{
  const gchar *start = lines->at;
  gboolean negative = lines->at < lines->end && *lines->at == '-';
  gint64 value = 0;

  lines->at += negative;
  for (start = lines->at; lines->at < lines->end && g_ascii_isdigit (*lines->at); lines->at++)
    {
      if (lines->at - start == MOST_DIGITS)
        return FALSE;
      value = value * 10 + (*lines->at - '0');
    }
  if (lines->at == start || lines->at == lines->end || *lines->at != '\t')
    return FALSE;
  lines->at++;
  *number = negative ? -value : value;
  return TRUE;
}

static AnnalsInstant
get_instant (gint64 time_ms)
{
  return EPOCH_S + time_ms / 1000 - (time_ms % 1000 < 0);
}

static const gchar *
read_event (Lines *lines, AnnalsIndex *index)
{
  AnnalsIndexEntry entry = { .event = lines->line - 1, .flags = ANNALS_INDEX_PLAIN };
  gint64 begin_ms;
  gint64 end_ms;
  gint64 group;
  const gchar *label;

  if (!read_number (lines, &begin_ms) || !read_number (lines, &end_ms))
    return "there is no begin and end in whole milliseconds";
  if (!read_number (lines, &group) || group < 0 || group >= ANNALS_INDEX_MOST_LANES)
    return "there is no group of a number below 65,536";
  label = lines->at;
  lines->at = memchr (label, '\n', (gsize) (lines->end - label));
  if (lines->at == NULL)
    lines->at = lines->end;
  entry.begin = get_instant (begin_ms);
  entry.end = end_ms == 0 ? entry.begin : get_instant (end_ms);
  entry.flags |= end_ms == 0 ? ANNALS_INDEX_MOMENT : 0;
  entry.lane = (guint) group;
  entry.weight = annals_index_weigh (0, entry.begin, lines->by_length ? entry.end : entry.begin);
  if (entry.lane >= annals_index_get_n_lanes (index))
    annals_index_set_n_lanes (index, entry.lane + 1);
  if (!annals_index_add_labelled (index, &entry, label, (gsize) (lines->at - label)))
    return "there are too many events, or their labels are too long";
  return NULL;
}

/*
 * bench_events_read:
 * @path: name of a file
 * @n_bytes: (out) (optional): its size
 * @error: return location
 *
 * Returns: (transfer full) (nullable): an index of its events, numbered as the lines are from 0;
 *   not built yet
 */
AnnalsIndex *
bench_events_read (const gchar *path, gsize *n_bytes, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (AnnalsIndex) index = annals_index_new (0);
  Lines lines = { .line = 1 };

  if (file == NULL)
    return NULL;
  lines.at = g_mapped_file_get_contents (file);
  lines.end = lines.at + g_mapped_file_get_length (file);
  lines.by_length = g_mapped_file_get_length (file) / LINE_BYTES <= ANNALS_INDEX_MOST_BY_LENGTH;
  for (; lines.at < lines.end; lines.at++, lines.line++)
    {
      const gchar *fault = read_event (&lines, index);

      if (fault == NULL)
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s, line %u: %s.", path, lines.line,
                   fault);
      return NULL;
    }
  if (n_bytes != NULL)
    *n_bytes = g_mapped_file_get_length (file);
  return g_steal_pointer (&index);
}
