import { describe, expect, it } from 'vitest';
import { runningMessages } from './running-messages.ts';

const message = (id: string, at: number, until: number) => ({ id, text: { en: id }, at, until });

describe('the messages of a clinic', () => {
  it('run until their time and no longer, the newest first', () => {
    const view = { messages: { lift: message('lift', 1, 20), water: message('water', 2, 10) } };
    const idsAt = (now: number) => runningMessages(view, now).map(({ id }) => id);
    expect(idsAt(9)).toEqual(['water', 'lift']);
    expect(idsAt(10)).toEqual(['lift']);
    expect(idsAt(20)).toEqual([]);
    expect(runningMessages(undefined, 0)).toEqual([]);
  });
});
