import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DetailConflict } from '@foyer/contracts/detail-conflict.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { hourMs } from '@foyer/contracts/time.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { whileUncommitted } from '../../testing/while-uncommitted.ts';
import { publish, readFeed } from '../feed/use-cases.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import { detailsVersion } from './details-version.ts';
import { changeDetails, chooseDetail, listConflicts } from './use-cases-conflicts.ts';
import { findPatients, patientItem, registerPatients } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const userId = '0199aaaa-0000-7000-8000-0000000000aa';
const details: PatientDetails = { birthDate: '1956-03-07', phone: '600 1' };
const within = <T>({ clinicId }: TestEdge, fn: (tx: Transaction) => Promise<T>): Promise<T> =>
  centre.context.withTenant({ clinicId }, fn);

/** A clinic that was sent a patient of the centre's. */
async function aSharedPatient(): Promise<{ readonly edge: TestEdge; readonly patientId: string }> {
  const edge = await centre.addEdge();
  const patientId = edge.newId();
  await within(edge, async (tx) => {
    await registerPatients(centre.context, tx, edge.clinicId, [{ patientId, details }]);
    await publish(tx, edge.clinicId, patientItem({ patientId, details }));
  });
  return { edge, patientId };
}

function atCentre(
  edge: TestEdge,
  patientId: string,
  patient: PatientDetails,
  before: PatientDetails,
  context = centre.context,
) {
  return context.withTenant({ clinicId: edge.clinicId }, (tx) =>
    changeDetails(context, tx, edge.clinicId, { patientId, patient, before }, userId),
  );
}

function writeAtClinic(edge: TestEdge, patientId: string, patient: PatientDetails, before: PatientDetails) {
  const body = { patientId, fields: Object.keys(patient) };
  return edge.append({ type: 'v1.PatientUpdated', body, subjectId: patientId, sealed: { patient, before } });
}
async function atClinic(edge: TestEdge, patientId: string, patient: PatientDetails, before: PatientDetails) {
  const { seq } = writeAtClinic(edge, patientId, patient, before);
  await takeBatch(centre.context, edge.batch(seq));
}
const chooseAtCentre = (edge: TestEdge, conflictId: string, version: number | null) =>
  within(edge, (tx) => chooseDetail(centre.context, tx, edge.clinicId, { conflictId, version }, userId));
async function chooseAtClinic(edge: TestEdge, { id: conflictId, patientId, field }: DetailConflict, version: number) {
  const body = { conflictId, patientId, field, version };
  const { seq } = edge.append({ type: 'v1.PatientDetailChosen', body, subjectId: patientId, sealed: { patient: {} } });
  await takeBatch(centre.context, edge.batch(seq));
}

const held = async (edge: TestEdge, patientId: string) =>
  (await within(edge, (tx) => findPatients(tx, edge.clinicId, [patientId]))).get(patientId)?.details;
const listed = (edge: TestEdge) => within(edge, (tx) => listConflicts(tx, edge.clinicId));
async function sent(edge: TestEdge, kind: 'patient' | 'detail-conflict') {
  const { items } = await readFeed(centre.context, edge.clinicId, 0, 0, new AbortController().signal);
  return items.filter((item) => item.kind === kind).map(({ body }) => body);
}

/** The birth date as the centre and the clinic wrote it, neither seeing the other's. */
async function aConflict() {
  const { edge, patientId } = await aSharedPatient();
  await atCentre(edge, patientId, { birthDate: '1956-03-17' }, details);
  await atClinic(edge, patientId, { birthDate: '1956-07-03' }, details);
  const [conflict] = await listed(edge);
  return { edge, patientId, conflict: conflict! };
}

