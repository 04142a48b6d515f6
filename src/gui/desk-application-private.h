/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-application.h"
#include "desk-backup-keeper.h"
#include "desk-pane-registry.h"
#include "desk-search-provider.h"
#include "desk-window.h"

G_BEGIN_DECLS

struct _DeskApplication
{
  AdwApplication parent_instance;

  /* Owned references */
  DeskEngine *engine;
  DeskReminder *reminder; /* NULL while no store is open */
  DeskBackupKeeper *keeper; /* NULL: no store to write, or the demonstration */
  DeskNotifier *notifier;
  DeskSearchProvider *provider;
  GPtrArray *enders; /* GDBusMethodInvocation: who waits for the end of the program */
  char *path;
  GError *trouble; /* why the store does not open; shown again after a change of language */

  const char *token;  /* borrowed, while a notification is answered: lets the window come to the front */
  DeskWindow *window; /* borrowed: the application's list holds it */
  gpointer change;    /* another store that takes this one's place, under way (desk-application-backup.c) */
  guint show_source;  /* the window waits a moment for the store, so that it comes with it */
  guint life_id;      /* the object on the bus that ends the program */
  gboolean is_demo;
  gboolean opening;
  gboolean changing; /* a backup or salvaged rows are made ready to take the store's place */
  gboolean hidden;   /* started without a window, and none was asked for yet */
  gboolean held;     /* goes on without a window */
  gboolean quitting;
};

/* desk-application.c: the store and its window */
void desk_application_open_store (DeskApplication *self, DeskOpenMode mode);
void desk_application_present (DeskApplication *self);
void desk_application_renew_window (DeskApplication *self);

void desk_application_close_store (DeskApplication *self);

/* desk-application-backup.c: backups, restoring, salvaging */
void desk_application_backup_init (DeskApplication *self);
void desk_application_backup_update (DeskApplication *self);
void desk_application_backup_close (DeskApplication *self);
gboolean desk_application_backup_opened (DeskApplication *self);

/* desk-application-actions.c: what menus, the desktop and other programs ask for */
void desk_application_actions_init (DeskApplication *self);

/* desk-application-remind.c: what is due, said on the desktop and answered there */
void desk_application_remind_init (DeskApplication *self);
void desk_application_remind_begin (DeskApplication *self);
void desk_application_remind_update (DeskApplication *self);
void desk_application_remind_end (DeskApplication *self);

/* desk-application-life.c: going on without a window, and ending */
void desk_application_life_init (DeskApplication *self);
void desk_application_life_update (DeskApplication *self);
void desk_application_life_watch (DeskApplication *self, DeskWindow *window);
gboolean desk_application_life_register (DeskApplication *self, GDBusConnection *bus, const char *path, GError **error);
void desk_application_life_unregister (DeskApplication *self, GDBusConnection *bus);
void desk_application_life_ended (DeskApplication *self);
int desk_application_life_end_other (DeskApplication *self);

G_END_DECLS
