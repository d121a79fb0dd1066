import { describe, expect, it } from 'vitest';
import type { TicketState } from '@foyer/contracts/ticket-state.ts';
import { mayAct, maySend, type TicketAct } from './ticket-acts.ts';

const acts = [
  'recall',
  'mark-not-answered',
  'hold',
  'transfer',
  'confirm-arrival',
  'finish-service',
  'call-ticket',
  'set-priority',
  'resume',
] as const satisfies readonly TicketAct[];
const allowed = (state: TicketState) => acts.filter((act) => mayAct(act, state));

describe('what may be done with a ticket', () => {
  it.each<[TicketState, readonly TicketAct[]]>([
    ['waiting', ['hold', 'transfer', 'call-ticket', 'set-priority']],
    ['called', ['recall', 'mark-not-answered', 'hold', 'transfer', 'confirm-arrival', 'finish-service']],
    ['serving', ['hold', 'transfer', 'finish-service']],
    ['on-hold', ['transfer', 'call-ticket', 'set-priority', 'resume']],
    ['not-answered', ['call-ticket', 'resume']],
    ['left', ['resume']],
    ['completed', []],
    ['cancelled', []],
  ])('while %s', (state, wanted) => {
    expect(allowed(state)).toEqual(wanted);
  });

  it('is nothing when there is no ticket', () => {
    expect(mayAct('recall', undefined)).toBe(false);
  });

  it('depends on the roles: a cashier takes payments and calls nobody', () => {
    expect(maySend(['cashier'], 'take-payment')).toBe(true);
    expect(maySend(['cashier'], 'call-next')).toBe(false);
    expect(maySend(['nurse', 'cashier'], 'call-next')).toBe(true);
  });
});
