import { createPublicKey, verify } from 'node:crypto';
import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { decodeCheckInCode } from '@foyer/domain/identity-documents/check-in-code.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generalService, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { readFeed } from '../feed/use-cases.ts';
import { registerPatients } from '../registration/use-cases.ts';
import type { AppointmentRequest } from '../scheduling/types.ts';
import { bookAppointments, cancelAppointment } from '../scheduling/use-cases.ts';
import { pageAddress } from '../tenancy/use-cases-page-address.ts';
import { pageState } from './rules.ts';
import { readAppointmentPage } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

async function booked(changes: Partial<AppointmentRequest> = {}) {
  const { clinicId } = await centre.addClinic();
  const [patientId, appointmentId] = [centre.context.newId(), centre.context.newId()];
  await centre.context.withTenant({ clinicId }, (tx) =>
    registerPatients(centre.context, tx, clinicId, [{ patientId, details: { name: { family: 'Haddad' } } }]),
  );
  const request = { appointmentId, patientId, serviceId: generalService, at: centre.clock.now + hourMs, minutes: 20 };
  const booking = await bookAppointments(centre.context, clinicId, [{ ...request, ...changes }]);
  if (!booking.ok) throw new Error(booking.refusal.code);
  const address = pageAddress(centre.context, { clinicId, appointmentId });
  return { clinicId, appointmentId, address, own: booking.appointments[0]?.checkInCode };
}

async function keyOf(clinicId: string) {
  const { items } = await readFeed(centre.context, clinicId, 0, 0, new AbortController().signal);
  const { publicKey } = items.find(({ kind }) => kind === 'check-in-key')!.body as { publicKey: string };
  const x = Buffer.from(publicKey, 'base64').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

describe('the page of an appointment', () => {
  it('has on its day a new live code each time, signed by the clinic’s key, and names nobody', async () => {
    const { clinicId, appointmentId, address, own } = await booked();
    const view = await readAppointmentPage(centre.context, address);
    expect(view).toMatchObject({ state: 'today', mode: 'in-person', date: '2026-11-23', time: '11:00', code: own });
    expect(JSON.stringify(view)).not.toContain('Haddad');
    const code = decodeCheckInCode(view?.live?.code ?? '');
    expect(code).toMatchObject({ clinicId, appointmentId, businessDay: '2026-11-23', time: '11:00' });
    expect(verify(null, code!.signed, await keyOf(clinicId), code!.signature)).toBe(true);
    expect(view!.live!.endsInMs).toBe(code!.live!.madeAt + 10 * minuteMs - centre.clock.now);
    const again = await readAppointmentPage(centre.context, address);
    expect(decodeCheckInCode(again?.live?.code ?? '')?.live?.id).not.toBe(code?.live?.id);
  });

  it('has the appointment’s own code alone before its day, and none where nobody has to come', async () => {
    const ahead = await booked({ at: centre.clock.now + 2 * dayMs });
    const view = await readAppointmentPage(centre.context, ahead.address);
    expect(view).toMatchObject({ state: 'ahead', code: ahead.own });
    expect(view).not.toHaveProperty('live');
    const remote = await readAppointmentPage(centre.context, (await booked({ mode: 'video' })).address);
    expect(remote).toMatchObject({ state: 'today', mode: 'video' });
    expect(Object.keys(remote ?? {})).not.toEqual(expect.arrayContaining(['code']));
  });

  it('has no code once the appointment was cancelled', async () => {
    const { clinicId, appointmentId, address } = await booked();
    await centre.context.withTenant({ clinicId }, (tx) => cancelAppointment(tx, clinicId, appointmentId));
    const view = await readAppointmentPage(centre.context, address);
    expect(view).toMatchObject({ state: 'cancelled' });
    expect(view).not.toHaveProperty('code');
    expect(view).not.toHaveProperty('live');
  });

  it('is there for no address that the centre did not write, nor for an appointment that is not', async () => {
    const { clinicId, address } = await booked();
    const other = pageAddress(centre.context, { clinicId, appointmentId: centre.context.newId() });
    expect(await readAppointmentPage(centre.context, other)).toBeUndefined();
    expect(await readAppointmentPage(centre.context, `${address.slice(0, -1)}!`)).toBeUndefined();
  });

  it.each([
    ['booked', '2026-11-24', 'ahead'],
    ['booked', '2026-11-23', 'today'],
    ['booked', '2026-11-22', 'over'],
    ['arrived', '2026-11-23', 'arrived'],
    ['arrived', '2026-11-22', 'over'],
    ['cancelled', '2026-11-24', 'cancelled'],
  ] as const)('tells of one that is %s on %s that it is %s', (status, businessDay, state) => {
    expect(pageState({ status, businessDay }, '2026-11-23')).toBe(state);
  });
});
