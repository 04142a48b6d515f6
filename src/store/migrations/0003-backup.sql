-- Schema 3: what a backup says of itself. A backup has one row more than the store it was taken of; a store that was
-- restored keeps the rows, so that it says where it came from.

CREATE TABLE backup_mark (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  store_id TEXT NOT NULL,
  act_id INTEGER NOT NULL,   -- the last act it holds
  trail_id INTEGER NOT NULL, -- the head of the trail and its hash
  head BLOB NOT NULL,
  counts TEXT NOT NULL       -- of every table: its name, a blank, its rows, a semicolon
) STRICT;
