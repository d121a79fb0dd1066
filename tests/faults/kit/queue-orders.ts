/** What the clients of a clinic send at random, by what they were told last; much of it is refused, and that is fine. */
import type { CommandAnswer } from '@foyer/contracts/http-api.ts';
import type { JourneyTemplate } from '@foyer/contracts/journey.ts';
import { isOpen, placements, priorityClasses, roomStates, stepOutThresholds } from '@foyer/contracts/ticket-state.ts';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import type { QueueCommand } from '@foyer/domain/queue/decide.ts';
import type { Random } from '../../bench/kit/random.ts';
import { aJourneyOrder } from './journey-orders.ts';
import { isAccepted } from './history.ts';
import { pickOne } from './pick-one.ts';
import { aSupervisorsOrder } from './supervisor-orders.ts';

type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;
export type QueueOrder = WithoutId<QueueCommand>;
export const DeskRole = {
  kiosk: 'kiosk',
  nurse: 'nurse',
  reception: 'reception',
  supervisor: 'supervisor',
} as const;
export type DeskRole = (typeof DeskRole)[keyof typeof DeskRole];

const reason = 'said at the desk';
/** More than this many open tickets, and people leave. */
const mostOpen = 60;
/** Of a paper series that is smaller than it is in life, so that numbers come twice. */
const paperNumbers = 600;
const [longestHoldMs, messageMs, paperMs] = [2_000, 3_600_000, 60_000];
/** So many tickets that are over are remembered, for who asks for one of them. */
const mostOver = 20;

interface Known {
  readonly ticket: Ticket;
  readonly epoch: number;
  readonly seq: number;
}

interface Heard {
  readonly ticket?: Ticket | null;
  readonly helpId?: string;
  readonly messageId?: string;
}

/** What everybody has been told of tickets, the newest of each. */
export class KnownTickets {
  readonly #open = new Map<string, Known>();
  readonly #over: Known[] = [];
  readonly #help: string[] = [];
  readonly #messages: string[] = [];
  #shut: 'day-closed' | 'service-point-closed' | undefined;

