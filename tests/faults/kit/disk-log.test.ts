import { describe, expect, it } from 'vitest';
import { readDiskLog } from './disk-log.ts';

/** As the shim writes it. */
function noted(kind: number, name: string, offset = 0, bytes = ''): Buffer {
  const head = Buffer.alloc(15);
  head.writeUInt8(kind, 0);
  head.writeUInt16LE(Buffer.byteLength(name), 1);
  head.writeUInt32LE(Buffer.byteLength(bytes), 3);
  head.writeBigInt64LE(BigInt(offset), 7);
  return Buffer.concat([head, Buffer.from(name), Buffer.from(bytes)]);
}

describe('what a process did to its disk', () => {
  it('is read by folder, in its order, with what was promised', () => {
    const log = Buffer.concat([
      noted(1, 'day/clinic.db'),
      noted(2, 'day/clinic.db', 4096, 'page'),
      noted(4, 'day/clinic.db'),
      noted(2, 'day/notes', 0, 'row 7\n'),
      noted(5, 'day/draft', 0, 'day/clinic.key'),
      noted(4, 'day'),
      noted(6, 'other/clinic.db-wal'),
      noted(3, 'day/clinic.db', 512),
    ]);
    const calls = readDiskLog(log);
    expect(calls.get('other')).toEqual([{ kind: 'remove', name: 'clinic.db-wal' }]);
    expect(calls.get('day')).toEqual([
      { kind: 'create', name: 'clinic.db' },
      { kind: 'write', name: 'clinic.db', offset: 4096, bytes: Buffer.from('page') },
      { kind: 'sync', name: 'clinic.db' },
      { kind: 'note', text: 'row 7' },
      { kind: 'rename', name: 'draft', to: 'clinic.key' },
      { kind: 'sync', name: '' },
      { kind: 'cut', name: 'clinic.db', size: 512 },
    ]);
  });

  it('ends where a process that was killed left off', () => {
    expect(readDiskLog(noted(1, 'day/clinic.db').subarray(0, 9)).size).toBe(0);
  });
});
