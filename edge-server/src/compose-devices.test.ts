import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import type { ScannerSetUp } from '@foyer/contracts/scanners-set-up.ts';
import { aScannerOnALine } from './adapters/scanner/fake-line.ts';
import { composeScanners, kioskNamed, wedgePrefix } from './compose-devices.ts';
import { silentLog } from './ports/log.ts';
import type { StoredDevice } from './ports/read-model.ts';
import type { ScannerNow } from './ports/scanner.ts';

const device = (id: string, name: string, changes: Partial<StoredDevice> = {}): StoredDevice => ({
  ...{ id, name, role: 'kiosk', servicePointId: null, loopbackOnly: false, enrolledAt: 0, revoked: false },
  ...changes,
});
const readModel = {
  devices: () => [
    device('old', 'Hall', { revoked: true }),
    device('wall', 'Hall', { role: 'display' }),
    device('k1', 'Hall'),
    device('k2', 'k1'),
  ],
};

describe('the kiosk that a scanner stands beside', () => {
  it('is meant by its id before its name, while it is enrolled', () => {
    expect(['Hall', 'k1', 'k2', 'Stairs'].map((kiosk) => kioskNamed(readModel, kiosk))).toEqual([
      'k1',
      'k1',
      'k2',
      undefined,
    ]);
  });

  it('is told what the scanner puts first that types into it, and no other is', () => {
    const setUps: ScannerSetUp[] = [{ id: 'w', kiosk: 'Hall', profile: 'wedge', prefix: '~' }];
    expect(wedgePrefix(setUps, readModel, 'k1')).toBe('~');
    expect(wedgePrefix(setUps, readModel, 'k2')).toBeUndefined();
  });
});

describe('the scanners of an edge', () => {
  const running: { stop(): Promise<unknown> }[] = [];
  afterEach(async () => {
    for (const each of running.splice(0).reverse()) await each.stop();
  });

  async function anEdge(first: readonly ScannerSetUp[], scannerPort: number | null = 0) {
    const now: { scanners: readonly ScannerNow[]; found: readonly FoundScanner[]; setUps: readonly ScannerSetUp[] } = {
      scanners: [],
      found: [],
      setUps: first,
    };
    const composed = composeScanners(
      { scannerPort },
      {
        setUps: () => now.setUps,
        kioskDeviceId: (kiosk) => kioskNamed(readModel, kiosk),
        log: silentLog,
        tell: (scanners, found) => Object.assign(now, { scanners, found }),
      },
    );
    const heard: string[] = [];
    composed.scanner.onScan(({ kioskDeviceId, text }) => heard.push(`${kioskDeviceId} ${text}`));
    await composed.scanner.start();
    await composed.watch.start();
    running.push(composed.scanner, composed.watch);
    return { ...now, composed, heard, now };
  }

  it('are none where none is set up but those of the kiosks themselves', async () => {
    const { composed } = await anEdge([{ id: 'w', kiosk: 'Hall', profile: 'wedge' }], null);
    expect(composed.scanner.isEmpty).toBe(true);
  });

  it('start although nothing is plugged in, and say so', async () => {
    const { composed, now } = await anEdge([{ id: 's', kiosk: 'Hall', profile: 'serial', path: '/dev/nothing-here' }]);
    expect(composed.scanner.health()).toBe('unplugged');
    expect(composed.port).toBeGreaterThan(0);
    await vi.waitFor(() => expect(now.scanners).toMatchObject([{ id: 's', kiosk: 'Hall', health: 'unplugged' }]));
  });

  it('are seen when they are plugged in, tried out in silence, and read once they are set up', async () => {
    const { composed, now, heard } = await anEdge([]);
    const about = { serialNumber: 'V-1', model: 'Virtual DS9308', firmware: '1.4' };
    const scanner = await aScannerOnALine(composed.port ?? 0, about);
    running.push({ stop: () => scanner.pullOut() });
    await vi.waitFor(() => {
      expect(now.found).toMatchObject([{ model: 'Virtual DS9308', profile: 'tcp', serialNumber: 'V-1' }]);
    });
    expect(await scanner.scan({ format: 'qr', text: 'before' })).toMatchObject({
      error: { code: 'scanner-not-set-up' },
    });

    now.setUps = [{ id: 'hall', kiosk: 'k1', profile: 'tcp', serialNumber: 'V-1' }];
    composed.setUpChanged();
    await vi.waitFor(() => expect(now).toMatchObject({ found: [], scanners: [{ id: 'hall', health: 'ready' }] }));
    expect(now.scanners).toMatchObject([{ model: 'Virtual DS9308', firmware: '1.4' }]);

    expect(await composed.orders.tryOut('hall')).toBe(true);
    await vi.waitFor(() => expect(now.scanners).toMatchObject([{ trial: 'waiting' }]));
    await scanner.scan({ format: 'qr', text: 'of somebody' });
    await vi.waitFor(() => expect(now.scanners).toMatchObject([{ trial: 'read' }]));
    expect(heard).toEqual([]);
    expect(JSON.stringify(now)).not.toContain('of somebody');
    await scanner.scan({ format: 'qr', text: 'a patient' });
    expect(heard).toEqual(['k1 a patient']);

    await scanner.pullOut();
    await vi.waitFor(() => expect(now.scanners).toMatchObject([{ health: 'unplugged' }]));
    now.setUps = [];
    composed.setUpChanged();
    await vi.waitFor(() => expect(now.scanners).toEqual([]));
    expect(await composed.orders.tryOut('hall')).toBe(false);
  });
});
