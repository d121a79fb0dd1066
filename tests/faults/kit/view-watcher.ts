/**
 * Looks at the public screens and at those of the staff: no wall, kiosk, phone or locked tablet may name anybody, and an
 * alarm that nobody took has to grow louder on the tablets after twenty seconds of real time, whatever the wall clock
 * says meanwhile.
 */
import type { Call } from '@foyer/contracts/board-view.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import type { TabletView } from '@foyer/contracts/staff-view.ts';
import { secondMs } from '@foyer/contracts/time.ts';
import type { Random } from '../../bench/kit/random.ts';
import { displayId, kioskIds } from './simulated-clinic.ts';
import type { SimulatedEdge } from './simulated-edge.ts';
import type { SimulatedPeople } from './simulated-people.ts';

const escalatesAfterMs = 20 * secondMs;

export class ViewWatcher {
  readonly #edge: SimulatedEdge;
  readonly #people: SimulatedPeople;
  readonly #random: Random;
  readonly #heardAt = new Map<string, number>();
  readonly #violations = new Set<string>();
  readonly #onEscalated: (helpId: string) => void;
  looks = 0;

  constructor(edge: SimulatedEdge, people: SimulatedPeople, random: Random, onEscalated: (helpId: string) => void) {
    this.#edge = edge;
    this.#people = people;
    this.#random = random;
    this.#onEscalated = onEscalated;
  }

  get violations(): readonly string[] {
    return [...this.#violations];
  }

  /** At some of the public screens, as people happen to look at them; `inDoubt`: tickets of which nothing is announced. */
  look(inDoubt: ReadonlySet<string>): void {
    const { views, state } = this.#edge;
    const tickets = this.#random.shuffle([...state.queue.tickets.keys()]).slice(0, 2);
    const seen = [
      ['the wall', views.view({ namespace: '/display' })],
      ['a wall with initials', views.view({ namespace: '/display', deviceId: displayId })],
      ...kioskIds.map((deviceId) => ['a kiosk', views.view({ namespace: '/kiosk', deviceId })] as const),
      ...tickets.map((ticketId) => ['a ticket page', views.view({ namespace: '/ticket', ticketId })] as const),
      ['a locked tablet', views.view({ namespace: '/staff', staffId: null })],
    ] as const;
    for (const [where, view] of seen) {
      if (view === undefined) continue;
      this.scan(where, view);
      if ('calls' in view) this.hear(where, Object.values(view.calls as DisplayView['calls']), inDoubt);
    }
    for (const { id, ticketId } of state.queue.calls.values()) {
      const isSpoken = inDoubt.has(ticketId) && views.callText(id, 'en') !== undefined;
      if (isSpoken) this.#violations.add(`the voice calls ${ticketId} before anybody has said whether it is there`);
    }
  }

  hear(where: string, calls: readonly Call[], inDoubt: ReadonlySet<string>): void {
    for (const { ticketId, number } of calls) {
      if (inDoubt.has(ticketId))
        this.#violations.add(`${where} calls ${number} before anybody has said whether it is there`);
    }
  }

  scan(where: string, view: object): void {
    this.looks += 1;
    for (const secret of this.#people.secretsIn(JSON.stringify(view))) {
      this.#violations.add(`${where} shows ${secret}, which is somebody's`);
    }
  }

  /** At the tablet that nobody is signed in on: it hears every alarm. */
  listen(): void {
    const now = this.#edge.clock.monotonic();
    const view = this.#edge.views.view({ namespace: '/staff', staffId: null }) as TabletView | undefined;
    for (const { id, state } of Object.values(view?.help ?? {})) {
      const heardAt = this.#heardAt.get(id) ?? now;
      this.#heardAt.set(id, heardAt);
      if (state === 'escalated') this.#onEscalated(id);
      else if (now - heardAt > escalatesAfterMs) this.#violations.add(`the alarm ${id} stays as loud as it was`);
    }
  }
}
