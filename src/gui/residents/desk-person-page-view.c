/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-person-page-view.h"

#include <glib/gi18n.h>

#include "desk-columns-layout.h"
#include "desk-facts.h"
#include "desk-follow-up-section.h"
#include "desk-history-view.h"
#include "desk-notice.h"
#include "desk-page-deeds.h"
#include "desk-page-rows.h"
#include "desk-section.h"
#include "desk-text-label.h"

#define COLUMN_WIDTH 320

struct _DeskPersonPageView
{
  DeskRecordPage parent_instance;
  DeskPersonPage *page; /* (nullable) */
  GtkWidget *key, *pills, *notices;
  GtkWidget *units, *numbers, *vehicles, *history; /* sections */
  GtkWidget *follow_ups;
  GtkWidget *facts;
};

G_DEFINE_FINAL_TYPE (DeskPersonPageView, desk_person_page_view, DESK_TYPE_RECORD_PAGE)

/* What can be done with a person, in the order of the menu. */
static const DeskDeed deeds[] = {
  { 'e', "edit", N_("Edit Person…"), DESK_ASK_EDIT, DESK_KIND_PERSON },
  { 'u', "add-unit", N_("Add Unit…"), DESK_ASK_NEW, DESK_KIND_OCCUPANCY },
  { 'c', "add-vehicle", N_("Add Vehicle…"), DESK_ASK_NEW, DESK_KIND_VEHICLE },
  { 'v', "visit", N_("Log a Visit…"), DESK_ASK_VISIT, DESK_KIND_PERSON },
  { 'r', "repair", N_("New Repair…"), DESK_ASK_REPAIR, DESK_KIND_PERSON },
  { 'f', "follow-up", N_("Follow-up…"), DESK_ASK_FOLLOW_UP, DESK_KIND_PERSON },
  { 'm', "merge", N_("Merge with Another…"), DESK_ASK_MERGE, DESK_KIND_PERSON },
  { 'd', "duplicates", N_("Possible Duplicates…"), DESK_ASK_DUPLICATES, DESK_KIND_PERSON },
  { 'h', "trail", N_("Show in the Trail"), DESK_ASK_TRAIL, DESK_KIND_PERSON },
  { 0, "remove", N_("Remove Person"), DESK_ASK_REMOVE, DESK_KIND_PERSON },
  { 0, "erase", N_("Erase Personal Data…"), DESK_ASK_ERASE, DESK_KIND_PERSON },
};

/* Does what the letter stands for. Returns: FALSE when it stands for nothing. */
gboolean
desk_person_page_view_key (DeskPersonPageView *self, guint keyval)
{
  return desk_page_deed_key (DESK_RECORD_PAGE (self), deeds, G_N_ELEMENTS (deeds), keyval);
}

static DeskRecord *
find (DeskPersonPageView *self, DeskKind kind, gint64 id)
{
  if (self->page == NULL)
    return NULL;
  for (guint i = 0; kind == DESK_KIND_OCCUPANCY && i < self->page->occupancies->len; i++)
    if (((DeskOccupant *) self->page->occupancies->pdata[i])->occupancy->record.id == id)
      return &((DeskOccupant *) self->page->occupancies->pdata[i])->occupancy->record;
  for (guint i = 0; kind == DESK_KIND_VEHICLE && i < self->page->vehicles->len; i++)
    if (((DeskVehicleCard *) self->page->vehicles->pdata[i])->vehicle->record.id == id)
      return &((DeskVehicleCard *) self->page->vehicles->pdata[i])->vehicle->record;
  for (guint i = 0; kind == DESK_KIND_SPACE_LEASE && i < self->page->leases->len; i++)
    if (((DeskLeaseCard *) self->page->leases->pdata[i])->lease->record.id == id)
      return &((DeskLeaseCard *) self->page->leases->pdata[i])->lease->record;
  return NULL;
}

