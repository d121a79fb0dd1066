import { describe, expect, it } from 'vitest';
import type { JourneyStep } from '@foyer/contracts/journey.ts';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import { mayBegin, maySkip, movableBefore, placeOnWay, toMakeReady, wayOf } from './journey.ts';

const step = (id: string, state: JourneyStep['state'], more: Partial<JourneyStep> = {}): JourneyStep => ({
  id,
  serviceId: `service of ${id}`,
  after: [],
  state,
  ...more,
});
const ticket = (state: StaffTicket['state'], ...steps: JourneyStep[]) => ({ state, journey: { steps } });
const medicine = step('c', 'ahead', { whenReady: true });
const visit = ticket('waiting', step('a', 'done'), step('x', 'skipped'), step('b', 'here'), medicine);

describe('the steps of a visit', () => {
  it('are counted without what is skipped', () => {
    expect(wayOf(visit).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(placeOnWay(visit)).toBe(2);
    expect(placeOnWay({})).toBeUndefined();
  });

  it('are made ready where their service is given, until they are', () => {
    expect(toMakeReady(visit)).toEqual([medicine]);
    expect(toMakeReady(visit, { serviceIds: ['service of c'] })).toEqual([medicine]);
    expect(toMakeReady(visit, { serviceIds: ['service of a'] })).toEqual([]);
    expect(toMakeReady(ticket('waiting', { ...medicine, ready: true }))).toEqual([]);
    expect(toMakeReady(ticket('left', medicine))).toEqual([]);
  });

  it('are skipped while nobody is with the patient for them, and one is left', () => {
    expect(maySkip(visit, step('b', 'here'))).toBe(true);
    expect(maySkip({ ...visit, state: 'serving' }, step('b', 'here'))).toBe(false);
    expect(maySkip({ ...visit, state: 'serving' }, medicine)).toBe(true);
    expect(maySkip(ticket('waiting', step('b', 'here')), step('b', 'here'))).toBe(false);
    expect(maySkip(visit, step('a', 'done'))).toBe(false);
  });

  it('are put before the one ahead of them', () => {
    const two = ticket('waiting', step('b', 'here'), step('c', 'ahead'), step('d', 'ahead'));
    expect(movableBefore(two, step('d', 'ahead'))?.id).toBe('c');
    expect(movableBefore(two, step('c', 'ahead'))).toBeUndefined();
    expect(movableBefore(two, step('b', 'here'))).toBeUndefined();
  });

  it('are begun anew once none is ahead', () => {
    expect([mayBegin({}), mayBegin(visit), mayBegin(ticket('waiting', step('b', 'here')))]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
