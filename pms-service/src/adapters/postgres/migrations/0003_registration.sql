-- The patient index. A provisional patient came from an edge and is either confirmed under its own id or linked to
-- the patient it turned out to be. An erased one keeps its id and nothing else.

create table patients (
  clinic_id uuid not null references clinics,
  patient_id uuid not null,
  provisional boolean not null,
  linked_to uuid,
  details jsonb,
  match_key text,
  phone_key text,
  erased_at timestamptz,
  changed_at timestamptz not null,
  primary key (clinic_id, patient_id),
  foreign key (clinic_id, linked_to) references patients (clinic_id, patient_id),
  check (erased_at is null or (details is null and match_key is null and phone_key is null))
);
call protect_clinic_table('patients');
create index patients_by_link on patients (clinic_id, linked_to) where linked_to is not null;
create index patients_by_match on patients (clinic_id, match_key) where match_key is not null;

create table patient_identifiers (
  clinic_id uuid not null,
  kind text not null,
  value text not null,
  issuer text not null default '',
  patient_id uuid not null,
  primary key (clinic_id, kind, value, issuer, patient_id),
  foreign key (clinic_id, patient_id) references patients on delete cascade
);
call protect_clinic_table('patient_identifiers');
create index patient_identifiers_by_patient on patient_identifiers (clinic_id, patient_id);
