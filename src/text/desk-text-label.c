/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-label.h"

#include "desk-text-case.h"
#include "desk-follow-up.h"
#include "desk-text-figure.h"

/* A context and a text, as NP_ gives them. */
typedef struct
{
  const char *context;
  const char *word;
} Word;

static const struct
{
  Word one;
  Word several;
  const char *counted_one;
  const char *counted_many;
} kinds[DESK_N_KINDS] = {
  [DESK_KIND_COMMUNITY]
  = { { NP_ ("kind", "Community") }, { NP_ ("kind", "Communities") }, NN_ ("%1 community", "%1 communities") },
  [DESK_KIND_BUILDING]
  = { { NP_ ("kind", "Building") }, { NP_ ("kind", "Buildings") }, NN_ ("%1 building", "%1 buildings") },
  [DESK_KIND_ENTRANCE]
  = { { NP_ ("kind", "Entrance") }, { NP_ ("kind", "Entrances") }, NN_ ("%1 entrance", "%1 entrances") },
  [DESK_KIND_UNIT] = { { NP_ ("kind", "Unit") }, { NP_ ("kind", "Units") }, NN_ ("%1 unit", "%1 units") },
  [DESK_KIND_UNIT_STATE] = { { NP_ ("kind", "State of a unit") },
                             { NP_ ("kind", "States of units") },
                             NN_ ("%1 change of state", "%1 changes of state") },
  [DESK_KIND_PERSON] = { { NP_ ("kind", "Person") }, { NP_ ("kind", "People") }, NN_ ("%1 person", "%1 people") },
  [DESK_KIND_PHONE] = { { NP_ ("kind", "Phone") }, { NP_ ("kind", "Phones") }, NN_ ("%1 phone", "%1 phones") },
  [DESK_KIND_DOCUMENT]
  = { { NP_ ("kind", "Document") }, { NP_ ("kind", "Documents") }, NN_ ("%1 document", "%1 documents") },
  [DESK_KIND_OCCUPANCY]
  = { { NP_ ("kind", "Occupancy") }, { NP_ ("kind", "Occupancies") }, NN_ ("%1 occupancy", "%1 occupancies") },
  [DESK_KIND_VEHICLE]
  = { { NP_ ("kind", "Vehicle") }, { NP_ ("kind", "Vehicles") }, NN_ ("%1 vehicle", "%1 vehicles") },
  [DESK_KIND_SPACE_LEASE]
  = { { NP_ ("kind", "Leased space") }, { NP_ ("kind", "Leased spaces") }, NN_ ("%1 leased space", "%1 leased spaces") },
  [DESK_KIND_CARE_FLAG]
  = { { NP_ ("kind", "Care flag") }, { NP_ ("kind", "Care flags") }, NN_ ("%1 care flag", "%1 care flags") },
  [DESK_KIND_INSTRUCTION] = { { NP_ ("kind", "Standing instruction") },
                              { NP_ ("kind", "Standing instructions") },
                              NN_ ("%1 standing instruction", "%1 standing instructions") },
  [DESK_KIND_STAFF]
  = { { NP_ ("kind", "Staff member") }, { NP_ ("kind", "Staff") }, NN_ ("%1 staff member", "%1 staff members") },
  [DESK_KIND_SETTING]
  = { { NP_ ("kind", "Setting") }, { NP_ ("kind", "Settings") }, NN_ ("%1 setting", "%1 settings") },
  [DESK_KIND_STAFF_SCOPE] = { { NP_ ("kind", "Scope of a staff member") },
                              { NP_ ("kind", "Scopes of staff members") },
                              NN_ ("%1 scope", "%1 scopes") },
  [DESK_KIND_RIGHT_CHANGE] = { { NP_ ("kind", "Change of rights") },
                               { NP_ ("kind", "Changes of rights") },
                               NN_ ("%1 change of rights", "%1 changes of rights") },
  [DESK_KIND_REQUEST]
  = { { NP_ ("kind", "Request") }, { NP_ ("kind", "Requests") }, NN_ ("%1 request", "%1 requests") },
  [DESK_KIND_IMPORT_LAYOUT]
  = { { NP_ ("kind", "Column mapping") }, { NP_ ("kind", "Column mappings") }, NN_ ("%1 column mapping", "%1 column mappings") },
  [DESK_KIND_CALENDAR]
  = { { NP_ ("kind", "Calendar") }, { NP_ ("kind", "Calendars") }, NN_ ("%1 calendar", "%1 calendars") },
  [DESK_KIND_CALENDAR_DAY]
  = { { NP_ ("kind", "Holiday") }, { NP_ ("kind", "Holidays") }, NN_ ("%1 holiday", "%1 holidays") },
  [DESK_KIND_CATEGORY]
  = { { NP_ ("kind", "Category") }, { NP_ ("kind", "Categories") }, NN_ ("%1 category", "%1 categories") },
  [DESK_KIND_PLACE]
  = { { NP_ ("kind", "Public place") }, { NP_ ("kind", "Public places") }, NN_ ("%1 public place", "%1 public places") },
  [DESK_KIND_PHRASE]
  = { { NP_ ("kind", "Phrase") }, { NP_ ("kind", "Phrases") }, NN_ ("%1 phrase", "%1 phrases") },
  [DESK_KIND_VISIT]
  = { { NP_ ("kind", "Log entry") }, { NP_ ("kind", "Log entries") }, NN_ ("%1 log entry", "%1 log entries") },
  [DESK_KIND_MEMO]
  = { { NP_ ("kind", "Message") }, { NP_ ("kind", "Messages") }, NN_ ("%1 message", "%1 messages") },
  [DESK_KIND_SERVICE_CASE]
  = { { NP_ ("kind", "Case") }, { NP_ ("kind", "Cases") }, NN_ ("%1 case", "%1 cases") },
  [DESK_KIND_CASE_EVENT]
  = { { NP_ ("kind", "Step of a case") }, { NP_ ("kind", "Steps of cases") }, NN_ ("%1 step", "%1 steps") },
  [DESK_KIND_COST_LINE]
  = { { NP_ ("kind", "Cost line") }, { NP_ ("kind", "Cost lines") }, NN_ ("%1 cost line", "%1 cost lines") },
  [DESK_KIND_CASE_QUOTE]
  = { { NP_ ("kind", "Quote") }, { NP_ ("kind", "Quotes") }, NN_ ("%1 quote", "%1 quotes") },
  [DESK_KIND_COMPLAINT]
  = { { NP_ ("kind", "Finding of a complaint") }, { NP_ ("kind", "Findings of complaints") }, NN_ ("%1 finding", "%1 findings") },
  [DESK_KIND_COMPLAINT_STAGE]
  = { { NP_ ("kind", "Stage of a complaint") }, { NP_ ("kind", "Stages of complaints") }, NN_ ("%1 stage", "%1 stages") },
  [DESK_KIND_OUTAGE]
  = { { NP_ ("kind", "Outage") }, { NP_ ("kind", "Outages") }, NN_ ("%1 outage", "%1 outages") },
  [DESK_KIND_OUTAGE_BUILDING]
  = { { NP_ ("kind", "Building of an outage") }, { NP_ ("kind", "Buildings of outages") }, NN_ ("%1 building", "%1 buildings") },
  [DESK_KIND_OUTAGE_CALL]
  = { { NP_ ("kind", "Caller about an outage") }, { NP_ ("kind", "Callers about outages") }, NN_ ("%1 caller", "%1 callers") },
  [DESK_KIND_CALLBACK_DRAW]
  = { { NP_ ("kind", "Draw of callbacks") }, { NP_ ("kind", "Draws of callbacks") }, NN_ ("%1 draw", "%1 draws") },
  [DESK_KIND_CALLBACK_LINE]
  = { { NP_ ("kind", "Case of a draw") }, { NP_ ("kind", "Cases of a draw") }, NN_ ("%1 case of a draw", "%1 cases of a draw") },
  [DESK_KIND_SAVED_FILTER]
  = { { NP_ ("kind", "Saved filter") }, { NP_ ("kind", "Saved filters") }, NN_ ("%1 saved filter", "%1 saved filters") },
  [DESK_KIND_RECORD_LINK]
  = { { NP_ ("kind", "Link") }, { NP_ ("kind", "Links") }, NN_ ("%1 link", "%1 links") },
  [DESK_KIND_ATTACHMENT]
  = { { NP_ ("kind", "Attachment") }, { NP_ ("kind", "Attachments") }, NN_ ("%1 attachment", "%1 attachments") },
  [DESK_KIND_FOLLOW_UP]
  = { { NP_ ("kind", "Follow-up") }, { NP_ ("kind", "Follow-ups") }, NN_ ("%1 follow-up", "%1 follow-ups") },
};

