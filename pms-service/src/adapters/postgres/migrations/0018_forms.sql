-- What patients said and signed before a service, as the edges relay it. It goes with the person whom it is of.

create table form_responses (
  clinic_id uuid not null,
  response_id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('consent', 'questionnaire')),
  form_id uuid not null,
  version integer not null,
  business_day date not null,
  at timestamptz not null,
  content jsonb not null,
  -- An answer sends its patient elsewhere, and staff have not said otherwise.
  screens boolean not null,
  primary key (clinic_id, response_id)
);
call protect_clinic_table('form_responses');
create index form_responses_by_ticket on form_responses (clinic_id, ticket_id);
