/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-paper.h"

static const struct
{
  const char *context, *word;
} words[DESK_N_PAPER_WORDS] = {
  [DESK_PAPER_CLOCK_RESPONSE] = { NP_ ("clock", "Response") },
  [DESK_PAPER_CLOCK_FINISH] = { NP_ ("clock", "Finish") },
  [DESK_PAPER_CLOCK_ANSWERED] = { NP_ ("clock", "✓ answered after %1") },
  [DESK_PAPER_CLOCK_ANSWERED_LATE] = { NP_ ("clock", "answered late, after %1") },
  [DESK_PAPER_CLOCK_NO_ANSWER] = { NP_ ("clock", "no answer for %1") },
  [DESK_PAPER_CLOCK_NOT_YET] = { NP_ ("clock", "not answered yet") },
  [DESK_PAPER_CLOCK_DUE] = { NP_ ("clock", "due %1") },
  [DESK_PAPER_CLOCK_NOW] = { NP_ ("clock", "now %1") },
  [DESK_PAPER_CLOCK_DONE] = { NP_ ("clock", "done %1") },
  [DESK_PAPER_CLOCK_TAKEN_IN] = { NP_ ("clock", "taken in %1") },
  [DESK_PAPER_CLOCK_USED] = { NP_ ("clock", "used %1") },
  [DESK_PAPER_CLOCK_STOPPED] = { NP_ ("clock", "stopped %1") },
  [DESK_PAPER_CLOCK_LEFT] = { NP_ ("clock", "%1 left") },
  [DESK_PAPER_CLOCK_OVER] = { NP_ ("clock", "%1 over") },
  [DESK_PAPER_CLOCK_OFF] = { NP_ ("clock", "not counted") },
  [DESK_PAPER_CLOCK_WAIT] = { NP_ ("clock, waits for", "%1") },
  [DESK_PAPER_ORDER_TITLE] = { NP_ ("order", "Work Order") },
  [DESK_PAPER_ORDER_COMPLAINT] = { NP_ ("order", "Complaint Form") },
  [DESK_PAPER_ORDER_CALLER] = { NP_ ("order", "Caller") },
  [DESK_PAPER_ORDER_COMPLAINANT] = { NP_ ("order", "Complains") },
  [DESK_PAPER_ORDER_CATEGORY] = { NP_ ("order", "Category") },
  [DESK_PAPER_ORDER_URGENCY] = { NP_ ("order", "Urgency") },
  [DESK_PAPER_ORDER_GIVEN_TO] = { NP_ ("order", "Given to") },
  [DESK_PAPER_ORDER_RESPONSIBLE] = { NP_ ("order", "Responsible") },
  [DESK_PAPER_ORDER_TAKEN_IN] = { NP_ ("order", "Taken in") },
  [DESK_PAPER_ORDER_BY] = { NP_ ("order", "By") },
  [DESK_PAPER_ORDER_APPOINTMENT] = { NP_ ("order", "Appointment") },
  [DESK_PAPER_ORDER_HURRIED] = { NP_ ("order", "Hurry-ups") },
  [DESK_PAPER_ORDER_WARRANTY] = { NP_ ("order", "Warranty") },
  [DESK_PAPER_ORDER_NO_CLOCK] = { NP_ ("order", "No clock runs") },
  [DESK_PAPER_ORDER_FINISH_BY] = { NP_ ("order", "To be finished by %1") },
  [DESK_PAPER_ORDER_BOTH] = { NP_ ("order", "First answer by %1, to be finished by %2") },
  [DESK_PAPER_ORDER_PRINTED] = { NP_ ("order", "Printed %1 by %2") },
  [DESK_PAPER_ORDER_RESULT] = { NP_ ("order", "Result") },
  [DESK_PAPER_ORDER_PART] = { NP_ ("order", "Part or labour") },
  [DESK_PAPER_ORDER_QUANTITY] = { NP_ ("order", "Quantity") },
  [DESK_PAPER_ORDER_PRICE] = { NP_ ("order", "Price") },
  [DESK_PAPER_ORDER_AMOUNT] = { NP_ ("order", "Amount") },
  [DESK_PAPER_ORDER_ARRIVED] = { NP_ ("order", "Arrived at") },
  [DESK_PAPER_ORDER_FINISHED] = { NP_ ("order", "Finished at") },
  [DESK_PAPER_ORDER_SATISFIED] = { NP_ ("order", "Satisfied: A / B / C") },
  [DESK_PAPER_ORDER_TECHNICIAN] = { NP_ ("order", "Technician signs") },
  [DESK_PAPER_ORDER_RESIDENT] = { NP_ ("order", "Resident signs") },
  [DESK_PAPER_ORDER_INSPECTED] = { NP_ ("order", "Inspected by") },
  [DESK_PAPER_ORDER_STAGES] = { NP_ ("order", "Stages") },
  [DESK_PAPER_ORDER_LETTER] = { NP_ ("order", "Written Answer") },
  [DESK_PAPER_ORDER_HANDLER] = { NP_ ("order", "Handled by") },
  [DESK_PAPER_ORDER_SUPERVISOR] = { NP_ ("order", "Supervisor signs") },
};

/* Returns: (transfer none): the word in the language of @text. */
const char *
desk_text_paper (const DeskText *text, DeskPaperWord word)
{
  g_return_val_if_fail (word < DESK_N_PAPER_WORDS, "");
  return desk_text_get_c (text, words[word].context, words[word].word);
}

/* Returns: (transfer full): the same with %1 and %2. @second: (nullable). */
char *
desk_text_paper_fill (const DeskText *text, DeskPaperWord word, const char *first, const char *second)
{
  return desk_text_fill (desk_text_paper (text, word), (const char *const[]){ first, second, NULL });
}
