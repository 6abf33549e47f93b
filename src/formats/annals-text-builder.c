/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "annals-text-builder.h"

/*
 * Makes a readable text out of marked-up blocks. White space is held back until a character follows
 * it, so that blocks neither begin nor end with it; marks between characters are settled when the
 * next character comes. TEI and HTML are both read through this.
 */

typedef struct
{
  gint64 start;
  AnnalsParagraphRole role;
} Block;

struct _AnnalsTextBuilder
{
  GString *text;
  gint64 n_chars;
  GString *space; /* held back */

  AnnalsParagraphRole role;
  gboolean in_block; /* the current block has a character */
  GArray *blocks;

  GArray *marks;
  guint n_settled_marks;

  AnnalsTextProbe *probes;
  guint n_probes;
};

/**
 * annals_text_builder_new:
 *
 * Returns: (transfer full): a builder with nothing in it
 */
AnnalsTextBuilder *
annals_text_builder_new (void)
{
  AnnalsTextBuilder *self = g_new0 (AnnalsTextBuilder, 1);

  self->text = g_string_new (NULL);
  self->space = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  self->marks = g_array_new (FALSE, FALSE, sizeof (AnnalsTextMark));
  return self;
}

/**
 * annals_text_builder_free:
 * @self: a builder
 *
 * Frees a builder.
 */
void
annals_text_builder_free (AnnalsTextBuilder *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_string_free (self->space, TRUE);
  g_array_unref (self->blocks);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self);
}

/**
 * annals_text_builder_set_probes:
 * @self: a builder with nothing in it
 * @probes: (array length=n_probes): places to find, by rising place; kept by the caller
 * @n_probes: how many
 *
 * Has the builder find where the offsets asked for lie in what it is given.
 */
void
annals_text_builder_set_probes (AnnalsTextBuilder *self, AnnalsTextProbe *probes, guint n_probes)
{
  self->probes = probes;
  self->n_probes = n_probes;
}

/**
 * annals_text_builder_start_block:
 * @self: a builder
 * @role: what the block is
 *
 * Ends the block before, if any, and starts another. Blocks without a character leave no trace.
 */
void
annals_text_builder_start_block (AnnalsTextBuilder *self, AnnalsParagraphRole role)
{
  g_string_truncate (self->space, 0);
  self->in_block = FALSE;
  self->role = role;
}

static void
append (AnnalsTextBuilder *self, const gchar *utf8, gssize n_bytes)
{
  g_string_append_len (self->text, utf8, n_bytes);
  self->n_chars += g_utf8_strlen (utf8, n_bytes);
}

/* Of the white space at the start of a block only the indentation of its first line stays. */
static void
open_block (AnnalsTextBuilder *self)
{
  const gchar *line_end = strrchr (self->space->str, '\n');
  Block block;

  if (line_end != NULL)
    g_string_erase (self->space, 0, line_end + 1 - self->space->str);
  if (self->n_chars > 0)
    append (self, "\n\n", 2);
  block = (Block){ self->n_chars, self->role };
  g_array_append_val (self->blocks, block);
  self->in_block = TRUE;
}

static void
settle_probes (AnnalsTextBuilder *self, gpointer run, gsize byte, gsize next_byte)
{
  while (self->n_probes > 0)
    {
      AnnalsTextProbe *probe = self->probes;
      gint64 wanted = probe->is_end ? probe->offset - 1 : probe->offset;

      if (wanted > self->n_chars)
        return;
      probe->run = run;
      probe->byte = probe->is_end && wanted == self->n_chars ? next_byte : byte;
      self->probes++;
      self->n_probes--;
    }
}

static void
settle_marks (AnnalsTextBuilder *self)
{
  while (self->n_settled_marks < self->marks->len)
    g_array_index (self->marks, AnnalsTextMark, self->n_settled_marks++).after = self->n_chars;
}

static void
hold_space (AnnalsTextBuilder *self, gchar c, gboolean preserve_space)
{
  if (preserve_space)
    g_string_append_c (self->space, c);
  else if (self->in_block && self->space->len == 0)
    g_string_append_c (self->space, ' ');
}

/**
 * annals_text_builder_add:
 * @self: a builder
 * @utf8: characters of the current block
 * @preserve_space: whether white space inside the block counts
 * @run: (nullable): what probes answer for these characters
 *
 * Adds characters to the current block.
 */
void
annals_text_builder_add (AnnalsTextBuilder *self,
                         const gchar *utf8,
                         gboolean preserve_space,
                         gpointer run)
{
  const gchar *p = utf8;

  while (*p != '\0')
    {
      const gchar *next = g_utf8_next_char (p);

      if (strchr (" \t\n\r", *p) != NULL)
        {
          hold_space (self, *p, preserve_space);
          p = next;
          continue;
        }
      if (!self->in_block)
        open_block (self);
      append (self, self->space->str, self->space->len);
      g_string_truncate (self->space, 0);
      settle_marks (self);
      settle_probes (self, run, p - utf8, next - utf8);
      g_string_append_len (self->text, p, next - p);
      self->n_chars++;
      p = next;
    }
}

/**
 * annals_text_builder_add_line_break:
 * @self: a builder
 *
 * Starts a new line inside the current block.
 */
void
annals_text_builder_add_line_break (AnnalsTextBuilder *self)
{
  if (g_strcmp0 (self->space->str, " ") == 0)
    g_string_truncate (self->space, 0);
  g_string_append_c (self->space, '\n');
}

/**
 * annals_text_builder_mark:
 * @self: a builder
 *
 * Remembers the place reached.
 *
 * Returns: the index of the mark among those that annals_text_builder_finish() gives
 */
guint
annals_text_builder_mark (AnnalsTextBuilder *self)
{
  AnnalsTextMark mark = { self->n_chars, -1 };

  g_array_append_val (self->marks, mark);
  return self->marks->len - 1;
}

/* Which paragraphs a text has is for the text to say; each has the role of the block it starts in.
 */
static GArray *
dup_roles (AnnalsTextBuilder *self, const AnnalsText *text)
{
  GArray *roles = g_array_new (FALSE, FALSE, sizeof (AnnalsParagraphRole));
  guint block = 0;

  for (guint i = 0; i < annals_text_get_n_paragraphs (text); i++)
    {
      gint64 start, end;

      annals_text_get_paragraph (text, i, &start, &end);
      while (block + 1 < self->blocks->len
             && g_array_index (self->blocks, Block, block + 1).start <= start)
        block++;
      g_array_append_val (roles, g_array_index (self->blocks, Block, block).role);
    }
  return roles;
}

/**
 * annals_text_builder_finish:
 * @self: a builder, which is not to be used any more
 * @roles: (out) (optional) (element-type AnnalsParagraphRole): what each paragraph is
 * @marks: (out) (optional) (element-type AnnalsTextMark): the places remembered
 *
 * Ends the last block and gives the text.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when there is nothing to read in it
 */
AnnalsText *
annals_text_builder_finish (AnnalsTextBuilder *self, GArray **roles, GArray **marks)
{
  AnnalsText *text = NULL;

  settle_marks (self);
  if (marks != NULL)
    *marks = g_steal_pointer (&self->marks);
  if (self->n_chars > 0)
    text = annals_text_new_take (g_string_free (g_steal_pointer (&self->text), FALSE));
  /* No-break spaces alone are no text to read. */
  if (text != NULL && annals_text_get_n_paragraphs (text) == 0)
    g_clear_pointer (&text, annals_text_unref);
  if (roles != NULL)
    *roles = text != NULL ? dup_roles (self, text) : NULL;
  return text;
}
