-- What each display shows and how it sounds, as it was set last: folded from the log.
CREATE TABLE display_layouts (device_id TEXT PRIMARY KEY, layout TEXT NOT NULL) STRICT, WITHOUT ROWID;
