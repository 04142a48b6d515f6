-- The day's draw of callbacks: a row for each category with its figure, and behind it everything it was drawn from.
CREATE TABLE callback_draw (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  day INTEGER NOT NULL DEFAULT 0,
  period INTEGER NOT NULL DEFAULT 0,
  category_id INTEGER REFERENCES category (id),
  callback_share INTEGER NOT NULL DEFAULT 0,
  population INTEGER NOT NULL DEFAULT 0,
  taken INTEGER NOT NULL DEFAULT 0,
  period_population INTEGER NOT NULL DEFAULT 0,
  period_taken INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE callback_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  draw_id INTEGER NOT NULL REFERENCES callback_draw (id),
  case_id INTEGER NOT NULL REFERENCES service_case (id),
  done_at INTEGER NOT NULL DEFAULT 0,
  draw_key TEXT NOT NULL DEFAULT '',
  taken INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX callback_draw_day ON callback_draw (day, category_id, id);
CREATE INDEX callback_draw_period ON callback_draw (period, category_id, population, taken);
CREATE UNIQUE INDEX callback_line_case ON callback_line (case_id, done_at);
CREATE INDEX callback_line_draw ON callback_line (draw_id, draw_key, id);

-- How often nobody answered, and when to call again.
ALTER TABLE service_case ADD COLUMN call_tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE service_case ADD COLUMN call_again INTEGER NOT NULL DEFAULT 0;

-- What a supervisor closed before its draw belongs to what was drawn from.
CREATE INDEX case_closed_done ON service_case (done_at, id, state, external_no) WHERE state = 8 AND external_no = '';
