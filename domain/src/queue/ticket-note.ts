// What staff have to know of a ticket. Each once; it stays with the ticket and moves nobody.

import type { TicketNote } from '@foyer/contracts/ticket-note.ts';
import type { Decision } from '../decision.ts';
import type { TicketRecord } from './queue-state.ts';

export function withNote(ticket: TicketRecord, note: TicketNote): TicketRecord {
  const { notes = [] } = ticket;
  return notes.includes(note) ? ticket : { ...ticket, notes: [...notes, note] };
}

/** A new number with what is known of its patient; a decision that gives none stays as it is. */
export function noted(decision: Decision, notes: readonly TicketNote[]): Decision {
  if (!decision.ok || notes.length === 0) return decision;
  const issued = decision.facts.find(({ type }) => type === 'v1.TicketIssued');
  if (issued?.type !== 'v1.TicketIssued') return decision;
  const { ticketId } = issued.body;
  const more = notes.map((note) => ({ type: 'v1.TicketNoted' as const, body: { ticketId, note } }));
  return { ...decision, facts: [...decision.facts, ...more] };
}
