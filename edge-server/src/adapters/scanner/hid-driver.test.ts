import { expect, it, vi } from 'vitest';
import { silentLog } from '../../ports/log.ts';
import { loadNodeHid } from './hid-driver.ts';

vi.mock('node-hid', () => {
  throw new Error('libudev.so.1: cannot open shared object file');
});

it('says that HID devices cannot be read where node-hid or what it needs is missing, and stops nothing', async () => {
  const told: string[] = [];
  expect(await loadNodeHid({ ...silentLog, error: (event) => void told.push(event) })).toBeUndefined();
  expect(told).toEqual(['hid-driver-missing']);
});
