import { beforeEach, describe, expect, it } from 'vitest';
import { hashSync } from '@node-rs/argon2';
import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { DeviceCredential } from '../../ports/access.ts';
import { aClinic, kioskOne, nurseAna, room1 } from '../../testing/a-clinic.ts';
import { FakeBox, aMember } from '../../testing/fake-box.ts';
import { TokenCredentials } from './credentials.ts';
import { createBadgeHasher } from './keyed-badge-hasher.ts';
import { CodeEnrolments, enrolmentMs } from './enrolments.ts';
import { Argon2PinVerifier, type PinVerifier } from './pin-verifier.ts';
import { PinSessions, mostBadgeFailures, pinLockMs } from './sessions.ts';

const start = Date.UTC(2026, 10, 24, 9);
const kioskToken = 'a-demonstration-kiosk';
const linkCode = 'a-printed-link-0123';
const demonstration: EdgeDemonstration = {
  configuration: aClinic(),
  tokens: [{ token: kioskToken, role: 'kiosk', deviceId: kioskOne }],
  codes: [{ code: linkCode, role: 'display', name: 'Wall' }],
};

/** Says yes to the PIN that a hash names. */
class PlainPins implements PinVerifier {
  alone<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }
  async verify(pinHash: string | undefined, pin: string): Promise<boolean> {
    return pinHash === `of ${pin}`;
  }
}

const badges = createBadgeHasher(new Uint8Array(32).fill(7));

let now = start;
let box: FakeBox;
let credentials: TokenCredentials;
let enrolments: CodeEnrolments;
let sessions: PinSessions;
let locks: (readonly [staffId: string, until: number | null])[];

function reopen(withDemonstration = true): void {
  const parts = { readModel: box.readModel, writer: box.writer, now: () => now };
  credentials = new TokenCredentials({
    ...parts,
    demonstration: withDemonstration ? demonstration : null,
  });
  enrolments = new CodeEnrolments({
    ...parts,
    credentials,
    demonstration: withDemonstration ? demonstration : null,
  });
  sessions = new PinSessions({
    ...parts,
    credentials,
    pins: new PlainPins(),
    badges,
    live: { pinLocked: (staffId, until) => locks.push([staffId, until]) },
  });
}
beforeEach(() => {
  now = start;
  locks = [];
  box = new FakeBox();
  reopen();
});

const resolve = (
  token: string | undefined,
  { deviceToken, loopback = false }: { deviceToken?: string; loopback?: boolean } = {},
) => credentials.resolve({ token, deviceToken, loopback });

async function anEnrolled(role: 'staff-tablet' | 'kiosk', name = role as string) {
  const begun = enrolments.begin();
  if (!begun.ok) throw new Error(begun.code);
  const { code, enrolmentId, pollSecret } = begun.begun;
  const approved = await enrolments.approve({ code, role, name });
  if (!approved.ok) throw new Error(approved.code);
  const state = enrolments.poll(enrolmentId, pollSecret);
  if (state?.state !== 'approved') throw new Error('not approved');
  return state;
}
async function aTablet() {
  const { token } = await anEnrolled('staff-tablet');
  const resolved = resolve(token);
  if (!resolved.ok) throw new Error(resolved.code);
  return { token, screen: resolved.credential as DeviceCredential };
}

