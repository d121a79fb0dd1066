-- A clinic that no centre has adopted books its own appointments: folded from the log, unlike the centre's.
CREATE TABLE own_appointments (
  id         TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL,
  service_id TEXT NOT NULL,
  at         INTEGER NOT NULL,
  minutes    INTEGER NOT NULL,
  status     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX own_appointments_by_time ON own_appointments (at);
CREATE INDEX own_appointments_by_patient ON own_appointments (patient_id, at);

-- Both, as every reader knows them. Once the centre has an appointment of ours, its word counts.
CREATE VIEW known_appointments AS
  SELECT id, patient_id, service_id, at, minutes, status FROM reference_appointments
  UNION ALL
  SELECT own.id, own.patient_id, own.service_id, own.at, own.minutes, own.status FROM own_appointments AS own
  WHERE NOT EXISTS (SELECT 1 FROM reference_appointments AS centre WHERE centre.id = own.id);

-- A tablet opens at the last digit of a PIN, so it has to know how many there are; a hash does not tell.
ALTER TABLE reference_staff ADD COLUMN pin_digits INTEGER;
