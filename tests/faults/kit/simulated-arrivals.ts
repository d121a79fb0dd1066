/** Who comes on a day and when: booked, early, late or not at all; without an appointment, known here or to nobody. */
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { Random } from '../../bench/kit/random.ts';
import { kiosks, newId, pointIds, reception, serviceIds, supervisor } from './simulated-clinic.ts';
import type { SimulatedForms } from './simulated-forms.ts';
import type { SimulatedPeople } from './simulated-people.ts';
import type { SimulatedSenders } from './simulated-senders.ts';

const fewestBooked = 10;
const mostBooked = 24;
const fewestWalkIns = 10;
const mostWalkIns = 26;
const neverCome = 0.12;
const earliestMs = 30 * minuteMs;
const latestMs = 40 * minuteMs;
/** For how long people come. */
export const admissionMs = 9 * hourMs;
const reason = 'asked to be forgotten';

export interface Arrival {
  /** Since the morning. */
  readonly afterMs: number;
  readonly come: () => void;
}

export class SimulatedArrivals {
  readonly #senders: SimulatedSenders;
  readonly #people: SimulatedPeople;
  readonly #forms: Pick<SimulatedForms, 'atKiosk'>;
  readonly #random: Random;
  /** Who has been here before. */
  readonly #known: string[] = [];
  #paperNumber = 0;

  constructor(
    senders: SimulatedSenders,
    people: SimulatedPeople,
    forms: Pick<SimulatedForms, 'atKiosk'>,
    random: Random,
  ) {
    this.#senders = senders;
    this.#people = people;
    this.#forms = forms;
    this.#random = random;
  }

  /** Those of one day, in the order in which they come. The centre's schedule is here before anybody is. */
  plan(): readonly Arrival[] {
    const booked = this.#many(fewestBooked, mostBooked, () => this.#booked());
    const walkIns = this.#many(fewestWalkIns, mostWalkIns, () => this.#walkIn());
    return [...booked.flat(), ...walkIns].toSorted((a, b) => a.afterMs - b.afterMs);
  }

  /** What reception wrote on paper while the power was away: some were seen meanwhile, some still wait. */
  fromPaper(): void {
    const { clock } = this.#senders.edge;
    for (let people = 1 + this.#random.below(4); people > 0; people--) {
      this.#paperNumber += 1;
      const arrivedAt = clock.wall() - this.#random.below(hourMs) - minuteMs;
      const point = pointIds[this.#random.below(pointIds.length)]!;
      const seen = { servicePointId: point, calledAt: arrivedAt, finishedAt: arrivedAt + minuteMs };
      const became = this.#chance(0.5)
        ? {}
        : this.#chance(0.5)
          ? { ...seen, outcome: 'completed' as const }
          : { outcome: 'left' as const };
      const number = `W${this.#paperNumber}`;
      this.#senders.send(
        'enter-paper-visit',
        { number, serviceId: this.#service(), arrivedAt, reason: 'power cut', ...became },
        reception,
      );
    }
  }

  /** Somebody whom nobody expected, at whatever time of the night. */
  atNight(): void {
    this.#senders.send('issue-ticket', { serviceId: this.#service() }, reception);
  }

  #booked(): readonly Arrival[] {
    const { edge } = this.#senders;
    const patientId = this.#somebodyKnown();
    const appointmentId = newId(edge.clock.wall());
    const afterMs = this.#random.below(admissionMs);
    const body = {
      id: appointmentId,
      patientId,
      serviceId: this.#service(),
      at: edge.clock.wall() + afterMs,
      minutes: 20,
      status: 'booked' as const,
    };
    edge.feed([{ kind: 'appointment', id: appointmentId, body }]);
    if (this.#chance(neverCome)) return [];
    const off = this.#random.below(earliestMs + latestMs) - earliestMs;
    return [{ afterMs: Math.max(0, afterMs + off), come: () => this.#checkIn(appointmentId, patientId) }];
  }

  #checkIn(appointmentId: string, patientId: string): void {
    if (this.#chance(0.5)) {
      this.#senders.send('check-in', { appointmentId }, reception);
      return;
    }
    const identificationId = newId(this.#senders.edge.clock.wall());
    const identified = { identificationId, patientId, appointmentIds: [appointmentId] };
    const kiosk = this.#kiosk();
    const result = this.#senders.send('check-in', { identificationId, language: 'es' }, kiosk, identified);
    const ticket = result?.['ticket'] as { readonly id: string } | undefined;
    if (ticket !== undefined) this.#forms.atKiosk(ticket.id, kiosk, identified);
    if (ticket === undefined || !this.#chance(0.05)) return;
    // Not me: taken back where it was made, and made again for the right one at the desk.
    this.#senders.send('undo-check-in', { ticketId: ticket.id }, kiosk);
    this.#senders.send('check-in', { appointmentId }, reception);
  }

  #walkIn(): Arrival {
    const afterMs = this.#random.below(admissionMs);
    const what = this.#random.next();
    if (what < 0.35) return { afterMs, come: () => this.#comeAgain() };
    if (what < 0.6) return { afterMs, come: () => this.#register() };
    return { afterMs, come: () => this.#comeUnknown() };
  }

  #comeAgain(): void {
    const patientId = this.#somebodyKnown();
    this.#senders.send('issue-ticket', { serviceId: this.#service(), patientId }, reception);
    if (this.#chance(0.03)) this.#senders.send('erase-patient', { patientId, reason }, supervisor);
  }

  #register(): void {
    const kiosk = this.#kiosk();
    const result = this.#senders.send('register-patient', { patient: this.#people.somebody() }, kiosk);
    const patientId = result?.['patientId'] as string | undefined;
    if (patientId === undefined) return;
    this.#people.keepSecret(patientId);
    const identificationId = newId(this.#senders.edge.clock.wall());
    const identified = { identificationId, patientId, appointmentIds: [] };
    const fields = { serviceId: this.#service(), identificationId };
    const issued = this.#senders.send('issue-ticket', fields, kiosk, identified);
    const ticket = issued?.['ticket'] as { readonly id: string } | undefined;
    if (ticket !== undefined) this.#forms.atKiosk(ticket.id, kiosk, identified);
  }

  #comeUnknown(): void {
    const result = this.#senders.send('issue-ticket', { serviceId: this.#service() }, this.#kiosk());
    const ticket = result?.['ticket'] as { readonly id: string } | undefined;
    if (ticket === undefined || !this.#chance(0.4)) return;
    this.#senders.send('identify-ticket', { ticketId: ticket.id, patientId: this.#somebodyKnown() }, reception);
  }

  #somebodyKnown(): string {
    const again = this.#known[this.#random.below(this.#known.length)];
    if (again !== undefined && this.#chance(0.3)) return again;
    const id = newId(this.#senders.edge.clock.wall());
    this.#people.keepSecret(id);
    this.#known.push(id);
    const item: Omit<FeedItem, 'number'> = {
      kind: 'patient',
      id,
      body: { id, details: this.#people.somebody() },
    };
    this.#senders.edge.feed([item]);
    return id;
  }

  #many<T>(fewest: number, most: number, make: () => T): readonly T[] {
    return Array.from({ length: fewest + this.#random.below(most - fewest) }, make);
  }

  #kiosk() {
    return kiosks[this.#random.below(kiosks.length)]!;
  }

  #service(): string {
    return serviceIds[this.#random.below(serviceIds.length)]!;
  }

  #chance(chance: number): boolean {
    return this.#random.next() < chance;
  }
}
