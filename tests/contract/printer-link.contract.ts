// What every cable promises (edge-server/src/adapters/printer/printer-line.ts). Each runs this suite with something at its other end.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrinterLine, PrinterLink } from '@foyer/edge-server/adapters/printer/printer-line.ts';

export interface LinkHarness {
  readonly link: PrinterLink;
  /** The same kind of cable to where nothing is. */
  readonly loose: PrinterLink;
  /** Resolves with everything that has arrived once it is this many bytes. */
  arrived(count: number): Promise<Uint8Array>;
  /** Says something from the other end; absent: nothing ever comes back over this cable. */
  readonly says?: (bytes: Uint8Array) => void;
  /** Goes away at the other end; absent: this cable does not tell. */
  readonly goes?: () => void;
  end(): Promise<void>;
}

const openMs = 2_000;

export function printerLinkContract(name: string, build: () => Promise<LinkHarness>): void {
  describe(`printer link: ${name}`, () => {
    let harness: LinkHarness;
    let line: PrinterLine;

    beforeEach(async () => {
      harness = await build();
      line = await harness.link(openMs);
    });

    afterEach(async () => {
      line.destroy();
      await harness.end();
    });

    it('brings every byte that exists, in the order of the writes', async () => {
      const all = Uint8Array.from({ length: 3 * 256 }, (_, index) => index % 256);
      for (let at = 0; at < all.length; at += 100) await line.write(all.subarray(at, at + 100));
      await line.handOver();
      expect([...(await harness.arrived(all.length))]).toEqual([...all]);
    });

    it('lets go of what was written before it closes', async () => {
      await line.write(Uint8Array.of(1, 2, 3));
      await line.handOver();
      line.close();
      expect([...(await harness.arrived(3))]).toEqual([1, 2, 3]);
    });

    it('hears what is said at the other end, where anything can be', async () => {
      const { says } = harness;
      const heard = new Promise<number[]>((resolve) => {
        line.onBytes((bytes) => resolve([...bytes]));
      });
      if (says === undefined) return;
      says(Uint8Array.of(0x12, 0x16));
      expect(await heard).toEqual([0x12, 0x16]);
    });

    it('tells once that the other end has gone, where the cable tells, and at once whoever asks later', async () => {
      const { goes } = harness;
      if (goes === undefined) return;
      let ends = 0;
      const ended = new Promise<void>((resolve) => {
        line.onEnd(() => {
          ends += 1;
          resolve();
        });
      });
      goes();
      await ended;
      await new Promise<void>((resolve) => line.onEnd(resolve));
      expect(ends).toBe(1);
    });

    it('rejects where nothing is at the other end', async () => {
      await expect(harness.loose(openMs)).rejects.toThrow();
    });
  });
}
