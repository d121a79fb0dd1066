-- What people at the centre do with what clinics share: a pool is closed, and may be opened again; what a clinic holds of a
-- day is taken back, and it is granted no more of that day until that is undone. Who did what is kept beside it.

alter table shared_pools add column closed_at timestamptz;

create table withheld_shares (
  network_id uuid not null,
  pool_id uuid not null,
  business_day date not null,
  clinic_id uuid not null,
  primary key (network_id, pool_id, business_day, clinic_id),
  foreign key (network_id, pool_id) references shared_pools
);
call protect_network_table('withheld_shares');

-- The clinic has been asked for it and has not answered yet.
alter table leases add column is_taken_back boolean not null default false;

-- Appended, never changed: the service's role may not.
create table pool_log (
  network_id uuid not null,
  entry_id uuid not null,
  at timestamptz not null,
  user_id uuid not null,
  action text not null,
  pool_id uuid not null,
  -- What was set.
  pool jsonb,
  -- Whose share of which day.
  clinic_id uuid,
  business_day date,
  primary key (network_id, entry_id),
  foreign key (network_id, pool_id) references shared_pools
);
call protect_network_table('pool_log');
