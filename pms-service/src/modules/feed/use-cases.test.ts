import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { publish, readFeed } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const never = new AbortController().signal;
const price = (serviceId: string, amountMinor: number) =>
  ({
    kind: 'price',
    id: serviceId,
    body: { serviceId, amountMinor, currency: 'EUR', version: 1 },
  }) as const;

function publishPrices(clinicId: string, ...amounts: number[]): Promise<void> {
  return centre.context.withTenant({ clinicId }, (tx) =>
    publish(
      tx,
      clinicId,
      amounts.map((amount, index) => price(`service-${index}`, amount)),
    ),
  );
}

describe('the feed', () => {
  it('gives what is newer than the number asked after, in order, and a thing once', async () => {
    const { clinicId } = await centre.addClinic();
    const begun = await readFeed(centre.context, clinicId, 0, 0, never);
    expect(begun.items.map((item) => item.kind)).toEqual(['configuration', 'check-in-key']);
    await publishPrices(clinicId, 100, 200);
    await publishPrices(clinicId, 150);
    const page = await readFeed(centre.context, clinicId, begun.next, 0, never);
    expect(page.items.map(({ id, body }) => [id, (body as { amountMinor: number }).amountMinor])).toEqual([
      ['service-1', 200],
      ['service-0', 150],
    ]);
    const rest = await readFeed(centre.context, clinicId, page.next, 0, never);
    expect(rest).toMatchObject({ items: [], next: page.next });
  });

  it('answers a waiting edge when something is published', async () => {
    const { clinicId } = await centre.addClinic();
    const { next } = await readFeed(centre.context, clinicId, 0, 0, never);
    const waiting = readFeed(centre.context, clinicId, next, 60_000, never);
    await publishPrices(clinicId, 100);
    expect((await waiting).items).toHaveLength(1);
  });

  it('lets go of a waiting edge that went away', async () => {
    const { clinicId } = await centre.addClinic();
    const { next } = await readFeed(centre.context, clinicId, 0, 0, never);
    const gone = new AbortController();
    const waiting = readFeed(centre.context, clinicId, next, 60_000, gone.signal);
    gone.abort();
    expect((await waiting).items).toEqual([]);
  });

  it('never shows a number before a smaller one, however many publish at once', async () => {
    const { clinicId } = await centre.addClinic();
    let { next } = await readFeed(centre.context, clinicId, 0, 0, never);
    const seen: number[] = [];
    const publishing = Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        centre.context.withTenant({ clinicId }, (tx) => publish(tx, clinicId, [price(`other-${index}`, index)])),
      ),
    );
    let left = true;
    void publishing.finally(() => (left = false));
    do {
      const page = await readFeed(centre.context, clinicId, next, 0, never);
      seen.push(...page.items.map((item) => item.number));
      next = page.next;
    } while (left);
    const last = await readFeed(centre.context, clinicId, next, 0, never);
    seen.push(...last.items.map((item) => item.number));
    expect(seen).toHaveLength(20);
    expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => a - b));
  });
});
