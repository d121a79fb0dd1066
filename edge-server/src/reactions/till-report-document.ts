// What was in a till, from its record: an X while it is open, the Z of its closing ever after.

import type { Actor } from '@foyer/contracts/roles.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { TillRecord } from '@foyer/domain/billing/billing-state.ts';
import { expectedCashMinor } from '@foyer/domain/billing/till.ts';
import { plainText } from '@foyer/domain/identity-documents/names.ts';
import type { LabelledAmount, TillReportDocument } from '../ports/ticket-printer.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import { amountText, momentText, script } from './document-language.ts';
import { tillReportWords } from './till-report-words.ts';

export function tillReportDocument(till: TillRecord, state: ClinicState): TillReportDocument {
  const { name, zone, languages } = state.configuration;
  const language = languages[0] ?? 'en';
  const words = tillReportWords[language];
  const money = (minor: number): string => amountText(minor, till.currency, language);
  const when = (label: string, at: EpochMs, by: Actor | null): readonly LabelledAmount[] => {
    const who = by?.startsWith('staff:') ? state.staff.get(by.slice('staff:'.length))?.name : undefined;
    const time = { label, amount: momentText(at, language, zone) };
    return who === undefined ? [time] : [time, { label: words.by, amount: who }];
  };
  const expected = expectedCashMinor(till);
  const { closedAt, closedBy, countedMinor, zNumber } = till;
  return {
    ...script(language),
    clinicName: plainText(name),
    title: closedAt === null ? words.xTitle : words.zTitle,
    ...(zNumber === null ? {} : { number: zNumber }),
    facts: [
      ...when(words.opened, till.openedAt, till.openedBy),
      ...(closedAt === null ? [] : when(words.closed, closedAt, closedBy)),
    ],
    lines: [
      { label: words.float, amount: money(till.floatMinor) },
      { label: words.cash, amount: money(till.takenCashMinor) },
      { label: words.card, amount: money(till.takenCardMinor) },
      { label: words.payments, amount: String(till.payments) },
      { label: words.firstReceipt, amount: till.firstReceipt ?? words.none },
      { label: words.lastReceipt, amount: till.lastReceipt ?? words.none },
    ],
    count: [
      { label: words.expected, amount: money(expected) },
      ...(countedMinor === null
        ? []
        : [
            { label: words.counted, amount: money(countedMinor) },
            { label: words.variance, amount: money(countedMinor - expected) },
          ]),
    ],
    printedAt: momentText(state.now, language, zone),
  };
}
