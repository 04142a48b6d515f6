-- Bills that wait for a second person; those that were checked have theirs since 0011.
CREATE INDEX case_quote_billed ON case_quote (billed_at, id, state) WHERE state = 4;
-- What is open in a unit: the room wall reads it for a whole building.
CREATE INDEX case_unit_live ON service_case (unit_id, kind, state, next_due, live) WHERE live = 1;
