/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-index-private.h"

/* The labels of an index, one behind the other, each ended by a zero byte. A label that is that of
 * the entry before is kept once. */

#define LEAST_BYTES 4096

static gboolean
make_room (IndexLabels *labels, gsize length)
{
  gsize wanted = labels->length + length + 1;

  if (wanted < length || wanted > labels->most)
    return FALSE;
  if (wanted > labels->size)
    {
      labels->size = MAX (MAX (wanted, LEAST_BYTES), labels->size + labels->size / 2);
      labels->bytes = g_realloc (labels->bytes, labels->size);
    }
  return TRUE;
}

/* Whether all bytes are ASCII and none is a control character. */
static gboolean
is_plain (const gchar *label, gsize length)
{
  guint64 odd = 0;
  gsize i = 0;

  for (; i + 8 <= length; i += 8)
    {
      guint64 bytes;

      memcpy (&bytes, label + i, 8);
      /* Bytes from 0x80, and those whose subtraction of 0x20 borrows. */
      odd |= (bytes | (bytes - G_GUINT64_CONSTANT (0x2020202020202020)))
             & G_GUINT64_CONSTANT (0x8080808080808080);
    }
  for (; i < length; i++)
    odd |= (guint8) label[i] >= 0x80 || (guint8) label[i] < 0x20;
  return odd == 0;
}

static gboolean
is_last (const IndexLabels *labels, const gchar *label, gsize length)
{
  return labels->length > 0 && labels->last_length == length
         && memcmp (labels->bytes + labels->last, label, length) == 0;
}

static gboolean
append (IndexLabels *labels, const gchar *label, gsize length, guint32 *offset)
{
  if (!is_last (labels, label, length))
    {
      if (!make_room (labels, length))
        return FALSE;
      labels->last = labels->length;
      labels->last_length = length;
      memcpy (labels->bytes + labels->length, label, length);
      labels->bytes[labels->length + length] = '\0';
      labels->length += length + 1;
    }
  *offset = (guint32) labels->last;
  return TRUE;
}

/*
 * annals_index_labels_add:
 * @labels: labels
 * @label: any bytes
 * @length: how many
 * @offset: (out): where the label is kept
 *
 * Adds a label: made valid, and with line breaks and tabs as spaces.
 *
 * Returns: whether there was room for it
 */
gboolean
annals_index_labels_add (IndexLabels *labels, const gchar *label, gsize length, guint32 *offset)
{
  g_autofree gchar *line = NULL;

  if (is_plain (label, length))
    return append (labels, label, length, offset);
  line = g_utf8_make_valid (label, (gssize) length);
  g_strdelimit (line, "\n\r\t", ' ');
  return append (labels, line, strlen (line), offset);
}

void
annals_index_labels_clear (IndexLabels *labels)
{
  g_clear_pointer (&labels->bytes, g_free);
  *labels = (IndexLabels){ .most = labels->most };
}
