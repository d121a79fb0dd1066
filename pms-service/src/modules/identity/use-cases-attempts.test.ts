import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { mayTry } from './use-cases-attempts.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const tries = async (what: string, times: number): Promise<readonly boolean[]> => {
  const answers: boolean[] = [];
  for (let n = 0; n < times; n++) answers.push(await mayTry(centre.context, what, 2));
  return answers;
};

describe('what may be tried a few times a minute', () => {
  it('is counted for each address, and begins anew a minute after the first', async () => {
    expect(await tries('sign in from 10.0.0.1', 4)).toEqual([true, true, false, false]);
    expect(await tries('sign in from 10.0.0.2', 1)).toEqual([true]);
    centre.clock.now += minuteMs;
    expect(await tries('sign in from 10.0.0.1', 3)).toEqual([true, true, false]);
  });

  it('is counted once each, also when all come at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => mayTry(centre.context, 'at once', 5)));
    expect(answers.filter(Boolean)).toHaveLength(5);
  });

  it('is forgotten when it is over, and never listed', async () => {
    const seen = (attemptsBefore: number) =>
      centre.context.withTenant({ attemptsBefore }, (tx) => sql`select from limited_attempts`.execute(tx));
    await tries('of before', 1);
    const counted = await centre.context.withTenant({}, (tx) => sql`select from limited_attempts`.execute(tx));
    expect(counted.rows).toEqual([]);
    centre.clock.now += 2 * minuteMs;
    expect((await seen(centre.clock.now)).rows).not.toEqual([]);
    await tries('of afterwards', 1);
    expect((await seen(centre.clock.now)).rows).toEqual([]);
  });
});
