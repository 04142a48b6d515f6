/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-outage-page.h"

#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-cancelled.h"
#include "desk-facts.h"
#include "desk-id.h"
#include "desk-notice.h"
#include "desk-outage-bar.h"
#include "desk-outage-forms.h"
#include "desk-string.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-outage.h"
#include "desk-text-problem.h"

struct _DeskOutagePageView
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *stack, *empty, *page;
  GtkWidget *notice, *facts, *heading, *callers, *end, *edit, *tell_all;
  gint64 outage_id;
  DeskOutagePage *shown; /* (nullable) */
  GCancellable *reading;
};

static guint entry_signal;

G_DEFINE_FINAL_TYPE (DeskOutagePageView, desk_outage_page, GTK_TYPE_WIDGET)

static void
drop_page (DeskOutagePageView *self)
{
  if (self->shown != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_OUTAGE, self->shown);
  self->shown = NULL;
}

/* Filling */

static GtkWidget *
cell (const char *words, const char *css_class, int width)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), width < 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, width < 0);
  gtk_widget_set_size_request (label, width, -1);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* By name, as they said, or by their masked phone. */
static const char *
name_of (const DeskOutageCaller *caller)
{
  if (caller->who != NULL && *caller->who != '\0')
    return caller->who;
  return !desk_string_is_empty (caller->visit->caller) ? caller->visit->caller
         : caller->visit->phone != NULL                ? caller->visit->phone
                                                        : "";
}

static void
fill_row (DeskOutagePageView *self, GtkWidget *row, const DeskOutageCaller *caller)
{
  gboolean told = caller->call->told_at != 0;
  g_autofree char *when = desk_text_time (self->text, caller->visit->at, self->shown->now);
  const char *mark = told ? C_ ("outage", "Told") : C_ ("outage", "To tell");
  const char *place = caller->unit_label != NULL ? caller->unit_label : "";
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", place, name_of (caller), mark);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_opacity (icon, told ? 1 : 0);
  gtk_widget_add_css_class (icon, "done");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), cell (place, "strong", 90));
  gtk_box_append (GTK_BOX (box), cell (name_of (caller), NULL, 100));
  gtk_box_append (GTK_BOX (box), cell (caller->visit->about != NULL ? caller->visit->about : "", "dim", -1));
  if (caller->case_number != NULL)
    gtk_box_append (GTK_BOX (box), cell (caller->case_number, "accent", 0));
  gtk_box_append (GTK_BOX (box), cell (when, "caption", 0));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Rows stay as long as there is somebody for them, so that the keyboard stays where it is. */
static void
fill_callers (DeskOutagePageView *self)
{
  GtkListBox *list = GTK_LIST_BOX (self->callers);
  const GPtrArray *callers = self->shown->callers;
  g_autofree char *n = desk_text_number (self->shown->card->n_callers);
  g_autofree char *untold = desk_text_number (self->shown->card->n_untold);
  g_autofree char *words = desk_text_fill (_("%1 callers, %2 to tell"), (const char *[]){ n, untold, NULL });
  GtkListBoxRow *row;

  gtk_label_set_text (GTK_LABEL (self->heading), words);
  while ((row = gtk_list_box_get_row_at_index (list, (int) callers->len)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < callers->len; i++)
    {
      row = gtk_list_box_get_row_at_index (list, (int) i);
      if (row == NULL)
        gtk_list_box_append (list, GTK_WIDGET (row = GTK_LIST_BOX_ROW (gtk_list_box_row_new ())));
      fill_row (self, GTK_WIDGET (row), callers->pdata[i]);
    }
  if (gtk_list_box_get_selected_row (list) == NULL)
    gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
}

static void
fill_facts (DeskOutagePageView *self)
{
  const DeskOutage *outage = self->shown->card->outage;
  g_autofree char *ended = outage->ended_at != 0 ? desk_text_time (self->text, outage->ended_at, self->shown->now) : NULL;

  desk_facts_clear (self->facts);
  desk_facts_add (self->facts, desk_text_field (self->text, DESK_KIND_NONE, "staff_id"),
                  self->shown->staff_name != NULL ? desk_text_staff_name (self->text, self->shown->staff_name) : NULL);
  desk_facts_add (self->facts, desk_text_field (self->text, DESK_KIND_OUTAGE, "ended_at"), ended);
  desk_facts_add (self->facts, desk_text_field (self->text, DESK_KIND_OUTAGE, "ended_by"),
                  self->shown->ended_name != NULL ? desk_text_staff_name (self->text, self->shown->ended_name) : NULL);
  desk_facts_add (self->facts, desk_text_field (self->text, DESK_KIND_OUTAGE, "ending"), outage->ending);
}

static void
fill (DeskOutagePageView *self)
{
  gboolean running;

  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->shown != NULL ? self->page : self->empty);
  if (self->shown == NULL)
    return;
  running = self->shown->card->outage->ended_at == 0;
  if (gtk_widget_get_first_child (self->notice) != NULL)
    gtk_box_remove (GTK_BOX (self->notice), gtk_widget_get_first_child (self->notice));
  gtk_box_append (GTK_BOX (self->notice), desk_outage_notice_new (self->text, self->shown->card, self->shown->now, TRUE));
  fill_facts (self);
  fill_callers (self);
  gtk_widget_set_visible (self->end, running);
  gtk_widget_set_visible (self->edit, running);
  gtk_widget_set_visible (self->tell_all, self->shown->card->n_untold > 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskOutagePageView) self = data;
  g_autoptr (GError) error = NULL;
  DeskOutagePage *page = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (page == NULL && desk_cancelled (error))
    return;
  if (self->engine == NULL)
    {
      desk_use_case_free_result (DESK_USE_CASE_GET_OUTAGE, page);
      return;
    }
  g_clear_object (&self->reading);
  drop_page (self);
  self->shown = page;
  if (page == NULL)
    {
      g_autofree char *sentence = desk_text_error (self->text, error);

      desk_empty_set_words (self->empty, NULL, sentence);
    }
  fill (self);
}