static void
row_opened (DeskSection *section, int kind, gint64 id, DeskPersonPageView *self)
{
  DeskRecord *record = find (self, kind, id);

  if (kind == DESK_KIND_OCCUPANCY && record != NULL)
    desk_record_page_ask (DESK_RECORD_PAGE (self), DESK_ASK_OPEN, DESK_KIND_UNIT, ((DeskOccupancy *) record)->unit_id, NULL);
  else if (record != NULL)
    desk_record_page_ask (DESK_RECORD_PAGE (self), DESK_ASK_EDIT, kind, id, record);
  else if (kind == DESK_KIND_PHONE || kind == DESK_KIND_DOCUMENT)
    desk_reveal_ask (desk_record_page_get_reveal (DESK_RECORD_PAGE (self)), kind, id);
}

static gboolean
row_key (DeskSection *section, int kind, gint64 id, guint keyval, DeskPersonPageView *self)
{
  DeskRecordPage *page = DESK_RECORD_PAGE (self);
  DeskRecord *record = find (self, kind, id);

  if (keyval == GDK_KEY_F8)
    desk_record_page_show_numbers (page);
  else if (record == NULL)
    return desk_person_page_view_key (self, keyval);
  else if (keyval == GDK_KEY_e || keyval == GDK_KEY_E)
    desk_record_page_ask (page, DESK_ASK_EDIT, kind, id, record);
  else if (keyval == GDK_KEY_x || keyval == GDK_KEY_X)
    desk_record_page_ask (page, DESK_ASK_END, kind, id, record);
  else if (keyval == GDK_KEY_Delete)
    desk_record_page_ask (page, DESK_ASK_REMOVE, kind, id, record);
  else
    return desk_person_page_view_key (self, keyval);
  return TRUE;
}

static void
add_clicked (DeskSection *section, int kind, DeskPersonPageView *self)
{
  if (kind == DESK_KIND_PERSON)
    desk_page_do_deed (DESK_RECORD_PAGE (self), &deeds[0]);
  else
    desk_record_page_ask (DESK_RECORD_PAGE (self), DESK_ASK_NEW, kind, 0, NULL);
}

static void
edit_clicked (GtkButton *button, DeskPersonPageView *self)
{
  desk_page_do_deed (DESK_RECORD_PAGE (self), &deeds[0]);
}

/* Building */

static void
build_head (DeskPersonPageView *self)
{
  GtkWidget *head = desk_record_page_get_head (DESK_RECORD_PAGE (self));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *button;

  self->key = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->key), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->key, "page-key");
  gtk_box_append (GTK_BOX (line), self->key);
  self->pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_hexpand (self->pills, TRUE);
  gtk_box_append (GTK_BOX (line), self->pills);
  button = desk_button_new ("document-edit-symbolic", _("Edit"), "E");
  g_signal_connect (button, "clicked", G_CALLBACK (edit_clicked), self);
  desk_record_page_allow (DESK_RECORD_PAGE (self), button, DESK_KIND_PHONE);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (line), desk_page_deeds_button (DESK_RECORD_PAGE (self), "person", deeds, G_N_ELEMENTS (deeds)));
  gtk_box_append (GTK_BOX (head), line);
  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_visible (self->notices, FALSE);
  gtk_box_append (GTK_BOX (head), self->notices);
}

static GtkWidget *
section_new (DeskPersonPageView *self, const char *title, const DeskSectionColumn *columns, guint n)
{
  GtkWidget *section = desk_section_new (title);

  desk_section_set_columns (DESK_SECTION (section), columns, n);
  g_signal_connect (section, "opened", G_CALLBACK (row_opened), self);
  g_signal_connect (section, "key", G_CALLBACK (row_key), self);
  g_signal_connect (section, "add", G_CALLBACK (add_clicked), self);
  return section;
}

