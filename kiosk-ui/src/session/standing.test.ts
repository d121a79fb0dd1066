import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';
import { describe, expect, it } from 'vitest';
import type { Screen } from './screens.ts';
import { standingOf } from './standing.ts';

const view = {} as KioskView;
const identify: Screen = { page: 'identify' };
const help: Screen = { page: 'help', kind: 'emergency', pressedAt: 0 };
const ticket = { page: 'ticket' } as Screen;

describe('what a kiosk shows', () => {
  it('is its page while the server is heard, and for 30 s after', () => {
    expect(standingOf(identify, view, Liveness.live)).toBe('page');
    expect(standingOf(identify, view, Liveness.quiet)).toBe('page');
    expect(standingOf(identify, view, Liveness.stale)).toBe('stopped');
  });
  it('is that it starts, and after 5 s without a word that it has stopped', () => {
    expect(standingOf({ page: 'idle' }, undefined, Liveness.connecting)).toBe('starting');
    expect(standingOf({ page: 'idle' }, undefined, Liveness.quiet)).toBe('stopped');
  });
  it('is a number that was given, and a call for help, without the server too', () => {
    expect(standingOf(ticket, view, Liveness.stale)).toBe('page');
    expect(standingOf(help, undefined, Liveness.stale)).toBe('page');
  });
  it('is the way out while everybody leaves, whatever else there was', () => {
    const evacuated = { evacuation: { startedAt: 0 } } as KioskView;
    for (const screen of [identify, help, ticket]) {
      expect(standingOf(screen, evacuated, Liveness.stale)).toBe('leaving');
    }
  });
});
