-- The sealed backups of a clinic, in pieces: in the database, so that whose they are is kept by the same rows of
-- security as everything else, and what was sent is there as a whole or goes on where it was cut off.

create table clinic_backups (
  clinic_id uuid not null references clinics,
  backup_id uuid not null,
  -- By the edge's clock; when the last piece was there, by this one's: null while it is coming.
  taken_at bigint not null,
  whole_at bigint,
  bytes bigint not null,
  sha256 text not null,
  received integer not null,
  primary key (clinic_id, backup_id)
);
call protect_clinic_table('clinic_backups');

create table clinic_backup_chunks (
  clinic_id uuid not null,
  backup_id uuid not null,
  number integer not null,
  content bytea not null,
  primary key (clinic_id, backup_id, number),
  foreign key (clinic_id, backup_id) references clinic_backups on delete cascade
);
-- It is encrypted: packing it would cost time and win nothing.
alter table clinic_backup_chunks alter column content set storage external;
call protect_clinic_table('clinic_backup_chunks');
