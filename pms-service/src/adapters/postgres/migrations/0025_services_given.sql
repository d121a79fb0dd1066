-- Each time somebody was with staff, from when to when, for statistics: a visit may have several. Folded from the log alone; named
-- by the fact that ended it, so that an undo of that fact finds it.

create table services_given (
  clinic_id uuid not null,
  epoch integer not null,
  seq bigint not null,
  ticket_id uuid not null,
  service_id uuid not null,
  service_point_id uuid,
  staff_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  primary key (clinic_id, epoch, seq)
);
call protect_clinic_table('services_given');
create index services_given_by_ticket on services_given (clinic_id, ticket_id);
