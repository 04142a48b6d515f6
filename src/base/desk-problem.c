/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-problem.h"

static const char *const nicks[] = {
#define X(code, nick) nick,
  DESK_PROBLEMS (X)
#undef X
};

/**
 * desk_problem_new:
 * @code: what is wrong
 * @field: (nullable): the field's name
 * @row: the row in a list, or -1
 * @...: the sentence's arguments, then NULL
 *
 * Returns: (transfer full): a problem
 */
DeskProblem *
desk_problem_new (DeskProblemCode code, const char *field, int row, ...)
{
  DeskProblem *self = g_new0 (DeskProblem, 1);
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  const char *arg;
  va_list list;

  g_assert (code < DESK_N_PROBLEMS);
  va_start (list, row);
  while ((arg = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (args, g_strdup (arg));
  va_end (list);
  g_ptr_array_add (args, NULL);

  self->code = code;
  self->field = g_strdup (field);
  self->row = row;
  self->args = (char **) g_ptr_array_free (g_steal_pointer (&args), FALSE);
  return self;
}

DeskProblem *
desk_problem_copy (const DeskProblem *problem)
{
  DeskProblem *copy = g_new0 (DeskProblem, 1);

  copy->code = problem->code;
  copy->field = g_strdup (problem->field);
  copy->row = problem->row;
  copy->args = g_strdupv (problem->args);
  return copy;
}

void
desk_problem_free (DeskProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->field);
  g_strfreev (problem->args);
  g_free (problem);
}

/* The code's name for logs and the command line's JSON; static. */
const char *
desk_problem_nick (DeskProblemCode code)
{
  g_return_val_if_fail (code < DESK_N_PROBLEMS, "unknown");
  return nicks[code];
}

/* Returns: (transfer container): an empty list that owns its DeskProblem elements. */
GPtrArray *
desk_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) desk_problem_free);
}
