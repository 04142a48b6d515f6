-- People who work here: the parts of the community they answer for, and what they sign in with.

CREATE TABLE staff_scope (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  building_id INTEGER NOT NULL REFERENCES building (id),
  entrance_id INTEGER,
  FOREIGN KEY (building_id, entrance_id) REFERENCES entrance (building_id, id)
) STRICT;
CREATE INDEX staff_scope_staff ON staff_scope (staff_id);
CREATE INDEX staff_scope_building ON staff_scope (building_id, entrance_id);

-- Argon2id strings ('' none) and the wrong tries in a row. No record: none of it stands in the trail.
CREATE TABLE staff_secret (
  staff_id INTEGER PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
  password TEXT NOT NULL DEFAULT '',
  pin TEXT NOT NULL DEFAULT '',
  must_change INTEGER NOT NULL DEFAULT 0,
  password_failures INTEGER NOT NULL DEFAULT 0,
  password_failed_at INTEGER NOT NULL DEFAULT 0,
  pin_failures INTEGER NOT NULL DEFAULT 0,
  pin_failed_at INTEGER NOT NULL DEFAULT 0
) STRICT;
