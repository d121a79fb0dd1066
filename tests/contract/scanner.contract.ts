// What every scanner promises (edge-server/src/ports/scanner.ts).

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Scan, Scanner } from '@foyer/edge-server/ports/scanner.ts';

export interface ScannerHarness {
  readonly scanner: Scanner;
  /** Holds a code in front of it; resolves once the scanner has read it or can no longer read. */
  show(scan: Scan): Promise<void>;
  stop(): Promise<void>;
}

const qr: Scan = { kioskDeviceId: 'kiosk-1', format: 'qr', text: 'FY1.abc.def' };
const passport: Scan = {
  kioskDeviceId: 'kiosk-2',
  format: 'mrz',
  text: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
};

/** Its separators, line ends and trailing one are data. */
const licence: Scan = {
  kioskDeviceId: 'kiosk-1',
  format: 'pdf417',
  text: '@\n\x1e\rANSI 636000100002DL00410278ZV03190008DLDAQT64235789\nDCSSAMPLE\nDDEN\r',
};
const wristband: Scan = { kioskDeviceId: 'kiosk-1', format: 'gs1-128', text: '8018950110123456789012\x1d2112345' };

export function scannerContract(name: string, build: () => ScannerHarness | Promise<ScannerHarness>): void {
  describe(`scanner: ${name}`, () => {
    let harness: ScannerHarness;

    beforeEach(async () => {
      harness = await build();
      await harness.scanner.start();
    });

    afterEach(async () => {
      await harness.stop();
      await harness.scanner.stop();
    });

    it('says what it read, unchanged and in order', async () => {
      const read: Scan[] = [];
      harness.scanner.onScan((scan) => read.push(scan));
      await harness.show(qr);
      await harness.show(passport);
      expect(read).toEqual([qr, passport]);
    });

    it('keeps every byte of what it read, and says what it was', async () => {
      const read: Scan[] = [];
      harness.scanner.onScan((scan) => read.push(scan));
      await harness.show(licence);
      await harness.show(wristband);
      expect(read).toEqual([licence, wristband]);
    });

    it('is ready while it can read', () => {
      expect(harness.scanner.health()).toBe('ready');
    });

    it('tells everyone who listens, until they stop', async () => {
      const [first, second]: [Scan[], Scan[]] = [[], []];
      const stop = harness.scanner.onScan((scan) => first.push(scan));
      harness.scanner.onScan((scan) => second.push(scan));
      await harness.show(qr);
      stop();
      await harness.show(passport);
      expect(first).toEqual([qr]);
      expect(second).toEqual([qr, passport]);
    });

    it('reads nothing once it is stopped', async () => {
      const read: Scan[] = [];
      harness.scanner.onScan((scan) => read.push(scan));
      await harness.scanner.stop();
      await harness.show(qr);
      expect(read).toEqual([]);
    });
  });
}
