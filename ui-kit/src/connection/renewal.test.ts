import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { credentialMs, renewWithinMs } from '@foyer/contracts/device-credential.ts';
import { renewCredential } from './renewal.ts';

const now = Date.UTC(2026, 10, 24, 9);
const credential = { token: 'old', deviceId: 'd1', role: 'kiosk', name: 'Kiosk 1' } as const;
const asked: string[] = [];
let refusal: string | undefined;

vi.mock('./screen-key.ts', () => ({
  signAsScreen: async (deviceId: string, text: string) => (deviceId === 'd1' ? `signed ${text}` : undefined),
}));
beforeEach(() => {
  asked.length = 0;
  refusal = undefined;
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    asked.push(path);
    if (refusal === 'away') throw new TypeError('Failed to fetch');
    if (path.endsWith('/ask')) return Response.json({ challenge: 'c' });
    if (refusal) return Response.json({ ok: false, refusal: { code: refusal } }, { status: 409 });
    const { signature } = JSON.parse(body) as { signature: string };
    return Response.json({ token: `new by ${signature}`, expiresAt: now + credentialMs });
  });
});
afterEach(() => void vi.unstubAllGlobals());

const renew = (expiresAt?: number, deviceId = 'd1') =>
  renewCredential({ ...credential, deviceId, ...(expiresAt === undefined ? {} : { expiresAt }) }, now);

describe('the renewal of a screen’s credential', () => {
  it('waits until half of its time is over, and is nothing for one without an end', async () => {
    expect(await renew()).toEqual({ state: 'not-due' });
    expect(await renew(now + renewWithinMs + 1)).toEqual({ state: 'not-due' });
    expect(asked).toEqual([]);
  });

  it.each([
    ['in time', now + renewWithinMs],
    ['late', now - 1],
  ])('is a signature by its own key, %s', async (_when, expiresAt) => {
    expect(await renew(expiresAt)).toEqual({
      state: 'renewed',
      credential: {
        ...credential,
        token: 'new by signed foyer renewal 1\nd1\nc',
        expiresAt: now + credentialMs,
      },
    });
  });

  it('leaves what is still good where the server is away', async () => {
    refusal = 'away';
    expect(await renew(now + 1)).toEqual({ state: 'failed' });
  });

  it('is over where the server refuses it, and where the key of an expired one is gone', async () => {
    refusal = 'renewal-too-late';
    expect(await renew(now - 1)).toEqual({ state: 'refused' });
    expect(await renew(now - 1, 'another')).toEqual({ state: 'refused' });
    expect(await renew(now + 1, 'another')).toEqual({ state: 'failed' });
  });
});
