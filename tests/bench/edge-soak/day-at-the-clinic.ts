/**
 * One day after the other at a busy clinic, through the edge's own door: rooms and the till open, people are registered,
 * called, served and pay, some take a number and are still there at night, screens come and go. The edge's clock is moved
 * on with each visit, and by ten minutes again and again through the night, which stands still while the edge checks its
 * whole database: a check takes as long as it takes, and has hours for it.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '@foyer/contracts/time.ts';
import { databaseCheckedAt, nextNight } from '@foyer/edge-server/night-times.ts';
import { io, type Socket } from 'socket.io-client';
import type { BenchClinic } from '../kit/bench-clinic.ts';
import type { ClockHand } from '../kit/clock-hand.ts';
import { acceptedResult, createEdgeClient, type EdgeClient } from '../kit/edge-client.ts';
import type { EdgeProcess } from '../kit/edge-process.ts';
import type { Random } from '../kit/random.ts';
import { aPatient, visit, type VisitStaff } from '../kit/visits.ts';

/** Of every service. */
export const priceMinor = 4_500;

const openForMs = 11 * hourMs;
/** Of the visits of a day, as many more numbers that nobody is ever called with. */
const leftOver = 0.02;
const floatMinor = 10_000;
const nightStepMs = 10 * minuteMs;
const longestCheckMs = 5 * minuteMs;
const lookAgainMs = 50;
/** Longer than a thread takes to see that the clock was moved. */
const seenWithinMs = 4;

export interface SoakedEdge {
  readonly clinic: BenchClinic;
  readonly edge: EdgeProcess;
  readonly clock: ClockHand;
  readonly random: Random;
}

export class DaysAtTheClinic {
  readonly #soaked: SoakedEdge;
  readonly #nurses: readonly EdgeClient[];
  readonly #reception: EdgeClient;
  readonly #cashier: EdgeClient;
  readonly #kiosk: EdgeClient;
  #commands = 0;
  #screens: readonly Socket[] = [];

  constructor(soaked: SoakedEdge) {
    this.#soaked = soaked;
    const { clinic } = soaked;
    this.#nurses = clinic.nurses.map(({ token }) => this.#client(token));
    this.#reception = this.#client(clinic.reception);
    this.#cashier = this.#client(clinic.cashier);
    this.#kiosk = this.#client(clinic.kiosks[0]!);
  }

  /** Those that were answered. */
  get commands(): number {
    return this.#commands;
  }

  /** Until the next morning, at the same time of day. */
  async live(visits: number): Promise<void> {
    const { clinic, clock, random } = this.#soaked;
    const morning = clock.now();
    await this.#open();
    let left = visits;
    await Promise.all(
      this.#nurses.map(async (nurse, room) => {
        const staff: VisitStaff = { reception: this.#reception, nurse, cashier: this.#cashier };
        while (left-- > 0) {
          await visit(staff, clinic.nurses[room]!.servicePointId, clinic.serviceIds[0]!, aPatient(random));
          clock.move(openForMs / visits);
        }
      }),
    );
    for (let number = 0; number < visits * leftOver; number++)
      acceptedResult(await this.#kiosk.send({ type: 'issue-ticket', serviceId: clinic.serviceIds[0]! }));
    const countedMinor = floatMinor + visits * priceMinor;
    acceptedResult(await this.#cashier.send({ type: 'close-till', countedMinor }));
    const checkAt = nextNight(databaseCheckedAt, morning);
    await this.#passUntil(checkAt);
    await this.#checkedSince(checkAt);
    await this.#passUntil(morning + dayMs);
  }

  end(): void {
    for (const screen of this.#screens) screen.disconnect();
    for (const client of [...this.#nurses, this.#reception, this.#cashier, this.#kiosk]) client.close();
  }

  async #passUntil(at: number): Promise<void> {
    const { clock } = this.#soaked;
    while (clock.now() < at) {
      clock.move(nightStepMs);
      await sleep(seenWithinMs);
    }
  }

  async #checkedSince(at: number): Promise<void> {
    const giveUpAt = performance.now() + longestCheckMs;
    for (;;) {
      const figures = await (await fetch(`${this.#soaked.edge.url}/metrics`)).text();
      const checkedAt = Number(/^foyer_database_checked_timestamp_seconds (\S+)$/m.exec(figures)?.[1]) * secondMs;
      if (checkedAt >= at) return;
      if (performance.now() > giveUpAt) throw new Error(`no check has ended since ${new Date(at).toISOString()}`);
      await sleep(lookAgainMs);
    }
  }

  async #open(): Promise<void> {
    const { clinic } = this.#soaked;
    // Those of the first day are open already.
    await Promise.all(
      clinic.nurses.map(({ servicePointId }, room) =>
        this.#nurses[room]!.send({ type: 'open-service-point', servicePointId }),
      ),
    );
    acceptedResult(await this.#cashier.send({ type: 'open-till', floatMinor }));
    await this.#connectScreens();
  }

  /** As after a night: each comes with a line of its own, and the old one is gone. */
  async #connectScreens(): Promise<void> {
    const { clinic, edge } = this.#soaked;
    for (const screen of this.#screens) screen.disconnect();
    const connect = (namespace: string) => (token: string) =>
      io(`${edge.url}${namespace}`, { transports: ['websocket'], auth: { token }, forceNew: true });
    this.#screens = [...clinic.displays.map(connect('/display')), ...clinic.kiosks.map(connect('/kiosk'))];
    await Promise.all(this.#screens.map((screen) => once(screen as never, 'snapshot')));
  }

  /** Command ids are made from the server's time. */
  #client(token: string): EdgeClient {
    const { edge, clock } = this.#soaked;
    const client = createEdgeClient(edge.url, token);
    return {
      ...client,
      send: async (order) => {
        const sent = await client.send(order, uuidV7(Math.round(clock.now()), randomBytes(10)));
        this.#commands += 1;
        return sent;
      },
    };
  }
}
