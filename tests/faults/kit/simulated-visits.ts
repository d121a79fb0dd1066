/**
 * What makes a visit more than one queue and one call: steps of a journey, rules that change in the middle of a day, and
 * people who did not come when they were called and come back.
 */
import { callingOrders } from '@foyer/contracts/calling-choices.ts';
import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import type { Random } from '../../bench/kit/random.ts';
import { pickOne } from './pick-one.ts';
import { journeys, kiosks, reception, serviceIds, supervisor } from './simulated-clinic.ts';
import type { SimulatedSenders } from './simulated-senders.ts';

const reason = 'said by the doctor';
/** Per act. */
const chances = { journey: 0.6, back: 0.9 } as const;

export class SimulatedVisits {
  readonly #senders: SimulatedSenders;
  readonly #random: Random;

  constructor(senders: SimulatedSenders, random: Random) {
    this.#senders = senders;
    this.#random = random;
  }

  act(): void {
    const what = this.#random.next();
    if (what < chances.journey) this.#stepOfJourney();
    else if (what < chances.back) this.#comeBack();
    else this.#senders.send('set-calling-rules', { rules: this.#someRules() }, supervisor);
  }

  #stepOfJourney(): void {
    const open = this.#tickets().filter(({ standing }) => isOpen(standing.state));
    const ticket = pickOne(open, this.#random);
    if (ticket === undefined) return;
    const { id: ticketId, standing } = ticket;
    const stepId = pickOne(standing.journey?.steps ?? [], this.#random)?.id;
    const serviceId = pickOne(serviceIds, this.#random)!;
    const what = this.#random.next();
    if (stepId === undefined) {
      const journeyId = pickOne(journeys, this.#random)!.id;
      if (what < 0.7) this.#senders.send('start-journey', { ticketId, journeyId }, reception);
      else this.#senders.send('add-journey-step', { ticketId, serviceId }, reception);
    } else if (what < 0.2) this.#senders.send('add-journey-step', { ticketId, serviceId, after: [stepId] }, reception);
    else if (what < 0.4) this.#senders.send('skip-journey-step', { ticketId, stepId, reason }, reception);
    else if (what < 0.5) {
      const beforeStepId = pickOne(standing.journey!.steps, this.#random)!.id;
      this.#senders.send('move-journey-step', { ticketId, stepId, beforeStepId, reason }, reception);
    } else this.#senders.send('mark-ready', { ticketId, stepId }, reception);
  }

  #comeBack(): void {
    const away = this.#tickets().filter(({ standing }) => standing.state === 'not-answered');
    const publicId = pickOne(away, this.#random)?.publicId;
    if (publicId !== undefined) this.#senders.send('come-back', { publicId }, pickOne(kiosks, this.#random)!);
  }

  /** Now and then none, otherwise mostly classes that take turns. */
  #someRules(): CallingRules | null {
    if (this.#random.next() < 0.2) return null;
    const share = () => 1 + this.#random.below(3);
    const shares = { priority: share(), booked: share(), 'walk-in': share() };
    const order = pickOne(callingOrders, this.#random)!;
    return {
      usual: { conditions: [], order, ...(this.#random.next() < 0.8 ? { shares } : {}) },
      profiles: [],
      longestWaitMinutes: 60 + this.#random.below(120),
      opensAfterMinutes: 60,
      services: [],
      people: [],
    };
  }

  #tickets() {
    return [...this.#senders.edge.state.queue.tickets.values()];
  }
}
