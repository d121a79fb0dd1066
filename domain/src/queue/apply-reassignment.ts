// Everybody affected goes where somebody chose, all in one step or nobody: what was chosen has to be of the clinic as it
// is now. Nobody hears anything until they are called; places are kept.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { EventBody, Fact } from '@foyer/contracts/events.ts';
import type { ReassignedPerson } from '@foyer/contracts/reassignment.ts';
import type { AffectedPerson } from '@foyer/contracts/reassignment-view.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { hourMs, type EpochMs } from '@foyer/contracts/time.ts';
import { accept, noEffect, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import { speaksFor } from './delay.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';
import { servicePointOf, type QueueWorld } from './queue-world.ts';
import { proposeReassignment, roomOf, type ReassignmentWorld } from './reassignment.ts';
import { roomLeft } from './room.ts';
import { withStaffReason } from './sealed-reason.ts';

type ApplyReassignment = CommandOf<'apply-reassignment'>;

/** The kinds of work items: somebody phones the patient, about another day or about what happens today. */
const WorkItemKind = { anotherDay: 'another-day', phone: 'phone-patient' } as const;

const longestAwayMs = 12 * hourMs;

export function decideReassignment(
  command: ApplyReassignment,
  sender: Sender,
  state: QueueState,
  world: ReassignmentWorld & Pick<QueueWorld, 'knowsStaff'>,
  moment: Moment,
): Decision {
  const { staffId, servicePointId, from, until, steps } = command;
  if ((staffId === undefined) === (servicePointId === undefined) || !steps.every(isWhole)) {
    return refuse('invalid-request');
  }
  if (servicePointId !== undefined && servicePointOf(world, servicePointId) === undefined) {
    return refuse('unknown-service-point');
  }
  if (staffId !== undefined && !world.knowsStaff(staffId)) return refuse('unknown-staff');
  if (staffId !== undefined && !speaksFor(sender, staffId, state)) return refuse('other-service-point');
  if (from !== undefined && !isAhead(from, moment.at)) return refuse('return-out-of-range');
  if (until !== undefined && (!isAhead(until, moment.at) || until <= (from ?? 0))) return refuse('return-out-of-range');
  const { people } = proposeReassignment(command, state, world, moment);
  const stale = changedSince(steps, people);
  if (stale !== undefined) return refuse('reassignment-stale', stale);

  const reassignmentId = moment.newId();
  const moved = steps.map((step) => factsOf(step, reassignmentId, people, state, world, moment));
  const isAwaitedStill = steps.some(({ to, ticketId }) => to === 'stay' && isThere(state.tickets.get(ticketId ?? '')));
  const shut = shutting(command, isAwaitedStill, reassignmentId, state);
  if (shut === undefined && moved.every((facts) => facts.length === 0)) return noEffect(command.type, {});
  const facts = moved.flat();
  const applied: Fact = {
    type: 'v1.ReassignmentApplied',
    body: {
      reassignmentId,
      kind: 'leaves',
      ...(staffId === undefined ? {} : { staffId }),
      ...(servicePointId === undefined ? {} : { servicePointId }),
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
      ...whatMoved(facts),
      servicePoints: shut === undefined ? [] : [shut.change],
    },
  };
  const shutFacts = shut === undefined ? [] : [shut.fact];
  return accept(...facts, ...shutFacts, withStaffReason(applied, command.reason, sender.staffId));
}

function isAhead(time: EpochMs, at: EpochMs): boolean {
  return time > at && time <= at + longestAwayMs;
}

/** What the facts are of, as the last one names it. */
export function whatMoved(
  facts: readonly Fact[],
): Pick<EventBody<'v1.ReassignmentApplied'>, 'ticketIds' | 'appointmentIds' | 'workItemIds'> {
  const ticketIds: string[] = [];
  const appointmentIds: string[] = [];
  const workItemIds: string[] = [];
  for (const { type, body } of facts) {
    if (type === 'v1.TicketReassigned' || type === 'v1.TicketTransferred' || type === 'v1.TicketClosed') {
      ticketIds.push(body.ticketId);
    }
    if (type === 'v1.AppointmentReassigned') appointmentIds.push(body.appointmentId);
    if (type === 'v1.WorkItemRaised') workItemIds.push(body.workItemId);
  }
  return { ticketIds, appointmentIds, workItemIds };
}

/** A person, and a room exactly where one is chosen. */
function isWhole({ ticketId, appointmentId, to, toServicePointId }: ReassignedPerson): boolean {
  return (
    (ticketId === undefined) !== (appointmentId === undefined) &&
    (to === 'service-point') === (toServicePointId !== undefined)
  );
}

/** Who came, went or was called since, and which rooms can be chosen no more; undefined when all is as it was. */
function changedSince(
  steps: readonly ReassignedPerson[],
  people: readonly AffectedPerson[],
): { readonly changed: readonly string[]; readonly servicePointIds: readonly string[] } | undefined {
  const chosen = new Map(steps.map((step) => [idOf(step), step]));
  const known = new Map<string, AffectedPerson>(people.map((person) => [person.id, person]));
  const changed = [
    ...people.filter(({ id, state }) => !chosen.has(id) || chosen.get(id)?.seen !== state).map(({ id }) => id),
    ...[...chosen.keys()].filter((id) => !known.has(id)),
  ];
  const servicePointIds = steps.flatMap(({ toServicePointId, ...step }) => {
    const gone = toServicePointId !== undefined && !known.get(idOf(step))?.servicePointIds.includes(toServicePointId);
    return gone ? [toServicePointId] : [];
  });
  const impossible = steps.filter((step) => !(known.get(idOf(step))?.destinations.includes(step.to) ?? true));
  const all = [...new Set([...changed, ...impossible.map(idOf)])];
  const isTwice = chosen.size !== steps.length;
  if (all.length + servicePointIds.length === 0 && !isTwice) return undefined;
  return { changed: all, servicePointIds: [...new Set(servicePointIds)] };
}

function idOf({ ticketId, appointmentId }: Pick<ReassignedPerson, 'ticketId' | 'appointmentId'>): string {
  return ticketId ?? appointmentId ?? '';
}

function factsOf(
  step: ReassignedPerson,
  reassignmentId: string,
  people: readonly AffectedPerson[],
  state: QueueState,
  world: ReassignmentWorld,
  moment: Moment,
): readonly Fact[] {
  const ticket = step.ticketId === undefined ? undefined : state.tickets.get(step.ticketId);
  const { appointmentId, toServicePointId } = step;
  switch (step.to) {
    case 'stay':
      return [];
    case 'phone':
      return [toBePhoned(WorkItemKind.phone)];
    case 'another-day': {
      if (ticket === undefined) return [toBePhoned(WorkItemKind.anotherDay)];
      const body = { ticketId: ticket.id, outcome: TicketState.cancelled, reassignmentId };
      return [{ type: 'v1.TicketClosed', body }, ...roomLeft(ticket, world), toBePhoned(WorkItemKind.anotherDay)];
    }
    case 'service-point':
      if (toServicePointId === undefined) return [];
      if (ticket === undefined) {
        if (appointmentId === undefined) return [];
        return [{ type: 'v1.AppointmentReassigned', body: { appointmentId, toServicePointId, reassignmentId } }];
      }
      return isThere(ticket)
        ? [sentOn(ticket, toServicePointId, reassignmentId), ...roomLeft(ticket, world)]
        : [keepingItsPlace(ticket, toServicePointId, reassignmentId)];
  }

  function toBePhoned(kind: string): Fact {
    const patientId = people.find(({ id }) => id === idOf(step))?.patientId;
    const about = {
      ...(ticket === undefined ? {} : { ticketId: ticket.id, ticketNumber: ticket.number }),
      ...(appointmentId === undefined ? {} : { appointmentId }),
      ...(patientId === undefined ? {} : { patientId }),
    };
    return {
      type: 'v1.WorkItemRaised',
      body: { workItemId: moment.newId(), kind, code: kind, about, reassignmentId },
    };
  }
}

/** Who waits, is on hold or did not answer stays so. */
export function keepingItsPlace({ id: ticketId, standing }: TicketRecord, to: string, reassignmentId: string): Fact {
  const from = standing.forServicePointId;
  return {
    type: 'v1.TicketReassigned',
    body: { ticketId, ...(from === null ? {} : { fromServicePointId: from }), toServicePointId: to, reassignmentId },
  };
}

/** Who is in the room waits again, in the place of when they came. */
function sentOn({ id: ticketId, standing, issuedAt }: TicketRecord, to: string, reassignmentId: string): Fact {
  return {
    type: 'v1.TicketTransferred',
    body: {
      ticketId,
      fromServiceId: standing.serviceId,
      toServiceId: standing.serviceId,
      toServicePointId: to,
      placement: 'by-time',
      placeAt: issuedAt,
      reassignmentId,
    },
  };
}

function isThere(ticket: TicketRecord | undefined): boolean {
  return ticket?.standing.state === TicketState.called || ticket?.standing.state === TicketState.serving;
}

/** From now on the room calls nobody, unless somebody leaves later only: it pauses for who comes back and while somebody is in it, and else it is closed. */
function shutting(
  whose: ApplyReassignment,
  isAwaitedStill: boolean,
  reassignmentId: string,
  { servicePoints }: QueueState,
): { readonly fact: Fact; readonly change: EventBody<'v1.ReassignmentApplied'>['servicePoints'][number] } | undefined {
  if (whose.from !== undefined) return undefined;
  const record = servicePoints.get(roomOf(whose, { servicePoints }) ?? '');
  if (record === undefined || record.state === 'closed') return undefined;
  const { id: servicePointId, staffId } = record;
  const by = staffId === null ? {} : { staffId };
  const from = { state: record.state, ...by };
  if (whose.until === undefined && !isAwaitedStill) {
    const fact: Fact = { type: 'v1.ServicePointClosed', body: { servicePointId, reassignmentId } };
    return { fact, change: { servicePointId, from, to: { state: 'closed' } } };
  }
  if (record.state === 'paused' && whose.until === undefined) return undefined;
  const until = whose.until === undefined ? {} : { until: whose.until };
  const fact: Fact = { type: 'v1.ServicePointPaused', body: { servicePointId, ...until, reassignmentId } };
  return { fact, change: { servicePointId, from, to: { state: 'paused', ...by } } };
}
