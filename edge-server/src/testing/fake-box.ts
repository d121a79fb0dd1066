// The box's own state in memory: screens, sessions and PIN failures, read back as the database would.

import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { ReadModel, StoredDevice, StoredSession, StoredStaff } from '../ports/read-model.ts';
import type { BoxChanges } from '../ports/writer.ts';
import { aClinic, nurseAna } from './a-clinic.ts';

type BoxReading = Pick<
  ReadModel,
  'configuration' | 'staff' | 'staffOfBadge' | 'devices' | 'deviceByTokenHash' | 'sessionByTokenHash' | 'thingSetUps'
>;
const keyOf = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

export class FakeBox {
  staff: StoredStaff[] = [aMember()];
  readonly #devices = new Map<string, StoredDevice & { readonly tokenHash: Uint8Array }>();
  readonly #badges = new Map<string, string>();
  readonly #sessions = new Map<string, StoredSession>();

  readonly readModel: BoxReading = {
    configuration: () => aClinic(),
    staff: () => this.staff,
    staffOfBadge: (hash) => this.#badges.get(keyOf(hash)),
    devices: () => [...this.#devices.values()],
    deviceByTokenHash: (hash) => [...this.#devices.values()].find(({ tokenHash }) => keyOf(tokenHash) === keyOf(hash)),
    sessionByTokenHash: (hash) => this.#sessions.get(keyOf(hash)),
    thingSetUps: () => new Map(),
  };

  readonly writer = {
    changeBox: async <K extends keyof BoxChanges>(kind: K, change: BoxChanges[K]): Promise<void> => {
      this.#changes[kind](change);
    },
  };

  readonly #changes: { readonly [K in keyof BoxChanges]: (change: BoxChanges[K]) => void } = {
    'device-enrolled': ({ key, ...device }) =>
      this.#devices.set(device.id, { ...device, revoked: false, ...(key === undefined ? {} : { key }) }),
    'device-renewed': ({ id, tokenHash, expiresAt, lateAt }) => {
      const device = this.#devices.get(id);
      if (device?.key === undefined) return;
      const late = lateAt === null ? {} : { renewedLateAt: lateAt };
      this.#devices.set(id, { ...device, ...late, tokenHash, key: { ...device.key, expiresAt } });
    },
    'device-revoked': ({ id }) => {
      const device = this.#devices.get(id);
      if (device !== undefined) this.#devices.set(id, { ...device, revoked: true });
    },
    'session-opened': ({ tokenHash, roles, ...session }) => {
      for (const [key, { deviceId }] of this.#sessions) {
        if (deviceId !== null && deviceId === session.deviceId) this.#sessions.delete(key);
      }
      this.#sessions.set(keyOf(tokenHash), { ...session, roles: roles as readonly StaffRole[] });
    },
    'session-closed': ({ tokenHash }) => this.#sessions.delete(keyOf(tokenHash)),
    'pin-failed': ({ staffId, failures, lockedUntil }) => {
      this.staff = this.staff.map((member) => (member.id === staffId ? { ...member, failures, lockedUntil } : member));
    },
    'pin-set': ({ staffId, pinHash, pinDigits }) => {
      this.staff = this.staff.map((member) => (member.id === staffId ? { ...member, pinHash, pinDigits } : member));
    },
    'badge-enrolled': ({ staffId, badgeHash }) => this.#badges.set(keyOf(badgeHash), staffId),
    'badge-removed': ({ staffId }) => {
      for (const [key, owner] of this.#badges) if (owner === staffId) this.#badges.delete(key);
    },
    'device-fenced': () => undefined,
    'thing-password-set': () => undefined,
    'thing-password-offered': () => undefined,
    'thing-password-taken': () => undefined,
    'record-viewed': () => undefined,
  };
}

export function aMember(changes: Partial<StoredStaff> = {}): StoredStaff {
  return {
    id: nurseAna,
    name: 'Ana',
    roles: ['nurse'],
    pinHash: 'of 1234',
    active: true,
    failures: 0,
    lockedUntil: null,
    pinDigits: 4,
    endsAt: null,
    hasBadge: false,
    ...changes,
  };
}
