/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-deed.h"

#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"
#include "desk-text-course.h"

#define MOVE(name, key, label, move, asks, icon) { name, key, label, DESK_CASE_DEED_MOVE, DESK_MOVE_##move, 0, asks, icon, 0 }
#define MOVE_OF(kind, name, key, label, move) \
  { name, key, label, DESK_CASE_DEED_MOVE, DESK_MOVE_##move, 0, FALSE, NULL, DESK_CASE_##kind }
#define ANSWER(name, key, label, answer, icon) \
  { name, key, label, DESK_CASE_DEED_MOVE, DESK_MOVE_ANSWER, DESK_ANSWER_##answer, FALSE, icon, 0 }
#define OTHER(name, key, label, type, asks) { name, key, label, DESK_CASE_DEED_##type, DESK_MOVE_NONE, 0, asks, NULL, 0 }
#define OTHER_OF(kind, name, key, label, type, icon) \
  { name, key, label, DESK_CASE_DEED_##type, DESK_MOVE_NONE, 0, TRUE, icon, DESK_CASE_##kind }

/* In the order of the menu. A letter may stand twice where kind or state says which is meant. */
static const DeskCaseDeed deeds[] = {
  OTHER_OF (COMPLAINT, "sign", 't', NC_ ("deed", "Sign the Stage…"), SIGN, "object-select-symbolic"),
  OTHER_OF (COMPLAINT, "escalate", 'e', NC_ ("deed", "Escalate…"), ESCALATE, "go-top-symbolic"),
  MOVE ("assign", 'a', NC_ ("deed", "Assign…"), ASSIGN, TRUE, NULL),
  MOVE_OF (REPAIR, "take", 't', NC_ ("deed", "Take"), TAKE),
  MOVE_OF (COMPLAINT, "take-on", 'k', NC_ ("deed", "Take"), TAKE),
  MOVE ("accept", 'y', NC_ ("deed", "Accept"), ACCEPT, FALSE, "object-select-symbolic"),
  MOVE ("return", 'r', NC_ ("deed", "Return…"), RETURN, TRUE, NULL),
  MOVE ("transfer", 'h', NC_ ("deed", "Hand On…"), TRANSFER, TRUE, NULL),
  MOVE ("start", 's', NC_ ("deed", "Start"), START, FALSE, "media-playback-start-symbolic"),
  MOVE ("wait", 'w', NC_ ("deed", "Wait…"), WAIT, TRUE, "media-playback-pause-symbolic"),
  MOVE ("resume", 'g', NC_ ("deed", "Go On"), RESUME, FALSE, "media-playback-start-symbolic"),
  MOVE ("finish", 'd', NC_ ("deed", "Done…"), FINISH, TRUE, "object-select-symbolic"),
  MOVE ("pass", 'k', NC_ ("deed", "Inspected"), PASS, FALSE, "object-select-symbolic"),
  MOVE ("fail", 'f', NC_ ("deed", "Not Passed…"), FAIL, TRUE, NULL),
  MOVE ("draw", 'l', NC_ ("deed", "To Be Called Back"), DRAW, FALSE, NULL),
  ANSWER ("answer-a", 'a', NC_ ("deed", "Satisfied"), SATISFIED, "object-select-symbolic"),
  ANSWER ("answer-b", 'b', NC_ ("deed", "Fair"), FAIR, NULL),
  ANSWER ("answer-c", 'c', NC_ ("deed", "Not Satisfied"), NOT, NULL),
  OTHER ("not-reached", 'x', NC_ ("deed", "Not Reached"), NOT_REACHED, FALSE),
  MOVE ("close", 'x', NC_ ("deed", "Close"), CLOSE, FALSE, NULL),
  MOVE ("reopen", 'o', NC_ ("deed", "Reopen…"), REOPEN, TRUE, NULL),
  MOVE ("again", 'o', NC_ ("deed", "Reopen the Old One…"), MERGE, TRUE, NULL),
  MOVE ("cancel", 'z', NC_ ("deed", "Cancel Case…"), CANCEL, TRUE, NULL),
  MOVE ("merge", 'm', NC_ ("deed", "Merge…"), MERGE, TRUE, NULL),
  OTHER ("contact", 'c', NC_ ("deed", "Spoke with Them…"), CONTACT, TRUE),
  OTHER ("hurry", 'u', NC_ ("deed", "They Asked Again…"), HURRY, TRUE),
  OTHER ("appointment", 'v', NC_ ("deed", "Appointment…"), APPOINTMENT, TRUE),
  OTHER ("note", 'i', NC_ ("deed", "Note"), NOTE, FALSE),
  OTHER ("link", 'j', NC_ ("deed", "Link with a Case…"), LINK, TRUE),
  OTHER_OF (COMPLAINT, "finding", 'b', NC_ ("deed", "Finding…"), FINDING, NULL),
  OTHER_OF (REPAIR, "complain", 'b', NC_ ("deed", "Make a Complaint of It…"), COMPLAIN, NULL),
  OTHER_OF (REPAIR, "edit", 'e', NC_ ("deed", "Edit…"), EDIT, NULL),
  OTHER_OF (COMPLAINT, "correct", '9', NC_ ("deed", "Edit…"), EDIT, NULL),
  OTHER ("print", 'p', NC_ ("deed", "Print the Form…"), PRINT, FALSE),
  OTHER ("unit", 'q', NC_ ("deed", "Open Unit"), UNIT, FALSE),
  OTHER ("entry", '0', NC_ ("deed", "Open Log Entry"), ENTRY, FALSE),
};

/* What comes next from each state, the likeliest first: the first two that whoever looks may do are buttons. */
static const struct
{
  DeskCaseState state;
  const char *ids[5];
} next_deeds[] = {
  { DESK_CASE_NEW, { "assign", "take", "take-on", "finish" } },
  { DESK_CASE_ASSIGNED, { "accept", "assign", "take", "take-on", "return" } },
  { DESK_CASE_ACCEPTED, { "start", "wait", "finish", "assign" } },
  { DESK_CASE_WORKING, { "finish", "wait", "transfer" } },
  { DESK_CASE_WAITING, { "resume", "transfer" } },
  { DESK_CASE_DONE, { "pass", "draw", "reopen" } },
  { DESK_CASE_CALLBACK, { NULL } }, /* the answers stand on a line of their own */
  { DESK_CASE_CLOSED, { "reopen" } },
};

/* Returns: (transfer none): the table. */
const DeskCaseDeed *
desk_case_deeds (guint *n_deeds)
{
  *n_deeds = G_N_ELEMENTS (deeds);
  return deeds;
}

/* Returns: (transfer none): what it is called on its button. */
const char *
desk_case_deed_label (const DeskCaseDeed *deed)
{
  return g_dpgettext2 (NULL, "deed", deed->label);
}

/* Returns: (transfer none) (nullable): the deed called @id. */
const DeskCaseDeed *
desk_case_deed_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_strcmp0 (deeds[i].id, id) == 0)
      return &deeds[i];
  return NULL;
}

/* Returns: whether it goes into the same fault of before, which is done once more. */
gboolean
desk_case_deed_is_again (const DeskCaseDeed *deed)
{
  return g_str_equal (deed->id, "again");
}

/* Returns: (transfer full): what it is called on the button of @page: a stage is signed by its name. */
char *
desk_case_deed_words (const DeskCaseDeed *deed, const DeskCasePage *page, const DeskText *text)
{
  const DeskStageLine *line;

  if (deed->type != DESK_CASE_DEED_SIGN || page->stage < 0)
    return g_strdup (desk_case_deed_label (deed));
  line = page->stages->pdata[page->stage];
  return desk_text_fill (C_ ("deed", "Sign %1"), (const char *[]){ desk_text_enum (text, &desk_enum_stage, line->stage->stage), NULL });
}

/* Returns: whether the deed is one of that kind of cases and starts from that state at all. */
gboolean
desk_case_deed_suits (const DeskCaseDeed *deed, gint64 kind, gint64 state)
{
  if (deed->only != 0 && (gint64) deed->only != kind)
    return FALSE;
  if (deed->type == DESK_CASE_DEED_NOT_REACHED)
    return state == DESK_CASE_CALLBACK;
  return deed->type != DESK_CASE_DEED_MOVE || desk_move_find (deed->move, (DeskCaseState) state) != NULL;
}

/* Returns: (transfer none) (nullable): what the key means now; where it means nothing now, what it means elsewhere. */
const DeskCaseDeed *
desk_case_deed_of_key (guint keyval, gint64 kind, gint64 state)
{
  guint32 c = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));
  const DeskCaseDeed *elsewhere = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      if ((guint32) deeds[i].key != c)
        continue;
      if (desk_case_deed_suits (&deeds[i], kind, state))
        return &deeds[i];
      if (elsewhere == NULL && (deeds[i].only == 0 || (gint64) deeds[i].only == kind))
        elsewhere = &deeds[i];
    }
  return elsewhere;
}

