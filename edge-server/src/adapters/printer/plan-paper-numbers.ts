// Numbers that are handed out by hand, one slip each, as their template has it: the clinic, the number as large as on a
// ticket, and what it is for. The last slip is cut by whoever plans the whole job. Expects a cleaned document and a cleaned
// template.

import type { PaperNumbersField } from '@foyer/contracts/paper-limits.ts';
import type { PaperNumbersTemplate } from '@foyer/contracts/paper-template.ts';
import { usualPaperNumbers } from '@foyer/contracts/usual-paper.ts';

import type { PaperLook, PaperNumbersDocument } from '../../ports/ticket-printer.ts';
import type { LineSetting } from './compose-lines.ts';
import { drawn, planField, planSharedPart } from './plan-part.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { PrintStep } from './print-steps.ts';

export function planPaperNumbers(
  sheet: PaperNumbersDocument,
  profile: PrinterProfile,
  { template = usualPaperNumbers, logo }: PaperLook<PaperNumbersTemplate> = {},
): readonly PrintStep[] {
  const setting: LineSetting = { profile, language: sheet.language, direction: sheet.direction };
  const slip = (number: string): readonly PrintStep[] =>
    template.parts.flatMap((part): readonly PrintStep[] => {
      switch (part.part) {
        case 'number':
          return [drawn({ picture: 'number', number })];
        case 'field':
          return planField(part, (field) => [wordsOf(field, number, sheet)], setting);
        default:
          return planSharedPart(part, setting, logo);
      }
    });
  return sheet.numbers.flatMap((number, index) => [
    ...(index === 0 ? [] : [{ kind: 'cut' } as const]),
    ...slip(number),
  ]);
}

function wordsOf(field: PaperNumbersField, number: string, sheet: PaperNumbersDocument): string {
  switch (field) {
    case 'clinic-name':
      return sheet.clinicName;
    case 'number':
      return number;
    case 'hint':
      return sheet.hint;
  }
}
