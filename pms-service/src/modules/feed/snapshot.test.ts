import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeedPage, FeedPlace } from '@foyer/contracts/sync-protocol.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import { generalService, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { publish, readFeedAt, readFeedOfVersionOne } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const never = new AbortController().signal;
const asNew: FeedPlace = { number: 0, incarnation: null, snapshot: null };

async function put(clinicId: string, prices: Readonly<Record<string, number | null>>): Promise<void> {
  await centre.context.withTenant({ clinicId }, (tx) =>
    publish(
      tx,
      clinicId,
      Object.entries(prices).map(([id, amountMinor]) => ({
        kind: 'price',
        id,
        body: amountMinor === null ? null : { serviceId: id, amountMinor, currency: 'EUR', version: 1 },
      })),
    ),
  );
}
const read = (clinicId: string, place: FeedPlace): Promise<FeedPage> =>
  readFeedAt(centre.context, clinicId, place, 0, never);

/** Takes pages until nothing new comes: each thing with its newest body, by what the pages said. */
async function follow(clinicId: string, from: FeedPlace): Promise<{ held: Map<string, unknown>; place: FeedPlace }> {
  const held = new Map<string, unknown>();
  let place = from;
  for (;;) {
    const page = await read(clinicId, place);
    for (const { id, body } of page.items) held.set(id, body);
    const { snapshot, next, incarnation = null } = page;
    place = { number: next, incarnation, snapshot: snapshot === undefined || snapshot.isLast ? null : snapshot };
    if (page.items.length === 0 && place.snapshot === null) return { held, place };
  }
}

describe('a snapshot', () => {
  it('gives a new edge what is there, none of what is gone, and then the feed behind its number', async () => {
    const { clinicId } = await centre.addClinic();
    await put(clinicId, { a: 1, b: 2 });
    await put(clinicId, { a: null });
    const first = await read(clinicId, asNew);
    expect(first.items.map(({ kind }) => kind).slice(0, 2)).toEqual(['configuration', 'check-in-key']);
    expect(first.snapshot).toMatchObject({ isLast: true });
    const { held, place } = await follow(clinicId, asNew);
    expect([...held.keys()]).not.toContain('a');
    await put(clinicId, { b: 3 });
    expect((await follow(clinicId, place)).held).toEqual(new Map([['b', expect.objectContaining({ amountMinor: 3 })]]));
  });

  it('is the same however it is cut, and misses nothing that changes meanwhile', async () => {
    const { clinicId } = await centre.addClinic();
    await put(clinicId, Object.fromEntries(Array.from({ length: 2_500 }, (_, index) => [`p${index}`, index])));
    const first = await read(clinicId, asNew);
    expect(first.snapshot).toMatchObject({ isLast: false });
    await put(clinicId, { p1: 7, p2400: null, fresh: 8 });
    const { incarnation = null } = first;
    const begun = { number: 0, incarnation, snapshot: { at: first.snapshot!.at, from: first.snapshot!.from } };
    const again = await read(clinicId, begun);
    expect((await read(clinicId, begun)).items).toEqual(again.items);
    const { held } = await follow(clinicId, begun);
    const amounts = (ids: string[]) => ids.map((id) => (held.get(id) as { amountMinor?: number } | null)?.amountMinor);
    expect(amounts(['p1', 'fresh', 'p2399', 'p2400'])).toEqual([7, 8, 2_399, undefined]);
    expect([...held.keys(), ...first.items.map(({ id }) => id)]).toContain('p0');
  });

  it('leaves out appointments that are over', async () => {
    const { clinicId } = await centre.addClinic();
    const appointment = (id: string, at: number) =>
      ({
        kind: 'appointment',
        id,
        body: { id, patientId: id, serviceId: generalService, at, minutes: 10, status: 'booked' },
      }) as const;
    const [old, next] = ['01900000-0000-7000-8000-00000000aa01', '01900000-0000-7000-8000-00000000aa02'];
    const { now } = centre.clock;
    await centre.context.withTenant({ clinicId }, (tx) =>
      publish(tx, clinicId, [appointment(old, now - 5 * dayMs), appointment(next, now + dayMs)]),
    );
    const ids = (await read(clinicId, asNew)).items.map(({ id }) => id);
    expect(ids).toContain(next);
    expect(ids).not.toContain(old);
  });
});

describe('compaction', () => {
  it('takes away what an edge has long had, and only that: who is behind it takes a snapshot', async () => {
    const { clinicId } = await centre.addClinic();
    await put(clinicId, { a: 1, b: 2 });
    const early = (await follow(clinicId, asNew)).place;
    await put(clinicId, { a: null, b: null });
    centre.clock.now += dayMs;
    await read(clinicId, early);
    const entries = () =>
      centre.context.withTenant({ clinicId }, async (tx) => {
        const { rows } = await sql<{ n: number }>`select count(*) as n from feed_entries where body is null`.execute(
          tx,
        );
        return rows[0]?.n;
      });
    expect(await entries()).toBe(2);
    const { place } = await follow(clinicId, early);
    centre.clock.now += dayMs;
    await read(clinicId, place);
    expect(await entries()).toBe(0);
    expect((await read(clinicId, place)).snapshot).toBeUndefined();
    expect((await read(clinicId, early)).snapshot).toMatchObject({ isLast: true });
    expect(await readFeedOfVersionOne(centre.context, clinicId, early.number, 0, never)).toBeUndefined();
    expect(await readFeedOfVersionOne(centre.context, clinicId, 0, 0, never)).toMatchObject({ version: 1 });
  });
});

describe('the feed of a restored centre', () => {
  it('never gives a number out twice, and an edge that is ahead of it takes a snapshot of its new life', async () => {
    const { clinicId } = await centre.addClinic();
    await put(clinicId, { a: 1 });
    const before = await follow(clinicId, asNew);
    await put(clinicId, { lost: 2 });
    const { place } = await follow(clinicId, before.place);
    await centre.context.withTenant({ clinicId }, async (tx) => {
      await sql`delete from feed_entries where thing_id = 'lost'`.execute(tx);
      await sql`update feed_heads set number = ${before.place.number}`.execute(tx);
    });
    const anew = await read(clinicId, place);
    expect(anew.snapshot).toMatchObject({ isLast: true });
    expect(anew.incarnation).not.toBe(place.incarnation);
    expect(anew.items.map(({ id }) => id)).not.toContain('lost');
    await put(clinicId, { later: 3 });
    const { items } = await read(clinicId, { number: anew.next, incarnation: anew.incarnation!, snapshot: null });
    expect(items.map(({ id }) => id)).toEqual(['later']);
    expect(items[0]?.number).toBeGreaterThan(place.number);
  });

  it('has another life where another PostgreSQL serves it, or another timeline, whatever its numbers say', async () => {
    const { clinicId } = await centre.addClinic();
    await put(clinicId, { a: 1 });
    const { place } = await follow(clinicId, asNew);
    expect((await read(clinicId, place)).incarnation).toBe(place.incarnation);
    await centre.context.withTenant({ clinicId }, async (tx) => {
      await sql`update feed_heads set served_by = regexp_replace(served_by, '.$', 'F')`.execute(tx);
    });
    await put(clinicId, { b: 2 });
    const anew = await read(clinicId, place);
    expect(anew.incarnation).not.toBe(place.incarnation);
    expect(anew.snapshot).toMatchObject({ isLast: true });
    const after = { number: anew.next, incarnation: anew.incarnation!, snapshot: null };
    expect((await read(clinicId, after)).incarnation).toBe(anew.incarnation);
  });
});
