-- What of its set-up a clinic has changed itself, as a JSON list of parts: the centre's feed leaves these as they are.
ALTER TABLE clinic ADD COLUMN own_parts TEXT NOT NULL DEFAULT '[]';
