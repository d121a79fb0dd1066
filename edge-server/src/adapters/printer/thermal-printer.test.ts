// The adapter against a scripted printer on a real socket: the moments that a whole printer passes too quickly.

import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { PrintJob } from '../../ports/ticket-printer.ts';
import { epson80, type PrinterProfile } from './printer-profile.ts';
import { aTicketDocument } from './sample-documents.ts';
import { type PrinterTiming, ThermalPrinter, usualTiming } from './thermal-printer.ts';

const OK = 0x12;
type Question = 1 | 2 | 3 | 4;
const questions = [1, 2, 3, 4] as const;
const PAPER_OUT: Readonly<Record<Question, number>> = { 1: 0x1a, 2: 0x32, 3: OK, 4: 0x7e };
const CLEAR = Buffer.of(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8);
const WORK_DONE = Buffer.of(0x1d, 0x72, 1);
const CUT = Buffer.of(0x1d, 0x56, 1);

const timing = { ...usualTiming, answerMs: 2_000, confirmMs: 5_000, watchMs: 20, retryMs: 10 };

/** What the scripted printer does; `documents` counts the cuts it was sent. */
interface Script {
  status(n: Question): number | undefined;
  confirms: boolean;
  /** What it says by itself behind a document. */
  says?: Buffer;
}

let server: Server;
let script: Script;
let received: Buffer;
let printer: ThermalPrinter;
const aPrinter = (changes: Partial<PrinterTiming>, profile: PrinterProfile = epson80): ThermalPrinter =>
  new ThermalPrinter({
    address: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clock: { wall: () => 0, monotonic: () => performance.now() },
    profile,
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
      for (const n of questions) {
        const answer = chunk.includes(Buffer.of(0x10, 0x04, n)) ? script.status(n) : undefined;
        if (answer !== undefined) socket.write(Buffer.of(answer));
      }
      if (script.says !== undefined && chunk.subarray(-3).equals(WORK_DONE)) socket.write(script.says);
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
      return asked <= 6 ? PAPER_OUT[n] : OK;
    };
    expect(await printer.print(job('1'))).toEqual({ outcome: 'printed' });
    expect(documents()).toBe(1);
  });

  it('sends a document once: paper that ends in its middle fails it and clears the rest', async () => {
    script.confirms = false;
    script.status = (n) => (documents() > 0 ? PAPER_OUT[n] : OK);
    expect(await printer.print(job('1'))).toEqual({ outcome: 'failed', code: 'paper-out', begun: true });
    expect(documents()).toBe(1);
    expect(received.includes(CLEAR)).toBe(true);
  });

  it('does not believe a printer that never says its work is done', async () => {
    script.confirms = false;
    const impatient = aPrinter({ confirmMs: 200 });
    expect(await impatient.print(job('1'))).toEqual({ outcome: 'unknown', code: 'print-unknown' });
    await impatient.stop();
    expect(received.includes(CLEAR)).toBe(true);
  });

  it('neither calls printed nor not printed what was confirmed without paper', async () => {
    script.status = (n) => (documents() > 0 ? PAPER_OUT[n] : OK);
    expect(await printer.print(job('1'))).toEqual({ outcome: 'unknown', code: 'print-unknown' });
  });

  it.each<[string, Partial<Record<Question, number>>, string]>([
    ['a cutter that is stuck', { 1: 0x1a, 2: 0x52, 3: 0x1a }, 'printer-jam'],
    ['a head that is too hot for a while', { 1: 0x1a, 2: 0x52, 3: 0x52 }, 'printer-offline'],
    ['offline without a reason', { 1: 0x1a }, 'printer-offline'],
    ['an open cover, whatever the paper says', { 1: 0x1a, 2: 0x36, 4: 0x7e }, 'cover-open'],
  ])('tells %s from the rest', async (_what, answers, code) => {
    script.status = (n) => answers[n] ?? OK;
    const impatient = aPrinter({ patienceMs: 0 });
    expect(await impatient.print(job('1'))).toEqual({ outcome: 'failed', code });
    await impatient.stop();
  });

  it('does not take what a printer tells by itself for the proof that its work is done', async () => {
    script.confirms = false;
    script.says = Buffer.of(0x10, 0, 0, 0);
    const impatient = aPrinter({ confirmMs: 200 });
    expect(await impatient.print(job('1'))).toEqual({ outcome: 'unknown', code: 'print-unknown' });
    await impatient.stop();
  });

  it('leaves it open whether a model that proves nothing has printed', async () => {
    script.confirms = false;
    const status = { ...epson80.status, inOrder: false };
    const plain = aPrinter({}, { ...epson80, status });
    expect(await plain.print(job('1'))).toEqual({ outcome: 'unknown', code: 'print-unproven' });
    await plain.stop();
    script.status = () => undefined;
    const silent = aPrinter({}, { ...epson80, status: { realTime: [], inOrder: false, automatic: false } });
    expect(await silent.print(job('2'))).toEqual({ outcome: 'unknown', code: 'print-unproven' });
    await silent.stop();
    await vi.waitFor(() => expect(documents()).toBe(2));
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

  it('is asked often enough that somebody hears of any fault within five seconds', () => {
    const { idleMs, connectMs, answerMs, watchMs } = usualTiming;
    expect(idleMs + Math.max(connectMs, answerMs)).toBeLessThan(5_000);
    expect(watchMs + answerMs).toBeLessThan(5_000);
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
