// The scanners on cables for the contract: a HID device that is false at its cable alone, and a real line of a
// pseudo-terminal. A scanner stands beside one kiosk, so each kiosk of the contract has its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { ScannerCable } from '@foyer/edge-server/adapters/scanner/cable.ts';
import { CableScanner } from '@foyer/edge-server/adapters/scanner/cable-scanner.ts';
import { FakeHid } from '@foyer/edge-server/adapters/scanner/fake-hid.ts';
import { bootReports, fakeScanners, hidPosReports } from '@foyer/edge-server/adapters/scanner/fake-reports.ts';
import { GuardedScanners } from '@foyer/edge-server/adapters/scanner/guarded-scanners.ts';
import { HidBus } from '@foyer/edge-server/adapters/scanner/hid-bus.ts';
import { keyboardLayouts } from '@foyer/edge-server/adapters/scanner/keyboard-layouts.ts';
import { serialCable } from '@foyer/edge-server/adapters/scanner/serial-cable.ts';
import { silentLog } from '@foyer/edge-server/ports/log.ts';
import type { Scan, Scanner } from '@foyer/edge-server/ports/scanner.ts';
import { scannerProfiles, type ScannerProfile } from '@foyer/firmware-config/scanner-profiles.ts';
import type { ScannerHarness } from './scanner.contract.ts';

const kiosks = ['kiosk-1', 'kiosk-2'];
const clock = { monotonic: () => performance.now(), wall: () => Date.now() };
const aimOf: Readonly<Record<string, string>> = { qr: ']Q1', mrz: ']o2', pdf417: ']L2', 'gs1-128': ']C1' };

/** All together, as the edge holds them. */
function guarded(
  profile: Exclude<ScannerProfile, { mode: 'wedge' | 'tcp' }>,
  cable: (kiosk: string) => ScannerCable,
): Scanner {
  const scanners = kiosks.map(
    (kiosk) =>
      new CableScanner({
        setting: { id: kiosk, kiosk, profile },
        cable: cable(kiosk),
        kioskDeviceId: (id) => id,
        clock,
        log: silentLog,
      }),
  );
  return new GuardedScanners({ scanners, clock, log: silentLog });
}

/** As a scanner sends it that is set to name its symbols. */
export function hidScanners(mode: 'hid-pos' | 'hid-keyboard'): ScannerHarness {
  const hid = new FakeHid();
  const bus = new HidBus(() => Promise.resolve(hid));
  for (const path of kiosks) hid.plugIn({ ...fakeScanners[mode], path });
  const scanner = guarded(scannerProfiles[mode], (path) => bus.cable(mode, { path }));
  return {
    scanner,
    async show(scan) {
      const aim = aimOf[scan.format ?? ''] ?? '';
      const { kioskDeviceId: path, text } = scan;
      if (mode === 'hid-pos') return hid.send(path, hidPosReports(text, aim));
      const isRead = nextScan(scanner, scan);
      hid.send(path, bootReports(`${aim}${typed(scan)}\r`, keyboardLayouts.us));
      await isRead;
    },
    stop: () => Promise.resolve(),
  };
}

export async function serialScanners(): Promise<ScannerHarness> {
  const lines = new Map(await Promise.all(kiosks.map(async (kiosk) => [kiosk, await openPseudoTerminal()] as const)));
  const scanner = guarded(scannerProfiles.serial, (kiosk) => serialCable(lines.get(kiosk)?.path ?? '', 9_600));
  return {
    scanner,
    async show(scan) {
      const isRead = nextScan(scanner, scan);
      lines.get(scan.kioskDeviceId)?.write(`${aimOf[scan.format ?? '']}${typed(scan)}\r`);
      await isRead;
    },
    async stop() {
      await Promise.all([...lines.values()].map((line) => line.hangUp()));
    },
  };
}

export function serialScannerAt(path: string): Scanner {
  return new CableScanner({
    setting: { id: 'scanner-1', kiosk: 'kiosk-1', profile: scannerProfiles.serial },
    cable: serialCable(path, 9_600),
    kioskDeviceId: (id) => id,
    clock,
    log: silentLog,
  });
}

interface PseudoTerminal {
  /** Of the end that a scanner's reader opens. */
  readonly path: string;
  write(text: string): void;
  /** As when a cable is pulled. */
  hangUp(): Promise<void>;
}

/** `script` of util-linux holds the other end of one: what is written to it comes out of the terminal. */
export async function openPseudoTerminal(): Promise<PseudoTerminal> {
  const child: ChildProcess = spawn('script', ['-qfc', 'stty raw -echo; tty; exec sleep infinity', '/dev/null'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [path] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return {
    path: path.trim(),
    write: (text) => void child.stdin!.write(text, 'latin1'),
    async hangUp() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A reader of documents ends each row as it ends a symbol. */
function typed({ format, text }: Scan): string {
  return format === 'mrz' ? text.replaceAll('\n', '\r') : text;
}

/** Resolves when that is read, or at once where nothing is read any more. */
function nextScan(scanner: Scanner, { text }: Scan): Promise<void> {
  if (scanner.health() !== 'ready') return Promise.resolve();
  return new Promise((resolve) => {
    const leave = scanner.onScan((scan) => {
      if (scan.text !== text) return;
      leave();
      resolve();
    });
  });
}
