// The clinic's set-up as it was just after a row of the log.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { setUpAfter } from '@foyer/domain/clinic/set-up-then.ts';
import type { ReadModel } from '../ports/read-model.ts';
import { toFact } from './log-facts.ts';

export type SetUpHistory = Pick<ReadModel, 'setUpUntil'>;

/** Undefined where the log does not reach back to one. */
export function setUpAt(seq: number, history: SetUpHistory): ClinicConfiguration | undefined {
  return history
    .setUpUntil(seq)
    .map(toFact)
    .filter((fact) => fact !== undefined)
    .reduce<ClinicConfiguration | undefined>(setUpAfter, undefined);
}