static void
build_body (DeskPersonPageView *self)
{
  const DeskSectionColumn units[] = { { _("Unit"), 92, FALSE }, { _("Relation"), 80, TRUE }, { _("Since"), 80, FALSE } };
  const DeskSectionColumn numbers[] = { { NULL, 88, FALSE }, { NULL, 140, TRUE } };
  const DeskSectionColumn vehicles[]
      = { { NULL, 76, FALSE }, { NULL, 60, TRUE }, { NULL, 50, FALSE }, { NULL, 78, FALSE } };
  GtkWidget *body = desk_record_page_get_body (DESK_RECORD_PAGE (self));
  GtkWidget *columns = desk_columns_new (COLUMN_WIDTH, 20);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10), *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->units = section_new (self, _("Units"), units, G_N_ELEMENTS (units));
  desk_record_page_allow (DESK_RECORD_PAGE (self), desk_section_add_button (DESK_SECTION (self->units), DESK_KIND_OCCUPANCY, _("Add Unit"), "U"), DESK_KIND_OCCUPANCY);
  gtk_box_append (GTK_BOX (left), self->units);
  self->vehicles = section_new (self, _("Vehicles and Spaces"), vehicles, G_N_ELEMENTS (vehicles));
  desk_record_page_allow (DESK_RECORD_PAGE (self), desk_section_add_button (DESK_SECTION (self->vehicles), DESK_KIND_VEHICLE, _("Vehicle"), "C"), DESK_KIND_VEHICLE);
  gtk_box_append (GTK_BOX (left), self->vehicles);
  self->follow_ups = desk_follow_up_section_new (desk_record_page_get_engine (DESK_RECORD_PAGE (self)),
                                                 desk_record_page_get_text (DESK_RECORD_PAGE (self)));
  gtk_box_append (GTK_BOX (left), self->follow_ups);
  self->numbers = section_new (self, _("Phones and Documents"), numbers, G_N_ELEMENTS (numbers));
  desk_section_set_hint (DESK_SECTION (self->numbers), _("F8 shows numbers, recorded"));
  gtk_box_append (GTK_BOX (right), self->numbers);
  self->facts = desk_facts_new ();
  gtk_box_append (GTK_BOX (right), self->facts);
  gtk_box_append (GTK_BOX (columns), left);
  gtk_box_append (GTK_BOX (columns), right);
  gtk_box_append (GTK_BOX (body), columns);
  gtk_box_append (GTK_BOX (body), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->history = desk_history_view_new (desk_record_page_get_text (DESK_RECORD_PAGE (self)));
  gtk_box_append (GTK_BOX (body), self->history);
}

/* Filling */

static void
fill_head (DeskPersonPageView *self, const DeskText *text)
{
  const DeskPerson *person = self->page->card->person;
  GtkWidget *child;

  gtk_label_set_text (GTK_LABEL (self->key), person->name);
  while ((child = gtk_widget_get_first_child (self->pills)) != NULL)
    gtk_box_remove (GTK_BOX (self->pills), child);
  if (person->kind == DESK_PERSON_KIND_COMPANY)
    gtk_box_append (GTK_BOX (self->pills), desk_pill_new (desk_text_enum (text, &desk_enum_person_kind, person->kind), NULL));
  while ((child = gtk_widget_get_first_child (self->notices)) != NULL)
    gtk_box_remove (GTK_BOX (self->notices), child);
  if (person->merged_into != 0)
    {
      g_autofree char *words = desk_text_fill (_("Merged into %1. History and undo stay there."),
                                               (const char *[]){ self->page->merged_into_name, NULL });

      gtk_box_append (GTK_BOX (self->notices), desk_notice_new ("info", "dialog-information-symbolic", words, NULL));
    }
  gtk_widget_set_visible (self->notices, person->merged_into != 0);
}

