-- Schema 6: follow-ups (domain.md, Follow-ups).
-- told_due and tell_at are the program's own: which due time somebody was told for, and when to tell next (0 never).

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  topic INTEGER NOT NULL,
  about_kind INTEGER NOT NULL DEFAULT 0,
  about_id INTEGER NOT NULL DEFAULT 0,
  unit_id INTEGER REFERENCES unit (id),
  person_id INTEGER REFERENCES person (id),
  due_at INTEGER NOT NULL,
  owner_id INTEGER REFERENCES staff (id),
  owner_role INTEGER NOT NULL DEFAULT 0,
  building_id INTEGER REFERENCES building (id),
  entrance_id INTEGER REFERENCES entrance (id),
  note TEXT NOT NULL DEFAULT '',
  repeat_every INTEGER NOT NULL DEFAULT 0,
  urgent INTEGER NOT NULL DEFAULT 0,
  state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 2),
  handed_by INTEGER REFERENCES staff (id),
  hand INTEGER NOT NULL DEFAULT 0,
  hand_note TEXT NOT NULL DEFAULT '',
  rule INTEGER NOT NULL DEFAULT 0,
  rule_day INTEGER NOT NULL DEFAULT 0,
  done_at INTEGER NOT NULL DEFAULT 0,
  done_by INTEGER REFERENCES staff (id),
  told_due INTEGER NOT NULL DEFAULT 0,
  tell_at INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The one timer reads the first entry of this one; whose it is stands in it.
CREATE INDEX follow_up_tell ON follow_up (tell_at, id, owner_id, owner_role, building_id, entrance_id) WHERE tell_at > 0;

-- What is open, by due time: of a person, of a role, of a building, of everybody.
CREATE INDEX follow_up_owner ON follow_up (owner_id, due_at, id, building_id, entrance_id) WHERE state = 1;
CREATE INDEX follow_up_role ON follow_up (owner_role, due_at, id, building_id, entrance_id) WHERE state = 1;
CREATE INDEX follow_up_building ON follow_up (building_id, due_at, id, entrance_id) WHERE state = 1;
CREATE INDEX follow_up_due ON follow_up (due_at, id, building_id, entrance_id) WHERE state = 1;
CREATE INDEX follow_up_hand ON follow_up (due_at, id, owner_id, owner_role, building_id, entrance_id)
  WHERE state = 1 AND hand = 1;

CREATE INDEX follow_up_unit ON follow_up (unit_id, state, due_at);
CREATE INDEX follow_up_person ON follow_up (person_id, state, due_at);
CREATE INDEX follow_up_rule ON follow_up (rule, about_id, rule_day, state) WHERE rule > 0;

-- What rules look for: what ends on a day.
CREATE INDEX space_lease_end ON space_lease (to_day) WHERE to_day > 0;
CREATE INDEX instruction_end ON instruction (to_day) WHERE to_day > 0;
