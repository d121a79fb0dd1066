-- Who is called next, as the clinic wants it: the rules in force under 'now', and every revision, so that an old call is
-- explained by the rules of its day.
CREATE TABLE calling_rules (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
