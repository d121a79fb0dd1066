-- Whom a clinic admitted for a few days works there until that business day, and no longer.
alter table staff add column until date;
