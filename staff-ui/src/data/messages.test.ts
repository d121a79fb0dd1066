import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { messagesOf, messageText, messageUntil } from './messages.ts';

const noon = Date.UTC(2026, 10, 26, 12);
const clinic = { zone: 'Europe/Madrid', openUntil: '18:00' };

describe('a message to displays', () => {
  it('ends in a quarter of an hour, in an hour, or when the clinic closes, by its own clocks', () => {
    expect(messageUntil('quarter', clinic, noon)).toBe(noon + 15 * minuteMs);
    expect(messageUntil('hour', clinic, noon)).toBe(noon + hourMs);
    expect(messageUntil('closing', clinic, noon)).toBe(noon + 5 * hourMs);
    expect(messageUntil('closing', { ...clinic, openUntil: '02:00' }, noon)).toBe(noon + 13 * hourMs);
    expect(messageUntil('closing', { zone: clinic.zone }, noon)).toBeUndefined();
  });

  it('is one line in each language that says something, and none without the first', () => {
    expect(messageText({ es: ' El ascensor\nno funciona. ', en: '', ar: '\u202eالمصعد' }, ['es', 'en', 'ar'])).toEqual({
      es: 'El ascensor no funciona.',
      ar: 'المصعد',
      en: 'El ascensor no funciona.',
    });
    expect(messageText({ es: ' \n', en: 'The lift' }, ['es', 'en'])).toBeUndefined();
    expect(messageText({}, ['es', 'en'])).toBeUndefined();
  });

  it('is listed while it runs, the newest first', () => {
    const message = (id: string, at: number, until: number) => ({ id, text: { en: id }, at, until });
    const messages = { lift: message('lift', 1, 20), water: message('water', 2, 10) };
    expect(messagesOf({ messages }, 5).map(({ id }) => id)).toEqual(['water', 'lift']);
    expect(messagesOf({ messages }, 10).map(({ id }) => id)).toEqual(['lift']);
    expect(messagesOf({}, 0)).toEqual([]);
  });
});
