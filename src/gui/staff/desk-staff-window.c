/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-staff-window.h"

#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-list-box.h"
#include "desk-password-dialog.h"
#include "desk-rights-view.h"
#include "desk-staff-dialog.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-use-case.h"
#include "desk-window.h"

struct _DeskStaffWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *add_button;
  GtkWidget *send_buttons;
  GtkToggleButton *people_tab;

  /* Owned references */
  DeskEngine *engine;
  DeskText *text;
  DeskStaffList *people;

  gboolean resumes; /* a form opens as soon as people are there */
  gint64 resume_id;
};

G_DEFINE_FINAL_TYPE (DeskStaffWindow, desk_staff_window, ADW_TYPE_WINDOW)

static const DeskStaffCard *
card_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "desk-card");
}

static void
on_edit_cb (GtkWidget *button, DeskStaffWindow *self)
{
  desk_staff_dialog_present (GTK_WINDOW (self), self->engine, self->text, card_of (button));
}

static void
on_reset_cb (GtkWidget *button, DeskStaffWindow *self)
{
  const DeskStaff *staff = card_of (button)->staff;

  desk_password_dialog_reset (GTK_WINDOW (self), self->engine, self->text, staff->record.id,
                              desk_text_staff_name (self->text, staff->name));
}

static void
on_add_cb (GtkWidget *button, DeskStaffWindow *self)
{
  desk_staff_dialog_present (GTK_WINDOW (self), self->engine, self->text, NULL);
}

/* "Housekeeper · buildings 5, 6 · no password yet" */
static char *
about (DeskStaffWindow *self, const DeskStaffCard *card)
{
  g_autofree char *roles = desk_text_staff_roles (self->text, card->staff->roles);
  g_autofree char *scope = *card->scope != '\0' ? g_strdup_printf (_("buildings %s"), card->scope) : NULL;
  g_autofree char *left = NULL;
  DeskSignInWay how = desk_staff_card_sign_in (card);
  const char *sign_in = how != DESK_SIGN_IN_PASSWORD ? desk_text_enum (self->text, &desk_enum_sign_in, how) : NULL;
  GString *words = g_string_new (roles);

  if (card->staff->left_on != 0)
    {
      g_autofree char *day = desk_text_day (card->staff->left_on);

      left = g_strdup_printf (_("left on %s"), day);
      sign_in = NULL;
    }
  for (guint i = 0; i < 3; i++)
    {
      const char *part = i == 0 ? scope : i == 1 ? sign_in : left;

      if (part != NULL)
        g_string_append_printf (words, " · %s", part);
    }
  return g_string_free (words, FALSE);
}

static void
add_button (DeskStaffWindow *self, GtkWidget *row, const DeskStaffCard *card, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "desk-card", (gpointer) card);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  desk_allow_widget (button, self->engine, self->text, DESK_RIGHT_STAFF_EDIT);
}

static GtkWidget *
make_row (DeskStaffWindow *self, const DeskStaffCard *card)
{
  GtkWidget *row = adw_action_row_new ();
  const char *name = desk_text_staff_name (self->text, card->staff->name);
  g_autofree char *title = g_strdup_printf ("%s (%s)", name, card->staff->login);
  g_autofree char *subtitle = about (self, card);
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), adw_avatar_new (32, name, TRUE));
  if (card->staff->left_on == 0)
    add_button (self, row, card, _("Reset Password…"), G_CALLBACK (on_reset_cb));
  add_button (self, row, card, _("Edit…"), G_CALLBACK (on_edit_cb));
  return row;
}

/* Goes on with the form of somebody, 0 a new one, that was left with words in it. */
static void
resume (DeskStaffWindow *self)
{
  const DeskStaffCard *card = NULL;

  if (!self->resumes)
    return;
  self->resumes = FALSE;
  for (guint i = 0; i < self->people->cards->len && self->resume_id != 0; i++)
    if (((DeskStaffCard *) self->people->cards->pdata[i])->staff->record.id == self->resume_id)
      card = self->people->cards->pdata[i];
  if (gtk_widget_get_sensitive (self->add_button) && (card != NULL || self->resume_id == 0))
    desk_staff_dialog_present (GTK_WINDOW (self), self->engine, self->text, card);
}

static void
on_list_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskStaffWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskStaffList *people = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (people == NULL || self->engine == NULL)
    {
      desk_use_case_free_result (DESK_USE_CASE_LIST_STAFF, people);
      return;
    }
  desk_list_box_clear (GTK_WIDGET (self->list));
  desk_use_case_free_result (DESK_USE_CASE_LIST_STAFF, self->people);
  self->people = people;
  for (guint i = 0; i < people->cards->len; i++)
    gtk_list_box_append (self->list, make_row (self, people->cards->pdata[i]));
  resume (self);
}

static void
load (DeskStaffWindow *self)
{
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_STAFF, desk_get_input_new (DESK_KIND_STAFF, 0, 0), NULL,
                          on_list_cb, g_object_ref (self));
}

