-- By which rules a clinic calls its patients, so that a patient's page away from the clinic counts who is ahead as the
-- clinic does. Folded from the log alone; `record` is the queue's own.

create table calling_rules (
  clinic_id uuid not null,
  record jsonb not null,
  primary key (clinic_id)
);
call protect_clinic_table('calling_rules');
