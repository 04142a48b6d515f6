/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-picture.h"

#include "desk-text-course.h"

/* When completion stood still, by the course: from a wait to the move that left it, or until @end. */
static GArray *
waits_of (const DeskCasePage *page, const DeskText *text, gint64 end)
{
  GArray *waits = g_array_new (FALSE, FALSE, sizeof (DeskPictureWait));
  gboolean open = FALSE;

  for (guint i = 0; i < page->course->len; i++)
    {
      const DeskCaseEvent *event = ((DeskCourseLine *) page->course->pdata[i])->event;

      if (event->kind != DESK_CASE_EVENT_MOVE)
        continue;
      if (open)
        g_array_index (waits, DeskPictureWait, waits->len - 1).to = event->at;
      open = event->to_state == DESK_CASE_WAITING;
      if (open)
        {
          DeskPictureWait wait = { event->at, end, desk_text_wait (text, event->wait_reason) };

          g_array_append_val (waits, wait);
        }
    }
  return waits;
}

/**
 * desk_case_page_picture:
 * @page: held by the caller as long as @picture is used
 * @picture: (out): borrows from @page, from @text and from what is returned
 *
 * Returns: (transfer full): the waits
 */
GArray *
desk_case_page_picture (const DeskCasePage *page, const DeskText *text, DeskClockPicture *picture)
{
  const DeskCaseClock *clock = &page->clock;
  gboolean done = clock->phase == DESK_CLOCK_DONE || clock->phase == DESK_CLOCK_STOPPED;
  gint64 end = done ? clock->since : page->now;
  GArray *waits = waits_of (page, text, end);

  *picture = (DeskClockPicture){
    .opened_at = clock->opened_at,
    .now = page->now,
    .response_due = clock->response_due,
    .responded_at = clock->responded_at,
    .completion_due = clock->completion_due,
    .done_at = done ? end : 0,
    .stretches = page->always || page->stretches->len == 0 ? NULL : (const DeskStretch *) page->stretches->data,
    .n_stretches = page->always ? 0 : page->stretches->len,
    .waits = (const DeskPictureWait *) waits->data,
    .n_waits = waits->len,
    .used = page->look.running,
    .stopped = page->look.waiting,
    .left = page->look.has_completion ? page->look.completion_left : 0,
  };
  /* While it waits it is due as much later as it has waited. */
  if (page->due_if_resumed != 0)
    picture->completion_due = page->due_if_resumed;
  if (done && clock->completion_due != 0 && end > clock->completion_due)
    picture->left = clock->completion_due - end;
  return waits;
}
