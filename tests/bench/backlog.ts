/**
 * A clinic that was cut off for long: 100,000 rows of whole visits, from registration to receipt, relayed by the
 * real edge to an empty centre on the embedded PostgreSQL, effects and all, and then counted: none lost, none
 * twice. The floor is the SQL by which the centre did that, asked of the same database again without the relay. Beside it
 * stands what no deciding at all would cost: a copy of what the relay left, in sets of the same size.
 */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { maxRowsPerBatch } from '@foyer/contracts/sync-protocol.ts';
import { type BenchPostgres, centreDatabase, startBenchCentre, startBenchPostgres } from './kit/bench-centre.ts';
import { type BenchClinic, makeBenchClinic } from './kit/bench-clinic.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import { createEdgeClient } from './kit/edge-client.ts';
import { startEdge } from './kit/edge-process.ts';
import type { Figure } from './kit/figure.ts';
import { createRandom } from './kit/random.ts';
import { interleave, leastRounds, quickRounds } from './kit/rounds.ts';
import type { RunOptions } from './kit/run-options.ts';
import { keepBefore, recordedSql } from './kit/recorded-sql.ts';
import { layAside } from './kit/copied-rows.ts';
import { median, medianRatio } from './kit/statistics.ts';
import { fillLog } from './kit/visits.ts';
import { startWatchedLine } from './kit/watched-line.ts';

const fullRows = 100_000;
const quickRows = 210;
const longestRelayMs = 300_000;
const copyDatabase = 'copied';
const sqlDatabase = 'sql_alone';

/** What the centre holds after a relay. */
interface Held {
  readonly rows: number;
  readonly sealed: number;
  /** Rows of the log that the centre does not hold, and rows that it holds more than once. */
  readonly lost: number;
  readonly twice: number;
  /** Registrations, visits, charges and payments that differ in number from the rows that make them. */
  readonly effectsAmiss: number;
}

export const backlog: Bench = {
  name: 'backlog',
  about: '100,000 rows relayed to an empty centre: rows a second, none lost, none twice',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  const rounds = options.quick ? quickRounds : Math.max(leastRounds, options.cycles ?? leastRounds);
  const clinic = makeBenchClinic({ seed: options.seed, kiosks: 1, displays: 0, oneService: true });
  const postgres = await startBenchPostgres(clinic.folder);
  const held: Held[] = [];
  try {
    const rows = options.quick ? quickRows : fullRows;
    options.say(`filling a log with ${rows} rows`);
    await fillLog(clinic, rows, options.seed);
    const relay = async (recordTo?: string): Promise<readonly number[]> => {
      const result = await relayAll(postgres, clinic, recordTo);
      held.push(result.held);
      return [result.rowsPerSecond];
    };
    // The first relay also makes what the floors do.
    const recorded = join(clinic.folder, 'recorded-sql');
    const first = await relay(recorded);
    const floors = await makeFloors(postgres, recorded, held[0]!.rows);
    try {
      const { sql, copy } = floors;
      const samples = options.quick
        ? { relay: [first], sql: [await sql()], copy: [await copy()] }
        : await interleave(createRandom(options.seed), rounds, { relay: () => relay(), sql, copy });
      return { runs: rounds, figures: figuresOf(samples, held) };
    } finally {
      await floors.end();
    }
  } finally {
    await postgres.stop();
    clinic.remove();
  }
}

/** Rows a second of the SQL alone and of a copy, each in a database of its own. */
async function makeFloors(postgres: BenchPostgres, recorded: string, rows: number) {
  await postgres.renew(sqlDatabase, centreDatabase);
  await postgres.renew(copyDatabase, centreDatabase);
  const admin = await postgres.connect(sqlDatabase);
  const service = await postgres.connectService(sqlDatabase);
  const copying = await postgres.connect(copyDatabase);
  const alone = await recordedSql(recorded, admin, service);
  const copied = await layAside(copying, Math.ceil(rows / maxRowsPerBatch));
  return {
    sql: async () => [rows / ((await alone.doAgain()) / 1000)],
    copy: async () => [rows / ((await copied.writeAgain()) / 1000)],
    end: () => Promise.all([admin.end(), service.end(), copying.end()]),
  };
}

