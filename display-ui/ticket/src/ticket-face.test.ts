import type { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';
import { describe, expect, it } from 'vitest';
import { faceOf, unheardSince } from './ticket-face.ts';

function aTicketView(given: Partial<TicketView> = {}): TicketView {
  return {
    id: 'ticket',
    number: 'A047',
    state: 'waiting',
    ahead: 2,
    asOf: 100,
    clinicName: 'Harbour Street Clinic',
    ...given,
  };
}

describe('the face of a ticket page', () => {
  it.each([
    ['waiting', {}, 'waiting'],
    ['waiting', { steppedOut: { whenAhead: 2, at: 1 } }, 'outside'],
    ['waiting', { steppedOut: { whenAhead: 2, at: 1, calledBackAt: 2 } }, 'called-back'],
    ['called', { steppedOut: { whenAhead: 2, at: 1, calledBackAt: 2 } }, 'called'],
    ['called', {}, 'called'],
    ['serving', {}, 'serving'],
    ['on-hold', { heldByMe: true }, 'held'],
    ['on-hold', {}, 'paused'],
    ['on-hold', { path: [{ id: 'a', serviceName: { en: 'A' }, state: 'here', notReady: true }] }, 'preparing'],
    ['not-answered', {}, 'missed'],
    ['completed', {}, 'finished'],
    ['left', {}, 'left'],
    ['cancelled', {}, 'cancelled'],
  ] satisfies [TicketState, Partial<TicketView>, string][])('of a ticket that is %s %j is %s', (state, given, face) => {
    const view = aTicketView({ state, ...given });
    expect(faceOf({ view, liveness: Liveness.live })).toBe(face);
    expect(faceOf({ view, liveness: Liveness.quiet })).toBe(face);
  });

  it.each(['waiting', 'called', 'serving', 'on-hold', 'not-answered'] satisfies TicketState[])(
    'never shows %s as it is once there has been no news',
    (state) => {
      expect(faceOf({ view: aTicketView({ state }), liveness: Liveness.stale })).toBe('stale');
      expect(faceOf({ view: aTicketView({ state, clinicUnheard: true }), liveness: Liveness.live })).toBe('stale');
      const steppedOut = { whenAhead: 2, at: 1 };
      expect(faceOf({ view: aTicketView({ state, steppedOut }), liveness: Liveness.stale })).toBe('stale');
    },
  );

  it('stays closed without news and after its link has ended', () => {
    const view = aTicketView({ state: 'completed' });
    expect(faceOf({ view, liveness: Liveness.stale })).toBe('finished');
    expect(faceOf({ view, liveness: Liveness.refused })).toBe('finished');
  });

  it('has ended where the server knows no such ticket', () => {
    expect(faceOf({ view: undefined, liveness: Liveness.refused })).toBe('expired');
    expect(faceOf({ view: aTicketView(), liveness: Liveness.refused })).toBe('expired');
  });

  it('has no news where the server knows no such ticket yet, however long, until it comes', () => {
    expect(faceOf({ view: undefined, liveness: Liveness.connecting, unknown: true })).toBe('unknown');
    expect(faceOf({ view: undefined, liveness: Liveness.stale, unknown: true })).toBe('unknown');
    expect(faceOf({ view: aTicketView(), liveness: Liveness.live, unknown: true })).toBe('waiting');
  });

  it('waits a moment before the first news, then says that there are none', () => {
    expect(faceOf({ view: undefined, liveness: Liveness.connecting })).toBe('starting');
    expect(faceOf({ view: undefined, liveness: Liveness.stale })).toBe('stale');
  });

  it('says since when: of the line, or of the clinic behind it', () => {
    const view = aTicketView();
    expect(unheardSince({ view, liveness: Liveness.stale }, 500)).toBe(500);
    expect(unheardSince({ view: { ...view, clinicUnheard: true }, liveness: Liveness.live }, 500)).toBe(100);
    expect(unheardSince({ view, liveness: Liveness.live }, 500)).toBeUndefined();
  });
});
