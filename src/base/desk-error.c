/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-error.h"

typedef struct
{
  GPtrArray *problems; /* DeskProblem */
} DeskErrorPrivate;

static void
desk_error_private_init (DeskErrorPrivate *priv)
{
  priv->problems = desk_problems_new ();
}

/* g_error_copy() has called init on the target: its list is there, and empty. */
static void
desk_error_private_copy (const DeskErrorPrivate *source, DeskErrorPrivate *target)
{
  for (guint i = 0; i < source->problems->len; i++)
    g_ptr_array_add (target->problems, desk_problem_copy (source->problems->pdata[i]));
}

static void
desk_error_private_clear (DeskErrorPrivate *priv)
{
  g_ptr_array_unref (priv->problems);
}

G_DEFINE_EXTENDED_ERROR (DeskError, desk_error)

/* The English line for logs: nick, field and arguments of the first problem. */
static char *
message_of (const DeskProblem *problem)
{
  g_autofree char *args = g_strjoinv (", ", problem->args);

  return g_strdup_printf ("%s%s%s%s%s", desk_problem_nick (problem->code), problem->field ? " in " : "",
                          problem->field ? problem->field : "", *args ? ": " : "", args);
}

/**
 * desk_error_set_problems:
 * @error: (out) (optional): where to put the error
 * @code: its code
 * @problems: (transfer none): at least one DeskProblem; copied
 */
void
desk_error_set_problems (GError **error, DeskErrorCode code, GPtrArray *problems)
{
  g_autofree char *message = NULL;

  g_assert (problems->len > 0);
  if (error == NULL)
    return;
  message = message_of (problems->pdata[0]);
  g_set_error_literal (error, DESK_ERROR, code, message);
  for (guint i = 0; i < problems->len; i++)
    desk_error_add_problem (*error, desk_problem_copy (problems->pdata[i]));
}

/**
 * desk_error_set:
 * @error: (out) (optional): where to put the error
 * @code: its code
 * @problem: what is wrong
 * @field: (nullable): in which field
 * @...: the sentence's arguments, then NULL
 *
 * Sets an error that carries one problem.
 */
void
desk_error_set (GError **error, DeskErrorCode code, DeskProblemCode problem, const char *field, ...)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autoptr (GPtrArray) args = g_ptr_array_new_with_free_func (g_free);
  DeskProblem *item = desk_problem_new (problem, field, -1, NULL);
  const char *arg;
  va_list list;

  va_start (list, field);
  while ((arg = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (args, g_strdup (arg));
  va_end (list);
  g_ptr_array_add (args, NULL);
  g_strfreev (item->args);
  item->args = (char **) g_ptr_array_free (g_steal_pointer (&args), FALSE);
  g_ptr_array_add (problems, item);
  desk_error_set_problems (error, code, problems);
}

/* Adds @problem (transfer full) to an error of our domain. */
void
desk_error_add_problem (GError *error, DeskProblem *problem)
{
  g_return_if_fail (error != NULL && error->domain == DESK_ERROR);
  g_ptr_array_add (desk_error_get_private (error)->problems, problem);
}

/* Returns: (transfer none): the problems of @error; empty for errors of other domains. */
const GPtrArray *
desk_error_get_problems (const GError *error)
{
  static GPtrArray *none = NULL;

  if (error != NULL && error->domain == DESK_ERROR)
    return desk_error_get_private (error)->problems;
  if (g_once_init_enter (&none))
    g_once_init_leave (&none, g_ptr_array_new ());
  return none;
}

/* Returns: (transfer none) (nullable): the first problem of @error. */
const DeskProblem *
desk_error_get_problem (const GError *error)
{
  const GPtrArray *problems = desk_error_get_problems (error);

  return problems->len > 0 ? problems->pdata[0] : NULL;
}

gboolean
desk_error_has_problem (const GError *error, DeskProblemCode code)
{
  const GPtrArray *problems = desk_error_get_problems (error);

  for (guint i = 0; i < problems->len; i++)
    if (((const DeskProblem *) problems->pdata[i])->code == code)
      return TRUE;
  return FALSE;
}
