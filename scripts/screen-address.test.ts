import { expect, it } from 'vitest';
import { screenAddress } from './screen-address.ts';

it.each([
  ['kiosk-ui', 'http://localhost:5174/kiosk/'],
  ['display-ui', 'http://localhost:5174/display/'],
  ['staff-ui', 'http://localhost:5174/staff/'],
  ['admin-ui', 'http://localhost:5174/'],
])('is where %s is served, path and all', async (screen, address) => {
  expect(await screenAddress(screen, 5174)).toBe(address);
});
