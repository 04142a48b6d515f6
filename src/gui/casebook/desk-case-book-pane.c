/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-book-pane.h"

#include <glib/gi18n.h>
#include <string.h>

#include "desk-allow.h"
#include "desk-case-book-forms.h"
#include "desk-case-book-list.h"
#include "desk-id.h"
#include "desk-list-detail.h"
#include "desk-notice.h"
#include "desk-status-line.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"
#include "desk-window.h"

#define LIST_WIDTH 420

struct _DeskCaseBookPane
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  DeskCaseSettings *settings; /* (nullable): as they stand */
  DeskStaffList *staff;       /* (nullable) */
  DeskCaseBook book;
  GtkWidget *box, *tabs[DESK_N_CASE_BOOKS], *make, *make_group, *notices, *list, *sides, *detail, *status;
  GtkWidget *form;    /* (nullable): in detail */
  DeskKind kind;      /* of what is, or is to be, selected */
  gint64 id;
  gint64 removing_id; /* is it still there when the rows come again? */
  gint64 removing_act;
  gboolean focus_form; /* once it is there */
  gboolean focus_rows; /* the same of the rows */
  gboolean busy;       /* in a change of tabs */
};

static guint left_signal;

static void pane_iface_init (DeskPaneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskCaseBookPane, desk_case_book_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_PANE, pane_iface_init))

static DeskCaseBookList *
list_of (DeskCaseBookPane *self)
{
  return DESK_CASE_BOOK_LIST (self->list);
}

static gint64
case_kind_of (DeskCaseBookPane *self)
{
  return self->book == DESK_CASE_BOOK_COMPLAINTS ? DESK_CASE_COMPLAINT : DESK_CASE_REPAIR;
}

static DeskRight
right_of (DeskCaseBookPane *self)
{
  return self->book == DESK_CASE_BOOK_CALENDARS ? DESK_RIGHT_CALENDAR_EDIT
         : self->book == DESK_CASE_BOOK_PHRASES ? DESK_RIGHT_KNOWLEDGE_EDIT
                                                : DESK_RIGHT_CATEGORY_EDIT;
}

static void load (DeskCaseBookPane *self);
static void make (DeskCaseBookPane *self, gboolean group);

/* The form */

static void
empty_detail (DeskCaseBookPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->detail)) != NULL)
    gtk_box_remove (GTK_BOX (self->detail), child);
  self->form = NULL;
}

static void
focus_list (DeskCaseBookPane *self)
{
  desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_LIST);
}

/* A day that was made proposes the next one: a holiday is seldom alone. */
static void
form_saved (DeskForm *form, gint64 id, gint64 act, DeskCaseBookPane *self)
{
  const DeskRecord *record = desk_form_get_record (form);
  gboolean another = record->kind == DESK_KIND_CALENDAR_DAY && record->id == 0;

  self->kind = record->kind;
  self->id = id;
  if (act != 0)
    desk_window_toast_undo (desk_window_of (GTK_WIDGET (self)), _("Saved"), act);
  empty_detail (self);
  self->focus_form = another;
  self->focus_rows = !another;
  load (self);
}

static void
form_removed (DeskForm *form, gint64 act, DeskCaseBookPane *self)
{
  self->removing_id = desk_form_get_record (form)->id;
  self->removing_act = act;
  self->focus_rows = TRUE;
  empty_detail (self);
  load (self);
}

static void
form_left (DeskForm *form, DeskCaseBookPane *self)
{
  if (desk_form_get_record (form)->id == 0)
    {
      empty_detail (self);
      desk_case_book_list_fill (list_of (self), self->settings, self->book, self->kind, self->id);
    }
  focus_list (self);
}

