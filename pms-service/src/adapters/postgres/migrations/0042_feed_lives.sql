-- A feed's life: another one after the centre was restored, so that an edge notices. Up to `compacted_through` entries that
-- every edge has long had may be gone; an edge that is behind it takes a snapshot. `edge_number` is how far the edge says
-- that it is: nothing behind that is taken away.

alter table feed_heads
  add column incarnation uuid not null default gen_random_uuid(),
  add column compacted_through bigint not null default 0,
  add column compacted_on date,
  add column edge_number bigint not null default 0;
