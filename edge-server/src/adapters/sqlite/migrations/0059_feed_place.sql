-- Which life of the centre's feed the number is of, and how far a snapshot of what it owns was taken in: what it named so
-- far is kept, so that at its end what it did not name is taken away.
ALTER TABLE relay ADD COLUMN feed_incarnation TEXT;
ALTER TABLE relay ADD COLUMN snapshot_at INTEGER;
ALTER TABLE relay ADD COLUMN snapshot_from INTEGER;

CREATE TABLE snapshot_things (
  kind TEXT NOT NULL,
  id   TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