describe('a detail that the clinic and the centre wrote without seeing each other’s', () => {
  it('is kept in both versions, with who wrote them, and is work for a person on both sides', async () => {
    const { edge, patientId, conflict } = await aConflict();
    expect(conflict).toMatchObject({
      patientId,
      field: 'birthDate',
      chosen: null,
      versions: [
        { details: { birthDate: '1956-03-17' }, side: 'centre', by: `user:${userId}`, at: centre.clock.now },
        { details: { birthDate: '1956-07-03' }, side: 'clinic', by: 'system', at: edge.at },
      ],
    });
    expect(await held(edge, patientId)).toEqual({ ...details, birthDate: '1956-03-17' });
    expect(await sent(edge, 'detail-conflict')).toEqual([conflict]);
  });

  it('is what the clinic chose once its row is here, and what a person at the centre chose after that', async () => {
    const { edge, patientId, conflict } = await aConflict();
    await chooseAtClinic(edge, conflict, 1);
    expect(await held(edge, patientId)).toMatchObject({ birthDate: '1956-07-03' });
    expect(await sent(edge, 'patient')).toMatchObject([{ details: { birthDate: '1956-07-03' } }]);
    expect(await chooseAtCentre(edge, conflict.id, 0)).toEqual({ ok: true });
    expect(await sent(edge, 'patient')).toMatchObject([{ details: { birthDate: '1956-03-17' } }]);
    expect(await sent(edge, 'detail-conflict')).toMatchObject([
      { versions: conflict.versions, chosen: { version: 0 } },
    ]);
    expect(await chooseAtCentre(edge, conflict.id, null)).toEqual({ ok: true });
    expect(await listed(edge)).toEqual([conflict]);
    expect(await chooseAtCentre(edge, conflict.id, 7)).toMatchObject({ refusal: { code: 'unknown-conflict' } });
  });

  it('is chosen by the rule where it is a contact: the newer one, and the other is kept', async () => {
    const { edge, patientId } = await aSharedPatient();
    await atCentre(edge, patientId, { phone: '600 2' }, details);
    edge.at = centre.clock.now - hourMs;
    await atClinic(edge, patientId, { phone: '600 3' }, details);
    expect(await held(edge, patientId)).toMatchObject({ phone: '600 2' });
    const [older] = await listed(edge);
    expect(older).toMatchObject({
      versions: [{}, { details: { phone: '600 3' } }],
      chosen: { version: 0, by: 'rule' },
    });
    edge.at = centre.clock.now + hourMs;
    await atClinic(edge, patientId, { phone: '600 4' }, { phone: '600 3' });
    expect(await held(edge, patientId)).toMatchObject({ phone: '600 4' });
    expect(await listed(edge)).toHaveLength(2);
  });

  it('is none where the second was written with the first in sight', async () => {
    const { edge, patientId } = await aSharedPatient();
    await atCentre(edge, patientId, { birthDate: '1956-03-17' }, details);
    await atClinic(edge, patientId, { birthDate: '1956-07-03' }, { birthDate: '1956-03-17' });
    expect(await listed(edge)).toEqual([]);
    expect(await held(edge, patientId)).toMatchObject({ birthDate: '1956-07-03' });
  });

  it('is not written where it is not the version that was in sight: what is there now comes back instead', async () => {
    const { edge, patientId } = await aSharedPatient();
    const write = (patient: PatientDetails, version: string) =>
      within(edge, (tx) =>
        changeDetails(centre.context, tx, edge.clinicId, { patientId, patient, before: details, version }, userId),
      );
    const version = detailsVersion(details);
    const first = await write({ phone: '600 2' }, version);
    expect(first).toMatchObject({ ok: true, conflicts: [] });
    const now = { ...details, phone: '600 2' };
    expect(await write({ phone: '600 3' }, version)).toEqual({
      ok: false,
      refusal: { code: 'details-changed', details: now, version: detailsVersion(now) },
    });
    expect(await held(edge, patientId)).toEqual(now);
    expect(first).toMatchObject({ version: detailsVersion(now) });
  });

  it('may be emptied at the centre, which is an edit like any other and can be undone', async () => {
    const { edge, patientId } = await aSharedPatient();
    const emptied = { patientId, patient: {}, cleared: ['phone' as const], before: details };
    await within(edge, (tx) => changeDetails(centre.context, tx, edge.clinicId, emptied, userId));
    expect(await held(edge, patientId)).toEqual({ birthDate: details.birthDate });
    await atClinic(edge, patientId, { birthDate: '1956-07-03' }, details);
    await atCentre(edge, patientId, { phone: details.phone }, {});
    expect(await held(edge, patientId)).toEqual({ ...details, birthDate: '1956-07-03' });
  });

  it('is found as well where somebody at the centre saves while the clinic’s rows are being taken in', async () => {
    const { edge, patientId } = await aSharedPatient();
    const { seq } = writeAtClinic(edge, patientId, { birthDate: '1956-07-03' }, details);
    await whileUncommitted(
      centre,
      (context) => takeBatch(context, edge.batch(seq)),
      () => atCentre(edge, patientId, { birthDate: '1956-03-17' }, details),
    );
    expect(await listed(edge)).toMatchObject([{ versions: [{ side: 'clinic' }, { side: 'centre' }], chosen: null }]);
  });

  it('goes with its patient', async () => {
    const { edge, patientId } = await aConflict();
    const { seq } = edge.append({ type: 'v1.SubjectErased', body: { subjectId: patientId, ticketIds: [] } });
    await takeBatch(centre.context, edge.batch(seq));
    expect(await listed(edge)).toEqual([]);
    expect(await sent(edge, 'detail-conflict')).toEqual([]);
  });
});
