-- How many walk-ins each service was given on a day: closed tickets leave the memory, their count does not.
CREATE TABLE walk_ins (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
