/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>
#include <time.h>

#include "annals-export-size.h"
#include "annals-rendering.h"
#include "sample-document.h"

/* An export laid out: what goes on which page, which lanes are shown, and what stands around the
 * picture. */

#define WIDTH_PX 900

static AnnalsRendering *
render (AnnalsDocument *document, const AnnalsExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  AnnalsRendering *rendering = annals_rendering_new (document, options, &error);

  g_assert_no_error (error);
  return rendering;
}

static const AnnalsItem *
find_text (const AnnalsScene *scene, const gchar *text)
{
  for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
    if (g_strcmp0 (annals_scene_get_item (scene, i)->text, text) == 0)
      return annals_scene_get_item (scene, i);
  return NULL;
}

/* Events are on some page, on each at the same height, and no label crosses the edge of its page.
 */
static void
test_events (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_random (7, 150);
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (AnnalsRendering) one = NULL;
  guint n_dated;

  options.format = ANNALS_EXPORT_PDF;
  options.width_px = WIDTH_PX;
  one = render (document, &options);
  n_dated = annals_rendering_get_n_events (one);
  g_assert_cmpuint (n_dated, >, 100);

  for (guint n_pages = 2; n_pages <= 9; n_pages++)
    {
      g_autoptr (AnnalsRendering) rendering = NULL;
      g_autoptr (GHashTable) seen = g_hash_table_new_full (NULL, NULL, NULL, NULL);

      options.pages = n_pages;
      rendering = render (document, &options);
      g_assert_cmpuint (annals_rendering_get_n_pages (rendering), ==, n_pages);
      for (guint page = 0; page < n_pages; page++)
        {
          const AnnalsScene *scene = annals_rendering_get_scene (rendering, page);

          for (guint i = 0; i < annals_scene_get_n_hits (scene); i++)
            {
              const AnnalsHit *hit = annals_scene_get_hit (scene, i);
              gpointer y = GINT_TO_POINTER ((gint) hit->mark.y);
              gpointer before;

              g_assert_cmpfloat (hit->label.x + hit->label.width, <=, WIDTH_PX);
              if (g_hash_table_lookup_extended (seen, GINT_TO_POINTER (hit->event), NULL, &before))
                g_assert_true (before == y);
              g_hash_table_insert (seen, GINT_TO_POINTER (hit->event), y);
            }
        }
      g_assert_cmpuint (g_hash_table_size (seen), >, 0);
      g_assert_cmpuint (g_hash_table_size (seen), <=, n_dated);
      g_assert_cmpuint (annals_rendering_get_n_events (rendering), ==, n_dated);
    }
}

/* Pages follow one upon the other in time, are of one size, and each explains itself. */
static void
test_each_page (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (AnnalsRendering) rendering = NULL;
  g_autofree gchar *first = NULL;

  options.format = ANNALS_EXPORT_PDF;
  options.width_px = WIDTH_PX;
  options.height_px = 640;
  options.pages = 3;
  options.title = "Alliance";
  options.source_line = "Konishi, 2004.";
  rendering = render (document, &options);
  for (guint page = 0; page < 3; page++)
    {
      const AnnalsScene *scene = annals_rendering_get_scene (rendering, page);
      g_autofree gchar *number = g_strdup_printf ("%u of 3", page + 1);
      gdouble width;
      gdouble height;

      annals_scene_get_size (scene, &width, &height);
      g_assert_cmpfloat (width, ==, WIDTH_PX);
      g_assert_cmpfloat (height, ==, 640.0);
      g_assert_nonnull (find_text (scene, "Alliance"));
      g_assert_nonnull (find_text (scene, "Konishi, 2004."));
      g_assert_nonnull (find_text (scene, "World"));
      g_assert_nonnull (find_text (scene, "planned"));
      g_assert_nonnull (find_text (scene, number));
    }
  g_assert_nonnull (find_text (annals_rendering_get_scene (rendering, 0), "Cold War"));
  g_assert_nonnull (find_text (annals_rendering_get_scene (rendering, 1), "Cold War"));
  g_assert_null (find_text (annals_rendering_get_scene (rendering, 2), "1950s"));
  g_assert_nonnull (find_text (annals_rendering_get_scene (rendering, 0), "1950s"));
  g_assert_nonnull (find_text (annals_rendering_get_scene (rendering, 2), "2000s"));
}

