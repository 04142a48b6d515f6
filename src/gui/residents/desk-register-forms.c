/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register-forms.h"

#include <glib/gi18n.h>

#include "desk-pick-field.h"
#include "desk-text-label.h"

typedef enum
{
  FIELD_END = 0,
  FIELD_ENTRY,
  FIELD_LINES,
  FIELD_CHOICE,
  FIELD_PERSON, /* only in a new record */
  FIELD_UNIT,   /* only in a new record */
} FieldKind;

typedef struct
{
  FieldKind kind;
  const char *name;
  const char *example; /* as a person would type it; not translated, NULL none */
} FieldRow;

typedef struct
{
  DeskKind kind;
  DeskUseCase save, remove;
  const char *title_new, *title_edit; /* %1 is what it belongs to */
  const char *save_new;
  const FieldRow *fields;
} FormSpec;

static const FieldRow vehicle_fields[] = {
  { FIELD_ENTRY, "plate", "浙A 8K2J6" },    { FIELD_ENTRY, "description", NULL }, { FIELD_PERSON, "person_id", NULL },
  { FIELD_ENTRY, "from_day", "2026-03-01" }, { FIELD_ENTRY, "to_day", NULL },      { FIELD_ENTRY, "note", NULL },
  { FIELD_END, NULL, NULL },
};

static const FieldRow lease_fields[] = {
  { FIELD_UNIT, "space_id", NULL },  { FIELD_PERSON, "person_id", NULL }, { FIELD_ENTRY, "from_day", "2026-03-01" },
  { FIELD_ENTRY, "to_day", NULL },   { FIELD_ENTRY, "note", NULL },       { FIELD_END, NULL, NULL },
};

static const FieldRow care_fields[] = {
  { FIELD_CHOICE, "kind", NULL },    { FIELD_ENTRY, "note", NULL }, { FIELD_ENTRY, "from_day", "2026-03-01" },
  { FIELD_ENTRY, "to_day", NULL },   { FIELD_END, NULL, NULL },
};

static const FieldRow instruction_fields[] = {
  { FIELD_CHOICE, "kind", NULL },    { FIELD_LINES, "text", NULL }, { FIELD_ENTRY, "from_day", "2026-03-01" },
  { FIELD_ENTRY, "to_day", NULL },   { FIELD_END, NULL, NULL },
};

static const FieldRow occupancy_fields[] = {
  { FIELD_CHOICE, "role", NULL },           { FIELD_ENTRY, "share", "50 %" }, { FIELD_ENTRY, "relation", NULL },
  { FIELD_ENTRY, "from_day", "2026-03-01" }, { FIELD_ENTRY, "to_day", NULL },  { FIELD_ENTRY, "note", NULL },
  { FIELD_END, NULL, NULL },
};

static const FormSpec specs[] = {
  { DESK_KIND_VEHICLE, DESK_USE_CASE_SAVE_VEHICLE, DESK_USE_CASE_REMOVE_VEHICLE, N_("%1: New Vehicle"), N_("%1: Vehicle"),
    N_("Add Vehicle"), vehicle_fields },
  { DESK_KIND_SPACE_LEASE, DESK_USE_CASE_SAVE_SPACE_LEASE, DESK_USE_CASE_REMOVE_SPACE_LEASE, N_("%1: Lease a Space"),
    N_("%1: Leased Space"), N_("Lease Space"), lease_fields },
  { DESK_KIND_CARE_FLAG, DESK_USE_CASE_SAVE_CARE_FLAG, DESK_USE_CASE_REMOVE_CARE_FLAG, N_("%1: New Care Flag"),
    N_("%1: Care Flag"), N_("Add Care Flag"), care_fields },
  { DESK_KIND_INSTRUCTION, DESK_USE_CASE_SAVE_INSTRUCTION, DESK_USE_CASE_REMOVE_INSTRUCTION, N_("%1: New Instruction"),
    N_("%1: Instruction"), N_("Add Instruction"), instruction_fields },
  { DESK_KIND_OCCUPANCY, DESK_USE_CASE_SAVE_OCCUPANCY, DESK_USE_CASE_REMOVE_OCCUPANCY, N_("%1: Move In"), N_("%1: Occupancy"),
    N_("Move In"), occupancy_fields },
};

