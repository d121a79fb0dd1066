import { randomUUID } from 'node:crypto';
import { Registry } from 'prom-client';
import { minuteMs } from '@foyer/contracts/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClinicMetrics } from '../../adapters/http/clinic-metrics.ts';
import { aTicketIssued } from '../../testing/facts.ts';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { readFeedAt } from '../feed/use-cases.ts';
import { noteEdgeHeard, readPosition, takeBatch } from '../sync-inbox/use-cases.ts';
import { listClinicHealth, readClinicHealth } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const never = new AbortController().signal;
const place = (number: number) => ({ number, incarnation: null, snapshot: null });

async function anEdge(rows: number, behind: number) {
  const edge = await centre.addEdge();
  for (let row = 0; row < rows; row += 1) edge.append(aTicketIssued(edge));
  await takeBatch(centre.context, edge.batch(), randomUUID(), behind);
  return { edge, health: () => readClinicHealth(centre.context, edge.clinicId) };
}

describe('the health of clinics', () => {
  it('knows how many rows wait by what the edge says of its log, with a batch or when it asks', async () => {
    const { edge, health } = await anEdge(3, 40);
    expect(await health()).toMatchObject({ epoch: 1, seq: 3, waitingRows: 40, waitingSince: edge.rows[2]!.at });
    const run = randomUUID();
    edge.append(aTicketIssued(edge));
    await takeBatch(centre.context, edge.batch(4), run, 0);
    expect(await health()).toMatchObject({ seq: 4, waitingRows: 0 });
    await readPosition(centre.context, edge.clinicId, { own: { epoch: 1, seq: 9 } });
    expect(await health()).toMatchObject({ waitingRows: 5 });
    // That it is heard says nothing of its log.
    await noteEdgeHeard(centre.context, edge.clinicId);
    expect(await health()).toMatchObject({ waitingRows: 5 });
  });

  it('knows what of the feed the edge has not taken', async () => {
    const { edge, health } = await anEdge(1, 0);
    expect(await health()).not.toHaveProperty('feedItems');
    const taken = await readFeedAt(centre.context, edge.clinicId, place(0), 0, never);
    await readFeedAt(centre.context, edge.clinicId, place(taken.next), 0, never);
    expect(await health()).toMatchObject({ feedItems: 0 });
    const [first] = taken.items;
    await readFeedAt(centre.context, edge.clinicId, place(first!.number), 0, never);
    expect(await health()).toMatchObject({ feedItems: taken.items.length - 1 });
  });

  it('shows a member the clinics of their own network, and of one clinic that one alone', async () => {
    const { edge } = await anEdge(1, 0);
    const network = { networkId: centre.networkId, clinicId: null };
    const all = (await listClinicHealth(centre.context, network)).clinics.map(({ id }) => id);
    expect(all).toContain(edge.clinicId);
    const own = { networkId: centre.networkId, clinicId: edge.clinicId };
    expect((await listClinicHealth(centre.context, own)).clinics.map(({ id }) => id)).toEqual([edge.clinicId]);
    const other = { networkId: randomUUID(), clinicId: null };
    expect((await listClinicHealth(centre.context, other)).clinics).toEqual([]);
  });

  it('is told to whoever scrapes, of the clinics that were heard, by code, and no more than so many', async () => {
    const registry = new Registry();
    const metrics = createClinicMetrics([registry]);
    metrics.readBy((clinicId) => readClinicHealth(centre.context, clinicId));
    const [one, two] = [await anEdge(2, 7), await anEdge(1, 0)];
    expect(await registry.metrics()).not.toContain('{clinic=');
    metrics.heard(one.edge.clinicId);
    metrics.heard(two.edge.clinicId);
    centre.clock.now += 20 * minuteMs;
    await noteEdgeHeard(centre.context, one.edge.clinicId);
    const text = await registry.metrics();
    expect(text).toContain('foyer_clinic_waiting_rows{clinic="HS"} 7');
    expect(text).toContain(`foyer_clinic_waiting_rows{clinic="HS ${two.edge.clinicId.slice(0, 8)}"} 0`);
    expect(text).toContain('foyer_clinic_needs{clinic="HS",need="rows-waiting"} 1');
    for (let more = 0; more < 600; more += 1) metrics.heard(randomUUID());
    const read: string[] = [];
    metrics.readBy(async (clinicId) => void read.push(clinicId) as undefined);
    await registry.metrics();
    expect(read).toHaveLength(500);
  });
});
