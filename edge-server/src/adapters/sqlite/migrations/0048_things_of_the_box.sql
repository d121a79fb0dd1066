-- Of things, what this box alone knows. Two at once under one name: neither is let in until another is enrolled.
CREATE TABLE fenced_devices (device_id TEXT PRIMARY KEY, fenced_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Mosquitto asks for a hash of its own kind, which cannot be made of the token's hash later.
CREATE TABLE thing_passwords (device_id TEXT PRIMARY KEY, password TEXT NOT NULL) STRICT, WITHOUT ROWID;
