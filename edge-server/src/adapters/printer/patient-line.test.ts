import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, stat } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { executeSteps } from './execute-steps.ts';
import { patientLine, PrinterStalled } from './patient-line.ts';
import { PrinterDialogue } from './printer-dialogue.ts';
import type { PrinterLine } from './printer-line.ts';
import { printerLink } from './printer-link.ts';
import { epson80 } from './printer-profile.ts';
import { usualTiming } from './thermal-printer.ts';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0).toReversed()) step();
});

/** A printer on the network that takes the connection and reads nothing, or everything. */
async function aTcpPrinter(reads: boolean): Promise<{ readonly line: PrinterLine; readonly socket: Socket }> {
  const server = createServer({ pauseOnConnect: !reads });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connection = once(server, 'connection') as Promise<[Socket]>;
  const line = await printerLink(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`)(1_000);
  const [socket] = await connection;
  socket.on('error', () => socket.destroy());
  undo.push(
    () => server.close(),
    () => socket.destroy(),
    () => line.destroy(),
  );
  return { line, socket };
}

/** More than any buffer on the way holds. */
const endless = new Uint8Array(48 * 1024 * 1024);

describe('a line to a printer that takes nothing', () => {
  it('is given up over TCP, and stays so', async () => {
    const line = patientLine((await aTcpPrinter(false)).line, 50);
    await expect(line.write(endless)).rejects.toThrow(PrinterStalled);
    await expect(line.write(Uint8Array.of(1))).rejects.toThrow(PrinterStalled);
  });

  it('is given up over a device, here a pipe that nobody empties', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-printer-'));
    undo.push(() => rmSync(folder, { recursive: true }));
    execFileSync('mkfifo', [join(folder, 'lp0')]);
    const device = await printerLink(join(folder, 'lp0'))(1_000);
    undo.push(() => device.destroy());
    await expect(patientLine(device, 50).write(endless)).rejects.toThrow(PrinterStalled);
  });

  it('makes a printer mute and not off: for a document, and when it is asked how it is', async () => {
    const line = patientLine((await aTcpPrinter(false)).line, 50);
    await line.write(endless).catch(() => undefined);
    const dialogue = new PrinterDialogue(line, { answerMs: 1_000, support: epson80.status });
    expect(await dialogue.status()).toEqual({ health: 'printer-mute', paperLow: false });
    const steps = [{ kind: 'begin' }, { kind: 'send' }, { kind: 'confirm' }] as const;
    expect(await executeSteps(steps, { dialogue, profile: epson80, timing: usualTiming })).toEqual({
      outcome: 'failed',
      code: 'printer-mute',
      begun: true,
    });
  });
});

it('is not given up where this process was late to hear that it took all', async () => {
  const { line } = await aTcpPrinter(true);
  const taken = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      stat(import.meta.filename, () => void line.write(bytes).then(resolve));
      // The answer is there before the patience is over, and both before anybody looks.
      for (const until = performance.now() + 40; performance.now() < until;);
    });
  await expect(patientLine({ ...line, write: taken }, 5).write(Uint8Array.of(1))).resolves.toBeUndefined();
});

it('brings a long document whole to a printer that reads', async () => {
  const { line, socket } = await aTcpPrinter(true);
  const document = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
  const parts: Buffer[] = [];
  const whole = new Promise<void>((resolve) => {
    socket.on('data', (part: Buffer) => {
      parts.push(part);
      if (Buffer.concat(parts).length === document.length) resolve();
    });
  });
  await patientLine(line, 10_000).write(document);
  await whole;
  expect(Buffer.concat(parts).equals(document)).toBe(true);
});
