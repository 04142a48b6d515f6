/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-error.h"
#include "desk-output.h"
#include "desk-service.h"

G_BEGIN_DECLS

/* How frontdeskctl ends; frontdeskctl(1) says the same. */
typedef enum
{
  DESK_EXIT_DONE = 0,
  DESK_EXIT_NO = 1,      /* the answer is no: nothing found, the check failed */
  DESK_EXIT_USAGE = 2,   /* not understood, or a value that cannot be */
  DESK_EXIT_REFUSED = 3, /* rights, in use, newer, read-only, missing, there already, bad place */
  DESK_EXIT_DAMAGED = 4, /* the store is damaged or is none */
  DESK_EXIT_FAILED = 5,  /* disk, space, cancelled, nobody reads what is printed */
} DeskExit;

/* What was asked for; texts are owned, bytes as they were typed. */
typedef struct
{
  char *community;
  char *scale;
  char *seed;
  char *today;
  char *limit;
  char *filter;
  char *text;
  char *on;
  char *date;
  char *sheet;
  char *encoding;
  char *map;     /* a path */
  char *rejects; /* a path */
  char *against; /* a path, or a head */
  char *record;
  char *since;
  char *name;
  char *roles;
  char *scope;
  gboolean deep;
  gboolean dry_run;
  gboolean encrypt;
} DeskCliOptions;

/* One run. */
typedef struct
{
  DeskText *text;
  DeskClock *clock;
  char *store;
  char *as; /* (nullable): who signs in */
  DeskOutputFormat format;
  DeskCliOptions options;
  DeskService *service; /* while the store is open */
  DeskActor *actor;
} DeskCli;

typedef DeskExit (*DeskCliFunc) (DeskCli *cli, char **args);

/* Options of commands, as bits. */
typedef enum
{
  DESK_OPTION_COMMUNITY = 1 << 0,
  DESK_OPTION_SCALE = 1 << 1,
  DESK_OPTION_SEED = 1 << 2,
  DESK_OPTION_TODAY = 1 << 3,
  DESK_OPTION_DEEP = 1 << 4,
  DESK_OPTION_LIMIT = 1 << 5,
  DESK_OPTION_FILTER = 1 << 6,
  DESK_OPTION_TEXT = 1 << 7,
  DESK_OPTION_ON = 1 << 8,
  DESK_OPTION_SHEET = 1 << 9,
  DESK_OPTION_ENCODING = 1 << 10,
  DESK_OPTION_MAP = 1 << 11,
  DESK_OPTION_REJECTS = 1 << 12,
  DESK_OPTION_DRY_RUN = 1 << 13,
  DESK_OPTION_ENCRYPT = 1 << 14,
  DESK_OPTION_AGAINST = 1 << 15,
  DESK_OPTION_RECORD = 1 << 16,
  DESK_OPTION_SINCE = 1 << 17,
  DESK_OPTION_NAME = 1 << 20,
  DESK_OPTION_ROLES = 1 << 21,
  DESK_OPTION_SCOPE = 1 << 22,
  DESK_OPTION_DATE = 1 << 23,
} DeskOption;

typedef struct
{
  const char *name;
  const char *args; /* as --help shows them */
  guint n_args;     /* so many, neither more nor less */
  guint options;    /* DeskOption bits */
  const char *summary;
  DeskCliFunc run;
  guint path; /* which argument is a path, counted from 1; 0 none */
  guint more; /* so many arguments may follow */
} DeskCliCommand;

extern const DeskCliCommand desk_cli_commands[];
extern const guint desk_cli_n_commands;

/* The commands. */
DeskExit desk_cli_init (DeskCli *cli, char **args);
DeskExit desk_cli_demo (DeskCli *cli, char **args);
DeskExit desk_cli_verify (DeskCli *cli, char **args);
DeskExit desk_cli_search (DeskCli *cli, char **args);
DeskExit desk_cli_list (DeskCli *cli, char **args);
DeskExit desk_cli_show (DeskCli *cli, char **args);
DeskExit desk_cli_responsible (DeskCli *cli, char **args);
DeskExit desk_cli_timeline (DeskCli *cli, char **args);
DeskExit desk_cli_trail (DeskCli *cli, char **args);
DeskExit desk_cli_log (DeskCli *cli, char **args);
DeskExit desk_cli_case (DeskCli *cli, char **args);
DeskExit desk_cli_callbacks (DeskCli *cli, char **args);
DeskExit desk_cli_import (DeskCli *cli, char **args);
DeskExit desk_cli_export (DeskCli *cli, char **args);
DeskExit desk_cli_staff (DeskCli *cli, char **args);
DeskExit desk_cli_backup (DeskCli *cli, char **args);
DeskExit desk_cli_backups (DeskCli *cli, char **args);
DeskExit desk_cli_restore (DeskCli *cli, char **args);
DeskExit desk_cli_salvage (DeskCli *cli, char **args);

/* What they share. */
int desk_cli_run (int argc, char **argv);
gboolean desk_cli_sign_in (DeskCli *cli, GError **error);
gboolean desk_cli_open (DeskCli *cli, DeskOpenMode mode, GError **error);
gboolean desk_cli_find_unit (DeskCli *cli, const char *label, gint64 *id, char **found, GError **error);
DeskExit desk_cli_exit_of (const GError *error);
DeskExit desk_cli_fail (DeskCli *cli, const GError *error);
DeskExit desk_cli_say (DeskCli *cli, DeskExit code, const char *words, ...) G_GNUC_NULL_TERMINATED;
DeskExit desk_cli_finish (DeskCli *cli, DeskOutput *output);
gboolean desk_cli_read_number (const char *typed, const char *field, guint64 least, guint64 most, guint64 *number,
                               GError **error);
gboolean desk_cli_read_day (const char *typed, const char *field, DeskDay *day, GError **error);

G_END_DECLS