describe('an enrolment', () => {
  it('gives a screen its own token, kept here as a hash alone', async () => {
    const { token, deviceId } = await anEnrolled('kiosk');
    expect(resolve(token)).toEqual({
      ok: true,
      credential: { kind: 'device', deviceId, role: 'kiosk', servicePointId: null },
    });
    expect(JSON.stringify(box.readModel.devices())).not.toContain(token);
  });

  it('shows its code in eight characters that nobody mistakes, and tells nobody else what became of it', () => {
    const begun = enrolments.begin();
    if (!begun.ok) throw new Error(begun.code);
    expect(begun.begun.code).toMatch(/^[ACDEFGHJKLMNPQRTUVWXY34679]{8}$/);
    expect(enrolments.poll(begun.begun.enrolmentId, begun.begun.pollSecret)).toEqual({
      state: 'pending',
    });
    expect(enrolments.poll(begun.begun.enrolmentId, 'another')).toBeUndefined();
    expect(enrolments.poll(begun.begun.enrolmentId, undefined)).toBeUndefined();
  });

  it('is over after five minutes', async () => {
    const begun = enrolments.begin();
    if (!begun.ok) throw new Error(begun.code);
    now += enrolmentMs;
    expect(enrolments.poll(begun.begun.enrolmentId, begun.begun.pollSecret)).toEqual({
      state: 'expired',
    });
    expect(await enrolments.approve({ code: begun.begun.code, role: 'kiosk', name: 'x' })).toEqual({
      ok: false,
      code: 'enrolment-expired',
    });
  });

  it('takes a code once, and none that no screen shows', async () => {
    const begun = enrolments.begin();
    if (!begun.ok) throw new Error(begun.code);
    const approval = {
      code: `${begun.begun.code.slice(0, 4)}-${begun.begun.code.slice(4)}`,
      role: 'kiosk',
      name: 'x',
    } as const;
    expect(await enrolments.approve(approval)).toMatchObject({ ok: true });
    expect(await enrolments.approve(approval)).toEqual({ ok: false, code: 'unknown-enrolment' });
    expect(await enrolments.approve({ ...approval, code: 'AAAA-AAAA' })).toEqual({
      ok: false,
      code: 'unknown-enrolment',
    });
  });

  it('exchanges the code of a printed link once, also after a restart, for this machine alone', async () => {
    const redeemed = await enrolments.redeem(linkCode);
    if (!redeemed.ok || redeemed.state.state !== 'approved') throw new Error('not redeemed');
    expect(resolve(redeemed.state.token, { loopback: true })).toMatchObject({
      ok: true,
      credential: { role: 'display' },
    });
    expect(resolve(redeemed.state.token)).toEqual({ ok: false, code: 'loopback-only' });
    reopen();
    expect(await enrolments.redeem(linkCode)).toEqual({ ok: false, code: 'unknown-enrolment' });
    expect(await enrolments.redeem('a-link-of-nobody-0')).toEqual({
      ok: false,
      code: 'unknown-enrolment',
    });
  });

  it('of a link printed again for the same screen ends the one before, and no other', async () => {
    const redeem = async (code: string) => {
      const redeemed = await enrolments.redeem(code);
      if (!redeemed.ok || redeemed.state.state !== 'approved') throw new Error('not redeemed');
      return redeemed.state.token;
    };
    const links: EdgeDemonstration['codes'] = [
      { code: 'the-wall-of-before-1', role: 'display', name: 'Wall' },
      { code: 'the-wall-of-today-12', role: 'display', name: 'Wall' },
      { code: 'another-wall-of-now1', role: 'display', name: 'Wall 2' },
    ];
    enrolments = new CodeEnrolments({
      readModel: box.readModel,
      writer: box.writer,
      now: () => now,
      credentials,
      demonstration: { codes: links },
    });
    const enrolled = await anEnrolled('kiosk', 'Wall');
    const tokens: string[] = [];
    for (const { code } of links) tokens.push(await redeem(code));
    const [before, ...standing] = tokens;
    expect(resolve(before, { loopback: true })).toEqual({ ok: false, code: 'unauthenticated' });
    for (const token of [...standing, enrolled.token])
      expect(resolve(token, { loopback: true })).toMatchObject({ ok: true });
  });

  it('lets the console’s code stand in for the administrator until the first tablet is in', async () => {
    reopen(false);
    const code = enrolments.offerFirstRun();
    expect(enrolments.isFirstRunCode(code)).toBe(true);
    expect(enrolments.isFirstRunCode('another')).toBe(false);
    await anEnrolled('staff-tablet');
    expect(enrolments.isFirstRunCode(code)).toBe(false);
    expect(enrolments.offerFirstRun()).toBeUndefined();
  });

  it('ends with the screen’s revocation, and says so to who follows', async () => {
    const { token, deviceId } = await anEnrolled('kiosk');
    const before = resolve(token);
    let told = 0;
    credentials.onRevoked(() => (told += 1));
    await enrolments.revoke(deviceId);
    expect(told).toBe(1);
    expect(before.ok && credentials.stillValid(before.credential)).toBe(false);
    expect(resolve(token)).toEqual({ ok: false, code: 'unauthenticated' });
  });
});

describe('a demonstration’s token', () => {
  it('counts on this machine alone', () => {
    expect(resolve(kioskToken, { loopback: true })).toMatchObject({
      ok: true,
      credential: { deviceId: kioskOne },
    });
    expect(resolve(kioskToken)).toEqual({ ok: false, code: 'loopback-only' });
    expect(resolve(undefined)).toEqual({ ok: false, code: 'unauthenticated' });
  });
});

