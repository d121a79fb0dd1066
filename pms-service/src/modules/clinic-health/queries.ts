import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { FoundHealth } from './types.ts';

/** One look at what is kept of a clinic's relay; undefined where its feed was never opened. */
export async function selectHealth(tx: Transaction, clinicId: string): Promise<FoundHealth | undefined> {
  const { rows } = await sql<FoundHealth>`
    select h.heard_at as "heardAt", h.newest_at as "newestAt", coalesce(h.epoch, 0) as epoch, coalesce(h.seq, 0) as seq,
      h.quarantined_at is not null as quarantined,
      case when r.heard_at > coalesce(h.own_said_at, '-infinity') then r.seq else h.own_seq end as "ownSeq",
      f.edge_number as "edgeNumber", e.items as "feedItems", e.first as "firstItem",
      (select count(*) from dead_letters d where d.clinic_id = f.clinic_id and d.state = 'open') as "deadLetters",
      array(select distinct w.kind from work_items w where w.clinic_id = f.clinic_id and w.resolved_at is null) as kinds
    from feed_heads f
    left join inbox_heads h on h.clinic_id = f.clinic_id
    left join live_reports r on r.clinic_id = f.clinic_id
    cross join lateral (
      select count(*) as items, min(number) as first from feed_entries n
      where n.clinic_id = f.clinic_id and n.number > f.edge_number and f.edge_number > 0
    ) e
    where f.clinic_id = ${clinicId}`.execute(tx);
  return rows[0];
}
