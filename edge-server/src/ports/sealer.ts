// Everything the log asks of cryptography: keys of subjects, seals, and the hashes that chain rows and recognise bodies.
// Source: ADR 0002.

import type { ClinicId, SubjectId } from '@foyer/contracts/ids.ts';

export interface FreshKey {
  readonly key: Uint8Array;
  /** The same key under the clinic key: what is stored and travels to the centre. */
  readonly wrapped: Uint8Array;
}

export interface Sealer {
  newKey(clinicId: ClinicId, subjectId: SubjectId): FreshKey;
  /** Throws when it was wrapped by another clinic key, or for another subject. */
  unwrap(clinicId: ClinicId, subjectId: SubjectId, wrapped: Uint8Array): Uint8Array;
  /** Version byte 01, 12-byte nonce, ciphertext, 16-byte tag. */
  seal(key: Uint8Array, associatedData: Uint8Array, text: string): Uint8Array;
  /** Throws when the seal was tampered with, or belongs to another row. */
  open(key: Uint8Array, associatedData: Uint8Array, sealed: Uint8Array): string;
  /** In the layout of a seal, under a key of the clinic's that nothing but bases of its log is sealed with. */
  sealBase(associatedData: Uint8Array, bytes: Uint8Array): Uint8Array;
  /** Throws when it is not as it was sealed, or of another place. */
  openBase(associatedData: Uint8Array, sealed: Uint8Array): Uint8Array;
  /** SHA-256. */
  hash(bytes: Uint8Array): Uint8Array;
  /** Recognises the same text again without telling what it was to who lacks the clinic key. */
  keyedHash(text: string): Uint8Array;
}
