/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-unit-page-private.h"

#include <glib/gi18n.h>

#include "desk-columns-layout.h"
#include "desk-facts.h"
#include "desk-follow-up-section.h"
#include "desk-history-view.h"
#include "desk-notice.h"
#include "desk-page-rows.h"
#include "desk-section.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

#define COLUMN_WIDTH 350 /* what a row of people needs */

static DeskText *
text_of (DeskUnitPageView *self)
{
  return desk_record_page_get_text (DESK_RECORD_PAGE (self));
}

static DeskDay
today_of (DeskUnitPageView *self)
{
  return desk_engine_today (desk_record_page_get_engine (DESK_RECORD_PAGE (self)));
}

static gpointer
find_in (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (((DeskRecord *) records->pdata[i])->id == id)
      return records->pdata[i];
  return NULL;
}

/* Returns: (transfer none) (nullable): the record of a row. */
gpointer
desk_unit_sections_find (DeskUnitPageView *self, DeskKind kind, gint64 id)
{
  if (self->page == NULL)
    return NULL;
  if (kind == DESK_KIND_CARE_FLAG)
    return find_in (self->page->care_flags, id);
  if (kind == DESK_KIND_INSTRUCTION)
    return find_in (self->page->instructions, id);
  for (guint i = 0; kind == DESK_KIND_OCCUPANCY && i < self->page->occupants->len; i++)
    if (((DeskOccupant *) self->page->occupants->pdata[i])->occupancy->record.id == id)
      return ((DeskOccupant *) self->page->occupants->pdata[i])->occupancy;
  for (guint i = 0; kind == DESK_KIND_VEHICLE && i < self->page->vehicles->len; i++)
    if (((DeskVehicleCard *) self->page->vehicles->pdata[i])->vehicle->record.id == id)
      return ((DeskVehicleCard *) self->page->vehicles->pdata[i])->vehicle;
  for (guint i = 0; kind == DESK_KIND_SPACE_LEASE && i < self->page->leases->len; i++)
    if (((DeskLeaseCard *) self->page->leases->pdata[i])->lease->record.id == id)
      return ((DeskLeaseCard *) self->page->leases->pdata[i])->lease;
  return NULL;
}

static void
row_opened (DeskSection *section, int kind, gint64 id, DeskUnitPageView *self)
{
  DeskRecord *record = desk_unit_sections_find (self, kind, id);

  if (record != NULL && kind == DESK_KIND_OCCUPANCY)
    desk_record_page_ask (DESK_RECORD_PAGE (self), DESK_ASK_OPEN, DESK_KIND_PERSON, ((DeskOccupancy *) record)->person_id,
                          NULL);
  else if (record != NULL)
    desk_record_page_ask (DESK_RECORD_PAGE (self), DESK_ASK_EDIT, kind, id, record);
}

static gboolean
row_key (DeskSection *section, int kind, gint64 id, guint keyval, DeskUnitPageView *self)
{
  DeskRecordPage *page = DESK_RECORD_PAGE (self);
  DeskRecord *record = desk_unit_sections_find (self, kind, id);

  if (record == NULL)
    return FALSE;
  if (keyval == GDK_KEY_e || keyval == GDK_KEY_E)
    desk_record_page_ask (page, DESK_ASK_EDIT, kind, id, record);
  else if (keyval == GDK_KEY_x || keyval == GDK_KEY_X)
    desk_record_page_ask (page, DESK_ASK_END, kind, id, record);
  else if (keyval == GDK_KEY_Delete)
    desk_record_page_ask (page, DESK_ASK_REMOVE, kind, id, record);
  else if (keyval == GDK_KEY_F8)
    desk_record_page_show_numbers (page);
  else
    return desk_unit_page_view_key (self, keyval);
  return TRUE;
}

static void
add_clicked (DeskSection *section, int kind, DeskUnitPageView *self)
{
  desk_record_page_ask (DESK_RECORD_PAGE (self), DESK_ASK_NEW, kind, 0, NULL);
}

