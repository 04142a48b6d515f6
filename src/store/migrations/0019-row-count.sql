-- How many there are of what lists count whole: log entries, and of each kind of cases those that are closed. Kept with the
-- records, so that no filter counts a million for its chip.
CREATE TABLE row_count (
  kind INTEGER NOT NULL,
  part INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (kind, part)
) STRICT, WITHOUT ROWID;
INSERT INTO row_count (kind, part, n) SELECT 24, 0, count(*) FROM visit;
INSERT INTO row_count (kind, part, n) SELECT 26, 1, count(*) FROM service_case WHERE kind = 1 AND live = 0;
INSERT INTO row_count (kind, part, n) SELECT 26, 2, count(*) FROM service_case WHERE kind = 2 AND live = 0;
