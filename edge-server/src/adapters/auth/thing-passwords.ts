// The passwords of things, of thirty days each: offered anew over the thing's own branch, and of two that are good the
// older ends with the first sign-in by the newer. One that expired may renew for a year. Only hashes are kept.

import { credentialMs, renewLateMs } from '@foyer/contracts/device-credential.ts';
import type { Coded, Credentials, DeviceCredential } from '../../ports/access.ts';
import type { ReadModel, StoredDevice, ThingCredential } from '../../ports/read-model.ts';
import type { OfferedPassword, ThingPasswords, ThingSignIn } from '../../ports/thing-passwords.ts';
import type { Writer } from '../../ports/writer.ts';
import { screenCredential, type TokenCredentials } from './credentials.ts';
import { mosquittoPassword } from './mosquitto-password.ts';
import { hashToken, newToken } from './tokens.ts';

export interface RenewingPasswordsParts {
  readonly credentials: Pick<Credentials, 'resolve'> & Pick<TokenCredentials, 'revoked'>;
  readonly readModel: Pick<ReadModel, 'devices' | 'deviceByTokenHash' | 'thingCredential'>;
  readonly writer: Pick<Writer, 'changeBox'>;
  readonly now: () => number;
}
type Presented = Parameters<ThingPasswords['signIn']>[0];

export class RenewingPasswords implements ThingPasswords {
  readonly #parts: RenewingPasswordsParts;

  constructor(parts: RenewingPasswordsParts) {
    this.#parts = parts;
  }

  async signIn({ deviceId, token, loopback }: Presented): Promise<ThingSignIn | undefined> {
    const resolved: Coded<{ ok: true; credential: unknown }> = this.#parts.credentials.resolve({ token, loopback });
    if (resolved.ok) {
      const credential = resolved.credential as DeviceCredential | { readonly kind: 'staff' | 'ticket' };
      const isOwn = credential.kind === 'device' && credential.deviceId === deviceId;
      return isOwn ? { credential, onlyRenews: false } : undefined;
    }
    if (token === undefined) return undefined;
    const hash = hashToken(token);
    if (resolved.code === 'credential-expired') return this.#late(deviceId, hash, loopback);
    return this.#byOffer(deviceId, hash, loopback);
  }

  async offer(deviceId: string): Promise<OfferedPassword> {
    const { writer, now } = this.#parts;
    const [id, password] = [newToken().slice(0, 12), newToken()];
    const expiresAt = now() + credentialMs;
    const offer = { id, tokenHash: hashToken(password), password: mosquittoPassword(password), expiresAt };
    await writer.changeBox('thing-password-offered', { id: deviceId, offer });
    return { id, password, expiresAt };
  }

  async took(deviceId: string, offerId: string): Promise<void> {
    const { readModel, writer, credentials, now } = this.#parts;
    const known = readModel.thingCredential(deviceId);
    if (known?.offer?.id !== offerId) return;
    const lateAt = now() >= known.expiresAt ? now() : null;
    await writer.changeBox('thing-password-taken', { id: deviceId, offerId, lateAt });
    credentials.revoked();
  }

  expired(): void {
    this.#parts.credentials.revoked();
  }

  /** With a password that was good and is over. */
  #late(deviceId: string, hash: Uint8Array, loopback: boolean): ThingSignIn | undefined {
    const device = this.#parts.readModel.deviceByTokenHash(hash);
    const known = this.#parts.readModel.thingCredential(deviceId);
    if (device?.id !== deviceId || !this.#mayRenew(device, known, loopback)) return undefined;
    return { credential: screenCredential(device), onlyRenews: true };
  }

  async #byOffer(deviceId: string, hash: Uint8Array, loopback: boolean): Promise<ThingSignIn | undefined> {
    const known = this.#parts.readModel.thingCredential(deviceId);
    if (known?.offer === undefined || !Buffer.from(hash).equals(known.offer.tokenHash)) return undefined;
    const device = this.#parts.readModel.devices().find(({ id }) => id === deviceId);
    if (device === undefined || !this.#mayRenew(device, known, loopback)) return undefined;
    await this.took(deviceId, known.offer.id);
    return { credential: screenCredential(device), onlyRenews: false };
  }

  #mayRenew(device: StoredDevice, known: ThingCredential | undefined, loopback: boolean): boolean {
    if (known === undefined || device.revoked || (device.loopbackOnly && !loopback)) return false;
    return this.#parts.now() < known.expiresAt + renewLateMs;
  }
}
