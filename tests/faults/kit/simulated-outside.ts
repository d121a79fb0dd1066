/** Who waits outside until so few are ahead, who comes back by themselves, and who is fetched. */
import { stepOutThresholds, TicketState } from '@foyer/contracts/ticket-state.ts';
import { walkReasonsOf } from '@foyer/domain/queue/walk.ts';
import type { Random } from '../../bench/kit/random.ts';
import { pickOne } from './pick-one.ts';
import { pageOf, reception } from './simulated-clinic.ts';
import type { SimulatedSenders } from './simulated-senders.ts';

export class SimulatedOutside {
  readonly #senders: SimulatedSenders;
  readonly #random: Random;

  constructor(senders: SimulatedSenders, random: Random) {
    this.#senders = senders;
    this.#random = random;
  }

  act(): void {
    const tickets = [...this.#senders.edge.state.queue.tickets.values()];
    const what = this.#random.next();
    if (what < 0.5) {
      const waiting = tickets.filter(({ standing }) => standing.state === TicketState.waiting);
      const ticketId = pickOne(waiting, this.#random)?.id;
      const whenAhead = pickOne(stepOutThresholds, this.#random)!;
      if (ticketId !== undefined) this.#senders.send('step-out', { ticketId, whenAhead }, this.#who(ticketId));
    } else if (what < 0.6) {
      const out = tickets.filter(({ stepOut }) => stepOut !== undefined);
      const ticketId = pickOne(out, this.#random)?.id;
      if (ticketId !== undefined) this.#senders.send('back-inside', { ticketId }, this.#who(ticketId));
    } else {
      const awaited = tickets.filter((ticket) => walkReasonsOf(ticket).length > 0);
      const ticketId = pickOne(awaited, this.#random)?.id;
      if (ticketId !== undefined) this.#senders.send('acknowledge-walk', { ticketId }, reception);
    }
  }

  #who(ticketId: string) {
    return this.#random.next() < 0.7 ? pageOf(ticketId) : reception;
  }
}
