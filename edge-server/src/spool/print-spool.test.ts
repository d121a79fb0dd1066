import { describe, expect, it } from 'vitest';
import { FakeTicketPrinter } from '../adapters/printer/fake.ts';
import { aTicketDocument } from '../adapters/printer/sample-documents.ts';
import type { PrintJob, PrintOutcome } from '../ports/ticket-printer.ts';
import { PrintSpool } from './print-spool.ts';

const kiosk = 'device-1';
const notAfter = 90_000;
const aJob = (number: string): PrintJob => ({
  jobId: `job-${number}`,
  notAfter,
  kind: 'ticket',
  document: aTicketDocument({ number }),
});

async function aSpool() {
  let now = 0;
  const clock = { wall: () => now, monotonic: () => now };
  const door = new FakeTicketPrinter(clock);
  const desk = new FakeTicketPrinter(clock);
  const spool = new PrintSpool({
    lanes: [
      { id: 'door', name: 'Door', printer: door, backup: 'desk' },
      { id: 'desk', name: 'Desk', printer: desk },
    ],
    places: { desk: 'desk', kiosks: { 'Kiosk 1': 'door' } },
    kioskName: (id) => (id === kiosk ? 'Kiosk 1' : undefined),
    now: () => now,
  });
  await spool.start();
  const numbersOf = (printer: FakeTicketPrinter): readonly string[] =>
    printer.printed.map(({ document }) => ('number' in document ? (document.number ?? '') : ''));
  return { spool, door, desk, numbersOf, at: (later: number) => (now = later) };
}

describe('the print spool', () => {
  it('prints where the kiosk prints, and at the desk what is of no kiosk', async () => {
    const { spool, door, desk, numbersOf } = await aSpool();
    expect(await spool.print(aJob('A001'), kiosk)).toEqual({ outcome: 'printed' });
    await spool.print(aJob('A002'));
    await spool.print(aJob('A003'), 'device-of-nobody');
    expect([numbersOf(door), numbersOf(desk)]).toEqual([['A001'], ['A002', 'A003']]);
  });

  it('prints at the backup what its own printer cannot, and says where', async () => {
    const { spool, door, desk, numbersOf } = await aSpool();
    door.fault('paper-out');
    expect(spool.healthAt(kiosk)).toBe('ready');
    expect(await spool.print(aJob('A001'), kiosk)).toEqual({ outcome: 'printed', elsewhere: 'Desk' });
    door.fault(undefined);
    expect(await spool.print(aJob('A002'), kiosk)).toEqual({ outcome: 'printed' });
    expect([numbersOf(door), numbersOf(desk)]).toEqual([['A002'], ['A001']]);
  });

  it('gives up what neither can print, for the reason of its own printer, and prints it never', async () => {
    const { spool, door, desk, numbersOf } = await aSpool();
    door.fault('paper-out');
    desk.fault('cover-open');
    expect(await spool.print(aJob('A001'), kiosk)).toEqual({ outcome: 'failed', code: 'paper-out' });
    door.fault(undefined);
    desk.fault(undefined);
    expect([numbersOf(door), numbersOf(desk)]).toEqual([[], []]);
  });

  it('prints at its own printer what the backup could not, but never behind what came later', async () => {
    const { spool, door, desk, numbersOf } = await aSpool();
    const atDesk = [Promise.withResolvers<PrintOutcome>(), Promise.withResolvers<PrintOutcome>()];
    const untouched = { outcome: 'failed', code: 'printer-mute' } as const;
    let asked = 0;
    desk.print = () => atDesk[asked++]!.promise;

    door.fault('paper-out');
    const first = spool.print(aJob('A001'), kiosk);
    door.fault(undefined);
    atDesk[0]!.resolve(untouched);
    expect(await first).toEqual({ outcome: 'printed' });

    door.fault('paper-out');
    const second = spool.print(aJob('A002'), kiosk);
    door.fault(undefined);
    await spool.print(aJob('A003'), kiosk);
    atDesk[1]!.resolve(untouched);
    expect(await second).toEqual(untouched);
    expect(numbersOf(door)).toEqual(['A001', 'A003']);
  });

  it.each([
    ['was begun', { outcome: 'failed', code: 'printer-mute', begun: true } as const],
    ['may be on paper', { outcome: 'unknown', code: 'print-unknown' } as const],
  ])('leaves to no backup what %s', async (_what, end) => {
    const { spool, door, desk, numbersOf } = await aSpool();
    door.print = () => Promise.resolve(end);
    expect(await spool.print(aJob('A001'), kiosk)).toEqual(end);
    expect(numbersOf(desk)).toEqual([]);
  });

  it('prints nothing whose time is over, at the backup neither', async () => {
    const { spool, door, desk, numbersOf, at } = await aSpool();
    door.print = async () => {
      at(notAfter + 1);
      return { outcome: 'failed', code: 'printer-off' };
    };
    expect(await spool.print(aJob('A001'), kiosk)).toEqual({ outcome: 'failed', code: 'printer-off' });
    expect(numbersOf(desk)).toEqual([]);
  });

  it('gives the same job its first end, whatever has been mended since', async () => {
    const { spool, door, desk, numbersOf } = await aSpool();
    door.fault('printer-jam');
    desk.fault('printer-off');
    const end = await spool.print(aJob('A001'), kiosk);
    door.fault(undefined);
    expect(await spool.print(aJob('A001'), kiosk)).toEqual(end);
    expect(numbersOf(door)).toEqual([]);
  });

  it('tells which printer is how, and since when', async () => {
    const { spool, door, at } = await aSpool();
    const changes: string[] = [];
    spool.onChanged(() => changes.push(spool.reports()[0]!.health));
    at(5_000);
    door.fault('paper-out');
    expect(spool.reports()[0]).toEqual({
      id: 'door',
      name: 'Door',
      health: 'paper-out',
      paperLow: true,
      since: 5_000,
    });
    expect(changes).toEqual(['paper-out']);
  });

  it('says that there is no printer where there is none', async () => {
    const none = new PrintSpool({
      lanes: [],
      places: { desk: 'printer', kiosks: {} },
      kioskName: () => undefined,
      now: () => 0,
    });
    expect(none.healthAt(kiosk)).toBe('no-printer');
    expect(await none.print(aJob('A001'), kiosk)).toEqual({ outcome: 'failed', code: 'no-printer' });
  });
});
