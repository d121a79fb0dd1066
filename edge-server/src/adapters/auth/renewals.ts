// How a screen renews its credential: it signs a question with the key that an administrator compared when it was let in.
// One that expired is renewed alike for a year, and that is kept and said. A revoked screen renews nothing. Whoever asks
// learns nothing of which devices there are.

import { renewLateMs, renewalText } from '@foyer/contracts/device-credential.ts';
import type { RenewalRequest, RenewedCredential } from '@foyer/contracts/http-api.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { Coded, Renewals } from '../../ports/access.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import type { Writer } from '../../ports/writer.ts';
import type { TokenCredentials } from './credentials.ts';
import { isSignedBy, newDeviceKey } from './device-keys.ts';
import { hashToken, newToken, tokenKey } from './tokens.ts';

export const questionMs = 2 * minuteMs;
const mostQuestions = 500;

export interface RenewalsParts {
  readonly readModel: Pick<ReadModel, 'devices'>;
  readonly writer: Pick<Writer, 'changeBox'>;
  readonly credentials: Pick<TokenCredentials, 'revoked'>;
  readonly now: () => number;
}

export class KeyRenewals implements Renewals {
  readonly #parts: RenewalsParts;
  /** By their hashes, the oldest first. */
  readonly #questions = new Map<string, { readonly deviceId: string; readonly expiresAt: number }>();

  constructor(parts: RenewalsParts) {
    this.#parts = parts;
  }

  ask(deviceId: string): { readonly challenge: string } {
    const challenge = newToken();
    if (this.#questions.size >= mostQuestions) {
      const [oldest] = this.#questions.keys();
      if (oldest !== undefined) this.#questions.delete(oldest);
    }
    this.#questions.set(tokenKey(challenge), { deviceId, expiresAt: this.#parts.now() + questionMs });
    return { challenge };
  }

  async renew({
    deviceId,
    challenge,
    signature,
  }: RenewalRequest): Promise<
    Coded<{ readonly ok: true; readonly renewed: RenewedCredential; readonly late: boolean }>
  > {
    const now = this.#parts.now();
    const question = this.#questions.get(tokenKey(challenge));
    this.#questions.delete(tokenKey(challenge));
    if (question?.deviceId !== deviceId || question.expiresAt <= now) return { ok: false, code: 'renewal-refused' };
    const device = this.#parts.readModel.devices().find(({ id }) => id === deviceId);
    if (device?.key === undefined || device.revoked) return { ok: false, code: 'renewal-refused' };
    const { publicKey, expiresAt } = device.key;
    if (!isSignedBy(publicKey, renewalText(deviceId, challenge), signature))
      return { ok: false, code: 'renewal-refused' };
    if (now >= expiresAt + renewLateMs) return { ok: false, code: 'renewal-too-late' };
    const late = now >= expiresAt;
    const token = newToken();
    const next = newDeviceKey(publicKey, now);
    await this.#parts.writer.changeBox('device-renewed', {
      id: deviceId,
      tokenHash: hashToken(token),
      expiresAt: next.expiresAt,
      lateAt: late ? now : null,
    });
    this.#parts.credentials.revoked();
    return { ok: true, renewed: { token, expiresAt: next.expiresAt }, late };
  }
}
