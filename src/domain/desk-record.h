/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-day.h"
#include "desk-kind.h"

G_BEGIN_DECLS

/* Every record begins with this. @version counts its changes; an UPDATE must name the version it read. */
typedef struct
{
  DeskKind kind;
  gint64 id; /* 0: not saved yet */
  gint64 version;
} DeskRecord;

typedef enum
{
  DESK_FIELD_TEXT, /* char *, NULL and "" are the same: nothing */
  DESK_FIELD_INT,
  DESK_FIELD_REF,  /* id of a record of spec->ref, 0 none */
  DESK_FIELD_DAY,  /* yyyymmdd, 0 none */
  DESK_FIELD_TIME, /* Unix seconds, 0 none */
  DESK_FIELD_ENUM, /* value of spec->values, 0 none */
  DESK_FIELD_AREA, /* 0.01 m² */
  DESK_FIELD_RATE, /* millionths */
} DeskFieldType;

typedef enum
{
  DESK_FIELD_PLAIN = 0,
  DESK_FIELD_DERIVED = 1 << 0, /* worked out from other fields: stored, not in the trail */
  DESK_FIELD_SECRET = 1 << 1,  /* stands in the trail only as a salted digest, never undone */
  DESK_FIELD_PRIVATE = 1 << 2, /* shown masked */
  DESK_FIELD_LINES = 1 << 3,   /* text of several lines */
} DeskFieldFlags;

/* One field of a record: how it is called (column, trail and JSON use the same name) and where it lies. */
typedef struct
{
  const char *name;
  DeskFieldType type;
  gsize offset;
  DeskFieldFlags flags;
  DeskKind ref;
  const DeskEnumSpec *values;
} DeskFieldSpec;

/* One kind of record. The store's row mapper, the trail and undo are driven by this table. */
typedef struct
{
  DeskKind kind;
  gsize size;
  const DeskFieldSpec *fields;
  guint n_fields;
} DeskRecordSpec;

const DeskRecordSpec *desk_record_spec (DeskKind kind);
const DeskFieldSpec *desk_record_find_field (DeskKind kind, const char *name);

gpointer desk_record_new (DeskKind kind);
gpointer desk_record_copy (gconstpointer record);
void desk_record_free (gpointer record);
gint64 desk_record_get_int (gconstpointer record, const DeskFieldSpec *field);
void desk_record_set_int (gpointer record, const DeskFieldSpec *field, gint64 value);
const char *desk_record_get_text (gconstpointer record, const DeskFieldSpec *field);
void desk_record_set_text (gpointer record, const DeskFieldSpec *field, const char *text);
gboolean desk_record_field_equal (gconstpointer a, gconstpointer b, const DeskFieldSpec *field);
gboolean desk_record_equal (gconstpointer a, gconstpointer b);
void desk_text_set (char **text, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRecord, desk_record_free)

G_END_DECLS
