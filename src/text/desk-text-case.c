/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-case.h"

#include "desk-outage.h"
#include "desk-text-label.h"

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
  { NP_ ("warranty", "Heating") },
  { NP_ ("warranty", "Wiring, pipes, equipment") },
  { NP_ ("warranty", "Cooling") },
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
  { NP_ ("course", "Quote") },    { NP_ ("course", "Stage signed") }, { NP_ ("course", "Escalated") },
  { NP_ ("course", "Not reached") },
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
static const Word visit_state_words[] = {
  { NP_ ("visit state", "No summary") },
  { NP_ ("visit state", "Handed on") },
  { NP_ ("visit state", "Given back") },
  { NP_ ("visit state", "Closed") },
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

static const Word stage_words[] = {
  { NP_ ("stage", "Contact") },  { NP_ ("stage", "Progress told") }, { NP_ ("stage", "Evidence") },
  { NP_ ("stage", "Plan") },     { NP_ ("stage", "Decision") },      { NP_ ("stage", "Solved") },
  { NP_ ("stage", "Written answer") }, { NP_ ("stage", "Callback") },
};
static const Word callback_taken_words[] = {
  { NP_ ("callback", "Drawn") },
  { NP_ ("callback", "Not satisfied before") },
  { NP_ ("callback", "By hand") },
};
static const Word finding_words[] = {
  { NP_ ("finding", "Valid") },
  { NP_ ("finding", "Partly") },
  { NP_ ("finding", "Not valid") },
};

static const Word phrase_scope_words[] = {
  { NP_ ("phrase for", "Log") },
  { NP_ ("phrase for", "Repairs") },
  { NP_ ("phrase for", "Complaints") },
  { NP_ ("phrase for", "Written answers") },
  { NP_ ("phrase for", "Outages") },
};

static const Word outage_topic_words[] = {
  { NP_ ("outage", "Water off") }, { NP_ ("outage", "Power off") }, { NP_ ("outage", "Gas off") },
  { NP_ ("outage", "Heating off") }, { NP_ ("outage", "Lift out") }, { NP_ ("outage", "Network down") },
  { NP_ ("outage", "Door or gate out") }, { NP_ ("outage", "Other outage") },
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
  WORDS (visit_state),
  WORDS (quote_state),
  WORDS (cost_kind),
  WORDS (stage),
  WORDS (callback_taken),
  WORDS (finding),
  WORDS (phrase_scope),
  WORDS (outage_topic),
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

/* What their fields are called; of every kind alike. */
static const struct
{
  const char *field;
  Word word;
} fields[] = {
  { "nick", { NP_ ("case field", "Short name") } },
  { "hours", { NP_ ("case field", "Hours") } },
  { "weekdays", { NP_ ("case field", "Days of the week") } },
  { "holidays", { NP_ ("case field", "Public holidays off") } },
  { "work", { NP_ ("case field", "Worked instead") } },
  { "parent_id", { NP_ ("case field", "Group") } },
  { "case_kind", { NP_ ("case field", "Repair or complaint") } },
  { "urgency", { NP_ ("case field", "Urgency") } },
  { "severity", { NP_ ("case field", "Severity") } },
  { "response_minutes", { NP_ ("case field", "First response within (minutes)") } },
  { "response_calendar_id", { NP_ ("case field", "Calendar of response") } },
  { "amount", { NP_ ("case field", "Amount") } },
  { "duration_unit", { NP_ ("case field", "Counted in") } },
  { "calendar_id", { NP_ ("case field", "Calendar") } },
  { "callback_share", { NP_ ("case field", "Share called back") } },
  { "callback_days", { NP_ ("case field", "Called back within (days)") } },
  { "warranty_part", { NP_ ("case field", "Part under warranty") } },
  { "price_from", { NP_ ("case field", "Price from") } },
  { "price_to", { NP_ ("case field", "Price to") } },
  { "duty_id", { NP_ ("case field", "On duty") } },
  { "words", { NP_ ("case field", "Words it is known by") } },
  { "script", { NP_ ("case field", "What to ask") } },
  { "rank", { NP_ ("case field", "Order") } },
  { "retired_on", { NP_ ("case field", "Out of use since") } },
  { "at", { NP_ ("case field", "Time") } },
  { "owner_id", { NP_ ("case field", "First contact") } },
  { "channel", { NP_ ("case field", "How") } },
  { "place_id", { NP_ ("case field", "Public place") } },
  { "caller", { NP_ ("case field", "Caller") } },
  { "phone", { NP_ ("case field", "Phone") } },
  { "about", { NP_ ("case field", "What about") } },
  { "summary", { NP_ ("case field", "Summary") } },
  { "closed_at", { NP_ ("case field", "Closed at") } },
  { "praised_id", { NP_ ("case field", "Who is praised") } },
  { "offered_id", { NP_ ("case field", "Handed to") } },
  { "handing", { NP_ ("case field", "Handing on") } },
  { "handing_reason", { NP_ ("case field", "Why handed on") } },
  { "link_kind", { NP_ ("case field", "Became") } },
  { "link_id", { NP_ ("case field", "Became (number)") } },
  { "visit_id", { NP_ ("case field", "Log entry") } },
  { "to_id", { NP_ ("case field", "For") } },
  { "from_name", { NP_ ("case field", "From") } },
  { "text", { NP_ ("case field", "Text") } },
  { "call_at", { NP_ ("case field", "Call back at") } },
  { "read_back", { NP_ ("case field", "Read back") } },
  { "delivered_at", { NP_ ("case field", "Delivered at") } },
  { "answered_at", { NP_ ("case field", "Answered at") } },
  { "answer", { NP_ ("case field", "Answer") } },
  { "external_no", { NP_ ("case field", "Number elsewhere") } },
  { "category_id", { NP_ ("case field", "Category") } },
  { "title", { NP_ ("case field", "Title") } },
  { "detail", { NP_ ("case field", "Description") } },
  { "intake_id", { NP_ ("case field", "Taken in by") } },
  { "assignee_id", { NP_ ("case field", "Responsible") } },
  { "queue", { NP_ ("case field", "Queue") } },
  { "opened_at", { NP_ ("case field", "Opened at") } },
  { "promised_due", { NP_ ("case field", "Promised for") } },
  { "wait_reason", { NP_ ("case field", "Why it waits") } },
  { "wait_until", { NP_ ("case field", "Waits until") } },
  { "appointment_from", { NP_ ("case field", "Appointment from") } },
  { "appointment_to", { NP_ ("case field", "Appointment until") } },
  { "result", { NP_ ("case field", "Result") } },
  { "hurried", { NP_ ("case field", "Hurry-ups") } },
  { "reopened", { NP_ ("case field", "Reopened") } },
  { "drawn", { NP_ ("case field", "Drawn for callback") } },
  { "merged_into", { NP_ ("case field", "Merged into") } },
  { "warranty_verdict", { NP_ ("case field", "Warranty") } },
  { "warranty_until", { NP_ ("case field", "Warranty until") } },
  { "warranty_denied", { NP_ ("case field", "Not covered because") } },
  { "response_due", { NP_ ("case field", "Response due") } },
  { "responded_at", { NP_ ("case field", "Responded at") } },
  { "completion_due", { NP_ ("case field", "Completion due") } },
  { "done_at", { NP_ ("case field", "Done at") } },
  { "finished_due", { NP_ ("case field", "Was due at") } },
  { "since", { NP_ ("case field", "Since") } },
  { "waited", { NP_ ("case field", "Waited") } },
  { "next_due", { NP_ ("case field", "Next due") } },
  { "warn_at", { NP_ ("case field", "Warned at") } },
  { "live", { NP_ ("case field", "Still open") } },
  { "case_id", { NP_ ("case field", "Case") } },
  { "move", { NP_ ("case field", "Step") } },
  { "from_state", { NP_ ("case field", "State before") } },
  { "to_state", { NP_ ("case field", "State after") } },
  { "until", { NP_ ("case field", "Until") } },
  { "other_id", { NP_ ("case field", "Other case") } },
  { "ticks", { NP_ ("case field", "Clocks") } },
  { "clamped", { NP_ ("case field", "Clock put back") } },
  { "quote_state", { NP_ ("case field", "Quote") } },
  { "money", { NP_ ("case field", "Amount of the quote") } },
  { "quantity", { NP_ ("case field", "Quantity") } },
  { "price", { NP_ ("case field", "Price") } },
  { "made_at", { NP_ ("case field", "Made at") } },
  { "agreed_at", { NP_ ("case field", "Agreed at") } },
  { "billed_id", { NP_ ("case field", "Billed by") } },
  { "billed_at", { NP_ ("case field", "Billed at") } },
  { "checked_id", { NP_ ("case field", "Checked by") } },
  { "checked_at", { NP_ ("case field", "Checked at") } },
  { "from_kind", { NP_ ("case field", "Belongs to kind") } },
  { "from_id", { NP_ ("case field", "Belongs to") } },
  { "to_kind", { NP_ ("case field", "Linked kind") } },
  { "of_kind", { NP_ ("case field", "Of kind") } },
  { "of_id", { NP_ ("case field", "Of") } },
  { "blob_id", { NP_ ("case field", "Contents") } },
  { "mime", { NP_ ("case field", "Type") } },
  { "size", { NP_ ("case field", "Size") } },
  { "stage", { NP_ ("case field", "Stage") } },
  { "due_at", { NP_ ("case field", "Due at") } },
  { "signed_at", { NP_ ("case field", "Signed at") } },
  { "department", { NP_ ("case field", "Responsible department") } },
  { "finding", { NP_ ("case field", "Found valid") } },
  { "cause", { NP_ ("case field", "Root cause") } },
  { "remedy", { NP_ ("case field", "Remedy") } },
  { "goodwill", { NP_ ("case field", "Goodwill (¥)") } },
  { "letter", { NP_ ("case field", "Written answer") } },
  { "call_tries", { NP_ ("case field", "Not reached") } },
  { "call_again", { NP_ ("case field", "Call again at") } },
  { "scope", { NP_ ("case field", "Used for") } },
  { "period", { NP_ ("case field", "Month") } },
  { "population", { NP_ ("case field", "Done") } },
  { "taken", { NP_ ("case field", "Drawn") } },
  { "period_population", { NP_ ("case field", "Done this month") } },
  { "period_taken", { NP_ ("case field", "Drawn this month") } },
  { "draw_id", { NP_ ("case field", "Draw") } },
  { "draw_key", { NP_ ("case field", "Rank") } },
  { "reason", { NP_ ("case field", "Reason") } },
  { "target", { NP_ ("case field", "What it becomes") } },
  { "order_key", { NP_ ("case field", "Order") } },
};

/* Returns: (nullable): what @field of a record of log or cases is called; NULL when we do not know it. */
const char *
desk_text_case_field (const DeskText *text, const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].field, field))
      return desk_text_get_c (text, fields[i].word.context, fields[i].word.word);
  return NULL;
}

/* Returns: (transfer full): what an entry became, in the column of a list: the number of a case, whom a memo is for. */
char *
desk_text_link (const DeskText *text, const DeskCell *cell)
{
  gboolean named = cell->text != NULL && *cell->text != '\0';

  if (cell->number == DESK_KIND_NONE)
    return g_strdup ("");
  if (cell->number == DESK_KIND_SERVICE_CASE && named)
    return g_strdup (cell->text);
  return named ? g_strdup_printf ("%s %s", desk_text_kind (text, (DeskKind) cell->number),
                                  desk_text_staff_name (text, cell->text))
               : g_strdup (desk_text_kind (text, (DeskKind) cell->number));
}
