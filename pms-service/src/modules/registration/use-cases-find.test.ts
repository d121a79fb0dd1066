import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FindPatientsRequest } from '@foyer/contracts/detail-conflict.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { searchPatients } from './use-cases-find.ts';
import { registerPatients } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const people = {
  ada: { name: { given: 'Ada', family: 'Okonkwo' }, birthDate: '1956-03-07', phone: '600 123 441' },
  zoe: { name: { given: 'Zoë', family: 'García-López' }, birthDate: '1990-01-31' },
  amal: { name: { given: 'أمل', family: 'الحدّاد' }, identifiers: [{ kind: 'health-card', value: 'HC-77 1' }] },
  adam: { name: { family: 'Adams' }, birthDate: '1956-03-07' },
} satisfies Record<string, PatientDetails>;
type Person = keyof typeof people;

/** A clinic with these patients, and what of them is found. */
async function aClinic() {
  const { clinicId } = await centre.addClinic();
  const ids = new Map<string, Person>();
  const patients = (Object.keys(people) as Person[]).map((person) => {
    const patientId = centre.context.newId();
    ids.set(patientId, person);
    return { patientId, details: people[person] };
  });
  const within = centre.context.withTenant;
  await within({ clinicId }, (tx) => registerPatients(centre.context, tx, clinicId, patients));
  return async (asked: FindPatientsRequest) => {
    const found = await within({ clinicId }, (tx) => searchPatients(tx, clinicId, asked));
    return found.patients.map(({ id }) => ids.get(id));
  };
}

describe('finding a patient at the centre', () => {
  it('goes by how the name begins, in either order, whatever its accents, and by nothing within it', async () => {
    const find = await aClinic();
    expect(await find({ name: 'ada' })).toEqual(['adam', 'ada']);
    expect(await find({ name: 'Ada OK' })).toEqual(['ada']);
    expect(await find({ name: 'okonkwo, a' })).toEqual(['ada']);
    expect(await find({ name: 'garcia lopez zoe' })).toEqual(['zoe']);
    expect(await find({ name: 'الحداد' })).toEqual(['amal']);
    expect(await find({ name: 'konkwo' })).toEqual([]);
    expect(await find({ name: '%' })).toEqual([]);
    expect(await find({ name: '.' })).toEqual([]);
  });

  it('goes by birth date, phone number and the number of a card, and by all of them that are given', async () => {
    const find = await aClinic();
    expect(await find({ birthDate: '1956-03-07' })).toEqual(['adam', 'ada']);
    expect(await find({ birthDate: '1956-03-07', name: 'adams' })).toEqual(['adam']);
    expect(await find({ number: '+34 600 12 34 41' })).toEqual(['ada']);
    expect(await find({ number: 'HC-77 1' })).toEqual(['amal']);
    expect(await find({ number: 'HC-77 1', name: 'ada' })).toEqual([]);
  });

  it('shows twenty at most, and says that there are more', async () => {
    const { clinicId } = await centre.addClinic();
    const many = Array.from({ length: 21 }, () => ({ patientId: centre.context.newId(), details: people.ada }));
    const found = await centre.context.withTenant({ clinicId }, async (tx) => {
      await registerPatients(centre.context, tx, clinicId, many);
      return searchPatients(tx, clinicId, { name: 'ada' });
    });
    expect([found.patients.length, found.isMore]).toEqual([20, true]);
  });
});
