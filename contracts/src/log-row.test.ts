// The worked example of docs/protocol.md: frozen by the first row that a clinic writes.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frames, genesisHash, hashInput, sealAssociatedData, type UnchainedRow } from './log-row.ts';

const row: UnchainedRow = {
  clinicId: '01990000-0000-7000-8000-0000000000c1',
  epoch: 1,
  seq: 1,
  id: '01990000-0000-7000-8000-000000000001',
  type: 'v1.ClinicInitialised',
  at: 1_795_336_320_000,
  businessDay: '2026-11-22',
  actor: 'system',
  commandId: null,
  body: '{"clinicCode":"HARB"}',
  subjectId: null,
  sealed: null,
};
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('frames', () => {
  it('are a length and the bytes; NULL is FFFFFFFF alone; integers are decimal ASCII', () => {
    expect(hex(frames([12, 'é', null, new Uint8Array([0, 255])]))).toBe(
      '00000002' + '3132' + '00000002' + 'c3a9' + 'ffffffff' + '00000002' + '00ff',
    );
  });

  it('tell an empty text from none', () => {
    expect(hex(frames(['', null]))).toBe('00000000ffffffff');
  });
});

describe('the worked example', () => {
  const first = sha256(hashInput(row, genesisHash));
  const second = sha256(
    hashInput(
      {
        ...row,
        seq: 2,
        id: '01990000-0000-7000-8000-000000000002',
        type: 'v1.ServicePointOpened',
        at: row.at + 5,
        body: '{"servicePointId":"01990000-0000-7000-8000-0000000000d1"}',
      },
      Buffer.from(first, 'hex'),
    ),
  );

  it('has the hashes that the protocol prints', () => {
    const protocol = readFileSync(join(import.meta.dirname, '../../docs/protocol.md'), 'utf8');
    expect(protocol).toContain(first);
    expect(protocol).toContain(second);
  });

  it('binds a seal to its row', () => {
    const data = hex(sealAssociatedData(row));
    expect(hex(sealAssociatedData({ ...row, seq: 2 }))).not.toBe(data);
    expect(hex(sealAssociatedData({ ...row, type: 'v2.ClinicInitialised' }))).not.toBe(data);
  });
});
