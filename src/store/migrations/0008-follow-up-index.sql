-- Schema 8: the orders of open follow-ups hold what their condition names, so that lists and counts come from the index
-- alone: SQLite asks a partial index's own condition of the row again.

DROP INDEX follow_up_owner;
DROP INDEX follow_up_role;
DROP INDEX follow_up_building;
DROP INDEX follow_up_due;
DROP INDEX follow_up_hand;

CREATE INDEX follow_up_owner ON follow_up (owner_id, due_at, id, building_id, entrance_id, state) WHERE state = 1;
CREATE INDEX follow_up_role ON follow_up (owner_role, due_at, id, building_id, entrance_id, state) WHERE state = 1;
CREATE INDEX follow_up_building ON follow_up (building_id, due_at, id, entrance_id, state) WHERE state = 1;
CREATE INDEX follow_up_due ON follow_up (due_at, id, building_id, entrance_id, state) WHERE state = 1;
CREATE INDEX follow_up_hand ON follow_up (due_at, id, owner_id, owner_role, building_id, entrance_id, state, hand)
  WHERE state = 1 AND hand = 1;