static void
fill_units (DeskPersonPageView *self, const DeskText *text, DeskDay today)
{
  desk_section_clear (DESK_SECTION (self->units));
  for (guint i = 0; i < self->page->occupancies->len; i++)
    {
      const DeskOccupant *occupant = self->page->occupancies->pdata[i];
      const DeskOccupancy *occupancy = occupant->occupancy;
      gboolean past = !desk_page_in_force (occupancy->from_day, occupancy->to_day, today);
      GtkWidget *cells[] = { desk_section_cell (occupant->unit != NULL ? occupant->unit->label : "", past ? "dim" : "strong"),
                             desk_page_role_cell (text, occupancy),
                             desk_page_days_cell (text, occupancy->from_day, occupancy->to_day) };

      gtk_label_set_ellipsize (GTK_LABEL (cells[0]), PANGO_ELLIPSIZE_NONE);
      desk_section_add_row (DESK_SECTION (self->units), DESK_KIND_OCCUPANCY, occupancy->record.id, cells, 3);
    }
  if (self->page->occupancies->len == 0)
    desk_section_add_words (DESK_SECTION (self->units), _("Entered for no unit."));
}

static void
add_numbers (DeskPersonPageView *self, const DeskText *text, GPtrArray *numbers, DeskKind kind, const DeskEnumSpec *spec)
{
  DeskReveal *reveal = desk_record_page_get_reveal (DESK_RECORD_PAGE (self));

  for (guint i = 0; i < numbers->len; i++)
    {
      const DeskNumber *number = numbers->pdata[i];
      GtkWidget *cells[] = { desk_section_cell (desk_text_enum (text, spec, number->kind), "dim"),
                             desk_number_cell_new (reveal, kind, number->id, number->masked) };

      desk_section_add_row (DESK_SECTION (self->numbers), kind, number->id, cells, 2);
    }
}

static void
fill_rest (DeskPersonPageView *self, const DeskText *text, DeskDay today)
{
  const DeskPersonCard *card = self->page->card;

  desk_section_clear (DESK_SECTION (self->numbers));
  add_numbers (self, text, card->phones, DESK_KIND_PHONE, &desk_enum_phone_kind);
  add_numbers (self, text, card->documents, DESK_KIND_DOCUMENT, &desk_enum_document_kind);
  if (card->phones->len + card->documents->len == 0)
    desk_section_add_words (DESK_SECTION (self->numbers), _("None."));
  desk_section_clear (DESK_SECTION (self->vehicles));
  for (guint i = 0; i < self->page->vehicles->len; i++)
    desk_page_add_vehicle (DESK_SECTION (self->vehicles), text, self->page->vehicles->pdata[i], FALSE, today);
  for (guint i = 0; i < self->page->leases->len; i++)
    desk_page_add_lease (DESK_SECTION (self->vehicles), text, self->page->leases->pdata[i], FALSE, today);
  if (self->page->vehicles->len + self->page->leases->len == 0)
    desk_section_add_words (DESK_SECTION (self->vehicles), _("None."));
  desk_facts_clear (self->facts);
  desk_facts_add (self->facts, desk_text_field (text, DESK_KIND_PERSON, "pinyin"), card->person->pinyin);
  desk_facts_add (self->facts, desk_text_field (text, DESK_KIND_PERSON, "note"), card->person->note);
}

static void
show_result (DeskRecordPage *page, gpointer result)
{
  DeskPersonPageView *self = DESK_PERSON_PAGE_VIEW (page);
  DeskText *text = desk_record_page_get_text (page);
  DeskEngine *engine = desk_record_page_get_engine (page);
  DeskPersonPage *before = self->page;

  self->page = result;
  fill_head (self, text);
  fill_units (self, text, desk_engine_today (engine));
  fill_rest (self, text, desk_engine_today (engine));
  desk_follow_up_section_show (DESK_FOLLOW_UP_SECTION (self->follow_ups), DESK_KIND_PERSON,
                               self->page->card->person->record.id);
  desk_history_view_set_about (DESK_HISTORY_VIEW (self->history), DESK_KIND_PERSON, self->page->card->person->record.id);
  desk_history_view_set (DESK_HISTORY_VIEW (self->history), self->page->history, desk_engine_now (engine));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->page->card->person->name, -1);
  if (before != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_PERSON_PAGE, before);
}

