/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-places.h"
#include "annals-scene.h"

G_BEGIN_DECLS

/* What annals-scene.c and annals-scene-hits.c share. */

struct _AnnalsScene
{
  gdouble width_px;
  gdouble height_px;
  AnnalsRect clips[ANNALS_N_CLIPS];
  GArray *items;
  GArray *hits;
  GArray *clusters;      /* AnnalsClusterHit */
  AnnalsPlaces by_event; /* in @hits; the first of an event */
  GArray *blocks;
  guint block; /* which of them texts go into, and how much of it is in use */
  gsize block_used;
  AnnalsMarkFeatures features;
  /* What annals_scene_add() gives to new items. */
  AnnalsClip clip;
  gint event;
  guint color;
};

G_END_DECLS
