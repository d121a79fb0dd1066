import { minuteMs } from '@foyer/contracts/time.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedDemonstration, type DemonstrationFacts } from './demonstration.ts';
import { readFeed } from './modules/feed/use-cases.ts';
import { aConfiguration, generalService, startTestCentre, type TestCentre } from './testing/test-centre.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

it('a demonstration with a second clinic signs its codes, and tells the first where it is', async () => {
  const { newId, now } = centre.context;
  const booked = (): Pick<DemonstrationFacts, 'patients' | 'appointments'> & { readonly appointmentId: string } => {
    const [patientId, appointmentId] = [newId(), newId()];
    const at = now() + 30 * minuteMs;
    const appointments = [{ appointmentId, patientId, serviceId: generalService, at, minutes: 20 }];
    return { appointmentId, patients: [{ patientId, details: {} }], appointments };
  };
  const [here, elsewhere] = [booked(), booked()];
  const clinic = aConfiguration(newId());
  const sister = { ...aConfiguration(newId()), name: 'Northside', address: '41 Mill Lane' };
  const facts: DemonstrationFacts = {
    ...{ network: { networkId: newId(), name: 'Demo' }, clinic, users: [], staff: [], prices: [] },
    ...{ patients: here.patients, appointments: here.appointments },
    sister: { clinic: sister, patients: elsewhere.patients, appointments: elsewhere.appointments },
  };
  const { appointments } = await seedDemonstration(centre.context, facts);
  expect(appointments.map(({ appointmentId }) => appointmentId)).toEqual(
    [here, elsewhere].map((one) => one.appointmentId),
  );
  expect(appointments.map(({ checkInCode }) => checkInCode)).toEqual([
    expect.stringMatching(/^F1\./),
    expect.stringMatching(/^F1\./),
  ]);
  const { items } = await readFeed(centre.context, clinic.clinicId, 0, 0, new AbortController().signal);
  const told = items.find(({ kind }) => kind === 'network-clinic');
  expect(told?.body).toMatchObject({ id: sister.clinicId, name: 'Northside', address: '41 Mill Lane' });
});