/* Phones, units and vehicles may have come; which, only the reading tells. */
static gboolean
is_touched (DeskRecordPage *page, const DeskChange *change)
{
  if (change->kind == DESK_KIND_PERSON)
    return change->id == desk_record_page_get_id (page);
  return change->kind == DESK_KIND_PHONE || change->kind == DESK_KIND_DOCUMENT || change->kind == DESK_KIND_OCCUPANCY
         || change->kind == DESK_KIND_VEHICLE || change->kind == DESK_KIND_SPACE_LEASE || change->kind == DESK_KIND_UNIT
         || change->kind == DESK_KIND_BUILDING;
}

static void
show_numbers (DeskRecordPage *page)
{
  DeskPersonPageView *self = DESK_PERSON_PAGE_VIEW (page);
  DeskReveal *reveal = desk_record_page_get_reveal (page);
  DeskKind kind = DESK_KIND_NONE;
  gint64 id = desk_section_get_selected (DESK_SECTION (self->numbers), &kind);

  if (id != 0)
    desk_reveal_ask (reveal, kind, id);
  else
    desk_page_reveal_phones (reveal, self->page->card->phones);
}

static gboolean
focus_first (DeskRecordPage *page)
{
  return desk_section_focus (DESK_SECTION (DESK_PERSON_PAGE_VIEW (page)->units), 0);
}

static void
desk_person_page_view_finalize (GObject *object)
{
  DeskPersonPageView *self = DESK_PERSON_PAGE_VIEW (object);

  if (self->page != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_PERSON_PAGE, self->page);
  G_OBJECT_CLASS (desk_person_page_view_parent_class)->finalize (object);
}

static DeskRecord *
get_record (DeskRecordPage *page)
{
  DeskPersonPageView *self = DESK_PERSON_PAGE_VIEW (page);

  return self->page != NULL ? &self->page->card->person->record : NULL;
}

/* One unit somebody lives in or owns today is enough, as for the gate. */
static gboolean
is_covered (DeskRecordPage *page, const DeskActor *actor)
{
  DeskPersonPageView *self = DESK_PERSON_PAGE_VIEW (page);
  gboolean elsewhere = FALSE;

  for (guint i = 0; i < self->page->occupancies->len; i++)
    {
      const DeskOccupant *occupant = self->page->occupancies->pdata[i];

      if (!occupant->current)
        continue;
      if (occupant->unit == NULL || desk_actor_covers (actor, occupant->unit->building_id, occupant->unit->entrance_id))
        return TRUE;
      elsewhere = TRUE;
    }
  return !elsewhere;
}

static void
desk_person_page_view_class_init (DeskPersonPageViewClass *klass)
{
  DeskRecordPageClass *page_class = DESK_RECORD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_person_page_view_finalize;
  page_class->use_case = DESK_USE_CASE_GET_PERSON_PAGE;
  page_class->kind = DESK_KIND_PERSON;
  page_class->show_result = show_result;
  page_class->is_touched = is_touched;
  page_class->show_numbers = show_numbers;
  page_class->focus_first = focus_first;
  page_class->get_record = get_record;
  page_class->is_covered = is_covered;
}

static void
desk_person_page_view_init (DeskPersonPageView *self)
{
}

/* Returns: (transfer floating): a page that shows nobody yet. */
GtkWidget *
desk_person_page_view_new (DeskEngine *engine, DeskText *text)
{
  DeskPersonPageView *self = g_object_new (DESK_TYPE_PERSON_PAGE_VIEW, NULL);

  desk_record_page_set_up (DESK_RECORD_PAGE (self), engine, text);
  build_head (self);
  build_body (self);
  return GTK_WIDGET (self);
}

/* Returns: (transfer none) (nullable): what is shown. */
const DeskPersonPage *
desk_person_page_view_get (DeskPersonPageView *self)
{
  return self->page;
}
