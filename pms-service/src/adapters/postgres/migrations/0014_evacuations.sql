-- Whether the clinic's building was told to leave: the page on a patient's phone says so. Folded from the log alone.

create table evacuations (
  clinic_id uuid not null,
  record jsonb not null,
  primary key (clinic_id)
);
call protect_clinic_table('evacuations');
