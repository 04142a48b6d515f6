/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cli.h"

#include <libintl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "desk-store-default.h"

const DeskCliCommand desk_cli_commands[] = {
  { "init", "", 0, DESK_OPTION_COMMUNITY, N_("Make a new store"), desk_cli_init },
  { "demo", "", 0, DESK_OPTION_SCALE | DESK_OPTION_SEED | DESK_OPTION_TODAY, N_("Make a made-up community"),
    desk_cli_demo },
  { "verify", "", 0, DESK_OPTION_DEEP | DESK_OPTION_AGAINST, N_("Check the store"), desk_cli_verify },
  { "trail", "", 0, DESK_OPTION_RECORD | DESK_OPTION_SINCE, N_("Print who did what, latest first"), desk_cli_trail },
  { "search", "TEXT", 1, DESK_OPTION_LIMIT, N_("Find units, people and vehicles"), desk_cli_search },
  { "list", "units|people|visits|repairs|complaints|callbacks", 1, DESK_OPTION_FILTER | DESK_OPTION_TEXT, N_("List units, people, log entries or cases"), desk_cli_list },
  { "show", "unit LABEL", 2, 0, N_("Show a unit and who and what belongs to it"), desk_cli_show },
  { "responsible", "LABEL", 1, DESK_OPTION_ON, N_("Say who bears a unit's fees on a day"), desk_cli_responsible },
  { "timeline", "LABEL", 1, 0, N_("Print a unit's history, latest first"), desk_cli_timeline },
  { "log", "add TEXT", 2, 0, N_("Write a visit or call into the desk log"), desk_cli_log },
  { "case", "show NUMBER", 2, 0, N_("Show a repair or complaint"), desk_cli_case },
  { "callbacks", "draw", 1, DESK_OPTION_DATE, N_("Print who was drawn to be called back on a day; what is due is drawn first"), desk_cli_callbacks },
  { "import", "units|people|register|cases|complaints FILE | undo BATCH", 2,
    DESK_OPTION_SHEET | DESK_OPTION_ENCODING | DESK_OPTION_MAP | DESK_OPTION_REJECTS | DESK_OPTION_DRY_RUN,
    N_("Bring a sheet in, or take that back"), desk_cli_import, 2 },
  { "export", "units|people|cases OUT", 2, 0, N_("Write the register or the cases into a sheet"), desk_cli_export, 2 },
  { "staff", "list | add|lock|reset LOGIN", 1, DESK_OPTION_NAME | DESK_OPTION_ROLES | DESK_OPTION_SCOPE,
    N_("List people who work here, add one, or see to sign-ins"), desk_cli_staff, 0, 1 },
  { "backup", "FILE", 1, DESK_OPTION_ENCRYPT, N_("Make a proved backup"), desk_cli_backup, 1 },
  { "backups", "", 0, 0, N_("List the backups there are"), desk_cli_backups },
  { "restore", "FILE", 1, DESK_OPTION_DRY_RUN, N_("Put a backup into the store's place; the old store is kept"),
    desk_cli_restore, 1 },
  { "salvage", "OLD NEW", 2, 0, N_("Bring what can be read of a damaged store into a new one"), desk_cli_salvage, 1 },
};
const guint desk_cli_n_commands = G_N_ELEMENTS (desk_cli_commands);

