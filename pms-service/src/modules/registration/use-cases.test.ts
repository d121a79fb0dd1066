import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { UpBatch } from '@foyer/contracts/sync-protocol.ts';
import { hourMs } from '@foyer/contracts/time.ts';
import { generalService, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { whileUncommitted } from '../../testing/while-uncommitted.ts';
import { publish, readFeed } from '../feed/use-cases.ts';
import { bookAppointments, publishDueSchedule } from '../scheduling/use-cases.ts';
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

/** A patient of the centre, whose details the clinic's next rows change. */
async function aPatient(edge: TestEdge): Promise<string> {
  const { clinicId } = edge;
  const patientId = edge.newId();
  await centre.context.withTenant({ clinicId }, (tx) =>
    registerPatients(centre.context, tx, clinicId, [{ patientId, details }]),
  );
  return patientId;
}

function changed(edge: TestEdge, patientId: string, changes: PatientDetails): UpBatch {
  const { seq } = edge.append({
    type: 'v1.PatientUpdated',
    body: { patientId, fields: Object.keys(changes) },
    subjectId: patientId,
    sealed: { patient: changes },
  });
  return edge.batch(seq);
}

async function change(edge: TestEdge, changes: PatientDetails, sentBefore: boolean): Promise<string> {
  const { clinicId } = edge;
  const patientId = await aPatient(edge);
  if (sentBefore) {
    await centre.context.withTenant({ clinicId }, (tx) => publish(tx, clinicId, patientItem({ patientId, details })));
  }
  await takeBatch(centre.context, changed(edge, patientId, changes));
  return patientId;
}

/** Books for today, whose schedule went down already: the patient goes down with the appointment. */
function book(edge: TestEdge, patientId: string) {
  const appointment = { appointmentId: edge.newId(), patientId, serviceId: generalService, minutes: 20 };
  return bookAppointments(centre.context, edge.clinicId, [{ ...appointment, at: centre.clock.now + hourMs }]);
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

  it('is what goes down when the patient is sent for the first time at that moment', async () => {
    const edge = await centre.addEdge();
    await publishDueSchedule(centre.context, edge.clinicId);
    const id = await aPatient(edge);
    const batch = changed(edge, id, { phone: '600 999 000' });
    await whileUncommitted(
      centre,
      (context) => takeBatch(context, batch),
      () => book(edge, id),
    );
    expect(await sentOf(edge, id)).toEqual({ id, details: { ...details, phone: '600 999 000' } });
  });
});

describe('a patient whom a clinic erases', () => {
  it('never goes down again, not even when sent at that moment', async () => {
    const edge = await centre.addEdge();
    await publishDueSchedule(centre.context, edge.clinicId);
    const id = await aPatient(edge);
    edge.append({ type: 'v1.SubjectErased', body: { subjectId: id, ticketIds: [] } });
    await whileUncommitted(
      centre,
      (context) => takeBatch(context, edge.batch()),
      () => book(edge, id),
    );
    expect(await sentOf(edge, id)).toBeUndefined();
  });
});