/* domain.md, Units and people; window.md, 03. The order is that of the values. */
static const Word state_words[] = {
  { NP_ ("state", "Unsold") },     { NP_ ("state", "Ready") },  { NP_ ("state", "Handed over") },
  { NP_ ("state", "Decorating") }, { NP_ ("state", "Lived in") }, { NP_ ("state", "Vacant") },
  { NP_ ("state", "Let") },
};
static const Word unit_kind_words[] = {
  { NP_ ("unit kind", "Home") },
  { NP_ ("unit kind", "Shop") },
  { NP_ ("unit kind", "Parking space") },
};
static const Word role_words[] = {
  { NP_ ("role", "Owner") },  { NP_ ("role", "Co-owner") }, { NP_ ("role", "Tenant") },
  { NP_ ("role", "Family") }, { NP_ ("role", "Employee") }, { NP_ ("role", "Agent") },
};
static const Word person_kind_words[] = {
  { NP_ ("person kind", "Person") },
  { NP_ ("person kind", "Company") },
};
static const Word phone_kind_words[] = {
  { NP_ ("phone kind", "Mobile") },
  { NP_ ("phone kind", "Home") },
  { NP_ ("phone kind", "Work") },
  { NP_ ("phone kind", "Other") },
};
static const Word document_kind_words[] = {
  { NP_ ("document kind", "Resident ID") },      { NP_ ("document kind", "Passport") },
  { NP_ ("document kind", "Residence permit") }, { NP_ ("document kind", "Business licence") },
  { NP_ ("document kind", "Other document") },
};
static const Word care_words[] = {
  { NP_ ("care", "Elderly, alone") }, { NP_ ("care", "Infant") },  { NP_ ("care", "Pet") },
  { NP_ ("care", "Medical need") },   { NP_ ("care", "Dispute") }, { NP_ ("care", "Call first") },
};
/* window.md, Colour roles: one Hanzi in a frame; English: a short word. */
static const Word care_flags[] = {
  { NP_ ("care flag", "Old") }, { NP_ ("care flag", "Baby") },    { NP_ ("care flag", "Pet") },
  { NP_ ("care flag", "Med") }, { NP_ ("care flag", "Dispute") }, { NP_ ("care flag", "Call") },
};
static const Word instruction_words[] = {
  { NP_ ("instruction", "May enter") },
  { NP_ ("instruction", "Parcels") },
  { NP_ ("instruction", "Away") },
  { NP_ ("instruction", "Other") },
};
static const Word topic_words[DESK_N_TOPICS] = {
  { NP_ ("topic", "To do") },     { NP_ ("topic", "Call back") },   { NP_ ("topic", "Appointment") },
  { NP_ ("topic", "Message") },   { NP_ ("topic", "Lease end") },   { NP_ ("topic", "Instruction ends") },
  { NP_ ("topic", "Request") },   { NP_ ("topic", "Due soon") },  { NP_ ("topic", "Over time") },
  { NP_ ("topic", "Escalated") }, { NP_ ("topic", "Wait ends") }, { NP_ ("topic", "Complaint") },
  { NP_ ("topic", "Question") },
};
static const Word follow_up_state_words[] = {
  { NP_ ("follow-up", "Open") },
  { NP_ ("follow-up", "Done") },
};
static const Word hand_words[] = {
  { NP_ ("hand", "Waits for acceptance") },
  { NP_ ("hand", "Accepted") },
  { NP_ ("hand", "Returned") },
};

