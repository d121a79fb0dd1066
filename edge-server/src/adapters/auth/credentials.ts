// Tokens to credentials. A staff token counts only together with the token of the screen it was given on, and acts in
// those of its roles that the roster still has; a demonstration's token counts from loopback alone; a ticket page's
// credential is its public id.

import type {
  Credential,
  Credentials,
  DeviceCredential,
  Presented,
  Resolved,
  StaffCredential,
} from '../../ports/access.ts';
import type { ReadModel, StoredDevice } from '../../ports/read-model.ts';
import { type DeviceRole, type StaffRole, deviceRoles, staffRoles } from '@foyer/contracts/roles.ts';
import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import { hashToken, tokenKey } from './tokens.ts';

export interface CredentialsParts {
  readonly readModel: Pick<ReadModel, 'deviceByTokenHash' | 'sessionByTokenHash' | 'devices' | 'staff' | 'thingSetUps'>;
  readonly demonstration: Pick<EdgeDemonstration, 'tokens'> | null;
  readonly now: () => number;
}

export class TokenCredentials implements Credentials {
  readonly #parts: CredentialsParts;
  readonly #demonstration: ReadonlyMap<string, Credential>;
  readonly #listeners: (() => void)[] = [];
  readonly #closedSessions = new Set<string>();
  /** The latest session opened on each tablet in this run: every other one there is over. */
  readonly #openOn = new Map<string, string>();
  #roster: ReadonlyMap<string, readonly StaffRole[]> | undefined;
  #devices: ReadonlyMap<string, StoredDevice> | undefined;

  constructor(parts: CredentialsParts) {
    this.#parts = parts;
    this.#demonstration = new Map(
      (parts.demonstration?.tokens ?? []).map((entry) => [tokenKey(entry.token), demonstrationCredential(entry)]),
    );
  }

  resolve({ token, deviceToken, loopback }: Presented): Resolved {
    if (token === undefined || token === '') return { ok: false, code: 'unauthenticated' };
    const ofDemonstration = this.#demonstration.get(tokenKey(token));
    if (ofDemonstration !== undefined) {
      return loopback ? { ok: true, credential: ofDemonstration } : { ok: false, code: 'loopback-only' };
    }
    const hash = hashToken(token);
    const session = this.#parts.readModel.sessionByTokenHash(hash);
    if (session === undefined) return this.#screen(hash, loopback);
    const held = this.#rolesOf(session.staffId);
    const roles = session.roles.filter((role) => held.includes(role));
    const credential: StaffCredential = { kind: 'staff', session: tokenKey(token), ...session, roles };
    if (!this.stillValid(credential)) return { ok: false, code: 'unauthenticated' };
    if (session.deviceId === null) return { ok: true, credential };
    const screen = deviceToken === undefined ? undefined : this.#screen(hashToken(deviceToken), loopback);
    if (screen?.ok === false && screen.code === 'credential-expired') return screen;
    if (screen === undefined || !screen.ok) return { ok: false, code: 'device-token-needed' };
    const bound = screen.credential.kind === 'device' && screen.credential.deviceId === session.deviceId;
    return bound ? { ok: true, credential } : { ok: false, code: 'device-token-needed' };
  }

  stillValid(credential: Credential): boolean {
    switch (credential.kind) {
      case 'ticket':
        return true;
      case 'device':
        return !this.#isGone(credential.deviceId);
      case 'staff': {
        if (credential.deviceId === null) return true;
        if (this.#closedSessions.has(credential.session)) return false;
        if ((this.#openOn.get(credential.deviceId) ?? credential.session) !== credential.session) return false;
        if (credential.expiresAt !== null && credential.expiresAt <= this.#parts.now()) return false;
        return this.#holdsRoles(credential) && !this.#isGone(credential.deviceId);
      }
    }
  }

  onRevoked(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** A sign-in on a tablet: the one before it there is over. */
  opened(deviceId: string, session: string): void {
    this.#openOn.set(deviceId, session);
    this.revoked();
  }

  /** A sign-in that was closed, before the box has forgotten it. */
  closed(session: string): void {
    this.#closedSessions.add(session);
    this.revoked();
  }

  /** Screens or staff changed: what was read of them is read again. */
  revoked(): void {
    this.#roster = undefined;
    this.#devices = undefined;
    for (const listener of this.#listeners) listener();
  }

  #screen(hash: Uint8Array, loopback: boolean): Resolved {
    const device = this.#parts.readModel.deviceByTokenHash(hash);
    if (device === undefined || device.revoked) return { ok: false, code: 'unauthenticated' };
    if (this.#isOver(device)) return { ok: false, code: 'credential-expired' };
    if (device.loopbackOnly && !loopback) return { ok: false, code: 'loopback-only' };
    return { ok: true, credential: screenCredential(device) };
  }

  /** One whose role was taken away comes back with those that are left. */
  #holdsRoles({ staffId, roles }: StaffCredential): boolean {
    const held = this.#rolesOf(staffId);
    return roles.length > 0 && roles.every((role) => held.includes(role));
  }

  /** By the roster as it is now; none for who is not on it any more. */
  #rolesOf(staffId: string): readonly StaffRole[] {
    this.#roster ??= new Map(
      this.#parts.readModel
        .staff()
        .filter((member) => member.active)
        .map(({ id, roles }) => [id, roles]),
    );
    return this.#roster.get(staffId) ?? [];
  }

  /** Revoked, or its credential has expired meanwhile. */
  #isGone(deviceId: string): boolean {
    this.#devices ??= new Map(this.#parts.readModel.devices().map((device) => [device.id, device]));
    const device = this.#devices.get(deviceId);
    return device !== undefined && (device.revoked || this.#isOver(device));
  }

  /** A thing that cannot take another password keeps the one that it has. */
  #isOver({ id, key, passwordUntil }: StoredDevice): boolean {
    const until = key?.expiresAt ?? passwordUntil;
    if (until === undefined || until > this.#parts.now()) return false;
    return key !== undefined || this.#parts.readModel.thingSetUps().get(id)?.keepsPassword !== true;
  }
}

export function screenCredential(device: StoredDevice): DeviceCredential {
  return {
    kind: 'device',
    deviceId: device.id,
    role: deviceRoles.find((role) => role === device.role) ?? 'display',
    servicePointId: device.servicePointId,
  };
}

function demonstrationCredential(entry: EdgeDemonstration['tokens'][number]): Credential {
  const { role, servicePointId = null, token } = entry;
  if (isStaffRole(role)) {
    const staffId = entry.staffId ?? nobody;
    return {
      kind: 'staff',
      staffId,
      roles: [role],
      servicePointId,
      deviceId: null,
      expiresAt: null,
      session: tokenKey(token),
    };
  }
  return { kind: 'device', deviceId: entry.deviceId ?? nobody, role, servicePointId };
}

/** A demonstration token that names nobody acts as this id. */
const nobody = '00000000-0000-7000-8000-000000000000';

function isStaffRole(role: StaffRole | DeviceRole): role is StaffRole {
  return (staffRoles as readonly string[]).includes(role);
}