/* @record: (transfer full). */
static void
show_form (DeskCaseBookPane *self, DeskRecord *record)
{
  DeskRight right = record->kind == DESK_KIND_SETTING ? DESK_RIGHT_SETTING_EDIT : right_of (self);
  g_autofree char *reason = desk_allow_reason (self->engine, self->text, right, TRUE);

  empty_detail (self);
  if (reason != NULL)
    gtk_box_append (GTK_BOX (self->detail), desk_notice_new ("info", "changes-prevent-symbolic", reason, NULL));
  self->form = desk_case_book_form_new (self->engine, self->text, record, self->settings, self->staff);
  gtk_widget_set_sensitive (self->form, reason == NULL);
  g_signal_connect (self->form, "saved", G_CALLBACK (form_saved), self);
  g_signal_connect (self->form, "removed", G_CALLBACK (form_removed), self);
  g_signal_connect (self->form, "left", G_CALLBACK (form_left), self);
  gtk_widget_set_vexpand (self->form, TRUE);
  gtk_box_append (GTK_BOX (self->detail), self->form);
}

/* What is being typed stays under the hand, whatever else comes. */
static gboolean
is_typing (DeskCaseBookPane *self, const DeskRecord *record)
{
  const DeskRecord *shown = self->form != NULL ? desk_form_get_record (DESK_FORM (self->form)) : NULL;

  return shown != NULL && desk_form_is_dirty (DESK_FORM (self->form))
         && (record == NULL || (record->kind == shown->kind && record->id == shown->id));
}

static void
row_selected (DeskCaseBookPane *self)
{
  const DeskRecord *record = desk_case_book_list_get_selected (list_of (self));

  if (record == NULL || self->settings == NULL)
    return;
  self->kind = record->kind;
  self->id = record->id;
  if (!is_typing (self, record))
    show_form (self, desk_record_copy (record));
}

static void
row_opened (DeskCaseBookPane *self)
{
  desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_DETAIL);
}

static gboolean
row_key (DeskCaseBookList *list, guint keyval, DeskCaseBookPane *self)
{
  guint key = gdk_keyval_to_lower (keyval);

  if (key == GDK_KEY_n && gtk_widget_get_sensitive (self->make))
    make (self, FALSE);
  else if (key == GDK_KEY_g && gtk_widget_get_sensitive (self->make_group))
    make (self, TRUE);
  else if (keyval >= GDK_KEY_1 && keyval < GDK_KEY_1 + DESK_N_CASE_BOOKS)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tabs[keyval - GDK_KEY_1]), TRUE);
  else
    return FALSE;
  return TRUE;
}

static void
starters_added (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskCaseBookPane) self = data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  g_autofree char *sentence = saved == NULL ? desk_text_error (self->text, error) : NULL;

  if (self->list != NULL && saved == NULL)
    desk_window_toast (desk_window_of (GTK_WIDGET (self)), sentence);
  else if (self->list != NULL)
    {
      g_autofree char *number = desk_text_number (saved->count);
      g_autofree char *words = desk_text_fill (ngettext ("%1 phrase added", "%1 phrases added", (gulong) saved->count),
                                               (const char *[]){ number, NULL });

      desk_window_toast_undo (desk_window_of (GTK_WIDGET (self)), words, saved->act_id);
    }
  desk_use_case_free_result (DESK_USE_CASE_ADD_PHRASES, saved);
}

/* The set in the language of the window, as far as it is not there. */
static void
add_starters (DeskCaseBookPane *self)
{
  DeskGetInput *in = desk_get_input_new (DESK_KIND_PHRASE, g_str_has_prefix (desk_text_language (self->text), "zh") ? 1 : 2, 0);

  in->input.request_key = desk_id_new_key ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_ADD_PHRASES, in, NULL, starters_added, g_object_ref (self));
}

