import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';

export interface Clinic {
  readonly clinicId: ClinicId;
  readonly networkId: string;
  readonly configurationVersion: number;
  readonly configuration: ClinicConfiguration;
}

export interface Network {
  readonly networkId: string;
  readonly name: string;
}

/** What a key of a clinic is for. */
export const KeyPurpose = {
  /** Ed25519; signs the codes that patients check in with. */
  checkInSigning: 'check-in-signing',
  /** AES-256; the edge's own, in escrow: wraps the keys of its subjects. */
  subjectKeyWrapping: 'subject-key-wrapping',
} as const;
export type KeyPurpose = (typeof KeyPurpose)[keyof typeof KeyPurpose];

export interface StoredKey {
  readonly publicKey: Uint8Array | null;
  readonly wrappedKey: Uint8Array;
}

/** Who an edge's token belongs to. */
export interface EdgeIdentity {
  readonly clinicId: ClinicId;
  readonly edgeId: string;
}

/** Whose a thing is: a network's or a clinic's. */
export interface DirectoryEntry {
  readonly networkId: string | null;
  readonly clinicId: ClinicId | null;
}
