import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GrantedLease } from '@foyer/contracts/lease.ts';
import { sql } from 'kysely';
import { generalService, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { readFeed } from '../feed/use-cases.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import { endPool, grantAgain, listPools, setPool, takeBack, type PoolPlace } from './use-cases-pools.ts';
import { settleLeases } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const businessDay = '2026-11-23';
const userId = '0199aaaa-0000-7000-8000-0000000000aa';
const settle = (edge: TestEdge) => settleLeases(centre.context, edge.clinicId, async () => edge.epoch);

/** Two clinics that hold 8 each of 20 a day. */
async function aPool() {
  const edges = [await centre.addEdge(), await centre.addEdge()] as const;
  const place: PoolPlace = { networkId: centre.networkId, userId, poolId: centre.context.newId() };
  const ids = edges.map(({ clinicId }) => clinicId).toSorted();
  const services = ids.map((clinicId) => ({ clinicId, serviceId: generalService }));
  const request = { name: 'Samples', perDay: 20, share: 8, services };
  expect(await setPool(centre.context, place, request)).toEqual({ ok: true });
  for (const edge of edges) await settle(edge);
  return { edges, place, request };
}
async function shown({ poolId }: PoolPlace) {
  const { pools } = await listPools(centre.context, centre.networkId, businessDay);
  return pools.find(({ id }) => id === poolId)!;
}
async function leasesOf({ clinicId }: TestEdge): Promise<GrantedLease[]> {
  const { items } = await readFeed(centre.context, clinicId, 0, 0, new AbortController().signal);
  const leases = items.flatMap(({ kind, body }) => (kind === 'lease' ? [body as GrantedLease | null] : []));
  return leases.filter((lease) => lease?.businessDay === businessDay) as GrantedLease[];
}
async function givesBack(edge: TestEdge, { id, first, last }: GrantedLease, used: number): Promise<void> {
  const from = (edge.rows.at(-1)?.seq ?? 0) + 1;
  for (let unit = first; unit < first + used; unit += 1)
    edge.append({ type: 'v1.LeaseUsed', body: { leaseId: id, unit, usedFor: edge.newId() } });
  edge.append({ type: 'v1.LeaseReturned', body: { leaseId: id, units: last - first + 1 - used } });
  await takeBatch(centre.context, edge.batch(from));
}

describe('a pool, as the centre looks at it', () => {
  it('says of each clinic what it was granted, used and holds, when that runs out, and what is left', async () => {
    const { edges, place, request } = await aPool();
    const [lease] = await leasesOf(edges[0]);
    await givesBack(edges[0], lease!, 3);
    const pool = await shown(place);
    expect(pool).toMatchObject({
      ...request,
      left: 4,
      idle: 5,
      account: { granted: 16, used: 3, returned: 5, held: 8 },
    });
    const share = pool.shares.find(({ clinicId }) => clinicId === edges[0].clinicId);
    expect(share).toMatchObject({
      service: { en: 'General' },
      account: { granted: 8, used: 3, returned: 5, expired: 0, held: 0 },
      isWithheld: false,
      until: Date.UTC(2026, 10, 24, 3),
      leases: [{ id: lease!.id, first: lease!.first, last: lease!.last, used: 3, returned: 5, state: 'ended' }],
    });
    await settle(edges[0]);
    expect(await shown(place)).toMatchObject({ left: 1, idle: 0, account: { granted: 24, held: 16 } });
  });

  it('is widened and narrowed, and never below what is out of it', async () => {
    const { place, request } = await aPool();
    const narrow = { ...request, perDay: 15 };
    expect(await setPool(centre.context, place, narrow)).toEqual({
      ok: false,
      refusal: { code: 'pool-too-narrow', least: 16 },
    });
    expect(await setPool(centre.context, place, { ...request, perDay: 16 })).toEqual({ ok: true });
    expect(await shown(place)).toMatchObject({ perDay: 16, left: 0 });
    expect(await setPool(centre.context, place, { ...request, perDay: null })).toEqual({ ok: true });
    expect(await shown(place)).toMatchObject({ perDay: null, left: null });
    expect(await setPool(centre.context, place, narrow)).toMatchObject({ refusal: { code: 'pool-too-narrow' } });
  });

  it('takes back what a clinic holds of a day once its row says so, for another one, and grants it no more', async () => {
    const { edges, place } = await aPool();
    const share = { clinicId: edges[0].clinicId, businessDay };
    const [lease] = await leasesOf(edges[0]);
    expect(await takeBack(centre.context, place, share)).toEqual({ ok: true });
    expect(await leasesOf(edges[0])).toEqual([{ ...lease, takenBack: true }]);
    expect(await shown(place)).toMatchObject({
      left: 4,
      account: { held: 16 },
      shares: expect.arrayContaining([
        expect.objectContaining({ isWithheld: true, leases: [expect.objectContaining({ state: 'asked-back' })] }),
      ]),
    });
    await givesBack(edges[0], lease!, 2);
    await settle(edges[0]);
    expect(await leasesOf(edges[0])).toEqual([]);
    expect(await shown(place)).toMatchObject({ left: 10, idle: 0, account: { granted: 16, used: 2, returned: 6 } });
    expect(await grantAgain(centre.context, place, share)).toEqual({ ok: true });
    await settle(edges[0]);
    expect(await leasesOf(edges[0])).toHaveLength(1);
  });

  it('is closed with its account kept, asks for all that is out, and is opened again', async () => {
    const { edges, place, request } = await aPool();
    expect(await endPool(centre.context, place)).toEqual({ ok: true });
    expect(await shown(place)).toMatchObject({ closedAt: centre.clock.now, services: [], account: { granted: 16 } });
    const { items } = await readFeed(centre.context, edges[0].clinicId, 0, 0, new AbortController().signal);
    expect(items).toContainEqual(expect.objectContaining({ kind: 'lease', id: place.poolId, body: null }));
    const [lease] = await leasesOf(edges[0]);
    await givesBack(edges[0], lease!, 0);
    await settle(edges[0]);
    expect(await shown(place)).toMatchObject({ account: { granted: 16, returned: 8 }, left: 4, idle: 8 });
    expect(await setPool(centre.context, place, request)).toEqual({ ok: true });
    expect((await shown(place)).closedAt).toBeUndefined();
  });

  it('is none of another network’s, nor is a share of another network’s clinic', async () => {
    const { edges, place } = await aPool();
    const elsewhere = { ...place, networkId: centre.context.newId() };
    const share = { clinicId: edges[0].clinicId, businessDay };
    const unknown = { ok: false, refusal: { code: 'unknown-pool' } };
    expect(await endPool(centre.context, elsewhere)).toEqual(unknown);
    expect(await takeBack(centre.context, elsewhere, share)).toEqual(unknown);
    expect(await takeBack(centre.context, { ...place, poolId: centre.context.newId() }, share)).toEqual(unknown);
    expect(await takeBack(centre.context, place, { ...share, clinicId: centre.context.newId() })).toEqual(unknown);
  });

  it('has every act written down with who did it, and nobody who serves can change that', async () => {
    const { edges, place, request } = await aPool();
    centre.clock.now += 1_000;
    await takeBack(centre.context, place, { clinicId: edges[0].clinicId, businessDay });
    centre.clock.now += 1_000;
    await endPool(centre.context, place);
    const { networkId } = centre;
    const { rows } = await centre.context.withTenant({ networkId }, (tx) =>
      sql`select action, user_id as "userId", pool, clinic_id as "clinicId", business_day as "businessDay" from pool_log
        where network_id = ${networkId} and pool_id = ${place.poolId} order by at`.execute(tx),
    );
    expect(rows).toMatchObject([
      { action: 'pool-set', userId, pool: request },
      { action: 'share-taken-back', userId, clinicId: edges[0].clinicId, businessDay },
      { action: 'pool-closed', userId },
    ]);
    const change = centre.context.withTenant({ networkId }, (tx) => sql`delete from pool_log`.execute(tx));
    await expect(change).rejects.toThrow(/permission denied/);
  });
});
