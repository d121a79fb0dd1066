// After a gap nobody knows whether who was called, or with staff, is there still. Each such ticket is in doubt until
// staff say what became of it: whatever moves it is an answer, and so is the word that it is there still. Until then
// nothing is announced of it.

import type { Gap } from '@foyer/contracts/gap.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { overGap } from './point-shift.ts';
import { gapKey, type QueueChanges, type QueueState, type TicketRecord } from './queue-state.ts';

export function gapNoticed(
  { tickets, servicePoints }: Pick<QueueState, 'tickets' | 'servicePoints'>,
  { from, until }: Gap,
): QueueChanges {
  const open = [...tickets.values()].filter(isAtPoint);
  return {
    gaps: [{ id: gapKey({ from }), from, until }],
    tickets: open.map((ticket) => ({ inDoubtSince: from, ...ticket })),
    servicePoints: [...servicePoints.values()]
      .filter(({ openSince }) => openSince !== undefined)
      .map((point) => overGap(point, until)),
  };
}

export function withoutDoubt(ticket: TicketRecord): TicketRecord {
  const { inDoubtSince: _answered, ...known } = ticket;
  return known;
}

export function isAtPoint({ standing }: Pick<TicketRecord, 'standing'>): boolean {
  return standing.state === TicketState.called || standing.state === TicketState.serving;
}
