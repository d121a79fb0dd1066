-- How a booked visit takes place. Every one so far was in person.
alter table appointments add column mode text not null default 'in-person' check (mode in ('in-person', 'video', 'phone'));

-- What a patient has yet to pay is asked for after every payment, and few charges are open.
create index charges_open on charges (clinic_id, patient_id) where payment_id is null;