static gboolean
is_offered (const DeskCaseDeed *deed, const DeskCasePage *page)
{
  for (guint i = 0; i < page->n_moves; i++)
    if (page->moves[i] == deed->move)
      return TRUE;
  return FALSE;
}

/* Is there a stage that is signed by hand? */
static gboolean
has_stage (const DeskCasePage *page)
{
  return page->stage >= 0 && ((DeskStageLine *) page->stages->pdata[page->stage])->stage->stage != DESK_STAGE_CALLBACK;
}

/* Fills @next with what comes next for whoever looks, the likeliest first: of a complaint its stage, if they may sign it.
 * Returns: how many. */
guint
desk_case_deed_next (const DeskCasePage *page, gboolean may_sign, const DeskCaseDeed *next[2])
{
  guint n = 0;

  if (may_sign && has_stage (page))
    next[n++] = desk_case_deed_find ("sign");

  for (guint i = 0; i < G_N_ELEMENTS (next_deeds); i++)
    for (guint k = 0; next_deeds[i].state == page->service_case->state && k < G_N_ELEMENTS (next_deeds[i].ids)
                      && next_deeds[i].ids[k] != NULL && n < 2; k++)
      {
        const DeskCaseDeed *deed = desk_case_deed_find (next_deeds[i].ids[k]);

        if (is_offered (deed, page) && desk_case_deed_suits (deed, page->service_case->kind, page->service_case->state))
          next[n++] = deed;
      }
  return n;
}

