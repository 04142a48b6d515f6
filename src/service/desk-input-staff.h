/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-input.h"
#include "desk-right.h"
#include "desk-sign-in.h"

G_BEGIN_DECLS

/* Inputs of the use cases about people who work here. Secrets are wiped when the input is freed. */

/* Somebody says who they are. */
typedef struct
{
  DeskInput input;
  gint64 staff_id;
  DeskSecretKind kind;
  char *secret;
} DeskSignInInput;

/* Why a desk is left. */
typedef enum
{
  DESK_LEAVE_LOCK, /* by hand */
  DESK_LEAVE_IDLE, /* nobody touched it for a while */
} DeskLeave;

typedef struct
{
  DeskInput input;
  DeskLeave why;
} DeskLeaveInput;

/* A password or PIN that shall hold from now on. */
typedef struct
{
  DeskInput input;
  gint64 staff_id;
  DeskSecretKind kind;
  char *old_password; /* SET_SECRET: what holds now; NULL where there is none yet */
  char *secret;       /* NULL takes a PIN away */
} DeskSecretInput;

/* Somebody who works here, with all parts of the community they answer for afterwards. */
typedef struct
{
  DeskInput input;
  DeskStaff *staff;
  GPtrArray *scopes; /* DeskStaffScope, owned; those that stand already carry their id */
} DeskStaffInput;

typedef struct
{
  DeskInput input;
  DeskRight right; /* that was missing */
} DeskRefusalInput;

/* Something the actor may only ask for. The gate makes one by itself; nobody else needs to. */
typedef struct
{
  DeskInput input;
  guint use_case; /* DeskUseCase */
  gpointer asked; /* its input */
} DeskAskInput;

typedef struct
{
  DeskInput input;
  gint64 id; /* of the request */
  DeskRequestState verdict; /* APPROVED, REFUSED; WITHDRAWN by whoever asked */
  char *answer;
} DeskDecisionInput;

DeskRefusalInput *desk_refusal_input_new (DeskRight right);
DeskDecisionInput *desk_decision_input_new (const char *request_key, gint64 id, DeskRequestState verdict,
                                            const char *answer);
void desk_refusal_input_free (gpointer input);
void desk_ask_input_free (gpointer input);
void desk_decision_input_free (gpointer input);

DeskSignInInput *desk_sign_in_input_new (gint64 staff_id, DeskSecretKind kind, const char *secret);
DeskLeaveInput *desk_leave_input_new (DeskLeave why);
DeskSecretInput *desk_secret_input_new (const char *request_key, gint64 staff_id, DeskSecretKind kind,
                                        const char *old_password, const char *secret);
DeskStaffInput *desk_staff_input_new (const char *request_key, const DeskStaff *staff);

void desk_sign_in_input_free (gpointer input);
void desk_leave_input_free (gpointer input);
void desk_secret_input_free (gpointer input);
void desk_staff_input_free (gpointer input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSignInInput, desk_sign_in_input_free)

G_END_DECLS