/* Something new beside what is selected. @group: what the second button makes. */
static void
make (DeskCaseBookPane *self, gboolean group)
{
  const DeskRecord *like = desk_case_book_list_get_selected (list_of (self));
  DeskKind kind = self->book == DESK_CASE_BOOK_PHRASES      ? DESK_KIND_PHRASE
                  : self->book != DESK_CASE_BOOK_CALENDARS ? DESK_KIND_CATEGORY
                  : group                                  ? DESK_KIND_CALENDAR
                                                           : DESK_KIND_CALENDAR_DAY;
  DeskRecord *record;

  if (self->settings == NULL)
    return;
  if (kind == DESK_KIND_PHRASE && group)
    {
      add_starters (self);
      return;
    }
  record = desk_case_book_propose (kind, case_kind_of (self), group, like, self->settings, desk_engine_today (self->engine));
  if (record == NULL)
    {
      desk_window_toast (desk_window_of (GTK_WIDGET (self)), _("A category stands in a group: make the group first (G)."));
      return;
    }
  desk_case_book_list_unselect (list_of (self));
  show_form (self, record);
  row_opened (self);
}

static void
make_clicked (GtkWidget *button, DeskCaseBookPane *self)
{
  make (self, button == self->make_group);
}

/* What is there */

static void
show_notice (DeskCaseBookPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->notices)) != NULL)
    gtk_box_remove (GTK_BOX (self->notices), child);
  if (self->book == DESK_CASE_BOOK_CALENDARS && self->settings->missing_year != 0)
    {
      g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT, self->settings->missing_year);
      g_autofree char *fact = desk_text_fill (_("The holidays of %1 are missing."), (const char *[]){ year, NULL });

      gtk_box_append (GTK_BOX (self->notices),
                      desk_notice_new ("soon", "dialog-warning-symbolic", fact, _("Without them only weekends are off: Ctrl+N.")));
    }
}

static void
show_counts (DeskCaseBookPane *self)
{
  gint64 n = 0;
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->settings->categories->len; i++)
    {
      const DeskCategory *category = self->settings->categories->pdata[i];

      n += category->parent_id != 0 && category->retired_on == 0 && category->case_kind == case_kind_of (self);
    }
  if (self->book == DESK_CASE_BOOK_CALENDARS)
    n = self->settings->days->len;
  else if (self->book == DESK_CASE_BOOK_PHRASES)
    n = self->settings->phrases->len;
  number = desk_text_number (n);
  words = self->book == DESK_CASE_BOOK_PHRASES
              ? desk_text_fill (ngettext ("%1 phrase", "%1 phrases", (gulong) n), (const char *[]){ number, NULL })
          : self->book == DESK_CASE_BOOK_CALENDARS
              ? desk_text_fill (ngettext ("%1 day", "%1 days", (gulong) n), (const char *[]){ number, NULL })
              : desk_text_fill (ngettext ("%1 category in use", "%1 categories in use", (gulong) n),
                                (const char *[]){ number, NULL });
  desk_status_line_set_counts (DESK_STATUS_LINE (self->status), words);
}

/* Removed, or, because cases stand in it, out of use from today. */
static void
say_removed (DeskCaseBookPane *self)
{
  const char *words = _("Removed");

  for (guint i = 0; i < self->settings->categories->len; i++)
    if (((DeskCategory *) self->settings->categories->pdata[i])->record.id == self->removing_id
        && self->kind == DESK_KIND_CATEGORY)
      words = _("It is in use, so it stays with its cases and is not offered any more.");
  desk_window_toast_undo (desk_window_of (GTK_WIDGET (self)), words, self->removing_act);
  self->removing_act = self->removing_id = 0;
}

static void
show_all (DeskCaseBookPane *self)
{
  gboolean list_had_focus = desk_has_focus_inside (self->list) || desk_has_focus_inside (self->detail);
  gboolean fresh = self->form != NULL && desk_form_get_record (DESK_FORM (self->form))->id == 0;

  show_notice (self);
  show_counts (self);
  if (self->removing_act != 0)
    say_removed (self);
  if (fresh)
    return;
  desk_case_book_list_fill (list_of (self), self->settings, self->book, self->kind, self->id);
  if (self->focus_form)
    make (self, FALSE);
  else if ((list_had_focus || self->focus_rows) && !is_typing (self, NULL))
    focus_list (self);
  self->focus_form = self->focus_rows = FALSE;
}

