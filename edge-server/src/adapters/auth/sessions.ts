// Signing in on an enrolled tablet with a tile and a PIN, or a badge. Five wrong PINs lock a person for ten minutes,
// unless a supervisor opens the name before; ten badges of nobody stop a tablet from reading more for as long. A tablet
// has one session at a time; a token is worth nothing without its tablet's.

import type { SessionAnswer, SessionRequest } from '@foyer/contracts/http-api.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { rolesAtPoint } from '@foyer/contracts/roles.ts';
import type { Coded, Credential, Sessions, StaffCredential } from '../../ports/access.ts';
import { Allowance } from '../../ports/allowance.ts';
import type { BadgeHasher } from '../../ports/badge-hasher.ts';
import type { ReadModel, StoredStaff } from '../../ports/read-model.ts';
import type { LiveFacts } from '../../ports/views.ts';
import type { Writer } from '../../ports/writer.ts';
import type { TokenCredentials } from './credentials.ts';
import type { PinVerifier } from './pin-verifier.ts';
import { hashOfKey, hashToken, newToken, tokenKey } from './tokens.ts';

export const mostPinFailures = 5;
export const pinLockMs = 10 * minuteMs;
export const mostBadgeFailures = 10;
export const sessionMs = 12 * hourMs;

export interface SessionsParts {
  readonly readModel: Pick<ReadModel, 'staff' | 'staffOfBadge' | 'configuration'>;
  readonly writer: Pick<Writer, 'changeBox'>;
  readonly credentials: Pick<TokenCredentials, 'opened' | 'closed'>;
  readonly live: Pick<LiveFacts, 'pinLocked'>;
  readonly pins: PinVerifier;
  readonly badges: BadgeHasher;
  readonly now: () => number;
}

type ByPin = Extract<SessionRequest, { readonly pin: string }>;
type ByBadge = Extract<SessionRequest, { readonly badge: string }>;
type Opened = Coded<{ readonly ok: true; readonly answer: SessionAnswer }>;

export class PinSessions implements Sessions {
  readonly #parts: SessionsParts;
  /** Badges of nobody, by tablet. */
  readonly #wrongBadges: Allowance;

  constructor(parts: SessionsParts) {
    this.#parts = parts;
    this.#wrongBadges = new Allowance({ most: mostBadgeFailures, everyMs: pinLockMs, now: parts.now });
  }

  async open(screen: Credential, request: SessionRequest): Promise<Opened> {
    if (screen.kind !== 'device' || screen.role !== 'staff-tablet') return { ok: false, code: 'not-allowed' };
    const configuration = this.#parts.readModel.configuration();
    if (configuration === undefined) return { ok: false, code: 'not-ready' };
    const { servicePointId } = request;
    if (servicePointId !== undefined && !configuration.servicePoints.some(({ id }) => id === servicePointId)) {
      return { ok: false, code: 'unknown-service-point' };
    }
    if ('badge' in request) return this.#openByBadge(screen.deviceId, request);
    const opened = this.#parts.pins.alone(() => this.#openAlone(screen.deviceId, request));
    return (await opened) ?? { ok: false, code: 'rate-limited' };
  }

  async close({ session }: StaffCredential): Promise<void> {
    this.#parts.credentials.closed(session);
    await this.#parts.writer.changeBox('session-closed', { tokenHash: hashOfKey(session) });
  }

  async unlock(staffId: string): Promise<Coded<{ readonly ok: true }>> {
    if (!this.#parts.readModel.staff().some(({ id }) => id === staffId)) return { ok: false, code: 'not-found' };
    await this.#count(staffId, 0, null);
    return { ok: true };
  }

  /** A badge is no guess: it opens a name that wrong PINs have locked. */
  async #openByBadge(deviceId: string, { badge, servicePointId }: ByBadge): Promise<Opened> {
    const { readModel, badges, now } = this.#parts;
    if (this.#wrongBadges.isSpent(deviceId)) return { ok: false, code: 'rate-limited' };
    const staffId = readModel.staffOfBadge(badges.hash(badge));
    const member = readModel.staff().find((each) => each.id === staffId && worksHere(each, now()));
    if (member === undefined) {
      this.#wrongBadges.take(deviceId);
      return { ok: false, code: 'wrong-badge' };
    }
    const isAtPoint = member.roles.some((role) => rolesAtPoint.includes(role));
    if (isAtPoint && servicePointId === undefined) return { ok: false, code: 'service-point-needed' };
    return { ok: true, answer: await this.#begin(deviceId, isAtPoint ? servicePointId : undefined, member) };
  }

  async #openAlone(deviceId: string, request: ByPin): Promise<Opened> {
    const { readModel, pins, now } = this.#parts;
    const member = readModel.staff().find((each) => each.id === request.staffId && worksHere(each, now()));
    const lockedUntil = member?.lockedUntil ?? null;
    if (lockedUntil !== null && lockedUntil > now()) return { ok: false, code: 'pin-locked' };
    const right = await pins.verify(member?.pinHash, request.pin);
    if (right === undefined) return { ok: false, code: 'rate-limited' };
    if (member === undefined) return { ok: false, code: 'wrong-pin' };
    if (!right) {
      // A lock that ran out starts the count again.
      const failures = lockedUntil === null ? member.failures + 1 : 1;
      const locked = failures >= mostPinFailures ? now() + pinLockMs : null;
      await this.#count(member.id, failures, locked);
      return { ok: false, code: locked === null ? 'wrong-pin' : 'pin-locked' };
    }
    if (member.failures > 0) await this.#count(member.id, 0, null);
    return { ok: true, answer: await this.#begin(deviceId, request.servicePointId, member) };
  }

  async #begin(
    deviceId: string,
    servicePointId: string | undefined,
    { id: staffId, roles, endsAt }: Pick<StoredStaff, 'id' | 'roles' | 'endsAt'>,
  ): Promise<SessionAnswer> {
    const { writer, credentials, now } = this.#parts;
    const token = newToken();
    const tokenHash = hashToken(token);
    const expiresAt = Math.min(now() + sessionMs, endsAt ?? Infinity);
    await writer.changeBox('session-opened', {
      tokenHash,
      staffId,
      deviceId,
      servicePointId: servicePointId ?? null,
      roles,
      expiresAt,
    });
    credentials.opened(deviceId, tokenKey(token));
    return { token, staffId, expiresAt, roles };
  }

  /** Wrong PINs in a row, and until when they lock the name. */
  async #count(staffId: string, failures: number, lockedUntil: number | null): Promise<void> {
    await this.#parts.writer.changeBox('pin-failed', { staffId, failures, lockedUntil });
    this.#parts.live.pinLocked(staffId, lockedUntil);
  }
}

/** Whether somebody may sign in; a temporary person until the last day is over. */
function worksHere({ active, endsAt }: Pick<StoredStaff, 'active' | 'endsAt'>, now: number): boolean {
  return active && (endsAt === null || now < endsAt);
}
