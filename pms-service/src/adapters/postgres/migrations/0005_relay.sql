-- The upper end of the relay: the edge's log as it came, its keys beside it, what could not be applied, and the
-- numbered feed downward.

create table log_rows (
  clinic_id uuid not null,
  epoch integer not null,
  seq bigint not null,
  id uuid not null,
  type text not null,
  at bigint not null,
  business_day date not null,
  actor text not null,
  command_id uuid,
  body text not null,
  subject_id uuid,
  sealed bytea,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (clinic_id, epoch, seq)
);
call protect_clinic_table('log_rows');
create index log_rows_by_subject on log_rows (clinic_id, subject_id) where subject_id is not null;

-- One row per clinic: locked by the one transaction that applies a batch.
create table inbox_heads (
  clinic_id uuid primary key references clinics,
  epoch integer not null,
  seq bigint not null,
  hash bytea not null,
  newest_at timestamptz,
  heard_at timestamptz,
  quarantined_at timestamptz
);
call protect_clinic_table('inbox_heads');

-- The subject's key, wrapped by the clinic's; gone, and staying gone, once it was erased.
create table subject_keys (
  clinic_id uuid not null,
  subject_id uuid not null,
  wrapped_key bytea,
  erased_at timestamptz,
  primary key (clinic_id, subject_id),
  check ((wrapped_key is null) = (erased_at is not null))
);
call protect_clinic_table('subject_keys');

create table dead_letters (
  clinic_id uuid not null,
  epoch integer not null,
  seq bigint not null,
  reason text not null,
  at timestamptz not null,
  primary key (clinic_id, epoch, seq)
);
call protect_clinic_table('dead_letters');

create table quarantined_batches (
  clinic_id uuid not null,
  batch_id uuid not null,
  epoch integer not null,
  seq bigint not null,
  reason text not null,
  stored_hash bytea,
  sent_hash bytea,
  at timestamptz not null,
  primary key (clinic_id, batch_id)
);
call protect_clinic_table('quarantined_batches');

create table feed_heads (
  clinic_id uuid primary key references clinics,
  number bigint not null,
  -- The last business day whose appointments went down.
  schedule_until date
);
call protect_clinic_table('feed_heads');

-- One entry per thing: a newer one takes the older one's place, under a higher number. A null body removes.
create table feed_entries (
  clinic_id uuid not null,
  number bigint not null,
  kind text not null,
  thing_id text not null,
  body jsonb,
  subject_id uuid,
  primary key (clinic_id, number),
  unique (clinic_id, kind, thing_id)
);
call protect_clinic_table('feed_entries');
create index feed_entries_by_subject on feed_entries (clinic_id, subject_id) where subject_id is not null;

create table requests (
  clinic_id uuid not null,
  request_id uuid not null,
  raised_by text not null check (raised_by in ('edge', 'centre')),
  kind text not null,
  body jsonb not null,
  state text not null check (state in ('pending', 'accepted', 'refused')),
  code text,
  raised_at timestamptz not null,
  answered_at timestamptz,
  primary key (clinic_id, request_id)
);
call protect_clinic_table('requests');

create table work_items (
  clinic_id uuid not null,
  work_item_id uuid not null,
  kind text not null,
  code text not null,
  about jsonb not null,
  raised_at timestamptz not null,
  resolved_at timestamptz,
  primary key (clinic_id, work_item_id)
);
call protect_clinic_table('work_items');
create index work_items_open on work_items (clinic_id, raised_at) where resolved_at is null;
