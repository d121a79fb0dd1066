// Signing in on an enrolled tablet with a tile and a PIN. Five wrong PINs lock a person for ten minutes; a tablet has
// one session at a time; a token is worth nothing without its tablet's.

import type { SessionAnswer, SessionRequest } from '@foyer/contracts/http-api.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { Coded, Credential, Sessions, StaffCredential } from '../../ports/access.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import type { Writer } from '../../ports/writer.ts';
import type { TokenCredentials } from './credentials.ts';
import type { PinVerifier } from './pin-verifier.ts';
import { hashOfKey, hashToken, newToken, tokenKey } from './tokens.ts';

export const mostPinFailures = 5;
export const pinLockMs = 10 * minuteMs;
export const sessionMs = 12 * hourMs;

export interface SessionsParts {
  readonly readModel: Pick<ReadModel, 'staff' | 'configuration'>;
  readonly writer: Pick<Writer, 'changeBox'>;
  readonly credentials: Pick<TokenCredentials, 'closed'>;
  readonly pins: PinVerifier;
  readonly now: () => number;
}

type Opened = Coded<{ readonly ok: true; readonly answer: SessionAnswer }>;

export class PinSessions implements Sessions {
  readonly #parts: SessionsParts;
  /** The session that is open on each tablet, as far as this run knows. */
  readonly #openOn = new Map<string, string>();

  constructor(parts: SessionsParts) {
    this.#parts = parts;
  }

  async open(screen: Credential, request: SessionRequest): Promise<Opened> {
    if (screen.kind !== 'device' || screen.role !== 'staff-tablet') return { ok: false, code: 'not-allowed' };
    const configuration = this.#parts.readModel.configuration();
    if (configuration === undefined) return { ok: false, code: 'not-ready' };
    const { servicePointId } = request;
    if (servicePointId !== undefined && !configuration.servicePoints.some(({ id }) => id === servicePointId)) {
      return { ok: false, code: 'unknown-service-point' };
    }
    const opened = this.#parts.pins.alone(() => this.#openAlone(screen.deviceId, request));
    return (await opened) ?? { ok: false, code: 'rate-limited' };
  }

  async close(credential: StaffCredential): Promise<void> {
    await this.#end(credential.session);
  }

  async #openAlone(deviceId: string, request: SessionRequest): Promise<Opened> {
    const { readModel, writer, pins, now } = this.#parts;
    const member = readModel.staff().find(({ id, active }) => id === request.staffId && active);
    const lockedUntil = member?.lockedUntil ?? null;
    if (lockedUntil !== null && lockedUntil > now()) return { ok: false, code: 'pin-locked' };
    const right = await pins.verify(member?.pinHash, request.pin);
    if (right === undefined) return { ok: false, code: 'rate-limited' };
    if (member === undefined) return { ok: false, code: 'wrong-pin' };
    if (!right) {
      // A lock that ran out starts the count again.
      const failures = lockedUntil === null ? member.failures + 1 : 1;
      const locked = failures >= mostPinFailures ? now() + pinLockMs : null;
      await writer.changeBox('pin-failed', { staffId: member.id, failures, lockedUntil: locked });
      return { ok: false, code: locked === null ? 'wrong-pin' : 'pin-locked' };
    }
    if (member.failures > 0) {
      await writer.changeBox('pin-failed', { staffId: member.id, failures: 0, lockedUntil: null });
    }
    return { ok: true, answer: await this.#begin(deviceId, request, member.roles) };
  }

  async #begin(
    deviceId: string,
    { staffId, servicePointId }: SessionRequest,
    roles: SessionAnswer['roles'],
  ): Promise<SessionAnswer> {
    const { writer, now } = this.#parts;
    const token = newToken();
    const tokenHash = hashToken(token);
    const expiresAt = now() + sessionMs;
    await writer.changeBox('session-opened', {
      tokenHash,
      staffId,
      deviceId,
      servicePointId: servicePointId ?? null,
      roles,
      expiresAt,
    });
    const before = this.#openOn.get(deviceId);
    this.#openOn.set(deviceId, tokenKey(token));
    if (before !== undefined) await this.#end(before);
    return { token, expiresAt, roles };
  }

  async #end(session: string): Promise<void> {
    this.#parts.credentials.closed(session);
    await this.#parts.writer.changeBox('session-closed', { tokenHash: hashOfKey(session) });
  }
}
