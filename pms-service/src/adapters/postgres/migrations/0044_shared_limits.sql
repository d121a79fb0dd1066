-- How often an address has tried what may be tried a few times a minute alone, counted over all copies of the service. An
-- address is kept as a hash, and shows to who names it; what is over is forgotten by whoever names the moment. It may be
-- lost in a crash.

create unlogged table limited_attempts (
  attempt_key text primary key,
  attempts integer not null,
  ends_at timestamptz not null
);
alter table limited_attempts enable row level security;
alter table limited_attempts force row level security;
create policy by_key on limited_attempts
  using (attempt_key = (select nullif(current_setting('foyer.attempt_key', true), '')));
create policy outdated on limited_attempts
  using (ends_at < (select nullif(current_setting('foyer.attempts_before', true), '')::timestamptz));
create index limited_attempts_by_end on limited_attempts (ends_at);
