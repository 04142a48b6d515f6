/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-input-code.h"

#include <string.h>

/* Records, by their field tables. */

static GVariant *
put_record (const DeskRecord *record)
{
  const DeskRecordSpec *spec = desk_record_spec (record->kind);
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "kind", "s", desk_kind_nick (record->kind));
  g_variant_dict_insert (&dict, "id", "x", record->id);
  g_variant_dict_insert (&dict, "version", "x", record->version);
  for (guint i = 0; i < spec->n_fields; i++)
    {
      g_autofree char *name = g_strconcat (".", spec->fields[i].name, NULL);

      if (spec->fields[i].type == DESK_FIELD_TEXT)
        g_variant_dict_insert (&dict, name, "s", desk_record_get_text (record, &spec->fields[i]));
      else
        g_variant_dict_insert (&dict, name, "x", desk_record_get_int (record, &spec->fields[i]));
    }
  return g_variant_dict_end (&dict);
}

static gpointer
take_record (GVariant *value)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (value);
  const char *nick = "";
  const DeskRecordSpec *spec;
  DeskRecord *record;

  g_variant_dict_lookup (&dict, "kind", "&s", &nick);
  spec = desk_record_spec (desk_kind_from_nick (nick));
  if (spec == NULL)
    return NULL;
  record = desk_record_new (spec->kind);
  g_variant_dict_lookup (&dict, "id", "x", &record->id);
  g_variant_dict_lookup (&dict, "version", "x", &record->version);
  for (guint i = 0; i < spec->n_fields; i++)
    {
      g_autofree char *name = g_strconcat (".", spec->fields[i].name, NULL);
      const char *text;
      gint64 number;

      if (g_variant_dict_lookup (&dict, name, "&s", &text))
        desk_record_set_text (record, &spec->fields[i], text);
      else if (g_variant_dict_lookup (&dict, name, "x", &number))
        desk_record_set_int (record, &spec->fields[i], number);
    }
  return record;
}

static void
insert_record (GVariantDict *dict, const char *name, gconstpointer record)
{
  if (record != NULL)
    g_variant_dict_insert_value (dict, name, put_record (record));
}

static gpointer
lookup_record (GVariantDict *dict, const char *name)
{
  g_autoptr (GVariant) value = g_variant_dict_lookup_value (dict, name, G_VARIANT_TYPE_VARDICT);

  return value != NULL ? take_record (value) : NULL;
}

static void
insert_records (GVariantDict *dict, const char *name, GPtrArray *records)
{
  GVariantBuilder builder;

  if (records == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < records->len; i++)
    g_variant_builder_add_value (&builder, put_record (records->pdata[i]));
  g_variant_dict_insert_value (dict, name, g_variant_builder_end (&builder));
}

/* Returns: (transfer full) (nullable): as it was put, NULL where it was. */
static GPtrArray *
lookup_records (GVariantDict *dict, const char *name)
{
  g_autoptr (GVariant) value = g_variant_dict_lookup_value (dict, name, G_VARIANT_TYPE ("aa{sv}"));
  GPtrArray *records;

  if (value == NULL)
    return NULL;
  records = g_ptr_array_new_with_free_func (desk_record_free);
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);
      gpointer record = take_record (child);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}

/* Numbers and texts of inputs that are no record. */
typedef struct
{
  const char *name;
  gsize offset;
  gboolean text;
} Field;

#define NUMBER(Type, name) { #name, G_STRUCT_OFFSET (Type, name), FALSE }
#define TEXT(Type, name) { #name, G_STRUCT_OFFSET (Type, name), TRUE }

static const Field remove_fields[] = { NUMBER (DeskRemoveInput, id), NUMBER (DeskRemoveInput, version), { NULL, 0, FALSE } };
static const Field state_fields[]
    = { NUMBER (DeskUnitStateInput, unit_id), NUMBER (DeskUnitStateInput, version), NUMBER (DeskUnitStateInput, state),
        NUMBER (DeskUnitStateInput, day),     TEXT (DeskUnitStateInput, note),      { NULL, 0, FALSE } };
static const Field owner_fields[] = { NUMBER (DeskOwnerInput, unit_id), NUMBER (DeskOwnerInput, person_id),
                                      NUMBER (DeskOwnerInput, day), { NULL, 0, FALSE } };
static const Field merge_fields[]
    = { NUMBER (DeskMergeInput, keep_id), NUMBER (DeskMergeInput, lose_id), { NULL, 0, FALSE } };

