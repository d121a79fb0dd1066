// Leases by their ids, and those that have not ended.

import type { Projections } from '../../ports/projections.ts';
import type { Connection } from './connection.ts';

export const PUT_LEASE = `
  INSERT INTO leases (id, pool_id, service_id, is_ended, record) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET is_ended = excluded.is_ended, record = excluded.record`;
export const FIND_LEASE = 'SELECT record FROM leases WHERE id = ?';
export const OPEN_LEASES = 'SELECT record FROM leases WHERE is_ended = 0 ORDER BY id';
export const HAS_LEASES = 'SELECT 1 FROM leases WHERE service_id = ? LIMIT 1';
export const SHARES_IN = 'SELECT 1 FROM leases WHERE pool_id = ? LIMIT 1';
export const FORGET_POOL = 'DELETE FROM leases WHERE pool_id = ?';

type LeaseRecord = NonNullable<ReturnType<Projections['lease']>>;
type Leases = Pick<Projections, 'lease' | 'putLease' | 'openLeases' | 'isShared' | 'sharesIn' | 'forgetPool'>;

export function createLeases(db: Connection): Leases {
  const put = db.prepare(PUT_LEASE);
  const find = db.prepare(FIND_LEASE);
  const open = db.prepare(OPEN_LEASES);
  const has = db.prepare(HAS_LEASES);
  const sharesIn = db.prepare(SHARES_IN);
  const forgetPool = db.prepare(FORGET_POOL);
  return {
    lease(id) {
      const row = find.get(id);
      return row === undefined ? undefined : toLease(row);
    },
    putLease(record) {
      put.run(record.id, record.poolId, record.serviceId, Number(record.ended), JSON.stringify(record));
    },
    openLeases: () => open.all().map(toLease),
    isShared: (serviceId) => has.get(serviceId) !== undefined,
    sharesIn: (poolId) => sharesIn.get(poolId) !== undefined,
    forgetPool(poolId) {
      forgetPool.run(poolId);
    },
  };
}

function toLease(row: Record<string, unknown>): LeaseRecord {
  return JSON.parse(row['record'] as string) as LeaseRecord;
}
