import type { AppointmentPageView } from '@foyer/contracts/appointment-page.ts';
import { describe, expect, it } from 'vitest';
import { CODE_LASTS_MS, faceOf, heard, isDue, leftOf, type Known } from './appointment-face.ts';

const minute = 60_000;
const start = 1_000_000;
function aView(given: Partial<AppointmentPageView> = {}): AppointmentPageView {
  return {
    ...{ clinicName: 'Harbour Street Clinic', date: '2026-11-23', time: '10:40', mode: 'in-person', state: 'today' },
    ...{ code: 'own', live: { code: 'one', endsInMs: CODE_LASTS_MS } },
    ...given,
  };
}
const ofToday: Known = heard({}, aView(), start);

describe('the page of an appointment', () => {
  it('shows the live code for as long as it holds, and never longer', () => {
    expect(faceOf(ofToday, start)).toBe('live');
    expect(faceOf(ofToday, start + CODE_LASTS_MS - 1)).toBe('live');
    expect(faceOf(ofToday, start + CODE_LASTS_MS)).toBe('own');
  });

  it('keeps a code until half of its time is over, and takes the next one then', () => {
    const next = aView({ live: { code: 'two', endsInMs: CODE_LASTS_MS } });
    expect(heard(ofToday, next, start + 4 * minute).held?.code).toBe('one');
    expect(isDue(ofToday.held, start + 4 * minute)).toBe(false);
    expect(isDue(ofToday.held, start + 5 * minute + 1)).toBe(true);
    const later = heard(ofToday, next, start + 5 * minute + 1);
    expect(later.held).toEqual({ code: 'two', endsAt: start + 15 * minute + 1 });
    expect(faceOf(later, start + 12 * minute)).toBe('live');
  });

  it('takes a new code after a check-in that was undone: the one before may be used', () => {
    const { live: _live, ...without } = aView({ state: 'arrived' });
    const arrived = heard(ofToday, without, start + minute);
    expect(faceOf(arrived, start + minute)).toBe('arrived');
    const back = heard(arrived, aView({ live: { code: 'two', endsInMs: CODE_LASTS_MS } }), start + 2 * minute);
    expect(back.held?.code).toBe('two');
  });

  it('goes on with what it knows while nobody answers', () => {
    expect(faceOf({ ...ofToday, unheard: true }, start + minute)).toBe('live');
    expect(faceOf({ unheard: true }, start)).toBe('silent');
    expect(faceOf({}, start)).toBe('starting');
    expect(faceOf({ unknown: true }, start)).toBe('unknown');
  });

  it.each([
    ['ahead', 'in-person', 'ahead'],
    ['ahead', 'video', 'remote'],
    ['today', 'phone', 'remote'],
    ['arrived', 'in-person', 'arrived'],
    ['cancelled', 'in-person', 'cancelled'],
    ['over', 'in-person', 'over'],
  ] as const)('of one that is %s and %s is %s', (state, mode, face) => {
    const { live: _live, ...view } = aView({ state, mode });
    expect(faceOf(heard({}, view, start), start)).toBe(face);
  });

  it('says how much of a code is left', () => {
    const held = ofToday.held!;
    expect([0, 5, 10, 12].map((after) => leftOf(held, start + after * minute))).toEqual([1, 0.5, 0, 0]);
  });
});
