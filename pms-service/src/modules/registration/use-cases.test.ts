import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { publish, readFeed } from '../feed/use-cases.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import { patientItem, registerPatients } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const details: PatientDetails = {
  name: { given: 'Ada', family: 'Okonkwo' },
  birthDate: '1956-03-07',
  phone: '600 123 441',
};

/** A patient of the centre, whose details the clinic changes. */
async function change(edge: TestEdge, changes: PatientDetails, sentBefore: boolean): Promise<string> {
  const { clinicId } = edge;
  const patientId = edge.newId();
  await centre.context.withTenant({ clinicId }, async (tx) => {
    await registerPatients(centre.context, tx, clinicId, [{ patientId, details }]);
    if (sentBefore) await publish(tx, clinicId, patientItem({ patientId, details }));
  });
  const { seq } = edge.append({
    type: 'v1.PatientUpdated',
    body: { patientId, fields: Object.keys(changes) },
    subjectId: patientId,
    sealed: { patient: changes },
  });
  await takeBatch(centre.context, edge.batch(seq));
  return patientId;
}

const sentOf = async (edge: TestEdge, patientId: string): Promise<unknown> => {
  const { items } = await readFeed(centre.context, edge.clinicId, 0, 0, new AbortController().signal);
  return items.find(({ kind, id }) => kind === 'patient' && id === patientId)?.body;
};

describe('what a clinic changes of a patient', () => {
  it('takes the place of what was sent down before it', async () => {
    const edge = await centre.addEdge();
    const id = await change(edge, { phone: '600 999 000' }, true);
    expect(await sentOf(edge, id)).toEqual({ id, details: { ...details, phone: '600 999 000' } });
  });

  it('goes to no clinic that was never sent the patient', async () => {
    const edge = await centre.addEdge();
    const id = await change(edge, { phone: '600 999 000' }, false);
    expect(await sentOf(edge, id)).toBeUndefined();
  });
});
