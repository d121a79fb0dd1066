-- While the edge was not running: no wait counts it. The id begins with when it began.
CREATE TABLE gaps (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- One row, of the box alone: when it was last known to run, and the newest row at that moment. It is beside the log,
-- which would grow by a row a minute.
CREATE TABLE heartbeat (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL, seq INTEGER NOT NULL) STRICT;
