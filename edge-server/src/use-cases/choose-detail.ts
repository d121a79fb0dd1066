// Of the versions of one detail of a patient, the one that stands: a person chooses, or takes the choice back. It counts
// here at once; the centre has every version, and takes the choice over from the log.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { accept, noEffect, type Decision } from '@foyer/domain/decision.ts';
import { refused, type Party, type UseCaseContext } from './context.ts';

export function chooseDetail(
  { type, conflictId, version, reason }: CommandOf<'choose-detail'>,
  _party: Party,
  { reference }: UseCaseContext,
): Decision {
  const conflict = reference.detailConflict(conflictId);
  if (conflict === undefined) return refused('unknown-conflict');
  const { patientId, field, versions, standing, chosen } = conflict;
  const stands = versions[version ?? standing];
  if (stands === undefined) return refused('unknown-conflict');
  if ((chosen?.version ?? null) === version) return noEffect(type, { conflictId });
  return accept({
    type: 'v1.PatientDetailChosen',
    body: { conflictId, patientId, field, version },
    subjectId: patientId,
    sealed: { patient: stands.details, ...(reason === undefined ? {} : { reason }) },
  });
}
