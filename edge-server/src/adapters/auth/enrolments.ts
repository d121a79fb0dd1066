// How a screen comes to its credential: it shows a code of eight characters for five minutes, an administrator types
// it on a tablet and picks role and place. In the demonstration a printed link's one-time code approves itself, and on
// an empty edge the one-time code on the console stands in for the administrator that there is not yet.

import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import { credentialMs } from '@foyer/contracts/device-credential.ts';
import type {
  EnrolmentApproval,
  EnrolmentBegun,
  EnrolmentRequest,
  EnrolmentSeen,
  EnrolmentState,
} from '@foyer/contracts/http-api.ts';
import { thingRoles, type DeviceRole } from '@foyer/contracts/roles.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { Coded, Enrolments } from '../../ports/access.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import type { Writer } from '../../ports/writer.ts';
import type { TokenCredentials } from './credentials.ts';
import { newDeviceKey, readPublicKey } from './device-keys.ts';
import { mosquittoPassword } from './mosquitto-password.ts';
import { hashToken, newToken, tokenKey } from './tokens.ts';

export const enrolmentMs = 5 * minuteMs;
const mostPending = 100;
/** Letters and digits that nobody takes for one another when reading aloud or writing down. */
const codeLetters = 'ACDEFGHJKLMNPQRTUVWXY34679';

export interface EnrolmentsParts {
  readonly readModel: Pick<ReadModel, 'devices' | 'configuration'>;
  readonly writer: Pick<Writer, 'changeBox'>;
  readonly credentials: Pick<TokenCredentials, 'revoked'>;
  readonly demonstration: Pick<EdgeDemonstration, 'codes'> | null;
  readonly now: () => number;
}

interface Pending {
  readonly id: string;
  readonly code: string;
  readonly expiresAt: number;
  readonly pollKey: string;
  readonly request: EnrolmentRequest;
  approved?: Extract<EnrolmentState, { state: 'approved' }>;
}
type Place = Pick<EnrolmentApproval, 'role' | 'name' | 'servicePointId'>;
interface Kept {
  readonly loopbackOnly: boolean;
  /** Absent: the screen can have none. */
  readonly publicKey?: string | undefined;
}

export class CodeEnrolments implements Enrolments {
  readonly #parts: EnrolmentsParts;
  readonly #pending = new Map<string, Pending>();
  /** Codes of printed links that are being exchanged now. */
  readonly #redeeming = new Set<string>();
  #firstRunCode: string | undefined;
  #usedFirstRunCode: string | undefined;

  constructor(parts: EnrolmentsParts) {
    this.#parts = parts;
  }

  begin(request: EnrolmentRequest = {}): Coded<{ readonly ok: true; readonly begun: EnrolmentBegun }> {
    const now = this.#parts.now();
    for (const [id, pending] of this.#pending) if (pending.expiresAt <= now) this.#pending.delete(id);
    if (this.#pending.size >= mostPending) return { ok: false, code: 'rate-limited' };
    const enrolmentId = uuidV7(now, randomBytes(10));
    const pollSecret = newToken();
    const code = this.#newCode();
    const expiresAt = now + enrolmentMs;
    this.#pending.set(enrolmentId, {
      id: enrolmentId,
      code,
      expiresAt,
      pollKey: tokenKey(pollSecret),
      request,
    });
    return { ok: true, begun: { enrolmentId, code, expiresAt, pollSecret } };
  }

