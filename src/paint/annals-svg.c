/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>
#include <math.h>
#include <string.h>

#include "annals-painter.h"
#include "annals-svg.h"

/* A scene as SVG 1.1: real text, one group an event with its name, dates and first passage, stable
 * ids, no script. Everything that comes from a document passes through dup_clean(). */

typedef struct
{
  xmlTextWriterPtr writer;
  const AnnalsScene *scene;
  const AnnalsTheme *theme;
  AnnalsDocument *document;
  gdouble text_scale;
  gdouble zoom;
} Svg;

static const gchar *const clip_ids[ANNALS_N_CLIPS] = {
  [ANNALS_CLIP_LANES] = "clip-lanes",
  [ANNALS_CLIP_AXIS] = "clip-axis",
  [ANNALS_CLIP_HEADERS] = "clip-headers",
  [ANNALS_CLIP_READING] = "clip-reading",
};

/* Characters that XML 1.0 cannot hold become the replacement character. */
static gchar *
dup_clean (const gchar *text)
{
  GString *clean = g_string_new (NULL);
  g_autofree gchar *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (const gchar *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean allowed = c == '\t' || c == '\n' || c == '\r'
                         || (c >= 0x20 && c != 0xfffe && c != 0xffff);

      g_string_append_unichar (clean, allowed ? c : 0xfffd);
    }
  return g_string_free (clean, FALSE);
}

static void
start (Svg *svg, const gchar *name)
{
  xmlTextWriterStartElement (svg->writer, BAD_CAST name);
}

static void
end (Svg *svg)
{
  xmlTextWriterEndElement (svg->writer);
}

static void
attribute (Svg *svg, const gchar *name, const gchar *value)
{
  xmlTextWriterWriteAttribute (svg->writer, BAD_CAST name, BAD_CAST value);
}

static void
number_in (Svg *svg, const gchar *name, gdouble value, gdouble parts)
{
  gchar digits[G_ASCII_DTOSTR_BUF_SIZE];
  gdouble rounded = round (value * parts) / parts;

  attribute (svg, name, g_ascii_formatd (digits, sizeof digits, "%.8g", rounded + 0.0));
}

/* Positions and sizes are written in hundredths of a pixel. */
static void
number (Svg *svg, const gchar *name, gdouble value)
{
  number_in (svg, name, value, 100.0);
}

static void
element_with_text (Svg *svg, const gchar *name, const gchar *id, const gchar *text)
{
  g_autofree gchar *clean = dup_clean (text);

  start (svg, name);
  if (id != NULL)
    attribute (svg, "id", id);
  xmlTextWriterWriteString (svg->writer, BAD_CAST clean);
  end (svg);
}

static void
format_color (const AnnalsColor *color, gchar *hex, gsize size)
{
  g_snprintf (hex, size, "#%02x%02x%02x", (guint) lround (color->red * 255.0),
              (guint) lround (color->green * 255.0), (guint) lround (color->blue * 255.0));
}

/* Sets the colour as fill or stroke, through the item's gradient when it fades. */
static void
paint_attributes (Svg *svg, const AnnalsItem *item, guint index, const gchar *property)
{
  AnnalsColor color;
  gchar hex[16];

  annals_item_get_color (item, svg->theme, &color);
  format_color (&color, hex, sizeof hex);
  if (item->fades)
    {
      g_autofree gchar *url = g_strdup_printf ("url(#fade-%u)", index);

      attribute (svg, property, url);
      return;
    }
  attribute (svg, property, hex);
  if (color.alpha < 0.995)
    {
      g_autofree gchar *name = g_strconcat (property, "-opacity", NULL);

      number (svg, name, color.alpha);
    }
}

static void
stroke_attributes (Svg *svg, const AnnalsItem *item, guint index)
{
  attribute (svg, "fill", "none");
  paint_attributes (svg, item, index, "stroke");
  number (svg, "stroke-width", item->stroke_px);
  if (item->dash == ANNALS_DASH_DASHED)
    attribute (svg, "stroke-dasharray", "4 3");
  if (item->dash == ANNALS_DASH_DOTTED)
    {
      attribute (svg, "stroke-dasharray", "0.01 4");
      attribute (svg, "stroke-linecap", "round");
    }
}