static const Word request_words[] = {
  { NP_ ("request", "Waiting") },
  { NP_ ("request", "Approved") },
  { NP_ ("request", "Refused") },
  { NP_ ("request", "Taken back") },
};

static const Word sign_in_words[] = {
  { NP_ ("sign-in", "password") }, { NP_ ("sign-in", "PIN blocked") },        { NP_ ("sign-in", "new password due") },
  { NP_ ("sign-in", "PIN only") }, { NP_ ("sign-in", "cannot sign in yet") },
};

static const struct
{
  const DeskEnumSpec *spec;
  const Word *words;
  int n;
} enums[] = {
  { &desk_enum_state, state_words, G_N_ELEMENTS (state_words) },
  { &desk_enum_unit_kind, unit_kind_words, G_N_ELEMENTS (unit_kind_words) },
  { &desk_enum_role, role_words, G_N_ELEMENTS (role_words) },
  { &desk_enum_person_kind, person_kind_words, G_N_ELEMENTS (person_kind_words) },
  { &desk_enum_phone_kind, phone_kind_words, G_N_ELEMENTS (phone_kind_words) },
  { &desk_enum_document_kind, document_kind_words, G_N_ELEMENTS (document_kind_words) },
  { &desk_enum_care, care_words, G_N_ELEMENTS (care_words) },
  { &desk_enum_instruction, instruction_words, G_N_ELEMENTS (instruction_words) },
  { &desk_enum_request, request_words, G_N_ELEMENTS (request_words) },
  { &desk_enum_topic, topic_words, G_N_ELEMENTS (topic_words) },
  { &desk_enum_follow_up_state, follow_up_state_words, G_N_ELEMENTS (follow_up_state_words) },
  { &desk_enum_hand, hand_words, G_N_ELEMENTS (hand_words) },
  { &desk_enum_sign_in, sign_in_words, G_N_ELEMENTS (sign_in_words) },
};

