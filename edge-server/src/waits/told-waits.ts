// What screens say of waits: made of an answer of the estimating thread, and kept while it is about the same.

import type { ServiceId, TicketId } from '@foyer/contracts/ids.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { WaitView } from '@foyer/contracts/wait-view.ts';
import { pointsFor, type CallingPoint } from '@foyer/domain/queue/order.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { WaitEstimate } from '@foyer/domain/wait-estimate/queue-now.ts';
import { toldWait } from '@foyer/domain/wait-told/told-wait.ts';
import type { ClinicState, ToldWaits } from '../views/clinic-state.ts';
import type { WaitAnswer } from './answer.ts';
import { servicesTold } from './question.ts';

export const nothingTold: ToldWaits = { tickets: new Map(), services: new Map() };

type Clinic = Pick<ClinicState, 'queue' | 'configuration' | 'displayLayouts'>;

/** The same object as before where no word changes. */
export function toldWaits(answer: WaitAnswer, state: Clinic, before: ToldWaits): ToldWaits {
  const tickets = new Map<TicketId, WaitView>();
  for (const ticket of state.queue.tickets.values()) {
    const told = toldOf(ticket, answer, state, before);
    if (told !== undefined) tickets.set(ticket.id, told);
  }
  const services = new Map<ServiceId, WaitView>();
  for (const id of servicesTold(state)) {
    const points = state.configuration.servicePoints.filter(({ serviceIds }) => serviceIds.includes(id));
    const told = tellWait(
      points,
      answer.services.get(id),
      answer.endsFirst.services.has(id),
      state,
      before.services.get(id),
    );
    if (told !== undefined) services.set(id, told);
  }
  const isSame = sameWords(tickets, before.tickets) && sameWords(services, before.services);
  return isSame ? before : { tickets, services };
}

/** Of one who waits; that needs no answer about who might come. */
export function toldOf(
  ticket: TicketRecord,
  answer: WaitAnswer,
  state: Clinic,
  before: ToldWaits,
): WaitView | undefined {
  if (ticket.standing.state !== TicketState.waiting) return undefined;
  return tellWait(
    pointsFor(ticket, state.queue, state),
    answer.tickets.get(ticket.id),
    answer.endsFirst.tickets.has(ticket.id),
    state,
    before.tickets.get(ticket.id),
  );
}

/** That nobody calls, or the day ends first, is said rather than a number; where nothing is known, nothing is said. */
function tellWait(
  points: readonly CallingPoint[],
  estimate: WaitEstimate | undefined,
  endsFirst: boolean,
  { queue }: Clinic,
  before: WaitView | undefined,
): WaitView | undefined {
  // Not ready yet, or of no point: that is another matter than a wait.
  if (points.length === 0) return undefined;
  const states = points.map(({ id }) => queue.servicePoints.get(id)?.state ?? 'closed');
  const isOpen = states.includes('open');
  if (isOpen && estimate !== undefined) return toldWait(estimate, before);
  if (isOpen && !endsFirst) return undefined;
  const stopped = isOpen ? 'closing' : states.includes('paused') ? 'paused' : 'closed';
  return before !== undefined && 'stopped' in before && before.stopped === stopped ? before : { stopped };
}

/** What holds is the same object. */
function sameWords(now: ReadonlyMap<string, WaitView>, before: ReadonlyMap<string, WaitView>): boolean {
  return now.size === before.size && [...now].every(([id, wait]) => before.get(id) === wait);
}
