/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-application-private.h"

#include <glib/gi18n.h>

#include "desk-backup-window.h"
#include "desk-language.h"
#include "desk-restore-dialog.h"
#include "desk-restore.h"
#include "desk-salvage.h"
#include "desk-text-figure.h"
#include "desk-text-problem.h"

/* Backups while the store is open, and putting another one into its place: a backup, or what can be read of a damaged one. */

static DeskText *
text_of (DeskApplication *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return desk_text_new (desk_language_get (), self->engine != NULL ? desk_engine_get_zone (self->engine) : zone);
}

static GtkWindow *
front_window (DeskApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  return active != NULL ? active : GTK_WINDOW (self->window);
}

static GtkWidget *
show_dialog (DeskApplication *self, const char *title, const char *body, const char *close)
{
  GtkWidget *dialog = adw_message_dialog_new (front_window (self), title, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", close);
  desk_window_dress (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
say_error (DeskApplication *self, const char *title, const GError *error)
{
  g_autoptr (DeskText) text = text_of (self);
  g_autofree char *sentence = desk_text_error (text, error);

  if (self->window != NULL && !g_error_matches (error, DESK_ERROR, DESK_ERROR_CANCELLED))
    show_dialog (self, title, sentence, _("_Close"));
}

/* The keeper and its bars */

/* What the bar says: why the last try failed, or how old the last good one is. */
static char *
late_words (DeskApplication *self, const DeskBackupHealth *health)
{
  g_autoptr (DeskText) text = text_of (self);
  g_autofree char *sentence = health->error != NULL ? desk_text_error (text, health->error) : NULL;
  g_autofree char *at = health->last_at != 0 ? desk_text_time (text, health->last_at, desk_engine_now (self->engine)) : NULL;

  if (sentence != NULL)
    return g_strdup (sentence);
  return at != NULL ? g_strdup_printf (_("The last good backup is of %s."), at) : g_strdup (_("There is no backup yet."));
}

static void
show_health (DeskApplication *self)
{
  const DeskBackupHealth *health = self->keeper != NULL ? desk_backup_keeper_get_health (self->keeper) : NULL;
  g_autofree char *words = NULL;
  DeskStateBar late = { NULL, FALSE, _("Back Up _Now"), "app.backup" };
  DeskStateBar extra = { _("The second folder for backups is not there: plug its disk in."), FALSE, _("_Backups…"), "app.backups" };
  gboolean is_late = health != NULL && !health->running && (health->late || health->error != NULL);

  if (self->window == NULL)
    return;
  if (is_late)
    late.text = words = late_words (self, health);
  desk_window_set_state (self->window, "backup-late", is_late ? &late : NULL);
  desk_window_set_state (self->window, "backup-extra", health != NULL && health->extra_missing ? &extra : NULL);
}

/* Follows the engine: its backups are kept as long as it is open and can be written. The demonstration has none. */
void
desk_application_backup_update (DeskApplication *self)
{
  if (self->keeper == NULL && self->engine != NULL && !self->is_demo
      && desk_engine_get_state (self->engine) != DESK_ENGINE_READ_ONLY)
    {
      self->keeper = desk_backup_keeper_new (self->engine);
      g_signal_connect_object (self->keeper, "health", G_CALLBACK (show_health), self, G_CONNECT_SWAPPED);
    }
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "backups")),
                               self->keeper != NULL);
  show_health (self);
}

/* Before the engine is closed. */
void
desk_application_backup_close (DeskApplication *self)
{
  if (self->keeper != NULL)
    desk_backup_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBackupDone) done = desk_backup_keeper_make_finish (DESK_BACKUP_KEEPER (source), result, &error);

  if (done == NULL)
    say_error (self, _("No Backup Was Made"), error);
  else
    desk_window_toast (self->window, _("Backed up and proved"));
}

static void
backup_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskApplication *self = user_data;

  if (self->keeper != NULL && !desk_backup_keeper_get_health (self->keeper)->running)
    desk_backup_keeper_make_async (self->keeper, NULL, NULL, on_made_cb, g_object_ref (self));
}

static void
backups_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskApplication *self = user_data;
  g_autoptr (DeskText) text = text_of (self);

  if (self->keeper != NULL && self->window != NULL)
    desk_backup_window_present (GTK_WINDOW (self->window), self->engine, self->keeper, text);
}

/* Another store into the place of this one */

