-- What the edge's rows say about the queue: one row per ticket, service point and call for help. `record` is the queue's own record
-- as the shared fold makes it; the columns beside it are what queries ask for. Folded from the log alone.

create table visits (
  clinic_id uuid not null,
  ticket_id uuid not null,
  public_id text not null,
  business_day date not null,
  service_id uuid not null,
  state text not null,
  patient_id uuid,
  appointment_id uuid,
  issued_at timestamptz not null,
  first_called_at timestamptz,
  closed_at timestamptz,
  record jsonb not null,
  primary key (clinic_id, ticket_id),
  unique (clinic_id, public_id)
);
call protect_clinic_table('visits');
create index visits_by_day on visits (clinic_id, business_day, state);
create index visits_by_patient on visits (clinic_id, patient_id) where patient_id is not null;

create table service_points (
  clinic_id uuid not null,
  service_point_id uuid not null,
  changed_at timestamptz not null,
  record jsonb not null,
  primary key (clinic_id, service_point_id)
);
call protect_clinic_table('service_points');

create table help_calls (
  clinic_id uuid not null,
  help_id uuid not null,
  ticket_id uuid,
  at timestamptz not null,
  acknowledged_at timestamptz,
  record jsonb not null,
  primary key (clinic_id, help_id)
);
call protect_clinic_table('help_calls');
create index help_calls_by_ticket on help_calls (clinic_id, ticket_id, at) where ticket_id is not null;
