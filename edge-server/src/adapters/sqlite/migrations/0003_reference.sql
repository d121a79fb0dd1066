-- What the centre owns, as its feed brought it: outside the log. What a decision uses of it is copied into the log.
CREATE TABLE reference_patients (
  id         TEXT PRIMARY KEY,
  birth_date TEXT,
  -- Up to where the centre had our rows when it sent this: an older change of ours is in it already.
  known_seq  INTEGER NOT NULL,
  details    TEXT NOT NULL
) STRICT;
CREATE INDEX reference_patients_by_birth_date ON reference_patients (birth_date) WHERE birth_date IS NOT NULL;

CREATE TABLE reference_identifiers (
  kind       TEXT NOT NULL,
  value      TEXT NOT NULL,
  patient_id TEXT NOT NULL,
  PRIMARY KEY (kind, value, patient_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_identifiers_by_patient ON reference_identifiers (patient_id);

CREATE TABLE reference_appointments (
  id         TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL,
  service_id TEXT NOT NULL,
  at         INTEGER NOT NULL,
  minutes    INTEGER NOT NULL,
  status     TEXT NOT NULL
) STRICT;
CREATE INDEX reference_appointments_by_time ON reference_appointments (at);
CREATE INDEX reference_appointments_by_patient ON reference_appointments (patient_id, at);

CREATE TABLE reference_prices (
  service_id   TEXT PRIMARY KEY,
  amount_minor INTEGER NOT NULL,
  currency     TEXT NOT NULL,
  version      INTEGER NOT NULL
) STRICT;

CREATE TABLE reference_staff (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  roles    TEXT NOT NULL,
  pin_hash TEXT NOT NULL,
  active   INTEGER NOT NULL
) STRICT;

CREATE TABLE reference_keys (name TEXT PRIMARY KEY, public_key BLOB NOT NULL) STRICT;

-- An item of the feed that could not be applied; those behind it went on.
CREATE TABLE feed_failures (
  number INTEGER PRIMARY KEY,
  kind   TEXT NOT NULL,
  id     TEXT NOT NULL,
  code   TEXT NOT NULL,
  at     INTEGER NOT NULL
) STRICT;

-- How far the two directions of the relay are.
CREATE TABLE relay (
  id                 INTEGER PRIMARY KEY CHECK (id = 1),
  feed_number        INTEGER NOT NULL,
  acknowledged_epoch INTEGER NOT NULL,
  acknowledged_seq   INTEGER NOT NULL
) STRICT;
INSERT INTO relay VALUES (1, 0, 0, 0);
