import { describe, expect, it } from 'vitest';
import type { BookingRequestView } from '@foyer/contracts/booking.ts';
import { askedAt, bookingsInSight, takeBack, undoWithinMs } from './booking-acts.ts';

const now = Date.UTC(2026, 10, 24, 10);
function asked(changes: Partial<BookingRequestView> = {}): BookingRequestView {
  return {
    id: 'request',
    kind: 'book-appointment',
    state: 'waiting',
    askedAt: now,
    appointmentId: 'appointment',
    patientId: 'patient',
    serviceId: 'blood',
    at: now,
    ...changes,
  };
}

describe('what was asked of the centre', () => {
  it('is in sight while it waits or is refused, and for some seconds once it is accepted', () => {
    const long = now - 2 * undoWithinMs;
    const bookingRequests = {
      a: asked({ id: 'a', state: 'accepted', askedAt: long }),
      b: asked({ id: 'b', state: 'accepted' }),
      c: asked({ id: 'c', askedAt: long }),
      d: asked({ id: 'd', askedAt: now - 1 }),
      e: asked({ id: 'e', state: 'refused', askedAt: long }),
    };
    expect(bookingsInSight({ bookingRequests }, now).map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b']);
    expect(bookingsInSight({}, now)).toEqual([]);
  });

  it('is withdrawn while it waits, settled once it is refused, and undone by its opposite once it is accepted', () => {
    expect(takeBack(asked())).toEqual({ type: 'withdraw-request', requestId: 'request' });
    expect(takeBack(asked({ state: 'refused' }))).toEqual({ type: 'resolve-work-item', workItemId: 'request' });
    const accepted = asked({ state: 'accepted' });
    expect(takeBack(accepted)).toEqual({ type: 'request-cancellation', appointmentId: 'appointment' });
    const moved = { ...accepted, kind: 'move-appointment', fromAt: 5, fromServiceId: 'dressing' } as const;
    const back = { type: 'request-move', appointmentId: 'appointment', at: 5, serviceId: 'dressing' };
    expect(takeBack(moved)).toEqual(back);
    const { at: _at, ...timeless } = { ...accepted, kind: 'cancel-appointment' } as const;
    expect(takeBack(timeless)).toBeUndefined();
  });

  it('is, once a cancellation was accepted, booked again at the same time, by video where it was so', () => {
    const cancelled = asked({ state: 'accepted', kind: 'cancel-appointment', mode: 'video' });
    const again = { type: 'request-appointment', patientId: 'patient', serviceId: 'blood', at: now, mode: 'video' };
    expect(takeBack(cancelled)).toEqual(again);
  });

  it('is asked for again at another time, for the same person and service', () => {
    const place = { patientId: 'patient', serviceId: 'blood', at: 7 };
    expect(askedAt(asked(), 7)).toEqual({ type: 'request-appointment', ...place });
    const move = asked({ kind: 'move-appointment' });
    expect(askedAt(move, 7)).toEqual({ type: 'request-move', appointmentId: 'appointment', serviceId: 'blood', at: 7 });
    expect(askedAt(asked({ kind: 'cancel-appointment' }), 7)).toBeUndefined();
  });
});
