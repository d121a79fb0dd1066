// What a printer tells by itself between jobs, from the virtual one's switches to the status that alarms hang on.

import { describe, expect, it, vi } from 'vitest';

import { allWell, Cover, Paper, Power, type PrinterSwitches } from '@foyer/demo/virtual-printer/printer-switches.ts';
import { automaticStatus, realTimeStatus } from '@foyer/demo/virtual-printer/status-bytes.ts';
import { VirtualPrinter } from '@foyer/demo/virtual-printer/virtual-printer.ts';
import { knownProfile } from '@foyer/edge-server/adapters/printer/printer-profile.ts';
import { automaticStatusFrom, statusFrom } from '@foyer/edge-server/adapters/printer/status-answers.ts';
import { ThermalPrinter, usualTiming } from '@foyer/edge-server/adapters/printer/thermal-printer.ts';
import { aJob } from './ticket-printer.contract.ts';

/** Nobody asks within any test. */
const timing = { ...usualTiming, idleMs: 3_600_000, faultyMs: 3_600_000, retryMs: 10 };

async function aPair(profile = 'epson-80mm') {
  const virtual = new VirtualPrinter({ port: 0, now: () => 0, paints: false });
  await virtual.start();
  const printer = new ThermalPrinter({
    address: `tcp://${virtual.host}:${virtual.port}`,
    clock: { wall: () => 0, monotonic: () => performance.now() },
    profile: knownProfile(profile),
    timing,
  });
  await printer.start();
  const becomes = (health: string): Promise<void> => vi.waitFor(() => expect(printer.status().health).toBe(health));
  await becomes('ready');
  const end = async (): Promise<void> => {
    await printer.stop();
    await virtual.stop();
  };
  return { virtual, printer, becomes, end };
}

describe('the status that a printer sends by itself', () => {
  const every: readonly PrinterSwitches[] = Object.values(Paper).flatMap((paper) =>
    Object.values(Cover).flatMap((cover) => [true, false].map((jam) => ({ ...allWell, paper, cover, jam }))),
  );

  it.each(every)('says what its answers say with paper $paper, cover $cover, jam $jam', (switches) => {
    const answer = (n: number): number => realTimeStatus(n, switches)![0]!;
    const answers = { 1: answer(1), 2: answer(2), 3: answer(3), 4: answer(4) };
    expect(automaticStatusFrom([...automaticStatus(switches)])).toEqual(statusFrom(answers));
  });

  it('is heard with no job and without a question: each fault, and that it is mended', async () => {
    const { virtual, becomes, end } = await aPair();
    await virtual.switch({ paper: Paper.out });
    await becomes('paper-out');
    await virtual.switch({ paper: Paper.ok, cover: Cover.open });
    await becomes('cover-open');
    await virtual.switch(allWell);
    await becomes('ready');
    await end();
  });

  it('is asked for again behind each document, which makes a printer forget it', async () => {
    const { virtual, printer, becomes, end } = await aPair();
    for (const number of ['A001', 'A002']) {
      expect(await printer.print(aJob(number, { notAfter: 1 }))).toEqual({ outcome: 'printed' });
    }
    await virtual.switch({ paper: Paper.out });
    await becomes('paper-out');
    await end();
  });

  it('comes over a line that prints, too, after the printer was switched off and on', async () => {
    const { virtual, printer, becomes, end } = await aPair();
    await virtual.switch({ power: Power.off });
    await becomes('printer-off');
    await virtual.switch({ power: Power.on });
    expect(await printer.print(aJob('A001', { notAfter: 1 }))).toEqual({ outcome: 'printed' });
    await virtual.switch({ power: Power.off });
    await virtual.switch({ power: Power.on });
    expect(await printer.print(aJob('A002', { notAfter: 1 }))).toEqual({ outcome: 'printed' });
    expect(virtual.tickets.map(({ text }) => /A00\d/.exec(text)?.[0])).toEqual(['A001', 'A002']);
    await end();
  });

  it('is not waited for where others print on it: no line is held open', async () => {
    const { virtual, printer, end } = await aPair('epson-80mm-shared');
    expect(await printer.print(aJob('A001', { notAfter: 1 }))).toEqual({ outcome: 'printed' });
    await vi.waitFor(() => expect(virtual.connections).toBe(0));
    await end();
  });
});
