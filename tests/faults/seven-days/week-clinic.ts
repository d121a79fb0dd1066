/**
 * The clinic without its centre, day after day: rooms and the till open, people come, the box is killed once, what only the
 * centre can do is asked for and waits, somebody works there for a few days, the building is left once, the till is
 * counted, the night passes.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { dayMs, minuteMs } from '@foyer/contracts/time.ts';
import { businessDayAt } from '@foyer/domain/calendar/business-day.ts';
import type { Booked } from './week-plan.ts';
import { disputedOf } from './week-centre.ts';
import { WeekVisits, type WeekVisitsParts } from './week-visits.ts';

const awayMs = 9 * minuteMs;
const floatMinor = 10_000;
const missingMinor = 500;
const nightStepMs = 30 * minuteMs;
/** Longer than a thread takes to see that the clock was moved. */
const seenWithinMs = 4;
const staysDays = 5;
const stillThere = 2;

export class WeekClinic {
  readonly #parts: WeekVisitsParts;
  readonly #visits: WeekVisits;
  /** Appointments for which another time, or none, was asked. */
  readonly #asked = new Set<string>();

  constructor(parts: WeekVisitsParts) {
    this.#parts = parts;
    this.#visits = new WeekVisits(parts);
  }

  /** From the opening of the doors until the next morning; returns what happened, in sentences. */
  async live(day: number): Promise<readonly string[]> {
    const { clinic, desk, random, plan } = this.#parts;
    const happened: string[] = [];
    await this.#open();
    const arrivals = this.#visits.arrivals(day, this.#asked);
    const noon = Math.ceil(arrivals.length / 2);
    await this.#visits.receive(arrivals.slice(0, noon), async () => {
      await desk.kill(awayMs);
      happened.push('The box was cut off from power in the middle of the morning, and was back after nine minutes.');
    });
    happened.push(await this.#askCentre(day));
    happened.push(await this.#correct(day));
    if (day === Math.min(2, plan.days)) happened.push(await this.#admit());
    if (day === Math.min(4, plan.days)) happened.push(await this.#evacuate());
    await this.#payWhatIsOwed();
    await this.#visits.receive(arrivals.slice(noon), () => Promise.resolve());
    await this.#visits.callEverybody();
    for (let count = 0; count < stillThere; count++)
      await desk.done(clinic.kiosks[0]!, { type: 'issue-ticket', serviceId: clinic.serviceIds[0]! });
    happened.push(await this.#close(random.next() < 0.3 || day === 3));
    await this.#untilMorning(day + 1);
    return happened.filter((sentence) => sentence !== '');
  }

  async #open(): Promise<void> {
    const { clinic, desk } = this.#parts;
    // Those of the first day are open already.
    for (const { token, servicePointId } of clinic.nurses)
      await desk.send(token, { type: 'open-service-point', servicePointId });
    await desk.done(clinic.cashier, { type: 'open-till', floatMinor });
  }

  /** A time of its own for each: nobody is in two places. */
  async #askCentre(day: number): Promise<string> {
    const { clinic, desk, plan, told, random } = this.#parts;
    const { reception, serviceIds } = clinic;
    const later = random.shuffle(plan.booked.filter((one) => one.day > day && !this.#asked.has(one.appointmentId)));
    const newTime = (place: number): number => plan.morning(plan.days + 2 + day) + place * 30 * minuteMs;
    const requestId = (): string => uuidV7(Math.round(this.#parts.clock.now()), randomBytes(10));
    const known = plan.booked.filter((one) => one.day <= day);
    const book = async (place: number, { patientId }: Booked): Promise<string> => {
      const id = requestId();
      const time = { serviceId: serviceIds[0]!, at: newTime(place) };
      await desk.done(reception, { type: 'request-appointment', requestId: id, patientId, ...time });
      return id;
    };
    told.requests.add(await book(0, known[0]!));
    const takenBack = await book(1, known.at(-1)!);
    await desk.done(reception, { type: 'withdraw-request', requestId: takenBack });
    const [moved, calledOff] = later;
    if (moved !== undefined) {
      const id = requestId();
      const { appointmentId } = moved;
      await desk.done(reception, { type: 'request-move', requestId: id, appointmentId, at: newTime(2) });
      told.requests.add(id);
      this.#asked.add(appointmentId);
    }
    if (calledOff !== undefined) {
      const id = requestId();
      const { appointmentId } = calledOff;
      await desk.done(reception, { type: 'request-cancellation', requestId: id, appointmentId });
      told.requests.add(id);
      this.#asked.add(appointmentId);
    }
    return 'The desk asked the centre for appointments, and the requests wait.';
  }

  /** Of people whom the centre knows; of one of them it corrects the same. */
  async #correct(day: number): Promise<string> {
    const { plan, random } = this.#parts;
    const [somebody] = random.shuffle(plan.booked);
    await this.#visits.correctPhone(somebody!.patientId);
    if (day === 1) await this.#visits.correctPhone(disputedOf(plan).patientId);
    return '';
  }

  async #admit(): Promise<string> {
    const { clinic, desk, clock } = this.#parts;
    const { zone, businessDayStartsAt } = clinic.configuration;
    const until = businessDayAt(clock.now() + staysDays * dayMs, zone, businessDayStartsAt).businessDay;
    await desk.done(clinic.supervisor, {
      type: 'admit-temporary-staff',
      name: 'Noa Prats',
      roles: ['nurse'],
      pin: '4083',
      untilBusinessDay: until,
    });
    return `A nurse from an agency was let in for ${staysDays} days.`;
  }

  async #evacuate(): Promise<string> {
    const { clinic, desk, clock } = this.#parts;
    const inside = [await this.#visits.takeNumber(), await this.#visits.takeNumber()];
    await desk.done(clinic.supervisor, { type: 'evacuate', reason: 'smoke in the laboratory' });
    clock.move(5 * minuteMs);
    for (const { id: ticketId } of inside)
      await desk.done(clinic.reception, { type: 'account-for', ticketId, present: true });
    clock.move(10 * minuteMs);
    await desk.done(clinic.supervisor, { type: 'all-clear' });
    await this.#visits.callEverybody();
    return 'The fire alarm: everybody left the building, was counted at the meeting point and went on a quarter of an hour later.';
  }

  /** Of those who came without money, every second one comes back with it. */
  async #payWhatIsOwed(): Promise<void> {
    const { owed } = this.#visits;
    for (const charge of owed.splice(0, Math.ceil(owed.length / 2))) await this.#visits.pay([charge], 'external-card');
  }

  async #close(isShort: boolean): Promise<string> {
    const { clinic, desk, told } = this.#parts;
    const countedMinor = floatMinor + this.#visits.takeCash() - (isShort ? missingMinor : 0);
    const { tillId } = await desk.done<{ tillId: string }>(clinic.cashier, {
      type: 'close-till',
      countedMinor,
      ...(isShort ? { reason: 'change given out wrongly' } : {}),
    });
    told.closings.set(tillId, countedMinor);
    return isShort ? 'The till was five short in the evening, and the cashier said why.' : '';
  }

  async #untilMorning(day: number): Promise<void> {
    const { clock, plan } = this.#parts;
    while (clock.now() < plan.morning(day)) {
      clock.move(Math.min(nightStepMs, plan.morning(day) - clock.now()));
      await sleep(seenWithinMs);
    }
  }
}
