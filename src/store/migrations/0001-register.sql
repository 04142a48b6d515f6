-- Schema 1: the spine (settings, counters, staff, acts, trail) and the register (community … instructions).
-- Ids are never reused (AUTOINCREMENT). Days are yyyymmdd with 0 = none, times Unix seconds, areas 0.01 m²,
-- shares millionths; enumerations are the numbers of desk-kind.h. Texts are '' when empty, references NULL.

CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE counter (
  name TEXT NOT NULL PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  roles INTEGER NOT NULL,
  left_on INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One use case carried out. The request key is taken here, once.
CREATE TABLE act (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  use_case TEXT NOT NULL,
  request_key TEXT UNIQUE,
  kind INTEGER NOT NULL,
  record_id INTEGER NOT NULL,
  undoes INTEGER REFERENCES act (id),
  undone_by INTEGER REFERENCES act (id)
) STRICT;

-- One row per record per act, chained by hash (design.md, rule 6; bytes in HACKING.md).
CREATE TABLE trail (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  act_id INTEGER NOT NULL REFERENCES act (id),
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL,
  use_case TEXT NOT NULL,
  kind INTEGER NOT NULL,
  record_id INTEGER NOT NULL,
  salt BLOB NOT NULL,
  changes TEXT NOT NULL,
  digest BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX trail_record ON trail (kind, record_id);
CREATE INDEX trail_act ON trail (act_id);

-- What a batch made ('') or changed: its trail row holds only count and digest.
CREATE TABLE act_item (
  act_id INTEGER NOT NULL REFERENCES act (id),
  seq INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  record_id INTEGER NOT NULL,
  changes TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (act_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX act_item_record ON act_item (kind, record_id);

-- Which unit or person a trail row tells something about, and since when it holds.
CREATE TABLE timeline (
  kind INTEGER NOT NULL,
  record_id INTEGER NOT NULL,
  happened_at INTEGER NOT NULL,
  trail_id INTEGER NOT NULL REFERENCES trail (id),
  PRIMARY KEY (kind, record_id, happened_at, trail_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE community (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  address TEXT NOT NULL DEFAULT '',
  developer TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE building (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  community_id INTEGER NOT NULL REFERENCES community (id),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
  name TEXT NOT NULL DEFAULT '',
  floors INTEGER NOT NULL DEFAULT 0 CHECK (floors BETWEEN 0 AND 200),
  accepted_on INTEGER NOT NULL DEFAULT 0,
  sort_key TEXT NOT NULL DEFAULT '',
  UNIQUE (community_id, code)
) STRICT;

CREATE TABLE entrance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  building_id INTEGER NOT NULL REFERENCES building (id),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
  sort_key TEXT NOT NULL DEFAULT '',
  UNIQUE (building_id, code),
  UNIQUE (building_id, id)
) STRICT;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  community_id INTEGER NOT NULL REFERENCES community (id),
  building_id INTEGER REFERENCES building (id),
  entrance_id INTEGER,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
  floor INTEGER NOT NULL DEFAULT 0 CHECK (floor BETWEEN -20 AND 200),
  room TEXT NOT NULL CHECK (length(room) BETWEEN 1 AND 20),
  built_area INTEGER NOT NULL DEFAULT 0 CHECK (built_area BETWEEN 0 AND 99999999),
  inner_area INTEGER NOT NULL DEFAULT 0 CHECK (inner_area BETWEEN 0 AND 99999999),
  state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 7),
  state_since INTEGER NOT NULL DEFAULT 0,
  delivered_on INTEGER NOT NULL DEFAULT 0,
  deemed_on INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  building_code TEXT NOT NULL DEFAULT '',
  entrance_code TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL UNIQUE,
  label_key TEXT NOT NULL UNIQUE,
  sort_key TEXT NOT NULL,
  CHECK (entrance_id IS NULL OR building_id IS NOT NULL),
  FOREIGN KEY (building_id, entrance_id) REFERENCES entrance (building_id, id)
) STRICT;
-- The orders of the list of units: each holds what its filters ask, so that the ids come from the index alone.
CREATE INDEX unit_order ON unit (sort_key, id, state, kind, building_id);
CREATE INDEX unit_order_state ON unit (state, sort_key, id, kind, building_id);
CREATE INDEX unit_order_area ON unit (built_area, sort_key, id, state, kind, building_id);
CREATE INDEX unit_building ON unit (building_id, sort_key);
CREATE INDEX unit_entrance ON unit (entrance_id);

CREATE TABLE unit_state (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 7),
  from_day INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX unit_state_unit ON unit_state (unit_id, from_day);

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 2),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  pinyin TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  merged_into INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX person_name ON person (name);
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;

-- Where a person stands in a list by name: the collator's key, rebuilt when its version changes.
CREATE TABLE person_order (
  person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  sort_key BLOB NOT NULL
) STRICT;
CREATE INDEX person_order_key ON person_order (sort_key, person_id);

CREATE TABLE phone (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
  number TEXT NOT NULL CHECK (length(number) BETWEEN 3 AND 40),
  rank INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX phone_person ON phone (person_id, rank);
CREATE INDEX phone_number ON phone (number);

CREATE TABLE document (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5),
  number TEXT NOT NULL CHECK (length(number) BETWEEN 4 AND 40),
  last4 TEXT NOT NULL,
  removed_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX document_person ON document (person_id);
CREATE INDEX document_number ON document (number);

CREATE TABLE occupancy (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  role INTEGER NOT NULL CHECK (role BETWEEN 1 AND 6),
  share INTEGER NOT NULL DEFAULT 0 CHECK (share BETWEEN 0 AND 1000000),
  relation TEXT NOT NULL DEFAULT '',
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  CHECK (to_day = 0 OR to_day > from_day)
) STRICT;
CREATE INDEX occupancy_unit ON occupancy (unit_id, role, from_day, to_day, person_id);
CREATE INDEX occupancy_person ON occupancy (person_id, from_day, to_day, role, unit_id);

CREATE TABLE vehicle (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER REFERENCES person (id),
  unit_id INTEGER REFERENCES unit (id),
  plate TEXT NOT NULL CHECK (length(plate) BETWEEN 1 AND 20),
  description TEXT NOT NULL DEFAULT '',
  from_day INTEGER NOT NULL DEFAULT 0,
  to_day INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  CHECK (to_day = 0 OR to_day > from_day)
) STRICT;
CREATE INDEX vehicle_unit ON vehicle (unit_id);
CREATE INDEX vehicle_person ON vehicle (person_id);

CREATE TABLE space_lease (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  space_id INTEGER NOT NULL REFERENCES unit (id),
  unit_id INTEGER REFERENCES unit (id),
  person_id INTEGER REFERENCES person (id),
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  CHECK (to_day = 0 OR to_day > from_day)
) STRICT;
CREATE INDEX space_lease_space ON space_lease (space_id, from_day);
CREATE INDEX space_lease_unit ON space_lease (unit_id);
CREATE INDEX space_lease_person ON space_lease (person_id);

CREATE TABLE care_flag (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
  note TEXT NOT NULL DEFAULT '',
  from_day INTEGER NOT NULL DEFAULT 0,
  to_day INTEGER NOT NULL DEFAULT 0,
  CHECK (to_day = 0 OR to_day > from_day)
) STRICT;
CREATE INDEX care_flag_unit ON care_flag (unit_id, from_day, to_day, kind);

CREATE TABLE instruction (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
  text TEXT NOT NULL DEFAULT '',
  from_day INTEGER NOT NULL DEFAULT 0,
  to_day INTEGER NOT NULL DEFAULT 0,
  CHECK (to_day = 0 OR to_day > from_day)
) STRICT;
CREATE INDEX instruction_unit ON instruction (unit_id);

-- Suffix keys of everything that is searched while typing (desk-search-key.h); written with the record.
-- The order is that of the look-ups: each reason of each kind is one range, so that a
-- bounded scan of it gives the first of its kind and no other kind crowds them out.
CREATE TABLE search_key (
  kind INTEGER NOT NULL,
  why INTEGER NOT NULL,
  key TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  PRIMARY KEY (kind, why, key, record_id)
) STRICT, WITHOUT ROWID;

-- How somebody mapped the columns of a sheet with these headings.
CREATE TABLE import_layout (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  import INTEGER NOT NULL,
  signature TEXT NOT NULL,
  columns TEXT NOT NULL,
  UNIQUE (staff_id, import, signature)
) STRICT;
