import { describe, expect, it } from 'vitest';
import { roomNameIn, splitRoomName } from './room-name.ts';

describe('a room on a sign', () => {
  it.each([
    ['Room 3', { words: 'Room', figure: '3' }],
    ['3号诊室', { words: '号诊室', figure: '3' }],
    ['غرفة 12', { words: 'غرفة', figure: '12' }],
    ['Room 12b', { words: 'Room', figure: '12b' }],
    ['X-ray', { words: 'X-ray', figure: '' }],
    ['Floor 2 Room 4', { words: 'Floor Room 4', figure: '2' }],
  ])('%s', (name, sign) => expect(splitRoomName(name)).toEqual(sign));

  it('is in the language of the wall, or in one that the clinic wrote', () => {
    const call = { names: { en: 'Room 3', es: 'Sala 3' }, servicePointName: 'R3' };
    expect([roomNameIn(call, 'es'), roomNameIn(call, 'ar'), roomNameIn({ ...call, names: {} }, 'ar')]).toEqual([
      'Sala 3',
      'Room 3',
      'R3',
    ]);
  });
});
