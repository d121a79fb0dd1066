// Calling: the rule's next, or one that staff choose with a reason. A number is called once, to one room.

import type { ChosenBy } from '@foyer/contracts/calling-rules.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { FactOf } from '@foyer/contracts/events.ts';
import type { ServicePointConfiguration } from '@foyer/contracts/configuration.ts';
import { RoomState, TicketState } from '@foyer/contracts/ticket-state.ts';
import { accept, refuse, type Decision, type Moment } from '../decision.ts';
import { nextFor } from './order.ts';
import { companionsFollow } from './party.ts';
import { serviceFinished } from './service-finished.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';
import { servicePointOf, type QueueWorld } from './queue-world.ts';
import { roomLeft } from './room.ts';
import { withReason } from './sealed-reason.ts';
import { refusedInDoubt } from './still-here.ts';

type FinishCurrent = CommandOf<'call-next'>['finishCurrent'];
type Finishing = FactOf<'v1.TicketNotAnswered'> | FactOf<'v1.ServiceFinished'>;

export function decideCallNext(
  command: CommandOf<'call-next'>,
  state: QueueState,
  world: QueueWorld,
  moment: Moment,
): Decision {
  const ready = readyPoint(command, state, world);
  if ('ok' in ready) return ready;
  const { finishing, point } = ready;
  const { ticket, waiting, chosenBy } = nextFor(state, point, world);
  if (ticket === undefined) {
    const [finished] = finishing;
    if (finished === undefined) return refuse('queue-empty');
    const explained = withReason(finished, command.reason, { id: finished.body.ticketId });
    return accept(explained, { type: 'v1.CommandHadNoEffect', body: { command: 'call-next', ids: {} } });
  }
  const fact = called(ticket, point.id, 'next', waiting, moment, chosenBy);
  const follow = command.withParty === true ? companionsFollow(ticket, fact.body.callId, point, state, world) : [];
  return accept(...finishing, ...follow, withReason(fact, command.reason, ticket));
}

export function decideCall(
  command: CommandOf<'call-ticket'>,
  state: QueueState,
  world: QueueWorld,
  moment: Moment,
): Decision {
  const ready = readyPoint(command, state, world);
  if ('ok' in ready) return ready;
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  const { state: from } = ticket.standing;
  if (from !== TicketState.waiting && from !== TicketState.onHold && from !== TicketState.notAnswered) {
    return refuse('wrong-state', { ticketId: ticket.id, state: from });
  }
  const waiting = Math.max(1, nextFor(state, ready.point, world).waiting);
  const fact = called(ticket, ready.point.id, 'chosen', waiting, moment);
  const { finishing, point } = ready;
  const follow = command.withParty === true ? companionsFollow(ticket, fact.body.callId, point, state, world) : [];
  return accept(...finishing, ...follow, withReason(fact, command.reason, ticket));
}

function called(
  ticket: TicketRecord,
  servicePointId: string,
  rule: 'next' | 'chosen',
  waiting: number,
  moment: Moment,
  chosenBy?: ChosenBy,
): FactOf<'v1.TicketCalled'> {
  return {
    type: 'v1.TicketCalled',
    body: {
      ticketId: ticket.id,
      servicePointId,
      callId: moment.newId(),
      rule,
      waiting,
      ...(chosenBy === undefined ? {} : { chosenBy }),
    },
  };
}

/** The point, and the facts that finish who is there; or the first refusal that applies. */
function readyPoint(
  command: { readonly servicePointId: string; readonly finishCurrent?: FinishCurrent },
  state: QueueState,
  world: QueueWorld,
):
  | { readonly point: ServicePointConfiguration; readonly finishing: readonly Finishing[] }
  | Extract<Decision, { ok: false }> {
  const no = (...args: Parameters<typeof refuse>) => refuse(...args) as Extract<Decision, { ok: false }>;
  const point = servicePointOf(world, command.servicePointId);
  if (point === undefined) return no('unknown-service-point');
  const record = state.servicePoints.get(point.id);
  if (record === undefined || record.state === 'closed') return no('service-point-closed');
  if (record.state === 'paused') return no('service-point-paused');
  if (record.room.state === RoomState.toBeCleaned) return no('room-not-ready', { servicePointId: point.id });
  const current = record.ticketId === null ? undefined : state.tickets.get(record.ticketId);
  if (current === undefined) return { point, finishing: [] };
  const inDoubt = refusedInDoubt(current);
  if (inDoubt !== undefined) return inDoubt;
  const { finishCurrent } = command;
  const facts = { ticketId: current.id, state: current.standing.state };
  if (finishCurrent === undefined) return no('service-point-busy', facts);
  const isCalled = current.standing.state === TicketState.called;
  if (isCalled && finishCurrent === true) return no('current-outcome-needed', facts);
  if (!isCalled && finishCurrent === 'not-answered') return no('wrong-state', facts);
  if (roomLeft(current, world).length > 0) return no('room-not-ready', { servicePointId: point.id, ...facts });
  const finishing: Finishing =
    finishCurrent === 'not-answered'
      ? { type: 'v1.TicketNotAnswered', body: { ticketId: current.id, servicePointId: point.id } }
      : serviceFinished(current, point.id);
  return { point, finishing: [finishing] };
}