typedef struct
{
  DeskApplication *self;
  char *path;
  char *backup; /* NULL: salvage */
  char *passphrase;
  DeskActor *actor; /* (nullable): who wants it */
  GCancellable *cancellable;
  GtkWidget *dialog; /* (nullable): while it is made ready */
  DeskSalvageReport *report;
  DeskText *text;
  gint64 made_at;    /* when the backup was made */
  char *kept;        /* (nullable): where the store of before lies */
  char *report_path; /* (nullable): where the report lies */
  GError *error;
} Change;

static void
change_free (Change *change)
{
  g_object_unref (change->self);
  g_free (change->path);
  g_free (change->backup);
  g_free (change->passphrase);
  desk_actor_free (change->actor);
  g_object_unref (change->cancellable);
  desk_salvage_report_free (change->report);
  desk_text_unref (change->text);
  g_free (change->kept);
  g_free (change->report_path);
  g_clear_error (&change->error);
  g_free (change);
}

/* What came out, for the dialog: the figures, and the tables that lost something. */
static char *
report_words (const DeskSalvageReport *report, const char *path)
{
  g_autofree char *n_read = desk_text_number (report->n_read);
  g_autofree char *n_lost = desk_text_number (report->n_lost);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, _("%s rows were read, at most %s were not."), n_read, n_lost);
  for (guint i = 0; i < report->tables->len; i++)
    {
      const DeskSalvageTable *table = report->tables->pdata[i];
      g_autofree char *n = desk_text_number (table->n_unread + table->n_unfit + table->n_orphans);

      if (table->n_unread + table->n_unfit + table->n_orphans > 0)
        g_string_append_printf (words, "\n%s: %s%s%s", table->table, n, *table->unread != '\0' ? " · " : "", table->unread);
    }
  if (path != NULL)
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_string_append (words, "\n\n");
      g_string_append_printf (words, _("This report lies in %s."), shown);
    }
  g_string_append_printf (words, "\n\n%s", _("The damaged file stays beside the new one: keep it."));
  return g_string_free (words, FALSE);
}

/* The store is open again, the one or the other. */
static void
tell_end (Change *change)
{
  DeskApplication *self = change->self;

  if (change->error != NULL)
    say_error (self, _("Nothing Was Restored"), change->error);
  else if (change->report != NULL)
    {
      g_autofree char *words = report_words (change->report, change->report_path);

      show_dialog (self, _("What Could Be Read Is Here"), words, _("_Close"));
    }
  else
    desk_window_toast (self->window, change->kept != NULL ? _("Restored. The data of before lies beside it.") : _("Restored"));
}

static void
swap_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Change *change = data;
  g_autoptr (DeskClock) clock = desk_clock_new_real ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  GError *error = NULL;

  if (desk_restore_swap (change->path, desk_clock_now (clock), zone, &change->kept, &error))
    {
      g_autoptr (GError) unnoted = NULL;

      if (change->made_at != 0 && !desk_restore_note (change->path, change->made_at, change->actor, clock, &unnoted))
        g_info ("%s", unnoted->message);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

static void
on_swapped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Change *change = user_data;
  DeskApplication *self = change->self;

  g_task_propagate_boolean (G_TASK (result), &change->error);
  if (change->error != NULL)
    desk_restore_drop (change->path);
  self->change = change;
  desk_application_open_store (self, DESK_OPEN_WRITE);
}

/* The store was opened after a change: a new window takes the place of the one that shows what was. Returns: FALSE when
 * nothing of the kind was under way. */
gboolean
desk_application_backup_opened (DeskApplication *self)
{
  Change *change = g_steal_pointer (&self->change);

  if (change == NULL)
    return FALSE;
  self->changing = FALSE;
  desk_application_renew_window (self);
  if (self->window != NULL)
    tell_end (change);
  change_free (change);
  return TRUE;
}

/* The store is closed after its last save, and the two change places. */
static void
swap (Change *change)
{
  DeskApplication *self = change->self;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_swapped_cb, change);

  desk_application_close_store (self);
  g_task_set_source_tag (task, swap);
  g_task_set_task_data (task, change, NULL);
  g_task_run_in_thread (task, swap_thread);
}

/* Before the two change places: what was read is known from here on, whatever comes. */
static void
write_report (Change *change, DeskClock *clock)
{
  g_autofree char *path = desk_salvage_report_path (change->path);
  g_autoptr (GError) error = NULL;

  if (desk_salvage_report_write (change->report, change->text, change->path, desk_clock_now (clock), path, &error))
    change->report_path = g_steal_pointer (&path);
  else
    g_info ("%s", error->message);
}

