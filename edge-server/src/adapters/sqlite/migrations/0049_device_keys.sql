-- A screen that has a key of its own renews its credential by it. Without a key: no end, as before.
ALTER TABLE devices ADD COLUMN public_key BLOB;
ALTER TABLE devices ADD COLUMN expires_at INTEGER;
-- When it last renewed a credential that had expired.
ALTER TABLE devices ADD COLUMN renewed_late_at INTEGER;
