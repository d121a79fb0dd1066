-- Folded from the log alone; `rebuild` gives an equal digest of every one. A record is the domain's, as JSON; a column
-- beside it exists because a query or a constraint needs it.
-- Ids are UUIDv7: what is recent is a range of the primary key. Every index costs each commit that changes its columns
-- a page, so there are few; tables of short rows are WITHOUT ROWID.
CREATE TABLE tickets (
  id         TEXT PRIMARY KEY,
  public_id  TEXT NOT NULL,
  service_id TEXT NOT NULL,
  patient_id TEXT,
  is_open    INTEGER NOT NULL,
  record     TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX tickets_by_public_id ON tickets (public_id);
CREATE INDEX tickets_by_patient ON tickets (patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX tickets_open ON tickets (is_open) WHERE is_open = 1;
-- Nobody stands twice in one service's queue.
CREATE UNIQUE INDEX tickets_one_open_per_patient ON tickets (service_id, patient_id)
  WHERE is_open = 1 AND patient_id IS NOT NULL;

CREATE TABLE service_points (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE calls (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE help (id TEXT PRIMARY KEY, is_open INTEGER NOT NULL, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX help_open ON help (is_open) WHERE is_open = 1;

-- The id begins with the business day.
CREATE TABLE ordinals (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE tills (id TEXT PRIMARY KEY, is_open INTEGER NOT NULL, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX tills_open ON tills (is_open) WHERE is_open = 1;

CREATE TABLE charges (
  id         TEXT PRIMARY KEY,
  ticket_id  TEXT NOT NULL,
  patient_id TEXT,
  is_paid    INTEGER NOT NULL,
  record     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX charges_by_ticket ON charges (ticket_id);
CREATE INDEX charges_by_patient ON charges (patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX charges_unpaid ON charges (is_paid) WHERE is_paid = 0;

CREATE TABLE payments (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE series (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Patients that this clinic registered or changed, opened. An erased one keeps its id, so that it never comes back.
CREATE TABLE patients (
  id                 TEXT PRIMARY KEY,
  birth_date         TEXT,
  central_patient_id TEXT,
  provisional        INTEGER NOT NULL,
  erased             INTEGER NOT NULL,
  changed_seq        INTEGER NOT NULL,
  details            TEXT NOT NULL
) STRICT;
CREATE INDEX patients_by_birth_date ON patients (birth_date) WHERE birth_date IS NOT NULL;
CREATE INDEX patients_by_central_id ON patients (central_patient_id) WHERE central_patient_id IS NOT NULL;

CREATE TABLE patient_identifiers (
  kind       TEXT NOT NULL,
  value      TEXT NOT NULL,
  patient_id TEXT NOT NULL,
  PRIMARY KEY (kind, value, patient_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX patient_identifiers_by_patient ON patient_identifiers (patient_id);

-- The ticket that an appointment was checked in with.
CREATE TABLE checked_in_appointments (
  appointment_id TEXT PRIMARY KEY,
  ticket_id      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The first answer of every accepted command: ids and queue facts. The keyed hash of the command's body is the box's
-- own memory and no part of the projection: it is absent after a rebuild.
CREATE TABLE answers (
  command_id TEXT PRIMARY KEY,
  epoch      INTEGER NOT NULL,
  seq        INTEGER NOT NULL,
  actor      TEXT NOT NULL,
  result     TEXT NOT NULL,
  body_hash  BLOB
) STRICT, WITHOUT ROWID;

-- What one side asked of the other, and what became of it.
CREATE TABLE requests (
  id       TEXT PRIMARY KEY,
  kind     TEXT NOT NULL,
  ours     INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  accepted INTEGER,
  code     TEXT
) STRICT;

-- A refusal of the other side that a person has to look at.
CREATE TABLE work_items (
  id   TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  at   INTEGER NOT NULL
) STRICT;

-- One row: the clinic as the log knows it.
CREATE TABLE clinic (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  clinic_id     TEXT NOT NULL,
  code          TEXT NOT NULL,
  version       INTEGER NOT NULL,
  configuration TEXT,
  clock_frozen  INTEGER NOT NULL
) STRICT;
