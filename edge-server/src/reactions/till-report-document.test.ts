import { describe, expect, it } from 'vitest';
import { hourMs } from '@foyer/contracts/time.ts';
import { languages } from '@foyer/contracts/languages.ts';
import { aClinic, nurseAna } from '../testing/a-clinic.ts';
import { aState, stateAt } from '../testing/a-state.ts';
import { tillReportDocument } from './till-report-document.ts';

const open = {
  id: 't',
  openedAt: stateAt - 2 * hourMs,
  openedBy: `staff:${nurseAna}`,
  closedAt: null,
  closedBy: null,
  zNumber: null,
  currency: 'EUR',
  floatMinor: 10_000,
  takenCashMinor: 9_000,
  takenCardMinor: 4_500,
  payments: 3,
  firstReceipt: 'NORTH-1-7',
  lastReceipt: 'NORTH-1-9',
  countedMinor: null,
} as const;
const closed = {
  ...open,
  closedAt: stateAt,
  closedBy: `staff:${nurseAna}`,
  countedMinor: 18_900,
  zNumber: 'NORTH-1-Z2',
} as const;

describe('a till on paper', () => {
  it('is a Z with its number, who and when, what came in and what was counted, once it is closed', () => {
    expect(tillReportDocument(closed, aState())).toMatchObject({
      title: 'Z report',
      number: 'NORTH-1-Z2',
      facts: [
        { label: 'Opened', amount: '24 November 2026, 08:00' },
        { label: 'by', amount: 'Ana Ruiz' },
        { label: 'Closed', amount: '24 November 2026, 10:00' },
        { label: 'by', amount: 'Ana Ruiz' },
      ],
      lines: [
        { label: 'Float at opening', amount: '€100.00' },
        { label: 'Cash taken', amount: '€90.00' },
        { label: 'Card', amount: '€45.00' },
        { label: 'Payments', amount: '3' },
        { label: 'First receipt', amount: 'NORTH-1-7' },
        { label: 'Last receipt', amount: 'NORTH-1-9' },
      ],
      count: [
        { label: 'Should be there', amount: '€190.00' },
        { label: 'Counted', amount: '€189.00' },
        { label: 'Difference', amount: '-€1.00' },
      ],
    });
  });

  it('is an X without a number or a count while it is open', () => {
    const report = tillReportDocument({ ...open, payments: 0, firstReceipt: null, lastReceipt: null }, aState());
    expect(report).toMatchObject({ title: 'X report', count: [{ label: 'Should be there' }] });
    expect(report).not.toHaveProperty('number');
    expect(report.lines.at(-1)).toEqual({ label: 'Last receipt', amount: 'none' });
  });

  it.each(languages)('stands in the clinic’s first language: %s', (language) => {
    const state = aState({ changes: { configuration: aClinic({ languages: [language] }) } });
    const report = tillReportDocument(closed, state);
    expect(report.direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
    expect(report.printedAt).toContain('2026');
  });
});