static const struct
{
  const char *column;
  Word word;
} columns[] = {
  { "label", { NP_ ("column", "Unit") } },
  { "owner", { NP_ ("column", "Owner") } },
  { "care", { NP_ ("column", "Care") } },
  { "state", { NP_ ("column", "State") } },
  { "kind", { NP_ ("column", "Kind") } },
  { "built_area", { NP_ ("column", "Area") } },
  { "residents", { NP_ ("column", "Residents") } },
  { "delivered_on", { NP_ ("column", "Delivered") } },
  { "name", { NP_ ("column", "Name") } },
  { "units", { NP_ ("column", "Units") } },
  { "role", { NP_ ("column", "Role") } },
  { "phone", { NP_ ("column", "Phone") } },
  { "at", { NP_ ("column", "Time") } },
  { "channel", { NP_ ("column", "How") } },
  { "unit", { NP_ ("column", "Unit") } },
  { "caller", { NP_ ("column", "Who") } },
  { "about", { NP_ ("column", "What about") } },
  { "summary", { NP_ ("column", "Answer and result") } },
  { "became", { NP_ ("column", "Linked to") } },
  { "staff", { NP_ ("column", "Taken by") } },
  { "visit_kind", { NP_ ("visit column", "Kind") } },
  { "first_contact", { NP_ ("column", "First contact") } },
  { "visit_state", { NP_ ("column", "State") } },
  { "due", { NP_ ("column", "Clock") } },
  { "title", { NP_ ("column", "Content") } },
  { "category", { NP_ ("column", "Category") } },
  { "case_state", { NP_ ("column", "State") } },
  { "assignee", { NP_ ("column", "Responsible") } },
  { "number", { NP_ ("column", "Number") } },
  { "opened", { NP_ ("column", "Opened") } },
  { "urgency", { NP_ ("column", "Urgency") } },
  { "hurried", { NP_ ("column", "Hurry-ups") } },
  { "wait_reason", { NP_ ("column", "Waits for") } },
  { "since", { NP_ ("column", "Since") } },
  { "warn_at", { NP_ ("column", "Warn at") } },
  { "finished_due", { NP_ ("column", "Was due") } },
  { "severity", { NP_ ("column", "Severity") } },
  { "stage", { NP_ ("column", "Stage") } },
  { "work_days", { NP_ ("column", "Working days left") } },
  { "result", { NP_ ("column", "What was done") } },
  { "tries", { NP_ ("column", "Not reached") } },
  { "actor", { NP_ ("column", "Who") } },
  { "subject", { NP_ ("column", "About") } },
  { "record_kind", { NP_ ("column", "Kind") } },
  { "record", { NP_ ("column", "Record") } },
  { "what", { NP_ ("column", "What") } },
  { "due_at", { NP_ ("column", "Due") } },
  { "begun_at", { NP_ ("column", "Since") } },
  { "slice", { NP_ ("figure", "Of") } },
  { "opened_cases", { NP_ ("figure", "Opened") } },
  { "response", { NP_ ("figure", "Response") } },
  { "completion", { NP_ ("figure", "Completion") } },
  { "on_time", { NP_ ("figure", "On time") } },
  { "reopened", { NP_ ("figure", "Reopened") } },
  { "callback_reached", { NP_ ("figure", "Callback") } },
  { "satisfied", { NP_ ("figure", "Satisfied") } },
  { "outage_topic", { NP_ ("column", "What is out") } },
  { "buildings", { NP_ ("column", "Buildings") } },
  { "expected_at", { NP_ ("column", "Expected until") } },
  { "callers", { NP_ ("column", "Callers") } },
  { "untold", { NP_ ("column", "To tell") } },
  { "ended_at", { NP_ ("column", "Over since") } },
  { "topic", { NP_ ("column", "Topic") } },
  { "person", { NP_ ("column", "Person") } },
  { "duty", { NP_ ("column", "To be done") } },
  { "owes", { NP_ ("column", "Whose") } },
  { "bill_since", { NP_ ("column", "Since") } },
  { "amount_fen", { NP_ ("column", "Amount") } },
  { "billed_by", { NP_ ("column", "Billed by") } },
  { "checked_by", { NP_ ("column", "Checked by") } },
  { "staff_name", { NP_ ("column", "Name") } },
  { "login", { NP_ ("column", "Sign-in name") } },
  { "roles", { NP_ ("column", "Roles") } },
  { "staff_buildings", { NP_ ("staff column", "Buildings") } },
  { "sign_in", { NP_ ("column", "Sign-in") } },
  { "left_on", { NP_ ("column", "Left on") } },
};

static const struct
{
  const char *filter;
  Word word;
} filters[] = {
  { "all", { NP_ ("filter", "All") } },
  { "lived_in", { NP_ ("filter", "Lived in") } },
  { "let", { NP_ ("filter", "Let") } },
  { "vacant", { NP_ ("filter", "Vacant") } },
  { "decorating", { NP_ ("filter", "Decorating") } },
  { "undelivered", { NP_ ("filter", "Not handed over") } },
  { "care", { NP_ ("filter", "With care") } },
  { "shop", { NP_ ("filter", "Shops") } },
  { "space", { NP_ ("filter", "Parking") } },
  { "owner", { NP_ ("filter", "Owners") } },
  { "tenant", { NP_ ("filter", "Tenants") } },
  { "other", { NP_ ("filter", "Others") } },
  { "no_unit", { NP_ ("filter", "No unit") } },
  { "today", { NP_ ("filter", "Today") } },
  { "walk_in", { NP_ ("filter", "Walk-ins") } },
  { "phone_calls", { NP_ ("filter", "Phone calls") } },
  { "messages", { NP_ ("filter", "Messages") } },
  { "no_summary", { NP_ ("filter", "No summary") } },
  { "by_me", { NP_ ("filter", "Taken by me") } },
  { "handed_to_me", { NP_ ("filter", "Handed to me") } },
  { "live", { NP_ ("filter", "Open") } },
  { "running", { NP_ ("filter", "Running") } },
  { "by_month", { NP_ ("filter", "By month") } },
  { "by_category", { NP_ ("filter", "By category") } },
  { "by_person", { NP_ ("filter", "By person") } },
  { "by_building", { NP_ ("filter", "By building") } },
  { "untold", { NP_ ("filter", "Callers to tell") } },
  { "overdue", { NP_ ("filter", "Overdue") } },
  { "soon", { NP_ ("filter", "Due soon") } },
  { "unassigned", { NP_ ("filter", "Unassigned") } },
  { "waiting", { NP_ ("filter", "Waiting") } },
  { "callback", { NP_ ("filter", "For callback") } },
  { "mine", { NP_ ("filter", "Mine") } },
  { "closed", { NP_ ("filter", "Closed") } },
  { "to_call", { NP_ ("filter", "To be called") } },
  { "not_reached", { NP_ ("filter", "Not reached") } },
  { "of_complaints", { NP_ ("filter", "Of complaints") } },
  { "of_repairs", { NP_ ("filter", "Of repairs") } },
  { "people", { NP_ ("filter", "People") } },
  { "houses", { NP_ ("filter", "Houses") } },
  { "office", { NP_ ("filter", "Office") } },
  { "shown", { NP_ ("filter", "Numbers shown") } },
  { "entered", { NP_ ("filter", "Signed in") } },
  { "refused", { NP_ ("filter", "Refused") } },
  { "sheets", { NP_ ("filter", "Imports, exports") } },
  { "removed", { NP_ ("filter", "Recycle bin") } },
  { "my_floors", { NP_ ("filter", "My floors") } },
  { "everyone", { NP_ ("filter", "Everyone") } },
  { "bills_ready", { NP_ ("filter", "Ready for the account") } },
  { "bills_to_check", { NP_ ("filter", "To be checked") } },
};

