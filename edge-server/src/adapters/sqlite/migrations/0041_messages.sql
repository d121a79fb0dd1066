-- What displays tell everybody for a while: a restart in the meantime still says so. Folded from the log.
CREATE TABLE messages (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
