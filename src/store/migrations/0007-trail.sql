-- The trail as a list: by time, and by whom, about what and by which act, out of this index alone.
CREATE INDEX trail_list ON trail (at, id, staff_id, kind, use_case);

-- A person whose values were erased on request: nobody finds them, their place in the house's past stays.
ALTER TABLE person ADD COLUMN erased_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX person_erased ON person (erased_at) WHERE erased_at <> 0;
