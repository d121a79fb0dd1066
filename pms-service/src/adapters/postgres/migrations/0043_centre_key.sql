-- Which key wraps the keys in this database, as a hash that tells nothing of it. Several copies of the service share one
-- key; a copy that was given another would wrap what the others cannot open, and is refused before it does.

create table centre_key (
  is_only boolean primary key default true check (is_only),
  fingerprint bytea not null
);
