-- A work item says what it is about, by ids alone, and a person settles it; a request keeps what was asked about.
ALTER TABLE work_items ADD COLUMN about TEXT NOT NULL DEFAULT '{}';
ALTER TABLE work_items ADD COLUMN resolved_at INTEGER;
ALTER TABLE work_items ADD COLUMN resolved_by TEXT;
CREATE INDEX work_items_open ON work_items (resolved_at, at, id) WHERE resolved_at IS NULL;

ALTER TABLE requests ADD COLUMN about TEXT NOT NULL DEFAULT '{}';
