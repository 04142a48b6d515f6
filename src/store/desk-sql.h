/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sql-attachment.h"
#include "desk-sql-backup.h"
#include "desk-sql-draft.h"
#include "desk-sql-case.h"
#include "desk-sql-duplicate.h"
#include "desk-sql-erase.h"
#include "desk-sql-figure.h"
#include "desk-sql-follow-rule.h"
#include "desk-sql-follow-up.h"
#include "desk-sql-history.h"
#include "desk-sql-import.h"
#include "desk-sql-list.h"
#include "desk-sql-outage.h"
#include "desk-sql-page.h"
#include "desk-sql-record-case.h"
#include "desk-sql-record.h"
#include "desk-sql-right.h"
#include "desk-sql-saved-filter.h"
#include "desk-sql-search.h"
#include "desk-sql-spine.h"
#include "desk-sql-staff.h"
#include "desk-sql-trail.h"
#include "desk-sql-wall.h"
#include "desk-sql-words.h"

/* Every statement the program knows: name and text. HACKING.md, SQL, has the dialect they keep to; a test prepares
 * each on PostgreSQL too. */
#define DESK_STATEMENTS(X) \
  DESK_SQL_SPINE (X) \
  DESK_SQL_BACKUP (X) \
  DESK_SQL_RECORD (X) \
  DESK_SQL_IMPORT (X) \
  DESK_SQL_LIST (X) \
  DESK_SQL_SEARCH (X) \
  DESK_SQL_WORDS (X) \
  DESK_SQL_PAGE (X) \
  DESK_SQL_HISTORY (X) \
  DESK_SQL_DUPLICATE (X) \
  DESK_SQL_STAFF (X) \
  DESK_SQL_DRAFT (X) \
  DESK_SQL_RIGHT (X) \
  DESK_SQL_RECORD_CASE (X) \
  DESK_SQL_CASE (X) \
  DESK_SQL_OUTAGE (X) \
  DESK_SQL_FIGURE (X) \
  DESK_SQL_SAVED_FILTER (X) \
  DESK_SQL_ATTACHMENT (X) \
  DESK_SQL_WALL (X) \
  DESK_SQL_FOLLOW_UP (X) \
  DESK_SQL_FOLLOW_RULE (X) \
  DESK_SQL_TRAIL_LIST (X) \
  DESK_SQL_ERASE (X)

typedef enum
{
#define X(name, text) DESK_SQL_##name,
  DESK_STATEMENTS (X)
#undef X
  DESK_N_SQL
} DeskSql;
