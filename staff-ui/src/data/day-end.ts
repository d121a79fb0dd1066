// The end of the day as the tablet asks about it: who is still here, and what became of each.

import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { TicketId } from '@foyer/contracts/ids.ts';
import type { StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';

/** `undecided`: somebody decides tomorrow. */
export const dayOutcomes = ['completed', 'left', 'cancelled', 'undecided'] as const;
export type DayOutcome = (typeof dayOutcomes)[number];
export type Chosen = ReadonlyMap<TicketId, DayOutcome>;

/** Who is with staff stands first, then who was called, who waits, and who went out. */
const order: readonly TicketState[] = [
  TicketState.serving,
  TicketState.called,
  TicketState.waiting,
  TicketState.onHold,
  TicketState.notAnswered,
];

export function whoIsLeft(view: StaffView): readonly StaffTicket[] {
  return Object.values(view.tickets)
    .filter(({ state }) => isOpen(state))
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.issuedAt - b.issuedAt);
}

/** The same outcome for all of them; what was said of others stays. */
export function saidOfAll(chosen: Chosen, tickets: readonly StaffTicket[], outcome: DayOutcome): Chosen {
  return new Map([...chosen, ...tickets.map(({ id }) => [id, outcome] as const)]);
}

/** Those of whom nobody has said yet what became of them. */
export function withoutOutcome(left: readonly StaffTicket[], chosen: Chosen): readonly StaffTicket[] {
  return left.filter(({ id }) => !chosen.has(id));
}

/** Of those who are still here: who was finished meanwhile needs no outcome. */
export function outcomesOf(
  left: readonly StaffTicket[],
  chosen: Chosen,
): NonNullable<CommandOf<'close-day'>['outcomes']> {
  return left.flatMap(({ id: ticketId }) => {
    const outcome = chosen.get(ticketId);
    return outcome === undefined ? [] : [{ ticketId, outcome }];
  });
}
