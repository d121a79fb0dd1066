-- Which runs of an edge have written: the one that did last, and those that it took over from. A run that was taken over
-- from and writes again is a second box with the same credential.

alter table inbox_heads add column writer_run uuid;

create table replaced_runs (
  clinic_id uuid not null references clinics,
  run_id uuid not null,
  replaced_at timestamptz not null,
  primary key (clinic_id, run_id)
);
call protect_clinic_table('replaced_runs');
