-- How far the centre has walked the chain of what it holds, row by row from the first on: a checkpoint is signed there and
-- nowhere else. Always at the last row of a command.

create table log_checkpoints (
  clinic_id uuid primary key references clinics,
  epoch integer not null,
  seq bigint not null,
  hash bytea not null
);
call protect_clinic_table('log_checkpoints');
