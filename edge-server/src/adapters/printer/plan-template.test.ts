import { describe, expect, it } from 'vitest';
import type { TicketPart } from '@foyer/contracts/paper-template.ts';

import type { GreyPicture } from '../../ports/logo-pictures.ts';
import { planMusterList } from './plan-muster-list.ts';
import { planPaperNumbers } from './plan-paper-numbers.ts';
import { planReceipt } from './plan-receipt.ts';
import { planTicket } from './plan-ticket.ts';
import { planTillReport } from './plan-till-report.ts';
import { epson80 } from './printer-profile.ts';
import {
  aMusterDocument,
  aPaperNumbersDocument,
  aReceiptDocument,
  aTicketDocument,
  aTillReportDocument,
} from './sample-documents.ts';
import type { PrintStep } from './print-steps.ts';

const black: GreyPicture = { width: 8, rows: 8, levels: new Uint8Array(64) };
const planned = (parts: TicketPart[], changes: Parameters<typeof aTicketDocument>[0] = {}, logo?: GreyPicture) =>
  planTicket(aTicketDocument(changes), epson80, { template: { parts }, ...(logo === undefined ? {} : { logo }) });
const words = (steps: readonly PrintStep[]): string[] =>
  steps.flatMap((step) =>
    step.kind === 'text-line'
      ? [step.runs.map(({ text }) => text).join('')]
      : step.kind === 'picture' && step.picture.picture === 'line'
        ? [`drawn ${step.picture.direction} ${step.picture.start}`]
        : [],
  );

describe('a template of a ticket', () => {
  it('is printed part by part, in its order and nothing else', () => {
    const steps = planned([
      { part: 'field', field: 'number', size: 'large', bold: true, align: 'end' },
      { part: 'rule', weight: 'floor' },
      { part: 'space', heightMm: 2.5 },
      { part: 'code', size: 'large' },
      { part: 'cut' },
      { part: 'number' },
    ]);
    expect(steps.map((step) => (step.kind === 'picture' ? step.picture.picture : step.kind))).toEqual([
      'text-line',
      'floor',
      'space',
      'qr',
      'space',
      'text-line',
      'text-line',
      'cut',
      'number',
    ]);
    expect(steps[0]).toMatchObject({ size: 2, runs: [{ text: 'A047'.padStart(22), bold: true }] });
    expect(steps[2]).toEqual({ kind: 'space', dots: 20 });
    expect(steps[3]).toMatchObject({ moduleDots: 8 });
  });

  it('says its own words in the language of the paper, or in each that it names, once where two are the same', () => {
    const text = { en: 'Keep this', es: 'Guarde esto', ar: 'احتفظ بهذا' };
    expect(words(planned([{ part: 'text', text }], { language: 'es' }))).toEqual(['Guarde esto']);
    const all = planned([{ part: 'text', text, languages: ['en', 'zh', 'ar'] }]);
    expect(words(all)).toEqual(['Keep this', 'drawn rtl احتفظ بهذا']);
  });

  it('leaves out what a ticket does not have, with the paper above it', () => {
    const visit: TicketPart = { part: 'field', field: 'visit', aboveMm: 1.5 };
    expect(planned([visit])).toEqual([]);
    const steps = planned([visit], { visit: 'Your visit: Nurse, Pharmacy' });
    expect(steps.map(({ kind }) => kind)).toEqual(['space', 'text-line']);
    expect(words(planned([{ part: 'field', field: 'initials', beside: 'service' }]))).toEqual([
      `M. O.${' '.repeat(34)}Nurse`,
    ]);
  });

  it('prints a logo as wide as it says and as the paper is, and none that is not there', () => {
    const part: TicketPart = { part: 'logo', file: `${'0'.repeat(32)}.png`, widthMm: 30, align: 'centre' };
    expect(planned([part])).toEqual([]);
    expect(planned([part], {}, black)[0]).toMatchObject({ picture: { picture: 'logo', widthDots: 240 } });
    expect(planned([{ ...part, widthMm: 66.5 }], {}, black)[0]).toMatchObject({ picture: { widthDots: 528 } });
  });
});

describe('a template of a receipt', () => {
  it('has the clinic’s lines one below the other', () => {
    const document = aReceiptDocument({ clinicLines: ['12 Harbour Street', 'Tax number 4711'] });
    const template = { parts: [{ part: 'field', field: 'clinic-lines', beside: 'title' } as const] };
    expect(words(planReceipt(document, epson80, { template }))).toEqual([
      '12 Harbour Street',
      `Tax number 4711${' '.repeat(22)}Receipt`,
    ]);
  });
});

describe('a template of what staff print', () => {
  const text = { part: 'text', text: { en: 'Keep this for the auditor', ar: 'احتفظ بهذا' } } as const;

  it('has a muster list say its own words and fields around the people, each between two rules', () => {
    const steps = planMusterList(aMusterDocument({ meetingPoint: '' }), epson80, {
      template: {
        parts: [
          text,
          { part: 'field', field: 'meeting-point', aboveMm: 3 },
          { part: 'people' },
          { part: 'field', field: 'count', beside: 'since' },
        ],
      },
    });
    expect(words(steps)[0]).toBe('Keep this for the auditor');
    expect(words(steps).at(-1)).toBe(`2 people${' '.repeat(14)}Told to leave at 10:48`);
    const rules = steps.filter((step) => step.kind === 'picture' && step.picture.picture === 'rule');
    expect(rules).toHaveLength(aMusterDocument().people.length);
  });

  it('has a till’s report name its parts in any order, and leave out those it does not name', () => {
    const steps = planTillReport(aTillReportDocument({ language: 'ar', direction: 'rtl' }), epson80, {
      template: { parts: [{ part: 'till-count' }, text, { part: 'field', field: 'report-number' }] },
    });
    expect(words(steps).map((line) => line.trim())).toEqual([
      expect.stringContaining('Should be there'),
      expect.stringContaining('Counted'),
      expect.stringContaining('Difference'),
      'drawn rtl احتفظ بهذا',
      'HSC-1-Z3',
    ]);
  });

  it('prints each paper number on a slip of its own, with the logo on each', () => {
    const steps = planPaperNumbers(aPaperNumbersDocument({ numbers: ['W041', 'W042'] }), epson80, {
      logo: black,
      template: {
        parts: [
          { part: 'logo', file: `${'0'.repeat(32)}.png`, widthMm: 30 },
          { part: 'number' },
          { part: 'field', field: 'hint', beside: 'number' },
        ],
      },
    });
    expect(steps.map((step) => (step.kind === 'picture' ? step.picture.picture : step.kind))).toEqual([
      ...['logo', 'space', 'number', 'text-line'],
      'cut',
      ...['logo', 'space', 'number', 'text-line'],
    ]);
    expect(words(steps).map((line) => line.slice(-4))).toEqual(['W041', 'W042']);
  });
});
