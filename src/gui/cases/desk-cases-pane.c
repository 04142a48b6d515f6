/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cases-pane-private.h"

#include <glib/gi18n.h>

#include "desk-list-detail.h"
#include "desk-list-view.h"
#include "desk-notice.h"
#include "desk-outage-bar.h"

#define LIST_WIDTH 626

static void pane_iface_init (DeskPaneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskCasesPane, desk_cases_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_PANE, pane_iface_init))

static DeskListDetail *
sides (DeskCasesPane *self)
{
  return DESK_LIST_DETAIL (self->sides);
}

static void
show_page (DeskCasesPane *self, gint64 id)
{
  gtk_stack_set_visible_child (GTK_STACK (self->detail), id != 0 ? self->page : self->empty);
  if (id != 0)
    desk_record_page_open (DESK_RECORD_PAGE (self->page), id);
}

void
desk_cases_pane_show (DeskCasesPane *self, gint64 id)
{
  desk_case_list_select (DESK_CASE_LIST (self->list), id);
  show_page (self, id);
  desk_list_detail_show (sides (self), DESK_PART_DETAIL);
}

static void
focus_part (DeskListDetail *list_detail, int part, DeskCasesPane *self)
{
  if (part == DESK_PART_FILTER)
    desk_case_list_focus_filter (DESK_CASE_LIST (self->list));
  else if (part == DESK_PART_DETAIL && gtk_stack_get_visible_child (GTK_STACK (self->detail)) == self->page)
    desk_record_page_focus (DESK_RECORD_PAGE (self->page));
  else
    desk_case_list_focus (DESK_CASE_LIST (self->list));
}

/* List and page */

static void
focus_list (DeskCasesPane *self)
{
  desk_list_detail_go (sides (self), DESK_PART_LIST);
}

static void
row_selected (DeskCaseList *list, gint64 id, DeskCasesPane *self)
{
  show_page (self, id);
}

static void
row_opened (DeskCaseList *list, gint64 id, DeskCasesPane *self)
{
  show_page (self, id);
  desk_list_detail_go (sides (self), DESK_PART_DETAIL);
}

static gboolean
row_key (DeskCaseList *list, guint keyval, DeskCasesPane *self)
{
  return desk_cases_pane_key (self, keyval);
}

static void
page_does (DeskCasePageView *page, gpointer deed, DeskCasesPane *self)
{
  desk_cases_pane_do (self, deed);
}

static void
page_opens (DeskCasePageView *page, gint64 id, DeskCasesPane *self)
{
  desk_cases_pane_show (self, id);
}

static void
page_shown (DeskRecordPage *page, DeskCasesPane *self)
{
  desk_cases_pane_resume_now (self);
}

/* The pane's keys */

