/**
 * One failover: edges relay to the centre, the line between the two servers breaks, the primary dies a moment later,
 * and the standby is promoted as an operator's script does it. Beside it a bare client waits to write, from the kill on.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgresPair, type PostgresPair } from '@foyer/pms-service/testing/postgres-pair.ts';
import { startCentreProcess } from './centre-process.ts';
import type { Random } from './random.ts';
import { enrolEdges, RelayingEdge } from './relaying-edges.ts';

export interface FailoverOptions {
  readonly edges: number;
  /** False: commits do not wait for the standby, which has to show. */
  readonly synchronous: boolean;
  readonly random: Random;
}

export interface Failover {
  /** From the kill to the first batch that was acknowledged after it. */
  readonly centreMs: number;
  /** From the kill to the first write of the bare client. */
  readonly bareMs: number;
  readonly acknowledged: number;
  /** Rows that were acknowledged and that the promoted server does not hold. */
  readonly lost: number;
  /** Rows that it holds twice, and visits more or fewer than there were tickets. */
  readonly doubled: number;
}

const [appendEveryMs, pollMs, longestMs] = [40, 5, 60_000];

export async function failOver({ edges: count, synchronous, random }: FailoverOptions): Promise<Failover> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-failover-'));
  const pair = await startPostgresPair({ folder: join(folder), synchronous });
  const ends: (() => Promise<void>)[] = [() => pair.stop()];
  try {
    const dataDir = join(folder, 'centre');
    const known = await enrolEdges(pair.databaseUrl, dataDir, count);
    const centre = await startCentreProcess(pair.databaseUrl, dataDir);
    ends.push(() => centre.stop());
    const acknowledgedAt: number[] = [];
    const edges = known.map((one) => {
      const onAcknowledged = (_: unknown, at: number): void => void acknowledgedAt.push(at);
      return new RelayingEdge({ ...one, url: centre.url, random, onAcknowledged });
    });
    for (const edge of edges) edge.start();
    ends.push(async () => void (await Promise.all(edges.map((edge) => edge.stop()))));
    const append = setInterval(() => edges.forEach((edge) => edge.append(1)), appendEveryMs);
    ends.push(async () => clearInterval(append));

    await until(() => acknowledgedAt.length >= 4 * count + random.below(8));
    const killedAt = await breakDown(pair, synchronous, () => acknowledgedAt.length);
    await pair.promote('b');
    const promotedAt = performance.now();
    const bareMs = (await writeBarely(pair)) - killedAt;
    // An answer that was on its way when the primary died came before anybody was promoted.
    const firstAfter = (): number | undefined => acknowledgedAt.find((at) => at > promotedAt);
    await until(() => firstAfter() !== undefined);
    clearInterval(append);
    await until(() => edges.every((edge) => edge.isDone));
    const lost = edges.reduce((sum, edge) => sum + edge.lost, 0);
    return {
      centreMs: firstAfter()! - killedAt,
      bareMs,
      acknowledged: acknowledgedAt.length,
      lost,
      doubled: await countDoubled(pair, edges),
    };
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}

/** Returns when the primary was killed: once something hangs, or was acknowledged, that its standby does not have. */
async function breakDown(pair: PostgresPair, synchronous: boolean, acknowledged: () => number): Promise<number> {
  await pair.cut();
  const watcher = await pair.connect('a');
  const waiting = `select from pg_stat_activity where wait_event = 'SyncRep' and application_name = 'foyer-pms'`;
  const before = acknowledged();
  if (synchronous) while (((await watcher.query(waiting)).rowCount ?? 0) === 0) await sleep(pollMs);
  else await until(() => acknowledged() > before + 1);
  watcher.end().catch(() => undefined);
  const killedAt = performance.now();
  await pair.kill('a');
  return killedAt;
}

/** When a client that does nothing else could write at the promoted server. */
async function writeBarely(pair: PostgresPair): Promise<number> {
  const client = await pair.connect('b');
  try {
    for (;;) {
      const isWritten = await client.query('create table bare (at timestamptz)').then(
        () => true,
        () => false,
      );
      if (isWritten) return performance.now();
      await sleep(pollMs);
    }
  } finally {
    await client.end();
  }
}

async function countDoubled(pair: PostgresPair, edges: readonly RelayingEdge[]): Promise<number> {
  const client = await pair.connect('b');
  const count = async (query: string): Promise<number> =>
    Number((await client.query<{ count: string }>(query)).rows[0]?.count);
  const rows = await count('select count(*) - count(distinct (clinic_id, epoch, seq)) as count from log_rows');
  const visits = await count('select count(*) from visits');
  const amiss = await count(
    'select (select count(*) from dead_letters) + (select count(*) from quarantined_batches) as count',
  );
  await client.end();
  const tickets = edges.reduce((sum, edge) => sum + edge.tickets, 0);
  return rows + Math.abs(visits - tickets) + amiss;
}

async function until(condition: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + longestMs;
  while (!condition()) {
    if (performance.now() > giveUpAt) throw new Error('the edges were not served in time');
    await sleep(pollMs);
  }
}
