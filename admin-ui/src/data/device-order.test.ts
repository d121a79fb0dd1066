import { expect, it } from 'vitest';
import type { ReportedDevice } from '@foyer/contracts/device-report.ts';
import { levelOf, worstFirst } from './device-order.ts';

const device = (name: string, ...problems: string[]): ReportedDevice => ({
  id: name,
  kind: 'kiosk',
  name,
  connected: true,
  problems,
});

it('puts what does not work first, then what needs care soon, then the rest by name', () => {
  const devices = [device('B'), device('A'), device('C', 'battery-low'), device('D', 'drift', 'not-heard')];
  expect(worstFirst(devices).map(({ name }) => name)).toEqual(['D', 'C', 'A', 'B']);
});

it('takes a problem that a later edge has found for one that needs care', () => {
  expect(levelOf(device('A', 'struck-by-lightning'))).toBe('soon');
});