static void
write_rect (Svg *svg, const AnnalsItem *item, guint index)
{
  gboolean outline = item->kind == ANNALS_ITEM_OUTLINE;
  gdouble inset = outline ? item->stroke_px / 2.0 : 0.0;
  gdouble radius = MIN (item->radius_px, MIN (item->rect.width, item->rect.height) / 2.0) - inset;

  start (svg, "rect");
  number (svg, "x", item->rect.x + inset);
  number (svg, "y", item->rect.y + inset);
  number (svg, "width", MAX (item->rect.width - 2.0 * inset, 0.0));
  number (svg, "height", MAX (item->rect.height - 2.0 * inset, 0.0));
  if (radius > 0.0)
    number (svg, "rx", radius);
  if (outline)
    stroke_attributes (svg, item, index);
  else
    paint_attributes (svg, item, index, "fill");
  end (svg);
}

static void
write_line (Svg *svg, const AnnalsItem *item, guint index)
{
  start (svg, "line");
  number (svg, "x1", item->rect.x);
  number (svg, "y1", item->rect.y);
  number (svg, "x2", item->rect.x + item->rect.width);
  number (svg, "y2", item->rect.y + item->rect.height);
  stroke_attributes (svg, item, index);
  end (svg);
}

static void
write_disc (Svg *svg, const AnnalsItem *item, guint index)
{
  gboolean ring = item->kind == ANNALS_ITEM_RING;

  start (svg, "circle");
  number (svg, "cx", item->rect.x + item->rect.width / 2.0);
  number (svg, "cy", item->rect.y + item->rect.height / 2.0);
  number (svg, "r", item->rect.width / 2.0 - (ring ? item->stroke_px / 2.0 : 0.0));
  if (ring)
    stroke_attributes (svg, item, index);
  else
    paint_attributes (svg, item, index, "fill");
  end (svg);
}

static void
write_points (Svg *svg, const AnnalsItem *item, guint index)
{
  const AnnalsRect *r = &item->rect;
  gdouble middle_x = r->x + r->width / 2.0;
  gdouble middle_y = r->y + r->height / 2.0;
  gboolean diamond = item->kind == ANNALS_ITEM_DIAMOND;
  const gdouble points[][2] = {
    { diamond ? middle_x : r->x, r->y },
    { r->x + r->width, middle_y },
    { diamond ? middle_x : r->x, r->y + r->height },
    { r->x, middle_y },
  };
  g_autoptr (GString) list = g_string_new (NULL);
  gchar x[G_ASCII_DTOSTR_BUF_SIZE];
  gchar y[G_ASCII_DTOSTR_BUF_SIZE];
  gchar paper[16];

  for (guint i = 0; i < (diamond ? 4 : 3); i++)
    g_string_append_printf (list, "%s%s,%s", i > 0 ? " " : "",
                            g_ascii_formatd (x, sizeof x, "%.8g", points[i][0]),
                            g_ascii_formatd (y, sizeof y, "%.8g", points[i][1]));
  start (svg, diamond ? "polygon" : "polyline");
  attribute (svg, "points", list->str);
  if (diamond)
    {
      format_color (&svg->theme->background, paper, sizeof paper);
      attribute (svg, "fill", paper);
      paint_attributes (svg, item, index, "stroke");
      number (svg, "stroke-width", item->stroke_px);
    }
  else
    stroke_attributes (svg, item, index);
  end (svg);
}

static void
write_text (Svg *svg, const AnnalsItem *item, guint index)
{
  const AnnalsFontStyle *style = annals_font_get_style (item->font);
  g_autofree gchar *clean = dup_clean (item->text);

  start (svg, "text");
  number (svg, "x", item->rect.x);
  number (svg, "y", item->rect.y);
  number (svg, "font-size", style->size_px * svg->text_scale);
  if (style->bold)
    attribute (svg, "font-weight", "bold");
  if (style->tabular)
    attribute (svg, "style", "font-variant-numeric: tabular-nums");
  paint_attributes (svg, item, index, "fill");
  xmlTextWriterWriteString (svg->writer, BAD_CAST clean);
  end (svg);
}

