-- By which PostgreSQL, and on which timeline of it, a feed was served last. After a restore to a point in time, or from a
-- base copy into another cluster, it is another one: then the feed has a new life, though no number of it says so.

alter table feed_heads add column served_by text;