static GtkWidget *
section_new (DeskUnitPageView *self, const char *title, const DeskSectionColumn *columns, guint n_columns)
{
  GtkWidget *section = desk_section_new (title);

  desk_section_set_columns (DESK_SECTION (section), columns, n_columns);
  g_signal_connect (section, "opened", G_CALLBACK (row_opened), self);
  g_signal_connect (section, "key", G_CALLBACK (row_key), self);
  g_signal_connect (section, "add", G_CALLBACK (add_clicked), self);
  return section;
}

static void
past_clicked (GtkToggleButton *button, DeskUnitPageView *self)
{
  self->past = gtk_toggle_button_get_active (button);
  desk_unit_sections_fill (self);
}

static GtkWidget *
build_people (DeskUnitPageView *self)
{
  const DeskSectionColumn columns[] = {
    { desk_text_field (text_of (self), DESK_KIND_PERSON, "name"), 64, FALSE }, { _("Relation"), 60, FALSE }, { _("Phone"), 124, FALSE }, { _("Since"), 80, TRUE }
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->people = section_new (self, _("Residents and Family"), columns, G_N_ELEMENTS (columns));
  desk_section_set_hint (DESK_SECTION (self->people), _("F8 shows numbers, recorded"));
  desk_record_page_allow (DESK_RECORD_PAGE (self), desk_section_add_button (DESK_SECTION (self->people), DESK_KIND_OCCUPANCY, _("Add Person"), "N"), DESK_KIND_OCCUPANCY);
  gtk_box_append (GTK_BOX (box), self->people);
  self->past_button = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->past_button, "flat");
  gtk_widget_add_css_class (self->past_button, "small");
  gtk_widget_set_halign (self->past_button, GTK_ALIGN_START);
  g_signal_connect (self->past_button, "toggled", G_CALLBACK (past_clicked), self);
  gtk_box_append (GTK_BOX (box), self->past_button);
  self->follow_ups = desk_follow_up_section_new (desk_record_page_get_engine (DESK_RECORD_PAGE (self)), text_of (self));
  gtk_box_append (GTK_BOX (box), self->follow_ups);
  return box;
}

static GtkWidget *
build_right (DeskUnitPageView *self)
{
  const DeskSectionColumn vehicles[] = { { NULL, 76, FALSE }, { NULL, 60, TRUE }, { NULL, 50, FALSE }, { NULL, 78, FALSE } };
  const DeskSectionColumn care[] = { { NULL, 76, FALSE }, { NULL, 100, TRUE }, { NULL, 78, FALSE } };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10), *label;

  self->vehicles = section_new (self, _("Vehicles and Spaces"), vehicles, G_N_ELEMENTS (vehicles));
  desk_record_page_allow (DESK_RECORD_PAGE (self), desk_section_add_button (DESK_SECTION (self->vehicles), DESK_KIND_VEHICLE, _("Vehicle"), "C"), DESK_KIND_VEHICLE);
  desk_record_page_allow (DESK_RECORD_PAGE (self), desk_section_add_button (DESK_SECTION (self->vehicles), DESK_KIND_SPACE_LEASE, _("Space"), "K"), DESK_KIND_SPACE_LEASE);
  gtk_box_append (GTK_BOX (box), self->vehicles);
  self->care = section_new (self, _("Care and Instructions"), care, G_N_ELEMENTS (care));
  desk_record_page_allow (DESK_RECORD_PAGE (self), desk_section_add_button (DESK_SECTION (self->care), DESK_KIND_CARE_FLAG, _("Care"), "G"), DESK_KIND_CARE_FLAG);
  desk_record_page_allow (DESK_RECORD_PAGE (self), desk_section_add_button (DESK_SECTION (self->care), DESK_KIND_INSTRUCTION, _("Instruction"), "I"), DESK_KIND_INSTRUCTION);
  gtk_box_append (GTK_BOX (box), self->care);
  label = gtk_label_new (_("Unit"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "section");
  gtk_box_append (GTK_BOX (box), label);
  self->facts = desk_facts_new ();
  gtk_box_append (GTK_BOX (box), self->facts);
  return box;
}

