-- Which numbers of the paper series were entered, by the day of the visit: none is entered twice, however late.
CREATE TABLE paper_numbers (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
