import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashSync } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { RecordViewsPage, StaffTiles } from '@foyer/contracts/http-api.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { ACentre } from './testing/a-centre.ts';
import { consultation, nurseAna, room1 } from './testing/a-clinic.ts';
import { aCommandId } from './testing/a-command-id.ts';
import { EdgeUnderTest, linkCode, tokens } from './testing/an-edge.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-centre-'));
const tokenFile = join(folder, 'edge.token');
const centre = new ACentre();
const patientId = aCommandId();
const appointmentId = aCommandId();
let edge: EdgeUnderTest;

beforeAll(async () => {
  writeFileSync(tokenFile, 'the-edge\n');
  await centre.start();
  centre.give(
    {
      kind: 'staff',
      id: nurseAna,
      body: {
        id: nurseAna,
        name: 'Ana Ruiz',
        roles: ['nurse'],
        active: true,
        pinHash: hashSync('4711', { memoryCost: 8_192, timeCost: 1 }),
      },
    },
    {
      kind: 'patient',
      id: patientId,
      body: {
        id: patientId,
        details: { name: { given: 'María', family: 'Ortega' }, birthDate: '1956-03-07', phone: '600123441' },
      },
    },
    {
      kind: 'appointment',
      id: appointmentId,
      body: {
        id: appointmentId,
        patientId,
        serviceId: consultation,
        at: Date.now() + minuteMs,
        minutes: 20,
        status: 'booked',
      },
    },
  );
  edge = await new EdgeUnderTest({ pms: { url: centre.url, tokenFile } }).start();
  await vi.waitFor(async () => {
    const tiles = (await edge.call('GET', '/api/v1/staff-tiles', { token: tokens.tablet }))
      .body as unknown as StaffTiles;
    expect(tiles.staff).toEqual([{ id: nurseAna, name: 'Ana Ruiz', roles: ['nurse'] }]);
  }, 20_000);
});
afterAll(async () => {
  await edge.end();
  await centre.stop();
  rmSync(folder, { recursive: true });
});

async function views(query = ''): Promise<RecordViewsPage['views']> {
  const { body } = await edge.call('GET', `/api/v1/record-views${query}`, { token: tokens.auditor });
  return (body as unknown as RecordViewsPage).views;
}

describe('a screen that wants in', () => {
  it('shows a code, is approved by an administrator, and signs a nurse in', async () => {
    const begun = (await edge.call('POST', '/api/v1/enrolments', { body: {} })).body as {
      enrolmentId: string;
      code: string;
      pollSecret: string;
    };
    const poll = () => edge.call('GET', `/api/v1/enrolments/${begun.enrolmentId}`, { token: begun.pollSecret });
    expect((await poll()).body).toEqual({ state: 'pending' });
    const approval = { code: begun.code, role: 'staff-tablet', name: 'Tablet 1' };
    expect(
      (await edge.call('POST', '/api/v1/enrolments/approve', { token: tokens.nurse, body: approval })).status,
    ).toBe(403);
    expect(
      (await edge.call('POST', '/api/v1/enrolments/approve', { token: tokens.admin, body: approval })).status,
    ).toBe(200);
    const { token: device } = (await poll()).body as { token: string };

    const wrong = await edge.call('POST', '/api/v1/sessions', {
      token: device,
      body: { staffId: nurseAna, pin: '0000' },
    });
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'wrong-pin' } } });
    const opened = await edge.call('POST', '/api/v1/sessions', {
      token: device,
      body: { staffId: nurseAna, pin: '4711', servicePointId: room1 },
    });
    expect(opened).toMatchObject({ status: 200, body: { roles: ['nurse'], expiresAt: expect.any(Number) as number } });
    const token = opened.body['token'] as string;
    expect((await edge.call('GET', '/api/v1/board', { token })).body).toMatchObject({
      error: { code: 'device-token-needed' },
    });
    expect((await edge.call('GET', '/api/v1/board', { token, device })).status).toBe(200);

    const tablet = edge.follow<StaffView>('/staff', { token, device });
    expect(await tablet.until(() => true)).toMatchObject({
      me: { name: 'Ana Ruiz', servicePointId: room1 },
      patients: {},
      appointments: {},
    });
    const dropped = new Promise((resolve) => tablet.socket.once('disconnect', resolve));
    await edge.call('DELETE', '/api/v1/sessions', { token, device });
    expect(await dropped).toBe('io server disconnect');
    expect((await edge.call('GET', '/api/v1/board', { token, device })).status).toBe(401);
  });

  it('is let in by the code of its printed link', async () => {
    const redeemed = await edge.call('POST', '/api/v1/enrolments/redeem', { body: { code: linkCode } });
    expect(redeemed.body).toMatchObject({ state: 'approved', role: 'kiosk', name: 'Kiosk by the door' });
    expect(
      (await edge.command(redeemed.body['token'] as string, 'issue-ticket', { serviceId: consultation })).status,
    ).toBe(200);
    expect((await edge.call('POST', '/api/v1/enrolments/redeem', { body: { code: linkCode } })).body).toMatchObject({
      refusal: { code: 'unknown-enrolment' },
    });
  });
});

