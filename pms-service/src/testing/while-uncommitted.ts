// Two transactions that meet: the first has done its work and not committed when the second runs into it, or past it.

import pg from 'pg';
import type { UseCaseContext } from '../modules/use-case-context.ts';
import type { TestCentre } from './test-centre.ts';

/** Holds `first` open before its commit until `second` has ended or waits for a lock, then lets both end. */
export async function whileUncommitted<A, B>(
  centre: TestCentre,
  first: (context: UseCaseContext) => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  const worked = Promise.withResolvers<void>();
  const mayCommit = Promise.withResolvers<void>();
  const one = first({
    ...centre.context,
    withTenant: (scope, fn) =>
      centre.context.withTenant(scope, async (tx) => {
        const result = await fn(tx);
        worked.resolve();
        await mayCommit.promise;
        return result;
      }),
  });
  await Promise.race([worked.promise, one]);
  let ended = false;
  const two = second().finally(() => (ended = true));
  await untilOneWaits(centre.postgres.urls.adminUrl, () => ended);
  mayCommit.resolve();
  return Promise.all([one, two]);
}

async function untilOneWaits(adminUrl: string, isOver: () => boolean): Promise<void> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  for (let waiting = 0; waiting === 0 && !isOver();) {
    waiting = (await admin.query('select from pg_locks where not granted')).rowCount ?? 0;
  }
  await admin.end();
}
