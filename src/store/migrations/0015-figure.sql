-- What supervisors watch: sums of the cases opened in a month, by month, category, person and building. They are kept with the
-- cases, in one transaction (desk-figure-book.c), so that no list of a million is counted.
CREATE TABLE case_figure (
  kind INTEGER NOT NULL,
  slice INTEGER NOT NULL,
  of_id INTEGER NOT NULL,
  month INTEGER NOT NULL,
  opened INTEGER NOT NULL DEFAULT 0,
  timed INTEGER NOT NULL DEFAULT 0,
  responded INTEGER NOT NULL DEFAULT 0,
  done INTEGER NOT NULL DEFAULT 0,
  due INTEGER NOT NULL DEFAULT 0,
  on_time INTEGER NOT NULL DEFAULT 0,
  ended INTEGER NOT NULL DEFAULT 0,
  reopened INTEGER NOT NULL DEFAULT 0,
  drawn INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0,
  passed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, slice, of_id, month)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_opened ON service_case (kind, opened_at, id);
