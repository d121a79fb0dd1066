import { describe, expect, it } from 'vitest';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { longestMessageMs, mostMessages } from '@foyer/contracts/message-limits.ts';
import { dayMs, hourMs } from '@foyer/contracts/time.ts';
import { messagesNow } from './message.ts';
import { idOf, TestQueue } from './testing.ts';

const [lift, water, wall] = [idOf(501), idOf(502), idOf(601)];
const text = { en: 'The lift is out of order.', ar: 'المصعد معطّل.' };
const show = (queue: TestQueue, messageId: string, more: object = {}) =>
  queue.send({ type: 'show-message', messageId, text, until: queue.world.now + hourMs, ...more });
const told = (queue: TestQueue) => messagesNow(queue.state, queue.world.now).map(({ id }) => id);
const refused = (code: string) => ({ ok: false, refusal: { code } });

describe('a message to displays', () => {
  it('is told until its time, the newest first', () => {
    const queue = new TestQueue();
    show(queue, lift, { displayIds: [wall] });
    queue.pass(hourMs / 2);
    show(queue, water);
    expect(told(queue)).toEqual([water, lift]);
    expect(queue.state.messages.get(lift)).toMatchObject({ text, displayIds: [wall], withdrawnAt: null });
    queue.pass(hourMs / 2);
    expect(told(queue)).toEqual([water]);
    queue.pass(hourMs / 2);
    expect(told(queue)).toEqual([]);
  });

  it('is refused that would be over already, or stand longer than a day', () => {
    const queue = new TestQueue();
    const out = refused('message-time-out-of-range');
    expect(show(queue, lift, { until: queue.world.now })).toEqual(out);
    expect(show(queue, lift, { until: queue.world.now + longestMessageMs + hourMs })).toEqual(out);
  });

  it('is refused beside as many as displays tell at once, unless it takes the place of one', () => {
    const queue = new TestQueue();
    const many = Array.from({ length: mostMessages }, (_, index) => idOf(700 + index));
    for (const id of many) show(queue, id);
    expect(show(queue, lift)).toMatchObject({ refusal: { code: 'too-many-messages', most: mostMessages } });
    expect(show(queue, many[0]!, { text: { en: 'The lift goes again.' } })).toMatchObject({ ok: true });
    queue.send({ type: 'withdraw-message', messageId: many[1]! });
    expect(show(queue, lift)).toMatchObject({ ok: true });
    expect(told(queue)).toHaveLength(mostMessages);
  });

  it('is refused under an id of another time, where a screen would not find it', () => {
    const queue = new TestQueue();
    const old = uuidV7(queue.world.now - 2 * dayMs, new Uint8Array(10));
    expect(show(queue, old)).toEqual(refused('invalid-request'));
  });

  it('is taken down once, and one that is over or was never told is not', () => {
    const queue = new TestQueue();
    const down = (messageId: string) => queue.send({ type: 'withdraw-message', messageId });
    show(queue, lift);
    down(lift);
    expect(told(queue)).toEqual([]);
    down(lift);
    expect(queue.rows.map(({ type }) => type)).toEqual([
      'v1.MessageShown',
      'v1.MessageWithdrawn',
      'v1.CommandHadNoEffect',
    ]);
    expect(down(water)).toEqual(refused('unknown-message'));
  });

  it('is said anew under the same id, also after it was taken down', () => {
    const queue = new TestQueue();
    show(queue, lift);
    queue.send({ type: 'withdraw-message', messageId: lift });
    show(queue, lift, { text: { en: 'The lift works again.' } });
    expect(messagesNow(queue.state, queue.world.now).map(({ text: { en } }) => en)).toEqual(['The lift works again.']);
  });
});
