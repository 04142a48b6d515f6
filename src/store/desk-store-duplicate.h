/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/* Why two people may be one. */
typedef enum
{
  DESK_TWIN_DOCUMENT, /* one identity document */
  DESK_TWIN_PHONE,    /* one phone and similar names */
  DESK_TWIN_UNIT,     /* one name in one unit */
  DESK_N_TWINS
} DeskTwinReason;

typedef struct
{
  DeskTwinReason reason;
  gint64 person_id;
  gint64 other_id;
  char *name;
  char *other_name;
  char *detail; /* masked number, label of the unit */
} DeskTwin;

void desk_twin_free (gpointer twin);
GPtrArray *desk_store_twins (DeskDb *db, guint limit, GError **error);
GPtrArray *desk_store_twins_of (DeskDb *db, gint64 person_id, guint limit, GError **error);

G_END_DECLS
