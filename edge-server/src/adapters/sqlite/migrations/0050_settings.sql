-- Settings that were changed at the clinic while the edge ran: folded from the log.
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