static void
add_stripe_cb (gdouble x0, gdouble y0, gdouble x1, gdouble y1, gpointer user_data)
{
  const gdouble numbers[] = { x0, y0, x1, y1 };
  static const gchar *const before[] = { "M", " ", "L", " " };
  gchar digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_string_append (user_data, before[i]);
      g_string_append (user_data, g_ascii_formatd (digits, sizeof digits, "%.8g",
                                                   round (numbers[i] * 100.0) / 100.0 + 0.0));
    }
}

static void
write_hatch (Svg *svg, const AnnalsItem *item, guint index)
{
  g_autoptr (GString) path = g_string_new (NULL);

  annals_item_get_stripes (item, add_stripe_cb, path);
  if (path->len == 0)
    return;
  start (svg, "path");
  attribute (svg, "d", path->str);
  stroke_attributes (svg, item, index);
  end (svg);
}

static void
add_tooth (GString *path, const AnnalsItem *item, gdouble left, guint index, const gchar *command)
{
  gchar digits[G_ASCII_DTOSTR_BUF_SIZE];
  gdouble x;
  gdouble y;

  annals_item_get_tooth (item, index, &x, &y);
  g_string_append (path, command);
  g_string_append (path, g_ascii_formatd (digits, sizeof digits, "%.8g",
                                          round ((left + x) * 100.0) / 100.0 + 0.0));
  g_string_append_c (path, ' ');
  g_string_append (path, g_ascii_formatd (digits, sizeof digits, "%.8g", y));
}

static void
write_tear (Svg *svg, const AnnalsItem *item, guint index)
{
  g_autoptr (GString) strip = g_string_new (NULL);
  g_autoptr (GString) sides = g_string_new (NULL);
  gdouble left = item->rect.x;
  gdouble right = left + item->rect.width - ANNALS_TOOTH_PX;
  guint n_teeth = annals_item_get_n_teeth (item);
  gchar paper[16];

  for (guint i = 0; i < n_teeth; i++)
    add_tooth (sides, item, left, i, i == 0 ? "M" : "L");
  g_string_append (strip, sides->str);
  for (guint i = 0; i < n_teeth; i++)
    {
      add_tooth (strip, item, right, n_teeth - 1 - i, "L");
      add_tooth (sides, item, right, i, i == 0 ? "M" : "L");
    }
  g_string_append_c (strip, 'Z');
  format_color (&svg->theme->background, paper, sizeof paper);
  start (svg, "path");
  attribute (svg, "d", strip->str);
  attribute (svg, "fill", paper);
  end (svg);
  start (svg, "path");
  attribute (svg, "d", sides->str);
  stroke_attributes (svg, item, index);
  end (svg);
}

static void (*const writers[]) (Svg *, const AnnalsItem *, guint) = {
  [ANNALS_ITEM_RECT] = write_rect,      [ANNALS_ITEM_OUTLINE] = write_rect,
  [ANNALS_ITEM_LINE] = write_line,      [ANNALS_ITEM_DISC] = write_disc,
  [ANNALS_ITEM_RING] = write_disc,      [ANNALS_ITEM_DIAMOND] = write_points,
  [ANNALS_ITEM_CHEVRON] = write_points, [ANNALS_ITEM_TEXT] = write_text,
  [ANNALS_ITEM_HATCH] = write_hatch,    [ANNALS_ITEM_TEAR] = write_tear,
};