static const Word staff_roles[DESK_N_STAFF_ROLES] = {
  [DESK_STAFF_ROLE_DESK] = { NP_ ("staff role", "Front desk") },
  [DESK_STAFF_ROLE_HOUSEKEEPER] = { NP_ ("staff role", "Housekeeper") },
  [DESK_STAFF_ROLE_TECHNICIAN] = { NP_ ("staff role", "Technician") },
  [DESK_STAFF_ROLE_CASHIER] = { NP_ ("staff role", "Cashier") },
  [DESK_STAFF_ROLE_SUPERVISOR] = { NP_ ("staff role", "Supervisor") },
  [DESK_STAFF_ROLE_ADMIN] = { NP_ ("staff role", "Administrator") },
};

/* window.md, 06: the reason at the right edge of a hit. */
static const Word whys[DESK_N_SEARCH_WHYS] = {
  [DESK_SEARCH_WHY_LABEL] = { NP_ ("why", "Unit") },
  [DESK_SEARCH_WHY_ROOM] = { NP_ ("why", "Unit") },
  [DESK_SEARCH_WHY_LABEL_SHORT] = { NP_ ("why", "Unit") },
  [DESK_SEARCH_WHY_NAME] = { NP_ ("why", "Name") },
  [DESK_SEARCH_WHY_NAME_PART] = { NP_ ("why", "Name") },
  [DESK_SEARCH_WHY_PINYIN] = { NP_ ("why", "Pinyin") },
  [DESK_SEARCH_WHY_PINYIN_PART] = { NP_ ("why", "Pinyin") },
  [DESK_SEARCH_WHY_INITIALS] = { NP_ ("why", "Initials") },
  [DESK_SEARCH_WHY_INITIALS_PART] = { NP_ ("why", "Initials") },
  [DESK_SEARCH_WHY_PHONE] = { NP_ ("why", "Phone") },
  [DESK_SEARCH_WHY_PHONE_TAIL] = { NP_ ("why", "Phone tail") },
  [DESK_SEARCH_WHY_PLATE] = { NP_ ("why", "Plate") },
  [DESK_SEARCH_WHY_PLATE_TAIL] = { NP_ ("why", "Plate tail") },
  [DESK_SEARCH_WHY_DOCUMENT] = { NP_ ("why", "Document tail") },
  [DESK_SEARCH_WHY_CASE_NUMBER] = { NP_ ("why", "Number") },
  [DESK_SEARCH_WHY_TEXT] = { NP_ ("why", "Text") },
};

