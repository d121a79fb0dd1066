// The papers of a clinic that has not made its own: a ticket in the order of the kiosk's last screen, and what staff read
// outside in a hurry, or count by, in large letters. Pure, and without a schema, so that a screen's bundle may carry it.

import type {
  MusterTemplate,
  PaperKind,
  PaperNumbersTemplate,
  ReceiptTemplate,
  TemplateOf,
  TicketTemplate,
  TillReportTemplate,
} from './paper-template.ts';

const space = (heightMm: number) => ({ part: 'space', heightMm }) as const;
const thinRule = { part: 'rule', weight: 'thin' } as const;

export const usualTicket: TicketTemplate = {
  parts: [
    { part: 'field', field: 'clinic-name' },
    space(2.5),
    { part: 'number' },
    space(3),
    { part: 'field', field: 'initials-or-service', beside: 'appointment-time', size: 'large', bold: true },
    { part: 'field', field: 'service-below-initials' },
    space(1.5),
    thinRule,
    space(1.5),
    { part: 'wait' },
    { part: 'field', field: 'visit', aboveMm: 1.5 },
    space(3),
    { part: 'door' },
    space(3),
    { part: 'code' },
    { part: 'field', field: 'worse', bold: true, align: 'centre' },
    space(3),
    // The number once more in letters of the printer itself, whatever the language.
    { part: 'field', field: 'number', bold: true },
    { part: 'field', field: 'printed-at', beside: 'printed-by' },
  ],
};

export const usualReceipt: ReceiptTemplate = {
  parts: [
    { part: 'field', field: 'clinic-name', size: 'large', bold: true },
    { part: 'field', field: 'clinic-lines' },
    space(3),
    { part: 'field', field: 'title', beside: 'receipt-number', bold: true },
    { part: 'field', field: 'printed-at', beside: 'ticket-number' },
    space(1.5),
    thinRule,
    space(1.5),
    { part: 'charges' },
    space(1.5),
    thinRule,
    space(1.5),
    { part: 'total' },
    space(1.5),
    { part: 'payment' },
    space(2.5),
    { part: 'rule', weight: 'floor' },
    space(2),
    { part: 'field', field: 'thanks', align: 'centre' },
  ],
};

export const usualMusterList: MusterTemplate = {
  parts: [
    { part: 'field', field: 'heading', size: 'large', bold: true },
    { part: 'field', field: 'clinic-name' },
    { part: 'field', field: 'since' },
    { part: 'field', field: 'meeting-point', bold: true },
    { part: 'field', field: 'count', size: 'large' },
    space(1.5),
    { part: 'people' },
    thinRule,
    space(1.5),
    { part: 'field', field: 'printed-at' },
  ],
};

export const usualTillReport: TillReportTemplate = {
  parts: [
    { part: 'field', field: 'heading', size: 'large', bold: true },
    { part: 'field', field: 'report-number', size: 'large', bold: true },
    { part: 'field', field: 'clinic-name' },
    space(1.5),
    { part: 'till-times' },
    space(1.5),
    thinRule,
    space(1.5),
    { part: 'takings' },
    space(1.5),
    thinRule,
    space(1.5),
    { part: 'till-count' },
    space(2.5),
    { part: 'field', field: 'printed-at' },
  ],
};

export const usualPaperNumbers: PaperNumbersTemplate = {
  parts: [
    { part: 'field', field: 'clinic-name' },
    space(2.5),
    { part: 'number' },
    space(2.5),
    { part: 'field', field: 'hint', bold: true },
  ],
};

export const usualPaper: { readonly [Kind in PaperKind]: TemplateOf<Kind> } = {
  ticket: usualTicket,
  receipt: usualReceipt,
  'muster-list': usualMusterList,
  'till-report': usualTillReport,
  'paper-numbers': usualPaperNumbers,
};
