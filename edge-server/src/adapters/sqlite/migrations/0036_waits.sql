-- What the clinic learned of its waits, one row for each thing that is learned, so that a visit that ends writes two of
-- them and not all. Folded from the log.
CREATE TABLE learned_waits (
  part  TEXT NOT NULL,
  key   TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (part, key)
) STRICT, WITHOUT ROWID;

-- What was estimated of a ticket when it was given, until its day is graded. Folded from the log.
CREATE TABLE wait_predictions (
  ticket_id    TEXT PRIMARY KEY,
  business_day TEXT NOT NULL,
  called_at    INTEGER,
  record       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX wait_predictions_by_day ON wait_predictions (business_day);
CREATE INDEX wait_predictions_by_call ON wait_predictions (called_at);
