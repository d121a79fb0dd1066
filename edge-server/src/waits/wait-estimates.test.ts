import { minuteMs } from '@foyer/contracts/time.ts';
import type { Command, CommandOf } from '@foyer/contracts/commands.ts';
import { timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';
import { emptyModel } from '@foyer/domain/wait-estimate/wait-model.ts';
import { theBuilding } from '@foyer/domain/queue/queue-state.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../ports/log.ts';
import type { Committed } from '../ports/writer.ts';
import { consultation, room1, room2 } from '../testing/a-clinic.ts';
import { aCalled, aState, aTicket, stateAt } from '../testing/a-state.ts';
import type { ClinicState, ToldWaits } from '../views/clinic-state.ts';
import { answerWaits } from './answer.ts';
import type { Estimator } from './estimator.ts';
import type { WaitQuestion } from './question.ts';
import { everyMs, WaitEstimates, writeAfterMs } from './wait-estimates.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate'] });
});
afterEach(async () => {
  await running?.stop();
  vi.useRealTimers();
});

let running: WaitEstimates | undefined;

function waiting(count: number, changes: Partial<ClinicState> = {}): ClinicState {
  const { ticket, call } = aCalled('90', room1, stateAt - 4 * minuteMs);
  const tickets = Array.from({ length: count }, (_, index) =>
    aTicket(String(index + 1), { standing: { placeAt: stateAt - minuteMs + index } }),
  );
  return aState({ tickets: [ticket, ...tickets], calls: [call], changes });
}

