/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-residents-pane.h"

#include <glib/gi18n.h>

#include "desk-duplicates-page.h"
#include "desk-merge-page.h"
#include "desk-notice.h"
#include "desk-residents-pane-private.h"

#define LIST_WIDTH 412
#define LIST_LEAST 392 /* the columns of units whole */

static void pane_iface_init (DeskPaneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskResidentsPane, desk_residents_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_PANE, pane_iface_init))

/* Detail */

static GtkWidget *
page_of (DeskResidentsPane *self, DeskKind kind)
{
  return kind == DESK_KIND_PERSON ? self->person_page : kind == DESK_KIND_UNIT ? self->unit_page : self->empty;
}

/* Shows the page of a record; a form in front of it goes, its words are kept. */
void
desk_residents_pane_show_page (DeskResidentsPane *self, DeskKind kind, gint64 id)
{
  self->shown_kind = id != 0 ? kind : DESK_KIND_NONE;
  if (self->sheet != NULL)
    desk_residents_pane_pop (self);
  if (id != 0)
    desk_record_page_open (DESK_RECORD_PAGE (page_of (self, kind)), id);
  gtk_stack_set_visible_child (GTK_STACK (self->detail), page_of (self, self->shown_kind));
}

/* Puts a form in front of the page. @sheet: (transfer floating) or held by the drafts. */
void
desk_residents_pane_push (DeskResidentsPane *self, GtkWidget *sheet)
{
  if (self->sheet != NULL)
    desk_residents_pane_pop (self);
  self->sheet = sheet;
  gtk_stack_add_child (GTK_STACK (self->detail), sheet);
  gtk_stack_set_visible_child (GTK_STACK (self->detail), sheet);
  desk_list_detail_show (DESK_LIST_DETAIL (self->sides), DESK_PART_DETAIL);
}

/* Takes the form away; one with words in it is kept for the next time it is asked for. */
void
desk_residents_pane_pop (DeskResidentsPane *self)
{
  GtkWidget *sheet = g_steal_pointer (&self->sheet);
  g_autofree char *key = g_steal_pointer (&self->draft_key);

  if (sheet == NULL)
    return;
  g_object_ref (sheet);
  /* Or GTK would look for another place itself, find the list, and select a row there. */
  if (desk_has_focus_inside (sheet))
    gtk_root_set_focus (gtk_widget_get_root (sheet), NULL);
  gtk_stack_set_visible_child (GTK_STACK (self->detail), page_of (self, self->shown_kind));
  gtk_stack_remove (GTK_STACK (self->detail), sheet);
  if (key != NULL && DESK_IS_FORM (sheet) && desk_form_is_dirty (DESK_FORM (sheet)))
    g_hash_table_insert (self->drafts, g_steal_pointer (&key), g_object_ref (sheet));
  g_object_unref (sheet);
}

static void
focus_detail (DeskResidentsPane *self)
{
  if (self->sheet != NULL && DESK_IS_FORM (self->sheet))
    desk_form_focus (DESK_FORM (self->sheet));
  else if (self->sheet != NULL && DESK_IS_MERGE_PAGE (self->sheet))
    desk_merge_page_focus (DESK_MERGE_PAGE (self->sheet));
  else if (self->sheet != NULL)
    gtk_widget_child_focus (self->sheet, GTK_DIR_TAB_FORWARD);
  else if (self->shown_kind != DESK_KIND_NONE)
    desk_record_page_focus (DESK_RECORD_PAGE (page_of (self, self->shown_kind)));
}

static void
focus_part (DeskListDetail *sides, int part, DeskResidentsPane *self)
{
  if (part == DESK_PART_DETAIL)
    focus_detail (self);
  else if (part == DESK_PART_FILTER)
    desk_residents_list_focus_filter (DESK_RESIDENTS_LIST (self->list));
  else
    desk_residents_list_focus (DESK_RESIDENTS_LIST (self->list));
}

