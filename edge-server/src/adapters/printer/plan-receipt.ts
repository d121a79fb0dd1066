// The receipt, from top to bottom: whose it is, its number, what was charged, the total, how it was paid.
// Expects a cleaned document.

import type { LabelledAmount, ReceiptDocument } from '../../ports/ticket-printer.ts';
import { edges, line, type LineSetting } from './compose-lines.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { PrintStep } from './print-steps.ts';

const RULE: PrintStep = { kind: 'picture', picture: { picture: 'rule', thickDots: 2 } };
const FLOOR: PrintStep = { kind: 'picture', picture: { picture: 'floor' } };

export function planReceipt(receipt: ReceiptDocument, profile: PrinterProfile): readonly PrintStep[] {
  const setting: LineSetting = {
    profile,
    language: receipt.language,
    direction: receipt.direction,
  };
  const amount = ({ label, amount: value }: LabelledAmount): readonly PrintStep[] =>
    edges(setting, { text: label }, { text: value }, { size: 1 });
  return [
    ...line(setting, receipt.clinicName, { size: 2, bold: true }),
    ...receipt.clinicLines.flatMap((text) => line(setting, text, { size: 1 })),
    space(24),
    ...edges(setting, { text: receipt.title, bold: true }, { text: receipt.number, bold: true }, { size: 1 }),
    ...edges(setting, { text: receipt.printedAt }, { text: receipt.ticketNumber ?? '' }, { size: 1 }),
    space(12),
    RULE,
    space(12),
    ...receipt.lines.flatMap(amount),
    space(12),
    RULE,
    space(12),
    ...edges(
      setting,
      { text: receipt.total.label, bold: true },
      { text: receipt.total.amount, bold: true },
      { size: 2 },
    ),
    space(12),
    ...receipt.payment.flatMap(amount),
    space(20),
    FLOOR,
    space(16),
    ...line(setting, receipt.thanks ?? '', { size: 1, align: 'centre' }),
  ];
}

function space(dots: number): PrintStep {
  return { kind: 'space', dots };
}
