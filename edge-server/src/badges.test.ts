// Signing in by a badge, through the doors of an edge and its tables.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffTiles } from '@foyer/contracts/http-api.ts';
import { room1 } from './testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const edge = new EdgeUnderTest();
let tablet = '';
let [lim, bo] = ['', ''];
beforeAll(async () => {
  await edge.start();
  const { body: begun } = await edge.call('POST', '/api/v1/enrolments', { body: {} });
  const approval = { code: begun['code'], role: 'staff-tablet', name: 'Tablet 1' };
  await edge.call('POST', '/api/v1/enrolments/approve', { token: tokens.admin, body: approval });
  const { body: state } = await edge.call('GET', `/api/v1/enrolments/${begun['enrolmentId'] as string}`, {
    token: begun['pollSecret'] as string,
  });
  tablet = state['token'] as string;
  const board = await edge.call('GET', '/api/v1/board', { token: tokens.nurse });
  const admit = async (name: string, pin: string) => {
    const fields = { name, roles: ['nurse' as const], untilBusinessDay: board.body['businessDay'] as string, pin };
    return (await edge.result(tokens.supervisor, 'admit-temporary-staff', fields))['staffId'] as unknown as string;
  };
  [lim, bo] = [await admit('Dr Lim', '4711'), await admit('Bo', '2580')];
});
afterAll(() => edge.end());

const signIn = (badge: string) =>
  edge.call('POST', '/api/v1/sessions', { token: tablet, body: { badge, servicePointId: room1 } });
const enrol = (staffId: string, badge: string, token: string = tokens.supervisor) =>
  edge.command(token, 'enrol-badge', { staffId, badge });
const hasBadge = async (staffId: string) => {
  const { body } = await edge.call('GET', '/api/v1/staff-tiles', { token: tablet });
  return (body as unknown as StaffTiles).staff.find(({ id }) => id === staffId)?.hasBadge;
};

describe('a badge', () => {
  it('is enrolled by a supervisor, signs in from then on, and opens nothing once it was removed', async () => {
    expect((await enrol(lim, 'LIM-77001', tokens.nurse)).status).toBe(403);
    expect((await signIn('LIM-77001')).body).toMatchObject({ error: { code: 'wrong-badge' } });
    expect((await enrol(lim, 'LIM-77001')).status).toBe(200);
    expect((await signIn('LIM-77001')).body).toMatchObject({ staffId: lim, roles: ['nurse'] });
    expect(await hasBadge(lim)).toBe(true);
    await edge.result(tokens.supervisor, 'remove-badge', { staffId: lim });
    expect((await signIn('LIM-77001')).status).toBe(401);
    expect(await hasBadge(lim)).toBeUndefined();
  });

  it('is one person’s, who has one: a new one takes the place of the other', async () => {
    await enrol(bo, 'BO-880011');
    expect((await enrol(lim, 'BO-880011')).body).toMatchObject({ refusal: { code: 'badge-of-another' } });
    expect((await enrol(bo, 'BO-880022')).status).toBe(200);
    expect((await signIn('BO-880011')).status).toBe(401);
    expect((await signIn('BO-880022')).body).toMatchObject({ staffId: bo });
  });

  it('is free again when whoever had it works here no more', async () => {
    await enrol(lim, 'LENT-9090');
    await edge.result(tokens.supervisor, 'end-temporary-staff', { staffId: lim });
    expect((await enrol(bo, 'LENT-9090')).status).toBe(200);
    expect((await signIn('LENT-9090')).body).toMatchObject({ staffId: bo });
  });

  it('leaves its number in no row of the log, and nowhere on the disk', async () => {
    await enrol(bo, 'SECRET-445566');
    const { body } = await edge.call('GET', '/api/v1/log?after=0.0&limit=1000', { token: tokens.auditor });
    expect(JSON.stringify(body)).toContain('v1.BadgeEnrolled');
    expect(JSON.stringify(body)).not.toContain('SECRET-445566');
    const files = readdirSync(edge.config.dataDir).filter((name) => name.startsWith('edge.db'));
    expect(files).toContain('edge.db');
    for (const name of files) expect(readFileSync(join(edge.config.dataDir, name))).not.toContain('SECRET-445566');
  });

  it('is kept through a restart', async () => {
    await edge.restart();
    expect((await signIn('SECRET-445566')).body).toMatchObject({ staffId: bo });
  });
});