describe('a booked patient', () => {
  it('is found by birth date, initials and time, checks in, and is known by name at the service point alone', async () => {
    const asked = await edge.call('POST', '/api/v1/identifications', {
      token: tokens.kiosk,
      body: { birthDate: '1956-03-07' },
    });
    const { identificationId } = asked.body as { identificationId: string };
    const identified = await edge.call('POST', '/api/v1/identifications', {
      token: tokens.kiosk,
      body: { identificationId, phoneLast4: '3441' },
    });
    expect(identified.body).toMatchObject({
      matched: true,
      appointments: [{ id: appointmentId, initials: 'M. O.', checkedIn: false }],
    });
    const { ticket } = await edge.result(tokens.kiosk, 'check-in', { identificationId, appointmentId });
    expect(ticket).toMatchObject({ state: 'waiting', priorityClass: 'booked' });
    const ticketId = ticket!['id'] ?? '';
    await edge.result(tokens.kiosk, 'reprint-ticket', { ticketId, identificationId });

    const nurse = edge.follow<StaffView>('/staff', { token: tokens.nurse });
    expect((await nurse.until(({ tickets }) => tickets[ticketId] !== undefined)).patients).toEqual({});
    await edge.result(tokens.supervisor, 'call-ticket', { servicePointId: room1, ticketId, reason: 'her turn' });
    expect(await nurse.find(({ patients }) => patients[patientId])).toEqual({
      id: patientId,
      displayName: 'María Ortega',
      birthDate: '1956-03-07',
      needs: [],
    });
    const desk = edge.follow<StaffView>('/staff', { token: tokens.reception });
    const seen = await desk.until(({ appointments }) => appointments[appointmentId] !== undefined);
    expect(seen.patients[patientId]).toMatchObject({ phone: '600123441' });
    nurse.close();
    desk.close();

    await vi.waitFor(async () => {
      expect(await views()).toContainEqual(
        expect.objectContaining({ actor: `staff:${nurseAna}`, patientId, purpose: 'queue' }),
      );
    }, 10_000);
    const [first, ...others] = await views();
    expect(await views(`?after=${first!.number}&patientId=${patientId}`)).toEqual(others);
    expect(await views('?limit=1')).toEqual([first]);
    expect(await views(`?patientId=${aCommandId()}`)).toEqual([]);
    expect((await edge.call('GET', '/api/v1/record-views', { token: tokens.admin })).status).toBe(403);
  });

  it('whose name stands on no watched tablet is noted nowhere', async () => {
    const before = await views();
    const patient = { name: { given: 'Nobody', family: 'Watches' } };
    const registered = await edge.result(tokens.reception, 'register-patient', { patient });
    const { patientId: unseen } = registered as unknown as { patientId: string };
    // The streams of the tablets above go on for a minute after their last screen has left.
    const { ticket } = await edge.result(tokens.reception, 'issue-ticket', {
      serviceId: consultation,
      patientId: unseen,
    });
    await edge.result(tokens.supervisor, 'call-ticket', {
      servicePointId: room1,
      ticketId: ticket!['id'] ?? '',
      reason: 'next',
      finishCurrent: 'completed',
    });
    // What is committed now comes after whatever was noted of the call.
    await edge.result(tokens.reception, 'issue-ticket', { serviceId: consultation });
    expect(await views()).toEqual(before);
  });

  it('is told that a wrong identification is over', async () => {
    const sent = await edge.command(tokens.kiosk, 'check-in', { identificationId: aCommandId() });
    expect(sent).toMatchObject({ status: 409, body: { refusal: { code: 'identification-expired' } } });
  });

  it('who registers at the kiosk is identified by that, and gets the same answer again', async () => {
    const commandId = aCommandId();
    const patient = { name: { given: 'Ivo', family: 'Lo' }, birthDate: '1990-01-01' };
    const [first, again] = [
      await edge.command(tokens.kiosk, 'register-patient', { patient, commandId }),
      await edge.command(tokens.kiosk, 'register-patient', { patient, commandId }),
    ];
    expect(first.body['result']).toMatchObject({
      patientId: expect.any(String) as string,
      identificationId: expect.any(String) as string,
    });
    expect(again.body).toEqual(first.body);
    const { identificationId } = first.body['result'] as { identificationId: string };
    const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation, identificationId });
    expect(ticket).toMatchObject({ state: 'waiting' });
  });
});

describe('the relay', () => {
  it('carries every row up, in order', async () => {
    const { seq } = (await edge.call('GET', '/api/v1/board', { token: tokens.nurse })).body as { seq: number };
    await vi.waitFor(() => expect(centre.rows.at(-1)?.[0]).toBeGreaterThanOrEqual(seq), 20_000);
    expect(centre.rows.map(([number]) => number)).toEqual(centre.rows.map((_, index) => index + 1));
  });
});
