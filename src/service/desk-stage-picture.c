/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stage-picture.h"

#include "desk-case-face.h"
#include "desk-text-course.h"
#include "desk-text-figure.h"
#include "desk-text-follow-up.h"
#include "desk-text-label.h"

/* The stages of a complaint in words, for its page and its paper. */

/* When, how long it took, who. */
static void
fill_signed (DeskStageLook *look, const DeskStageLine *line, gint64 since, gint64 now, const DeskText *text)
{
  look->state = DESK_STAGE_SIGNED;
  look->words[0] = desk_text_time (text, line->stage->signed_at, now);
  look->words[1] = desk_text_stage_took (text, MAX (line->stage->signed_at - since, 0) / 60);
  if (line->staff_name != NULL)
    look->words[2] = g_strdup (desk_text_staff_name (text, line->staff_name));
}

/* How long is left, until when, who has it. */
static void
fill_now (DeskStageLook *look, const DeskStageLine *line, const DeskCasePage *page, gint64 since, const DeskText *text)
{
  DeskCaseStand stand = { .state = DESK_CASE_WORKING, .opened_at = since, .next_due = line->due_at };
  DeskClockFace face = desk_case_face (&stand, page->now);

  look->state = face.state == DESK_FACE_LATE ? DESK_STAGE_LATE : DESK_STAGE_NOW;
  look->share = line->due_at != 0 ? face.share : 1000;
  if (line->due_at != 0)
    {
      look->words[0] = desk_text_clock (text, &face, page->now);
      look->words[1] = desk_text_stage_by (text, line->due_at, page->now);
    }
  if (page->assignee_name != NULL)
    look->words[2] = g_strdup (desk_text_staff_name (text, page->assignee_name));
}

/* Returns: (transfer full): DeskStageLook of the stages of @page, in their order. */
GPtrArray *
desk_stage_looks (const DeskCasePage *page, const DeskText *text)
{
  GPtrArray *looks = g_ptr_array_new_with_free_func (desk_stage_look_free);
  gint64 since = page->service_case->opened_at;

  for (guint i = 0; i < page->stages->len; i++)
    {
      const DeskStageLine *line = page->stages->pdata[i];
      DeskStageLook *look = g_new0 (DeskStageLook, 1);

      look->name = g_strdup (desk_text_enum (text, &desk_enum_stage, line->stage->stage));
      if (line->stage->signed_at != 0)
        {
          fill_signed (look, line, since, page->now, text);
          since = line->stage->signed_at;
        }
      else if ((int) i == page->stage)
        fill_now (look, line, page, since, text);
      else if (line->due_at != 0)
        look->words[0] = desk_text_time (text, line->due_at, page->now);
      g_ptr_array_add (looks, look);
    }
  return looks;
}
