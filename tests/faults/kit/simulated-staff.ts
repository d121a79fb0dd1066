/**
 * What staff and waiting patients do, by what their screens show, which may be a moment old: what does not apply any
 * more is refused, and that is fine.
 */
import type { Sender } from '@foyer/domain/decision.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { Random } from '../../bench/kit/random.ts';
import { nurses, pageOf, pointIds, reception, serviceIds, supervisor } from './simulated-clinic.ts';
import type { SimulatedSenders } from './simulated-senders.ts';

const reason = 'said at the desk';

export class SimulatedStaff {
  readonly #senders: SimulatedSenders;
  readonly #random: Random;

  constructor(senders: SimulatedSenders, random: Random) {
    this.#senders = senders;
    this.#random = random;
  }

  openRooms(): void {
    for (const nurse of nurses) {
      this.#senders.send('open-service-point', { servicePointId: nurse.servicePointId! }, nurse);
    }
  }

  act(): void {
    if (this.#chance(0.7)) this.#actAtRoom(this.#random.below(pointIds.length));
    else this.#actAtDesk();
  }

  #actAtRoom(index: number): void {
    const nurse = nurses[index]!;
    const servicePointId = pointIds[index]!;
    const { queue } = this.#senders.edge.state;
    const point = queue.servicePoints.get(servicePointId);
    const ticket = point?.ticketId == null ? undefined : queue.tickets.get(point.ticketId);
    if (point?.state !== 'open') {
      if (this.#chance(0.3)) this.#senders.send('open-service-point', { servicePointId }, nurse);
    } else if (ticket === undefined) {
      this.#call(nurse, servicePointId);
    } else if (ticket.inDoubtSince !== undefined && this.#chance(0.7)) {
      this.#sayWhatBecameOf(nurse, servicePointId, ticket);
    } else if (ticket.standing.state === 'called') {
      this.#withCalled(nurse, servicePointId, ticket);
    } else {
      this.#withServed(nurse, servicePointId, ticket);
    }
  }

  #call(nurse: Sender, servicePointId: string): void {
    const what = this.#random.next();
    const together = this.#chance(0.8) ? { withParty: true as const } : {};
    if (what < 0.86) this.#senders.send('call-next', { servicePointId, ...together }, nurse);
    else if (what < 0.92) {
      const ticketId = this.#one(['waiting', 'on-hold', 'not-answered'])?.id;
      if (ticketId !== undefined)
        this.#senders.send('call-ticket', { servicePointId, ticketId, reason, ...together }, nurse);
    } else if (what < 0.95) {
      this.#senders.send('serve-without-ticket', { servicePointId, serviceId: this.#service() }, nurse);
    } else if (what < 0.97) this.#senders.send('pause-service-point', { servicePointId }, nurse);
  }

