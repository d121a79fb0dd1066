-- Which forms were answered for a ticket, and where its patient waits because of it: it survives a restart.
CREATE TABLE ticket_forms (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- What was said in them, for staff to read; it goes with the person whom it is of.
CREATE TABLE form_responses (
  id        TEXT PRIMARY KEY,
  ticket_id TEXT NOT NULL,
  form_id   TEXT NOT NULL,
  version   INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  seq       INTEGER NOT NULL,
  content   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX form_responses_of_ticket ON form_responses (ticket_id);
