// The adapter against a scripted printer on a real socket: the moments that a whole printer passes too quickly.

import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { PrintJob } from '../../ports/ticket-printer.ts';
import { aTicketDocument } from './sample-documents.ts';
import { type PrinterTiming, ThermalPrinter, usualTiming } from './thermal-printer.ts';

const OK = 0x12;
const PAPER_OUT = { 2: 0x32, 4: 0x7e };
const CLEAR = Buffer.of(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8);
const WORK_DONE = Buffer.of(0x1d, 0x72, 1);
const CUT = Buffer.of(0x1d, 0x56, 1);

const timing = { ...usualTiming, answerMs: 2_000, confirmMs: 5_000, watchMs: 20, retryMs: 10 };

/** What the scripted printer does; `documents` counts the cuts it was sent. */
interface Script {
  status(n: 2 | 4): number | undefined;
  confirms: boolean;
}

let server: Server;
let script: Script;
let received: Buffer;
let printer: ThermalPrinter;
const aPrinter = (changes: Partial<PrinterTiming>): ThermalPrinter =>
  new ThermalPrinter({
    address: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clock: { wall: () => 0, monotonic: () => performance.now() },
    timing: { ...timing, ...changes },
  });
const documents = (): number => received.toString('latin1').split(CUT.toString('latin1')).length - 1;
const job = (jobId: string): PrintJob => ({
  jobId,
  notAfter: 10,
  kind: 'ticket',
  document: aTicketDocument(),
});

beforeEach(async () => {
  received = Buffer.alloc(0);
  script = { status: () => OK, confirms: true };
  server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (const n of [2, 4] as const) {
        const answer = chunk.includes(Buffer.of(0x10, 0x04, n)) ? script.status(n) : undefined;
        if (answer !== undefined) socket.write(Buffer.of(answer));
      }
      if (script.confirms && chunk.subarray(-3).equals(WORK_DONE)) socket.write(Buffer.of(0));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  printer = aPrinter({ patienceMs: 5_000 });
});

afterEach(async () => {
  await printer.stop();
  server.close();
});

describe('thermal printer', () => {
  it('waits for a fault to pass, within its patience', async () => {
    let asked = 0;
    script.status = (n) => {
      asked += 1;
      return asked <= 4 ? PAPER_OUT[n] : OK;
    };
    expect(await printer.print(job('1'))).toEqual({ outcome: 'printed' });
    expect(documents()).toBe(1);
  });

  it('sends a document once: paper that ends in its middle fails it and clears the rest', async () => {
    script.confirms = false;
    script.status = (n) => (documents() > 0 ? PAPER_OUT[n] : OK);
    expect(await printer.print(job('1'))).toEqual({ outcome: 'failed', code: 'paper-out' });
    expect(documents()).toBe(1);
    expect(received.includes(CLEAR)).toBe(true);
  });

  it('does not believe a printer that never says its work is done', async () => {
    script.confirms = false;
    const impatient = aPrinter({ confirmMs: 200 });
    expect(await impatient.print(job('1'))).toEqual({ outcome: 'failed', code: 'printer-mute' });
    await impatient.stop();
    expect(received.includes(CLEAR)).toBe(true);
  });

  it('does not call printed what was confirmed without paper', async () => {
    script.status = (n) => (documents() > 0 ? PAPER_OUT[n] : OK);
    expect(await printer.print(job('1'))).toEqual({ outcome: 'failed', code: 'paper-out' });
  });

  it('reads a cutter that is stuck as a printer that is off', async () => {
    script.status = (n) => (n === 2 ? 0x52 : OK);
    const impatient = aPrinter({ patienceMs: 0 });
    expect(await impatient.print(job('1'))).toEqual({ outcome: 'failed', code: 'printer-off' });
    await impatient.stop();
  });

  it('stops while a printer keeps silent: the job under way and those behind it end, and none is printed', async () => {
    script.status = () => undefined;
    const patient = aPrinter({ answerMs: 3_600_000, partingMs: 50 });
    const outcomes = Promise.all([patient.print(job('1')), patient.print(job('2'))]);
    await vi.waitFor(() => expect(received.length).toBeGreaterThan(0));
    await patient.stop();
    expect(await outcomes).toEqual([
      { outcome: 'failed', code: 'printer-mute' },
      { outcome: 'failed', code: 'print-expired' },
    ]);
    expect(documents()).toBe(0);
  });

  it('goes on with the next job when a document cannot be drawn', async () => {
    const broken = {
      ...job('1'),
      document: { ...aTicketDocument(), place: undefined },
    } as unknown as PrintJob;
    const outcomes = await Promise.all([printer.print(broken), printer.print(job('2'))]);
    expect(outcomes).toEqual([{ outcome: 'failed', code: 'printer-off' }, { outcome: 'printed' }]);
    expect(documents()).toBe(1);
  });

  it('watches an idle printer', async () => {
    script.status = (n) => (n === 4 ? 0x1e : OK);
    const seen = new Promise((resolve) => {
      printer.onStatus(resolve);
    });
    await printer.start();
    expect(await seen).toEqual({ health: 'ready', paperLow: true, waiting: 0 });
  });
});
