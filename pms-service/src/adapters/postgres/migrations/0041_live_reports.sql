-- How a clinic says that it is now while its rows wait to be relayed: one report a clinic, the newest in the place of the
-- one before, shown until the rows up to `epoch` and `seq` are here.

create table live_reports (
  clinic_id uuid primary key references clinics,
  heard_at timestamptz not null,
  epoch integer not null,
  seq bigint not null,
  day jsonb not null
);
call protect_clinic_table('live_reports');

create table live_tickets (
  clinic_id uuid not null,
  public_id text not null,
  ticket_id uuid not null,
  view jsonb not null,
  primary key (clinic_id, public_id)
);
call protect_clinic_table('live_tickets');
