// Which things this box lets in no more, and what an external broker knows them by.

import type { ReadModel } from '../../ports/read-model.ts';
import type { BoxChanges } from '../../ports/writer.ts';
import type { Connection } from './connection.ts';

type Kinds = 'device-fenced' | 'thing-password-set';

export function boxThingChanges(db: Connection): { readonly [K in Kinds]: (change: BoxChanges[K]) => void } {
  const fence = db.prepare('INSERT OR IGNORE INTO fenced_devices (device_id, fenced_at) VALUES (?, ?)');
  const putPassword = db.prepare('INSERT OR REPLACE INTO thing_passwords (device_id, password) VALUES (?, ?)');
  return {
    'device-fenced': ({ id, at }) => {
      fence.run(id, at);
    },
    'thing-password-set': ({ id, password }) => {
      putPassword.run(id, password);
    },
  };
}

export function readBoxThings(db: Connection): Pick<ReadModel, 'fencedDevices' | 'thingPasswords'> {
  const fenced = db.prepare('SELECT device_id FROM fenced_devices');
  const passwords = db.prepare(`
    SELECT p.device_id, p.password FROM thing_passwords p JOIN devices d ON d.id = p.device_id
    WHERE d.revoked = 0 AND p.device_id NOT IN (SELECT device_id FROM fenced_devices) ORDER BY p.device_id`);
  return {
    fencedDevices: () => new Set(fenced.all().map((row) => row['device_id'] as string)),
    thingPasswords: () =>
      new Map(passwords.all().map((row) => [row['device_id'] as string, row['password'] as string] as const)),
  };
}
