import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Relay, type RelayOptions } from './relay.ts';
import { TestCentre, TestClock, TestFeed, TestLine, TestLog, type LineFault } from './testing.ts';

function aRelay(
  parts: Partial<Omit<RelayOptions, 'log'>> & {
    faults?: readonly LineFault[];
    log?: TestLog;
    centre?: TestCentre;
  } = {},
) {
  const { log = new TestLog(), centre = new TestCentre() } = parts;
  const line = new TestLine(centre, parts.faults);
  const feed = new TestFeed();
  const relay = new Relay({
    feed,
    transport: line,
    clock: new TestClock(),
    jitter: () => 0.5,
    rowsPerBatch: 3,
    ...parts,
    log,
  });
  return { log, centre, line, feed, relay };
}

const settled = (condition: () => boolean) =>
  vi.waitFor(() => expect(condition()).toBe(true), { interval: 1, timeout: 5_000 });

describe('the relay', () => {
  it('never loses, doubles or reorders a row, whatever the line does', async () => {
    const fault = fc.constantFrom<LineFault>('none', 'none', 'request-lost', 'answer-lost', 'twice', 'centre-restored');
    const growth = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.boolean()), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 25 }), growth, async (faults, steps) => {
        const { log, centre, relay } = aRelay({ faults });
        log.append(2);
        relay.start();
        for (const [count, newEpoch] of steps) {
          if (newEpoch) log.epoch += 1;
          log.append(count);
          relay.rowsAppended();
        }
        // A restored centre is noticed with the next row, as on a day that goes on.
        await settled(() => {
          if (centre.rows.length !== log.rows.length && relay.status.acknowledged.seq === log.rows.length) {
            log.append();
            relay.rowsAppended();
          }
          return centre.rows.length === log.rows.length;
        });
        await relay.stop();
        expect(centre.rows.map((row) => row.id)).toEqual(log.rows.map((row) => row.id));
        expect(relay.status.state).not.toBe('halted');
      }),
      { numRuns: 60 },
    );
  });

  it('reads the next batch of a backlog while one is on its way, and nothing ahead of what is new', async () => {
    const { log, centre, line, relay } = aRelay();
    log.append(8);
    relay.start();
    await settled(() => centre.rows.length === 8);
    await relay.stop();
    expect(line.pushed.map((batch) => batch.rows.length)).toEqual([3, 3, 2]);
    expect(line.packed).toEqual([line.pushed[1]]);
    expect(line.pushed[1]).toBe(line.packed[0]);
  });

  it('sends what it has read ahead only where the answer leads to it', async () => {
    // Asked for the key and the place, and then twice for rows: the second batch is read and the first is sent again.
    const { log, centre, line, relay } = aRelay({ faults: ['none', 'none', 'request-lost'] });
    log.append(7);
    relay.start();
    await settled(() => centre.rows.length === 7);
    await relay.stop();
    expect(line.pushed.map((batch) => batch.rows[0]?.[0])).toEqual([1, 1, 4, 7]);
    expect(centre.rows.map((row) => row.id)).toEqual(log.rows.map((row) => row.id));
  });

  it('applies each item of the feed once, in order', async () => {
    const { line, feed, relay } = aRelay();
    const item = (number: number) => ({ number, kind: 'subject-erased' as const, id: 'x', body: null });
    line.pages.push(
      { version: 1, serverTime: 1, items: [item(1), item(2)], next: 2 },
      { version: 1, serverTime: 2, items: [item(3)], next: 3 },
    );
    relay.start();
    await settled(() => feed.number() === 3);
    await relay.stop();
    expect(feed.applied).toEqual([1, 2, 3]);
    expect(relay.status.state).toBe('linked');
  });

  it('is linked as soon as the centre acknowledges, also where the feed has nothing to say', async () => {
    const { log, relay } = aRelay();
    log.append(2);
    relay.start();
    expect(relay.status.state).toBe('unlinked');
    await settled(() => relay.status.state === 'linked');
    await relay.stop();
  });

  it('halts on another history and tells the screens', async () => {
    const states: string[] = [];
    const { log, centre, relay } = aRelay({ onStatus: ({ state }) => states.push(state) });
    const other = new TestLog();
    other.epoch = 7;
    other.append(3);
    centre.rows = [...other.rows];
    log.append(5);
    relay.start();
    await settled(() => relay.status.state === 'halted');
    await relay.stop();
    expect(relay.status).toMatchObject({ state: 'halted', code: 'fork' });
    expect(centre.rows).toHaveLength(3);
    expect(states.at(-1)).toBe('halted');
  });

  it('halts where the centre holds another key of this clinic, and sends nothing', async () => {
    const { log, centre, relay } = aRelay();
    centre.escrowed = new Uint8Array(32).fill(7);
    log.append(5);
    relay.start();
    await settled(() => relay.status.state === 'halted');
    await relay.stop();
    expect(relay.status).toMatchObject({ state: 'halted', code: 'fork' });
    expect(centre.rows).toEqual([]);
  });

  it('goes on from an old image in a new epoch, behind the last row that the image had', async () => {
    const before = aRelay();
    before.log.append(9);
    before.relay.start();
    await settled(() => before.centre.rows.length === 9);
    await before.relay.stop();

    const { centre } = before;
    const { log, relay } = aRelay({ log: before.log.restored(4, 2), centre });
    log.append(7);
    relay.start();
    await settled(() => relay.status.acknowledged.seq === log.rows.length);
    await relay.stop();
    expect(log.acknowledgements[0]).toEqual({ epoch: 1, seq: 4 });
    expect(centre.rows.map((row) => row.id)).toEqual(log.rows.map((row) => row.id));
    expect(relay.status).toMatchObject({ acknowledged: { epoch: 2, seq: 11 } });
  });

  it('halts an old image that went on in its epoch, and does not believe a new one behind other rows', async () => {
    const before = aRelay();
    before.log.append(9);
    before.relay.start();
    await settled(() => before.centre.rows.length === 9);
    await before.relay.stop();

    const { centre } = before;
    const image = before.log.restored(4);
    const wentOn = aRelay({ log: image, centre });
    wentOn.relay.start();
    await settled(() => wentOn.relay.status.state === 'halted');
    await wentOn.relay.stop();

    const other = new TestLog();
    other.append(4);
    other.rows.splice(3, 1, { ...other.rows[3]!, hash: new Uint8Array(32) });
    other.epoch = 2;
    other.append(1);
    const late = aRelay({ log: other, centre });
    late.relay.start();
    await settled(() => late.relay.status.state === 'halted');
    await late.relay.stop();
    expect(centre.rows.map((row) => row.id)).toEqual(before.log.rows.map((row) => row.id));
  });

  it('cuts a batch at the end of an epoch', async () => {
    const { log, line, relay } = aRelay();
    const pushed: number[][] = [];
    const push = line.push.bind(line);
    line.push = (batch) => {
      pushed.push(batch.rows.map(([seq]) => seq));
      return push(batch);
    };
    log.append(2);
    log.epoch = 2;
    log.append(2);
    relay.start();
    await settled(() => relay.status.acknowledged.seq === 4);
    await relay.stop();
    expect(pushed).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});
