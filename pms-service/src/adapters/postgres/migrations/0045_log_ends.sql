-- How far a clinic's own log goes, as its edge said last, by asking for its position or with a batch: what is held here is
-- behind that by what waits there. Null: it has not said.

alter table inbox_heads
  add column own_seq bigint,
  add column own_said_at timestamptz;
