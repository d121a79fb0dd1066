-- What two people wrote of a patient without seeing each other's, as the centre's feed tells it; `chosen_at` is NULL while
-- a person is to choose, and 0 where the clinic's rule did. `known_seq`: up to where the centre had our rows by then.
CREATE TABLE reference_conflicts (
  id         TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL,
  known_seq  INTEGER NOT NULL,
  chosen_at  INTEGER,
  conflict   TEXT NOT NULL
) STRICT;
CREATE INDEX reference_conflicts_by_patient ON reference_conflicts (patient_id);
CREATE INDEX reference_conflicts_by_choice ON reference_conflicts (chosen_at);

-- What was chosen here last. Folded from the log; it counts until the centre says what it made of it.
CREATE TABLE chosen_details (
  conflict_id TEXT PRIMARY KEY,
  version     INTEGER,
  at          INTEGER NOT NULL,
  by          TEXT NOT NULL,
  changed_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
