/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-staff-dialog.h"

#include <glib/gi18n.h>

#include "desk-compose.h"
#include "desk-draft-keeper.h"
#include "desk-error.h"
#include "desk-id.h"
#include "desk-notice.h"
#include "desk-secret-row.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"
#include "desk-use-case.h"
#include "desk-window.h"

typedef struct
{
  GtkWindow *window; /* owns this */
  DeskEngine *engine;
  DeskText *text;
  DeskStaff *staff;
  GPtrArray *scopes; /* DeskStaffScope, as they stand */
  char *scope;       /* the same as text */
  char *key;
  char *password_key;
  GtkEditable *name;
  GtkEditable *login;
  GtkEditable *password; /* NULL: not a new one */
  GtkEditable *where;
  GtkCheckButton *roles[DESK_N_STAFF_ROLES];
  GtkSwitch *left; /* NULL: a new one */
  GtkLabel *fault;
  GtkWidget *button;
  DeskStaffInput *input; /* while the scopes are looked up */
  GtkBox *page;
  GtkWidget *kept;          /* (nullable): in page: says that words were kept */
  DeskDraftKeeper *keeper;
  GHashTable *fresh;        /* what stood in the form at first */
  gint64 read_version;
  gboolean closed;          /* the window is gone; an answer may still come */
} Form;

static void
form_free (gpointer data)
{
  Form *self = data;

  if (self->input != NULL)
    desk_staff_input_free (self->input);
  desk_record_free (self->staff);
  g_clear_pointer (&self->scopes, g_ptr_array_unref);
  g_clear_object (&self->keeper);
  g_clear_pointer (&self->fresh, g_hash_table_unref);
  g_object_unref (self->engine);
  desk_text_unref (self->text);
  g_free (self->scope);
  g_free (self->key);
  g_free (self->password_key);
  g_free (self);
}

static Form *
form_of (GtkWidget *window)
{
  return g_object_get_data (G_OBJECT (window), "desk-form");
}

static void
say_fault (Form *self, const char *words)
{
  gtk_label_set_label (self->fault, words);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
  gtk_widget_set_sensitive (self->button, TRUE);
}

/* The field of this name in the record's table, NULL where it is none of the three that are typed. */
static GtkWidget *
field_of (Form *self, const char *name)
{
  GtkEditable *field = g_strcmp0 (name, "name") == 0       ? self->name
                       : g_strcmp0 (name, "login") == 0    ? self->login
                       : g_strcmp0 (name, "password") == 0 ? self->password
                                                          : NULL;

  return (GtkWidget *) field;
}

/* The sentence stands above; the field it is about is marked and has the keyboard. */
static void
say_error (Form *self, const GError *error)
{
  g_autofree char *words = desk_text_error (self->text, error);
  const DeskProblem *problem = desk_error_get_problem (error);
  GtkWidget *field = problem != NULL ? field_of (self, problem->field) : NULL;

  say_fault (self, words);
  if (field == NULL)
    return;
  gtk_widget_add_css_class (field, "error");
  gtk_widget_grab_focus (field);
}

static void
unmark (Form *self)
{
  static const char *const names[] = { "name", "login", "password" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *field = field_of (self, names[i]);

      if (field != NULL)
        gtk_widget_remove_css_class (field, "error");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
}

static void
close_form (Form *self, const char *toast, gint64 act_id)
{
  desk_draft_keeper_drop (self->keeper);
  if (self->closed)
    return;
  GtkWindow *parent = gtk_window_get_transient_for (self->window);
  DeskWindow *window = parent != NULL ? desk_window_of (GTK_WIDGET (parent)) : NULL;

  if (act_id != 0)
    desk_window_toast_undo (window, toast, act_id);
  else
    desk_window_toast (window, toast);
  gtk_window_destroy (self->window);
}

/* The person is made; without a password they could not sign in. */
static void
on_password_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  Form *self = form_of (window);
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved == NULL)
    {
      if (!self->closed)
        say_error (self, error);
      return;
    }
  desk_use_case_free_result (DESK_USE_CASE_RESET_SECRET, saved);
  close_form (self, _("Added: the password is to be changed at the first sign-in."), 0);
}

