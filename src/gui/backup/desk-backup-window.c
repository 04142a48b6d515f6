/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-backup-window.h"

#include <glib/gi18n.h>

#include "desk-backup-rule.h"
#include "desk-id.h"
#include "desk-passphrase-dialog.h"
#include "desk-restore-dialog.h"
#include "desk-seal.h"
#include "desk-setting.h"
#include "desk-text-figure.h"
#include "desk-text-problem.h"
#include "desk-window.h"

struct _DeskBackupWindow
{
  AdwPreferencesWindow parent_instance;

  /* Template widgets */
  AdwActionRow *last_row;
  GtkButton *make_button;
  AdwActionRow *progress_row;
  GtkProgressBar *progress;
  GtkButton *file_button;
  AdwPreferencesGroup *settings_group;
  AdwEntryRow *time_row;
  AdwActionRow *folder_row;
  AdwActionRow *extra_row;
  GtkButton *extra_clear_button;
  AdwActionRow *seal_row;
  GtkSwitch *seal_switch;
  GtkSpinButton *share_spin;
  AdwPreferencesGroup *list_group;
  GtkButton *restore_file_button;

  /* Owned references */
  DeskEngine *engine; /* NULL: closed */
  DeskBackupKeeper *keeper;
  DeskText *text;
  DeskBackupState *state;
  GCancellable *cancellable; /* of the backup that runs */
  char *shown_time;          /* what the store said when the row was filled */
  char *file;                /* that shall be made and encrypted */
  GPtrArray *rows;           /* of the list, borrowed from the group */

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DeskBackupWindow, desk_backup_window, ADW_TYPE_PREFERENCES_WINDOW)

static void load (DeskBackupWindow *self);

static void
say (DeskBackupWindow *self, const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (markup));
}

static void
say_error (DeskBackupWindow *self, const GError *error)
{
  g_autofree char *sentence = desk_text_error (self->text, error);

  say (self, sentence);
}

/* What there is */

static void
set_subtitle (AdwActionRow *row, const char *words)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);

  adw_action_row_set_subtitle (row, markup);
}

static void
set_path (AdwActionRow *row, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);

  set_subtitle (row, shown);
}

static void
on_restore_clicked_cb (GtkButton *button, gpointer user_data)
{
  DeskBackupWindow *self = user_data;
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "desk-index"));

  if (self->state != NULL && index < self->state->list->len)
    desk_restore_dialog_ask (GTK_WINDOW (self), self->text, self->state->list->pdata[index],
                             &g_array_index (self->state->losses, DeskBackupLoss, index), TRUE);
}

/* 17.3 MB · 3,000 units · 5,752 people · 12 acts since then */
static char *
describe (DeskBackupWindow *self, guint index)
{
  const DeskBackupInfo *info = self->state->list->pdata[index];
  gint64 n_lost = g_array_index (self->state->losses, DeskBackupLoss, index).n_acts;
  g_autofree char *size = desk_restore_dialog_size (info->size);
  g_autofree char *n_units = desk_text_number (desk_backup_info_count (info, "unit"));
  g_autofree char *n_people = desk_text_number (desk_backup_info_count (info, "person"));
  g_autofree char *n = desk_text_number (n_lost);
  g_autofree char *holds = g_strdup_printf (_("%s units, %s people"), n_units, n_people);
  g_autofree char *lost = n_lost > 0 ? g_strdup_printf (_("%s acts since then"), n) : g_strdup (_("nothing since then"));

  return info->sealed ? g_strjoin (" · ", size, holds, lost, _("encrypted"), NULL) : g_strjoin (" · ", size, holds, lost, NULL);
}

static void
add_row (DeskBackupWindow *self, guint index, gboolean may_restore)
{
  const DeskBackupInfo *info = self->state->list->pdata[index];
  g_autofree char *at = desk_text_time (self->text, info->at, desk_engine_now (self->engine));
  g_autofree char *about = describe (self, index);
  g_autofree char *path = g_filename_display_name (info->path);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Restore…"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), at);
  set_subtitle (ADW_ACTION_ROW (row), about);
  gtk_widget_set_tooltip_text (row, path);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, may_restore);
  g_object_set_data (G_OBJECT (button), "desk-index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_restore_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->list_group, row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
may (DeskBackupWindow *self, DeskRight right)
{
  return desk_engine_may (self->engine, right, TRUE, 0, 0) == DESK_MAY;
}

static void
show_list (DeskBackupWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->state->list->len; i++)
    add_row (self, i, may (self, DESK_RIGHT_BACKUP_RESTORE));
  adw_preferences_group_set_description (self->list_group, self->state->list->len == 0 ? _("No backup yet") : NULL);
}

