-- People who sign in at the centre, and what they hold afterwards. Tokens are stored as SHA-256 alone.

create table users (
  network_id uuid not null references networks,
  user_id uuid not null,
  email text not null,
  role text not null check (role in ('network-admin', 'clinic-admin', 'integration')),
  clinic_id uuid,
  password_hash text,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
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