G_STATIC_ASSERT (sizeof (DeskDay) == sizeof (gint64));

static void
put_fields (GVariantDict *dict, const Field *fields, gconstpointer input)
{
  for (; fields->name != NULL; fields++)
    if (!fields->text)
      g_variant_dict_insert (dict, fields->name, "x", G_STRUCT_MEMBER (gint64, input, fields->offset));
    else if (G_STRUCT_MEMBER (char *, input, fields->offset) != NULL)
      g_variant_dict_insert (dict, fields->name, "s", G_STRUCT_MEMBER (char *, input, fields->offset));
}

static void
take_fields (GVariantDict *dict, const Field *fields, gpointer input)
{
  for (; fields->name != NULL; fields++)
    if (fields->text)
      g_variant_dict_lookup (dict, fields->name, "s", &G_STRUCT_MEMBER (char *, input, fields->offset));
    else
      g_variant_dict_lookup (dict, fields->name, "x", &G_STRUCT_MEMBER (gint64, input, fields->offset));
}

/* Inputs that hold records. */

static void
put_of_record (GVariantDict *dict, gconstpointer input)
{
  insert_record (dict, "record", ((const DeskRecordInput *) input)->record);
}

static void
take_of_record (GVariantDict *dict, gpointer input)
{
  ((DeskRecordInput *) input)->record = lookup_record (dict, "record");
}

static void
put_of_person (GVariantDict *dict, gconstpointer input)
{
  const DeskPersonInput *self = input;

  insert_record (dict, "person", self->person);
  insert_records (dict, "phones", self->phones);
  insert_records (dict, "documents", self->documents);
  insert_record (dict, "occupancy", self->occupancy);
}

static void
take_of_person (GVariantDict *dict, gpointer input)
{
  DeskPersonInput *self = input;

  self->person = lookup_record (dict, "person");
  self->phones = lookup_records (dict, "phones");
  self->documents = lookup_records (dict, "documents");
  self->occupancy = lookup_record (dict, "occupancy");
}

static const struct
{
  void (*type) (gpointer input); /* told by the function that frees it */
  gsize size;
  const Field *fields;
  void (*put) (GVariantDict *dict, gconstpointer input);
  void (*take) (GVariantDict *dict, gpointer input);
} codes[] = {
  { desk_record_input_free, sizeof (DeskRecordInput), NULL, put_of_record, take_of_record },
  { desk_person_input_free, sizeof (DeskPersonInput), NULL, put_of_person, take_of_person },
  { desk_remove_input_free, sizeof (DeskRemoveInput), remove_fields, NULL, NULL },
  { desk_unit_state_input_free, sizeof (DeskUnitStateInput), state_fields, NULL, NULL },
  { desk_owner_input_free, sizeof (DeskOwnerInput), owner_fields, NULL, NULL },
  { desk_merge_input_free, sizeof (DeskMergeInput), merge_fields, NULL, NULL },
};

static int
find_code (DeskUseCase use_case)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i].type == desk_use_case_free_func (use_case))
      return (int) i;
  return -1;
}

/* Returns: (transfer full) (nullable): the input as text, without its request key; NULL where it has no code. */
char *
desk_input_encode (DeskUseCase use_case, gconstpointer input)
{
  int code = find_code (use_case);
  g_autoptr (GVariant) value = NULL;
  GVariantDict dict;

  if (code < 0)
    return NULL;
  g_variant_dict_init (&dict, NULL);
  if (codes[code].fields != NULL)
    put_fields (&dict, codes[code].fields, input);
  else
    codes[code].put (&dict, input);
  value = g_variant_ref_sink (g_variant_dict_end (&dict));
  return g_variant_print (value, TRUE);
}

/* Returns: (transfer full) (nullable): the input that was put into @text; NULL where it is not ours. */
gpointer
desk_input_decode (DeskUseCase use_case, const char *text)
{
  int code = find_code (use_case);
  g_autoptr (GVariant) value = NULL;
  g_auto (GVariantDict) dict = { 0 };
  gpointer input;

  if (code < 0)
    return NULL;
  value = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  if (value == NULL)
    return NULL;
  g_variant_dict_init (&dict, value);
  input = g_malloc0 (codes[code].size);
  if (codes[code].fields != NULL)
    take_fields (&dict, codes[code].fields, input);
  else
    codes[code].take (&dict, input);
  return input;
}
