// The clinic key that a log may be opened with: its own and no other. One is made for an empty log alone; made for a log
// that has rows, it would open nothing of them, and seal what comes under a key that the centre does not have.

import { AppError } from '@foyer/contracts/app-error.ts';
import { ensureClinicKey, readClinicKey } from '../adapters/crypto/clinic-key.ts';
import { createSealer } from '../adapters/crypto/sealer.ts';
import type { EventLog, SubjectKeys } from '../ports/event-log.ts';
import type { Sealer } from '../ports/sealer.ts';

/** So many stored keys are tried: a damaged one does not make the clinic key a wrong one. */
const triedKeys = 8;

/** Throws `clinic-key-lost` where the key is missing beside a log that has rows, or opens none of its subjects' keys. */
export function composeSealer(
  clinicKeyPath: string,
  log: Pick<EventLog, 'last'>,
  keys: Pick<SubjectKeys, 'some'>,
): Sealer {
  const last = log.last();
  if (last === undefined) return createSealer(ensureClinicKey(clinicKeyPath));
  const sealer = createSealer(readClinicKey(clinicKeyPath));
  const stored = keys.some(triedKeys);
  const opens = ({ subjectId, wrapped }: (typeof stored)[number]): boolean => {
    try {
      sealer.unwrap(last.clinicId, subjectId, wrapped);
      return true;
    } catch {
      return false;
    }
  };
  if (stored.length > 0 && !stored.some(opens)) throw new AppError('clinic-key-lost', { path: clinicKeyPath });
  return sealer;
}
