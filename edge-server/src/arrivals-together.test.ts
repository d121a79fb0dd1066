// People who are known, and people who come together, through the doors of an edge and its tables.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { consultation, laboratory, room1 } from './testing/a-clinic.ts';
import { aCommandId } from './testing/a-command-id.ts';
import { EdgeUnderTest, demonstration, tokens } from './testing/an-edge.ts';

const otherKiosk = 'other-kiosk-token-0123456789';
const edge = new EdgeUnderTest({
  demonstration: {
    ...demonstration,
    tokens: [...demonstration.tokens, { token: otherKiosk, role: 'kiosk', deviceId: aCommandId() }],
  },
});
beforeAll(() => edge.start());
afterAll(() => edge.end());

type Found = { identificationId: string; matched: boolean; known?: object; appointments: { id: string }[] };

async function identify(body: object, token: string = tokens.kiosk): Promise<Found> {
  return (await edge.call('POST', '/api/v1/identifications', { token, body })).body as unknown as Found;
}
async function byPhone(birthDate: string, phoneLast4: string, token?: string): Promise<Found> {
  const { identificationId } = await identify({ birthDate }, token);
  return identify({ identificationId, phoneLast4 }, token);
}
async function register(patient: object): Promise<string> {
  return (await edge.result(tokens.reception, 'register-patient', { patient }))['patientId'] as unknown as string;
}
async function recordOf(patientId: string) {
  return (await edge.call('GET', `/api/v1/patients/${patientId}`, { token: tokens.reception })).body;
}
const ticketOf = (result: Awaited<ReturnType<typeof edge.result>>) => result['ticket'] as unknown as { id: string };

describe('somebody who is known and has no appointment', () => {
  const card = '9434765919';

  it('is found by a card that the desk bound, and sees the end of a phone and no name', async () => {
    const patientId = await register({
      name: { family: 'Olmo', given: 'Rosa' },
      birthDate: '1961-02-03',
      phone: '+34 600 555 141',
      needs: ['hearing', 'isolate'],
    });
    expect(await identify({ qr: card })).toMatchObject({ matched: false, reason: 'code-invalid' });
    const identifiers = [{ kind: 'health-card' as const, value: card }];
    await edge.result(tokens.reception, 'update-patient', { patientId, patient: { identifiers } });
    const found = await identify({ qr: card });
    expect(found).toMatchObject({ matched: true, appointments: [], known: { phoneEnd: '41', needs: ['hearing'] } });
    const { identificationId: _id, ...shown } = found as { identificationId: string };
    expect(JSON.stringify(shown)).not.toMatch(/Olmo|Rosa|1961|555/);
  });

  it('is not found by what is nearly on the card', async () => {
    expect(await identify({ qr: `${card}0` })).toMatchObject({ matched: false, reason: 'code-invalid' });
  });

  it('is found by birth date and the end of the phone, puts both right, and has a number with its needs', async () => {
    const patientId = await register({ birthDate: '1972-05-06', phone: '600111222', needs: ['isolate'] });
    const { identificationId } = await byPhone('1972-05-06', '1222');
    const patient = { phone: '600999888', needs: ['interpreter' as const] };
    await edge.result(tokens.kiosk, 'update-patient', { identificationId, patient });
    expect(await recordOf(patientId)).toMatchObject({ phone: '600999888', needs: ['interpreter', 'isolate'] });
    const said = { needs: ['interpreter' as const], interpreterLanguage: 'ar' as const };
    const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', {
      serviceId: laboratory,
      identificationId,
      ...said,
    });
    expect(ticket).toMatchObject({ needs: ['interpreter'] });
  });

  it('says at a kiosk nothing that is for staff to say', async () => {
    const needs = ['isolate' as const];
    const sent = await edge.command(tokens.kiosk, 'issue-ticket', { serviceId: laboratory, needs });
    expect([sent.status, sent.body]).toMatchObject([403, { error: { code: 'not-allowed' } }]);
  });
});

describe('one patient at two kiosks at once', () => {
  it('has one number, shown at both', async () => {
    const patient = { name: { family: 'Lee', given: 'Ann' }, birthDate: '1988-08-08', phone: '600333444' };
    await edge.result(tokens.reception, 'add-appointment', {
      patient,
      serviceId: laboratory,
      at: Date.now() + minuteMs,
    });
    const kiosks = [tokens.kiosk, otherKiosk];
    const found = await Promise.all(kiosks.map((token) => byPhone('1988-08-08', '3444', token)));
    const sent = await Promise.all(
      kiosks.map((token, at) => edge.command(token, 'check-in', { identificationId: found[at]!.identificationId })),
    );
    const results = sent.map(({ body }) => body['result'] as { ticket: { id: string }; alreadyCheckedIn?: boolean });
    expect(new Set(results.map(({ ticket }) => ticket.id)).size).toBe(1);
    expect(results.filter(({ alreadyCheckedIn }) => alreadyCheckedIn)).toHaveLength(1);
  });
});

describe('a family at a kiosk', () => {
  it('is called to one room, and every number is known to be wanted there', async () => {
    const serviceId = consultation;
    await edge.result(tokens.nurse, 'open-service-point', { servicePointId: room1 });
    const mother = ticketOf(await edge.result(tokens.kiosk, 'issue-ticket', { serviceId, onBehalf: true }));
    const between = ticketOf(await edge.result(otherKiosk, 'issue-ticket', { serviceId }));
    const child = ticketOf(await edge.result(tokens.kiosk, 'issue-ticket', { serviceId, partyOf: mother.id }));
    const order = { servicePointId: room1, withParty: true as const };
    const reason = { ticketId: mother.id, reason: 'First of the family' };
    const first = await edge.result(tokens.nurse, 'call-ticket', { ...order, ...reason });
    expect(first['call']).toMatchObject({ ticketId: mother.id });
    const second = await edge.result(tokens.nurse, 'call-next', { ...order, finishCurrent: 'completed' });
    expect(second['call']).toMatchObject({ ticketId: child.id });
    const board = (await edge.call('GET', '/api/v1/board', { token: tokens.nurse })).body;
    const waiting = (board['tickets'] as { id: string; state: string }[]).find(({ id }) => id === between.id);
    expect(waiting).toMatchObject({ state: 'waiting' });
  });
});