  /** After a power cut the tablet asks; whoever does something else first is refused, or has answered by it. */
  #sayWhatBecameOf(nurse: Sender, servicePointId: string, { id: ticketId, standing }: TicketRecord): void {
    const what = this.#random.next();
    if (what < 0.5) this.#senders.send('confirm-still-here', { servicePointId, ticketId }, nurse);
    else if (what < 0.7) this.#senders.send('finish-service', { servicePointId, ticketId }, nurse);
    else if (what < 0.85) this.#senders.send('mark-left', { ticketId, reason }, nurse);
    else this.#senders.send('transfer', { ticketId, toServiceId: standing.serviceId, placement: 'front' }, nurse);
  }

  #withCalled(nurse: Sender, servicePointId: string, ticket: TicketRecord): void {
    const { id: ticketId } = ticket;
    const what = this.#random.next();
    if (what < 0.2) this.#senders.send('recall', { servicePointId }, nurse);
    else if (what < 0.65) this.#senders.send('confirm-arrival', { servicePointId, ticketId }, nurse);
    else if (what < 0.77) this.#senders.send('mark-not-answered', { ticketId }, nurse);
    else if (what < 0.82) this.#senders.send('hold', { ticketId }, nurse);
    else if (what < 0.87) this.#transfer(ticketId, nurse);
    else if (what < 0.92) this.#undo(ticket, nurse);
    else this.#senders.send('call-next', { servicePointId, finishCurrent: 'not-answered' }, nurse);
  }

  #withServed(nurse: Sender, servicePointId: string, ticket: TicketRecord): void {
    const { id: ticketId } = ticket;
    const what = this.#random.next();
    if (what < 0.4) return;
    if (what < 0.75) this.#senders.send('finish-service', { servicePointId, ticketId }, nurse);
    else if (what < 0.83) this.#transfer(ticketId, nurse);
    else if (what < 0.86) this.#senders.send('hold', { ticketId }, nurse);
    else if (what < 0.9) this.#undo(ticket, nurse);
    else if (what < 0.98) this.#senders.send('call-next', { servicePointId, finishCurrent: 'completed' }, nurse);
    else this.#senders.send('mark-left', { ticketId, reason }, nurse);
  }

  #actAtDesk(): void {
    const what = this.#random.next();
    if (what < 0.3) return this.#onTicket(['on-hold', 'not-answered'], (ticketId) => ['resume', { ticketId }]);
    if (what < 0.36) return this.#onTicket(['waiting'], (ticketId) => ['undo-check-in', { ticketId }]);
    if (what < 0.4) return this.#onTicket(['waiting'], (ticketId) => ['cancel-ticket', { ticketId, reason }]);
    if (what < 0.45) return this.#onTicket(['waiting'], (ticketId) => ['mark-left', { ticketId, reason }]);
    if (what < 0.52) {
      return this.#onTicket(['waiting'], (ticketId) => [
        'set-priority',
        { ticketId, priorityClass: 'priority', reason },
      ]);
    }
    if (what < 0.57) return this.#onTicket(['left'], (ticketId) => ['resume', { ticketId }]);
    if (what < 0.75) {
      const ticket = this.#one(['waiting', 'completed', 'left', 'cancelled', 'not-answered']);
      if (ticket !== undefined) this.#undo(ticket, reception);
      return;
    }
    const waiting = this.#one(['waiting', 'on-hold']);
    if (waiting === undefined) return;
    const { id: ticketId } = waiting;
    if (what < 0.82) this.#transfer(ticketId, reception);
    else if (what < 0.92) this.#senders.send('hold', { ticketId }, pageOf(ticketId));
    else this.#senders.send('resume', { ticketId }, pageOf(ticketId));
  }

  #onTicket(
    states: readonly string[],
    order: (ticketId: string) => readonly [Parameters<SimulatedSenders['send']>[0], object],
  ): void {
    const ticketId = this.#one(states)?.id;
    if (ticketId === undefined) return;
    const [type, fields] = order(ticketId);
    this.#senders.send(type, fields as never, reception);
  }

  #transfer(ticketId: string, sender: Sender): void {
    const placement = (['front', 'by-time', 'back'] as const)[this.#random.below(3)]!;
    this.#senders.send('transfer', { ticketId, toServiceId: this.#service(), placement }, sender);
  }

  #undo({ id: ticketId, last: { epoch, seq } }: TicketRecord, sender: Sender): void {
    this.#senders.send('undo', { ticketId, epoch, seq }, sender.roles.includes('nurse') ? sender : supervisor);
  }

  #one(states: readonly string[]): TicketRecord | undefined {
    const some = [...this.#senders.edge.state.queue.tickets.values()].filter(({ standing }) =>
      states.includes(standing.state),
    );
    return some[this.#random.below(some.length)];
  }

  #service(): string {
    return serviceIds[this.#random.below(serviceIds.length)]!;
  }

  #chance(chance: number): boolean {
    return this.#random.next() < chance;
  }
}