/* Use cases by their nick: what was done when the record was made, and when it was there already. */
static const struct
{
  const char *use_case;
  Word made;
  Word edited;
} acts[] = {
  { "save_community", { NP_ ("act", "Community made") }, { NP_ ("act", "Community edited") } },
  { "save_building", { NP_ ("act", "Building made") }, { NP_ ("act", "Building edited") } },
  { "save_entrance", { NP_ ("act", "Entrance made") }, { NP_ ("act", "Entrance edited") } },
  { "make_building", { NP_ ("act", "Building made with its units") }, { NP_ ("act", "Units added to the building") } },
  { "save_unit", { NP_ ("act", "Unit made") }, { NP_ ("act", "Unit edited") } },
  { "change_unit_state", { NP_ ("act", "State changed") }, { NP_ ("act", "State changed") } },
  { "save_person", { NP_ ("act", "Person added") }, { NP_ ("act", "Person edited") } },
  { "save_contact", { NP_ ("act", "Person added") }, { NP_ ("act", "Contacts edited") } },
  { "merge_people", { NP_ ("act", "Two people merged") }, { NP_ ("act", "Two people merged") } },
  { "save_occupancy", { NP_ ("act", "Moved in") }, { NP_ ("act", "Occupancy edited") } },
  { "change_owner", { NP_ ("act", "Owner changed") }, { NP_ ("act", "Owner changed") } },
  { "save_vehicle", { NP_ ("act", "Vehicle added") }, { NP_ ("act", "Vehicle edited") } },
  { "save_space_lease", { NP_ ("act", "Space leased") }, { NP_ ("act", "Space lease edited") } },
  { "save_care_flag", { NP_ ("act", "Care flag added") }, { NP_ ("act", "Care flag edited") } },
  { "save_instruction", { NP_ ("act", "Instruction added") }, { NP_ ("act", "Instruction edited") } },
  { "remove_building", { NP_ ("act", "Building removed") }, { NP_ ("act", "Building removed") } },
  { "remove_entrance", { NP_ ("act", "Entrance removed") }, { NP_ ("act", "Entrance removed") } },
  { "remove_unit", { NP_ ("act", "Unit removed") }, { NP_ ("act", "Unit removed") } },
  { "remove_person", { NP_ ("act", "Person removed") }, { NP_ ("act", "Person removed") } },
  { "remove_occupancy", { NP_ ("act", "Occupancy removed") }, { NP_ ("act", "Occupancy removed") } },
  { "remove_vehicle", { NP_ ("act", "Vehicle removed") }, { NP_ ("act", "Vehicle removed") } },
  { "remove_space_lease", { NP_ ("act", "Space lease removed") }, { NP_ ("act", "Space lease removed") } },
  { "remove_care_flag", { NP_ ("act", "Care flag removed") }, { NP_ ("act", "Care flag removed") } },
  { "remove_instruction", { NP_ ("act", "Instruction removed") }, { NP_ ("act", "Instruction removed") } },
  { "reveal_orders", { NP_ ("act", "Whole number on a work order") }, { NP_ ("act", "Whole number on a work order") } },
  { "reveal_number", { NP_ ("act", "Whole number shown") }, { NP_ ("act", "Whole number shown") } },
  { "erase_person", { NP_ ("act", "Personal data erased") }, { NP_ ("act", "Personal data erased") } },
  { "change_setting", { NP_ ("act", "Setting changed") }, { NP_ ("act", "Setting changed") } },
  { "take_import", { NP_ ("act", "Sheet imported") }, { NP_ ("act", "Sheet imported") } },
  { "export_register", { NP_ ("act", "Register exported") }, { NP_ ("act", "Register exported") } },
  { "export_list_whole", { NP_ ("act", "List exported") }, { NP_ ("act", "List exported") } },
  { "note_export", { NP_ ("act", "List exported") }, { NP_ ("act", "List exported") } },
  { "note_print", { NP_ ("act", "List printed") }, { NP_ ("act", "List printed") } },
  { "note_restore", { NP_ ("act", "Backup restored") }, { NP_ ("act", "Backup restored") } },
  { "note_backup", { NP_ ("act", "Backup saved to a file") }, { NP_ ("act", "Backup saved to a file") } },
  { "remember_layout", { NP_ ("act", "Column mapping kept") }, { NP_ ("act", "Column mapping kept") } },
  { "save_filter", { NP_ ("act", "Filter saved") }, { NP_ ("act", "Saved filter changed") } },
  { "remove_filter", { NP_ ("act", "Saved filter removed") }, { NP_ ("act", "Saved filter removed") } },
  { "save_staff", { NP_ ("act", "Staff member added") }, { NP_ ("act", "Staff member edited") } },
  { "reset_secret", { NP_ ("act", "Password reset") }, { NP_ ("act", "Password reset") } },
  { "set_secret", { NP_ ("act", "Password changed") }, { NP_ ("act", "Password changed") } },
  { "sign_in", { NP_ ("act", "Signed in") }, { NP_ ("act", "Signed in") } },
  { "leave_desk", { NP_ ("act", "Desk locked") }, { NP_ ("act", "Desk locked") } },
  { "note_refusal", { NP_ ("act", "Refused for want of a right") }, { NP_ ("act", "Refused for want of a right") } },
  { "change_right", { NP_ ("act", "Rights changed") }, { NP_ ("act", "Rights changed") } },
  { "ask_approval", { NP_ ("act", "Approval asked for") }, { NP_ ("act", "Approval asked for") } },
  { "decide_request", { NP_ ("act", "Request decided") }, { NP_ ("act", "Request decided") } },
  { "log_visit", { NP_ ("act", "Visit logged") }, { NP_ ("act", "Visit logged") } },
  { "turn_visit", { NP_ ("act", "Log entry edited") }, { NP_ ("act", "Log entry edited") } },
  { "step_visit", { NP_ ("act", "Log entry moved on") }, { NP_ ("act", "Log entry moved on") } },
  { "answer_memo", { NP_ ("act", "Message answered") }, { NP_ ("act", "Message answered") } },
  { "open_case", { NP_ ("act", "Case opened") }, { NP_ ("act", "Case opened") } },
  { "edit_case", { NP_ ("act", "Case edited") }, { NP_ ("act", "Case edited") } },
  { "note_case", { NP_ ("act", "Case noted") }, { NP_ ("act", "Case noted") } },
  { "hurry_case", { NP_ ("act", "Hurry-up recorded") }, { NP_ ("act", "Hurry-up recorded") } },
  { "assign_cases", { NP_ ("act", "Cases assigned") }, { NP_ ("act", "Cases assigned") } },
  { "assign_case", { NP_ ("act", "Case assigned") }, { NP_ ("act", "Case assigned") } },
  { "work_case", { NP_ ("act", "Case worked on") }, { NP_ ("act", "Case worked on") } },
  { "settle_case", { NP_ ("act", "Case solved at the desk") }, { NP_ ("act", "Case solved at the desk") } },
  { "inspect_case", { NP_ ("act", "Case inspected") }, { NP_ ("act", "Case inspected") } },
  { "answer_case", { NP_ ("act", "Callback recorded") }, { NP_ ("act", "Callback recorded") } },
  { "reopen_case", { NP_ ("act", "Case reopened") }, { NP_ ("act", "Case reopened") } },
  { "cancel_case", { NP_ ("act", "Case cancelled") }, { NP_ ("act", "Case cancelled") } },
  { "link_cases", { NP_ ("act", "Cases linked") }, { NP_ ("act", "Cases linked") } },
  { "merge_case", { NP_ ("act", "Cases merged") }, { NP_ ("act", "Cases merged") } },
  { "advance_cases", { NP_ ("act", "Cases moved on by themselves") }, { NP_ ("act", "Cases moved on by themselves") } },
  { "save_category", { NP_ ("act", "Category entered") }, { NP_ ("act", "Category edited") } },
  { "remove_category", { NP_ ("act", "Category removed") }, { NP_ ("act", "Category removed") } },
  { "save_calendar", { NP_ ("act", "Calendar entered") }, { NP_ ("act", "Calendar edited") } },
  { "save_calendar_day", { NP_ ("act", "Holiday entered") }, { NP_ ("act", "Holiday edited") } },
  { "remove_calendar_day", { NP_ ("act", "Holiday removed") }, { NP_ ("act", "Holiday removed") } },
  { "save_phrase", { NP_ ("act", "Phrase entered") }, { NP_ ("act", "Phrase edited") } },
  { "remove_phrase", { NP_ ("act", "Phrase removed") }, { NP_ ("act", "Phrase removed") } },
  { "add_phrases", { NP_ ("act", "Starting phrases added") }, { NP_ ("act", "Starting phrases added") } },
  { "save_cost_line", { NP_ ("act", "Part or labour entered") }, { NP_ ("act", "Part or labour edited") } },
  { "remove_cost_line", { NP_ ("act", "Part or labour removed") }, { NP_ ("act", "Part or labour removed") } },
  { "step_quote", { NP_ ("act", "Quote moved on") }, { NP_ ("act", "Quote moved on") } },
  { "check_bill", { NP_ ("act", "Bill checked") }, { NP_ ("act", "Bill checked") } },
  { "save_outage", { NP_ ("act", "Outage reported") }, { NP_ ("act", "Outage changed") } },
  { "attach_call", { NP_ ("act", "Attached to the outage") }, { NP_ ("act", "Attached to the outage") } },
  { "tell_callers", { NP_ ("act", "Callers told") }, { NP_ ("act", "Callers told") } },
  { "end_outage", { NP_ ("act", "Outage over") }, { NP_ ("act", "Outage over") } },
  { "miss_callback", { NP_ ("act", "Nobody answered") }, { NP_ ("act", "Nobody answered") } },
  { "sign_stage", { NP_ ("act", "Stage signed") }, { NP_ ("act", "Stage signed") } },
  { "save_complaint", { NP_ ("act", "Finding entered") }, { NP_ ("act", "Finding entered") } },
  { "escalate_complaint", { NP_ ("act", "Complaint escalated") }, { NP_ ("act", "Complaint escalated") } },
  { "join_cases", { NP_ ("act", "Cases joined") }, { NP_ ("act", "Cases joined") } },
  { "attach_file", { NP_ ("act", "File added") }, { NP_ ("act", "File added") } },
  { "remove_attachment", { NP_ ("act", "File removed") }, { NP_ ("act", "File removed") } },
  { "save_place", { NP_ ("act", "Public place entered") }, { NP_ ("act", "Public place edited") } },
  { "save_follow_up", { NP_ ("act", "Follow-up made") }, { NP_ ("act", "Follow-up edited") } },
  { "finish_follow_up", { NP_ ("act", "Follow-up done") }, { NP_ ("act", "Follow-up done") } },
  { "snooze_follow_up", { NP_ ("act", "Follow-up put off") }, { NP_ ("act", "Follow-up put off") } },
  { "hand_on_follow_up", { NP_ ("act", "Follow-up handed on") }, { NP_ ("act", "Follow-up handed on") } },
  { "accept_follow_up", { NP_ ("act", "Follow-up accepted") }, { NP_ ("act", "Follow-up accepted") } },
  { "return_follow_up", { NP_ ("act", "Follow-up returned") }, { NP_ ("act", "Follow-up returned") } },
  { "apply_follow_rules", { NP_ ("act", "Follow-up made by a rule") }, { NP_ ("act", "Follow-up closed by a rule") } },
  { "undo_act", { NP_ ("act", "Undone") }, { NP_ ("act", "Undone") } },
};