  hear(answer: CommandAnswer): void {
    if (!isAccepted(answer)) return this.#hearRefusal(answer);
    const { epoch, seq, result } = answer;
    const { ticket, helpId, messageId } = result as Heard;
    if (helpId !== undefined) this.#help.push(...(this.#help.length > 8 ? [] : [helpId]));
    if (messageId !== undefined) this.#messages.push(...(this.#messages.length > 8 ? [] : [messageId]));
    if (ticket == null || seq < (this.#open.get(ticket.id)?.seq ?? 0)) return;
    if (isOpen(ticket.state)) this.#open.set(ticket.id, { ticket, epoch, seq });
    else if (this.#open.delete(ticket.id) && this.#over.push({ ticket, epoch, seq }) > mostOver) this.#over.shift();
  }

  /** By the last refusal that said what is closed. */
  get isDayClosed(): boolean {
    return this.#shut === 'day-closed';
  }
  get areRoomsClosed(): boolean {
    return this.#shut === 'service-point-closed';
  }

  get isFull(): boolean {
    return this.#open.size > mostOpen;
  }

  /** One in such a state, or any. */
  one(random: Random, ...states: readonly Ticket['state'][]): Known | undefined {
    if (random.below(12) === 0) return pickOne(this.#over, random);
    const open = [...this.#open.values()];
    return pickOne(states.length === 0 ? open : open.filter(({ ticket }) => states.includes(ticket.state)), random);
  }

  at(servicePointId: string): Known | undefined {
    return [...this.#open.values()].find(({ ticket }) => ticket.servicePointId === servicePointId);
  }

  help(random: Random): string | undefined {
    return pickOne(this.#help, random);
  }

  message(random: Random): string | undefined {
    return pickOne(this.#messages, random);
  }

  #hearRefusal(answer: CommandAnswer): void {
    const code = 'refusal' in answer ? answer.refusal.code : undefined;
    if (code === 'day-closed' || code === 'service-point-closed') this.#shut = code;
  }
}

export interface Orderer {
  readonly role: DeskRole;
  readonly known: KnownTickets;
  readonly serviceIds: readonly string[];
  readonly pointIds: readonly string[];
  /** The nurse's own. */
  readonly pointId?: string;
  readonly journey: JourneyTemplate;
  /** Who may follow at a room. */
  readonly staffIds: readonly string[];
  readonly paperPrefix: string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly random: Random;
}

export function anOrder(orderer: Orderer): QueueOrder {
  switch (orderer.role) {
    case DeskRole.kiosk:
      return atKiosk(orderer);
    case DeskRole.nurse:
      return atRoom(orderer);
    case DeskRole.reception:
      return atDesk(orderer);
    case DeskRole.supervisor:
      return aSupervisorsOrder(orderer) ?? atDesk(orderer);
  }
}

function atKiosk({ known, serviceIds, random }: Orderer): QueueOrder {
  const joined = known.one(random, 'waiting');
  const back = random.below(10) === 0 ? known.one(random, 'not-answered', 'on-hold', 'waiting') : undefined;
  if (back !== undefined) return { type: 'come-back', publicId: back.ticket.publicId };
  const isOver = random.below(known.isFull ? 2 : 12) === 0;
  if (isOver && joined !== undefined) return { type: 'undo-check-in', ticketId: joined.ticket.id };
  const serviceId = serviceIds[random.below(4) === 0 ? random.below(serviceIds.length) : 0]!;
  const party = joined !== undefined && random.below(2) === 0 ? { partyOf: joined.ticket.id } : {};
  const needs = random.below(5) === 0 ? { needs: ['hearing' as const] } : {};
  return { type: 'issue-ticket', serviceId, print: false, ...party, ...needs };
}

function atRoom(orderer: Orderer): QueueOrder {
  const { known, serviceIds, pointIds, pointId, random } = orderer;
  const servicePointId = pointId ?? pointIds[0]!;
  const here = known.at(servicePointId);
  if (known.areRoomsClosed && random.below(4) === 0) return { type: 'open-service-point', servicePointId };
  if (random.below(5) === 0) {
    const order = here === undefined ? goingFrom(servicePointId, orderer) : onwards(here.ticket.id, orderer);
    if (order !== undefined) return order;
  }
  const what = random.below(100);
  const together = random.below(2) === 0 ? { withParty: true as const } : {};
  if (what < 2) return { type: 'pause-service-point', servicePointId };
  if (what < 6) return { type: 'open-service-point', servicePointId };
  if (what < 8) return { type: pickOne(['leave-service-point', 'take-over'] as const, random)!, servicePointId };
  if (what < 12) return { type: 'serve-without-ticket', servicePointId, serviceId: serviceIds[0]! };
  if (what < 17 && here === undefined) return { type: 'set-room-state', servicePointId, roomState: 'empty' };
  if (what < 25 && here === undefined) {
    const chosen = known.one(random, 'waiting', 'on-hold', 'not-answered');
    if (chosen !== undefined)
      return { type: 'call-ticket', servicePointId, ticketId: chosen.ticket.id, reason, ...together };
  }
  if (here === undefined || what < 35) {
    const finishCurrent = pickOne([undefined, true, 'completed', 'not-answered'] as const, random);
    return {
      type: 'call-next',
      servicePointId,
      ...together,
      ...(finishCurrent === undefined ? {} : { finishCurrent }),
    };
  }
  const { epoch, seq, ticket } = here;
  const ticketId = ticket.id;
  if (what < 42) return { type: 'recall', servicePointId };
  if (what < 55) return { type: 'confirm-arrival', servicePointId, ticketId };
  if (what < 68) return { type: 'finish-service', servicePointId, ticketId };
  if (what < 73) return { type: 'mark-not-answered', ticketId };
  if (what < 78) return { type: 'hold', ticketId };
  if (what < 83) return { type: 'set-room-state', servicePointId, roomState: pickOne(roomStates, random)! };
  if (what < 85) return { type: 'acknowledge-walk', ticketId };
  if (what < 86) return { type: 'confirm-still-here', servicePointId, ticketId };
  if (what < 93) return { type: 'undo', ticketId, epoch, seq };
  return transfer(ticketId, serviceIds, pointIds, random);
}

/** Who is here goes on from here. */
function onwards(ticketId: string, { journey, now, random }: Orderer): QueueOrder {
  const what = random.below(100);
  if (what < 20) return { type: 'return-to-sender', ticketId };
  if (what < 40) return { type: 'hold', ticketId, until: now() + random.below(longestHoldMs) };
  return aJourneyOrder(ticketId, journey, random);
}

/** Who works here goes. */
function goingFrom(servicePointId: string, { staffIds, random }: Orderer): QueueOrder | undefined {
  const what = random.below(100);
  const toStaffId = pickOne(staffIds, random);
  if (what < 50 && toStaffId !== undefined) return { type: 'hand-over', servicePointId, toStaffId };
  return what < 60 ? { type: 'close-service-point', servicePointId } : undefined;
}

function atDesk(orderer: Orderer): QueueOrder {
  const { known, serviceIds, pointIds, random } = orderer;
  if (random.below(12) === 0) return seldom(orderer);
  const what = random.below(100);
  if (what < 6) return { type: 'request-help', kind: random.below(2) === 0 ? 'assistance' : 'emergency' };
  const helpId = known.help(random);
  if (what < 10 && helpId !== undefined) return { type: 'acknowledge-help', helpId };
  if (what < 14) {
    return { type: 'announce-delay', servicePointId: pickOne(pointIds, random)!, minutes: random.below(3) * 20 };
  }
  const priorityClass = pickOne(priorityClasses, random)!;
  const chosen = what < 40 ? known.one(random, 'waiting') : known.one(random);
  if (chosen === undefined || what < 20) {
    return { type: 'issue-ticket', serviceId: serviceIds[0]!, priorityClass, print: false };
  }
  const { epoch, seq, ticket } = chosen;
  const ticketId = ticket.id;
  if (what < (known.isFull ? 60 : 26)) return { type: 'mark-left', ticketId, reason };
  if (what < 30) return { type: 'cancel-ticket', ticketId, reason };
  if (what < 40) return { type: 'set-priority', ticketId, priorityClass, reason };
  if (what < 50) return { type: 'resume', ticketId };
  if (what < 60) return { type: 'hold', ticketId };
  if (what < 66) return { type: 'step-out', ticketId, whenAhead: pickOne(stepOutThresholds, random)! };
  if (what < 70) return { type: 'back-inside', ticketId };
  if (what < 82) return { type: 'undo', ticketId, epoch, seq };
  return transfer(ticketId, serviceIds, pointIds, random);
}

/** An evacuation soon ends, so that most of what is sent is decided by the queue. */
function seldom({ known, journey, serviceIds, paperPrefix, now, newId, random }: Orderer): QueueOrder {
  const ticketId = known.one(random)?.ticket.id;
  const messageId = known.message(random);
  const what = random.below(100);
  if (what < 4) return { type: 'evacuate' };
  if (what < 40 || ticketId === undefined) return { type: 'all-clear' };
  if (what < 46) return { type: 'account-for', ticketId, present: random.below(2) === 0 };
  if (what < 50) return { type: 'print-muster-list' };
  if (what < 54) return { type: 'print-paper-numbers', count: 1 + random.below(3), print: false };
  if (what < 60) return { type: 'identify-ticket', ticketId, patientId: ticketId };
  if (what < 64) return { type: 'show-message', messageId: newId(), text: { en: 'Later' }, until: now() + messageMs };
  if (what < 68 && messageId !== undefined) return { type: 'withdraw-message', messageId };
  if (what < 76) return onPaper(serviceIds[0]!, paperPrefix, now(), random);
  if (what < 84) return { type: 'return-to-sender', ticketId };
  return aJourneyOrder(ticketId, journey, random);
}

function onPaper(serviceId: string, prefix: string, now: number, random: Random): QueueOrder {
  const arrivedAt = now - random.below(paperMs);
  const outcome = random.below(2) === 0 ? {} : { outcome: 'left' as const };
  const number = `${prefix}${1 + random.below(paperNumbers)}`;
  return { type: 'enter-paper-visit', number, serviceId, arrivedAt, reason, ...outcome };
}

function transfer(
  ticketId: string,
  serviceIds: readonly string[],
  pointIds: readonly string[],
  random: Random,
): QueueOrder {
  const placement = pickOne(placements, random)!;
  const to = random.below(2) === 0 ? { toServiceId: serviceIds[0]! } : { toServicePointId: pickOne(pointIds, random)! };
  return { type: 'transfer', ticketId, placement, ...to };
}
