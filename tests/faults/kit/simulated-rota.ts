/** Who works where: breaks, hand-overs, somebody who leaves or changes rooms, and what is taken back of it. */
import type { AffectedPerson } from '@foyer/contracts/reassignment-view.ts';
import type { ReassignedPerson } from '@foyer/contracts/reassignment.ts';
import { pauseKinds } from '@foyer/contracts/ticket-state.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { Random } from '../../bench/kit/random.ts';
import { pickOne } from './pick-one.ts';
import { nurses, pointIds, reception, supervisor } from './simulated-clinic.ts';
import type { SimulatedSenders } from './simulated-senders.ts';

export class SimulatedRota {
  readonly #senders: SimulatedSenders;
  readonly #random: Random;

  constructor(senders: SimulatedSenders, random: Random) {
    this.#senders = senders;
    this.#random = random;
  }

  act(): void {
    const index = this.#random.below(pointIds.length);
    const servicePointId = pointIds[index]!;
    const nurse = nurses[index]!;
    const another = nurses[(index + 1 + this.#random.below(pointIds.length - 1)) % nurses.length]!;
    const what = this.#random.next();
    if (what < 0.2) this.#senders.send('pause-service-point', { servicePointId, ...this.#break() }, nurse);
    else if (what < 0.35) this.#senders.send('hand-over', { servicePointId, toStaffId: another.staffId! }, nurse);
    else if (what < 0.45) this.#senders.send('leave-service-point', { servicePointId }, nurse);
    else if (what < 0.65) this.#senders.send('take-over', { servicePointId }, this.#chance(0.7) ? nurse : supervisor);
    else if (what < 0.75) this.#leave(servicePointId);
    else if (what < 0.85) this.#takeBack();
    else if (what < 0.92) this.#swap(servicePointId, another.servicePointId!);
    else this.#announceDelay(nurse.staffId!);
  }

  /** Everybody goes where it is proposed, or where somebody else thought better. */
  #leave(servicePointId: string): void {
    const { edge } = this.#senders;
    const until = this.#chance(0.5) ? {} : { until: edge.clock.wall() + hourMs };
    const proposal = edge.views.reassignmentProposal({ servicePointId, ...until });
    if (proposal === undefined) return;
    const steps = proposal.people.map((person) => this.#chosen(person));
    this.#senders.send('apply-reassignment', { servicePointId, ...until, steps }, supervisor);
  }

  #chosen({
    ticketId,
    appointmentId,
    state: seen,
    proposal,
    servicePointIds,
    destinations,
  }: AffectedPerson): ReassignedPerson {
    const who = ticketId === undefined ? { appointmentId: appointmentId! } : { ticketId };
    const asSeen =
      ticketId === undefined || seen === undefined ? {} : { seen: seen as NonNullable<ReassignedPerson['seen']> };
    if (this.#chance(0.7)) return { ...who, ...asSeen, ...proposal };
    const to = pickOne(destinations, this.#random)!;
    const toServicePointId = pickOne(servicePointIds, this.#random);
    return { ...who, ...asSeen, to, ...(to === 'service-point' ? { toServicePointId: toServicePointId! } : {}) };
  }

  #takeBack(): void {
    const { reassignments } = this.#senders.edge.state.queue;
    const applied = [...reassignments.values()].filter(({ undoneAt }) => undoneAt === null);
    const reassignmentId = applied.at(-1)?.id;
    if (reassignmentId !== undefined) this.#senders.send('undo-reassignment', { reassignmentId }, supervisor);
  }

  #swap(servicePointId: string, withServicePointId: string): void {
    const follow = this.#chance(0.5) ? 'booked' : 'everyone';
    this.#senders.send('swap-rooms', { servicePointId, withServicePointId, follow }, supervisor);
  }

  #announceDelay(staffId: string): void {
    const minutes = this.#random.below(4) * 20;
    this.#senders.send('announce-delay', { staffId, minutes }, reception);
  }

  #break() {
    const kind = pickOne(pauseKinds, this.#random)!;
    const minutes = 5 + this.#random.below(40);
    return { kind, ...(this.#chance(0.6) ? { until: this.#senders.edge.clock.wall() + minutes * minuteMs } : {}) };
  }

  #chance(chance: number): boolean {
    return this.#random.next() < chance;
  }
}
