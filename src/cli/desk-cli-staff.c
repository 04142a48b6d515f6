/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cli.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "desk-id.h"
#include "desk-right.h"
#include "desk-text-label.h"

/* People who work here, and who this run speaks for. */

#define LINE 512

/* One line without its end. Returns: FALSE at the end of what comes. */
static gboolean
read_line (char *line)
{
  if (fgets (line, LINE, stdin) == NULL)
    return FALSE;
  line[strcspn (line, "\r\n")] = '\0';
  return TRUE;
}

/* Asks on the terminal, without showing what is typed; where there is none, takes the next line of standard input.
 * Returns: (transfer full) (nullable). */
static char *
ask_secret (DeskCli *cli, const char *question)
{
  gboolean terminal = isatty (STDIN_FILENO);
  char line[LINE] = "";
  struct termios before, quiet;
  gboolean got;

  if (terminal && tcgetattr (STDIN_FILENO, &before) == 0)
    {
      fprintf (stderr, "%s ", desk_text_get (cli->text, question));
      quiet = before;
      quiet.c_lflag &= ~(tcflag_t) ECHO;
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &quiet);
      got = read_line (line);
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
      fprintf (stderr, "\n");
    }
  else
    {
      got = read_line (line);
    }
  return got ? g_strdup (line) : NULL;
}

/* Finds on whose behalf the command runs: the administrator while nobody has a password, else whoever --as names. */
gboolean
desk_cli_sign_in (DeskCli *cli, GError **error)
{
  const char *given = g_getenv ("FRONTDESK_PASSWORD");
  g_autofree char *asked = NULL;
  gboolean needs;

  if (!desk_service_needs_sign_in (cli->service, TRUE, &needs, error))
    return FALSE;
  if (!needs)
    cli->actor = desk_service_sole_actor (cli->service, error);
  else if (cli->as == NULL)
    desk_error_set (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_WHO, NULL, NULL);
  else
    {
      if (given == NULL)
        given = asked = ask_secret (cli, N_("Password:"));
      cli->actor = desk_service_sign_in (cli->service, cli->as, given != NULL ? given : "", error);
    }
  return cli->actor != NULL;
}

static DeskExit
print_staff (DeskCli *cli)
{
  const DeskOutputColumn columns[] = {
    { "id", NULL, DESK_OUTPUT_ID, NULL },
    { "login", desk_text_field (cli->text, DESK_KIND_STAFF, "login"), DESK_OUTPUT_TEXT, NULL },
    { "name", desk_text_field (cli->text, DESK_KIND_STAFF, "name"), DESK_OUTPUT_TEXT, NULL },
    { "roles", desk_text_field (cli->text, DESK_KIND_STAFF, "roles"), DESK_OUTPUT_TEXT, NULL },
    { "scope", desk_text_get (cli->text, N_("Answers for")), DESK_OUTPUT_TEXT, NULL },
    { "password", desk_text_field (cli->text, DESK_KIND_STAFF, "password"), DESK_OUTPUT_BOOL, NULL },
    { "pin", desk_text_field (cli->text, DESK_KIND_STAFF, "pin"), DESK_OUTPUT_BOOL, NULL },
    { "left_on", desk_text_field (cli->text, DESK_KIND_STAFF, "left_on"), DESK_OUTPUT_DAY, NULL },
  };
  g_autoptr (DeskOutput) output = desk_output_new (cli->format, cli->text, columns, G_N_ELEMENTS (columns));
  g_autoptr (GError) error = NULL;
  DeskGetInput in = { 0 };
  DeskStaffList list = { 0 };

  if (!desk_list_staff (cli->service, cli->actor, &in, &list, &error))
    return desk_cli_fail (cli, error);
  for (guint i = 0; i < list.cards->len; i++)
    {
      const DeskStaffCard *card = list.cards->pdata[i];
      g_autofree char *words = desk_text_staff_roles (cli->text, card->staff->roles);
      g_autofree char *nicks = desk_staff_roles_to_text (card->staff->roles);

      desk_output_add (output, NULL, card->staff->record.id);
      desk_output_add (output, card->staff->login, 0);
      desk_output_add (output, desk_output_word (output, card->staff->name, desk_text_staff_name (cli->text, card->staff->name)), 0);
      desk_output_add (output, desk_output_word (output, nicks, words), 0);
      desk_output_add (output, card->scope, 0);
      desk_output_add (output, NULL, card->has_password);
      desk_output_add (output, NULL, card->has_pin);
      desk_output_add (output, NULL, card->staff->left_on);
    }
  desk_staff_list_clear (&list);
  return desk_cli_finish (cli, output);
}

