/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-changes.h"

#include <string.h>

static void
change_free (gpointer data)
{
  DeskFieldChange *change = data;

  g_free (change->field);
  g_free (change->old_value.text);
  g_free (change->new_value.text);
  g_free (change);
}

/* Returns: (transfer full): an empty list of DeskFieldChange. */
GPtrArray *
desk_changes_new (void)
{
  return g_ptr_array_new_with_free_func (change_free);
}

static DeskFieldChange *
add (GPtrArray *changes, const char *field)
{
  DeskFieldChange *change = g_new0 (DeskFieldChange, 1);

  change->field = g_strdup (field);
  g_ptr_array_add (changes, change);
  return change;
}

/* Adds the change of a number that was @old_value and is @new_value. */
void
desk_changes_add_int (GPtrArray *changes, const char *field, gint64 old_value, gint64 new_value)
{
  DeskFieldChange *change = add (changes, field);

  change->old_value = (DeskValue){ DESK_VALUE_INT, old_value, NULL };
  change->new_value = (DeskValue){ DESK_VALUE_INT, new_value, NULL };
}

/* NULL stands for null: the record was not there. */
void
desk_changes_add_text (GPtrArray *changes, const char *field, const char *old_value, const char *new_value)
{
  DeskFieldChange *change = add (changes, field);

  change->old_value = (DeskValue){ old_value ? DESK_VALUE_TEXT : DESK_VALUE_NULL, 0, g_strdup (old_value) };
  change->new_value = (DeskValue){ new_value ? DESK_VALUE_TEXT : DESK_VALUE_NULL, 0, g_strdup (new_value) };
}

static char *
digest_of (const char *text, const guint8 *salt, gsize n_salt)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, salt, (gssize) n_salt);
  g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text));
  return g_strdup (g_checksum_get_string (sum));
}

static DeskValue
value_of (gconstpointer record, const DeskFieldSpec *field, const guint8 *salt, gsize n_salt)
{
  if (record == NULL)
    return (DeskValue){ DESK_VALUE_NULL, 0, NULL };
  if (field->type != DESK_FIELD_TEXT)
    return (DeskValue){ DESK_VALUE_INT, desk_record_get_int (record, field), NULL };
  if (field->flags & DESK_FIELD_SECRET)
    return (DeskValue){ DESK_VALUE_DIGEST, 0, digest_of (desk_record_get_text (record, field), salt, n_salt) };
  return (DeskValue){ DESK_VALUE_TEXT, 0, g_strdup (desk_record_get_text (record, field)) };
}

/* Is there anything in this field of a record that is made or taken away? Empty ones are left out. */
static gboolean
has_content (gconstpointer record, const DeskFieldSpec *field)
{
  if (field->type == DESK_FIELD_TEXT)
    return *desk_record_get_text (record, field) != '\0';
  return desk_record_get_int (record, field) != 0;
}

/**
 * desk_changes_diff:
 * @old_record: (nullable): as it stood; NULL when it is made
 * @new_record: (nullable): as it stands; NULL when it is taken away
 * @salt: the trail row's salt, for digests of secret fields
 * @n_salt: its bytes
 *
 * Returns: (transfer full): the fields that differ; derived ones are left out
 */
GPtrArray *
desk_changes_diff (gconstpointer old_record, gconstpointer new_record, const guint8 *salt, gsize n_salt)
{
  const DeskRecord *any = new_record != NULL ? new_record : old_record;
  const DeskRecordSpec *spec = desk_record_spec (any->kind);
  GPtrArray *changes = desk_changes_new ();

  for (guint i = 0; i < spec->n_fields; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];
      DeskFieldChange *change;

      if (field->flags & DESK_FIELD_DERIVED)
        continue;
      if (old_record != NULL && new_record != NULL ? desk_record_field_equal (old_record, new_record, field)
                                                   : !has_content (any, field))
        continue;
      change = add (changes, field->name);
      change->old_value = value_of (old_record, field, salt, n_salt);
      change->new_value = value_of (new_record, field, salt, n_salt);
    }
  return changes;
}

static void
append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if (*p == '\n')
      g_string_append (out, "\\n");
    else if (*p == '\t')
      g_string_append (out, "\\t");
    else if ((guchar) *p < 0x20)
      g_string_append_printf (out, "\\u%04x", (guchar) *p);
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, '"');
}

static void
append_value (GString *out, const DeskValue *value)
{
  switch (value->type)
    {
    case DESK_VALUE_INT:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, value->number);
      break;
    case DESK_VALUE_TEXT:
      append_string (out, value->text);
      break;
    case DESK_VALUE_DIGEST:
      g_string_append_printf (out, "{\"digest\":\"%s\"}", value->text);
      break;
    case DESK_VALUE_NULL:
    default:
      g_string_append (out, "null");
    }
}

static int
by_field (gconstpointer a, gconstpointer b)
{
  const DeskFieldChange *x = *(DeskFieldChange *const *) a;
  const DeskFieldChange *y = *(DeskFieldChange *const *) b;

  return strcmp (x->field, y->field);
}

