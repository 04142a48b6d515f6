/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-actor.h"
#include "desk-result.h"

G_BEGIN_DECLS

/* What became of a try to sign in. A wrong secret is no error: the try was counted and stands in the trail. */
typedef struct
{
  DeskSaved saved;
  DeskActor *actor;    /* who is at the desk now; NULL: nobody, see @problem */
  gboolean must_change; /* the password was given by somebody else: a new one is due */
  DeskProblem *problem; /* (nullable): why not */
  gint64 wait;          /* seconds until the next try makes sense */
} DeskSignIn;

/* Somebody who works here, as the sign-in page and the list of staff show them. */
typedef struct
{
  DeskStaff *staff;
  GPtrArray *scopes;   /* DeskStaffScope */
  char *scope;         /* what they answer for: "5, 6-1"; "" everything */
  char *initials;      /* of the name's readings, parted by blanks: "wl" */
  gboolean has_password;
  gboolean has_pin;
  gboolean must_change;
  gboolean blocked;    /* too many wrong PINs */
  gint64 last_seen;    /* signed in last, 0 never */
  const char *demo_pin; /* (nullable): static, in the demonstration alone */
} DeskStaffCard;

typedef struct
{
  GPtrArray *cards; /* DeskStaffCard, those who left last */
  char *community;  /* what it is called, "" nothing yet */
} DeskStaffList;

/* A request, as the page of whoever decides shows it. */
typedef struct
{
  DeskRequest *request; /* without its input */
  char *asker;
  char *decider;    /* "" nobody yet */
  char *subject;    /* what it is about: a unit's label, a name; "" something that would be made */
  GPtrArray *lines; /* DeskHistory: what it would change, of kind, use_case, subject and changes alone */
  gint64 approvers; /* bits of the roles that approve it */
  gboolean mine;    /* the actor asked */
  gboolean may_decide;
} DeskRequestCard;

typedef struct
{
  GPtrArray *cards; /* DeskRequestCard, the oldest first */
  guint n_waiting;  /* for the actor */
} DeskRequestList;

typedef struct
{
  DeskMatrix matrix;
} DeskMatrixResult;

/* "5, 6-1": puts buildings and entrances of @page as DeskStaffScope into @scopes.
 * Returns: (transfer full) (nullable): what is none of them, NULL when all are */
char *desk_community_read_scopes (const DeskCommunityPage *page, const char *typed, GPtrArray *scopes);

void desk_request_card_free (gpointer card);
void desk_request_list_clear (gpointer result);
void desk_matrix_result_clear (gpointer result);
DeskSignInWay desk_staff_card_sign_in (const DeskStaffCard *card);
void desk_staff_card_free (gpointer card);
void desk_sign_in_clear (gpointer result);
void desk_staff_list_clear (gpointer result);

G_END_DECLS
