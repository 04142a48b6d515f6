/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-unit-page-view.h"

#include <glib/gi18n.h>

#include "desk-kind-set.h"
#include "desk-notice.h"
#include "desk-page-deeds.h"
#include "desk-page-rows.h"
#include "desk-section.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-unit-page-private.h"

G_DEFINE_FINAL_TYPE (DeskUnitPageView, desk_unit_page_view, DESK_TYPE_RECORD_PAGE)

/* What can be done with a unit, in the order of its menu. */
static const DeskDeed deeds[] = {
  { 'e', "edit", N_("Edit Unit…"), DESK_ASK_EDIT, DESK_KIND_UNIT },
  { 's', "state", N_("Change State…"), DESK_ASK_STATE, DESK_KIND_UNIT },
  { 'n', "add-person", N_("Add Person…"), DESK_ASK_NEW, DESK_KIND_OCCUPANCY },
  { 'o', "owner", N_("Change Owner…"), DESK_ASK_OWNER, DESK_KIND_UNIT },
  { 'c', "add-vehicle", N_("Add Vehicle…"), DESK_ASK_NEW, DESK_KIND_VEHICLE },
  { 'k', "add-lease", N_("Lease Space…"), DESK_ASK_NEW, DESK_KIND_SPACE_LEASE },
  { 'g', "add-care", N_("Add Care Flag…"), DESK_ASK_NEW, DESK_KIND_CARE_FLAG },
  { 'i', "add-instruction", N_("Add Instruction…"), DESK_ASK_NEW, DESK_KIND_INSTRUCTION },
  { 'v', "visit", N_("Log a Visit…"), DESK_ASK_VISIT, DESK_KIND_UNIT },
  { 'r', "repair", N_("New Repair…"), DESK_ASK_REPAIR, DESK_KIND_UNIT },
  { 'f', "follow-up", N_("Follow-up…"), DESK_ASK_FOLLOW_UP, DESK_KIND_UNIT },
  { 'd', "responsible", N_("Who Was Responsible…"), DESK_ASK_RESPONSIBLE, DESK_KIND_UNIT },
  { 'h', "trail", N_("Show in the Trail"), DESK_ASK_TRAIL, DESK_KIND_UNIT },
  { 0, "remove", N_("Remove Unit"), DESK_ASK_REMOVE, DESK_KIND_UNIT },
};

/* Does what the letter stands for. Returns: FALSE when it stands for nothing. */
gboolean
desk_unit_page_view_key (DeskUnitPageView *self, guint keyval)
{
  return desk_page_deed_key (DESK_RECORD_PAGE (self), deeds, G_N_ELEMENTS (deeds), keyval);
}

/* Head */

static void
edit_clicked (GtkButton *button, DeskUnitPageView *self)
{
  desk_page_do_deed (DESK_RECORD_PAGE (self), &deeds[0]);
}

static void
state_clicked (GtkButton *button, DeskUnitPageView *self)
{
  desk_page_do_deed (DESK_RECORD_PAGE (self), &deeds[1]);
}

static void
build_head (DeskUnitPageView *self)
{
  GtkWidget *head = desk_record_page_get_head (DESK_RECORD_PAGE (self));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *button;

  self->key = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->key, "page-key");
  gtk_box_append (GTK_BOX (line), self->key);
  self->pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (line), self->pills);
  self->place = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->place, "dim");
  gtk_label_set_xalign (GTK_LABEL (self->place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->place), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_box_append (GTK_BOX (line), self->place);
  button = desk_button_new ("document-edit-symbolic", _("Edit"), "E");
  g_signal_connect (button, "clicked", G_CALLBACK (edit_clicked), self);
  desk_record_page_allow (DESK_RECORD_PAGE (self), button, DESK_KIND_UNIT);
  gtk_box_append (GTK_BOX (line), button);
  button = desk_button_new (NULL, _("State"), "S");
  g_signal_connect (button, "clicked", G_CALLBACK (state_clicked), self);
  desk_record_page_allow (DESK_RECORD_PAGE (self), button, DESK_KIND_UNIT);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (line), desk_page_deeds_button (DESK_RECORD_PAGE (self), "unit", deeds, G_N_ELEMENTS (deeds)));
  gtk_box_append (GTK_BOX (head), line);
  self->areas = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->areas, "dim");
  gtk_widget_add_css_class (self->areas, "body-text");
  gtk_label_set_xalign (GTK_LABEL (self->areas), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->areas), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (head), self->areas);
  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_visible (self->notices, FALSE);
  gtk_box_append (GTK_BOX (head), self->notices);
}

