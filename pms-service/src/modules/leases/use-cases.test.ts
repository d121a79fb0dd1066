import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lease } from '@foyer/contracts/lease.ts';
import { generalService, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { whileUncommitted } from '../../testing/while-uncommitted.ts';
import { readFeed } from '../feed/use-cases.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { listPools, setPool } from './use-cases-pools.ts';
import { settleLeases } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const today = '2026-11-23';
const settle = (edge: TestEdge, context = centre.context) =>
  settleLeases(context, edge.clinicId, async () => edge.epoch);

const aPlace = (poolId: string) => ({ networkId: centre.networkId, userId: centre.context.newId(), poolId });

/** Two clinics that share a pool of 20 a day and hold 8 ahead each. */
async function aSharedPool(perDay: number | null = 20) {
  const edges = [await centre.addEdge(), await centre.addEdge()] as const;
  const poolId = centre.context.newId();
  const services = edges.map(({ clinicId }) => ({ clinicId, serviceId: generalService }));
  const request = { name: 'Samples', perDay, share: 8, services };
  const set = await setPool(centre.context, aPlace(poolId), request);
  expect(set).toEqual({ ok: true });
  return { edges, poolId };
}
async function leasesOf(edge: TestEdge, day = today): Promise<Lease[]> {
  const { items } = await readFeed(centre.context, edge.clinicId, 0, 0, new AbortController().signal);
  const leases = items.filter((item) => item.kind === 'lease').map(({ body }) => body as Lease | null);
  return leases.filter((lease) => lease?.businessDay === day) as Lease[];
}
/** Held open before its commit is the transaction that grants, and none before it. */
const heldWhereGranted =
  (context: UseCaseContext): UseCaseContext['withTenant'] =>
  (scope, fn) => {
    const isGranting = scope.clinicId !== undefined && scope.networkId !== undefined;
    return (isGranting ? context : centre.context).withTenant(scope, fn);
  };
async function account(poolId: string) {
  const { pools } = await listPools(centre.context, centre.networkId, today);
  return pools.find(({ id }) => id === poolId)?.account;
}
async function uses(edge: TestEdge, lease: Lease, count: number, returned?: number): Promise<void> {
  const from = (edge.rows.at(-1)?.seq ?? 0) + 1;
  for (let index = 0; index < count; index += 1) {
    const body = { leaseId: lease.id, unit: lease.first + index, usedFor: edge.newId() };
    edge.append({ type: 'v1.LeaseUsed', body });
  }
  if (returned !== undefined) edge.append({ type: 'v1.LeaseReturned', body: { leaseId: lease.id, units: returned } });
  await takeBatch(centre.context, edge.batch(from));
}

describe('a pool that clinics share', () => {
  it('is granted in shares that no other clinic has, today’s and tomorrow’s, and never more than there is', async () => {
    const { edges, poolId } = await aSharedPool(12);
    for (const edge of [...edges, ...edges]) await settle(edge);
    const [one, other] = [await leasesOf(edges[0]), await leasesOf(edges[1])];
    expect([one, other].map((leases) => leases.map(({ first, last }) => last - first + 1))).toEqual([[8], [4]]);
    expect(one[0]!.last).toBeLessThan(other[0]!.first);
    expect(await leasesOf(edges[0], '2026-11-24')).toHaveLength(1);
    expect(await account(poolId)).toEqual({ granted: 12, used: 0, returned: 0, expired: 0, held: 12 });
  });

  it('is granted anew as it is used, and what came back goes to whoever asks', async () => {
    const { edges, poolId } = await aSharedPool();
    for (const edge of edges) await settle(edge);
    const [lease] = await leasesOf(edges[0]);
    await uses(edges[0], lease!, 6);
    await settle(edges[0]);
    expect(await account(poolId)).toEqual({ granted: 20, used: 6, returned: 0, expired: 0, held: 14 });
    const [second] = await leasesOf(edges[1]);
    await uses(edges[1], second!, 1, 7);
    await settle(edges[1]);
    await settle(edges[0]);
    expect(await account(poolId)).toEqual({ granted: 27, used: 7, returned: 7, expired: 0, held: 13 });
    expect((await leasesOf(edges[1])).map(({ id }) => id)).not.toContain(second!.id);
  });

  it('has no end where it is a series, whose numbers are each given once', async () => {
    const { edges } = await aSharedPool(null);
    for (const edge of edges) await settle(edge);
    const [lease] = await leasesOf(edges[0]);
    await uses(edges[0], lease!, 8);
    await settle(edges[0]);
    const ranges = [...(await leasesOf(edges[0])), ...(await leasesOf(edges[1]))];
    const numbers = ranges.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, at) => first + at),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toHaveLength(24);
  });

  it('never gives out again what a lost box held', async () => {
    const { edges, poolId } = await aSharedPool(16);
    for (const edge of edges) await settle(edge);
    const [lease] = await leasesOf(edges[0]);
    await uses(edges[0], lease!, 2);
    edges[0].epoch = 2;
    const { seq } = edges[0].append({ type: 'v1.EpochBegun', body: { previousEpoch: 1 } });
    await takeBatch(centre.context, edges[0].batch(seq));
    for (const edge of edges) await settle(edge);
    expect(await account(poolId)).toEqual({ granted: 16, used: 2, returned: 0, expired: 6, held: 8 });
  });

  it('is granted to two clinics at the same moment one after the other', async () => {
    const { edges, poolId } = await aSharedPool(8);
    await whileUncommitted(
      centre,
      (context) => settle(edges[0], { ...context, withTenant: heldWhereGranted(context) }),
      () => settle(edges[1]),
    );
    expect(await account(poolId)).toMatchObject({ granted: 8, held: 8 });
  });

  it('is of clinics of the network and of services that they have', async () => {
    const clinicId = centre.context.newId();
    const services = [{ clinicId, serviceId: generalService }];
    const request = { name: 'Samples', perDay: 5, share: 2, services };
    expect(await setPool(centre.context, aPlace(centre.context.newId()), request)).toMatchObject({
      refusal: { code: 'unknown-service' },
    });
  });
});