static void
show_last (DeskBackupWindow *self)
{
  const DeskBackupHealth *health = desk_backup_keeper_get_health (self->keeper);
  g_autofree char *at = self->state != NULL && self->state->last_at != 0
                            ? desk_text_time (self->text, self->state->last_at, desk_engine_now (self->engine))
                            : g_strdup (_("None yet"));

  set_subtitle (self->last_row, at);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_row), health->running);
  gtk_progress_bar_set_fraction (self->progress, health->percent / 100.0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->make_button), !health->running && may (self, DESK_RIGHT_BACKUP_MAKE));
  gtk_widget_set_sensitive (GTK_WIDGET (self->file_button), !health->running && may (self, DESK_RIGHT_BACKUP_MAKE));
  gtk_widget_set_sensitive (GTK_WIDGET (self->restore_file_button), may (self, DESK_RIGHT_BACKUP_RESTORE));
}

static void
show_settings (DeskBackupWindow *self)
{
  const DeskBackupPlan *plan = self->state->plan;

  self->filling = TRUE;
  /* Somebody may be typing another one while a backup ends and all is read anew. */
  if (g_strcmp0 (self->shown_time, self->state->time) != 0)
    {
      g_free (self->shown_time);
      self->shown_time = g_strdup (self->state->time);
      /* What was just applied stands there: set again it would count as typed anew, and ask to be applied. */
      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->time_row)), self->shown_time))
        gtk_editable_set_text (GTK_EDITABLE (self->time_row), self->shown_time);
    }
  set_path (self->folder_row, plan->folder);
  if (plan->extra == NULL)
    set_subtitle (self->extra_row, _("None: a stick or another disk survives what this one does not"));
  else
    set_path (self->extra_row, plan->extra);
  gtk_widget_set_visible (GTK_WIDGET (self->extra_clear_button), plan->extra != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->seal_row), plan->extra != NULL);
  gtk_switch_set_active (self->seal_switch, plan->lock != NULL);
  gtk_spin_button_set_value (self->share_spin, plan->share);
  gtk_widget_set_sensitive (GTK_WIDGET (self->settings_group), may (self, DESK_RIGHT_SETTING_EDIT));
  self->filling = FALSE;
}

static void
read_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_autoptr (DeskClock) clock = desk_clock_new_real ();
  GError *error = NULL;
  g_autoptr (DeskService) service = desk_service_open (path, DESK_OPEN_READ, clock, &error);
  DeskBackupState *state = service != NULL ? desk_backup_state_read (service, &error) : NULL;

  if (state != NULL)
    g_task_return_pointer (task, state, desk_backup_state_free);
  else
    g_task_return_error (task, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DeskBackupWindow *self = DESK_BACKUP_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBackupState) state = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->engine == NULL)
    return;
  if (state == NULL)
    {
      say_error (self, error);
      return;
    }
  desk_backup_state_free (self->state);
  self->state = g_steal_pointer (&state);
  show_last (self);
  show_settings (self);
  show_list (self);
}

static void
load (DeskBackupWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read_cb, NULL);

  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, g_strdup (desk_engine_get_path (self->engine)), g_free);
  g_task_run_in_thread (task, read_thread);
}

/* One now */

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskBackupWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBackupDone) done = desk_backup_keeper_make_finish (DESK_BACKUP_KEEPER (source), result, &error);

  if (self->engine == NULL)
    return;
  if (done == NULL)
    say_error (self, error);
  else if (done->extra_error != NULL)
    say_error (self, done->extra_error);
  else
    say (self, _("Backed up and proved"));
  load (self);
}

static void
make (DeskBackupWindow *self, DeskBackupPlan *plan)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  desk_backup_keeper_make_async (self->keeper, plan, self->cancellable, on_made_cb, g_object_ref (self));
}

