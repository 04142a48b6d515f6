/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-register.h"

G_BEGIN_DECLS

/* What stands on the pages: arrays of records (desk_record_free), in the order of the page. */
typedef enum
{
  DESK_PAGE_BUILDINGS,       /* of a community */
  DESK_PAGE_ENTRANCES,       /* of a building */
  DESK_PAGE_UNIT_OCCUPANCIES, /* current first, owners first, then by begin */
  DESK_PAGE_PERSON_OCCUPANCIES,
  DESK_PAGE_UNIT_VEHICLES, /* of the unit, and of those living there that belong to no unit; current first */
  DESK_PAGE_PERSON_VEHICLES,
  DESK_PAGE_UNIT_LEASES, /* spaces it leases, or who leases it; current first */
  DESK_PAGE_PERSON_LEASES,
  DESK_PAGE_CARE_FLAGS,   /* in force */
  DESK_PAGE_INSTRUCTIONS, /* in force first, the latest first */
  DESK_PAGE_STATES,       /* latest first */
  DESK_PAGE_PHONES,       /* rung first first */
  DESK_PAGE_DOCUMENTS,    /* in use */
  DESK_N_PAGE_PARTS
} DeskPagePart;

GPtrArray *desk_store_page (DeskDb *db, DeskPagePart part, gint64 of, DeskDay today, GError **error);
gboolean desk_store_count_units (DeskDb *db, gint64 building_id, gint64 *n_units, GError **error);
gboolean desk_store_count_all (DeskDb *db, gint64 *n_units, gint64 *n_people, GError **error);

G_END_DECLS
