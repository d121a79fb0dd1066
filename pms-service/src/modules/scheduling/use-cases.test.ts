import { createPublicKey, verify } from 'node:crypto';
import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { decodeCheckInCode } from '@foyer/domain/identity-documents/check-in-code.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPatientRegistered } from '../../testing/facts.ts';
import { generalService, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { whileUncommitted } from '../../testing/while-uncommitted.ts';
import { readFeed } from '../feed/use-cases.ts';
import { registerPatients } from '../registration/use-cases.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import type { AppointmentRequest } from './types.ts';
import { bookOnce } from './use-cases-book-once.ts';
import { appointmentsBetween, bookAppointments, cancelAppointment, publishDueSchedule, setStaff } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const never = new AbortController().signal;

async function aClinic(): Promise<{ clinicId: string; patientId: string; practitionerId: string }> {
  const { clinicId } = await centre.addClinic();
  const [patientId, practitionerId] = [centre.context.newId(), centre.context.newId()];
  await centre.context.withTenant({ clinicId }, async (tx) => {
    await registerPatients(centre.context, tx, clinicId, [{ patientId, details: { name: { family: 'Haddad' } } }]);
    await setStaff(tx, clinicId, [
      { staffId: practitionerId, name: 'Dr Yılmaz', roles: ['nurse'], pinHash: '-', active: true },
    ]);
  });
  return { clinicId, patientId, practitionerId };
}

function anAppointment(patientId: string, changes: Partial<AppointmentRequest> = {}): AppointmentRequest {
  return {
    appointmentId: centre.context.newId(),
    patientId,
    serviceId: generalService,
    at: centre.clock.now + hourMs,
    minutes: 20,
    ...changes,
  };
}

async function feed(clinicId: string, after = 0) {
  return readFeed(centre.context, clinicId, after, 0, never);
}

describe('booking', () => {
  it('signs a code for the clinic, the appointment and its day, which the key in the feed verifies', async () => {
    const { clinicId, patientId } = await aClinic();
    const booking = await bookAppointments(centre.context, clinicId, [anAppointment(patientId)]);
    const appointment = booking.ok ? booking.appointments[0] : undefined;
    const code = decodeCheckInCode(appointment?.checkInCode ?? '');
    expect(code).toMatchObject({
      clinicId,
      appointmentId: appointment?.appointmentId,
      businessDay: '2026-11-23',
      time: '11:00',
    });
    const item = (await feed(clinicId)).items.find(({ kind }) => kind === 'check-in-key');
    const { publicKey } = item!.body as { publicKey: string };
    const x = Buffer.from(publicKey, 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    expect(verify(null, code?.signed ?? new Uint8Array(), key, code?.signature ?? new Uint8Array())).toBe(true);
    const forged = Uint8Array.from(code?.signed ?? [], (byte, index) => (index === 36 ? byte + 1 : byte));
    expect(verify(null, forged, key, code?.signature ?? new Uint8Array())).toBe(false);
  });

  it('is done once, however often the caller asks for it by its own id', async () => {
    const { clinicId, patientId } = await aClinic();
    const request = anAppointment(patientId);
    const first = await bookOnce(centre.context, clinicId, request);
    const again = await bookOnce(centre.context, clinicId, request);
    expect([first.ok, again]).toMatchObject([
      true,
      { ok: true, appointments: [{ appointmentId: request.appointmentId }] },
    ]);
    const booked = await centre.context.withTenant({ clinicId }, (tx) =>
      appointmentsBetween(tx, clinicId, '2026-11-23', '2026-11-23'),
    );
    expect(booked).toHaveLength(1);
    const other = { ...request, minutes: 40 };
    expect(await bookOnce(centre.context, clinicId, other)).toMatchObject({ refusal: { code: 'command-id-reused' } });
  });

  it('carries down how the visit takes place, and says nothing where that is in person', async () => {
    const { clinicId, patientId } = await aClinic();
    await publishDueSchedule(centre.context, clinicId);
    const at = (hours: number) => ({ at: centre.clock.now + hours * hourMs });
    await bookAppointments(centre.context, clinicId, [
      anAppointment(patientId, { ...at(1), mode: 'video' }),
      anAppointment(patientId, { ...at(2), mode: 'in-person' }),
      anAppointment(patientId, at(3)),
    ]);
    const sent = (await feed(clinicId)).items.filter(({ kind }) => kind === 'appointment');
    expect(sent.map(({ body }) => (body as { mode?: string }).mode)).toEqual(['video', undefined, undefined]);
  });

  it('carries down whom the visit is with, and says nothing where that is nobody in particular', async () => {
    const { clinicId, patientId, practitionerId } = await aClinic();
    await publishDueSchedule(centre.context, clinicId);
    const at = (hours: number) => ({ at: centre.clock.now + hours * hourMs });
    await bookAppointments(centre.context, clinicId, [
      anAppointment(patientId, { ...at(1), practitionerId }),
      anAppointment(patientId, at(2)),
    ]);
    const sent = (await feed(clinicId)).items.filter(({ kind }) => kind === 'appointment');
    const bodies = sent.map(({ body }) => body as { practitionerId?: string });
    expect(bodies.map((body) => body.practitionerId)).toEqual([practitionerId, undefined]);
  });

  it('carries down that an interpreter is booked', async () => {
    const { clinicId, patientId } = await aClinic();
    await publishDueSchedule(centre.context, clinicId);
    const at = (hours: number) => ({ at: centre.clock.now + hours * hourMs });
    await bookAppointments(centre.context, clinicId, [
      anAppointment(patientId, { ...at(1), interpreterBooked: true }),
      anAppointment(patientId, at(2)),
    ]);
    const sent = (await feed(clinicId)).items.filter(({ kind }) => kind === 'appointment');
    expect(sent.map(({ body }) => (body as { interpreterBooked?: true }).interpreterBooked)).toEqual([true, undefined]);
  });

  it('never puts a patient or a practitioner in two places at once, whoever is first', async () => {
    const { clinicId, patientId, practitionerId } = await aClinic();
    const other = (await aClinicPatient(clinicId)).patientId;
    const at = centre.clock.now + 2 * hourMs;
    const races = await Promise.all([
      bookAppointments(centre.context, clinicId, [anAppointment(patientId, { at, practitionerId })]),
      bookAppointments(centre.context, clinicId, [anAppointment(other, { at: at + 10 * minuteMs, practitionerId })]),
      bookAppointments(centre.context, clinicId, [anAppointment(patientId, { at: at + 5 * minuteMs })]),
    ]);
    const refusals = races.filter((race) => !race.ok);
    expect(refusals.map((race) => race.refusal.code)).toEqual(refusals.map(() => 'slot-taken'));
    expect(races.filter((race) => race.ok).length).toBeGreaterThanOrEqual(1);
    expect(races[0]?.ok && races[1]?.ok).toBe(false);
    expect(races[0]?.ok && races[2]?.ok).toBe(false);
    const after = anAppointment(patientId, { at: at + 30 * minuteMs, practitionerId });
    expect(await bookAppointments(centre.context, clinicId, [after])).toMatchObject({ ok: true });
  });

  it('refuses a service or a patient that the clinic does not know, and books none of the others', async () => {
    const { clinicId, patientId } = await aClinic();
    const stranger = (await aClinic()).patientId;
    const good = anAppointment(patientId);
    expect(await bookAppointments(centre.context, clinicId, [good, anAppointment(stranger)])).toEqual({
      ok: false,
      refusal: { code: 'unknown-patient', patientId: stranger },
    });
    const serviceId = centre.context.newId();
    expect(await bookAppointments(centre.context, clinicId, [anAppointment(patientId, { serviceId })])).toEqual({
      ok: false,
      refusal: { code: 'unknown-service', serviceId },
    });
    expect(await bookAppointments(centre.context, clinicId, [good])).toMatchObject({ ok: true });
  });
});

describe('the schedule that goes down', () => {
  it('holds the days from yesterday to a week ahead, patients first, and grows as days pass', async () => {
    const { clinicId, patientId } = await aClinic();
    const near = anAppointment(patientId, { at: centre.clock.now + 2 * dayMs });
    const far = anAppointment(patientId, { at: centre.clock.now + 8 * dayMs });
    await bookAppointments(centre.context, clinicId, [near, far]);
    await publishDueSchedule(centre.context, clinicId);
    const first = await feed(clinicId);
    const sent = first.items.filter(({ kind }) => kind === 'patient' || kind === 'appointment');
    expect(sent.map(({ kind, id }) => [kind, id])).toEqual([
      ['patient', patientId],
      ['appointment', near.appointmentId],
    ]);
    await publishDueSchedule(centre.context, clinicId);
    expect((await feed(clinicId, first.next)).items).toEqual([]);

    centre.clock.now += dayMs;
    await publishDueSchedule(centre.context, clinicId);
    const second = await feed(clinicId, first.next);
    expect(second.items.map(({ id }) => id)).toContain(far.appointmentId);
    centre.clock.now -= dayMs;
  });

  it('never loses a booking that is not committed yet while its day goes down', async () => {
    const { clinicId, patientId } = await aClinic();
    const booked = anAppointment(patientId);
    await whileUncommitted(
      centre,
      (context) => bookAppointments(context, clinicId, [booked]),
      () => publishDueSchedule(centre.context, clinicId),
    );
    expect((await feed(clinicId)).items.map(({ id }) => id)).toContain(booked.appointmentId);
  });

  it('takes in what is booked or cancelled for a day that went down already', async () => {
    const { clinicId, patientId } = await aClinic();
    await publishDueSchedule(centre.context, clinicId);
    const { next } = await feed(clinicId);
    const today = anAppointment(patientId);
    await bookAppointments(centre.context, clinicId, [today]);
    const booked = await feed(clinicId, next);
    expect(booked.items.map(({ id }) => id)).toEqual([patientId, today.appointmentId]);
    await centre.context.withTenant({ clinicId }, (tx) => cancelAppointment(tx, clinicId, today.appointmentId));
    const cancelled = await feed(clinicId, booked.next);
    expect(cancelled.items).toMatchObject([{ id: today.appointmentId, body: { status: 'cancelled' } }]);
  });
});

describe('what a clinic booked itself', () => {
  it('is in the schedule with what became of it, once however often it is sent', async () => {
    const edge = await centre.addEdge();
    const { clinicId } = edge;
    await publishDueSchedule(centre.context, clinicId);
    const registered = aPatientRegistered(edge, { name: { family: 'Okafor' } });
    const { patientId } = registered.body;
    edge.append(registered);
    const add = (appointmentAt: number, serviceId = generalService) => {
      const body = { appointmentId: edge.newId(), patientId, serviceId, appointmentAt, minutes: 20 };
      edge.append({ type: 'v1.AppointmentAdded', body });
      return body;
    };
    const past = add(centre.clock.now - 10 * dayMs);
    const moved = add(centre.clock.now + hourMs);
    edge.append({ type: 'v1.AppointmentCancelled', body: { appointmentId: moved.appointmentId, patientId } });
    const kept = add(moved.appointmentAt);
    const { minutes: _, ...seen } = add(centre.clock.now + 2 * hourMs);
    edge.append({ type: 'v1.AppointmentCheckedIn', body: { ...seen, ticketId: edge.newId() } });
    const batch = edge.batch();
    expect(await takeBatch(centre.context, batch)).toMatchObject({ ok: true, dead: 0 });
    expect(await takeBatch(centre.context, batch)).toMatchObject({ ok: true, dead: 0 });
    const held = await centre.context.withTenant({ clinicId }, (tx) =>
      appointmentsBetween(tx, clinicId, '2026-11-01', '2026-11-30'),
    );
    expect(held.map(({ appointmentId, status }) => [appointmentId, status])).toEqual([
      [past.appointmentId, 'booked'],
      [moved.appointmentId, 'cancelled'],
      [kept.appointmentId, 'booked'],
      [seen.appointmentId, 'arrived'],
    ]);
    const sent = (await feed(clinicId)).items.filter(({ kind }) => kind === 'appointment');
    expect(sent.map(({ id }) => id)).not.toContain(past.appointmentId);
    expect(sent).toContainEqual(expect.objectContaining({ id: kept.appointmentId }));
  });

  it('is set aside where the clinic has no such service, and passed over for who was erased', async () => {
    const edge = await centre.addEdge();
    const [stays, erased] = [aPatientRegistered(edge), aPatientRegistered(edge)];
    const book = ({ body: { patientId } }: typeof stays, serviceId: string) => {
      const body = { appointmentId: edge.newId(), patientId, serviceId, appointmentAt: centre.clock.now, minutes: 20 };
      edge.append({ type: 'v1.AppointmentAdded', body });
    };
    edge.append(stays);
    edge.append(erased);
    book(stays, edge.newId());
    book(erased, generalService);
    edge.append({ type: 'v1.SubjectErased', body: { subjectId: erased.body.patientId, ticketIds: [] } });
    expect(await takeBatch(centre.context, edge.batch())).toMatchObject({ ok: true, dead: 1 });
  });
});

async function aClinicPatient(clinicId: string): Promise<{ patientId: string }> {
  const patientId = centre.context.newId();
  await centre.context.withTenant({ clinicId }, (tx) =>
    registerPatients(centre.context, tx, clinicId, [{ patientId, details: { name: { family: 'Nowak' } } }]),
  );
  return { patientId };
}