static void
test_lanes (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  const AnnalsLane *world = annals_document_get_lane (document, 0);
  const AnnalsLane *japan = annals_document_get_lane (document, 1);
  const gchar *chosen[] = { japan->id, NULL };
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (AnnalsRendering) all = render (document, &options);
  g_autoptr (AnnalsRendering) some = NULL;
  const AnnalsScene *scene;
  gdouble height;
  gdouble all_height;

  options.lanes = chosen;
  some = render (document, &options);
  scene = annals_rendering_get_scene (some, 0);
  g_assert_nonnull (find_text (scene, japan->label));
  g_assert_null (find_text (scene, world->label));
  for (guint i = 0; i < annals_scene_get_n_hits (scene); i++)
    {
      guint event = (guint) annals_scene_get_hit (scene, i)->event;

      g_assert_cmpuint (annals_document_get_event (document, event)->lane, ==, 1);
    }
  g_assert_cmpuint (annals_rendering_get_n_events (some), <, annals_rendering_get_n_events (all));
  annals_rendering_get_size (some, NULL, &height);
  annals_rendering_get_size (all, NULL, &all_height);
  g_assert_cmpfloat (height, <, all_height);
}

static void
test_bad (void)
{
  static const gchar *const none[] = { NULL };
  static const gchar *const unknown[] = { "moon", NULL };
  static const struct
  {
    AnnalsExportFormat format;
    guint pages;
    const gchar *const *lanes;
    gint code;
    const gchar *said;
  } cases[] = {
    { ANNALS_EXPORT_PDF, 0, NULL, ANNALS_PAINT_ERROR_PAGES, "1 to 50 pages" },
    { ANNALS_EXPORT_PDF, 51, NULL, ANNALS_PAINT_ERROR_PAGES, "1 to 50 pages" },
    { ANNALS_EXPORT_PNG, 2, NULL, ANNALS_PAINT_ERROR_PAGES, "PNG holds a single picture" },
    { ANNALS_EXPORT_SVG, 2, NULL, ANNALS_PAINT_ERROR_PAGES, "SVG holds a single picture" },
    { ANNALS_EXPORT_PDF, 1, none, ANNALS_PAINT_ERROR_LANE, "at least one lane" },
    { ANNALS_EXPORT_PDF, 1, unknown, ANNALS_PAINT_ERROR_LANE, "(World)" },
  };
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
      g_autoptr (GError) error = NULL;

      options.format = cases[i].format;
      options.pages = cases[i].pages;
      options.lanes = cases[i].lanes;
      g_assert_null (annals_rendering_new (document, &options, &error));
      g_assert_error (error, ANNALS_PAINT_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].said));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* The title is above everything, the source line below everything, whatever their length; a height
 * that is given is kept. */
