/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sign-in.h"

#include <string.h>

#include "desk-problem.h"

/* What is to be typed in full is short enough to be guessed, so wrong tries cost time: few for the six digits, more for
 * a password. */
#define FREE_PIN 2
#define FREE_PASSWORD 4
#define FIRST_DELAY 10
#define LONGEST_DELAY (15 * 60)

/* The name of @kind in the trail and on forms, static. */
const char *
desk_secret_nick (DeskSecretKind kind)
{
  return kind == DESK_SECRET_PIN ? "pin" : "password";
}

gint64
desk_sign_in_delay (DeskSecretKind kind, gint64 failures)
{
  gint64 delay = FIRST_DELAY;

  failures -= kind == DESK_SECRET_PIN ? FREE_PIN : FREE_PASSWORD;
  if (failures <= 0)
    return 0;
  for (gint64 i = 1; i < failures && delay < LONGEST_DELAY; i++)
    delay *= 2;
  return MIN (delay, LONGEST_DELAY);
}

/**
 * desk_sign_in_wait:
 * @failures: wrong tries in a row
 * @failed_at: when the last of them was
 * @now: of the clock, which somebody may have set back: that neither ends the wait nor makes it endless
 */
DeskSignInWait
desk_sign_in_wait (DeskSecretKind kind, gint64 failures, gint64 failed_at, gint64 now)
{
  DeskSignInWait wait = { 0, FALSE, FALSE };
  gint64 delay = desk_sign_in_delay (kind, failures);

  if (kind == DESK_SECRET_PIN && failures >= DESK_PIN_TRIES)
    {
      wait.blocked = TRUE;
      return wait;
    }
  if (delay == 0)
    return wait;
  wait.clock_back = now < failed_at;
  wait.seconds = wait.clock_back ? delay : MAX (0, failed_at + delay - now);
  return wait;
}

/* 111111, 123456, 654321: what everybody tries first. */
static gboolean
is_easy (const char *pin)
{
  int step = pin[1] - pin[0];

  if (step < -1 || step > 1)
    return FALSE;
  for (int i = 2; i < DESK_PIN_LENGTH; i++)
    if (pin[i] - pin[i - 1] != step)
      return FALSE;
  return TRUE;
}

static void
rule_pin (const char *pin, GPtrArray *problems)
{
  if (strlen (pin) != DESK_PIN_LENGTH || strspn (pin, "0123456789") != DESK_PIN_LENGTH)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_PIN_DIGITS, "pin", -1, NULL));
  else if (is_easy (pin))
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_PIN_EASY, "pin", -1, NULL));
}

/* Adds to @problems what a new @secret lacks. */
void
desk_rule_secret (DeskSecretKind kind, const char *secret, GPtrArray *problems)
{
  glong length = g_utf8_validate (secret, -1, NULL) ? g_utf8_strlen (secret, -1) : 0;

  if (kind == DESK_SECRET_PIN)
    rule_pin (secret, problems);
  else if (length < DESK_PASSWORD_LEAST || length > DESK_PASSWORD_MOST)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_PASSWORD_SHORT, "password", -1, "8", NULL));
}

/* Cleans what somebody signs in with, and adds what is wrong: it is typed on the command line, so it keeps to letters
 * without accents, digits, point, hyphen and underscore. */
void
desk_rule_login (char **login, GPtrArray *problems)
{
  char *typed = *login != NULL ? g_strstrip (*login) : NULL;
  gboolean good = typed != NULL && strlen (typed) <= 32;

  if (typed == NULL || *typed == '\0')
    {
      g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "login", -1, NULL));
      return;
    }
  for (char *c = typed; *c != '\0' && good; c++)
    good = g_ascii_isalnum (*c) || (c != typed && strchr ("._-", *c) != NULL);
  if (!good) /* told as it was typed */
    {
      g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_LOGIN_WRONG, "login", -1, typed, NULL));
      return;
    }
  for (char *c = typed; *c != '\0'; c++)
    *c = g_ascii_tolower (*c);
}