static void
settings_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskCaseBookPane) self = data;
  g_autoptr (GError) error = NULL;
  DeskCaseSettings *settings = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (settings == NULL || self->list == NULL)
    {
      if (settings == NULL && self->list != NULL)
        desk_window_say_error (desk_window_of (GTK_WIDGET (self)), error);
      desk_use_case_free_result (DESK_USE_CASE_GET_CASE_SETTINGS, settings);
      return;
    }
  desk_use_case_free_result (DESK_USE_CASE_GET_CASE_SETTINGS, self->settings);
  self->settings = settings;
  show_all (self);
}

static void
staff_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskCaseBookPane) self = data;
  DeskStaffList *staff = desk_engine_call_finish (DESK_ENGINE (source), result, NULL);

  if (self->list == NULL)
    desk_use_case_free_result (DESK_USE_CASE_LIST_STAFF, staff);
  else if (staff != NULL)
    {
      desk_use_case_free_result (DESK_USE_CASE_LIST_STAFF, self->staff);
      self->staff = staff;
      desk_engine_call_async (self->engine, DESK_USE_CASE_GET_CASE_SETTINGS,
                              desk_get_input_new (DESK_KIND_CATEGORY, 0, desk_engine_today (self->engine)), NULL,
                              settings_read, g_object_ref (self));
    }
}

/* Who can be on duty first, then everything else. */
static void
load (DeskCaseBookPane *self)
{
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_STAFF, desk_get_input_new (DESK_KIND_STAFF, 0, 0), NULL,
                          staff_read, g_object_ref (self));
}

static void
on_changed (DeskCaseBookPane *self, DeskChangeSet *changes)
{
  if (desk_change_set_touches (changes, DESK_KIND_CATEGORY) || desk_change_set_touches (changes, DESK_KIND_CALENDAR)
      || desk_change_set_touches (changes, DESK_KIND_CALENDAR_DAY) || desk_change_set_touches (changes, DESK_KIND_PHRASE)
      || desk_change_set_touches (changes, DESK_KIND_SETTING) || desk_change_set_touches (changes, DESK_KIND_STAFF))
    load (self);
}

/* Tabs */

static void
set_words (GtkWidget *button, const char *label)
{
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)))), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Two buttons make things; which depends on what is shown, and so does who may. */
static void
show_makers (DeskCaseBookPane *self)
{
  gboolean calendars = self->book == DESK_CASE_BOOK_CALENDARS, phrases = self->book == DESK_CASE_BOOK_PHRASES;
  g_autofree char *reason = desk_allow_reason (self->engine, self->text, right_of (self), TRUE);

  set_words (self->make, phrases ? _("New Phrase") : calendars ? _("New Holiday") : _("New Category"));
  set_words (self->make_group, phrases ? _("Add Starting Set") : calendars ? _("New Calendar") : _("New Group"));
  desk_allow_show (self->make, reason, NULL);
  desk_allow_show (self->make_group, reason, NULL);
}

static void
on_tab (GtkToggleButton *tab, DeskCaseBookPane *self)
{
  if (!gtk_toggle_button_get_active (tab) || self->busy)
    return;
  for (int i = 0; i < DESK_N_CASE_BOOKS; i++)
    if (self->tabs[i] == GTK_WIDGET (tab))
      self->book = i;
  show_makers (self);
  if (self->settings == NULL)
    return;
  empty_detail (self);
  self->id = 0;
  show_notice (self);
  show_counts (self);
  desk_case_book_list_fill (list_of (self), self->settings, self->book, DESK_KIND_NONE, 0);
  focus_list (self);
}

static void
on_session (DeskCaseBookPane *self)
{
  show_makers (self);
  empty_detail (self);
  load (self);
}

/* The pane */

static void
focus_part (DeskListDetail *sides, int part, DeskCaseBookPane *self)
{
  if (part == DESK_PART_DETAIL && self->form != NULL)
    desk_form_focus (DESK_FORM (self->form));
  else if (part == DESK_PART_FILTER)
    gtk_widget_grab_focus (self->tabs[self->book]);
  else
    desk_case_book_list_focus (list_of (self));
}