static DeskRight
right_of (const DeskCaseDeed *deed, gint64 state)
{
  const DeskMoveSpec *spec;

  switch (deed->type)
    {
    case DESK_CASE_DEED_MOVE:
      spec = desk_move_find (deed->move, (DeskCaseState) state);
      return spec != NULL ? spec->right : DESK_RIGHT_NONE;
    case DESK_CASE_DEED_HURRY:
      return DESK_RIGHT_CASE_HURRY;
    case DESK_CASE_DEED_EDIT:
    case DESK_CASE_DEED_COMPLAIN:
      return DESK_RIGHT_CASE_OPEN;
    case DESK_CASE_DEED_SIGN:
      return DESK_RIGHT_COMPLAINT_STAGE;
    case DESK_CASE_DEED_FINDING:
      return DESK_RIGHT_COMPLAINT_FINDING;
    case DESK_CASE_DEED_NOT_REACHED:
      return DESK_RIGHT_CALLBACK_ANSWER;
    case DESK_CASE_DEED_PRINT:
      return DESK_RIGHT_LIST_PRINT;
    case DESK_CASE_DEED_ESCALATE:
    case DESK_CASE_DEED_CONTACT:
    case DESK_CASE_DEED_NOTE:
    case DESK_CASE_DEED_APPOINTMENT:
    case DESK_CASE_DEED_LINK:
      return DESK_RIGHT_CASE_CONTACT;
    case DESK_CASE_DEED_UNIT:
    case DESK_CASE_DEED_ENTRY:
    default:
      return DESK_RIGHT_NONE;
    }
}

