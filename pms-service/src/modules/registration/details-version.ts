import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { canonicalJson } from '../canonical-json.ts';
import { sha256 } from '../seal.ts';

/** Which details these are: another text as soon as one of them is another, and the same where it is as before again. */
export function detailsVersion(details: PatientDetails | null): string {
  return Buffer.from(sha256(canonicalJson(details)))
    .toString('base64url')
    .slice(0, 22);
}
