-- What a complaint has besides its case, and its stages, each signed off by somebody.
CREATE TABLE complaint (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  case_id INTEGER NOT NULL REFERENCES service_case (id),
  department TEXT NOT NULL DEFAULT '',
  finding INTEGER NOT NULL DEFAULT 0,
  cause TEXT NOT NULL DEFAULT '',
  remedy TEXT NOT NULL DEFAULT '',
  goodwill INTEGER NOT NULL DEFAULT 0,
  letter TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE complaint_stage (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  case_id INTEGER NOT NULL REFERENCES service_case (id),
  rank INTEGER NOT NULL DEFAULT 0,
  stage INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL DEFAULT 0,
  signed_at INTEGER NOT NULL DEFAULT 0,
  staff_id INTEGER REFERENCES staff (id),
  text TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE UNIQUE INDEX complaint_case ON complaint (case_id);
CREATE INDEX complaint_stage_case ON complaint_stage (case_id, rank, id, signed_at, due_at, stage);
ALTER TABLE case_event ADD COLUMN stage INTEGER NOT NULL DEFAULT 0;
ALTER TABLE case_event ADD COLUMN severity INTEGER NOT NULL DEFAULT 0;

-- Group complaints: the same building and category within some days.
CREATE INDEX complaint_group ON service_case (building_id, category_id, opened_at, id, state, kind) WHERE kind = 2;
CREATE INDEX complaint_group_live ON service_case (building_id, category_id, opened_at, id, kind, live) WHERE kind = 2 AND live = 1;