static void
append_fact (GString *line, const char *label, char *value)
{
  g_autofree char *words = desk_text_fill (label, (const char *[]){ value, NULL });

  if (line->len > 0)
    g_string_append (line, "   ");
  g_string_append (line, words);
  g_free (value);
}

static void
fill_head (DeskUnitPageView *self)
{
  DeskText *text = desk_record_page_get_text (DESK_RECORD_PAGE (self));
  DeskDay today = desk_engine_today (desk_record_page_get_engine (DESK_RECORD_PAGE (self)));
  const DeskUnit *unit = self->page->unit;
  g_autofree char *place = desk_page_place (text, unit, self->page->building, self->page->entrance);
  g_autoptr (GString) areas = g_string_new (NULL);
  GtkWidget *child;

  gtk_label_set_text (GTK_LABEL (self->key), unit->label);
  gtk_label_set_text (GTK_LABEL (self->place), place);
  while ((child = gtk_widget_get_first_child (self->pills)) != NULL)
    gtk_box_remove (GTK_BOX (self->pills), child);
  gtk_box_append (GTK_BOX (self->pills), desk_page_state_pill (text, unit->state));
  for (guint i = 0; i < self->page->care_flags->len; i++)
    {
      const DeskCareFlag *flag = self->page->care_flags->pdata[i];

      if (!desk_days_contain (flag->from_day, flag->to_day, today))
        continue;
      child = gtk_label_new (desk_text_care_flag (text, flag->kind));
      gtk_widget_add_css_class (child, "flag");
      gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (child, desk_text_enum (text, &desk_enum_care, flag->kind));
      gtk_box_append (GTK_BOX (self->pills), child);
    }
  if (unit->built_area != 0)
    append_fact (areas, _("Built-up %1"), desk_text_area (unit->built_area));
  if (unit->inner_area != 0)
    append_fact (areas, _("inner %1"), desk_text_area (unit->inner_area));
  if (unit->delivered_on != 0)
    append_fact (areas, _("delivered %1"), desk_text_day (unit->delivered_on));
  gtk_label_set_text (GTK_LABEL (self->areas), areas->str);
  gtk_widget_set_visible (self->areas, areas->len > 0);
}

/* Page */

static void
show_result (DeskRecordPage *page, gpointer result)
{
  DeskUnitPageView *self = DESK_UNIT_PAGE_VIEW (page);
  DeskUnitPage *before = self->page;

  self->page = result;
  if (before == NULL || before->unit->record.id != self->page->unit->record.id)
    {
      self->past = FALSE;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->past_button), FALSE);
    }
  fill_head (self);
  desk_unit_notices_fill (self);
  desk_unit_sections_fill (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->page->unit->label, -1);
  if (before != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_UNIT_PAGE, before);
}

/* What hangs on a unit may be new: its id says nothing then, so the page is read anew. */
static gboolean
is_touched (DeskRecordPage *page, const DeskChange *change)
{
  DeskUnitPageView *self = DESK_UNIT_PAGE_VIEW (page);

  /* Kinds that hang on a unit; kinds that are shown on so many pages that reading is cheaper than knowing. */
  const DeskKindSet own = DESK_KIND_BIT (OCCUPANCY) | DESK_KIND_BIT (VEHICLE) | DESK_KIND_BIT (SPACE_LEASE)
                          | DESK_KIND_BIT (CARE_FLAG) | DESK_KIND_BIT (INSTRUCTION);
  const DeskKindSet wide = DESK_KIND_BIT (OUTAGE) | DESK_KIND_BIT (SERVICE_CASE) | DESK_KIND_BIT (COMMUNITY) | DESK_KIND_BIT (BUILDING) | DESK_KIND_BIT (ENTRANCE)
                           | DESK_KIND_BIT (UNIT_STATE) | DESK_KIND_BIT (PHONE) | DESK_KIND_BIT (DOCUMENT);

  if (change->kind == DESK_KIND_UNIT)
    return change->id == desk_record_page_get_id (page);
  if (desk_kind_set_has (own, change->kind))
    return change->type == DESK_CHANGE_MADE || desk_unit_sections_find (self, change->kind, change->id) != NULL;
  for (guint i = 0; change->kind == DESK_KIND_PERSON && self->page != NULL && i < self->page->occupants->len; i++)
    if (((DeskOccupant *) self->page->occupants->pdata[i])->card->person->record.id == change->id)
      return TRUE;
  return desk_kind_set_has (wide, change->kind);
}

