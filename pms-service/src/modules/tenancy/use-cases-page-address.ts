// The address of a patient's own page of an appointment: which one it is, and a proof that the centre wrote it. Nobody
// makes up another, and nothing has to be kept of it. 64 characters of base64url: clinic, appointment, and 16 bytes of an
// HMAC-SHA-256 under a key that the centre's own is the root of.

import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { AppointmentId, ClinicId } from '@foyer/contracts/ids.ts';
import type { UseCaseContext } from '../use-case-context.ts';

export const pageAddressPattern = '^[A-Za-z0-9_-]{64}$';
const purpose = 'foyer appointment page 1';
const idLength = 16;
const proofLength = 16;

export interface PageOf {
  readonly clinicId: ClinicId;
  readonly appointmentId: AppointmentId;
}
type Rooted = Pick<UseCaseContext, 'centreKey'>;

export function pageAddress(context: Rooted, { clinicId, appointmentId }: PageOf): string {
  const ids = Buffer.concat([bytesOf(clinicId), bytesOf(appointmentId)]);
  return Buffer.concat([ids, proofOf(context, ids)]).toString('base64url');
}

/** Undefined where the centre did not write it. */
export function readPageAddress(context: Rooted, address: string): PageOf | undefined {
  const bytes = Buffer.from(address, 'base64url');
  if (bytes.length !== 2 * idLength + proofLength) return undefined;
  const ids = bytes.subarray(0, 2 * idLength);
  if (!timingSafeEqual(bytes.subarray(2 * idLength), proofOf(context, ids))) return undefined;
  return { clinicId: idOf(ids.subarray(0, idLength)), appointmentId: idOf(ids.subarray(idLength)) };
}

function proofOf({ centreKey }: Rooted, ids: Uint8Array): Buffer {
  const key = Buffer.from(hkdfSync('sha256', centreKey, new Uint8Array(), purpose, 32));
  return createHmac('sha256', key).update(ids).digest().subarray(0, proofLength);
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function idOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