static void
on_make_clicked_cb (DeskBackupWindow *self)
{
  make (self, NULL);
}

static void
on_cancel_clicked_cb (DeskBackupWindow *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* To a file: making the key takes a second, on a thread. */

static void
plan_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  char **both = data;
  GError *error = NULL;
  DeskBackupPlan *plan = desk_backup_plan_new_file (both[0], both[1], &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) desk_backup_plan_free);
  else
    g_task_return_error (task, error);
}

static void
on_plan_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DeskBackupWindow *self = DESK_BACKUP_WINDOW (source);
  g_autoptr (GError) error = NULL;
  DeskBackupPlan *plan = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->engine == NULL)
    desk_backup_plan_free (plan);
  else if (plan == NULL)
    say_error (self, error);
  else
    make (self, plan);
}

static void
make_file (const char *passphrase, gpointer user_data)
{
  DeskBackupWindow *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, on_plan_cb, NULL);
  const char *both[] = { self->file, passphrase, NULL };

  g_task_set_source_tag (task, make_file);
  g_task_set_task_data (task, g_strdupv ((char **) both), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, plan_thread);
}

static void
make_closed_file (const char *passphrase, gpointer user_data)
{
  if (passphrase != NULL)
    make_file (passphrase, user_data);
}

static void
on_file_chosen_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  DeskBackupWindow *self = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  gboolean encrypt = g_strcmp0 (gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (native), "encrypt"), "true") == 0;

  if (file != NULL && g_file_peek_path (file) != NULL)
    {
      g_free (self->file);
      self->file = g_strdup (g_file_peek_path (file));
      if (encrypt)
        desk_passphrase_dialog_ask (GTK_WINDOW (self), make_closed_file, self);
      else
        make_file (NULL, self);
    }
  g_object_unref (native);
}

static void
on_file_clicked_cb (DeskBackupWindow *self)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (_("Back Up to a File"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("_Back Up"), _("_Cancel"));
  g_autofree char *day = desk_text_day (desk_engine_today (self->engine));
  g_autofree char *name = g_strconcat ("frontdesk-", day, ".backup", NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (native), "encrypt", _("Encrypt by a passphrase"), NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (on_file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
on_restore_file_clicked_cb (DeskBackupWindow *self)
{
  desk_restore_dialog_choose (GTK_WINDOW (self), self->text, TRUE);
}

/* Settings */

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskBackupWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved != NULL)
    desk_use_case_free_result (DESK_USE_CASE_CHANGE_SETTING, saved);
  if (self->engine == NULL)
    return;
  if (error != NULL)
    {
      say_error (self, error);
      g_clear_pointer (&self->shown_time, g_free);
    }
  load (self);
  desk_backup_keeper_look (self->keeper);
}

static void
change (DeskBackupWindow *self, DeskSettingCode code, const char *value)
{
  g_autoptr (DeskRecord) record = desk_record_new (DESK_KIND_SETTING);
  g_autofree char *key = desk_id_new_key ();

  desk_text_set (&((DeskSetting *) record)->name, desk_setting_name (code));
  desk_text_set (&((DeskSetting *) record)->value, value);
  desk_engine_call_async (self->engine, DESK_USE_CASE_CHANGE_SETTING, desk_record_input_new (key, record), NULL, on_saved_cb,
                          g_object_ref (self));
}

static void
on_time_apply_cb (DeskBackupWindow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->time_row));

  if (*typed != '\0' && desk_backup_rule_read_time (typed) < 0)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->time_row), "error");
      say (self, _("A time is written 22:00."));
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->time_row), "error");
  change (self, DESK_SETTING_BACKUP_TIME, typed);
}

static void
on_share_cb (DeskBackupWindow *self)
{
  g_autofree char *value = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->share_spin));

  if (!self->filling)
    change (self, DESK_SETTING_BACKUP_SHARE, value);
}

static void
on_folder_chosen_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  DeskBackupWindow *self = user_data;
  DeskSettingCode code = (DeskSettingCode) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (native), "desk-code"));
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;

  if (file != NULL && g_file_peek_path (file) != NULL && self->engine != NULL)
    change (self, code, g_file_peek_path (file));
  g_object_unref (native);
}

