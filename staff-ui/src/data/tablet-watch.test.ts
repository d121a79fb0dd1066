import { describe, expect, it, vi } from 'vitest';
import type { Pending } from '@foyer/ui-kit/connection/commands.ts';
import { aFullRoom, now } from '../../testing/a-staff-view.ts';
import { TabletWatch, type WatchLine } from './tablet-watch.ts';

describe('a tablet on which nobody is signed in', () => {
  it('goes on with an emergency until the edge has answered, though somebody signs in meanwhile', () => {
    const command = { type: 'request-help' as const, kind: 'emergency' as const, commandId: 'x' };
    const pending: Pending[] = [{ commandId: 'x', type: 'request-help', command, since: 0 }];
    const listeners = new Set<() => void>();
    const stop = vi.fn<() => void>();
    const line: WatchLine = {
      view: aFullRoom(),
      liveness: 'live',
      pending,
      serverNow: () => now,
      send: () => new Promise(() => undefined),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      start: () => undefined,
      stop,
    };
    const watch = new TabletWatch(line);
    expect(watch.isCalling).toBe(true);
    watch.stop();
    expect(stop).not.toHaveBeenCalled();
    pending.length = 0;
    for (const listener of listeners) listener();
    expect(stop).toHaveBeenCalledTimes(1);
  });
});
