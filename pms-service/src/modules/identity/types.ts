import type { CentreRole } from '@foyer/contracts/centre-api.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

export interface User {
  readonly userId: string;
  readonly networkId: string;
  readonly email: string;
  readonly role: CentreRole;
  /** The one clinic of a clinic administrator; null for the whole network. */
  readonly clinicId: ClinicId | null;
}

export interface NewUser extends User {
  /** Absent for one who never signs in with a password. */
  readonly password?: string;
}

export interface Session {
  readonly token: string;
  readonly expiresAt: EpochMs;
  readonly user: User;
}

export interface SignInFailures {
  readonly failures: number;
  readonly lockedUntil: EpochMs | null;
}