static gboolean
pane_can (DeskPane *pane, DeskPaneAct act)
{
  DeskCaseBookPane *self = DESK_CASE_BOOK_PANE (pane);

  if (act == DESK_PANE_NEW)
    return gtk_widget_get_sensitive (self->make);
  if (act == DESK_PANE_SAVE)
    return self->form != NULL && gtk_widget_get_sensitive (self->form);
  return act == DESK_PANE_REFRESH || act == DESK_PANE_BACK || act == DESK_PANE_CYCLE;
}

static gboolean
go_back (DeskCaseBookPane *self)
{
  if (desk_has_focus_inside (self->detail) && self->form != NULL)
    desk_form_leave (DESK_FORM (self->form));
  else if (desk_list_detail_in_detail (DESK_LIST_DETAIL (self->sides)))
    focus_list (self);
  else
    g_signal_emit (self, left_signal, 0);
  return TRUE;
}

static gboolean
pane_act (DeskPane *pane, DeskPaneAct act)
{
  DeskCaseBookPane *self = DESK_CASE_BOOK_PANE (pane);

  if (!pane_can (pane, act))
    return FALSE;
  if (act == DESK_PANE_NEW)
    make (self, FALSE);
  else if (act == DESK_PANE_SAVE)
    desk_form_save (DESK_FORM (self->form));
  else if (act == DESK_PANE_REFRESH)
    load (self);
  else if (act == DESK_PANE_BACK)
    return go_back (self);
  else if (desk_has_focus_inside (self->list))
    row_opened (self);
  else if (desk_has_focus_inside (self->detail))
    desk_list_detail_go (DESK_LIST_DETAIL (self->sides), DESK_PART_FILTER);
  else
    focus_list (self);
  return TRUE;
}

static void
grab_start_focus (DeskPane *pane)
{
  DeskCaseBookPane *self = DESK_CASE_BOOK_PANE (pane);

  self->focus_rows = self->settings == NULL;
  focus_list (self);
}

static void
set_narrow (DeskPane *pane, gboolean narrow)
{
  desk_list_detail_set_narrow (DESK_LIST_DETAIL (DESK_CASE_BOOK_PANE (pane)->sides), narrow, DESK_PART_LIST);
}

/* "category/12": brings a record to the front, with the words that were kept; of a new one there is nothing to bring. */
static gboolean
resume (DeskPane *pane, const char *route)
{
  DeskCaseBookPane *self = DESK_CASE_BOOK_PANE (pane);
  const char *slash = strchr (route, '/');
  g_autofree char *nick = slash != NULL ? g_strndup (route, (gsize) (slash - route)) : g_strdup (route);

  self->kind = desk_kind_from_nick (nick);
  self->id = slash != NULL ? g_ascii_strtoll (slash + 1, NULL, 10) : 0;
  self->book = self->kind == DESK_KIND_CATEGORY ? DESK_CASE_BOOK_REPAIRS
               : self->kind == DESK_KIND_SETTING ? DESK_CASE_BOOK_COMPLAINTS
               : self->kind == DESK_KIND_PHRASE ? DESK_CASE_BOOK_PHRASES
                                                : DESK_CASE_BOOK_CALENDARS;
  self->busy = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tabs[self->book]), TRUE);
  self->busy = FALSE;
  show_makers (self);
  load (self);
  return TRUE;
}

static void
pane_iface_init (DeskPaneInterface *iface)
{
  iface->can = pane_can;
  iface->act = pane_act;
  iface->grab_start_focus = grab_start_focus;
  iface->set_narrow = set_narrow;
  iface->resume = resume;
}

/* Object */

static void
desk_case_book_pane_dispose (GObject *object)
{
  DeskCaseBookPane *self = DESK_CASE_BOOK_PANE (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  desk_use_case_free_result (DESK_USE_CASE_GET_CASE_SETTINGS, g_steal_pointer (&self->settings));
  desk_use_case_free_result (DESK_USE_CASE_LIST_STAFF, g_steal_pointer (&self->staff));
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_case_book_pane_parent_class)->dispose (object);
}

