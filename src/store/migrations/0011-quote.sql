-- What a quote came to stands in the course of its case; bills that a second person has checked wait for the unit's account.
ALTER TABLE case_event ADD COLUMN quote_state INTEGER NOT NULL DEFAULT 0;
ALTER TABLE case_event ADD COLUMN money INTEGER NOT NULL DEFAULT 0;
CREATE INDEX case_quote_checked ON case_quote (checked_at, id, state) WHERE state = 5;
