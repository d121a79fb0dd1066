-- Who works behind time at a clinic today, so that a patient's page says so away from the clinic. Folded from the log
-- alone; `record` is the queue's own.

create table delays (
  clinic_id uuid not null,
  delayed_id uuid not null,
  business_day date not null,
  record jsonb not null,
  primary key (clinic_id, delayed_id)
);
call protect_clinic_table('delays');
