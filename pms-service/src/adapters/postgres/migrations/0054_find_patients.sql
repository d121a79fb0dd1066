-- The patient index is searched by people at the centre: by the beginning of a name in either order, by birth date, by phone
-- number and by identifiers. The columns follow the details by themselves, whichever version of the service writes them;
-- they are compared byte by byte, so that an index serves below row-level security.

create function folded_name(name text) returns text language sql immutable parallel safe as $$
  select lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f\u064b-\u0652\s''’.,-]+', '', 'g'))
$$;

alter table patients
  add column family_first text collate "C" generated always as (
    folded_name(coalesce(details #>> '{name,family}', '') || coalesce(details #>> '{name,given}', ''))) stored,
  add column given_first text collate "C" generated always as (
    folded_name(coalesce(details #>> '{name,given}', '') || coalesce(details #>> '{name,family}', ''))) stored,
  add column birth_date text collate "C" generated always as (details ->> 'birthDate') stored;

create index patients_by_family on patients (clinic_id, family_first);
create index patients_by_given on patients (clinic_id, given_first);
create index patients_by_birth on patients (clinic_id, birth_date) where birth_date is not null;
create index patients_by_phone on patients (clinic_id, phone_key) where phone_key is not null;