static void
test_caption_places (void)
{
  static const gchar *const titles[] = {
    "Short",
    "A title that is so long that it has to be broken into two lines in every picture that is "
    "narrow, and ends in an ellipsis where even two of them do not hold it whole, as here",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsfestschrift",
    "日米同盟の均衡について論じた二〇〇四年一月の論評に現れる出来事の年表とその典拠となる箇所の一"
    "覧",
  };
  static const gint widths[] = { 200, 420, 1600, 2600 };
  static const gint heights[] = { 0, 1500 };
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();

  for (guint i = 0; i < G_N_ELEMENTS (titles) * G_N_ELEMENTS (widths) * G_N_ELEMENTS (heights); i++)
    {
      AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
      g_autoptr (AnnalsRendering) rendering = NULL;
      const AnnalsScene *scene;
      gdouble axis_px;
      gdouble width;
      gdouble height;
      guint n_title = 0;

      options.title = options.source_line = titles[i % G_N_ELEMENTS (titles)];
      options.width_px = widths[i / G_N_ELEMENTS (titles) % G_N_ELEMENTS (widths)];
      options.height_px = heights[i / G_N_ELEMENTS (titles) / G_N_ELEMENTS (widths)];
      rendering = render (document, &options);
      scene = annals_rendering_get_scene (rendering, 0);
      axis_px = annals_scene_get_clip (scene, ANNALS_CLIP_AXIS)->y;
      annals_scene_get_size (scene, &width, &height);
      for (guint j = 0; j < annals_scene_get_n_items (scene); j++)
        {
          const AnnalsItem *item = annals_scene_get_item (scene, j);

          if (item->kind != ANNALS_ITEM_TEXT)
            continue;
          g_assert_cmpfloat (item->rect.y, <, height);
          if (item->font != ANNALS_FONT_TITLE)
            {
              g_assert_cmpfloat (item->rect.y, >, axis_px);
              continue;
            }
          n_title++;
          g_assert_cmpfloat (item->rect.y, <, axis_px - 6.0);
          g_assert_cmpfloat (
              annals_typesetter_measure (item->font, item->text,
                                         annals_rendering_get_typesetter (rendering)),
              <=, width);
        }
      g_assert_cmpuint (n_title, >=, 1);
      g_assert_cmpuint (n_title, <=, 2);
      annals_rendering_get_size (rendering, &width, &height);
      g_assert_cmpfloat (width, ==, options.width_px);
      if (options.height_px > 0)
        g_assert_cmpfloat (height, ==, options.height_px);
    }
}

static AnnalsDocument *
new_many (guint n_events, guint n_lanes)
{
  AnnalsDocument *document = annals_document_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (n_events);

  for (guint i = 0; i < n_lanes; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("lane-%u", i);

      annals_document_add_lane (document, id, id, i % 8);
    }
  for (guint i = 0; i < n_events; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("event %u of very many", i);
      gint year = g_rand_int_range (random, 1700, 2000);
      g_autofree gchar *edtf = g_strdup_printf (i % 3 == 0 ? "%d/%d" : "%d-05-01", year,
                                                year + (gint) pow (60.0, g_rand_double (random)));

      sample_document_add (document, id, id, edtf, NULL, i % n_lanes, ANNALS_STATUS_HAPPENED);
    }
  return document;
}

static guint
count_clustered (const AnnalsScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < annals_scene_get_n_clusters (scene); i++)
    n += annals_scene_get_cluster (scene, i)->count;
  return n;
}

/* Whatever the size that has a name and however many events there are, there is a picture, its type
 * can be read, and every event is on it or counted. */
static void
test_readable (void)
{
  static const struct
  {
    guint n_events;
    guint n_lanes;
  } cases[] = { { 15, 3 }, { 72, 3 }, { 160, 8 }, { 1000, 8 }, { 10000, 8 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDocument) document = new_many (cases[i].n_events, cases[i].n_lanes);

      for (guint j = 0; j < annals_export_preset_get_n (); j++)
        {
          const AnnalsExportPreset *preset = annals_export_preset_get (j);
          AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
          g_autoptr (AnnalsRendering) rendering = NULL;
          const AnnalsScene *scene;
          gdouble size;

          options.title = "A title";
          options.source_line = "A source";
          annals_export_size_to_px (&preset->size, &options.width_px, &options.height_px);
          rendering = render (document, &options);
          scene = annals_rendering_get_scene (rendering, 0);
          size = annals_rendering_get_text_scale (rendering)
                 * annals_rendering_get_zoom (rendering);
          g_test_message ("%u events, %s: type %.2f, %u marks, %u counted", cases[i].n_events,
                          preset->id, size, annals_scene_get_n_hits (scene),
                          count_clustered (scene));
          g_assert_cmpfloat (size, >=, 0.8);
          g_assert_cmpuint (annals_scene_get_n_hits (scene) + count_clustered (scene), >=,
                            cases[i].n_events);
          g_assert_cmpuint (annals_rendering_get_n_events (rendering), ==, cases[i].n_events);
          for (guint k = 0; k < annals_scene_get_n_hits (scene); k++)
            {
              const AnnalsRect *mark = &annals_scene_get_hit (scene, k)->mark;
              const AnnalsRect *lanes = annals_scene_get_clip (scene, ANNALS_CLIP_LANES);

              g_assert_cmpfloat (mark->y, >=, lanes->y);
              g_assert_cmpfloat (mark->y + mark->height, <=, lanes->y + lanes->height);
            }
        }
    }
}