static gboolean
go_back (DeskCasesPane *self)
{
  if (desk_list_detail_in_detail (sides (self)) || desk_case_list_clear_marks (DESK_CASE_LIST (self->list))
      || desk_case_list_clear_filter (DESK_CASE_LIST (self->list))
      || !desk_list_view_has_focus (DESK_LIST_VIEW (desk_case_list_get_view (DESK_CASE_LIST (self->list)))))
    focus_list (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
pane_can (DeskPane *pane, DeskPaneAct act)
{
  DeskCasesPane *self = DESK_CASES_PANE (pane);

  if (act == DESK_PANE_SHOW_NUMBER)
    return desk_record_page_is_shown (DESK_RECORD_PAGE (self->page));
  return act != DESK_PANE_SAVE && (act != DESK_PANE_NEW || self->family->make != NULL);
}

static gboolean
pane_act (DeskPane *pane, DeskPaneAct act)
{
  DeskCasesPane *self = DESK_CASES_PANE (pane);

  switch ((int) act)
    {
    case DESK_PANE_FILTER:
      desk_list_detail_go (sides (self), DESK_PART_FILTER);
      return TRUE;
    case DESK_PANE_NEW:
      if (self->family->make != NULL)
        desk_cases_pane_make (self);
      return self->family->make != NULL;
    case DESK_PANE_REFRESH:
      desk_case_list_refresh (DESK_CASE_LIST (self->list));
      desk_record_page_reload (DESK_RECORD_PAGE (self->page));
      return TRUE;
    case DESK_PANE_BACK:
      return go_back (self);
    case DESK_PANE_CYCLE:
      desk_list_detail_cycle (sides (self));
      return TRUE;
    case DESK_PANE_SHOW_NUMBER:
      desk_record_page_show_numbers (DESK_RECORD_PAGE (self->page));
      return TRUE;
    case DESK_PANE_ATTACH:
      desk_outage_attach_call (GTK_WIDGET (self), 0, desk_case_list_get_selected (DESK_CASE_LIST (self->list)));
      return desk_case_list_get_selected (DESK_CASE_LIST (self->list)) != 0;
    case DESK_PANE_SAVE:
    default:
      return FALSE;
    }
}

static void
grab_start_focus (DeskPane *pane)
{
  focus_list (DESK_CASES_PANE (pane));
}

static gboolean
open_record (DeskPane *pane, DeskKind kind, gint64 id)
{
  DeskCasesPane *self = DESK_CASES_PANE (pane);

  if (kind != DESK_KIND_SERVICE_CASE)
    return FALSE;
  desk_cases_pane_show (self, id);
  desk_list_detail_go (sides (self), DESK_PART_DETAIL);
  return TRUE;
}

static gboolean
make_record (DeskPane *pane, DeskKind kind)
{
  if (kind != DESK_KIND_SERVICE_CASE || DESK_CASES_PANE (pane)->family->make == NULL)
    return FALSE;
  desk_cases_pane_make (DESK_CASES_PANE (pane));
  return TRUE;
}

static void
set_narrow (DeskPane *pane, gboolean narrow)
{
  desk_list_detail_set_narrow (sides (DESK_CASES_PANE (pane)), narrow, DESK_PART_LIST);
}

static gboolean
resume (DeskPane *pane, const char *route)
{
  desk_cases_pane_resume (DESK_CASES_PANE (pane), route);
  return TRUE;
}

static GtkWidget *
get_list (DeskPane *pane)
{
  return desk_case_list_get_view (DESK_CASE_LIST (DESK_CASES_PANE (pane)->list));
}

static GtkWidget *
get_saved (DeskPane *pane, int list)
{
  return desk_case_list_get_saved (DESK_CASE_LIST (DESK_CASES_PANE (pane)->list));
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

void
desk_cases_pane_show_figure (DeskCasesPane *self, const DeskFigureRows *rows)
{
  desk_case_list_show_figure (DESK_CASE_LIST (self->list), rows);
  focus_list (self);
}

/* The clocks go on, where somebody looks. */
static gboolean
on_minute (gpointer data)
{
  DeskCasesPane *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      desk_case_list_tick (DESK_CASE_LIST (self->list));
      desk_record_page_reload (DESK_RECORD_PAGE (self->page));
    }
  return G_SOURCE_CONTINUE;
}

static void
on_session (DeskCasesPane *self)
{
  desk_case_list_begin (DESK_CASE_LIST (self->list));
  desk_record_page_reload (DESK_RECORD_PAGE (self->page));
}

/* Object */

static void
desk_cases_pane_dispose (GObject *object)
{
  DeskCasesPane *self = DESK_CASES_PANE (object);

  g_clear_handle_id (&self->minute_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->resuming, g_free);
  g_clear_object (&self->engine);
  G_OBJECT_CLASS (desk_cases_pane_parent_class)->dispose (object);
}

static void
desk_cases_pane_finalize (GObject *object)
{
  desk_text_unref (DESK_CASES_PANE (object)->text);
  G_OBJECT_CLASS (desk_cases_pane_parent_class)->finalize (object);
}

static void
desk_cases_pane_class_init (DeskCasesPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_cases_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_cases_pane_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_cases_pane_init (DeskCasesPane *self)
{
}

static GtkWidget *
build_bar (DeskCasesPane *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *title = gtk_label_new (_(self->family->title));
  GtkWidget *out = gtk_button_new_from_icon_name ("document-save-as-symbolic");
  GtkWidget *make;

  gtk_widget_add_css_class (bar, "pane-bar");
  gtk_widget_add_css_class (title, "pane-title");
  gtk_box_append (GTK_BOX (bar), title);
  gtk_box_append (GTK_BOX (bar), desk_case_list_get_bar (DESK_CASE_LIST (self->list)));
  gtk_widget_add_css_class (out, "flat");
  gtk_widget_set_valign (out, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (out, _("Export the List (Ctrl+E)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (out), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Export the List"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (out), "win.export");
  gtk_box_append (GTK_BOX (bar), out);
  if (self->family->make == NULL)
    return bar;
  make = desk_button_new ("list-add-symbolic", _(self->family->make), "Ctrl+N");
  gtk_widget_set_valign (make, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (make, "clicked", G_CALLBACK (desk_cases_pane_make), self);
  gtk_box_append (GTK_BOX (bar), make);
  return bar;
}

static void
build_detail (DeskCasesPane *self)
{
  self->detail = gtk_stack_new ();
  self->empty = desk_empty_new (self->family->icon, NULL, _("Choose a case."));
  gtk_stack_add_child (GTK_STACK (self->detail), self->empty);
  self->page = desk_case_page_view_new (self->engine, self->text);
  gtk_stack_add_child (GTK_STACK (self->detail), self->page);
  g_signal_connect (self->page, "deed", G_CALLBACK (page_does), self);
  g_signal_connect (self->page, "other", G_CALLBACK (page_opens), self);
  g_signal_connect (self->page, "shown", G_CALLBACK (page_shown), self);
}

/* Returns: (transfer floating): the pane, its list asked for. */
DeskPane *
desk_cases_pane_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family)
{
  DeskCasesPane *self = g_object_new (DESK_TYPE_CASES_PANE, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->family = family;
  build_detail (self);
  self->list = desk_case_list_new (engine, text, family);
  g_signal_connect (self->list, "selected", G_CALLBACK (row_selected), self);
  g_signal_connect (self->list, "opened", G_CALLBACK (row_opened), self);
  g_signal_connect (self->list, "key", G_CALLBACK (row_key), self);
  g_signal_connect_swapped (self->list, "leave", G_CALLBACK (focus_list), self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), build_bar (self));
  self->sides = desk_list_detail_new (self->list, self->detail, family->id, LIST_WIDTH, TRUE);
  gtk_widget_set_vexpand (self->sides, TRUE);
  g_signal_connect (self->sides, "focus", G_CALLBACK (focus_part), self);
  gtk_box_append (GTK_BOX (self->box), self->sides);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (engine, "session", G_CALLBACK (on_session), self, G_CONNECT_SWAPPED);
  self->minute_source = g_timeout_add_seconds (60, on_minute, self);
  return DESK_PANE (self);
}
