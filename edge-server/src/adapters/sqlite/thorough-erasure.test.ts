import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { anId, EngineUnderTest } from '../../writer/testing/a-writer.ts';

const people = 3_000;
const erasedPeople = 900;
const itemsAtOnce = 100;
/** The same in every run: what is left behind depends on which rows met on a page. */
const seed = 11;

const word = fc.stringMatching(/^[a-z]{3,11}$/);
const anyName = fc.record({ given: word, family: word, passport: word });
const anyOfThem = fc.shuffledSubarray(
  Array.from({ length: people }, (_, index) => index),
  { minLength: erasedPeople, maxLength: erasedPeople },
);

/** A patient with a mark that nobody else's data holds, in an order of names that is not that of arrival. */
function marked({ given, family, passport }: { given: string; family: string; passport: string }, index: number) {
  const id = anId();
  const mark = `q${index}z`;
  const details = {
    name: { given: given + mark, family: family + mark },
    identifiers: [{ kind: 'passport' as const, value: passport + mark }],
  };
  return { id, mark, item: { number: index + 1, kind: 'patient' as const, id, body: { id, details } } };
}

describe('an erasure', () => {
  it('leaves no copy of anybody that was left in a page when its rows were moved', () => {
    const clinic = new EngineUnderTest().initialise();
    const feed = (items: readonly FeedItem[]): void => {
      for (let from = 0; from < items.length; from += itemsAtOnce) {
        const some = items.slice(from, from + itemsAtOnce);
        const page = { version: 1 as const, serverTime: clinic.clock.wall(), items: some, next: some.at(-1)!.number };
        clinic.perform({ kind: 'feed', page });
      }
    };
    const known = fc.sample(anyName, { seed, numRuns: people }).map(marked);
    feed(known.map(({ item }) => item));
    const gone = new Set(fc.sample(anyOfThem, { seed, numRuns: 1 })[0]);
    const erased = known.filter((_, index) => gone.has(index));
    feed(
      erased.map(({ id }, index) => ({
        number: people + index + 1,
        kind: 'subject-erased',
        id,
        body: { subjectId: id },
      })),
    );
    clinic.tidy();
    const file = readFileSync(clinic.settings.databasePath, 'latin1');
    const onDisk = new Set(Array.from(file.matchAll(/q\d+z/g), ([mark]) => mark));
    expect(known.filter(({ mark }, index) => onDisk.has(mark) !== !gone.has(index))).toEqual([]);
  });
});
