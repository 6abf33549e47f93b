/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-layout.h"
#include "annals-scene.h"

G_BEGIN_DECLS

/**
 * AnnalsCaption:
 * @title: (nullable): stands above the picture
 * @source_line: (nullable): stands below it and says what text it is drawn from
 * @page: which page this is, from 0
 * @n_pages: of how many; a single page has no number
 *
 * What is written around a picture. A plain struct; strings are borrowed.
 */
typedef struct
{
  const gchar *title;
  const gchar *source_line;
  guint page;
  guint n_pages;
} AnnalsCaption;

gdouble annals_caption_get_head_height (const AnnalsCaption *caption,
                                        const AnnalsLayout *layout,
                                        gdouble width_px);
gdouble annals_caption_get_foot_height (const AnnalsCaption *caption,
                                        const AnnalsLayout *layout,
                                        gdouble width_px,
                                        gboolean below_legend);
void annals_caption_add_head (const AnnalsCaption *caption,
                              const AnnalsLayout *layout,
                              AnnalsScene *scene);
void annals_caption_add_foot (const AnnalsCaption *caption,
                              const AnnalsLayout *layout,
                              AnnalsScene *scene,
                              gboolean below_legend);

G_END_DECLS
