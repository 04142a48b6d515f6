-- Somebody's own ways to narrow a list, by name; the pinned ones stand in their sidebar.
CREATE TABLE saved_filter (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  list_name TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  form TEXT NOT NULL DEFAULT '',
  pinned INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX saved_filter_staff ON saved_filter (staff_id, list_name, name, id);