/** Answers when it is let, so that what happens meanwhile can be seen. */
function anEstimator() {
  const asked: WaitQuestion[] = [];
  const letGo: ((broke?: Error) => void)[] = [];
  let beginAnswer: () => void = () => undefined;
  const estimator: Estimator = {
    estimate(question, _learned, onTickets) {
      asked.push(question);
      beginAnswer = () => onTickets(answerWaits(question, emptyModel));
      return new Promise((resolve, reject) =>
        letGo.push((broke) => (broke === undefined ? resolve(answerWaits(question, emptyModel)) : reject(broke))),
      );
    },
    stop: async () => undefined,
  };
  return {
    asked,
    estimator,
    async answersForWhoWaits() {
      beginAnswer();
      await vi.advanceTimersByTimeAsync(0);
    },
    async answers() {
      letGo.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    },
    async breaks() {
      letGo.shift()?.(new Error('the thread ended'));
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

async function following(first: ClinicState) {
  let state = first;
  let committed: (commit: Committed) => void = () => undefined;
  const told: ToldWaits[] = [];
  const sent: Omit<Command, 'commandId'>[] = [];
  const thread = anEstimator();
  running = new WaitEstimates({
    writer: { onCommitted: (listener) => (committed = listener) },
    state: () => state,
    readModel: { learnedWaits: () => [] },
    estimator: thread.estimator,
    screens: { waitsAre: (waits) => void told.push(waits) },
    commands: {
      send: async (command) => {
        sent.push(command as Omit<Command, 'commandId'>);
        return undefined;
      },
    },
    log: silentLog,
  });
  await running.start();
  return {
    ...thread,
    told,
    sent,
    waits: running,
    async becomes(next: ClinicState) {
      state = next;
      const commit = { rows: [], queue: { tickets: [...state.queue.tickets.values()] } };
      committed(commit as unknown as Committed);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe('the estimates of a clinic', () => {
  it('tell each who waits, and who might come, how long', async () => {
    const { answers, told } = await following(waiting(3));
    await answers();
    expect(told).toHaveLength(1);
    expect([...told[0]!.tickets.keys()]).toEqual(['1', '2', '3']);
    expect(told[0]!.tickets.get('1')).toMatchObject({ planned: true });
    expect(told[0]!.services.get(consultation)).toMatchObject({ planned: true });
  });

  it('ask one question at a time, and then about the newest state alone', async () => {
    const { asked, answers, becomes } = await following(waiting(1));
    await becomes(waiting(2));
    await becomes(waiting(3));
    expect(asked).toHaveLength(1);
    await answers();
    expect(asked.map(({ queue }) => queue.tickets.size - 1)).toEqual([1, 3]);
  });

  it('leave the screens a few seconds of rest, unless somebody has just taken a number', async () => {
    const { asked, answers, becomes } = await following(waiting(2));
    await answers();
    await becomes(waiting(1));
    expect(asked).toHaveLength(1);
    await becomes(waiting(3));
    expect(asked).toHaveLength(2);
    await answers();
    await becomes(waiting(2));
    await vi.advanceTimersByTimeAsync(everyMs);
    expect(asked).toHaveLength(3);
  });

  it('change no screen while no word changes', async () => {
    const { answers, becomes, told } = await following(waiting(3));
    await answers();
    await becomes(waiting(3, { now: stateAt + 1_000 }));
    await vi.advanceTimersByTimeAsync(everyMs);
    await answers();
    expect(told).toHaveLength(1);
  });

  it('say that nobody calls instead of a number', async () => {
    const state = waiting(1);
    const points = (of: 'paused' | 'closed') =>
      new Map([room1, room2].map((id) => [id, { ...state.queue.servicePoints.get(id)!, state: of }]));
    const { answers, becomes, told } = await following({
      ...state,
      queue: { ...state.queue, servicePoints: points('paused') },
    });
    await answers();
    expect(told.at(-1)!.tickets.get('1')).toEqual({ stopped: 'paused' });
    await becomes({ ...state, queue: { ...state.queue, tickets: new Map(), servicePoints: points('closed') } });
    await vi.advanceTimersByTimeAsync(everyMs);
    expect(told.at(-1)!.services.get(consultation)).toEqual({ stopped: 'closed' });
  });

  it('say that closing time may come first, of who would be called after it, of a ticket and of a service', async () => {
    const { configuration, ...state } = waiting(40);
    const until = timeOfDay(stateAt + 60 * minuteMs, configuration.zone);
    const openingHours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', until }));
    const { answers, becomes, told } = await following({
      ...state,
      configuration: { ...configuration, openingHours },
    });
    await answers();
    expect(told.at(-1)!.tickets.get('1')).toHaveProperty('fromMinutes');
    expect(told.at(-1)!.tickets.get('40')).toEqual({ stopped: 'closing' });
    expect(told.at(-1)!.services.get(consultation)).toEqual({ stopped: 'closing' });
    await becomes({ ...state, configuration: { ...configuration, openingHours: [] } });
    await vi.advanceTimersByTimeAsync(everyMs);
    await answers();
    expect(told.at(-1)!.tickets.get('40')).toHaveProperty('fromMinutes');
  });

  it('say nothing while the thread is broken, rather than what was true before, and go on after it', async () => {
    const { answers, asked, becomes, breaks, told } = await following(waiting(2));
    await answers();
    await becomes(waiting(3));
    await breaks();
    expect(told.at(-1)!.tickets.size).toBe(0);
    await becomes(waiting(4));
    expect(asked).toHaveLength(3);
    await answers();
    expect(told.at(-1)!.tickets.size).toBe(4);
  });

  it('begin after a few seconds where nobody has just taken a number, so that a box is up sooner', async () => {
    const { asked } = await following(waiting(0));
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(everyMs);
    expect(asked).toHaveLength(1);
  });

  it('rest while the building is evacuated', async () => {
    const state = waiting(1);
    const evacuation = { id: theBuilding, startedAt: 1, startedBy: 'system', endedAt: null, accountedFor: {} } as const;
    const { asked } = await following({
      ...state,
      queue: { ...state.queue, evacuations: new Map([[theBuilding, evacuation]]) },
    });
    expect(asked).toEqual([]);
  });
});

describe('the first estimate of a ticket', () => {
  it('is written once, together with others of those seconds', async () => {
    const { answers, becomes, sent } = await following(waiting(2));
    await answers();
    await becomes(waiting(3));
    await answers();
    await vi.advanceTimersByTimeAsync(writeAfterMs);
    expect(sent).toMatchObject([
      { type: 'record-waits', estimates: [{ ticketId: '1' }, { ticketId: '2' }, { ticketId: '3' }] },
    ]);
    await vi.advanceTimersByTimeAsync(2 * writeAfterMs);
    expect(sent).toHaveLength(1);
  });

  it('is written with few others at once where many came, so that nobody waits behind all of them', async () => {
    const { answers, sent } = await following(waiting(60));
    await answers();
    await vi.advanceTimersByTimeAsync(writeAfterMs + 10);
    const written = sent.map((command) => (command as CommandOf<'record-waits'>).estimates.length);
    expect(written).toEqual([25, 25, 10]);
  });

  it('is not written of a ticket that waited before this process began, nor of one from paper', async () => {
    const old = aTicket('1', { issuedAt: stateAt - 5 * minuteMs });
    const { answers, sent } = await following(aState({ tickets: [old, aTicket('2', { source: 'paper' })] }));
    await vi.advanceTimersByTimeAsync(everyMs);
    await answers();
    await vi.advanceTimersByTimeAsync(writeAfterMs);
    expect(sent).toEqual([]);
  });

  it('reaches who waits for it, for its paper, before the rest is answered, and whoever waits too long does without', async () => {
    const { answersForWhoWaits, answers, becomes, told, waits } = await following(waiting(1));
    const first = waits.first('1', 500);
    await answersForWhoWaits();
    const onPaper = await first;
    expect(onPaper).toMatchObject({ planned: true });
    expect(told).toEqual([]);
    await answers();
    expect(told.at(-1)?.tickets.get('1')).toEqual(onPaper);
    await becomes(waiting(2));
    const second = waits.first('2', 500);
    await vi.advanceTimersByTimeAsync(500);
    expect(await second).toBeUndefined();
  });

  it('ends the answer under way early for one whose paper waits, a few times in a row at most', async () => {
    const { asked, becomes, waits } = await following(waiting(1));
    await becomes(waiting(2));
    expect(asked).toHaveLength(1);
    void waits.first('2', 500);
    expect(asked).toHaveLength(2);
    expect([...asked[1]!.queue.tickets.keys()]).toContain('2');
    await becomes(waiting(3));
    void waits.first('3', 500);
    expect(asked).toHaveLength(2);
  });

  it('wakes no thread while nobody waits and no screen says how long it would be', async () => {
    const alone = waiting(0, { devices: [] });
    const { asked, becomes } = await following(alone);
    await vi.advanceTimersByTimeAsync(2 * minuteMs);
    expect(asked).toEqual([]);
    await becomes(waiting(0));
    await vi.advanceTimersByTimeAsync(everyMs);
    expect(asked).toHaveLength(1);
  });
});
