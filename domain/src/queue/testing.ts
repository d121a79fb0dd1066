// Builders for tests: a small clinic, and a queue that is decided and folded in memory.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import type { Decision, Moment, Sender } from '../decision.ts';
import { decideQueue, type QueueCommand } from './decide.ts';
import { evolve, type FactRow } from './evolve.ts';
import { emptyQueue, withChanges, type QueueState } from './queue-state.ts';
import type { QueueWorld } from './queue-world.ts';

export function idOf(number: number): string {
  return uuidV7(
    Date.UTC(2026, 10, 23, 8),
    Uint8Array.from({ length: 10 }, (_, at) => (at > 5 ? (number >>> (8 * (9 - at))) & 255 : 7)),
  );
}

const text = (en: string) => ({ en });
export const services = { general: idOf(1), blood: idOf(2), desk: idOf(3) } as const;
export const rooms = { one: idOf(11), two: idOf(12), lab: idOf(13) } as const;

export const aConfiguration: ClinicConfiguration = {
  clinicId: idOf(100),
  code: 'HS',
  name: 'Harbour Street Clinic',
  zone: 'Europe/Madrid',
  currency: 'EUR',
  businessDayStartsAt: '04:00',
  languages: ['en', 'es', 'zh', 'ar'],
  services: [
    {
      id: services.general,
      name: text('Nurse'),
      prefix: 'A',
      waitingArea: text('Waiting area 2'),
      walkIn: true,
      targetMinutes: 30,
    },
    {
      id: services.blood,
      name: text('Blood test'),
      prefix: 'R',
      waitingArea: text('Waiting area 1'),
      walkIn: true,
      targetMinutes: 20,
    },
    { id: services.desk, name: text('Desk'), prefix: 'H', waitingArea: text('Desk'), walkIn: false, targetMinutes: 10 },
  ],
  servicePoints: [
    { id: rooms.one, name: text('Room 1'), serviceIds: [services.general, services.blood] },
    { id: rooms.two, name: text('Room 2'), serviceIds: [services.general] },
    { id: rooms.lab, name: text('Laboratory'), serviceIds: [services.blood, services.desk] },
  ],
  openingHours: [{ weekday: 1, from: '08:00', until: '18:00' }],
  skippedOrdinals: [13],
};

export const aNurse: Sender = { actor: `staff:${idOf(201)}`, roles: ['supervisor'], staffId: idOf(201) };

/** A queue in memory that keeps its rows, so that a test can replay them. */
export class TestQueue {
  state: QueueState = emptyQueue;
  readonly rows: FactRow[] = [];
  readonly paid = new Set<string>();
  /** Changed as the centre may change it while the clinic works. */
  configuration: ClinicConfiguration = aConfiguration;
  businessDay = '2026-11-23';
  #at = Date.UTC(2026, 10, 23, 9);
  #ids = 1000;

  get world(): QueueWorld {
    return {
      configuration: this.configuration,
      now: this.#at,
      hasPayment: (ticketId) => this.paid.has(ticketId),
      knowsPatient: () => true,
      knowsStaff: () => true,
      clockFrozen: false,
    };
  }

  moment(): Moment {
    return {
      at: (this.#at += 1000),
      businessDay: this.businessDay,
      newId: () => idOf((this.#ids += 1)),
      newPublicId: () => String((this.#ids += 1)).padStart(22, 'p'),
    };
  }

  /** Nothing happens for a while. */
  pass(ms: number): this {
    this.#at += ms;
    return this;
  }

  /** What it would come to; nothing changes. */
  decide(command: Unsent<QueueCommand>, sender: Sender = aNurse, moment: Moment = this.moment()): Decision {
    const whole = { commandId: moment.newId(), ...command } as QueueCommand;
    return decideQueue(whole, sender, this.state, { ...this.world, now: moment.at }, moment);
  }

  /** Decides and, when accepted, folds. */
  send(command: Unsent<QueueCommand>, sender: Sender = aNurse): Decision {
    const moment = this.moment();
    const decision = this.decide(command, sender, moment);
    if (decision.ok) for (const fact of decision.facts) this.append(fact, moment, sender);
    return decision;
  }

  append(fact: Fact, moment: Moment = this.moment(), sender: Sender = aNurse): void {
    const row: FactRow = {
      ...fact,
      epoch: 1,
      seq: this.rows.length + 1,
      at: moment.at,
      businessDay: moment.businessDay,
      actor: sender.actor,
    };
    this.rows.push(row);
    this.state = withChanges(this.state, evolve(this.state, row));
  }

  /** The last ticket issued. */
  issue(serviceId: string = services.general, more: object = {}): string {
    this.send({ type: 'issue-ticket', serviceId, ...more });
    return [...this.state.tickets.keys()].at(-1) ?? '';
  }

  open(...ids: readonly string[]): this {
    for (const servicePointId of ids) this.send({ type: 'open-service-point', servicePointId });
    return this;
  }

  ticket(id: string) {
    const ticket = this.state.tickets.get(id);
    if (ticket === undefined) throw new Error(`no ticket ${id}`);
    return ticket;
  }
}

type Unsent<C> = C extends { readonly commandId: string } ? Omit<C, 'commandId'> : never;
