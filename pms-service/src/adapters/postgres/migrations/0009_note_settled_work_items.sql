-- Who settled a work item is written down with which one it was.

alter table access_log add column work_item_id uuid;
