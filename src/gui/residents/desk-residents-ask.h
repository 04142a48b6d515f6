/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a page of the residents pane asks its pane for. The signal "ask" carries it with a kind, an id and a record
 * (transfer none, may be NULL): the record to be edited, or the page's own unit or person. */
typedef enum
{
  DESK_ASK_OPEN,        /* the page of that record */
  DESK_ASK_NEW,         /* a form for a new one of that kind, here */
  DESK_ASK_EDIT,        /* the form of the record */
  DESK_ASK_REMOVE,      /* take the record away */
  DESK_ASK_STATE,       /* the unit's state */
  DESK_ASK_OWNER,       /* another owner from a day on */
  DESK_ASK_END,         /* the end of an occupancy, vehicle, lease, flag or instruction */
  DESK_ASK_VISIT,       /* an entry of the log about this unit or person */
  DESK_ASK_REPAIR,      /* the same, a repair at once */
  DESK_ASK_FOLLOW_UP,   /* something promised about this unit or person */
  DESK_ASK_RESPONSIBLE, /* who bore the fees on a day */
  DESK_ASK_MERGE,       /* this person with another */
  DESK_ASK_DUPLICATES,  /* all possible duplicates */
  DESK_ASK_TRAIL,       /* all that the trail has of this record */
  DESK_ASK_ERASE,       /* the values of this person, on request */
} DeskAsk;

G_END_DECLS
