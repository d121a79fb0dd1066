-- Whether the building was told to leave, and who was found since: a restart in the middle still says so.
CREATE TABLE evacuations (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