/* Returns: (nullable): why a complaint as it stands leaves nothing to sign or to raise. */
static const char *
refused_by_stage (const DeskCaseDeed *deed, const DeskCasePage *page)
{
  if (deed->type == DESK_CASE_DEED_SIGN && page->stage < 0)
    return _("There is no stage left to be signed.");
  if (deed->type == DESK_CASE_DEED_SIGN && !has_stage (page))
    return _("The callback is signed by its answer.");
  if (deed->type == DESK_CASE_DEED_NOT_REACHED && page->service_case->state != DESK_CASE_CALLBACK)
    return _("It is not to be called back.");
  if (deed->type == DESK_CASE_DEED_ESCALATE && page->service_case->severity >= DESK_SEVERITY_MAJOR)
    return _("It is a major one already.");
  return NULL;
}

/* Returns: (transfer full) (nullable): why it cannot be done: the state, or the right; NULL where it can. */
char *
desk_case_deed_refused (const DeskCaseDeed *deed, const DeskCasePage *page, DeskEngine *engine, DeskText *text)
{
  const DeskCase *c = page->service_case;
  DeskRight right = right_of (deed, c->state);
  const char *stage = refused_by_stage (deed, page);

  if (stage != NULL)
    return g_strdup (stage);
  if (deed->type == DESK_CASE_DEED_UNIT)
    return c->unit_id != 0 ? NULL : g_strdup (_("It belongs to no unit."));
  if (deed->type == DESK_CASE_DEED_ENTRY)
    return c->visit_id != 0 ? NULL : g_strdup (_("It did not come from the log."));
  if (desk_case_deed_is_again (deed) && page->same->len == 0)
    return g_strdup (_("There was no such fault here before."));
  if (deed->type == DESK_CASE_DEED_MOVE && !is_offered (deed, page))
    return desk_text_move_refused (text, deed->move, c->state, desk_engine_get_matrix (engine));
  return desk_allow_reason (engine, text, right,
                            c->building_id == 0
                                || desk_actor_covers (desk_engine_get_actor (engine), c->building_id, c->entrance_id));
}

/* Returns: which use case carries the deed out from that state. */
DeskUseCase
desk_case_deed_use_case (const DeskCaseDeed *deed, gint64 state)
{
  static const struct
  {
    DeskRight right;
    DeskUseCase use_case;
  } cases[] = {
    { DESK_RIGHT_CASE_ASSIGN, DESK_USE_CASE_ASSIGN_CASE },   { DESK_RIGHT_CASE_WORK, DESK_USE_CASE_WORK_CASE },
    { DESK_RIGHT_CASE_OPEN, DESK_USE_CASE_SETTLE_CASE },     { DESK_RIGHT_CASE_INSPECT, DESK_USE_CASE_INSPECT_CASE },
    { DESK_RIGHT_CALLBACK_ANSWER, DESK_USE_CASE_ANSWER_CASE }, { DESK_RIGHT_CASE_REOPEN, DESK_USE_CASE_REOPEN_CASE },
    { DESK_RIGHT_CASE_CANCEL, DESK_USE_CASE_CANCEL_CASE },   { DESK_RIGHT_CASE_MERGE, DESK_USE_CASE_MERGE_CASE },
  };
  DeskRight right = right_of (deed, state);

  if (deed->type == DESK_CASE_DEED_HURRY)
    return DESK_USE_CASE_HURRY_CASE;
  if (deed->type == DESK_CASE_DEED_LINK)
    return DESK_USE_CASE_LINK_CASES;
  if (deed->type == DESK_CASE_DEED_NOT_REACHED)
    return DESK_USE_CASE_MISS_CALLBACK;
  if (deed->type != DESK_CASE_DEED_MOVE)
    return DESK_USE_CASE_NOTE_CASE;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].right == right)
      return cases[i].use_case;
  return DESK_USE_CASE_WORK_CASE;
}
