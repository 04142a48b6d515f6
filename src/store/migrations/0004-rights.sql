-- What was changed of the matrix of rights a new store begins with, and requests that wait for somebody who may approve.

CREATE TABLE right_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL,
  role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 5),
  level TEXT NOT NULL,
  UNIQUE (code, role)
) STRICT;

CREATE TABLE request (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  use_case TEXT NOT NULL,
  code TEXT NOT NULL,
  kind INTEGER NOT NULL DEFAULT 0,
  record_id INTEGER NOT NULL DEFAULT 0,
  input TEXT NOT NULL DEFAULT '',
  state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4),
  decided_by INTEGER REFERENCES staff (id),
  decided_at INTEGER NOT NULL DEFAULT 0,
  answer TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX request_state ON request (state, at);
CREATE INDEX request_staff ON request (staff_id, state);
