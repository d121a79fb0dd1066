/**
 * The writer, the screens and what an edge does with its queue of its own accord, in one process, on a clock that is moved
 * by hand. The screens hear of a commit when they are told to, as they would from another thread. A power cut leaves what
 * is on the disk and nothing else.
 */
import { appendFileSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import type { Command, CommandOf, CommandType } from '@foyer/contracts/commands.ts';
import { usualLayout } from '@foyer/contracts/display-layout-limits.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import { openForWriting } from '@foyer/edge-server/adapters/sqlite/connection.ts';
import { openReadModel } from '@foyer/edge-server/adapters/sqlite/read-model.ts';
import type { Clock } from '@foyer/edge-server/ports/clock.ts';
import { silentLog } from '@foyer/edge-server/ports/log.ts';
import { noReserve } from '@foyer/edge-server/ports/reserve.ts';
import { CallBacks } from '@foyer/edge-server/reactions/call-backs.ts';
import { GiveUpCalls } from '@foyer/edge-server/reactions/give-up-calls.ts';
import { SystemCommands } from '@foyer/edge-server/reactions/system-commands.ts';
import type { Committed, Identified, StatusAnswer } from '@foyer/edge-server/ports/writer.ts';
import { ClinicMirror } from '@foyer/edge-server/views/clinic-mirror.ts';
import { ClinicViews } from '@foyer/edge-server/views/clinic-views.ts';
import { composeAudit, type Audit } from '@foyer/edge-server/writer/compose-audit.ts';
import { composeWriter, type ComposedWriter } from '@foyer/edge-server/writer/compose.ts';
import type { Task, TaskAnswer } from '@foyer/edge-server/writer/jobs.ts';
import { configuration, displayId, kioskIds, newId, staff, supervisor } from './simulated-clinic.ts';

export class SimulatedClock implements Clock {
  #wall: number;
  #monotonic = 0;

  constructor(wall: number) {
    this.#wall = wall;
  }
  wall(): number {
    return this.#wall;
  }
  monotonic(): number {
    return this.#monotonic;
  }
  /** Time goes by, and what waits for it comes due. */
  pass(ms: number): void {
    this.#wall += ms;
    this.#monotonic += ms;
    mock.timers.tick(ms);
  }
  /** Somebody, or something, sets the wall clock. */
  jump(ms: number): void {
    this.#wall += ms;
  }
}

export type Fields<T extends CommandType> = Omit<CommandOf<T>, 'type' | 'commandId'> & { readonly commandId?: string };

interface Screens {
  readonly readModel: ReturnType<typeof openReadModel>;
  readonly mirror: ClinicMirror;
  readonly views: ClinicViews;
  readonly giveUpCalls: GiveUpCalls;
  readonly hear: (committed: Committed) => void;
}

export class SimulatedEdge {
  readonly clock: SimulatedClock;
  /** What the writer itself could not explain: there may be none. */
  readonly faults: unknown[] = [];
  #folder = newFolder();
  #writer: ComposedWriter;
  #screens: Screens;
  #unheard: Committed[] = [];
  #lastJob = 0;
  #feedNumber = 0;

  constructor(clock: SimulatedClock) {
    this.clock = clock;
    this.#writer = this.#openWriter();
    this.#initialise();
    this.#screens = this.#openScreens();
  }

  get views(): ClinicViews {
    return this.#screens.views;
  }
  /** As the screens have it, which may be a moment ago. */
  get state(): NonNullable<ClinicMirror['state']> {
    const { state } = this.#screens.mirror;
    if (state === undefined) throw new Error('there is no clinic');
    return state;
  }
  /** How many commits the screens have not heard of yet. */
  get behind(): number {
    return this.#unheard.length;
  }

  /** The last row of the log that the screens have heard of, or may have. */
  get heardUntil(): number {
    const [next] = this.#unheard.flatMap(({ rows }) => rows);
    return next === undefined ? Infinity : next.seq - 1;
  }

  send<T extends CommandType>(type: T, fields: Fields<T>, sender: Sender, identified?: Identified): StatusAnswer {
    const command = { commandId: newId(this.clock.wall()), ...fields, type } as unknown as Command;
    const submission = identified === undefined ? { command, sender } : { command, sender, identified };
    return this.perform({ kind: 'submit', submission })[0] as StatusAnswer;
  }

  perform(...tasks: readonly Task[]): readonly TaskAnswer[] {
    const [first, ...rest] = tasks.map((task) => ({ ...task, id: (this.#lastJob += 1) }));
    if (first === undefined) return [];
    const { answers, committed, fatal } = this.#writer.engine.run(first, () => rest.shift());
    if (fatal !== undefined) throw new Error(fatal.message);
    if (committed !== undefined) this.#unheard.push(committed);
    return answers.map(({ answer }) => answer);
  }

  feed(items: readonly Omit<FeedItem, 'number'>[]): void {
    const numbered = items.map((item) => ({ ...item, number: (this.#feedNumber += 1) }) as FeedItem);
    // The centre's clock is not looked at: it would mend ours.
    const page = { version: 1 as const, serverTime: 0, items: numbered, next: this.#feedNumber };
    this.perform({ kind: 'feed', page });
  }

  /** Tells the screens of this many commits, in their order; of all unless it is said, those too that come of it. */
  tellScreens(commits = Infinity): void {
    for (let told = 0; told < commits; told++) {
      const committed = this.#unheard.shift();
      if (committed === undefined) return;
      this.#screens.hear(committed);
    }
  }

  /** The process ends as it should, and another one begins. */
  restart(): void {
    this.perform({ kind: 'beat' });
    this.#close();
    this.#open();
  }

  /**
   * What is on the disk is moved to another machine; nobody closed anything, and the last write broke off. The heart had
   * beaten a moment ago.
   */
  cutPower(tornBytes: Uint8Array, offMs = 0): void {
    this.perform({ kind: 'beat' });
    const before = this.#folder;
    this.#folder = newFolder();
    for (const file of ['clinic.db', 'clinic.db-wal', 'clinic.key']) {
      if (existsSync(join(before, file))) copyFileSync(join(before, file), join(this.#folder, file));
    }
    const log = join(this.#folder, 'clinic.db-wal');
    if (existsSync(log)) appendFileSync(log, tornBytes);
    this.#close();
    rmSync(before, { recursive: true, force: true });
    this.clock.pass(offMs);
    this.#open();
  }

  rowsAfter(position: { readonly epoch: number; readonly seq: number }): readonly LogRow[] {
    return this.#screens.readModel.logAfter(position, 1_000_000);
  }

  audited<T>(look: (audit: Audit) => T): T {
    return auditOf(this.#folder, look);
  }

  /** The same look at a copy that somebody has laid hands on. */
  auditedAfter<T>(sql: string, look: (audit: Audit) => T): T {
    const folder = newFolder();
    try {
      for (const file of ['clinic.db', 'clinic.db-wal', 'clinic.key']) {
        if (existsSync(join(this.#folder, file))) copyFileSync(join(this.#folder, file), join(folder, file));
      }
      alter(join(folder, 'clinic.db'), sql);
      return auditOf(folder, look);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  remove(): void {
    this.#close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #initialise(): void {
    const people = staff.map((one) => ({ ...one, roles: [...one.roles], pinHash: '-', active: true }));
    this.perform(
      {
        kind: 'initialise',
        initialisation: { configuration, openServicePoints: true, staff: people, prices: [] },
      },
      ...[...kioskIds, displayId].map((deviceId, index) => ({
        kind: 'box' as const,
        change: 'device-enrolled' as const,
        value: {
          id: deviceId,
          role: deviceId === displayId ? ('display' as const) : ('kiosk' as const),
          name: `Screen ${index + 1}`,
          tokenHash: new Uint8Array(32).fill(index),
          servicePointId: null,
          loopbackOnly: false,
          enrolledAt: this.clock.wall(),
        },
      })),
    );
    const layout = { ...usualLayout, names: 'masked' as const };
    this.send('set-display-layout', { deviceId: displayId, layout }, supervisor);
  }

  #open(): void {
    this.#writer = this.#openWriter();
    this.#screens = this.#openScreens();
  }

  #close(): void {
    void this.#screens.mirror.stop();
    void this.#screens.giveUpCalls.stop();
    this.#screens.readModel.close();
    this.#writer.close();
    this.#unheard = [];
  }

  #openWriter(): ComposedWriter {
    const settings = {
      databasePath: join(this.#folder, 'clinic.db'),
      clinicKeyPath: join(this.#folder, 'clinic.key'),
      batching: true,
    };
    const writer = composeWriter(settings, (error) => this.faults.push(error), {
      clock: this.clock,
      reserve: noReserve,
    });
    if (writer.engine.load().clockIsWrong) writer.engine.freezeClock();
    writer.engine.noticeGap();
    writer.settle();
    return writer;
  }

  #openScreens(): Screens {
    const readModel = openReadModel(join(this.#folder, 'clinic.db'));
    const listeners: ((committed: Committed) => void)[] = [];
    const writer = {
      onCommitted: (listener: (committed: Committed) => void) => void listeners.push(listener),
      changeBox: async () => undefined,
    };
    const mirror = new ClinicMirror({
      readModel,
      writer,
      now: () => this.clock.wall(),
      voice: () => true,
      ticketUrl: 'http://phone.example',
    });
    void mirror.start();
    const commands = new SystemCommands({
      writer: { submit: async (submission) => this.perform({ kind: 'submit', submission })[0] as StatusAnswer },
      ids: { newId },
      log: silentLog,
      now: () => this.clock.wall(),
    });
    void new CallBacks({ writer, state: () => mirror.state, commands }).start();
    const giveUpCalls = new GiveUpCalls({
      writer,
      state: () => mirror.state,
      commands,
      now: () => this.clock.wall(),
    });
    void giveUpCalls.start();
    return {
      readModel,
      mirror,
      giveUpCalls,
      views: new ClinicViews({ mirror, readModel, writer, log: silentLog }),
      hear: (committed) => {
        for (const listener of listeners) listener(committed);
      },
    };
  }
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'foyer-day-'));
}

function auditOf<T>(folder: string, look: (audit: Audit) => T): T {
  const audit = composeAudit({
    databasePath: join(folder, 'clinic.db'),
    clinicKeyPath: join(folder, 'clinic.key'),
  });
  try {
    return look(audit);
  } finally {
    audit.close();
  }
}

function alter(path: string, sql: string): void {
  const db = openForWriting(path);
  db.exec(sql);
  db.close();
}
