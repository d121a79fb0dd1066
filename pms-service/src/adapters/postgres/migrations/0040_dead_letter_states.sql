-- What became of a row that could not be applied. The row itself never changes: a mended body is kept beside it, with who
-- mended it and why.

alter table dead_letters
  add column state text not null default 'open' check (state in ('open', 'applied', 'set-aside')),
  add column tries integer not null default 0,
  add column mended_body text,
  add column settled_at timestamptz,
  add column settled_by uuid,
  add column settled_why text;
create index dead_letters_open on dead_letters (clinic_id, epoch, seq) where state = 'open';

-- The access log names the row that somebody settled.
alter table access_log add column epoch integer, add column seq bigint;