/* Puts the focus into what is in front on the right. */
void
desk_residents_pane_focus_detail (DeskResidentsPane *self)
{
  desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_DETAIL);
}

static void
go_to_list (DeskResidentsPane *self)
{
  desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_LIST);
}

static void
page_asks (DeskRecordPage *page, int ask, int kind, gint64 id, gpointer record, DeskResidentsPane *self)
{
  desk_residents_pane_ask (self, ask, kind, id, record);
}

/* A row that was just made gets the focus once the page shows it. */
static void
page_shown (DeskRecordPage *page, DeskResidentsPane *self)
{
  gint64 id = self->focus_id;

  self->focus_id = 0;
  if (id != 0 && GTK_WIDGET (page) == self->unit_page && self->sheet == NULL)
    desk_unit_page_view_focus_record (DESK_UNIT_PAGE_VIEW (page), self->focus_kind, id);
  desk_residents_pane_resume_now (self);
}

/* List */

static void
row_selected (DeskResidentsList *list, int kind, gint64 id, DeskResidentsPane *self)
{
  self->back_id = 0;
  desk_residents_pane_show_page (self, kind, id);
}

static void
row_opened (DeskResidentsList *list, int kind, gint64 id, DeskResidentsPane *self)
{
  desk_residents_pane_show_page (self, kind, id);
  desk_residents_pane_focus_detail (self);
}

static gboolean
row_key (DeskResidentsList *list, guint keyval, DeskResidentsPane *self)
{
  if (self->shown_kind == DESK_KIND_UNIT)
    return desk_unit_page_view_key (DESK_UNIT_PAGE_VIEW (self->unit_page), keyval);
  return self->shown_kind == DESK_KIND_PERSON
         && desk_person_page_view_key (DESK_PERSON_PAGE_VIEW (self->person_page), keyval);
}

static void
list_makes (DeskResidentsList *list, int kind, DeskResidentsPane *self)
{
  desk_residents_pane_ask (self, DESK_ASK_NEW, kind, 0, NULL);
}

/* The pane's keys */

