import { describe, expect, it } from 'vitest';
import { createBox } from './box.ts';
import { openInMemory } from './connection.ts';
import { migrate } from './migrate.ts';
import { createReadModel } from './read-model.ts';

describe('a session that is opened', () => {
  it('ends the others of its device, and none of another', () => {
    const db = openInMemory();
    migrate(db);
    const box = createBox(db);
    const readModel = createReadModel(db);
    const hash = (byte: number) => new Uint8Array(32).fill(byte);
    const open = (byte: number, deviceId: string | null) =>
      box.change('session-opened', {
        tokenHash: hash(byte),
        staffId: 'ana',
        deviceId,
        servicePointId: null,
        roles: ['nurse'],
        expiresAt: 1_000,
      });
    open(1, 'tablet');
    open(2, 'another');
    open(3, null);
    open(4, 'tablet');
    open(5, null);
    const standing = [1, 2, 3, 4, 5].filter((byte) => readModel.sessionByTokenHash(hash(byte)) !== undefined);
    expect(standing).toEqual([2, 3, 4, 5]);
    db.close();
  });
});