static const AnnalsHit *
find_hit (const AnnalsRendering *rendering, AnnalsDocument *document, const gchar *id)
{
  guint event = 0;

  g_assert_true (annals_document_find_event (document, id, &event));
  return annals_scene_find_hit (annals_rendering_get_scene (rendering, 0), (gint) event);
}

/* A lane that is closed is one thin row in which nothing has a label; the others stay as they are,
 * and lanes stand in the order that they have in the document. */
static void
test_closed (void)
{
  static const gchar *const closed[] = { "world", NULL };
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (AnnalsRendering) open = NULL;
  g_autoptr (AnnalsRendering) rendering = NULL;
  gdouble height;
  gdouble open_height;
  gdouble row = -1.0;

  annals_document_move_lane (document, 0, 1);
  open = render (document, &options);
  options.closed = closed;
  rendering = render (document, &options);
  annals_rendering_get_size (open, NULL, &open_height);
  annals_rendering_get_size (rendering, NULL, &height);
  g_assert_cmpfloat (height, <, open_height - 40.0);
  for (guint i = 0; i < annals_document_get_n_events (document); i++)
    {
      const AnnalsEvent *event = annals_document_get_event (document, i);
      const AnnalsHit *hit = find_hit (rendering, document, event->id);
      gdouble middle;

      if (hit == NULL)
        continue;
      middle = hit->mark.y + hit->mark.height / 2.0;
      if (event->lane != 0)
        {
          g_assert_cmpfloat (hit->label.width, >, 0.0);
          continue;
        }
      g_assert_cmpfloat (hit->label.width, ==, 0.0);
      g_assert_cmpfloat_with_epsilon (middle, row < 0.0 ? middle : row, 1.0);
      row = middle;
    }
  g_assert_cmpfloat (find_text (annals_rendering_get_scene (rendering, 0), "Japan")->rect.y, <,
                     find_text (annals_rendering_get_scene (rendering, 0), "World")->rect.y);
}

/* The strip of the reading order stands between title and axis, with the passages of the events
 * that are shown and no others; where there are none it takes no room. */
