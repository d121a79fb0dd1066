-- What the log said up to a checkpoint: every projection as it was then, in parts, sealed by the clinic key. A rebuild of a
-- pruned log begins here. Parts of a base whose checkpoint is not there yet are on their way.
CREATE TABLE log_base (
  seq    INTEGER NOT NULL,
  part   INTEGER NOT NULL,
  sealed BLOB    NOT NULL,
  PRIMARY KEY (seq, part)
) STRICT;

-- How many parts its base has, and when the box kept it.
ALTER TABLE checkpoints ADD COLUMN parts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE checkpoints ADD COLUMN kept_at INTEGER NOT NULL DEFAULT 0;

-- Rows of the clinic's set-up that were pruned: from where it was last applied whole, as they were in the log.
CREATE TABLE kept_set_up (
  seq          INTEGER PRIMARY KEY,
  clinic_id    TEXT    NOT NULL,
  epoch        INTEGER NOT NULL,
  id           TEXT    NOT NULL,
  type         TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  business_day TEXT    NOT NULL,
  actor        TEXT    NOT NULL,
  command_id   TEXT,
  body         TEXT    NOT NULL,
  subject_id   TEXT,
  sealed       BLOB,
  prev_hash    BLOB    NOT NULL,
  hash         BLOB    NOT NULL
) STRICT;
