-- How a clinic's devices were when its edge last said so: one report a clinic, the newest in the place of the one before.

create table device_health (
  clinic_id uuid not null,
  heard_at bigint not null,
  devices jsonb not null,
  primary key (clinic_id)
);
call protect_clinic_table('device_health');