static void
set_password (Form *self)
{
  desk_engine_call_async (self->engine, DESK_USE_CASE_RESET_SECRET,
                          desk_secret_input_new (self->password_key, self->staff->record.id, DESK_SECRET_PASSWORD, NULL,
                                                 gtk_editable_get_text (self->password)),
                          NULL, on_password_cb, g_object_ref (self->window));
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  Form *self = form_of (window);
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  gint64 act_id;

  if (saved == NULL)
    {
      if (!self->closed)
        say_error (self, error);
      return;
    }
  act_id = saved->act_id;
  self->staff->record.id = saved->id;
  self->staff->record.version = saved->version;
  desk_use_case_free_result (DESK_USE_CASE_SAVE_STAFF, saved);
  if (self->password != NULL && !self->closed)
    set_password (self);
  else
    close_form (self, _("Saved"), act_id);
}

/* The buildings are known now: what was typed becomes scopes, and the person is saved. */
static void
on_community_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  Form *self = form_of (window);
  g_autoptr (GError) error = NULL;
  DeskCommunityPage *page = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  g_autofree char *wrong = NULL;

  if (page == NULL || self->closed)
    {
      if (!self->closed)
        say_error (self, error);
      desk_use_case_free_result (DESK_USE_CASE_GET_COMMUNITY, page);
      return;
    }
  wrong = desk_community_read_scopes (page, gtk_editable_get_text (self->where), self->input->scopes);
  desk_use_case_free_result (DESK_USE_CASE_GET_COMMUNITY, page);
  if (wrong != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("There is no building or entrance “%s”: write 5, or 6-1 for one entrance."), wrong);

      say_fault (self, words);
      gtk_widget_grab_focus (GTK_WIDGET (self->where));
      return;
    }
  desk_engine_call_async (self->engine, DESK_USE_CASE_SAVE_STAFF, g_steal_pointer (&self->input), NULL, on_saved_cb,
                          g_object_ref (self->window));
}

static void
collect (Form *self)
{
  desk_text_set (&self->staff->name, gtk_editable_get_text (self->name));
  desk_text_set (&self->staff->login, gtk_editable_get_text (self->login));
  self->staff->roles = 0;
  for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
    if (gtk_check_button_get_active (self->roles[role]))
      self->staff->roles |= 1 << role;
  if (self->left == NULL || !gtk_switch_get_active (self->left))
    self->staff->left_on = 0;
  else if (self->staff->left_on == 0)
    self->staff->left_on = desk_engine_today (self->engine);
}

static void
save (Form *self)
{
  gboolean same_scope = g_strcmp0 (self->scope, gtk_editable_get_text (self->where)) == 0;

  /* A second Enter while the first is under way. */
  if (!gtk_widget_get_sensitive (self->button))
    return;
  /* The person was made already and only the password was refused. */
  if (self->password != NULL && self->staff->record.id != 0)
    {
      gtk_widget_set_sensitive (self->button, FALSE);
      unmark (self);
      set_password (self);
      return;
    }
  collect (self);
  unmark (self);
  gtk_widget_set_sensitive (self->button, FALSE);
  if (self->input != NULL)
    desk_staff_input_free (self->input);
  self->input = desk_staff_input_new (self->key, self->staff);
  if (!same_scope)
    {
      desk_engine_call_async (self->engine, DESK_USE_CASE_GET_COMMUNITY,
                              desk_get_input_new (DESK_KIND_COMMUNITY, 0, desk_engine_today (self->engine)), NULL,
                              on_community_cb, g_object_ref (self->window));
      return;
    }
  for (guint i = 0; i < self->scopes->len; i++)
    g_ptr_array_add (self->input->scopes, desk_record_copy (self->scopes->pdata[i]));
  desk_engine_call_async (self->engine, DESK_USE_CASE_SAVE_STAFF, g_steal_pointer (&self->input), NULL, on_saved_cb,
                          g_object_ref (self->window));
}

/* What is typed and not saved; the password is never kept */

