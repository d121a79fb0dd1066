// Folds the edge's facts into visits, by the same fold that made the edge's own queue.

import { hourMs, minuteMs, secondMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { HelpView } from '@foyer/contracts/clinic-view.ts';
import { evolve, type FactRow } from '@foyer/domain/queue/evolve.ts';
import type { EvacuationRecord, HelpRecord, QueueState, TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { DeadLetter, InboxFact } from '../facts/types.ts';
import type { ChangedServicePoint, HeldQueue, VisitChanges } from './types.ts';

const pageLifeAfterCloseMs = 24 * hourMs;

/** Facts that mean nothing without the ticket they are about. */
const needsTicket: ReadonlySet<string> = new Set([
  'v1.CheckInUndone',
  'v1.TicketIdentified',
  'v1.PriorityChanged',
  'v1.TicketMovedInQueue',
  'v1.TicketCalled',
  'v1.TicketFollowsParty',
  'v1.TicketRecalled',
  'v1.StillHereConfirmed',
  'v1.ServiceStarted',
  'v1.ServiceFinished',
  'v1.TicketNotAnswered',
  'v1.TicketHeld',
  'v1.TicketResumed',
  'v1.SteppedOut',
  'v1.CalledBack',
  'v1.CameBackInside',
  'v1.WalkAcknowledged',
  'v1.TicketTransferred',
  'v1.TicketReassigned',
  'v1.TicketClosed',
  'v1.JourneyStarted',
  'v1.JourneyStepAdded',
  'v1.JourneyStepMoved',
  'v1.JourneyStepSkipped',
  'v1.JourneyStepReady',
  'v1.JourneyWentOn',
  'v1.RoomStateChanged',
  'v1.StepUndone',
]);

const ofEvacuation: ReadonlySet<string> = new Set([
  'v1.EvacuationStarted',
  'v1.EvacuationEnded',
  'v1.PersonAccountedFor',
]);

export interface Touched {
  readonly tickets: readonly string[];
  readonly points: readonly string[];
  readonly help: readonly string[];
  readonly evacuation: boolean;
}

/** What a fact may read or change, by id; what it puts back counts too. */
export function touchedBy(fact: InboxFact): Touched {
  const body = fact.body as { ticketId?: string; servicePointId?: string; helpId?: string };
  const undone = fact.type === 'v1.StepUndone' ? fact.body.standing.servicePointId : null;
  return {
    tickets: body.ticketId === undefined ? [] : [body.ticketId],
    points: [body.servicePointId, undone].filter((id) => id != null),
    help: body.helpId === undefined ? [] : [body.helpId],
    evacuation: ofEvacuation.has(fact.type),
  };
}

/** Hears of each change of a ticket, in order. */
export type OnTicket = (before: TicketRecord | undefined, after: TicketRecord, fact: InboxFact) => void;

/** Folds in order over what was held. The facts that ask for a ticket nobody knows come back as dead letters. */
export function foldVisits(
  held: HeldQueue,
  facts: readonly InboxFact[],
  onTicket: OnTicket = () => undefined,
): VisitChanges & { readonly dead: readonly DeadLetter[] } {
  const tickets = new Map(held.visits.map(({ ticket }) => [ticket.id, ticket]));
  const points = new Map(held.servicePoints.map((point) => [point.id, point]));
  const help = new Map(held.help.map((each) => [each.id, each]));
  const evacuations = new Map(held.evacuation === undefined ? [] : [[held.evacuation.id, held.evacuation]]);
  const firstCalls = new Map(held.visits.map(({ ticket, firstCalledAt }) => [ticket.id, firstCalledAt]));
  const state: QueueState = {
    tickets,
    servicePoints: points,
    help,
    calls: new Map(),
    ordinals: new Map(),
    evacuations,
    closings: new Map(),
    walkIns: new Map(),
    delays: new Map(),
    messages: new Map(),
    reassignments: new Map(),
    reassignedAppointments: new Map(),
    paperNumbers: new Map(),
    gaps: new Map(),
    forms: new Map(),
    callingRules: new Map(),
  };
  const changedTickets = new Set<string>();
  const changedHelp = new Set<string>();
  let changedEvacuation: EvacuationRecord | undefined;
  const changedPoints = new Map<string, EpochMs>();
  const issued: VisitChanges['issued'][number][] = [];
  const dead: DeadLetter[] = [];
  for (const fact of facts) {
    // Who is asked for after it, and what is said, is between the clinic and its staff.
    if (fact.type === 'v1.GapNoticed') continue;
    const [ticketId] = touchedBy(fact).tickets;
    if (ticketId !== undefined && needsTicket.has(fact.type) && !tickets.has(ticketId)) {
      dead.push({ epoch: fact.epoch, seq: fact.seq, reason: 'unknown-ticket' });
      continue;
    }
    if (fact.type === 'v1.TicketIssued' && !tickets.has(fact.body.ticketId)) {
      issued.push({ publicId: fact.body.publicId, issuedAt: fact.body.issuedAt });
    }
    if (fact.type === 'v1.TicketCalled') {
      firstCalls.set(fact.body.ticketId, firstCalls.get(fact.body.ticketId) ?? fact.body.occurredAt ?? fact.at);
    }
    const changes = evolve(state, fact as FactRow);
    for (const ticket of changes.tickets ?? []) {
      onTicket(tickets.get(ticket.id), ticket, fact);
      tickets.set(ticket.id, ticket);
      changedTickets.add(ticket.id);
    }
    for (const point of changes.servicePoints ?? []) {
      points.set(point.id, point);
      changedPoints.set(point.id, fact.at);
    }
    for (const each of changes.help ?? []) {
      help.set(each.id, each);
      changedHelp.add(each.id);
    }
    for (const each of changes.evacuations ?? []) {
      evacuations.set(each.id, each);
      changedEvacuation = each;
    }
  }
  return {
    visits: [...changedTickets].map((id) => ({
      ticket: the(tickets, id),
      firstCalledAt: firstCalls.get(id) ?? null,
    })),
    servicePoints: [...changedPoints].map(([id, changedAt]): ChangedServicePoint => ({
      point: the(points, id),
      changedAt,
    })),
    help: [...changedHelp].map((id) => the(help, id)),
    evacuation: changedEvacuation,
    issued,
    dead,
  };
}

/** A ticket page answers until 24 hours after the ticket closed. */
export function pageIsValid(ticket: TicketRecord, now: EpochMs): boolean {
  return ticket.closedAt === null || now < ticket.closedAt + pageLifeAfterCloseMs;
}

/** Unanswered for this long, help sounds at the next role. Source: SCREENS.md, "Kiosk". */
const helpEscalatesMs = 20 * secondMs;
const helpShownMs = 10 * minuteMs;

/** What became of a call for help; undefined when it is over. */
export function helpState(help: HelpRecord, now: EpochMs): HelpView['state'] | undefined {
  if (help.acknowledgedAt !== null) return now < help.acknowledgedAt + helpShownMs ? 'acknowledged' : undefined;
  return now < help.at + helpEscalatesMs ? 'sounding' : 'escalated';
}

/** Nothing heard from a clinic for this long: what is shown may no longer be so. */
const unheardAfterMs = 30 * secondMs;

export function isUnheard(lastHeardAt: EpochMs | null, now: EpochMs): boolean {
  return lastHeardAt === null || now > lastHeardAt + unheardAfterMs;
}

function the<T>(map: ReadonlyMap<string, T>, id: string): T {
  return map.get(id) as T;
}
