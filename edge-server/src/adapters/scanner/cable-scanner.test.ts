// Pulled out and plugged in again, and floods, with a HID device that is false at its cable alone.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scannerProfiles } from '@foyer/firmware-config/scanner-profiles.ts';
import type { Log, LogFacts } from '../../ports/log.ts';
import type { Scan } from '../../ports/scanner.ts';
import { CableScanner } from './cable-scanner.ts';
import { FakeHid } from './fake-hid.ts';
import { fakeScanners, hidPosReports } from './fake-reports.ts';
import { GuardedScanners } from './guarded-scanners.ts';
import { HidBus } from './hid-bus.ts';
import type { HidDriver } from './hid-driver.ts';
import { DEAF_UNTIL_STILL_MS, FLOOD_SCANS } from './flood-gate.ts';

const path = '/dev/hidraw3';
const device = { ...fakeScanners['hid-pos'], path };

let hid: FakeHid;
let now: number;
let told: string[];
let scans: Scan[];
let running: { stop(): Promise<void> }[];

const clockAt = { monotonic: () => now, wall: () => now };
const log: Log = {
  info: (event: string) => void told.push(event),
  warn: (event: string, facts?: LogFacts) => void told.push([event, ...Object.values(facts ?? {})].join(' ')),
  error: (event: string) => void told.push(event),
};

async function aScanner(
  load: () => Promise<HidDriver | undefined> = () => Promise.resolve(hid),
  bus = new HidBus(load),
) {
  const scanner = new CableScanner({
    setting: { id: 'scanner-1', kiosk: 'Hall', profile: scannerProfiles['hid-pos'] },
    cable: bus.cable('hid-pos', {}),
    kioskDeviceId: (kiosk) => (kiosk === 'Hall' ? 'kiosk-1' : undefined),
    clock: clockAt,
    log,
  });
  scanner.onScan((scan) => scans.push(scan));
  await scanner.start();
  running.push(scanner);
  return scanner;
}
const show = (text: string) => hid.send(path, hidPosReports(text, ']Q1'));

beforeEach(() => {
  vi.useFakeTimers();
  [hid, now, told, scans, running] = [new FakeHid(), 0, [], [], []];
});
afterEach(async () => {
  for (const each of running) await each.stop();
  vi.useRealTimers();
});

describe('a scanner on a cable', () => {
  it('is read within a second of being plugged in, and of being plugged in again', async () => {
    const scanner = await aScanner();
    expect(scanner.health()).toBe('unplugged');
    hid.plugIn(device);
    await vi.advanceTimersByTimeAsync(999);
    expect(scanner.health()).toBe('ready');
    show('one');
    hid.pullOut(path);
    expect(scanner.health()).toBe('unplugged');
    hid.plugIn({ ...device, path: '/dev/hidraw7' });
    await vi.advanceTimersByTimeAsync(999);
    hid.send('/dev/hidraw7', hidPosReports('two', ']Q1'));
    expect(scans.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(told).toEqual(['scanner-plugged-in', 'scanner-unplugged Hall', 'scanner-plugged-in']);
  });

  it('has nothing of a symbol in whose middle it was pulled out', async () => {
    hid.plugIn(device);
    await aScanner();
    hid.send(path, hidPosReports('a'.repeat(60), ']Q1').slice(0, 1));
    hid.pullOut(path);
    hid.plugIn(device);
    await vi.advanceTimersByTimeAsync(999);
    show('next');
    expect(scans.map(({ text }) => text)).toEqual(['next']);
  });

  it('is told from a keyboard, a mouse and the other of its make', async () => {
    const bus = new HidBus(() => Promise.resolve(hid));
    hid.plugIn({ ...fakeScanners['hid-keyboard'], path: '/dev/hidraw0' });
    hid.plugIn(device);
    hid.plugIn({ ...device, path: '/dev/hidraw4' });
    await aScanner(undefined, bus);
    await aScanner(undefined, bus);
    expect(['/dev/hidraw0', path, '/dev/hidraw4'].map((each) => hid.isOpen(each))).toEqual([false, true, true]);
  });

  it('is let go when the edge stops', async () => {
    hid.plugIn(device);
    const scanner = await aScanner();
    await scanner.stop();
    expect(hid.isOpen(path)).toBe(false);
  });

  it('stops nothing where its driver is not installed', async () => {
    const scanner = await aScanner(() => Promise.resolve(undefined));
    expect(scanner.health()).toBe('no-driver');
  });

  it('has nobody to tell while its kiosk is not enrolled', async () => {
    hid.plugIn(device);
    const scanner = new CableScanner({
      setting: { id: 'scanner-1', kiosk: 'Stairs', profile: scannerProfiles['hid-pos'] },
      cable: new HidBus(() => Promise.resolve(hid)).cable('hid-pos', {}),
      kioskDeviceId: () => undefined,
      clock: clockAt,
      log,
    });
    scanner.onScan((scan) => scans.push(scan));
    running.push(scanner);
    await scanner.start();
    show('one');
    expect(scans).toEqual([]);
    expect(told.at(-1)).toBe('scan-for-no-kiosk Stairs');
  });
});

describe('a flood', () => {
  it('reaches nobody but its first scans, is said of the scanners, and is over once they were still', async () => {
    hid.plugIn(device);
    const heard: Scan[] = [];
    const scanners = new GuardedScanners({
      scanners: [await aScanner()],
      clock: { monotonic: () => now, wall: () => now },
      log,
    });
    scanners.onScan((scan) => heard.push(scan));
    await scanners.start();
    running.push(scanners);
    for (let index = 0; index < 5_000; index += 1, now += 2) show(`flood ${index}`);
    expect(heard).toHaveLength(FLOOD_SCANS);
    expect(scanners.health()).toBe('flooding');
    expect(told.filter((each) => each.startsWith('scanner-flooding'))).toEqual(['scanner-flooding kiosk-1']);
    now += DEAF_UNTIL_STILL_MS;
    expect(scanners.health()).toBe('ready');
    show('a patient');
    expect(heard.at(-1)?.text).toBe('a patient');
  });
});
