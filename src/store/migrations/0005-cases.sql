-- Desk log and cases: calendars, categories, places, log entries, memos, cases with their course, costs, links, files.
-- Kinds and lists are the numbers of desk-case-kind.h. Money is fen, quantities 0.001, shares millionths.

-- When a desk or an office works.
CREATE TABLE calendar (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  nick TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  hours TEXT NOT NULL DEFAULT '',
  weekdays INTEGER NOT NULL DEFAULT 0,
  holidays INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A public holiday, or a weekend day worked in its place.
CREATE TABLE calendar_day (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  day INTEGER NOT NULL DEFAULT 0,
  work INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- What a case is about, with everything that follows from it.
CREATE TABLE category (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  parent_id INTEGER REFERENCES category (id),
  case_kind INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  urgency INTEGER NOT NULL DEFAULT 0,
  severity INTEGER NOT NULL DEFAULT 0,
  response_minutes INTEGER NOT NULL DEFAULT 0,
  response_calendar_id INTEGER REFERENCES calendar (id),
  amount INTEGER NOT NULL DEFAULT 0,
  duration_unit INTEGER NOT NULL DEFAULT 0,
  calendar_id INTEGER REFERENCES calendar (id),
  callback_share INTEGER NOT NULL DEFAULT 0,
  callback_days INTEGER NOT NULL DEFAULT 0,
  warranty_part INTEGER NOT NULL DEFAULT 0,
  price_from INTEGER NOT NULL DEFAULT 0,
  price_to INTEGER NOT NULL DEFAULT 0,
  duty_id INTEGER REFERENCES staff (id),
  words TEXT NOT NULL DEFAULT '',
  script TEXT NOT NULL DEFAULT '',
  rank INTEGER NOT NULL DEFAULT 0,
  retired_on INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A public place: the garage, an outer wall, the gate.
CREATE TABLE place (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  building_id INTEGER REFERENCES building (id),
  name TEXT NOT NULL DEFAULT ''
) STRICT;

-- An entry of the desk log.
CREATE TABLE visit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  at INTEGER NOT NULL DEFAULT 0,
  staff_id INTEGER REFERENCES staff (id),
  owner_id INTEGER REFERENCES staff (id),
  channel INTEGER NOT NULL DEFAULT 0,
  kind INTEGER NOT NULL DEFAULT 0,
  unit_id INTEGER REFERENCES unit (id),
  place_id INTEGER REFERENCES place (id),
  person_id INTEGER REFERENCES person (id),
  caller TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  about TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '',
  closed_at INTEGER NOT NULL DEFAULT 0,
  praised_id INTEGER REFERENCES staff (id),
  offered_id INTEGER REFERENCES staff (id),
  handing INTEGER NOT NULL DEFAULT 0,
  handing_reason TEXT NOT NULL DEFAULT '',
  link_kind INTEGER NOT NULL DEFAULT 0,
  link_id INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A message for a colleague.
CREATE TABLE memo (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  visit_id INTEGER REFERENCES visit (id),
  to_id INTEGER REFERENCES staff (id),
  staff_id INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL DEFAULT 0,
  from_name TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  unit_id INTEGER REFERENCES unit (id),
  text TEXT NOT NULL DEFAULT '',
  call_at INTEGER NOT NULL DEFAULT 0,
  read_back INTEGER NOT NULL DEFAULT 0,
  delivered_at INTEGER NOT NULL DEFAULT 0,
  answered_at INTEGER NOT NULL DEFAULT 0,
  answer TEXT NOT NULL DEFAULT ''
) STRICT;

-- A repair or a complaint.
CREATE TABLE service_case (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  number TEXT NOT NULL DEFAULT '',
  external_no TEXT NOT NULL DEFAULT '',
  kind INTEGER NOT NULL DEFAULT 0,
  category_id INTEGER REFERENCES category (id),
  urgency INTEGER NOT NULL DEFAULT 0,
  severity INTEGER NOT NULL DEFAULT 0,
  unit_id INTEGER REFERENCES unit (id),
  place_id INTEGER REFERENCES place (id),
  person_id INTEGER REFERENCES person (id),
  caller TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT '',
  visit_id INTEGER REFERENCES visit (id),
  intake_id INTEGER REFERENCES staff (id),
  owner_id INTEGER REFERENCES staff (id),
  assignee_id INTEGER REFERENCES staff (id),
  queue TEXT NOT NULL DEFAULT '',
  state INTEGER NOT NULL DEFAULT 0,
  opened_at INTEGER NOT NULL DEFAULT 0,
  response_minutes INTEGER NOT NULL DEFAULT 0,
  response_calendar_id INTEGER REFERENCES calendar (id),
  amount INTEGER NOT NULL DEFAULT 0,
  duration_unit INTEGER NOT NULL DEFAULT 0,
  calendar_id INTEGER REFERENCES calendar (id),
  promised_due INTEGER NOT NULL DEFAULT 0,
  wait_reason INTEGER NOT NULL DEFAULT 0,
  wait_until INTEGER NOT NULL DEFAULT 0,
  appointment_from INTEGER NOT NULL DEFAULT 0,
  appointment_to INTEGER NOT NULL DEFAULT 0,
  result TEXT NOT NULL DEFAULT '',
  answer INTEGER NOT NULL DEFAULT 0,
  hurried INTEGER NOT NULL DEFAULT 0,
  reopened INTEGER NOT NULL DEFAULT 0,
  drawn INTEGER NOT NULL DEFAULT 0,
  merged_into INTEGER REFERENCES service_case (id),
  warranty_verdict INTEGER NOT NULL DEFAULT 0,
  warranty_until INTEGER NOT NULL DEFAULT 0,
  warranty_denied TEXT NOT NULL DEFAULT '',
  closed_at INTEGER NOT NULL DEFAULT 0,
  building_id INTEGER REFERENCES building (id),
  entrance_id INTEGER NOT NULL DEFAULT 0,
  response_due INTEGER NOT NULL DEFAULT 0,
  responded_at INTEGER NOT NULL DEFAULT 0,
  completion_due INTEGER NOT NULL DEFAULT 0,
  done_at INTEGER NOT NULL DEFAULT 0,
  finished_due INTEGER NOT NULL DEFAULT 0,
  since INTEGER NOT NULL DEFAULT 0,
  waited INTEGER NOT NULL DEFAULT 0,
  next_due INTEGER NOT NULL DEFAULT 0,
  warn_at INTEGER NOT NULL DEFAULT 0,
  live INTEGER NOT NULL DEFAULT 0,
  order_key INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One line of the course of a case: a move, a contact, a hurry-up.
CREATE TABLE case_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  case_id INTEGER NOT NULL REFERENCES service_case (id),
  at INTEGER NOT NULL DEFAULT 0,
  kind INTEGER NOT NULL DEFAULT 0,
  move INTEGER NOT NULL DEFAULT 0,
  from_state INTEGER NOT NULL DEFAULT 0,
  to_state INTEGER NOT NULL DEFAULT 0,
  staff_id INTEGER REFERENCES staff (id),
  assignee_id INTEGER REFERENCES staff (id),
  wait_reason INTEGER NOT NULL DEFAULT 0,
  until INTEGER NOT NULL DEFAULT 0,
  answer INTEGER NOT NULL DEFAULT 0,
  other_id INTEGER REFERENCES service_case (id),
  ticks INTEGER NOT NULL DEFAULT 0,
  clamped INTEGER NOT NULL DEFAULT 0,
  text TEXT NOT NULL DEFAULT ''
) STRICT;

-- A part or labour, as quoted or as it came to be.
CREATE TABLE cost_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  case_id INTEGER NOT NULL REFERENCES service_case (id),
  kind INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  quantity INTEGER NOT NULL DEFAULT 0,
  price INTEGER NOT NULL DEFAULT 0,
  amount INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What a repair costs and how far that is agreed.
CREATE TABLE case_quote (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  case_id INTEGER NOT NULL REFERENCES service_case (id),
  state INTEGER NOT NULL DEFAULT 0,
  amount INTEGER NOT NULL DEFAULT 0,
  staff_id INTEGER REFERENCES staff (id),
  made_at INTEGER NOT NULL DEFAULT 0,
  agreed_at INTEGER NOT NULL DEFAULT 0,
  billed_id INTEGER REFERENCES staff (id),
  billed_at INTEGER NOT NULL DEFAULT 0,
  checked_id INTEGER REFERENCES staff (id),
  checked_at INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- Two records that belong together.
CREATE TABLE record_link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  from_kind INTEGER NOT NULL DEFAULT 0,
  from_id INTEGER NOT NULL DEFAULT 0,
  to_kind INTEGER NOT NULL DEFAULT 0,
  to_id INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A picture or file that goes with a record.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  of_kind INTEGER NOT NULL DEFAULT 0,
  of_id INTEGER NOT NULL DEFAULT 0,
  blob_id INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  mime TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL DEFAULT 0,
  staff_id INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX calendar_nick ON calendar (nick);
CREATE UNIQUE INDEX calendar_day_day ON calendar_day (day);
CREATE INDEX category_parent ON category (parent_id, rank, id);
CREATE INDEX place_building ON place (building_id, name);
-- The log by time; what the filters ask stands in the index.
CREATE INDEX visit_at ON visit (at, id, channel, kind, staff_id, owner_id, closed_at, offered_id, handing);
CREATE INDEX visit_open ON visit (at, id) WHERE closed_at = 0;
CREATE INDEX visit_unit ON visit (unit_id, at) WHERE unit_id IS NOT NULL;
CREATE INDEX visit_person ON visit (person_id, at) WHERE person_id IS NOT NULL;
CREATE INDEX visit_phone ON visit (phone, at) WHERE phone <> '';
CREATE INDEX memo_visit ON memo (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX memo_open ON memo (to_id, call_at) WHERE answered_at = 0;
-- Live cases (not closed, not cancelled) are few: their lists, filters and counts come from one small index. The closed
-- ones have theirs in the order they are read in.
CREATE INDEX case_live ON service_case (kind, order_key, id, state, next_due, warn_at, assignee_id, building_id, entrance_id, owner_id, urgency)
  WHERE live = 1;
CREATE INDEX case_order ON service_case (kind, live, order_key, id, building_id);
CREATE INDEX case_assignee ON service_case (assignee_id, id) WHERE live = 1;
CREATE INDEX case_unit ON service_case (unit_id, opened_at, category_id, state) WHERE unit_id IS NOT NULL;
CREATE INDEX case_place ON service_case (place_id, opened_at) WHERE place_id IS NOT NULL;
CREATE INDEX case_person ON service_case (person_id, opened_at) WHERE person_id IS NOT NULL;
CREATE INDEX case_visit ON service_case (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX case_merged ON service_case (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX case_wait ON service_case (wait_until, id) WHERE wait_until <> 0;
CREATE INDEX case_done ON service_case (done_at, id) WHERE state = 6;
CREATE INDEX case_category ON service_case (category_id);
CREATE INDEX case_external ON service_case (external_no) WHERE external_no <> '';
CREATE UNIQUE INDEX case_number ON service_case (number);
CREATE INDEX case_event_case ON case_event (case_id, at, id);
CREATE INDEX case_event_other ON case_event (other_id) WHERE other_id IS NOT NULL;
CREATE INDEX cost_line_case ON cost_line (case_id, id);
CREATE INDEX case_quote_case ON case_quote (case_id, id);
CREATE INDEX record_link_from ON record_link (from_kind, from_id);
CREATE INDEX record_link_to ON record_link (to_kind, to_id);
CREATE INDEX attachment_of ON attachment (of_kind, of_id, id);

-- Files, each once (design.md, rule 10).
CREATE TABLE blob (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 BLOB NOT NULL UNIQUE,
  mime TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX attachment_blob ON attachment (blob_id);
