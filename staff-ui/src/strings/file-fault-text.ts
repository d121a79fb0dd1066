import type { ClinicDocument } from '@foyer/contracts/clinic-document.ts';
import type { FoundInFile } from '../data/set-up/file-check.ts';
import { clinicFaultText } from './clinic-fault-text.ts';
import { setUpRefusalText } from './set-up-refusal-text.ts';
import { t } from './strings.ts';

/** A fault of a file, with its place in it. */
export function fileFaultText(
  found: FoundInFile,
  before: ClinicDocument,
): { readonly path: string; readonly words: string } {
  switch (found.of) {
    case 'clinic':
      return { path: `/clinic${found.fault.path}`, words: clinicFaultText(found.fault.code) };
    case 'rules':
      return { path: `/callingRules${found.fault.path}`, words: t(`set-up.calling-${found.fault.code}`) };
    case 'refusal':
      return { path: '/', words: setUpRefusalText(found.refused, before) };
  }
}