static GHashTable *
gather (gpointer owner)
{
  Form *self = owner;
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gint64 roles = 0;

  for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
    if (gtk_check_button_get_active (self->roles[role]))
      roles |= 1 << role;
  g_hash_table_insert (words, g_strdup ("name"), g_strdup (gtk_editable_get_text (self->name)));
  g_hash_table_insert (words, g_strdup ("login"), g_strdup (gtk_editable_get_text (self->login)));
  g_hash_table_insert (words, g_strdup ("where"), g_strdup (gtk_editable_get_text (self->where)));
  g_hash_table_insert (words, g_strdup ("roles"), g_strdup_printf ("%" G_GINT64_FORMAT, roles));
  if (self->left != NULL)
    g_hash_table_insert (words, g_strdup ("left"), g_strdup (gtk_switch_get_active (self->left) ? "1" : "0"));
  return words;
}

static void
put_words (Form *self, GHashTable *words)
{
  const char *roles = g_hash_table_lookup (words, "roles"), *left = g_hash_table_lookup (words, "left");

  desk_draft_put_text (self->name, words, "name");
  desk_draft_put_text (self->login, words, "login");
  desk_draft_put_text (self->where, words, "where");
  for (int role = 0; roles != NULL && role < DESK_N_STAFF_ROLES; role++)
    gtk_check_button_set_active (self->roles[role], (g_ascii_strtoll (roles, NULL, 10) & (1 << role)) != 0);
  if (left != NULL && self->left != NULL)
    gtk_switch_set_active (self->left, *left == '1');
}

static void
hide_kept (Form *self)
{
  if (self->kept != NULL)
    gtk_box_remove (self->page, g_steal_pointer (&self->kept));
}

static void
discard_clicked (GtkButton *button, Form *self)
{
  hide_kept (self);
  g_free (self->key);
  self->key = desk_id_new_key ();
  desk_draft_keeper_set_origin (self->keeper, self->key, self->read_version);
  self->staff->record.version = self->read_version;
  put_words (self, self->fresh);
  desk_draft_keeper_begin (self->keeper);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/* What was typed over an older version is refused as stale when it is saved. */
static void
restore (gpointer owner, const DeskDraft *draft, GHashTable *fields)
{
  Form *self = owner;

  hide_kept (self);
  g_free (self->key);
  self->key = g_strdup (draft->request_key);
  self->staff->record.version = draft->version;
  put_words (self, fields);
  self->kept = desk_draft_notice_new (self->text, draft->at, desk_engine_now (self->engine), G_CALLBACK (discard_clicked), self);
  gtk_box_prepend (self->page, self->kept);
}

static void
typed (Form *self)
{
  if (self->keeper != NULL && !self->closed)
    desk_draft_keeper_touch (self->keeper);
}

static void
keep_words (Form *self)
{
  static const DeskDraftKeeperFuncs funcs = { gather, restore };
  g_autofree char *form = g_strdup_printf ("%s%" G_GINT64_FORMAT, DESK_STAFF_DIALOG_DRAFT, self->staff->record.id);

  self->fresh = gather (self);
  self->read_version = self->staff->record.version;
  self->keeper = desk_draft_keeper_new (self->engine, form, gtk_window_get_title (self->window), &funcs, self);
  desk_draft_keeper_set_origin (self->keeper, self->key, self->read_version);
  desk_draft_keeper_begin (self->keeper);
  desk_draft_keeper_look (self->keeper);
}

/* Before the fields go; what is under way may answer later. */
static void
on_unrealize_cb (GtkWidget *window, Form *self)
{
  if (self->closed)
    return;
  desk_draft_keeper_flush (self->keeper);
  self->closed = TRUE;
  g_object_run_dispose (G_OBJECT (self->keeper));
}

/* What stands on it */

static GtkEditable *
add_entry (Form *self, GtkWidget *group, gboolean secret, const char *title, const char *value)
{
  GtkWidget *row = secret ? desk_secret_row_new (title) : adw_entry_row_new ();

  if (!secret)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (save), self);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (typed), self);
  return GTK_EDITABLE (row);
}