void
desk_unit_sections_build (DeskUnitPageView *self)
{
  GtkWidget *body = desk_record_page_get_body (DESK_RECORD_PAGE (self));
  GtkWidget *columns = desk_columns_new (COLUMN_WIDTH, 20), *line;
  GtkWidget *left = build_people (self), *right = build_right (self);

  gtk_box_append (GTK_BOX (body), desk_unit_cases_new (self));
  gtk_box_append (GTK_BOX (columns), left);
  gtk_box_append (GTK_BOX (columns), right);
  gtk_box_append (GTK_BOX (body), columns);
  line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_box_append (GTK_BOX (body), line);
  self->history = desk_history_view_new (text_of (self));
  gtk_box_append (GTK_BOX (body), self->history);
}

static void
fill_people (DeskUnitPageView *self)
{
  DeskSection *section = DESK_SECTION (self->people);
  DeskReveal *reveal = desk_record_page_get_reveal (DESK_RECORD_PAGE (self));
  guint n_past = 0;

  desk_section_clear (section);
  for (guint i = 0; i < self->page->occupants->len; i++)
    {
      const DeskOccupant *occupant = self->page->occupants->pdata[i];
      const DeskOccupancy *occupancy = occupant->occupancy;
      gboolean past = !desk_page_in_force (occupancy->from_day, occupancy->to_day, today_of (self));
      GtkWidget *cells[4];

      n_past += past ? 1 : 0;
      if (past && !self->past)
        continue;
      cells[0] = desk_section_cell (occupant->card->person->name, past ? "dim" : "strong");
      cells[1] = desk_page_role_cell (text_of (self), occupancy);
      cells[2] = desk_page_phones (reveal, occupant->card->phones);
      cells[3] = desk_page_days_cell (text_of (self), occupancy->from_day, occupancy->to_day);
      desk_section_add_row (section, DESK_KIND_OCCUPANCY, occupancy->record.id, cells, 4);
    }
  if (self->page->occupants->len - n_past == 0 && !self->past)
    desk_section_add_words (section, _("Nobody is entered for this unit."));
  gtk_widget_set_visible (self->past_button, n_past > 0);
  if (n_past > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", n_past);
      g_autofree char *label = desk_text_fill (_("Former %1"), (const char *[]){ number, NULL });

      gtk_button_set_label (GTK_BUTTON (self->past_button), label);
    }
}

static void
fill_vehicles (DeskUnitPageView *self)
{
  DeskSection *section = DESK_SECTION (self->vehicles);

  desk_section_clear (section);
  for (guint i = 0; i < self->page->vehicles->len; i++)
    desk_page_add_vehicle (section, text_of (self), self->page->vehicles->pdata[i], TRUE, today_of (self));
  for (guint i = 0; i < self->page->leases->len; i++)
    desk_page_add_lease (section, text_of (self), self->page->leases->pdata[i],
                         self->page->unit->kind == DESK_UNIT_KIND_SPACE, today_of (self));
  if (self->page->vehicles->len + self->page->leases->len == 0)
    desk_section_add_words (section, _("None."));
}

static void
add_care_row (DeskUnitPageView *self, const DeskRecord *record, const char *key, const char *words, DeskDay from, DeskDay to)
{
  gboolean past = !desk_page_in_force (from, to, today_of (self));
  GtkWidget *cells[] = { desk_section_cell (key, past ? "dim" : "strong"), desk_section_cell (words, past ? "dim" : NULL),
                         desk_page_days_cell (text_of (self), from, to) };

  gtk_label_set_ellipsize (GTK_LABEL (cells[0]), PANGO_ELLIPSIZE_NONE);
  desk_section_add_row (DESK_SECTION (self->care), record->kind, record->id, cells, G_N_ELEMENTS (cells));
}