describe('a session', () => {
  const signIn = async (screen: DeviceCredential, pin: string, servicePointId?: string) =>
    sessions.open(screen, {
      staffId: nurseAna,
      pin,
      ...(servicePointId === undefined ? {} : { servicePointId }),
    });

  it('counts only together with its tablet’s own token', async () => {
    const [tablet, other] = [await aTablet(), await aTablet()];
    const opened = await signIn(tablet.screen, '1234', room1);
    if (!opened.ok) throw new Error(opened.code);
    const { token } = opened.answer;
    expect(resolve(token, { deviceToken: tablet.token })).toMatchObject({
      ok: true,
      credential: { staffId: nurseAna, servicePointId: room1 },
    });
    expect(resolve(token)).toEqual({ ok: false, code: 'device-token-needed' });
    expect(resolve(token, { deviceToken: other.token })).toEqual({
      ok: false,
      code: 'device-token-needed',
    });
  });

  it('is one a tablet: the next one closes it', async () => {
    const tablet = await aTablet();
    const [first, second] = [await signIn(tablet.screen, '1234'), await signIn(tablet.screen, '1234')];
    if (!first.ok || !second.ok) throw new Error('not opened');
    expect(resolve(first.answer.token, { deviceToken: tablet.token })).toEqual({
      ok: false,
      code: 'unauthenticated',
    });
    expect(resolve(second.answer.token, { deviceToken: tablet.token })).toMatchObject({ ok: true });
  });

  it('that was opened before a restart is closed by the next one, on the box and on the line', async () => {
    const tablet = await aTablet();
    const opened = await signIn(tablet.screen, '1234');
    if (!opened.ok) throw new Error('not opened');
    reopen();
    const before = resolve(opened.answer.token, { deviceToken: tablet.token });
    if (!before.ok) throw new Error('not resolved');
    expect(await signIn(tablet.screen, '1234')).toMatchObject({ ok: true });
    expect(credentials.stillValid(before.credential)).toBe(false);
    reopen();
    expect(resolve(opened.answer.token, { deviceToken: tablet.token })).toEqual({
      ok: false,
      code: 'unauthenticated',
    });
  });

  it('acts in those of its roles that the roster still has, and ends with the last of them', async () => {
    box.staff = [aMember({ roles: ['nurse', 'supervisor'] })];
    const tablet = await aTablet();
    const opened = await signIn(tablet.screen, '1234');
    if (!opened.ok) throw new Error('not opened');
    const resolved = () => resolve(opened.answer.token, { deviceToken: tablet.token });
    const before = resolved();
    if (!before.ok) throw new Error('not resolved');
    box.staff = [aMember({ roles: ['nurse', 'admin'] })];
    credentials.revoked();
    expect(credentials.stillValid(before.credential)).toBe(false);
    expect(resolved()).toMatchObject({ ok: true, credential: { roles: ['nurse'] } });
    box.staff = [aMember({ roles: ['admin'] })];
    credentials.revoked();
    expect(resolved()).toEqual({ ok: false, code: 'unauthenticated' });
  });

  it('ends when it is locked, when its time is over, and when the person leaves the staff', async () => {
    const tablet = await aTablet();
    const open = async () => {
      const opened = await signIn(tablet.screen, '1234');
      if (!opened.ok) throw new Error(opened.code);
      const resolved = resolve(opened.answer.token, { deviceToken: tablet.token });
      if (!resolved.ok || resolved.credential.kind !== 'staff') throw new Error('not resolved');
      return resolved.credential;
    };
    const locked = await open();
    await sessions.close(locked);
    expect(credentials.stillValid(locked)).toBe(false);
    const late = await open();
    now += 12 * hourMs;
    expect(credentials.stillValid(late)).toBe(false);
    const gone = await open();
    box.staff = [aMember({ active: false })];
    credentials.revoked();
    expect(credentials.stillValid(gone)).toBe(false);
  });

  it('is locked for ten minutes by the fifth wrong PIN, whatever comes then', async () => {
    const { screen } = await aTablet();
    for (let failure = 1; failure <= 4; failure += 1)
      expect(await signIn(screen, '0000')).toEqual({ ok: false, code: 'wrong-pin' });
    expect(await signIn(screen, '0000')).toEqual({ ok: false, code: 'pin-locked' });
    expect(await signIn(screen, '1234')).toEqual({ ok: false, code: 'pin-locked' });
    now += 10 * minuteMs;
    expect(await signIn(screen, '0000')).toEqual({ ok: false, code: 'wrong-pin' });
    expect(await signIn(screen, '1234')).toMatchObject({ ok: true });
    expect(box.staff[0]?.failures).toBe(0);
  });

  it('of a locked name opens at once after a supervisor unlocked it, and the tablets are told both', async () => {
    const { screen } = await aTablet();
    for (let failure = 1; failure <= 5; failure += 1) await signIn(screen, '0000');
    expect(locks.at(-1)).toEqual([nurseAna, now + 10 * minuteMs]);
    expect(await sessions.unlock(nurseAna)).toEqual({ ok: true });
    expect(locks.at(-1)).toEqual([nurseAna, null]);
    expect(await signIn(screen, '1234')).toMatchObject({ ok: true });
    expect(await sessions.unlock(kioskOne)).toEqual({ ok: false, code: 'not-found' });
  });

  it('is for tablets, for people who are here, and for rooms that there are', async () => {
    const { screen } = await aTablet();
    expect(await signIn({ ...screen, role: 'kiosk' }, '1234')).toEqual({
      ok: false,
      code: 'not-allowed',
    });
    expect(await sessions.open(screen, { staffId: kioskOne, pin: '1234' })).toEqual({
      ok: false,
      code: 'wrong-pin',
    });
    expect(await signIn(screen, '1234', nurseAna)).toEqual({
      ok: false,
      code: 'unknown-service-point',
    });
  });
});

