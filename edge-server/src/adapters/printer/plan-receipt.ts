// The receipt, from top to bottom, as its template has it. Expects a cleaned document and a cleaned template.

import type { ReceiptField } from '@foyer/contracts/paper-limits.ts';
import type { ReceiptTemplate } from '@foyer/contracts/paper-template.ts';
import { usualReceipt } from '@foyer/contracts/usual-paper.ts';

import type { LabelledAmount, PaperLook, ReceiptDocument } from '../../ports/ticket-printer.ts';
import { edges, type LineSetting } from './compose-lines.ts';
import { planField, planSharedPart } from './plan-part.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { PrintStep } from './print-steps.ts';

export function planReceipt(
  receipt: ReceiptDocument,
  profile: PrinterProfile,
  { template = usualReceipt, logo }: PaperLook<ReceiptTemplate> = {},
): readonly PrintStep[] {
  const setting: LineSetting = { profile, language: receipt.language, direction: receipt.direction };
  const amount = ({ label, amount: value }: LabelledAmount): readonly PrintStep[] =>
    edges(setting, { text: label }, { text: value }, { size: 1 });
  return template.parts.flatMap((part): readonly PrintStep[] => {
    switch (part.part) {
      case 'field':
        return planField(part, (field) => wordsOf(field, receipt), setting);
      case 'charges':
        return receipt.lines.flatMap(amount);
      case 'total':
        return total(receipt, setting);
      case 'payment':
        return receipt.payment.flatMap(amount);
      default:
        return planSharedPart(part, setting, logo);
    }
  });
}

function wordsOf(field: ReceiptField, receipt: ReceiptDocument): readonly string[] {
  switch (field) {
    case 'clinic-name':
      return [receipt.clinicName];
    case 'clinic-lines':
      return receipt.clinicLines;
    case 'title':
      return [receipt.title];
    case 'receipt-number':
      return [receipt.number];
    case 'ticket-number':
      return [receipt.ticketNumber ?? ''];
    case 'printed-at':
      return [receipt.printedAt];
    case 'thanks':
      return [receipt.thanks ?? ''];
  }
}

function total({ total: { label, amount } }: ReceiptDocument, setting: LineSetting): readonly PrintStep[] {
  return edges(setting, { text: label, bold: true }, { text: amount, bold: true }, { size: 2 });
}
