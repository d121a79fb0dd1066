// What the set-up page begins with: the clinic, its calling rules, what its displays show, and who works there.

import type { ClinicAsSetUp } from '@foyer/contracts/clinic-document.ts';
import type { StaffTiles } from '@foyer/contracts/http-api.ts';
import { refusedIn } from '../refusals.ts';
import type { TabletApi } from '../tablet-api.ts';
import type { ClinicFile } from './clinic-file.ts';
import { beginDraft, type SetUpDraft } from './set-up-draft.ts';

export type FetchedSetUp =
  | {
      readonly ok: true;
      readonly clinic: ClinicAsSetUp;
      readonly staff: StaffTiles['staff'];
      readonly draft: SetUpDraft;
    }
  | { readonly ok: false; readonly code: string };

export async function fetchSetUp(
  api: Pick<TabletApi, 'clinicAsSetUp' | 'callingRules' | 'staffTiles'>,
  token: string,
  displays: ClinicFile['displays'],
): Promise<FetchedSetUp> {
  const [clinic, rules, tiles] = await Promise.all([
    api.clinicAsSetUp(token),
    api.callingRules(token),
    api.staffTiles(),
  ]);
  if (clinic.ok && rules.ok && tiles.ok) {
    const draft = beginDraft(clinic.value, { callingRules: rules.value.rules, displays });
    return { ok: true, clinic: clinic.value, staff: tiles.value.staff, draft };
  }
  const [no] = [clinic, rules, tiles].map((answer) => refusedIn(answer)).filter((refused) => refused !== undefined);
  return { ok: false, code: no?.code ?? 'internal' };
}