static void
fill_care (DeskUnitPageView *self)
{
  desk_section_clear (DESK_SECTION (self->care));
  for (guint i = 0; i < self->page->care_flags->len; i++)
    {
      const DeskCareFlag *flag = self->page->care_flags->pdata[i];

      add_care_row (self, &flag->record, desk_text_enum (text_of (self), &desk_enum_care, flag->kind),
                    flag->note != NULL ? flag->note : "", flag->from_day, flag->to_day);
    }
  for (guint i = 0; i < self->page->instructions->len; i++)
    {
      const DeskInstruction *instruction = self->page->instructions->pdata[i];

      add_care_row (self, &instruction->record,
                    desk_text_enum (text_of (self), &desk_enum_instruction, instruction->kind), instruction->text,
                    instruction->from_day, instruction->to_day);
    }
  if (self->page->care_flags->len + self->page->instructions->len == 0)
    desk_section_add_words (DESK_SECTION (self->care), _("None."));
}

static void
fill_facts (DeskUnitPageView *self)
{
  const DeskUnit *unit = self->page->unit;
  g_autofree char *since = unit->state_since != 0 ? desk_text_day (unit->state_since) : NULL;
  g_autofree char *deemed = unit->deemed_on != 0 ? desk_text_day (unit->deemed_on) : NULL;
  g_autofree char *accepted = self->page->building != NULL && self->page->building->accepted_on != 0
                                  ? desk_text_day (self->page->building->accepted_on)
                                  : NULL;

  desk_facts_clear (self->facts);
  desk_facts_add (self->facts, desk_text_field (text_of (self), DESK_KIND_UNIT, "kind"),
                  desk_text_enum (text_of (self), &desk_enum_unit_kind, unit->kind));
  desk_facts_add (self->facts, desk_text_field (text_of (self), DESK_KIND_UNIT, "state_since"), since);
  desk_facts_add (self->facts, desk_text_field (text_of (self), DESK_KIND_UNIT, "deemed_on"), deemed);
  desk_facts_add (self->facts, desk_text_field (text_of (self), DESK_KIND_BUILDING, "accepted_on"), accepted);
  desk_facts_add (self->facts, desk_text_field (text_of (self), DESK_KIND_UNIT, "note"), unit->note);
}

/* Which section has the focus, and on which record. */
static GtkWidget *
focused_section (DeskUnitPageView *self, gint64 *id)
{
  GtkWidget *sections[] = { self->people, self->vehicles, self->care };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (sections); i++)
    if (gtk_widget_is_ancestor (focus, sections[i]))
      {
        *id = desk_section_get_selected (DESK_SECTION (sections[i]), NULL);
        return *id != 0 ? sections[i] : NULL;
      }
  return NULL;
}

/* Shows what the page says, with the focus where it was. */
void
desk_unit_sections_fill (DeskUnitPageView *self)
{
  gint64 id = 0;
  GtkWidget *focused = focused_section (self, &id);
  DeskEngine *engine = desk_record_page_get_engine (DESK_RECORD_PAGE (self));

  if (self->page == NULL)
    return;
  fill_people (self);
  fill_vehicles (self);
  fill_care (self);
  fill_facts (self);
  desk_unit_cases_fill (self);
  desk_follow_up_section_show (DESK_FOLLOW_UP_SECTION (self->follow_ups), DESK_KIND_UNIT, self->page->unit->record.id);
  desk_history_view_set_about (DESK_HISTORY_VIEW (self->history), DESK_KIND_UNIT, self->page->unit->record.id);
  desk_history_view_set (DESK_HISTORY_VIEW (self->history), self->page->history, desk_engine_now (engine));
  if (focused != NULL)
    desk_section_focus (DESK_SECTION (focused), id);
}
