-- Who was announced to work behind time: a restart in the morning still says so.
CREATE TABLE delays (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Whom a supervisor admitted here for a few days: folded from the log, and no part of the centre's roster until the
-- centre has accepted them.
CREATE TABLE temporary_staff (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  roles    TEXT NOT NULL,
  until    TEXT NOT NULL,
  ends_at  INTEGER NOT NULL,
  ended_at INTEGER,
  accepted INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- PINs that were set at this box, beside the log: they count until the centre sends another one, or refuses.
CREATE TABLE local_pins (
  staff_id   TEXT PRIMARY KEY,
  pin_hash   TEXT NOT NULL,
  pin_digits INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Both, as every reader knows them.
CREATE VIEW known_staff AS
  SELECT centre.id, centre.name, centre.roles,
    coalesce((SELECT pin_hash FROM local_pins WHERE staff_id = centre.id), centre.pin_hash) AS pin_hash,
    coalesce((SELECT pin_digits FROM local_pins WHERE staff_id = centre.id), centre.pin_digits) AS pin_digits,
    centre.active = 1 AND NOT EXISTS (
      SELECT 1 FROM temporary_staff AS own WHERE own.id = centre.id AND own.ended_at IS NOT NULL
    ) AS active,
    (SELECT ends_at FROM temporary_staff AS own WHERE own.id = centre.id) AS ends_at
  FROM reference_staff AS centre
  UNION ALL
  SELECT own.id, own.name, own.roles,
    (SELECT pin_hash FROM local_pins WHERE staff_id = own.id),
    (SELECT pin_digits FROM local_pins WHERE staff_id = own.id),
    own.ended_at IS NULL, own.ends_at
  FROM temporary_staff AS own
  WHERE own.accepted = 0 AND EXISTS (SELECT 1 FROM local_pins WHERE staff_id = own.id)
    AND NOT EXISTS (SELECT 1 FROM reference_staff AS centre WHERE centre.id = own.id);
