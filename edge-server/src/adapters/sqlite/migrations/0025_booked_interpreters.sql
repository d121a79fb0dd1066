-- Whether the centre has booked an interpreter for an appointment: staff are told beside the number, and nobody looks for
-- a second one.
ALTER TABLE reference_appointments ADD COLUMN interpreter_booked INTEGER NOT NULL DEFAULT 0;
