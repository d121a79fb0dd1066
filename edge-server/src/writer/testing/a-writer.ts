// A small clinic over a real database in a folder of its own, for tests of the writer.

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command, CommandOf, CommandType } from '@foyer/contracts/commands.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { openForWriting, type Connection } from '../../adapters/sqlite/connection.ts';
import { openReadModel } from '../../adapters/sqlite/read-model.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import { noReserve, type Reserve } from '../../ports/reserve.ts';
import type { Identified, StatusAnswer } from '../../ports/writer.ts';
import { composeWriter, type ComposedWriter } from '../compose.ts';
import type { BatchOutcome, Task, TaskAnswer, WriterSettings } from '../jobs.ts';

let counted = 0;
/** A UUIDv7 of this moment, another one at each call. */
export function anId(at: number = startOfTests): string {
  counted += 1;
  const random = new Uint8Array(10);
  new DataView(random.buffer).setUint32(6, counted);
  return uuidV7(at, random);
}

/** Monday, 2026-11-23, 10:00 in Madrid. */
export const startOfTests = Date.UTC(2026, 10, 23, 9);
export const clinicId = anId();
export const consultation = anId();
export const laboratory = anId();
export const room1 = anId();
export const room2 = anId();
export const nurseId = anId();

export function aConfiguration(changes: Partial<ClinicConfiguration> = {}): ClinicConfiguration {
  const service = { walkIn: true, waitingArea: { en: 'Hall' }, targetMinutes: 20 };
  return {
    clinicId,
    code: 'MAD',
    name: 'Clinic of the tests',
    zone: 'Europe/Madrid',
    currency: 'EUR',
    businessDayStartsAt: '04:00',
    languages: ['en', 'es'],
    services: [
      { ...service, id: consultation, name: { en: 'Consultation' }, prefix: 'A' },
      { ...service, id: laboratory, name: { en: 'Laboratory' }, prefix: 'C' },
    ],
    servicePoints: [
      { id: room1, name: { en: 'Room 1' }, serviceIds: [consultation] },
      { id: room2, name: { en: 'Room 2' }, serviceIds: [consultation, laboratory] },
    ],
    openingHours: [],
    skippedOrdinals: [],
    ...changes,
  };
}

export const supervisor: Sender = {
  actor: `staff:${nurseId}`,
  roles: ['supervisor', 'cashier', 'admin'],
  staffId: nurseId,
};
export const kiosk: Sender = { actor: `device:${anId()}`, roles: ['kiosk'], deviceId: anId() };
export const system: Sender = { actor: 'system', roles: ['system'] };

/** A clock that stands still until it is moved. */
export class HandClock implements Clock {
  #wall = startOfTests;
  #monotonic = 0;
  wall(): number {
    return this.#wall;
  }
  monotonic(): number {
    return this.#monotonic;
  }
  /** Time goes by. */
  pass(ms: number): void {
    this.#wall += ms;
    this.#monotonic += ms;
  }
  /** Somebody sets the wall clock. */
  jump(ms: number): void {
    this.#wall += ms;
  }
}

export function aFolder(): WriterSettings {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-writer-'));
  return {
    databasePath: join(folder, 'clinic.db'),
    clinicKeyPath: join(folder, 'clinic.key'),
    batching: true,
  };
}

type Fields<T extends CommandType> = Omit<CommandOf<T>, 'type' | 'commandId'> & {
  readonly commandId?: string;
};

let freshClinic: { readonly database: Uint8Array; readonly key: Uint8Array } | undefined;

/** The engine without its thread, on a hand clock, over a real database. */
export class EngineUnderTest {
  readonly clock: HandClock;
  readonly settings: WriterSettings;
  readonly faults: unknown[] = [];
  #db: Connection | undefined;
  #open: ComposedWriter | undefined;
  #lastId = 0;
  lastOutcome: BatchOutcome | undefined;

  readonly #reserve: Reserve;

  constructor(settings: WriterSettings = aFolder(), clock: HandClock = new HandClock(), reserve: Reserve = noReserve) {
    this.settings = settings;
    this.clock = clock;
    this.#reserve = reserve;
  }

