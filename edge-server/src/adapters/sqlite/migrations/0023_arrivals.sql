-- How a booked visit takes place: NULL is in person, as everything was before.
ALTER TABLE reference_appointments ADD COLUMN mode TEXT;
ALTER TABLE own_appointments ADD COLUMN mode TEXT;

DROP VIEW known_appointments;
CREATE VIEW known_appointments AS
  SELECT id, patient_id, service_id, at, minutes, status, mode FROM reference_appointments
  UNION ALL
  SELECT own.id, own.patient_id, own.service_id, own.at, own.minutes, own.status, own.mode FROM own_appointments AS own
  WHERE NOT EXISTS (SELECT 1 FROM reference_appointments AS centre WHERE centre.id = own.id);

-- What patients have yet to pay, as the centre knows it; the charges are a list, so that none is counted twice.
CREATE TABLE reference_balances (
  patient_id TEXT PRIMARY KEY,
  currency   TEXT NOT NULL,
  charges    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The other clinics of the network: who comes to the wrong one is told the way.
CREATE TABLE network_clinics (
  id         TEXT PRIMARY KEY,
  place      TEXT NOT NULL,
  public_key BLOB NOT NULL
) STRICT, WITHOUT ROWID;
