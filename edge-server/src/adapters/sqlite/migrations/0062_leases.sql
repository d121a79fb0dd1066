-- What this clinic may use of what it shares with others, and what of it was used: without a line, too. Folded from the log.
CREATE TABLE leases (
  id         TEXT PRIMARY KEY,
  pool_id    TEXT NOT NULL,
  service_id TEXT NOT NULL,
  is_ended   INTEGER NOT NULL,
  record     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX leases_by_end ON leases (is_ended);
CREATE INDEX leases_by_pool ON leases (pool_id);
CREATE INDEX leases_by_service ON leases (service_id);
