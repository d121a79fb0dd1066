-- Until when the password of a thing is good, and its next one, which counts once the thing has it. Hashes alone. A thing
-- that is not in here was enrolled before: its password has no end.
CREATE TABLE thing_credentials (
  device_id        TEXT PRIMARY KEY,
  expires_at       INTEGER NOT NULL,
  offer_id         TEXT,
  -- As the edge knows a token, and as an external broker knows a password.
  offered_hash     BLOB,
  offered_password TEXT,
  offered_until    INTEGER
) STRICT, WITHOUT ROWID;