/* The numbers of the focused person; of the first when nobody is. */
static void
show_numbers (DeskRecordPage *page)
{
  DeskUnitPageView *self = DESK_UNIT_PAGE_VIEW (page);
  gint64 id = desk_section_get_selected (DESK_SECTION (self->people), NULL);

  for (guint i = 0; i < self->page->occupants->len; i++)
    {
      const DeskOccupant *occupant = self->page->occupants->pdata[i];

      if ((id == 0 && occupant->card->phones->len > 0) || occupant->occupancy->record.id == id)
        {
          desk_page_reveal_phones (desk_record_page_get_reveal (page), occupant->card->phones);
          return;
        }
    }
}

static gboolean
focus_first (DeskRecordPage *page)
{
  return desk_section_focus (DESK_SECTION (DESK_UNIT_PAGE_VIEW (page)->people), 0);
}

static void
desk_unit_page_view_finalize (GObject *object)
{
  DeskUnitPageView *self = DESK_UNIT_PAGE_VIEW (object);

  if (self->page != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_UNIT_PAGE, self->page);
  G_OBJECT_CLASS (desk_unit_page_view_parent_class)->finalize (object);
}

static DeskRecord *
get_record (DeskRecordPage *page)
{
  DeskUnitPageView *self = DESK_UNIT_PAGE_VIEW (page);

  return self->page != NULL ? &self->page->unit->record : NULL;
}

static gboolean
is_covered (DeskRecordPage *page, const DeskActor *actor)
{
  const DeskUnit *unit = DESK_UNIT_PAGE_VIEW (page)->page->unit;

  return desk_actor_covers (actor, unit->building_id, unit->entrance_id);
}

static void
desk_unit_page_view_class_init (DeskUnitPageViewClass *klass)
{
  DeskRecordPageClass *page_class = DESK_RECORD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_unit_page_view_finalize;
  page_class->use_case = DESK_USE_CASE_GET_UNIT_PAGE;
  page_class->kind = DESK_KIND_UNIT;
  page_class->show_result = show_result;
  page_class->is_touched = is_touched;
  page_class->show_numbers = show_numbers;
  page_class->focus_first = focus_first;
  page_class->get_record = get_record;
  page_class->is_covered = is_covered;
}

static void
desk_unit_page_view_init (DeskUnitPageView *self)
{
}

/* Returns: (transfer floating): a page that shows nothing yet. */
GtkWidget *
desk_unit_page_view_new (DeskEngine *engine, DeskText *text)
{
  DeskUnitPageView *self = g_object_new (DESK_TYPE_UNIT_PAGE_VIEW, NULL);

  desk_record_page_set_up (DESK_RECORD_PAGE (self), engine, text);
  build_head (self);
  desk_unit_sections_build (self);
  return GTK_WIDGET (self);
}

/* Returns: (transfer none) (nullable): what is shown. */
const DeskUnitPage *
desk_unit_page_view_get (DeskUnitPageView *self)
{
  return self->page;
}

/* Puts the focus on the row of a record; of a person on that of the occupancy here. */
void
desk_unit_page_view_focus_record (DeskUnitPageView *self, DeskKind kind, gint64 id)
{
  GtkWidget *section;

  for (guint i = 0; kind == DESK_KIND_PERSON && i < self->page->occupants->len; i++)
    {
      const DeskOccupancy *occupancy = ((DeskOccupant *) self->page->occupants->pdata[i])->occupancy;

      if (occupancy->person_id == id)
        {
          desk_unit_page_view_focus_record (self, DESK_KIND_OCCUPANCY, occupancy->record.id);
          return;
        }
    }
  section = kind == DESK_KIND_OCCUPANCY                                    ? self->people
                       : kind == DESK_KIND_VEHICLE || kind == DESK_KIND_SPACE_LEASE   ? self->vehicles
                       : kind == DESK_KIND_CARE_FLAG || kind == DESK_KIND_INSTRUCTION ? self->care
                                                                                      : NULL;

  if (section == NULL || !desk_section_focus (DESK_SECTION (section), id))
    desk_record_page_focus (DESK_RECORD_PAGE (self));
}
