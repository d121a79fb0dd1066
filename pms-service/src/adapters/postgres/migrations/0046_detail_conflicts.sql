-- What two people wrote of a patient without seeing each other's: every version is kept, whatever is chosen. Of each
-- detail of a patient the centre knows who wrote it last, and where and when, so that a version has a name beside it.

alter table patients add column edits jsonb not null default '{}';

create table detail_conflicts (
  clinic_id uuid not null,
  conflict_id uuid not null,
  patient_id uuid not null,
  -- Nobody has chosen yet.
  is_open boolean not null,
  raised_at timestamptz not null,
  conflict jsonb not null,
  primary key (clinic_id, conflict_id),
  foreign key (clinic_id, patient_id) references patients
);
call protect_clinic_table('detail_conflicts');
create index detail_conflicts_by_patient on detail_conflicts (clinic_id, patient_id);
create index open_detail_conflicts on detail_conflicts (clinic_id, raised_at) where is_open;

-- Who chose.
alter table access_log add column conflict_id uuid;
