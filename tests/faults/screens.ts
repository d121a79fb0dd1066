/**
 * Twenty displays whose lines are cut again and again, and whose server is killed: none misses a number, none shows a stale
 * call, and each is right again a moment after it reconnects. Beside them, cut and killed at the same moments, displays of
 * a plain Socket.IO broadcast: the same judge has to find what those lose.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { settledPort } from '@foyer/demo/launch/free-port.ts';
import { type BenchClinic, makeBenchClinic } from '../bench/kit/bench-clinic.ts';
import { acceptedResult, createEdgeClient, newCommandId, type Order, type Sent } from '../bench/kit/edge-client.ts';
import { startEdge, type EdgeProcess } from '../bench/kit/edge-process.ts';
import { createRandom, type Random } from '../bench/kit/random.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import { percentile } from '../bench/kit/statistics.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import { PlainBroadcast, PlainWall } from './kit/plain-broadcast.ts';
import { type ShownCall, WallJudge } from './kit/wall-judge.ts';
import { WatchedWall } from './kit/watched-wall.ts';

const displays = 20;
const rooms = 4;
const fullServerKills = 50;
const quickServerKills = 1;
const fullCutsOfALife = 20;
const quickCutsOfALife = 10;
/** Of ten calls, so many are taken back at once. */
const withdrawnOfTen = 1;
const paceMs = 150;
/** A wall has eight rows, and four of them are of the rooms: who is away for longer than this is waited for. */
const mostMissed = 3;
const longestUntilRightMs = 15_000;
const rightWithinMs = 250;

export const screens: Fault = {
  name: 'screens',
  about: 'twenty displays, lines cut and servers killed: no number missed, none stale, right again at once',
  run: cutAndKill,
};

async function cutAndKill(options: RunOptions): Promise<FaultOutcome> {
  const serverKills = options.cycles ?? (options.quick ? quickServerKills : fullServerKills);
  const clinic = makeBenchClinic({ seed: options.seed, kiosks: 1, displays, oneService: true });
  const run = new ScreensRun(clinic, await settledPort(0), await settledPort(0), createRandom(options.seed));
  const cutsOfALife = options.quick ? quickCutsOfALife : fullCutsOfALife;
  try {
    run.begin();
    for (let life = 0; life <= serverKills; life++) {
      await run.live(life === serverKills ? 0 : cutsOfALife);
      if (life % 10 === 9) options.say(`${life + 1} of ${serverKills}`);
    }
    return run.outcome(serverKills, options.quick);
  } finally {
    await run.end();
    clinic.remove();
  }
}

class ScreensRun {
  readonly #clinic: BenchClinic;
  readonly #port: number;
  readonly #random: Random;
  readonly #judge = new WallJudge(displays);
  readonly #plainJudge = new WallJudge(displays);
  readonly #walls: readonly WatchedWall[];
  readonly #plain: PlainBroadcast;
  readonly #plainWalls: readonly PlainWall[];
  readonly #rightAfterMs: number[] = [];
  readonly #violations: string[] = [];
  #cuts = 0;
  /** Sent when the server died: asked again in its next life. */
  #open: { readonly token: string; readonly commandId: string; readonly order: Order } | undefined;

  constructor(clinic: BenchClinic, port: number, plainPort: number, random: Random) {
    this.#clinic = clinic;
    this.#port = port;
    this.#random = random;
    this.#plain = new PlainBroadcast(plainPort);
    const url = `http://127.0.0.1:${port}`;
    this.#walls = clinic.displays.map((token, place) => {
      const onRight = (ms: number) => void this.#rightAfterMs.push(ms);
      return new WatchedWall({ url, token, place, judge: this.#judge, onRight });
    });
    this.#plainWalls = clinic.displays.map(
      (_token, place) => new PlainWall(`http://127.0.0.1:${plainPort}`, place, this.#plainJudge),
    );
  }

