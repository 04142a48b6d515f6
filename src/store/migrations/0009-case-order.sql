-- Closed cases have an order of their own, so that the small index of those that are live is the only one for them. Each
-- of these holds what its condition asks, too: only then does SQLite answer from the index alone.
DROP INDEX case_order;
DROP INDEX case_live;
DROP INDEX visit_open;
CREATE INDEX case_live ON service_case (kind, order_key, id, state, next_due, warn_at, assignee_id, building_id, entrance_id, owner_id, urgency, live)
  WHERE live = 1;
CREATE INDEX case_closed ON service_case (kind, order_key, id, building_id, live) WHERE live = 0;
CREATE INDEX visit_open ON visit (at, id, closed_at, offered_id) WHERE closed_at = 0;
