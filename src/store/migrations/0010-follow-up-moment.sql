-- What rules find at a moment: a follow-up knows which, and rules look along indexes of what is open and what is live.

ALTER TABLE follow_up ADD COLUMN rule_at INTEGER NOT NULL DEFAULT 0;

DROP INDEX follow_up_rule;
CREATE INDEX follow_up_rule ON follow_up (rule, about_id, rule_day, rule_at, owner_id, hand) WHERE rule > 0;
CREATE INDEX follow_up_ruled ON follow_up (rule, id, about_id, rule_day, rule_at, owner_id, hand, state)
  WHERE rule > 0 AND state = 1;

-- The one timer reads the first entry after now of these, too.
CREATE INDEX case_warning ON service_case (warn_at, id, live) WHERE live = 1 AND warn_at > 0;
CREATE INDEX case_due ON service_case (next_due, id, live) WHERE live = 1 AND next_due > 0;

CREATE INDEX case_appointment ON service_case (appointment_from, id) WHERE live = 1 AND appointment_from > 0;
CREATE INDEX case_severe ON service_case (kind, id) WHERE live = 1 AND severity > 1;
CREATE INDEX case_callback ON service_case (id) WHERE state = 7;
CREATE INDEX memo_waiting ON memo (id) WHERE answered_at = 0;
CREATE INDEX visit_enquiry ON visit (at, id) WHERE closed_at = 0 AND kind = 2 AND link_id = 0;