static const FormSpec *
spec_of (DeskKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    if (specs[i].kind == kind)
      return &specs[i];
  return NULL;
}

DeskUseCase
desk_register_save_use_case (DeskKind kind)
{
  const FormSpec *spec = spec_of (kind);

  return spec != NULL               ? spec->save
         : kind == DESK_KIND_PERSON ? DESK_USE_CASE_SAVE_PERSON
                                    : DESK_USE_CASE_SAVE_UNIT;
}

DeskUseCase
desk_register_remove_use_case (DeskKind kind)
{
  const FormSpec *spec = spec_of (kind);

  return spec != NULL               ? spec->remove
         : kind == DESK_KIND_PERSON ? DESK_USE_CASE_REMOVE_PERSON
                                    : DESK_USE_CASE_REMOVE_UNIT;
}

static void
add_field (DeskForm *form, const FieldRow *row, gboolean fresh)
{
  if (row->kind == FIELD_ENTRY)
    desk_form_add_entry (form, row->name, row->example);
  else if (row->kind == FIELD_LINES)
    desk_form_add_lines (form, row->name);
  else if (row->kind == FIELD_CHOICE)
    desk_form_add_choice (form, row->name);
  else if (row->kind == FIELD_PERSON && fresh)
    desk_form_add_pick (form, row->name, DESK_KIND_PERSON, FALSE);
  else if (row->kind == FIELD_UNIT && fresh)
    desk_form_add_pick (form, row->name, DESK_KIND_UNIT, FALSE);
}

GtkWidget *
desk_register_form_new (DeskEngine *engine, DeskText *text, DeskRecord *record, const char *subject)
{
  const FormSpec *spec = spec_of (record->kind);
  gboolean fresh = record->id == 0;
  g_autofree char *title
      = desk_text_fill (_(fresh ? spec->title_new : spec->title_edit), (const char *[]){ subject, NULL });
  GtkWidget *form = desk_form_new (engine, text, title, record);

  desk_form_set_use_case (DESK_FORM (form), spec->save, NULL, NULL);
  for (const FieldRow *row = spec->fields; row->kind != FIELD_END; row++)
    add_field (DESK_FORM (form), row, fresh);
  if (fresh)
    desk_form_set_save_label (DESK_FORM (form), _(spec->save_new));
  else
    desk_form_set_remove (DESK_FORM (form), spec->remove, _("Remove"));
  desk_form_load (DESK_FORM (form));
  return form;
}

GtkWidget *
desk_end_form_new (DeskEngine *engine, DeskText *text, DeskRecord *record, const char *subject)
{
  const FormSpec *spec = spec_of (record->kind);
  gboolean occupancy = record->kind == DESK_KIND_OCCUPANCY;
  g_autofree char *title
      = desk_text_fill (occupancy ? _("%1: Move Out") : _("%1: End"), (const char *[]){ subject, NULL });
  GtkWidget *form = desk_form_new (engine, text, title, record);
  const DeskFieldSpec *to = desk_record_find_field (record->kind, "to_day");
  DeskField *field;

  desk_form_set_use_case (DESK_FORM (form), spec->save, NULL, NULL);
  field = desk_form_add_entry (DESK_FORM (form), "to_day", NULL);
  desk_field_set_note (field, _("The first day it no longer holds."));
  if (desk_record_get_int (record, to) == 0)
    desk_record_set_int (record, to, desk_engine_today (engine));
  desk_form_set_save_label (DESK_FORM (form), occupancy ? _("Move Out") : _("End"));
  desk_form_load (DESK_FORM (form));
  return form;
}
