import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { authenticateUser, createUser, signIn, signOut } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

let made = 0;
async function aUser(): Promise<{ email: string; password: string; userId: string }> {
  made += 1;
  const user = {
    email: `Ada.${made}@clinic.example`,
    password: 'correct horse',
    userId: centre.context.newId(),
  };
  await createUser(centre.context, {
    ...user,
    networkId: centre.networkId,
    role: 'network-admin',
    clinicId: null,
  });
  return user;
}

describe('signing in', () => {
  it('gives a token that is good until it expires or is given up', async () => {
    const user = await aUser();
    const result = await signIn(centre.context, { ...user, email: user.email.toUpperCase() });
    const token = result.ok ? result.session.token : '';
    expect((await authenticateUser(centre.context, token))?.userId).toBe(user.userId);
    centre.clock.now += 13 * hourMs;
    expect(await authenticateUser(centre.context, token)).toBeUndefined();
    centre.clock.now -= 13 * hourMs;
    await signOut(centre.context, token);
    expect(await authenticateUser(centre.context, token)).toBeUndefined();
  });

  it.each(['', 'x'.repeat(64), 'not a token'])('knows nobody by the token "%s"', async (token) => {
    expect(await authenticateUser(centre.context, token)).toBeUndefined();
  });

  it('locks after five wrong passwords for fifteen minutes, the right one included', async () => {
    const user = await aUser();
    const wrong = { email: user.email, password: 'wrong' };
    const codes = [];
    for (let attempt = 0; attempt < 6; attempt += 1) codes.push(await codeOf(wrong));
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'wrong-password'), 'account-locked']);
    expect(await codeOf(user)).toBe('account-locked');
    centre.clock.now += 16 * minuteMs;
    expect(await codeOf(user)).toBeUndefined();
  });

  it('answers an address that nobody has exactly as one that somebody has', async () => {
    const user = await aUser();
    const known = [];
    const unknown = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      known.push(await signIn(centre.context, { email: user.email, password: 'wrong' }));
      unknown.push(await signIn(centre.context, { email: `nobody.${made}@clinic.example`, password: 'wrong' }));
    }
    expect(unknown).toEqual(known);
  });

  it('forgets wrong passwords a day after the last one, whoever typed them', async () => {
    const typed = (name: string) => codeOf({ email: `${name}@nobody.example`, password: 'wrong' });
    centre.clock.now += 2 * dayMs;
    await typed('ada');
    centre.clock.now += dayMs;
    await typed('bo');
    expect(await countFailures()).toBe(2);
    centre.clock.now += 1;
    await typed('bo');
    expect(await countFailures()).toBe(1);
    centre.clock.now -= 3 * dayMs + 1;
  });

  it('shows no wrong passwords to who names neither an address nor a moment', async () => {
    await codeOf({ email: 'ada@nobody.example', password: 'wrong' });
    const { rows } = await centre.context.withTenant({}, (tx) => sql`table sign_in_failures`.execute(tx));
    expect(rows).toEqual([]);
  });

  it('refuses a second user of the same address', async () => {
    const user = await aUser();
    const again = {
      ...user,
      userId: centre.context.newId(),
      networkId: centre.networkId,
      role: 'integration',
      clinicId: null,
    } as const;
    await expect(createUser(centre.context, again)).rejects.toThrow(/users_network_id_email_key/);
  });
});

/** Of every address; as the server's administrator, whom no policy holds back. */
async function countFailures(): Promise<number> {
  const admin = new pg.Client(centre.postgres.urls.adminUrl.replace(/\/postgres$/, '/foyer'));
  await admin.connect();
  const { rows } = await admin.query<{ n: number }>('select count(*)::int as n from sign_in_failures');
  await admin.end();
  return rows[0]?.n ?? 0;
}

async function codeOf(typed: { email: string; password: string }): Promise<string | undefined> {
  const result = await signIn(centre.context, typed);
  return result.ok ? undefined : result.refusal.code;
}
