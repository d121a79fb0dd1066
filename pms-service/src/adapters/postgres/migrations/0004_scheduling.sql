-- Appointments, prices and staff: the facts that the centre owns and the feed carries down. Neither a patient nor a
-- practitioner is ever in two places at once; the constraints hold that, whatever two requests race.

create table staff (
  clinic_id uuid not null references clinics,
  staff_id uuid not null,
  name text not null,
  roles text[] not null,
  pin_hash text not null,
  active boolean not null default true,
  primary key (clinic_id, staff_id)
);
call protect_clinic_table('staff');

create table prices (
  clinic_id uuid not null references clinics,
  service_id uuid not null,
  amount_minor bigint not null check (amount_minor >= 0),
  currency text not null,
  version integer not null,
  primary key (clinic_id, service_id)
);
call protect_clinic_table('prices');

create table appointments (
  clinic_id uuid not null,
  appointment_id uuid not null,
  patient_id uuid not null,
  service_id uuid not null,
  practitioner_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  business_day date not null,
  status text not null check (status in ('booked', 'arrived', 'cancelled')),
  check_in_code text not null,
  ticket_id uuid,
  primary key (clinic_id, appointment_id),
  foreign key (clinic_id, patient_id) references patients,
  foreign key (clinic_id, practitioner_id) references staff,
  constraint one_place_per_patient exclude using gist (
    clinic_id with =, patient_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'cancelled'),
  constraint one_place_per_practitioner exclude using gist (
    clinic_id with =, practitioner_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'cancelled')
);
call protect_clinic_table('appointments');
create index appointments_by_day on appointments (clinic_id, business_day, starts_at);