static void
stop_reading (DeskOutagePageView *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
reload (DeskOutagePageView *self)
{
  stop_reading (self);
  self->reading = g_cancellable_new ();
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_OUTAGE,
                          desk_get_input_new (DESK_KIND_OUTAGE, self->outage_id, desk_engine_today (self->engine)),
                          self->reading, read_cb, g_object_ref (self));
}

/* Shows this outage; 0: none. */
void
desk_outage_page_show (DeskOutagePageView *self, gint64 outage_id)
{
  if (self->outage_id == outage_id && self->shown != NULL)
    return;
  self->outage_id = outage_id;
  if (outage_id != 0)
    {
      reload (self);
      return;
    }
  stop_reading (self);
  drop_page (self);
  desk_empty_set_words (self->empty, NULL, _("Choose an outage."));
  fill (self);
}

static void
engine_changed (DeskOutagePageView *self, DeskChangeSet *changes)
{
  static const DeskKind kinds[] = { DESK_KIND_OUTAGE, DESK_KIND_OUTAGE_CALL, DESK_KIND_VISIT, DESK_KIND_SERVICE_CASE };

  for (guint i = 0; self->outage_id != 0 && i < G_N_ELEMENTS (kinds); i++)
    if (desk_change_set_touches (changes, kinds[i]))
      {
        reload (self);
        return;
      }
}

/* Doing */

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskOutagePageView) self = data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (saved == NULL && !desk_cancelled (error))
    desk_window_say_error (window, error);
  else if (saved != NULL && saved->act_id != 0 && self->text != NULL)
    desk_window_toast_undo (window, desk_text_act (self->text, "tell_callers", FALSE), saved->act_id);
  desk_use_case_free_result (DESK_USE_CASE_TELL_CALLERS, saved);
}

static void
tell (DeskOutagePageView *self, const GArray *ids, gboolean told)
{
  g_autofree char *key = desk_id_new_key ();

  if (ids->len > 0)
    desk_engine_call_async (self->engine, DESK_USE_CASE_TELL_CALLERS,
                            desk_tell_input_new (key, (const gint64 *) (gpointer) ids->data, ids->len, told), NULL, told_cb,
                            g_object_ref (self));
}

static void
tell_all_clicked (DeskOutagePageView *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; self->shown != NULL && i < self->shown->callers->len; i++)
    {
      const DeskOutageCall *call = ((DeskOutageCaller *) self->shown->callers->pdata[i])->call;

      if (call->told_at == 0)
        g_array_append_val (ids, call->record.id);
    }
  tell (self, ids, TRUE);
}

/* The caller with the keyboard; the next one has it then. */
static void
tell_selected (DeskOutagePageView *self)
{
  GtkListBox *list = GTK_LIST_BOX (self->callers);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list), *next;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const DeskOutageCall *call;

  if (row == NULL || self->shown == NULL)
    return;
  call = ((DeskOutageCaller *) self->shown->callers->pdata[gtk_list_box_row_get_index (row)])->call;
  g_array_append_val (ids, call->record.id);
  next = gtk_list_box_get_row_at_index (list, gtk_list_box_row_get_index (row) + 1);
  if (next != NULL)
    {
      gtk_list_box_select_row (list, next);
      gtk_widget_grab_focus (GTK_WIDGET (next));
    }
  tell (self, ids, call->told_at == 0);
}

