/**
 * Who comes to the clinic on a day and what becomes of them: booked, on the spur of the moment, with their family, for the
 * first time; called, seen, charged, gone. Rooms work side by side, and whoever is called is whoever waits first.
 */
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { PaymentMeans, TicketState } from '@foyer/contracts/ticket-state.ts';
import type { BenchClinic } from '../../bench/kit/bench-clinic.ts';
import type { ClockHand } from '../../bench/kit/clock-hand.ts';
import type { Random } from '../../bench/kit/random.ts';
import type { Told } from './told.ts';
import type { WeekCentre } from './week-centre.ts';
import type { WeekDesk } from './week-desk.ts';
import { type Booked, openForMs, type WeekPlan } from './week-plan.ts';

export interface WeekVisitsParts {
  readonly clinic: BenchClinic;
  readonly clock: ClockHand;
  readonly plan: WeekPlan;
  readonly told: Told;
  readonly random: Random;
  readonly desk: WeekDesk;
  readonly centre: Pick<WeekCentre, 'checkInCode'>;
  /** After each visit. */
  readonly onVisit: () => void;
}

interface Ticket {
  readonly id: string;
}
/** Comes, and takes so many numbers. */
type Arrival = () => Promise<readonly Ticket[]>;

const rooms = 6;
const neverCome = 0.12;
const kinds = ['new', 'new', 'known', 'family', 'unknown', 'unknown'] as const;
const changesDetails = 0.08;
const goesAway = 0.06;
const doesNotAnswer = 0.04;
const isCharged = 0.75;
const isChargedTwice = 0.15;
const paysAtOnce = 0.88;
const paysCash = 0.45;
const noteMinor = 5_000;

export class WeekVisits {
  readonly #parts: WeekVisitsParts;
  /** Charges that their patients have yet to pay. */
  readonly owed: { readonly chargeId: string; readonly amountMinor: number }[] = [];
  #cashMinor = 0;
  #phones = 0;

  constructor(parts: WeekVisitsParts) {
    this.#parts = parts;
  }

  /** What should be in the till beside its float; the count begins anew. */
  takeCash(): number {
    const taken = this.#cashMinor;
    this.#cashMinor = 0;
    return taken;
  }

