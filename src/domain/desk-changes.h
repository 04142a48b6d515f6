/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-record.h"

G_BEGIN_DECLS

/* What one act did to one record, field by field: the trail's "changes". Canonical JSON: one object, keys sorted by
 * byte, no blanks, each value [old,new]; integers plain, texts quoted with only the escapes JSON demands, null where
 * the record was not there, {"digest":"<hex>"} for a secret field. */
typedef enum
{
  DESK_VALUE_NULL,
  DESK_VALUE_INT,
  DESK_VALUE_TEXT,
  DESK_VALUE_DIGEST,
} DeskValueType;

typedef struct
{
  DeskValueType type;
  gint64 number;
  char *text;
} DeskValue;

typedef struct
{
  char *field;
  DeskValue old_value;
  DeskValue new_value;
} DeskFieldChange;

GPtrArray *desk_changes_new (void);
void desk_changes_add_int (GPtrArray *changes, const char *field, gint64 old_value, gint64 new_value);
void desk_changes_add_text (GPtrArray *changes, const char *field, const char *old_value, const char *new_value);
GPtrArray *desk_changes_diff (gconstpointer old_record, gconstpointer new_record, const guint8 *salt,
                              gsize n_salt);
char *desk_changes_to_json (GPtrArray *changes);
GPtrArray *desk_changes_from_json (const char *json);
const DeskFieldChange *desk_changes_find (GPtrArray *changes, const char *field);
gboolean desk_value_matches (const DeskValue *value, gconstpointer record, const DeskFieldSpec *field);
void desk_value_apply (const DeskValue *value, gpointer record, const DeskFieldSpec *field);

G_END_DECLS
