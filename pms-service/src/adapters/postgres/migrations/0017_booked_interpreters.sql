-- Whether an interpreter is booked for the visit, so that the clinic knows it when the patient arrives.
alter table appointments add column interpreter_booked boolean not null default false;
