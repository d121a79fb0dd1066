import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiskReserve } from './disk-reserve.ts';

const bytes = 600_000;
const aDatabase = () => join(mkdtempSync(join(tmpdir(), 'foyer-reserve-')), 'edge.db');

describe('the reserve on the disk', () => {
  it('takes its room when it is set aside, gives all of it back, and takes it again', () => {
    const path = aDatabase();
    const reserve = new DiskReserve(path, bytes);
    reserve.hold();
    expect(statSync(`${path}-reserve`)).toMatchObject({ size: bytes, mode: 0o100600 });
    expect(statSync(`${path}-reserve`).blocks * 512).toBeGreaterThanOrEqual(bytes);
    expect(reserve.release()).toBe(true);
    expect(existsSync(`${path}-reserve`)).toBe(false);
    expect(reserve.isInUse).toBe(true);
    expect(reserve.release()).toBe(false);
    reserve.hold();
    expect(reserve.isInUse).toBe(false);
  });

  it('is the one that an earlier start set aside', () => {
    const path = aDatabase();
    new DiskReserve(path, bytes).hold();
    expect(new DiskReserve(path, bytes).release()).toBe(true);
  });

  it('is in use where there is no room to set it aside, and leaves nothing half there', () => {
    const reserve = new DiskReserve(join(aDatabase(), 'nowhere', 'edge.db'), bytes);
    reserve.hold();
    expect(reserve.isInUse).toBe(true);
  });

  it('wants as much again beside it', () => {
    const path = aDatabase();
    expect(new DiskReserve(path, bytes).hasRoom()).toBe(true);
    expect(new DiskReserve(path, Number.MAX_SAFE_INTEGER).hasRoom()).toBe(false);
  });
});
