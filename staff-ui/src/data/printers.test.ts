import { describe, expect, it } from 'vitest';
import type { PrinterState } from '@foyer/contracts/printer-view.ts';
import { aStaffView, aTicket, now } from '../../testing/a-staff-view.ts';
import { faultKey, faultyPrinters, paperOffered, soundsOfPrinter } from './printers.ts';

const aPrinter = (id: string, state: PrinterState, since = now) => ({ id, name: id, state, since });
const aView = (...printers: readonly ReturnType<typeof aPrinter>[]) =>
  aStaffView({ printers: Object.fromEntries(printers.map((printer) => [printer.id, printer])) });

describe('printers that need somebody', () => {
  it('are those with a fault, the longest first', () => {
    const view = aView(
      aPrinter('desk', 'ready'),
      aPrinter('door', 'paper-out', now - 1),
      aPrinter('hall', 'printer-jam', now - 9),
      aPrinter('new', 'unknown'),
    );
    expect(faultyPrinters(view).map(({ id }) => id)).toEqual(['hall', 'door']);
    expect(faultyPrinters(aStaffView())).toEqual([]);
  });

  it('sound until somebody sees to it, and again when something else is wrong', () => {
    const empty = aPrinter('door', 'paper-out');
    const seen = new Set([faultKey(empty)]);
    expect(soundsOfPrinter(aView(empty), new Set())).toBe(true);
    expect(soundsOfPrinter(aView(empty), seen)).toBe(false);
    expect(soundsOfPrinter(aView(aPrinter('door', 'cover-open')), seen)).toBe(true);
    expect(soundsOfPrinter({ ...aView(empty), quiet: true }, new Set())).toBe(false);
  });
});

it('paper is offered to who waits without it, once a printer prints, until it is put aside', () => {
  const tickets = [aTicket('A047'), aTicket('A048')] as const;
  const [first, second] = tickets;
  const view = aStaffView({ tickets, unprinted: [first.id, second.id, 'called since'] });
  expect(paperOffered(view, new Set()).map(({ number }) => number)).toEqual(['A047', 'A048']);
  expect(paperOffered(view, new Set([first.id])).map(({ number }) => number)).toEqual(['A048']);
  expect(paperOffered({ ...view, printer: 'unavailable' }, new Set())).toEqual([]);
});
