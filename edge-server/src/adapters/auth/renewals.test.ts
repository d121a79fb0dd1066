import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { credentialMs, renewLateMs, renewalText } from '@foyer/contracts/device-credential.ts';
import { FakeBox } from '../../testing/fake-box.ts';
import { TokenCredentials } from './credentials.ts';
import { CodeEnrolments } from './enrolments.ts';
import { KeyRenewals, questionMs } from './renewals.ts';

const start = Date.UTC(2026, 10, 24, 9);
let now = start;
let box: FakeBox;
let credentials: TokenCredentials;
let enrolments: CodeEnrolments;
let renewals: KeyRenewals;

beforeEach(() => {
  now = start;
  box = new FakeBox();
  const parts = { readModel: box.readModel, writer: box.writer, demonstration: null, now: () => now };
  credentials = new TokenCredentials(parts);
  enrolments = new CodeEnrolments({ ...parts, credentials });
  renewals = new KeyRenewals({ ...parts, credentials });
});

interface Screen {
  readonly deviceId: string;
  readonly token: string;
  readonly expiresAt?: number;
  readonly privateKey: KeyObject;
}

async function aScreen(): Promise<Screen> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  const begun = enrolments.begin({ publicKey: point.toString('base64url') });
  if (!begun.ok) throw new Error(begun.code);
  const { code, enrolmentId, pollSecret } = begun.begun;
  await enrolments.approve({ code, role: 'kiosk', name: 'Entrance' });
  const state = enrolments.poll(enrolmentId, pollSecret);
  if (state?.state !== 'approved') throw new Error('not approved');
  return { ...state, privateKey };
}

function signed({ deviceId, privateKey }: Pick<Screen, 'deviceId' | 'privateKey'>, challenge: string) {
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
  const signature = sign('sha256', Buffer.from(renewalText(deviceId, challenge)), key).toString('base64url');
  return { deviceId, challenge, signature };
}
const renew = (screen: Screen) => renewals.renew(signed(screen, renewals.ask(screen.deviceId).challenge));
const resolve = (token: string) => credentials.resolve({ token, loopback: false });

describe('the credential of a screen that has a key', () => {
  it('lasts thirty days, and its line is cut when it ends', async () => {
    const screen = await aScreen();
    expect(screen.expiresAt).toBe(start + credentialMs);
    const resolved = resolve(screen.token);
    now += credentialMs;
    expect(resolve(screen.token)).toEqual({ ok: false, code: 'credential-expired' });
    expect(resolved.ok && credentials.stillValid(resolved.credential)).toBe(false);
  });

  it('is renewed by a signature of its key; the one before is good for nothing', async () => {
    const screen = await aScreen();
    now += credentialMs / 2;
    const answer = await renew(screen);
    if (!answer.ok) throw new Error(answer.code);
    expect(answer).toMatchObject({ late: false, renewed: { expiresAt: now + credentialMs } });
    expect(resolve(answer.renewed.token)).toMatchObject({ ok: true, credential: { deviceId: screen.deviceId } });
    expect(resolve(screen.token)).toEqual({ ok: false, code: 'unauthenticated' });
    expect(box.readModel.devices()[0]).not.toHaveProperty('renewedLateAt');
  });

  it('is renewed for a year after it expired, and that is kept', async () => {
    const screen = await aScreen();
    now = start + credentialMs + renewLateMs - 1;
    expect(await renew(screen)).toMatchObject({ ok: true, late: true });
    expect(box.readModel.devices()[0]).toMatchObject({ renewedLateAt: now });
    now += credentialMs + renewLateMs;
    expect(await renew(screen)).toEqual({ ok: false, code: 'renewal-too-late' });
  });

  it('is not renewed once it is revoked', async () => {
    const screen = await aScreen();
    await enrolments.revoke(screen.deviceId);
    expect(await renew(screen)).toEqual({ ok: false, code: 'renewal-refused' });
  });

  it('is not renewed by another key, for another screen, by an old signature, or late to the question', async () => {
    const [screen, other] = [await aScreen(), await aScreen()];
    const refused = { ok: false, code: 'renewal-refused' };
    expect(await renew({ ...screen, privateKey: other.privateKey })).toEqual(refused);
    const { challenge } = renewals.ask(other.deviceId);
    expect(await renewals.renew(signed(screen, challenge))).toEqual(refused);
    const once = signed(screen, renewals.ask(screen.deviceId).challenge);
    expect(await renewals.renew(once)).toMatchObject({ ok: true });
    expect(await renewals.renew(once)).toEqual(refused);
    const late = signed(screen, renewals.ask(screen.deviceId).challenge);
    now += questionMs;
    expect(await renewals.renew(late)).toEqual(refused);
  });

  it('tells nobody which screens there are', async () => {
    const { privateKey } = await aScreen();
    const nobody = { deviceId: '01990000-0000-7000-8000-00000000dead', privateKey };
    const { challenge } = renewals.ask(nobody.deviceId);
    expect(challenge).toMatch(/^[\w-]{43}$/);
    expect(await renewals.renew(signed(nobody, challenge))).toEqual({ ok: false, code: 'renewal-refused' });
  });
});

describe('a screen without a key', () => {
  it('has a credential without an end', async () => {
    const begun = enrolments.begin({ publicKey: 'A'.repeat(87) });
    if (!begun.ok) throw new Error(begun.code);
    await enrolments.approve({ code: begun.begun.code, role: 'display', name: 'Wall' });
    const state = enrolments.poll(begun.begun.enrolmentId, begun.begun.pollSecret);
    if (state?.state !== 'approved') throw new Error('not approved');
    expect(state).not.toHaveProperty('expiresAt');
    now += 10 * renewLateMs;
    expect(resolve(state.token)).toMatchObject({ ok: true });
  });
});

describe('whoever lets a screen in', () => {
  it('sees the key of the code that they typed, and the language of its words', () => {
    const publicKey = 'B'.repeat(87);
    const begun = enrolments.begin({ publicKey, language: 'ar' });
    if (!begun.ok) throw new Error(begun.code);
    expect(enrolments.look(begun.begun.code)).toEqual({ ok: true, seen: { publicKey, language: 'ar' } });
    expect(enrolments.look('AAAA-AAAA')).toEqual({ ok: false, code: 'unknown-enrolment' });
  });
});
