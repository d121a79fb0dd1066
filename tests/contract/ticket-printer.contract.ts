// What every printer promises (edge-server/src/ports/ticket-printer.ts). Each adapter runs this suite with a
// harness of its own: the real one against the virtual printer over TCP, the fake against itself.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { EpochMs } from '@foyer/contracts/time.ts';
import { aTicketDocument } from '@foyer/edge-server/adapters/printer/sample-documents.ts';
import {
  PrintFailure,
  type PrintJob,
  type PrinterStatus,
  type TicketPrinter,
} from '@foyer/edge-server/ports/ticket-printer.ts';

export type PrinterFault = 'printer-off' | 'printer-mute' | 'paper-out' | 'cover-open' | 'printer-jam';

export interface PrinterHarness {
  readonly printer: TicketPrinter;
  /** Makes a fault, or mends it. */
  fault(fault: PrinterFault | undefined): Promise<void>;
  /** The ticket numbers on paper, oldest first. */
  printed(): readonly string[];
  /** What the wall clock says from now on. */
  setNow(at: EpochMs): void;
  stop(): Promise<void>;
}

const START = 1_790_000_000_000;
const LATER = START + 90_000;

export function aJob(number: string, changes: { readonly jobId?: string; readonly notAfter?: EpochMs } = {}): PrintJob {
  return {
    jobId: `job-${number}`,
    notAfter: LATER,
    ...changes,
    kind: 'ticket',
    document: aTicketDocument({ number }),
  };
}

export function ticketPrinterContract(name: string, build: (startAt: EpochMs) => Promise<PrinterHarness>): void {
  describe(`ticket printer: ${name}`, () => {
    let harness: PrinterHarness;
    let printer: TicketPrinter;

    beforeEach(async () => {
      harness = await build(START);
      ({ printer } = harness);
      await printer.start();
    });

    afterEach(async () => {
      await printer.stop();
      await harness.stop();
    });

    it('says printed once the ticket is on paper', async () => {
      expect(await printer.print(aJob('A001'))).toEqual({ outcome: 'printed' });
      expect(harness.printed()).toEqual(['A001']);
      expect(printer.status()).toEqual({ health: 'ready', paperLow: false, waiting: 0 });
    });

    it('keeps the order in which jobs came', async () => {
      const numbers = ['A001', 'A002', 'A003', 'A004'];
      const outcomes = await Promise.all(numbers.map((number) => printer.print(aJob(number))));
      expect(outcomes.every(({ outcome }) => outcome === 'printed')).toBe(true);
      expect(harness.printed()).toEqual(numbers);
    });

    it.each<[PrinterFault]>([['printer-off'], ['printer-mute'], ['paper-out'], ['cover-open'], ['printer-jam']])(
      'fails with %s, and never prints that job when the printer comes back',
      async (fault) => {
        await harness.fault(fault);
        expect(await Promise.all([printer.print(aJob('A001')), printer.print(aJob('A002'))])).toEqual([
          { outcome: 'failed', code: fault },
          { outcome: 'failed', code: fault },
        ]);
        expect(printer.status().health).toBe(fault);
        await harness.fault(undefined);
        expect(await printer.print(aJob('A003'))).toEqual({ outcome: 'printed' });
        expect(harness.printed()).toEqual(['A003']);
      },
    );

    it('drops a job whose time is over, without paper', async () => {
      harness.setNow(LATER + 1);
      expect(await printer.print(aJob('A001'))).toEqual({
        outcome: 'failed',
        code: PrintFailure.expired,
      });
      expect(harness.printed()).toEqual([]);
    });

    it('prints a job once however often it is asked for', async () => {
      const job = aJob('A001');
      expect(await Promise.all([printer.print(job), printer.print(job)])).toEqual([
        { outcome: 'printed' },
        { outcome: 'printed' },
      ]);
      expect(await printer.print(job)).toEqual({ outcome: 'printed' });
      expect(harness.printed()).toEqual(['A001']);
    });

    it('repeats the outcome of a job that failed', async () => {
      await harness.fault('paper-out');
      await printer.print(aJob('A001'));
      await harness.fault(undefined);
      expect(await printer.print(aJob('A001'))).toEqual({ outcome: 'failed', code: 'paper-out' });
      expect(harness.printed()).toEqual([]);
    });

    it('tells its listeners when its health changes, until they stop listening', async () => {
      await printer.print(aJob('A001'));
      const heard: PrinterStatus['health'][] = [];
      const stop = printer.onStatus(({ health }) => heard.push(health));
      await harness.fault('paper-out');
      await printer.print(aJob('A002'));
      stop();
      await harness.fault(undefined);
      await printer.print(aJob('A003'));
      expect(heard).toEqual(['paper-out']);
    });

    it('gives every waiting job an outcome when it stops', async () => {
      await printer.print(aJob('A001'));
      await printer.stop();
      expect(await printer.print(aJob('A002'))).toEqual({
        outcome: 'failed',
        code: PrintFailure.expired,
      });
      expect(harness.printed()).toEqual(['A001']);
    });
  });
}
