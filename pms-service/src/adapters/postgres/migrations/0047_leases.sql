-- What several clinics of a network share, such as walk-ins of a service on a day, and what each of them was granted of it.
-- The pool and its ledger are the network's; a lease, and what its clinic said of it, is the clinic's.

create table shared_pools (
  network_id uuid not null references networks,
  pool_id uuid not null,
  name text not null,
  -- Null: without an end.
  per_day integer,
  share integer not null,
  next_unit bigint not null default 1,
  primary key (network_id, pool_id)
);
call protect_network_table('shared_pools');

create table shared_pool_services (
  network_id uuid not null,
  pool_id uuid not null,
  clinic_id uuid not null,
  service_id uuid not null,
  primary key (network_id, pool_id, clinic_id),
  foreign key (network_id, pool_id) references shared_pools
);
call protect_network_table('shared_pool_services');

-- Of each clinic and day the sums of its leases, as they were when the clinic last asked for more.
create table shared_pool_accounts (
  network_id uuid not null,
  pool_id uuid not null,
  business_day date not null,
  clinic_id uuid not null,
  granted integer not null,
  used integer not null,
  returned integer not null,
  expired integer not null,
  primary key (network_id, pool_id, business_day, clinic_id),
  foreign key (network_id, pool_id) references shared_pools
);
call protect_network_table('shared_pool_accounts');

create table leases (
  clinic_id uuid not null references clinics,
  lease_id uuid not null,
  pool_id uuid not null,
  service_id uuid not null,
  business_day date not null,
  first_unit bigint not null,
  last_unit bigint not null,
  epoch integer not null,
  used integer not null default 0,
  returned integer not null default 0,
  -- Its box was lost with what it had not used yet, as far as anybody knows.
  is_lost boolean not null default false,
  is_ended boolean not null default false,
  primary key (clinic_id, lease_id)
);
call protect_clinic_table('leases');
create index leases_by_day on leases (clinic_id, pool_id, business_day);
