-- What lies beside a clinic's log, for a spare that takes over from the centre: sealed pieces by name, and which of them
-- belong together as of which row. It is encrypted: packing it would cost time and win nothing.

create table snapshot_pieces (
  clinic_id uuid not null references clinics,
  name text not null,
  -- So far.
  bytes bigint not null,
  received integer not null,
  -- Of all of it; null while it is coming.
  sha256 text,
  primary key (clinic_id, name)
);
call protect_clinic_table('snapshot_pieces');

create table snapshot_chunks (
  clinic_id uuid not null,
  name text not null,
  number integer not null,
  content bytea not null,
  primary key (clinic_id, name, number),
  foreign key (clinic_id, name) references snapshot_pieces on delete cascade
);
alter table snapshot_chunks alter column content set storage external;
call protect_clinic_table('snapshot_chunks');

create table snapshots (
  clinic_id uuid not null references clinics,
  snapshot_id uuid not null,
  epoch integer not null,
  seq bigint not null,
  -- By the edge's clock, and by this one's.
  taken_at bigint not null,
  kept_at bigint not null,
  sha256 text not null,
  primary key (clinic_id, snapshot_id)
);
call protect_clinic_table('snapshots');

create table snapshot_names (
  clinic_id uuid not null,
  snapshot_id uuid not null,
  name text not null,
  primary key (clinic_id, snapshot_id, name),
  foreign key (clinic_id, snapshot_id) references snapshots on delete cascade,
  foreign key (clinic_id, name) references snapshot_pieces
);
call protect_clinic_table('snapshot_names');
