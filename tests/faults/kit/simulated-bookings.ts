/** The desk books, moves and cancels, and takes back what it asked; before a centre owns the schedule it does so itself. */
import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { Random } from '../../bench/kit/random.ts';
import type { OpenMatters } from './open-matters.ts';
import { pickOne } from './pick-one.ts';
import { reception, serviceIds, supervisor } from './simulated-clinic.ts';
import type { SimulatedPeople } from './simulated-people.ts';
import type { SimulatedSenders } from './simulated-senders.ts';

const reason = 'asked for by phone';
const daysAhead = 6;

export class SimulatedBookings {
  readonly #senders: SimulatedSenders;
  readonly #people: SimulatedPeople;
  readonly #matters: Pick<OpenMatters, 'requests' | 'refusals'>;
  readonly #random: Random;

  constructor(
    senders: SimulatedSenders,
    people: SimulatedPeople,
    matters: Pick<OpenMatters, 'requests' | 'refusals'>,
    random: Random,
  ) {
    this.#senders = senders;
    this.#people = people;
    this.#matters = matters;
    this.#random = random;
  }

  /** On its own the clinic has a schedule, too. */
  beforeAnyCentre(): void {
    const people = [this.#people.somebody(), this.#people.somebody()];
    const time = () => ({ serviceId: this.#service(), at: this.#time() });
    const table = people.map((patient) => ({ patient, appointments: [time()] }));
    this.#senders.send('import-appointments', { people: table }, reception);
    this.#senders.send('add-appointment', { patient: this.#people.somebody(), ...time() }, reception);
    for (let more = 4; more > 0; more--) this.#book();
    this.#senders.edge.tellScreens();
    this.#move();
    this.#cancel();
  }

  act(): void {
    const what = this.#random.next();
    if (what < 0.35) this.#book();
    else if (what < 0.55) this.#move();
    else if (what < 0.7) this.#cancel();
    else if (what < 0.78) this.#withdraw();
    else if (what < 0.86) this.#dealWithRefusal();
    else this.#checkIn();
  }

  #book(): void {
    const result = this.#senders.send(
      'request-appointment',
      { patient: this.#people.somebody(), serviceId: this.#service(), at: this.#time(), reason },
      reception,
    );
    const patientId = result?.['patientId'];
    if (typeof patientId === 'string') this.#people.keepSecret(patientId);
  }

  #move(): void {
    const appointment = this.#awaited();
    if (appointment === undefined) return;
    const { id: appointmentId, at } = appointment;
    this.#senders.send('request-move', { appointmentId, at: at + this.#random.below(4) * hourMs, reason }, reception);
  }

  #cancel(): void {
    const appointmentId = this.#awaited()?.id;
    if (appointmentId !== undefined) this.#senders.send('request-cancellation', { appointmentId, reason }, reception);
  }

  #withdraw(): void {
    const requestId = pickOne(this.#matters.requests.keys(), this.#random);
    if (requestId !== undefined) this.#senders.send('withdraw-request', { requestId }, reception);
  }

  #dealWithRefusal(): void {
    const workItemId = pickOne(this.#matters.refusals, this.#random);
    if (workItemId !== undefined) this.#senders.send('resolve-work-item', { workItemId }, supervisor);
  }

  /** Whoever was booked here comes as others do. */
  #checkIn(): void {
    const appointmentId = this.#awaited()?.id;
    if (appointmentId !== undefined) this.#senders.send('check-in', { appointmentId }, reception);
  }

  #awaited() {
    const { appointments } = this.#senders.edge.state;
    return pickOne(
      appointments.filter(({ status, ticketId }) => status === 'booked' && ticketId === null),
      this.#random,
    );
  }

  #time(): number {
    const days = this.#random.next() < 0.5 ? 0 : this.#random.below(daysAhead);
    return this.#senders.edge.clock.wall() + days * dayMs + this.#random.below(6 * 60) * minuteMs;
  }

  #service(): string {
    return serviceIds[this.#random.below(serviceIds.length)]!;
  }
}