static const char *
say (const DeskText *text, const Word *word)
{
  return desk_text_get_c (text, word->context, word->word);
}

static gboolean
is_kind (DeskKind kind)
{
  return kind > DESK_KIND_NONE && kind < DESK_N_KINDS;
}

/* Returns: what a record of @kind is called; "" for none. */
const char *
desk_text_kind (const DeskText *text, DeskKind kind)
{
  return is_kind (kind) ? say (text, &kinds[kind].one) : "";
}

/* Returns: what several records of @kind are called, for a heading; "" for none. */
const char *
desk_text_kinds (const DeskText *text, DeskKind kind)
{
  return is_kind (kind) ? say (text, &kinds[kind].several) : "";
}

/* Returns: (transfer full): @n records of @kind: "2,970 units". */
char *
desk_text_count (const DeskText *text, DeskKind kind, gint64 n)
{
  g_autofree char *number = desk_text_number (n);

  g_return_val_if_fail (is_kind (kind), g_strdup (number));
  return desk_text_format_n (text, kinds[kind].counted_one, kinds[kind].counted_many, n, number, NULL);
}

/* Returns: the word for @value of the list @spec; "" for none or a value that is not in the list. */
const char *
desk_text_enum (const DeskText *text, const DeskEnumSpec *spec, gint64 value)
{
  for (guint i = 0; i < G_N_ELEMENTS (enums); i++)
    if (enums[i].spec == spec)
      return value >= 1 && value <= enums[i].n ? say (text, &enums[i].words[value - 1]) : "";
  return desk_text_case_enum (text, spec, value);
}

