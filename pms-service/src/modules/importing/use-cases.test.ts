import { minuteMs } from '@foyer/contracts/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generalService, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { readFeed } from '../feed/use-cases.ts';
import { publishDueSchedule } from '../scheduling/use-cases.ts';
import type { ClinicFacts, ImportFault } from './types.ts';
import { importFacts } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const aMember = () => ({ staffId: centre.context.newId(), name: 'Ana Ruiz', roles: ['nurse'] as const, active: true });
const nothing: ClinicFacts = { staff: [], prices: [], patients: [], appointments: [] };

/** A member of staff with a PIN, a price, a patient and an appointment with that member. */
function facts() {
  const member = { ...aMember(), pin: '4711' };
  const patient = { patientId: centre.context.newId(), details: { name: { family: 'Haddad' } } };
  const appointment = {
    appointmentId: centre.context.newId(),
    patientId: patient.patientId,
    practitionerId: member.staffId,
    serviceId: generalService,
    at: centre.clock.now,
    minutes: 20,
  };
  return {
    staff: [member],
    prices: [{ serviceId: generalService, amountMinor: 4500, currency: 'EUR' }],
    patients: [patient],
    appointments: [appointment],
  } satisfies ClinicFacts;
}

async function feed(clinicId: string, after = 0) {
  await publishDueSchedule(centre.context, clinicId);
  return readFeed(centre.context, clinicId, after, 0, new AbortController().signal);
}

async function imported(clinicId: string, given: ClinicFacts) {
  const result = await importFacts(centre.context, clinicId, given);
  return result?.ok ? result.imported : undefined;
}

async function faults(clinicId: string, given: ClinicFacts): Promise<readonly ImportFault[]> {
  const result = await importFacts(centre.context, clinicId, given);
  return result === undefined || result.ok ? [] : result.faults;
}

describe('what is imported', () => {
  it('goes down to the edge, with PINs that it can check', async () => {
    const { clinicId } = await centre.addClinic();
    const given = facts();
    expect(await imported(clinicId, given)).toMatchObject({ staff: 1, prices: 1, patients: 1, booked: 1 });
    const { items } = await feed(clinicId);
    const ids = [given.staff[0]?.staffId, generalService, given.patients[0]?.patientId];
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    const staff = items.find(({ kind }) => kind === 'staff')?.body as { pinHash: string };
    expect(staff).toMatchObject({ name: 'Ana Ruiz', roles: ['nurse'], active: true });
    expect(staff.pinHash).toMatch(/^\$argon2id\$/);
    expect(await centre.context.passwords.verify(staff.pinHash, '4711')).toBe(true);
  });

  it('changes nothing the second time, and answers with the same codes', async () => {
    const { clinicId } = await centre.addClinic();
    const given = facts();
    const first = await imported(clinicId, given);
    const { next } = await feed(clinicId);
    expect(await imported(clinicId, given)).toEqual({
      staff: 0,
      prices: 0,
      patients: 0,
      booked: 0,
      appointments: first?.appointments.map((appointment) => expect.objectContaining(appointment) as unknown),
    });
    expect((await feed(clinicId, next)).items).toEqual([]);
  });

  it('renames staff, lets them go and gives a new PIN; without one they keep theirs', async () => {
    const { clinicId } = await centre.addClinic();
    const given = facts();
    const { pin, ...member } = given.staff[0]!;
    await imported(clinicId, given);
    const sent = async () => {
      const { items } = await feed(clinicId);
      return items.find(({ kind }) => kind === 'staff')?.body as { name: string; active: boolean; pinHash: string };
    };
    const { pinHash } = await sent();
    await imported(clinicId, { ...nothing, staff: [{ ...member, name: 'Ana María Ruiz', active: false }] });
    expect(await sent()).toMatchObject({ name: 'Ana María Ruiz', active: false, pinHash });
    await imported(clinicId, { ...nothing, staff: [{ ...member, pin: '1147' }] });
    const { pinHash: renewed } = await sent();
    const opens = [pin, '1147'].map((each) => centre.context.passwords.verify(renewed, each));
    expect(await Promise.all(opens)).toEqual([false, true]);
  });

  it('takes somebody in whose PIN the clinic has, and sends none down', async () => {
    const { clinicId } = await centre.addClinic();
    const member = aMember();
    expect(await imported(clinicId, { ...nothing, staff: [{ ...member, pinAtClinic: true }] })).toMatchObject({
      staff: 1,
    });
    const { items, next } = await feed(clinicId);
    expect(items.find(({ kind }) => kind === 'staff')?.body).toMatchObject({ name: 'Ana Ruiz', pinHash: '' });
    expect(await imported(clinicId, { ...nothing, staff: [{ ...member, pinAtClinic: true }] })).toMatchObject({
      staff: 0,
    });
    expect((await feed(clinicId, next)).items).toEqual([]);
  });

  it('is for a clinic that there is', async () => {
    expect(await importFacts(centre.context, centre.context.newId(), facts())).toBeUndefined();
  });
});

describe('an import with a fault', () => {
  it('takes in nothing, and names every one by its place', async () => {
    const { clinicId } = await centre.addClinic();
    const { next } = await feed(clinicId);
    const given = facts();
    const [appointment] = given.appointments;
    const stranger = centre.context.newId();
    expect(
      await faults(clinicId, {
        staff: [...given.staff, aMember()],
        prices: [...given.prices, { serviceId: stranger, amountMinor: 1, currency: 'EUR' }],
        patients: [...given.patients, ...given.patients],
        appointments: [
          { ...appointment!, patientId: stranger },
          { ...appointment!, appointmentId: centre.context.newId(), serviceId: stranger, practitionerId: stranger },
        ],
      }),
    ).toEqual([
      { path: '/patients/1/id', what: 'is that of /patients/0 already' },
      { path: '/staff/1/pin', what: 'is needed for somebody new' },
      { path: '/prices/1/serviceId', what: 'is no service of this clinic' },
      { path: '/appointments/0/patientId', what: 'is no patient of this clinic' },
      { path: '/appointments/1/serviceId', what: 'is no service of this clinic' },
      { path: '/appointments/1/practitionerId', what: 'is nobody of the staff' },
    ]);
    expect((await feed(clinicId, next)).items).toEqual([]);
  });

  it('names the appointment whose patient or practitioner is booked elsewhere at the time', async () => {
    const { clinicId } = await centre.addClinic();
    const given = facts();
    await imported(clinicId, given);
    const [appointment] = given.appointments;
    const another = { patientId: centre.context.newId(), details: {} };
    const at = (minutes: number, changes: object = {}) => ({
      ...appointment!,
      appointmentId: centre.context.newId(),
      at: centre.clock.now + minutes * minuteMs,
      ...changes,
    });
    const appointments = [
      at(20),
      at(10, { patientId: another.patientId }),
      at(30, { practitionerId: undefined }),
      at(60, { patientId: another.patientId }),
    ];
    expect(await faults(clinicId, { ...nothing, patients: [another], appointments })).toEqual([
      { path: '/appointments/2', what: 'the patient is booked at that time already, by /appointments/0' },
      { path: '/appointments/1', what: 'the practitioner is booked at that time already' },
      { path: '/appointments/0', what: 'the practitioner is booked at that time already, by /appointments/1' },
    ]);
    const free = appointments.slice(3);
    expect(await imported(clinicId, { ...nothing, patients: [another], appointments: free })).toMatchObject({
      booked: 1,
    });
  });
});
