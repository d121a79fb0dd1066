import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Ending } from './ending.ts';
import { silentLog } from './ports/log.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function anEnding(stop: () => Promise<void>) {
  const exits: number[] = [];
  const said: string[] = [];
  const log = { ...silentLog, error: (event: string) => said.push(event) };
  return { ending: new Ending({ stop, exit: (status) => exits.push(status), log }), exits, said };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const forever = new Promise<void>(() => undefined);

describe('the end of the process', () => {
  it('comes when everything has stopped', async () => {
    const { ending, exits } = anEnding(async () => undefined);
    ending.begin({ status: 0, withinMs: 10_000 });
    await turn();
    expect(exits).toEqual([0]);
  });

  it('lets what was settled before go out first', async () => {
    const order: string[] = [];
    const { ending } = anEnding(async () => void order.push('doors closed'));
    void Promise.resolve().then(() => order.push('answered'));
    ending.begin({ status: 1, withinMs: 2_000 });
    await turn();
    expect(order).toEqual(['answered', 'doors closed']);
  });

  it('comes at its deadline where something hangs, and is said', async () => {
    const { ending, exits, said } = anEnding(() => forever);
    ending.begin({ status: 0, withinMs: 10_000 });
    await vi.advanceTimersByTimeAsync(9_999);
    expect(exits).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(exits).toEqual([1]);
    expect(said).toEqual(['edge-stop-overdue']);
  });

  it('is a bad one where something did not stop, and where the disk failed meanwhile', async () => {
    const faulty = anEnding(() => Promise.reject(new Error('a door is stuck')));
    faulty.ending.begin({ status: 0, withinMs: 10_000 });
    await turn();
    expect([faulty.exits, faulty.said]).toEqual([[1], ['edge-not-stopped']]);

    let stops = 0;
    const failing = anEnding(() => {
      stops += 1;
      return forever;
    });
    failing.ending.begin({ status: 0, withinMs: 10_000 });
    failing.ending.begin({ status: 1, withinMs: 2_000 });
    await turn();
    await vi.advanceTimersByTimeAsync(2_000);
    expect([failing.exits, stops]).toEqual([[1], 1]);
  });
});