/* Returns: (transfer full) (nullable): the person who signs in by @login, with what they answer for. */
static DeskStaffInput *
find_staff (DeskCli *cli, const char *login, GError **error)
{
  DeskGetInput get = { 0 };
  DeskStaffList list = { 0 };
  DeskStaffInput *in = NULL;

  if (!desk_list_staff (cli->service, cli->actor, &get, &list, error))
    return NULL;
  for (guint i = 0; i < list.cards->len && in == NULL; i++)
    {
      DeskStaffCard *card = list.cards->pdata[i];

      if (!g_str_equal (card->staff->login, login))
        continue;
      in = desk_staff_input_new (NULL, card->staff);
      for (guint k = 0; k < card->scopes->len; k++)
        g_ptr_array_add (in->scopes, desk_record_copy (card->scopes->pdata[k]));
    }
  desk_staff_list_clear (&list);
  if (in == NULL)
    desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, NULL, "staff", NULL);
  return in;
}

/* "3,5-1": a building, and one entrance of another. */
static DeskExit
read_scopes (DeskCli *cli, const char *typed, GPtrArray *scopes)
{
  DeskGetInput get = { .kind = DESK_KIND_COMMUNITY };
  g_autoptr (GError) error = NULL;
  g_autofree char *wrong = NULL;
  DeskCommunityPage page = { 0 };
  gboolean ok = desk_get_community (cli->service, cli->actor, &get, &page, &error);

  if (ok && page.buildings != NULL)
    wrong = desk_community_read_scopes (&page, typed, scopes);
  desk_community_page_clear (&page);
  if (!ok)
    return desk_cli_fail (cli, error);
  return wrong == NULL ? DESK_EXIT_DONE
                       : desk_cli_say (cli, DESK_EXIT_USAGE, N_("There is no building or entrance “%1”."), wrong, NULL);
}

/* The new password: typed twice on a terminal, else one line. */
static char *
new_password (DeskCli *cli, DeskExit *code)
{
  g_autofree char *first = ask_secret (cli, N_("New password:"));
  g_autofree char *second = isatty (STDIN_FILENO) ? ask_secret (cli, N_("The same again:")) : g_strdup (first);

  if (first != NULL && g_strcmp0 (first, second) == 0)
    return g_steal_pointer (&first);
  *code = desk_cli_say (cli, DESK_EXIT_USAGE, first == NULL ? N_("A new password is missing.")
                                                            : N_("The two passwords are not the same."), NULL);
  return NULL;
}

static gboolean
set_password (DeskCli *cli, gint64 staff_id, const char *password, GError **error)
{
  DeskSecretInput in = { .staff_id = staff_id, .kind = DESK_SECRET_PASSWORD, .secret = (char *) password };
  DeskSaved saved = { 0 };
  gboolean ok = desk_reset_secret (cli->service, cli->actor, &in, &saved, error);

  desk_saved_clear (&saved);
  return ok;
}

/* Says on standard output what was done. */
static DeskExit
done (DeskCli *cli, const char *words, const char *login)
{
  g_autofree char *sentence = desk_text_format (cli->text, words, login, NULL);

  g_print ("%s\n", sentence);
  return DESK_EXIT_DONE;
}

