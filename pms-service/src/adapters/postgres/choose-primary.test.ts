import { describe, expect, it } from 'vitest';
import { choosePrimary, type HostAnswer } from './choose-primary.ts';

const writes = (url: string, timeline: number): HostAnswer => ({ kind: 'takes-writes', url, timeline });
const readOnly = (url: string): HostAnswer => ({ kind: 'read-only', url });
const silent = (url: string): HostAnswer => ({ kind: 'silent', url, isSlow: false, cause: undefined });

describe('the primary of a pair', () => {
  it('is the one that takes writes, wherever it stands in the address', () => {
    const found = { ok: true, found: { url: 'b', timeline: 1 } };
    expect(choosePrimary([readOnly('a'), writes('b', 1)], 0)).toEqual(found);
    expect(choosePrimary([silent('a'), writes('b', 1)], 1)).toEqual(found);
  });

  it('is the promoted one of two that take writes', () => {
    expect(choosePrimary([writes('a', 3), writes('b', 4)], 3)).toMatchObject({ found: { url: 'b' } });
  });

  it('is never one that was replaced, while the newer one is down', () => {
    expect(choosePrimary([writes('a', 3), silent('b')], 4)).toEqual({ ok: false, code: 'no-primary' });
    expect(choosePrimary([writes('a', 3)], 4)).toMatchObject({ found: { url: 'a' } });
  });

  it('says whether somebody has to be started or promoted', () => {
    expect(choosePrimary([silent('a'), silent('b')], 0)).toEqual({ ok: false, code: 'database-away' });
    expect(choosePrimary([silent('a'), readOnly('b')], 0)).toEqual({ ok: false, code: 'no-primary' });
  });
});
