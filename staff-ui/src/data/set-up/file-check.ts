// Looks at a file before it comes into the draft: the edge judges the clinic and the rules in it. A display that is not
// here is left out: a file may come from another clinic.

import type { CallingFault } from '@foyer/contracts/calling-rules-faults.ts';
import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { ClinicDocument } from '@foyer/contracts/clinic-document.ts';
import type { ClinicFault } from '@foyer/contracts/clinic-faults.ts';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import { refusedIn, type Refused } from '../refusals.ts';
import type { TabletApi } from '../tablet-api.ts';
import type { ClinicFile, UnreadFile } from './clinic-file.ts';
import { rulesFaults } from './rules-faults.ts';

export type FoundInFile =
  | { readonly of: 'clinic'; readonly fault: ClinicFault }
  | { readonly of: 'rules'; readonly fault: CallingFault }
  /** It fits, and cannot be applied now. */
  | { readonly of: 'refusal'; readonly refused: Refused };
export type CheckedFile =
  | { readonly ok: true; readonly file: ClinicFile }
  | { readonly ok: false; readonly faults: readonly FoundInFile[] };

export async function checkFile(
  api: Pick<TabletApi, 'checkClinic' | 'previewRules'>,
  token: string,
  read: UnreadFile,
  now: ClinicFile,
  staff: readonly { readonly id: string }[],
): Promise<CheckedFile> {
  const clinic = refusedIn(await api.checkClinic(read.clinic, token));
  if (clinic) return { ok: false, faults: foundInClinic(clinic) };
  const file = { ...now, clinic: { ...now.clinic, ...(read.clinic as Partial<ClinicDocument>) } };
  if (read.callingRules === undefined) return { ok: true, file: withDisplays(file, read.displays) };
  const rules = refusedIn(await api.previewRules(read.callingRules, token));
  // Rules may name what only the file's own clinic has: with it in place they are judged once more.
  const unknown = rules?.code === 'calling-rules-impossible';
  if (rules && !unknown) return { ok: false, faults: [{ of: 'refusal', refused: rules }] };
  const withRules = { ...file, callingRules: read.callingRules as CallingRules | null };
  const left = rulesFaults(withRules, staff);
  if (left.length > 0) return { ok: false, faults: left.map((fault) => ({ of: 'rules', fault })) };
  return { ok: true, file: withDisplays(withRules, read.displays) };
}

function foundInClinic(refused: Refused): readonly FoundInFile[] {
  const faults = refused.facts['faults'] as readonly ClinicFault[] | undefined;
  if (refused.code !== 'set-up-faulty' || faults === undefined) return [{ of: 'refusal', refused }];
  return faults.map((fault) => ({ of: 'clinic', fault }));
}

function withDisplays(file: ClinicFile, displays: unknown): ClinicFile {
  if (typeof displays !== 'object' || displays === null) return file;
  const here = Object.entries(displays as Record<string, DisplayLayout>).filter(([id]) => id in file.displays);
  return { ...file, displays: { ...file.displays, ...Object.fromEntries(here) } };
}
