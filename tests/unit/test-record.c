/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-kind-set.h"
#include "desk-register.h"

/* Field tables: every record is copied, compared and freed by them alone. */

static gpointer
fill (DeskKind kind)
{
  const DeskRecordSpec *spec = desk_record_spec (kind);
  DeskRecord *record = desk_record_new (kind);

  record->id = 7;
  record->version = 3;
  for (guint i = 0; i < spec->n_fields; i++)
    if (spec->fields[i].type == DESK_FIELD_TEXT)
      desk_record_set_text (record, &spec->fields[i], spec->fields[i].name);
    else
      desk_record_set_int (record, &spec->fields[i], i + 1);
  return record;
}

static void
test_every_kind (void)
{
  for (int kind = 1; kind < DESK_N_KINDS; kind++)
    {
      const DeskRecordSpec *spec = desk_record_spec ((DeskKind) kind);
      g_autoptr (DeskRecord) record = fill ((DeskKind) kind);
      g_autoptr (DeskRecord) copy = desk_record_copy (record);

      g_assert_cmpint (spec->kind, ==, kind);
      g_assert_cmpint (record->kind, ==, kind);
      g_assert_cmpint (copy->id, ==, 7);
      g_assert_cmpint (copy->version, ==, 3);
      g_assert_true (desk_record_equal (record, copy));
      for (guint i = 0; i < spec->n_fields; i++)
        {
          const DeskFieldSpec *field = &spec->fields[i];

          g_assert_true (desk_record_find_field ((DeskKind) kind, field->name) == field);
          g_assert_cmpint (field->offset + sizeof (gint64), <=, spec->size);
          g_assert_cmpint (field->offset, >=, sizeof (DeskRecord));
          if (field->type == DESK_FIELD_TEXT)
            desk_record_set_text (copy, field, "other");
          else
            desk_record_set_int (copy, field, -1);
          g_assert_false (desk_record_equal (record, copy));
          g_assert_false (desk_record_field_equal (record, copy, field));
          if (field->type == DESK_FIELD_TEXT)
            desk_record_set_text (copy, field, field->name);
          else
            desk_record_set_int (copy, field, i + 1);
        }
      g_assert_true (desk_record_equal (record, copy));
    }
}

/* A field that another lies on would be freed twice. */
static void
test_no_overlap (void)
{
  for (int kind = 1; kind < DESK_N_KINDS; kind++)
    {
      const DeskRecordSpec *spec = desk_record_spec ((DeskKind) kind);

      for (guint i = 0; i < spec->n_fields; i++)
        for (guint k = 0; k < i; k++)
          g_assert_cmpint (spec->fields[i].offset, !=, spec->fields[k].offset);
      g_assert_cmpint (spec->size, ==, sizeof (DeskRecord) + spec->n_fields * sizeof (gint64));
    }
}

static void
test_edges (void)
{
  g_autoptr (DeskRecord) person = desk_record_new (DESK_KIND_PERSON);
  const DeskFieldSpec *name = desk_record_find_field (DESK_KIND_PERSON, "name");
  char *text = g_strdup ("same");

  g_assert_null (desk_record_spec (DESK_KIND_NONE));
  g_assert_null (desk_record_spec (DESK_N_KINDS));
  g_assert_null (desk_record_find_field (DESK_KIND_PERSON, "no_such"));
  g_assert_null (desk_record_copy (NULL));
  g_assert_cmpstr (desk_record_get_text (person, name), ==, "");
  desk_record_set_text (person, name, "");
  g_assert_true (desk_record_equal (person, person));
  desk_text_set (&text, text);
  g_assert_cmpstr (text, ==, "same");
  g_free (text);
}

/* Numbers and nicks of kinds and lists stand in stores: they are what they always were. */
static void
test_nicks (void)
{
  static const struct
  {
    const DeskEnumSpec *spec;
    const char *nicks;
  } lists[] = {
    { &desk_enum_state, "unsold ready handed_over decorating lived_in vacant let" },
    { &desk_enum_unit_kind, "room shop space" },
    { &desk_enum_role, "owner co_owner tenant family staff agent" },
    { &desk_enum_person_kind, "natural company" },
    { &desk_enum_phone_kind, "mobile home work other" },
    { &desk_enum_document_kind, "resident_id passport permit licence other" },
    { &desk_enum_care, "elderly infant pet medical dispute call_first" },
    { &desk_enum_instruction, "may_enter parcel away other" },
  };

  for (int kind = 1; kind < DESK_N_KINDS; kind++)
    g_assert_cmpint (desk_kind_from_nick (desk_kind_nick ((DeskKind) kind)), ==, kind);
  g_assert_cmpint (DESK_KIND_SETTING, ==, 15);
  g_assert_cmpint (desk_kind_from_nick ("no_such"), ==, DESK_KIND_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) nicks = g_strsplit (lists[i].nicks, " ", -1);

      g_assert_cmpint (lists[i].spec->n, ==, (int) g_strv_length (nicks));
      for (int k = 0; nicks[k] != NULL; k++)
        {
          g_assert_cmpstr (desk_enum_nick (lists[i].spec, k + 1), ==, nicks[k]);
          g_assert_cmpint (desk_enum_from_nick (lists[i].spec, nicks[k]), ==, k + 1);
        }
      g_assert_false (desk_enum_has (lists[i].spec, 0));
      g_assert_cmpstr (desk_enum_nick (lists[i].spec, 99), ==, "");
    }
}

/* A set has what was put into it and nothing else, above the 32nd kind as below. */
static void
test_sets (void)
{
  const DeskKindSet some = DESK_KIND_BIT (COMMUNITY) | DESK_KIND_BIT (FOLLOW_UP);

  for (int kind = DESK_KIND_NONE; kind < DESK_N_KINDS; kind++)
    {
      g_assert_true (desk_kind_set_has (some, (DeskKind) kind) == (kind == DESK_KIND_COMMUNITY || kind == DESK_KIND_FOLLOW_UP));
      g_assert_false (desk_kind_set_has (0, (DeskKind) kind));
      g_assert_true (desk_kind_set_has (~(DeskKindSet) 0, (DeskKind) kind));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/every-kind", test_every_kind);
  g_test_add_func ("/record/no-overlap", test_no_overlap);
  g_test_add_func ("/record/edges", test_edges);
  g_test_add_func ("/record/nicks", test_nicks);
  g_test_add_func ("/record/sets", test_sets);
  return g_test_run ();
}