  /** They try until there is a server, as after every kill. */
  begin(): void {
    for (const wall of [...this.#walls, ...this.#plainWalls]) wall.start();
  }

  /** Calls and cuts until the server is killed over one last call; without cuts, what is left is looked at. */
  async live(cuts: number): Promise<void> {
    const edge = await startEdge({ clinic: this.#clinic, port: this.#port });
    await this.#plain.start();
    try {
      await this.#callOnceMore(edge);
      await this.#allRight();
      for (let made = 0; made < cuts; made += this.#cutSome()) {
        await this.#until(() => this.#walls.every(({ missing }) => missing < mostMissed));
        await this.#call(edge);
        await sleep(this.#random.below(paceMs));
      }
      await this.#call(edge);
      await this.#allRight();
      if (cuts > 0) await this.#callInto(edge);
    } finally {
      await Promise.all([edge.kill(), this.#plain.die()]);
    }
  }

  /** The quick form has too few reconnections for a p99. */
  outcome(cycles: number, quick: boolean): FaultOutcome {
    const { calls, missed, violations } = this.#judge;
    const lostInPlain = this.#plainJudge.missed;
    const p99 = percentile(this.#rightAfterMs, 99);
    const figure = (name: string, value: number, unit = '') => ({ name, value, unit });
    return {
      cycles,
      acknowledged: calls,
      lost: missed,
      duplicated: 0,
      violations: [
        ...violations,
        ...this.#violations,
        ...(quick || p99 <= rightWithinMs ? [] : [`right again ${p99.toFixed(0)} ms after reconnecting, at p99`]),
      ],
      planted: 1,
      caught: lostInPlain > 0 ? 1 : 0,
      figures: [
        figure('lines cut', this.#cuts),
        figure('reconnections', this.#rightAfterMs.length),
        figure('right again, median', percentile(this.#rightAfterMs, 50), 'ms'),
        figure('right again, p99', p99, 'ms'),
        figure('numbers that a plain broadcast lost', lostInPlain),
      ],
    };
  }

  async end(): Promise<void> {
    for (const wall of [...this.#walls, ...this.#plainWalls]) wall.stop();
    await this.#plain.die();
  }

  async #call(edge: EdgeProcess): Promise<void> {
    await this.#comeIn(edge);
    const { token, order } = this.#callNext();
    const nurse = createEdgeClient(edge.url, token);
    const sent = await nurse.send(order);
    this.#hear(sent);
    if (this.#random.below(10) < withdrawnOfTen) await this.#withdraw(sent, nurse);
    nurse.close();
  }

  /** There is always somebody to call. */
  async #comeIn(edge: EdgeProcess): Promise<void> {
    const kiosk = createEdgeClient(edge.url, this.#clinic.kiosks[0]!);
    acceptedResult(await kiosk.send({ type: 'issue-ticket', serviceId: this.#clinic.serviceIds[0]!, print: false }));
    kiosk.close();
  }

  async #withdraw(called: Sent, nurse: ReturnType<typeof createEdgeClient>): Promise<void> {
    const { ticket, call } = acceptedResult(called) as unknown as Called;
    const { epoch, seq } = called.answer as unknown as { readonly epoch: number; readonly seq: number };
    acceptedResult(await nurse.send({ type: 'undo', ticketId: ticket.id, epoch, seq }));
    for (const judge of [this.#judge, this.#plainJudge]) judge.withdrew(call.id);
  }

  /** The server dies at some moment of a call. */
  async #callInto(edge: EdgeProcess): Promise<void> {
    await this.#comeIn(edge);
    const { token, order } = this.#callNext();
    this.#open = { token, order, commandId: newCommandId() };
    const nurse = createEdgeClient(edge.url, token);
    const answer = nurse.send(order, this.#open.commandId).catch(() => undefined);
    await sleep(this.#random.below(8));
    await edge.kill();
    await answer;
    nurse.close();
  }

  async #callOnceMore(edge: EdgeProcess): Promise<void> {
    if (this.#open === undefined) return;
    const { token, order, commandId } = this.#open;
    const nurse = createEdgeClient(edge.url, token);
    const sent = await nurse.send(order, commandId);
    nurse.close();
    this.#open = undefined;
    if (sent.answer.ok) this.#hear(sent);
  }

  #callNext(): { readonly token: string; readonly order: Order } {
    const { token, servicePointId } = this.#clinic.nurses[this.#random.below(rooms)]!;
    return { token, order: { type: 'call-next', servicePointId, finishCurrent: 'completed' } };
  }

  #hear(sent: Sent): void {
    const { call } = acceptedResult(sent) as unknown as Called;
    this.#judge.called(call.id, call.servicePointId);
    this.#plainJudge.called(call.id, call.servicePointId);
    this.#plain.tell(call);
  }

  #cutSome(): number {
    const place = this.#random.below(displays);
    this.#plainWalls[place]!.cut();
    if (!this.#walls[place]!.cut()) return 0;
    this.#cuts += 1;
    return 1;
  }

  #allRight(): Promise<void> {
    return this.#until(
      () => this.#walls.every(({ isRight }) => isRight) && this.#plainWalls.every(({ isConnected }) => isConnected),
    );
  }

  async #until(isSo: () => boolean): Promise<void> {
    const deadline = performance.now() + longestUntilRightMs;
    while (!isSo()) {
      if (performance.now() > deadline) {
        const wrong = this.#walls.filter(({ isRight }) => !isRight).length;
        this.#violations.push(`${wrong} displays were not right ${longestUntilRightMs} ms later`);
        return;
      }
      await sleep(5);
    }
  }
}

interface Called {
  readonly ticket: { readonly id: string };
  readonly call: ShownCall;
}
