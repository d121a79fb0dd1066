/**
 * The real edge and the real centre on PostgreSQL, with a line between them that has weather: patients come and are
 * called, prices change, either process is killed. When the line is calm again both hold the same rows, byte for byte by
 * their hashes, each did what it does once, and the feed has arrived.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { settledPort } from '@foyer/demo/launch/free-port.ts';
import { dataFiles } from '@foyer/edge-server/config/data-files.ts';
import { createTenantDatabase } from '@foyer/pms-service/adapters/postgres/tenant.ts';
import { setPrices } from '@foyer/pms-service/modules/scheduling/use-cases.ts';
import { atExit } from '../../bench/kit/at-exit.ts';
import {
  type BenchPostgres,
  centreDatabase,
  startBenchCentre,
  startBenchPostgres,
} from '../../bench/kit/bench-centre.ts';
import { type BenchClinic, makeBenchClinic, repositoryRoot } from '../../bench/kit/bench-clinic.ts';
import { createEdgeClient, newCommandId, type Order, readLog, type Sent } from '../../bench/kit/edge-client.ts';
import { type EdgeProcess, startEdge } from '../../bench/kit/edge-process.ts';
import type { Figure } from '../../bench/kit/figure.ts';
import { createRandom, type Random } from '../../bench/kit/random.ts';
import { calm, type FaultProxy, startFaultProxy, weathers } from '../kit/fault-proxy.ts';
import { Ledger } from '../kit/ledger.ts';

export interface OverSocketsOptions {
  readonly seed: number;
  readonly steps: number;
  readonly say: (line: string) => void;
}
export interface OverSocketsVerdict {
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly violations: readonly string[];
  readonly figures: readonly Figure[];
}

const kiosks = 4;
const longestPauseMs = 60;
/** One in so many steps. */
const weatherEvery = 30;
const patientOneIn = 6;
const priceEvery = 25;
const killEvery = 300;
const tellEvery = 1_000;
/** What was sent into a half open line is given up after half a minute, and a poll after a minute. */
const longestCalmMs = 240_000;

export async function relayOverSockets(options: OverSocketsOptions): Promise<OverSocketsVerdict> {
  const clinic = makeBenchClinic({ seed: options.seed, kiosks, displays: 0, oneService: true });
  const postgres = await startBenchPostgres(clinic.folder);
  try {
    const seeded = await startBenchCentre(postgres, clinic);
    await seeded.stop();
    const random = createRandom(options.seed);
    const port = await settledPort(0);
    const proxy = await startFaultProxy(port, random);
    const tokenFile = join(clinic.folder, 'edge-token');
    writeFileSync(tokenFile, seeded.edgeToken, { mode: 0o600 });
    const run = new SocketsRun({ clinic, postgres, proxy, tokenFile, port, random });
    try {
      return await run.play(options);
    } finally {
      await run.end();
      await proxy.stop();
    }
  } finally {
    await postgres.stop();
    clinic.remove();
  }
}

interface Parts {
  readonly clinic: BenchClinic;
  readonly postgres: BenchPostgres;
  readonly proxy: FaultProxy;
  readonly tokenFile: string;
  readonly port: number;
  readonly random: Random;
}
interface Attempt {
  readonly token: string;
  readonly commandId: string;
  readonly order: Order;
}
interface CentreProcess {
  kill(): Promise<void>;
}

