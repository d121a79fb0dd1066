// A reassignment taken back on its business day, as far as that still can be: whoever was called, changed or went since
// stays where they are, and is named.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { EventBody, Fact } from '@foyer/contracts/events.ts';
import { anyPointRoles } from '@foyer/contracts/authorisation.ts';
import { accept, noEffect, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import type { QueueState, ReassignmentRecord } from './queue-state.ts';
import type { QueueWorld } from './queue-world.ts';
import { withStaffReason } from './sealed-reason.ts';
import { decideUndo } from './undo.ts';

type Room = EventBody<'v1.ReassignmentApplied'>['servicePoints'][number];

interface UndoWorld extends QueueWorld {
  /** Nobody has dealt with it yet. */
  readonly isOpenWorkItem: (id: string) => boolean;
}

export function decideUndoReassignment(
  { type, reassignmentId, reason }: CommandOf<'undo-reassignment'>,
  sender: Sender,
  state: QueueState,
  world: UndoWorld,
  moment: Moment,
): Decision {
  const applied = state.reassignments.get(reassignmentId);
  if (applied === undefined) return refuse('unknown-reassignment');
  if (!mayUndo(sender, applied)) return refuse('other-service-point');
  if (applied.undoneAt !== null) return noEffect(type, { reassignmentId });
  if (applied.businessDay !== moment.businessDay) return refuse('nothing-to-undo');

  const steps = applied.tickets.map(({ ticketId, epoch, seq }) => {
    const command = { commandId: '', type: 'undo' as const, ticketId, epoch, seq };
    const decision = decideUndo(command, sender, state, world, moment);
    return { ticketId, facts: decision.ok ? decision.facts.map((fact) => within(fact, reassignmentId)) : [] };
  });
  const arrived = new Map([...state.tickets.values()].map(({ appointmentId, id }) => [appointmentId, id]));
  const awaited = applied.appointmentIds.filter((id) => !arrived.has(id));
  const facts: readonly Fact[] = [
    ...steps.flatMap((step) => step.facts),
    ...awaited.map((appointmentId): Fact => ({
      type: 'v1.AppointmentReassigned',
      body: { appointmentId, reassignmentId },
    })),
    ...applied.workItemIds
      .filter((id) => world.isOpenWorkItem(id))
      .map((workItemId): Fact => ({ type: 'v1.WorkItemResolved', body: { workItemId, reassignmentId } })),
    ...applied.servicePoints.flatMap((room) => asBefore(room, reassignmentId, state)),
  ];
  if (facts.length === 0) return refuse('nothing-to-undo');
  const came = applied.appointmentIds.flatMap((id) => arrived.get(id) ?? []);
  const undone: Fact = {
    type: 'v1.ReassignmentUndone',
    body: {
      reassignmentId,
      ticketIds: steps.filter((step) => step.facts.length > 0).map(({ ticketId }) => ticketId),
      keptTicketIds: [...steps.filter((step) => step.facts.length === 0).map(({ ticketId }) => ticketId), ...came],
    },
  };
  return accept(...facts, withStaffReason(undone, reason, sender.staffId));
}

/** Whoever acts anywhere, and whoever applied it. */
export function mayUndo({ roles, actor }: Pick<Sender, 'roles' | 'actor'>, { by }: ReassignmentRecord): boolean {
  return by === actor || roles.some((role) => anyPointRoles.includes(role));
}

function within(fact: Fact, reassignmentId: string): Fact {
  return fact.type === 'v1.StepUndone' ? { ...fact, body: { ...fact.body, reassignmentId } } : fact;
}

/** Only where nobody opened, paused or closed it since. */
function asBefore({ servicePointId, from, to }: Room, reassignmentId: string, state: QueueState): readonly Fact[] {
  const now = state.servicePoints.get(servicePointId);
  if (now?.state !== to.state || now.staffId !== (to.staffId ?? null)) return [];
  const closed: Fact = { type: 'v1.ServicePointClosed', body: { servicePointId, reassignmentId } };
  if (from.state === 'closed') return now.ticketId === null ? [closed] : [];
  const by = from.staffId === undefined ? {} : { staffId: from.staffId };
  const opened: Fact = { type: 'v1.ServicePointOpened', body: { servicePointId, ...by, reassignmentId } };
  const paused: Fact = { type: 'v1.ServicePointPaused', body: { servicePointId, reassignmentId } };
  return from.state === 'paused' ? [opened, paused] : [opened];
}