function figuresOf(
  samples: Readonly<Record<'relay' | 'sql' | 'copy', readonly (readonly number[])[]>>,
  held: readonly Held[],
): readonly Figure[] {
  const worst = (of: (one: Held) => number): number => Math.max(...held.map(of));
  const none = { of: 'value', op: '<=', bound: 0 } as const;
  const rate = median(samples.relay.flat());
  return [
    { name: 'rows a second, effects and all', value: rate, unit: '/s', goal: { of: 'value', op: '>=', bound: 8000 } },
    {
      name: 'beside its set-based SQL alone',
      value: rate,
      unit: '/s',
      floor: median(samples.sql.flat()),
      ratio: medianRatio(samples.relay.flat(), samples.sql.flat()),
      goal: { of: 'ratio', op: '>=', bound: 0.4 },
    },
    {
      name: 'beside a copy of what it left',
      value: rate,
      unit: '/s',
      floor: median(samples.copy.flat()),
      ratio: medianRatio(samples.relay.flat(), samples.copy.flat()),
    },
    { name: 'rows', value: held[0]!.rows, unit: '' },
    {
      name: 'part of them sealed',
      value: held[0]!.sealed / held[0]!.rows,
      unit: '',
      goal: { of: 'value', op: '>=', bound: 0.1 },
    },
    { name: 'lost', value: worst((one) => one.lost), unit: '', goal: none },
    { name: 'twice', value: worst((one) => one.twice), unit: '', goal: none },
    { name: 'effects amiss', value: worst((one) => one.effectsAmiss), unit: '', goal: none },
  ];
}

/** From the first row that leaves the edge to the commit of the last one at the centre. */
async function relayAll(
  postgres: BenchPostgres,
  filled: BenchClinic,
  recordTo: string | undefined,
): Promise<{ readonly rowsPerSecond: number; readonly held: Held }> {
  const clinic = { ...filled, dataDir: join(filled.folder, 'relayed') };
  rmSync(clinic.dataDir, { recursive: true, force: true });
  cpSync(filled.dataDir, clinic.dataDir, { recursive: true });
  const centre = await startBenchCentre(postgres, clinic, recordTo);
  const line = await startWatchedLine(centre.url, 'POST /sync/v1/rows');
  const tokenFile = join(clinic.folder, 'edge-token');
  writeFileSync(tokenFile, centre.edgeToken, { mode: 0o600 });
  const database = await postgres.connect(centreDatabase);
  if (recordTo !== undefined) await keepBefore(database);
  try {
    const edge = await startEdge({
      clinic,
      environment: { FOYER_PMS_URL: line.url, FOYER_PMS_TOKEN_FILE: tokenFile },
    });
    try {
      const nurse = createEdgeClient(edge.url, clinic.nurses[0]!.token);
      const head = await nurse.get<{ readonly seq: number }>('/api/v1/board');
      nurse.close();
      const query = 'select seq from inbox_heads where clinic_id = $1';
      const giveUpAt = performance.now() + longestRelayMs;
      for (let seq = 0; seq < head.seq; await sleep(10)) {
        const { rows } = await database.query<{ seq: string }>(query, [clinic.configuration.clinicId]);
        seq = Number(rows[0]?.seq ?? 0);
        if (performance.now() > giveUpAt) throw new Error(`the centre stands at ${seq} of ${head.seq}`);
      }
      const seconds = (performance.now() - (line.firstSeenAt() ?? Number.NaN)) / 1000;
      return { rowsPerSecond: head.seq / seconds, held: await countHeld(database, head.seq) };
    } finally {
      await edge.stop();
    }
  } finally {
    await database.end();
    await line.stop();
    await centre.stop();
  }
}

type Database = Awaited<ReturnType<BenchPostgres['connect']>>;

/** Of one moment: the centre goes on linking patients, and the edge goes on saying so in rows of its own. */
async function countHeld(database: Database, sent: number): Promise<Held> {
  await database.query('begin isolation level repeatable read');
  const count = async (query: string): Promise<number> =>
    Number((await database.query<{ count: string }>(query)).rows[0]?.count);
  const ofType = (type: string): Promise<number> => count(`select count(*) from log_rows where type = 'v1.${type}'`);
  const effects = {
    PatientRegistered: await count('select count(*) from patients'),
    TicketIssued: await count('select count(*) from visits'),
    ChargeRecorded: await count('select count(*) from charges'),
    PaymentTaken: await count('select count(*) from payments'),
  };
  let effectsAmiss = await count('select count(*) from dead_letters');
  for (const [type, made] of Object.entries(effects)) effectsAmiss += Math.abs((await ofType(type)) - made);
  const ofThose = `from log_rows where seq <= ${sent}`;
  const rows = await count(`select count(*) ${ofThose}`);
  const distinct = await count(`select count(distinct (epoch, seq)) ${ofThose}`);
  const sealed = await count(`select count(*) ${ofThose} and sealed is not null`);
  await database.query('commit');
  return { rows, sealed, lost: sent - distinct, twice: rows - distinct, effectsAmiss };
}
