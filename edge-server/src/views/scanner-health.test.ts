import { expect, it } from 'vitest';
import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import type { ScannerNow } from '../ports/scanner.ts';
import { unclaimed } from './found-scanners.ts';
import { scannerHealth } from './scanner-health.ts';

const now: ScannerNow = { id: 's', kiosk: 'k1', model: 'DS9308', health: 'ready', since: 5, unreadable: 0 };

it('is well while it is plugged in, and says since when it is not', () => {
  expect(scannerHealth(now, 'Hall')).toMatchObject({ name: 'DS9308 · Hall', connected: true, problems: [] });
  expect(scannerHealth({ ...now, health: 'unplugged' }, 'Hall')).toMatchObject({
    connected: false,
    lastSeenAt: 5,
    problems: ['unplugged'],
  });
});

it('is not understood after three in a row, and not for a crumpled card', () => {
  expect(scannerHealth({ ...now, unreadable: 2 }, 'Hall').problems).toEqual([]);
  expect(scannerHealth({ ...now, unreadable: 3 }, 'Hall').problems).toEqual(['unreadable']);
});

it('waits to be set up only while there are more of a make than were set up', () => {
  const found = (id: string): FoundScanner => ({ id, model: 'DS9308', profile: 'hid-pos', vendorId: '05e0' });
  const setUp = { id: 's', kiosk: 'k1', profile: 'hid-keyboard', vendorId: '05e0' } as const;
  expect(unclaimed([found('a'), found('b')], [setUp]).map(({ id }) => id)).toEqual(['b']);
  expect(unclaimed([found('a')], [{ ...setUp, vendorId: '0c2e' }])).toHaveLength(1);
});
