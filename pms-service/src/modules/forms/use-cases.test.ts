import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '@foyer/contracts/events.ts';
import { aSignature, coughing, sideEntrance } from '@foyer/domain/forms/testing.ts';
import { aPatientRegistered, aTicketIssued } from '../../testing/facts.ts';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import { waitsElsewhere } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

interface Kept {
  readonly kind: string;
  readonly content: unknown;
}
const keptBy = (clinicId: string) =>
  centre.context.withTenant({ clinicId }, async (tx) => {
    const { rows } = await sql<Kept>`select kind, content from form_responses order by kind`.execute(tx);
    return rows;
  });

/** Somebody who coughs, and has signed. */
async function anEdgeThatAsked(): Promise<{ edge: TestEdge; ticketId: string; erasure: Fact }> {
  const edge = await centre.addEdge();
  const registered = aPatientRegistered(edge, { phone: '600' });
  const { patientId } = registered.body;
  const issued = aTicketIssued(edge, { patientId });
  const { ticketId } = issued.body;
  edge.append(registered);
  edge.append(issued);
  const response = () => ({ ticketId, responseId: edge.newId(), version: 1 });
  edge.append({
    type: 'v1.QuestionnaireAnswered',
    body: { ...response(), questionnaireId: edge.newId() },
    subjectId: ticketId,
    sealed: { form: { answers: coughing, screening: sideEntrance } },
  });
  edge.append({
    type: 'v1.ConsentRecorded',
    body: { ...response(), consentId: edge.newId() },
    subjectId: ticketId,
    sealed: { form: { given: true, signature: aSignature } },
  });
  const erasure: Fact = { type: 'v1.SubjectErased', body: { subjectId: patientId, ticketIds: [ticketId] } };
  return { edge, ticketId, erasure };
}

const screenedAt = (edge: TestEdge, ticketId: string) =>
  centre.context.withTenant({ clinicId: edge.clinicId }, (tx) => waitsElsewhere(tx, edge.clinicId, ticketId));
const said = [
  { kind: 'consent', content: { given: true, signature: aSignature } },
  { kind: 'questionnaire', content: { answers: coughing, screening: sideEntrance } },
];

describe('what patients said before a service', () => {
  it('is kept for the clinic that asked, and for no other', async () => {
    const { edge } = await anEdgeThatAsked();
    expect(await takeBatch(centre.context, edge.batch())).toMatchObject({ ok: true, dead: 0 });
    expect(await keptBy(edge.clinicId)).toEqual(said);
    const other = await centre.addEdge();
    expect(await keptBy(other.clinicId)).toEqual([]);
  });

  it('goes when the person is erased', async () => {
    const { edge, erasure } = await anEdgeThatAsked();
    await takeBatch(centre.context, edge.batch());
    const { seq } = edge.append(erasure);
    expect(await takeBatch(centre.context, edge.batch(seq))).toMatchObject({ ok: true, dead: 0 });
    expect(await keptBy(edge.clinicId)).toEqual([]);
  });

  it('is never kept where it comes together with the erasure, or without its key', async () => {
    const { edge, erasure } = await anEdgeThatAsked();
    edge.append(erasure);
    await takeBatch(centre.context, edge.batch());
    expect(await keptBy(edge.clinicId)).toEqual([]);
    const keyless = await anEdgeThatAsked();
    keyless.edge.keys.clear();
    expect(await takeBatch(centre.context, keyless.edge.batch())).toMatchObject({ ok: true });
    expect(await keptBy(keyless.edge.clinicId)).toEqual([]);
  });

  it('keeps the patient’s page from naming the hall, until staff say otherwise', async () => {
    const { edge, ticketId } = await anEdgeThatAsked();
    await takeBatch(centre.context, edge.batch());
    expect(await screenedAt(edge, ticketId)).toBe(true);
    const { seq } = edge.append({ type: 'v1.ScreeningCleared', body: { ticketId } });
    await takeBatch(centre.context, edge.batch(seq));
    expect(await screenedAt(edge, ticketId)).toBe(false);
    const atOnce = await anEdgeThatAsked();
    atOnce.edge.append({ type: 'v1.ScreeningCleared', body: { ticketId: atOnce.ticketId } });
    await takeBatch(centre.context, atOnce.edge.batch());
    expect(await screenedAt(atOnce.edge, atOnce.ticketId)).toBe(false);
  });
});
