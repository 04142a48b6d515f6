/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-problem.h"

G_BEGIN_DECLS

/* The one error domain. A GError's own message is English and for logs; what a person reads is made by the
 * text room from the problems that travel with the error. */
typedef enum
{
  DESK_ERROR_INVALID,      /* what was typed breaks a rule */
  DESK_ERROR_NOT_FOUND,    /* no such record */
  DESK_ERROR_STALE,        /* the record changed since it was read */
  DESK_ERROR_DUPLICATE,    /* the request key was taken: saved already */
  DESK_ERROR_FORBIDDEN,    /* no right */
  DESK_ERROR_LOCKED,       /* another program holds the store */
  DESK_ERROR_CONSEQUENCE,  /* something was built on it */
  DESK_ERROR_NEWER_SCHEMA, /* the store was written by a newer program */
  DESK_ERROR_BAD_PLACE,    /* the store lies where SQLite is not safe */
  DESK_ERROR_READ_ONLY,
  DESK_ERROR_FULL,
  DESK_ERROR_IO,
  DESK_ERROR_DAMAGED,
  DESK_ERROR_CANCELLED,
  DESK_ERROR_LIMIT, /* more than the program takes at once */
} DeskErrorCode;

#define DESK_ERROR (desk_error_quark ())
GQuark desk_error_quark (void);

void desk_error_set (GError **error, DeskErrorCode code, DeskProblemCode problem, const char *field,
                     ...) G_GNUC_NULL_TERMINATED;
void desk_error_set_problems (GError **error, DeskErrorCode code, GPtrArray *problems);
void desk_error_add_problem (GError *error, DeskProblem *problem);
const GPtrArray *desk_error_get_problems (const GError *error);
const DeskProblem *desk_error_get_problem (const GError *error);
/* Is one of the problems that travel with @error (NULL: none) of this code? */
gboolean desk_error_has_problem (const GError *error, DeskProblemCode code);

G_END_DECLS