class SocketsRun {
  readonly #parts: Parts;
  readonly #ledger = new Ledger();
  readonly #hashes: { readonly epoch: number; readonly seq: number; readonly hash: string; readonly type: string }[] =
    [];
  #edge: EdgeProcess | undefined;
  #centre: CentreProcess | undefined;
  #unanswered: Attempt[] = [];
  #kills = 0;
  #prices = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async play({ steps, say }: OverSocketsOptions): Promise<OverSocketsVerdict> {
    await this.#startCentre();
    await this.#startEdge();
    for (let step = 1; step <= steps; step++) {
      await this.#step();
      if (step % tellEvery === 0) say(`${step} of ${steps} steps over sockets`);
    }
    const { proxy, clinic, random } = this.#parts;
    proxy.setWeather(calm);
    proxy.cut();
    await this.#send({ token: clinic.reception, commandId: newCommandId(), order: anOrder(clinic, random) });
    await this.#readOn();
    const violations = [...(await this.#whenQuiet())];
    const { harm } = proxy;
    const verdict = this.#ledger.verdict();
    return {
      ...verdict,
      violations: [...verdict.violations, ...violations],
      figures: [
        { name: 'steps over sockets', value: steps, unit: '' },
        { name: 'kills of either side', value: this.#kills, unit: '' },
        { name: 'rows relayed', value: this.#hashes.length, unit: '' },
        ...[...harm].map(([kind, times]) => ({ name: `pieces ${kind}`, value: times, unit: '' })),
      ],
    };
  }

  async end(): Promise<void> {
    await this.#edge?.kill();
    await this.#centre?.kill();
  }

  async #step(): Promise<void> {
    const { clinic, proxy, random } = this.#parts;
    const isDue = (every: number): boolean => random.below(every) === 0;
    if (isDue(weatherEvery)) {
      proxy.setWeather(weathers[random.below(weathers.length)]!);
      // Otherwise what was swallowed is found missing only when patience ends, and little else happens.
      if (random.below(patientOneIn) > 0) proxy.cut();
    }
    if (isDue(priceEvery)) await this.#changePrice();
    if (isDue(killEvery)) await this.#killEdge();
    if (isDue(killEvery)) await this.#killCentre();
    const token = random.below(2) === 0 ? clinic.reception : clinic.nurses[random.below(4)]!.token;
    await this.#send({ token, commandId: newCommandId(), order: anOrder(clinic, random, token) });
    await sleep(random.below(longestPauseMs));
  }

  async #send(attempt: Attempt): Promise<void> {
    const client = createEdgeClient(this.#edge!.url, attempt.token);
    try {
      this.#note(await client.send(attempt.order, attempt.commandId));
    } catch {
      this.#unanswered.push(attempt);
    } finally {
      client.close();
    }
  }

  /** A refusal is an answer, and promises nothing. */
  #note({ commandId, answer }: Sent): void {
    if (!answer.ok || !('seq' in answer)) return;
    const { epoch, seq } = answer;
    this.#ledger.acknowledge({ commandId, epoch, seq, answer: JSON.stringify(answer) });
  }

  async #killEdge(): Promise<void> {
    const { clinic, random } = this.#parts;
    // While something is under way.
    const last = this.#send({ token: clinic.reception, commandId: newCommandId(), order: anOrder(clinic, random) });
    await this.#edge!.kill();
    await last;
    this.#kills += 1;
    await this.#startEdge();
    const again = this.#unanswered;
    this.#unanswered = [];
    for (const attempt of again) await this.#send(attempt);
    await this.#readOn();
  }

