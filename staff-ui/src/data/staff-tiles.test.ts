import { describe, expect, it } from 'vitest';
import { sortTiles } from './staff-tiles.ts';

describe('the tiles of the lock', () => {
  it('begin with who is at this room, then who is anywhere', () => {
    const tiles = sortTiles(
      {
        staff: [
          { id: '1', name: 'Ana', roles: ['cashier'] },
          { id: '2', name: 'Zoe', roles: ['nurse'] },
          { id: '3', name: 'Mia', roles: ['nurse', 'reception'] },
        ],
        servicePoints: [
          { id: 'r3', name: 'Room 3', staffName: 'Zoe' },
          { id: 'r5', name: 'Room 5', staffName: 'Mia' },
        ],
      },
      'r3',
    );
    expect(tiles.map(({ name, place, here, role }) => [name, place, here, role])).toEqual([
      ['Zoe', 'Room 3', true, 'nurse'],
      ['Mia', 'Room 5', false, 'nurse'],
      ['Ana', '', false, 'cashier'],
    ]);
  });
});