/* Returns: what stands in the small frame for @care (DeskCare): 老; "" for none. */
const char *
desk_text_care_flag (const DeskText *text, gint64 care)
{
  return care >= 1 && care <= DESK_N_CARES ? say (text, &care_flags[care - 1]) : "";
}

/* Returns: the heading of @column of @list. */
const char *
desk_text_column (const DeskText *text, DeskList list, guint column)
{
  const DeskListSpec *spec = desk_list_spec (list);

  g_return_val_if_fail (spec != NULL && column < spec->n_columns, "");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].column, spec->columns[column].nick))
      return say (text, &columns[i].word);
  return "";
}

/* Returns: what the list is called, for a heading. */
const char *
desk_text_list (const DeskText *text, DeskList list)
{
  if (list == DESK_LIST_TRAIL)
    return desk_text_get_c (text, NP_ ("list", "Trail"));
  if (list == DESK_LIST_BILLS)
    return desk_text_get_c (text, NP_ ("list", "Bills"));
  if (list == DESK_LIST_REPAIR_FIGURES)
    return desk_text_get_c (text, NP_ ("list", "Figures of Repairs"));
  if (list == DESK_LIST_COMPLAINT_FIGURES)
    return desk_text_get_c (text, NP_ ("list", "Figures of Complaints"));
  if (list == DESK_LIST_CALLBACKS)
    return desk_text_get_c (text, NP_ ("list", "Callbacks"));
  return desk_text_kinds (text, desk_list_spec (list)->kind);
}

/* Returns: the word on the chip of @filter of @list. */
const char *
desk_text_filter (const DeskText *text, DeskList list, guint filter)
{
  const DeskListSpec *spec = desk_list_spec (list);

  g_return_val_if_fail (spec != NULL && filter < spec->n_filters, "");
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (g_str_equal (filters[i].filter, spec->filters[filter]))
      return say (text, &filters[i].word);
  return "";
}

/* Returns: (transfer full): what an erased person is called from then on. */
char *
desk_text_erased_person (const DeskText *text, gint64 id)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return desk_text_format (text, N_ ("Erased %1"), number, NULL);
}

/* Returns: what somebody with @role is called. */
const char *
desk_text_staff_role (const DeskText *text, DeskStaffRole role)
{
  return role < DESK_N_STAFF_ROLES ? say (text, &staff_roles[role]) : "";
}

/* Returns: (transfer full): the roles in the bits @roles (1 << DeskStaffRole), joined. */
char *
desk_text_staff_roles (const DeskText *text, gint64 roles)
{
  const char *words[DESK_N_STAFF_ROLES + 1] = { NULL };
  guint n = 0;

  if ((roles & DESK_ALL_ROLES) == DESK_ALL_ROLES)
    return g_strdup (desk_text_get (text, N_("Every role")));
  for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
    if (roles & (G_GINT64_CONSTANT (1) << role))
      words[n++] = desk_text_staff_role (text, (DeskStaffRole) role);
  return desk_text_join (text, words);
}

/* Returns: what to call the staff member @name (nullable): the administrator of a new store, who has no name of his own
 * yet, by his role; "" for nobody. */
const char *
desk_text_staff_name (const DeskText *text, const char *name)
{
  if (g_strcmp0 (name, "admin") == 0)
    return desk_text_staff_role (text, DESK_STAFF_ROLE_ADMIN);
  return name ? name : "";
}

/* Returns: who did what a line tells: the staff member @name, or nobody (NULL, ""), where time or a rule did it. */
const char *
desk_text_author (const DeskText *text, const char *name)
{
  return name != NULL && *name != '\0' ? desk_text_staff_name (text, name) : desk_text_get (text, N_ ("by itself"));
}

/* Returns: what was hit; "" for none. */
const char *
desk_text_why (const DeskText *text, DeskSearchWhy why)
{
  return why > DESK_SEARCH_WHY_NONE && why < DESK_N_SEARCH_WHYS ? say (text, &whys[why]) : "";
}

/**
 * desk_text_act:
 * @text: the language
 * @use_case: nick of a use case that writes
 * @made: whether the record was made by it
 *
 * Returns: what was done; @use_case itself when we do not know it
 */
const char *
desk_text_act (const DeskText *text, const char *use_case, gboolean made)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].use_case, use_case))
      return say (text, made ? &acts[i].made : &acts[i].edited);
  return use_case;
}

/* Like desk_text_act(), with the thing it was done to (nullable): a room number or a kind, never a resident's name.
 * Returns: (transfer full) */
char *
desk_text_act_on (const DeskText *text, const char *use_case, gboolean made, const char *object)
{
  const char *act = desk_text_act (text, use_case, made);

  if (object == NULL || *object == '\0')
    return g_strdup (act);
  return desk_text_format_c (text, NP_ ("object: act", "%1: %2"), object, act, NULL);
}
