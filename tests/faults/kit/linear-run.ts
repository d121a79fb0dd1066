/**
 * Eight clients of one clinic, and its edge in life after life: each ends with a kill while everybody sends. A life begins
 * with what was left without an answer; then nothing is under way, and the history so far is judged by the log. Some bursts
 * of one operation of each client are judged by search as well.
 */
import { readFileSync } from 'node:fs';
import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import { makeBenchClinic, type BenchClinic } from '../../bench/kit/bench-clinic.ts';
import { paperPrefix } from '@foyer/domain/numbering/paper-series.ts';
import { createEdgeClient, newCommandId, readLog } from '../../bench/kit/edge-client.ts';
import { startEdge, type EdgeProcess } from '../../bench/kit/edge-process.ts';
import { createRandom, type Random } from '../../bench/kit/random.ts';
import { variantOptions, type Variant } from '../../bench/kit/source-variant.ts';
import { HistoryClient } from './history-client.ts';
import { isAccepted, type CommandSent, type Operation } from './history.ts';
import { journeyOfOneService } from './journey-orders.ts';
import { isLinearizable } from './linear-search.ts';
import { LinearWitness, type WitnessRow, type WitnessVerdict } from './linear-witness.ts';
import { anOrder, DeskRole, KnownTickets, type Orderer } from './queue-orders.ts';

const kiosks = 2;
const rooms = 4;
const burstsOfALife = 3;
const anyId = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

export interface LinearRunOptions {
  readonly seed: number;
  readonly operations: number;
  readonly lives: number;
  readonly variant?: Variant;
  readonly onLife?: (operations: number) => void;
}
export interface LinearRunVerdict extends WitnessVerdict {
  readonly operations: number;
  /** Bursts that were searched through. */
  readonly searched: number;
}

interface Participant {
  readonly client: HistoryClient;
  readonly orderer: Orderer;
  /** Asks about tickets as often as it sends. */
  readonly reads: boolean;
}

export async function runHistory(options: LinearRunOptions): Promise<LinearRunVerdict> {
  const clinic = makeBenchClinic({
    seed: options.seed,
    kiosks,
    displays: 0,
    oneService: true,
    change: (configuration, serviceId) => ({
      ...configuration,
      journeys: [journeyOfOneService(newCommandId(), serviceId)],
      notAnswered: { afterMinutes: 1, graceMinutes: 0 },
      stranded: { afterMinutes: 1, role: 'nurse' },
    }),
  });
  try {
    const run = new LinearRun(clinic, options);
    for (let life = 1; life <= options.lives; life++) {
      await run.live(life === options.lives);
      options.onLife?.(run.operations);
    }
    return run.verdict();
  } finally {
    clinic.remove();
  }
}

class LinearRun {
  readonly #clinic: BenchClinic;
  readonly #options: LinearRunOptions;
  readonly #random: Random;
  readonly #witness = new LinearWitness();
  readonly #known = new KnownTickets();
  readonly #participants: readonly Participant[];
  readonly #unexplained: string[] = [];
  /** Whom the edge knows. */
  readonly #staffIds: string[] = [];
  #history: Operation[] = [];
  #searched = 0;
  operations = 0;

  constructor(clinic: BenchClinic, options: LinearRunOptions) {
    this.#clinic = clinic;
    this.#options = options;
    this.#random = createRandom(options.seed);
    this.#participants = this.#makeParticipants();
  }

  verdict(): LinearRunVerdict {
    const { violations, ...counts } = this.#witness.verdict();
    return {
      ...counts,
      violations: [...violations, ...this.#unexplained],
      operations: this.operations,
      searched: this.#searched,
    };
  }

  async live(isLast: boolean): Promise<void> {
    const { variant, operations, lives } = this.#options;
    const nodeOptions = variant === undefined ? [] : variantOptions(variant);
    const edge = await startEdge({ clinic: this.#clinic, nodeOptions });
    try {
      for (const { client } of this.#participants) client.connect(edge.url);
      if (this.#staffIds.length === 0) await this.#admitStaff(edge);
      await this.#all(({ client }) => client.resume());
      await this.#judge(edge);
      for (let bursts = 0; bursts < burstsOfALife; bursts++) await this.#burst(edge);
      await this.#load(edge, Math.ceil(operations / lives), isLast);
    } finally {
      for (const { client } of this.#participants) client.close();
      await (isLast ? edge.stop() : edge.kill());
    }
  }

  /** Until so many more are answered; then the edge is killed while all the others wait, or everybody stops. */
  async #load(edge: EdgeProcess, more: number, isLast: boolean): Promise<void> {
    const until = this.operations + more;
    let killed: Promise<void> | undefined;
    await this.#all(async (participant) => {
      while (killed === undefined && this.operations < until) {
        try {
          await this.#act(participant);
        } catch (error) {
          if (killed === undefined) this.#unexplained.push(`nobody killed the edge, and it was gone: ${String(error)}`);
          killed ??= edge.kill();
        }
        if (this.operations >= until && !isLast) killed ??= edge.kill();
      }
    });
    await killed;
    if (isLast && killed === undefined) await this.#judge(edge);
  }

  async #burst(edge: EdgeProcess): Promise<void> {
    const from = this.#history.length;
    await this.#all((participant) => this.#act(participant));
    const burst = this.#history.slice(from);
    const ids = burst.flatMap((one) => (one.kind === 'read' ? [one.ticketId] : idsIn(one)));
    const before = this.#witness.queue.instantWith(ids);
    const rows = await this.#judge(edge);
    // What the system did meanwhile, nobody was answered.
    if (rows.some(({ actor }) => actor === 'system')) return;
    const clockings = new Map(
      rows.flatMap(({ commandId, at }) => (commandId === null ? [] : [[commandId, at] as const])),
    );
    if (!isLinearizable(burst, before, clockings)) {
      const tickets = [...before.queue.tickets.values()];
      this.#unexplained.push(`no order explains ${JSON.stringify({ burst, rows, tickets })}`);
    }
    this.#searched += 1;
  }

  async #act({ client, orderer, reads }: Participant): Promise<void> {
    const ticketId = reads && this.#random.below(2) === 0 ? this.#known.one(this.#random)?.ticket.id : undefined;
    await (ticketId === undefined ? client.send(anOrder(orderer)) : client.read(ticketId));
  }

  /** Nothing is under way: everything that was answered until now has its place in the log, or a moment. */
  async #judge(edge: EdgeProcess): Promise<readonly WitnessRow[]> {
    const rows = await this.#newRows(edge);
    this.#witness.check(this.#history, rows);
    this.#history = [];
    return rows;
  }

