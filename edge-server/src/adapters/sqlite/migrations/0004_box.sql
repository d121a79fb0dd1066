-- What this box alone knows, beside the log and lost with it.

-- For the auditor; and a repeat of a refused command gets the same refusal.
CREATE TABLE refusals (
  number     INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,
  actor      TEXT NOT NULL,
  command    TEXT NOT NULL,
  command_id TEXT NOT NULL,
  code       TEXT NOT NULL,
  status     INTEGER NOT NULL,
  body_hash  BLOB NOT NULL,
  answer     TEXT NOT NULL
) STRICT;
CREATE INDEX refusals_by_command ON refusals (command_id);

-- Who looked at a patient's record.
CREATE TABLE access_log (
  number     INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,
  actor      TEXT NOT NULL,
  patient_id TEXT NOT NULL,
  purpose    TEXT NOT NULL
) STRICT;
CREATE INDEX access_log_by_patient ON access_log (patient_id);

CREATE TABLE devices (
  id               TEXT PRIMARY KEY,
  name             TEXT NOT NULL,
  role             TEXT NOT NULL,
  service_point_id TEXT,
  token_hash       BLOB NOT NULL UNIQUE,
  loopback_only    INTEGER NOT NULL,
  enrolled_at      INTEGER NOT NULL,
  revoked          INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
  token_hash       BLOB PRIMARY KEY,
  staff_id         TEXT NOT NULL,
  device_id        TEXT,
  service_point_id TEXT,
  roles            TEXT NOT NULL,
  expires_at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE pin_failures (
  staff_id     TEXT PRIMARY KEY,
  failures     INTEGER NOT NULL,
  locked_until INTEGER
) STRICT, WITHOUT ROWID;
