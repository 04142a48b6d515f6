-- Known outages: the parent incident, the buildings it reaches (none: all), and the entries of the log that hang on it.
CREATE TABLE outage (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  topic INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL DEFAULT '',
  buildings TEXT NOT NULL DEFAULT '',
  begun_at INTEGER NOT NULL DEFAULT 0,
  expected_at INTEGER NOT NULL DEFAULT 0,
  script TEXT NOT NULL DEFAULT '',
  staff_id INTEGER REFERENCES staff (id),
  ended_at INTEGER NOT NULL DEFAULT 0,
  ended_by INTEGER REFERENCES staff (id),
  ending TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE outage_building (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  outage_id INTEGER NOT NULL REFERENCES outage (id),
  building_id INTEGER NOT NULL REFERENCES building (id)
) STRICT;

CREATE TABLE outage_call (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  outage_id INTEGER NOT NULL REFERENCES outage (id),
  visit_id INTEGER NOT NULL REFERENCES visit (id),
  told_at INTEGER NOT NULL DEFAULT 0,
  told_by INTEGER REFERENCES staff (id)
) STRICT;

CREATE INDEX outage_begun ON outage (begun_at, id, ended_at);
CREATE INDEX outage_running ON outage (begun_at, id, ended_at, buildings) WHERE ended_at = 0;
CREATE UNIQUE INDEX outage_building_of ON outage_building (outage_id, building_id);
CREATE INDEX outage_building_building ON outage_building (building_id, outage_id);
CREATE UNIQUE INDEX outage_call_of ON outage_call (outage_id, visit_id);
CREATE INDEX outage_call_untold ON outage_call (outage_id, told_at) WHERE told_at = 0;
CREATE INDEX outage_call_visit ON outage_call (visit_id, outage_id);

-- What hangs on an outage waits for its end, not for a summary.
DROP INDEX visit_open;
CREATE INDEX visit_open ON visit (at, id, closed_at, offered_id, link_kind) WHERE closed_at = 0;
-- Of two that serve alike SQLite takes the later one.
DROP INDEX visit_enquiry;
CREATE INDEX visit_enquiry ON visit (at, id) WHERE closed_at = 0 AND kind = 2 AND link_id = 0;
