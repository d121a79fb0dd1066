import { describe, expect, it } from 'vitest';
import type { StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';
import { companionsAt, nextOfFamily, partyOf } from './party.ts';

const aTicket = (id: string, more: Partial<StaffTicket> = {}) =>
  ({ id, number: id.toUpperCase(), partyId: 'a1', serviceId: 'nurse', state: 'waiting', ...more }) as StaffTicket;

function aView(...tickets: StaffTicket[]): StaffView {
  return {
    servicePoints: { r1: { serviceIds: ['nurse'] }, r2: { serviceIds: ['nurse', 'blood'] } },
    tickets: Object.fromEntries(tickets.map((ticket) => [ticket.id, ticket])),
  } as unknown as StaffView;
}
const ids = (tickets: readonly StaffTicket[]) => tickets.map(({ id }) => id);

describe('a family on the tablet', () => {
  const mother = aTicket('a1');

  it('is who shares its party and has not gone', () => {
    const view = aView(
      mother,
      aTicket('a3'),
      aTicket('a2', { state: 'serving' }),
      aTicket('a4', { state: 'left' }),
      aTicket('a5', { partyId: 'a5' }),
    );
    expect(ids(partyOf(view, mother))).toEqual(['a2', 'a3']);
    const { partyId: _none, ...alone } = aTicket('a6');
    expect(partyOf(view, alone)).toEqual([]);
  });

  it('comes along where the room takes what they wait for, unless another room has them', () => {
    const view = aView(
      mother,
      aTicket('a2'),
      aTicket('a3', { serviceId: 'blood' }),
      aTicket('a4', { forServicePointId: 'r2' }),
      aTicket('a5', { state: 'on-hold' }),
    );
    expect(ids(companionsAt(view, 'r1', mother))).toEqual(['a2']);
    expect(ids(companionsAt(view, 'r2', mother))).toEqual(['a2', 'a3', 'a4']);
  });

  it('is offered out of turn while one of it is in the room and the rule would call somebody else', () => {
    const here = aTicket('a1', { state: 'serving', servicePointId: 'r1' });
    const follower = aTicket('a2', { forServicePointId: 'r1' });
    const { partyId: _none, ...stranger } = aTicket('b1');
    const view = aView(here, follower, aTicket('a3'), stranger);
    expect(nextOfFamily(view, 'r1', here, stranger)?.id).toBe('a2');
    expect(nextOfFamily(view, 'r1', here, follower)).toBeUndefined();
  });
});