  /** Everybody who comes on that day, in no order. Who asked for another time, or for none, is not among them. */
  arrivals(day: number, asked: ReadonlySet<string>): readonly Arrival[] {
    const { plan, random, centre } = this.#parts;
    const expected = plan.booked.filter((one) => one.day === day && !asked.has(one.appointmentId));
    const booked = expected
      .filter((_, place) => place === 0 || random.next() > neverCome)
      .map((one) => () => this.#checkIn(one, centre.checkInCode(one.appointmentId)));
    const comeOften = random.shuffle(plan.booked.filter((one) => one.day !== day));
    const fromElsewhere = plan.elsewhere[day - 1];
    const walkIns: Arrival[] = fromElsewhere === undefined ? [] : [() => this.#register(fromElsewhere.details)];
    for (let count = booked.length + 1; count < plan.visits; count++) {
      const kind = kinds[random.below(kinds.length)]!;
      if (kind === 'new') walkIns.push(() => this.#register(plan.somebody()));
      else if (kind === 'family') {
        walkIns.push(() => this.#family());
        count += 2;
      } else {
        const known = kind === 'known' ? comeOften.pop() : undefined;
        walkIns.push(() => this.#takeNumber(known?.patientId));
      }
    }
    return random.shuffle([...booked, ...walkIns]);
  }

  /** They come one after the other, and each room calls as often as somebody came. `midway`: at a third of them. */
  async receive(arrivals: readonly Arrival[], midway: () => Promise<void>): Promise<void> {
    const { clock, plan, clinic, onVisit } = this.#parts;
    const coming = [...arrivals];
    const kill = { at: Math.floor((arrivals.length * 2) / 3), done: Promise.resolve() };
    await Promise.all(
      clinic.nurses.slice(0, rooms).map(async (nurse) => {
        for (let come = coming.pop(); come !== undefined; come = coming.pop()) {
          if (coming.length === kill.at) kill.done = midway();
          const tickets = await come();
          for (let left = tickets.length; left > 0; left--) await this.#serve(nurse);
          clock.move(openForMs / plan.visits);
          onVisit();
        }
      }),
    );
    await kill.done;
  }

  /** Somebody who waits, whatever comes. */
  takeNumber(): Promise<Ticket> {
    return this.#issue({});
  }

  /** Who waits is called until nobody does. */
  async callEverybody(): Promise<void> {
    const { clinic } = this.#parts;
    while (await this.#serve(clinic.nurses[0]!));
  }

  async #checkIn({ appointmentId }: Booked, qr: string): Promise<readonly Ticket[]> {
    const { clinic, desk, random } = this.#parts;
    const atKiosk = random.next() < 0.5;
    const { ticket } = atKiosk
      ? await desk.done<{ ticket: Ticket }>(clinic.kiosks[0]!, { type: 'check-in', qr })
      : await desk.done<{ ticket: Ticket }>(clinic.reception, { type: 'check-in', appointmentId });
    return [ticket];
  }

  async #register(patient: PatientDetails): Promise<readonly Ticket[]> {
    const { clinic, desk, random } = this.#parts;
    const { patientId } = await desk.done<{ patientId: string }>(clinic.reception, {
      type: 'register-patient',
      patient,
    });
    if (random.next() < changesDetails) await this.correctPhone(patientId);
    return this.#takeNumber(patientId);
  }

  async correctPhone(patientId: string): Promise<void> {
    const { clinic, desk, told } = this.#parts;
    this.#phones += 1;
    const phone = `+3462${String(this.#phones).padStart(7, '0')}`;
    await desk.done(clinic.reception, { type: 'update-patient', patientId, patient: { phone } });
    told.detail(patientId, { phone });
  }

  async #takeNumber(patientId: string | undefined): Promise<readonly Ticket[]> {
    return [await this.#issue(patientId === undefined ? {} : { patientId })];
  }

  /** Three whose numbers belong together. */
  async #family(): Promise<readonly Ticket[]> {
    const first = await this.#issue({});
    const others = [await this.#issue({ partyOf: first.id }), await this.#issue({ partyOf: first.id })];
    return [first, ...others];
  }

  async #issue(more: { readonly patientId?: string; readonly partyOf?: string }): Promise<Ticket> {
    const { clinic, desk } = this.#parts;
    const order = { type: 'issue-ticket', serviceId: clinic.serviceIds[0]!, ...more } as const;
    return (await desk.done<{ ticket: Ticket }>(clinic.reception, order)).ticket;
  }

  /** False where nobody waits. */
  async #serve({ token, servicePointId }: BenchClinic['nurses'][number]): Promise<boolean> {
    const { desk, random, told } = this.#parts;
    const sent = await desk.send(token, { type: 'call-next', servicePointId });
    const ticket = sent.answer.ok && 'result' in sent.answer ? (sent.answer.result['ticket'] as Ticket | null) : null;
    if (ticket === null) return false;
    const ticketId = ticket.id;
    // Whoever is the first of all does all of it, so that there is something of everything.
    const isFirst = told.payments.size === 0;
    const fate = isFirst ? 1 : random.next();
    if (fate < doesNotAnswer) {
      await desk.done(token, { type: 'mark-not-answered', ticketId });
      return true;
    }
    if (fate < doesNotAnswer + goesAway) {
      await this.#goes(ticket);
      return true;
    }
    await desk.done(token, { type: 'confirm-arrival', servicePointId, ticketId });
    if (isFirst || random.next() < isCharged) await this.#charge(ticketId, isFirst);
    await desk.done(token, { type: 'finish-service', servicePointId, ticketId });
    this.#ended(ticket, 'completed');
    return true;
  }

  /** Nobody is there any more when it is called. */
  async #goes(ticket: Ticket): Promise<void> {
    const { clinic, desk, random } = this.#parts;
    const hasLeft = random.next() < 0.7;
    const type = hasLeft ? 'mark-left' : 'cancel-ticket';
    await desk.done(clinic.reception, { type, ticketId: ticket.id, reason: 'could not wait' });
    this.#ended(ticket, hasLeft ? 'left' : 'cancelled');
  }

  async #charge(ticketId: string, isPaid: boolean): Promise<void> {
    const { clinic, desk, random } = this.#parts;
    const services = random.next() < isChargedTwice ? clinic.serviceIds.slice(0, 2) : clinic.serviceIds.slice(0, 1);
    const charges: { readonly chargeId: string; readonly amountMinor: number }[] = [];
    for (const serviceId of services)
      charges.push(await desk.done(clinic.cashier, { type: 'record-charge', ticketId, serviceId }));
    if (!isPaid && random.next() > paysAtOnce) this.owed.push(...charges);
    else await this.pay(charges, random.next() < paysCash ? 'cash' : 'external-card');
  }

  async pay(
    charges: readonly { readonly chargeId: string; readonly amountMinor: number }[],
    means: PaymentMeans,
  ): Promise<void> {
    const { clinic, desk, told } = this.#parts;
    const amountMinor = charges.reduce((sum, charge) => sum + charge.amountMinor, 0);
    const tenderedMinor = means === 'cash' ? Math.ceil(amountMinor / noteMinor) * noteMinor : amountMinor;
    const { paymentId, receiptNumber } = await desk.done<{ paymentId: string; receiptNumber: string }>(clinic.cashier, {
      type: 'take-payment',
      chargeIds: charges.map(({ chargeId }) => chargeId),
      means,
      amountMinor,
      tenderedMinor,
    });
    told.payments.set(paymentId, { amountMinor, means, receiptNumber });
    if (means === 'cash') this.#cashMinor += amountMinor;
  }

  #ended({ id }: Ticket, state: TicketState): void {
    this.#parts.told.ends.set(id, state);
  }
}