static void
choose_folder (DeskBackupWindow *self, DeskSettingCode code)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      _("Choose a Folder for Backups"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"), _("_Cancel"));

  g_object_set_data (G_OBJECT (native), "desk-code", GINT_TO_POINTER (code));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (on_folder_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
on_folder_clicked_cb (DeskBackupWindow *self)
{
  choose_folder (self, DESK_SETTING_BACKUP_FOLDER);
}

static void
on_extra_clicked_cb (DeskBackupWindow *self)
{
  choose_folder (self, DESK_SETTING_BACKUP_EXTRA);
}

static void
on_extra_clear_clicked_cb (DeskBackupWindow *self)
{
  change (self, DESK_SETTING_BACKUP_EXTRA, "");
}

/* The lock of what goes into the second folder */

static void
lock_thread (GTask *task, gpointer source, gpointer passphrase, GCancellable *cancellable)
{
  GError *error = NULL;
  char *lock = desk_seal_make_lock (passphrase, &error);

  if (lock != NULL)
    g_task_return_pointer (task, lock, g_free);
  else
    g_task_return_error (task, error);
}

static void
on_lock_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DeskBackupWindow *self = DESK_BACKUP_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->engine == NULL)
    return;
  if (lock != NULL)
    {
      change (self, DESK_SETTING_BACKUP_SEAL, lock);
      return;
    }
  say_error (self, error);
  show_settings (self);
}

static void
take_passphrase (const char *passphrase, gpointer user_data)
{
  DeskBackupWindow *self = user_data;
  g_autoptr (GTask) task = NULL;

  if (self->engine == NULL)
    return;
  if (passphrase == NULL)
    {
      show_settings (self);
      return;
    }
  task = g_task_new (self, NULL, on_lock_cb, NULL);
  g_task_set_source_tag (task, take_passphrase);
  g_task_set_task_data (task, g_strdup (passphrase), g_free);
  g_task_run_in_thread (task, lock_thread);
}

/* The switch goes back when nobody gave a passphrase. Not here: a change of "active" within its own signal begins that anew,
 * without end. */
static void
on_seal_cb (DeskBackupWindow *self)
{
  if (self->filling)
    return;
  if (gtk_switch_get_active (self->seal_switch))
    desk_passphrase_dialog_ask (GTK_WINDOW (self), take_passphrase, self);
  else
    change (self, DESK_SETTING_BACKUP_SEAL, "");
}

/* GObject */

static void
on_health_cb (DeskBackupWindow *self)
{
  show_last (self);
}

static void
desk_backup_window_dispose (GObject *object)
{
  DeskBackupWindow *self = DESK_BACKUP_WINDOW (object);

  g_clear_object (&self->engine);
  g_clear_object (&self->keeper);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->text, desk_text_unref);
  g_clear_pointer (&self->state, desk_backup_state_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->shown_time, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_BACKUP_WINDOW);
  G_OBJECT_CLASS (desk_backup_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, last_row);
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, make_button);
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, progress_row);
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, file_button);
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, settings_group);
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, time_row);
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, folder_row);
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, extra_row);
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, extra_clear_button);
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, seal_row);
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, seal_switch);
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, share_spin);
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, list_group);
  gtk_widget_class_bind_template_child (widget_class, DeskBackupWindow, restore_file_button);
}

static void
desk_backup_window_class_init (DeskBackupWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_backup_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/frontdesk/Frontdesk/backup/desk-backup-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_make_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_file_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_time_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_extra_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_extra_clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_seal_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_share_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_file_clicked_cb);
}

static void
desk_backup_window_init (DeskBackupWindow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  self->rows = g_ptr_array_new ();
  desk_window_dress (GTK_WIDGET (self));
}

/* Opens it over @parent. */
void
desk_backup_window_present (GtkWindow *parent, DeskEngine *engine, DeskBackupKeeper *keeper, DeskText *text)
{
  DeskBackupWindow *self = g_object_new (DESK_TYPE_BACKUP_WINDOW, "transient-for", parent, NULL);

  self->engine = g_object_ref (engine);
  self->keeper = g_object_ref (keeper);
  self->text = desk_text_ref (text);
  g_signal_connect_object (keeper, "health", G_CALLBACK (on_health_cb), self, G_CONNECT_SWAPPED);
  show_last (self);
  load (self);
  gtk_window_present (GTK_WINDOW (self));
}
