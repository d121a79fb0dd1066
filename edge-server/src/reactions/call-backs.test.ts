import { describe, expect, it, vi } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { theBuilding, type TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { Committed } from '../ports/writer.ts';
import { aState, aTicket, stateAt } from '../testing/a-state.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import { CallBacks } from './call-backs.ts';

const outside = (id: string, calledBackAt: number | null = null): TicketRecord =>
  aTicket(id, { stepOut: { whenAhead: 2, at: stateAt, calledBackAt } });

/** So many wait before ticket 9, who is outside. */
function waiting(ahead: number, last = outside('9')): ClinicState {
  const before = Array.from({ length: ahead }, (_, index) => aTicket(String(index + 1)));
  return aState({ tickets: [...before, last] });
}

async function reacting(first: ClinicState, answered: Promise<undefined> = Promise.resolve(undefined)) {
  let state = first;
  let committed: (commit: Committed) => void = () => undefined;
  const sent: string[] = [];
  const callBacks = new CallBacks({
    writer: { onCommitted: (listener) => (committed = listener) },
    state: () => state,
    commands: {
      send: async (command) => {
        sent.push('ticketId' in command ? `${command.type} ${command.ticketId ?? ''}` : command.type);
        return answered;
      },
    },
  });
  await callBacks.start();
  return {
    sent,
    becomes: (next: ClinicState) => {
      state = next;
      committed({} as Committed);
    },
    /** Without a commit. */
    turns: (next: ClinicState) => {
      state = next;
    },
    stop: () => callBacks.stop(),
  };
}

describe('who waits outside', () => {
  it('is called back with the commit after which so few are ahead, and no sooner', async () => {
    const { sent, becomes } = await reacting(waiting(4));
    becomes(waiting(3));
    expect(sent).toEqual([]);
    becomes(waiting(2));
    expect(sent).toEqual(['call-back 9']);
  });

  it('is called back at the start when that fell due while nothing ran', async () => {
    expect((await reacting(waiting(1))).sent).toEqual(['call-back 9']);
  });

  it('is called back within a minute where no commit, but the time, brought them so far forward', async () => {
    vi.useFakeTimers();
    const { sent, turns, stop } = await reacting(waiting(4));
    turns(waiting(1));
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(minuteMs);
    expect(sent).toEqual(['call-back 9']);
    await stop();
    vi.useRealTimers();
  });

  it('is asked once, while that is on its way and after it was done', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const { sent, becomes } = await reacting(waiting(2), promise);
    becomes(waiting(1));
    becomes(waiting(1, outside('9', stateAt)));
    resolve(undefined);
    await promise;
    becomes(waiting(0, outside('9', stateAt)));
    expect(sent).toEqual(['call-back 9']);
  });

  it('is not called into a building that is being left, and is after the all clear', async () => {
    const due = waiting(1);
    const evacuation = (endedAt: number | null): ClinicState => {
      const record = { id: theBuilding, startedAt: stateAt, startedBy: 'system', endedAt, accountedFor: {} } as const;
      return { ...due, queue: { ...due.queue, evacuations: new Map([[theBuilding, record]]) } };
    };
    const { sent, becomes } = await reacting(evacuation(null));
    expect(sent).toEqual([]);
    becomes(evacuation(stateAt));
    expect(sent).toEqual(['call-back 9']);
  });

  it('is left alone once the reaction has stopped', async () => {
    const { sent, becomes, stop } = await reacting(waiting(4));
    await stop();
    becomes(waiting(1));
    expect(sent).toEqual([]);
  });
});