/* Returns: (transfer full): canonical JSON; sorts @changes by field. */
char *
desk_changes_to_json (GPtrArray *changes)
{
  GString *out = g_string_new ("{");

  g_ptr_array_sort (changes, by_field);
  for (guint i = 0; i < changes->len; i++)
    {
      const DeskFieldChange *change = changes->pdata[i];

      if (i > 0)
        g_string_append_c (out, ',');
      append_string (out, change->field);
      g_string_append (out, ":[");
      append_value (out, &change->old_value);
      g_string_append_c (out, ',');
      append_value (out, &change->new_value);
      g_string_append_c (out, ']');
    }
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}

static gboolean
eat (const char **p, const char *token)
{
  gsize n = strlen (token);

  if (strncmp (*p, token, n) != 0)
    return FALSE;
  *p += n;
  return TRUE;
}

static char *
read_string (const char **p)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!eat (p, "\""))
    return NULL;
  for (; **p != '"'; (*p)++)
    {
      if (**p == '\0')
        return NULL;
      if (**p != '\\')
        {
          g_string_append_c (out, **p);
          continue;
        }
      (*p)++;
      if (**p == 'n')
        g_string_append_c (out, '\n');
      else if (**p == 't')
        g_string_append_c (out, '\t');
      else if (**p == '"' || **p == '\\')
        g_string_append_c (out, **p);
      else if (**p == 'u' && g_ascii_isxdigit ((*p)[1]) && g_ascii_isxdigit ((*p)[2])
               && g_ascii_isxdigit ((*p)[3]) && g_ascii_isxdigit ((*p)[4]))
        {
          g_string_append_c (out, (char) (g_ascii_xdigit_value ((*p)[3]) * 16 + g_ascii_xdigit_value ((*p)[4])));
          *p += 4;
        }
      else
        return NULL;
    }
  (*p)++;
  return g_strdup (out->str);
}

static gboolean
read_value (const char **p, DeskValue *value)
{
  if (eat (p, "null"))
    {
      value->type = DESK_VALUE_NULL;
      return TRUE;
    }
  if (eat (p, "{\"digest\":"))
    {
      value->type = DESK_VALUE_DIGEST;
      value->text = read_string (p);
      return value->text != NULL && eat (p, "}");
    }
  if (**p == '"')
    {
      value->type = DESK_VALUE_TEXT;
      value->text = read_string (p);
      return value->text != NULL;
    }
  if (**p == '-' || g_ascii_isdigit (**p))
    {
      char *end;

      value->type = DESK_VALUE_INT;
      value->number = g_ascii_strtoll (*p, &end, 10);
      *p = end;
      return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) (nullable): the list read from canonical JSON; NULL when @json is not ours. "" (changes
 * emptied when a person was erased) gives an empty list. */
GPtrArray *
desk_changes_from_json (const char *json)
{
  g_autoptr (GPtrArray) changes = desk_changes_new ();
  const char *p = json;

  if (*json == '\0')
    return g_steal_pointer (&changes);
  if (!eat (&p, "{"))
    return NULL;
  while (*p != '}')
    {
      g_autofree char *field = NULL;
      DeskFieldChange *change;

      if (changes->len > 0 && !eat (&p, ","))
        return NULL;
      field = read_string (&p);
      if (field == NULL || !eat (&p, ":["))
        return NULL;
      change = add (changes, field);
      if (!read_value (&p, &change->old_value) || !eat (&p, ",") || !read_value (&p, &change->new_value)
          || !eat (&p, "]"))
        return NULL;
    }
  return p[1] == '\0' ? g_steal_pointer (&changes) : NULL;
}

/* Returns: (transfer none) (nullable): the change of @field. */
const DeskFieldChange *
desk_changes_find (GPtrArray *changes, const char *field)
{
  for (guint i = 0; i < changes->len; i++)
    if (g_str_equal (((DeskFieldChange *) changes->pdata[i])->field, field))
      return changes->pdata[i];
  return NULL;
}

/* Does @record hold @value in @field? A digest matches nothing: it cannot be compared without its salt. */
gboolean
desk_value_matches (const DeskValue *value, gconstpointer record, const DeskFieldSpec *field)
{
  if (field->type == DESK_FIELD_TEXT)
    return value->type != DESK_VALUE_DIGEST
           && g_str_equal (value->text != NULL ? value->text : "", desk_record_get_text (record, field));
  return (value->type == DESK_VALUE_INT ? value->number : 0) == desk_record_get_int (record, field);
}

/* Puts @value into @field of @record; null makes it empty. */
void
desk_value_apply (const DeskValue *value, gpointer record, const DeskFieldSpec *field)
{
  if (field->type == DESK_FIELD_TEXT)
    desk_record_set_text (record, field, value->type == DESK_VALUE_TEXT ? value->text : "");
  else
    desk_record_set_int (record, field, value->type == DESK_VALUE_INT ? value->number : 0);
}
