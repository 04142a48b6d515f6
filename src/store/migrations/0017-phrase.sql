-- Canned wording with variables, by what it is for and by category.
CREATE TABLE phrase (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL DEFAULT '',
  scope INTEGER NOT NULL DEFAULT 0,
  category_id INTEGER REFERENCES category (id),
  words TEXT NOT NULL DEFAULT '',
  rank INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX phrase_name ON phrase (name);
CREATE INDEX phrase_category ON phrase (category_id);