/* Texts come as bytes: what was typed is looked at by the commands, whatever the locale's character set. */
static const struct
{
  DeskOption bit;
  GOptionEntry entry;
  gsize offset;
} options[] = {
#define TYPED(bit, name, offset, about, arg) \
  { DESK_OPTION_##bit, { name, 0, 0, G_OPTION_ARG_FILENAME, NULL, about, arg }, G_STRUCT_OFFSET (DeskCliOptions, offset) }
  TYPED (COMMUNITY, "community", community, N_("What the community is called"), "NAME"),
  TYPED (SCALE, "scale", scale, N_("How large: 3,000 or 50,000 units"), "desk|city"),
  TYPED (SEED, "seed", seed, N_("The same number makes the same community"), "N"),
  TYPED (TODAY, "today", today, N_("The day it has reached"), "DAY"),
  TYPED (LIMIT, "limit", limit, N_("At most so many"), "N"),
  TYPED (FILTER, "filter", filter, N_("Only these, such as vacant or tenant"), "FILTER"),
  TYPED (TEXT, "text", text, N_("Only what fits this text"), "TEXT"),
  TYPED (DATE, "date", date, N_("The day of the draw; today where none is given"), "DAY"),
  TYPED (ON, "on", on, N_("The day that is asked about"), "DAY"),
  TYPED (SHEET, "sheet", sheet, N_("Which sheet of a workbook"), "NAME"),
  TYPED (ENCODING, "encoding", encoding, N_("The character set of a text, such as GB18030"), "NAME"),
  TYPED (MAP, "map", map, N_("A key file that says which column is what"), "FILE"),
  TYPED (REJECTS, "rejects", rejects, N_("Where rows that were not taken go, with the reasons"), "OUT"),
  TYPED (AGAINST, "against", against, N_("Compare the trail with a backup or a head that was kept"), "BACKUP|HASH"),
  TYPED (RECORD, "record", record, N_("Only what concerns this record, such as unit:3-2-1501"), "KIND:ID"),
  TYPED (SINCE, "since", since, N_("Only from this day on"), "DAY"),
  TYPED (NAME, "name", name, N_("What the person is called"), "NAME"),
  TYPED (ROLES, "roles", roles, N_("What they do, such as desk,cashier"), "ROLES"),
  TYPED (SCOPE, "scope", scope, N_("Buildings and entrances they answer for, such as 5,6-1"), "PARTS"),
  { DESK_OPTION_DRY_RUN,
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Only say what would happen"), NULL },
    G_STRUCT_OFFSET (DeskCliOptions, dry_run) },
  { DESK_OPTION_ENCRYPT,
    { "encrypt", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Close it by a passphrase, which nobody can find again"), NULL },
    G_STRUCT_OFFSET (DeskCliOptions, encrypt) },
  { DESK_OPTION_DEEP,
    { "deep", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Check every page and every search key, too"), NULL },
    G_STRUCT_OFFSET (DeskCliOptions, deep) },
#undef TYPED
};

static void
desk_cli_clear (DeskCli *cli)
{
  g_clear_pointer (&cli->actor, desk_actor_free);
  g_clear_pointer (&cli->service, desk_service_close);
  g_clear_pointer (&cli->clock, desk_clock_unref);
  g_clear_pointer (&cli->text, desk_text_unref);
  g_free (cli->store);
  g_free (cli->as);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].entry.arg == G_OPTION_ARG_FILENAME)
      g_free (G_STRUCT_MEMBER (char *, &cli->options, options[i].offset));
}

/* The first argument that is no option: the command. Global options may stand before it. */
static const char *
find_word (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (strcmp (argv[i], "--store") == 0 || strcmp (argv[i], "--format") == 0 || strcmp (argv[i], "--as") == 0)
        i++;
      else if (*argv[i] != '-')
        return argv[i];
    }
  return NULL;
}

static const DeskCliCommand *
find_command (const char *name)
{
  for (guint i = 0; name != NULL && i < desk_cli_n_commands; i++)
    if (strcmp (desk_cli_commands[i].name, name) == 0)
      return &desk_cli_commands[i];
  return NULL;
}

static char *
list_commands (DeskCli *cli)
{
  GString *list = g_string_new (desk_text_get (cli->text, N_("Commands:")));

  for (guint i = 0; i < desk_cli_n_commands; i++)
    {
      g_autofree char *usage = g_strjoin (" ", desk_cli_commands[i].name, desk_cli_commands[i].args, NULL);

      g_string_append_printf (list, "\n  %-20s %s", usage, desk_text_get (cli->text, desk_cli_commands[i].summary));
    }
  return g_string_free (list, FALSE);
}

