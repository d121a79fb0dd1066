// Who is at the door: credentials of screens, staff, ticket pages and things, and how each comes to have one.

import type {
  EnrolmentApproval,
  EnrolmentBegun,
  EnrolmentRequest,
  EnrolmentSeen,
  EnrolmentState,
  RenewalRequest,
  RenewedCredential,
  SessionAnswer,
  SessionRequest,
} from '@foyer/contracts/http-api.ts';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { DeviceRole, StaffRole } from '@foyer/contracts/roles.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

export type Credential = DeviceCredential | StaffCredential | TicketCredential;
export interface DeviceCredential {
  readonly kind: 'device';
  readonly deviceId: string;
  readonly role: DeviceRole;
  readonly servicePointId: string | null;
}
export interface StaffCredential {
  readonly kind: 'staff';
  readonly staffId: string;
  readonly roles: readonly StaffRole[];
  readonly servicePointId: string | null;
  /** The screen it was given on; null for a demonstration token. */
  readonly deviceId: string | null;
  /** Null: until it is revoked. */
  readonly expiresAt: EpochMs | null;
  /** Names this sign-in, so that it can be closed; never leaves the server. */
  readonly session: string;
}
export interface TicketCredential {
  readonly kind: 'ticket';
  readonly ticketId: string;
}

export interface Presented {
  readonly token: string | undefined;
  /** The screen's own token: header `Foyer-Device`, or `auth.device`. */
  readonly deviceToken?: string | undefined;
  /** Whether the peer is this machine. */
  readonly loopback: boolean;
}
export type Coded<T> = T | { readonly ok: false; readonly code: ErrorCode };
export type Resolved = Coded<{ readonly ok: true; readonly credential: Credential }>;

export interface Credentials {
  resolve(presented: Presented): Resolved;
  /** Whether what was resolved before still stands now. */
  stillValid(credential: Credential): boolean;
  /** Told after a credential was revoked, locked or closed: ask `stillValid` again. */
  onRevoked(listener: () => void): void;
}

export interface Sessions {
  open(
    screen: Credential,
    request: SessionRequest,
  ): Promise<Coded<{ readonly ok: true; readonly answer: SessionAnswer }>>;
  close(credential: StaffCredential): Promise<void>;
  /** Opens a name that wrong PINs have locked. */
  unlock(staffId: string): Promise<Coded<{ readonly ok: true }>>;
}

export interface Renewals {
  /** What the device's key has to sign; the same for a device that is not there. */
  ask(deviceId: string): { readonly challenge: string };
  renew(
    request: RenewalRequest,
  ): Promise<Coded<{ readonly ok: true; readonly renewed: RenewedCredential; readonly late: boolean }>>;
}

export interface Enrolments {
  begin(request?: EnrolmentRequest): Coded<{ readonly ok: true; readonly begun: EnrolmentBegun }>;
  /** Whose code that is, for who is about to let it in. */
  look(code: string): Coded<{ readonly ok: true; readonly seen: EnrolmentSeen }>;
  poll(enrolmentId: string, pollSecret: string | undefined): EnrolmentState | undefined;
  approve(request: EnrolmentApproval): Promise<Coded<{ readonly ok: true; readonly deviceId: string }>>;
  /** The one-time code of a printed link, in the demonstration alone. */
  redeem(code: string): Promise<Coded<{ readonly ok: true; readonly state: EnrolmentState }>>;
  /** Whether the console of an empty edge shows a one-time code now. */
  offersFirstRun(): boolean;
  /** Whether this is that code. */
  isFirstRunCode(code: string | undefined): boolean;
  /** Whether this was that code until the first tablet was in: it is good for nothing but the same answer again. */
  wasFirstRunCode(code: string | undefined): boolean;
  /** Lets the tablet in that set the clinic up; the code is used. */
  enrolFirstTablet(name: string, publicKey?: string): Promise<Extract<EnrolmentState, { state: 'approved' }>>;
  /** How many screens show a code and wait. */
  screensWaiting(): number;
  revoke(deviceId: string): Promise<void>;
}
