import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasePattern, phrasesOf, phrasesToRead } from './call-phrases.ts';
import { languages } from './languages.ts';

const room = '01890000-0000-7000-8000-000000000003';
const clinic = { letters: ['C', 'A', 'A'], rooms: [{ id: room, name: 'Room 3' }] };
const aNumber = fc.tuple(fc.constantFrom('A', 'C'), fc.nat({ max: 9999 })).map(([letter, n]) => `${letter}${n}`);

describe('a call that is put together of clips', () => {
  it('says letters and digits one by one, and then where to go', () => {
    const parts = ['letter-a', 'digit-0', 'digit-4', 'digit-7'];
    const call = { number: 'A047', servicePointId: room };
    expect(phrasesOf(call, 'en')).toEqual(['number', ...parts, 'go-to', `room-${room}`]);
    expect(phrasesOf(call, 'es')).toEqual(['number', ...parts, 'go-to', `room-${room}`]);
    expect(phrasesOf(call, 'ar')).toEqual(['number', ...parts, 'go-to', `room-${room}`]);
    expect(phrasesOf(call, 'zh')).toEqual(['please', ...parts, 'number', 'go-to', `room-${room}`]);
  });

  it('says the room once more for who may not see it', () => {
    const parts = phrasesOf({ number: 'A1', servicePointId: room, roomTwice: true }, 'en');
    expect(parts?.slice(-4)).toEqual(['go-to', `room-${room}`, 'go-to', `room-${room}`]);
  });

  it('is none where the number has a sign that no clip is for', () => {
    expect(phrasesOf({ number: 'A-1', servicePointId: room }, 'en')).toBeUndefined();
  });

  it('always finds every part among what the clinic reads out, each once and named as the edge takes it', () => {
    fc.assert(
      fc.property(aNumber, fc.constantFrom(...languages), fc.boolean(), (number, language, roomTwice) => {
        const read = phrasesToRead(clinic, language).map(({ id }) => id);
        expect(new Set(read).size).toBe(read.length);
        for (const id of read) expect(id).toMatch(new RegExp(phrasePattern));
        for (const part of phrasesOf({ number, servicePointId: room, roomTwice }, language) ?? []) {
          expect(read).toContain(part);
        }
      }),
    );
  });
});
