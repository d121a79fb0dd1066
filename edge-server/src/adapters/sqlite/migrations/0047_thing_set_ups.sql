-- What each thing without a screen does, as it was set up last: folded from the log.
CREATE TABLE thing_set_ups (device_id TEXT PRIMARY KEY, set_up TEXT NOT NULL) STRICT, WITHOUT ROWID;
