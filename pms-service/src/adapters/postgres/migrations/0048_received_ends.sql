-- How far a clinic's log was received on each day, by the clock of the centre: what was here 30 days ago may go at the edge.

create table received_ends (
  clinic_id uuid not null references clinics,
  received_on date not null,
  epoch integer not null,
  seq bigint not null,
  received_at timestamptz not null,
  primary key (clinic_id, received_on)
);
call protect_clinic_table('received_ends');
