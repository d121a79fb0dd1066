// What does not fit in a clinic's templates of paper, each fault with its place: a ticket without its number, a receipt
// without what makes it one, words that are missing, a piece of paper with nothing on it. Pure, and without a schema, so
// that a screen's bundle may carry it.

import { logoMm, mostCuts, spaceMm } from './paper-limits.ts';
import type { TemplatePart, PaperTemplates, ReceiptPart, TicketPart } from './paper-template.ts';

export const paperFaultCodes = [
  'paper-without-number',
  'paper-without-total',
  'logo-twice',
  'cut-of-nothing',
  'cuts-too-many',
  'millimetres-out-of-range',
  'field-twice',
] as const;
export type PaperFaultCode = (typeof paperFaultCodes)[number];
export interface PaperFault {
  /** JSON pointer within the clinic's document. */
  readonly path: string;
  readonly code: PaperFaultCode | 'text-missing';
}
type Found = PaperFault | undefined;

/** Empty when patients can do with both. */
export function paperFaults(paper: PaperTemplates | null): readonly PaperFault[] {
  const { ticket, receipt } = paper ?? {};
  return [
    ...(ticket === undefined ? [] : [...ticketLacks(ticket.parts), ...faultsOf(ticket.parts, '/paper/ticket/parts')]),
    ...(receipt === undefined
      ? []
      : [...receiptLacks(receipt.parts), ...faultsOf(receipt.parts, '/paper/receipt/parts')]),
  ].filter((fault) => fault !== undefined);
}

/** By its number a patient is called. */
function ticketLacks(parts: readonly TicketPart[]): readonly Found[] {
  const says = parts.some((part) => part.part === 'number' || namesField(part, 'number'));
  return [when(!says, '/paper/ticket/parts', 'paper-without-number')];
}

/** Without its number, what was charged and the total it proves nothing. */
function receiptLacks(parts: readonly ReceiptPart[]): readonly Found[] {
  const has = (wanted: ReceiptPart['part']) => parts.some(({ part }) => part === wanted);
  const says = parts.some((part) => namesField(part, 'receipt-number')) && has('charges') && has('total');
  return [when(!says, '/paper/receipt/parts', 'paper-without-total')];
}

function namesField(part: TemplatePart, field: string): boolean {
  return part.part === 'field' && (part.field === field || part.beside === field);
}

function faultsOf(parts: readonly TemplatePart[], path: string): readonly Found[] {
  const cuts = parts.flatMap(({ part }, index) => (part === 'cut' ? [index] : []));
  const firstLogo = parts.findIndex(({ part }) => part === 'logo');
  return parts.flatMap((part, index): readonly Found[] => {
    const at = `${path}/${index}`;
    switch (part.part) {
      case 'logo':
        return [when(index !== firstLogo, at, 'logo-twice'), outOf(part.widthMm, logoMm, `${at}/widthMm`)];
      case 'text':
        return [when(part.text.en.trim() === '', `${at}/text`, 'text-missing')];
      case 'space':
        return [outOf(part.heightMm, spaceMm, `${at}/heightMm`)];
      case 'field':
        return [
          when(part.beside === part.field, `${at}/beside`, 'field-twice'),
          part.aboveMm === undefined ? undefined : outOf(part.aboveMm, spaceMm, `${at}/aboveMm`),
        ];
      case 'cut': {
        const before = parts.slice((cuts.findLast((cut) => cut < index) ?? -1) + 1, index);
        const isLast = !parts.slice(index + 1).some(leavesInk);
        return [
          when(isLast || !before.some(leavesInk), at, 'cut-of-nothing'),
          when(cuts.indexOf(index) >= mostCuts, at, 'cuts-too-many'),
        ];
      }
      default:
        return [];
    }
  });
}

function leavesInk({ part }: TemplatePart): boolean {
  return part !== 'cut' && part !== 'space';
}

/** In steps of half a millimetre, as the schema has it. */
function outOf(millimetres: number, { least, most }: typeof spaceMm | typeof logoMm, path: string): Found {
  const fits = millimetres >= least && millimetres <= most && Number.isInteger(millimetres * 2);
  return when(!fits, path, 'millimetres-out-of-range');
}

function when(isSo: boolean, path: string, code: PaperFault['code']): Found {
  return isSo ? { path, code } : undefined;
}
