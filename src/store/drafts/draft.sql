-- <store>.drafts: what somebody typed and has not saved.
CREATE TABLE draft (
  staff_id INTEGER NOT NULL,
  form TEXT NOT NULL,
  request_key TEXT NOT NULL,
  title TEXT NOT NULL,
  version INTEGER NOT NULL,
  words TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (staff_id, form)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 1;
