import { describe, expect, it } from 'vitest';
import type { RequestRow } from '../ports/projections.ts';
import { aState, stateAt } from '../testing/a-state.ts';
import { bookingOf } from './booking-requests.ts';

const about = { appointmentId: 'a', patientId: 'p', serviceId: 's', at: '5' };
function asked(id: string, changes: Partial<RequestRow> = {}): RequestRow {
  return { id, kind: 'book-appointment', ours: true, at: stateAt, accepted: null, code: null, about, ...changes };
}
const seen = (rows: readonly RequestRow[], refused: readonly RequestRow[] = []) => {
  const workItems = refused.map(({ id, kind, at, code, about: what }) => ({
    ...{ id, kind, at, about: what, code: code ?? '' },
    ...{ resolvedAt: null, resolvedBy: null },
  }));
  return bookingOf(aState({ changes: { isAdopted: true, bookingRequests: rows, workItems } })).bookingRequests;
};

describe('what was asked of the centre', () => {
  it('is seen as it waits, and as it was accepted', () => {
    const view = {
      kind: 'book-appointment',
      askedAt: stateAt,
      appointmentId: 'a',
      patientId: 'p',
      serviceId: 's',
      at: 5,
    };
    expect(seen([asked('1'), asked('2', { accepted: true })])).toEqual({
      1: { id: '1', state: 'waiting', ...view },
      2: { id: '2', state: 'accepted', ...view },
    });
  });

  it('is seen refused for as long as nobody has dealt with it, with why and what was free', () => {
    const refusal = { accepted: false, code: 'slot-full', about: { ...about, freeTimes: '7,9' } };
    const row = asked('1', refusal);
    expect(seen([row], [row])).toMatchObject({ 1: { state: 'refused', code: 'slot-full', freeTimes: [7, 9] } });
    expect(seen([row])).toEqual({});
  });

  it('says nothing of what was withdrawn, nor of requests about anything else', () => {
    const withdrawn = asked('1', { accepted: false, code: 'request-withdrawn' });
    expect(seen([withdrawn], [asked('2', { kind: 'pin-reset', code: 'unknown-staff' })])).toEqual({});
  });
});