/* Esc: out of the form, out of the page, out of the filter. */
static gboolean
go_back (DeskResidentsPane *self)
{
  if (self->sheet != NULL)
    {
      desk_residents_pane_pop (self);
      go_to_list (self);
      return TRUE;
    }
  if (self->back_id != 0 && desk_has_focus_inside (self->detail))
    {
      gint64 id = self->back_id;

      self->back_id = 0;
      desk_residents_pane_show_record (self, self->back_kind, id);
      desk_residents_pane_focus_detail (self);
      return TRUE;
    }
  if (desk_list_detail_in_detail (DESK_LIST_DETAIL (self->sides)))
    {
      go_to_list (self);
      return TRUE;
    }
  if (desk_residents_list_clear_filter (DESK_RESIDENTS_LIST (self->list)))
    {
      go_to_list (self);
      return TRUE;
    }
  if (!desk_residents_list_has_focus (DESK_RESIDENTS_LIST (self->list)))
    {
      go_to_list (self);
      return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer none) (nullable): the page whose record is chosen, also while a form lies over it. */
DeskRecordPage *
desk_residents_pane_get_page (DeskResidentsPane *self)
{
  return self->shown_kind != DESK_KIND_NONE ? DESK_RECORD_PAGE (page_of (self, self->shown_kind)) : NULL;
}

static DeskRecordPage *
shown_page (DeskResidentsPane *self)
{
  return self->sheet == NULL && self->shown_kind != DESK_KIND_NONE ? DESK_RECORD_PAGE (page_of (self, self->shown_kind))
                                                                   : NULL;
}

static gboolean
pane_can (DeskPane *pane, DeskPaneAct act)
{
  DeskResidentsPane *self = DESK_RESIDENTS_PANE (pane);

  if (act == DESK_PANE_SAVE)
    return DESK_IS_FORM (self->sheet);
  if (act == DESK_PANE_SHOW_NUMBER)
    return shown_page (self) != NULL;
  return TRUE;
}

static gboolean
pane_act (DeskPane *pane, DeskPaneAct act)
{
  DeskResidentsPane *self = DESK_RESIDENTS_PANE (pane);
  DeskResidentsList *list = DESK_RESIDENTS_LIST (self->list);

  switch ((int) act)
    {
    case DESK_PANE_FILTER:
      desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_FILTER);
      return TRUE;
    case DESK_PANE_NEW:
      desk_residents_pane_ask (self, DESK_ASK_NEW, desk_residents_list_get_kind (list), 0, NULL);
      return TRUE;
    case DESK_PANE_REFRESH:
      desk_residents_list_refresh (list);
      if (shown_page (self) != NULL)
        desk_record_page_reload (shown_page (self));
      return TRUE;
    case DESK_PANE_BACK:
      return go_back (self);
    case DESK_PANE_CYCLE:
      desk_list_detail_cycle (DESK_LIST_DETAIL (self->sides));
      return TRUE;
    case DESK_PANE_SHOW_NUMBER:
      desk_record_page_show_numbers (shown_page (self));
      return TRUE;
    case DESK_PANE_SAVE:
      desk_form_save (DESK_FORM (self->sheet));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
grab_start_focus (DeskPane *pane)
{
  DeskResidentsPane *self = DESK_RESIDENTS_PANE (pane);

  if (self->sheet != NULL)
    desk_residents_pane_focus_detail (self);
  else
    go_to_list (self);
}

static gboolean
open_record (DeskPane *pane, DeskKind kind, gint64 id)
{
  return desk_residents_pane_open (DESK_RESIDENTS_PANE (pane), kind, id);
}

static gboolean
make_record (DeskPane *pane, DeskKind kind)
{
  DeskResidentsPane *self = DESK_RESIDENTS_PANE (pane);

  if (kind != DESK_KIND_UNIT && kind != DESK_KIND_PERSON)
    return FALSE;
  desk_residents_list_set_kind (DESK_RESIDENTS_LIST (self->list), kind);
  desk_residents_pane_ask (self, DESK_ASK_NEW, kind, 0, NULL);
  return TRUE;
}

static void
set_narrow (DeskPane *pane, gboolean narrow)
{
  DeskResidentsPane *self = DESK_RESIDENTS_PANE (pane);

  desk_list_detail_set_narrow (DESK_LIST_DETAIL (self->sides), narrow,
                               self->sheet != NULL ? DESK_PART_DETAIL : DESK_PART_LIST);
}

static gboolean
resume (DeskPane *pane, const char *route)
{
  desk_residents_pane_resume (DESK_RESIDENTS_PANE (pane), route);
  return TRUE;
}

static GtkWidget *
get_list (DeskPane *pane)
{
  return desk_residents_list_get_view (DESK_RESIDENTS_LIST (DESK_RESIDENTS_PANE (pane)->list));
}

static GtkWidget *
get_saved (DeskPane *pane, int list)
{
  return desk_residents_list_get_saved (DESK_RESIDENTS_LIST (DESK_RESIDENTS_PANE (pane)->list), list);
}

static void
pane_iface_init (DeskPaneInterface *iface)
{
  iface->can = pane_can;
  iface->act = pane_act;
  iface->grab_start_focus = grab_start_focus;
  iface->open_record = open_record;
  iface->make_record = make_record;
  iface->set_narrow = set_narrow;
  iface->resume = resume;
  iface->get_list = get_list;
  iface->get_saved = get_saved;
}

/* Object */

static void
desk_residents_pane_dispose (GObject *object)
{
  DeskResidentsPane *self = DESK_RESIDENTS_PANE (object);

  g_hash_table_remove_all (self->drafts);
  g_clear_pointer (&self->sides, gtk_widget_unparent);
  g_clear_pointer (&self->draft_key, g_free);
  g_clear_pointer (&self->resuming, g_free);
  self->sheet = NULL;
  g_clear_object (&self->engine);
  G_OBJECT_CLASS (desk_residents_pane_parent_class)->dispose (object);
}

static void
desk_residents_pane_finalize (GObject *object)
{
  DeskResidentsPane *self = DESK_RESIDENTS_PANE (object);

  g_hash_table_unref (self->drafts);
  desk_text_unref (self->text);
  G_OBJECT_CLASS (desk_residents_pane_parent_class)->finalize (object);
}

static void
desk_residents_pane_class_init (DeskResidentsPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_residents_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_residents_pane_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_residents_pane_init (DeskResidentsPane *self)
{
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static void
build_detail (DeskResidentsPane *self)
{
  self->detail = gtk_stack_new ();
  self->empty = desk_empty_new ("system-users-symbolic", NULL, _("Choose a unit or a person."));
  gtk_stack_add_child (GTK_STACK (self->detail), self->empty);
  self->unit_page = desk_unit_page_view_new (self->engine, self->text);
  gtk_stack_add_child (GTK_STACK (self->detail), self->unit_page);
  self->person_page = desk_person_page_view_new (self->engine, self->text);
  gtk_stack_add_child (GTK_STACK (self->detail), self->person_page);
  g_signal_connect (self->unit_page, "ask", G_CALLBACK (page_asks), self);
  g_signal_connect (self->person_page, "ask", G_CALLBACK (page_asks), self);
  g_signal_connect (self->unit_page, "shown", G_CALLBACK (page_shown), self);
  g_signal_connect (self->person_page, "shown", G_CALLBACK (page_shown), self);
}

/* Returns: (transfer floating): the pane, its lists asked for. */
DeskPane *
desk_residents_pane_new (DeskEngine *engine, DeskText *text)
{
  DeskResidentsPane *self = g_object_new (DESK_TYPE_RESIDENTS_PANE, NULL);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->list = desk_residents_list_new (engine, text);
  gtk_widget_set_vexpand (self->list, TRUE);
  gtk_widget_set_size_request (side, LIST_LEAST, -1);
  gtk_box_append (GTK_BOX (side), self->list);
  g_signal_connect (self->list, "selected", G_CALLBACK (row_selected), self);
  g_signal_connect (self->list, "opened", G_CALLBACK (row_opened), self);
  g_signal_connect (self->list, "key", G_CALLBACK (row_key), self);
  g_signal_connect (self->list, "make", G_CALLBACK (list_makes), self);
  build_detail (self);
  self->sides = desk_list_detail_new (side, self->detail, "residents", LIST_WIDTH, FALSE);
  g_signal_connect (self->sides, "focus", G_CALLBACK (focus_part), self);
  gtk_widget_set_parent (self->sides, GTK_WIDGET (self));
  return DESK_PANE (self);
}

/* Shows the page of a unit or person, selected in its list; the focus stays. */
void
desk_residents_pane_show_record (DeskResidentsPane *self, DeskKind kind, gint64 id)
{
  desk_residents_list_select (DESK_RESIDENTS_LIST (self->list), kind, id);
  desk_residents_pane_show_page (self, kind, id);
  desk_list_detail_show (DESK_LIST_DETAIL (self->sides), DESK_PART_DETAIL);
}

/* Opens the page of a unit or person and selects it in its list. Returns: FALSE for other kinds. */
gboolean
desk_residents_pane_open (DeskResidentsPane *self, DeskKind kind, gint64 id)
{
  if (kind != DESK_KIND_UNIT && kind != DESK_KIND_PERSON)
    return FALSE;
  desk_residents_pane_show_record (self, kind, id);
  if (desk_list_detail_get_narrow (DESK_LIST_DETAIL (self->sides)))
    desk_residents_pane_focus_detail (self);
  else
    desk_residents_list_focus (DESK_RESIDENTS_LIST (self->list));
  return TRUE;
}
