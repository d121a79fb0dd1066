-- Live check-in codes that were used: each is good once, so a used one is known for as long as the log is. Folded from it.
CREATE TABLE used_live_codes (
  code_id TEXT PRIMARY KEY,
  appointment_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  identification_id TEXT
) STRICT, WITHOUT ROWID;
