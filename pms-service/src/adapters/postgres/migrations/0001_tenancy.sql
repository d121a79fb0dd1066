-- Who the tenants are, and the two shapes that keep them apart. A table belongs either to one clinic or to one network
-- of clinics; that id leads every key, and the policies below are the same text everywhere (a test reads the catalogue).

create extension if not exists btree_gist;

create procedure protect_clinic_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format($policy$create policy tenant on %s
    using (clinic_id = (select nullif(current_setting('foyer.clinic_id', true), '')::uuid))$policy$, name);
end $$;

create procedure protect_network_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format($policy$create policy tenant on %s
    using (network_id = (select nullif(current_setting('foyer.network_id', true), '')::uuid))$policy$, name);
end $$;

create table networks (
  network_id uuid primary key,
  name text not null,
  created_at timestamptz not null
);
call protect_network_table('networks');

create table network_clinics (
  network_id uuid not null references networks,
  clinic_id uuid not null,
  primary key (network_id, clinic_id)
);
call protect_network_table('network_clinics');

create table clinics (
  clinic_id uuid primary key,
  network_id uuid not null,
  configuration_version integer not null,
  configuration jsonb not null,
  created_at timestamptz not null
);
call protect_clinic_table('clinics');

-- Private keys are wrapped by the service's own key, which lies outside the database.
create table clinic_keys (
  clinic_id uuid not null references clinics,
  purpose text not null check (purpose in ('check-in-signing', 'subject-key-wrapping')),
  public_key bytea,
  wrapped_key bytea not null,
  created_at timestamptz not null,
  primary key (clinic_id, purpose)
);
call protect_clinic_table('clinic_keys');

create table edges (
  clinic_id uuid not null references clinics,
  edge_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (clinic_id, edge_id),
  unique (clinic_id, token_hash)
);
call protect_clinic_table('edges');

-- Where a thing lives that arrives without its tenant: an e-mail address at sign-in, a ticket page's public id. An
-- entry shows to whoever names its key exactly, and to its own tenant; nothing lists it.
create table directory (
  directory_key text primary key,
  network_id uuid,
  clinic_id uuid,
  expires_at timestamptz,
  check (num_nonnulls(network_id, clinic_id) = 1)
);
alter table directory enable row level security;
alter table directory force row level security;
create policy by_key on directory for select
  using (directory_key = (select nullif(current_setting('foyer.directory_key', true), '')));
create policy own on directory
  using (clinic_id = (select nullif(current_setting('foyer.clinic_id', true), '')::uuid)
      or network_id = (select nullif(current_setting('foyer.network_id', true), '')::uuid));
create index directory_by_clinic on directory (clinic_id, expires_at);
