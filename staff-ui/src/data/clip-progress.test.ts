import { describe, expect, it } from 'vitest';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { nextToRead, toRead } from './clip-progress.ts';

const room = (id: string, name: object) => ({ id, name });
const view = {
  services: { a: { prefix: 'C' }, b: { prefix: 'A' } },
  servicePoints: {
    ten: room('10', { en: 'Room 10', es: 'Sala 10' }),
    two: room('2', { en: 'Room 2' }),
  },
} as unknown as StaffView;

describe('what a clinic reads out', () => {
  it('ends with its letters and its rooms, in the language that is recorded as far as they have a name in it', () => {
    const read = toRead(view, 'es').map(({ words }) => words);
    expect(read.slice(0, 3)).toEqual(['Número', 'pase a', 'cero']);
    expect(read.slice(-4)).toEqual(['A', 'C', 'Room 2', 'Sala 10']);
  });

  it('goes on with the next that is not recorded, round again, and stays when all are', () => {
    const phrases = ['a', 'b', 'c'].map((id) => ({ id, words: id }));
    expect(nextToRead(phrases, new Set(), undefined)).toBe('a');
    expect(nextToRead(phrases, new Set(['a', 'b']), 'a')).toBe('c');
    expect(nextToRead(phrases, new Set(['b', 'c']), 'c')).toBe('a');
    expect(nextToRead(phrases, new Set(['a', 'b', 'c']), 'b')).toBe('b');
  });
});
