-- In which epoch a spare has taken a clinic over from the centre: rows and snapshots of an earlier one are refused from that
-- moment on, before the spare has sent anything. A restore code opens a backup or a take-over.

alter table inbox_heads add column taken_over_in integer;
alter table restore_codes add column for_take_over boolean not null default false;