static void
desk_case_book_pane_class_init (DeskCaseBookPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_case_book_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  left_signal = g_signal_new ("left", DESK_TYPE_CASE_BOOK_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_case_book_pane_init (DeskCaseBookPane *self)
{
}

static GtkWidget *
build_tabs (DeskCaseBookPane *self)
{
  const char *const words[] = { _("Repairs"), _("Complaints"), C_("case book", "Calendars"), _("Phrases") };
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (linked, "linked");
  gtk_widget_set_valign (linked, GTK_ALIGN_CENTER);
  for (int i = 0; i < DESK_N_CASE_BOOKS; i++)
    {
      self->tabs[i] = gtk_toggle_button_new_with_label (words[i]);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->tabs[i]), GTK_TOGGLE_BUTTON (self->tabs[0]));
      gtk_box_append (GTK_BOX (linked), self->tabs[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tabs[0]), TRUE);
  for (int i = 0; i < DESK_N_CASE_BOOKS; i++)
    g_signal_connect (self->tabs[i], "toggled", G_CALLBACK (on_tab), self);
  return linked;
}

static GtkWidget *
build_bar (DeskCaseBookPane *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *title = gtk_label_new (_("Categories and Calendars"));
  GtkWidget *gap = gtk_label_new (NULL);

  gtk_widget_add_css_class (bar, "pane-bar");
  gtk_widget_add_css_class (title, "pane-title");
  gtk_box_append (GTK_BOX (bar), title);
  gtk_box_append (GTK_BOX (bar), build_tabs (self));
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_box_append (GTK_BOX (bar), gap);
  self->make_group = desk_button_new (NULL, _("New Group"), "G");
  self->make = desk_button_new (NULL, _("New Category"), "Ctrl+N");
  gtk_widget_set_valign (self->make_group, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->make, GTK_ALIGN_CENTER);
  g_signal_connect (self->make_group, "clicked", G_CALLBACK (make_clicked), self);
  g_signal_connect (self->make, "clicked", G_CALLBACK (make_clicked), self);
  gtk_box_append (GTK_BOX (bar), self->make_group);
  gtk_box_append (GTK_BOX (bar), self->make);
  return bar;
}

static GtkWidget *
build_side (DeskCaseBookPane *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (side, "list-side");
  gtk_widget_set_size_request (side, 320, -1);
  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (side), self->notices);
  self->list = desk_case_book_list_new (self->text);
  gtk_widget_set_vexpand (self->list, TRUE);
  g_signal_connect_swapped (self->list, "selected", G_CALLBACK (row_selected), self);
  g_signal_connect_swapped (self->list, "opened", G_CALLBACK (row_opened), self);
  g_signal_connect (self->list, "key", G_CALLBACK (row_key), self);
  gtk_box_append (GTK_BOX (side), self->list);
  self->status = desk_status_line_new ();
  desk_status_line_set_keys (DESK_STATUS_LINE (self->status), _("Enter edits  N new  G other button  1–4 lists"));
  gtk_box_append (GTK_BOX (side), self->status);
  return side;
}

/* Returns: (transfer floating): the pane, what it shows asked for. */
GtkWidget *
desk_case_book_pane_new (DeskEngine *engine, DeskText *text)
{
  DeskCaseBookPane *self = g_object_new (DESK_TYPE_CASE_BOOK_PANE, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), build_bar (self));
  self->detail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->sides = desk_list_detail_new (build_side (self), self->detail, "casebook", LIST_WIDTH, FALSE);
  gtk_widget_set_vexpand (self->sides, TRUE);
  g_signal_connect (self->sides, "focus", G_CALLBACK (focus_part), self);
  gtk_box_append (GTK_BOX (self->box), self->sides);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  show_makers (self);
  g_signal_connect_object (engine, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "session", G_CALLBACK (on_session), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}