  get #composed(): ComposedWriter {
    this.#open ??= this.#compose();
    return this.#open;
  }

  #compose(): ComposedWriter {
    const open = (path: string): Connection => {
      this.#db = openForWriting(path);
      return this.#db;
    };
    const composed = composeWriter(this.settings, (error) => this.faults.push(error), {
      clock: this.clock,
      open,
      reserve: this.#reserve,
    });
    if (composed.engine.load().clockIsWrong) this.lastOutcome = composed.engine.freezeClock();
    const noticed = composed.engine.noticeGap();
    if (noticed.committed !== undefined) this.lastOutcome = noticed;
    return composed;
  }

  /** The writer's own connection, to break things on purpose. */
  get db(): Connection {
    this.#open ??= this.#compose();
    if (this.#db === undefined) throw new Error('not open');
    return this.#db;
  }

  settle(): void {
    this.#composed.settle();
  }

  tidy(wasFull = false): boolean | undefined {
    return this.#composed.tidy(wasFull);
  }

  /** As after a fresh start of the process. */
  reopen(): void {
    this.close();
    this.#open = this.#compose();
  }

  close(): void {
    this.#open?.close();
    this.#open = undefined;
  }

  perform(...tasks: readonly Task[]): readonly TaskAnswer[] {
    const jobs = tasks.map((task) => ({ ...task, id: (this.#lastId += 1) }));
    const [first, ...rest] = jobs;
    if (first === undefined) return [];
    this.lastOutcome = this.#composed.engine.run(first, () => rest.shift());
    return this.lastOutcome.answers.map(({ answer }) => answer);
  }

  /** The clinic of the tests; made once for all of them and copied from then on. */
  initialise(): this {
    const { databasePath, clinicKeyPath } = this.settings;
    if (freshClinic === undefined) {
      this.#initialise();
      this.close();
      freshClinic = { database: readFileSync(databasePath), key: readFileSync(clinicKeyPath) };
    }
    writeFileSync(databasePath, freshClinic.database);
    writeFileSync(clinicKeyPath, freshClinic.key, { mode: 0o600 });
    this.reopen();
    return this;
  }

  #initialise(): void {
    this.perform({
      kind: 'initialise',
      initialisation: {
        configuration: aConfiguration(),
        openServicePoints: true,
        staff: [{ id: nurseId, name: 'Nurse', roles: ['nurse'], pinHash: '-', active: true }],
        prices: [{ serviceId: consultation, amountMinor: 5_000, currency: 'EUR', version: 1 }],
      },
    });
  }

  send<T extends CommandType>(
    type: T,
    fields: Fields<T>,
    sender: Sender = supervisor,
    identified?: Identified,
  ): StatusAnswer {
    const command = { commandId: anId(this.clock.wall()), ...fields, type } as unknown as Command;
    const submission = identified === undefined ? { command, sender } : { command, sender, identified };
    const [answer] = this.perform({ kind: 'submit', submission });
    return answer as StatusAnswer;
  }

  /** The result of a command that must be accepted. */
  result<T extends CommandType>(
    type: T,
    fields: Fields<T>,
    sender?: Sender,
    identified?: Identified,
  ): Record<string, unknown> {
    const answer = this.send(type, fields, sender, identified);
    if (!answer.ok || !('result' in answer)) throw new Error(`${type}: ${JSON.stringify(answer)}`);
    return answer.result;
  }

  refusal<T extends CommandType>(type: T, fields: Fields<T>, sender?: Sender, identified?: Identified): unknown {
    const answer = this.send(type, fields, sender, identified);
    return 'refusal' in answer ? answer.refusal.code : 'error' in answer ? answer.error.code : undefined;
  }

  recordOf(ticketId: string): TicketRecord | undefined {
    return this.reading((read) => read.ticket(ticketId));
  }

  /** What the main thread would read now. */
  reading<T>(read: (model: ReadModel) => T): T {
    const model = openReadModel(this.settings.databasePath);
    try {
      return read(model);
    } finally {
      model.close();
    }
  }

  issue(fields: Partial<Fields<'issue-ticket'>> = {}): {
    readonly id: string;
    readonly number: string;
  } {
    return this.result('issue-ticket', { serviceId: consultation, ...fields })['ticket'] as {
      id: string;
      number: string;
    };
  }
}

/** The id of a display that was enrolled. */
export function aDisplay(clinic: EngineUnderTest): string {
  return aThing(clinic, 'display');
}

/** A device of that kind, enrolled. */
export function aThing(clinic: EngineUnderTest, role: string, servicePointId: string | null = null): string {
  const id = anId(clinic.clock.wall());
  const change = {
    id,
    name: 'Wall',
    role,
    servicePointId,
    tokenHash: new TextEncoder().encode(id),
    loopbackOnly: false,
    enrolledAt: clinic.clock.wall(),
  };
  clinic.perform({ kind: 'box', change: 'device-enrolled', value: change });
  return id;
}
