/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-case.h"

/* What the closed lists of desk log and cases are called. The order is that of the values. */
typedef struct
{
  const char *context;
  const char *word;
} Word;

static const Word visit_kind_words[] = {
  { NP_ ("visit", "Visit") },      { NP_ ("visit", "Enquiry") }, { NP_ ("visit", "Repair request") },
  { NP_ ("visit", "Complaint") },  { NP_ ("visit", "Suggestion") }, { NP_ ("visit", "Praise") },
  { NP_ ("visit", "Message") },    { NP_ ("visit", "Other") },
};
static const Word channel_words[] = {
  { NP_ ("channel", "Walk-in") },
  { NP_ ("channel", "Phone") },
  { NP_ ("channel", "Message") },
  { NP_ ("channel", "Round") },
};
static const Word case_kind_words[] = {
  { NP_ ("case", "Repair") },
  { NP_ ("case", "Complaint") },
};
static const Word case_state_words[] = {
  { NP_ ("case state", "New") },      { NP_ ("case state", "Assigned") }, { NP_ ("case state", "Accepted") },
  { NP_ ("case state", "Working") },  { NP_ ("case state", "Waiting") },  { NP_ ("case state", "Done") },
  { NP_ ("case state", "Callback") }, { NP_ ("case state", "Closed") },   { NP_ ("case state", "Cancelled") },
};
static const Word urgency_words[] = {
  { NP_ ("urgency", "Ordinary") },
  { NP_ ("urgency", "Urgent") },
  { NP_ ("urgency", "Danger to life") },
};
static const Word severity_words[] = {
  { NP_ ("severity", "Ordinary") },
  { NP_ ("severity", "Serious") },
  { NP_ ("severity", "Major") },
};
static const Word wait_reason_words[] = {
  { NP_ ("wait", "Parts") },       { NP_ ("wait", "Resident away") }, { NP_ ("wait", "Appointment") },
  { NP_ ("wait", "Third party") }, { NP_ ("wait", "Quote") },
};
static const Word warranty_part_words[] = {
  { NP_ ("warranty", "Structure") },
  { NP_ ("warranty", "Waterproofing") },
  { NP_ ("warranty", "Heating and cooling") },
  { NP_ ("warranty", "Wiring, pipes, equipment") },
};
static const Word answer_words[] = {
  { NP_ ("answer", "Satisfied") },
  { NP_ ("answer", "Fair") },
  { NP_ ("answer", "Not satisfied") },
};
static const Word move_words[] = {
  { NP_ ("move", "Assign") }, { NP_ ("move", "Take") },    { NP_ ("move", "Accept") }, { NP_ ("move", "Return") },
  { NP_ ("move", "Transfer") }, { NP_ ("move", "Start") },  { NP_ ("move", "Wait") },   { NP_ ("move", "Resume") },
  { NP_ ("move", "Finish") }, { NP_ ("move", "Pass") },    { NP_ ("move", "Fail") },   { NP_ ("move", "Draw for callback") },
  { NP_ ("move", "Callback answered") }, { NP_ ("move", "Close") }, { NP_ ("move", "Reopen") }, { NP_ ("move", "Cancel") },
  { NP_ ("move", "Merge") },
};
static const Word case_event_words[] = {
  { NP_ ("course", "Opened") },   { NP_ ("course", "Step") }, { NP_ ("course", "Contact") },
  { NP_ ("course", "Hurry-up") }, { NP_ ("course", "Note") }, { NP_ ("course", "Appointment") },
  { NP_ ("course", "Quote") },
};
static const Word duration_unit_words[] = {
  { NP_ ("duration", "hours by the clock") },
  { NP_ ("duration", "working hours") },
  { NP_ ("duration", "working days") },
};
static const Word handing_words[] = {
  { NP_ ("handing", "Offered") },
  { NP_ ("handing", "Accepted") },
  { NP_ ("handing", "Returned") },
};
static const Word quote_state_words[] = {
  { NP_ ("quote", "Quoted") },
  { NP_ ("quote", "Agreed") },
  { NP_ ("quote", "Declined") },
  { NP_ ("quote", "Billed") },
  { NP_ ("quote", "Bill checked") },
};
static const Word cost_kind_words[] = {
  { NP_ ("cost", "Part") },
  { NP_ ("cost", "Labour") },
};

#define WORDS(name) { &desk_enum_##name, name##_words, G_N_ELEMENTS (name##_words) }

static const struct
{
  const DeskEnumSpec *spec;
  const Word *words;
  int n;
} lists[] = {
  WORDS (visit_kind),
  WORDS (channel),
  WORDS (case_kind),
  WORDS (case_state),
  WORDS (urgency),
  WORDS (severity),
  WORDS (wait_reason),
  WORDS (warranty_part),
  WORDS (answer),
  WORDS (move),
  { &desk_enum_case_event, case_event_words, G_N_ELEMENTS (case_event_words) },
  WORDS (duration_unit),
  WORDS (handing),
  WORDS (quote_state),
  WORDS (cost_kind),
};

/* Returns: the word for @value of @spec, a list of desk-case-kind.h; "" for none, or where @spec is no such list. */
const char *
desk_text_case_enum (const DeskText *text, const DeskEnumSpec *spec, gint64 value)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].spec == spec)
      return value >= 1 && value <= lists[i].n
                 ? desk_text_get_c (text, lists[i].words[value - 1].context, lists[i].words[value - 1].word)
                 : "";
  return "";
}