static void
write_gradient (Svg *svg, const AnnalsItem *item, guint index)
{
  AnnalsFadeStop stops[ANNALS_MAX_FADE_STOPS];
  guint n_stops = annals_item_get_fade_stops (item, stops);
  g_autofree gchar *id = g_strdup_printf ("fade-%u", index);
  AnnalsColor color;
  gchar hex[16];

  annals_item_get_color (item, svg->theme, &color);
  format_color (&color, hex, sizeof hex);
  start (svg, "linearGradient");
  attribute (svg, "id", id);
  attribute (svg, "gradientUnits", "userSpaceOnUse");
  number (svg, "x1", item->rect.x);
  attribute (svg, "y1", "0");
  number (svg, "x2", item->rect.x + item->rect.width);
  attribute (svg, "y2", "0");
  for (guint i = 0; i < n_stops; i++)
    {
      start (svg, "stop");
      number_in (svg, "offset", stops[i].offset, 1e5);
      attribute (svg, "stop-color", hex);
      number (svg, "stop-opacity", stops[i].opacity * color.alpha);
      end (svg);
    }
  end (svg);
}

static void
write_definitions (Svg *svg)
{
  start (svg, "defs");
  for (guint i = ANNALS_CLIP_NONE + 1; i < ANNALS_N_CLIPS; i++)
    {
      const AnnalsRect *rect = annals_scene_get_clip (svg->scene, i);

      if (i == ANNALS_CLIP_READING && rect->height <= 0.0)
        continue;
      start (svg, "clipPath");
      attribute (svg, "id", clip_ids[i]);
      start (svg, "rect");
      number (svg, "x", rect->x);
      number (svg, "y", rect->y);
      number (svg, "width", rect->width);
      number (svg, "height", rect->height);
      end (svg);
      end (svg);
    }
  for (guint i = 0; i < annals_scene_get_n_items (svg->scene); i++)
    if (annals_scene_get_item (svg->scene, i)->fades)
      write_gradient (svg, annals_scene_get_item (svg->scene, i), i);
  end (svg);
}

/* What is known about an event, for those who point at it or hear it: name and date as its title;
 * record, status and the first passage as its description. */
static void
write_event_words (Svg *svg, const AnnalsEvent *event)
{
  g_autofree gchar *words = annals_event_dup_words (event, ANNALS_WORDS_LONG);
  /* Translators: the name of an event and its date, in an exported picture. */
  g_autofree gchar *title = g_strdup_printf (C_ ("svg", "%1$s: %2$s"), event->label, words);
  g_autoptr (GString) lines = g_string_new (annals_status_get_name (event->status));

  if (event->record != NULL)
    {
      g_autofree gchar *record = annals_calendar_dup_both_words (event->record_calendar,
                                                                 event->record, ANNALS_WORDS_LONG);

      g_string_append_c (lines, '\n');
      /* Translators: the date that history books give, in an exported picture. */
      g_string_append_printf (lines, C_ ("svg", "On record: %s"), record);
    }
  if (event->n_passages > 0)
    {
      g_autofree gchar *quote = annals_document_dup_quote (svg->document, &event->passages[0]);

      g_string_append_c (lines, '\n');
      /* Translators: a passage of the text, quoted in an exported picture. */
      g_string_append_printf (lines, C_ ("svg", "“%s”"), quote);
    }
  element_with_text (svg, "title", NULL, title);
  element_with_text (svg, "desc", NULL, lines->str);
}

/* An id that is the same in every export and that no other event has: letters, digits, `-` and `.`
 * stay, every other byte becomes `_` and its code. The prefix keeps it from the picture's own ids.
 */
static gchar *
dup_event_id (const AnnalsEvent *event)
{
  GString *id = g_string_new ("event-");

  for (const gchar *p = event->id != NULL ? event->id : ""; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '-' || *p == '.')
      g_string_append_c (id, *p);
    else
      g_string_append_printf (id, "_%02x", (guchar) *p);
  return g_string_free (id, FALSE);
}

