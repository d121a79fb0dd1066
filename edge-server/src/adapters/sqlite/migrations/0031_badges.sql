-- Badges that sign people in at this box, beside the log: of each only a hash under a key of the box, so that a copied
-- database or log names no badge. One badge opens for one person, and a person has one.
CREATE TABLE badges (
  staff_id   TEXT PRIMARY KEY,
  badge_hash BLOB NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
