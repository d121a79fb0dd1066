-- Wrong passwords are forgotten a day after the last one. Nobody lists addresses: who clears names a moment, and sees
-- what is older than it alone.

alter table sign_in_failures add column failed_at timestamptz not null default now();
alter table sign_in_failures alter column failed_at drop default;
create policy outdated on sign_in_failures
  using (failed_at < (select nullif(current_setting('foyer.failures_before', true), '')::timestamptz));
create index sign_in_failures_by_age on sign_in_failures (failed_at);
