import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { theBuilding } from '@foyer/domain/queue/queue-state.ts';
import type { Committed } from '../ports/writer.ts';
import { aClinic, room1 } from '../testing/a-clinic.ts';
import { aCalled, aState, stateAt } from '../testing/a-state.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import { GiveUpCalls } from './give-up-calls.ts';

beforeEach(() => void vi.useFakeTimers({ now: stateAt }));
afterEach(() => void vi.useRealTimers());

const configuration = aClinic({ notAnswered: { afterMinutes: 3 } });
const { ticket, call } = aCalled('1', room1);

function started(first: ClinicState) {
  const sent: object[] = [];
  let state = first;
  let committed: (commit: Committed) => void = () => undefined;
  const reaction = new GiveUpCalls({
    writer: { onCommitted: (listener) => (committed = listener) },
    state: () => state,
    commands: { send: async (command) => void sent.push(command) as undefined },
    now: () => Date.now(),
  });
  const becomes = (next: ClinicState) => {
    state = next;
    committed({ queue: { tickets: [], evacuations: [] } } as unknown as Committed);
  };
  return { reaction, sent, becomes };
}

describe('a call that nobody answers', () => {
  it('is given up when its time is over', async () => {
    const { reaction, sent } = started(aState({ tickets: [ticket], calls: [call], changes: { configuration } }));
    await reaction.start();
    await vi.advanceTimersByTimeAsync(3 * minuteMs - 1);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([{ type: 'mark-not-answered', ticketId: '1' }]);
    await reaction.stop();
  });

  it('is left alone where the clinic has no rule', async () => {
    const { reaction, sent } = started(aState({ tickets: [ticket], calls: [call] }));
    await reaction.start();
    await vi.advanceTimersByTimeAsync(120 * minuteMs);
    expect(sent).toEqual([]);
    await reaction.stop();
  });

  it('waits for the all clear while the building is being left', async () => {
    const before = aState({ tickets: [ticket], calls: [call], changes: { configuration } });
    const evacuated = (endedAt: number | null): ClinicState => {
      const record = { id: theBuilding, startedAt: stateAt, startedBy: 'system', endedAt, accountedFor: {} } as const;
      return { ...before, queue: { ...before.queue, evacuations: new Map([[theBuilding, record]]) } };
    };
    const { reaction, sent, becomes } = started(evacuated(null));
    await reaction.start();
    await vi.advanceTimersByTimeAsync(10 * minuteMs);
    expect(sent).toEqual([]);
    becomes(evacuated(stateAt + 10 * minuteMs));
    expect(sent).toEqual([{ type: 'mark-not-answered', ticketId: '1' }]);
    await reaction.stop();
  });
});
