-- People who sign in at the centre, and what they hold afterwards. Tokens are stored as SHA-256 alone.

create table users (
  network_id uuid not null references networks,
  user_id uuid not null,
  email text not null,
  role text not null check (role in ('network-admin', 'clinic-admin', 'integration')),
  clinic_id uuid,
  password_hash text,
  created_at timestamptz not null,
  primary key (network_id, user_id),
  unique (network_id, email),
  check ((role = 'clinic-admin') = (clinic_id is not null))
);
call protect_network_table('users');

create table sessions (
  network_id uuid not null,
  token_hash bytea not null,
  user_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (network_id, token_hash),
  foreign key (network_id, user_id) references users on delete cascade
);
call protect_network_table('sessions');

-- Wrong passwords, counted per address whether anyone has it or not, so that a lock does not tell who exists.
create table sign_in_failures (
  directory_key text primary key,
  failures integer not null,
  locked_until timestamptz
);
alter table sign_in_failures enable row level security;
alter table sign_in_failures force row level security;
create policy by_key on sign_in_failures
  using (directory_key = (select nullif(current_setting('foyer.directory_key', true), '')));

-- Who looked at a patient's record, beside the log of facts.
create table access_log (
  clinic_id uuid not null,
  entry_id uuid not null,
  at timestamptz not null,
  user_id uuid not null,
  action text not null,
  patient_id uuid,
  primary key (clinic_id, entry_id)
);
call protect_clinic_table('access_log');