static void
test_reading_order (void)
{
  static const gchar *const japan[] = { "japan", NULL };
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  g_autoptr (AnnalsDocument) bare = sample_document_new_random (7, 20);
  guint n_items[2] = { 0, 0 };

  for (guint i = 0; i < 5; i++)
    {
      AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
      g_autoptr (AnnalsRendering) rendering = NULL;
      const AnnalsScene *scene;
      const AnnalsRect *strip;
      const AnnalsRect *axis;
      gboolean shows = i == 1 || i == 2 || i == 4;
      gdouble height;

      options.title = "A title";
      options.reading_order = i > 0;
      options.lanes = i == 2 ? japan : NULL;
      options.height_px = i == 4 ? 720 : 0;
      rendering = render (i == 3 ? bare : document, &options);
      scene = annals_rendering_get_scene (rendering, 0);
      strip = annals_scene_get_clip (scene, ANNALS_CLIP_READING);
      axis = annals_scene_get_clip (scene, ANNALS_CLIP_AXIS);
      g_assert_cmpint (find_text (scene, "Reading order") != NULL, ==, shows);
      annals_rendering_get_size (rendering, NULL, &height);
      if (i == 4)
        g_assert_cmpfloat (height, ==, 720.0);
      if (!shows)
        continue;
      g_assert_cmpfloat (strip->height, >, 60.0);
      g_assert_cmpfloat (strip->y, >, find_text (scene, "A title")->rect.y);
      g_assert_cmpfloat (strip->y + strip->height, ==, axis->y);
      g_assert_cmpfloat (strip->x, ==, axis->x);
      g_assert_cmpfloat (strip->width, ==, axis->width);
      for (guint j = 0; i < 3 && j < annals_scene_get_n_items (scene); j++)
        {
          const AnnalsItem *item = annals_scene_get_item (scene, j);

          if (item->clip != ANNALS_CLIP_READING || item->role != ANNALS_ROLE_MARK)
            continue;
          g_assert_cmpint (item->event, ==, -1);
          g_assert_cmpfloat (item->rect.y, >=, strip->y);
          g_assert_cmpfloat (item->rect.y + item->rect.height, <=, strip->y + strip->height);
          n_items[i - 1]++;
        }
    }
  g_assert_cmpuint (n_items[0], >, n_items[1]);
  g_assert_cmpuint (n_items[1], >, 0);
}

/* A picture of a given height is filled, and one much larger than the design is drawn larger. */
static void
test_zoom (void)
{
  static const struct
  {
    gint width_px;
    gint height_px;
    gdouble zoom;
  } cases[] = {
    { 1600, 0, 1.0 },    { 4000, 0, 1.0 },    { 1280, 720, 1.0 },  { 1600, 900, 1.0 },
    { 1920, 1080, 1.5 }, { 3840, 2160, 3.0 }, { 20000, 900, 1.0 }, { 3179, 2245, 2.0 },
  };
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
      g_autoptr (AnnalsRendering) rendering = NULL;
      gdouble width;
      gdouble height;

      options.width_px = cases[i].width_px;
      options.height_px = cases[i].height_px;
      rendering = render (document, &options);
      g_assert_cmpfloat (annals_rendering_get_zoom (rendering), ==, cases[i].zoom);
      annals_rendering_get_size (rendering, &width, &height);
      g_assert_cmpfloat (width, ==, cases[i].width_px);
      if (cases[i].height_px > 0)
        g_assert_cmpfloat (height, ==, cases[i].height_px);
    }
}

/* The rendering keeps what it was asked for. */
static void
test_copies (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  gchar title[] = "Before";
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (AnnalsRendering) rendering = NULL;

  options.title = title;
  rendering = render (document, &options);
  g_strlcpy (title, "After!", sizeof title);
  g_assert_cmpstr (annals_rendering_get_options (rendering)->title, ==, "Before");
}