static void
ready_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Change *change = data;
  g_autoptr (DeskClock) clock = desk_clock_new_real ();
  g_autoptr (DeskBackupInfo) info = NULL;
  GError *error = NULL;

  if (change->backup != NULL)
    info = desk_restore_prepare (change->path, change->backup, *change->passphrase != '\0' ? change->passphrase : NULL,
                                 change->actor, clock, cancellable, &error);
  else
    change->report = desk_restore_salvage (change->path, change->actor, clock, cancellable, &error);
  if (change->report != NULL)
    write_report (change, clock);
  if (info != NULL)
    change->made_at = info->at;
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Change *change = user_data;
  g_autoptr (GError) error = NULL;

  if (change->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (change->dialog));
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      swap (change);
      return;
    }
  say_error (change->self, _("Nothing Was Restored"), error);
  change->self->changing = FALSE;
  change_free (change);
}

static void
on_wait_response_cb (Change *change)
{
  change->dialog = NULL;
  g_cancellable_cancel (change->cancellable);
}

/* Makes it ready on a thread, under a dialog that can stop it. @backup NULL: salvage. */
static void
begin_change (DeskApplication *self, const char *backup, const char *passphrase)
{
  g_autoptr (GTask) task = NULL;
  Change *change;

  if (self->changing || self->window == NULL)
    return;
  self->changing = TRUE;
  change = g_new0 (Change, 1);
  change->self = g_object_ref (self);
  change->path = g_strdup (self->path);
  change->backup = g_strdup (backup);
  change->passphrase = g_strdup (passphrase);
  change->text = text_of (self);
  change->actor = self->engine != NULL ? desk_actor_copy (desk_engine_get_actor (self->engine)) : NULL;
  change->cancellable = g_cancellable_new ();
  change->dialog = show_dialog (self, backup != NULL ? _("Proving the Backup") : _("Reading the Damaged Store"),
                                _("Nothing of the data of now is touched before this is done."), _("_Cancel"));
  g_signal_connect_swapped (change->dialog, "response", G_CALLBACK (on_wait_response_cb), change);
  task = g_task_new (NULL, change->cancellable, on_ready_cb, change);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, begin_change);
  g_task_set_task_data (task, change, NULL);
  g_task_run_in_thread (task, ready_thread);
}

/* (file, passphrase) */
static void
restore_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  const char *backup, *passphrase;

  g_variant_get (target, "(&s&s)", &backup, &passphrase);
  begin_change (user_data, backup, passphrase);
}

/* The damaged store's newest backup, or a file that somebody has. */

static void
list_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_autofree char *folder = desk_backup_folder_beside (path);

  g_task_return_pointer (task, desk_backup_list (folder, NULL), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DeskApplication *self = DESK_APPLICATION (source);
  g_autoptr (GPtrArray) list = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (DeskClock) clock = desk_clock_new_real ();
  g_autoptr (DeskText) text = text_of (self);
  const DeskBackupInfo *newest = list != NULL ? desk_backup_newest (list, desk_clock_now (clock), FALSE) : NULL;
  gboolean there = g_file_test (self->path, G_FILE_TEST_EXISTS);

  if (self->window == NULL)
    return;
  if (newest != NULL)
    desk_restore_dialog_ask (GTK_WINDOW (self->window), text, newest, NULL, there);
  else
    desk_restore_dialog_choose (GTK_WINDOW (self->window), text, there);
}

static void
restore_newest_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskApplication *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, on_listed_cb, NULL);

  g_task_set_source_tag (task, restore_newest_action);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, list_thread);
}

static void
on_salvage_response_cb (DeskApplication *self, const char *response)
{
  if (g_str_equal (response, "salvage"))
    begin_change (self, NULL, NULL);
}

static void
salvage_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  DeskApplication *self = user_data;
  GtkWidget *dialog;

  if (self->window == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (self->window), _("Salvage What Can Be Read?"),
                                   _("Every row that can be read goes into a new file, which takes the place of the "
                                     "damaged one; what could not be read is told. The damaged file is kept beside it. "
                                     "Where a backup is new, that is the safer way."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "salvage", _("_Salvage"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_salvage_response_cb), self, G_CONNECT_SWAPPED);
  desk_window_dress (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
desk_application_backup_init (DeskApplication *self)
{
  static const GActionEntry entries[] = {
    { "backup", backup_action, NULL, NULL, NULL },
    { "backups", backups_action, NULL, NULL, NULL },
    { "restore", restore_action, "(ss)", NULL, NULL },
    { "restore-newest", restore_newest_action, NULL, NULL, NULL },
    { "salvage", salvage_action, NULL, NULL, NULL },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "backups")), FALSE);
}
