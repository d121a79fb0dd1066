-- The truth: one append-only log, and beside it the keys that its personal data is sealed under. ADR 0002.
-- A database holds one clinic and `seq` goes on over its epochs, so that the primary key alone makes
-- (clinic_id, epoch, seq) unique; a second index would cost every commit a page.
CREATE TABLE log (
  seq          INTEGER PRIMARY KEY,
  clinic_id    TEXT    NOT NULL,
  epoch        INTEGER NOT NULL CHECK (epoch >= 1),
  id           TEXT    NOT NULL,
  type         TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  business_day TEXT    NOT NULL,
  actor        TEXT    NOT NULL,
  command_id   TEXT,
  body         TEXT    NOT NULL,
  subject_id   TEXT,
  sealed       BLOB,
  prev_hash    BLOB    NOT NULL CHECK (length(prev_hash) = 32),
  hash         BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- A row is never changed.
CREATE TRIGGER log_is_append_only BEFORE UPDATE ON log
BEGIN
  SELECT RAISE(ABORT, 'a row of the log is never changed');
END;

-- Where a pruned prefix ended: the chain is verified from here.
CREATE TABLE checkpoints (
  seq       INTEGER PRIMARY KEY,
  epoch     INTEGER NOT NULL,
  hash      BLOB    NOT NULL CHECK (length(hash) = 32),
  signature BLOB    NOT NULL
) STRICT;

-- 256 random bits for each subject, wrapped by the clinic key, which lives outside this file. NULL: destroyed, and never
-- made again, so that what was sealed before does not meet another key.
CREATE TABLE subject_keys (
  subject_id TEXT PRIMARY KEY,
  wrapped    BLOB
) STRICT, WITHOUT ROWID;
