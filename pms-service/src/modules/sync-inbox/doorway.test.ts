import { relayHeaders } from '@foyer/contracts/relay-line.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Doorway } from './doorway.ts';

const newestRow = { [relayHeaders.rows]: '1', [relayHeaders.behind]: '0' };
const returning = { [relayHeaders.rows]: '200', [relayHeaders.behind]: '1800' };

/** A doorway, and who is with the database by now, in order, each with how it is answered. */
function aDoorway(atOnce: number) {
  const doorway = new Doorway(atOnce);
  const asked: { readonly who: string; readonly answer: () => void }[] = [];
  const come = (who: string, headers: Record<string, string>): Promise<void> =>
    doorway.pass(headers, () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      asked.push({ who, answer: resolve });
      return promise;
    });
  return { asked, come };
}
/** What was answered has made way. */
const settled = () => new Promise<void>((resolve) => void setImmediate(resolve));

it('has a crowd ask a few at a time, each in its turn', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 30 }), async (atOnce, crowd) => {
      const { asked, come } = aDoorway(atOnce);
      const names = Array.from({ length: crowd }, (_, edge) => `edge ${edge}`);
      const all = Promise.all(names.map((name) => come(name, returning)));
      for (let answered = 0; answered < crowd; answered += 1) {
        await settled();
        expect(asked).toHaveLength(Math.min(crowd, answered + atOnce));
        asked[answered]?.answer();
      }
      await all;
      expect(asked.map(({ who }) => who)).toEqual(names);
    }),
    { numRuns: 30 },
  );
});

it('has a clinic at work ask before all who wait, and nobody else who says less', async () => {
  const { asked, come } = aDoorway(1);
  const others = [returning, {}, { [relayHeaders.rows]: '51', [relayHeaders.behind]: '0' }];
  for (const [edge, headers] of others.entries()) void come(`edge ${edge}`, headers);
  void come('at work', newestRow);
  for (let answered = 0; answered < 4; answered += 1) {
    await settled();
    asked[answered]?.answer();
  }
  await settled();
  expect(asked.map(({ who }) => who)).toEqual(['edge 0', 'at work', 'edge 1', 'edge 2']);
});

it('says what the question was answered, and goes on behind one that failed', async () => {
  const doorway = new Doorway(1);
  const failing = doorway.pass(returning, async () => {
    throw new Error('the database is away');
  });
  const next = doorway.pass(returning, async () => 'here');
  await expect(failing).rejects.toThrow('the database is away');
  expect(await next).toBe('here');
});