static void
add_roles (Form *self, GtkWidget *group)
{
  for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      self->roles[role] = GTK_CHECK_BUTTON (check);
      gtk_check_button_set_active (self->roles[role], (self->staff->roles & (1 << role)) != 0);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (typed), self);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), desk_text_staff_role (self->text, (DeskStaffRole) role));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check); /* its title names it */
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}

static void
add_left (Form *self, GtkWidget *group)
{
  GtkWidget *row = adw_action_row_new ();

  self->left = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (self->left, self->staff->left_on != 0);
  g_signal_connect_swapped (self->left, "notify::active", G_CALLBACK (typed), self);
  gtk_widget_set_valign (GTK_WIDGET (self->left), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Works here no more"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("No sign-in. What they did keeps their name."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->left));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->left));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
make_page (Form *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *who = adw_preferences_group_new ();
  GtkWidget *roles = adw_preferences_group_new ();
  GtkWidget *scope = adw_preferences_group_new ();

  self->page = GTK_BOX (box);
  self->name = add_entry (self, who, FALSE, _("Full name"), self->staff->name);
  self->login = add_entry (self, who, FALSE, _("Sign-in name, such as liqiang"), self->staff->login);
  if (self->staff->record.id == 0)
    self->password = add_entry (self, who, TRUE, _("First password, changed at the first sign-in"), NULL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (roles), _("Roles"));
  add_roles (self, roles);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (scope), _("Answers for"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (scope),
                                         _("Buildings, or entrances such as 6-1, parted by commas. Empty: everything."));
  self->where = add_entry (self, scope, FALSE, _("Buildings and entrances"), self->scope);
  if (self->staff->record.id != 0)
    add_left (self, scope);
  desk_name_group (who, _("Name and Sign-in"));
  desk_name_group (roles, _("Roles"));
  desk_name_group (scope, _("Answers for"));
  gtk_box_append (GTK_BOX (box), who);
  gtk_box_append (GTK_BOX (box), roles);
  gtk_box_append (GTK_BOX (box), scope);
  gtk_widget_set_margin_start (box, 16);
  gtk_widget_set_margin_end (box, 16);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 16);
  return box;
}

static void
build (Form *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->button = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (save), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->button);
  self->fault = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_label_set_xalign (self->fault, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  gtk_widget_set_margin_start (GTK_WIDGET (self->fault), 16);
  gtk_widget_set_margin_end (GTK_WIDGET (self->fault), 16);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_page (self));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->fault));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self->window), box);
}

static gboolean
on_key_cb (GtkEventControllerKey *keys, guint keyval, guint code, GdkModifierType state, Form *self)
{
  if (desk_compose_is_under_way (GTK_WIDGET (self->window)))
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    gtk_window_close (self->window);
  else if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    save (self);
  else
    return FALSE;
  return TRUE;
}

void
desk_staff_dialog_present (GtkWindow *parent, DeskEngine *engine, DeskText *text, const DeskStaffCard *card)
{
  Form *self = g_new0 (Form, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->window = GTK_WINDOW (adw_window_new ());
  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->staff = card != NULL ? desk_record_copy (card->staff) : desk_record_new (DESK_KIND_STAFF);
  self->scopes = g_ptr_array_new_with_free_func (desk_record_free);
  for (guint i = 0; card != NULL && i < card->scopes->len; i++)
    g_ptr_array_add (self->scopes, desk_record_copy (card->scopes->pdata[i]));
  self->scope = g_strdup (card != NULL ? card->scope : "");
  self->key = desk_id_new_key ();
  self->password_key = desk_id_new_key ();
  if (card == NULL)
    self->staff->roles = 1 << DESK_STAFF_ROLE_DESK;
  g_object_set_data_full (G_OBJECT (self->window), "desk-form", self, form_free);
  gtk_window_set_title (self->window, card != NULL ? desk_text_staff_name (text, card->staff->name) : _("Add a Person"));
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_default_size (self->window, 480, 640);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
  desk_window_dress (GTK_WIDGET (self->window));
  build (self);
  keep_words (self);
  g_signal_connect (self->window, "unrealize", G_CALLBACK (on_unrealize_cb), self);
  gtk_window_present (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
