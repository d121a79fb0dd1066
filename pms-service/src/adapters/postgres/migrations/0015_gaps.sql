-- While a clinic's edge was not running: no wait counts it. Folded from the log alone.

create table gaps (
  clinic_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  primary key (clinic_id, from_at)
);
call protect_clinic_table('gaps');
create index gaps_by_end on gaps (clinic_id, until_at);
