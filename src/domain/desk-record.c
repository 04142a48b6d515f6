/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-record.h"

/* Where @field lies in @record. */
static gpointer
slot (gconstpointer record, const DeskFieldSpec *field)
{
  return (guint8 *) record + field->offset;
}

static gboolean
is_text (const DeskFieldSpec *field)
{
  return field->type == DESK_FIELD_TEXT;
}

/* Returns: (nullable): the spec of the field called @name. */
const DeskFieldSpec *
desk_record_find_field (DeskKind kind, const char *name)
{
  const DeskRecordSpec *spec = desk_record_spec (kind);

  for (guint i = 0; spec != NULL && i < spec->n_fields; i++)
    if (g_strcmp0 (spec->fields[i].name, name) == 0)
      return &spec->fields[i];
  return NULL;
}

/* Returns: (transfer full): an empty record of @kind; free with desk_record_free(). */
gpointer
desk_record_new (DeskKind kind)
{
  const DeskRecordSpec *spec = desk_record_spec (kind);
  DeskRecord *record;

  g_return_val_if_fail (spec != NULL, NULL);
  record = g_malloc0 (spec->size);
  record->kind = kind;
  return record;
}

/* Returns: (transfer full) (nullable): a deep copy; NULL of NULL. */
gpointer
desk_record_copy (gconstpointer record)
{
  const DeskRecord *from = record;
  const DeskRecordSpec *spec;
  DeskRecord *to;

  if (from == NULL)
    return NULL;
  spec = desk_record_spec (from->kind);
  to = desk_record_new (from->kind);
  to->id = from->id;
  to->version = from->version;
  for (guint i = 0; i < spec->n_fields; i++)
    if (is_text (&spec->fields[i]))
      desk_record_set_text (to, &spec->fields[i], desk_record_get_text (from, &spec->fields[i]));
    else
      desk_record_set_int (to, &spec->fields[i], desk_record_get_int (from, &spec->fields[i]));
  return to;
}

void
desk_record_free (gpointer record)
{
  DeskRecord *self = record;
  const DeskRecordSpec *spec;

  if (self == NULL)
    return;
  spec = desk_record_spec (self->kind);
  for (guint i = 0; i < spec->n_fields; i++)
    if (is_text (&spec->fields[i]))
      g_free (*(char **) slot (self, &spec->fields[i]));
  g_free (self);
}

/* The number in @field, which is no text; references give the id, 0 none. */
gint64
desk_record_get_int (gconstpointer record, const DeskFieldSpec *field)
{
  g_assert (!is_text (field));
  return *(const gint64 *) slot (record, field);
}

/* Puts @value into @field, which is no text. */
void
desk_record_set_int (gpointer record, const DeskFieldSpec *field, gint64 value)
{
  g_assert (!is_text (field));
  *(gint64 *) slot (record, field) = value;
}

/* Returns: (transfer none): the text, never NULL. */
const char *
desk_record_get_text (gconstpointer record, const DeskFieldSpec *field)
{
  const char *text;

  g_assert (is_text (field));
  text = *(char *const *) slot (record, field);
  return text != NULL ? text : "";
}

/* Puts a copy of @text into @field, which is a text. */
void
desk_record_set_text (gpointer record, const DeskFieldSpec *field, const char *text)
{
  g_assert (is_text (field));
  desk_text_set (slot (record, field), text);
}

/* Do two records of one kind hold the same in @field? */
gboolean
desk_record_field_equal (gconstpointer a, gconstpointer b, const DeskFieldSpec *field)
{
  if (is_text (field))
    return g_str_equal (desk_record_get_text (a, field), desk_record_get_text (b, field));
  return desk_record_get_int (a, field) == desk_record_get_int (b, field);
}

/* Do two records of one kind hold the same in every field (id and version aside)? */
gboolean
desk_record_equal (gconstpointer a, gconstpointer b)
{
  const DeskRecordSpec *spec = desk_record_spec (((const DeskRecord *) a)->kind);

  for (guint i = 0; i < spec->n_fields; i++)
    if (!desk_record_field_equal (a, b, &spec->fields[i]))
      return FALSE;
  return TRUE;
}

/* Replaces *@text by a copy of @value. */
void
desk_text_set (char **text, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*text);
  *text = copy;
}
