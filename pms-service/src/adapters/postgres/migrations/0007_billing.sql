-- The money taken at the clinic, as the facts that the edge decided: never computed again, never changed.

create table charges (
  clinic_id uuid not null,
  charge_id uuid not null,
  ticket_id uuid not null,
  service_id uuid not null,
  patient_id uuid,
  amount_minor bigint not null,
  currency text not null,
  price_version integer not null,
  business_day date not null,
  at timestamptz not null,
  payment_id uuid,
  primary key (clinic_id, charge_id)
);
call protect_clinic_table('charges');
create index charges_by_day on charges (clinic_id, business_day);
create index charges_by_ticket on charges (clinic_id, ticket_id);

create table payments (
  clinic_id uuid not null,
  payment_id uuid not null,
  till_id uuid not null,
  means text not null,
  amount_minor bigint not null,
  tendered_minor bigint not null,
  change_minor bigint not null,
  currency text not null,
  receipt_number text not null,
  receipt_epoch integer not null,
  receipt_ordinal bigint not null,
  business_day date not null,
  at timestamptz not null,
  primary key (clinic_id, payment_id),
  unique (clinic_id, receipt_epoch, receipt_ordinal)
);
call protect_clinic_table('payments');
create index payments_by_day on payments (clinic_id, business_day, means);

create table tills (
  clinic_id uuid not null,
  till_id uuid not null,
  business_day date not null,
  currency text not null,
  float_minor bigint not null,
  opened_at timestamptz not null,
  counted_minor bigint,
  expected_minor bigint,
  variance_minor bigint,
  closed_at timestamptz,
  primary key (clinic_id, till_id)
);
call protect_clinic_table('tills');
