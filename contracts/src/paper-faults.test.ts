import { describe, expect, it } from 'vitest';
import { Check } from 'typebox/value';
import { paperFaults } from './paper-faults.ts';
import {
  PaperTemplates,
  type PaperKind,
  type ReceiptPart,
  type TemplatePart,
  type TicketPart,
} from './paper-template.ts';
import { usualPaper } from './usual-paper.ts';

const number = { part: 'number' } as const;
const name = { part: 'field', field: 'clinic-name' } as const;
const cut = { part: 'cut' } as const;
const file = `${'0'.repeat(32)}.png`;
const ofTicket = (...parts: TicketPart[]) => paperFaults({ ticket: { parts } });
const ofReceipt = (...parts: ReceiptPart[]) => paperFaults({ receipt: { parts } });

describe('the templates of paper', () => {
  it('are as usual where a clinic says nothing, and that is a template like another', () => {
    expect(Check(PaperTemplates, usualPaper)).toBe(true);
    expect([paperFaults(null), paperFaults({}), paperFaults(usualPaper)]).toEqual([[], [], []]);
  });

  it('never leave a ticket without its number', () => {
    expect(ofTicket(name)).toEqual([{ path: '/paper/ticket/parts', code: 'paper-without-number' }]);
    expect(ofTicket(number)).toEqual([]);
    expect(ofTicket({ ...name, beside: 'number' })).toEqual([]);
  });

  it('never leave a receipt without its number, what was charged, or the total', () => {
    const whole: ReceiptPart[] = [{ part: 'field', field: 'receipt-number' }, { part: 'charges' }, { part: 'total' }];
    expect(ofReceipt(...whole)).toEqual([]);
    for (const [index] of whole.entries()) {
      expect(ofReceipt(...whole.toSpliced(index, 1))).toEqual([
        { path: '/paper/receipt/parts', code: 'paper-without-total' },
      ]);
    }
  });

  it.each<[PaperKind, TemplatePart[], string]>([
    ['muster-list', [{ part: 'people' }], 'paper-without-people'],
    [
      'till-report',
      [{ part: 'field', field: 'report-number' }, { part: 'takings' }, { part: 'till-count' }],
      'paper-without-takings',
    ],
    ['paper-numbers', [{ part: 'field', field: 'number' }], 'paper-without-number'],
  ])('never leave a %s without what staff print it for', (kind, whole, code) => {
    const faultsOf = (parts: TemplatePart[]) => paperFaults({ [kind]: { parts } } as PaperTemplates);
    expect(faultsOf([name, ...whole])).toEqual([]);
    for (const [index] of whole.entries()) {
      expect(faultsOf([name, ...whole.toSpliced(index, 1)])).toEqual([{ path: `/paper/${kind}/parts`, code }]);
    }
  });

  it('cut between two things that are printed, twice at most', () => {
    const faultsOf = (...parts: TicketPart[]) =>
      ofTicket(...parts).map(({ path, code }) => `${path.slice(20)} ${code}`);
    expect(faultsOf(number, cut, name, cut, name)).toEqual([]);
    expect(faultsOf(cut, number)).toEqual(['0 cut-of-nothing']);
    expect(faultsOf(number, cut, { part: 'space', heightMm: 3 })).toEqual(['1 cut-of-nothing']);
    expect(faultsOf(number, cut, cut, name)).toEqual(['2 cut-of-nothing']);
    expect(faultsOf(number, cut, name, cut, name, cut, name)).toEqual(['5 cuts-too-many']);
  });

  it('have one logo, words where words belong, and measures that a printer knows', () => {
    const logo = { part: 'logo', file, widthMm: 40 } as const;
    expect(ofTicket(number, logo, logo)).toEqual([{ path: '/paper/ticket/parts/2', code: 'logo-twice' }]);
    expect(ofTicket(number, { part: 'text', text: { en: ' ' } })).toEqual([
      { path: '/paper/ticket/parts/1/text', code: 'text-missing' },
    ]);
    expect(ofTicket(number, { ...name, beside: 'clinic-name', aboveMm: 31 })).toEqual([
      { path: '/paper/ticket/parts/1/beside', code: 'field-twice' },
      { path: '/paper/ticket/parts/1/aboveMm', code: 'millimetres-out-of-range' },
    ]);
    for (const widthMm of [9.5, 66.5, 20.25, -1]) {
      expect(ofTicket(number, { ...logo, widthMm })[0]?.code).toBe('millimetres-out-of-range');
      expect(Check(PaperTemplates, { ticket: { parts: [{ ...logo, widthMm }] } })).toBe(false);
    }
  });

  it('take no field of the other document, and no file that is no picture', () => {
    const ticket = (part: unknown) => Check(PaperTemplates, { ticket: { parts: [part] } });
    expect(ticket({ part: 'field', field: 'receipt-number' })).toBe(false);
    expect(ticket({ part: 'total' })).toBe(false);
    expect(Check(PaperTemplates, { 'till-report': { parts: [{ part: 'people' }] } })).toBe(false);
    expect(ticket({ part: 'logo', file: `${'0'.repeat(32)}.mp4`, widthMm: 40 })).toBe(false);
    expect(ticket({ part: 'raw', bytes: '1b70' })).toBe(false);
  });
});
