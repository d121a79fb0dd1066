// Somebody who works here for a few days, through the doors of an edge without internet.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffTiles } from '@foyer/contracts/http-api.ts';
import { room1 } from './testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const edge = new EdgeUnderTest();
let until = '';
let tablet = '';
beforeAll(async () => {
  await edge.start();
  const { body: begun } = await edge.call('POST', '/api/v1/enrolments', { body: {} });
  const approval = { code: begun['code'], role: 'staff-tablet', name: 'Tablet 1' };
  await edge.call('POST', '/api/v1/enrolments/approve', { token: tokens.admin, body: approval });
  const secret = begun['pollSecret'] as string;
  const { body: state } = await edge.call('GET', `/api/v1/enrolments/${begun['enrolmentId'] as string}`, {
    token: secret,
  });
  tablet = state['token'] as string;
  until = (await edge.call('GET', '/api/v1/board', { token: tokens.nurse })).body['businessDay'] as string;
});
afterAll(() => edge.end());

async function admit(name: string, pin: string, roles: readonly 'nurse'[] = ['nurse']): Promise<string> {
  const fields = { name, roles: [...roles], untilBusinessDay: until, pin };
  return (await edge.result(tokens.supervisor, 'admit-temporary-staff', fields))['staffId'] as unknown as string;
}
const signIn = (staffId: string, pin: string) =>
  edge.call('POST', '/api/v1/sessions', { token: tablet, body: { staffId, pin, servicePointId: room1 } });
const tiles = async () =>
  ((await edge.call('GET', '/api/v1/staff-tiles', { token: tablet })).body as unknown as StaffTiles).staff;

describe('a locum without internet', () => {
  it('is admitted by a supervisor alone, as nothing that looks after Foyer', async () => {
    const fields = { name: 'Dr Lim', roles: ['nurse' as const], untilBusinessDay: until, pin: '4711' };
    for (const token of [tokens.nurse, tokens.reception, tokens.cashier, tokens.auditor, tokens.kiosk, tokens.tablet]) {
      expect((await edge.command(token, 'admit-temporary-staff', fields)).status).toBe(403);
    }
    const asAdmin = { ...fields, roles: ['admin' as never] };
    expect((await edge.command(tokens.supervisor, 'admit-temporary-staff', asAdmin)).status).toBe(400);
  });

  it('signs in at once with the PIN of their choosing, shown as temporary, and may what the role may', async () => {
    const staffId = await admit('Dr Lim', '4711');
    expect((await signIn(staffId, '1471')).status).toBe(401);
    const { status, body } = await signIn(staffId, '4711');
    expect(status).toBe(200);
    const [tile] = (await tiles()).filter(({ id }) => id === staffId);
    expect(tile).toMatchObject({ name: 'Dr Lim', roles: ['nurse'] });
    expect(body['expiresAt']).toBeLessThanOrEqual(tile!.temporaryUntil!);
    const token = body['token'] as string;
    expect((await edge.command(token, 'announce-delay', { servicePointId: room1, minutes: 10 }, tablet)).status).toBe(
      200,
    );
    expect((await edge.command(token, 'open-till', { floatMinor: 0 }, tablet)).status).toBe(403);
    await edge.result(tokens.supervisor, 'end-temporary-staff', { staffId });
    expect((await edge.command(token, 'recall', { servicePointId: room1 }, tablet)).status).toBe(401);
    expect((await signIn(staffId, '4711')).status).toBe(401);
    expect((await tiles()).map(({ id }) => id)).not.toContain(staffId);
  });

  it('whose name is locked, or PIN forgotten, has a new one at once, and the old one opens nothing', async () => {
    const staffId = await admit('Dr Ortega', '2580');
    for (let wrong = 0; wrong < 5; wrong += 1) await signIn(staffId, '9999');
    expect((await signIn(staffId, '2580')).body).toMatchObject({ error: { code: 'pin-locked' } });
    await edge.result(tokens.supervisor, 'reset-pin', { staffId, pin: '8052' });
    expect((await signIn(staffId, '2580')).status).toBe(401);
    expect((await signIn(staffId, '8052')).status).toBe(200);
  });

  it('is still here after a restart', async () => {
    const staffId = await admit('Dr Tan', '6027');
    await edge.restart();
    expect((await signIn(staffId, '6027')).status).toBe(200);
  });
});
