// Numbers that are handed out by hand, one slip each: the clinic, the number as large as on a ticket, and what it is for.
// The last slip is cut by whoever plans the whole job. Expects a cleaned document.

import type { PaperNumbersDocument } from '../../ports/ticket-printer.ts';
import { line, type LineSetting } from './compose-lines.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { PrintStep } from './print-steps.ts';

export function planPaperNumbers(sheet: PaperNumbersDocument, profile: PrinterProfile): readonly PrintStep[] {
  const setting: LineSetting = { profile, language: sheet.language, direction: sheet.direction };
  return sheet.numbers.flatMap((number, index): readonly PrintStep[] => [
    ...(index === 0 ? [] : [{ kind: 'cut' } as const]),
    ...line(setting, sheet.clinicName, { size: 1 }),
    { kind: 'space', dots: 20 },
    { kind: 'picture', picture: { picture: 'number', number } },
    { kind: 'space', dots: 20 },
    ...line(setting, sheet.hint, { size: 1, bold: true }),
  ]);
}