static void
start_group (Svg *svg, const AnnalsItem *item)
{
  start (svg, "g");
  if (item->event >= 0)
    {
      const AnnalsEvent *event = annals_document_get_event (svg->document, (guint) item->event);
      const AnnalsDocumentInfo *info = annals_document_get_info (svg->document);
      g_autofree gchar *id = dup_event_id (event);

      attribute (svg, "id", id);
      attribute (svg, "class", "event");
      if (info->language != NULL)
        attribute (svg, "xml:lang", info->language);
    }
  if (item->clip != ANNALS_CLIP_NONE)
    {
      g_autofree gchar *url = g_strdup_printf ("url(#%s)", clip_ids[item->clip]);

      attribute (svg, "clip-path", url);
    }
  if (item->event >= 0)
    write_event_words (svg, annals_document_get_event (svg->document, (guint) item->event));
}

static void
write_items (Svg *svg)
{
  const AnnalsItem *previous = NULL;

  for (guint i = 0; i < annals_scene_get_n_items (svg->scene); i++)
    {
      const AnnalsItem *item = annals_scene_get_item (svg->scene, i);

      if (previous == NULL || previous->event != item->event || previous->clip != item->clip)
        {
          if (previous != NULL)
            end (svg);
          start_group (svg, item);
        }
      writers[item->kind](svg, item, i);
      previous = item;
    }
  if (previous != NULL)
    end (svg);
}

/* The language of the words that are Annals' own, as a BCP 47 tag: viewers choose glyphs by it. */
static gchar *
dup_own_language (void)
{
  const gchar *name = g_get_language_names ()[0];
  gsize length = strcspn (name, ".@");
  gchar *tag = length == 1 && name[0] == 'C' ? g_strdup ("en") : g_strndup (name, length);

  return g_strdelimit (tag, "_", '-');
}

static void
write_head (Svg *svg)
{
  const AnnalsDocumentInfo *info = annals_document_get_info (svg->document);
  gdouble width;
  gdouble height;
  gchar digits[2][32];
  g_autofree gchar *view_box = NULL;
  g_autofree gchar *title = NULL;
  g_autofree gchar *language = dup_own_language ();

  annals_scene_get_size (svg->scene, &width, &height);
  view_box = g_strdup_printf ("0 0 %s %s", g_ascii_formatd (digits[0], 32, "%.8g", width),
                              g_ascii_formatd (digits[1], 32, "%.8g", height));
  /* Translators: title of an exported picture; %s is the title of the text. */
  title = g_strdup_printf (_ ("Timeline of “%s”"),
                           info->title != NULL ? info->title : _ ("Untitled"));
  attribute (svg, "xmlns", "http://www.w3.org/2000/svg");
  number (svg, "width", round (width * svg->zoom));
  number (svg, "height", round (height * svg->zoom));
  attribute (svg, "viewBox", view_box);
  attribute (svg, "xml:lang", language);
  attribute (svg, "role", "img");
  attribute (svg, "aria-labelledby", "title desc");
  attribute (svg, "font-family", "Cantarell, Inter, 'Noto Sans', 'DejaVu Sans', sans-serif");
  element_with_text (svg, "title", "title", title);
  element_with_text (svg, "desc", "desc", info->reference);
}

/**
 * annals_svg_write:
 * @scene: the picture
 * @theme: its look
 * @text_scale: the text scale it was laid out with
 * @zoom: how many CSS pixels wide a pixel of the scene is
 * @document: the document it shows
 *
 * Writes the picture as an SVG document in UTF-8. The same picture gives the same bytes.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
annals_svg_write (const AnnalsScene *scene,
                  const AnnalsTheme *theme,
                  gdouble text_scale,
                  gdouble zoom,
                  AnnalsDocument *document)
{
  xmlBufferPtr buffer = xmlBufferCreate ();
  Svg svg = { xmlNewTextWriterMemory (buffer, 0), scene, theme, document, text_scale, zoom };
  GBytes *bytes;

  xmlTextWriterSetIndent (svg.writer, 1);
  xmlTextWriterSetIndentString (svg.writer, BAD_CAST " ");
  xmlTextWriterStartDocument (svg.writer, "1.0", "UTF-8", NULL);
  start (&svg, "svg");
  write_head (&svg);
  write_definitions (&svg);
  write_items (&svg);
  end (&svg);
  xmlTextWriterEndDocument (svg.writer);
  xmlFreeTextWriter (svg.writer);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  return bytes;
}
