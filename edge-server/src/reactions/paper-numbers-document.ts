// The slips that are handed out while there is no edge, in the clinic's first language.

import type { EventBody } from '@foyer/contracts/events.ts';
import { plainText } from '@foyer/domain/identity-documents/names.ts';
import type { PaperNumbersDocument } from '../ports/ticket-printer.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import { script } from './document-language.ts';
import { documentWords } from './document-words.ts';

export function paperNumbersDocument(
  { numbers }: Pick<EventBody<'v1.PaperNumbersDrawn'>, 'numbers'>,
  { configuration: { name, languages } }: ClinicState,
): PaperNumbersDocument {
  const language = languages[0] ?? 'en';
  return { ...script(language), clinicName: plainText(name), numbers, hint: documentWords[language].calledByNumber };
}
