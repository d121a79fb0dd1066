-- Finding somebody while a name, a birth date or a phone is typed: one row a person, whoever of the clinic and the centre
-- knows them, and the words that they are found by. Made of `patients` and `reference_patients` whenever one of them
-- changes, in the same transaction; a plain sorted table rather than FTS5, because `secure_delete` and an erasure reach it
-- like every other.
CREATE TABLE people (
  number     INTEGER PRIMARY KEY,
  patient_id TEXT NOT NULL UNIQUE,
  -- Each behind a space, so that the beginning of one is found within.
  words      TEXT NOT NULL
) STRICT;
CREATE TABLE people_words (
  word   TEXT    NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (word, number)
) STRICT, WITHOUT ROWID;

-- One row: by which rules the words were made.
CREATE TABLE people_words_version (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO people_words_version VALUES (1, 0);
