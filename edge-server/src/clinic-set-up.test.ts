// A clinic that is set up anew while it works, from its administrator's page to every screen.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { presetRules } from '@foyer/contracts/calling-presets.ts';
import type { ClinicAsSetUp } from '@foyer/contracts/clinic-document.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { aCommandId } from './testing/a-command-id.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';
import { consultation, laboratory, room1, room2 } from './testing/a-clinic.ts';

const edge = new EdgeUnderTest();
beforeAll(() => edge.start());
afterAll(() => edge.end());

const asSetUp = async () =>
  (await edge.call('GET', '/api/v1/clinic', { token: tokens.admin })).body as unknown as ClinicAsSetUp;
const check = (changes: unknown) =>
  edge.call('POST', '/api/v1/clinic/check', { token: tokens.admin, body: { changes } });
const pharmacy = aCommandId();

describe('the set-up of a clinic that works', () => {
  it('is changed on every screen at once, without a restart, and is a fact', async () => {
    const kiosk = edge.follow<KioskView>('/kiosk', { token: tokens.kiosk });
    const tablet = edge.follow<StaffView>('/staff', { token: tokens.supervisor });
    await vi.waitFor(() => expect([kiosk.view, tablet.view]).not.toContain(undefined));
    const { version, document } = await asSetUp();
    const [first] = document.services;
    const changes = {
      name: 'Quay Clinic',
      services: [...document.services, { ...first, id: pharmacy, prefix: 'R', name: { en: 'Pharmacy' } }],
      servicePoints: document.servicePoints.map((room) =>
        room.id === room2 ? { ...room, serviceIds: [laboratory, pharmacy], name: { en: 'Room 2b' } } : room,
      ),
      prices: [{ serviceId: pharmacy, amountMinor: 900 }],
    };
    expect((await check(changes)).status).toBe(200);
    await edge.result(tokens.admin, 'change-clinic', { version, changes: changes as never });
    await vi.waitFor(() => {
      expect(kiosk.view).toMatchObject({
        clinic: { name: 'Quay Clinic' },
        services: { [pharmacy]: { name: { en: 'Pharmacy' } } },
      });
      expect(tablet.view).toMatchObject({
        services: { [pharmacy]: { priceMinor: 900 } },
        servicePoints: { [room2]: { name: { en: 'Room 2b' } } },
      });
    });
    expect([kiosk.snapshots, tablet.snapshots]).toEqual([1, 1]);
    const { rows } = (await edge.call('GET', '/api/v1/log?limit=1000', { token: tokens.auditor })).body as {
      rows?: { type: string }[];
    };
    expect(rows?.filter(({ type }) => type === 'v1.ClinicChanged')).toHaveLength(1);
    expect(await asSetUp()).toMatchObject({ version: version + 1, document: { ...changes, name: 'Quay Clinic' } });
    await edge.restart();
    expect(await asSetUp()).toMatchObject({ version: version + 1, document: changes });
  });

  it('takes what the calling rules say of a service with it', async () => {
    const { version, document } = await asSetUp();
    const rules = presetRules['by-arrival'];
    const ofPharmacy = { ...rules, services: [{ serviceId: pharmacy, meanMinutes: 5 }] };
    await edge.result(tokens.admin, 'set-calling-rules', { rules: ofPharmacy });
    const changes = {
      services: document.services.filter(({ id }) => id !== pharmacy),
      servicePoints: document.servicePoints.map((room) => ({
        ...room,
        serviceIds: room.serviceIds.filter((id) => id !== pharmacy),
      })),
    };
    await edge.result(tokens.admin, 'change-clinic', { version, changes: changes as never });
    const after = await edge.call('GET', '/api/v1/calling-rules', { token: tokens.supervisor });
    expect(after.body).toMatchObject({ revision: 2, rules });
    await edge.result(tokens.admin, 'set-calling-rules', { rules: null });
  });

  it('is as large as what is checked of it, and no other command is', async () => {
    const { version, document } = await asSetUp();
    const long = { en: 'x'.repeat(500_000) };
    const changes = { ...document, consents: [{ id: pharmacy, version: 1, serviceIds: [], title: long, text: long }] };
    const changed = await edge.command(tokens.admin, 'change-clinic', { version, changes: changes as never });
    expect(changed.body).toMatchObject({ error: { code: 'invalid-request' } });
    const rules = { ...presetRules['by-arrival'], note: 'x'.repeat(300_000) };
    const other = await edge.command(tokens.admin, 'set-calling-rules', { rules });
    expect([other.status, other.body]).toMatchObject([413, { error: { code: 'body-too-large' } }]);
    const tooLong = { name: 'x'.repeat(2_100_000) };
    const refused = await edge.command(tokens.admin, 'change-clinic', { version, changes: tooLong as never });
    expect([refused.status, refused.body]).toMatchObject([413, { error: { code: 'body-too-large' } }]);
  });

  it('says of a change what would be refused, and changes nothing', async () => {
    await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    const { version, document } = await asSetUp();
    const rest = document.services.filter(({ id }) => id !== consultation);
    const rooms = document.servicePoints.filter(({ id }) => id !== room1);
    const stranded = await check({ services: rest, servicePoints: rooms });
    expect(stranded.body).toEqual({
      ok: false,
      refusal: { code: 'service-has-patients', serviceId: consultation, waiting: 1 },
    });
    expect((await check({ services: rest })).body).toMatchObject({
      refusal: { code: 'set-up-faulty', faults: [{ path: '/servicePoints/0/serviceIds/0', code: 'service-unknown' }] },
    });
    expect((await check({ languages: ['xx'], colour: 'red' })).body).toMatchObject({
      refusal: {
        code: 'set-up-faulty',
        faults: expect.arrayContaining([
          { path: '/languages/0', code: 'shape' },
          { path: '/colour', code: 'shape' },
        ]),
      },
    });
    expect((await asSetUp()).version).toBe(version);
  });

  it('is seen by a supervisor, whose calling rules speak of it, and not changed', async () => {
    expect((await edge.call('GET', '/api/v1/clinic', { token: tokens.supervisor })).status).toBe(200);
    const check = await edge.call('POST', '/api/v1/clinic/check', { token: tokens.supervisor, body: { changes: {} } });
    expect(check.status).toBe(403);
  });

  it.each(['reception', 'kiosk', 'auditor'] as const)('is not for %s', async (who) => {
    expect((await edge.call('GET', '/api/v1/clinic', { token: tokens[who] })).status).toBe(403);
    expect(
      (await edge.call('POST', '/api/v1/clinic/check', { token: tokens[who], body: { changes: {} } })).status,
    ).toBe(403);
  });
});
