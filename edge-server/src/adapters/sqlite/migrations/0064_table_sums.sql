-- A checksum of each table that neither the chain of the log covers nor a rebuild from it. SQLite has none of its own: a
-- bit that flips in a device's role or a patient's birth date reads as well as any other.
CREATE TABLE table_sums (
  name TEXT PRIMARY KEY,
  rows INTEGER NOT NULL,
  -- SHA-256 of every row, one XORed with the other.
  sum  BLOB    NOT NULL CHECK (length(sum) = 32)
) STRICT, WITHOUT ROWID;

-- Whose keys were lost with a disk: a repair said so, and their seals stay closed. Nobody erased them.
CREATE TABLE lost_keys (subject_id TEXT PRIMARY KEY, lost_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