static void
on_changed_cb (DeskStaffWindow *self, DeskChangeSet *changes)
{
  if (desk_change_set_touches (changes, DESK_KIND_STAFF) || desk_change_set_touches (changes, DESK_KIND_STAFF_SCOPE))
    load (self);
}

/* Ctrl+E and Ctrl+P: everybody as shown. @send: desk_window_export or desk_window_print. */
static void
send_list (DeskStaffWindow *self, void (*send) (DeskWindow *, DeskListSheetInput *, GtkWindow *))
{
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));
  DeskListInput *list;

  if (window == NULL || !desk_window_may_send_list (window) || !gtk_toggle_button_get_active (self->people_tab))
    return;
  list = desk_list_input_new (DESK_LIST_STAFF, 0, NULL, DESK_STAFF_COLUMN_NAME, FALSE, 0, 0);
  send (window, desk_list_sheet_input_new (list, NULL, 0, NULL, NULL), GTK_WINDOW (self));
  desk_list_input_free (list);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  send_list (DESK_STAFF_WINDOW (widget), desk_window_export);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  send_list (DESK_STAFF_WINDOW (widget), desk_window_print);
}

static void
on_tab_cb (DeskStaffWindow *self)
{
  gboolean people = gtk_toggle_button_get_active (self->people_tab);

  gtk_stack_set_visible_child_name (self->stack, people ? "people" : "rights");
  gtk_widget_set_visible (self->add_button, people);
  gtk_widget_set_visible (self->send_buttons, people);
}

static GtkWidget *
make_tabs (DeskStaffWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *rights = gtk_toggle_button_new_with_mnemonic (_("_Rights"));

  self->people_tab = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (_("_People")));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (rights), self->people_tab);
  gtk_toggle_button_set_active (self->people_tab, TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->people_tab));
  gtk_box_append (GTK_BOX (box), rights);
  g_signal_connect_object (self->people_tab, "toggled", G_CALLBACK (on_tab_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
make_send_buttons (DeskStaffWindow *self)
{
  static const struct
  {
    const char *icon;
    const char *action;
    const char *tooltip;
    DeskRight right;
  } buttons[] = {
    { "document-save-as-symbolic", "list.export", N_ ("Export the List (Ctrl+E)"), DESK_RIGHT_SHEET_EXPORT },
    { "document-print-symbolic", "list.print", N_ ("Print the List (Ctrl+P)"), DESK_RIGHT_LIST_PRINT },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_from_icon_name (buttons[i].icon);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_widget_set_tooltip_text (button, _(buttons[i].tooltip));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(buttons[i].tooltip), -1);
      desk_allow_widget (button, self->engine, self->text, buttons[i].right);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
make_people (DeskStaffWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("People"), -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  gtk_widget_set_margin_top (clamp, 14);
  gtk_widget_set_margin_bottom (clamp, 14);
  gtk_widget_set_margin_start (clamp, 14);
  gtk_widget_set_margin_end (clamp, 14);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static gboolean
on_escape_cb (GtkWidget *window, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
desk_staff_window_dispose (GObject *object)
{
  DeskStaffWindow *self = DESK_STAFF_WINDOW (object);

  desk_use_case_free_result (DESK_USE_CASE_LIST_STAFF, g_steal_pointer (&self->people));
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_staff_window_parent_class)->dispose (object);
}

static void
desk_staff_window_class_init (DeskStaffWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_staff_window_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape_cb, NULL);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "list.export", NULL, export_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "list.print", NULL, print_action);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_e, GDK_CONTROL_MASK, "list.export", NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_p, GDK_CONTROL_MASK, "list.print", NULL);
}

static void
desk_staff_window_init (DeskStaffWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("People Who Work Here"));
  gtk_window_set_default_size (GTK_WINDOW (self), 900, 600);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  desk_window_dress (GTK_WIDGET (self));
}

static void
build (DeskStaffWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->add_button = gtk_button_new_with_mnemonic (_("_Add Person…"));
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (on_add_cb), self, 0);
  desk_allow_widget (self->add_button, self->engine, self->text, DESK_RIGHT_STAFF_EDIT);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->add_button);
  self->send_buttons = make_send_buttons (self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->send_buttons);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), make_tabs (self));
  gtk_stack_add_named (self->stack, make_people (self), "people");
  gtk_stack_add_named (self->stack, desk_rights_view_new (self->engine, self->text), "rights");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
}

static DeskStaffWindow *
present (GtkWindow *parent, DeskEngine *engine, DeskText *text)
{
  DeskStaffWindow *self = g_object_new (DESK_TYPE_STAFF_WINDOW, "transient-for", parent, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  build (self);
  g_signal_connect_object (engine, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/* Shows it over @parent. */
void
desk_staff_window_present (GtkWindow *parent, DeskEngine *engine, DeskText *text)
{
  present (parent, engine, text);
}

/* Shows it over @parent, and in it the form of @staff_id (0 a new one) whose words are kept. */
void
desk_staff_window_resume (GtkWindow *parent, DeskEngine *engine, DeskText *text, gint64 staff_id)
{
  DeskStaffWindow *self = present (parent, engine, text);

  self->resumes = TRUE;
  self->resume_id = staff_id;
}