/* The person and the password are one step: who cannot sign in is not made. */
static DeskExit
add (DeskCli *cli, const char *login)
{
  DeskStaff staff = { .record = { .kind = DESK_KIND_STAFF }, .login = (char *) login,
                      .name = cli->options.name != NULL ? cli->options.name : (char *) login };
  g_autoptr (GPtrArray) scopes = g_ptr_array_new_with_free_func (desk_record_free);
  DeskStaffInput in = { .staff = &staff, .scopes = scopes };
  g_autofree char *password = NULL;
  g_autoptr (GError) error = NULL;
  DeskExit code = DESK_EXIT_DONE;
  DeskSaved saved = { 0 };
  gboolean ok;

  if (!desk_staff_roles_from_text (cli->options.roles != NULL ? cli->options.roles : "desk", &staff.roles))
    return desk_cli_say (cli, DESK_EXIT_USAGE, N_("There are no such roles “%1”: take %2."), cli->options.roles,
                         "desk, housekeeper, technician, cashier, supervisor, admin", NULL);
  if (cli->options.scope != NULL)
    code = read_scopes (cli, cli->options.scope, scopes);
  if (code != DESK_EXIT_DONE)
    return code;
  password = new_password (cli, &code);
  if (password == NULL)
    return code;
  if (!desk_service_begin_bulk (cli->service, &error))
    return desk_cli_fail (cli, error);
  ok = desk_save_staff (cli->service, cli->actor, &in, &saved, &error) && set_password (cli, saved.id, password, &error);
  ok = desk_service_end_bulk (cli->service, ok, error == NULL ? &error : NULL) && ok;
  desk_secret_wipe (g_steal_pointer (&password));
  desk_saved_clear (&saved);
  return ok ? done (cli, N_("%1 works here now."), login) : desk_cli_fail (cli, error);
}

/* From today on the person does not work here: no sign-in, and everything they did keeps their name. */
static DeskExit
lock (DeskCli *cli, DeskStaffInput *in)
{
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  gboolean ok;

  in->staff->left_on = desk_service_today (cli->service);
  ok = desk_save_staff (cli->service, cli->actor, in, &saved, &error);
  desk_saved_clear (&saved);
  return ok ? done (cli, N_("%1 cannot sign in any more."), in->staff->login) : desk_cli_fail (cli, error);
}

static DeskExit
reset (DeskCli *cli, const DeskStaffInput *in)
{
  DeskExit code = DESK_EXIT_DONE;
  g_autofree char *password = new_password (cli, &code);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (password == NULL)
    return code;
  ok = set_password (cli, in->staff->record.id, password, &error);
  desk_secret_wipe (g_steal_pointer (&password));
  return ok ? done (cli, N_("%1 has a new password."), in->staff->login) : desk_cli_fail (cli, error);
}

static DeskExit
usage (DeskCli *cli)
{
  return desk_cli_say (cli, DESK_EXIT_USAGE, N_("%1 needs %2: see frontdeskctl %1 --help."), "staff",
                       "list | add LOGIN | lock LOGIN | reset LOGIN", NULL);
}

DeskExit
desk_cli_staff (DeskCli *cli, char **args)
{
  gboolean list = g_str_equal (args[0], "list");
  g_autoptr (GError) error = NULL;
  DeskStaffInput *in = NULL;
  DeskExit code;

  if (list ? args[1] != NULL : args[1] == NULL)
    return usage (cli);
  if (!desk_cli_open (cli, list ? DESK_OPEN_READ : DESK_OPEN_WRITE, &error))
    return desk_cli_fail (cli, error);
  if (list)
    return print_staff (cli);
  if (g_str_equal (args[0], "add"))
    return add (cli, args[1]);
  if (!g_str_equal (args[0], "lock") && !g_str_equal (args[0], "reset"))
    return usage (cli);
  in = find_staff (cli, args[1], &error);
  if (in == NULL)
    return desk_cli_fail (cli, error);
  code = g_str_equal (args[0], "lock") ? lock (cli, in) : reset (cli, in);
  desk_staff_input_free (in);
  return code;
}