  /** Somebody to hand a room over to; it is no command of the queue, and before all of them. */
  async #admitStaff(edge: EdgeProcess): Promise<void> {
    const { queue } = this.#witness;
    for (const row of await this.#newRows(edge)) queue.fold(row);
    const supervisor = createEdgeClient(edge.url, this.#clinic.supervisor);
    const { businessDay: untilBusinessDay } = queue.now;
    const { answer } = await supervisor.send({
      type: 'admit-temporary-staff',
      name: 'A nurse for a day',
      roles: ['nurse'],
      untilBusinessDay,
      pin: '2468',
    });
    supervisor.close();
    if (!isAccepted(answer)) throw new Error(`nobody was admitted: ${JSON.stringify(answer)}`);
    this.#staffIds.push((answer.result as { readonly staffId: string }).staffId);
    for (const row of await this.#newRows(edge)) queue.fold(row);
  }

  async #newRows(edge: EdgeProcess): Promise<readonly WitnessRow[]> {
    const auditor = createEdgeClient(edge.url, this.#clinic.auditor);
    const rows: WitnessRow[] = [];
    for await (const { body, ...row } of readLog(auditor, this.#witness.position)) {
      rows.push({ ...row, body: JSON.parse(body) as unknown } as WitnessRow);
    }
    auditor.close();
    return rows;
  }

  #all(act: (participant: Participant) => Promise<void>): Promise<unknown> {
    return Promise.all(this.#participants.map(act));
  }

  #makeParticipants(): readonly Participant[] {
    const { kiosks: kioskTokens, nurses, reception, supervisor, serviceIds, configuration } = this.#clinic;
    const pointIds = nurses.slice(0, rooms).map(({ servicePointId }) => servicePointId);
    const common = {
      known: this.#known,
      serviceIds: [serviceIds[0]!],
      pointIds,
      journey: configuration.journeys![0]!,
      staffIds: this.#staffIds,
      paperPrefix: paperPrefix(configuration),
      now: () => Date.now(),
      newId: newCommandId,
      random: this.#random,
    };
    const participant = (token: string, own: Pick<Orderer, 'role' | 'pointId'>, reads = false): Participant => ({
      client: new HistoryClient({
        token,
        sender: senderOf(token, this.#clinic),
        known: this.#known,
        random: this.#random,
        record: (operation) => {
          this.#history.push(operation);
          this.operations += 1;
        },
        repeated: (operation) => this.#witness.checkRepeats(operation),
      }),
      orderer: { ...common, ...own },
      reads,
    });
    return [
      ...kioskTokens.map((token) => participant(token, { role: DeskRole.kiosk })),
      ...nurses
        .slice(0, rooms)
        .map(({ token, servicePointId: pointId }) => participant(token, { role: DeskRole.nurse, pointId })),
      participant(reception, { role: DeskRole.reception }, true),
      participant(supervisor, { role: DeskRole.supervisor }, true),
    ];
  }
}

/** Every id that a command says, wherever it stands: those that are of a ticket are among them. */
function idsIn({ command }: CommandSent): readonly string[] {
  return JSON.stringify(command).match(anyId) ?? [];
}

/** As the door finds it out from the token. */
function senderOf(token: string, { demonstrationFile }: BenchClinic): Sender {
  const { tokens } = JSON.parse(readFileSync(demonstrationFile, 'utf8')) as EdgeDemonstration;
  const { role, staffId, deviceId, servicePointId } = tokens.find((each) => each.token === token)!;
  return {
    actor: staffId === undefined ? `device:${deviceId ?? ''}` : `staff:${staffId}`,
    roles: [role],
    ...(staffId === undefined ? {} : { staffId }),
    ...(servicePointId === undefined ? {} : { servicePointId }),
    ...(deviceId === undefined ? {} : { deviceId }),
  };
}
