-- What each ticket was told of its wait when it was given, for its page away from the clinic, and how each day's
-- estimates came out. Folded from the log alone; the records are the facts' own.

create table wait_estimates (
  clinic_id uuid not null,
  ticket_id uuid not null,
  record jsonb not null,
  primary key (clinic_id, ticket_id)
);
call protect_clinic_table('wait_estimates');

create table wait_grades (
  clinic_id uuid not null,
  business_day date not null,
  record jsonb not null,
  primary key (clinic_id, business_day)
);
call protect_clinic_table('wait_grades');