  async #killCentre(): Promise<void> {
    await this.#centre!.kill();
    this.#kills += 1;
    await this.#startCentre();
  }

  /** Somebody else on this machine may take one of its ports in between: then with others. */
  async #startEdge(tries = 3): Promise<void> {
    const { clinic, proxy, tokenFile } = this.#parts;
    const environment = { FOYER_PMS_URL: proxy.url, FOYER_PMS_TOKEN_FILE: tokenFile };
    try {
      this.#edge = await startEdge({ clinic, environment });
    } catch (error) {
      if (tries === 1 || !String(error).includes('EADDRINUSE')) throw error;
      await this.#startEdge(tries - 1);
    }
  }

  async #startCentre(): Promise<void> {
    const { clinic, postgres, port } = this.#parts;
    this.#centre = await startCentreAgain(clinic, postgres, port);
  }

  async #changePrice(): Promise<void> {
    const { clinic, postgres, random } = this.#parts;
    const { clinicId, currency } = clinic.configuration;
    const database = createTenantDatabase({ databaseUrl: postgres.databaseUrl });
    await database.start();
    const serviceId = clinic.serviceIds[random.below(clinic.serviceIds.length)]!;
    const price = { serviceId, amountMinor: 1_000 + ++this.#prices, currency };
    await database.withTenant({ clinicId }, (tx) => setPrices(tx, clinicId, [price]));
    await database.stop();
  }

  async #readOn(): Promise<void> {
    const client = createEdgeClient(this.#edge!.url, this.#parts.clinic.auditor);
    for await (const row of readLog(client, this.#ledger.position)) {
      this.#ledger.read(row);
      this.#hashes.push(row);
    }
    client.close();
  }

  /** Waits until both sides are alike, and says what is not when that takes too long. */
  async #whenQuiet(): Promise<readonly string[]> {
    const centre = await this.#parts.postgres.connect(centreDatabase);
    try {
      const giveUpAt = performance.now() + longestCalmMs;
      for (;;) {
        await this.#readOn();
        const faults = [...(await this.#differences(centre)), ...(await this.#feedFaults(centre))];
        if (faults.length === 0 || performance.now() > giveUpAt) return faults;
        await sleep(500);
      }
    } finally {
      await centre.end();
    }
  }

  async #differences(centre: Awaited<ReturnType<BenchPostgres['connect']>>): Promise<readonly string[]> {
    const { rows } = await centre.query<{ place: string; hash: string }>(
      `select epoch || '.' || seq as place, encode(hash, 'base64') as hash from log_rows`,
    );
    const held = new Map(rows.map(({ place, hash }) => [place, hash]));
    const found: string[] = [];
    const missing = this.#hashes.filter(({ epoch, seq, hash }) => held.get(`${epoch}.${seq}`) !== hash);
    const [first] = missing;
    if (first !== undefined) {
      found.push(`the centre does not have ${missing.length} rows, the first of them ${first.epoch}.${first.seq}`);
      found.push(`the edge said: ${this.#edge!.output().slice(-500)}`);
    }
    if (held.size > this.#hashes.length) found.push(`the centre has ${held.size} rows of ${this.#hashes.length}`);
    const made = { TicketIssued: 'visits', PatientRegistered: 'patients' };
    for (const [type, table] of Object.entries(made)) {
      const facts = this.#hashes.filter((row) => row.type === `v1.${type}`).length;
      const count = await centre.query<{ count: string }>(`select count(*) from ${table}`);
      if (Number(count.rows[0]?.count) !== facts) found.push(`${facts} ${type} made ${count.rows[0]?.count} ${table}`);
    }
    const amiss = `select (select count(*) from dead_letters) + (select count(*) from quarantined_batches) as count`;
    const { count } = (await centre.query<{ count: string }>(amiss)).rows[0]!;
    if (Number(count) > 0) found.push(`${count} dead letters and batches in quarantine`);
    return found;
  }

  /** Each price as the centre has it. */
  async #feedFaults(centre: Awaited<ReturnType<BenchPostgres['connect']>>): Promise<readonly string[]> {
    const theirs = await centre.query<{ body: { serviceId: string; amountMinor: number } }>(
      `select body from feed_entries where kind = 'price'`,
    );
    const box = new DatabaseSync(dataFiles(this.#parts.clinic.dataDir).database, { readOnly: true });
    try {
      const price = box.prepare('SELECT amount_minor FROM reference_prices WHERE service_id = ?');
      return theirs.rows.flatMap(({ body: { serviceId, amountMinor } }) =>
        price.get(serviceId)?.['amount_minor'] === amountMinor ? [] : [`the box has another price of ${serviceId}`],
      );
    } finally {
      box.close();
    }
  }
}

/** Somebody comes, registered or not, or is called. */
function anOrder(clinic: BenchClinic, random: Random, token = clinic.reception): Order {
  const nurse = clinic.nurses.find((one) => one.token === token);
  if (nurse !== undefined) {
    return { type: 'call-next', servicePointId: nurse.servicePointId, finishCurrent: 'completed' };
  }
  if (random.below(3) > 0) return { type: 'issue-ticket', serviceId: clinic.serviceIds[0]! };
  const name = { family: `Family ${random.below(1e6)}`, given: `Given ${random.below(1e6)}` };
  return { type: 'register-patient', patient: { name } };
}

/** On the same database and at the same port as before. */
async function startCentreAgain(clinic: BenchClinic, postgres: BenchPostgres, port: number): Promise<CentreProcess> {
  const child = spawn(process.execPath, [join(repositoryRoot, 'pms-service', 'src', 'main.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: postgres.databaseUrl,
      FOYER_DATA_DIR: join(clinic.folder, 'centre'),
      FOYER_BIND: '127.0.0.1',
      FOYER_PMS_PORT: String(port),
      FOYER_LOG_LEVEL: 'silent',
    },
  });
  const left = atExit(() => child.kill('SIGKILL'));
  const ended = once(child, 'close');
  void ended.then(() => left.forget());
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the centre ended with ${child.exitCode}`);
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) break;
    await sleep(20);
  }
  return {
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
