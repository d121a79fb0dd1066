import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { rooms, TestQueue } from '@foyer/domain/queue/testing.ts';
import type { Committed } from '../ports/writer.ts';
import { aClinic } from '../testing/a-clinic.ts';
import { aState, aTicket, stateAt } from '../testing/a-state.ts';
import { historyOf } from '../testing/history-of.ts';
import { noHistory } from '../testing/no-history.ts';
import type { DayHistory } from '../views/day-fold.ts';
import { LookAfterStranded } from './look-after-stranded.ts';

beforeEach(() => void vi.useFakeTimers({ now: stateAt }));
afterEach(() => void vi.useRealTimers());

const configuration = aClinic({ stranded: { afterMinutes: 10, role: 'reception' } });
const aside = aTicket('1', { standing: { state: TicketState.onHold } });
const stranded = { workItemId: 'item', cause: 'no-next-step' };

function started(first: readonly TicketRecord[], history: DayHistory = noHistory) {
  const sent: object[] = [];
  let tickets = first;
  let committed: (commit: Committed) => void = () => undefined;
  const reaction = new LookAfterStranded({
    writer: { onCommitted: (listener) => (committed = listener) },
    state: () => aState({ tickets, changes: { configuration } }),
    history,
    commands: { send: async (command) => void sent.push(command) as undefined },
    now: () => Date.now(),
  });
  const become = (...next: readonly TicketRecord[]) => {
    tickets = next;
    committed({} as unknown as Committed);
  };
  return { reaction, sent, become };
}
const look = { type: 'look-after-stranded', ticketId: '1' };

describe('a ticket that stands aside', () => {
  it('is looked after once that has lasted', async () => {
    const { reaction, sent } = started([aside, aTicket('2')]);
    await reaction.start();
    await vi.advanceTimersByTimeAsync(10 * minuteMs - 1);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([look]);
    await reaction.stop();
  });

  it('is looked after in time after a restart: since when it lasts is in the log', async () => {
    const queue = new TestQueue().open(rooms.one);
    queue.append({ type: 'v1.ConfigurationApplied', body: { version: 1, configuration } });
    const ticketId = queue.issue();
    queue.send({ type: 'hold', ticketId });
    vi.setSystemTime(queue.rows.at(-1)!.at + 7 * minuteMs);
    const { reaction, sent } = started([queue.ticket(ticketId)], historyOf(queue));
    await reaction.start();
    await vi.advanceTimersByTimeAsync(3 * minuteMs - 1);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([{ type: 'look-after-stranded', ticketId }]);
    await reaction.stop();
  });

  it('counts anew when it moved meanwhile', async () => {
    const { reaction, sent, become } = started([aside]);
    await reaction.start();
    await vi.advanceTimersByTimeAsync(9 * minuteMs);
    become(aTicket('1'));
    await vi.advanceTimersByTimeAsync(minuteMs);
    become(aside);
    await vi.advanceTimersByTimeAsync(9 * minuteMs);
    expect(sent).toEqual([]);
    await reaction.stop();
  });

  it('is not told of twice, and is settled as soon as it moves', async () => {
    const { reaction, sent, become } = started([{ ...aside, stranded }]);
    await reaction.start();
    await vi.advanceTimersByTimeAsync(30 * minuteMs);
    expect(sent).toEqual([]);
    become({ ...aTicket('1'), stranded });
    expect(sent).toEqual([look]);
    await reaction.stop();
  });
});
