import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { minuteMs, secondMs } from '@foyer/contracts/time.ts';
import { theBuilding } from '@foyer/domain/queue/queue-state.ts';
import type { Committed } from '../ports/writer.ts';
import { aState, aTicket, stateAt } from '../testing/a-state.ts';
import { ResumeHolds } from './resume-holds.ts';

beforeEach(() => void vi.useFakeTimers({ now: stateAt }));
afterEach(() => void vi.useRealTimers());

const held = (heldUntil: number) => aTicket('1', { standing: { state: TicketState.onHold, heldUntil } });

describe('a hold that has an end', () => {
  it('is ended at its time, and tried again after half a minute where that did not succeed', async () => {
    const sent: string[] = [];
    const state = aState({ tickets: [held(stateAt + 5 * minuteMs)] });
    const holds = new ResumeHolds({
      writer: { onCommitted: () => undefined },
      state: () => state,
      commands: {
        send: async (command) => {
          sent.push(command.type);
          return undefined;
        },
      },
      now: () => Date.now(),
    });
    await holds.start();
    await vi.advanceTimersByTimeAsync(5 * minuteMs - 1);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['resume']);
    await vi.advanceTimersByTimeAsync(30 * secondMs);
    expect(sent).toEqual(['resume', 'resume']);
    await holds.stop();
  });

  it('waits for the all clear while the building is being left', async () => {
    const sent: string[] = [];
    const before = aState({ tickets: [held(stateAt + minuteMs)] });
    const evacuation = (endedAt: number | null) => ({
      ...before,
      queue: {
        ...before.queue,
        evacuations: new Map([
          [
            theBuilding,
            { id: theBuilding, startedAt: stateAt, startedBy: 'system', endedAt, accountedFor: {} } as const,
          ],
        ]),
      },
    });
    let state = evacuation(null);
    let committed: (commit: Committed) => void = () => undefined;
    const holds = new ResumeHolds({
      writer: { onCommitted: (listener) => (committed = listener) },
      state: () => state,
      commands: { send: async ({ type }) => void sent.push(type) as undefined },
      now: () => Date.now(),
    });
    await holds.start();
    await vi.advanceTimersByTimeAsync(10 * minuteMs);
    expect(sent).toEqual([]);
    state = evacuation(stateAt + 10 * minuteMs);
    committed({ queue: { evacuations: [...state.queue.evacuations.values()] } } as unknown as Committed);
    expect(sent).toEqual(['resume']);
    await holds.stop();
  });
});
