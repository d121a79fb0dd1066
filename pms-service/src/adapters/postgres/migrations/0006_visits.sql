-- What the edge's rows say about the queue: one row per ticket, one per service point. Folded from the log alone.

create table visits (
  clinic_id uuid not null,
  ticket_id uuid not null,
  public_id text not null,
  number text not null,
  business_day date not null,
  service_id uuid not null,
  state text not null,
  priority_class text not null,
  patient_id uuid,
  appointment_id uuid,
  service_point_id uuid,
  for_service_point_id uuid,
  call_id uuid,
  call_count integer not null,
  place_at double precision not null,
  issued_at timestamptz not null,
  called_at timestamptz,
  serving_since timestamptz,
  held_until timestamptz,
  held_by_ticket boolean not null default false,
  served_at timestamptz,
  closed_at timestamptz,
  epoch integer not null,
  seq bigint not null,
  primary key (clinic_id, ticket_id)
);
call protect_clinic_table('visits');
create unique index visits_by_public_id on visits (clinic_id, public_id);
create index visits_by_day on visits (clinic_id, business_day, state);
create index visits_by_patient on visits (clinic_id, patient_id) where patient_id is not null;

create table service_points (
  clinic_id uuid not null,
  service_point_id uuid not null,
  state text not null check (state in ('open', 'paused', 'closed')),
  staff_id uuid,
  changed_at timestamptz not null,
  primary key (clinic_id, service_point_id)
);
call protect_clinic_table('service_points');
