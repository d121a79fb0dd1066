-- People who went to other rooms, or another day, in one step, so that the step can be taken back; and the rooms that
-- people who are still to come were given by it.
CREATE TABLE reassignments (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE reassigned_appointments (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Whom an appointment is with, where that is somebody in particular.
ALTER TABLE reference_appointments ADD COLUMN practitioner_id TEXT;
ALTER TABLE own_appointments ADD COLUMN practitioner_id TEXT;
