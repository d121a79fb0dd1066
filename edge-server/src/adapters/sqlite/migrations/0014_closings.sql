-- Which business days were closed, so that a restart in the evening admits nobody either.
CREATE TABLE closings (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
