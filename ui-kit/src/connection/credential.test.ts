import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetCredential, keepCredential, obtainCredential } from './credential.ts';

const credential = { token: 'secret', deviceId: 'd1', role: 'kiosk', name: 'Kiosk 1' } as const;
const CODE = 'one-time-code-of-a-link';
const stored = new Map<string, string>();
let address = '';
let redeemed: string[] = [];

beforeEach(() => {
  stored.clear();
  redeemed = [];
  address = '/kiosk/';
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
  vi.stubGlobal('location', {
    get hash() {
      return address.includes('#') ? `#${address.split('#')[1]}` : '';
    },
    pathname: '/kiosk/',
    search: '',
  });
  vi.stubGlobal('history', {
    state: null,
    replaceState: (_state: unknown, _title: string, to: string) => void (address = to),
  });
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    const { code } = JSON.parse(body) as { code: string };
    const known = code === CODE && !redeemed.includes(code);
    redeemed.push(code);
    return known
      ? Response.json(credential)
      : Response.json({ ok: false, refusal: { code: 'unknown-enrolment' } }, { status: 409 });
  });
});
afterEach(() => void vi.unstubAllGlobals());

describe('the credential of a screen', () => {
  it('comes from the one-time code of a link, which leaves the address, and is kept', async () => {
    address = `/kiosk/#${CODE}`;
    expect(await obtainCredential('kiosk')).toEqual(credential);
    expect(address).toBe('/kiosk/');
    expect(await obtainCredential('kiosk')).toEqual(credential);
    expect(redeemed).toEqual([CODE]);
  });
  it('stays what it was when an old link is opened again', async () => {
    keepCredential('kiosk', credential);
    redeemed.push(CODE);
    address = `/kiosk/#${CODE}`;
    expect(await obtainCredential('kiosk')).toEqual(credential);
  });
  it('is each app’s own, and gone once the server refused it', async () => {
    keepCredential('kiosk', credential);
    expect(await obtainCredential('display')).toBeUndefined();
    forgetCredential('kiosk');
    expect(await obtainCredential('kiosk')).toBeUndefined();
  });
  it.each(['not json', '{}', '{"token":""}'])('is none where %s was left in the browser', async (text) => {
    stored.set('foyer.credential.kiosk', text);
    expect(await obtainCredential('kiosk')).toBeUndefined();
  });
});