  poll(enrolmentId: string, pollSecret: string | undefined): EnrolmentState | undefined {
    const pending = this.#pending.get(enrolmentId);
    if (pending === undefined || pollSecret === undefined || tokenKey(pollSecret) !== pending.pollKey) return undefined;
    if (pending.expiresAt <= this.#parts.now()) return { state: 'expired' };
    return pending.approved ?? { state: 'pending' };
  }

  look(code: string): Coded<{ readonly ok: true; readonly seen: EnrolmentSeen }> {
    const found = this.#waiting(code);
    return found.ok ? { ok: true, seen: found.pending.request } : found;
  }

  async approve(request: EnrolmentApproval): Promise<Coded<{ readonly ok: true; readonly deviceId: string }>> {
    const found = this.#waiting(request.code);
    if (!found.ok) return found;
    const { pending } = found;
    if (!this.#isPlace(request.servicePointId)) return { ok: false, code: 'unknown-service-point' };
    const { publicKey } = pending.request;
    const id = uuidV7(this.#parts.now(), randomBytes(10));
    const approved = await this.#enrol(id, request, { loopbackOnly: false, publicKey });
    pending.approved = approved;
    this.#useFirstRunCode();
    return { ok: true, deviceId: approved.deviceId };
  }

  async redeem(code: string): Promise<Coded<{ readonly ok: true; readonly state: EnrolmentState }>> {
    const printed = this.#parts.demonstration?.codes.find((entry) => tokenKey(entry.code) === tokenKey(code));
    if (printed === undefined || this.#redeeming.has(code)) return { ok: false, code: 'unknown-enrolment' };
    const deviceId = deviceIdOfCode(code);
    if (this.#parts.readModel.devices().some(({ id }) => id === deviceId))
      return { ok: false, code: 'unknown-enrolment' };
    this.#redeeming.add(code);
    try {
      const state = await this.#enrol(deviceId, printed, { loopbackOnly: true });
      await this.#revokeEarlier(deviceId, printed);
      return { ok: true, state };
    } finally {
      this.#redeeming.delete(code);
    }
  }

  /** A new code for the console, as long as no tablet is enrolled; undefined once one is. */
  offerFirstRun(): string | undefined {
    const { readModel, demonstration } = this.#parts;
    const hasTablet = readModel.devices().some(({ role, revoked }) => role === 'staff-tablet' && !revoked);
    this.#firstRunCode = hasTablet || demonstration !== null ? undefined : randomBytes(15).toString('base64url');
    return this.#firstRunCode;
  }

  offersFirstRun(): boolean {
    return this.#firstRunCode !== undefined;
  }

  isFirstRunCode(code: string | undefined): boolean {
    return isSame(code, this.#firstRunCode);
  }

  wasFirstRunCode(code: string | undefined): boolean {
    return isSame(code, this.#usedFirstRunCode);
  }

  async enrolFirstTablet(name: string, publicKey?: string): Promise<Extract<EnrolmentState, { state: 'approved' }>> {
    const id = uuidV7(this.#parts.now(), randomBytes(10));
    const approved = await this.#enrol(id, { role: 'staff-tablet', name }, { loopbackOnly: false, publicKey });
    this.#useFirstRunCode();
    return approved;
  }

  screensWaiting(): number {
    const now = this.#parts.now();
    return [...this.#pending.values()].filter(({ approved, expiresAt }) => approved === undefined && expiresAt > now)
      .length;
  }

  async revoke(deviceId: string): Promise<void> {
    await this.#parts.writer.changeBox('device-revoked', { id: deviceId });
    this.#parts.credentials.revoked();
  }

  #waiting(typed: string): Coded<{ readonly ok: true; readonly pending: Pending }> {
    const code = typed.replace('-', '');
    const pending = [...this.#pending.values()].find((entry) => entry.code === code && entry.approved === undefined);
    if (pending === undefined) return { ok: false, code: 'unknown-enrolment' };
    if (pending.expiresAt <= this.#parts.now()) return { ok: false, code: 'enrolment-expired' };
    return { ok: true, pending };
  }

  async #enrol(id: string, { role, name, servicePointId }: Place, { loopbackOnly, publicKey }: Kept) {
    const token = newToken();
    const point = publicKey === undefined ? undefined : readPublicKey(publicKey);
    const key = point === undefined ? undefined : newDeviceKey(point, this.#parts.now());
    const clinicId = this.#parts.readModel.configuration()?.clinicId;
    await this.#parts.writer.changeBox('device-enrolled', {
      id,
      name,
      role,
      servicePointId: servicePointId ?? null,
      tokenHash: hashToken(token),
      loopbackOnly,
      enrolledAt: this.#parts.now(),
      ...(key === undefined ? {} : { key }),
    });
    if ((thingRoles as readonly DeviceRole[]).includes(role)) {
      await this.#parts.writer.changeBox('thing-password-set', {
        ...{ id, password: mosquittoPassword(token) },
        expiresAt: this.#parts.now() + credentialMs,
      });
    }
    this.#parts.credentials.revoked();
    return {
      state: 'approved',
      token,
      deviceId: id,
      role: role satisfies DeviceRole,
      name,
      ...(clinicId === undefined ? {} : { clinicId }),
      ...(key === undefined ? {} : { expiresAt: key.expiresAt }),
    } as const;
  }

  /** A demonstration that was started again prints other links for the same screens: those of before are gone. */
  async #revokeEarlier(deviceId: string, { role, name }: Place): Promise<void> {
    const earlier = this.#parts.readModel
      .devices()
      .filter((device) => device.loopbackOnly && !device.revoked && device.role === role && device.name === name);
    for (const { id } of earlier) if (id !== deviceId) await this.revoke(id);
  }

  #useFirstRunCode(): void {
    this.#usedFirstRunCode = this.#firstRunCode ?? this.#usedFirstRunCode;
    this.#firstRunCode = undefined;
  }

  #isPlace(servicePointId: string | undefined): boolean {
    if (servicePointId === undefined) return true;
    return this.#parts.readModel.configuration()?.servicePoints.some(({ id }) => id === servicePointId) ?? false;
  }

  #newCode(): string {
    const taken = new Set([...this.#pending.values()].map(({ code }) => code));
    for (;;) {
      const code = Array.from({ length: 8 }, () => codeLetters[randomInt(codeLetters.length)]).join('');
      if (!taken.has(code)) return code;
    }
  }
}

function isSame(code: string | undefined, known: string | undefined): boolean {
  if (code === undefined || known === undefined) return false;
  return timingSafeEqual(hashToken(code), hashToken(known));
}

/** One code, one screen: a code that was used names a screen that exists. Its time is 1970, so it meets no other id. */
function deviceIdOfCode(code: string): string {
  return uuidV7(0, createHash('sha256').update('printed link').update(code).digest());
}