static void
test_proposals (void)
{
  static const struct
  {
    const gchar *title;
    const gchar *author;
    const gchar *publisher;
    const gchar *published;
    const gchar *reference;
    const gchar *line;
  } cases[] = {
    { NULL, NULL, NULL, NULL, NULL, NULL },
    { "", "A. Uthor", NULL, NULL, NULL, NULL },
    { "War", NULL, NULL, NULL, NULL, "War." },
    { "War", "A. Uthor", NULL, NULL, NULL, "A. Uthor, War." },
    { "War", NULL, "Press", NULL, NULL, "War. Press." },
    { "War", NULL, NULL, "1867", NULL, "War. 1867." },
    { "War", "A. Uthor", "Press", "1867", NULL, "A. Uthor, War. Press, 1867." },
    { "100 %1$s", "%s %d", "Press", NULL, NULL, "%s %d, 100 %1$s. Press." },
    { "War", "A. Uthor", "Press", "1867", "A. Uthor: War (1867)", "A. Uthor: War (1867)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AnnalsDocument) document = annals_document_new ();
      g_auto (AnnalsDocumentInfo) info = { 0 };
      g_autofree gchar *title = NULL;
      g_autofree gchar *line = NULL;

      info.title = g_strdup (cases[i].title);
      info.author = g_strdup (cases[i].author);
      info.publisher = g_strdup (cases[i].publisher);
      info.reference = g_strdup (cases[i].reference);
      info.published = cases[i].published != NULL
                           ? annals_date_new_from_edtf (cases[i].published, NULL)
                           : NULL;
      annals_document_take_info (document, &info);
      title = annals_export_dup_title (document);
      line = annals_export_dup_source_line (document);
      g_assert_cmpstr (title, ==, g_strcmp0 (cases[i].title, "") != 0 ? cases[i].title : NULL);
      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

/* The labels of the axis are either there or not: none is caught while it fades in. */
static void
test_whole_labels (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new_commentary ();
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;

  for (options.width_px = 400; options.width_px < 1400; options.width_px += 20)
    {
      g_autoptr (AnnalsRendering) rendering = render (document, &options);
      const AnnalsScene *scene = annals_rendering_get_scene (rendering, 0);

      for (guint i = 0; i < annals_scene_get_n_items (scene); i++)
        {
          const AnnalsItem *item = annals_scene_get_item (scene, i);

          if (item->text != NULL && item->font == ANNALS_FONT_AXIS_MINOR)
            g_assert_cmpfloat (item->opacity, ==, 1.0);
        }
    }
}

static gdouble
measure_rendering (AnnalsDocument *document, gint height_px, gdouble *zoom)
{
  AnnalsExportOptions options = ANNALS_EXPORT_OPTIONS_INIT;
  g_autoptr (AnnalsRendering) rendering = NULL;
  clock_t before = clock ();

  options.format = ANNALS_EXPORT_SVG;
  options.width_px = ANNALS_EXPORT_MAX_SIDE_PX;
  options.height_px = height_px;
  rendering = annals_rendering_new (document, &options, NULL);
  g_assert_nonnull (rendering);
  *zoom = annals_rendering_get_zoom (rendering);
  return (gdouble) (clock () - before);
}

/* How large a picture with very many events can be is found in a few attempts, of thirty steps that
 * there are. */
static void
test_few_attempts (void)
{
  g_autoptr (AnnalsDocument) document = sample_document_new ("2004");
  gdouble zoom = 0.0;
  gdouble one;
  gdouble all;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("event-%u", i);
      g_autofree gchar *year = g_strdup_printf ("%u", 1000 + i * 7 % 1000);

      sample_document_add (document, id, id, year, NULL, i % 3, ANNALS_STATUS_HAPPENED);
    }
  one = measure_rendering (document, 0, &zoom);
  g_assert_cmpfloat (zoom, ==, 1.0);
  all = measure_rendering (document, ANNALS_EXPORT_MAX_SIDE_PX, &zoom);
  g_assert_cmpfloat (zoom, >, 1.0);
  g_test_message ("zoom %.1f after the time of %.1f attempts", zoom, all / one);
  g_assert_cmpfloat (all, <, 10.0 * one);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint/pages/events", test_events);
  g_test_add_func ("/paint/pages/each", test_each_page);
  g_test_add_func ("/paint/pages/lanes", test_lanes);
  g_test_add_func ("/paint/pages/bad", test_bad);
  g_test_add_func ("/paint/pages/caption", test_caption_places);
  g_test_add_func ("/paint/pages/zoom", test_zoom);
  g_test_add_func ("/paint/pages/few-attempts", test_few_attempts);
  g_test_add_func ("/paint/pages/readable", test_readable);
  g_test_add_func ("/paint/pages/closed", test_closed);
  g_test_add_func ("/paint/pages/reading-order", test_reading_order);
  g_test_add_func ("/paint/pages/copies", test_copies);
  g_test_add_func ("/paint/pages/proposals", test_proposals);

  g_test_add_func ("/paint/pages/whole-labels", test_whole_labels);
  return g_test_run ();
}