/* The parser of @command's options, or of the global ones alone. */
static GOptionContext *
make_context (DeskCli *cli, const DeskCliCommand *command, char **store, char **format, gboolean *version)
{
  const GOptionEntry global[] = {
    { "store", 0, 0, G_OPTION_ARG_FILENAME, store, N_("The store to work on"), "FILE" },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &cli->as, N_("Who signs in, once there are passwords"), "LOGIN" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, format, N_("How results are printed"), "table|csv|json" },
    { "version", 0, 0, G_OPTION_ARG_NONE, version, N_("Print the version"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *usage = command == NULL ? g_strdup (desk_text_get (cli->text, N_("COMMAND …")))
                                           : g_strjoin (" ", command->name, command->args, NULL);
  g_autofree char *list = command == NULL ? list_commands (cli) : NULL;
  GOptionContext *context = g_option_context_new (usage);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, global, GETTEXT_PACKAGE);
  for (guint i = 0; command != NULL && i < G_N_ELEMENTS (options); i++)
    {
      GOptionEntry own[] = { options[i].entry, G_OPTION_ENTRY_NULL };

      own[0].arg_data = G_STRUCT_MEMBER_P (&cli->options, options[i].offset);
      if (command->options & options[i].bit)
        g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);
    }
  if (command != NULL)
    g_option_context_set_summary (context, desk_text_get (cli->text, command->summary));
  else
    g_option_context_set_description (context, list);
  return context;
}

static gboolean
read_format (const char *typed, DeskOutputFormat *format)
{
  static const char *const names[] = { "table", "csv", "json" };

  *format = DESK_OUTPUT_TABLE;
  for (guint i = 0; typed != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (typed, names[i]) == 0)
      *format = i;
  return typed == NULL || strcmp (typed, names[*format]) == 0;
}

/* Are all texts that were typed UTF-8? File names may be anything. */
static gboolean
check_typed (DeskCli *cli, const DeskCliCommand *command, char **args)
{
  const guint paths = DESK_OPTION_MAP | DESK_OPTION_REJECTS | DESK_OPTION_AGAINST;

  for (guint i = 0; args[i] != NULL; i++)
    if (i + 1 != command->path && !g_utf8_validate (args[i], -1, NULL))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      const char *typed = options[i].entry.arg == G_OPTION_ARG_FILENAME && (options[i].bit & paths) == 0
                              ? G_STRUCT_MEMBER (char *, &cli->options, options[i].offset)
                              : NULL;

      if (typed != NULL && !g_utf8_validate (typed, -1, NULL))
        return FALSE;
    }
  return TRUE;
}

static DeskExit
run_command (DeskCli *cli, const DeskCliCommand *command, char **args)
{
  guint n = g_strv_length (args);

  if (n < command->n_args)
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("%1 needs %2: see frontdeskctl %1 --help."), command->name,
                         command->args, NULL);
  if (n > command->n_args + command->more)
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("“%1” is too much: see frontdeskctl %2 --help."),
                         args[command->n_args + command->more], command->name, NULL);
  if (!check_typed (cli, command, args))
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("What was typed is not text in UTF-8."), NULL);
  return command->run (cli, args);
}

/* Parses and runs; the options' strings belong to @cli. */
static DeskExit
parse_and_run (DeskCli *cli, int argc, char **argv)
{
  const char *word = find_word (argc, argv);
  const DeskCliCommand *command = find_command (word);
  g_autofree char *store = NULL;
  g_autofree char *format = NULL;
  gboolean version = FALSE;
  g_autoptr (GOptionContext) context = make_context (cli, command, &store, &format, &version);
  g_auto (GStrv) args = g_strdupv (argv);
  g_autoptr (GError) error = NULL;

  if (word != NULL && command == NULL)
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("There is no command “%1”: see frontdeskctl --help."), word, NULL);
  if (!g_option_context_parse_strv (context, &args, &error))
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("%1: see frontdeskctl --help."), error->message, NULL);
  if (version)
    {
      g_print ("frontdeskctl %s\n", DESK_VERSION);
      return DESK_EXIT_DONE;
    }
  if (command == NULL)
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("A command is missing: see frontdeskctl --help."), NULL);
  if (!read_format (format, &cli->format))
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("There is no format “%1”: take table, csv or json."), format, NULL);
  cli->store = store != NULL ? g_steal_pointer (&store) : desk_store_default_path ();
  return run_command (cli, command, args + 2);
}

int
desk_cli_run (int argc, char **argv)
{
  DeskCli cli = { .clock = desk_clock_new_real () };
  DeskExit code;

  /* A reader that goes away is an error with a sentence, not a silent end. */
  signal (SIGPIPE, SIG_IGN);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, desk_text_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_set_prgname ("frontdeskctl");
  cli.text = desk_text_new (NULL, NULL);
  code = parse_and_run (&cli, argc, argv);
  desk_cli_clear (&cli);
  return code;
}
