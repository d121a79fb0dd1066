// Which things this box lets in no more, and what an external broker knows them by.

import type { ReadModel, ThingCredential } from '../../ports/read-model.ts';
import type { BoxChanges } from '../../ports/writer.ts';
import type { Connection } from './connection.ts';

type Kinds = 'device-fenced' | 'thing-password-set' | 'thing-password-offered' | 'thing-password-taken';

export function boxThingChanges(db: Connection): { readonly [K in Kinds]: (change: BoxChanges[K]) => void } {
  const fence = db.prepare('INSERT OR IGNORE INTO fenced_devices (device_id, fenced_at) VALUES (?, ?)');
  const putPassword = db.prepare('INSERT OR REPLACE INTO thing_passwords (device_id, password) VALUES (?, ?)');
  const putExpiry = db.prepare('INSERT OR REPLACE INTO thing_credentials (device_id, expires_at) VALUES (?, ?)');
  const putOffer = db.prepare(`
    UPDATE thing_credentials SET offer_id = ?, offered_hash = ?, offered_password = ?, offered_until = ?
    WHERE device_id = ?`);
  const offered = db.prepare('SELECT * FROM thing_credentials WHERE device_id = ? AND offer_id = ?');
  const putToken = db.prepare(
    'UPDATE devices SET token_hash = ?, renewed_late_at = coalesce(?, renewed_late_at) WHERE id = ?',
  );
  return {
    'device-fenced': ({ id, at }) => {
      fence.run(id, at);
    },
    'thing-password-set': ({ id, password, expiresAt }) => {
      putPassword.run(id, password);
      putExpiry.run(id, expiresAt);
    },
    'thing-password-offered': ({ id, offer }) => {
      putOffer.run(offer.id, offer.tokenHash, offer.password, offer.expiresAt, id);
    },
    'thing-password-taken': ({ id, offerId, lateAt }) => {
      const row = offered.get(id, offerId);
      if (row === undefined) return;
      putToken.run(row['offered_hash'] as Uint8Array, lateAt, id);
      putPassword.run(id, row['offered_password'] as string);
      putExpiry.run(id, row['offered_until'] as number);
    },
  };
}

export function readBoxThings(db: Connection): Pick<ReadModel, 'fencedDevices' | 'thingPasswords' | 'thingCredential'> {
  const fenced = db.prepare('SELECT device_id FROM fenced_devices');
  const passwords = db.prepare(`
    SELECT p.device_id, p.password FROM thing_passwords p JOIN devices d ON d.id = p.device_id
    WHERE d.revoked = 0 AND p.device_id NOT IN (SELECT device_id FROM fenced_devices) ORDER BY p.device_id`);
  const credential = db.prepare('SELECT expires_at, offer_id, offered_hash FROM thing_credentials WHERE device_id = ?');
  return {
    fencedDevices: () => new Set(fenced.all().map((row) => row['device_id'] as string)),
    thingPasswords: () =>
      new Map(passwords.all().map((row) => [row['device_id'] as string, row['password'] as string] as const)),
    thingCredential(deviceId): ThingCredential | undefined {
      const row = credential.get(deviceId);
      if (row === undefined) return undefined;
      const [id, tokenHash] = [row['offer_id'] as string | null, row['offered_hash'] as Uint8Array | null];
      const offer = id === null || tokenHash === null ? {} : { offer: { id, tokenHash } };
      return { expiresAt: row['expires_at'] as number, ...offer };
    },
  };
}