static void
end_clicked (DeskOutagePageView *self)
{
  if (self->shown != NULL && self->shown->card->outage->ended_at == 0)
    desk_outage_end_form_open (desk_window_of (GTK_WIDGET (self)), self->shown->card);
}

static void
edit_clicked (DeskOutagePageView *self)
{
  if (self->shown != NULL && self->shown->card->outage->ended_at == 0)
    desk_outage_form_open (desk_window_of (GTK_WIDGET (self)), self->shown->card->outage);
}

/* A letter on the row in the list of outages or on a caller. */
gboolean
desk_outage_page_key (DeskOutagePageView *self, guint keyval)
{
  guint32 c = gdk_keyval_to_unicode (keyval);

  if (c == 'd' || c == 'D')
    end_clicked (self);
  else if (c == 'e' || c == 'E')
    edit_clicked (self);
  else if (c == 'T')
    tell_all_clicked (self);
  else if (c == 't')
    tell_selected (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
pressed (DeskOutagePageView *self, guint keyval, guint keycode, GdkModifierType state)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && desk_outage_page_key (self, keyval);
}

static void
caller_opened (DeskOutagePageView *self, GtkListBoxRow *row)
{
  const DeskOutageCaller *caller = self->shown->callers->pdata[gtk_list_box_row_get_index (row)];

  g_signal_emit (self, entry_signal, 0, caller->visit->record.id);
}

/* Puts the keyboard on the caller who is next, else on the first button. */
void
desk_outage_page_focus (DeskOutagePageView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->callers));

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->callers), 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (self->page, GTK_DIR_TAB_FORWARD);
}

/* Object */

static void
desk_outage_page_dispose (GObject *object)
{
  DeskOutagePageView *self = DESK_OUTAGE_PAGE (object);

  stop_reading (self);
  drop_page (self);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_outage_page_parent_class)->dispose (object);
}

static void
desk_outage_page_class_init (DeskOutagePageViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_outage_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  entry_signal = g_signal_new ("entry", DESK_TYPE_OUTAGE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_INT64);
}

static void
desk_outage_page_init (DeskOutagePageView *self)
{
}

static GtkWidget *
add_button (DeskOutagePageView *self, GtkWidget *box, const char *label, const char *key, DeskRight right, GCallback clicked)
{
  GtkWidget *button = desk_button_new (NULL, label, key);

  desk_allow_widget (button, self->engine, self->text, right);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
build_callers (DeskOutagePageView *self, GtkWidget *body)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->heading = cell (NULL, "section", 0);
  gtk_box_append (GTK_BOX (body), self->heading);
  self->callers = gtk_list_box_new ();
  gtk_widget_add_css_class (self->callers, "rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->callers), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("outage", "Callers"), -1);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (self->callers, keys);
  g_signal_connect_swapped (self->callers, "row-activated", G_CALLBACK (caller_opened), self);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->callers), FALSE);
  gtk_box_append (GTK_BOX (body), self->callers);
}

static void
build (DeskOutagePageView *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (body, "page-body");
  gtk_widget_set_margin_top (body, 12);
  self->notice = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (body), self->notice);
  self->end = add_button (self, buttons, _("Over: Close All…"), "D", DESK_RIGHT_CASE_OPEN, G_CALLBACK (end_clicked));
  self->edit = add_button (self, buttons, _("Edit…"), "E", DESK_RIGHT_CASE_OPEN, G_CALLBACK (edit_clicked));
  self->tell_all = add_button (self, buttons, _("All Told"), "Shift+T", DESK_RIGHT_CASE_CONTACT, G_CALLBACK (tell_all_clicked));
  gtk_box_append (GTK_BOX (body), buttons);
  self->facts = desk_facts_new ();
  gtk_box_append (GTK_BOX (body), self->facts);
  build_callers (self, body);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), body);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->page), scrolled);
  self->stack = gtk_stack_new ();
  self->empty = desk_empty_new ("dialog-warning-symbolic", NULL, _("Choose an outage."));
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_stack_add_child (GTK_STACK (self->stack), self->page);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/* Returns: (transfer floating): nothing chosen yet. */
GtkWidget *
desk_outage_page_new (DeskEngine *engine, DeskText *text)
{
  DeskOutagePageView *self = g_object_new (DESK_TYPE_OUTAGE_PAGE, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  build (self);
  g_signal_connect_object (engine, "changed", G_CALLBACK (engine_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