describe('a badge', () => {
  const own = '04127A90';
  const badge = (screen: DeviceCredential, text: string, servicePointId: string | undefined = room1) =>
    sessions.open(screen, { badge: text, ...(servicePointId === undefined ? {} : { servicePointId }) });
  beforeEach(() => box.writer.changeBox('badge-enrolled', { staffId: nurseAna, badgeHash: badges.hash(own) }));

  it('signs its person in at the room of the tablet, also when wrong PINs have locked the name', async () => {
    const { screen, token: deviceToken } = await aTablet();
    box.staff = [aMember({ failures: 5, lockedUntil: now + minuteMs })];
    const opened = await badge(screen, own);
    if (!opened.ok) throw new Error(opened.code);
    expect(opened.answer).toMatchObject({ staffId: nurseAna, roles: ['nurse'] });
    expect(resolve(opened.answer.token, { deviceToken })).toMatchObject({
      credential: { staffId: nurseAna, servicePointId: room1 },
    });
  });

  it('wants the room first of who works in one, and takes none along for who does not', async () => {
    const { screen, token: deviceToken } = await aTablet();
    expect(await sessions.open(screen, { badge: own })).toEqual({ ok: false, code: 'service-point-needed' });
    box.staff = [aMember({ roles: ['cashier'] })];
    const opened = await badge(screen, own);
    if (!opened.ok) throw new Error(opened.code);
    expect(resolve(opened.answer.token, { deviceToken })).toMatchObject({ credential: { servicePointId: null } });
  });

  it('of nobody, or of who works here no more, opens nothing; ten of them stop the tablet, and that one alone', async () => {
    const [tablet, other] = [await aTablet(), await aTablet()];
    for (let failure = 1; failure <= mostBadgeFailures; failure += 1) {
      expect(await badge(tablet.screen, `nobody${failure}`)).toEqual({ ok: false, code: 'wrong-badge' });
    }
    expect(await badge(tablet.screen, own)).toEqual({ ok: false, code: 'rate-limited' });
    expect(await badge(other.screen, own)).toMatchObject({ ok: true });
    now += pinLockMs;
    expect(await badge(tablet.screen, own)).toMatchObject({ ok: true });
    box.staff = [aMember({ active: false })];
    expect(await badge(other.screen, own)).toEqual({ ok: false, code: 'wrong-badge' });
  });

  it('gives another hash under the key of another box', () => {
    expect(createBadgeHasher(new Uint8Array(32)).hash(own)).not.toEqual(badges.hash(own));
  });
});

describe('the verifier of PINs', () => {
  it('verifies one at a time, takes as long for nobody, and turns the ninth in line away', async () => {
    const pins = new Argon2PinVerifier();
    const pinHash = hashSync('1234', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    let running = 0;
    let most = 0;
    const one = async (hash: string | undefined, pin: string) =>
      pins.alone(async () => {
        most = Math.max(most, (running += 1));
        const right = await pins.verify(hash, pin);
        running -= 1;
        return right;
      });
    const asked = [
      one(pinHash, '1234'),
      one(pinHash, '4321'),
      one(undefined, '1234'),
      ...Array.from({ length: 6 }, () => one(pinHash, '1234')),
    ];
    const answers = await Promise.all(asked);
    expect(answers.slice(0, 3)).toEqual([true, false, false]);
    expect(answers.slice(8)).toEqual([undefined]);
    expect(most).toBe(1);
  });
});
